//! How much of the plan is written, part by part.

use crate::domain::issue::{Issue, IssueKind};
use crate::domain::session::Session;

/// A part of the preparation that shows in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// Used in message keys.
    pub id: &'static str,
    pub done: bool,
}

/// The parts that this plan asks for: those about issues only when there are some besides the price.
pub(super) fn parts(session: &Session) -> Vec<Part> {
    let plan = &session.plan;
    let written = |text: &str| !text.trim().is_empty();
    let issues: Vec<Issue> =
        plan.topics().filter_map(|topic| plan.as_issue(topic, &session.currency)).collect();
    let mut parts = vec![
        Part { id: "goal", done: written(&plan.goal) },
        Part { id: "limits", done: issues.iter().all(has_limits) },
        Part { id: "theirs", done: issues.iter().all(has_estimate) },
    ];
    if issues.len() > 1 {
        let weighted = issues.iter().all(|issue| issue.mine.weight.is_some());
        let theirs = issues.iter().all(|issue| issue.theirs.weight.is_some());
        parts.push(Part { id: "weights", done: weighted });
        parts.push(Part { id: "their-weights", done: theirs });
    }
    let alternative = written(&plan.alternative) && plan.alternative_worth.is_some();
    let both = alternative && written(&plan.their_alternative);
    parts.push(Part { id: "alternatives", done: both });
    parts.push(Part { id: "questions", done: written(&plan.questions) });
    parts.push(Part { id: "gives", done: written(&plan.gives) });
    parts
}

fn has_limits(issue: &Issue) -> bool {
    match issue.kind {
        IssueKind::Choice => {
            issue.choices.iter().any(|choice| choice.mine > 0) && issue.mine.reservation.is_some()
        }
        _ => issue.mine.direction().is_some(),
    }
}

fn has_estimate(issue: &Issue) -> bool {
    match issue.kind {
        IssueKind::Choice => issue.choices.iter().any(|choice| choice.theirs.is_some()),
        _ => issue.theirs.reservation.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use rust_decimal::Decimal;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::{IssueId, MeetingId, SessionId};
    use crate::domain::issue::IssueValue;

    #[test]
    fn a_price_alone_asks_for_no_weights() {
        let id = SessionId(Uuid::from_u128(1));
        let meeting = MeetingId(Uuid::from_u128(2));
        let mut session = Session::new(id, Timestamp::UNIX_EPOCH, "EUR", meeting);
        let done = |session: &Session| -> Vec<&str> {
            parts(session).into_iter().filter(|part| part.done).map(|part| part.id).collect()
        };
        assert_eq!(parts(&session).len(), 6);
        assert!(done(&session).is_empty());
        session.plan.target = Some(Decimal::from(100));
        session.plan.reservation = Some(Decimal::from(90));
        session.plan.price.their_reservation = Some(Decimal::from(95));
        assert_eq!(done(&session), ["limits", "theirs"]);
        let mut term = Issue::new(IssueId(Uuid::from_u128(3)), IssueKind::Number);
        term.mine.weight = Some(40);
        session.plan.price.weight = Some(60);
        session.plan.issues.push(term);
        assert_eq!(parts(&session).len(), 8);
        assert_eq!(done(&session), ["weights"]);
        session.plan.issues[0].mine.target = Some(IssueValue::Number(Decimal::from(36)));
        session.plan.issues[0].mine.reservation = Some(IssueValue::Number(Decimal::from(12)));
        assert_eq!(done(&session), ["limits", "weights"]);
    }
}
