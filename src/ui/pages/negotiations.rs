//! The list of all negotiations, the next meeting first.

use std::cmp::Reverse;
use std::collections::HashSet;

use egui::{Layout, Rect, Response, ScrollArea, Ui, Vec2};

use super::negotiation::audience::{known_quadrant, person_name};
use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::route::{NegotiationTab, Route};
use crate::domain::ledger::Ledger;
use crate::domain::outcome::{Verdict, judge};
use crate::domain::session::Session;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::page::{Crumb, empty_state, top_bar};
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;

const GAP_WIDTH: f32 = 130.0;
const VERDICT_WIDTH: f32 = 110.0;
const WHEN_WIDTH: f32 = 150.0;
/// Below this the price gap gives way to the title.
const NARROW_ROW: f32 = 720.0;
/// More people than this are not drawn in a row.
const PEOPLE_SHOWN: usize = 3;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let title = cx.t("negotiations-title");
    let writable = !cx.read_only;
    top_bar(ui, cx, &[Crumb::here(cx.t("app-name"))], title, |ui, cx| {
        let new = ActionButton::primary(cx.t("negotiations-new")).icon("plus").enabled(writable);
        if new.show(ui, cx.tokens).clicked() {
            cx.push(Action::Command(UiCommand::NewNegotiation));
        }
    });
    let total = cx.work.sessions().len();
    if total == 0 {
        let chosen = empty_state(
            ui,
            cx.tokens,
            "negotiations",
            cx.t("negotiations-empty-title"),
            cx.t("negotiations-empty-text"),
            writable.then(|| cx.t("negotiations-new")),
        );
        if chosen {
            cx.push(Action::Command(UiCommand::NewNegotiation));
        }
        return;
    }
    let sessions = listed(cx);
    let caption = if cx.drafts.negotiation_filter.trim().is_empty() {
        cx.tr("negotiations-count", &[("count", total.into())])
    } else {
        cx.tr("negotiations-filtered", &[("shown", sessions.len().into()), ("count", total.into())])
    };
    let place = ui.available_rect_before_wrap();
    let (tokens, filter_label) = (cx.tokens, cx.t("negotiations-filter"));
    let mut filter = cx.drafts.negotiation_filter.clone();
    let mut cleared = false;
    Card::new("").fixed().show(ui, tokens, place, |ui| {
        ui.horizontal(|ui| {
            let width = (ui.available_width() * 0.6).min(320.0);
            let field = Field::new(filter_label).hide_label().hint(filter_label).width(width);
            field.show(ui, tokens, &mut filter);
            text::one_line(ui, text::caption(caption, tokens));
        });
        cleared = list(ui, cx, &sessions);
    });
    cx.drafts.negotiation_filter = if cleared { String::new() } else { filter };
}

/// Shows the rows; returns whether the user asked for all of them.
fn list(ui: &mut Ui, cx: &mut Cx<'_>, sessions: &[&Session]) -> bool {
    if sessions.is_empty() {
        let filter = cx.drafts.negotiation_filter.trim().to_owned();
        let none = cx.tr("negotiations-none-found", &[("filter", Arg::from(filter))]);
        ui.add_space(16.0);
        text::one_line(ui, text::body(none, cx.tokens));
        let clear = ActionButton::secondary(cx.t("negotiations-clear-filter")).small();
        return clear.show(ui, cx.tokens).clicked();
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(4.0);
    let height = size::TALL_ROW_HEIGHT;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, height, sessions.len(), |ui, range| {
        for session in sessions.get(range).unwrap_or_default() {
            if entry(ui, cx, session, height).clicked() {
                let tab = match session.current_meeting() {
                    Some(meeting) if meeting.started.is_some() => NegotiationTab::Meeting,
                    _ => NegotiationTab::Plan,
                };
                cx.go(Route::Negotiation { session: session.id, tab });
            }
        }
    });
    false
}

/// The sessions that pass the filter: meetings to come in their order, then the rest, the latest
/// change first.
fn listed<'a>(cx: &Cx<'a>) -> Vec<&'a Session> {
    let work = cx.work;
    let coming: Vec<&Session> =
        work.next_meetings().into_iter().map(|(session, _)| session).collect();
    let seen: HashSet<_> = coming.iter().map(|session| session.id).collect();
    let mut held: Vec<&Session> =
        work.sessions().filter(|session| !seen.contains(&session.id)).collect();
    held.sort_by_key(|session| Reverse(session.updated));
    let wanted = cx.drafts.negotiation_filter.trim().to_lowercase();
    let mut all = coming;
    all.extend(held);
    if !wanted.is_empty() {
        all.retain(|session| matches(cx, session, &wanted));
    }
    all
}

fn matches(cx: &Cx<'_>, session: &Session, wanted: &str) -> bool {
    let contains = |text: &str| text.to_lowercase().contains(wanted);
    contains(&session.title)
        || cx.work.people_of(session).any(|person| {
            contains(&person.name) || contains(&person.latin_name) || contains(&person.organisation)
        })
}

fn entry(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, height: f32) -> Response {
    let tokens = cx.tokens;
    let title = session_title(cx, session);
    let wide = ui.available_width() >= NARROW_ROW;
    row(ui, tokens, session.id.0, height, false, &title, |ui| {
        let taken = VERDICT_WIDTH + WHEN_WIDTH + if wide { GAP_WIDTH + 24.0 } else { 16.0 };
        let title_width = (ui.available_width() - taken).max(80.0);
        cell(ui, title_width, 1.0, |ui| {
            ui.horizontal(|ui| {
                let untested = session.untested_potatoes().count();
                let warning = (untested > 0)
                    .then(|| cx.tr("negotiations-untested", &[("count", untested.into())]));
                let room = warning.as_deref().map_or(0.0, |label| chip_width(ui, label));
                ui.scope(|ui| {
                    ui.set_max_width((ui.available_width() - room).max(60.0));
                    text::one_line(ui, text::strong(title.as_str(), tokens));
                });
                if let Some(label) = warning {
                    chip(ui, tokens, Tone::Warn, &label);
                }
            });
            ui.horizontal(|ui| people(ui, cx, session));
        });
        if wide {
            cell(ui, GAP_WIDTH, 6.0, |ui| gap(ui, cx, session));
        }
        cell(ui, VERDICT_WIDTH, 6.0, |ui| verdict(ui, cx, session));
        cell(ui, WHEN_WIDTH, 6.0, |ui| when(ui, cx, session));
    })
}

