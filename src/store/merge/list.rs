//! Merging lists whose entries can be told apart.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::path::id_of;
use super::{Merger, Step};

/// What tells an entry from the others of its list: its id or its text, and which one of several
/// with the same text it is.
pub(super) type Key = (String, usize);

/// A list with the keys of its entries.
pub(super) struct Keyed<'a> {
    pub keys: Vec<Key>,
    by_key: HashMap<Key, &'a Value>,
}

impl<'a> Keyed<'a> {
    /// `None` for a list whose entries have nothing to be told apart by, or an id twice.
    pub(super) fn new(entries: &'a [Value], ids: &HashMap<String, String>) -> Option<Self> {
        let mut used: HashSet<String> =
            entries.iter().filter_map(id_of).map(Cow::into_owned).collect();
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut keyed = Self { keys: Vec::new(), by_key: HashMap::new() };
        for entry in entries {
            let key = match (entry, id_of(entry)) {
                (Value::String(text), _) => nth(text.clone(), &mut counts),
                (Value::Object(_), Some(id)) => (id.into_owned(), 0),
                (Value::Object(_), None) => {
                    let content = content(entry);
                    match ids.get(&content).filter(|id| used.insert((*id).clone())) {
                        Some(id) => (id.clone(), 0),
                        None => nth(content, &mut counts),
                    }
                }
                _ => return None,
            };
            if keyed.by_key.insert(key.clone(), entry).is_some() {
                return None;
            }
            keyed.keys.push(key);
        }
        Some(keyed)
    }

    pub(super) fn get(&self, key: &Key) -> Option<&'a Value> {
        self.by_key.get(key).copied()
    }

    /// The keys that are also in the other list.
    fn shared(&self, other: &Self) -> Vec<&Key> {
        self.keys.iter().filter(|key| other.by_key.contains_key(*key)).collect()
    }

    /// Whether what both lists hold stands in the same order.
    pub(super) fn is_ordered_as(&self, other: &Self) -> bool {
        self.shared(other) == other.shared(self)
    }
}

/// Counts the entries with the same text.
fn nth(text: String, counts: &mut HashMap<String, usize>) -> Key {
    let count = counts.entry(text.clone()).or_default();
    *count += 1;
    (text, *count - 1)
}

/// What an entry says, without its id.
fn content(entry: &Value) -> String {
    let mut entry = entry.clone();
    if let Value::Object(fields) = &mut entry {
        fields.remove("id");
    }
    entry.to_string()
}

/// The ids that entries have somewhere, by what the entries say: an entry that was written by hand
/// without its id is known by its content.
pub(super) fn ids_by_content(lists: &[&[Value]]) -> HashMap<String, String> {
    let all = || lists.iter().copied().flatten();
    if all().all(|entry| !entry.is_object() || id_of(entry).is_some()) {
        return HashMap::new();
    }
    all().filter_map(|entry| Some((content(entry), id_of(entry)?.into_owned()))).collect()
}

impl Merger {
    /// Merges a list by its entries; `None` if they cannot be told apart.
    pub(super) fn list(
        &mut self,
        base: &[Value],
        mine: &[Value],
        theirs: &[Value],
    ) -> Option<Vec<Value>> {
        let ids = ids_by_content(&[base, mine, theirs]);
        let base = Keyed::new(base, &ids)?;
        let mine = Keyed::new(mine, &ids)?;
        let theirs = Keyed::new(theirs, &ids)?;
        let merged = order(&base, &mine, &theirs).into_iter().filter_map(|key| {
            let sides = [base.get(&key), mine.get(&key), theirs.get(&key)];
            self.at(Step::Entry(key.0), |merger| merger.entry(sides))
        });
        Some(merged.collect())
    }

    fn entry(&mut self, [base, mine, theirs]: [Option<&Value>; 3]) -> Option<Value> {
        match (base, mine, theirs) {
            // Without its id, an entry written by hand is still the same entry.
            (Some(base), Some(left), None) | (Some(base), None, Some(left))
                if content(base) == content(left) =>
            {
                None
            }
            _ => self.value(base, mine, theirs),
        }
    }
}

/// The keys of both sides in one order: mine, with their new entries after their neighbours. If
/// only they changed the order of the old entries, it is the other way round.
fn order(base: &Keyed<'_>, mine: &Keyed<'_>, theirs: &Keyed<'_>) -> Vec<Key> {
    let theirs_lead = mine.is_ordered_as(base) && !theirs.is_ordered_as(base);
    let (first, second) = if theirs_lead { (theirs, mine) } else { (mine, theirs) };
    let mut order = first.keys.clone();
    // Where the next new entry goes: behind the entry before it.
    let mut place = 0;
    for key in &second.keys {
        let is_next = order.get(place) == Some(key);
        let known = match first.get(key) {
            Some(_) if is_next => Some(place),
            Some(_) => order.iter().position(|known| known == key),
            None => None,
        };
        match known {
            Some(position) => place = position + 1,
            None => {
                // What stands on the first side alone at the same place stays before it.
                place +=
                    order.iter().skip(place).take_while(|key| second.get(key).is_none()).count();
                order.insert(place, key.clone());
                place += 1;
            }
        }
    }
    order
}
