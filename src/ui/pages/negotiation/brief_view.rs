//! The brief on the screen, as it will be on paper.

use egui::{Align, Frame, Label, Layout, Margin, Sense, Stroke, Ui, Vec2};

use crate::app::action::{Action, BriefFormat};
use crate::brief::Document;
use crate::brief::document::{
    Area, Block, Cell, CheckItem, Exchange, Fact, Figure, Person, Section, Table, Warning,
};
use crate::brief::fit;
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::pages::Extras;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, inset, rule};
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;
use crate::ui::widgets::tick::tick_box;

/// A line longer than this is hard to read aloud from.
const PAGE_WIDTH: f32 = 980.0;
const TWO_COLUMNS: f32 = 680.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, extras: &Extras<'_>) {
    let Some(document) = extras.brief else { return };
    let tokens = cx.tokens;
    let place = ui.available_rect_before_wrap();
    let include = extras.include_limits;
    let caption = if include { cx.t("brief-page-limits-in") } else { "" };
    let words = Words { done: cx.t("brief-page-done"), open: cx.t("brief-page-open") };
    Card::new(cx.t("negotiation-tab-brief")).caption(caption).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            let name = cx.t("brief-page-include");
            ui.spacing_mut().item_spacing.x = 4.0;
            let label = Label::new(text::value(name, tokens)).sense(Sense::CLICK);
            let label = ui.add(label).on_hover_text(cx.t("brief-page-include-tip"));
            let ticked = tick_box(ui, tokens, include, name);
            if label.clicked() || ticked.clicked() {
                cx.push(Action::IncludeLimits(!include));
            }
            ui.add_space(10.0);
            let markdown = ActionButton::secondary(cx.t("brief-page-markdown")).small();
            if markdown.tooltip(cx.t("save-brief-markdown")).show(ui, tokens).clicked() {
                let format = BriefFormat::Markdown;
                cx.push(Action::SaveBrief { session: session.id, format });
            }
            let print = ActionButton::secondary(cx.t("brief-page-print")).small();
            if print.tooltip(cx.t("brief-page-print-tip")).show(ui, tokens).clicked() {
                let name = document.title.clone();
                let document = Box::new(document.clone());
                cx.push(Action::PrintDocument { name, document });
            }
        },
        |ui| {
            let width = ui.available_width().min(PAGE_WIDTH);
            let margin = (ui.available_width() - width) / 2.0;
            ui.horizontal_top(|ui| {
                ui.add_space(margin);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    page(ui, tokens, &words, document);
                });
            });
        },
    );
}

/// What a screen reader says of a box that is ticked or not.
struct Words<'a> {
    done: &'a str,
    open: &'a str,
}

fn page(ui: &mut Ui, tokens: &Tokens, words: &Words<'_>, document: &Document) {
    ui.add_space(8.0);
    ui.add(Label::new(text::title(document.title.as_str(), tokens)).wrap());
    ui.add(Label::new(text::caption(document.subtitle.as_str(), tokens)).wrap());
    ui.add_space(4.0);
    rule(ui, tokens);
    let of = |area| document.sections.iter().filter(move |section| section.area == area);
    for part in of(Area::Lead) {
        section(ui, tokens, words, part);
    }
    let body: Vec<&Section> = of(Area::Body).collect();
    if ui.available_width() < TWO_COLUMNS {
        for part in body {
            section(ui, tokens, words, part);
        }
    } else {
        let (left, right) = body.split_at(balance(&body));
        ui.columns_const(|[first, second]: &mut [Ui; 2]| {
            for (column, parts) in [(first, left), (second, right)] {
                // Columns are laid out justified, which would stretch the words of each line.
                column.with_layout(Layout::top_down(Align::Min), |ui| {
                    for part in parts {
                        section(ui, tokens, words, part);
                    }
                });
            }
        });
    }
    ui.add_space(8.0);
    rule(ui, tokens);
    ui.add(Label::new(text::caption(document.footer.as_str(), tokens)).wrap());
    ui.add_space(8.0);
}

