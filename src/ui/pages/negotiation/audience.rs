//! Who listens, and what their thinking asks of me.

use crate::domain::counterpart::Named;
use crate::domain::profile::{Certainty, Profile, ProfileReading};
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
    /// All people at the table count alike, as nothing says who decides.
    pub fn of(cx: &Cx<'_>, session: &Session) -> Self {
        let readings: Vec<&ProfileReading> = cx
            .work
            .people_of(&session.counterparts)
            .filter_map(|person| cx.work.reading(person.id))
            .map(|reading| &reading.normal)
            .collect();
        let members: Vec<(Profile, f64)> =
            readings.iter().map(|reading| (reading.profile, 1.0)).collect();
        Self {
            need: Profile::group(&members).shares(),
            count: readings.len(),
            unknown: readings
                .iter()
                .filter(|reading| reading.certainty == Certainty::Unknown)
                .count(),
        }
    }
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
