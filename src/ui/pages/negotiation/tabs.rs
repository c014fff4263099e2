//! The steps of a negotiation, from which one goes to any other.

use egui::{Align, FontId, Layout, Ui, Vec2};

use crate::app::route::{NegotiationTab, Route};
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::segmented::segmented;

/// A step without the meeting that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Plan,
    Deals,
    Walk,
    Meeting,
    Outcome,
    Brief,
}

const STEPS: [(Step, &str); 6] = [
    (Step::Plan, "negotiation-tab-plan"),
    (Step::Deals, "negotiation-tab-deals"),
    (Step::Walk, "negotiation-tab-walk"),
    (Step::Meeting, "negotiation-tab-meeting"),
    (Step::Outcome, "negotiation-tab-outcome"),
    (Step::Brief, "negotiation-tab-brief"),
];

fn step(tab: NegotiationTab) -> Step {
    match tab {
        NegotiationTab::Plan => Step::Plan,
        NegotiationTab::Deals => Step::Deals,
        NegotiationTab::Walk => Step::Walk,
        NegotiationTab::Meeting => Step::Meeting,
        NegotiationTab::Outcome(_) => Step::Outcome,
        NegotiationTab::Brief => Step::Brief,
    }
}

/// The message with the name of a step.
pub fn name_of(tab: NegotiationTab) -> &'static str {
    let step = step(tab);
    STEPS.iter().find(|(other, _)| *other == step).map_or("", |(_, name)| name)
}

/// The room that the steps need in this language.
fn width(ui: &Ui, labels: &[(Step, &str)]) -> f32 {
    let font = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
    let colour = ui.visuals().text_color();
    let text: f32 = labels
        .iter()
        .map(|(_, label)| {
            let galley = ui.painter().layout_no_wrap((*label).to_owned(), font.clone(), colour);
            // The padding of a small button on both sides, and the space to the next.
            galley.size().x.ceil() + 18.0 + 2.0
        })
        .sum();
    text + 4.0
}

/// Shows the steps, from left to right whatever the layout around them is.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, tab: NegotiationTab) {
    let labels = STEPS.map(|(step, key)| (step, cx.t(key)));
    let room = Vec2::new(width(ui, &labels), 30.0);
    let layout = Layout::left_to_right(Align::Center);
    let chosen = ui
        .allocate_ui_with_layout(room, layout, |ui| {
            segmented(ui, cx.tokens, cx.t("negotiation-tabs"), Some(step(tab)), &labels)
        })
        .inner;
    let tab = match chosen {
        None => return,
        Some(Step::Plan) => NegotiationTab::Plan,
        Some(Step::Deals) => NegotiationTab::Deals,
        Some(Step::Walk) => NegotiationTab::Walk,
        Some(Step::Brief) => NegotiationTab::Brief,
        Some(Step::Meeting) => NegotiationTab::Meeting,
        Some(Step::Outcome) => session
            .focus_meeting()
            .map_or(NegotiationTab::Meeting, |meeting| NegotiationTab::Outcome(meeting.id)),
    };
    cx.go(Route::Negotiation { session: session.id, tab });
}
