//! The coach: how far the pitch reaches this audience, what to add, and how it is worded.

use egui::{Rect, Ui};

use super::Page;
use super::shown::CoachTab;
use super::{coverage, suggestions, wording};
use crate::ui::context::Cx;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::segmented::segmented;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>, place: Rect) {
    let (tokens, tab) = (cx.tokens, page.shown.tab);
    let caption = coverage::caption(cx, page);
    let name = cx.t("coach-part");
    let options = [
        (CoachTab::Coverage, cx.t("walk-coverage")),
        (CoachTab::Suggestions, cx.t("coach-suggestions")),
        (CoachTab::Wording, cx.t("coach-wording")),
    ];
    let mut chosen = None;
    let tabs = |ui: &mut Ui| chosen = segmented(ui, tokens, name, Some(tab), &options);
    let card = Card::new(cx.t("coach-title")).caption(caption);
    card.show_with_actions(ui, tokens, place, tabs, |ui| match tab {
        CoachTab::Coverage => coverage::show(ui, cx, page),
        CoachTab::Suggestions => suggestions::show(ui, cx, page),
        CoachTab::Wording => wording::show(ui, cx, page),
    });
    if let Some(chosen) = chosen {
        page.shown.tab = chosen;
    }
}
