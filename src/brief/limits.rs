//! What only I may read.

use super::document::{Area, Block, Cell, Fact, Row, Section, Table};
use super::draft::Draft;
use super::position::{planned_amounts, points};
use super::text::{lines, short};
use crate::domain::issue::{IssueKind, IssueValue, Topic};
use crate::domain::ledger::Side;
use crate::domain::table::OnTable;

/// How many of the heaviest topics are named.
const HEAVIEST: usize = 2;

/// `None` unless it was asked for.
pub(super) fn section(draft: &Draft<'_>) -> Option<Section> {
    if !draft.include_limits {
        return None;
    }
    let plan = &draft.session.plan;
    let missing = || draft.messages.text("brief-limit-missing").to_owned();
    let mut blocks = Vec::new();
    let mut facts = Vec::new();
    if plan.issues.is_empty() {
        let reservation = plan.reservation.map_or_else(missing, |price| draft.money(price));
        facts.push(draft.fact("brief-reservation", reservation));
        let theirs = plan.price.their_reservation.map(|price| draft.money(price));
        facts.extend(theirs.map(|price| draft.fact("brief-their-limit", price)));
    } else {
        blocks.extend(table(draft));
        facts.extend(heaviest(draft).filter(|_| draft.room.aside));
    }
    let alternative = Some(draft.words(&plan.alternative)).filter(|text| !text.is_empty());
    let worth = |worth: Option<u8>| {
        let share = f64::from(worth?.min(100)) / 100.0;
        let worth = points(draft, (share, share));
        Some(draft.messages.with("brief-worth", &[("worth", worth.into())]))
    };
    let parts = [Some(alternative.unwrap_or_else(missing)), worth(plan.alternative_worth)];
    facts.push(draft.fact("brief-alternative", joined(parts)));
    let theirs = Some(draft.words(&plan.their_alternative)).filter(|text| !text.is_empty());
    let theirs = joined([theirs, worth(plan.their_alternative_worth)]);
    if !theirs.is_empty() {
        facts.push(draft.fact("brief-their-alternative", theirs));
    }
    let amounts = planned_amounts(draft);
    if !amounts.is_empty() {
        let amounts: Vec<String> =
            amounts.iter().map(|amount| draft.messages.number(amount.normalize())).collect();
        facts.push(draft.fact("brief-steps", amounts.join(" → ")));
    }
    let gives = lines(&plan.gives);
    if !gives.is_empty() && draft.room.aside {
        let gives =
            short(&gives.join(draft.messages.text("brief-list-separator")), draft.room.signs);
        facts.push(draft.fact("brief-gives", gives));
    }
    blocks.push(Block::Facts(facts));
    let unsaid: Vec<String> = lines(&plan.unsaid).iter().map(|text| draft.words(text)).collect();
    if !unsaid.is_empty() {
        let title = draft.messages.text("brief-unsaid").to_owned();
        blocks.push(Block::Paragraph(title));
        let (unsaid, more) = draft.cut(unsaid, draft.room.unsaid);
        blocks.push(Block::Bullets(unsaid));
        blocks.extend(more);
    }
    Some(draft.section("brief-limits", Area::Body, blocks))
}

fn joined(parts: [Option<String>; 2]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Target, walk-away and my guess of theirs, topic by topic.
fn table(draft: &Draft<'_>) -> Vec<Block> {
    let topics = &draft.worked.table.topics;
    let mut by_weight: Vec<&OnTable<'_>> = topics.iter().collect();
    let weight = |on: &OnTable<'_>| draft.worked.table.weight(on.topic);
    by_weight.sort_by(|one, other| weight(other).total_cmp(&weight(one)));
    let over = by_weight.len().saturating_sub(draft.room.rows);
    by_weight.truncate(draft.room.rows);
    let kept = topics.iter().filter(|on| by_weight.iter().any(|other| other.topic == on.topic));
    let heads = ["", "brief-target-short", "brief-reservation", "brief-their-limit"].map(|id| {
        let text = if id.is_empty() { "" } else { draft.messages.text(id) };
        Cell::new(text, "")
    });
    let table = Table { heads: heads.to_vec(), rows: kept.map(|on| row(draft, on)).collect() };
    [Some(Block::Table(table)), draft.more(over)].into_iter().flatten().collect()
}

fn row(draft: &Draft<'_>, on: &OnTable<'_>) -> Row {
    let issue = &on.issue;
    let term = |value: Option<IssueValue>| {
        value.map_or_else(
            || "–".to_owned(),
            |value| short(&draft.messages.bare_term(issue, value), 40),
        )
    };
    let best = issue.choices.iter().max_by_key(|choice| choice.mine);
    let best = best.filter(|_| issue.kind == IssueKind::Choice);
    let target = issue.mine.target.or(best.map(|choice| IssueValue::Choice(choice.key)));
    let slack = issue.theirs.give_or_take.filter(|_| issue.theirs.reservation.is_some());
    let slack = slack.map(|slack| format!("±{}", draft.messages.number(slack.normalize())));
    let unit = short(&draft.messages.short_unit(issue), 30);
    let name = draft.topic_name(on.topic, issue);
    Row {
        label: if unit.is_empty() { name } else { format!("{name}, {unit}") },
        cells: vec![
            Cell::new(term(target), ""),
            Cell::new(term(issue.mine.reservation), ""),
            Cell::new(term(issue.theirs.reservation), slack.unwrap_or_default()),
        ],
        settled: false,
    }
}

/// What weighs most for me, and, as a guess, for them.
fn heaviest(draft: &Draft<'_>) -> Option<Fact> {
    let table = &draft.worked.table;
    let plan = &draft.session.plan;
    let names = |side| {
        let mut topics: Vec<(f64, &OnTable<'_>)> = table
            .topics
            .iter()
            .filter_map(|on| Some((table.space.weight(on.topic, side)?, on)))
            .collect();
        topics.sort_by(|one, other| other.0.total_cmp(&one.0));
        let names =
            topics.iter().take(HEAVIEST).map(|(_, on)| draft.topic_name(on.topic, &on.issue));
        names.collect::<Vec<_>>().join(draft.messages.text("brief-comma"))
    };
    let said = |side| plan.topics().any(|topic| weight(draft, topic, side).is_some());
    let parts =
        [(Side::Us, "brief-heavy-us"), (Side::Them, "brief-heavy-them")].map(|(side, id)| {
            let names = names(side);
            (said(side) && !names.is_empty())
                .then(|| draft.messages.with(id, &[("topics", names.into())]))
        });
    let text = joined(parts);
    (!text.is_empty()).then(|| draft.fact("brief-heavy", text))
}

/// The weight that was written for a topic.
fn weight(draft: &Draft<'_>, topic: Topic, side: Side) -> Option<u8> {
    let issue = draft.session.plan.as_issue(topic, &draft.session.currency)?;
    match side {
        Side::Us => issue.mine.weight,
        Side::Them => issue.theirs.weight,
    }
}
