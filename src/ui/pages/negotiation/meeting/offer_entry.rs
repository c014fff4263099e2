//! The entry of the next offer, at the bottom of the ledger.

use egui::{Id, Ui};

use super::summon::{self, Summons};
use super::typed_offer::{self, TypedOffer};
use super::{Scene, warnings};
use crate::app::command::UiCommand;
use crate::app::edit::SessionEdit;
use crate::domain::ledger::{Offer, Side};
use crate::domain::plan::Values;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

const ROW: f32 = 34.0;
const PROBLEM: f32 = 20.0;
const WARNING: f32 = warnings::ROW + 8.0;

/// What the entry needs, with the warnings of the last offer above it.
pub fn height(cx: &Cx<'_>, scene: &Scene<'_>) -> f32 {
    let last = scene.ledger.last(Side::Us).filter(|bid| bid.offer.meeting == scene.meeting.id);
    let warned = last.map_or(0_u8, |last| {
        warnings::all(scene).iter().filter(|warning| warning.offer == last.offer.id).map(|_| 1).sum()
    });
    let problem = if is_unreadable(cx, scene) { PROBLEM } else { 0.0 };
    ROW + problem + f32::from(warned) * WARNING
}

fn is_unreadable(cx: &Cx<'_>, scene: &Scene<'_>) -> bool {
    cx.drafts.meetings.get(&scene.meeting.id).is_some_and(|draft| {
        // One or two letters may be the beginning of "us" or "them".
        draft.offer_line.trim().chars().any(|character| character.is_ascii_digit())
            && typed_offer::parse(&draft.offer_line).is_none()
    })
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    warnings::show(ui, cx, scene);
    let unreadable = is_unreadable(cx, scene);
    let meeting = scene.meeting.id;
    let price_id = Id::unique(("offer-price", meeting.0));
    let mut draft = cx.drafts.meetings.entry(meeting).or_default().clone();
    let before = draft.clone();
    let called = summon::summons(ui, cx, UiCommand::EnterOffer, price_id);
    if called == Summons::Next {
        draft.offer_side = summon::next_of(&Side::BOTH, draft.offer_side);
    }
    // "us 1300" shows its side while it is typed.
    let typed = typed_offer::parse(&draft.offer_line);
    let side = typed.as_ref().and_then(|typed| typed.side).unwrap_or(draft.offer_side);
    let mut add = false;
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal(|ui| {
            let mut chosen = false;
            let sides = Side::BOTH.map(|side| (side, cx.messages.word("side", side.id())));
            if let Some(side) = segmented(ui, tokens, cx.t("offer-side"), Some(side), &sides) {
                draft.offer_side = side;
                chosen = true;
            }
            let button_room = 92.0;
            let room = (ui.available_width() - button_room).max(160.0);
            let price = Field::new(cx.t("offer-price"))
                .hint(cx.t("offer-price-hint"))
                .hide_label()
                .id(price_id)
                .width(room * 0.52)
                .show(ui, tokens, &mut draft.offer_line);
            if called == Summons::Focus {
                price.scroll_to_me(None);
            }
            // A field that is drawn after the click lets the focus go; so it is given here.
            if chosen {
                price.request_focus();
            }
            add |= submitted(ui, &price);
            let terms = Field::new(cx.t("offer-terms"))
                .hint(cx.t("offer-terms-hint"))
                .hide_label()
                .width(room * 0.48 - 16.0)
                .show(ui, tokens, &mut draft.offer_aside);
            add |= submitted(ui, &terms);
            let button = ActionButton::secondary(cx.t("meeting-add"))
                .enabled(typed.is_some() && !cx.read_only);
            add |= button.show(ui, tokens).clicked();
        });
    });
    if unreadable {
        ui.label(text::caption(cx.t("offer-unreadable"), tokens).color(tokens.warn));
    }
    if add {
        ui.memory_mut(|memory| memory.request_focus(price_id));
        if let Some(typed) = typed_offer::parse(&draft.offer_line) {
            push(cx, scene, side, &typed, &draft.offer_aside);
            draft.offer_line.clear();
            draft.offer_aside.clear();
            // The next price is most often the answer to this one.
            draft.offer_side = summon::next_of(&Side::BOTH, side);
        }
    }
    if draft != before {
        cx.drafts.meetings.insert(meeting, draft);
    }
}

fn push(cx: &mut Cx<'_>, scene: &Scene<'_>, side: Side, typed: &TypedOffer, more_terms: &str) {
    let parts = [typed.terms.trim(), more_terms.trim()];
    let terms: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let offer = Offer {
        id: cx.clock.new_entry(),
        at: cx.now(),
        meeting: scene.meeting.id,
        side,
        price: Some(typed.price),
        values: Values::new(),
        terms: terms.join(", "),
    };
    cx.edit_session(scene.session.id, SessionEdit::AddOffer(offer));
}
