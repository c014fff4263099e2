//! The entries of a choice list: what each is worth to me and, as I guess, to them.

use egui::{Align, Rect, Sense, Ui, Vec2};

use super::row::key;
use super::stakes;
use super::typed_value::read_points;
use super::words::points;
use crate::app::edit::SessionEdit;
use crate::domain::issue::{Choice, Issue, IssueValue, Topic};
use crate::domain::ledger::Side;
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::people_menu::shortened;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed_cell};

const ROW: f32 = 38.0;
const NUMBER: f32 = 56.0;
const TRACKS: [Track; 6] = [
    Track::Share(1.0),
    Track::Fixed(NUMBER),
    Track::Fixed(96.0),
    Track::Fixed(NUMBER),
    Track::Fixed(112.0),
    Track::Fixed(26.0),
];
const GAP: f32 = 8.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, issue: &Issue) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 2.0;
    if !issue.choices.is_empty() {
        let (rect, _) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), 20.0), Sense::hover());
        let heads =
            ["choice-name", "choice-mine", "choice-points", "choice-theirs", "choice-limit"];
        for (place, head) in split(rect, GAP, &TRACKS).into_iter().zip(heads) {
            cell(ui, head, place, Align::Min, |ui| {
                text::one_line(ui, text::caption(cx.t(head), tokens)).on_hover_text(cx.t(head));
            });
        }
    }
    let share = stakes::share(&session.plan, &session.currency, Topic::Issue(issue.id), Side::Us);
    for choice in &issue.choices {
        ui.push_id(choice.key, |ui| {
            let (rect, _) =
                ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
            entry(ui, cx, session, issue, (choice, share), &split(rect, GAP, &TRACKS));
        });
    }
    add(ui, cx, session, issue);
}

fn entry(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    issue: &Issue,
    (choice, share): (&Choice, f64),
    places: &[Rect],
) {
    let tokens = cx.tokens;
    let place = |index: usize| places.get(index).copied().unwrap_or(Rect::NOTHING);
    let named = |what: &str| {
        let name = shortened(&choice.name);
        cx.tr("choice-cell", &[("name", name.into()), ("part", cx.messages.text(what).into())])
    };
    let (name, mine_name, theirs_name) =
        (named("choice-name"), named("choice-mine"), named("choice-theirs"));
    let (limit_name, remove_name) = (named("choice-limit"), named("choice-remove"));
    cell(ui, "name", place(0), Align::Min, |ui| {
        // The label changes with every letter; the field has to stay the same.
        let id = ui.make_persistent_id(("choice-name", choice.key));
        let field = Field::new(&name).hide_label().hint(cx.t("choice-name")).id(id);
        if let Some(text) = field.edit(ui, tokens, &choice.name) {
            put(cx, session, issue, Choice { name: text, ..choice.clone() });
        }
    });
    let topic = Topic::Issue(issue.id);
    let worth = |ui: &mut Ui, cx: &mut Cx<'_>, part: &str, label: &str, current: Option<u8>| {
        let shown = Shown::always(current.map(|worth| worth.to_string()).unwrap_or_default());
        let key = key(session, topic, &format!("{}-{part}", choice.key));
        let field = Field::new(label).width(NUMBER);
        let draft = (&mut cx.drafts.unparsed, key.as_str());
        let typed = typed_cell(ui, tokens, field, draft, shown, read_points);
        if typed.unreadable.is_some() {
            let stroke = egui::Stroke::new(1.5, tokens.warn);
            let inside = egui::StrokeKind::Inside;
            ui.painter().rect_stroke(typed.response.rect, 8.0, stroke, inside);
            typed.response.on_hover_text(cx.t("choice-problem"));
        }
        typed.changed
    };
    cell(ui, "mine", place(1), Align::Min, |ui| {
        if let Some(mine) = worth(ui, cx, "mine", &mine_name, Some(choice.mine)) {
            put(cx, session, issue, Choice { mine: mine.unwrap_or(0), ..choice.clone() });
        }
    });
    cell(ui, "points", place(2), Align::Min, |ui| {
        let of_all = points(cx.messages, f64::from(choice.mine.min(100)) * share);
        text::one_line(ui, text::caption(of_all, tokens));
    });
    cell(ui, "theirs", place(3), Align::Min, |ui| {
        if let Some(theirs) = worth(ui, cx, "theirs", &theirs_name, choice.theirs) {
            put(cx, session, issue, Choice { theirs, ..choice.clone() });
        }
    });
    cell(ui, "limit", place(4), Align::Min, |ui| {
        let is_limit = issue.mine.reservation == Some(IssueValue::Choice(choice.key));
        let label = cx.t(if is_limit { "choice-limit" } else { "choice-make-limit" });
        let button = ActionButton::secondary(label).small().selected(is_limit).show(ui, tokens);
        button.widget_info(|| {
            let enabled = ui.is_enabled();
            egui::WidgetInfo::selected(egui::Role::RadioButton, enabled, is_limit, &limit_name)
        });
        if button.clicked() {
            let mut issue = issue.clone();
            issue.mine.reservation = (!is_limit).then_some(IssueValue::Choice(choice.key));
            cx.edit_session(session.id, SessionEdit::SetIssue(Box::new(issue)));
        }
    });
    cell(ui, "remove", place(5), Align::Min, |ui| {
        let button = ActionButton::icon_only("cross", &remove_name).colour(tokens.text_3);
        if button.show(ui, tokens).clicked() {
            remove(cx, session, issue, choice.key);
        }
    });
}

