//! What to ask somebody of whom nothing is known, and what to listen for.

use egui::{Id, Ui};

use crate::content::probes::Probe;
use crate::domain::quadrant::Quadrant;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::card::rule;
use crate::ui::widgets::row::row;
use crate::ui::widgets::say::copy_button;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    ui.label(text::strong(cx.t("not-enough-evidence"), tokens));
    ui.label(text::body(cx.t("find-out-how"), tokens));
    // Of somebody unknown, a question that tells all four apart tells most.
    let open = |probe: &&Probe| probe.between.len() == Quadrant::ALL.len();
    let probes: Vec<&Probe> = cx.catalog.probes().iter().filter(open).collect();
    let key = Id::unique("probe-read");
    let wanted = ui.data(|data| data.get_temp::<String>(key));
    let wanted = probes.iter().find(|probe| Some(&probe.id) == wanted.as_ref());
    let Some(current) = wanted.or(probes.first()) else { return };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for probe in &probes {
            let ask = cx.c(&probe.ask);
            let selected = probe.id == current.id;
            let response = row(ui, tokens, &probe.id, size::ROW_HEIGHT, selected, ask, |ui| {
                text::one_line(ui, text::value(ask, tokens));
            });
            if response.on_hover_text(ask).clicked() {
                ui.data_mut(|data| data.insert_temp(key, probe.id.clone()));
                ui.ctx().request_repaint();
            }
        }
    });
    ui.horizontal_top(|ui| {
        copy_button(ui, cx, cx.c(&current.ask));
        ui.add(egui::Label::new(text::value(cx.c(&current.ask), tokens)).wrap());
    });
    rule(ui, tokens);
    for sound in &current.listen {
        ui.horizontal_top(|ui| {
            quadrant_tag(ui, tokens, sound.quadrant);
            ui.add(egui::Label::new(text::body(cx.c(&sound.text), tokens)).wrap());
        });
    }
}
