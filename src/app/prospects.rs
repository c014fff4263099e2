//! What the plans on the screen leave open: frontier, balanced deals, packages, and how much they
//! hang on guesses. Worked out on a thread while one types; newer wishes stop older work.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::tasks::Wake;
use crate::domain::bargaining::sensitivity::{DRAWS, DealOdds, Doubt, sensitivity};
use crate::domain::bargaining::{Analysis, CaseError, Deal, PackageWish, Space, Watch};
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
    /// The newest that is finished; it may belong to the plan of a moment ago.
    pub prospects: Option<Arc<Prospects>>,
    /// How far the next has come, 0 to 1, while it is worked out.
    pub progress: Option<f32>,
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
    /// The thread has ended, one way or the other.
    ended: bool,
}

#[derive(Debug, Default)]
struct Slot {
    shown: Option<Arc<Prospects>>,
    underway: Option<Underway>,
    /// What could not be worked out; it is not tried again.
    failed: Option<(DealSpace, Question)>,
    /// When it was last looked at, in looks.
    looked: u64,
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
        let is_failed = slot.failed.as_ref().is_some_and(|(d, q)| d == deals && *q == question);
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
        let prospects = slot.shown.clone().filter(|_| deals.is_open());
        View { prospects, progress }
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
        let newest = found.newest.take();
        let ended = found.ended;
        drop(found);
        if newest.is_some() {
            self.shown = newest;
        }
        if ended {
            let is_whole =
                self.shown.as_ref().is_some_and(|shown| shown.is(&work.deals, work.question));
            if !is_whole {
                self.failed = Some((work.deals.clone(), work.question));
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
            if let Err(error) = work_out(deals, question, &Watch::new(&stopped, &tell), &publish) {
                tracing::error!(%error, "the plan gives no valid case");
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
    deals: DealSpace,
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

/// The share of what both could gain that a deal brings me and them, see the frontier: 1 when no
/// deal is better for both. It is the least factor by which a point of the frontier is further out
/// in the direction of the deal.
pub fn share_of_frontier(analysis: &Analysis, me: f64, them: f64) -> Option<f64> {
    let reach = |(best_me, best_them): (f64, f64)| {
        let part = |have: f64, best: f64| if best <= 0.0 { 1.0 } else { (have / best).min(1.0) };
        // How much of this deal of the frontier both have at least.
        part(me, best_me).min(part(them, best_them))
    };
    let shares = analysis.frontier.utilities().map(reach);
    shares.max_by(f64::total_cmp)
}

/// The deal of the frontier that is nearest to what stands, for the picture.
pub fn nearest(analysis: &Analysis, me: f64, them: f64) -> Option<Deal> {
    let off = |(a, b): (f64, f64)| (a - me).powi(2) + (b - them).powi(2);
    let utilities = analysis.frontier.utilities().enumerate();
    let (index, _) = utilities.min_by(|(_, one), (_, other)| off(*one).total_cmp(&off(*other)))?;
    analysis.frontier.point(index).map(|point| point.deal)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use rust_decimal::Decimal;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::IssueId;
    use crate::domain::issue::{Issue, IssueKind, IssueValue, Stakes};
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
        DealSpace::of(&Plan { issues: (1..=issues).map(issue).collect(), ..Plan::default() }, "EUR")
    }

    fn session() -> SessionId {
        SessionId(Uuid::from_u128(1))
    }

    /// Looks until everything is there.
    fn settled(outlook: &mut Outlook, deals: &DealSpace) -> View {
        let (wake, start): (Wake, _) = (Arc::new(|| {}), Instant::now());
        loop {
            let view = outlook.view(session(), deals, Question::default(), &wake);
            if view.progress.is_none() || start.elapsed() > Duration::from_secs(60) {
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
        assert_eq!(share_of_frontier(&found.analysis, nash.me, nash.them), Some(1.0));
        let half = share_of_frontier(&found.analysis, nash.me / 2.0, nash.them / 2.0).unwrap();
        assert!((0.4..0.7).contains(&half), "{half}");
        assert_eq!(nearest(&found.analysis, nash.me, nash.them).unwrap().me, nash.me);
    }

    #[test]
    fn a_plan_without_choice_is_not_worked_on() {
        let mut outlook = Outlook::default();
        let view = settled(&mut outlook, &DealSpace::of(&Plan::default(), "EUR"));
        assert!(view.prospects.is_none() && view.progress.is_none());
    }
}
