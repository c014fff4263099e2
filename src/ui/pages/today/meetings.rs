//! The next meetings, soonest first, with how ready I am for each.

use egui::{Layout, Rect, ScrollArea, Ui};

use super::readiness::Readiness;
use super::ring::{self, ring};
use super::{name_of, quadrant_of};
use crate::app::route::{NegotiationTab, Route};
use crate::domain::summary::{NextMeeting, SessionSummary};
use crate::ui::context::Cx;
use crate::ui::pages::negotiations::session_title;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;

const ROW_HEIGHT: f32 = 80.0;
/// A row narrower than this leaves the rings out.
const ROOM_FOR_RINGS: f32 = 620.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let work = cx.work;
    let meetings = work.next_meetings().len();
    let caption = if meetings == 0 {
        String::new()
    } else {
        cx.tr("today-meetings-count", &[("count", meetings.into())])
    };
    let tokens = cx.tokens;
    let readiness = text::caption(cx.t("today-readiness"), tokens);
    let has_rings = meetings != 0 && rect.width() > ROOM_FOR_RINGS;
    Card::new(cx.t("today-meetings")).caption(caption).fixed().show_with_actions(
        ui,
        tokens,
        rect,
        |ui| {
            if has_rings {
                ui.add_space(176.0);
                ui.label(readiness);
            }
        },
        |ui| {
            if meetings == 0 {
                ui.add(egui::Label::new(text::body(cx.t("today-meetings-empty"), tokens)).wrap());
                return;
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical().auto_shrink(false).show_rows(
                ui,
                ROW_HEIGHT,
                meetings,
                |ui, range| {
                    let rows = work.next_meetings().enumerate();
                    for (index, row) in rows.skip(range.start).take(range.len()) {
                        if let Some((session, meeting)) = row {
                            meeting_row(ui, cx, session, meeting, index == 0);
                        }
                    }
                },
            );
        },
    );
}

/// The day and the time, the larger first: "14:00" over "today".
fn when(cx: &Cx<'_>, meeting: &NextMeeting) -> (String, String) {
    if meeting.started.is_some() {
        let time = meeting.started.map(|at| cx.messages.time(cx.clock.local(at).time()));
        return (cx.t("today-running").to_owned(), time.unwrap_or_default());
    }
    match meeting.planned {
        Some(at) => (cx.messages.time(at.time()), cx.messages.relative_day(at.date(), cx.today())),
        None => (cx.t("today-no-date").to_owned(), String::new()),
    }
}

fn meeting_row(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &SessionSummary,
    meeting: &NextMeeting,
    first: bool,
) {
    let tokens = cx.tokens;
    let (time, day) = when(cx, meeting);
    let mut people = cx.work.people_of(&session.counterparts);
    let person = people.next();
    let others = people.count();
    let name = match person {
        None => cx.t("today-nobody").to_owned(),
        Some(person) if others > 0 => {
            let name = name_of(cx, person);
            cx.tr("today-others", &[("name", name.into()), ("count", others.into())])
        }
        Some(person) => name_of(cx, person),
    };
    let quadrant = person.and_then(quadrant_of);
    let title = session_title(cx, &session.title, &session.counterparts);
    let spoken = cx.tr(
        "today-row",
        &[
            ("when", format!("{time} {day}").into()),
            ("name", (&name).into()),
            ("title", (&title).into()),
        ],
    );
    let rings = ui.available_width() > ROOM_FOR_RINGS;
    let overdue =
        meeting.started.is_none() && meeting.planned.is_some_and(|at| at.date() < cx.today());
    let response = row(ui, tokens, session.id, ROW_HEIGHT, false, &spoken, |ui| {
        ui.allocate_ui_with_layout(
            egui::Vec2::new(104.0, ROW_HEIGHT),
            Layout::top_down(egui::Align::Min),
            |ui| {
                ui.set_width(104.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add_space(if day.is_empty() { 24.0 } else { 14.0 });
                text::one_line(ui, text::heading(&time, tokens));
                if !day.is_empty() {
                    let day = text::caption(&day, tokens);
                    text::one_line(ui, if overdue { day.color(tokens.warn) } else { day });
                }
            },
        );
        animal(ui, tokens, quadrant, cx.animals(), 40.0);
        ui.add_space(6.0);
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            buttons(ui, cx, session, meeting, first);
            if rings {
                ui.add_space(8.0);
                ui.scope(|ui| readiness(ui, cx, session));
            }
            ui.add_space(4.0);
            ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add_space(6.0);
                ui.horizontal(|ui| {
                    if let Some(quadrant) = quadrant {
                        quadrant_tag(ui, tokens, quadrant);
                    }
                    text::one_line(ui, text::heading(&name, tokens));
                });
                text::one_line(ui, text::body(title, tokens));
                text::one_line(ui, text::caption(place(cx, meeting), tokens));
            });
        });
    });
    if response.clicked() {
        cx.go(next_step(session, meeting));
    }
}

/// "Meeting 3 · Harbour Foods, Pier 4".
fn place(cx: &Cx<'_>, meeting: &NextMeeting) -> String {
    let number = cx.tr("today-meeting-number", &[("number", meeting.number.into())]);
    let place = meeting.place.trim();
    if place.is_empty() { number } else { format!("{number} · {place}") }
}

/// The plan before the meeting, the table while it lasts.
fn next_step(session: &SessionSummary, meeting: &NextMeeting) -> Route {
    let tab =
        if meeting.started.is_some() { NegotiationTab::Meeting } else { NegotiationTab::Plan };
    Route::Negotiation { session: session.id, tab }
}

fn buttons(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &SessionSummary,
    meeting: &NextMeeting,
    first: bool,
) {
    let label = cx.t(if meeting.started.is_some() { "today-continue" } else { "today-prepare" });
    let prepare = if first { ActionButton::primary(label) } else { ActionButton::secondary(label) };
    if prepare.small().show(ui, cx.tokens).clicked() {
        cx.go(next_step(session, meeting));
    }
    let brief = ActionButton::secondary(cx.t("today-brief")).small();
    if brief.show(ui, cx.tokens).clicked() {
        cx.go(Route::Negotiation { session: session.id, tab: NegotiationTab::Brief });
    }
}

/// The three rings, from the right: plan, walk, profile.
fn readiness(ui: &mut Ui, cx: &Cx<'_>, session: &SessionSummary) {
    let readiness = Readiness::of(cx.work, session);
    let percent = ring::percent(readiness.profile);
    let part = |key: &str, part: super::readiness::Part| {
        cx.tr(key, &[("done", part.done.into()), ("all", part.all.into())])
    };
    let rings = [
        ("today-plan", readiness.plan.share(), part("today-plan-tip", readiness.plan)),
        ("today-walk", readiness.walk.share(), part("today-walk-tip", readiness.walk)),
        (
            "today-profile",
            readiness.profile,
            cx.tr("today-profile-tip", &[("percent", percent.into())]),
        ),
    ];
    ui.spacing_mut().item_spacing.x = 2.0;
    for (key, share, tip) in rings {
        let name = cx.t(key);
        let percent = ring::percent(share);
        let spoken = cx.tr("today-ring", &[("name", name.into()), ("percent", percent.into())]);
        ring(ui, cx.tokens, name, share, &spoken).on_hover_text(tip);
    }
}
