//! Hot potatoes by kind: how they sound, three questions, and what then.

use egui::Ui;

use super::prose;
use crate::domain::potato::PotatoKind;
use crate::ui::context::Cx;
use crate::ui::widgets::{card, text};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    prose::lead(ui, cx, cx.t("playbook-potatoes-line"));
    for kind in PotatoKind::ALL {
        potato(ui, cx, kind);
    }
}

fn potato(ui: &mut Ui, cx: &mut Cx<'_>, kind: PotatoKind) {
    let tokens = cx.tokens;
    let content = cx.catalog.potato(kind);
    prose::heading(ui, cx, cx.c(&content.name));
    card::rule(ui, tokens);
    card::inset(ui, tokens.accent_soft, tokens.accent_line, |ui| {
        ui.label(text::label(cx.t("potato-tests"), tokens).color(tokens.accent_text));
        for test in &content.tests {
            prose::quote(ui, cx, cx.c(&test.ask));
            ui.horizontal_top(|ui| {
                ui.add_space(22.0);
                let line = cx.tr(
                    "label-text",
                    &[
                        ("label", cx.t("potato-listen").into()),
                        ("text", cx.c(&test.listen_for).into()),
                    ],
                );
                ui.add(egui::Label::new(text::body(line, tokens)).wrap());
            });
        }
    });
    prose::side_by_side(
        ui,
        cx,
        |ui, cx| {
            prose::quotes(ui, cx, "potato-sounds", &content.sounds_like);
            prose::fact(ui, cx, "potato-whose", &content.whose);
        },
        |ui, cx| {
            prose::list(ui, cx, "potato-if-real", ("check", tokens.ok), &content.if_real);
            prose::list(
                ui,
                cx,
                "potato-if-bluff",
                ("arrow-right", tokens.accent),
                &content.if_bluff,
            );
            prose::fact(ui, cx, "potato-if-unknown", &content.if_unknown);
        },
    );
}
