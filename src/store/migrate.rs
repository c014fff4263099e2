//! Bringing records of older versions up to the schema that this program writes. Only forward:
//! a record of a newer schema is never touched.
//!
//! Records are upgraded in memory whenever they are read, and get the new schema on the disk when
//! they are saved next.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::archive::{self, Kind};
use super::error::StoreError;
use super::folder::LibraryFolder;
use super::progress::Progress;
use super::read::read_text;
use super::record::{Record, RecordKey};
use super::ron_scan::declared_schema;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::EntryId;
use crate::domain::library::{LibraryRecord, SCHEMA};
use crate::domain::session::Session;

/// One step of the schema, applied to a record after it was parsed.
struct Step {
    from: u32,
    library: fn(&mut LibraryRecord),
    counterpart: fn(&mut Counterpart),
    session: fn(&mut Session),
}

/// Every step there has been; each leads to the next schema. The last leads to [`SCHEMA`].
///
/// A step that only adds something can work on the records of today: what an old file lacks has a
/// default. A step after which the text of an old file no longer reads (a field gets another type,
/// a variant goes away) needs the old record as it was. Then:
///
/// 1. Copy the structs of the old schema to `migrate/vN.rs`, with `Deserialize` alone. They are
///    never changed again, and use no type of the domain that may change.
/// 2. Write `From<vN::Session> for Session`, and put the record at schema N + 1.
/// 3. Where records are parsed, `declared_schema` tells which struct reads the text: the one of the
///    newest frozen schema that is not below the declared one. The steps of this table that come
///    after it follow as always.
///
/// Each step keeps the fixture of its old schema in `tests/fixtures/vN` for ever.
const STEPS: [Step; 3] = [
    // 2 added labels, which are empty in a record without them. Nothing has to be moved.
    Step { from: 1, library: |_| {}, counterpart: |_| {}, session: |_| {} },
    // 3 added influence and kept pitches, which no older session has.
    Step { from: 2, library: |_| {}, counterpart: |_| {}, session: |_| {} },
    // 4 added issues and what goes with them; an offer may do without a price, and each older one
    // has one.
    Step { from: 3, library: |_| {}, counterpart: |_| {}, session: |_| {} },
];

/// Makes a library of an older schema ready to be written: first the archive of all its files, then
/// `library.ron` with the new schema, so that an older program opens the library for reading alone.
///
/// `library` is the record as it was read from `library.ron`; what is given back takes its place.
/// Only the holder of the lock may call this. When it fails, no file of the library has changed,
/// and the library must be opened for reading alone ([`ReadOnlyReason::NotArchived`]).
///
/// [`ReadOnlyReason::NotArchived`]: super::lock::ReadOnlyReason::NotArchived
pub fn prepare(
    folder: &LibraryFolder,
    library: &LibraryRecord,
    now: Timestamp,
    progress: &Progress,
) -> Result<LibraryRecord, StoreError> {
    let mut upgraded = library.clone();
    upgrade_library(&mut upgraded);
    // The record may have been upgraded already; what counts is what an older program would read.
    let text = read_text(&folder.file(RecordKey::Library))?;
    if declared_schema(&text).unwrap_or(library.schema) < SCHEMA {
        archive::create(folder, Kind::BeforeMigration, now, progress)?;
        folder.save(&Record::Library(Arc::new(upgraded.clone())), now)?;
    }
    Ok(upgraded)
}

/// Upgrades `library.ron` as it was parsed, and names entries that were written without id.
pub fn upgrade_library(record: &mut LibraryRecord) {
    for step in steps_from(record.schema) {
        (step.library)(record);
        record.schema = step.from + 1;
    }
    let evidence = &mut record.owner.evidence;
    name_entries(record.id.0, evidence.iter_mut().map(|item| &mut item.id).collect());
}

/// Upgrades a counterpart as it was parsed, and names entries that were written without id.
pub fn upgrade_counterpart(record: &mut Counterpart) {
    for step in steps_from(record.schema) {
        (step.counterpart)(record);
        record.schema = step.from + 1;
    }
    let evidence = &mut record.evidence;
    name_entries(record.id.0, evidence.iter_mut().map(|item| &mut item.id).collect());
}

/// Upgrades a session as it was parsed, and names entries that were written without id.
pub fn upgrade_session(record: &mut Session) {
    for step in steps_from(record.schema) {
        (step.session)(record);
        record.schema = step.from + 1;
    }
    let outcomes = record.meetings.iter_mut().map(|meeting| &mut meeting.outcome);
    let commitments = outcomes.flat_map(|outcome| &mut outcome.commitments);
    name_entries(record.id.0, commitments.map(|item| &mut item.id).collect());
}

/// The steps that a record of `schema` needs, in order. A schema of 0 was never released; such a
/// record was written by hand and takes every step.
fn steps_from(schema: u32) -> impl Iterator<Item = &'static Step> {
    STEPS.iter().filter(move |step| schema <= step.from)
}

/// Gives ids to entries written by hand without them, whatever the schema, so that they can be
/// edited and merged. The ids are the same at each reading, and none is given twice.
fn name_entries(record: Uuid, mut ids: Vec<&mut Option<EntryId>>) {
    if ids.iter().all(|id| id.is_some()) {
        return;
    }
    let mut taken: HashSet<EntryId> = ids.iter().filter_map(|id| **id).collect();
    for (position, id) in ids.iter_mut().enumerate().filter(|(_, id)| id.is_none()) {
        let free = (position..).map(|number| EntryId::derived(record, number));
        **id = free.into_iter().find(|candidate| taken.insert(*candidate));
    }
}

/// The table ends where the program is. A schema without its step does not compile.
const _: () = assert!(STEPS.len() + 1 == SCHEMA as usize);

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::domain::evidence::Evidence;
    use crate::domain::ids::CounterpartId;

    fn written_by_hand() -> Evidence {
        ron::from_str("(kind: quote, date: \"2026-11-02\", supports: [\"C\"])").unwrap()
    }

    fn ids(record: &Counterpart) -> Vec<Option<EntryId>> {
        record.evidence.iter().map(|item| item.id).collect()
    }

    #[test]
    fn each_step_begins_where_the_one_before_ends() {
        for (position, step) in (1..).zip(&STEPS) {
            assert_eq!(step.from, position);
        }
    }

    #[test]
    fn an_entry_put_before_one_with_a_derived_id_gets_another() {
        let record = CounterpartId(Uuid::from_u128(7 << 20));
        let mut person = Counterpart::new(record, Timestamp::UNIX_EPOCH);
        person.evidence = vec![written_by_hand(), written_by_hand()];
        upgrade_counterpart(&mut person);
        let first = ids(&person);
        assert_eq!(first[0], Some(EntryId::derived(record.0, 0)));
        assert_eq!(first[1], Some(EntryId::derived(record.0, 1)));
        person.evidence.insert(0, written_by_hand());
        upgrade_counterpart(&mut person);
        let second = ids(&person);
        assert_eq!(second[1..], first[..]);
        assert!(second[0].is_some() && !first.contains(&second[0]));
    }

    #[test]
    fn a_newer_record_keeps_its_schema() {
        let mut person = Counterpart::new(CounterpartId(Uuid::from_u128(1)), Timestamp::UNIX_EPOCH);
        person.schema = SCHEMA + 7;
        upgrade_counterpart(&mut person);
        assert_eq!(person.schema, SCHEMA + 7);
    }
}
