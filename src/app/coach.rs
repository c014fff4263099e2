//! The readings of pitches: made on a thread while one types, paragraph by paragraph.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use uuid::Uuid;

use super::tasks::Wake;
use crate::content::lexicons::{self, lexicons};
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
    finished: Arc<Mutex<Option<Arc<ReadPitch>>>>,
    cache: Arc<Mutex<ParagraphCache>>,
}

/// The readings of the pitches that are on the screen.
#[derive(Debug, Default)]
pub struct Coach {
    readers: HashMap<Uuid, Reader>,
    waking: bool,
}

/// Pitches whose readings are kept; a page shows at most two.
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
            || self.readers.values().any(|reader| {
                let finished = reader.finished.lock().unwrap_or_else(PoisonError::into_inner);
                reader.underway && finished.is_none()
            })
    }

    /// The newest reading of a text; it may be that of a moment ago, see [`ReadPitch::text`]. `slot`
    /// is the id of the session or of the kept version.
    pub fn read(&mut self, slot: Uuid, text: &str, wake: &Wake) -> Option<Arc<ReadPitch>> {
        if !self.readers.contains_key(&slot) && self.readers.len() >= READERS {
            self.readers.clear();
        }
        let reader = self.readers.entry(slot).or_default();
        if let Some(done) = reader.finished.lock().unwrap_or_else(PoisonError::into_inner).take() {
            reader.underway = false;
            reader.shown = Some(done);
        }
        let is_current = reader.shown.as_ref().is_some_and(|shown| *shown.text == *text);
        if !is_current && !reader.underway {
            reader.underway = true;
            let (finished, cache) = (Arc::clone(&reader.finished), Arc::clone(&reader.cache));
            let (text, wake) = (Arc::<str>::from(text), Arc::clone(wake));
            on_thread("read-pitch", move || {
                let mut cache = cache.lock().unwrap_or_else(PoisonError::into_inner);
                let reading = PitchReading::with_cache(&text, lexicons(), &mut cache);
                *finished.lock().unwrap_or_else(PoisonError::into_inner) =
                    Some(Arc::new(ReadPitch { text, reading }));
                wake();
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
