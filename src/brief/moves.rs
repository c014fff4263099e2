//! What to do first: what is left of the preparation, how to begin, which offers are ready.

use super::document::{Area, Block, CheckItem, Fact, Section};
use super::draft::{Draft, known_quadrant};
use super::position::points;
use super::text::short;
use crate::domain::issue::Topic;
use crate::domain::phase::Phase;
use crate::domain::plan::Package;
use crate::domain::quadrant::Quadrant;
use crate::domain::standing::Standing;

/// What is left of the preparation, as long as it is not over.
pub(super) fn before(draft: &Draft<'_>) -> Option<Section> {
    if draft.phase() != Phase::Preparation {
        return None;
    }
    let blocks = left_of(draft, Phase::Preparation);
    (!blocks.is_empty()).then(|| draft.section("brief-before", Area::Body, blocks))
}

/// How to begin with these people, the offers that are ready, and what is left to do in the phase.
pub(super) fn first(draft: &Draft<'_>) -> Option<Section> {
    let mut blocks = Vec::new();
    let beginnings = beginnings(draft);
    if !beginnings.is_empty() {
        blocks.push(Block::Facts(beginnings));
    }
    blocks.extend(packages(draft));
    blocks.extend(left_of(draft, draft.table_phase()));
    if blocks.is_empty() && draft.room.checks > 0 {
        blocks.push(draft.note("brief-moves-done"));
    }
    (!blocks.is_empty()).then(|| draft.section("brief-moves", Area::Body, blocks))
}

/// The checklist of a phase without what is done.
fn left_of(draft: &Draft<'_>, phase: Phase) -> Vec<Block> {
    let done = draft.meeting().map_or(&[][..], |meeting| &meeting.done);
    let items = draft.catalog.phase(phase).checklist.iter().filter(|item| !done.contains(&item.id));
    let items: Vec<CheckItem> = items
        .map(|item| CheckItem {
            text: item.text.get(draft.messages.language()).to_owned(),
            done: false,
        })
        .collect();
    if items.is_empty() || draft.room.checks == 0 {
        return Vec::new();
    }
    let (items, more) = draft.cut(items, draft.room.checks);
    [Some(Block::Checklist(items)), more].into_iter().flatten().collect()
}

/// How to open, argue or close with each way of thinking at the table. How to close depends on mine.
fn beginnings(draft: &Draft<'_>) -> Vec<Fact> {
    let language = draft.messages.language();
    let catalog = draft.catalog;
    let mut said: Vec<Quadrant> = Vec::new();
    let mut facts = Vec::new();
    for reader in &draft.worked.people {
        let Some(them) = known_quadrant(&reader.normal).filter(|them| !said.contains(them)) else {
            continue;
        };
        said.push(them);
        let (label, how) = match (draft.table_phase(), draft.my_quadrant()) {
            (Phase::Preparation | Phase::Opening, _) => {
                ("brief-open", &catalog.quadrant(them).open)
            }
            (Phase::Late, Some(me)) => ("brief-close", &catalog.response(me, them).close.how),
            (Phase::Middle | Phase::Late, _) => ("brief-argue", &catalog.quadrant(them).argue),
        };
        let label = draft.messages.text(label);
        let label = if draft.worked.people.len() == 1 {
            label.to_owned()
        } else {
            let name = draft.name(reader.counterpart);
            draft
                .messages
                .with("brief-begin-with", &[("what", label.into()), ("name", name.into())])
        };
        facts.push(Fact::new(label, how.get(language)));
    }
    facts.truncate(draft.room.beginnings);
    facts
}

/// The offers that are kept ready, to be said as they stand. The other side must not read them
/// before they are said, so without the limits they are only counted.
fn packages(draft: &Draft<'_>) -> Vec<Block> {
    let packages = &draft.session.plan.packages;
    if !draft.include_limits {
        let count = &[("count", packages.len().into())];
        let told = || Block::Note(draft.messages.with("brief-packages-hidden", count));
        return if packages.is_empty() { Vec::new() } else { vec![told()] };
    }
    let facts: Vec<Fact> = packages
        .iter()
        .zip(1_usize..)
        .filter_map(|(package, number)| offer(draft, package, number))
        .collect();
    if facts.is_empty() {
        return Vec::new();
    }
    let title = draft.messages.with("brief-packages", &[("count", facts.len().into())]);
    let (facts, more) = draft.cut(facts, draft.room.packages);
    [Some(Block::Paragraph(title)), Some(Block::Facts(facts)), more].into_iter().flatten().collect()
}

fn offer(draft: &Draft<'_>, package: &Package, number: usize) -> Option<Fact> {
    let standing = Standing { price: package.price, values: package.values.clone() };
    let table = &draft.worked.table;
    let terms = table.topics.iter().filter_map(|on| {
        let value = standing.about(on.topic)?;
        let term = short(&draft.messages.term(&on.issue, value), 60);
        if on.topic == Topic::Price {
            return Some(term);
        }
        let name = draft.topic_name(on.topic, &on.issue);
        Some(draft.messages.with("label-text", &[("label", name.into()), ("text", term.into())]))
    });
    let mut terms: Vec<String> = terms.collect();
    let over = terms.len().saturating_sub(draft.room.rows);
    terms.truncate(draft.room.rows);
    if over > 0 {
        terms.push(draft.messages.with("brief-more", &[("count", over.into())]));
    }
    let mut text = terms.join(draft.messages.text("brief-list-separator"));
    if text.is_empty() {
        return None;
    }
    if let Some(worth) = table.space.value(&standing) {
        let worth = points(draft, worth.me);
        let worth = draft.messages.with("brief-worth", &[("worth", worth.into())]);
        text = format!("{text} · {worth}");
    }
    let name = short(&package.name, 40);
    let unnamed = || draft.messages.with("brief-package-unnamed", &[("number", number.into())]);
    Some(Fact::new(if name.is_empty() { unnamed() } else { name }, text))
}
