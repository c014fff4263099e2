//! The preparation as a list to tick off, with what usually goes wrong.

use egui::{Label, Rect, Ui};

use super::fit;
use super::readiness::{self, Part};
use crate::app::edit::MeetingEdit;
use crate::domain::phase::Phase;
use crate::domain::session::{Meeting, Session};
use crate::ui::context::Cx;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::chip::{Tone, bar, chip};
use crate::ui::widgets::text;
use crate::ui::widgets::tick::tick;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, place: Rect) {
    let tokens = cx.tokens;
    let content = cx.catalog.phase(Phase::Preparation);
    let meeting = session.focus_meeting();
    let parts = readiness::parts(session);
    let ticked = content.checklist.iter().filter(|item| is_done(meeting, &item.id)).count();
    let done = ticked + parts.iter().filter(|part| part.done).count();
    let all = content.checklist.len() + parts.len();
    let ready = cx.tr("plan-ready", &[("done", done.into()), ("all", all.into())]);
    Card::new(cx.c(&content.name)).caption(ready).show(ui, tokens, place, |ui| {
        fit::measured(ui, "checklist", |ui| {
            #[expect(clippy::cast_precision_loss, reason = "a handful of items")]
            let share = done as f64 / all.max(1) as f64;
            let width = ui.available_width();
            bar(ui, tokens, width, share, tokens.ok);
            ui.add_space(2.0);
            ui.add(Label::new(text::caption(cx.c(&content.purpose), tokens)).wrap());
            ui.add_space(4.0);
            written(ui, cx, &parts);
            ui.label(text::label(cx.t("ready-tick"), tokens));
            let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 2.0);
            for item in &content.checklist {
                let ticked = is_done(meeting, &item.id);
                let line = cx.c(&item.text);
                let colour = if ticked { tokens.text_3 } else { tokens.text };
                let label = text::body(line, tokens).color(colour);
                let enabled = !cx.read_only && meeting.is_some();
                let response = ui
                    .push_id(&item.id, |ui| {
                        ui.add_enabled_ui(enabled, |ui| tick(ui, tokens, ticked, line, label)).inner
                    })
                    .inner;
                if response.clicked()
                    && let Some(meeting) = meeting
                {
                    let edit = MeetingEdit::ToggleDone(item.id.clone());
                    cx.edit_meeting(session.id, meeting.id, edit);
                }
            }
            ui.spacing_mut().item_spacing.y = spacing;
            ui.add_space(4.0);
            rule(ui, tokens);
            ui.label(text::label(cx.t("plan-leave-when"), tokens));
            ui.add(Label::new(text::body(cx.c(&content.leave_when), tokens)).wrap());
            ui.add_space(4.0);
            ui.label(text::label(cx.t("plan-mistakes"), tokens));
            let mistakes = content.mistakes.iter().map(|mistake| cx.c(mistake));
            text::sign_list(ui, tokens, "warning", tokens.warn, mistakes);
        });
    });
}

/// What of the plan is written and what is not, as the app sees it.
fn written(ui: &mut Ui, cx: &Cx<'_>, parts: &[Part]) {
    let tokens = cx.tokens;
    ui.label(text::label(cx.t("ready-written"), tokens));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(4.0);
        for part in parts {
            let word = cx.messages.word("ready", part.id);
            let (tone, key) =
                if part.done { (Tone::Ok, "ready-done") } else { (Tone::Neutral, "ready-open") };
            let spoken = cx.tr(key, &[("part", word.into())]);
            let response = chip(ui, tokens, tone, word);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
            response.on_hover_text(spoken);
        }
    });
    ui.add_space(2.0);
}

fn is_done(meeting: Option<&Meeting>, item: &str) -> bool {
    meeting.is_some_and(|meeting| meeting.done.iter().any(|done| done == item))
}
