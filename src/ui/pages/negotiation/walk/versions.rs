//! Kept versions of the pitch: the list, and what can be done with each.

use egui::{Id, Layout, Rect, ScrollArea, Ui, Vec2};

use super::marks::marks_of;
use super::speech::{self, Length};
use super::{Page, version_compare};
use crate::app::edit::SessionEdit;
use crate::app::history::when;
use crate::domain::ids::EntryId;
use crate::domain::session::{PitchVersion, Session};
use crate::domain::walk::Walk;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, inset};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::page::empty_state;
use crate::ui::widgets::text;

const LIST: f32 = 290.0;
const NARROW_LIST: f32 = 190.0;

/// Whether the text is kept as it stands, with its answers.
pub(super) fn is_kept(session: &Session) -> bool {
    let is_this =
        |version: &PitchVersion| version.text == session.pitch && version.walk == session.walk;
    session.pitches.iter().rev().any(is_this)
}

/// Keeps the text as it stands, with its answers.
pub(super) fn keep(cx: &mut Cx<'_>, session: &Session) {
    let version = PitchVersion {
        id: EntryId(cx.clock.new_id()),
        at: cx.now(),
        name: String::new(),
        text: session.pitch.clone(),
        walk: session.walk.clone(),
    };
    cx.edit_session(session.id, SessionEdit::KeepPitch(version));
}

/// What a version is called: its name, or when it was kept.
pub(super) fn title(cx: &Cx<'_>, version: &PitchVersion) -> String {
    let name = version.name.trim();
    if name.is_empty() { when(cx.messages, cx.clock, version.at) } else { name.to_owned() }
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>) {
    let versions = &page.session.pitches;
    let Some(newest) = versions.last() else {
        let (title, why) = (cx.t("coach-versions-none"), cx.t("coach-versions-none-text"));
        let possible = !cx.read_only && !page.marks.is_blank();
        let keeps = possible.then(|| cx.t("coach-keep"));
        if empty_state(ui, cx.tokens, "clock", title, why, keeps) {
            keep(cx, page.session);
        }
        return;
    };
    let chosen = page.shown.compared;
    let compared = versions.iter().find(|version| Some(version.id) == chosen).unwrap_or(newest);
    let room = ui.available_rect_before_wrap();
    let gap = size::CARD_GAP;
    let narrow = room.width() < size::NARROW_CANVAS;
    let (list_place, rest) = if narrow {
        let (top, bottom) = room.split_top_bottom_at_y(room.top() + NARROW_LIST);
        (top, Rect::from_min_max(bottom.min + Vec2::new(0.0, gap), bottom.max))
    } else {
        let (left, right) = room.split_left_right_at_x(room.left() + LIST);
        (left, Rect::from_min_max(right.min + Vec2::new(gap, 0.0), right.max))
    };
    list(ui, cx, page, compared.id, list_place);
    let marks = marks_of(ui, cx, compared.id.0, &compared.text);
    version_compare::show(ui, cx, page, compared, &marks, rest);
}

fn list(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>, compared: EntryId, place: Rect) {
    let tokens = cx.tokens;
    Card::new(cx.t("coach-versions")).fixed().show(ui, tokens, place, |ui| {
        ScrollArea::vertical().id_salt("versions").auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            for version in page.session.pitches.iter().rev() {
                ui.push_id(version.id.0, |ui| {
                    let chosen = version.id == compared;
                    let (fill, line) = if chosen {
                        (tokens.accent_soft, tokens.accent_line)
                    } else {
                        (tokens.surface, tokens.border)
                    };
                    inset(ui, fill, line, |ui| entry(ui, cx, page, version, chosen));
                });
            }
        });
    });
}

/// The length of a kept text, counted once.
fn length(ui: &Ui, version: &PitchVersion) -> Length {
    let id = Id::unique(("pitch-length", version.id.0));
    let counted: Option<(usize, Length)> = ui.data(|data| data.get_temp(id));
    if let Some((_, length)) = counted.filter(|(bytes, _)| *bytes == version.text.len()) {
        return length;
    }
    let length = Length::of(&version.text);
    ui.data_mut(|data| data.insert_temp(id, (version.text.len(), length)));
    length
}

fn entry(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>, version: &PitchVersion, chosen: bool) {
    let (tokens, session) = (cx.tokens, page.session);
    ui.spacing_mut().item_spacing.y = 4.0;
    let title = title(cx, version);
    ui.add_enabled_ui(!cx.read_only, |ui| {
        let label = cx.tr("coach-version-name", &[("version", Arg::from(&title))]);
        let hint = cx.t("coach-version-name-hint");
        let field = Field::new(&label).hide_label().hint(hint);
        if let Some(name) = field.edit(ui, tokens, &version.name) {
            cx.edit_session(session.id, SessionEdit::NamePitch(version.id, name));
        }
    });
    let covered = cx.messages.percent(version.walk.coverage(&page.audience.need));
    let covered = cx.tr("coach-covers", &[("percent", covered.into())]);
    let kept = when(cx.messages, cx.clock, version.at);
    let facts = [kept, covered, speech::line(cx, length(ui, version))];
    let line = facts.join(cx.t("list-separator"));
    text::one_line(ui, text::caption(line.as_str(), tokens)).on_hover_text(line);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let named = |button: ActionButton<'_>, ui: &mut Ui, label: &str, enabled: bool| {
            let response = button.enabled(enabled).show(ui, tokens);
            let args = [("do", Arg::from(label)), ("version", Arg::from(&title))];
            let name = cx.tr("coach-version-do", &args);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &name));
            response.clicked()
        };
        let label = cx.t("coach-version-use");
        let present = version.text == session.pitch && version.walk == session.walk;
        let button = ActionButton::secondary(label).small().tooltip(cx.t("coach-version-use-tip"));
        let uses = named(button, ui, label, !cx.read_only && !present);
        let label = cx.t("coach-version-compare");
        let button = ActionButton::quiet(label).small().selected(chosen);
        if named(button, ui, label, true) {
            page.shown.compared = Some(version.id);
        }
        let removes = ui
            .with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let label = cx.t("coach-version-remove");
                let button = ActionButton::icon_only("trash", label).colour(tokens.text_3);
                named(button, ui, label, !cx.read_only)
            })
            .inner;
        if uses {
            // The present text must not be lost to an older one.
            let is_something = !session.pitch.trim().is_empty() || session.walk != Walk::default();
            if !is_kept(session) && is_something {
                keep(cx, session);
            }
            cx.edit_session(session.id, SessionEdit::UsePitch(version.id));
        }
        if removes {
            cx.edit_session(session.id, SessionEdit::RemovePitch(version.id));
        }
    });
}
