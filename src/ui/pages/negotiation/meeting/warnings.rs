//! What to think about again in our own offers of this meeting, on every topic.

use egui::{Align, Layout, Ui, Vec2};
use rust_decimal::Decimal;

use super::{Scene, understood};
use crate::domain::issue::{IssueKind, Topic};
use crate::domain::ledger::{Side, WarningKind};
use crate::domain::table::{Caution, Concern};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::text;

const ROW: f32 = 16.0;
const GAP: f32 = 8.0;
/// The gravest are shown; the others when one points at them.
const SHOWN: usize = 2;

/// What it is and what to do about it.
pub fn words(cx: &Cx<'_>, scene: &Scene<'_>, caution: &Caution) -> String {
    let (topics, kind) = match caution {
        Caution::BelowAlternative { worth, alternative } => {
            let points = |worth: f64| cx.messages.number(points(worth));
            let args =
                [("worth", points(*worth).into()), ("alternative", points(*alternative).into())];
            return cx.tr("warning-below-alternative", &args);
        }
        Caution::About(topics, kind) => (topics, *kind),
    };
    let plain = match kind {
        WarningKind::BeyondReservation { by } => limit(cx, scene, topics, "beyond", "by", by),
        WarningKind::NearReservation { room } => limit(cx, scene, topics, "near", "room", room),
        WarningKind::SplitTheDifference => cx.t("warning-split-the-difference").to_owned(),
        WarningKind::BidAgainstMyself => cx.t("warning-bid-against-myself").to_owned(),
        WarningKind::TwoConcessionsInARow => cx.t("warning-two-concessions-in-a-row").to_owned(),
    };
    // With the price alone on the table it goes without saying.
    if scene.table.topics.len() < 2 {
        return plain;
    }
    let names: Vec<String> =
        topics.iter().map(|topic| understood::topic_name(cx, scene, *topic)).collect();
    let names = names.join(cx.t("table-comma"));
    cx.tr("warning-about", &[("topics", names.into()), ("warning", plain.into())])
}

fn limit(
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    topics: &[Topic],
    which: &str,
    name: &str,
    amount: Decimal,
) -> String {
    let on = topics.first().and_then(|topic| scene.table.topic(*topic));
    match on {
        Some(on) if on.issue.kind != IssueKind::Choice => {
            let amount = cx.messages.difference(&on.issue, amount);
            cx.tr(&format!("warning-{which}-reservation"), &[(name, Arg::from(amount))])
        }
        // The figure of a choice is a worth that nobody would recognise.
        _ => cx
            .messages
            .text(if which == "near" { "warning-near-limit" } else { "warning-beyond-limit" })
            .to_owned(),
    }
}

/// A share as points of 100.
pub fn points(worth: f64) -> Decimal {
    use rust_decimal::prelude::FromPrimitive;
    Decimal::from_f64((worth * 100.0).round()).unwrap_or_default()
}

/// The concerns that our last offer of this meeting gives rise to.
fn of_last<'a>(scene: &'a Scene<'_>) -> Vec<&'a Concern> {
    let last = scene.table.last(Side::Us).filter(|row| row.offer.meeting == scene.meeting.id);
    let Some(last) = last else { return Vec::new() };
    scene.concerns.iter().filter(|concern| concern.offer == last.offer.id).collect()
}

/// The height of [`show`].
pub fn height(scene: &Scene<'_>) -> f32 {
    of_last(scene).iter().take(SHOWN).map(|_| ROW + GAP).sum()
}

/// The gravest concerns, each in a line.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    let concerns = of_last(scene);
    let rest: Vec<String> =
        concerns.iter().skip(SHOWN).map(|concern| words(cx, scene, &concern.caution)).collect();
    let last_shown = concerns.len().min(SHOWN);
    for (count, concern) in (1..=last_shown).zip(concerns) {
        let place = Vec2::new(ui.available_width(), ROW);
        ui.allocate_ui_with_layout(place, Layout::left_to_right(Align::Center), |ui| {
            ui.set_height(ROW);
            ui.add(icons::sized("warning", 15.0).tint(tokens.warn).alt_text(""));
            let mut words = words(cx, scene, &concern.caution);
            let mut hover = words.clone();
            if count == last_shown && !rest.is_empty() {
                let more = cx.tr("warning-more", &[("count", Arg::from(rest.len()))]);
                words = format!("{more} {words}");
                hover = format!("{hover}\n{}", rest.join("\n"));
            }
            text::one_line(ui, text::body(words, tokens).color(tokens.warn)).on_hover_text(hover);
        });
    }
}
