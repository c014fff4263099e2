//! What validating a library reports, and the summaries and texts that it is applied to.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::store::conflict_copy::CopyName;
use crate::store::error::Problem;
use crate::store::record::RecordKey;
use crate::store::search::{RecordText, TextIndex};
use crate::store::shelf::Shelf;

/// Something that is different on the disk from what was known.
#[derive(Debug, Clone)]
pub enum IndexChange {
    /// A person that is new or has changed. Without a text, [`IndexChange::Texts`] will bring it.
    Counterpart(Arc<CounterpartSummary>, Option<RecordText>),
    /// A negotiation that is new or has changed. Without a text, [`IndexChange::Texts`] will bring it.
    Session(Arc<SessionSummary>, Option<RecordText>),
    /// The file is not there any more, or cannot be used; a problem says which. A file that looks
    /// damaged while the library is open may be half written: it is a problem alone.
    Gone(RecordKey),
    Problem(Problem),
    /// The copy that a sync program put beside a record, where it lies.
    Copy(PathBuf, CopyName),
    /// The texts of all records, once they are there; those of a large library only when they are
    /// wanted. What is newer in the texts used so far has to be taken over: see
    /// [`TextIndex::take_over`].
    Texts(TextIndex),
    /// The end of a pass: everything is as the disk has it.
    Done,
}

impl IndexChange {
    /// The record concerned, if it is one alone.
    pub fn key(&self) -> Option<RecordKey> {
        match self {
            Self::Counterpart(summary, _) => Some(RecordKey::Counterpart(summary.id)),
            Self::Session(summary, _) => Some(RecordKey::Session(summary.id)),
            Self::Gone(key) => Some(*key),
            Self::Problem(_) | Self::Copy(..) | Self::Texts(_) | Self::Done => None,
        }
    }
}

/// What is known of the records of a library without having them in memory.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub counterparts: Shelf<CounterpartSummary>,
    pub sessions: Shelf<SessionSummary>,
    pub texts: TextIndex,
    /// Files that could not be used; the rest is loaded.
    pub problems: Vec<Problem>,
    /// What sync programs put beside records.
    pub copies: Vec<(PathBuf, CopyName)>,
}

impl Index {
    /// Takes a change in.
    pub fn apply(&mut self, change: IndexChange) {
        let key = change.key();
        match change {
            IndexChange::Counterpart(summary, text) => {
                self.counterparts.put(summary);
                self.put_text(key, text);
            }
            IndexChange::Session(summary, text) => {
                self.sessions.put(summary);
                self.put_text(key, text);
            }
            IndexChange::Gone(key) => self.remove(key),
            IndexChange::Problem(problem) => self.problems.push(problem),
            IndexChange::Copy(path, name) => self.copies.push((path, name)),
            IndexChange::Texts(texts) => {
                let used = std::mem::replace(&mut self.texts, texts);
                self.texts.take_over(used);
            }
            IndexChange::Done => {}
        }
    }

    fn put_text(&mut self, key: Option<RecordKey>, text: Option<RecordText>) {
        if let (Some(key), Some(text)) = (key, text) {
            self.texts.put(key, text);
        }
    }

    /// Forgets a record.
    pub fn remove(&mut self, key: RecordKey) {
        match key {
            RecordKey::Library => {}
            RecordKey::Counterpart(id) => drop(self.counterparts.remove(id)),
            RecordKey::Session(id) => drop(self.sessions.remove(id)),
        }
        self.texts.remove(key);
    }
}