/// How many sections go into the first of two columns, in order, to make them about equally long.
fn balance(sections: &[&Section]) -> usize {
    let total: f64 = sections.iter().map(|section| fit::lines(section)).sum();
    let mut best = (total, sections.len());
    let mut left = 0.0;
    for (section, count) in sections.iter().zip(1..) {
        left += fit::lines(section);
        let difference = (2.0 * left - total).abs();
        if difference < best.0 {
            best = (difference, count);
        }
    }
    best.1
}

fn section(ui: &mut Ui, tokens: &Tokens, words: &Words<'_>, section: &Section) {
    ui.add_space(10.0);
    ui.add(Label::new(text::heading(section.heading.as_str(), tokens)).wrap());
    for block in &section.blocks {
        show_block(ui, tokens, words, block);
    }
}

fn show_block(ui: &mut Ui, tokens: &Tokens, words: &Words<'_>, block: &Block) {
    match block {
        Block::Statement(line) => {
            ui.add(Label::new(text::title(line.as_str(), tokens)).wrap());
        }
        Block::Paragraph(line) => {
            ui.add(Label::new(text::body(line.as_str(), tokens)).wrap());
        }
        Block::Note(line) => {
            ui.add(Label::new(text::caption(line.as_str(), tokens)).wrap());
        }
        Block::Bullets(items) => {
            for item in items {
                bullet(ui, tokens, "•", item);
            }
        }
        Block::Checklist(items) => {
            for item in items {
                check(ui, tokens, words, item);
            }
        }
        Block::Figures(items) => figures(ui, tokens, items),
        Block::Table(item) => table(ui, tokens, item),
        Block::Facts(items) => {
            for item in items {
                fact(ui, tokens, item);
            }
        }
        Block::Person(item) => person(ui, tokens, item),
        Block::Exchange(item) => exchange(ui, tokens, item),
        Block::Warning(item) => warning(ui, tokens, item),
    }
}

const NUMBER_WIDTH: f32 = 12.0;

fn bullet(ui: &mut Ui, tokens: &Tokens, sign: &str, line: &str) {
    ui.horizontal_top(|ui| {
        let width = ui.label(text::body(sign, tokens).color(tokens.text_3)).rect.width();
        if sign.ends_with('.') {
            // Numbers differ in width; the lines behind them start at one edge.
            ui.add_space((NUMBER_WIDTH - width).max(0.0));
        }
        ui.add(Label::new(text::body(line, tokens)).wrap());
    });
}

fn check(ui: &mut Ui, tokens: &Tokens, words: &Words<'_>, item: &CheckItem) {
    ui.horizontal_top(|ui| {
        let (place, response) = ui.allocate_exact_size(Vec2::splat(15.0), Sense::hover());
        let stroke = Stroke::new(1.0, tokens.border_strong);
        let corner = egui::CornerRadius::same(3);
        let square = place.translate(Vec2::new(0.0, 2.0)).shrink(1.0);
        ui.painter().rect_stroke(square, corner, stroke, egui::StrokeKind::Inside);
        if item.done {
            icons::icon("check").tint(tokens.ok).paint_at(ui, square.expand(1.0));
        }
        let state = if item.done { words.done } else { words.open };
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, state));
        let line = text::body(item.text.as_str(), tokens);
        let line = if item.done { line.color(tokens.text_3) } else { line };
        ui.add(Label::new(line).wrap());
    });
}

fn figures(ui: &mut Ui, tokens: &Tokens, items: &[Figure]) {
    const NARROWEST: f32 = 170.0;
    if items.is_empty() {
        return;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful")]
    let fit = ((ui.available_width() / NARROWEST) as usize).max(1);
    for line in items.chunks(fit) {
        ui.columns(line.len(), |columns| {
            for (column, figure) in columns.iter_mut().zip(line) {
                column.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add(Label::new(text::caption(figure.label.as_str(), tokens)).wrap());
                    ui.add(Label::new(text::title(figure.value.as_str(), tokens)).wrap());
                    if !figure.detail.is_empty() {
                        ui.add(Label::new(text::caption(figure.detail.as_str(), tokens)).wrap());
                    }
                });
            }
        });
    }
}

