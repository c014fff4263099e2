//! Hot potatoes: what tests of their claims showed, by kind.

use egui::{Align, Color32, CornerRadius, Rect, Sense, Ui, Vec2, pos2};

use super::Scene;
use crate::domain::potato::PotatoKind;
use crate::domain::statistics::Proportion;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

const ROW: f32 = 38.0;
const AROUND: f32 = 104.0;
const EMPTY: f32 = 110.0;
const TRACKS: [Track; 2] = [Track::Fixed(104.0), Track::Share(1.0)];

/// How many claims of a kind there were, and what their tests showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tested {
    untested: usize,
    real: usize,
    bluff: usize,
    unknown: usize,
}

impl Tested {
    fn new([untested, real, bluff, unknown]: [usize; 4]) -> Self {
        Self { untested, real, bluff, unknown }
    }

    /// Of the claims that were tested, those that were positions and no limits.
    fn positions(self) -> Proportion {
        Proportion { hits: self.bluff, of: self.real + self.bluff + self.unknown }
    }

    fn all(self) -> usize {
        self.untested + self.positions().of
    }
}

pub(super) fn height(scene: &Scene) -> f32 {
    match u8::try_from(scene.counted.potatoes.len()) {
        Ok(0) => EMPTY,
        rows => AROUND + ROW * f32::from(rows.unwrap_or(u8::MAX)),
    }
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene, place: Rect) {
    let tokens = cx.tokens;
    let card = Card::new(cx.t("statistics-claims")).caption(cx.t("statistics-claims-caption"));
    card.show(ui, tokens, place, |ui| {
        let potatoes = &scene.counted.potatoes;
        if potatoes.is_empty() {
            let none = text::body(cx.t("statistics-claims-none"), tokens);
            ui.add(egui::Label::new(none).wrap());
            return;
        }
        legend(ui, cx);
        ui.spacing_mut().item_spacing.y = 0.0;
        for kind in PotatoKind::ALL {
            if let Some(counts) = potatoes.get(&kind) {
                one(ui, cx, kind, Tested::new(*counts));
            }
        }
    });
}

fn colours(tokens: &Tokens) -> [Color32; 4] {
    [tokens.accent, tokens.ok, tokens.text_3, tokens.warn]
}

fn legend(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    let names = ["bluff", "real", "unknown", "untested"];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        for (name, colour) in names.into_iter().zip(colours(tokens)) {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(10.0, 14.0), Sense::hover());
            let dot = Rect::from_center_size(rect.center(), Vec2::splat(8.0));
            ui.painter().rect_filled(dot, CornerRadius::same(2), colour);
            ui.label(text::caption(cx.messages.word("statistics-claim", name), tokens));
            ui.add_space(6.0);
        }
    });
}

fn one(ui: &mut Ui, cx: &Cx<'_>, kind: PotatoKind, tested: Tested) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let cells = split(rect, 8.0, &TRACKS);
    let [name_at, rest] = cells.as_slice() else { return };
    cell(ui, "name", *name_at, Align::Min, |ui| {
        let word = cx.messages.word("potato", kind.id());
        text::one_line(ui, text::body(word, tokens).color(tokens.text));
    });
    let parts = [tested.bluff, tested.real, tested.unknown, tested.untested];
    let line = Rect::from_min_max(
        pos2(rest.left(), rest.top() + 8.0),
        pos2(rest.right(), rest.top() + 16.0),
    );
    let mut left = line.left();
    for (count, colour) in parts.into_iter().zip(colours(tokens)) {
        #[expect(clippy::cast_precision_loss, reason = "counts of claims")]
        let width = line.width() * count as f32 / tested.all().max(1) as f32;
        let part = Rect::from_min_max(pos2(left, line.top()), pos2(left + width, line.bottom()));
        ui.painter().rect_filled(part, CornerRadius::ZERO, colour);
        left += width;
    }
    let positions = tested.positions();
    let key = if positions.of == 0 { "statistics-claims-untested" } else { "statistics-claims-of" };
    let args = [
        ("positions", Arg::from(positions.hits)),
        ("tested", positions.of.into()),
        ("untested", tested.untested.into()),
    ];
    let words = match key {
        "statistics-claims-of" => cx.tr(key, &args),
        _ => cx.tr(key, &[("untested", tested.untested.into())]),
    };
    let below = Rect::from_min_max(pos2(rest.left(), line.bottom() + 2.0), rest.max);
    cell(ui, "words", below, Align::Min, |ui| {
        text::one_line(ui, text::caption(words.as_str(), tokens)).on_hover_text(&words);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn untested_claims_are_no_positions() {
        let tested = Tested::new([3, 2, 6, 1]);
        assert_eq!(tested.positions(), Proportion { hits: 6, of: 9 });
        assert_eq!(tested.all(), 12);
    }
}
