//! The summaries of a whole library in one file, so that lists stand there at once. It may be deleted
//! at any time: whatever is wrong with it, it is left alone and made again from the records.
//!
//! A head (what the file is, how its parts lie, a checksum) and blocks of entries. Each block has its
//! own checksum and stands for itself, so several threads can read one file.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::SystemTime;

use super::entry::{PersonEntry, SessionEntry};
use super::stamp::Stamp;
use crate::domain::evidence::EvidenceWeights;
use crate::domain::library::SCHEMA;
use crate::domain::summary::{CounterpartSummary, SessionSummary};

const MAGIC: &[u8; 8] = b"CP\x89summ\n";

/// Goes up whenever entries are written differently, or summaries are worked out differently.
const FORMAT: u32 = 4;

/// Entries in a block.
const BLOCK: usize = 1024;

/// More threads than this do not read faster.
const MAX_THREADS: usize = 8;

const PEOPLE: u32 = 0;
const SESSIONS: u32 = 1;

/// The size and the checksum of a file that belongs to this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seal {
    pub len: u64,
    pub crc: u32,
}

/// A summary and the stamp of its file; without a stamp the file has to be read again.
pub type Stamped<T> = (Option<Stamp>, Arc<T>);

/// The content of a cache.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cached {
    /// In the order of the ids.
    pub counterparts: Vec<Stamped<CounterpartSummary>>,
    /// In the order of the ids.
    pub sessions: Vec<Stamped<SessionSummary>>,
    /// The file with the search texts of the same records.
    pub texts: Seal,
}

/// What a summary depends on besides its record. A cache made from something else is of no use.
fn identity(weights: &EvidenceWeights) -> Vec<u8> {
    let EvidenceWeights { questionnaire_total, quote, behaviour, text, third_party, role } =
        weights;
    let mut bytes = MAGIC.to_vec();
    bytes.extend(FORMAT.to_le_bytes());
    bytes.extend(SCHEMA.to_le_bytes());
    bytes.extend(crc32fast::hash(env!("CARGO_PKG_VERSION").as_bytes()).to_le_bytes());
    for weight in [questionnaire_total, quote, behaviour, text, third_party, role] {
        bytes.extend(weight.to_le_bytes());
    }
    bytes
}

/// Where a block lies and what is in it.
#[derive(Debug, Clone, Copy)]
struct Block<'a> {
    kind: u32,
    entries: usize,
    crc: u32,
    bytes: &'a [u8],
}

/// What a block holds.
enum Decoded {
    People(Vec<Stamped<CounterpartSummary>>),
    Sessions(Vec<Stamped<SessionSummary>>),
}

/// As many bytes tell whether a file is a cache and how long it must be.
pub(super) const START: usize = 76;

/// The length of the whole file by its first [`START`] bytes; `None` if it is no cache for these
/// weights.
pub(super) fn declared_len(start: &[u8], weights: &EvidenceWeights) -> Option<u64> {
    Bytes(start.strip_prefix(&*identity(weights))?).u64()
}

/// Reads a cache. `None` for anything but what [`write`] wrote for these weights.
pub fn read(bytes: &[u8], weights: &EvidenceWeights) -> Option<Cached> {
    let mut rest = Bytes(bytes.strip_prefix(&*identity(weights))?);
    if rest.u64()? != bytes.len() as u64 {
        return None;
    }
    let texts = Seal { len: rest.u64()?, crc: rest.u32()? };
    let blocks = rest.u32()? as usize;
    // Checked before anything is made room for.
    let table = rest.take(blocks.checked_mul(16)?)?;
    let head = bytes.len() - rest.0.len();
    let crc = rest.u32()?;
    if crc32fast::hash(bytes.get(..head)?) != crc {
        return None;
    }
    let mut table = Bytes(table);
    let blocks: Vec<_> =
        (0..blocks).map(|_| Block::cut(&mut table, &mut rest)).collect::<Option<_>>()?;
    if !rest.0.is_empty() {
        return None;
    }
    let mut cached = Cached { texts, ..Cached::default() };
    for decoded in decode_all(&blocks)? {
        match decoded {
            Decoded::People(entries) => cached.counterparts.extend(entries),
            Decoded::Sessions(entries) => cached.sessions.extend(entries),
        }
    }
    // Whoever uses them searches them by id.
    let in_order = cached.counterparts.is_sorted_by(|(_, one), (_, next)| one.id < next.id)
        && cached.sessions.is_sorted_by(|(_, one), (_, next)| one.id < next.id);
    in_order.then_some(cached)
}

