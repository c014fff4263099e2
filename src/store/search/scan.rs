//! One scan over all texts, shared by all cores.

use std::cmp::Reverse;
use std::ops::Range;

use memchr::memmem::Finder;

use super::base::Base;
use super::blocks::{gallop, on_all_cores};
use super::find::{MOST_HITS, Ranked, keep_best};
use super::fold::FIELD_END;
use super::index::TextIndex;
use super::query::{Archived, Query, Scope};
use super::rank::{self, NOWHERE, Rank};
use super::text::View;
use crate::domain::ids::CounterpartId;
use crate::store::progress::Progress;
use crate::store::record::RecordKey;

/// About so many bytes are scanned between two looks at the wish to stop.
const BLOCK_BYTES: usize = 2 << 20;
const BLOCK_RECORDS: usize = 4096;
/// Heads are short.
const BLOCK_HEADS: usize = 16 * 1024;

/// What the threads of one search share. The numbers of the base are followed by those of the
/// texts changed since.
pub(super) struct Search<'a> {
    base: &'a Base,
    changed: Vec<View<'a>>,
    /// For each number of the base, whether its text is no longer valid; empty if all are.
    replaced: Vec<bool>,
    pub query: &'a Query,
    finders: Vec<Finder<'a>>,
    /// For each term and number the rank of the term in the head, or in the names of the people.
    ranks: Vec<Vec<Rank>>,
}

pub(super) enum Block<'a> {
    /// Numbers in the base.
    Scanned(Range<usize>),
    /// Any numbers.
    Listed(&'a [u32]),
    /// Numbers behind the base.
    Changed(Range<usize>),
}

#[derive(Default)]
pub(super) struct BlockResult {
    pub matched: Vec<u32>,
    /// The best of them within the scope, sorted.
    pub best: Vec<Ranked>,
}

impl<'a> Search<'a> {
    /// Looks for every term in all heads.
    pub fn begin(texts: &'a TextIndex, query: &'a Query, cancel: &Progress) -> Option<Self> {
        let base = &*texts.base;
        let mut replaced = Vec::new();
        if !texts.changed.is_empty() {
            replaced.resize(base.len(), false);
            for number in texts.changed.values().filter_map(|changed| changed.old) {
                if let Some(replaced) = replaced.get_mut(number) {
                    *replaced = true;
                }
            }
        }
        let changed: Vec<_> = texts.changed_views().collect();
        let mut search =
            Self { base, changed, replaced, query, finders: query.finders(), ranks: Vec::new() };
        let blocks = search.records(BLOCK_HEADS);
        let results = on_all_cores(&blocks, cancel, |block| {
            let ranks = |term| search.head_ranks(block.clone(), term);
            search.finders.iter().map(ranks).collect::<Vec<_>>()
        })?;
        let all = search.base.len() + search.changed.len();
        let mut ranks = vec![Vec::with_capacity(all); search.finders.len()];
        for block in results {
            for (all, ranks) in ranks.iter_mut().zip(block) {
                all.extend(ranks);
            }
        }
        search.ranks = ranks;
        for term in 0..search.ranks.len() {
            search.add_names_of_people(term);
        }
        Some(search)
    }

    /// All numbers in blocks of equal length.
    pub fn records(&self, length: usize) -> Vec<Range<usize>> {
        let all = self.base.len() + self.changed.len();
        (0..all).step_by(length).map(|start| start..(start + length).min(all)).collect()
    }

    fn head_ranks(&self, numbers: Range<usize>, term: &Finder<'_>) -> Vec<Rank> {
        let mut ranks = vec![NOWHERE; numbers.len()];
        let mut set = |number: usize| {
            if let Some(view) = self.view(number)
                && let Some(rank) = ranks.get_mut(number - numbers.start)
            {
                *rank = rank::in_head(&view, term);
            }
        };
        let mut next = numbers.start;
        loop {
            let (heads, first) = self.heads(&(next..numbers.end));
            let Some(place) = term.find(heads) else { break };
            let number = self.head_at(next, first + place);
            set(number);
            next = number + 1;
        }
        self.behind_base(&numbers).for_each(&mut set);
        ranks
    }

