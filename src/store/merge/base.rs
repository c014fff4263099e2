//! Finding the version from which a record and its conflict copy came.

use std::collections::BTreeSet;

use serde_json::Value;
use uuid::Uuid;

use super::differences::{Difference, differences};
use super::path::{FieldPath, Step, get};
use super::{STAMPS, tree};
use crate::store::record::Record;

/// The newest of the earlier versions that can be shown to be an ancestor of both sides.
///
/// A merge trusts its base: what the base holds and one side does not counts as changed by that
/// side. A version that only *seems* to be the ancestor would therefore take away what the other
/// side wrote after the two parted. Times prove nothing here, for a computer that was offline
/// writes late what it began early; nor does the folder of versions, for a sync engine carries the
/// versions of the other computer into it. So two things are asked of a version:
///
/// 1. Both sides hold an entry (by its id, which is made once, on one computer) that neither the
///    version nor an older one holds. The entry was made before the two parted, and the version
///    before the entry.
/// 2. All that the version changed since the one before it still stands on both sides. A version
///    that only one side has seen fails here.
///
/// The version found may be older than the last common one. What both sides share is still merged
/// as the same change, and what they changed since becomes a conflict sooner. Two things remain.
/// What one side set back to what it was in that version counts as unchanged; it stands in that
/// version. And if an earlier copy was merged in before, and nothing is kept from the time before
/// that, a version of one side may pass. So [`differences`] should be shown before a merge with a
/// conflict copy is taken over, and the copy be kept in the trash.
///
/// Without such a version there is no base, and the merge asks about each difference.
pub fn base_for(
    versions: impl Iterator<Item = Record>,
    mine: &Record,
    theirs: &Record,
) -> Option<Record> {
    let (key, my_record) = (mine.key(), mine);
    let earliest = tree::updated(mine).min(tree::updated(theirs));
    let mut versions: Vec<Record> = versions
        .filter(|version| version.key() == key && tree::updated(version) <= earliest)
        .collect();
    versions.sort_by_key(tree::updated);
    let sides = [mine, theirs].map(|side| tree::to_tree(side).map(Value::Object));
    let [Ok(mine), Ok(theirs)] = &sides else { return None };
    // The entries on both sides that no version so far holds.
    let mut newer: BTreeSet<String> = ids(mine).intersection(&ids(theirs)).cloned().collect();
    newer.retain(|id| !is_derived(id, my_record));
    let mut base: Option<Record> = None;
    for version in versions {
        let known = tree::to_tree(&version).map(|tree| ids(&Value::Object(tree))).ok()?;
        newer.retain(|id| !known.contains(id));
        let stands = |change: &Difference| {
            [mine, theirs].iter().all(|side| get(side, &change.path.0) == change.after.as_ref())
        };
        let seen = base.as_ref().is_none_or(|before| {
            let changes = differences(before, &version);
            changes.iter().filter(|change| !is_stamp(&change.path)).all(stands)
        });
        if newer.is_empty() || !seen {
            break;
        }
        base = Some(version);
    }
    base
}

/// An id derived for an entry that was written by hand is the same wherever it is derived, and so
/// no proof. It differs from the id of the record in the last digits alone.
fn is_derived(id: &str, record: &Record) -> bool {
    let record = match record {
        Record::Library(record) => record.id.0,
        Record::Counterpart(record) => record.id.0,
        Record::Session(record) => record.id.0,
    };
    Uuid::try_parse(id).is_ok_and(|id| (id.as_u128() ^ record.as_u128()) >> 32 == 0)
}

fn is_stamp(path: &FieldPath) -> bool {
    matches!(path.0.as_slice(), [Step::Field(name)] if STAMPS.contains(&name.as_str()))
}

/// The ids of all entries in a tree; the key of a choice is none, it is unique in its list alone.
fn ids(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Array(entries) => {
            let id = |entry: &Value| Some(entry.get("id")?.as_str()?.to_owned());
            let own = entries.iter().filter_map(id);
            own.chain(entries.iter().flat_map(ids)).collect()
        }
        Value::Object(fields) => fields.values().flat_map(ids).collect(),
        _ => BTreeSet::new(),
    }
}
