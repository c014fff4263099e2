//! The answer to the one question of the course, in one sentence.

use rust_decimal::Decimal;

use super::Scene;
use crate::domain::ledger::{Move, MoveKind, Side};
use crate::i18n::Arg;
use crate::ui::context::Cx;

/// "Since the last meeting they came 40 towards us, we moved 20; 120 apart, it was 180."
pub fn sentence(cx: &Cx<'_>, scene: &Scene<'_>) -> String {
    let ledger = &scene.ledger;
    let number = |price| cx.messages.number(price);
    match (ledger.last(Side::Us), ledger.last(Side::Them)) {
        (None, None) => return cx.t("now-no-offers").to_owned(),
        (Some(ours), None) => return cx.tr("now-only-us", &[("ours", number(ours.value).into())]),
        (None, Some(theirs)) => {
            return cx.tr("now-only-them", &[("theirs", number(theirs.value).into())]);
        }
        (Some(_), Some(_)) => {}
    }
    let earlier = Side::BOTH.iter().any(|side| ledger.last_of_earlier_meetings(*side).is_some());
    let new_here = scene.session.offers.iter().any(|offer| offer.meeting == scene.meeting.id);
    if earlier && !new_here {
        return standing(cx, scene);
    }
    let since = cx.t(if earlier { "now-since-last-meeting" } else { "now-since-start" });
    let moved = |side| ledger.of(side).nth(1).and_then(|_| ledger.since_start(side));
    let change = |side| if earlier { ledger.since_last_meeting(side) } else { moved(side) };
    let before = if earlier { ledger.gap_at_last_meeting() } else { ledger.gap_at_start() };
    let part = |side| part(cx, scene, side, change(side));
    cx.tr(
        "now-sentence",
        &[
            ("since", since.into()),
            ("they", part(Side::Them).into()),
            ("we", part(Side::Us).into()),
            ("gap", gap(cx, scene, before).into()),
        ],
    )
}

/// Nothing new in this meeting yet: where it was left.
fn standing(cx: &Cx<'_>, scene: &Scene<'_>) -> String {
    let price = |side| {
        scene.ledger.last(side).map_or_else(String::new, |bid| cx.messages.number(bid.value))
    };
    cx.tr(
        "now-standing",
        &[
            ("ours", price(Side::Us).into()),
            ("theirs", price(Side::Them).into()),
            ("gap", gap(cx, scene, None).into()),
        ],
    )
}

fn part(cx: &Cx<'_>, scene: &Scene<'_>, side: Side, change: Option<Move>) -> String {
    let who = side.id();
    match change {
        None => {
            let price = scene.ledger.last(side).map(|bid| cx.messages.number(bid.value));
            cx.tr(&format!("now-{who}-named"), &[("price", Arg::from(price.unwrap_or_default()))])
        }
        Some(change) => match change.kind() {
            MoveKind::Hold => {
                cx.t(if side == Side::Us { "now-us-hold" } else { "now-them-hold" }).to_owned()
            }
            kind => {
                let amount = cx.messages.number(change.size());
                cx.tr(&format!("now-{who}-{}", kind.id()), &[("amount", amount.into())])
            }
        },
    }
}

/// "120 apart, was 180", given what it was before.
fn gap(cx: &Cx<'_>, scene: &Scene<'_>, before: Option<Decimal>) -> String {
    let Some(now) = scene.ledger.gap_now() else { return String::new() };
    if now.is_zero() || now.is_sign_negative() {
        return cx.t("now-gap-closed").to_owned();
    }
    let amount = cx.messages.number(now);
    match before.filter(|before| *before != now) {
        Some(before) => {
            let before = cx.messages.number(before);
            cx.tr("now-gap-was", &[("amount", amount.into()), ("before", before.into())])
        }
        None => cx.tr("now-gap", &[("amount", amount.into())]),
    }
}
