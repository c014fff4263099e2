//! What was agreed, topic by topic, against the plan.

use egui::{Align, CornerRadius, Popup, PopupCloseBehavior, Rect, Sense, Stroke, Ui, Vec2, pos2};

use super::measure::{Place, place as place_of, read};
use super::{possible, sources};
use crate::app::edit::SessionEdit;
use crate::domain::issue::{Issue, IssueKind, IssueValue, Topic};
use crate::domain::session::{Agreement, Meeting, Session};
use crate::domain::standing::Standing;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed_cell};

const GAP: f32 = 12.0;
const ROW: f32 = 46.0;
const HEAD: f32 = 22.0;
/// Title, padding, and what is said below the table.
const AROUND: f32 = 62.0;
const SAID: f32 = 132.0;
/// With more topics the card scrolls.
const MOST_ROWS: usize = 7;
const TRACKS: [Track; 4] =
    [Track::Share(1.0), Track::Share(1.7), Track::Fixed(118.0), Track::Share(1.5)];
const MENU_WIDTH: f32 = 200.0;

/// What the card needs.
pub fn height(session: &Session, meeting: &Meeting) -> f32 {
    if session.agreed.is_none() {
        let rows = sources::of(session, meeting).len();
        let rows = f32::from(u8::try_from(rows).unwrap_or(u8::MAX));
        return AROUND + 56.0 + rows * 34.0;
    }
    let rows = (session.plan.issues.len() + 1).min(MOST_ROWS);
    AROUND + HEAD + ROW * f32::from(u8::try_from(rows).unwrap_or(u8::MAX)) + SAID
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let Some(agreed) = &session.agreed else {
        let card = Card::new(cx.t("agreed-title")).caption(cx.t("agreed-none-caption"));
        card.show(ui, tokens, place, |ui| sources::show(ui, cx, session, meeting));
        return;
    };
    let number = session.meeting_number(agreed.meeting);
    let caption = cx.tr("agreed-caption", &[("number", Arg::from(number))]);
    let (mut taken_back, enabled) = (false, !cx.read_only);
    let take_back = cx.t("agreed-take-back");
    Card::new(cx.t("agreed-title")).caption(caption).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            let button = ActionButton::icon_only("trash", take_back);
            let button = button.colour(tokens.text_3).enabled(enabled);
            taken_back = button.show(ui, tokens).clicked();
        },
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            head(ui, cx);
            for topic in session.plan.topics() {
                if let Some(issue) = session.plan.as_issue(topic, &session.currency) {
                    ui.push_id(topic, |ui| one(ui, cx, session, agreed, topic, &issue));
                }
            }
            ui.add_space(10.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            possible::show(ui, cx, session, agreed);
        },
    );
    if taken_back {
        cx.edit_session(session.id, SessionEdit::Agreed(None));
    }
}

/// What was agreed on a topic.
pub fn about(agreed: &Agreement, topic: Topic) -> Option<IssueValue> {
    standing(agreed).about(topic)
}

/// The terms as those of a side are written.
pub fn standing(agreed: &Agreement) -> Standing {
    Standing { price: agreed.price, values: agreed.values.clone() }
}

fn head(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEAD), Sense::hover());
    let heads = ["agreed-topic", "agreed-plan", "agreed-result", "agreed-in-words"];
    for (place, key) in split(rect, GAP, &TRACKS).into_iter().zip(heads) {
        cell(ui, key, place, Align::Min, |ui| {
            text::one_line(ui, text::label(cx.t(key), tokens).color(tokens.text_3));
        });
    }
}

