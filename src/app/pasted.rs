//! A pasted e-mail or notes: read on a thread, then accepted passage by passage.

mod kept;
mod named;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

pub use self::kept::Skipped;
use super::heard::{Who, bare};
use super::tasks::Wake;
use crate::content::lexicons::lexicons;
use crate::domain::evidence::{EvidenceKind, Setting};
use crate::domain::hearing::{Heard, HeardPassage};
use crate::domain::lexicon::{Lexicons, paragraphs, sentences};
use crate::domain::quadrant::Quadrant;
use crate::store::Progress;

/// What was decided about a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decided {
    Accepted(Quadrant),
    Skipped,
}

/// More bytes than this are cut off a pasted text: it is kept with the preferences until it has been
/// gone through.
pub const LONGEST: usize = 200 * 1024;

/// What was pasted and decided so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PasteDraft {
    pub who: Who,
    pub text: String,
    /// So many bytes at the end of the text were cut off.
    pub cut: usize,
    pub kind: EvidenceKind,
    pub setting: Setting,
    /// As typed; empty means today.
    pub date: String,
    pub source: String,
    /// Headers, quotes and signatures too.
    pub everything: bool,
    /// Sentences that suggest nothing too.
    pub ordinary: bool,
    /// The text is being gone through; before that it is still being put together.
    pub reading: bool,
    /// By the words of the passage, as they are compared.
    pub decided: BTreeMap<String, Decided>,
    /// Which passage is shown, among those that are.
    pub at: usize,
}

impl Default for PasteDraft {
    fn default() -> Self {
        Self {
            who: Who::default(),
            text: String::new(),
            cut: 0,
            kind: EvidenceKind::Text,
            setting: Setting::Normal,
            date: String::new(),
            source: String::new(),
            everything: false,
            ordinary: false,
            reading: false,
            decided: BTreeMap::new(),
            at: 0,
        }
    }
}

impl PasteDraft {
    /// What has to be done after each change of the text: nothing is decided about it yet, and what is
    /// too long is cut.
    pub fn changed(&mut self) {
        self.decided.clear();
        let end = self.text.floor_char_boundary(LONGEST);
        self.cut = self.text.len() - end;
        self.text.truncate(end);
    }

    /// Puts words below what is there, once.
    pub fn append(&mut self, words: &str) {
        if self.text.contains(words.trim()) {
            return;
        }
        if !self.text.trim().is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(words.trim());
        self.reading = false;
        self.changed();
    }
}

/// A sentence of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Bytes of [`Reading::text`].
    pub span: Range<usize>,
    /// What it suggests, with places in the same text; `None` for ordinary talk.
    pub heard: Option<HeardPassage>,
    /// The words as they are compared.
    pub key: String,
    /// The same words stand further up.
    pub again: bool,
}

/// A text that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// What was left of the pasted text.
    pub text: String,
    pub passages: Vec<Passage>,
    pub skipped: Skipped,
}

impl Reading {
    /// The words of a passage.
    pub fn words(&self, passage: &Passage) -> &str {
        self.text.get(passage.span.clone()).unwrap_or_default()
    }

    /// The passages that are gone through, each wording once.
    pub fn shown(&self, ordinary: bool) -> Vec<&Passage> {
        let passages = self.passages.iter().filter(|passage| !passage.again);
        passages.filter(|passage| ordinary || passage.heard.is_some()).collect()
    }

    /// How many sentences suggest nothing.
    pub fn ordinary(&self) -> usize {
        self.passages.iter().filter(|passage| passage.heard.is_none()).count()
    }

    /// Reads a text paragraph by paragraph; `None` when it was stopped.
    pub fn of(
        text: &str,
        everything: bool,
        owner: &str,
        lexicons: &Lexicons,
        progress: &Progress,
    ) -> Option<Self> {
        Self::with(text, everything, owner, progress, |part| Heard::of(part, lexicons))
    }

