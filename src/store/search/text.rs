//! The folded text of one record.

use std::ops::Range;

use memchr::memmem;

use super::fields::{self, Section};
use super::fold::{FIELD_END, fold_onto};
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::CounterpartId;
use crate::domain::session::Session;
use crate::store::record::RecordKey;

/// So many bytes before a new field are looked through for the same field.
const LOOKED_THROUGH: usize = 64 * 1024;

/// What is searched of one record, and what hits are filtered and sorted by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordText {
    /// Title, names and tags. Each field ends with [`FIELD_END`].
    pub(super) head: String,
    /// Everything else; each field ends with [`FIELD_END`].
    pub(super) body: String,
    pub(super) ends: HeadEnds,
    /// The people of a negotiation: it is found by their names too.
    pub(super) people: Vec<CounterpartId>,
    /// Microseconds since 1970.
    pub(super) updated: i64,
    pub(super) archived: bool,
}

/// Where title and names end in a head; the tags go to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct HeadEnds {
    pub title: u32,
    pub names: u32,
}

impl HeadEnds {
    /// The section in which a place of the head lies.
    pub fn section(self, place: usize) -> Section {
        if place < self.title as usize {
            Section::Title
        } else if place < self.names as usize {
            Section::Names
        } else {
            Section::Tags
        }
    }
}

/// One text, wherever it lies. The bytes are folded UTF-8.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    pub key: RecordKey,
    pub head: &'a [u8],
    pub ends: HeadEnds,
    pub body: &'a [u8],
    pub people: &'a [CounterpartId],
    pub updated: i64,
    pub archived: bool,
}

impl RecordText {
    pub fn of_counterpart(person: &Counterpart) -> Self {
        let mut text = Self {
            updated: person.updated.as_microsecond(),
            archived: person.labels.archived,
            ..Self::default()
        };
        fields::of_counterpart(person, &mut |section, _, field| text.add(section, field));
        text.fitted()
    }

    pub fn of_session(session: &Session) -> Self {
        let mut text = Self {
            people: session.counterparts.clone(),
            updated: session.updated.as_microsecond(),
            archived: session.labels.archived,
            ..Self::default()
        };
        text.people.sort_unstable();
        text.people.dedup();
        fields::of_session(session, &mut |section, _, field| text.add(section, field));
        text.fitted()
    }

    /// The folded text of a section. Each field ends with [`FIELD_END`].
    pub fn section(&self, section: Section) -> &str {
        let head = |range: Range<usize>| self.head.get(range).unwrap_or_default();
        match section {
            Section::Title => head(0..self.ends.title as usize),
            Section::Names => head(self.ends.title as usize..self.ends.names as usize),
            Section::Tags => head(self.ends.names as usize..self.head.len()),
            Section::Body => &self.body,
        }
    }

    /// Length of the text in bytes.
    pub fn bytes_len(&self) -> usize {
        self.head.len() + self.body.len()
    }

    /// Adds a field, but not one of the body that says the same as one before, as sources and
    /// names often do. Fields come in the order of their sections.
    pub(super) fn add(&mut self, section: Section, field: &str) {
        let text = if section == Section::Body { &mut self.body } else { &mut self.head };
        let start = text.len();
        fold_onto(text, field);
        let (before, added) = text.split_at(start);
        if added.is_empty() || (section == Section::Body && has_field(before, added)) {
            text.truncate(start);
        } else {
            text.push(FIELD_END);
        }
        // A file of a record is far below 4 GiB.
        let end = u32::try_from(self.head.len()).unwrap_or(u32::MAX);
        if section <= Section::Title {
            self.ends.title = end;
        }
        if section <= Section::Names {
            self.ends.names = end;
        }
    }

    pub(super) fn view(&self, key: RecordKey) -> View<'_> {
        View {
            key,
            head: self.head.as_bytes(),
            ends: self.ends,
            body: self.body.as_bytes(),
            people: &self.people,
            updated: self.updated,
            archived: self.archived,
        }
    }

    /// Without memory to spare: there are as many texts as records.
    fn fitted(mut self) -> Self {
        self.head.shrink_to_fit();
        self.body.shrink_to_fit();
        self
    }
}

/// Whether a field stands in the last part of a text. To look through all of a text of many megabytes
/// for each of its fields would take minutes.
fn has_field(text: &str, field: &str) -> bool {
    let from = text.len().saturating_sub(LOOKED_THROUGH);
    memmem::find_iter(text.as_bytes().get(from..).unwrap_or_default(), field).any(|start| {
        let start = from + start;
        let is_border = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == FIELD_END as u8);
        let before = start.checked_sub(1).and_then(|before| text.as_bytes().get(before));
        is_border(before) && is_border(text.as_bytes().get(start + field.len()))
    })
}
