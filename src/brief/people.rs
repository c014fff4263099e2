//! Who sits across the table, and how to speak to each of them.

use super::document::{Area, Block, Exchange, Fact, Person, QuadrantTag, Section};
use super::draft::{Draft, Reader, known_quadrant};
use crate::content::relations::Rewording;
use crate::content::text::Text;
use crate::domain::compatibility::Relation;
use crate::domain::phase::Phase;
use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::Quadrant;

pub(super) fn section(draft: &Draft<'_>) -> Section {
    let mut blocks = Vec::new();
    let people = &draft.worked.people;
    for reader in people.iter().take(draft.room.people) {
        blocks.extend(person(draft, reader));
    }
    blocks.extend(draft.more(people.len().saturating_sub(draft.room.people)));
    if blocks.is_empty() {
        blocks.push(draft.note("brief-people-missing"));
    }
    draft.section("brief-people", Area::Body, blocks)
}

/// What to say instead: for each pair of my quadrant and one at the table, or sentences that land
/// while my own quadrant is not known.
pub(super) fn exchanges(draft: &Draft<'_>) -> Option<Section> {
    let language = draft.messages.language();
    let mut theirs: Vec<Quadrant> = Vec::new();
    for reader in &draft.worked.people {
        let quadrant = known_quadrant(&reader.normal);
        theirs.extend(quadrant.filter(|quadrant| !theirs.contains(quadrant)));
    }
    theirs.truncate(draft.room.exchanges);
    let mut blocks = Vec::new();
    if let Some(me) = draft.my_quadrant() {
        for them in theirs {
            let pair = draft.catalog.pair(me, them);
            let Rewording { tend, instead } = match draft.table_phase() {
                Phase::Preparation | Phase::Opening => &pair.opening,
                Phase::Middle => &pair.middle,
                Phase::Late => &pair.late,
            };
            let to = [("quadrant", them.letter().into())];
            blocks.push(Block::Exchange(Exchange {
                tend: draft.fact("brief-tend", tend.get(language)),
                instead: Fact::new(
                    draft.messages.with("brief-instead", &to),
                    instead.get(language),
                ),
            }));
        }
    } else {
        for them in theirs {
            let sentences = draft.catalog.quadrant(them).sentences.iter().take(2);
            let to = [("quadrant", them.letter().into())];
            blocks.push(Block::Paragraph(draft.messages.with("brief-lands", &to)));
            blocks.push(Block::Bullets(
                sentences.map(|text| text.get(language).to_owned()).collect(),
            ));
        }
        if !blocks.is_empty() {
            blocks.push(draft.note("brief-me-unknown"));
        }
    }
    (!blocks.is_empty()).then(|| draft.section("brief-exchange", Area::Body, blocks))
}

fn person(draft: &Draft<'_>, reader: &Reader<'_>) -> Vec<Block> {
    let Reader { counterpart, normal: reading, .. } = reader;
    let role: Vec<String> = [&counterpart.title, &counterpart.organisation]
        .into_iter()
        .map(|text| draft.words(text))
        .filter(|text| !text.is_empty())
        .collect();
    let person = Block::Person(Person {
        name: draft.name(counterpart),
        role: role.join(" · "),
        tag: tag(draft, reading),
    });
    let mut blocks = vec![person];
    let mut facts = Vec::new();
    match known_quadrant(reading) {
        Some(quadrant) => {
            facts.extend(relation(draft, quadrant));
            facts.extend(pressure(draft, &reader.pressure, quadrant));
            facts.extend(advice(draft, quadrant));
        }
        None => {
            blocks.push(draft.note("brief-person-unknown"));
        }
    }
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    blocks
}

/// "Likely Interpersonal (sheep) · 87% sure that C leads · 6 observations".
fn tag(draft: &Draft<'_>, reading: &ProfileReading) -> QuadrantTag {
    let messages = draft.messages;
    let observations =
        messages.with("brief-observations", &[("count", reading.profile.observations.into())]);
    let Some(quadrant) = known_quadrant(reading) else {
        let text = if reading.certainty == Certainty::Unknown {
            let certainty = messages.word("certainty", reading.certainty.id());
            messages.with(
                "brief-tag-unknown",
                &[("certainty", certainty.into()), ("observations", observations.into())],
            )
        } else {
            messages.with("brief-tag-tied", &[("observations", observations.into())])
        };
        return QuadrantTag { quadrant: None, text };
    };
    let name = draft.catalog.quadrant(quadrant).name.get(messages.language());
    let animal = messages.word("animal", quadrant.animal(draft.animals).id());
    let text = messages.with(
        "brief-tag",
        &[
            ("certainty", messages.word("certainty", reading.certainty.id()).into()),
            ("name", name.into()),
            ("animal", animal.into()),
            ("probability", messages.percent(reading.p_largest[quadrant]).into()),
            ("observations", observations.into()),
        ],
    );
    QuadrantTag { quadrant: Some(quadrant), text }
}

fn relation(draft: &Draft<'_>, them: Quadrant) -> Option<Fact> {
    let me = draft.my_quadrant()?;
    let relation = Relation::between(me, them);
    let content = draft.catalog.relation(relation);
    let text = draft.messages.with(
        "brief-relation-text",
        &[
            ("me", me.letter().into()),
            ("them", them.letter().into()),
            ("relation", draft.messages.word("relation", relation.id()).into()),
            ("risk", content.risks.get(draft.messages.language()).into()),
        ],
    );
    Some(draft.fact("brief-relation", text))
}

/// What changes under pressure, when that is known and different.
fn pressure(draft: &Draft<'_>, reading: &ProfileReading, normal: Quadrant) -> Option<Fact> {
    let quadrant = known_quadrant(reading).filter(|quadrant| *quadrant != normal)?;
    let content = draft.catalog.quadrant(quadrant);
    let language = draft.messages.language();
    let text = draft.messages.with(
        "brief-pressure-text",
        &[
            ("certainty", draft.messages.word("certainty", reading.certainty.id()).into()),
            ("quadrant", quadrant.letter().into()),
            ("name", content.name.get(language).into()),
        ],
    );
    Some(draft.fact("brief-pressure", text))
}

fn advice(draft: &Draft<'_>, quadrant: Quadrant) -> Vec<Fact> {
    let language = draft.messages.language();
    let content = draft.catalog.quadrant(quadrant);
    let several = |texts: &[Text], separator: &str| {
        let texts: Vec<&str> = texts.iter().take(2).map(|text| text.get(language)).collect();
        texts.join(draft.messages.text(separator))
    };
    let mut facts = Vec::new();
    if draft.counterparts.len() <= draft.room.in_full {
        // The first moves say it once the talk has begun.
        if draft.table_phase() == Phase::Opening {
            facts.push(draft.fact("brief-argue", content.argue.get(language)));
        }
        facts.push(
            draft.fact("brief-irritates", several(&content.irritates, "brief-list-separator")),
        );
        facts.push(draft.fact("brief-do", several(&content.do_, "brief-sentence-separator")));
    }
    facts.push(draft.fact("brief-avoid", several(&content.avoid, "brief-sentence-separator")));
    facts
}
