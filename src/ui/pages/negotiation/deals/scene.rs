//! What the cards of the page share, worked out once for each state of the plan.

use std::sync::Arc;

use egui::{Id, Ui};

use crate::app::prospects::{Prospects, Question, View};
use crate::domain::bargaining::swaps::{
    Improvements, Move, Trade, cheap_for_me, cheap_for_them, improvements, trades,
};
use crate::domain::bargaining::{Deal, PackageWish};
use crate::domain::deal_space::{DealSpace, Valued};
use crate::domain::issue::Topic;
use crate::domain::ledger::Side;
use crate::domain::outcome::Party;
use crate::domain::plan::Plan;
use crate::domain::session::Session;
use crate::domain::standing::Standing;
use crate::ui::context::Cx;

/// So many points draw the line.
const LINE: usize = 400;
/// Of so many trades the best of each pair of issues are told.
const TRADES: usize = 2000;
/// So many are shown of each kind of swap.
const SHOWN: usize = 3;

pub struct Scene<'s> {
    pub session: &'s Session,
    pub deals: Arc<DealSpace>,
    pub view: View,
    pub found: Option<Found>,
    pub ours: Standing,
    pub theirs: Standing,
}

/// What has been worked out; it may belong to the plan of a moment ago.
#[derive(Clone)]
pub struct Found {
    pub prospects: Arc<Prospects>,
    pub worked: Arc<Worked>,
}

/// What follows from the prospects and the offers.
pub struct Worked {
    /// The frontier, thinned for drawing, with the place of each point.
    pub line: Vec<(f64, f64)>,
    pub line_at: Vec<usize>,
    pub base: Option<Base>,
    pub gives: Vec<Move>,
    pub asks: Vec<Move>,
    pub trades: Vec<Trade>,
    pub better: Option<Improvements>,
}

/// The deal that swaps start from.
pub struct Base {
    pub deal: Deal,
    pub from: Start,
    /// Topics that we have not offered anything on, taken from the balanced deal.
    pub filled: Vec<Topic>,
    /// Topics on which our offer was moved to the nearest value that could suit both.
    pub moved: Vec<Topic>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    OurOffer,
    Balanced,
}

impl<'s> Scene<'s> {
    pub fn new(ui: &Ui, cx: &mut Cx<'_>, session: &'s Session) -> Self {
        let deals = space_of(ui, session);
        let draft = &cx.drafts.deals;
        let question = Question {
            packages: PackageWish {
                count: usize::from(draft.count),
                around: draft.levels.get(&session.id).map(|level| f64::from(*level) / 100.0),
                ..PackageWish::default()
            },
            doubt: f64::from(draft.doubt) / 100.0,
        };
        let standing = |side| Standing::of(&session.offers, side);
        let (ours, theirs) = (standing(Side::Us), standing(Side::Them));
        let view = cx.outlook.view(session.id, &deals, question, cx.wake);
        let found = view.prospects.clone().map(|prospects| found(ui, prospects, &ours));
        Self { session, deals, view, found, ours, theirs }
    }

    pub fn standing(&self, side: Side) -> &Standing {
        match side {
            Side::Us => &self.ours,
            Side::Them => &self.theirs,
        }
    }

    /// What the last word of a side is worth, in the space that is shown.
    pub fn valued(&self, side: Side) -> Option<Valued> {
        self.found.as_ref()?.prospects.deals.value(self.standing(side))
    }
}

/// What a space of deals was made from.
struct Made {
    plan: Plan,
    my_party: Party,
    currency: String,
}

/// What the plan of a session leaves open, worked out once for each state of the plan. The plan
/// itself is compared: revisions begin anew with each library that is opened.
pub(in crate::ui::pages::negotiation) fn space_of(ui: &Ui, session: &Session) -> Arc<DealSpace> {
    let key = Id::unique("deal-space");
    let kept: Option<(Arc<Made>, Arc<DealSpace>)> = ui.data(|data| data.get_temp(key));
    if let Some((made, space)) = kept
        && made.plan == session.plan
        && made.my_party == session.my_party
        && made.currency == session.currency
    {
        return space;
    }
    let space = Arc::new(DealSpace::of(&session.plan, session.my_party, &session.currency));
    let made = Arc::new(Made {
        plan: session.plan.clone(),
        my_party: session.my_party,
        currency: session.currency.clone(),
    });
    ui.data_mut(|data| data.insert_temp(key, (made, Arc::clone(&space))));
    space
}

