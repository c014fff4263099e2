//! Two versions of a record side by side, in words: which fields differ, and how.

mod fields;
#[cfg(test)]
mod fixture;
mod issues;
#[cfg(test)]
mod tests;
mod values;
mod words;

use std::borrow::Cow;

use serde_json::Value;

use self::fields::{Kind, fields_of, kind_of, message_of};
use self::issues::Issues;
use self::values::is_nothing;
pub use self::words::{Mark, Piece, compare, shortened};
use super::clock::Clock;
use crate::content::catalog::Catalog;
use crate::domain::ids::{CounterpartId, MeetingId};
use crate::domain::issue::Issue;
use crate::i18n::{Arg, Messages};
use crate::store::merge::{self, Difference, FieldPath, Step};
use crate::store::record::Record;

/// A text up to this length is shown before and after; a longer one with its changes marked.
const SHORT: usize = 32;

/// One field that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub path: FieldPath,
    /// The entry that the field belongs to: "Meeting 2 · Promise: Send the figures".
    pub place: Option<String>,
    /// What the field, or the entry that is on one side only, is called.
    pub name: String,
    /// It is about an entry as a whole, which one of the two sides does not have.
    pub is_entry: bool,
    pub shown: Shown,
}

/// The two values of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// Both as a whole; `None` where nothing is filled in.
    Whole { before: Option<String>, after: Option<String> },
    /// One text, with what changed marked.
    Marked(Vec<Piece>),
    /// The same entries in another order.
    Reordered,
}

/// What is needed to put values into words.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    pub messages: &'a Messages,
    pub catalog: &'a Catalog,
    pub clock: &'a Clock,
    /// What a person is called.
    pub person: &'a dyn Fn(CounterpartId) -> Option<String>,
}

/// Leaves out what a user knows nothing of: when and by which version a record was written.
pub fn worth_showing(mut differences: Vec<Difference>) -> Vec<Difference> {
    differences.retain(|difference| {
        !matches!(difference.path.0.first(), Some(Step::Field(name))
            if name == "updated" || name == "schema" || name == "id")
    });
    differences
}

/// Puts the differences of two versions of one record into words.
pub fn lines(
    before: &Record,
    after: &Record,
    differences: &[Difference],
    wording: &Wording<'_>,
) -> Vec<Line> {
    let compared = Compared::new(before, after, wording);
    let mut lines: Vec<_> = differences
        .iter()
        .filter_map(|difference| {
            Some((compared.rank(&difference.path.0), compared.line(difference)?))
        })
        .collect();
    lines.sort_by(|(one, _), (other, _)| one.cmp(other));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Two versions as trees.
struct Compared<'a> {
    wording: &'a Wording<'a>,
    thing: &'static str,
    before: Value,
    after: Value,
    currency: String,
    meetings: Vec<MeetingId>,
    issues: Issues,
}

/// Where a path leads.
struct Found<'a> {
    thing: &'static str,
    kind: Kind,
    field: &'a str,
    /// The names of the entries on the way.
    entries: Vec<String>,
    /// The path leads to an entry and not to a field of it.
    is_entry: bool,
    /// The issue that it belongs to.
    about: Option<&'a Issue>,
}

impl<'a> Compared<'a> {
    fn new(before: &Record, after: &Record, wording: &'a Wording<'a>) -> Self {
        let (thing, currency, meetings) = match (after, before) {
            (Record::Library(_), _) => ("library", String::new(), Vec::new()),
            (Record::Counterpart(_), _) => ("counterpart", String::new(), Vec::new()),
            (Record::Session(after), before) => {
                let mut meetings = after.meeting_ids();
                if let Record::Session(before) = before {
                    let gone = before.meeting_ids().into_iter();
                    meetings.extend(gone.filter(|id| after.meeting(*id).is_none()));
                }
                ("session", after.currency.clone(), meetings)
            }
        };
        let issues = Issues::of(before, after);
        let (before, after) = (tree(before), tree(after));
        Self { wording, thing, before, after, currency, meetings, issues }
    }

