//! Outcomes are judged by what the customer agreed to do, never by what was said
//! (coaching models, section 6).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ids::EntryId;

/// Which side of the table, seen from the deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    #[default]
    Buyer,
    Seller,
}

/// Whether a promised action was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentState {
    #[default]
    Open,
    Kept,
    /// A broken promise no longer counts towards the verdict.
    Broken,
}

impl CommitmentState {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Broken => "broken",
        }
    }
}

/// An action that somebody agreed to do, by a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// Missing in outcome files written by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<EntryId>,
    pub party: Party,
    pub action: String,
    #[serde(default)]
    pub person: Option<String>,
    #[serde(default)]
    pub due: Option<Date>,
    /// What the action costs them, in their effort, money or standing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cost: String,
    /// A signature, a payment or a purchase order.
    #[serde(default)]
    pub binding: bool,
    #[serde(default)]
    pub state: CommitmentState,
}

/// What came of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    #[serde(default)]
    pub refused: bool,
    #[serde(default)]
    pub decided_elsewhere: bool,
    /// Words heard: kept for the record, worth nothing.
    #[serde(default)]
    pub words: Vec<String>,
    #[serde(default)]
    pub commitments: Vec<Commitment>,
}

/// What a meeting came to (section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Refused, or decided for somebody else.
    NoSale,
    /// No action by the buyer that moves towards a decision, whatever was said.
    Continuation,
    /// At least one specific action by the buyer, with a person and a date.
    Advance,
    /// A firm commitment to buy.
    Order,
}

impl Verdict {
    pub const ALL: [Self; 4] = [Self::Order, Self::Advance, Self::Continuation, Self::NoSale];

    /// Stable id, used in message keys and in the headless output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Advance => "advance",
            Self::Continuation => "continuation",
            Self::NoSale => "no-sale",
        }
    }
}

/// A part of a specific action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    Action,
    Person,
    Date,
}

impl Detail {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::Person => "person",
            Self::Date => "date",
        }
    }
}

/// Why a verdict is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    Refused,
    DecidedElsewhere,
    /// The buyer's binding action.
    Binding {
        action: String,
    },
    /// How many specific actions the buyer agreed to.
    Advancing {
        actions: usize,
    },
    /// Promises of the buyer were broken, and no specific one is left.
    Broken {
        promises: usize,
    },
    /// The buyer promised something, but not specifically; `missing` is what the most specific
    /// promise lacks: a person, a date, or both.
    Unspecific {
        promises: usize,
        missing: Vec<Detail>,
    },
    /// Only our own side promised to do something.
    OnlyOurs {
        actions: usize,
    },
    /// Words, and nothing promised.
    OnlyWords,
    NothingPromised,
}

impl Reason {
    /// Stable id, used in message keys.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::DecidedElsewhere => "decided-elsewhere",
            Self::Binding { .. } => "binding",
            Self::Advancing { .. } => "advancing",
            Self::Broken { .. } => "broken",
            Self::Unspecific { .. } => "unspecific",
            Self::OnlyOurs { .. } => "only-ours",
            Self::OnlyWords => "only-words",
            Self::NothingPromised => "nothing-promised",
        }
    }
}

/// A verdict with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: Verdict,
    pub reason: Reason,
}

/// A promise of the buyer that does not count yet, and what would make it count as an advance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// The position among the commitments of the outcome.
    pub index: usize,
    /// Never empty.
    pub missing: Vec<Detail>,
}

impl Commitment {
    /// What keeps the action from being specific, in the order action, person, date (section 6).
    pub fn missing(&self) -> Vec<Detail> {
        let person = self.person.as_deref().unwrap_or_default();
        [
            (Detail::Action, is_blank(&self.action)),
            (Detail::Person, is_blank(person)),
            (Detail::Date, self.due.is_none()),
        ]
        .into_iter()
        .filter_map(|(detail, missing)| missing.then_some(detail))
        .collect()
    }

    /// Still open after its day; an action due today is not overdue.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state == CommitmentState::Open && self.due.is_some_and(|due| due < today)
    }

    /// A promise by the buyer that still stands.
    fn stands_for_buyer(&self) -> bool {
        self.party == Party::Buyer && self.state != CommitmentState::Broken
    }
}

