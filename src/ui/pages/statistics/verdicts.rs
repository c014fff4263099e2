//! What meetings came to, and what became of promises.

use egui::{Align, Rect, Sense, Ui, Vec2};

use super::{Scene, said};
use crate::domain::outcome::Verdict;
use crate::domain::statistics::Proportion;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::chip::bar;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

pub(super) const HEIGHT: f32 = 276.0;
const ROW: f32 = 28.0;
const TRACKS: [Track; 3] = [Track::Fixed(104.0), Track::Share(1.0), Track::Fixed(40.0)];

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene, place: Rect) {
    let tokens = cx.tokens;
    let counted = &scene.counted;
    let meetings = counted.meetings();
    let caption = cx.tr("statistics-meetings", &[("count", Arg::from(meetings))]);
    Card::new(cx.t("statistics-verdicts")).caption(caption).show(ui, tokens, place, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (verdict, count) in Verdict::ALL.into_iter().zip(counted.verdicts) {
            one(ui, cx, verdict, Proportion { hits: count, of: meetings });
        }
        ui.spacing_mut().item_spacing.y = 6.0;
        if meetings > 0 {
            let words = said::share(cx, "statistics-moved", counted.moved());
            ui.add(egui::Label::new(text::value(words, tokens)).wrap());
        }
        rule(ui, tokens);
        text::one_line(ui, text::label(cx.t("statistics-promises"), tokens));
        let words = if counted.promises.of == 0 {
            cx.t("statistics-promises-none").to_owned()
        } else {
            said::share(cx, "statistics-promises-kept", counted.promises)
        };
        ui.add(egui::Label::new(text::body(words, tokens)).wrap());
    });
}

fn one(ui: &mut Ui, cx: &Cx<'_>, verdict: Verdict, share: Proportion) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let cells = split(rect, 8.0, &TRACKS);
    let [name_at, bar_at, count_at] = cells.as_slice() else { return };
    let word = cx.messages.word("outcome", verdict.id());
    cell(ui, "name", *name_at, Align::Min, |ui| {
        text::one_line(ui, text::body(word, tokens).color(tokens.text));
    });
    cell(ui, "bar", *bar_at, Align::Min, |ui| {
        let colour = match verdict {
            Verdict::Order | Verdict::Advance => tokens.ok,
            Verdict::Continuation => tokens.text_3,
            Verdict::NoSale => tokens.warn,
        };
        bar(ui, tokens, ui.available_width(), share.share().unwrap_or(0.0), colour);
    });
    cell(ui, "count", *count_at, Align::Max, |ui| {
        ui.label(text::value(share.hits.to_string(), tokens));
    });
}
