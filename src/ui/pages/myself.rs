//! Describe my own thinking: six forced choices, and the profile that follows from them.

use egui::{CornerRadius, Id, Rect, Response, Sense, Stroke, Ui, Vec2, pos2};

use super::counterparts::profile_card::profile;
use super::counterparts::subject::lead;
use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::edit::LibraryEdit;
use crate::app::route::Route;
use crate::content::quadrants::SelfItem;
use crate::content::text::Text;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::radius;
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::page::{Crumb, top_bar};
use crate::ui::widgets::text;

/// An answer to one item: a quadrant, or "don't know".
type Answer = Option<Quadrant>;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let items = cx.catalog.self_items();
    let answered = items.iter().filter(|item| answer_to(cx, item).is_some()).count();
    let title = cx.t("myself-title");
    top_bar(
        ui,
        cx,
        &[Crumb::to(cx.t(UiCommand::GoToday.message()), Route::Today), Crumb::here(title)],
        title,
        |ui, cx| {
            let label = cx.t(if answered == items.len() { "myself-done" } else { "myself-later" });
            if ActionButton::primary(label).icon("check").show(ui, cx.tokens).clicked() {
                cx.go(Route::Today);
            }
            let versions = ActionButton::icon_only("clock", cx.t("command-versions"));
            if versions.colour(cx.tokens.text_3).show(ui, cx.tokens).clicked() {
                cx.push(Action::Command(UiCommand::Versions));
            }
        },
    );
    let left = [Cell { min: 620.0, grow: 1.0 }];
    let right = [Cell { min: 330.0, grow: 0.0 }, Cell { min: 200.0, grow: 1.0 }];
    let columns = [Column { weight: 1.45, cells: &left }, Column { weight: 1.0, cells: &right }];
    canvas(ui, &columns, |ui, index, rect| match index {
        0 => questions(ui, cx, rect, answered),
        1 => mine(ui, cx, rect),
        _ => advice(ui, cx, rect),
    });
}

fn questions(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, answered: usize) {
    let (tokens, items) = (cx.tokens, cx.catalog.self_items());
    let args = [("done", Arg::from(answered)), ("all", Arg::from(items.len()))];
    let progress = cx.tr("myself-progress", &args);
    Card::new(cx.t("myself-intro")).show_with_actions(
        ui,
        tokens,
        rect,
        |ui| {
            ui.label(text::caption(progress, tokens));
        },
        |ui| {
            let read_only = cx.read_only;
            ui.add_enabled_ui(!read_only, |ui| {
                ui.label(text::caption(cx.t("myself-intro-caption"), tokens));
                let mut next = owner_name(ui, cx);
                for (index, item) in items.iter().enumerate() {
                    let from_item = ui.push_id(&item.id, |ui| question(ui, cx, index, item)).inner;
                    next = from_item.or(next);
                }
                // Only now: an answer drawn later would take the same key press for itself.
                if let Some(next) = next {
                    ui.memory_mut(|memory| memory.request_focus(next));
                }
            });
        },
    );
}

/// Returns what is to have the focus next.
fn owner_name(ui: &mut Ui, cx: &mut Cx<'_>) -> Option<Id> {
    let name = &cx.work.library().owner.name;
    let mut value = name.clone();
    let width = ui.available_width().min(320.0);
    let field = Field::new(cx.t("myself-name")).hint(cx.t("myself-name-hint")).width(width);
    let response = field.id(Id::unique("owner-name")).show(ui, cx.tokens, &mut value);
    // Somebody who comes here for the first time starts typing at once.
    let greeted = Id::unique("owner-name-focused");
    if name.is_empty()
        && !cx.read_only
        && !ui.data(|data| data.get_temp::<bool>(greeted).unwrap_or_default())
    {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(greeted, true));
    if value != *name {
        cx.edit_library(LibraryEdit::OwnerName(value));
    }
    if submitted(ui, &response) { next_open(cx, None) } else { None }
}

