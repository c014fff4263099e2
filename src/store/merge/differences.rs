//! What changed from one version of a record to another.

use serde_json::{Map, Value};

use super::list::{Keyed, ids_by_content};
use super::path::{FieldPath, Step, id_of};
use super::tree::{self, is_one_value};
use crate::store::record::Record;

/// One change. An entry that was added or removed is one difference; a list whose order changed,
/// or whose entries have no ids, is one difference as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub path: FieldPath,
    /// `None` if it was added.
    pub before: Option<Value>,
    /// `None` if it was removed.
    pub after: Option<Value>,
}

/// Every change from `before` to `after`, the time of change among them; empty if, and only if,
/// the records are equal. Records of different kinds differ as a whole.
pub fn differences(before: &Record, after: &Record) -> Vec<Difference> {
    let mut found = Finder::default();
    match (tree::to_tree(before), tree::to_tree(after)) {
        (Ok(before), Ok(after)) => found.fields(&before, &after),
        // A record that is no tree of values cannot be looked into.
        (before, after) => found
            .push(before.ok().map(Value::Object).as_ref(), after.ok().map(Value::Object).as_ref()),
    }
    found.differences
}

#[derive(Default)]
struct Finder {
    path: Vec<Step>,
    differences: Vec<Difference>,
}

impl Finder {
    fn push(&mut self, before: Option<&Value>, after: Option<&Value>) {
        self.differences.push(Difference {
            path: FieldPath(self.path.clone()),
            before: before.cloned(),
            after: after.cloned(),
        });
    }

    fn at(&mut self, step: Step, before: Option<&Value>, after: Option<&Value>) {
        self.path.push(step);
        self.value(before, after);
        self.path.pop();
    }

    fn value(&mut self, before: Option<&Value>, after: Option<&Value>) {
        match (before, after) {
            (before, after) if before == after => {}
            (Some(Value::Object(old)), Some(Value::Object(new)))
                if !is_one_value(old) && !is_one_value(new) =>
            {
                self.fields(old, new);
            }
            (Some(Value::Array(old)), Some(Value::Array(new))) => {
                if !self.entries(old, new) {
                    self.push(before, after);
                }
            }
            _ => self.push(before, after),
        }
    }

    fn fields(&mut self, before: &Map<String, Value>, after: &Map<String, Value>) {
        for (name, old) in before {
            self.at(Step::Field(name.clone()), Some(old), after.get(name));
        }
        for (name, new) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
            self.at(Step::Field(name.clone()), None, Some(new));
        }
    }

    /// Compares two lists by their entries, if these have ids and kept their order.
    fn entries(&mut self, before: &[Value], after: &[Value]) -> bool {
        if !before.iter().chain(after).all(|entry| id_of(entry).is_some()) {
            return false;
        }
        let ids = ids_by_content(&[]);
        let (Some(before), Some(after)) = (Keyed::new(before, &ids), Keyed::new(after, &ids))
        else {
            return false;
        };
        if !before.is_ordered_as(&after) {
            return false;
        }
        for key in &before.keys {
            self.at(Step::Entry(key.0.clone()), before.get(key), after.get(key));
        }
        for key in after.keys.iter().filter(|key| before.get(key).is_none()) {
            self.at(Step::Entry(key.0.clone()), None, after.get(key));
        }
        true
    }
}
