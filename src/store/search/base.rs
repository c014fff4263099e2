//! The texts of many records in two contiguous pieces: all heads, and all bodies.

use std::ops::Range;

use uuid::Uuid;

use super::text::{HeadEnds, View};
use crate::domain::ids::{CounterpartId, SessionId};
use crate::store::record::RecordKey;

/// People first, then negotiations, both in the order of their ids. A record is named by its
/// position, its number.
#[derive(Debug, Default)]
pub(super) struct Base {
    pub entries: Vec<Entry>,
    /// How many of the entries are people.
    pub people: usize,
    /// The people of each negotiation in the order of the entries.
    seats: Vec<CounterpartId>,
    /// The same seen from the people: who sits in which negotiation, in the order of the people.
    seats_by_person: Vec<(CounterpartId, u32)>,
    /// The heads, then the bodies.
    text: Vec<u8>,
    heads_len: usize,
}

/// Where the parts of one record end; they begin where those of the entry before end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub id: Uuid,
    pub updated: i64,
    pub head_end: usize,
    /// Counted from the start of the bodies.
    pub body_end: usize,
    /// Counted from the start of the head.
    pub ends: HeadEnds,
    pub seats_end: u32,
    pub archived: bool,
}

impl Base {
    /// `views` are sorted by key, none twice.
    pub fn of(views: &[View<'_>]) -> Self {
        let heads_len: usize = views.iter().map(|view| view.head.len()).sum();
        let bodies_len: usize = views.iter().map(|view| view.body.len()).sum();
        let mut entries = Vec::with_capacity(views.len());
        let mut seats = Vec::with_capacity(views.iter().map(|view| view.people.len()).sum());
        let mut text = Vec::with_capacity(heads_len + bodies_len);
        let (mut people, mut body_end) = (0, 0);
        for view in views {
            let id = match view.key {
                RecordKey::Counterpart(id) => {
                    people += 1;
                    id.0
                }
                RecordKey::Session(id) => id.0,
                RecordKey::Library => continue,
            };
            text.extend_from_slice(view.head);
            seats.extend_from_slice(view.people);
            body_end += view.body.len();
            entries.push(Entry {
                id,
                updated: view.updated,
                head_end: text.len(),
                body_end,
                ends: view.ends,
                seats_end: u32::try_from(seats.len()).unwrap_or(u32::MAX),
                archived: view.archived,
            });
        }
        let heads_len = text.len();
        let records = views.iter().filter(|view| view.key != RecordKey::Library);
        records.for_each(|view| text.extend_from_slice(view.body));
        Self::from_parts(entries, people, seats, text, heads_len)
    }

    /// The parts must fit together.
    pub fn from_parts(
        entries: Vec<Entry>,
        people: usize,
        seats: Vec<CounterpartId>,
        text: Vec<u8>,
        heads_len: usize,
    ) -> Self {
        let mut base =
            Self { entries, people, seats, seats_by_person: Vec::new(), text, heads_len };
        base.seats_by_person.reserve_exact(base.seats.len());
        for number in 0..base.entries.len() {
            let position = u32::try_from(number).unwrap_or(u32::MAX);
            let seats = base.seats.get(base.range(number, |entry| entry.seats_end as usize));
            let seats = seats.unwrap_or_default().iter().map(|person| (*person, position));
            base.seats_by_person.extend(seats);
        }
        base.seats_by_person.sort_unstable();
        base
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn heads(&self) -> &[u8] {
        self.text.get(..self.heads_len).unwrap_or_default()
    }

    pub fn bodies(&self) -> &[u8] {
        self.text.get(self.heads_len..).unwrap_or_default()
    }

    /// Where the head of a record lies among the heads.
    pub fn head_range(&self, number: usize) -> Range<usize> {
        self.range(number, |entry| entry.head_end)
    }

    /// Where the body of a record lies among the bodies.
    pub fn body_range(&self, number: usize) -> Range<usize> {
        self.range(number, |entry| entry.body_end)
    }

    fn range(&self, number: usize, end: impl Fn(&Entry) -> usize) -> Range<usize> {
        let before = number.checked_sub(1).and_then(|before| self.entries.get(before));
        before.map_or(0, &end)..self.entries.get(number).map_or(0, end)
    }

    pub fn view(&self, number: usize) -> Option<View<'_>> {
        let entry = self.entries.get(number)?;
        let key = if number < self.people {
            RecordKey::Counterpart(CounterpartId(entry.id))
        } else {
            RecordKey::Session(SessionId(entry.id))
        };
        Some(View {
            key,
            head: self.heads().get(self.head_range(number))?,
            ends: entry.ends,
            body: self.bodies().get(self.body_range(number))?,
            people: self.seats.get(self.range(number, |entry| entry.seats_end as usize))?,
            updated: entry.updated,
            archived: entry.archived,
        })
    }

    pub fn views(&self) -> impl Iterator<Item = View<'_>> {
        (0..self.len()).filter_map(|number| self.view(number))
    }

    /// The number of a record.
    pub fn find(&self, key: RecordKey) -> Option<usize> {
        let (range, id) = match key {
            RecordKey::Library => return None,
            RecordKey::Counterpart(CounterpartId(id)) => (0..self.people, id),
            RecordKey::Session(SessionId(id)) => (self.people..self.entries.len(), id),
        };
        let entries = self.entries.get(range.clone())?;
        entries.binary_search_by_key(&id, |entry| entry.id).ok().map(|at| range.start + at)
    }

    /// Who sits in which negotiation, by number, in the order of the people.
    pub fn seats_by_person(&self) -> &[(CounterpartId, u32)] {
        &self.seats_by_person
    }

    /// The memory that the texts and their places take, in bytes.
    pub fn bytes_len(&self) -> usize {
        self.text.capacity()
            + self.entries.capacity() * size_of::<Entry>()
            + self.seats.capacity() * size_of::<CounterpartId>()
            + self.seats_by_person.capacity() * size_of::<(CounterpartId, u32)>()
    }
}