/// Takes what was worked out in an earlier frame where it still holds.
fn found(ui: &Ui, prospects: Arc<Prospects>, ours: &Standing) -> Found {
    let key = Id::unique("deals-worked");
    let kept: Option<(Found, Standing)> = ui.data(|data| data.get_temp(key));
    if let Some((found, of)) = kept
        && Arc::ptr_eq(&found.prospects, &prospects)
        && of == *ours
    {
        return found;
    }
    let worked = Arc::new(Worked::of(&prospects, ours));
    let found = Found { prospects, worked };
    ui.data_mut(|data| data.insert_temp(key, (found.clone(), ours.clone())));
    found
}

impl Worked {
    fn of(prospects: &Prospects, ours: &Standing) -> Self {
        let frontier = &prospects.analysis.frontier;
        let stride = frontier.len().div_ceil(LINE).max(1);
        let last = frontier.len().saturating_sub(1);
        let (line_at, line) = frontier
            .utilities()
            .enumerate()
            .filter(|(at, _)| at % stride == 0 || *at == last)
            .unzip();
        let base = base(prospects, ours);
        let mut worked = Self {
            line,
            line_at,
            base,
            gives: Vec::new(),
            asks: Vec::new(),
            trades: Vec::new(),
            better: None,
        };
        let Some(base) = &worked.base else { return worked };
        let (space, choices) = (&prospects.space, &base.deal.choices);
        let mut gives = cheap_for_me(space, choices);
        gives.retain(|change| change.them > -change.me && change.me < 0.0);
        let mut asks = cheap_for_them(space, choices);
        asks.retain(|change| change.me > -change.them && change.them < 0.0);
        let mut trades = trades(space, choices, TRADES);
        let mut seen = Vec::new();
        trades.retain(|trade| {
            let pair = trade.moves.map(|change| change.issue);
            let is_new = !seen.contains(&pair);
            seen.push(pair);
            is_new
        });
        trades.truncate(SHOWN);
        worked.better = improvements(space, frontier, choices);
        worked.gives = one_for_each_issue(gives);
        worked.asks = one_for_each_issue(asks);
        worked.trades = trades;
        worked
    }
}

/// The best move of each issue.
fn one_for_each_issue(mut moves: Vec<Move>) -> Vec<Move> {
    let mut seen = Vec::new();
    moves.retain(|change| {
        let is_new = !seen.contains(&change.issue);
        seen.push(change.issue);
        is_new
    });
    moves.truncate(SHOWN);
    moves
}

/// Our last offer, with the balanced deal where it leaves something open; or that deal alone.
fn base(prospects: &Prospects, ours: &Standing) -> Option<Base> {
    let deals = &prospects.deals;
    let nash = prospects.analysis.solutions.nash.as_ref();
    let said = deals.topics.iter().any(|topic| ours.about(*topic).is_some());
    if !said {
        let deal = nash?.clone();
        let (filled, moved) = (Vec::new(), Vec::new());
        return Some(Base { deal, from: Start::Balanced, filled, moved });
    }
    let (mut filled, mut moved) = (Vec::new(), Vec::new());
    let mut choices = Vec::with_capacity(deals.topics.len());
    for (position, topic) in deals.topics.iter().enumerate() {
        let value = ours.about(*topic);
        let chosen = value.and_then(|value| deals.nearest(*topic, value));
        let Some(chosen) = chosen else {
            filled.push(*topic);
            choices.push(*nash?.choices.get(position)?);
            continue;
        };
        if deals.options.get(position).and_then(|options| options.get(chosen)).copied() != value {
            moved.push(*topic);
        }
        choices.push(chosen);
    }
    let deal = prospects.space.deal(&choices)?;
    Some(Base { deal, from: Start::OurOffer, filled, moved })
}
