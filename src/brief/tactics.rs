//! What they may try, and what to answer: first what these people have used before.

use std::collections::BTreeMap;

use super::document::{Area, Block, Fact, Section};
use super::draft::Draft;
use super::text::short;
use crate::content::tactics::TacticContent;
use crate::domain::potato::PotatoKind;
use crate::domain::session::{Effect, LogEntry, LogKind};
use crate::domain::tactic::Mark;

/// How often they used a tactic, and how often it worked on us.
#[derive(Clone, Copy, Default)]
struct Seen {
    times: usize,
    worked: usize,
}

/// The tactics to expect with the line that counters each.
pub(super) fn section(draft: &Draft<'_>) -> Option<Section> {
    let mut seen: Vec<(String, Seen)> = seen(draft).into_iter().collect();
    seen.sort_by_key(|(_, seen)| std::cmp::Reverse((seen.worked, seen.times)));
    let mut facts: Vec<Fact> =
        seen.iter().filter_map(|(card, seen)| used_before(draft, card, *seen)).collect();
    facts.truncate(draft.room.tactics);
    let known = facts.len();
    let general =
        general(draft).into_iter().filter(|card| seen.iter().all(|(id, _)| *id != card.id));
    let language = draft.messages.language();
    let general =
        general.map(|card| Fact::new(card.name.get(language), card.counter_line.get(language)));
    facts.extend(general.take(draft.room.tactics - known));
    let note = match known {
        0 => Some(draft.note("brief-tactics-general")),
        known if known < facts.len() => Some(draft.note("brief-tactics-rest")),
        _ => None,
    };
    if facts.is_empty() {
        return None;
    }
    let blocks = [Some(Block::Facts(facts)), note].into_iter().flatten().collect();
    Some(draft.section("brief-tactics", Area::Body, blocks))
}

/// By card: what the people at the table have used in all negotiations, this one among them.
fn seen(draft: &Draft<'_>) -> BTreeMap<String, Seen> {
    let mut found: BTreeMap<String, Seen> = BTreeMap::new();
    let with = draft
        .worked
        .people
        .iter()
        .filter_map(|reader| draft.statistics.with.get(&reader.counterpart.id));
    for (card, record) in with.flatten().filter(|(_, record)| record.seen > 0) {
        let seen = found.entry(card.to_string()).or_default();
        seen.times += record.seen;
        seen.worked += record.on_me.hits;
    }
    // The statistics may be those of a moment ago, and leave out what nobody is named for.
    let mut here: BTreeMap<String, Seen> = BTreeMap::new();
    let entries = draft.session.log.iter().filter(|entry| entry.kind == LogKind::TacticSeen);
    for (card, entry) in entries.filter_map(|entry| Some((entry.tactic.clone()?, entry))) {
        let seen = here.entry(card).or_default();
        seen.times += 1;
        seen.worked += usize::from(worked(entry));
    }
    for (card, here) in here {
        let seen = found.entry(card).or_default();
        seen.times = seen.times.max(here.times);
        seen.worked = seen.worked.max(here.worked);
    }
    found
}

fn worked(entry: &LogEntry) -> bool {
    entry.effect == Some(Effect::Worked)
}

/// "Flinch (seen 3 times, worked twice)", with the counter of the card, mine or that of the deck.
fn used_before(draft: &Draft<'_>, card: &str, seen: Seen) -> Option<Fact> {
    let language = draft.messages.language();
    let (name, counter) = match draft.catalog.tactic(card) {
        Some(card) => {
            (card.name.get(language).to_owned(), card.counter_line.get(language).to_owned())
        }
        None => {
            let own = draft.deck.own(card)?;
            let counter = draft.words(&own.counter);
            let missing = || draft.messages.text("brief-counter-missing").to_owned();
            (short(&own.name, 60), if counter.is_empty() { missing() } else { counter })
        }
    };
    let id = if seen.worked > 0 { "brief-tactic-worked" } else { "brief-tactic-seen" };
    let args =
        [("name", name.into()), ("count", seen.times.into()), ("worked", seen.worked.into())];
    Some(Fact::new(draft.messages.with(id, &args), counter))
}

/// What fits the claims that are still open and the phase, the hard ones first.
fn general<'a>(draft: &Draft<'a>) -> Vec<&'a TacticContent> {
    let catalog = draft.input.catalog;
    let beside = draft.session.untested_potatoes().filter_map(|potato| {
        catalog.tactic(match potato.kind {
            PotatoKind::Budget => "squeeze",
            PotatoKind::Authority => "higher-authority",
            PotatoKind::Deadline => "deadline",
            PotatoKind::Competitor => "third-party",
            PotatoKind::Policy => "own-draft",
            PotatoKind::Other => return None,
        })
    });
    let mut of_phase: Vec<&TacticContent> = catalog.tactics_of(draft.table_phase()).collect();
    of_phase.sort_by_key(|tactic| tactic.mark != Mark::Hard);
    let mut found: Vec<&TacticContent> = Vec::new();
    for card in beside.chain(of_phase) {
        if found.iter().all(|other| other.id != card.id) {
            found.push(card);
        }
    }
    found
}