impl Outcome {
    /// The buyer's standing promises that are neither binding nor specific, in order. When the
    /// verdict is a continuation, filling in one of them makes it an advance.
    pub fn shortfalls(&self) -> Vec<Shortfall> {
        let with_missing = self.commitments.iter().enumerate().filter_map(|(index, commitment)| {
            let missing = commitment.missing();
            let counts =
                missing.is_empty() || (commitment.binding && !is_blank(&commitment.action));
            let short = commitment.stands_for_buyer() && !counts;
            short.then_some(Shortfall { index, missing })
        });
        with_missing.collect()
    }
}

/// Judges a meeting by what the buyer agreed to do (section 6); words never change the verdict.
pub fn judge(outcome: &Outcome) -> Judgement {
    let (verdict, reason) = verdict_and_reason(outcome);
    Judgement { verdict, reason }
}

fn verdict_and_reason(outcome: &Outcome) -> (Verdict, Reason) {
    if outcome.refused {
        return (Verdict::NoSale, Reason::Refused);
    }
    if outcome.decided_elsewhere {
        return (Verdict::NoSale, Reason::DecidedElsewhere);
    }
    let named = || outcome.commitments.iter().filter(|commitment| !is_blank(&commitment.action));
    let standing = || named().filter(|commitment| commitment.stands_for_buyer());
    if let Some(order) = standing().find(|commitment| commitment.binding) {
        return (Verdict::Order, Reason::Binding { action: order.action.trim().to_owned() });
    }
    let actions = standing().filter(|commitment| commitment.missing().is_empty()).count();
    if actions > 0 {
        return (Verdict::Advance, Reason::Advancing { actions });
    }
    let broken = named()
        .filter(|commitment| {
            commitment.party == Party::Buyer && commitment.state == CommitmentState::Broken
        })
        .count();
    let ours = named().filter(|commitment| commitment.party == Party::Seller).count();
    let nearest = standing().map(Commitment::missing).min_by_key(Vec::len);
    let reason = if broken > 0 {
        Reason::Broken { promises: broken }
    } else if let Some(missing) = nearest {
        Reason::Unspecific { promises: standing().count(), missing }
    } else if ours > 0 {
        Reason::OnlyOurs { actions: ours }
    } else if outcome.words.iter().any(|words| !is_blank(words)) {
        Reason::OnlyWords
    } else {
        Reason::NothingPromised
    };
    (Verdict::Continuation, reason)
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn promise(party: Party, action: &str, person: &str, dated: bool) -> Commitment {
        Commitment {
            id: None,
            party,
            action: action.to_owned(),
            person: (!person.is_empty()).then(|| person.to_owned()),
            due: dated.then(|| date(2026, 12, 1)),
            cost: String::new(),
            binding: false,
            state: CommitmentState::Open,
        }
    }

    fn outcome(commitments: Vec<Commitment>) -> Outcome {
        Outcome { commitments, ..Outcome::default() }
    }

    fn check(outcome: &Outcome, verdict: &str, reason: &Reason) {
        let judgement = judge(outcome);
        assert_eq!(judgement.verdict.id(), verdict);
        assert_eq!(judgement.reason, *reason);
    }

    #[test]
    fn known_outcomes() {
        use Party::{Buyer, Seller};
        let full = promise(Buyer, "send the site data", "Mr Wang", true);
        check(&Outcome::default(), "continuation", &Reason::NothingPromised);
        check(&outcome(vec![full.clone()]), "advance", &Reason::Advancing { actions: 1 });
        check(
            &Outcome { words: vec!["great presentation".to_owned()], ..Outcome::default() },
            "continuation",
            &Reason::OnlyWords,
        );
        check(
            &outcome(vec![promise(Seller, "send a quotation", "me", true)]),
            "continuation",
            &Reason::OnlyOurs { actions: 1 },
        );
        let vague = [promise(Buyer, "call", "", false), promise(Buyer, "ask", "Li", false)];
        check(
            &outcome(vague.to_vec()),
            "continuation",
            &Reason::Unspecific { promises: 2, missing: vec![Detail::Date] },
        );
        check(
            &outcome(vec![promise(Buyer, " ", "Li", true)]),
            "continuation",
            &Reason::NothingPromised,
        );
        check(
            &outcome(vec![promise(Buyer, "call", " ", true)]),
            "continuation",
            &Reason::Unspecific { promises: 1, missing: vec![Detail::Person] },
        );
        let signed = Commitment { binding: true, ..promise(Buyer, " sign the order", "", false) };
        check(
            &outcome(vec![full.clone(), signed.clone()]),
            "order",
            &Reason::Binding { action: "sign the order".to_owned() },
        );
        for (refused, reason) in [(true, Reason::Refused), (false, Reason::DecidedElsewhere)] {
            let commitments = vec![signed.clone()];
            let lost = Outcome { refused, decided_elsewhere: true, words: vec![], commitments };
            check(&lost, "no-sale", &reason);
        }
        let ours_signed = Commitment { party: Seller, ..signed };
        check(&outcome(vec![ours_signed]), "continuation", &Reason::OnlyOurs { actions: 1 });
    }

    #[test]
    fn a_broken_promise_no_longer_counts() {
        let mut commitment = promise(Party::Buyer, "send the site data", "Mr Wang", true);
        commitment.state = CommitmentState::Kept;
        assert_eq!(judge(&outcome(vec![commitment.clone()])).verdict, Verdict::Advance);
        commitment.state = CommitmentState::Broken;
        check(&outcome(vec![commitment.clone()]), "continuation", &Reason::Broken { promises: 1 });
        commitment.binding = true;
        assert_eq!(judge(&outcome(vec![commitment])).verdict, Verdict::Continuation);
    }

    #[test]
    fn overdue_is_open_and_past_its_day() {
        let mut commitment = promise(Party::Buyer, "call", "Li", true);
        assert!(!commitment.is_overdue(date(2026, 12, 1)));
        assert!(commitment.is_overdue(date(2026, 12, 2)));
        commitment.state = CommitmentState::Kept;
        assert!(!commitment.is_overdue(date(2026, 12, 2)));
        assert!(!promise(Party::Buyer, "call", "Li", false).is_overdue(date(2026, 12, 2)));
    }

    fn commitment() -> impl Strategy<Value = Commitment> {
        let state = proptest::sample::select(vec![
            CommitmentState::Open,
            CommitmentState::Kept,
            CommitmentState::Broken,
        ]);
        let text = || proptest::sample::select(vec!["", " ", "x"]);
        (any::<[bool; 3]>(), text(), text(), state).prop_map(
            |([ours, dated, binding], action, person, state)| {
                let party = if ours { Party::Seller } else { Party::Buyer };
                Commitment { binding, state, ..promise(party, action, person, dated) }
            },
        )
    }

    prop_compose! {
        fn any_outcome()(
            refused in proptest::bool::weighted(0.1),
            decided_elsewhere in proptest::bool::weighted(0.1),
            commitments in proptest::collection::vec(commitment(), 0..6),
        ) -> Outcome {
            Outcome { refused, decided_elsewhere, words: Vec::new(), commitments }
        }
    }

    proptest! {
        #[test]
        fn words_never_change_the_verdict(
            outcome in any_outcome(), words in proptest::collection::vec(".{0,20}", 0..4),
        ) {
            let with_words = Outcome { words, ..outcome.clone() };
            prop_assert_eq!(judge(&with_words).verdict, judge(&outcome).verdict);
        }

        #[test]
        fn our_own_promises_never_change_the_verdict(outcome in any_outcome()) {
            let mut theirs = outcome.clone();
            theirs.commitments.retain(|commitment| commitment.party == Party::Buyer);
            prop_assert_eq!(judge(&theirs).verdict, judge(&outcome).verdict);
        }

        #[test]
        fn filling_in_a_shortfall_makes_a_continuation_an_advance(outcome in any_outcome()) {
            let verdict = judge(&outcome).verdict;
            for shortfall in outcome.shortfalls() {
                let mut filled = outcome.clone();
                let commitment = &mut filled.commitments[shortfall.index];
                prop_assert!(!shortfall.missing.is_empty());
                commitment.binding = false;
                commitment.action = "act".to_owned();
                commitment.person = Some("Li".to_owned());
                commitment.due = Some(date(2026, 12, 1));
                if verdict == Verdict::Continuation {
                    prop_assert_eq!(judge(&filled).verdict, Verdict::Advance);
                }
            }
        }

        #[test]
        fn breaking_every_promise_leaves_nothing(outcome in any_outcome()) {
            let mut broken = outcome;
            for commitment in &mut broken.commitments {
                commitment.state = CommitmentState::Broken;
            }
            prop_assert!(judge(&broken).verdict <= Verdict::Continuation);
        }
    }
}
