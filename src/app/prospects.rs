//! What the plans on the screen leave open: frontier, balanced deals, packages, and how much they
//! hang on guesses. Worked out on a thread while one types; newer wishes stop older work.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::tasks::Wake;
use crate::domain::bargaining::sensitivity::{DRAWS, DealOdds, Doubt, sensitivity};
use crate::domain::bargaining::{Analysis, CaseError, PackageWish, Side, Space, Watch};
use crate::domain::deal_space::DealSpace;
use crate::domain::ids::SessionId;

/// What is asked of a plan besides the plan itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Question {
    pub packages: PackageWish,
    /// How far my guess of each of their weights may be off, 0 to 1.
    pub doubt: f64,
}

impl Default for Question {
    fn default() -> Self {
        Self { packages: PackageWish::default(), doubt: 0.4 }
    }
}

/// What a plan leaves open.
#[derive(Debug)]
pub struct Prospects {
    pub deals: DealSpace,
    pub question: Question,
    pub space: Space,
    pub analysis: Analysis,
    /// Some of the possible deals, mine and theirs, for the picture; all of them when there are few.
    pub cloud: Vec<(f64, f64)>,
    /// How the Nash deal and the packages fare when my guess of their weights is off, in this
    /// order. `None` until that has been worked out.
    pub odds: Option<Vec<DealOdds>>,
}

/// What there is to see at this moment.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// The newest that is finished; it may belong to the plan of a moment ago while the next is
    /// worked out.
    pub prospects: Option<Arc<Prospects>>,
    /// How far the next has come, 0 to 1, while it is worked out.
    pub progress: Option<f32>,
    /// Why there is no answer to this plan.
    pub refused: Option<CaseError>,
}

impl View {
    /// Whether what is shown belongs to this plan.
    pub fn is_of(&self, deals: &DealSpace) -> bool {
        self.prospects.as_ref().is_some_and(|prospects| prospects.deals == *deals)
    }
}

/// Work on one plan.
#[derive(Debug)]
struct Underway {
    deals: DealSpace,
    question: Question,
    stop: Arc<AtomicBool>,
    /// In thousandths.
    progress: Arc<AtomicU32>,
    found: Arc<Mutex<Found>>,
}

#[derive(Debug, Default)]
struct Found {
    newest: Option<Arc<Prospects>>,
    refused: Option<CaseError>,
    /// The thread has ended, one way or the other.
    ended: bool,
}

#[derive(Debug, Default)]
struct Slot {
    shown: Option<Arc<Prospects>>,
    underway: Option<Underway>,
    /// What could not be worked out; it is not tried again.
    failed: Option<Failed>,
    /// When it was last looked at, in looks.
    looked: u64,
}

#[derive(Debug)]
struct Failed {
    deals: DealSpace,
    question: Question,
    /// `None` when the work broke off, which is no fault of the plan.
    why: Option<CaseError>,
}

/// The plans that were looked at last.
#[derive(Debug, Default)]
pub struct Outlook {
    slots: HashMap<SessionId, Slot>,
    looks: u64,
}

/// So many plans are kept.
const PLANS: usize = 6;
/// So many points make the cloud.
const CLOUD: usize = 400;

impl Outlook {
    /// The prospects of a plan; the work begins when they are not there yet.
    pub fn view(
        &mut self,
        session: SessionId,
        deals: &DealSpace,
        question: Question,
        wake: &Wake,
    ) -> View {
        self.looks += 1;
        if !self.slots.contains_key(&session) && self.slots.len() >= PLANS {
            let oldest = self.slots.iter().min_by_key(|(_, slot)| slot.looked).map(|(id, _)| *id);
            oldest.and_then(|id| self.slots.remove(&id));
        }
        let slot = self.slots.entry(session).or_default();
        slot.looked = self.looks;
        slot.take_in();
        let shown = slot.shown.as_ref();
        let is_shown = shown.is_some_and(|shown| shown.is(deals, question));
        let is_underway = slot
            .underway
            .as_ref()
            .is_some_and(|work| work.deals == *deals && work.question == question);
        let failed = slot
            .failed
            .as_ref()
            .filter(|failed| failed.deals == *deals && failed.question == question);
        let is_failed = failed.is_some();
        let refused = failed.and_then(|failed| failed.why.clone());
        if !is_underway {
            slot.stop();
            if !is_shown && !is_failed && deals.is_open() {
                slot.underway = Some(Underway::start(deals.clone(), question, Arc::clone(wake)));
            }
        }
        let progress = slot.underway.as_ref().map(|work| {
            // At most a thousand.
            f32::from(u16::try_from(work.progress.load(Ordering::Relaxed)).unwrap_or(1000)) / 1000.0
        });
        // What belongs to another plan stands in for the next answer only as long as one comes.
        let shown = slot.shown.clone().filter(|shown| !is_failed || shown.deals == *deals);
        let prospects = shown.filter(|_| deals.is_open());
        View { prospects, progress, refused }
    }

