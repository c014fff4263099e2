//! What a typed offer was understood as, in words.

use super::Scene;
use crate::app::typed_offer::{Subject, TypedOffer, Unclear};
use crate::domain::issue::{IssueValue, Topic};
use crate::domain::ledger::{Offer, Side};
use crate::i18n::Arg;
use crate::ui::context::Cx;

/// What an offer of this session can be about.
pub fn subject<'s>(cx: &Cx<'_>, scene: &Scene<'s>) -> Subject<'s> {
    let session = scene.session;
    Subject { plan: &session.plan, currency: &session.currency, today: cx.today() }
}

/// "Price", "Payment"; nothing for a topic that is not in the plan.
pub fn topic_name(cx: &Cx<'_>, scene: &Scene<'_>, topic: Topic) -> String {
    scene
        .table
        .topic(topic)
        .map_or_else(String::new, |on| cx.messages.topic_name(topic, &on.issue).to_owned())
}

/// "Payment 30 days"; the price without its currency, which stands in the head of the column.
pub fn term(cx: &Cx<'_>, scene: &Scene<'_>, topic: Topic, value: IssueValue) -> String {
    let Some(on) = scene.table.topic(topic) else { return String::new() };
    let value = match topic {
        Topic::Price => cx.messages.bare_term(&on.issue, value),
        Topic::Issue(_) => cx.messages.term(&on.issue, value),
    };
    let name = cx.messages.topic_name(topic, &on.issue);
    cx.tr("offer-term", &[("topic", name.into()), ("value", value.into())])
}

/// "Them · Price 1,300 · Payment 30 days · “data export”", topic by topic.
fn said(
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    side: Side,
    about: impl Fn(Topic) -> Option<IssueValue>,
    terms: &str,
) -> String {
    let mut parts = vec![cx.messages.word("side", side.id()).to_owned()];
    let topics = scene.table.topics.iter().map(|on| on.topic);
    parts.extend(topics.filter_map(|topic| Some(term(cx, scene, topic, about(topic)?))));
    if !terms.is_empty() {
        parts.push(cx.tr("offer-text", &[("words", Arg::from(terms))]));
    }
    parts.join(cx.t("list-separator"))
}

/// What was typed.
pub fn typed(cx: &Cx<'_>, scene: &Scene<'_>, side: Side, typed: &TypedOffer) -> String {
    said(cx, scene, side, |topic| typed.about(topic), &typed.terms)
}

/// An offer that was made.
pub fn offer(cx: &Cx<'_>, scene: &Scene<'_>, offer: &Offer) -> String {
    said(cx, scene, offer.side, |topic| offer.about(topic), &offer.terms)
}

/// What a word more would settle.
pub fn unclear(cx: &Cx<'_>, scene: &Scene<'_>, unclear: &Unclear) -> String {
    let name = |topic: Topic| topic_name(cx, scene, topic);
    match unclear {
        Unclear::Several { words, topics } => {
            let names: Vec<String> = topics.iter().map(|topic| name(*topic)).collect();
            let names = names.join(cx.t("offer-or"));
            cx.tr("offer-several", &[("words", words.into()), ("topics", names.into())])
        }
        Unclear::Twice { words, topic } => {
            cx.tr("offer-twice", &[("words", words.into()), ("topic", name(*topic).into())])
        }
        Unclear::Number { words } => cx.tr("offer-number", &[("words", words.into())]),
        Unclear::Value { words, topic } => {
            cx.tr("offer-value", &[("words", words.into()), ("topic", name(*topic).into())])
        }
    }
}
