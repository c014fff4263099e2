//! What of the plan is not counted, or is taken for granted.

use egui::{CornerRadius, Frame, Layout, Margin, Ui};

use super::scene::Scene;
use super::{to_plan, words};
use crate::domain::deal_space::LeftOut;
use crate::domain::issue::Topic;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::radius;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::text;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let (tokens, deals) = (cx.tokens, &scene.deals);
    let line = |key: &str, topics: &[Topic]| {
        let names = words::names(cx, scene.session, topics);
        (!topics.is_empty()).then(|| cx.tr(key, &[("topics", names.into())]))
    };
    let left_out = LeftOut::ALL.into_iter().map(|why| {
        let key = match why {
            LeftOut::NoLimits => "deals-left-out",
            LeftOut::NoPoints => "deals-no-points",
            LeftOut::WrongWay => "deals-wrong-way",
            LeftOut::TooMany => "deals-too-many",
        };
        (line(key, &deals.left_out_for(why)), true)
    });
    let lines: Vec<(String, bool)> = left_out
        .chain([
            (line("deals-apart", &deals.apart), true),
            (line("deals-mirrored", &deals.mirrored), false),
            (line("deals-thinned", &deals.thinned), false),
        ])
        .filter_map(|(line, wrong)| Some((line?, wrong)))
        .collect();
    if lines.is_empty() {
        return;
    }
    let wrong = lines.iter().any(|(_, wrong)| *wrong);
    let fill = if wrong { tokens.warn_soft } else { tokens.accent_soft };
    let mut chosen = false;
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(12, 5))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (index, (line, wrong)) in lines.iter().enumerate() {
                ui.horizontal(|ui| {
                    let (icon, colour) =
                        if *wrong { ("warning", tokens.warn) } else { ("info", tokens.text_2) };
                    ui.add(icons::sized(icon, 14.0).tint(colour).alt_text(""));
                    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                        if index == 0 {
                            let button = ActionButton::secondary(cx.t("deals-to-plan")).small();
                            chosen = button.show(ui, tokens).clicked();
                        }
                        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                            let shown = text::value(line.as_str(), tokens);
                            text::one_line(ui, shown).on_hover_text(line);
                        });
                    });
                });
            }
        });
    ui.add_space(4.0);
    if chosen {
        to_plan(cx, scene.session);
    }
}
