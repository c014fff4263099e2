//! Claims by which they hand me their problem.

use super::document::{Area, Block, Fact, Section, Warning};
use super::draft::Draft;
use crate::domain::potato::{HotPotato, PotatoVerdict};

/// Claims that nobody has tested, each with the next question that tests it.
pub(super) fn untested(draft: &Draft<'_>) -> Option<Section> {
    let warnings: Vec<Block> = draft
        .session
        .untested_potatoes()
        .map(|potato| Block::Warning(warning(draft, potato)))
        .collect();
    let (mut blocks, more) = draft.cut(warnings, draft.room.untested);
    blocks.extend(more);
    (!blocks.is_empty()).then(|| draft.section("brief-potatoes", Area::Lead, blocks))
}

fn warning(draft: &Draft<'_>, potato: &HotPotato) -> Warning {
    let next = potato.next_question().and_then(|place| {
        Some(draft.catalog.potato(potato.kind).tests.get(place)?.ask.get(draft.messages.language()))
    });
    let next = next.unwrap_or_else(|| draft.messages.text("brief-all-asked"));
    Warning { title: title(draft, potato), items: vec![next.to_owned()] }
}

/// "Budget: “There is no more”", and who said it if there are several of them.
fn title(draft: &Draft<'_>, potato: &HotPotato) -> String {
    let messages = draft.messages;
    let kind = messages.word("potato", potato.kind.id());
    let claim = draft.words(&potato.claim);
    // People often type the quotation marks that the sentence around the claim already has.
    let claim = claim.trim_matches(|sign| "\"“”「」".contains(sign));
    let title = if claim.is_empty() {
        kind.to_owned()
    } else {
        messages.with("brief-potato", &[("kind", kind.into()), ("claim", claim.into())])
    };
    let people = &draft.worked.people;
    let by = people.iter().find(|reader| Some(reader.counterpart.id) == potato.person);
    match by.filter(|_| people.len() > 1) {
        Some(reader) => format!("{title} · {}", draft.name(reader.counterpart)),
        None => title,
    }
}

/// Claims that were tested: what came out, whose problem it is, and what we do. The last ones first.
pub(super) fn tested(draft: &Draft<'_>) -> Option<Section> {
    let tested = draft.session.potatoes.iter().rev().filter(|potato| !potato.is_untested());
    let facts: Vec<Fact> = tested.map(|potato| result(draft, potato)).collect();
    if facts.is_empty() {
        return None;
    }
    let (facts, more) = draft.cut(facts, draft.room.tested);
    let blocks = [Some(Block::Facts(facts)), more].into_iter().flatten().collect();
    Some(draft.section("brief-tested", Area::Body, blocks))
}

fn result(draft: &Draft<'_>, potato: &HotPotato) -> Fact {
    let messages = draft.messages;
    let language = messages.language();
    let content = draft.catalog.potato(potato.kind);
    let advice = match potato.verdict {
        PotatoVerdict::Real => content.if_real.first(),
        PotatoVerdict::Bluff => content.if_bluff.first(),
        PotatoVerdict::Unknown | PotatoVerdict::Untested => Some(&content.if_unknown),
    };
    let answer = draft.words(&potato.answer);
    let answer = if answer.is_empty() {
        advice.map_or_else(String::new, |advice| advice.get(language).to_owned())
    } else {
        messages.with("brief-our-answer", &[("answer", answer.into())])
    };
    let whose = potato.whose.map(|whose| messages.word("brief-problem", whose.id()).to_owned());
    let parts = [title(draft, potato), whose.unwrap_or_default(), answer];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Fact::new(messages.word("potato-verdict", potato.verdict.id()), parts.join(" · "))
}
