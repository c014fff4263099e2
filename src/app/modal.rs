//! The one window that may lie over the page, and what is typed into it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::app::action::BriefFormat;
use crate::app::merging::Merging;
use crate::domain::ids::SessionId;
use crate::store::record::RecordKey;

/// Why the user is asked for a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LibraryPurpose {
    Open,
    Create,
    Sample,
    /// To keep what cannot be saved in the library.
    Rescue,
    /// A library whose records are to be brought into the open one.
    Import,
}

impl LibraryPurpose {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Create => "create",
            Self::Sample => "sample",
            Self::Rescue => "rescue",
            Self::Import => "import",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Modal {
    /// Search over everything, and all commands.
    Palette {
        query: String,
        selected: usize,
    },
    Library {
        purpose: LibraryPurpose,
        path: String,
    },
    SaveBrief {
        session: SessionId,
        format: BriefFormat,
        path: String,
        overwrite: bool,
    },
    /// The quick entry, see `Drafts::heard`.
    Heard {
        /// The chosen one of the people that fit what is typed.
        selected: usize,
    },
    /// An e-mail or notes, see `Drafts::pasted`.
    Paste {
        selected: usize,
    },
    /// Training of some cards of the deck.
    Drill(Drill),
    Help,
    Problems,
    /// Second versions of records, to be looked over.
    Merge(Merging),
    /// Earlier versions of a record, see `Keeping::history`.
    History,
    Trash {
        filter: String,
        selected: BTreeSet<RecordKey>,
        /// What is to be deleted for good, once the user has confirmed it.
        asks_to_erase: Option<Vec<RecordKey>>,
    },
    /// See `Keeping::restoring`.
    RestoreBackup {
        /// The newest, if nothing is chosen.
        chosen: Option<PathBuf>,
        path: String,
    },
}

/// Where a training stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drill {
    /// Ids of cards, of the deck or of my own.
    pub cards: Vec<String>,
    /// The position of the line to be answered.
    pub at: usize,
    /// The answer is shown.
    pub open: bool,
    /// How many lines were answered well.
    pub had: usize,
}

impl Drill {
    pub fn of(cards: impl IntoIterator<Item = String>) -> Self {
        Self { cards: cards.into_iter().collect(), ..Self::default() }
    }

    /// Goes on to the next line.
    pub fn next(&mut self, had: bool) {
        self.had += usize::from(had);
        self.at += 1;
        self.open = false;
    }
}