/// One item; returns what is to have the focus next.
fn question(ui: &mut Ui, cx: &mut Cx<'_>, index: usize, item: &SelfItem) -> Option<Id> {
    let tokens = cx.tokens;
    let given = answer_to(cx, item);
    let [one, other] = &item.choices;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let number = cx.tr("myself-number", &[("number", Arg::from((index + 1).to_string()))]);
        ui.label(text::strong(number, tokens).color(tokens.text_3));
        ui.add(egui::Label::new(text::strong(cx.c(&item.stem), tokens)).wrap());
    });
    let unsure = cx.t("myself-dont-know");
    let options: [(Answer, &str); 3] = [
        (Some(one.quadrant), cx.c(&one.text)),
        (Some(other.quadrant), cx.c(&other.text)),
        (None, unsure),
    ];
    let width = ui.available_width();
    let narrow_width = 122.0_f32.min(width * 0.24);
    let wide = (width - narrow_width - 16.0) / 2.0;
    let heights = options.map(|(answer, label)| {
        option_height(ui, cx, label, if answer.is_some() { wide } else { narrow_width })
    });
    let height = heights.into_iter().fold(40.0, f32::max);
    let mut next = None;
    ui.horizontal_top(|ui| {
        for (answer, label) in options {
            let width = if answer.is_some() { wide } else { narrow_width };
            let args = [("stem", Arg::from(cx.c(&item.stem))), ("choice", Arg::from(label))];
            let spoken = cx.tr("myself-option", &args);
            let id = option_id(item, answer);
            let response =
                option(ui, cx, id, Vec2::new(width, height), given == Some(answer), label, &spoken);
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                let by_keyboard =
                    response.has_focus() && !ui.input(|input| input.pointer.any_released());
                give(cx, item, answer);
                if by_keyboard {
                    next = next_open(cx, Some(index));
                }
            }
        }
    });
    next
}

fn option_id(item: &SelfItem, answer: Answer) -> Id {
    Id::unique(("self-item", &item.id, answer.map(Quadrant::letter)))
}

/// The first choice of the next item without an answer, from the one answered just now onwards.
fn next_open(cx: &Cx<'_>, answered: Option<usize>) -> Option<Id> {
    let items = cx.catalog.self_items();
    let start = answered.map_or(0, |index| index + 1);
    let (before, after) = items.split_at_checked(start)?;
    let before = before.iter().take(start.saturating_sub(1));
    let item = after.iter().chain(before).find(|item| answer_to(cx, item).is_none())?;
    let [first, _] = &item.choices;
    Some(option_id(item, Some(first.quadrant)))
}

const OPTION_PADDING: Vec2 = Vec2::new(12.0, 9.0);
const SIGN: f32 = 22.0;

fn option_galley(
    ui: &Ui,
    cx: &Cx<'_>,
    label: &str,
    width: f32,
    selected: bool,
) -> std::sync::Arc<egui::Galley> {
    let tokens = cx.tokens;
    let style = if selected { text::value(label, tokens) } else { text::body(label, tokens) };
    let room = width - 2.0 * OPTION_PADDING.x - SIGN;
    egui::WidgetText::from(style).into_galley(
        ui,
        Some(egui::TextWrapMode::Wrap),
        room,
        egui::TextStyle::Body,
    )
}

fn option_height(ui: &Ui, cx: &Cx<'_>, label: &str, width: f32) -> f32 {
    option_galley(ui, cx, label, width, true).size().y + 2.0 * OPTION_PADDING.y
}

/// One answer: a box that is chosen as a whole.
fn option(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: Id,
    size: Vec2,
    selected: bool,
    label: &str,
    spoken: &str,
) -> Response {
    let tokens = cx.tokens;
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, id, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::RadioButton, enabled, selected, spoken)
    });
    let (fill, line) = match (selected, response.hovered()) {
        (true, _) => (tokens.accent_soft, tokens.accent),
        (false, true) => (tokens.hover, tokens.border_strong),
        (false, false) => (tokens.surface, tokens.border_strong),
    };
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter().rect(rect, corner, fill, Stroke::new(1.0, line), egui::StrokeKind::Inside);
    let sign = pos2(rect.left() + OPTION_PADDING.x + 7.0, rect.center().y);
    if selected {
        ui.painter().circle_filled(sign, 7.0, tokens.accent);
        ui.painter().circle_filled(sign, 2.5, tokens.on_accent);
    } else {
        ui.painter().circle_stroke(sign, 6.5, Stroke::new(1.0, tokens.border_strong));
    }
    let galley = option_galley(ui, cx, label, size.x, selected);
    let at = pos2(rect.left() + OPTION_PADDING.x + SIGN, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.text);
    focus_ring(ui, &response, tokens);
    response
}

