//! One item, large: the situation, two answers and "don't know", by mouse or by single keys.

use egui::{Event, Id, Key, Layout, Ui};

use super::choice;
use super::sheet::Sheet;
use crate::domain::questionnaire::Change;
use crate::domain::questionnaire::paper::Mark;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::text;

/// In a card that is taller than this everything is larger.
const TALL: f32 = 700.0;

const MARKS: [Mark; 3] = [Mark::First, Mark::Second, Mark::DontKnow];

/// What the user wants, by a key or a click.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wish {
    /// Several, when somebody types faster than frames are drawn.
    Give(Vec<Mark>),
    Back,
    Forward,
}

/// `height` is that of the card. Returns what is to have the focus next.
pub(super) fn show<'a>(
    ui: &mut Ui,
    cx: &mut Cx<'a>,
    sheet: &Sheet<'a>,
    index: usize,
    height: f32,
) -> Option<Id> {
    let tokens = cx.tokens;
    let item = sheet.items.get(index)?;
    let ids = MARKS.map(|mark| choice::id(sheet, index, mark));
    let mut wish = wish_by_key(ui, Some(&ids));
    let mut by_keyboard = wish.is_some();
    let is_tall = height > TALL;
    ui.add_space(if is_tall { (height - TALL) * 0.3 + 16.0 } else { 8.0 });
    let args = [("number", Arg::from(index + 1)), ("all", Arg::from(sheet.items.len()))];
    ui.label(text::label(cx.tr("questionnaire-item", &args), tokens).color(tokens.text_3));
    let stem = sheet.stem(cx, item);
    let stem = if is_tall { text::display(stem, tokens) } else { text::title(stem, tokens) };
    ui.add(egui::Label::new(stem).wrap());
    ui.add_space(if is_tall { 14.0 } else { 4.0 });
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = if is_tall { 14.0 } else { 8.0 };
        for mark in MARKS {
            let Some(response) = choice::show(ui, cx, sheet, index, mark, is_tall) else {
                continue;
            };
            if response.clicked() {
                by_keyboard =
                    response.has_focus() && !ui.input(|input| input.pointer.any_released());
                wish = Some(Wish::Give(vec![mark]));
            }
        }
    });
    ui.add_space(if is_tall { 12.0 } else { 4.0 });
    wish = foot(ui, cx, sheet, index).or(wish);
    ui.label(text::caption(cx.t("questionnaire-keys"), tokens));
    let shown = match wish? {
        Wish::Give(marks) => sheet.answer(cx, index, &marks),
        Wish::Back => {
            let before = index.saturating_sub(1);
            sheet.look_at(cx, before);
            Some(before)
        }
        Wish::Forward => {
            sheet.look_at(cx, index + 1);
            Some(index + 1).filter(|next| *next < sheet.items.len())
        }
    };
    let first = |index| choice::id(sheet, index, sheet.mark(index).unwrap_or(Mark::First));
    shown.filter(|_| by_keyboard).map(first)
}

/// The way back when everything is answered.
pub(super) fn wants_back(ui: &Ui) -> bool {
    wish_by_key(ui, None) == Some(Wish::Back)
}

/// Single keys belong to the questionnaire while nobody types and no window lies over it. The arrows
/// are for the answers alone, as elsewhere they lead from control to control.
fn wish_by_key(ui: &Ui, answers: Option<&[Id]>) -> Option<Wish> {
    let may_listen = ui.is_enabled()
        && !ui.ctx().text_edit_focused()
        && ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
    if !may_listen {
        return None;
    }
    let focused = ui.memory(egui::Memory::focused);
    let arrows = focused.is_none_or(|id| answers.is_some_and(|answers| answers.contains(&id)));
    ui.input(|input| {
        // What the key writes counts, as digits need Shift on some keyboards.
        let typed = input.events.iter().filter_map(|event| match event {
            Event::Text(text) => digit(text),
            _ => None,
        });
        let mut marks: Vec<Mark> = typed.collect();
        let pressed = |key| input.modifiers.is_none() && input.key_pressed(key);
        let by_key = || {
            let keys =
                [(Key::Num1, Mark::First), (Key::Num2, Mark::Second), (Key::Num0, Mark::DontKnow)];
            keys.into_iter().find(|(key, _)| pressed(*key)).map(|(_, mark)| mark)
        };
        if answers.is_some() {
            if marks.is_empty() {
                marks.extend(by_key());
            }
            if !marks.is_empty() {
                return Some(Wish::Give(marks));
            }
        }
        if pressed(Key::Backspace) || (arrows && pressed(Key::ArrowLeft)) {
            return Some(Wish::Back);
        }
        (arrows && pressed(Key::ArrowRight)).then_some(Wish::Forward)
    })
}

fn digit(text: &str) -> Option<Mark> {
    MARKS.into_iter().find(|mark| choice::key(*mark) == text)
}

fn foot<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>, index: usize) -> Option<Wish> {
    let tokens = cx.tokens;
    let mut wish = None;
    ui.horizontal(|ui| {
        let back = ActionButton::secondary(cx.t("questionnaire-back")).icon("chevron-left");
        if back.small().enabled(index > 0).show(ui, tokens).clicked() {
            wish = Some(Wish::Back);
        }
        let open = sheet.mark(index).is_none();
        let label = cx.t(if open { "questionnaire-skip" } else { "questionnaire-forward" });
        let forward = ActionButton::secondary(label).icon("chevron-right").small();
        if forward.show(ui, tokens).clicked() {
            wish = Some(Wish::Forward);
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            take_back(ui, cx, sheet);
        });
    });
    wish
}

/// Takes all answers back, if there are some; that can be undone.
pub(super) fn take_back<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>) {
    if sheet.progress.answered == 0 {
        return;
    }
    let label = cx.t("questionnaire-take-back");
    let button = ActionButton::quiet(label).small().colour(cx.tokens.text_3);
    if button.show(ui, cx.tokens).clicked() {
        sheet.change(cx, Change::TakeBack { setting: sheet.setting });
        sheet.change_draft(cx, |draft| draft.at = None);
    }
}
