//! A sample library: a hand-written story, and as many invented negotiations as asked for.
//!
//! Nothing here reads a clock or writes a file: the same options give the same records.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the word lists are part of the program, never empty, and read whole by a test"
)]

use std::collections::HashMap;

use jiff::civil::Date;

use crate::domain::counterpart::Counterpart;
use crate::domain::ids::CounterpartId;
use crate::domain::library::LibraryRecord;
use crate::domain::session::Session;
use crate::i18n::language::Language;

mod bargain;
mod chance;
mod deals;
mod expectations;
mod invent;
mod prices;
mod script;
mod stage;
mod vocabulary;

#[cfg(test)]
mod tests;

use stage::Stage;

/// What the sample should hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleOptions {
    /// The story comes first; what goes beyond it is invented.
    pub sessions: usize,
    pub seed: u64,
    /// Every date is told relative to this day.
    pub today: Date,
    pub language: Language,
}

impl Default for SampleOptions {
    fn default() -> Self {
        Self {
            sessions: 6,
            seed: 1,
            today: jiff::civil::date(2026, 6, 16),
            language: Language::English,
        }
    }
}

/// The records of a whole library, not yet on disk.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleLibrary {
    pub library: LibraryRecord,
    pub counterparts: Vec<Counterpart>,
    pub sessions: Vec<Session>,
}

/// Tells the sample. The first records stay the same when more are asked for.
pub fn sample_records(options: &SampleOptions) -> SampleLibrary {
    let story = script::story();
    let stage = Stage::new(options);
    let told = options.sessions.min(story.deals.len());
    let invented = options.sessions - told;

    let mut sample = SampleLibrary {
        library: stage.library(&story.owner),
        counterparts: Vec::new(),
        sessions: Vec::with_capacity(options.sessions),
    };
    let mut cast: HashMap<String, CounterpartId> = HashMap::new();

    let strangers =
        (0..invent::people_for(invented)).map(|index| invent::person(options.seed, index));
    for (index, person) in story.people.iter().cloned().chain(strangers).enumerate() {
        let record = stage.counterpart(index, &person);
        cast.insert(person.key, record.id);
        sample.counterparts.push(record);
    }

    for (index, deal) in story.deals.iter().take(told).enumerate() {
        sample.sessions.push(stage.session(index, deal, &cast));
    }
    for number in 0..invented {
        let deal = deals::deal(options.seed, number);
        sample.sessions.push(stage.session(story.deals.len() + number, &deal, &cast));
    }
    sample
}