    /// Whether something is being worked out.
    pub fn is_underway(&self) -> bool {
        let ended =
            |work: &Underway| work.found.lock().unwrap_or_else(PoisonError::into_inner).ended;
        self.slots.values().any(|slot| slot.underway.as_ref().is_some_and(|work| !ended(work)))
    }
}

impl Prospects {
    fn is(&self, deals: &DealSpace, question: Question) -> bool {
        self.deals == *deals && self.question == question && self.odds.is_some()
    }

    /// The odds of the Nash deal.
    pub fn nash_odds(&self) -> Option<&DealOdds> {
        let nash = self.analysis.solutions.nash.as_ref()?;
        self.odds.iter().flatten().find(|odds| odds.choices == nash.choices)
    }
}

impl Slot {
    /// Shows what the thread has found, and forgets a thread that has ended.
    fn take_in(&mut self) {
        let Some(work) = &self.underway else { return };
        let mut found = work.found.lock().unwrap_or_else(PoisonError::into_inner);
        let (newest, why) = (found.newest.take(), found.refused.take());
        let ended = found.ended;
        drop(found);
        if newest.is_some() {
            self.shown = newest;
        }
        if ended {
            let is_whole =
                self.shown.as_ref().is_some_and(|shown| shown.is(&work.deals, work.question));
            if !is_whole {
                let (deals, question) = (work.deals.clone(), work.question);
                self.failed = Some(Failed { deals, question, why });
            }
            self.underway = None;
        }
    }

    fn stop(&mut self) {
        if let Some(work) = self.underway.take() {
            work.stop.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Tells the end of a thread, however it comes about.
struct Ending {
    found: Arc<Mutex<Found>>,
    wake: Wake,
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).ended = true;
        (self.wake)();
    }
}

impl Underway {
    fn start(deals: DealSpace, question: Question, wake: Wake) -> Self {
        let work = Self {
            deals,
            question,
            stop: Arc::default(),
            progress: Arc::default(),
            found: Arc::default(),
        };
        let deals = work.deals.clone();
        let (stop, progress) = (Arc::clone(&work.stop), Arc::clone(&work.progress));
        let ending = Ending { found: Arc::clone(&work.found), wake };
        let spawned = std::thread::Builder::new().name("prospects".to_owned()).spawn(move || {
            let ending = ending;
            let publish = |prospects: Prospects| {
                let mut found = ending.found.lock().unwrap_or_else(PoisonError::into_inner);
                found.newest = Some(Arc::new(prospects));
                drop(found);
                (ending.wake)();
            };
            let stopped = || stop.load(Ordering::Relaxed);
            // A step of a thousand is the finest that can be seen.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 to 1000"
            )]
            let tell = |share: f64| progress.store((share * 1000.0) as u32, Ordering::Relaxed);
            if let Err(error) = work_out(&deals, question, &Watch::new(&stopped, &tell), &publish) {
                tracing::warn!(%error, "the plan gives no valid case");
                let mut found = ending.found.lock().unwrap_or_else(PoisonError::into_inner);
                found.refused = Some(error);
            }
        });
        if let Err(error) = spawned {
            tracing::error!(%error, "the thread could not be started");
        }
        work
    }
}

/// Publishes twice: the frontier and its deals first, then how they fare when guesses are off.
fn work_out(
    deals: &DealSpace,
    question: Question,
    watch: &Watch<'_>,
    publish: &dyn Fn(Prospects),
) -> Result<(), CaseError> {
    let space = Space::new(&deals.case)?;
    let Ok(analysis) = Analysis::new(&space, &question.packages, watch) else { return Ok(()) };
    let cloud = cloud(&space);
    let prospects = |odds| Prospects {
        deals: deals.clone(),
        question,
        space: space.clone(),
        analysis: analysis.clone(),
        cloud: cloud.clone(),
        odds,
    };
    publish(prospects(None));
    let nash = analysis.solutions.nash.as_ref().map(|deal| deal.choices.clone());
    let packages = analysis.packages.iter().map(|package| package.deal.choices.clone());
    let asked: Vec<Vec<usize>> = nash.into_iter().chain(packages).collect();
    let doubt = Doubt::of_weights(space.issues(), question.doubt);
    // The draws of a large space would take as long as the user stays on the page.
    let draws = if space.deals() > 1_000_000 { DRAWS / 5 } else { DRAWS };
    if let Ok(odds) = sensitivity(&deals.case, &asked, &doubt, draws, 1, &watch.quiet()) {
        publish(prospects(Some(odds)));
    }
    Ok(())
}

