//! What to think about again in our own offers of this meeting.

use egui::{Align, Layout, Ui, Vec2};

use super::Scene;
use crate::domain::ledger::{Side, Warning, WarningKind};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::text;

/// The height of one warning.
pub const ROW: f32 = 16.0;

/// All warnings of the ledger.
pub fn all(scene: &Scene<'_>) -> Vec<Warning> {
    scene.ledger.warnings(scene.session.plan.reservation)
}

/// What it is and what to do about it.
pub fn words(cx: &Cx<'_>, scene: &Scene<'_>, kind: WarningKind) -> String {
    match kind {
        WarningKind::BeyondReservation { by } => {
            let by = cx.messages.money(by, &scene.session.currency);
            cx.tr("warning-beyond-reservation", &[("by", Arg::from(by))])
        }
        WarningKind::NearReservation { room } => {
            let room = cx.messages.money(room, &scene.session.currency);
            cx.tr("warning-near-reservation", &[("room", Arg::from(room))])
        }
        WarningKind::SplitTheDifference => cx.t("warning-split-the-difference").to_owned(),
        WarningKind::BidAgainstMyself => cx.t("warning-bid-against-myself").to_owned(),
        WarningKind::TwoConcessionsInARow => cx.t("warning-two-concessions-in-a-row").to_owned(),
    }
}

/// The warnings that our last offer of this meeting gives rise to.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let Some(last) = scene.ledger.last(Side::Us) else { return };
    if last.offer.meeting != scene.meeting.id {
        return;
    }
    for warning in all(scene).into_iter().filter(|warning| warning.offer == last.offer.id) {
        let tokens = cx.tokens;
        let place = Vec2::new(ui.available_width(), ROW);
        ui.allocate_ui_with_layout(place, Layout::left_to_right(Align::Center), |ui| {
            ui.set_height(ROW);
            ui.add(icons::sized("warning", 15.0).tint(tokens.warn).alt_text(""));
            let words = words(cx, scene, warning.kind);
            let shown = text::body(words.as_str(), tokens).color(tokens.warn);
            text::one_line(ui, shown).on_hover_text(words.as_str());
        });
    }
}
