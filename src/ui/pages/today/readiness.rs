//! How ready I am for a meeting, in three figures with a plain meaning.

use crate::app::workspace::Workspace;
use crate::domain::profile::Certainty;
use crate::domain::summary::SessionSummary;
use crate::domain::walk::QuestionId;

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub done: usize,
    pub all: usize,
}

impl Part {
    pub fn share(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a handful of things to do")]
        let share = self.done as f64 / self.all.max(1) as f64;
        share
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Readiness {
    /// The mean over the people of P(the leading quadrant is the largest); an unknown person counts
    /// 0, as does an empty table. 0..=1.
    pub profile: f64,
    /// Questions of the walk that are answered.
    pub walk: Part,
    /// Parts of the plan that are written: goal, target, walk-away, alternative, questions.
    pub plan: Part,
}

impl Readiness {
    pub fn of(work: &Workspace, session: &SessionSummary) -> Self {
        let certainties: Vec<f64> = work
            .people_of(&session.counterparts)
            .map(|person| {
                let known = Some(&person.reading.normal)
                    .filter(|reading| reading.certainty != Certainty::Unknown);
                known.map_or(0.0, |reading| {
                    reading
                        .p_largest
                        .iter()
                        .map(|(_, probability)| *probability)
                        .fold(0.0, f64::max)
                })
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "few people sit at a table")]
        let people = certainties.len().max(1) as f64;
        Self {
            profile: certainties.iter().sum::<f64>() / people,
            walk: Part { done: session.walk_answered.into(), all: QuestionId::ALL.len() },
            plan: Part {
                done: session.plan_written.into(),
                all: SessionSummary::PLAN_PARTS.into(),
            },
        }
    }
}
