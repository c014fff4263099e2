//! The observations behind a profile, newest first, with the quick entry below them. The answers to
//! the questionnaire stand together in one row.

use egui::{
    Align2, Color32, CornerRadius, FontId, Layout, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    Vec2, pos2,
};
use jiff::civil::Date;

use super::evidence_entry;
use super::evidence_line::{Answers, Line, lines};
use super::subject::Subject;
use crate::app::action::Action;
use crate::app::edit::CounterpartEdit;
use crate::app::route::Route;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::profile::item_weight;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{size, type_size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::tag::{against_tag, quadrant_tag};
use crate::ui::widgets::text;

const HEAD: f32 = 26.0;
const ROW: f32 = 50.0;
const TAG: f32 = 22.0;
const DOTS: f32 = 42.0;
const ACTIONS: f32 = 56.0;

/// Shows the card; `focus` puts the cursor into the quick entry.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, rect: Rect, focus: bool) {
    let tokens = cx.tokens;
    let count = subject.person.evidence.len();
    let caption = match count {
        0 => String::new(),
        _ => cx.tr("evidence-count", &[("count", Arg::from(count))]),
    };
    let card = Card::new(cx.t("evidence-title")).caption(caption).fixed();
    let (mut ask, mut paste) = (false, false);
    let (paste_label, paste_tip) = (cx.t("paste-short"), cx.t("command-paste-text"));
    let read_only = cx.read_only;
    let label = cx.t("evidence-questionnaire");
    let tip = cx.t("evidence-questionnaire-tip");
    let actions = |ui: &mut Ui| {
        ask = ActionButton::quiet(label).small().tooltip(tip).show(ui, tokens).clicked();
        let button = ActionButton::quiet(paste_label).small().enabled(!read_only);
        paste = button.tooltip(paste_tip).show(ui, tokens).clicked();
    };
    card.show_with_actions(ui, tokens, rect, actions, |ui| {
        let entry_height = {
            let width = rect.width() - 2.0 * size::CARD_PADDING;
            evidence_entry::height(cx, subject.person, width)
        };
        let top = ui.cursor().top();
        let split = (rect.bottom() - size::CARD_PADDING - entry_height - 12.0).max(top);
        let table = Rect::from_x_y_ranges(rect.x_range().shrink(1.0), top..=split);
        show_table(ui, cx, subject, table);
        ui.painter().hline(table.x_range(), split, Stroke::new(1.0, tokens.border));
        let inner = rect.shrink(size::CARD_PADDING);
        let entry = Rect::from_min_max(pos2(inner.left(), split + 12.0), inner.max);
        let mut child = ui.new_child(UiBuilder::new().id_salt("entry").max_rect(entry));
        child.add_enabled_ui(!cx.read_only, |ui| {
            evidence_entry::show(ui, cx, subject.person, focus);
        });
    });
    if paste {
        cx.push(Action::PasteText(Some(subject.person.id)));
    }
    if ask {
        cx.go(questionnaire(subject));
    }
}

fn questionnaire(subject: &Subject<'_>) -> Route {
    Route::questionnaire(Some(subject.person.id))
}

fn show_table(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, place: Rect) {
    let tokens = cx.tokens;
    let mut child = ui.new_child(UiBuilder::new().id_salt("table").max_rect(place));
    child.set_clip_rect(place.intersect(ui.clip_rect()));
    let ui = &mut child;
    ui.spacing_mut().item_spacing.y = 0.0;
    if subject.person.evidence.is_empty() {
        ui.vertical_centered(|ui| {
            ui.set_max_width(place.width() - 2.0 * size::CARD_PADDING);
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.add_space((place.height() * 0.25).clamp(8.0, 60.0));
            ui.label(text::strong(cx.t("evidence-empty"), tokens));
            ui.label(text::body(cx.t("evidence-empty-what"), tokens));
        });
        return;
    }
    let lines = lines(subject.person, cx.work.weights());
    let tags = lines.iter().map(Line::letters).max().unwrap_or_default();
    head(ui, cx, tags);
    ScrollArea::vertical().id_salt("observations").auto_shrink(false).show_rows(
        ui,
        ROW,
        lines.len(),
        |ui, range| {
            for (offset, line) in lines.get(range.clone()).unwrap_or_default().iter().enumerate() {
                match line {
                    Line::One(item) => {
                        // Files written by hand may have observations without an id.
                        let id =
                            item.id.map_or((0, range.start + offset), |id| (id.0.as_u128(), 0));
                        ui.push_id(id, |ui| row(ui, cx, subject, item, tags));
                    }
                    Line::Questionnaire(answers) => {
                        ui.push_id(("answers", answers.setting), |ui| {
                            questionnaire_row(ui, cx, subject, answers, tags);
                        });
                    }
                }
            }
        },
    );
}

