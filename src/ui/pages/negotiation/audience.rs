//! Who listens, and what their thinking asks of me.

use crate::domain::counterpart::Named;
use crate::domain::group::{self, Makeup, Member};
use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::domain::session::Session;
use crate::ui::context::Cx;

/// The people of a session taken together.
pub struct Audience {
    /// What share of their attention each quadrant has; the four sum to 1.
    pub need: PerQuadrant<f64>,
    pub count: usize,
    /// How many of them are not known well enough to say anything.
    pub unknown: usize,
}

impl Audience {
    /// Everybody at the table counts for as much as they weigh in the decision.
    pub fn of(cx: &Cx<'_>, session: &Session) -> Self {
        let members = members(cx, session);
        Self {
            need: group::profile(&members).shares(),
            count: members.len(),
            unknown: Makeup::of(&members).unknown,
        }
    }
}

/// The people at the table with their say, in its order.
pub fn members(cx: &Cx<'_>, session: &Session) -> Vec<Member> {
    let people = cx.work.people_of(&session.counterparts);
    people
        .map(|person| Member {
            reading: person.reading.normal,
            influence: session.influence_of(person.id),
        })
        .collect()
}

/// The leading quadrant, once there is evidence enough to speak of one.
pub fn known_quadrant(reading: &ProfileReading) -> Option<Quadrant> {
    if reading.certainty == Certainty::Unknown { None } else { reading.leading }
}

/// A person's name, or what stands in for it.
pub fn person_name(cx: &Cx<'_>, person: &impl Named) -> String {
    let name = cx.messages.name_of(person);
    if name.is_empty() { cx.t("negotiation-nameless").to_owned() } else { name }
}

/// "C Interpersonal".
pub fn named(cx: &Cx<'_>, quadrant: Quadrant) -> String {
    format!("{quadrant} {}", cx.quadrant_name(quadrant))
}
