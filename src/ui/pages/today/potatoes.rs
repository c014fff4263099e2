//! Claims by the other side that nobody has tested yet.

use egui::{Rect, ScrollArea, Ui};

use crate::app::route::{NegotiationTab, Route};
use crate::domain::summary::{SessionSummary, UntestedClaim};
use crate::ui::context::Cx;
use crate::ui::pages::negotiations::session_title;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let work = cx.work;
    let untested = work.untested_claims().len();
    let tokens = cx.tokens;
    let caption = if untested == 0 {
        String::new()
    } else {
        cx.tr("today-potatoes-count", &[("count", untested.into())])
    };
    Card::new(cx.t("today-potatoes")).caption(caption).fixed().show(ui, tokens, rect, |ui| {
        if untested == 0 {
            ui.add(egui::Label::new(text::body(cx.t("today-potatoes-empty"), tokens)).wrap());
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = size::TALL_ROW_HEIGHT;
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, height, untested, |ui, range| {
            let rows = work.untested_claims().skip(range.start).take(range.len());
            for (session, claim) in rows.flatten() {
                potato_row(ui, cx, session, claim);
            }
        });
    });
}

fn potato_row(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionSummary, potato: &UntestedClaim) {
    let tokens = cx.tokens;
    let kind = cx.messages.word("potato", potato.kind.id());
    let line =
        cx.tr("today-potato-row", &[("kind", kind.into()), ("claim", potato.claim.trim().into())]);
    let title = session_title(cx, &session.title, &session.counterparts);
    let response = row(ui, tokens, potato.id, size::TALL_ROW_HEIGHT, false, &line, |ui| {
        ui.add(icons::sized("hot-potato", 18.0).tint(tokens.warn).alt_text(""));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(5.0);
            text::one_line(ui, text::value(&line, tokens));
            text::one_line(ui, text::caption(title, tokens));
        });
    });
    if response.on_hover_text(potato.claim.as_str()).clicked() {
        cx.go(Route::Negotiation { session: session.id, tab: NegotiationTab::Meeting });
    }
}
