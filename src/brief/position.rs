//! Compared with last time, where are we now?

mod changes;
mod topics;

use rust_decimal::Decimal;

use self::changes::View;
use super::document::{Area, Block, Fact, Figure, Section};
use super::draft::Draft;
use crate::domain::issue::Topic;
use crate::domain::ledger::{Ledger, MovedMore, Side};
use crate::domain::price_steps::PriceSteps;
use crate::domain::projection::Projection;
use crate::domain::table::OnTable;

pub(super) fn section(draft: &Draft<'_>) -> Section {
    let plan = &draft.session.plan;
    let table = &draft.worked.table;
    let has_issues = !plan.issues.is_empty();
    let mut blocks = Vec::new();
    let mut facts = Vec::new();
    if table.rows.is_empty() {
        blocks.push(draft.note("brief-offers-missing"));
        if has_issues {
            facts.push(
                draft
                    .fact("brief-topics", topics::names(draft, &plan.topics().collect::<Vec<_>>())),
            );
        } else if let Some(target) = target(draft) {
            blocks.push(Block::Figures(vec![Figure {
                label: draft.messages.text("brief-target").to_owned(),
                value: draft.money(target),
                detail: String::new(),
            }]));
        }
    } else {
        let price = table.topic(Topic::Price);
        if has_issues {
            blocks.extend(topics::blocks(draft));
        } else if let Some(price) = price {
            blocks
                .push(Block::Figures(View { draft, ledger: &price.ledger }.figures(target(draft))));
        }
        blocks.extend(price.and_then(|price| moved_more(draft, &price.ledger)));
        facts.extend(price.and_then(|price| projection(draft, price)));
        facts.extend(terms(draft));
        facts.extend(package(draft));
    }
    facts.extend(next_step(draft));
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    if plan.target.is_none() {
        blocks.push(draft.note("brief-target-missing"));
    }
    let mut section = draft.section("brief-position", Area::Lead, blocks);
    let unit = draft.words(&plan.price_unit);
    if !unit.is_empty() && !has_issues {
        section.heading = format!("{} · {unit}", section.heading);
    }
    section
}

/// The target counts as a limit: a page on the table must not give it away.
fn target(draft: &Draft<'_>) -> Option<Decimal> {
    draft.session.plan.target.filter(|_| draft.include_limits)
}

fn moved_more(draft: &Draft<'_>, ledger: &Ledger<'_>) -> Option<Block> {
    let on_price = !draft.session.plan.issues.is_empty();
    let id = match (ledger.moved_more()?, on_price) {
        (MovedMore::Us, false) => "brief-moved-us",
        (MovedMore::Them, false) => "brief-moved-them",
        (MovedMore::Us, true) => "brief-price-moved-us",
        (MovedMore::Them, true) => "brief-price-moved-them",
        (MovedMore::Even, _) => return None,
    };
    let size = |side| {
        let total = ledger.since_start(side).map(|total| total.towards);
        draft.money(total.unwrap_or_default())
    };
    let args = [("ours", size(Side::Us).into()), ("theirs", size(Side::Them).into())];
    Some(Block::Note(draft.messages.with(id, &args)))
}

/// Where the price would end if both went on as before.
fn projection(draft: &Draft<'_>, price: &OnTable<'_>) -> Option<Fact> {
    let found = Projection::of(&price.ledger)?;
    let number = |number: Decimal| draft.messages.bare_number(&price.issue, number);
    let args = [
        ("point", draft.money(found.point).into()),
        ("low", number(found.low).into()),
        ("high", number(found.high).into()),
    ];
    let id = if found.is_rough() { "brief-heading-rough" } else { "brief-heading-text" };
    Some(draft.fact("brief-heading", draft.messages.with(id, &args)))
}

/// What else was said with the last offers.
fn terms(draft: &Draft<'_>) -> Vec<Fact> {
    [(Side::Us, "brief-our-terms"), (Side::Them, "brief-their-terms")]
        .into_iter()
        .filter_map(|(side, label)| {
            let terms = draft.words(&draft.worked.table.last(side)?.offer.terms);
            (!terms.is_empty()).then(|| draft.fact(label, terms))
        })
        .collect()
}

/// What the last offers are worth to me as a whole.
fn package(draft: &Draft<'_>) -> Option<Fact> {
    let table = &draft.worked.table;
    if !draft.include_limits || draft.session.plan.issues.is_empty() {
        return None;
    }
    let worth = |side| {
        let worth = table.last(side)?.worth?.me;
        Some(points(draft, worth))
    };
    let none = || draft.messages.text("brief-no-offer").to_owned();
    let (ours, theirs) = (worth(Side::Us), worth(Side::Them));
    if ours.is_none() && theirs.is_none() {
        return None;
    }
    let args = [
        ("ours", ours.unwrap_or_else(none).into()),
        ("theirs", theirs.unwrap_or_else(none).into()),
    ];
    let mut text = draft.messages.with("brief-package-text", &args);
    if let Some(alternative) = table.alternative {
        let worth = points(draft, (alternative, alternative));
        text.push_str(
            &draft.messages.with("brief-package-alternative", &[("worth", worth.into())]),
        );
    }
    Some(draft.fact("brief-package", text))
}

/// "64", or "40 to 70" while something is open.
pub(super) fn points(draft: &Draft<'_>, (low, high): (f64, f64)) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "0 to 100")]
    let number = |worth: f64| draft.messages.number(Decimal::from((worth * 100.0).round() as i64));
    let (low, high) = (number(low), number(high));
    if low == high {
        low
    } else {
        draft.messages.with("brief-range", &[("low", low.into()), ("high", high.into())])
    }
}

/// The amounts of the concession plan, the opening first; none if there is no plan.
pub(super) fn planned_amounts(draft: &Draft<'_>) -> Vec<Decimal> {
    price_steps(draft).map(|steps| steps.planned).unwrap_or_default()
}

fn price_steps(draft: &Draft<'_>) -> Option<PriceSteps> {
    let steps = draft.session.plan.concessions.as_ref()?;
    PriceSteps::of(draft.session, steps).ok()
}

/// The next price of the concession plan, and what to ask for in return.
fn next_step(draft: &Draft<'_>) -> Option<Fact> {
    let steps = draft.session.plan.concessions.as_ref().filter(|_| draft.include_limits)?;
    let messages = draft.messages;
    let Some(next) = price_steps(draft)?.next else {
        return Some(draft.fact("brief-step", messages.text("brief-step-none")));
    };
    let Some(by) = next.by else {
        let amount = draft.money(next.amount);
        let text = messages.with("brief-step-open", &[("amount", amount.into())]);
        return Some(draft.fact("brief-step", text));
    };
    let (place, amount) = (next.step, &next.amount);
    let what = place.checked_sub(1).and_then(|step| steps.in_return.get(step));
    let what = what.map(|what| draft.words(what)).filter(|what| !what.is_empty());
    let args =
        [("amount", draft.money(*amount).into()), ("by", messages.number(by.normalize()).into())];
    let text = match what {
        Some(what) => {
            let [amount, by] = args;
            messages.with("brief-step-for", &[amount, by, ("what", what.into())])
        }
        None => messages.with("brief-step-something", &args),
    };
    Some(draft.fact("brief-step", text))
}
