//! Everything that is negotiated, line by line.

use rust_decimal::Decimal;

use super::changes::since_meeting;
use crate::brief::document::{Block, Cell, Row, Table};
use crate::brief::draft::Draft;
use crate::brief::text::short;
use crate::domain::issue::{IssueKind, Topic};
use crate::domain::ledger::{MoveKind, Side};
use crate::domain::table::OnTable;

/// The topics with an offer as a table; the others by name.
pub(super) fn blocks(draft: &Draft<'_>) -> Vec<Block> {
    let table = &draft.worked.table;
    let said = |on: &&OnTable<'_>| {
        Side::BOTH.into_iter().any(|side| table.last_word(side, on.topic).is_some())
    };
    let (named, silent): (Vec<_>, Vec<_>) = table.topics.iter().partition(said);
    // What is open and weighs much stays; the order is that of the plan.
    let mut by_use = named.clone();
    by_use.sort_by(|one, other| {
        let open = |on: &OnTable<'_>| table.settled(on.topic).is_none();
        let weight = |on: &OnTable<'_>| table.weight(on.topic);
        open(other).cmp(&open(one)).then(weight(other).total_cmp(&weight(one)))
    });
    by_use.truncate(draft.room.rows);
    let kept = |topic: Topic| by_use.iter().any(|on| on.topic == topic);
    let rows = named.iter().filter(|on| kept(on.topic)).map(|on| row(draft, on)).collect();
    let since =
        if draft.worked.in_focus { "brief-since-short" } else { "brief-since-before-short" };
    let since = draft.messages.text(since);
    let head = |id: &str, detail: &str| Cell::new(draft.messages.text(id), detail);
    let heads = vec![
        Cell::default(),
        head("brief-column-ours", since),
        head("brief-column-theirs", since),
        head("brief-column-between", ""),
    ];
    let mut blocks = vec![Block::Table(Table { heads, rows })];
    blocks.extend(draft.more(named.len() - by_use.len()));
    if !silent.is_empty() {
        let silent: Vec<Topic> = silent.iter().map(|on| on.topic).collect();
        let names = names(draft, &silent);
        blocks
            .push(Block::Note(draft.messages.with("brief-not-named", &[("topics", names.into())])));
    }
    blocks
}

/// "Price, Payment, Term".
pub(super) fn names(draft: &Draft<'_>, topics: &[Topic]) -> String {
    let known = draft.worked.table.topics.iter().filter(|on| topics.contains(&on.topic));
    let mut names: Vec<String> = known.map(|on| draft.topic_name(on.topic, &on.issue)).collect();
    let over = names.len().saturating_sub(draft.room.rows);
    names.truncate(draft.room.rows);
    if over > 0 {
        names.push(draft.messages.with("brief-more", &[("count", over.into())]));
    }
    names.join(draft.messages.text("brief-comma"))
}

fn row(draft: &Draft<'_>, on: &OnTable<'_>) -> Row {
    let table = &draft.worked.table;
    let messages = draft.messages;
    let unit = draft.words(&draft.session.plan.price_unit);
    let mut label = draft.topic_name(on.topic, &on.issue);
    if on.topic == Topic::Price && !unit.is_empty() {
        label = format!("{label} · {unit}");
    }
    let side = |side| {
        let word = table.last_word(side, on.topic);
        let text = word.map_or_else(
            || messages.text("brief-no-offer").to_owned(),
            |value| short(&messages.term(&on.issue, value), 60),
        );
        Cell::new(text, change(draft, on, side))
    };
    let settled = table.settled(on.topic).is_some();
    let between = if settled {
        messages.text("brief-settled").to_owned()
    } else {
        between(draft, on).unwrap_or_else(|| "–".to_owned())
    };
    let cells = vec![side(Side::Us), side(Side::Them), Cell::new(between, "")];
    Row { label, cells, settled }
}

/// "60 closer".
fn change(draft: &Draft<'_>, on: &OnTable<'_>, side: Side) -> String {
    let Some(change) = since_meeting(&on.ledger, side).filter(|_| on.directed) else {
        return String::new();
    };
    let (closer, back) = match on.issue.kind {
        // What a choice is worth to me is nobody else's business.
        IssueKind::Choice => ("brief-choice-closer", "brief-choice-back"),
        _ => ("brief-closer", "brief-back"),
    };
    let amount = match on.issue.kind {
        IssueKind::Choice => String::new(),
        IssueKind::Date => draft.messages.difference(&on.issue, change.size()),
        IssueKind::Money | IssueKind::Number => draft.messages.number(change.size()),
    };
    let id = match change.kind() {
        MoveKind::Concession => closer,
        MoveKind::Hold => "brief-held",
        MoveKind::Retreat => back,
    };
    draft.messages.with(id, &[("amount", amount.into())])
}

/// How far the last words are apart.
fn between(draft: &Draft<'_>, on: &OnTable<'_>) -> Option<String> {
    let numbers = on.issue.kind != IssueKind::Choice && on.directed;
    let gap = on.ledger.gap_now().filter(|_| numbers)?;
    Some(if gap <= Decimal::ZERO {
        draft.messages.text("brief-gap-closed").to_owned()
    } else {
        draft.messages.difference(&on.issue, gap)
    })
}
