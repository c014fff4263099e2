//! The texts of all records when they are wanted: those of a large library are read from the cache.

use std::sync::Arc;
use std::thread;

use super::cache::Seal;
use super::files;
use super::indexer::{Indexer, Shared};
use crate::store::search::TextIndex;

/// Where the texts are.
#[derive(Debug, Default)]
pub(super) enum Place {
    /// With the indexer, or they will be when the pass that makes them ends.
    #[default]
    Indexer,
    /// In the cache, but for what is newer.
    Cached { seal: Seal, newer: TextIndex },
}

#[derive(Debug, Default)]
pub(super) struct Texts {
    pub place: Place,
    /// They are to be reported.
    pub wanted: bool,
    /// They have been reported and not released since.
    pub given: bool,
    /// A thread is reading them.
    pub being_read: bool,
    /// They have to be made anew.
    pub is_lost: bool,
}

impl Texts {
    /// Whether the indexer has to report them now.
    pub fn is_due(&self) -> bool {
        self.wanted && matches!(self.place, Place::Indexer)
    }

    /// The pass that begins makes the texts if they were lost.
    pub fn begin_anew(&mut self) -> bool {
        std::mem::take(&mut self.is_lost)
    }

    pub fn lose(&mut self) {
        self.place = Place::Indexer;
        self.is_lost = true;
    }

    /// Whether they can be had again.
    pub fn release(&mut self) -> bool {
        self.wanted = false;
        let again = matches!(self.place, Place::Cached { .. });
        self.given &= !again;
        again
    }
}

impl Indexer {
    /// Has the texts of all records reported, as [`Texts`](super::IndexChange::Texts). Asking again
    /// until they are there does no harm.
    pub fn want_texts(&self) {
        want(&self.shared);
    }

    /// Whether wanted texts will be there in a moment, as they are being read from the cache.
    pub fn is_reading_texts(&self) -> bool {
        self.shared.state().texts.being_read
    }

    /// The texts are not needed for now. Returns whether they can be had again without reading every
    /// record, so that the app should let go of them: see [`TextIndex::shed`].
    pub fn release_texts(&self) -> bool {
        self.shared.state().texts.release()
    }
}

/// Has the texts reported, by the indexer or by a thread that reads them: a pass over all files may
/// be running, and nobody should wait for its end.
pub(super) fn want(shared: &Arc<Shared>) {
    let mut state = shared.state();
    state.texts.wanted = true;
    let Place::Cached { .. } = state.texts.place else {
        drop(state);
        shared.wake();
        return;
    };
    if state.texts.being_read {
        return;
    }
    state.texts.being_read = true;
    drop(state);
    let for_thread = Arc::clone(shared);
    let thread = thread::Builder::new().name("library-texts".to_owned());
    if let Err(error) = thread.spawn(move || read(&for_thread)) {
        tracing::warn!(%error, "the texts are not read");
        shared.state().texts.being_read = false;
    }
}