fn put(cx: &mut Cx<'_>, session: &Session, issue: &Issue, choice: Choice) {
    let mut issue = issue.clone();
    if let Some(old) = issue.choices.iter_mut().find(|old| old.key == choice.key) {
        *old = choice;
    }
    cx.edit_session(session.id, SessionEdit::SetIssue(Box::new(issue)));
}

fn remove(cx: &mut Cx<'_>, session: &Session, issue: &Issue, key: u32) {
    let mut issue = issue.clone();
    issue.choices.retain(|choice| choice.key != key);
    for stakes in [&mut issue.mine, &mut issue.theirs] {
        stakes.reservation = stakes.reservation.filter(|value| *value != IssueValue::Choice(key));
    }
    cx.edit_session(session.id, SessionEdit::SetIssue(Box::new(issue)));
}

/// The field for one more entry; Enter adds it.
fn add(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, issue: &Issue) {
    let tokens = cx.tokens;
    ui.add_space(4.0);
    let draft = cx.drafts.plans.get(&session.id);
    let mut text =
        draft.and_then(|draft| draft.choices.get(&issue.id)).cloned().unwrap_or_default();
    let label = cx.messages.text("choice-add");
    let response =
        Field::new(label).hint(label).hide_label().width(280.0).show(ui, tokens, &mut text);
    let entered = submitted(ui, &response) && !text.trim().is_empty();
    if entered {
        let mut issue = issue.clone();
        let taken: Vec<u32> = issue.choices.iter().map(|choice| choice.key).collect();
        let key = new_key(cx, &taken);
        // The first entries are given a worth that falls from one to the next, to be corrected.
        let worth = [100, 60, 30].get(issue.choices.len()).copied().unwrap_or(0);
        let name = text.trim().to_owned();
        issue.choices.push(Choice { key, name, mine: worth, theirs: None });
        cx.edit_session(session.id, SessionEdit::SetIssue(Box::new(issue)));
        text.clear();
        response.request_focus();
    }
    cx.drafts.plans.entry(session.id).or_default().keep_choice(issue.id, text);
    if issue.choices.len() < 2 {
        ui.label(text::caption(
            cx.tr("choice-few", &[("count", Arg::from(issue.choices.len()))]),
            tokens,
        ));
    }
}

/// A key that no entry has.
fn new_key(cx: &Cx<'_>, taken: &[u32]) -> u32 {
    loop {
        let [.., a, b, c, d] = *cx.clock.new_id().as_bytes();
        let key = u32::from_be_bytes([a, b, c, d]);
        if !taken.contains(&key) {
            return key;
        }
    }
}
