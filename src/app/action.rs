//! What a view can ask for.

use std::path::PathBuf;

use super::command::UiCommand;
use super::edit::Edit;
use super::keeping::KeepingAction;
use super::merging::MergeAction;
use super::modal::Modal;
use super::preferences::{TextSize, ThemeChoice};
use super::route::Route;
use crate::brief::paper::Paper;
use crate::domain::ids::SessionId;
use crate::i18n::Language;

/// The file format of a saved brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BriefFormat {
    Pdf,
    Html,
    Markdown,
}

impl BriefFormat {
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Html, Self::Markdown];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Markdown => "markdown",
        }
    }

    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }
}

#[derive(Debug, Clone)]
pub enum Action {
    Go(Route),
    /// Shows another page instead of the current one.
    Replace(Route),
    Edit(Edit),
    Command(UiCommand),
    /// Starts a negotiation with this person, or with nobody yet.
    NewNegotiation(Option<crate::domain::ids::CounterpartId>),
    SetLanguage(Option<Language>),
    SetTheme(ThemeChoice),
    SetTextSize(TextSize),
    IncludeLimits(bool),
    /// What PDF files are set for.
    SetPaper(Paper),
    OpenLibrary(PathBuf),
    /// Puts the newest readable backups in the place of damaged files, then opens the library.
    RepairLibrary(PathBuf),
    /// Makes a new library, empty or with the sample records; one that is there already is opened.
    CreateLibrary {
        path: PathBuf,
        sample: bool,
    },
    ShowModal(Modal),
    CloseModal,
    /// Looks what stands at the path typed into the modal; the answer comes with `AppState::sight`.
    LookAt(PathBuf),
    /// Asks for a place with the native dialog; the open modal receives the answer.
    BrowseForModal,
    /// Saves the brief to the path of the open modal.
    SaveBriefTo(PathBuf),
    /// Opens the modal and the native dialog for saving a brief.
    SaveBrief {
        session: SessionId,
        format: BriefFormat,
    },
    /// Writes a document as a page to be printed, and opens it.
    PrintDocument {
        /// What the file is called, before the date.
        name: String,
        document: Box<crate::brief::Document>,
    },
    /// Writes the questionnaire as pages to be printed, and opens them; without a person it is mine.
    PrintQuestionnaire {
        person: Option<crate::domain::ids::CounterpartId>,
        respondent: crate::domain::questionnaire::Respondent,
    },
    DismissToast(u64),
    /// Keeps a search that led somewhere.
    RememberSearch(String),
    ForgetSearch(String),
    DismissProblems,
    /// Looks over second versions of records.
    Merge(MergeAction),
    /// Asks where to write what could not be saved.
    AskForRescue,
    /// Writes what could not be saved into a library of its own.
    Rescue(PathBuf),
    /// Brings the records of another library into the open one.
    Import(PathBuf),
    /// An edit, and what is said of it with an offer to undo it.
    EditAndTell(Edit, String),
    /// Opens the quick entry, with these words if there are some.
    Hear(Option<String>),
    /// Opens the box for an e-mail or notes by this person with these words in it.
    GoThrough(crate::app::heard::Who, String),
    /// Opens the box for an e-mail or notes by this person.
    PasteText(Option<crate::domain::ids::CounterpartId>),
    /// Stops the import at the next record.
    CancelImport,
    /// Earlier versions, the trash, backups.
    Keeping(KeepingAction),
    /// Tries once more to save what could not be saved.
    RetrySave,
}