impl<'a> Block<'a> {
    fn cut(table: &mut Bytes<'a>, rest: &mut Bytes<'a>) -> Option<Self> {
        let (kind, entries, len, crc) = (table.u32()?, table.u32()?, table.u32()?, table.u32()?);
        Some(Self { kind, entries: entries as usize, crc, bytes: rest.take(len as usize)? })
    }

    fn decode(self) -> Option<Decoded> {
        if crc32fast::hash(self.bytes) != self.crc || self.entries > BLOCK {
            return None;
        }
        match self.kind {
            PEOPLE => self.people().map(Decoded::People),
            SESSIONS => self.sessions().map(Decoded::Sessions),
            _ => None,
        }
    }

    fn people(self) -> Option<Vec<Stamped<CounterpartSummary>>> {
        let mut rest = self.bytes;
        let mut all = Vec::with_capacity(self.entries);
        for _ in 0..self.entries {
            let entry: PersonEntry<'_>;
            (entry, rest) = postcard::take_from_bytes(rest).ok()?;
            all.push((entry.stamp, Arc::new(entry.summary())));
        }
        rest.is_empty().then_some(all)
    }

    fn sessions(self) -> Option<Vec<Stamped<SessionSummary>>> {
        let mut rest = self.bytes;
        let mut all = Vec::with_capacity(self.entries);
        for _ in 0..self.entries {
            let entry: SessionEntry<'_>;
            (entry, rest) = postcard::take_from_bytes(rest).ok()?;
            all.push((entry.stamp, Arc::new(entry.summary())));
        }
        rest.is_empty().then_some(all)
    }
}

/// Decodes the blocks in their order, on several threads that take the next one each.
fn decode_all(blocks: &[Block<'_>]) -> Option<Vec<Decoded>> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MAX_THREADS);
    let next = AtomicUsize::new(0);
    let work = || -> Option<Vec<(usize, Decoded)>> {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(block) = blocks.get(number) else { return Some(done) };
            done.push((number, block.decode()?));
        }
    };
    let work = &work;
    let mut decoded = thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(blocks.len()))
            .filter_map(|_| {
                let builder = thread::Builder::new().name("library-cache".to_owned());
                builder.spawn_scoped(scope, work).ok()
            })
            .collect();
        let mut all = work()?;
        for other in others {
            all.extend(other.join().ok()??);
        }
        Some(all)
    })?;
    decoded.sort_unstable_by_key(|(number, _)| *number);
    Some(decoded.into_iter().map(|(_, block)| block).collect())
}

/// Writes what [`read`] reads. A file that could have changed after `looked`, the moment before the
/// stamps were taken, without getting another stamp is kept without one.
pub fn write(cached: &Cached, weights: &EvidenceWeights, looked: SystemTime) -> Option<Vec<u8>> {
    let settled = |stamp: Option<Stamp>| stamp.filter(|stamp| stamp.is_settled(looked));
    let (mut table, mut blocks) = (Vec::new(), Vec::new());
    for people in cached.counterparts.chunks(BLOCK) {
        let start = blocks.len();
        for (stamp, summary) in people {
            let entry = PersonEntry::of(settled(*stamp), summary);
            blocks = postcard::to_extend(&entry, blocks).ok()?;
        }
        describe(&mut table, PEOPLE, people.len(), blocks.get(start..)?)?;
    }
    for sessions in cached.sessions.chunks(BLOCK) {
        let start = blocks.len();
        for (stamp, summary) in sessions {
            let entry = SessionEntry::of(settled(*stamp), summary);
            blocks = postcard::to_extend(&entry, blocks).ok()?;
        }
        describe(&mut table, SESSIONS, sessions.len(), blocks.get(start..)?)?;
    }
    let mut bytes = identity(weights);
    let head = bytes.len() + 8 + 8 + 4 + 4 + table.len() + 4;
    bytes.extend(((head + blocks.len()) as u64).to_le_bytes());
    bytes.extend(cached.texts.len.to_le_bytes());
    bytes.extend(cached.texts.crc.to_le_bytes());
    bytes.extend(u32::try_from(table.len() / 16).ok()?.to_le_bytes());
    bytes.extend(table);
    bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
    bytes.extend(blocks);
    Some(bytes)
}

fn describe(table: &mut Vec<u8>, kind: u32, entries: usize, bytes: &[u8]) -> Option<()> {
    table.extend(kind.to_le_bytes());
    table.extend(u32::try_from(entries).ok()?.to_le_bytes());
    table.extend(u32::try_from(bytes.len()).ok()?.to_le_bytes());
    table.extend(crc32fast::hash(bytes).to_le_bytes());
    Some(())
}

/// Bytes still to be read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn u32(&mut self) -> Option<u32> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*taken))
    }

    fn u64(&mut self) -> Option<u64> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*taken))
    }
}
