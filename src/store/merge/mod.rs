//! Merging two versions of a record that were changed apart from each other.
//!
//! The records are merged as trees of values: objects by field, lists with ids by entry, lists of
//! words as ordered sets, rows by place, texts by line, all else as a whole. What both sides changed differently
//! is a [`Conflict`]: the merged record holds my value, and the conflict holds both. Nothing that
//! stands on one side alone is ever left out, unless the other side removed it knowingly.
//!
//! `merge(base, x, base)`, `merge(base, base, x)` and `merge(x, x)` are `x`, exactly.

mod base;
mod differences;
mod list;
mod path;
mod text;
mod tree;

#[cfg(test)]
mod bargain;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::record::Record;

pub use base::base_for;
pub use differences::{Difference, differences};
pub use path::{FieldPath, Step, place};

/// A place that both sides changed, each in another way.
///
/// The merged record holds `mine`, with one exception: an entry that one side removed and the other
/// changed stays in the record as it was changed, so that no text goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub path: FieldPath,
    /// The value from which both came; `None` if it was not there or is not known.
    pub base: Option<Value>,
    /// `None` if I removed it.
    pub mine: Option<Value>,
    /// `None` if the other side removed it.
    pub theirs: Option<Value>,
}

/// The result of a merge.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    pub record: Record,
    /// By name of the field; empty when everything could be united.
    pub conflicts: Vec<Conflict>,
}

/// Why two versions cannot be merged. Both stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    #[error("the two versions are of different records")]
    DifferentRecords,
    #[error("the merged record is not a valid one: {message}")]
    Invalid { message: String },
    #[error("{path}: the place is no longer in the record")]
    NoSuchPlace { path: FieldPath },
}

/// Merges what two sides made of `base`. Without a base nothing counts as removed: lists unite,
/// the filled value wins over the empty one, and other differences are conflicts.
///
/// The result has the later time of change and the higher schema of the two.
pub fn three_way(
    base: Option<&Record>,
    mine: &Record,
    theirs: &Record,
) -> Result<Merged, MergeError> {
    let key = mine.key();
    if theirs.key() != key || base.is_some_and(|base| base.key() != key) || !same_id(mine, theirs) {
        return Err(MergeError::DifferentRecords);
    }
    // Exactly one of the two, also where their times of change would say otherwise.
    for (other, whole) in [(theirs, mine), (mine, theirs)] {
        if mine == theirs || base == Some(other) {
            return Ok(Merged { record: whole.clone(), conflicts: Vec::new() });
        }
    }
    let later = if tree::updated(theirs) > tree::updated(mine) { theirs } else { mine };
    let higher = if theirs.schema() > mine.schema() { theirs } else { mine };
    let (later, higher) = (tree::to_tree(later)?, tree::to_tree(higher)?);
    let without_stamps = |record| {
        tree::to_tree(record).map(|mut tree| {
            for field in STAMPS {
                tree.remove(field);
            }
            tree
        })
    };
    let base = base.map(without_stamps).transpose()?;
    let mut merger = Merger::default();
    let mut merged = merger.fields(base.as_ref(), &without_stamps(mine)?, &without_stamps(theirs)?);
    for (field, from) in STAMPS.into_iter().zip([later, higher]) {
        if let Some(value) = from.get(field) {
            merged.insert(field.to_owned(), value.clone());
        }
    }
    Ok(Merged { record: tree::to_record(merged, key)?, conflicts: merger.conflicts })
}

/// The fields that say when and by which program a record was written. They never conflict.
const STAMPS: [&str; 2] = ["updated", "schema"];

/// Two library records have one key, but may be of two libraries.
fn same_id(mine: &Record, theirs: &Record) -> bool {
    match (mine, theirs) {
        (Record::Library(mine), Record::Library(theirs)) => mine.id == theirs.id,
        _ => true,
    }
}

/// The value at a place of a record; `None` if nothing is there.
pub fn value_at(record: &Record, path: &FieldPath) -> Option<Value> {
    let tree = Value::Object(tree::to_tree(record).ok()?);
    path::get(&tree, &path.0).cloned()
}

/// The record with the other side's value at the place of one conflict.
pub fn with_theirs(record: &Record, conflict: &Conflict) -> Result<Record, MergeError> {
    with_value(record, &conflict.path, conflict.theirs.as_ref())
}

/// The record with my value at the place of one conflict. It changes a merged record only where I
/// removed an entry that the other side changed.
pub fn with_mine(record: &Record, conflict: &Conflict) -> Result<Record, MergeError> {
    with_value(record, &conflict.path, conflict.mine.as_ref())
}

fn with_value(
    record: &Record,
    path: &FieldPath,
    value: Option<&Value>,
) -> Result<Record, MergeError> {
    let mut tree = Value::Object(tree::to_tree(record)?);
    path::put(&mut tree, &path.0, value)
        .ok_or_else(|| MergeError::NoSuchPlace { path: path.clone() })?;
    match tree {
        Value::Object(tree) => tree::to_record(tree, record.key()),
        _ => Err(MergeError::NoSuchPlace { path: path.clone() }),
    }
}