    /// The heads of those numbers that are in the base, and where they lie among all heads.
    pub fn heads(&self, numbers: &Range<usize>) -> (&'a [u8], usize) {
        let last = numbers.end.min(self.base.len()).checked_sub(1);
        // Behind the base there are none.
        let Some(last) = last.filter(|last| numbers.start <= *last) else { return (&[], 0) };
        let bytes = self.base.head_range(numbers.start).start..self.base.head_range(last).end;
        (self.base.heads().get(bytes.clone()).unwrap_or_default(), bytes.start)
    }

    /// The number of the record whose head has a byte; it is not before `from`.
    pub fn head_at(&self, from: usize, byte: usize) -> usize {
        let rest = self.base.entries.get(from..).unwrap_or_default();
        from + gallop(rest, |entry| entry.head_end <= byte)
    }

    /// Those of the numbers that are not in the base.
    pub fn behind_base(&self, numbers: &Range<usize>) -> Range<usize> {
        numbers.start.max(self.base.len())..numbers.end
    }

    /// Finds negotiations by what their people are called.
    fn add_names_of_people(&mut self, term: usize) {
        let Some(ranks) = self.ranks.get(term) else { return };
        let mut named: Vec<(CounterpartId, Rank)> = Vec::new();
        let behind = self.base.len()..ranks.len();
        for number in (0..self.base.people).chain(behind.clone()) {
            let rank = ranks.get(number).copied().unwrap_or(NOWHERE);
            if rank::is_name(rank)
                && !self.is_replaced(number)
                && let Some(RecordKey::Counterpart(id)) = self.key(number)
            {
                named.push((id, rank::as_name(rank)));
            }
        }
        named.sort_unstable();
        let mut seated: Vec<(usize, Rank)> = Vec::new();
        let mut seats = self.base.seats_by_person();
        for (person, rank) in &named {
            let before = gallop(seats, |(seated, _)| seated < person);
            seats = seats.get(before..).unwrap_or_default();
            let own = gallop(seats, |(seated, _)| seated == person);
            let (own, after) = seats.split_at(own);
            seats = after;
            seated.extend(own.iter().map(|(_, number)| (*number as usize, *rank)));
        }
        for (number, view) in behind.zip(&self.changed) {
            let rank = |person| named.binary_search_by_key(person, |(id, _)| *id).ok();
            let found = view.people.iter().filter_map(rank).filter_map(|at| named.get(at));
            seated.extend(found.map(|(_, rank)| (number, *rank)));
        }
        let Some(ranks) = self.ranks.get_mut(term) else { return };
        for (number, rank) in seated {
            if let Some(best) = ranks.get_mut(number) {
                *best = rank.min(*best);
            }
        }
    }