fn head(ui: &mut Ui, cx: &Cx<'_>, tags: usize) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEAD), Sense::hover());
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, tokens.sunken);
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
    let columns = Columns::of(rect, tags);
    let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
    for (place, key) in [
        (columns.text, "evidence-column-text"),
        (columns.tags, "evidence-column-type"),
        (columns.dots, "evidence-column-weight"),
    ] {
        let at = place.left_center();
        ui.painter().text(at, Align2::LEFT_CENTER, cx.t(key), font.clone(), tokens.text_3);
    }
}

/// The places of one row.
struct Columns {
    text: Rect,
    tags: Rect,
    dots: Rect,
    actions: Rect,
}

impl Columns {
    fn of(row: Rect, tags: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "there are four letters")]
        let tags_width = tags.clamp(2, 4) as f32 * TAG + 6.0;
        let inner = row.shrink2(Vec2::new(size::CARD_PADDING - 1.0, 0.0));
        let part = |left: f32, width: f32| {
            Rect::from_min_size(pos2(left, row.top()), Vec2::new(width, row.height()))
        };
        let actions = inner.right() - ACTIONS + 6.0;
        let dots = actions - DOTS;
        let tags = dots - tags_width;
        Self {
            text: part(inner.left(), tags - inner.left() - 8.0),
            tags: part(tags, tags_width),
            dots: part(dots, DOTS),
            actions: part(actions, ACTIONS),
        }
    }
}

fn row(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, item: &Evidence, tags: usize) {
    let tokens = cx.tokens;
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let editing = item.id.is_some() && cx.drafts.editing_evidence == item.id;
    if editing || response.hovered() {
        let fill = if editing { tokens.accent_soft } else { tokens.hover };
        ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
    let columns = Columns::of(rect, tags);
    let middle = Layout::left_to_right(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(columns.text), |ui| words(ui, cx, item));
    ui.scope_builder(UiBuilder::new().max_rect(columns.tags).layout(middle), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for quadrant in &item.supports {
            quadrant_tag(ui, tokens, *quadrant);
        }
        for quadrant in &item.against {
            let name =
                cx.tr("evidence-speaks-against", &[("letter", Arg::from(quadrant.letter()))]);
            against_tag(ui, tokens, *quadrant, &name);
        }
        if item.supports.is_empty() && item.against.is_empty() {
            ui.label(text::caption("–", tokens)).on_hover_text(cx.t("evidence-says-nothing"));
        }
    });
    let colour = match (item.supports.first(), item.against.is_empty()) {
        (Some(quadrant), _) => tokens.quadrants[*quadrant].solid,
        (None, false) => tokens.warn,
        (None, true) => tokens.text_3,
    };
    dots(ui, cx, weight(cx, item), item.kind, colour, columns.dots);
    ui.scope_builder(UiBuilder::new().max_rect(columns.actions).layout(middle), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let enabled = !cx.read_only && item.id.is_some();
        let excerpt: String = item.text.chars().take(40).collect();
        let change = cx.tr("evidence-change", &[("text", Arg::from(&excerpt))]);
        let button =
            ActionButton::icon_only("edit", &change).colour(tokens.text_3).enabled(enabled);
        if button.tooltip(cx.t("evidence-edit")).show(ui, tokens).clicked() {
            evidence_entry::start_changing(cx, item);
        }
        let remove = cx.tr("evidence-remove", &[("text", Arg::from(&excerpt))]);
        let button =
            ActionButton::icon_only("trash", &remove).colour(tokens.text_3).enabled(enabled);
        let clicked = button.tooltip(cx.t("evidence-remove-tip")).show(ui, tokens).clicked();
        if let Some(id) = item.id.filter(|_| clicked) {
            cx.edit_counterpart(subject.person.id, CounterpartEdit::RemoveEvidence(id));
        }
    });
}

