//! What may be heard in words while they are typed: cues of tactics and hot potatoes.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::tasks::Wake;
use crate::domain::cue::Cues;
use crate::domain::lexicon::Lexicons;

/// Longer texts are listened to on a thread, so that a paste does not hold up the window.
const AT_ONCE: usize = 400;

/// Texts whose cues are kept.
const KEPT: usize = 4;

type Finished = Arc<Mutex<Option<Option<Arc<Cues>>>>>;

/// The cues of the last few texts.
#[derive(Debug, Default)]
pub struct Listening {
    /// The newest last. No cues for a text on which a thread failed; it is not tried again.
    heard: VecDeque<(Arc<str>, Arc<Cues>)>,
    underway: Option<Arc<str>>,
    /// What the thread came to; `None` inside if it failed.
    finished: Finished,
}

/// Tells the end of a thread, however it comes about.
struct Ending {
    finished: Finished,
    cues: Option<Arc<Cues>>,
    wake: Wake,
}

impl Drop for Ending {
    fn drop(&mut self) {
        *self.finished.lock().unwrap_or_else(PoisonError::into_inner) = Some(self.cues.take());
        (self.wake)();
    }
}

impl Listening {
    /// The cues of a text; `None` while a thread listens.
    pub fn hear(
        &mut self,
        text: &str,
        lexicons: &'static Lexicons,
        wake: &Wake,
    ) -> Option<Arc<Cues>> {
        self.take_finished();
        if let Some((_, cues)) = self.heard.iter().find(|(known, _)| **known == *text) {
            return Some(Arc::clone(cues));
        }
        if text.len() <= AT_ONCE {
            let cues = Arc::new(Cues::of(text, lexicons));
            self.keep(Arc::from(text), Arc::clone(&cues));
            return Some(cues);
        }
        if self.underway.is_none() {
            let text: Arc<str> = Arc::from(text);
            self.underway = Some(Arc::clone(&text));
            let finished = Arc::clone(&self.finished);
            let ending = Ending { finished, cues: None, wake: Arc::clone(wake) };
            let listen = move || {
                // All of it, so that its end is the end of the thread.
                let mut ending = ending;
                ending.cues = Some(Arc::new(Cues::of(&text, lexicons)));
            };
            let thread = std::thread::Builder::new().name("hear-cues".to_owned());
            if let Err(error) = thread.spawn(listen) {
                tracing::error!(%error, "the thread for cues could not be started");
            }
        }
        None
    }

    /// Whether a thread listens.
    pub fn is_underway(&self) -> bool {
        let finished = self.finished.lock().unwrap_or_else(PoisonError::into_inner);
        self.underway.is_some() && finished.is_none()
    }

    fn take_finished(&mut self) {
        let done = self.finished.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(done) = done else { return };
        if let Some(text) = self.underway.take() {
            self.keep(text, done.unwrap_or_default());
        }
    }

    fn keep(&mut self, text: Arc<str>, cues: Arc<Cues>) {
        if self.heard.len() >= KEPT {
            self.heard.pop_front();
        }
        self.heard.push_back((text, cues));
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::content::lexicons::lexicons;

    fn wake() -> Wake {
        Arc::new(|| {})
    }

    #[test]
    fn a_sentence_is_heard_at_once_and_kept() {
        let mut listening = Listening::default();
        let first = listening.hear("You have to do better than that.", lexicons(), &wake());
        let again = listening.hear("You have to do better than that.", lexicons(), &wake());
        assert!(Arc::ptr_eq(&first.unwrap(), &again.unwrap()));
        assert!(!listening.is_underway());
    }

    #[test]
    fn a_long_paste_is_heard_on_a_thread() {
        let mut listening = Listening::default();
        let text = "You have to do better than that. ".repeat(AT_ONCE);
        assert!(listening.hear(&text, lexicons(), &wake()).is_none());
        let start = Instant::now();
        while listening.is_underway() {
            assert!(start.elapsed() < Duration::from_secs(30));
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(listening.hear(&text, lexicons(), &wake()).is_some());
    }

    #[test]
    fn what_is_typed_during_a_reading_is_heard_after_it() {
        let mut listening = Listening::default();
        let one = "No budget. ".repeat(AT_ONCE);
        let other = format!("{one}No budget.");
        assert!(listening.hear(&one, lexicons(), &wake()).is_none());
        let start = Instant::now();
        while listening.hear(&other, lexicons(), &wake()).is_none() {
            assert!(start.elapsed() < Duration::from_secs(30));
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(listening.hear(&one, lexicons(), &wake()).is_some(), "the first one is kept");
    }
}
