//! The readings of pitches: made on a thread while one types, paragraph by paragraph.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use uuid::Uuid;

use super::listening::Listening;
use super::tasks::Wake;
use crate::content::lexicons::{self, lexicons};
use crate::domain::cue::Cues;
use crate::domain::lexicon::Lexicons;
use crate::domain::pitch::{ParagraphCache, PitchReading};

/// The reading of one wording.
#[derive(Debug)]
pub struct ReadPitch {
    pub text: Arc<str>,
    pub reading: PitchReading,
}

/// One text that is read again and again while it changes.
#[derive(Debug, Default)]
struct Reader {
    shown: Option<Arc<ReadPitch>>,
    underway: bool,
    /// What the thread came to; `None` inside if it failed.
    finished: Arc<Mutex<Option<Option<Arc<ReadPitch>>>>>,
    cache: Arc<Mutex<ParagraphCache>>,
    /// The text that made a thread fail; it is not tried again.
    failed: Option<Arc<str>>,
}

/// Tells the end of a thread, however it comes about.
struct Ending {
    finished: Arc<Mutex<Option<Option<Arc<ReadPitch>>>>>,
    reading: Option<Arc<ReadPitch>>,
    wake: Wake,
}

impl Drop for Ending {
    fn drop(&mut self) {
        *self.finished.lock().unwrap_or_else(PoisonError::into_inner) = Some(self.reading.take());
        (self.wake)();
    }
}

/// The readings of the pitches that are on the screen.
#[derive(Debug, Default)]
pub struct Coach {
    readers: HashMap<Uuid, Reader>,
    /// The slots that were asked for last; a page shows two at most.
    latest: [Uuid; 2],
    waking: bool,
    listening: Listening,
}

/// Pitches whose readings are kept.
const READERS: usize = 8;

impl Coach {
    /// The lexicons, once a thread has read them; the first call has them read.
    pub fn lexicons(&mut self, wake: &Wake) -> Option<&'static Lexicons> {
        let ready = lexicons::ready();
        if ready.is_none() && !self.waking {
            self.waking = true;
            let wake = Arc::clone(wake);
            on_thread("read-lexicons", move || {
                lexicons();
                wake();
            });
        }
        ready
    }

    /// Whether something is being read.
    pub fn is_underway(&self) -> bool {
        (self.waking && lexicons::ready().is_none())
            || self.listening.is_underway()
            || self.readers.values().any(|reader| {
                let finished = reader.finished.lock().unwrap_or_else(PoisonError::into_inner);
                reader.underway && finished.is_none()
            })
    }

    /// What may be heard in words; `None` while a thread listens or reads the lexicons.
    pub fn hear(&mut self, words: &str, wake: &Wake) -> Option<Arc<Cues>> {
        let lexicons = self.lexicons(wake)?;
        self.listening.hear(words, lexicons, wake)
    }

    /// The newest reading of a text; it may be that of a moment ago, see [`ReadPitch::text`]. `slot`
    /// is the id of the session or of the kept version.
    pub fn read(&mut self, slot: Uuid, text: &str, wake: &Wake) -> Option<Arc<ReadPitch>> {
        if !self.readers.contains_key(&slot) && self.readers.len() >= READERS {
            let other = self.readers.keys().find(|other| !self.latest.contains(other)).copied();
            other.and_then(|other| self.readers.remove(&other));
        }
        if !self.latest.contains(&slot) {
            self.latest.rotate_right(1);
            self.latest[0] = slot;
        }
        let reader = self.readers.entry(slot).or_default();
        if let Some(done) = reader.finished.lock().unwrap_or_else(PoisonError::into_inner).take() {
            reader.underway = false;
            match done {
                Some(done) => reader.shown = Some(done),
                None => reader.failed = Some(Arc::from(text)),
            }
        }
        let is = |known: Option<&Arc<str>>| known.is_some_and(|known| **known == *text);
        let is_current = is(reader.shown.as_ref().map(|shown| &shown.text));
        if !is_current && !reader.underway && !is(reader.failed.as_ref()) {
            reader.underway = true;
            let finished = Arc::clone(&reader.finished);
            let ending = Ending { finished, reading: None, wake: Arc::clone(wake) };
            let (text, cache) = (Arc::<str>::from(text), Arc::clone(&reader.cache));
            on_thread("read-pitch", move || {
                // All of it, so that its end is the end of the thread.
                let mut ending = ending;
                let mut cache = cache.lock().unwrap_or_else(PoisonError::into_inner);
                let reading = PitchReading::with_cache(&text, lexicons(), &mut cache);
                ending.reading = Some(Arc::new(ReadPitch { text, reading }));
            });
        }
        reader.shown.clone()
    }
}