/// My profile as it stands.
fn mine(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let tokens = cx.tokens;
    let my = cx.work.my_reading();
    Card::new(cx.t("myself-profile")).show(ui, tokens, rect, |ui| {
        let pressure = Some(&my.pressure).filter(|reading| reading.profile.observations > 0);
        let name = cx.messages.word("setting", Setting::Pressure.id());
        profile(ui, cx, &my.normal, pressure.map(|reading| (reading, name)), false);
    });
}

/// My strengths and blind spots, or what the answers are good for.
fn advice(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let tokens = cx.tokens;
    let language = cx.messages.language();
    let lines = |texts: &[Text]| -> Vec<String> {
        texts.iter().map(|text| text.get(language).to_owned()).collect()
    };
    match lead(&cx.work.my_reading().normal) {
        Some(quadrant) => {
            let being = &cx.catalog.quadrant(quadrant).being;
            let (strengths, blind_spots) = (lines(&being.strengths), lines(&being.blind_spots));
            let args = [
                ("letter", Arg::from(quadrant.letter())),
                ("name", Arg::from(cx.quadrant_name(quadrant))),
            ];
            let caption = cx.tr("hypothesis-if", &args);
            Card::new(cx.t("myself-strengths")).caption(caption).show(ui, tokens, rect, |ui| {
                text::sign_list(
                    ui,
                    tokens,
                    "check",
                    tokens.ok,
                    strengths.iter().map(String::as_str),
                );
                rule(ui, tokens);
                ui.label(text::heading(cx.t("myself-blind-spots"), tokens));
                text::sign_list(
                    ui,
                    tokens,
                    "warning",
                    tokens.warn,
                    blind_spots.iter().map(String::as_str),
                );
                ui.label(text::label(cx.t("myself-pressure"), tokens));
                ui.add(egui::Label::new(text::body(cx.c(&being.under_pressure), tokens)).wrap());
            });
        }
        None => Card::new(cx.t("myself-why")).show(ui, tokens, rect, |ui| {
            let reasons = ["myself-why-compare", "myself-why-words", "myself-why-blind"];
            text::sign_list(ui, tokens, "check", tokens.ok, reasons.map(|id| cx.messages.text(id)));
            ui.label(text::caption(cx.t("myself-honest"), tokens));
        }),
    }
}

/// What was answered to an item; `None` when it is still open.
fn answer_to(cx: &Cx<'_>, item: &SelfItem) -> Option<Answer> {
    let given =
        cx.work.library().owner.evidence.iter().find(|evidence| is_answer(evidence, item))?;
    Some(given.supports.first().copied())
}

/// Whether the observation answers the item: it carries the item's id as its source.
fn is_answer(evidence: &Evidence, item: &SelfItem) -> bool {
    evidence.kind == EvidenceKind::Questionnaire && evidence.source == item.id
}

/// Writes an answer in the place of the earlier one.
fn give(cx: &mut Cx<'_>, item: &SelfItem, answer: Answer) {
    let items = cx.catalog.self_items();
    let chosen = item.choices.iter().find(|choice| Some(choice.quadrant) == answer);
    let choice = chosen.map_or_else(|| cx.t("myself-dont-know"), |choice| cx.c(&choice.text));
    let args = [("stem", Arg::from(cx.c(&item.stem))), ("choice", Arg::from(choice))];
    #[expect(clippy::cast_precision_loss, reason = "a questionnaire has few items")]
    let weight = cx.work.weights().questionnaire_total / items.len().max(1) as f64;
    let old = cx.work.library().owner.evidence.iter();
    let mut answers: Vec<Evidence> = old
        .filter(|old| old.kind == EvidenceKind::Questionnaire && !is_answer(old, item))
        .cloned()
        .collect();
    answers.push(Evidence {
        id: Some(cx.clock.new_entry()),
        supports: answer.into_iter().collect(),
        against: Vec::new(),
        kind: EvidenceKind::Questionnaire,
        setting: Setting::Normal,
        date: cx.today(),
        text: cx.tr("myself-answer", &args),
        source: item.id.clone(),
        weight: Some(weight),
    });
    cx.edit_library(LibraryEdit::OwnerAnswers(answers));
}
