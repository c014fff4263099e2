//! The one window that may lie over the page, and what is typed into it.

use crate::app::action::BriefFormat;
use crate::domain::ids::SessionId;

/// Why the user is asked for a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LibraryPurpose {
    Open,
    Create,
    Sample,
}

impl LibraryPurpose {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Create => "create",
            Self::Sample => "sample",
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
    Help,
    Problems,
}
