//! Places inside a record.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Map, Value};

/// The way from the record to a value in it. Written `plan.goal` or `evidence[019b…].text`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldPath(pub Vec<Step>);

/// One step of the way.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    Field(String),
    /// The id of an entry in a list. An entry without id has its text, or its content, or its
    /// position.
    Entry(String),
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if position == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Entry(name) => write!(f, "[{name}]")?,
            }
        }
        Ok(())
    }
}

/// What tells an entry from the others of its list for good: its id, or the key of a choice.
pub(super) fn id_of(entry: &Value) -> Option<Cow<'_, str>> {
    let id = entry.get("id").and_then(Value::as_str).map(Cow::Borrowed);
    id.or_else(|| Some(Cow::Owned(entry.get("key")?.as_u64()?.to_string())))
}

/// The value in its place, if the way leads there.
pub(super) fn get<'a>(tree: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(tree, |value, step| match step {
        Step::Field(name) => value.get(name),
        Step::Entry(name) => {
            let entries = value.as_array()?;
            entries.get(place(entries, name)?)
        }
    })
}

/// Where an entry stands in its list: by its id, its text or its position.
pub fn place(entries: &[Value], name: &str) -> Option<usize> {
    let names = |entry: &Value| match id_of(entry) {
        Some(id) => id == name,
        None => entry.as_str() == Some(name),
    };
    entries.iter().position(names).or_else(|| {
        let position: usize = name.parse().ok()?;
        // The key of a choice is a number too, and no position.
        entries.get(position).is_some_and(|entry| id_of(entry).is_none()).then_some(position)
    })
}

/// Puts a value in its place, or takes it away. `None` if the way leads nowhere.
pub(super) fn put(tree: &mut Value, path: &[Step], value: Option<&Value>) -> Option<()> {
    let (step, rest) = path.split_first()?;
    match (step, tree) {
        (Step::Field(name), Value::Object(fields)) => put_field(fields, name, rest, value),
        (Step::Entry(name), Value::Array(entries)) => put_entry(entries, name, rest, value),
        _ => None,
    }
}

fn put_field(
    fields: &mut Map<String, Value>,
    name: &str,
    rest: &[Step],
    value: Option<&Value>,
) -> Option<()> {
    match (rest.is_empty(), value) {
        (true, Some(value)) => {
            fields.insert(name.to_owned(), value.clone());
        }
        (true, None) => {
            fields.remove(name);
        }
        (false, _) => put(fields.get_mut(name)?, rest, value)?,
    }
    Some(())
}

fn put_entry(
    entries: &mut Vec<Value>,
    name: &str,
    rest: &[Step],
    value: Option<&Value>,
) -> Option<()> {
    match (place(entries, name), rest.is_empty(), value) {
        (Some(place), false, _) => put(entries.get_mut(place)?, rest, value)?,
        (Some(place), true, Some(value)) => *entries.get_mut(place)? = value.clone(),
        (Some(place), true, None) => {
            entries.remove(place);
        }
        (None, true, Some(value)) => entries.push(value.clone()),
        (None, true, None) => {}
        (None, false, _) => return None,
    }
    Some(())
}
