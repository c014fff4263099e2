//! The phases of the meeting with their times, the clock, and the one-sentence answer below.

use std::time::Duration;

use egui::{
    Align, CornerRadius, Layout, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2,
};
use jiff::Timestamp;

use super::{Scene, statement};
use crate::app::edit::MeetingEdit;
use crate::app::route::{NegotiationTab, Route};
use crate::domain::phase::Phase;
use crate::domain::session::LogKind;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{radius, size};
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::text;

const RAIL_HEIGHT: f32 = 54.0;
const CLOCK_WIDTH: f32 = 124.0;
/// A phase narrower than this shows its name without a sign.
const SIGNED: f32 = 124.0;
/// Room beside the button for the clock and four phases.
const WITH_CLOCK: f32 = 440.0;
const SECONDS_PER_MINUTE: i64 = 60;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let corner = CornerRadius::same(radius::CARD);
    let line = Stroke::new(1.0, tokens.border);
    ui.painter().rect(place, corner, tokens.surface, line, StrokeKind::Inside);
    let (rail, answer) = place.split_top_bottom_at_y(place.top() + RAIL_HEIGHT);
    ui.painter().hline(place.x_range(), answer.top(), line);

    let mut right = ui.new_child(
        UiBuilder::new()
            .id_salt("meeting-controls")
            .max_rect(rail.shrink2(Vec2::new(12.0, 4.0)))
            .layout(Layout::right_to_left(Align::Center)),
    );
    controls(&mut right, cx, scene);
    let mut phases = rail.shrink2(Vec2::new(6.0, 6.0));
    phases.set_right((right.min_rect().left() - 12.0).max(phases.left() + 200.0));
    let width = phases.width() / 4.0;
    for (index, phase) in (0_u8..).zip(Phase::ALL) {
        let left = phases.left() + f32::from(index) * width;
        let step =
            Rect::from_min_max(pos2(left, phases.top()), pos2(left + width - 4.0, phases.bottom()));
        phase_step(ui, cx, scene, phase, step);
    }

    let mut inner = ui.new_child(
        UiBuilder::new()
            .id_salt("answer")
            .max_rect(answer.shrink2(Vec2::new(size::CARD_PADDING, 5.0)))
            .layout(Layout::top_down(Align::Min)),
    );
    inner.set_clip_rect(answer.intersect(ui.clip_rect()));
    statement::show(&mut inner, cx, scene);
}

fn phase_step(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, phase: Phase, place: Rect) {
    let tokens = cx.tokens;
    let meeting = scene.meeting;
    let current = meeting.phase == phase;
    let name = cx.c(&cx.catalog.phase(phase).name);
    let id = ui.make_persistent_id(("phase", phase.id()));
    let sense = if cx.read_only { Sense::hover() } else { Sense::click() };
    let response = ui.interact(place, id, sense);
    let times = times(cx, scene, phase);
    let spoken = format!("{name} {times}");
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Tab, !cx.read_only, current, &spoken)
    });
    let fill = match (current, response.hovered()) {
        (true, _) => tokens.accent_soft,
        (false, true) => tokens.hover,
        (false, false) => tokens.surface,
    };
    ui.painter().rect_filled(place, CornerRadius::same(radius::CONTROL), fill);
    let centre = place.left_center() + Vec2::new(20.0, 0.0);
    let signed = place.width() >= SIGNED;
    if !signed {
        // The name alone has to do; its colour says what the sign would.
    } else if current {
        ui.painter().circle_filled(centre, 9.0, tokens.accent);
        ui.painter().circle_filled(centre, 3.5, tokens.surface);
    } else if phase < meeting.phase {
        ui.painter().circle_filled(centre, 9.0, tokens.ok);
        let sign = Rect::from_center_size(centre, Vec2::splat(12.0));
        icons::sized("check", 12.0).tint(tokens.surface).paint_at(ui, sign);
    } else {
        ui.painter().circle_stroke(centre, 8.5, Stroke::new(1.5, tokens.border_strong));
    }
    let indent = if signed { 38.0 } else { 8.0 };
    let mut label = ui.new_child(
        UiBuilder::new()
            .id_salt(id)
            .max_rect(Rect::from_min_max(pos2(place.left() + indent, place.top() + 2.0), place.max))
            .layout(Layout::top_down(Align::Min)),
    );
    label.set_clip_rect(place.intersect(ui.clip_rect()));
    label.spacing_mut().item_spacing.y = 1.0;
    let colour = match (current, signed) {
        (true, _) => tokens.accent_text,
        (false, false) if phase < meeting.phase => tokens.ok,
        (false, _) => tokens.text,
    };
    let title = text::strong(name, tokens).color(colour);
    text::one_line(&mut label, title);
    text::one_line(&mut label, text::caption(times, tokens));
    focus_ring(ui, &response, tokens);
    if response.clicked() && !current {
        let edit = MeetingEdit::Phase { phase, at: cx.now(), entry: cx.clock.new_entry() };
        cx.edit_meeting(scene.session.id, meeting.id, edit);
    }
}

