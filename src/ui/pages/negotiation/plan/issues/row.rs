//! One row of the table of issues: name and unit, and of each side weight, target and walk-away.

use egui::{
    Align, EventFilter, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, Vec2,
};

use super::stakes::{self, Change};
use super::{focus, typed_value};
use crate::app::edit::SessionEdit;
use crate::domain::issue::{Issue, IssueKind, IssueValue, Topic};
use crate::domain::ledger::Side;
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::people_menu::shortened;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::chip::bar;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::row::row as menu_row;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, TypedCell, typed_cell};

pub(super) const HEIGHT: f32 = 46.0;
pub(super) const GAP: f32 = 6.0;
const WEIGHT_FIELD: f32 = 42.0;
const WEIGHT: f32 = 90.0;
const VALUE: f32 = 74.0;
/// Between my side and theirs.
const SPACER: f32 = 4.0;
const SLACK: f32 = 50.0;
const MENU_WIDTH: f32 = 200.0;

/// Name; my weight, target, walk-away; theirs; how far their walk-away may be off.
pub(super) const TRACKS: [Track; 9] = [
    Track::Share(1.0),
    Track::Fixed(WEIGHT),
    Track::Fixed(VALUE),
    Track::Fixed(VALUE),
    Track::Fixed(SPACER),
    Track::Fixed(WEIGHT),
    Track::Fixed(VALUE),
    Track::Fixed(VALUE),
    Track::Fixed(SLACK),
];

/// The price or an issue, with what the row needs to know of the others.
pub(super) struct Row<'a> {
    pub session: &'a Session,
    pub topic: Topic,
    pub issue: &'a Issue,
    /// The share of the weights that it has for me and, as I guess, for them.
    pub shares: (Option<f64>, Option<f64>),
    /// The price is all there is: it needs no weight.
    pub alone: bool,
    pub is_open: bool,
}

/// Shows the row, and below it what cannot be read in it.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row<'_>) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.border));
    let places = split(rect, GAP, &TRACKS);
    name(ui, cx, row, places.first().copied().unwrap_or(rect));
    // The fields stand in the middle of the row.
    let above = (HEIGHT - size::CONTROL_HEIGHT) / 2.0;
    let place = |index: usize| {
        let place = places.get(index).copied().unwrap_or(rect);
        place.shrink2(Vec2::new(0.0, above))
    };
    let mut problems = Vec::new();
    for (side, first) in [(Side::Us, 1), (Side::Them, 5)] {
        let column = |offset: usize| place(first + offset);
        cell(ui, ("weight", side.id()), column(0), Align::Min, |ui| {
            problems.extend(weight(ui, cx, row, side));
        });
        if row.issue.kind == IssueKind::Choice {
            cell(ui, ("best", side.id()), column(1), Align::Max, |ui| best(ui, cx, row, side));
            cell(ui, ("limit", side.id()), column(2), Align::Max, |ui| least(ui, cx, row, side));
            continue;
        }
        let stakes = stakes::of(row.issue, side);
        for (offset, part, value) in
            [(1, "target", stakes.target), (2, "limit", stakes.reservation)]
        {
            cell(ui, (part, side.id()), column(offset), Align::Min, |ui| {
                problems.extend(self::value(ui, cx, row, side, part, value));
            });
        }
    }
    if row.issue.kind != IssueKind::Choice {
        cell(ui, "slack", place(8), Align::Min, |ui| problems.extend(slack(ui, cx, row)));
    }
    for problem in problems {
        ui.add(egui::Label::new(text::caption(problem, tokens).color(tokens.warn)).wrap());
    }
}