fn read(shared: &Shared) {
    loop {
        let seal = match &shared.state().texts.place {
            Place::Cached { seal, .. } => Some(*seal),
            Place::Indexer => None,
        };
        let texts = seal.and_then(|seal| files::read_texts(&shared.folder, seal));
        let mut state = shared.state();
        let newer = match &state.texts.place {
            Place::Cached { seal: now, newer } if Some(*now) == seal => Some(newer.clone()),
            // The cache has been written anew meanwhile.
            Place::Cached { .. } => continue,
            Place::Indexer => None,
        };
        state.texts.being_read = false;
        match (texts, newer) {
            (Some(mut texts), Some(newer)) if state.texts.wanted => {
                texts.take_over(newer);
                state.report_texts(texts);
                drop(state);
                shared.notify();
            }
            (None, Some(_)) if state.texts.wanted => {
                state.make_anew();
                drop(state);
                shared.wake();
            }
            // Nobody wants them any more, or the indexer has them.
            _ => {
                drop(state);
                shared.wake();
            }
        }
        return;
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::fs::File;
    use std::path::Path;
    use std::time::{Duration, Instant, SystemTime};

    use tempfile::TempDir;

    use super::*;
    use crate::content::catalog::Catalog;
    use crate::store::folder::LibraryFolder;
    use crate::store::index::change::Index;
    use crate::store::index::indexer::Work;
    use crate::store::index::known::Known;
    use crate::store::open::Library;
    use crate::store::record::RecordKey;
    use crate::store::sample::{SampleOptions, sample_records};

    const LONG: Duration = Duration::from_mins(1);

    /// A library with more than a hundred records that were written an hour ago.
    fn library() -> TempDir {
        let temp = TempDir::new().expect("a temporary folder");
        let sample = sample_records(&SampleOptions { sessions: 120, ..SampleOptions::default() });
        let people = &sample.counterparts;
        Library::write_new(temp.path(), &sample.library, people, &sample.sessions)
            .expect("written");
        for folder in ["counterparts", "sessions"] {
            for entry in fs::read_dir(temp.path().join(folder)).expect("a folder").flatten() {
                touch(&entry.path(), 3600);
            }
        }
        temp
    }

    fn touch(path: &Path, seconds_ago: u64) {
        let file = File::options().append(true).open(path).expect("a file");
        file.set_modified(SystemTime::now() - Duration::from_secs(seconds_ago)).expect("set");
    }

    /// Validates the library, with texts that are handed out at once up to that many bytes.
    fn open(path: &Path, most_texts: usize) -> (Indexer, Index) {
        let weights = *Catalog::bundled().expect("content").weights();
        let folder = LibraryFolder::new(path);
        let cached = files::read_summaries(&folder, &weights).unwrap_or_default();
        let (seal, known) = (cached.texts, Known::from_cache(cached));
        let mut index = Index { texts: TextIndex::without_base(), ..known.index.clone() };
        let (writable, sweep_before) = (true, None);
        let work = Work { folder, weights, known, texts: seal, most_texts, writable, sweep_before };
        let indexer = Indexer::spawn(work, || {}).expect("a thread");
        assert!(indexer.wait(LONG));
        take(&indexer, &mut index);
        (indexer, index)
    }

    fn take(indexer: &Indexer, index: &mut Index) {
        indexer.take_changes().into_iter().for_each(|change| index.apply(change));
    }

    fn until(mut done: impl FnMut() -> bool) {
        let start = Instant::now();
        while !done() {
            assert!(start.elapsed() < LONG, "never done");
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn wanted(indexer: &Indexer, index: &mut Index) -> Vec<u8> {
        indexer.want_texts();
        until(|| {
            take(indexer, index);
            index.texts.is_whole()
        });
        bytes(&index.texts)
    }

    fn bytes(texts: &TextIndex) -> Vec<u8> {
        let mut bytes = Vec::new();
        texts.to_writer(&mut bytes).expect("written");
        bytes
    }

    /// The texts as the records have them.
    fn made_anew(path: &Path) -> Vec<u8> {
        let copy = TempDir::new().expect("a temporary folder");
        for folder in ["counterparts", "sessions"] {
            fs::create_dir(copy.path().join(folder)).expect("made");
            for entry in fs::read_dir(path.join(folder)).expect("a folder").flatten() {
                let to = copy.path().join(folder).join(entry.file_name());
                fs::copy(entry.path(), to).expect("copied");
            }
        }
        let (_indexer, index) = open(copy.path(), usize::MAX);
        bytes(&index.texts)
    }

    fn edit(path: &Path, key: RecordKey, word: &str) {
        let file = path.join(key.file());
        let text = fs::read_to_string(&file).expect("text");
        let field = if matches!(key, RecordKey::Session(_)) { "title" } else { "name" };
        let (from, to) = (format!("  {field}: \""), format!("  {field}: \"{word} "));
        let edited = text.replacen(&from, &to, 1);
        assert_ne!(edited, text);
        fs::write(&file, edited).expect("written");
        touch(&file, 60);
    }

    #[test]
    fn texts_of_a_large_library_come_when_they_are_wanted_and_can_be_released() {
        let temp = library();
        let all = made_anew(temp.path());
        let (indexer, mut index) = open(temp.path(), 0);
        assert!(!index.texts.is_whole(), "made, written and not handed out");
        until(|| indexer.release_texts());
        assert_eq!(wanted(&indexer, &mut index), all);
        drop(indexer);
        let (indexer, mut index) = open(temp.path(), 0);
        for _ in 0..3 {
            assert!(!index.texts.is_whole() && index.texts.is_empty());
            assert_eq!(wanted(&indexer, &mut index), all);
            assert!(indexer.release_texts());
            index.texts.shed();
        }
    }

    #[test]
    fn texts_of_a_small_library_are_there_and_stay() {
        let temp = library();
        for _ in 0..2 {
            let (indexer, index) = open(temp.path(), usize::MAX);
            assert_eq!(bytes(&index.texts), made_anew(temp.path()));
            assert!(!indexer.release_texts());
        }
    }

    #[test]
    fn what_changed_since_the_cache_was_written_is_in_the_texts() {
        let temp = library();
        let (_, index) = open(temp.path(), 0);
        let sessions: Vec<_> =
            index.sessions.iter().map(|one| RecordKey::Session(one.id)).collect();
        let (indexer, mut index) = open(temp.path(), 0);
        edit(temp.path(), sessions[0], "Walnut");
        fs::remove_file(temp.path().join(sessions[1].file())).expect("removed");
        indexer.rescan();
        assert!(indexer.wait(LONG));
        let all = made_anew(temp.path());
        assert_eq!(wanted(&indexer, &mut index), all);
        drop(indexer);
        // Now by comparing with the cache, which has neither.
        let (indexer, mut index) = open(temp.path(), 0);
        assert_eq!(wanted(&indexer, &mut index), all);
        drop(indexer);
        // So many that the cache is written anew, out of the one on the disk.
        for key in &sessions[2..100] {
            edit(temp.path(), *key, "Hazel");
        }
        let (indexer, mut index) = open(temp.path(), 0);
        let all = made_anew(temp.path());
        assert_eq!(wanted(&indexer, &mut index), all);
        drop(indexer);
        let (indexer, mut index) = open(temp.path(), 0);
        assert_eq!(index.texts.len(), 0, "nothing differs from the cache");
        assert_eq!(wanted(&indexer, &mut index), all);
    }

    #[test]
    fn texts_that_are_lost_are_made_anew_when_they_are_wanted() {
        let temp = library();
        let (indexer, _) = open(temp.path(), 0);
        until(|| indexer.release_texts());
        drop(indexer);
        let (indexer, mut index) = open(temp.path(), 0);
        let file = temp.path().join(files::CACHE_FOLDER).join("texts");
        fs::write(&file, "something else").expect("written");
        assert_eq!(wanted(&indexer, &mut index), made_anew(temp.path()));
        until(|| indexer.release_texts());
        assert!(fs::metadata(file).expect("written again").len() > 1000);
    }
}
