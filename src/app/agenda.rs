//! What is ahead and what is open over all negotiations, kept up as they change.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::summary::SessionSummary;

/// A running meeting first, then the soonest; those without a day last, the latest change first.
type MeetingOrder = (bool, bool, Option<DateTime>, Reverse<Timestamp>);

/// Sorted views over the summaries of all negotiations that are not archived. They are kept sorted
/// because pages ask for them in each frame, also in a library of a hundred thousand negotiations.
#[derive(Debug, Default)]
pub struct Agenda {
    meetings: BTreeSet<(MeetingOrder, SessionId)>,
    meetings_with: BTreeSet<(CounterpartId, MeetingOrder, SessionId)>,
    /// Open promises, the earliest first, those without a day last; the position in the summary.
    promises: BTreeSet<(bool, Option<Date>, SessionId, usize)>,
    /// Untested claims, the newest first; the position in the summary.
    claims: BTreeSet<(Reverse<Timestamp>, SessionId, usize)>,
    offers: BTreeSet<(Timestamp, SessionId)>,
    kept: usize,
}

impl<'a> FromIterator<&'a SessionSummary> for Agenda {
    fn from_iter<I: IntoIterator<Item = &'a SessionSummary>>(sessions: I) -> Self {
        let (mut meetings, mut with) = (Vec::new(), Vec::new());
        let (mut promises, mut claims, mut offers) = (Vec::new(), Vec::new(), Vec::new());
        let mut kept = 0;
        for session in sessions {
            let entries = Entries::of(session);
            meetings.extend(entries.meeting);
            with.extend(entries.with);
            promises.extend(entries.promises);
            claims.extend(entries.claims);
            offers.extend(entries.offer);
            kept += entries.kept;
        }
        // Sets are built from sorted lists at once, which is much faster than entry by entry.
        Self {
            meetings: meetings.into_iter().collect(),
            meetings_with: with.into_iter().collect(),
            promises: promises.into_iter().collect(),
            claims: claims.into_iter().collect(),
            offers: offers.into_iter().collect(),
            kept,
        }
    }
}

/// What one negotiation adds to the agenda.
#[derive(Default)]
struct Entries {
    meeting: Option<(MeetingOrder, SessionId)>,
    with: Vec<(CounterpartId, MeetingOrder, SessionId)>,
    promises: Vec<(bool, Option<Date>, SessionId, usize)>,
    claims: Vec<(Reverse<Timestamp>, SessionId, usize)>,
    offer: Option<(Timestamp, SessionId)>,
    kept: usize,
}

impl Entries {
    fn of(session: &SessionSummary) -> Self {
        if session.labels.archived {
            return Self::default();
        }
        let id = session.id;
        let order = session.next.as_ref().map(|meeting| {
            let planned = meeting.planned;
            (meeting.started.is_none(), planned.is_none(), planned, Reverse(session.updated))
        });
        let with = |order| session.counterparts.iter().map(move |person| (*person, order, id));
        let promises = session.promises.iter().enumerate();
        let claims = session.untested.iter().enumerate();
        Self {
            meeting: order.map(|order| (order, id)),
            with: order.into_iter().flat_map(with).collect(),
            promises: promises.map(|(at, one)| (one.due.is_none(), one.due, id, at)).collect(),
            claims: claims.map(|(at, claim)| (Reverse(claim.at), id, at)).collect(),
            offer: session.last_offer.map(|at| (at, id)),
            kept: session.promises_kept as usize,
        }
    }
}

impl Agenda {
    /// Takes up a negotiation, in the place of what it was before.
    pub fn replace(&mut self, before: Option<&SessionSummary>, after: Option<&SessionSummary>) {
        if let Some(old) = before.map(Entries::of) {
            if let Some(entry) = &old.meeting {
                self.meetings.remove(entry);
            }
            for entry in &old.with {
                self.meetings_with.remove(entry);
            }
            for entry in &old.promises {
                self.promises.remove(entry);
            }
            for entry in &old.claims {
                self.claims.remove(entry);
            }
            if let Some(entry) = &old.offer {
                self.offers.remove(entry);
            }
            self.kept -= old.kept;
        }
        if let Some(new) = after.map(Entries::of) {
            self.meetings.extend(new.meeting);
            self.meetings_with.extend(new.with);
            self.promises.extend(new.promises);
            self.claims.extend(new.claims);
            self.offers.extend(new.offer);
            self.kept += new.kept;
        }
    }

    pub fn meetings(&self) -> impl ExactSizeIterator<Item = SessionId> {
        self.meetings.iter().map(|(_, id)| *id)
    }

    /// The next meeting at which the person sits.
    pub fn next_meeting_with(&self, person: CounterpartId) -> Option<SessionId> {
        let first = (false, false, None, Reverse(Timestamp::MAX));
        let from = (person, first, SessionId(uuid::Uuid::nil()));
        let (found, _, session) = self.meetings_with.range(from..).next()?;
        (*found == person).then_some(*session)
    }

    /// Open promises as session and position in its summary.
    pub fn promises(&self) -> impl ExactSizeIterator<Item = (SessionId, usize)> {
        self.promises.iter().map(|(_, _, id, at)| (*id, *at))
    }

    /// How many promises were kept.
    pub fn promises_kept(&self) -> usize {
        self.kept
    }

    /// Untested claims as session and position in its summary.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = (SessionId, usize)> {
        self.claims.iter().map(|(_, id, at)| (*id, *at))
    }

    /// The negotiation with the latest offer.
    pub fn latest_offer(&self) -> Option<SessionId> {
        self.offers.last().map(|(_, id)| *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::{SampleOptions, sample_records};

    #[test]
    fn an_agenda_kept_up_is_the_one_that_is_built_anew() {
        let sample = sample_records(&SampleOptions { sessions: 60, ..SampleOptions::default() });
        let summaries: Vec<SessionSummary> =
            sample.sessions.iter().map(SessionSummary::of).collect();
        let mut kept_up = Agenda::default();
        for summary in &summaries {
            kept_up.replace(None, Some(summary));
        }
        let mut changed = summaries.clone();
        for (index, summary) in changed.iter_mut().enumerate() {
            summary.labels.archived = index % 3 == 0;
            summary.promises = summary.promises.iter().take(index % 2).cloned().collect();
        }
        changed.truncate(40);
        for (index, before) in summaries.iter().enumerate() {
            kept_up.replace(Some(before), changed.get(index));
        }
        let anew: Agenda = changed.iter().collect();
        assert_eq!(kept_up.meetings, anew.meetings);
        assert_eq!(kept_up.meetings_with, anew.meetings_with);
        assert_eq!(kept_up.promises, anew.promises);
        assert_eq!(kept_up.claims, anew.claims);
        assert_eq!(kept_up.offers, anew.offers);
        assert_eq!(kept_up.kept, anew.kept);
        let counts = (anew.meetings().len(), anew.promises().len(), anew.kept);
        assert!(counts.0 > 2 && counts.1 > 1 && counts.2 > 0, "{counts:?}");
        let first = anew.meetings().next().unwrap();
        let first = changed.iter().find(|summary| summary.id == first).unwrap();
        let person = first.counterparts[0];
        assert_eq!(anew.next_meeting_with(person), Some(first.id));
    }
}