/// The answers to the questionnaire: how many, what they speak for, and the way to them.
fn questionnaire_row(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    subject: &Subject<'_>,
    answers: &Answers,
    tags: usize,
) {
    let tokens = cx.tokens;
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, tokens.hover);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
    let columns = Columns::of(rect, tags);
    let middle = Layout::left_to_right(egui::Align::Center);
    let all = cx.catalog.questionnaire().len().max(answers.answered);
    let args = [("done", Arg::from(answers.answered)), ("all", Arg::from(all))];
    let title = cx.tr("evidence-questionnaire-row", &args);
    let mut parts = vec![date_of(cx, answers.date)];
    if answers.setting == Setting::Pressure {
        parts.push(cx.messages.word("setting", answers.setting.id()).to_owned());
    }
    parts.extend(
        answers
            .by_quadrant
            .iter()
            .filter(|(_, count)| **count > 0)
            .map(|(quadrant, count)| format!("{quadrant} {count}")),
    );
    if answers.unsure > 0 {
        let args = [("count", Arg::from(answers.unsure))];
        parts.push(cx.tr("evidence-questionnaire-unsure", &args));
    }
    ui.scope_builder(UiBuilder::new().max_rect(columns.text), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_space(6.0);
        text::one_line(ui, text::value(title, tokens));
        text::one_line(ui, text::caption(parts.join(cx.t("evidence-separator")), tokens));
    });
    let strongest = answers.strongest();
    ui.scope_builder(UiBuilder::new().max_rect(columns.tags).layout(middle), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for quadrant in &strongest {
            quadrant_tag(ui, tokens, *quadrant);
        }
    });
    let colour = match strongest.as_slice() {
        [one] => tokens.quadrants[*one].solid,
        _ => tokens.text_3,
    };
    dots(ui, cx, answers.weight, EvidenceKind::Questionnaire, colour, columns.dots);
    ui.scope_builder(UiBuilder::new().max_rect(columns.actions).layout(middle), |ui| {
        let open = ActionButton::icon_only("chevron-right", cx.t("evidence-questionnaire-open"));
        if open.colour(tokens.text_3).show(ui, tokens).clicked() {
            cx.go(questionnaire(subject));
        }
    });
}

/// The observation over its source and date; the pointer shows all of it.
fn words(ui: &mut Ui, cx: &Cx<'_>, item: &Evidence) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.add_space(6.0);
    let shown = if item.text.trim().is_empty() {
        text::value(cx.t("evidence-no-text"), tokens).color(tokens.text_3)
    } else {
        text::value(&item.text, tokens)
    };
    let kind = cx.messages.word("evidence", item.kind.id());
    let mut parts = vec![date_of(cx, item.date), kind.to_owned()];
    if item.setting == Setting::Pressure {
        parts.insert(1, cx.messages.word("setting", item.setting.id()).to_owned());
    }
    if !item.source.trim().is_empty() {
        parts.push(item.source.trim().to_owned());
    }
    text::one_line(ui, shown);
    let below = parts.join(cx.t("evidence-separator"));
    text::one_line(ui, text::caption(&below, tokens)).on_hover_text(&below);
}

fn date_of(cx: &Cx<'_>, date: Date) -> String {
    if date.year() == cx.today().year() {
        cx.messages.date_short(date)
    } else {
        cx.messages.date(date)
    }
}

/// How much the observation counts, as one to three dots.
fn dots(ui: &mut Ui, cx: &Cx<'_>, weight: f64, kind: EvidenceKind, colour: Color32, place: Rect) {
    let tokens = cx.tokens;
    let filled = match weight {
        weight if weight <= 0.0 => 0,
        weight if weight < 0.5 => 1,
        weight if weight < 0.95 => 2,
        _ => 3,
    };
    for index in 0..3_u8 {
        let at = place.left_center() + Vec2::new(4.0 + f32::from(index) * 10.0, 0.0);
        if index < filled {
            ui.painter().circle_filled(at, 3.5, colour);
        } else {
            ui.painter().circle_stroke(at, 3.0, Stroke::new(1.0, tokens.border_strong));
        }
    }
    let area = Rect::from_center_size(place.center(), Vec2::new(place.width(), 24.0));
    let response = ui.allocate_rect(area, Sense::hover());
    let shown = cx
        .messages
        .number(rust_decimal::Decimal::from_f64_retain(weight).unwrap_or_default().round_dp(2));
    let args = [
        ("weight", Arg::from(shown)),
        ("kind", Arg::from(cx.messages.word("evidence", kind.id()))),
    ];
    let name = cx.tr("evidence-weight", &args);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
    response.on_hover_text(name);
}

/// What an observation that is no answer to the questionnaire adds to the profile.
fn weight(cx: &Cx<'_>, item: &Evidence) -> f64 {
    if item.supports.is_empty() && item.against.is_empty() {
        return 0.0;
    }
    item_weight(item, 1, cx.work.weights())
}