    fn line(&self, difference: &Difference) -> Option<Line> {
        let found = self.find(&difference.path.0)?;
        let (before, after) = (difference.before.as_ref(), difference.after.as_ref());
        let mut entries = found.entries;
        let is_entry = found.is_entry;
        let (name, shown) = if found.is_entry {
            let whole = |value: Option<&Value>| {
                value
                    .map(|value| self.described(found.thing, found.about, value))
                    .filter(|text| !text.is_empty())
            };
            let shown = Shown::Whole { before: whole(before), after: whole(after) };
            (entries.pop().unwrap_or_default(), shown)
        } else {
            let name = self.field_name(found.thing, found.field);
            (name, self.shown(found.kind, found.about, before, after))
        };
        let separator = self.wording.messages.text("keeping-separator");
        let place = (!entries.is_empty()).then(|| entries.join(separator));
        Some(Line { path: difference.path.clone(), place, name, is_entry, shown })
    }

    /// Where a path stands in the order of the fields, and of the entries of lists.
    fn rank(&self, path: &[Step]) -> Vec<usize> {
        let mut thing = self.thing;
        let mut here = (Some(&self.before), Some(&self.after));
        path.iter()
            .map(|step| match step {
                Step::Field(name) => {
                    here = (child(here.0, name), child(here.1, name));
                    let fields = fields_of(thing);
                    if let Some(Kind::Group(inner) | Kind::Entries(inner)) = kind_of(thing, name) {
                        thing = inner;
                    }
                    let place = fields.iter().position(|(field, _)| field == name);
                    place.unwrap_or(fields.len())
                }
                Step::Entry(id) => {
                    let place = |list: Option<&Value>| merge::place(list?.as_array()?, id);
                    let rank = place(here.1).or_else(|| place(here.0)).unwrap_or_default();
                    here = (entry_of(here.0, id), entry_of(here.1, id));
                    rank
                }
            })
            .collect()
    }

    fn field_name(&self, thing: &str, field: &str) -> String {
        let id = message_of(thing, field);
        let messages = self.wording.messages;
        if messages.has(&id) { messages.text(&id).to_owned() } else { field.replace('_', " ") }
    }

    /// Follows a path through the table of fields.
    fn find<'b>(&'b self, path: &'b [Step]) -> Option<Found<'b>> {
        let mut thing = self.thing;
        let mut found = None;
        let mut entries = Vec::new();
        let mut about = None;
        let mut list: Option<(&'static str, &'b str)> = None;
        let mut here = (Some(&self.before), Some(&self.after));
        for step in path {
            let is_question = matches!(found, Some((_, Kind::Questions(_), _)));
            match step {
                Step::Entry(id) => {
                    let (inner, field) = list.take()?;
                    here = (entry_of(here.0, id), entry_of(here.1, id));
                    entries.push(self.entry_name(inner, id, here.1.or(here.0)));
                    if inner == "issue" {
                        about = self.issues.get(id);
                    }
                    thing = inner;
                    found = Some((inner, Kind::Entries(inner), field));
                }
                Step::Field(id) if is_question => {
                    let Some((_, Kind::Questions(inner), field)) = found else { return None };
                    here = (child(here.0, id), child(here.1, id));
                    entries.push(self.entry_name(inner, id, here.1.or(here.0)));
                    thing = inner;
                    found = Some((inner, Kind::Entries(inner), field));
                }
                Step::Field(id) if matches!(found, Some((_, Kind::Influence, _))) => {
                    let (_, _, field) = found?;
                    here = (child(here.0, id), child(here.1, id));
                    entries.push(self.person(&Value::String(id.clone())));
                    found = Some((thing, Kind::Level("influence"), field));
                }
                Step::Field(id) if matches!(found, Some((_, Kind::Values, _))) => {
                    let (_, _, field) = found?;
                    here = (child(here.0, id), child(here.1, id));
                    entries.push(self.issue_name(id));
                    about = self.issues.get(id);
                    found = Some((thing, Kind::Value, field));
                }
                Step::Field(name) => {
                    let kind = kind_of(thing, name).unwrap_or(Kind::Text);
                    here = (child(here.0, name), child(here.1, name));
                    found = Some((thing, kind, name.as_str()));
                    list = None;
                    match kind {
                        Kind::Group(inner) => thing = inner,
                        Kind::Entries(inner) => list = Some((inner, name.as_str())),
                        _ => {}
                    }
                }
            }
        }
        let (thing, kind, field) = found?;
        // A field that the table lacks is shown as it is; an id is not.
        let is_entry = matches!(path.last(), Some(Step::Entry(_)))
            || (matches!(kind, Kind::Entries(_)) && list.is_none());
        (kind != Kind::Hidden).then_some(Found { thing, kind, field, entries, is_entry, about })
    }

