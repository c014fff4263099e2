//! What to ask: what I wrote down, and what would tell most of what I do not know.

use super::document::{Area, Block, Fact, Section};
use super::draft::Draft;
use super::text::lines;
use crate::domain::issue::Topic;
use crate::domain::ledger::Side;
use crate::domain::probe::Outlook;
use crate::domain::profile::Certainty;
use crate::domain::table::OnTable;

pub(super) fn section(draft: &Draft<'_>) -> Section {
    let questions: Vec<String> =
        lines(&draft.session.plan.questions).iter().map(|text| draft.words(text)).collect();
    let mut blocks = Vec::new();
    if questions.is_empty() {
        blocks.push(draft.note("brief-questions-missing"));
    } else {
        let (questions, more) = draft.cut(questions, draft.room.questions);
        blocks.push(Block::Bullets(questions));
        blocks.extend(more);
    }
    let told: Vec<Fact> =
        [about_weights(draft), about_thinking(draft)].into_iter().flatten().collect();
    if !told.is_empty() {
        blocks.push(Block::Facts(told));
    }
    draft.section("brief-questions", Area::Body, blocks)
}

/// Between the two open topics of which I know least which one they would rather have, and for which
/// it matters most: where my own weights differ, a swap is cheap for me.
fn about_weights(draft: &Draft<'_>) -> Option<Fact> {
    let table = &draft.worked.table;
    let open: Vec<&OnTable<'_>> =
        table.topics.iter().filter(|on| table.settled(on.topic).is_none()).collect();
    let theirs = their_weights(draft);
    let mine = |on: &OnTable<'_>| table.weight(on.topic);
    let mut best: Option<(f64, [&OnTable<'_>; 2])> = None;
    for (place, one) in open.iter().enumerate() {
        for other in open.iter().skip(place + 1) {
            let apart = (mine(one) - mine(other)).abs();
            let known = (theirs(one.topic) - theirs(other.topic)).abs();
            // Even where my weights are the same, an answer tells something.
            let telling = (apart + 0.01) * (1.0 - known);
            if best.is_none_or(|(most, _)| telling > most) {
                best = Some((telling, [one, other]));
            }
        }
    }
    let [one, other] = best?.1.map(|on| draft.topic_name(on.topic, &on.issue));
    let question =
        draft.messages.with("brief-ask-weights", &[("one", one.into()), ("other", other.into())]);
    Some(draft.fact("brief-to-learn-weights", question))
}

/// Their weights as far as I know them: my estimates, else what their offers tell; their sum is 1.
fn their_weights(draft: &Draft<'_>) -> impl Fn(Topic) -> f64 {
    let table = &draft.worked.table;
    let plan = &draft.session.plan;
    let written = plan.price.their_weight.is_some()
        || plan.issues.iter().any(|issue| issue.theirs.weight.is_some());
    let told = table.their_weights().filter(|_| !written).map(|estimate| estimate.weights);
    move |topic| {
        let place = table.space.position(topic);
        let told = || told.as_ref()?.get(place?).copied();
        let written = || table.space.weight(topic, Side::Them).filter(|_| written);
        written().or_else(told).unwrap_or(0.0)
    }
}

/// The question whose answer would tell most about the first person whose thinking is not clear.
fn about_thinking(draft: &Draft<'_>) -> Option<Fact> {
    let unclear = |certainty| matches!(certainty, Certainty::Unknown | Certainty::Leaning);
    let reader = draft.worked.people.iter().find(|reader| unclear(reader.normal.certainty))?;
    let outlook = Outlook::of(&reader.normal.profile, draft.catalog.weights().quote);
    let probes = draft.catalog.probes();
    let place = outlook.best(probes.iter().map(|probe| probe.between.as_slice()))?;
    let question = probes.get(place)?.ask.get(draft.messages.language());
    let name = draft.name(reader.counterpart);
    let label = draft.messages.with("brief-to-learn-thinking", &[("name", name.into())]);
    Some(Fact::new(label, question))
}