/// Opens the details; with Alt and an arrow key it moves the issue.
fn name(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row<'_>, place: Rect) {
    let tokens = cx.tokens;
    let name = cx.messages.topic_name(row.topic, row.issue);
    let unit = super::unit(cx, row.session, row.topic, row.issue);
    let response = ui.interact(place, ui.make_persistent_id("name"), Sense::click());
    let key = if row.is_open { "issues-close" } else { "issues-open" };
    let spoken = cx.tr(key, &[("name", Arg::from(shortened(name)))]);
    let (enabled, open) = (ui.is_enabled(), row.is_open);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, enabled, open, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(place.shrink2(Vec2::new(0.0, 3.0)), 6.0, tokens.hover);
    }
    focus_ring(ui, &response, tokens);
    cell(ui, "name-text", place, Align::Min, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let sign = if row.is_open { "chevron-down" } else { "chevron-right" };
        ui.add(icons::sized(sign, 14.0).tint(tokens.text_3).alt_text(""));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let lines = if unit.is_empty() { 20.0 } else { 36.0 };
            ui.add_space((HEIGHT - lines) / 2.0);
            text::one_line(ui, text::strong(name, tokens));
            if !unit.is_empty() {
                text::one_line(ui, text::caption(unit.as_str(), tokens));
            }
        });
    });
    if response.has_focus() {
        move_by_key(ui, cx, row, &response);
    }
    if response.on_hover_text(cx.t("issues-open-tip")).clicked() {
        let draft = cx.drafts.plans.entry(row.session.id).or_default();
        draft.open = (draft.open != Some(row.topic)).then_some(row.topic);
        draft.zone = Some(row.topic);
    }
}

fn move_by_key(ui: &Ui, cx: &mut Cx<'_>, row: &Row<'_>, response: &Response) {
    // Else the arrow would take the focus away.
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if pressed(Key::ArrowUp) {
        shift(cx, row.session, row.topic, false);
    }
    if pressed(Key::ArrowDown) {
        shift(cx, row.session, row.topic, true);
    }
}

/// Moves an issue up or down by one place, if there is one.
pub(super) fn shift(cx: &mut Cx<'_>, session: &Session, topic: Topic, down: bool) {
    let Topic::Issue(id) = topic else { return };
    let issues = &session.plan.issues;
    let Some(from) = issues.iter().position(|issue| issue.id == id) else { return };
    let to = if down { from + 1 } else { from.wrapping_sub(1) };
    if to < issues.len() && !cx.read_only {
        cx.edit_session(session.id, SessionEdit::MoveIssue(id, to));
    }
}

/// "Payment: my target".
fn label(cx: &Cx<'_>, row: &Row<'_>, part: &str) -> String {
    let name = shortened(cx.messages.topic_name(row.topic, row.issue));
    cx.tr(
        "issues-cell",
        &[("name", name.into()), ("part", cx.messages.word("issues-part", part).into())],
    )
}

/// The key of a field in the drafts.
pub(super) fn key(session: &Session, topic: Topic, part: &str) -> String {
    match topic {
        Topic::Price => format!("{}/price/{part}", session.id),
        Topic::Issue(id) => format!("{}/{id}/{part}", session.id),
    }
}

fn put(cx: &mut Cx<'_>, row: &Row<'_>, side: Side, change: Change) {
    if let Some(edit) = stakes::edit(row.session, row.topic, side, change) {
        cx.edit_session(row.session.id, edit);
    }
}

/// A field that shows by its frame that it cannot be read; the words for it stand below the row.
fn field<T>(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    row: &Row<'_>,
    (part, width): (&str, f32),
    shown: Shown,
    parse: impl Fn(&str) -> Option<T>,
) -> (TypedCell<T>, Option<String>) {
    let (label, key) = (label(cx, row, part), key(row.session, row.topic, part));
    let field = Field::new(&label).width(width);
    let typed = ui
        .add_enabled_ui(!cx.read_only, |ui| {
            typed_cell(ui, cx.tokens, field, (&mut cx.drafts.unparsed, &key), shown, parse)
        })
        .inner;
    let problem = typed.unreadable.as_ref().map(|text| {
        let stroke = Stroke::new(1.5, cx.tokens.warn);
        ui.painter().rect_stroke(typed.response.rect, 8.0, stroke, StrokeKind::Inside);
        let kind = match part {
            "my-weight" | "their-weight" => "weight",
            "slack" => "slack",
            _ => row.issue.kind.id(),
        };
        let args = [("cell", Arg::from(label.as_str())), ("text", Arg::from(shortened(text)))];
        cx.tr(&format!("issues-problem-{kind}"), &args)
    });
    (typed, problem)
}

fn value(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    row: &Row<'_>,
    side: Side,
    part: &str,
    current: Option<IssueValue>,
) -> Option<String> {
    let (issue, today) = (row.issue, cx.today());
    let shown = typed_value::shown(cx.messages, issue, current);
    let name = format!("{}-{part}", if side == Side::Us { "my" } else { "their" });
    let parse = |text: &str| typed_value::read(text, issue, today);
    let (typed, problem) = field(ui, cx, row, (&name, VALUE), shown, parse);
    if let (Topic::Issue(id), "my-target") = (row.topic, name.as_str()) {
        focus::give(cx, id, false, &typed.response);
    }
    if let Some(value) = typed.changed {
        let change = if part == "target" { Change::Target(value) } else { Change::Limit(value) };
        put(cx, row, side, change);
    }
    problem
}