/// "7 of 8 done", "14:00 to 14:12", "since 14:12"; empty for a phase that has not been reached.
fn times(cx: &Cx<'_>, scene: &Scene<'_>, phase: Phase) -> String {
    let meeting = scene.meeting;
    if phase == Phase::Preparation {
        let items = &cx.catalog.phase(phase).checklist;
        let done = items.iter().filter(|item| meeting.done.contains(&item.id)).count();
        return cx
            .tr("meeting-checks", &[("done", Arg::from(done)), ("all", Arg::from(items.len()))]);
    }
    let mut changes: Vec<(Timestamp, Phase)> = scene
        .session
        .log
        .iter()
        .filter(|entry| entry.meeting == meeting.id && entry.kind == LogKind::PhaseChange)
        .filter_map(|entry| entry.phase.map(|phase| (entry.at, phase)))
        .collect();
    changes.sort_by_key(|(at, _)| *at);
    let Some(start) = changes.iter().rposition(|(_, changed)| *changed == phase) else {
        return cx.t("meeting-phase-ahead").to_owned();
    };
    let clock = |at| cx.messages.time(cx.clock.local(at).time());
    let from = changes.get(start).map(|(at, _)| clock(*at)).unwrap_or_default();
    let end = changes.get(start + 1).map(|(at, _)| *at).or(meeting.ended);
    let when = match end {
        Some(end) => {
            cx.tr("meeting-phase-span", &[("from", from.into()), ("to", clock(end).into())])
        }
        None => cx.tr("meeting-phase-since", &[("from", from.into())]),
    };
    let spent = time_in(&changes, phase, meeting.ended.unwrap_or_else(|| cx.now()));
    cx.tr("meeting-phase-spent", &[("count", Arg::from(spent)), ("when", when.into())])
}

/// The minutes spent in a phase, however often it was entered.
fn time_in(changes: &[(Timestamp, Phase)], phase: Phase, until: Timestamp) -> i64 {
    let ends = changes.iter().skip(1).map(|(at, _)| *at).chain([until]);
    let stays = changes.iter().zip(ends).filter(|((_, stay), _)| *stay == phase);
    let seconds = stays.map(|((from, _), to)| to.as_second().saturating_sub(from.as_second()));
    seconds.sum::<i64>().max(0) / SECONDS_PER_MINUTE
}

/// The clock and the one thing to do next, from right to left.
fn controls(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    let (session, meeting) = (scene.session.id, scene.meeting);
    let outcome = Route::Negotiation { session, tab: NegotiationTab::Outcome(meeting.id) };
    match (meeting.started, meeting.ended) {
        (_, Some(ended)) => {
            let reopen =
                ActionButton::secondary(cx.t("meeting-reopen")).icon("undo").enabled(!cx.read_only);
            if reopen.show(ui, tokens).clicked() {
                cx.edit_meeting(session, meeting.id, MeetingEdit::Reopen);
            }
            let end = cx.messages.time(cx.clock.local(ended).time());
            clock(
                ui,
                cx,
                minutes(meeting.started, ended),
                meeting.minutes,
                &cx.tr("meeting-ended-at", &[("time", end.into())]),
            );
        }
        (Some(started), None) => {
            let end =
                ActionButton::primary(cx.t("meeting-end")).icon("flag").enabled(!cx.read_only);
            if end.show(ui, tokens).clicked() {
                cx.edit_meeting(session, meeting.id, MeetingEdit::End(cx.now()));
                cx.go(outcome);
            }
            let now = cx.now();
            let start = cx.messages.time(cx.clock.local(started).time());
            clock(
                ui,
                cx,
                minutes(Some(started), now),
                meeting.minutes,
                &cx.tr("meeting-running-since", &[("time", start.into())]),
            );
            repaint_at_next_minute(ui, started, now);
        }
        (None, None) => {
            let start =
                ActionButton::primary(cx.t("meeting-start")).icon("play").enabled(!cx.read_only);
            if start.show(ui, tokens).clicked() {
                let at = cx.now();
                cx.edit_meeting(session, meeting.id, MeetingEdit::Start(at));
                if meeting.phase == Phase::Preparation {
                    let entry = cx.clock.new_entry();
                    let edit = MeetingEdit::Phase { phase: Phase::Opening, at, entry };
                    cx.edit_meeting(session, meeting.id, edit);
                }
            }
        }
    }
}

fn minutes(started: Option<Timestamp>, until: Timestamp) -> i64 {
    let seconds =
        started.map_or(0, |started| until.as_second().saturating_sub(started.as_second()));
    (seconds / SECONDS_PER_MINUTE).max(0)
}

/// The time that was spent, of what was planned; quietly marked when that is over.
fn clock(ui: &mut Ui, cx: &Cx<'_>, minutes: i64, planned: Option<u16>, caption: &str) {
    // The phases come first where there is room for one only.
    if ui.available_width() < WITH_CLOCK {
        return;
    }
    let tokens = cx.tokens;
    ui.add_space(4.0);
    // A width of its own: the phases get what is left.
    let size = Vec2::new(CLOCK_WIDTH, 40.0);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Max), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let count = ("count", Arg::from(minutes));
        let label = match planned {
            Some(planned) => cx.tr("meeting-minutes-of", &[count, ("planned", planned.into())]),
            None => cx.tr("meeting-minutes", &[count]),
        };
        let over = planned.map_or(0, |planned| minutes - i64::from(planned));
        if over > 0 {
            text::one_line(ui, text::title(label, tokens).color(tokens.warn));
            let over = cx.tr("meeting-minutes-over", &[("count", Arg::from(over))]);
            text::one_line(ui, text::caption(over, tokens).color(tokens.warn))
                .on_hover_text(caption);
        } else {
            text::one_line(ui, text::title(label, tokens));
            text::one_line(ui, text::caption(caption, tokens));
        }
    });
}

/// The clock shows whole minutes, so one frame a minute is enough.
fn repaint_at_next_minute(ui: &Ui, started: Timestamp, now: Timestamp) {
    let into_minute =
        now.as_second().saturating_sub(started.as_second()).rem_euclid(SECONDS_PER_MINUTE);
    let left = u64::try_from(SECONDS_PER_MINUTE - into_minute).unwrap_or(60);
    ui.ctx().request_repaint_after(Duration::from_secs(left.max(1)));
}
