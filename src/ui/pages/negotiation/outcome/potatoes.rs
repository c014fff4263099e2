//! The hot potatoes of the meeting and what became of them.

use egui::{Align, Layout, Rect, Ui};

use crate::app::route::{NegotiationTab, Route};
use crate::domain::potato::{HotPotato, PotatoVerdict};
use crate::domain::session::{Meeting, Session};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let here: Vec<&HotPotato> =
        session.potatoes.iter().filter(|potato| potato.meeting == meeting.id).collect();
    let untested = here.iter().filter(|potato| potato.is_untested()).count();
    let caption = if untested > 0 {
        cx.tr("potato-untested-count", &[("count", Arg::from(untested))])
    } else {
        String::new()
    };
    Card::new(cx.t("potatoes-title")).caption(caption).show(ui, tokens, place, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if here.is_empty() {
            ui.add(egui::Label::new(text::body(cx.t("potatoes-none"), tokens)).wrap());
        }
        for potato in here {
            let verdict = cx.messages.word("potato-verdict", potato.verdict.id());
            let name = format!("{} {verdict}", potato.claim);
            let clicked = row(ui, tokens, potato.id.0, 34.0, false, &name, |ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let tone = match potato.verdict {
                        PotatoVerdict::Untested => Tone::Warn,
                        PotatoVerdict::Real => Tone::Ok,
                        PotatoVerdict::Bluff => Tone::Accent,
                        PotatoVerdict::Unknown => Tone::Neutral,
                    };
                    chip(ui, tokens, tone, verdict);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let tip = if potato.evidence.is_empty() {
                            &potato.claim
                        } else {
                            &potato.evidence
                        };
                        text::one_line(ui, text::body(&potato.claim, tokens)).on_hover_text(tip);
                    });
                });
            })
            .clicked();
            if clicked {
                cx.go(Route::Negotiation { session: session.id, tab: NegotiationTab::Meeting });
            }
        }
    });
}