    /// The given numbers in blocks.
    pub fn blocks_of(numbers: &[u32]) -> Vec<Block<'_>> {
        numbers.chunks(BLOCK_RECORDS).map(Block::Listed).collect()
    }

    /// All numbers, those of the base in blocks of about as many bytes.
    pub fn blocks<'b>(&self) -> Vec<Block<'b>> {
        let mut blocks = Vec::new();
        let mut start = 0;
        while start < self.base.len() {
            let end_byte = self.base.body_range(start).start + BLOCK_BYTES;
            let rest = self.base.entries.get(start..).unwrap_or_default();
            let more = rest.partition_point(|entry| entry.body_end <= end_byte).max(1);
            blocks.push(Block::Scanned(start..start + more));
            start += more;
        }
        let changed = self.base.len()..self.base.len() + self.changed.len();
        let ends = changed.clone().step_by(BLOCK_RECORDS);
        blocks.extend(
            ends.map(|start| Block::Changed(start..(start + BLOCK_RECORDS).min(changed.end))),
        );
        blocks
    }

    pub fn block(&self, block: &Block<'_>) -> BlockResult {
        let mut result = BlockResult::default();
        match block {
            Block::Listed(numbers) => {
                numbers.iter().for_each(|number| self.look_at(*number as usize, None, &mut result));
            }
            Block::Changed(numbers) => {
                numbers.clone().for_each(|number| self.look_at(number, None, &mut result));
            }
            Block::Scanned(numbers) => self.scan_bodies(numbers.clone(), &mut result),
        }
        keep_best(&mut result.best, MOST_HITS);
        result
    }

    /// Looks at the records whose head or body has the first term.
    fn scan_bodies(&self, numbers: Range<usize>, result: &mut BlockResult) {
        let (Some(term), Some(ranks)) = (self.finders.first(), self.ranks.first()) else {
            return numbers.for_each(|number| self.look_at(number, None, result));
        };
        let in_head = |number: usize| ranks.get(number).is_some_and(|rank| *rank != NOWHERE);
        let bodies = self.base.bodies();
        let mut next = numbers.start;
        while next < numbers.end {
            // A record that is found by its head need not be scanned.
            if in_head(next) {
                self.look_at(next, None, result);
                next += 1;
                continue;
            }
            let from = self.base.body_range(next).start;
            let end = self.base.body_range(numbers.end - 1).end;
            let place = bodies.get(from..end).and_then(|rest| term.find(rest));
            let number = place.map_or(numbers.end, |place| self.body_at(next, from + place));
            let passed = (next..number).filter(|number| in_head(*number));
            passed.for_each(|number| self.look_at(number, None, result));
            if let Some(place) = place {
                let start = self.base.body_range(number).start;
                self.look_at(number, Some(from + place - start), result);
            }
            next = number + 1;
        }
    }

    /// The number of the record whose body has a byte; it is not before `from`.
    fn body_at(&self, from: usize, byte: usize) -> usize {
        let rest = self.base.entries.get(from..).unwrap_or_default();
        from + gallop(rest, |entry| entry.body_end <= byte)
    }

    /// Adds a record to the result if it has all terms and passes the filters. `first` is where
    /// the body is known to have the first term first.
    fn look_at(&self, number: usize, first: Option<usize>, result: &mut BlockResult) {
        if self.is_replaced(number) {
            return;
        }
        let Some(view) = self.view(number).filter(|view| self.passes(view)) else { return };
        let mut score = 0;
        for term in 0..self.finders.len() {
            let rank = self.rank(term, number, &view, first.filter(|_| term == 0));
            if rank == NOWHERE {
                return;
            }
            score += u32::from(rank);
        }
        result.matched.push(u32::try_from(number).unwrap_or(u32::MAX));
        if self.in_scope(view.key) {
            result.best.push(Ranked { score, updated: Reverse(view.updated), key: view.key });
        }
    }

    /// The rank of a term, named by its position, in a record. `first` is where the body is known
    /// to have it first.
    pub fn rank(&self, term: usize, number: usize, view: &View<'_>, first: Option<usize>) -> Rank {
        let in_head = self.ranks.get(term).and_then(|ranks| ranks.get(number));
        let Some(finder) = self.finders.get(term) else { return NOWHERE };
        match (in_head, first) {
            (Some(rank), _) if *rank != NOWHERE => *rank,
            (_, Some(first)) => rank::at_in_body(view.body, first, finder),
            (_, None) => rank::in_body(view.body, finder),
        }
    }

    /// Whether labels let the record through.
    pub fn passes(&self, view: &View<'_>) -> bool {
        let archived = match self.query.archived {
            Archived::LeftOut => !view.archived,
            Archived::Included => true,
            Archived::Only => view.archived,
        };
        archived && self.query.tags().iter().all(|tag| has_tag(view, tag))
    }

    pub fn in_scope(&self, key: RecordKey) -> bool {
        match self.query.scope {
            Scope::Everything => true,
            Scope::People => matches!(key, RecordKey::Counterpart(_)),
            Scope::Negotiations => matches!(key, RecordKey::Session(_)),
        }
    }

    pub fn is_replaced(&self, number: usize) -> bool {
        self.replaced.get(number).is_some_and(|replaced| *replaced)
    }

    pub fn view(&self, number: usize) -> Option<View<'a>> {
        match number.checked_sub(self.base.len()) {
            None => self.base.view(number),
            Some(behind) => self.changed.get(behind).copied(),
        }
    }

    fn key(&self, number: usize) -> Option<RecordKey> {
        self.view(number).map(|view| view.key)
    }

    pub fn is_person(&self, number: usize) -> bool {
        match number.checked_sub(self.base.len()) {
            None => number < self.base.people,
            Some(behind) => {
                let key = self.changed.get(behind).map(|view| view.key);
                matches!(key, Some(RecordKey::Counterpart(_)))
            }
        }
    }
}

fn has_tag(view: &View<'_>, tag: &str) -> bool {
    let tags = view.head.get(view.ends.names as usize..).unwrap_or_default();
    tags.split(|byte| *byte == FIELD_END as u8).any(|own| own == tag.as_bytes())
}
