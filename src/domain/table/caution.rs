//! What to think about again in our own offers, over all topics.

use std::collections::{HashMap, HashSet};

use super::{OnTable, Table, as_number};
use crate::domain::ids::EntryId;
use crate::domain::issue::Topic;
use crate::domain::ledger::{MoveKind, Side, WarningKind};
use crate::domain::plan::Plan;

/// Something about one of our offers that deserves a second thought.
#[derive(Debug, Clone, PartialEq)]
pub struct Concern {
    /// Our offer that gives rise to it.
    pub offer: EntryId,
    pub caution: Caution,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Caution {
    /// About these topics, in the order of the plan. Those that carry a figure have one topic.
    About(Vec<Topic>, WarningKind),
    /// All our terms together are worth less to me than my best alternative; both 0..=1.
    BelowAlternative { worth: f64, alternative: f64 },
}

impl Table<'_> {
    /// All concerns, the gravest first for each offer.
    pub fn concerns(&self, plan: &Plan) -> Vec<Concern> {
        let mut found: Vec<Concern> = self.below_alternative().collect();
        // Where a concern that can have more than one topic stands.
        let mut places: HashMap<(EntryId, &str), usize> = HashMap::new();
        let answers = Answers::of(self);
        for on in self.topics.iter().filter(|on| on.directed) {
            let limit = match on.topic {
                Topic::Price => plan.reservation,
                Topic::Issue(_) => {
                    on.issue.mine.reservation.and_then(|value| as_number(&on.issue, value))
                }
            };
            let ours = Ours::of(on);
            for warning in on.ledger.warnings(limit) {
                if answers.made_a_trade(&ours, warning.offer, warning.kind) {
                    continue;
                }
                if is_without_figure(warning.kind) {
                    let place =
                        *places.entry((warning.offer, warning.kind.id())).or_insert(found.len());
                    if let Some(Concern { caution: Caution::About(topics, _), .. }) =
                        found.get_mut(place)
                    {
                        topics.push(on.topic);
                        continue;
                    }
                }
                found.push(Concern {
                    offer: warning.offer,
                    caution: Caution::About(vec![on.topic], warning.kind),
                });
            }
        }
        found.sort_by_key(|concern| gravity(&concern.caution));
        found
    }

    fn below_alternative(&self) -> impl Iterator<Item = Concern> {
        let ours = self.rows.iter().filter(|row| row.offer.side == Side::Us);
        ours.filter_map(|row| {
            let (worth, alternative) = (row.worth?.me.1, self.alternative?);
            let caution = Caution::BelowAlternative { worth, alternative };
            (worth < alternative).then_some(Concern { offer: row.offer.id, caution })
        })
    }
}

/// What our bids on one topic follow on.
struct Ours {
    /// For each bid of ours the one before it.
    previous: HashMap<EntryId, EntryId>,
    /// For each bid of ours the concession before it.
    conceded: HashMap<EntryId, EntryId>,
}

impl Ours {
    fn of(on: &OnTable<'_>) -> Self {
        let mut ours = Self { previous: HashMap::new(), conceded: HashMap::new() };
        let (mut last, mut gave) = (None, None);
        for (bid, change) in on.ledger.moves(Side::Us) {
            let id = bid.offer.id;
            ours.previous.extend(last.replace(id).map(|before| (id, before)));
            ours.conceded.extend(gave.map(|before| (id, before)));
            if change.is_some_and(|change| change.kind() == MoveKind::Concession) {
                gave = Some(id);
            }
        }
        ours
    }
}

/// Their offers, counted once for all questions about what lies between two of ours.
struct Answers {
    /// The place of each offer among all.
    places: HashMap<EntryId, usize>,
    /// How many offers of theirs are before each place, and how many of those give way on a topic.
    before: Vec<(usize, usize)>,
}

impl Answers {
    fn of(table: &Table<'_>) -> Self {
        let mut conceding = HashSet::new();
        for on in table.topics.iter().filter(|on| on.directed) {
            let moves = on.ledger.moves(Side::Them).into_iter();
            conceding.extend(moves.filter_map(|(bid, change)| {
                (change?.kind() == MoveKind::Concession).then_some(bid.offer.id)
            }));
        }
        let mut answers =
            Self { places: HashMap::new(), before: Vec::with_capacity(table.rows.len()) };
        let mut count = (0, 0);
        for (place, row) in table.rows.iter().enumerate() {
            answers.places.entry(row.offer.id).or_insert(place);
            answers.before.push(count);
            if row.offer.side == Side::Them {
                count.0 += 1;
                count.1 += usize::from(conceding.contains(&row.offer.id));
            }
        }
        answers
    }

    /// Whether what looks like giving for nothing on one topic was answered on another, since our
    /// bid on this topic before the one that gives rise to it.
    fn made_a_trade(&self, ours: &Ours, offer: EntryId, kind: WarningKind) -> bool {
        let before = match kind {
            WarningKind::BidAgainstMyself => ours.previous.get(&offer),
            WarningKind::TwoConcessionsInARow => ours.conceded.get(&offer),
            _ => None,
        };
        let count = |id: &EntryId| self.before.get(*self.places.get(id)?).copied();
        let Some((from, to)) = before.and_then(count).zip(count(&offer)) else { return false };
        match kind {
            WarningKind::BidAgainstMyself => to.0 > from.0,
            _ => to.1 > from.1,
        }
    }
}

fn is_without_figure(kind: WarningKind) -> bool {
    !matches!(kind, WarningKind::NearReservation { .. } | WarningKind::BeyondReservation { .. })
}

fn gravity(caution: &Caution) -> u8 {
    match caution {
        Caution::About(_, WarningKind::BeyondReservation { .. }) => 0,
        Caution::BelowAlternative { .. } => 1,
        Caution::About(_, WarningKind::BidAgainstMyself) => 2,
        Caution::About(_, WarningKind::TwoConcessionsInARow) => 3,
        Caution::About(_, WarningKind::NearReservation { .. }) => 4,
        Caution::About(_, WarningKind::SplitTheDifference) => 5,
    }
}
