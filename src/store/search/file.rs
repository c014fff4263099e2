//! The index as bytes for the cache: written in one go, read back without parsing a record.
//!
//! Header, entries, seats, heads, bodies, checksum; numbers are little-endian. The cache is
//! disposable: another version or a damaged byte means that the index is made anew.

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::thread;

use uuid::Uuid;

use super::base::{Base, Entry};
use super::index::TextIndex;
use super::text::{HeadEnds, View};
use crate::domain::ids::CounterpartId;
use crate::store::record::RecordKey;

/// The last byte is the version of the format, of the folding and of the choice of fields.
const MAGIC: [u8; 8] = *b"CPTEXTS\x02";
const ENTRY_LEN: usize = 45;
const SEAT_LEN: usize = 16;

/// The magic bytes and five numbers.
const HEAD_LEN: usize = 48;

/// Smaller pieces of the texts are not worth a thread, in bytes.
const PIECE: usize = 4 << 20;

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
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Self::read(bytes.len() as u64, || Ok(Cursor::new(bytes)))
    }

    /// Reads what [`TextIndex::to_writer`] wrote, of that length in bytes, on several threads that
    /// open it each. `None` for anything else: another version, cut off, damaged.
    pub fn read<R: Read + Seek>(len: u64, open: impl Fn() -> io::Result<R> + Sync) -> Option<Self> {
        let mut source = open().ok()?;
        let mut head = [0; HEAD_LEN];
        source.read_exact(&mut head).ok()?;
        let mut rest = head.strip_prefix(&MAGIC)?;
        let mut number = || usize::try_from(u64::from_le_bytes(*take(&mut rest)?)).ok();
        let (records, people, seats) = (number()?, number()?, number()?);
        let (heads_len, bodies_len) = (number()?, number()?);
        let places_len =
            records.checked_mul(ENTRY_LEN)?.checked_add(seats.checked_mul(SEAT_LEN)?)?;
        let text_len = heads_len.checked_add(bodies_len)?;
        let before_text = places_len.checked_add(HEAD_LEN)?;
        // Checked before anything is made room for.
        let whole = before_text.checked_add(text_len)?.checked_add(size_of::<u32>())?;
        if people > records || whole as u64 != len {
            return None;
        }
        let mut places = vec![0; places_len];
        source.read_exact(&mut places).ok()?;
        let mut text = vec![0; text_len];
        let mut sum = crc32fast::Hasher::new();
        sum.update(&head);
        sum.update(&places);
        sum.combine(&read_pieces(&open, before_text as u64, &mut text)?);
        let mut end = [0; size_of::<u32>()];
        source.seek(SeekFrom::Start(len - size_of::<u32>() as u64)).ok()?;
        source.read_exact(&mut end).ok()?;
        if sum.finalize() != u32::from_le_bytes(end) {
            return None;
        }
        let mut rest = places.as_slice();
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
        heads_are_text(text.get(..heads_len)?, &entries)?;
        let mut seated = Vec::with_capacity(seats);
        for _ in 0..seats {
            seated.push(CounterpartId(Uuid::from_bytes(*take(&mut rest)?)));
        }
        Some(Self::on(Base::from_parts(entries, people, seated, text, heads_len)))
    }
}

/// `None` unless the heads and their sections are text: labels are put into them without the record.
/// Bodies are only scanned, byte by byte.
fn heads_are_text(heads: &[u8], entries: &[Entry]) -> Option<()> {
    let heads = std::str::from_utf8(heads).ok()?;
    let mut start = 0;
    for entry in entries {
        let head = heads.get(start..entry.head_end)?;
        let HeadEnds { title, names } = entry.ends;
        if ![title, names].iter().all(|end| head.is_char_boundary(*end as usize)) {
            return None;
        }
        start = entry.head_end;
    }
    Some(())
}

/// Fills `text` with what stands from `start` on, and sums it up.
fn read_pieces<R: Read + Seek>(
    open: &(impl Fn() -> io::Result<R> + Sync),
    start: u64,
    text: &mut [u8],
) -> Option<crc32fast::Hasher> {
    let read = |at: usize, piece: &mut [u8]| {
        let mut source = open().ok()?;
        source.seek(SeekFrom::Start(start + at as u64)).ok()?;
        source.read_exact(piece).ok()?;
        let mut sum = crc32fast::Hasher::new();
        sum.update(piece);
        Some(sum)
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let length = text.len().div_ceil(cores).max(PIECE);
    thread::scope(|scope| {
        let mut pieces = text.chunks_mut(length).enumerate();
        let first = pieces.next();
        let started: Option<Vec<_>> = pieces
            .map(|(number, piece)| {
                let thread = thread::Builder::new().name("library-texts".to_owned());
                thread.spawn_scoped(scope, move || read(number * length, piece)).ok()
            })
            .collect();
        let mut sum =
            first.map_or_else(|| Some(crc32fast::Hasher::new()), |(_, piece)| read(0, piece))?;
        for thread in started? {
            sum.combine(&thread.join().ok()??);
        }
        Some(sum)
    })
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
