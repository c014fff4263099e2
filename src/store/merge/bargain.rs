//! Edits of issues, packages, predictions and the deck, for the tests of the merge.

use jiff::Timestamp;
use jiff::civil::date;
use rust_decimal::Decimal;

use super::fixture::{new_id, pick, take};
use crate::domain::ids::{EntryId, IssueId, MeetingId};
use crate::domain::issue::{Choice, Curve, Issue, IssueKind, IssueValue};
use crate::domain::outcome::Verdict;
use crate::domain::phase::Phase;
use crate::domain::plan::{ConcessionSteps, Package, TeamMember, TeamRole, Values};
use crate::domain::potato::Whose;
use crate::domain::prediction::Prediction;
use crate::domain::session::{Agreement, Effect, Session};
use crate::domain::tactic::{Deck, Mark, OwnCard};

/// How many kinds of edits there are here.
pub(super) const BARGAIN_EDITS: usize = 20;

/// A value of one of the three sorts, with a number that belongs to the text alone.
fn value(which: usize, text: &str) -> IssueValue {
    let digest = new_id(text).as_u64_pair().0;
    match which % 3 {
        0 => IssueValue::Number(Decimal::from(digest)),
        1 => IssueValue::Day(date(2027, 1, 1 + i8::try_from(digest % 28).unwrap())),
        _ => IssueValue::Choice(key(text)),
    }
}

fn key(text: &str) -> u32 {
    u32::try_from(new_id(text).as_u64_pair().0 >> 32).unwrap()
}

/// Says something about one of the issues, or nothing any more.
fn say(values: &mut Values, issues: &[Issue], which: usize, text: &str) {
    if which == 5 {
        values.pop_first();
    } else if let Some(issue) = issues.get(which % issues.len().max(1)) {
        values.insert(issue.id, value(which, text));
    }
}

/// Changes one thing, as [`super::fixture::edit`] does.
pub(super) fn edit(session: &mut Session, (kind, which): (usize, usize), text: &str) {
    let id = EntryId(new_id(text));
    let first = session.meetings.first().map_or(MeetingId(id.0), |meeting| meeting.id);
    let text = text.to_owned();
    let plan = &mut session.plan;
    match kind {
        0 => {
            let mut issue = Issue::new(IssueId(id.0), IssueKind::ALL[which % 4]);
            issue.name = text;
            plan.issues.push(issue);
        }
        1..=3 => {
            let Some(issue) = pick(&mut plan.issues, which) else { return };
            match kind {
                1 => issue.mine.target = Some(value(which, &text)),
                2 => {
                    issue.theirs.weight = u8::try_from(which).ok();
                    let points = vec![(value(0, &text), 50)];
                    issue.theirs.curve =
                        [Curve::Linear, Curve::Threshold, Curve::Points(points)][which % 3].clone();
                }
                _ => issue.unit = text,
            }
        }
        4 => take(&mut plan.issues, which),
        5..=7 => {
            let Some(issue) = pick(&mut plan.issues, which) else { return };
            match kind {
                5 => {
                    let key = key(&text);
                    issue.choices.push(Choice { key, name: text, mine: 50, theirs: None });
                }
                6 => {
                    if let Some(choice) = pick(&mut issue.choices, which) {
                        choice.name = text;
                    }
                }
                _ => take(&mut issue.choices, which),
            }
        }
        8 => {
            if let Some(offer) = pick(&mut session.offers, which) {
                say(&mut offer.values, &plan.issues, which, &text);
            }
        }
        9 => {
            plan.packages.push(Package { id, name: text, price: None, values: Values::new() });
        }
        10 => {
            if let Some(package) = pick(&mut plan.packages, which) {
                package.price = (which < 3).then(|| Decimal::from(id.0.as_u64_pair().0));
                say(&mut package.values, &plan.issues, which, &text);
            }
        }
        11 => {
            let role = TeamRole::ALL[which % 5];
            plan.team.push(TeamMember { id, name: text, role, note: String::new() });
        }
        12 => {
            if let Some(member) = pick(&mut plan.team, which) {
                member.note = text;
            }
        }
        13 => {
            let steps = plan.concessions.get_or_insert_with(ConcessionSteps::default);
            match pick(&mut steps.in_return, which) {
                Some(step) if which < 4 => *step = text,
                _ => steps.in_return.push(text),
            }
        }
        14 => plan.their_alternative = text,
        15 => plan.price.weight = u8::try_from(which).ok(),
        16 => {
            let agreed = session.agreed.get_or_insert_with(|| Agreement {
                at: Timestamp::UNIX_EPOCH,
                meeting: first,
                price: None,
                values: Values::new(),
            });
            say(&mut agreed.values, &plan.issues, which, &text);
        }
        17 => {
            if let Some(meeting) = pick(&mut session.meetings, which) {
                meeting.prediction = Some(Prediction {
                    at: Timestamp::UNIX_EPOCH,
                    verdict: Some(Verdict::ALL[which % 4]),
                    sure: 60,
                    low: Some(Decimal::from(id.0.as_u64_pair().0)),
                    high: None,
                });
                meeting.keep = text;
            }
        }
        18 => {
            if let Some(potato) = pick(&mut session.potatoes, which) {
                potato.whose = Some(Whose::ALL[which % 3]);
                potato.answer = text;
            }
        }
        _ => {
            if let Some(entry) = pick(&mut session.log, which) {
                entry.effect = Some(Effect::ALL[which % 3]);
                entry.person = session.counterparts.first().copied();
            }
        }
    }
}

/// Changes one thing of the deck.
pub(super) fn edit_deck(deck: &mut Deck, (kind, which): (usize, usize), text: &str) {
    match kind % 5 {
        0 => drop(deck.favourites.insert(text.to_owned())),
        1 => drop(deck.favourites.pop_first()),
        2 => deck.cards.push(OwnCard {
            id: EntryId(new_id(text)),
            name: text.to_owned(),
            phase: Phase::Opening,
            mark: Mark::Fair,
            cues: String::new(),
            how: String::new(),
            counter: String::new(),
            note: String::new(),
        }),
        3 => {
            if let Some(card) = pick(&mut deck.cards, which) {
                text.clone_into(&mut card.how);
            }
        }
        _ => take(&mut deck.cards, which),
    }
}