#[derive(Clone, Copy)]
enum Style {
    Quiet,
    Plain,
    Strong,
}

struct TableCell<'a> {
    text: &'a str,
    detail: &'a str,
    style: Style,
}

impl<'a> TableCell<'a> {
    fn of(Cell { text, detail }: &'a Cell, style: Style) -> Self {
        Self { text, detail, style }
    }

    fn styled(&self, tokens: &Tokens) -> egui::RichText {
        match self.style {
            Style::Quiet => text::caption(self.text, tokens),
            Style::Plain => text::body(self.text, tokens),
            Style::Strong => text::strong(self.text, tokens),
        }
    }
}

fn table(ui: &mut Ui, tokens: &Tokens, table: &Table) {
    /// The names of the rows need less room than what stands beside them.
    const NAMES: f32 = 0.8;
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let share = ui.available_width() / (table.heads.len().saturating_sub(1) as f32 + NAMES);
    let line = |ui: &mut Ui, cells: &mut dyn Iterator<Item = TableCell<'_>>| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (index, cell) in cells.enumerate() {
                let width = if index == 0 { share * NAMES } else { share };
                let size = Vec2::new(width, 0.0);
                ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    ui.set_max_width(width - 10.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let is_empty = cell.text.is_empty();
                    if !is_empty || cell.detail.is_empty() {
                        ui.add(Label::new(cell.styled(tokens)).wrap());
                    }
                    if !cell.detail.is_empty() {
                        ui.add(Label::new(text::caption(cell.detail, tokens)).wrap());
                    }
                });
            }
        });
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        line(ui, &mut table.heads.iter().map(|cell| TableCell::of(cell, Style::Quiet)));
        for row in &table.rows {
            rule(ui, tokens);
            let style = if row.settled { Style::Quiet } else { Style::Strong };
            let label = TableCell { text: row.label.as_str(), detail: "", style: Style::Plain };
            let cells = row.cells.iter().map(|cell| TableCell::of(cell, style));
            line(ui, &mut [label].into_iter().chain(cells));
        }
    });
}

fn fact(ui: &mut Ui, tokens: &Tokens, fact: &Fact) {
    let line = text::body(fact.text.as_str(), tokens);
    let line = if fact.alert { line.color(tokens.warn) } else { line };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add(Label::new(text::label(fact.label.as_str(), tokens)).wrap());
        ui.add(Label::new(line).wrap());
    });
}

fn person(ui: &mut Ui, tokens: &Tokens, person: &Person) {
    ui.horizontal_top(|ui| {
        if let Some(quadrant) = person.tag.quadrant {
            quadrant_tag(ui, tokens, quadrant);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add(Label::new(text::strong(person.name.as_str(), tokens)).wrap());
            for line in [&person.role, &person.tag.text] {
                if !line.is_empty() {
                    ui.add(Label::new(text::caption(line.as_str(), tokens)).wrap());
                }
            }
        });
    });
}

fn exchange(ui: &mut Ui, tokens: &Tokens, exchange: &Exchange) {
    Frame::new().fill(tokens.sunken).corner_radius(8).inner_margin(Margin::same(10)).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            fact(ui, tokens, &exchange.tend);
            fact(ui, tokens, &exchange.instead);
        },
    );
}

fn warning(ui: &mut Ui, tokens: &Tokens, warning: &Warning) {
    inset(ui, tokens.warn_soft, tokens.warn_soft, |ui| {
        ui.add(Label::new(text::strong(warning.title.as_str(), tokens)).wrap());
        for (index, item) in warning.items.iter().enumerate() {
            bullet(ui, tokens, &format!("{}.", index + 1), item);
        }
    });
}
