//! Cues in the other side's words: which tactic it may be, and whether a hot potato is thrown
//! (coaching models, section 5). It suggests; the user decides.

use std::ops::Range;

use super::lexicon::passage::{bearing, blocks, parts};
use super::lexicon::{Lexicons, Sentence, sentences};
use super::potato::PotatoKind;

/// The tactics of the deck that can be heard in words, by their ids, in the order of the lexicon's
/// labels.
pub const TACTICS: [&str; 14] = [
    "flinch",
    "reluctant-party",
    "squeeze",
    "anchoring",
    HIGHER_AUTHORITY,
    "split-the-difference",
    "set-aside",
    "trade",
    "good-guy-bad-guy",
    "nibble",
    "withdrawn-offer",
    "deadline",
    "fait-accompli",
    "red-herring",
];

/// That somebody else decides is always an authority potato too, so it has one label for both.
const HIGHER_AUTHORITY: &str = "higher-authority";

/// The potatoes with a label of their own; it begins with this.
const POTATOES: [PotatoKind; 5] = [
    PotatoKind::Budget,
    PotatoKind::Deadline,
    PotatoKind::Competitor,
    PotatoKind::Policy,
    PotatoKind::Other,
];
const POTATO: &str = "potato-";

/// The labels of the lexicons, in order.
pub fn labels() -> Vec<String> {
    let potatoes = POTATOES.iter().map(|kind| format!("{POTATO}{}", kind.id()));
    TACTICS.iter().map(|id| (*id).to_owned()).chain(potatoes).collect()
}

/// What a cue points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A tactic, by the id of its card.
    Tactic(&'static str),
    Potato(PotatoKind),
}

/// Words that may be a tactic or a potato.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    pub sign: Sign,
    /// 0..=1; a suggestion begins at a half.
    pub strength: f64,
    /// The sentences that bear it, in bytes of the text.
    pub span: Range<usize>,
    /// The words that tell, inside the span.
    pub words: Vec<Range<usize>>,
}

/// The cues of a text, tactics first, the strongest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cues {
    pub cues: Vec<Cue>,
}

impl Cues {
    /// Listens to one utterance, or to a longer text part by part.
    pub fn of(text: &str, lexicons: &Lexicons) -> Self {
        let mut cues = Vec::new();
        for block in blocks(text) {
            for part in pieces(text, &block) {
                let inside = text.get(part.clone()).unwrap_or_default();
                let lexicon = lexicons.cues.of(inside);
                let seen = lexicon.see(inside);
                let judged = lexicon.labels().iter().zip(lexicon.scores(&seen)).enumerate();
                for (index, (label, score)) in
                    judged.filter(|(_, (l, score))| *score >= l.threshold)
                {
                    let (span, words) = bearing(lexicon, inside, &seen, index, false);
                    let moved =
                        |span: &Range<usize>| part.start + span.start..part.start + span.end;
                    cues.extend(signs(&label.name).into_iter().map(|sign| Cue {
                        sign,
                        strength: f64::from(label.strength(score)),
                        span: moved(&span),
                        words: words.iter().map(moved).collect(),
                    }));
                }
            }
        }
        cues.sort_by(|one, other| {
            let is_potato = |cue: &Cue| matches!(cue.sign, Sign::Potato(_));
            is_potato(one).cmp(&is_potato(other)).then(other.strength.total_cmp(&one.strength))
        });
        // A part and a sentence of it may tell the same; the stronger one has come first.
        let mut kept: Vec<Cue> = Vec::new();
        for cue in cues {
            let overlaps = |other: &Cue| {
                other.sign == cue.sign
                    && other.span.start < cue.span.end
                    && cue.span.start < other.span.end
            };
            if !kept.iter().any(overlaps) {
                kept.push(cue);
            }
        }
        Self { cues: kept }
    }

    pub fn is_empty(&self) -> bool {
        self.cues.is_empty()
    }

    pub fn tactics(&self) -> impl Iterator<Item = (&'static str, &Cue)> {
        self.cues.iter().filter_map(|cue| match cue.sign {
            Sign::Tactic(id) => Some((id, cue)),
            Sign::Potato(_) => None,
        })
    }

    pub fn potatoes(&self) -> impl Iterator<Item = (PotatoKind, &Cue)> {
        self.cues.iter().filter_map(|cue| match cue.sign {
            Sign::Potato(kind) => Some((kind, cue)),
            Sign::Tactic(_) => None,
        })
    }
}

/// The parts of a block, and each sentence of a part that has several: a short cue must not drown
/// in what is said around it.
fn pieces(text: &str, block: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for part in parts(text, block) {
        let inside = sentences(text.get(part.clone()).unwrap_or_default());
        let one =
            |sentence: &Sentence| part.start + sentence.span.start..part.start + sentence.span.end;
        let several: Vec<Range<usize>> =
            if inside.len() > 1 { inside.iter().map(one).collect() } else { Vec::new() };
        found.push(part);
        found.extend(several);
    }
    found
}

/// What a label stands for.
pub fn signs(label: &str) -> Vec<Sign> {
    if let Some(kind) = label.strip_prefix(POTATO) {
        let kind = POTATOES.into_iter().find(|potato| potato.id() == kind);
        return kind.map(Sign::Potato).into_iter().collect();
    }
    let Some(id) = TACTICS.into_iter().find(|id| *id == label) else { return Vec::new() };
    let authority = (id == HIGHER_AUTHORITY).then_some(Sign::Potato(PotatoKind::Authority));
    std::iter::once(Sign::Tactic(id)).chain(authority).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_stands_for_something_and_every_potato_can_be_heard() {
        let all: Vec<Sign> = labels().iter().flat_map(|label| signs(label)).collect();
        assert_eq!(all.len(), TACTICS.len() + PotatoKind::ALL.len());
        for kind in PotatoKind::ALL {
            assert!(all.contains(&Sign::Potato(kind)), "{}", kind.id());
        }
        assert_eq!(signs("potato-nothing"), []);
    }
}