    fn with(
        text: &str,
        everything: bool,
        owner: &str,
        progress: &Progress,
        hear: impl Fn(&str) -> Heard,
    ) -> Option<Self> {
        // What could be left out is counted in both positions of the switch.
        let (short, skipped) = kept::kept(text, owner);
        let text = if everything { kept::whole(text) } else { short };
        let spans = paragraphs(&text);
        progress.set_all(spans.len());
        let mut passages = Vec::new();
        for span in spans {
            if progress.is_cancelled() {
                return None;
            }
            if let Some(part) = text.get(span.clone()) {
                passages.extend(passages_of(part, span.start, &hear));
            }
            progress.add(1);
        }
        let mut seen = BTreeSet::new();
        for passage in &mut passages {
            passage.again = !seen.insert(passage.key.clone());
        }
        Some(Self { text, passages, skipped })
    }
}

/// The sentences of a part that begins at `start`, each heard by itself: a paragraph may say two
/// things.
fn passages_of(part: &str, start: usize, hear: impl Fn(&str) -> Heard) -> Vec<Passage> {
    let found = sentences(part).into_iter().map(|sentence| {
        let from = start + sentence.span.start;
        let moved = |span: &Range<usize>| from + span.start..from + span.end;
        let heard = hear(part.get(sentence.span.clone()).unwrap_or_default());
        let passages = heard.passages.iter().filter(|one| Some(one.quadrant) == heard.quadrant);
        let loudest = passages.max_by(|one, other| one.confidence.total_cmp(&other.confidence));
        let heard = loudest.map(|passage| HeardPassage {
            quadrant: passage.quadrant,
            confidence: heard.confidence,
            span: moved(&passage.span),
            cues: passage.cues.iter().map(moved).collect(),
        });
        let key = bare(part.get(sentence.span.clone()).unwrap_or_default());
        Passage { span: from..start + sentence.span.end, heard, key, again: false }
    });
    found.collect()
}

#[derive(Debug, Clone, PartialEq)]
struct Asked {
    text: Arc<str>,
    everything: bool,
    owner: String,
}

#[derive(Debug)]
struct Underway {
    asked: Asked,
    progress: Progress,
    finished: Arc<Mutex<Option<Reading>>>,
}

/// The reading of what is pasted. Transient.
#[derive(Debug, Default)]
pub struct Pasting {
    shown: Option<(Asked, Arc<Reading>)>,
    underway: Option<Underway>,
}

impl Pasting {
    /// The reading of the text of a draft; `None` while a thread makes it.
    pub fn read(&mut self, draft: &PasteDraft, owner: &str, wake: &Wake) -> Option<Arc<Reading>> {
        self.receive();
        let is_same = |asked: &Asked| {
            *asked.text == *draft.text
                && asked.everything == draft.everything
                && asked.owner == owner
        };
        if let Some((_, reading)) = self.shown.as_ref().filter(|(asked, _)| is_same(asked)) {
            return Some(Arc::clone(reading));
        }
        if self.underway.as_ref().is_none_or(|underway| !is_same(&underway.asked)) {
            self.stop();
            let asked = Asked {
                text: Arc::from(draft.text.as_str()),
                everything: draft.everything,
                owner: owner.to_owned(),
            };
            self.start(asked, wake);
        }
        None
    }

    fn start(&mut self, asked: Asked, wake: &Wake) {
        let underway = Underway { asked, progress: Progress::default(), finished: Arc::default() };
        let (progress, finished) = (underway.progress.clone(), Arc::clone(&underway.finished));
        let (asked, wake) = (underway.asked.clone(), Arc::clone(wake));
        let work = move || {
            let Asked { text, everything, owner } = asked;
            let reading = Reading::of(&text, everything, &owner, lexicons(), &progress);
            *finished.lock().unwrap_or_else(PoisonError::into_inner) = reading;
            wake();
        };
        match std::thread::Builder::new().name("read-pasted".to_owned()).spawn(work) {
            Ok(_) => self.underway = Some(underway),
            Err(error) => tracing::error!(%error, "the thread could not be started"),
        }
    }

    fn receive(&mut self) {
        let Some(underway) = &self.underway else { return };
        let finished = underway.finished.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(reading) = finished
            && let Some(underway) = self.underway.take()
        {
            self.shown = Some((underway.asked, Arc::new(reading)));
        }
    }

    /// Stops the thread at the next paragraph.
    pub fn stop(&mut self) {
        if let Some(underway) = self.underway.take() {
            underway.progress.cancel();
        }
    }

