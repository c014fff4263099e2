//! Who sits across the table, and how to speak to each of them.

use super::compose::BriefInput;
use super::document::{Area, Block, Exchange, Fact, Person, QuadrantTag, Section};
use super::text::line;
use crate::content::relations::Rewording;
use crate::content::text::Text;
use crate::domain::compatibility::Relation;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::Setting;
use crate::domain::phase::Phase;
use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::Quadrant;

/// More people than this get the short advice, so that the brief stays one page.
const PEOPLE_IN_FULL: usize = 2;

pub(super) fn section(input: &BriefInput<'_>) -> Section {
    let mut blocks = Vec::new();
    for counterpart in input.counterparts {
        blocks.extend(person(input, counterpart));
    }
    if blocks.is_empty() {
        blocks.push(input.note("brief-people-missing"));
    }
    input.section("brief-people", Area::Body, blocks)
}

/// What to say instead: for each pair of my quadrant and one at the table, or sentences that land
/// while my own quadrant is not known.
pub(super) fn exchanges(input: &BriefInput<'_>) -> Option<Section> {
    let language = input.messages.language();
    let mut theirs: Vec<Quadrant> = Vec::new();
    for counterpart in input.counterparts {
        let quadrant = known_quadrant(&input.reading(counterpart, Setting::Normal));
        theirs.extend(quadrant.filter(|quadrant| !theirs.contains(quadrant)));
    }
    let mut blocks = Vec::new();
    if let Some(me) = known_quadrant(&input.my_reading()) {
        for them in theirs {
            let pair = input.catalog.pair(me, them);
            let Rewording { tend, instead } = match input.table_phase() {
                Phase::Preparation | Phase::Opening => &pair.opening,
                Phase::Middle => &pair.middle,
                Phase::Late => &pair.late,
            };
            let to = [("quadrant", them.letter().into())];
            blocks.push(Block::Exchange(Exchange {
                tend: input.fact("brief-tend", tend.get(language)),
                instead: Fact::new(
                    input.messages.with("brief-instead", &to),
                    instead.get(language),
                ),
            }));
        }
    } else {
        for them in theirs {
            let sentences = input.catalog.quadrant(them).sentences.iter().take(2);
            let to = [("quadrant", them.letter().into())];
            blocks.push(Block::Paragraph(input.messages.with("brief-lands", &to)));
            blocks.push(Block::Bullets(
                sentences.map(|text| text.get(language).to_owned()).collect(),
            ));
        }
        if !blocks.is_empty() {
            blocks.push(input.note("brief-me-unknown"));
        }
    }
    (!blocks.is_empty()).then(|| input.section("brief-exchange", Area::Body, blocks))
}

fn person(input: &BriefInput<'_>, counterpart: &Counterpart) -> Vec<Block> {
    let messages = input.messages;
    let reading = input.reading(counterpart, Setting::Normal);
    let name = line(&messages.name_of(counterpart));
    let role: Vec<String> = [&counterpart.title, &counterpart.organisation]
        .into_iter()
        .map(|text| line(text))
        .filter(|text| !text.is_empty())
        .collect();
    let person = Block::Person(Person {
        name: if name.is_empty() { messages.text("brief-nameless").to_owned() } else { name },
        role: role.join(" · "),
        tag: tag(input, &reading),
    });
    let mut blocks = vec![person];
    let mut facts = Vec::new();
    match known_quadrant(&reading) {
        Some(quadrant) => {
            facts.extend(relation(input, quadrant));
            facts.extend(pressure(input, counterpart, quadrant));
            facts.extend(advice(input, quadrant));
        }
        None => {
            blocks.push(input.note("brief-person-unknown"));
        }
    }
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    blocks
}

/// "Likely Interpersonal (sheep) · 87% sure that C leads · 6 observations".
fn tag(input: &BriefInput<'_>, reading: &ProfileReading) -> QuadrantTag {
    let messages = input.messages;
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
    let name = input.catalog.quadrant(quadrant).name.get(messages.language());
    let animal = messages.word("animal", quadrant.animal(input.animals).id());
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

fn relation(input: &BriefInput<'_>, them: Quadrant) -> Option<Fact> {
    let me = known_quadrant(&input.my_reading())?;
    let relation = Relation::between(me, them);
    let content = input.catalog.relation(relation);
    let text = input.messages.with(
        "brief-relation-text",
        &[
            ("me", me.letter().into()),
            ("them", them.letter().into()),
            ("relation", input.messages.word("relation", relation.id()).into()),
            ("risk", content.risks.get(input.messages.language()).into()),
        ],
    );
    Some(input.fact("brief-relation", text))
}

/// What changes under pressure, when that is known and different.
fn pressure(input: &BriefInput<'_>, counterpart: &Counterpart, normal: Quadrant) -> Option<Fact> {
    let reading = input.reading(counterpart, Setting::Pressure);
    let quadrant = known_quadrant(&reading).filter(|quadrant| *quadrant != normal)?;
    let content = input.catalog.quadrant(quadrant);
    let language = input.messages.language();
    let text = input.messages.with(
        "brief-pressure-text",
        &[
            ("certainty", input.messages.word("certainty", reading.certainty.id()).into()),
            ("quadrant", quadrant.letter().into()),
            ("name", content.name.get(language).into()),
        ],
    );
    Some(input.fact("brief-pressure", text))
}

fn advice(input: &BriefInput<'_>, quadrant: Quadrant) -> Vec<Fact> {
    let language = input.messages.language();
    let content = input.catalog.quadrant(quadrant);
    let several = |texts: &[Text], separator: &str| {
        let texts: Vec<&str> = texts.iter().take(2).map(|text| text.get(language)).collect();
        texts.join(input.messages.text(separator))
    };
    let mut facts = vec![input.fact("brief-open", content.open.get(language))];
    if input.counterparts.len() <= PEOPLE_IN_FULL {
        facts.push(input.fact("brief-argue", content.argue.get(language)));
        facts.push(
            input.fact("brief-irritates", several(&content.irritates, "brief-list-separator")),
        );
        facts.push(input.fact("brief-do", several(&content.do_, "brief-sentence-separator")));
    }
    facts.push(input.fact("brief-avoid", several(&content.avoid, "brief-sentence-separator")));
    facts
}

/// The leading quadrant, once there is evidence enough to speak of one.
pub(super) fn known_quadrant(reading: &ProfileReading) -> Option<Quadrant> {
    if reading.certainty == Certainty::Unknown { None } else { reading.leading }
}