impl ReadPitch {
    /// Where a span of the text that was read stands in `now`, which may have been edited since;
    /// `None` if the edit touched it.
    pub fn span_in(&self, now: &str, span: &Range<usize>) -> Option<Range<usize>> {
        Carry::between(&self.text, now).span(span).filter(|moved| now.get(moved.clone()).is_some())
    }
}

/// What an edit left as it was: the same beginning and the same end of two texts.
#[derive(Debug, Clone, Copy)]
pub struct Carry {
    beginning: usize,
    end: usize,
    before: usize,
    after: usize,
}

impl Carry {
    pub fn between(before: &str, after: &str) -> Self {
        let (before, after) = (before.as_bytes(), after.as_bytes());
        let beginning = before.iter().zip(after).take_while(|(one, other)| one == other).count();
        let rest = before.len().min(after.len()) - beginning;
        let tail = before.iter().rev().zip(after.iter().rev()).take(rest);
        let end = tail.take_while(|(one, other)| one == other).count();
        Self { beginning, end, before: before.len(), after: after.len() }
    }

    /// Where a span of the text before stands in the text after; `None` if the edit touched it.
    pub fn span(&self, span: &Range<usize>) -> Option<Range<usize>> {
        if span.end <= self.beginning {
            return Some(span.clone());
        }
        if span.start < self.before - self.end {
            return None;
        }
        let moved = |at: usize| (at + self.after).checked_sub(self.before);
        Some(moved(span.start)?..moved(span.end)?)
    }
}

fn on_thread(name: &str, work: impl FnOnce() + Send + 'static) {
    if let Err(error) = std::thread::Builder::new().name(name.to_owned()).spawn(work) {
        tracing::error!(%error, name, "the thread could not be started");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_fails_tells_its_end_and_is_not_started_again() {
        let finished = Arc::new(Mutex::new(None));
        let ending =
            Ending { finished: Arc::clone(&finished), reading: None, wake: Arc::new(|| {}) };
        let failing = std::thread::Builder::new().name("failing".to_owned()).spawn(move || {
            let _ending = ending;
            panic!("a fault of the reading");
        });
        let thread = failing.unwrap();
        assert!(thread.join().is_err());
        assert!(matches!(*finished.lock().unwrap(), Some(None)));
        let slot = Uuid::from_u128(1);
        let mut coach = Coach::default();
        let wake: Wake = Arc::new(|| {});
        coach.readers.insert(slot, Reader { underway: true, finished, ..Reader::default() });
        assert!(coach.read(slot, "text", &wake).is_none());
        assert!(!coach.is_underway());
    }

    #[test]
    fn the_readings_on_the_screen_are_kept_when_many_were_made() {
        let wake: Wake = Arc::new(|| {});
        let mut coach = Coach::default();
        let slots = (1..=u128::try_from(READERS * 3).unwrap()).map(Uuid::from_u128);
        for slot in slots {
            coach.read(Uuid::from_u128(900), "mine", &wake);
            coach.read(slot, "kept", &wake);
            assert!(coach.readers.len() <= READERS + 1);
            assert!(coach.readers.contains_key(&Uuid::from_u128(900)));
        }
    }

    fn read(text: &str) -> ReadPitch {
        ReadPitch { text: Arc::from(text), reading: PitchReading::default() }
    }

    #[test]
    fn spans_follow_an_edit_beside_them_and_vanish_with_one_inside() {
        let read = read("one two three");
        assert_eq!(read.span_in("one two three", &(4..7)), Some(4..7));
        assert_eq!(read.span_in("one two three four", &(4..7)), Some(4..7));
        assert_eq!(read.span_in("zero one two three", &(4..7)), Some(9..12));
        assert_eq!(read.span_in("one twice three", &(4..7)), None);
        assert_eq!(read.span_in("one two thee", &(8..13)), None);
        assert_eq!(read.span_in("", &(4..7)), None);
    }
}
