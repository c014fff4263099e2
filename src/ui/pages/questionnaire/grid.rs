//! The grid of a sheet of paper: one box for each number; typing goes on to the next by itself.

use egui::{
    Align2, CornerRadius, Event, EventFilter, FontId, Id, Key, PointerButton, Response, Sense,
    Stroke, Ui, Vec2,
};

use super::paper::Marks;
use super::sheet::Sheet;
use crate::domain::questionnaire::paper::Mark;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{radius, type_size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::focus::keep_keys;

const COLUMNS: usize = 8;
const HEIGHT: f32 = 46.0;
const GAP: f32 = 6.0;

/// What was typed into the grid in this frame.
#[derive(Debug, Default)]
pub(super) struct Typed {
    /// What is to have the focus next.
    pub next: Option<Id>,
    pub pasted: Option<String>,
    /// A sign that is no answer; it is told until the next one.
    pub unknown: Option<String>,
    pub submitted: bool,
}

fn cell_id(sheet: &Sheet<'_>, index: usize) -> Id {
    Id::unique(("questionnaire-paper", sheet.key(), index))
}

fn unknown_id(sheet: &Sheet<'_>) -> Id {
    Id::unique(("questionnaire-paper-unknown", sheet.key()))
}

/// Shows the grid and takes in what is typed.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, sheet: &Sheet<'_>, marks: &mut Marks) -> Typed {
    let focused = (0..marks.len()).find(|index| {
        let id = cell_id(sheet, *index);
        ui.memory(|memory| memory.has_focus(id))
    });
    let mut typed = Typed::default();
    if let Some(index) = focused
        && ui.is_enabled()
    {
        take_in(ui, sheet, marks, index, &mut typed);
    }
    let told = unknown_id(sheet);
    typed.unknown = ui.data(|data| data.get_temp::<String>(told)).filter(|sign| !sign.is_empty());
    let room = ui.available_width();
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = (room + GAP) / COLUMNS as f32 - GAP;
    let mut arrived = false;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(GAP);
        let all: Vec<usize> = (0..marks.len()).collect();
        for row in all.chunks(COLUMNS) {
            ui.horizontal(|ui| {
                for index in row {
                    let response = cell(ui, cx, sheet, *index, marks.get(*index), width);
                    // Space and Enter have a meaning of their own here.
                    if response.clicked_by(PointerButton::Primary) {
                        typed.next = Some(response.id);
                    }
                    arrived |= response.has_focus();
                }
            });
        }
    });
    // Somebody who has just come here types at once.
    let greeted = Id::unique(("questionnaire-paper-greeted", sheet.key()));
    let frame = ui.ctx().cumulative_pass_nr();
    let last = ui.data_mut(|data| {
        let last = data.get_temp::<u64>(greeted);
        data.insert_temp(greeted, frame);
        last
    });
    if last.is_none_or(|last| last + 1 < frame) && !arrived && ui.is_enabled() {
        typed.next = Some(cell_id(sheet, marks.first_open()));
    }
    typed
}

/// Takes in keys and signs in their order.
fn take_in(ui: &Ui, sheet: &Sheet<'_>, marks: &mut Marks, from: usize, typed: &mut Typed) {
    let last = marks.len().saturating_sub(1);
    let mut at = from;
    let mut unknown = None;
    let events = ui.input(|input| input.events.clone());
    for event in events {
        match event {
            Event::Text(text) => {
                for sign in text.chars() {
                    match Mark::of(sign) {
                        Some(mark) => marks.set(at, Some(mark)),
                        None if sign.is_whitespace() => {}
                        None => {
                            unknown = Some(sign.to_string());
                            continue;
                        }
                    }
                    unknown.get_or_insert_default().clear();
                    at = (at + 1).min(last);
                }
            }
            Event::Paste(text) => typed.pasted = Some(text),
            Event::Key { key, pressed: true, modifiers, .. } if modifiers.is_none() => match key {
                Key::Backspace => {
                    if marks.get(at).is_none() {
                        at = at.saturating_sub(1);
                    }
                    marks.set(at, None);
                    unknown.get_or_insert_default().clear();
                }
                Key::Delete => marks.set(at, None),
                Key::ArrowLeft => at = at.saturating_sub(1),
                Key::ArrowRight => at = (at + 1).min(last),
                Key::ArrowUp => at = at.checked_sub(COLUMNS).unwrap_or(at),
                Key::ArrowDown => at = Some(at + COLUMNS).filter(|at| *at <= last).unwrap_or(at),
                Key::Enter => typed.submitted = true,
                _ => {}
            },
            _ => {}
        }
    }
    if let Some(sign) = unknown {
        ui.data_mut(|data| data.insert_temp(unknown_id(sheet), sign));
    }
    if at != from {
        typed.next = Some(cell_id(sheet, at));
    }
}

fn cell(
    ui: &mut Ui,
    cx: &Cx<'_>,
    sheet: &Sheet<'_>,
    index: usize,
    mark: Option<Mark>,
    width: f32,
) -> Response {
    let tokens = cx.tokens;
    let (_, rect) = ui.allocate_space(Vec2::new(width, HEIGHT));
    let response = ui.interact(rect, cell_id(sheet, index), Sense::click());
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    keep_keys(ui, &response, filter);
    let sign = mark.map(|mark| mark.sign().to_string());
    let state = match mark {
        None => cx.t("questionnaire-item-open"),
        Some(Mark::DontKnow) => cx.t("questionnaire-dont-know"),
        Some(_) => sign.as_deref().unwrap_or_default(),
    };
    let args = [("number", Arg::from(index + 1)), ("state", Arg::from(state))];
    let name = cx.tr("questionnaire-jump", &args);
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &name));
    let (fill, line) = match (response.has_focus(), mark) {
        (true, _) => (tokens.surface, tokens.accent),
        (false, Some(_)) => (tokens.accent_soft, tokens.accent_line),
        (false, None) => (tokens.surface, tokens.border_strong),
    };
    let corner = CornerRadius::same(radius::SMALL);
    ui.painter().rect(rect, corner, fill, Stroke::new(1.0, line), egui::StrokeKind::Inside);
    let small = FontId::new(type_size::CAPTION, Weight::Regular.family());
    let at = rect.left_top() + Vec2::new(8.0, 6.0);
    ui.painter().text(at, Align2::LEFT_TOP, (index + 1).to_string(), small, tokens.text_3);
    if let Some(sign) = sign {
        let large = FontId::new(type_size::TITLE, Weight::SemiBold.family());
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, sign, large, tokens.text);
    }
    focus_ring(ui, &response, tokens);
    response
}