    fn shown(
        &self,
        kind: Kind,
        about: Option<&Issue>,
        before: Option<&Value>,
        after: Option<&Value>,
    ) -> Shown {
        let separator = self.wording.messages.text("list-separator");
        match kind {
            Kind::Entries(inner) => {
                let describe = |value: Option<&Value>| {
                    let entries = value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                    entries.iter().map(|entry| self.entry_name(inner, "", Some(entry))).collect()
                };
                let (old, new): (Vec<String>, Vec<String>) = (describe(before), describe(after));
                let sorted = |list: &[String]| {
                    let mut list = list.to_vec();
                    list.sort_unstable();
                    list
                };
                if sorted(&old) == sorted(&new) && same_entries(before, after) {
                    return Shown::Reordered;
                }
                Shown::Marked(words::compare_lists(&old, &new, "\n"))
            }
            Kind::Words
            | Kind::People
            | Kind::Checklist
            | Kind::Quadrants
            | Kind::Asked
            | Kind::Tactics => {
                let (old, new) = (self.items(kind, before), self.items(kind, after));
                if old.is_empty() || new.is_empty() {
                    let whole =
                        |list: Vec<String>| (!list.is_empty()).then(|| list.join(separator));
                    return Shown::Whole { before: whole(old), after: whole(new) };
                }
                Shown::Marked(words::compare_lists(&old, &new, separator))
            }
            _ => {
                let read = |value: Option<&Value>| {
                    value
                        .filter(|value| !is_nothing(value))
                        .map(|value| self.read(kind, about, value))
                };
                let (before, after) = (read(before), read(after));
                match (&before, &after) {
                    (Some(old), Some(new))
                        if matches!(kind, Kind::Text | Kind::Source)
                            && (is_long(old) || is_long(new)) =>
                    {
                        Shown::Marked(shortened(compare(old, new)))
                    }
                    _ => Shown::Whole { before, after },
                }
            }
        }
    }

    /// Every filled field of an entry, one to a line.
    fn described(&self, thing: &str, about: Option<&Issue>, value: &Value) -> String {
        let id = value.get("id").and_then(Value::as_str).filter(|_| thing == "issue");
        let about = id.map_or(about, |id| self.issues.get(id));
        let messages = self.wording.messages;
        let mut described = Vec::new();
        for (field, kind) in fields_of(thing) {
            let Some(value) = value.get(field).filter(|value| !is_nothing(value)) else { continue };
            let text = match kind {
                Kind::Hidden => continue,
                Kind::Group(inner) => {
                    let inner = self.described(inner, about, value);
                    described.extend((!inner.is_empty()).then_some(inner));
                    continue;
                }
                Kind::Flag if *value == Value::Bool(false) => continue,
                kind => self.read(*kind, about, value),
            };
            let name = self.field_name(thing, field);
            let args = [("label", Arg::from(name)), ("text", Arg::from(text))];
            described.push(messages.with("label-text", &args));
        }
        described.join("\n")
    }
}

fn is_long(text: &str) -> bool {
    text.contains('\n') || text.chars().count() > SHORT
}

fn same_entries(before: Option<&Value>, after: Option<&Value>) -> bool {
    let sorted = |value: Option<&Value>| {
        let entries = value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let mut entries: Vec<String> = entries.iter().map(Value::to_string).collect();
        entries.sort_unstable();
        entries
    };
    sorted(before) == sorted(after)
}

/// The record as a tree; a null for one that is none, of which then nothing is named.
fn tree(record: &Record) -> Value {
    let tree = match record {
        Record::Library(record) => serde_json::to_value(&**record),
        Record::Counterpart(record) => serde_json::to_value(&**record),
        Record::Session(record) => serde_json::to_value(&**record),
    };
    tree.unwrap_or_default()
}

fn child<'v>(value: Option<&'v Value>, name: &str) -> Option<&'v Value> {
    value?.get(name)
}

fn entry_of<'v>(value: Option<&'v Value>, id: &str) -> Option<&'v Value> {
    let entries = value?.as_array()?;
    entries.get(merge::place(entries, id)?)
}

/// The beginning of a text, on one line.
fn beginning(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 48;
    let line = text.trim().lines().next().unwrap_or_default().trim_end();
    if line.chars().count() <= LONGEST && line.len() == text.trim().len() {
        return Cow::Borrowed(line);
    }
    let cut: String = line.chars().take(LONGEST).collect();
    Cow::Owned(format!("{}…", cut.trim_end()))
}