    /// Paragraphs that are read, and all of them, while a thread is at it.
    pub fn progress(&self) -> Option<(usize, usize)> {
        self.underway.as_ref().map(|underway| underway.progress.state())
    }

    /// Whether a reading is being made.
    pub fn is_underway(&self) -> bool {
        self.underway.as_ref().is_some_and(|underway| {
            underway.finished.lock().unwrap_or_else(PoisonError::into_inner).is_none()
        })
    }

    /// Forgets the text.
    pub fn clear(&mut self) {
        self.stop();
        self.shown = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hears "checklist" as B and "figures" as A.
    fn hear(part: &str) -> Heard {
        let words = [("checklist", Quadrant::B), ("figures", Quadrant::A)];
        let passages = words.into_iter().flat_map(|(word, quadrant)| {
            part.match_indices(word).map(move |(at, word)| HeardPassage {
                quadrant,
                confidence: 0.8,
                span: at..at + word.len(),
                cues: std::iter::once(at..at + word.len()).collect(),
            })
        });
        let passages: Vec<_> = passages.collect();
        let quadrant = passages.first().map(|passage| passage.quadrant);
        Heard { quadrant, confidence: 0.8, passages }
    }

    fn read(text: &str, everything: bool) -> Reading {
        Reading::with(text, everything, "Sam", &Progress::default(), hear).unwrap()
    }

    const MAIL: &str = "From: Ana\nSubject: x\n\nHello Sam. By the checklist, please.\n\n\
                        Where are the figures? Bye.\n\n> Your figures are in the attachment.\n";

    #[test]
    fn each_sentence_carries_what_it_suggests() {
        let reading = read(MAIL, false);
        let shown: Vec<_> = reading
            .shown(false)
            .into_iter()
            .map(|passage| {
                let heard = passage.heard.as_ref().unwrap();
                let cue = reading.text.get(heard.cues[0].clone()).unwrap();
                (reading.words(passage), heard.quadrant, cue)
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("By the checklist, please.", Quadrant::B, "checklist"),
                ("Where are the figures?", Quadrant::A, "figures"),
            ]
        );
        assert_eq!(reading.ordinary(), 2);
        assert_eq!(reading.shown(true).len(), 4);
        assert_eq!(reading.skipped.lines(), 3);
    }

    #[test]
    fn everything_can_be_included_and_is_still_counted() {
        let reading = read(MAIL, true);
        assert_eq!(reading.skipped.lines(), 3);
        assert!(reading.shown(false).len() > 2, "{:?}", reading.text);
    }

    #[test]
    fn the_same_words_are_asked_about_once() {
        let reading = read("The checklist.\n\nThe  checklist.\n\nThe checklist?", false);
        assert_eq!(reading.shown(false).len(), 2);
    }

    #[test]
    fn a_stopped_reading_ends_at_the_next_paragraph() {
        let progress = Progress::default();
        progress.cancel();
        assert!(Reading::with(MAIL, false, "", &progress, hear).is_none());
    }

    #[test]
    fn what_is_cut_off_a_text_that_is_too_long_is_told() {
        let mut draft = PasteDraft { text: "清单".repeat(LONGEST), ..PasteDraft::default() };
        let whole = draft.text.len();
        draft.changed();
        assert!(draft.text.len() <= LONGEST && draft.text.len() + 3 > LONGEST);
        assert_eq!(draft.text.len() + draft.cut, whole);
        draft.text.truncate(6);
        draft.changed();
        assert_eq!((draft.text.as_str(), draft.cut), ("清单", 0));
    }

    #[test]
    fn words_are_put_below_a_text_that_waits_already() {
        let mut draft = PasteDraft { text: "One.".to_owned(), ..PasteDraft::default() };
        draft.reading = true;
        draft.append(" Two. ");
        assert_eq!((draft.text.as_str(), draft.reading), ("One.\n\nTwo.", false));
        draft.append("Two.");
        assert_eq!(draft.text, "One.\n\nTwo.");
    }

    #[test]
    fn a_text_of_100_kb_keeps_every_sentence() {
        let text = "By the checklist, please. Ordinary talk.\n\n".repeat(2500);
        let reading = read(&text, false);
        assert_eq!(reading.passages.len(), 5000);
        assert_eq!(reading.shown(false).len(), 1);
    }
}