fn one(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    agreed: &Agreement,
    topic: Topic,
    issue: &Issue,
) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.border));
    let cells = split(rect, GAP, &TRACKS);
    let [name_at, bar_at, result_at, words_at] = cells.as_slice() else { return };
    let name = cx.messages.topic_name(topic, issue);
    cell(ui, "topic", *name_at, Align::Min, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let unit = cx.messages.short_unit(issue);
            ui.add_space(if unit.is_empty() { 13.0 } else { 6.0 });
            text::one_line(ui, text::value(name, tokens)).on_hover_text(name);
            if !unit.is_empty() {
                text::one_line(ui, text::caption(unit, tokens));
            }
        });
    });
    let value = about(agreed, topic);
    let found = value.and_then(|value| place_of(issue, value));
    let said = in_words(cx, issue, value, found);
    bar(ui, cx, issue, *bar_at, found, &format!("{name}: {said}"));
    // A field stands at the top of its place.
    let result_at = result_at.shrink2(Vec2::new(0.0, (ROW - size::CONTROL_HEIGHT) / 2.0));
    cell(ui, "result", result_at, Align::Min, |ui| {
        ui.add_enabled_ui(!cx.read_only, |ui| result(ui, cx, session, agreed, topic, issue));
    });
    cell(ui, "words", *words_at, Align::Min, |ui| {
        let colour = match found {
            Some(place) if place.share < 0.0 => tokens.warn,
            Some(place) if place.share >= 1.0 => tokens.ok,
            _ => tokens.text_2,
        };
        text::two_lines(ui, text::body(said.as_str(), tokens).color(colour)).on_hover_text(&said);
    });
}

/// The field of a result; of a choice a menu.
fn result(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    agreed: &Agreement,
    topic: Topic,
    issue: &Issue,
) {
    let tokens = cx.tokens;
    let value = about(agreed, topic);
    let name = cx.messages.topic_name(topic, issue);
    let label = cx.tr("agreed-result-of", &[("topic", name.into())]);
    if issue.kind == IssueKind::Choice {
        choice(ui, cx, session, agreed, (topic, issue), &label);
        return;
    }
    let typing = match value {
        Some(IssueValue::Number(number)) => number.normalize().to_string(),
        Some(IssueValue::Day(day)) => cx.messages.date(day),
        _ => String::new(),
    };
    let resting = value.map(|value| cx.messages.bare_term(issue, value)).unwrap_or_default();
    let key = match topic {
        Topic::Price => format!("agreed-{}-price", session.id),
        Topic::Issue(id) => format!("agreed-{}-{}", session.id, id.0),
    };
    let today = cx.today();
    let field = Field::new(&label).hint("–").width(112.0);
    let draft = (&mut cx.drafts.unparsed, key.as_str());
    let typed = typed_cell(ui, tokens, field, draft, Shown { resting, typing }, |text| {
        read(text, issue, today)
    });
    if typed.unreadable.is_some() {
        typed.response.on_hover_text(cx.t("agreed-unreadable"));
    }
    if let Some(changed) = typed.changed {
        set(cx, session, agreed, topic, changed);
    }
}

fn choice(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    agreed: &Agreement,
    (topic, issue): (Topic, &Issue),
    label: &str,
) {
    let tokens = cx.tokens;
    let value = about(agreed, topic);
    let shown = value.map_or_else(|| "–".to_owned(), |value| cx.messages.bare_term(issue, value));
    let short: String = shown.chars().take(14).collect();
    let button = ActionButton::secondary(&short).small().min_width(112.0);
    let response = button.enabled(!cx.read_only).tooltip(&shown).show(ui, tokens);
    let enabled = ui.is_enabled();
    let spoken = format!("{label}: {shown}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &spoken));
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).width(MENU_WIDTH).show(
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for choice in &issue.choices {
                let is_it = value == Some(IssueValue::Choice(choice.key));
                let height = size::SMALL_CONTROL_HEIGHT + 4.0;
                let picked = row(ui, tokens, choice.key, height, is_it, &choice.name, |ui| {
                    text::one_line(ui, text::value(choice.name.as_str(), tokens));
                });
                if picked.clicked() {
                    set(cx, session, agreed, topic, Some(IssueValue::Choice(choice.key)));
                    ui.close();
                }
            }
        },
    );
}

fn set(
    cx: &mut Cx<'_>,
    session: &Session,
    agreed: &Agreement,
    topic: Topic,
    value: Option<IssueValue>,
) {
    let mut agreed = agreed.clone();
    match (topic, value) {
        (Topic::Price, value) => agreed.price = value.and_then(IssueValue::number),
        (Topic::Issue(id), Some(value)) => {
            agreed.values.insert(id, value);
        }
        (Topic::Issue(id), None) => {
            agreed.values.remove(&id);
        }
    }
    cx.edit_session(session.id, SessionEdit::Agreed(Some(agreed)));
}