fn slack(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row<'_>) -> Option<String> {
    let current = row.issue.theirs.give_or_take;
    let shown = current.map(|number| Shown {
        resting: format!("±{}", cx.messages.number(number)),
        typing: number.normalize().to_string(),
    });
    let parse = |text: &str| typed_value::read_difference(text, row.issue);
    let (typed, problem) = field(ui, cx, row, ("slack", SLACK), shown.unwrap_or_default(), parse);
    if let Some(number) = typed.changed {
        put(cx, row, Side::Them, Change::GiveOrTake(number));
    }
    problem
}

/// The weight as it is typed, and its share of the sum as a bar.
fn weight(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row<'_>, side: Side) -> Option<String> {
    let tokens = cx.tokens;
    if row.alone {
        return None;
    }
    let current = stakes::of(row.issue, side).weight;
    let (part, share, colour) = match side {
        Side::Us => ("my-weight", row.shares.0, tokens.accent),
        Side::Them => ("their-weight", row.shares.1, tokens.warn),
    };
    let shown = Shown::always(current.map(|weight| weight.to_string()).unwrap_or_default());
    ui.spacing_mut().item_spacing.x = 6.0;
    let (typed, problem) =
        field(ui, cx, row, (part, WEIGHT_FIELD), shown, typed_value::read_points);
    if let Some(weight) = typed.changed {
        put(cx, row, side, Change::Weight(weight));
    }
    if let Some(share) = share {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(3.0);
            let percent = text::caption(cx.messages.percent(share), tokens);
            ui.label(if current.is_some() { percent } else { percent.color(tokens.disabled) });
            bar(ui, tokens, WEIGHT - WEIGHT_FIELD - 8.0, share, colour);
        });
    }
    problem
}

/// The best entry of a list for a side.
fn best(ui: &mut Ui, cx: &Cx<'_>, row: &Row<'_>, side: Side) {
    let worth = |choice: &&crate::domain::issue::Choice| match side {
        Side::Us => Some(choice.mine).filter(|worth| *worth > 0),
        Side::Them => choice.theirs,
    };
    let known = row.issue.choices.iter().filter(|choice| worth(choice).is_some());
    let best = known.max_by_key(worth).map_or("–", |choice| choice.name.as_str());
    text::one_line(ui, text::value(best, cx.tokens)).on_hover_text(best);
}

/// The entry of a list that is the walk-away of a side.
fn least(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row<'_>, side: Side) {
    let tokens = cx.tokens;
    let chosen = match stakes::of(row.issue, side).reservation {
        Some(IssueValue::Choice(key)) => row.issue.choice(key),
        _ => None,
    };
    let part = if side == Side::Us { "my-limit" } else { "their-limit" };
    let shown = match chosen {
        Some(choice) => choice.name.chars().take(8).collect(),
        None => cx.t("issues-choose").to_owned(),
    };
    let button = ActionButton::secondary(&shown).small();
    let response = button.enabled(!cx.read_only && !row.issue.choices.is_empty()).show(ui, tokens);
    let name = chosen.map_or("", |choice| choice.name.as_str());
    let (label, enabled) = (label(cx, row, part), ui.is_enabled());
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::Button, enabled, &label);
        info.current_text_value = Some(name.to_owned());
        info
    });
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).width(MENU_WIDTH).show(
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let keys =
                row.issue.choices.iter().map(|choice| (Some(choice.key), choice.name.as_str()));
            for (key, name) in keys.chain([(None, cx.t("issues-no-limit"))]) {
                let selected = chosen.map(|choice| choice.key) == key;
                let line = menu_row(
                    ui,
                    tokens,
                    key,
                    size::SMALL_CONTROL_HEIGHT + 4.0,
                    selected,
                    name,
                    |ui| {
                        text::one_line(ui, text::value(name, tokens));
                    },
                );
                if line.clicked() {
                    put(cx, row, side, Change::Limit(key.map(IssueValue::Choice)));
                    ui.close();
                }
            }
        },
    );
}
