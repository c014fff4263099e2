//! The offer ledger: every offer of both sides, meeting by meeting, and the entry of the next one.

use std::collections::BTreeMap;

use egui::{Align, Color32, CornerRadius, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2};

use super::{Scene, offer_entry, summon, warnings};
use crate::app::command::UiCommand;
use crate::app::edit::SessionEdit;
use crate::domain::ids::{EntryId, MeetingId};
use crate::domain::ledger::{Move, MoveKind, Offer, Side};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

const ROW: f32 = 27.0;
const GAP: f32 = 10.0;
const TRACKS: [Track; 6] = [
    Track::Fixed(44.0),
    Track::Fixed(62.0),
    Track::Share(0.8),
    Track::Share(0.8),
    Track::Share(2.0),
    Track::Fixed(26.0),
];

enum Line<'s> {
    Meeting(MeetingId),
    Offer(&'s Offer),
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let here =
        scene.session.offers.iter().filter(|offer| offer.meeting == scene.meeting.id).count();
    let caption = cx.tr("ledger-caption", &[("count", Arg::from(here))]);
    Card::new(cx.t("ledger-title")).caption(caption).fixed().show_with_actions(
        ui,
        tokens,
        place,
        |ui| summon::hint(ui, tokens, UiCommand::EnterOffer),
        |ui| {
            let entry_height = offer_entry::height(cx, scene);
            let mut table = ui.available_rect_before_wrap();
            table.set_bottom(
                (place.bottom() - size::CARD_PADDING - entry_height - 8.0).max(table.top() + 40.0),
            );
            let mut child = ui.new_child(UiBuilder::new().id_salt("table").max_rect(table));
            child.set_clip_rect(
                table.expand2(Vec2::new(size::CARD_PADDING, 0.0)).intersect(ui.clip_rect()),
            );
            table_body(&mut child, cx, scene);
            ui.advance_cursor_after_rect(table);
            offer_entry::show(ui, cx, scene);
        },
    );
}

fn table_body(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    head(ui, cx, scene);
    let lines = lines(scene);
    if lines.is_empty() {
        ui.add_space(10.0);
        ui.label(text::body(cx.t("ledger-empty"), tokens));
        return;
    }
    let mut changes: BTreeMap<EntryId, Move> = BTreeMap::new();
    for side in Side::BOTH {
        let moves = scene.ledger.moves(side).into_iter();
        changes.extend(moves.filter_map(|(bid, change)| Some((bid.offer.id, change?))));
    }
    let warned = warnings::all(scene);
    ScrollArea::vertical().id_salt("offers").auto_shrink(false).stick_to_bottom(true).show_rows(
        ui,
        ROW,
        lines.len(),
        |ui, rows| {
            for line in lines.get(rows).unwrap_or_default() {
                match line {
                    Line::Meeting(id) => meeting_line(ui, cx, scene, *id),
                    Line::Offer(offer) => {
                        let kinds = warned.iter().filter(|warning| warning.offer == offer.id);
                        let words: Vec<String> =
                            kinds.map(|warning| warnings::words(cx, scene, warning.kind)).collect();
                        offer_line(ui, cx, scene, offer, changes.get(&offer.id), &words.join("\n"));
                    }
                }
            }
        },
    );
}

/// The offers in order of time, with a heading where a meeting begins.
fn lines<'s>(scene: &Scene<'s>) -> Vec<Line<'s>> {
    let mut lines = Vec::new();
    let mut meeting = None;
    for offer in scene.ledger.bids().iter().map(|bid| bid.offer) {
        if meeting != Some(offer.meeting) && scene.session.meetings.len() > 1 {
            lines.push(Line::Meeting(offer.meeting));
        }
        meeting = Some(offer.meeting);
        lines.push(Line::Offer(offer));
    }
    lines
}

