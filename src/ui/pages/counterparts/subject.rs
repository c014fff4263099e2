//! The person on the page, with what their profile says.

use crate::app::workspace::PersonReading;
use crate::domain::counterpart::Counterpart;
use crate::domain::counterpart::Named;
use crate::domain::evidence::Setting;
use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::Quadrant;
use crate::ui::context::Cx;

/// What the cards of one person share.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub person: &'a Counterpart,
    pub readings: &'a PersonReading,
    /// The reading that advice rests on: at ease, or under pressure when only that is known.
    pub advice: &'a ProfileReading,
}

impl<'a> Subject<'a> {
    pub fn of(cx: &Cx<'a>, person: &'a Counterpart) -> Option<Self> {
        let readings = cx.work.reading(person.id)?;
        let only_pressure = readings.normal.certainty == Certainty::Unknown
            && readings.pressure.certainty != Certainty::Unknown;
        let setting = if only_pressure { Setting::Pressure } else { Setting::Normal };
        Some(Self { person, readings, advice: readings.get(setting) })
    }

    /// The quadrant that advice is for; `None` while there is too little evidence or a tie.
    pub fn lead(&self) -> Option<Quadrant> {
        lead(self.advice)
    }

    /// A name to call the person by.
    pub fn name(&self, cx: &Cx<'_>) -> String {
        let name = display_name(cx, self.person);
        if name.is_empty() { cx.messages.text("counterparts-unnamed").to_owned() } else { name }
    }
}

/// The name as the user's language has it: Chinese needs no Latin letters beside it.
pub fn display_name(cx: &Cx<'_>, person: &impl Named) -> String {
    cx.messages.name_of(person)
}

/// The leading quadrant when there is evidence enough to name one.
pub fn lead(reading: &ProfileReading) -> Option<Quadrant> {
    reading.leading.filter(|_| reading.certainty != Certainty::Unknown)
}
