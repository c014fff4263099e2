//! Who is shown: animal, name, letters, title and company, and the next meeting.

use egui::{Layout, Rect, Ui, UiBuilder, Vec2};

use super::subject::{Subject, lead};
use crate::app::action::Action;
use crate::app::edit::Edit;
use crate::app::route::{NegotiationTab, Route};
use crate::domain::counterpart::Named;
use crate::domain::label::LabelChange;
use crate::i18n::Arg;
use crate::store::record::RecordKey;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::tags::record_tags;
use crate::ui::widgets::text;

/// Height of the header.
pub const HEIGHT: f32 = 84.0;
/// From this width on, the next meeting is written out.
const WORDED: f32 = 480.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, rect: Rect) {
    let tokens = cx.tokens;
    let layout = Layout::left_to_right(egui::Align::Center);
    let mut child = ui.new_child(UiBuilder::new().id_salt("header").max_rect(rect).layout(layout));
    child.set_clip_rect(rect.expand(4.0).intersect(ui.clip_rect()));
    let ui = &mut child;
    animal(ui, tokens, subject.lead(), cx.animals(), 52.0);
    ui.add_space(6.0);
    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        actions(ui, cx, subject);
        ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(5.0);
            ui.horizontal(|ui| {
                ui.set_min_height(28.0);
                // The letters keep their place behind a name of any length.
                let letters = if subject.lead().is_some() { 110.0 } else { 0.0 };
                let width = (ui.available_width() - letters).max(60.0);
                ui.scope(|ui| {
                    ui.set_max_width(width);
                    text::one_line(ui, text::title(subject.name(cx), tokens));
                });
                tags(ui, cx, subject);
            });
            text::one_line(ui, text::body(position(cx, subject), tokens));
            ui.horizontal(|ui| labels(ui, cx, subject));
        });
    });
}

/// "C then B".
fn tags(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject<'_>) {
    let tokens = cx.tokens;
    let Some(first) = lead(subject.advice) else { return };
    quadrant_tag(ui, tokens, first);
    if let Some(second) = subject.advice.second {
        ui.label(text::caption(cx.t("counterpart-then"), tokens));
        quadrant_tag(ui, tokens, second);
    }
}

/// Whether the person is in the archive, and the tags.
fn labels(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
    let tokens = cx.tokens;
    let key = RecordKey::Counterpart(subject.person.id);
    if subject.person.labels.archived {
        chip(ui, tokens, Tone::Accent, cx.t("record-archived"));
        let back = ActionButton::quiet(cx.t("list-bring-back")).icon("unarchive").small();
        if back.enabled(!cx.read_only).show(ui, tokens).clicked() {
            let change = LabelChange::Archived { on: false };
            cx.push(Action::Edit(Edit::Label(vec![key], change)));
        }
    }
    record_tags(ui, cx, key, &subject.person.labels);
}

/// "Purchasing director, Harbour Foods".
fn position(cx: &Cx<'_>, subject: &Subject<'_>) -> String {
    let (title, organisation) = (subject.person.title.trim(), subject.person.organisation.trim());
    match (title, organisation) {
        ("", "") => cx.messages.text("counterpart-no-position").to_owned(),
        ("", one) | (one, "") => one.to_owned(),
        (title, organisation) => cx.tr(
            "counterpart-position",
            &[("title", Arg::from(title)), ("organisation", Arg::from(organisation))],
        ),
    }
}

fn actions(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
    let tokens = cx.tokens;
    let id = subject.person.id;
    let editing = cx.drafts.editing_counterpart == Some(id);
    let nameless = subject.person.full_name().is_empty();
    let button = if editing {
        let label = cx.t("counterpart-edit-done");
        ActionButton::secondary(label)
            .icon("check")
            .tooltip(cx.t("counterpart-edit-done-tip"))
            .enabled(!nameless)
    } else {
        ActionButton::secondary(cx.t("counterpart-edit")).icon("edit").enabled(!cx.read_only)
    };
    if button.small().show(ui, tokens).clicked() {
        cx.drafts.editing_counterpart = (!editing).then_some(id);
    }
    let Some((session, meeting)) = cx.work.next_meeting_with(id) else { return };
    let label = match meeting.planned {
        _ if meeting.started.is_some() => cx.t("counterpart-meeting-runs").to_owned(),
        Some(planned) => {
            let day = cx.messages.relative_day(planned.date(), cx.today());
            let args =
                [("day", Arg::from(day)), ("time", Arg::from(cx.messages.time(planned.time())))];
            cx.tr("counterpart-next-meeting", &args)
        }
        None => cx.t("counterpart-meeting-undated").to_owned(),
    };
    // Where the name needs the room, the clock has to do.
    let button = if ui.available_width() < WORDED {
        ActionButton::icon_only("clock", &label)
    } else {
        ActionButton::secondary(&label).icon("clock").small()
    };
    if button.show(ui, tokens).on_hover_text(&session.title).clicked() {
        cx.go(Route::Negotiation { session: session.id, tab: NegotiationTab::Meeting });
    }
    ui.add_space(Vec2::splat(2.0).x);
}