/// "63% of the way to the target", "at the target", "CNY 20 past the walk-away".
fn in_words(cx: &Cx<'_>, issue: &Issue, value: Option<IssueValue>, found: Option<Place>) -> String {
    let (Some(_), Some(place)) = (value, found) else {
        let key = if value.is_none() { "agreed-open" } else { "agreed-no-limits" };
        return cx.t(key).to_owned();
    };
    let amount = place.beyond.map(|beyond| cx.messages.difference(issue, beyond));
    match (place.share, amount) {
        (share, Some(by)) if share > 1.0 => cx.tr("agreed-beyond-target", &[("by", by.into())]),
        (_, Some(by)) => cx.tr("agreed-past-limit", &[("by", by.into())]),
        (share, None) if share > 1.0 => cx.t("agreed-better-than-target").to_owned(),
        (share, None) if share < 0.0 => cx.t("agreed-worse-than-limit").to_owned(),
        (share, None) if share >= 1.0 => cx.t("agreed-at-target").to_owned(),
        (share, None) if share <= 0.0 => cx.t("agreed-at-limit").to_owned(),
        (share, None) => cx.tr("agreed-between", &[("share", cx.messages.percent(share).into())]),
    }
}

/// From the walk-away at the left to the target at the right, with the result as a mark.
fn bar(ui: &Ui, cx: &Cx<'_>, issue: &Issue, place: Rect, found: Option<Place>, spoken: &str) {
    const BEYOND: f32 = 0.12;
    let tokens = cx.tokens;
    let response = ui.interact(place, ui.make_persistent_id("bar"), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, spoken));
    let limits = [issue.mine.reservation, issue.mine.target];
    let line = Rect::from_min_max(
        pos2(place.left(), place.top() + 13.0),
        pos2(place.right(), place.top() + 19.0),
    );
    let ends = [BEYOND, 1.0 - BEYOND].map(|share| place.left() + share * place.width());
    let corner = CornerRadius::same(3);
    ui.painter().rect_filled(line, corner, tokens.hover);
    let [limit_x, target_x] = ends;
    if let Some(found) = found {
        #[expect(clippy::cast_possible_truncation, reason = "clamped to the bar")]
        let share = found.share.clamp(-0.16, 1.16) as f32;
        let x = limit_x + share * (target_x - limit_x);
        let colour = colour(tokens, found.share);
        let filled = Rect::from_x_y_ranges(x.min(limit_x)..=x.max(limit_x), line.y_range());
        ui.painter().rect_filled(filled, corner, colour.gamma_multiply(0.55));
        ui.painter().circle_filled(pos2(x, line.center().y), 6.0, colour);
        ui.painter().circle_stroke(pos2(x, line.center().y), 6.0, Stroke::new(1.5, tokens.surface));
    }
    for (x, (limit, key)) in
        ends.into_iter().zip(limits.into_iter().zip(["agreed-limit", "agreed-target"]))
    {
        ui.painter().vline(
            x,
            line.top() - 3.0..=line.bottom() + 3.0,
            Stroke::new(1.0, tokens.border_strong),
        );
        let Some(limit) = limit else { continue };
        let value = cx.messages.bare_term(issue, limit);
        let words = cx.tr(key, &[("value", value.into())]);
        let font = egui::FontId::new(
            crate::ui::theme::tokens::type_size::CAPTION,
            crate::ui::theme::fonts::Weight::Regular.family(),
        );
        let half = place.width() / 2.0 - 4.0;
        let mut job = egui::text::LayoutJob::simple_singleline(words, font, tokens.text_3);
        job.wrap = egui::text::TextWrapping::truncate_at_width(half);
        let galley = ui.painter().layout_job(job);
        let width = galley.size().x;
        let left = if key == "agreed-limit" { place.left() } else { place.right() - width };
        ui.painter().galley(pos2(left, line.bottom() + 5.0), galley, tokens.text_3);
    }
}

fn colour(tokens: &Tokens, share: f64) -> egui::Color32 {
    if share < 0.0 {
        tokens.warn
    } else if share >= 1.0 {
        tokens.ok
    } else {
        tokens.accent
    }
}
