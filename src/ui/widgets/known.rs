//! The words that are noted about somebody, worked out once for each state of the record.

use std::sync::Arc;

use egui::{Context, Id};
use jiff::Timestamp;

use crate::app::heard::KnownWords;
use crate::app::workspace::Workspace;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::CounterpartId;

/// What a state of a record is known by.
type Key = (CounterpartId, u64, Timestamp, usize);

pub fn known_words(ctx: &Context, work: &Workspace, person: &Counterpart) -> Arc<KnownWords> {
    let id = Id::unique("known-words");
    let key: Key = (person.id, work.revision(), person.updated, person.evidence.len());
    let kept: Option<(Key, Arc<KnownWords>)> = ctx.data(|data| data.get_temp(id));
    if let Some((_, known)) = kept.filter(|(of, _)| *of == key) {
        return known;
    }
    let known = Arc::new(KnownWords::of(person));
    ctx.data_mut(|data| data.insert_temp(id, (key, Arc::clone(&known))));
    known
}
