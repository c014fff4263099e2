//! What they may throw at me: untested claims and likely tactics.

use super::compose::BriefInput;
use super::document::{Area, Block, Fact, Section, Warning};
use super::text::line;
use crate::content::tactics::TacticContent;
use crate::domain::tactic::Mark;
use crate::domain::potato::HotPotato;
use crate::domain::session::LogKind;

/// How many tactics fit on the page, and in the head.
const TACTICS: usize = 3;

/// Claims that nobody has tested, each with the questions that test it.
pub(super) fn potatoes(input: &BriefInput<'_>) -> Option<Section> {
    let blocks: Vec<Block> = input
        .session
        .untested_potatoes()
        .map(|potato| Block::Warning(potato_warning(input, potato)))
        .collect();
    (!blocks.is_empty()).then(|| input.section("brief-potatoes", Area::Lead, blocks))
}

fn potato_warning(input: &BriefInput<'_>, potato: &HotPotato) -> Warning {
    let messages = input.messages;
    let kind = messages.word("potato", potato.kind.id());
    let claim = line(&potato.claim);
    // People often type the quotation marks that the sentence around the claim already has.
    let claim = claim.trim_matches(|sign| "\"“”「」".contains(sign));
    let title = if claim.is_empty() {
        kind.to_owned()
    } else {
        messages.with("brief-potato", &[("kind", kind.into()), ("claim", claim.into())])
    };
    let tests = &input.catalog.potato(potato.kind).tests;
    let items = tests
        .iter()
        .zip(potato.asked)
        .map(|(test, asked)| {
            let question = test.ask.get(messages.language());
            if asked {
                messages.with("brief-asked", &[("question", question.into())])
            } else {
                question.to_owned()
            }
        })
        .collect();
    Warning { title, items }
}

/// Tactics to expect in this phase with the line that counters each: first those that they have
/// used in this session, then the hard ones of the phase.
pub(super) fn tactics(input: &BriefInput<'_>) -> Option<Section> {
    let seen = input
        .session
        .log
        .iter()
        .rev()
        .filter(|entry| entry.kind == LogKind::TacticSeen)
        .filter_map(|entry| input.catalog.tactic(entry.tactic.as_deref()?));
    let mut of_phase: Vec<&TacticContent> = input.catalog.tactics_of(input.table_phase()).collect();
    of_phase.sort_by_key(|tactic| tactic.mark != Mark::Hard);
    let mut chosen: Vec<(&TacticContent, bool)> = Vec::new();
    for (tactic, was_seen) in
        seen.map(|tactic| (tactic, true)).chain(of_phase.into_iter().map(|tactic| (tactic, false)))
    {
        if chosen.len() < TACTICS && chosen.iter().all(|(other, _)| other.id != tactic.id) {
            chosen.push((tactic, was_seen));
        }
    }
    let language = input.messages.language();
    let facts: Vec<Fact> = chosen
        .into_iter()
        .map(|(tactic, was_seen)| {
            let name = tactic.name.get(language);
            let label = if was_seen {
                input.messages.with("brief-tactic-seen", &[("name", name.into())])
            } else {
                name.to_owned()
            };
            Fact::new(label, tactic.counter_line.get(language))
        })
        .collect();
    (!facts.is_empty())
        .then(|| input.section("brief-tactics", Area::Body, vec![Block::Facts(facts)]))
}
