//! The balanced deals in plain words, one at a time.

use egui::{Align, Layout, Rect, Ui, Vec2};

use super::fit;
use super::points;
use super::scene::Scene;
use super::words;
use crate::app::drafts::Balance;
use crate::ui::context::Cx;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::say::copy_button;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

/// One term takes at least so much room.
const TERM: Vec2 = Vec2::new(100.0, 36.0);
const GAP: f32 = 8.0;
/// So many terms stand side by side, if there is room.
const IN_A_ROW: usize = 4;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let current = cx.drafts.deals.balance;
    let options = Balance::ALL.map(|one| (one, cx.messages.word("deals-balance", one.id())));
    let (title, which) = (cx.t("deals-balanced"), cx.t("deals-balanced-which"));
    let mut chosen = None;
    fit::show(
        ui,
        tokens,
        ("balanced", Card::new(title)),
        place,
        |ui| chosen = segmented(ui, tokens, which, Some(current), &options),
        |ui| {
            let fair = cx.messages.word("deals-fair", current.id());
            ui.add(egui::Label::new(text::body(fair, tokens)).wrap());
            let Some(found) = &scene.found else { return };
            let Some(point) = points::balanced(cx, found, current) else { return };
            #[expect(clippy::cast_precision_loss, reason = "at most four")]
            let columns = point.terms.len().clamp(1, IN_A_ROW) as f32;
            let width = ((ui.available_width() + GAP) / columns).floor() - GAP - 1.0;
            let room = Vec2::new(width.clamp(TERM.x, 180.0), TERM.y);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::new(GAP, 6.0);
                for (topic, value) in &point.terms {
                    let (name, term) = (
                        words::name(cx, scene.session, *topic),
                        words::term(cx, scene.session, *topic, *value),
                    );
                    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
                        ui.set_min_size(room);
                        ui.spacing_mut().item_spacing.y = 0.0;
                        text::one_line(ui, text::caption(name.as_str(), tokens))
                            .on_hover_text(name);
                        text::one_line(ui, text::strong(term.as_str(), tokens)).on_hover_text(term);
                    });
                }
            });
            ui.horizontal(|ui| {
                let worth = words::worth(cx, point.me, point.them);
                ui.label(text::strong(worth, tokens).color(tokens.accent_text));
                copy_button(ui, cx, &words::terms(cx, scene.session, &point.terms));
                if let Some(same) = same_deal(cx, scene, current) {
                    text::one_line(ui, text::caption(same, tokens));
                }
            });
        },
    );
    if let Some(chosen) = chosen {
        cx.drafts.deals.balance = chosen;
    }
}

/// The other ideas of balance that come to the same deal.
fn same_deal(cx: &Cx<'_>, scene: &Scene<'_>, current: Balance) -> Option<String> {
    let found = scene.found.as_ref()?;
    let solutions = &found.prospects.analysis.solutions;
    let deal = words::of(current, solutions)?;
    let is_same = |other: &Balance| {
        words::of(*other, solutions).is_some_and(|other| other.choices == deal.choices)
    };
    let same: Vec<&str> = Balance::ALL
        .into_iter()
        .filter(|other| *other != current && is_same(other))
        .map(|other| cx.messages.word("deals-balance", other.id()))
        .collect();
    let names = same.join(cx.t("deals-comma"));
    (!same.is_empty()).then(|| cx.tr("deals-same", &[("names", names.into())]))
}
