//! How good a hit is.

use memchr::memmem::Finder;

use super::fields::Section;
use super::fold::FIELD_END;
use super::text::View;

/// The section and the place in it as a number, smaller is better: the first three are the start
/// of a field, the start of a word and the inside of a word in the title, then follow names, tags
/// and body.
pub(super) type Rank = u8;

/// The rank of what has not been found.
pub(super) const NOWHERE: Rank = Rank::MAX;

/// In a body so many places are looked at for a better one: it can have thousands.
const PLACES_IN_BODY: usize = 2;

const PLACES: Rank = 3;

/// The rank of the worst place in a section.
pub(super) fn worst(section: Section) -> Rank {
    (section as Rank) * PLACES + PLACES - 1
}

/// The rank in the names of a negotiation of what has this rank in the head of a person.
pub(super) fn as_name(rank: Rank) -> Rank {
    (Section::Names as Rank) * PLACES + rank % PLACES
}

/// The rank of a term in a head, in the best section that has it.
pub(super) fn in_head(view: &View<'_>, term: &Finder<'_>) -> Rank {
    let Some(first) = term.find(view.head) else { return NOWHERE };
    let section = view.ends.section(first);
    let end = match section {
        Section::Title => view.ends.title as usize,
        Section::Names => view.ends.names as usize,
        Section::Tags | Section::Body => view.head.len(),
    };
    let within = view.head.get(..end).unwrap_or_default();
    best_place(within, first, term, usize::MAX) + (section as Rank) * PLACES
}

/// The rank of a term in a body.
pub(super) fn in_body(body: &[u8], term: &Finder<'_>) -> Rank {
    term.find(body).map_or(NOWHERE, |first| at_in_body(body, first, term))
}

/// The rank of a term that is known to stand first at `first` in a body.
pub(super) fn at_in_body(body: &[u8], first: usize, term: &Finder<'_>) -> Rank {
    best_place(body, first, term, PLACES_IN_BODY) + (Section::Body as Rank) * PLACES
}

/// Whether somebody is called that: a tag is no name.
pub(super) fn is_name(rank: Rank) -> bool {
    rank <= worst(Section::Names)
}

/// 0 for the start of a field, 1 for the start of a word, 2 for the inside of a word.
fn best_place(text: &[u8], first: usize, term: &Finder<'_>, places: usize) -> Rank {
    let mut best = PLACES - 1;
    let mut at = first;
    for _ in 0..places {
        best = best.min(match char_before(text, at) {
            None | Some(FIELD_END) => return 0,
            Some(sign) if sign.is_alphanumeric() => PLACES - 1,
            Some(_) => 1,
        });
        // No other occurrence can begin inside of this one and be at a better place.
        let next = at + term.needle().len();
        match text.get(next..).and_then(|rest| term.find(rest)) {
            Some(distance) => at = next + distance,
            None => break,
        }
    }
    best
}

fn char_before(text: &[u8], at: usize) -> Option<char> {
    let before = text.get(..at)?;
    match *before.last()? {
        last if last.is_ascii() => Some(char::from(last)),
        _ => {
            let start = before.iter().rposition(|byte| !(0x80..0xc0).contains(byte))?;
            std::str::from_utf8(before.get(start..)?).ok()?.chars().next()
        }
    }
}