fn head(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 26.0), Sense::hover());
    let band = rect.expand2(Vec2::new(size::CARD_PADDING - 1.0, 0.0));
    ui.painter().rect_filled(band, CornerRadius::ZERO, tokens.sunken);
    let price = cx.tr(
        "ledger-price",
        &[("currency", cx.messages.word("currency", &scene.session.currency).into())],
    );
    let heads: [(&str, Align); 5] = [
        (cx.t("ledger-time"), Align::Min),
        (cx.t("ledger-who"), Align::Min),
        (&price, Align::Max),
        (cx.t("ledger-change"), Align::Max),
        (cx.t("ledger-terms"), Align::Min),
    ];
    for (place, (index, (label, align))) in
        split(rect, GAP, &TRACKS).into_iter().zip((0_u8..).zip(heads))
    {
        cell(ui, ("head", index), place, align, |ui| {
            text::one_line(ui, text::label(label, tokens).color(tokens.text_3));
        });
    }
}

fn meeting_line(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, id: MeetingId) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let number = scene.session.meeting_number(id);
    let label = cx.tr("meeting-number", &[("number", Arg::from(number))]);
    cell(ui, ("meeting", id.0), rect, Align::Min, |ui| {
        text::one_line(ui, text::label(label, cx.tokens).color(cx.tokens.text_3));
    });
}

/// The colour of a side in tables and charts.
pub fn side_colour(tokens: &Tokens, side: Side) -> Color32 {
    match side {
        Side::Us => tokens.accent,
        Side::Them => tokens.warn,
    }
}

fn offer_line(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    offer: &Offer,
    change: Option<&Move>,
    warning: &str,
) {
    let tokens = cx.tokens;
    let (rect, hover) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let band = rect.expand2(Vec2::new(size::CARD_PADDING - 1.0, 0.0));
    if hover.contains_pointer() {
        ui.painter().rect_filled(band, CornerRadius::ZERO, tokens.hover);
    }
    ui.painter().hline(band.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
    let now = offer.meeting == scene.meeting.id;
    let colour = if now { side_colour(tokens, offer.side) } else { tokens.text_3 };
    let quiet = if now { tokens.text_2 } else { tokens.text_3 };
    let cells = split(rect, GAP, &TRACKS);
    let [time, who, price, moved, terms, remove] = cells.as_slice() else { return };
    ui.push_id(offer.id.0, |ui| {
        let at = cx.messages.time(cx.clock.local(offer.at).time());
        cell(ui, "time", *time, Align::Min, |ui| ui.label(text::caption(at, tokens)));
        cell(ui, "who", *who, Align::Min, |ui| {
            let centre = who.left_center() + Vec2::new(4.0, 0.0);
            ui.painter().circle_filled(centre, 4.0, colour);
            ui.add_space(12.0);
            text::one_line(
                ui,
                text::value(cx.messages.word("side", offer.side.id()), tokens).color(quiet),
            );
        });
        cell(ui, "price", *price, Align::Max, |ui| {
            let label = offer.price.map_or_else(String::new, |price| cx.messages.number(price));
            text::one_line(ui, text::strong(label, tokens).color(colour));
        });
        cell(ui, "change", *moved, Align::Max, |ui| {
            if let Some(change) = change {
                text::one_line(ui, text::body(change_words(cx, change), tokens).color(quiet));
            }
        });
        cell(ui, "terms", *terms, Align::Min, |ui| {
            if !warning.is_empty() {
                let sign = icons::sized("warning", 14.0).tint(tokens.warn).alt_text(warning);
                ui.add(sign).on_hover_text(warning);
            }
            if !offer.terms.is_empty() {
                text::one_line(ui, text::body(&offer.terms, tokens).color(quiet))
                    .on_hover_text(&offer.terms);
            }
        });
        cell(ui, "remove", *remove, Align::Max, |ui| {
            let price = offer.price.map_or_else(String::new, |price| cx.messages.number(price));
            let name = cx.tr("ledger-remove", &[("price", price.into())]);
            let button = ActionButton::icon_only("cross", &name)
                .colour(tokens.text_3)
                .enabled(!cx.read_only);
            if button.show(ui, tokens).clicked() {
                cx.edit_session(scene.session.id, SessionEdit::RemoveOffer(offer.id));
            }
        });
    });
}

/// "−60" in the direction of the price, or "=" for a price that was held.
fn change_words(cx: &Cx<'_>, change: &Move) -> String {
    if change.kind() == MoveKind::Hold {
        return cx.t("ledger-held").to_owned();
    }
    let amount = cx.messages.number(change.size());
    if change.to > change.from { format!("+{amount}") } else { format!("−{amount}") }
}
