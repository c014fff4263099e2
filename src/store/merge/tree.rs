//! Records as trees of values.

use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::MergeError;
use crate::domain::label::Labels;
use crate::domain::plan::PriceStakes;
use crate::domain::tactic::Deck;
use crate::store::record::{Record, RecordKey};

/// The record as a tree. Labels, the deck and what there is to say about the price are always in
/// it, so that what is not set is known to be unset.
pub(super) fn to_tree(record: &Record) -> Result<Map<String, Value>, MergeError> {
    let mut tree = match record {
        Record::Library(record) => fields(&**record),
        Record::Counterpart(record) => fields(&**record),
        Record::Session(record) => fields(&**record),
    }?;
    if !matches!(record, Record::Library(_)) && !tree.contains_key("labels") {
        tree.insert("labels".to_owned(), Value::Object(fields(&Labels::default())?));
    }
    match record {
        Record::Library(_) if !tree.contains_key("deck") => {
            tree.insert("deck".to_owned(), Value::Object(fields(&Deck::default())?));
        }
        Record::Session(_) => {
            if let Some(Value::Object(plan)) = tree.get_mut("plan")
                && !plan.contains_key("price")
            {
                plan.insert("price".to_owned(), Value::Object(fields(&PriceStakes::default())?));
            }
        }
        _ => {}
    }
    Ok(tree)
}

/// Whether an object is what somebody said about an issue or the points of a curve, which is one
/// value and cannot be merged by field: half of a date and half of a number is neither.
pub(super) fn is_one_value(fields: &Map<String, Value>) -> bool {
    const KINDS: [&str; 4] = ["number", "day", "choice", "points"];
    fields.len() == 1 && fields.keys().all(|name| KINDS.contains(&name.as_str()))
}

fn fields<T: Serialize>(value: &T) -> Result<Map<String, Value>, MergeError> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(other) => Err(MergeError::Invalid { message: format!("{other} is not a record") }),
        Err(error) => Err(MergeError::invalid(&error)),
    }
}

/// The record that a tree holds, if it is the one with this key.
pub(super) fn to_record(tree: Map<String, Value>, key: RecordKey) -> Result<Record, MergeError> {
    fn read<T: DeserializeOwned>(tree: Map<String, Value>) -> Result<Arc<T>, MergeError> {
        serde_json::from_value(Value::Object(tree))
            .map(Arc::new)
            .map_err(|error| MergeError::invalid(&error))
    }
    let record = match key {
        RecordKey::Library => Record::Library(read(tree)?),
        RecordKey::Counterpart(_) => Record::Counterpart(read(tree)?),
        RecordKey::Session(_) => Record::Session(read(tree)?),
    };
    if record.key() == key { Ok(record) } else { Err(MergeError::DifferentRecords) }
}

pub(super) fn updated(record: &Record) -> Timestamp {
    match record {
        Record::Library(record) => record.updated,
        Record::Counterpart(record) => record.updated,
        Record::Session(record) => record.updated,
    }
}
