//! What their offers say about their weights, beside my own estimate.

use egui::{Align, ScrollArea, Sense, Ui, Vec2};

use super::{Scene, understood};
use crate::app::edit::SessionEdit;
use crate::domain::issue::Topic;
use crate::domain::ledger::Side;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

const ROW: f32 = 21.0;
const BUTTON: f32 = 34.0;
const TRACKS: [Track; 4] =
    [Track::Share(1.3), Track::Fixed(76.0), Track::Share(1.4), Track::Fixed(44.0)];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    let table = &scene.table;
    let Some(estimate) = table.their_weights() else {
        ui.add(egui::Label::new(text::body(cx.t("guess-none"), tokens)).wrap());
        return;
    };
    let topics = &table.space.topics;
    let rounded = whole_percents(&estimate.weights);
    let mine: Vec<f64> =
        topics.iter().map(|topic| table.space.weight(*topic, Side::Them).unwrap_or(0.0)).collect();
    let id = if estimate.is_a_guess() { "guess-rests-on-few" } else { "guess-rests-on" };
    let basis = cx.tr(id, &[("count", Arg::from(estimate.offers))]);
    ui.add(egui::Label::new(text::caption(basis, tokens).color(tokens.text_2)).wrap());
    ui.add_space(4.0);
    let height = (ui.available_height() - BUTTON).max(ROW * 3.0);
    ScrollArea::vertical().id_salt("weights").max_height(height).auto_shrink([false, true]).show(
        ui,
        |ui| {
            line(ui, cx, "head", "", (cx.t("guess-mine"), cx.t("guess-theirs")), None);
            for ((topic, weight), (percent, mine)) in
                topics.iter().zip(&estimate.weights).zip(rounded.iter().zip(&mine))
            {
                let name = understood::topic_name(cx, scene, *topic);
                let mine = cx.messages.percent(*mine);
                let theirs = cx.messages.percent(f64::from(*percent) / 100.0);
                line(ui, cx, &format!("{topic:?}"), &name, (&mine, &theirs), Some(*weight));
            }
        },
    );
    let wanted: Vec<(Topic, Option<u8>)> =
        topics.iter().copied().zip(rounded.iter().copied().map(Some)).collect();
    let is_mine = whole_percents(&mine) == rounded;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let take = ActionButton::secondary(cx.t("guess-take"))
            .small()
            .enabled(!is_mine && !cx.read_only)
            .tooltip(cx.t(if is_mine { "guess-taken" } else { "guess-take-tip" }));
        if take.show(ui, tokens).clicked() {
            cx.edit_session(scene.session.id, SessionEdit::Weights(Side::Them, wanted));
        }
    });
}

fn line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    salt: &str,
    name: &str,
    (mine, theirs): (&str, &str),
    share: Option<f64>,
) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let places = split(rect, 8.0, &TRACKS);
    let [name_place, mine_place, bar_place, theirs_place] = places.as_slice() else { return };
    cell(ui, ("name", salt), *name_place, Align::Min, |ui| {
        text::one_line(ui, text::value(name, tokens)).on_hover_text(name);
    });
    let style = |words: &str, strong: bool| match (share, strong) {
        (None, _) => text::caption(words, tokens),
        (Some(_), true) => text::strong(words, tokens).color(tokens.warn),
        (Some(_), false) => text::body(words, tokens),
    };
    cell(ui, ("mine", salt), *mine_place, Align::Max, |ui| {
        text::one_line(ui, style(mine, false));
    });
    if let Some(share) = share {
        cell(ui, ("bar", salt), *bar_place, Align::Min, |ui| {
            chip::bar(ui, tokens, bar_place.width(), share, tokens.warn);
        });
        cell(ui, ("theirs", salt), *theirs_place, Align::Max, |ui| {
            text::one_line(ui, style(theirs, true));
        });
    } else {
        let both = bar_place.union(*theirs_place);
        cell(ui, ("theirs", salt), both, Align::Max, |ui| {
            text::one_line(ui, style(theirs, true));
        });
    }
}

/// Shares as whole percents with a sum of 100: what is cut off goes to those that lost most.
fn whole_percents(shares: &[f64]) -> Vec<u8> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let floor = |share: &f64| (share.clamp(0.0, 1.0) * 100.0).floor() as u8;
    let mut whole: Vec<u8> = shares.iter().map(floor).collect();
    let sum: u32 = whole.iter().copied().map(u32::from).sum();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    let lost = |index: &usize| shares.get(*index).map_or(0.0, |share| (share * 100.0).fract());
    order.sort_by(|one, other| lost(other).total_cmp(&lost(one)));
    let missing = usize::try_from(100_u32.saturating_sub(sum)).unwrap_or(0);
    for index in order.into_iter().take(missing) {
        if let Some(part) = whole.get_mut(index) {
            *part += 1;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_whole_and_add_up() {
        let third = 1.0 / 3.0;
        assert_eq!(whole_percents(&[third; 3]), [34, 33, 33]);
        assert_eq!(whole_percents(&[0.125, 0.125, 0.75]), [13, 12, 75]);
        assert_eq!(whole_percents(&[1.0]), [100]);
        assert!(whole_percents(&[]).is_empty());
    }
}
