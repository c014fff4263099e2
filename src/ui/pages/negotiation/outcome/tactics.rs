//! The tactics of the meeting, with what came of each.

use egui::{Popup, PopupCloseBehavior, Rect, Ui, Vec2};

use crate::app::edit::SessionEdit;
use crate::app::route::Route;
use crate::domain::ids::CounterpartId;
use crate::domain::session::{Effect, LogEntry, LogKind, Meeting, Session};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

const AROUND: f32 = 62.0;
const EMPTY: f32 = 56.0;
const LINE: f32 = 76.0;
/// With more lines the card scrolls.
const MOST_LINES: usize = 5;
const MENU_WIDTH: f32 = 220.0;

/// The lines about a card that was seen or used.
fn of<'a>(session: &'a Session, meeting: &Meeting) -> Vec<&'a LogEntry> {
    let id = meeting.id;
    let is_tactic = |entry: &&LogEntry| {
        entry.meeting == id
            && matches!(entry.kind, LogKind::TacticSeen | LogKind::TacticUsed)
            && entry.tactic.is_some()
    };
    session.log.iter().filter(is_tactic).collect()
}

/// What the card needs.
pub fn height(session: &Session, meeting: &Meeting) -> f32 {
    let lines = of(session, meeting).len().min(MOST_LINES);
    match u8::try_from(lines) {
        Ok(0) => AROUND + EMPTY,
        lines => AROUND + LINE * f32::from(lines.unwrap_or(u8::MAX)),
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let lines = of(session, meeting);
    let open = lines.iter().filter(|entry| entry.effect.is_none()).count();
    let caption = match (lines.is_empty(), open) {
        (true, _) => String::new(),
        (false, 0) => cx.t("met-all-known").to_owned(),
        (false, open) => cx.tr("met-open", &[("count", Arg::from(open))]),
    };
    Card::new(cx.t("met-title")).caption(caption).show(ui, tokens, place, |ui| {
        if lines.is_empty() {
            ui.add(egui::Label::new(text::body(cx.t("met-none"), tokens)).wrap());
        }
        for (index, entry) in lines.into_iter().enumerate() {
            if index > 0 {
                rule(ui, tokens);
            }
            ui.push_id(entry.id.0, |ui| one(ui, cx, session, entry));
        }
    });
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, entry: &LogEntry) {
    let tokens = cx.tokens;
    let Some(card) = entry.tactic.as_deref() else { return };
    let mine = entry.kind == LogKind::TacticUsed;
    let name = cx.card_name(card).unwrap_or_else(|| card.to_owned());
    ui.horizontal(|ui| {
        let who = cx.messages.word("side", if mine { "us" } else { "them" });
        let colour = if mine { tokens.accent_text } else { tokens.warn };
        ui.label(text::label(who, tokens).color(colour));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            person(ui, cx, session, entry, &name);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let link = ActionButton::quiet(&name).small().colour(tokens.text);
                let tip = if entry.text.trim().is_empty() { &name } else { &entry.text };
                if link.tooltip(tip).show(ui, tokens).clicked() {
                    cx.go(Route::tactic(card));
                }
            });
        });
    });
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(4.0);
            for effect in Effect::ALL {
                let set = if mine { "effect" } else { "effect-theirs" };
                let label = cx.messages.word(set, effect.id());
                let selected = entry.effect == Some(effect);
                let button = ActionButton::secondary(label).small().selected(selected);
                let response = button.show(ui, tokens);
                let enabled = ui.is_enabled();
                let args = [("tactic", Arg::from(&name)), ("effect", Arg::from(label))];
                let spoken = cx.tr("met-effect-of", &args);
                response.widget_info(|| {
                    egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, selected, &spoken)
                });
                if response.clicked() {
                    // A second click takes it back.
                    let effect = (!selected).then_some(effect);
                    let changed = LogEntry { effect, ..entry.clone() };
                    cx.edit_session(session.id, SessionEdit::SetLog(Box::new(changed)));
                }
            }
        });
    });
}

/// With whom it happened: with one person at the table it is clear.
fn person(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, entry: &LogEntry, card: &str) {
    let tokens = cx.tokens;
    let name = |cx: &Cx<'_>, id: CounterpartId| {
        cx.work.person(id).map(|person| cx.messages.name_of(person))
    };
    if let [only] = session.counterparts.as_slice() {
        let shown = name(cx, *only).unwrap_or_default();
        text::one_line(ui, text::caption(shown, tokens));
        return;
    }
    if session.counterparts.is_empty() {
        return;
    }
    let shown = entry.person.and_then(|id| name(cx, id));
    let label = shown.clone().unwrap_or_else(|| cx.t("met-with-whom").to_owned());
    let label = crate::ui::pages::people_menu::shortened(&label);
    let button = ActionButton::quiet(&label).small().icon("user");
    let response = button.enabled(!cx.read_only).show(ui, tokens);
    let spoken = cx.tr(
        "met-with-whom-of",
        &[("tactic", Arg::from(card)), ("name", shown.unwrap_or_else(|| "–".to_owned()).into())],
    );
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &spoken));
    let work = cx.work;
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).width(MENU_WIDTH).show(
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for other in work.people_of(&session.counterparts) {
                let selected = entry.person == Some(other.id);
                let name = cx.messages.name_of(other);
                let height = size::SMALL_CONTROL_HEIGHT + 4.0;
                let picked = row(ui, tokens, other.id.0, height, selected, &name, |ui| {
                    text::one_line(ui, text::value(name.as_str(), tokens));
                });
                if picked.clicked() {
                    let person = (!selected).then_some(other.id);
                    let changed = LogEntry { person, ..entry.clone() };
                    cx.edit_session(session.id, SessionEdit::SetLog(Box::new(changed)));
                    ui.close();
                }
            }
        },
    );
}