fn chip_width(ui: &Ui, label: &str) -> f32 {
    let font = egui::TextStyle::Small.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, ui.visuals().text_color());
    galley.size().x + 40.0
}

/// A part of a row: two lines, from the left, in a fixed place, `top` below its edge.
fn cell(ui: &mut Ui, width: f32, top: f32, content: impl FnOnce(&mut Ui)) {
    let height = ui.available_height();
    let (place, _) = ui.allocate_exact_size(Vec2::new(width, height), egui::Sense::hover());
    let inner = Rect::from_min_max(place.min + Vec2::new(0.0, top), place.max);
    let builder = egui::UiBuilder::new().max_rect(inner).layout(Layout::top_down(egui::Align::Min));
    let mut child = ui.new_child(builder);
    child.set_clip_rect(place.intersect(ui.clip_rect()));
    child.spacing_mut().item_spacing.y = 1.0;
    // Two lines have to fit; nothing in a cell is a control of its own.
    child.spacing_mut().interact_size.y = 20.0;
    content(&mut child);
}

fn people(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.x = 6.0;
    let count = session.counterparts.len();
    if count == 0 {
        text::one_line(ui, text::caption(cx.t("negotiations-nobody"), tokens));
        return;
    }
    for person in cx.work.people_of(session).take(PEOPLE_SHOWN) {
        if ui.available_width() < 80.0 {
            break;
        }
        let quadrant =
            cx.work.reading(person.id).and_then(|reading| known_quadrant(&reading.normal));
        animal(ui, tokens, quadrant, cx.animals(), 18.0);
        if let Some(quadrant) = quadrant {
            quadrant_tag(ui, tokens, quadrant);
        }
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(180.0));
            text::one_line(ui, text::caption(person_name(cx, person), tokens));
        });
        ui.add_space(6.0);
    }
    if count > PEOPLE_SHOWN {
        ui.label(text::caption(format!("+{}", count - PEOPLE_SHOWN), tokens));
    }
}

fn gap(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    let ids = session.meeting_ids();
    let Some(focus) = session.focus_meeting() else { return };
    if session.offers.is_empty() {
        ui.add_space(7.0);
        text::one_line(ui, text::caption(cx.t("negotiations-no-offers"), tokens));
        return;
    }
    match Ledger::new(&session.offers, session.my_party, &ids, focus.id).gap_now() {
        None => {
            ui.add_space(7.0);
            text::one_line(ui, text::caption(cx.t("negotiations-one-side"), tokens));
        }
        Some(gap) if gap.is_zero() || gap.is_sign_negative() => {
            ui.add_space(7.0);
            text::one_line(ui, text::value(cx.t("negotiations-met"), tokens).color(tokens.ok));
        }
        Some(gap) => {
            let amount = cx.messages.money(gap, &session.currency);
            text::one_line(ui, text::value(amount, tokens));
            text::one_line(ui, text::caption(cx.t("negotiations-gap"), tokens));
        }
    }
}

fn verdict(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let ended = session.meetings.iter().rev().find(|meeting| meeting.ended.is_some());
    let Some(meeting) = ended else { return };
    let verdict = judge(&meeting.outcome).verdict;
    let tone = match verdict {
        Verdict::Order | Verdict::Advance => Tone::Ok,
        Verdict::Continuation => Tone::Neutral,
        Verdict::NoSale => Tone::Warn,
    };
    ui.add_space(5.0);
    let word = cx.messages.word("outcome", verdict.id());
    chip(ui, cx.tokens, tone, word).on_hover_text(cx.t("negotiations-last-verdict"));
}

fn when(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let (tokens, today) = (cx.tokens, cx.today());
    let meeting = session.current_meeting();
    match meeting.map(|meeting| (meeting.started, meeting.planned)) {
        Some((Some(_), _)) => {
            ui.add_space(5.0);
            chip(ui, tokens, Tone::Accent, cx.t("negotiations-running"));
        }
        Some((None, Some(at))) => {
            let (date, time) = (cx.messages.date_short(at.date()), cx.messages.time(at.time()));
            let line = cx.tr("date-time", &[("date", date.into()), ("time", time.into())]);
            text::one_line(ui, text::value(line, tokens));
            let day = text::caption(cx.messages.due_day(at.date(), today), tokens);
            let late = at.date() < today;
            text::one_line(ui, if late { day.color(tokens.warn) } else { day });
        }
        None | Some((None, None)) => {
            let key =
                if meeting.is_some() { "negotiations-no-date" } else { "negotiations-all-held" };
            text::one_line(ui, text::body(cx.t(key), tokens));
            let changed = cx.clock.local(session.updated).date();
            let day = cx.messages.relative_day(changed, today);
            let line = cx.tr("negotiations-last-change", &[("day", day.into())]);
            text::one_line(ui, text::caption(line, tokens));
        }
    }
}

/// The title, or what stands in for it.
pub(super) fn session_title(cx: &Cx<'_>, session: &Session) -> String {
    cx.messages.title_of(session, cx.work.people_of(session))
}
