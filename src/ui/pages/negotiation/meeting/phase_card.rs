//! What the phase asks for: its checklist, and the tactics that are likely in it.

use egui::{Id, Rect, Ui};

use super::{Scene, tactic};
use crate::app::edit::MeetingEdit;
use crate::domain::phase::Phase;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;
use crate::ui::widgets::tick::tick;

/// What is looked at; it lasts as long as the window.
#[derive(Debug, Clone, Default)]
struct Shown {
    /// Another phase than the one we are in, and the one we were in when it was chosen.
    ahead: Option<(Phase, Phase)>,
    checklist: bool,
    /// The open card.
    tactic: Option<String>,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let current = scene.meeting.phase;
    let key = Id::unique(("phase-card", scene.session.id.0));
    let mut shown: Shown = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    // A step to another phase shows that phase.
    let phase =
        shown.ahead.filter(|(_, from)| *from == current).map_or(current, |(phase, _)| phase);
    let content = cx.catalog.phase(phase);
    let caption = if phase == current { cx.t("phase-now") } else { cx.t("phase-looking") };
    let position = Phase::ALL.iter().position(|other| *other == phase).unwrap_or(0);
    let before = position.checked_sub(1).and_then(|index| Phase::ALL.get(index)).copied();
    let after = Phase::ALL.get(position + 1).copied();
    let names = (cx.t("phase-before"), cx.t("phase-after"));
    let mut to = None;
    Card::new(cx.c(&content.name)).caption(caption).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            let next = ActionButton::icon_only("chevron-right", names.1).enabled(after.is_some());
            if next.show(ui, tokens).clicked() {
                to = after;
            }
            let back = ActionButton::icon_only("chevron-left", names.0).enabled(before.is_some());
            if back.show(ui, tokens).clicked() {
                to = before;
            }
        },
        |ui| {
            if phase == Phase::Preparation {
                let purpose = text::caption(cx.c(&content.purpose), tokens);
                ui.add(egui::Label::new(purpose).wrap());
            }
            if phase != Phase::Preparation {
                let done = content
                    .checklist
                    .iter()
                    .filter(|item| scene.meeting.done.contains(&item.id))
                    .count();
                let all = content.checklist.len();
                let checklist = cx
                    .tr("meeting-checklist", &[("done", Arg::from(done)), ("all", Arg::from(all))]);
                let options = [(false, cx.t("phase-tactics")), (true, checklist.as_str())];
                let chosen =
                    segmented(ui, tokens, cx.t("phase-shows"), Some(shown.checklist), &options);
                shown.checklist = chosen.unwrap_or(shown.checklist);
            }
            if shown.checklist || phase == Phase::Preparation {
                checklist(ui, cx, scene, phase);
            } else {
                let name = cx.t("tactic-search");
                let draft = cx.drafts.meetings.entry(scene.meeting.id).or_default();
                let search = &mut draft.tactic_search;
                Field::new(name).hint(name).hide_label().show(ui, tokens, search);
                let search = search.clone();
                tactic::list(ui, cx, scene, phase, &search, &mut shown.tactic);
            }
        },
    );
    if let Some(to) = to {
        shown.ahead = Some((to, current));
    }
    ui.data_mut(|data| data.insert_temp(key, shown));
}

fn checklist(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, phase: Phase) {
    let tokens = cx.tokens;
    let content = cx.catalog.phase(phase);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_enabled_ui(!cx.read_only, |ui| {
        for item in &content.checklist {
            let words = item.text.get(cx.messages.language());
            let done = scene.meeting.done.contains(&item.id);
            let label =
                text::body(words, tokens).color(if done { tokens.text_3 } else { tokens.text });
            let ticked = ui.push_id(&item.id, |ui| tick(ui, tokens, done, words, label)).inner;
            if ticked.clicked() {
                cx.edit_meeting(
                    scene.session.id,
                    scene.meeting.id,
                    MeetingEdit::ToggleDone(item.id.clone()),
                );
            }
        }
    });
    ui.add_space(4.0);
    let leave = cx.tr("meeting-leave-when", &[("when", cx.c(&content.leave_when).into())]);
    ui.add(egui::Label::new(text::caption(leave, tokens)).wrap());
}
