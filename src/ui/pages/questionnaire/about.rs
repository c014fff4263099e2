//! What the questionnaire about a counterpart is good for, and what it is not.

use egui::{Rect, Ui};

use super::sheet::Sheet;
use crate::ui::context::Cx;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::text;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, sheet: &Sheet<'_>) {
    let tokens = cx.tokens;
    let ways = match sheet.respondent {
        crate::domain::questionnaire::Respondent::Person => {
            ["questionnaire-about-ask", "questionnaire-about-paper", "questionnaire-about-open"]
        }
        crate::domain::questionnaire::Respondent::Observer => {
            ["questionnaire-about-seen", "questionnaire-about-unsure", "questionnaire-about-quote"]
        }
    };
    Card::new(cx.t("questionnaire-about")).show(ui, tokens, rect, |ui| {
        text::sign_list(ui, tokens, "check", tokens.ok, ways.map(|id| cx.messages.text(id)));
        ui.add(egui::Label::new(text::caption(cx.t("questionnaire-honest"), tokens)).wrap());
    });
}