/// A merge on its way down the trees.
#[derive(Default)]
struct Merger {
    path: Vec<Step>,
    conflicts: Vec<Conflict>,
}

impl Merger {
    /// Merges one value; `None` on a side means that it is not there.
    fn value(
        &mut self,
        base: Option<&Value>,
        mine: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        if mine == theirs || theirs == base {
            return mine.cloned();
        }
        if mine == base {
            return theirs.cloned();
        }
        match (mine, theirs) {
            (Some(Value::Object(a)), Some(Value::Object(b)))
                if !tree::is_one_value(a) && !tree::is_one_value(b) =>
            {
                return Some(Value::Object(self.fields(base.and_then(Value::as_object), a, b)));
            }
            (Some(Value::Array(a)), Some(Value::Array(b))) => {
                let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                let merged = if self.is_row() {
                    row(base, a, b)
                } else {
                    self.list(base, a, b).or_else(|| flags(base, a, b))
                };
                if let Some(merged) = merged {
                    return Some(Value::Array(merged));
                }
            }
            // Removed on one side and changed on the other.
            (Some(left @ Value::Object(_)), None) | (None, Some(left @ Value::Object(_))) => {
                self.conflict(base, mine, theirs);
                return Some(left.clone());
            }
            _ => {}
        }
        // Missing, null and empty are one and the same: nothing was filled in.
        if is_empty(base) && is_empty(theirs) {
            return mine.cloned();
        }
        if is_empty(base) && is_empty(mine) {
            return theirs.cloned();
        }
        if let (Some(Value::String(base)), Some(Value::String(a)), Some(Value::String(b))) =
            (base, mine, theirs)
            && let Some(merged) = text::merge(base, a, b)
        {
            return Some(Value::String(merged));
        }
        self.conflict(base, mine, theirs);
        mine.cloned()
    }

    fn fields(
        &mut self,
        base: Option<&Map<String, Value>>,
        mine: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Map<String, Value> {
        let new = theirs.keys().filter(|name| !mine.contains_key(*name));
        let merged = mine.keys().chain(new).filter_map(|name| {
            let value = self.at(Step::Field(name.clone()), |merger| {
                let base = base.and_then(|base| base.get(name));
                let (mine, theirs) = (mine.get(name), theirs.get(name));
                match merger.later(mine, theirs) {
                    Some(later) if base != mine && base != theirs => Some(later.clone()),
                    _ => merger.value(base, mine, theirs),
                }
            })?;
            Some((name.clone(), value))
        });
        merged.collect()
    }

    /// The later of two moments of a prediction or an agreement, which are no question: what was
    /// written after the start of a meeting counts as that.
    fn later<'v>(&self, mine: Option<&'v Value>, theirs: Option<&'v Value>) -> Option<&'v Value> {
        let [.., Step::Field(thing), Step::Field(name)] = self.path.as_slice() else { return None };
        if name != "at" || !["prediction", "agreed"].contains(&thing.as_str()) {
            return None;
        }
        let moment = |value: &Value| value.as_str()?.parse::<Timestamp>().ok();
        let (mine, theirs) = (mine?, theirs?);
        Some(if moment(theirs) > moment(mine) { theirs } else { mine })
    }

    /// Whether the list at this place is read by position: what each step is given for.
    fn is_row(&self) -> bool {
        matches!(self.path.last(), Some(Step::Field(name)) if name == "in_return")
    }

    fn at<T>(&mut self, step: Step, inside: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let result = inside(self);
        self.path.pop();
        result
    }

    fn conflict(&mut self, base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) {
        self.conflicts.push(Conflict {
            path: FieldPath(self.path.clone()),
            base: base.cloned(),
            mine: mine.cloned(),
            theirs: theirs.cloned(),
        });
    }
}

fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(entries)) => entries.is_empty(),
        Some(Value::Object(fields)) => fields.is_empty(),
        Some(Value::Bool(_) | Value::Number(_)) => false,
    }
}

/// A row of switches, each by its place: what both sides changed is the same on both.
fn flags(base: &[Value], mine: &[Value], theirs: &[Value]) -> Option<Vec<Value>> {
    let switches = |side: &[Value]| side.len() == base.len() && side.iter().all(Value::is_boolean);
    ([base, mine, theirs].into_iter().all(switches) && !base.is_empty()).then(|| {
        let sides = base.iter().zip(mine).zip(theirs);
        sides
            .map(|((base, mine), theirs)| if mine == base { theirs } else { mine }.clone())
            .collect()
    })
}

/// A list that is read by position: `None` unless each place was changed on one side at most.
fn row(base: &[Value], mine: &[Value], theirs: &[Value]) -> Option<Vec<Value>> {
    let same_length = base.len() == mine.len() && base.len() == theirs.len();
    let place = |((base, mine), theirs): ((&Value, &Value), &Value)| match () {
        () if mine == theirs || theirs == base => Some(mine.clone()),
        () if mine == base => Some(theirs.clone()),
        () => None,
    };
    let sides = base.iter().zip(mine).zip(theirs);
    if same_length { sides.map(place).collect() } else { None }
}

impl MergeError {
    fn invalid(error: &serde_json::Error) -> Self {
        Self::Invalid { message: error.to_string() }
    }
}
