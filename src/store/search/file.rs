//! The index as bytes for the cache: written in one go, read back without parsing a record.
//!
//! Header, entries, seats, heads, bodies, checksum; numbers are little-endian. The cache is
//! disposable: another version or a damaged byte means that the index is made anew.

use std::io::{self, Write};

use uuid::Uuid;

use super::base::{Base, Entry};
use super::index::TextIndex;
use super::text::{HeadEnds, View};
use crate::domain::ids::CounterpartId;
use crate::store::record::RecordKey;

/// The last byte is the version of the format, of the folding and of the choice of fields.
const MAGIC: [u8; 8] = *b"CPTEXTS\x01";
const ENTRY_LEN: usize = 45;
const SEAT_LEN: usize = 16;

impl TextIndex {
    /// Writes all texts. Many small pieces are written: give a buffered writer.
    pub fn to_writer(&self, writer: &mut impl Write) -> io::Result<()> {
        let mut out = Summed { writer, sum: crc32fast::Hasher::new() };
        let views = self.views();
        let total = |len: fn(&View<'_>) -> usize| views.iter().map(len).sum::<usize>();
        let people = views.iter().filter(|view| matches!(view.key, RecordKey::Counterpart(_)));
        out.write_all(&MAGIC)?;
        for number in [
            views.len(),
            people.count(),
            total(|view| view.people.len()),
            total(|view| view.head.len()),
            total(|view| view.body.len()),
        ] {
            out.write_all(&(number as u64).to_le_bytes())?;
        }
        for view in &views {
            let id = match view.key {
                RecordKey::Counterpart(id) => id.0,
                RecordKey::Session(id) => id.0,
                RecordKey::Library => Uuid::nil(),
            };
            out.write_all(id.as_bytes())?;
            out.write_all(&view.updated.to_le_bytes())?;
            for length in [view.head.len(), view.body.len(), view.people.len()] {
                out.write_all(&length_bytes(length)?)?;
            }
            out.write_all(&view.ends.title.to_le_bytes())?;
            out.write_all(&view.ends.names.to_le_bytes())?;
            out.write_all(&[u8::from(view.archived)])?;
        }
        for person in views.iter().flat_map(|view| view.people) {
            out.write_all(person.0.as_bytes())?;
        }
        views.iter().try_for_each(|view| out.write_all(view.head))?;
        views.iter().try_for_each(|view| out.write_all(view.body))?;
        let sum = out.sum.finalize();
        writer.write_all(&sum.to_le_bytes())
    }

    /// Reads what [`TextIndex::to_writer`] wrote. `None` for anything else: another version, cut
    /// off, damaged.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let (content, sum) = bytes.split_last_chunk::<4>()?;
        if !content.starts_with(&MAGIC) || crc32fast::hash(content) != u32::from_le_bytes(*sum) {
            return None;
        }
        let mut rest = content.get(MAGIC.len()..)?;
        let mut number = || usize::try_from(u64::from_le_bytes(*take(&mut rest)?)).ok();
        let (records, people, seats) = (number()?, number()?, number()?);
        let (heads_len, bodies_len) = (number()?, number()?);
        let places = records.checked_mul(ENTRY_LEN)?.checked_add(seats.checked_mul(SEAT_LEN)?)?;
        let text_len = heads_len.checked_add(bodies_len)?;
        if people > records || rest.len() != places.checked_add(text_len)? {
            return None;
        }
        let mut entries: Vec<Entry> = Vec::with_capacity(records);
        let (mut head_end, mut body_end, mut seats_end) = (0_usize, 0_usize, 0_u32);
        for number in 0..records {
            let id = Uuid::from_bytes(*take(&mut rest)?);
            let updated = i64::from_le_bytes(*take(&mut rest)?);
            let mut length = || Some(u32::from_le_bytes(*take(&mut rest)?));
            let (head, body, seated) = (length()?, length()?, length()?);
            let ends = HeadEnds { title: length()?, names: length()? };
            let archived = *take::<1>(&mut rest)? != [0];
            let before = entries.last().filter(|_| number != people);
            if before.is_some_and(|before| before.id >= id)
                || ends.title > ends.names
                || ends.names > head
            {
                return None;
            }
            head_end = head_end.checked_add(head as usize)?;
            body_end = body_end.checked_add(body as usize)?;
            seats_end = seats_end.checked_add(seated)?;
            entries.push(Entry { id, updated, head_end, body_end, ends, seats_end, archived });
        }
        if head_end != heads_len || body_end != bodies_len || seats_end as usize != seats {
            return None;
        }
        let mut seated = Vec::with_capacity(seats);
        for _ in 0..seats {
            seated.push(CounterpartId(Uuid::from_bytes(*take(&mut rest)?)));
        }
        let (start, end) = (content.len() - text_len, content.len());
        // The texts stay in the memory in which they were read.
        let mut text = bytes;
        text.truncate(end);
        text.drain(..start);
        text.shrink_to_fit();
        Some(Self::on(Base::from_parts(entries, people, seated, text, heads_len)))
    }
}

fn length_bytes(length: usize) -> io::Result<[u8; 4]> {
    u32::try_from(length).map(u32::to_le_bytes).map_err(io::Error::other)
}

/// Takes the first bytes away.
fn take<'a, const N: usize>(bytes: &mut &'a [u8]) -> Option<&'a [u8; N]> {
    let (first, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(first)
}

/// Sums up what it writes.
struct Summed<'a, W> {
    writer: &'a mut W,
    sum: crc32fast::Hasher,
}

impl<W: Write> Write for Summed<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.writer.write(bytes)?;
        self.sum.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}