/// Deals spread evenly over all combinations: every one, or every so many-th.
fn cloud(space: &Space) -> Vec<(f64, f64)> {
    let all = space.deals();
    let wanted = all.min(CLOUD as u128);
    // An odd stride that shares no factor with usual numbers of options spreads the deals.
    (0..wanted)
        .map(|position| {
            let mut rest = if all <= CLOUD as u128 {
                position
            } else {
                (position * (all / wanted) + (position * 7919) % (all / wanted)) % all
            };
            let mut choices = Vec::with_capacity(space.issues());
            for issue in 0..space.issues() {
                let options = space.options(issue).max(1) as u128;
                choices.push(usize::try_from(rest % options).unwrap_or_default());
                rest /= options;
            }
            space.utility(&choices)
        })
        .collect()
}

/// The share of what both could gain over no deal that a deal brings me and them: 1 when no
/// acceptable deal is better for both, even if one is better for one and as good for the other.
///
/// Gains are counted from the reservations. It is the least factor by which the gains fall short of
/// those of a deal that is better for both. A deal that both would do better to walk away from has
/// 0, unless there is nothing better; a side that can gain nothing cannot be given more, so such a
/// deal has 1. `None` when no deal is acceptable to both.
pub fn share_of_frontier(space: &Space, analysis: &Analysis, me: f64, them: f64) -> Option<f64> {
    let none = (space.reservation(Side::Me), space.reservation(Side::Them));
    // Utilities are rounded to twelve decimals.
    let part = |have: f64, best: f64| {
        if best - have <= 1e-9 { 1.0 } else { (have / best).clamp(0.0, 1.0) }
    };
    let shares = analysis
        .frontier
        .utilities()
        .filter(|best| best.0 >= none.0 - 1e-9 && best.1 >= none.1 - 1e-9)
        .map(|best| part(me - none.0, best.0 - none.0).max(part(them - none.1, best.1 - none.1)));
    shares.min_by(f64::total_cmp)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use rust_decimal::Decimal;
    use uuid::Uuid;

    use super::*;
    use crate::domain::bargaining::{Case, CaseIssue, Fault};
    use crate::domain::ids::IssueId;
    use crate::domain::issue::{Issue, IssueKind, IssueValue, Stakes};
    use crate::domain::outcome::Party;
    use crate::domain::plan::Plan;

    fn deals(issues: u128) -> DealSpace {
        let number = |value: i64| Some(IssueValue::Number(Decimal::from(value)));
        let stakes = |weight, target, reservation| Stakes {
            weight: Some(weight),
            target: number(target),
            reservation: number(reservation),
            ..Stakes::default()
        };
        let issue = |id| Issue {
            mine: stakes(10 + u8::try_from(id).unwrap() * 7, 100, 0),
            theirs: stakes(60 - u8::try_from(id).unwrap() * 5, 0, 100),
            ..Issue::new(IssueId(Uuid::from_u128(id)), IssueKind::Number)
        };
        let plan = Plan { issues: (1..=issues).map(issue).collect(), ..Plan::default() };
        DealSpace::of(&plan, Party::Seller, "EUR")
    }

    fn session() -> SessionId {
        SessionId(Uuid::from_u128(1))
    }

    /// Looks until everything is there.
    fn settled(outlook: &mut Outlook, deals: &DealSpace) -> View {
        let (wake, start): (Wake, _) = (Arc::new(|| {}), Instant::now());
        loop {
            let view = outlook.view(session(), deals, Question::default(), &wake);
            if view.progress.is_none() || start.elapsed() > Duration::from_mins(1) {
                return view;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    #[test]
    fn a_plan_is_worked_out_once_and_again_when_it_changes() {
        let mut outlook = Outlook::default();
        let first = settled(&mut outlook, &deals(2)).prospects.unwrap();
        assert!(first.analysis.solutions.nash.is_some() && first.nash_odds().is_some());
        let same = settled(&mut outlook, &deals(2)).prospects.unwrap();
        assert!(Arc::ptr_eq(&first, &same));
        let other = deals(3);
        let view = settled(&mut outlook, &other);
        assert!(view.is_of(&other) && !view.is_of(&deals(2)));
        assert!(!outlook.is_underway());
    }

    #[test]
    fn the_cloud_has_every_deal_of_a_small_space_and_some_of_a_large_one() {
        let mut outlook = Outlook::default();
        let small = settled(&mut outlook, &deals(1)).prospects.unwrap();
        assert_eq!(small.cloud.len() as u128, small.analysis.deals);
        let large = settled(&mut outlook, &deals(4)).prospects.unwrap();
        assert_eq!(large.cloud.len(), CLOUD);
    }

    #[test]
    fn a_deal_of_the_frontier_reaches_all_of_it_and_one_inside_less() {
        let mut outlook = Outlook::default();
        let found = settled(&mut outlook, &deals(2)).prospects.unwrap();
        let nash = found.analysis.solutions.nash.as_ref().unwrap();
        let share = |me, them| share_of_frontier(&found.space, &found.analysis, me, them);
        assert_eq!(share(nash.me, nash.them), Some(1.0));
        let half = share(nash.me / 2.0, nash.them / 2.0).unwrap();
        assert!((half - 0.5).abs() < 1e-9, "{half}");
    }

    /// One issue: what each option is worth to both.
    fn choices(values: &[(f64, f64)], reservations: (f64, f64)) -> (Space, Analysis) {
        let case = Case {
            name: String::new(),
            issues: vec![CaseIssue {
                name: String::new(),
                options: vec![String::new(); values.len()],
                my_weight: 1.0,
                their_weight: 1.0,
                mine: values.iter().map(|value| value.0).collect(),
                theirs: values.iter().map(|value| value.1).collect(),
            }],
            my_reservation: reservations.0,
            their_reservation: reservations.1,
        };
        let space = Space::new(&case).unwrap();
        let analysis = Analysis::new(&space, &PackageWish::default(), &Watch::none()).unwrap();
        (space, analysis)
    }

    #[test]
    fn the_share_of_the_frontier_is_one_of_the_gains_over_no_deal() {
        let share = |values: &[(f64, f64)], reservations, (me, them)| {
            let (space, analysis) = choices(values, reservations);
            share_of_frontier(&space, &analysis, me, them).map(|share| (share * 1e6).round() / 1e6)
        };
        let two = [(0.9, 0.7), (0.2, 1.0)];
        // A quarter of the way from (0.5, 0.3) to (0.9, 0.7), though 0.6 of 0.9 is two thirds.
        assert_eq!(share(&two, (0.5, 0.3), (0.6, 0.4)), Some(0.25));
        assert_eq!(share(&two, (0.0, 0.0), (0.45, 0.35)), Some(0.5));
        // Nobody can be given more without taking from the other, or from nobody at all.
        assert_eq!(share(&two, (0.0, 0.0), (0.9, 0.7)), Some(1.0));
        assert_eq!(share(&two, (0.0, 0.0), (0.9, 0.4)), Some(1.0), "as good for me");
        assert_eq!(share(&two, (0.0, 0.0), (0.5, 0.8)), Some(1.0), "between two deals");
        // No more than walking away, for both.
        assert_eq!(share(&two, (0.5, 0.3), (0.4, 0.2)), Some(0.0));
        // They can gain nothing.
        assert_eq!(share(&[(0.9, 0.5)], (0.0, 0.5), (0.3, 0.5)), Some(1.0));
        assert_eq!(share(&two, (0.95, 0.8), (0.9, 0.7)), None, "no deal suits both");
    }

    #[test]
    fn a_plan_that_is_too_large_is_refused_and_no_other_answer_stands_in_for_it() {
        let mut outlook = Outlook::default();
        let small = deals(2);
        assert!(settled(&mut outlook, &small).prospects.is_some());
        let mut large = deals(2);
        let row = large.case.issues[0].clone();
        large.case.issues = vec![row; 65];
        let view = settled(&mut outlook, &large);
        assert!(view.prospects.is_none());
        let fault = view.refused.map(|error| error.fault);
        assert_eq!(fault, Some(Fault::TooManyIssues { count: 65 }));
        let again = settled(&mut outlook, &small);
        assert!(again.is_of(&small) && again.refused.is_none());
    }

    #[test]
    fn a_plan_without_choice_is_not_worked_on() {
        let mut outlook = Outlook::default();
        let view = settled(&mut outlook, &DealSpace::of(&Plan::default(), Party::Seller, "EUR"));
        assert!(view.prospects.is_none() && view.progress.is_none());
    }
}
