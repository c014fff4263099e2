//! Every command that a user can give by name. Menus, shortcuts, the palette and the help page
//! are derived from this one list.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::route::{Area, Route};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UiCommand {
    GoToday,
    GoCounterparts,
    GoNegotiations,
    GoPlaybook,
    GoSettings,
    Search,
    NewCounterpart,
    NewNegotiation,
    DescribeMyself,
    Questionnaire,
    SideBySide,
    NextBrief,
    Deals,
    Statistics,
    Back,
    Forward,
    Undo,
    Redo,
    SelectAll,
    Save,
    Versions,
    Trash,
    BackUp,
    RestoreBackup,
    OpenLibrary,
    CreateLibrary,
    ImportLibrary,
    ShowMerges,
    EnterOffer,
    CatchPotato,
    WriteLog,
    NextSpeaker,
    Calm,
    Blank,
    Heard,
    PasteText,
    ToggleTheme,
    LargerText,
    SmallerText,
    Help,
}

/// What hides everything at once; the second for keyboards on which function keys do something
/// else. No text field has a use for either.
pub const BLANK_KEYS: [KeyboardShortcut; 2] = [
    KeyboardShortcut::new(Modifiers::NONE, Key::F10),
    KeyboardShortcut::new(Modifiers::COMMAND, Key::Backtick),
];

impl UiCommand {
    pub const ALL: [Self; 40] = [
        Self::GoToday,
        Self::GoCounterparts,
        Self::GoNegotiations,
        Self::GoPlaybook,
        Self::GoSettings,
        Self::Search,
        Self::NewCounterpart,
        Self::NewNegotiation,
        Self::DescribeMyself,
        Self::Questionnaire,
        Self::SideBySide,
        Self::NextBrief,
        Self::Deals,
        Self::Statistics,
        Self::Back,
        Self::Forward,
        Self::Undo,
        Self::Redo,
        Self::SelectAll,
        Self::Save,
        Self::Versions,
        Self::Trash,
        Self::BackUp,
        Self::RestoreBackup,
        Self::OpenLibrary,
        Self::CreateLibrary,
        Self::ImportLibrary,
        Self::ShowMerges,
        Self::EnterOffer,
        Self::CatchPotato,
        Self::WriteLog,
        Self::NextSpeaker,
        Self::Calm,
        Self::Blank,
        Self::Heard,
        Self::PasteText,
        Self::ToggleTheme,
        Self::LargerText,
        Self::SmallerText,
        Self::Help,
    ];

    /// The key of its name in the messages; `-tip` is added for the tooltip.
    pub fn message(self) -> &'static str {
        match self {
            Self::GoToday => "command-today",
            Self::GoCounterparts => "command-counterparts",
            Self::GoNegotiations => "command-negotiations",
            Self::GoPlaybook => "command-playbook",
            Self::GoSettings => "command-settings",
            Self::Search => "command-search",
            Self::NewCounterpart => "command-new-counterpart",
            Self::NewNegotiation => "command-new-negotiation",
            Self::DescribeMyself => "command-describe-myself",
            Self::Questionnaire => "command-questionnaire",
            Self::SideBySide => "command-side-by-side",
            Self::NextBrief => "command-next-brief",
            Self::Deals => "command-deals",
            Self::Statistics => "command-statistics",
            Self::Back => "command-back",
            Self::Forward => "command-forward",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::SelectAll => "command-select-all",
            Self::Save => "command-save",
            Self::Versions => "command-versions",
            Self::Trash => "command-trash",
            Self::BackUp => "command-back-up",
            Self::RestoreBackup => "command-restore-backup",
            Self::OpenLibrary => "command-open-library",
            Self::CreateLibrary => "command-create-library",
            Self::ImportLibrary => "command-import-library",
            Self::ShowMerges => "command-merges",
            Self::EnterOffer => "command-enter-offer",
            Self::CatchPotato => "command-catch-potato",
            Self::WriteLog => "command-write-log",
            Self::NextSpeaker => "command-next-speaker",
            Self::Calm => "command-calm",
            Self::Blank => "command-blank",
            Self::Heard => "command-heard",
            Self::PasteText => "command-paste-text",
            Self::ToggleTheme => "command-toggle-theme",
            Self::LargerText => "command-larger-text",
            Self::SmallerText => "command-smaller-text",
            Self::Help => "command-help",
        }
    }

    /// The name of its icon in `assets/icons`.
    pub fn icon(self) -> &'static str {
        match self {
            Self::GoToday => "today",
            Self::GoCounterparts => "counterparts",
            Self::GoNegotiations => "negotiations",
            Self::GoPlaybook => "playbook",
            Self::GoSettings => "settings",
            Self::Search => "search",
            Self::NewCounterpart | Self::NewNegotiation => "plus",
            Self::DescribeMyself => "user",
            Self::Questionnaire => "list",
            Self::SideBySide => "counterparts",
            Self::NextBrief => "document",
            Self::Deals => "target",
            Self::Statistics => "steps",
            Self::Back => "chevron-left",
            Self::Forward => "chevron-right",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::SelectAll => "check",
            Self::Save | Self::BackUp => "save",
            Self::Versions => "clock",
            Self::Trash => "trash",
            Self::RestoreBackup => "folder",
            Self::OpenLibrary | Self::CreateLibrary | Self::ImportLibrary => "folder",
            Self::EnterOffer => "swap",
            Self::ShowMerges => "copy",
            Self::CatchPotato => "hot-potato",
            Self::WriteLog => "edit",
            Self::NextSpeaker => "user",
            Self::Calm => "monitor",
            Self::Blank => "pause",
            Self::Heard => "ear",
            Self::PasteText => "quote",
            Self::ToggleTheme => "moon",
            Self::LargerText => "plus",
            Self::SmallerText => "minus",
            Self::Help => "keyboard",
        }
    }

    /// None of them is a plain key or a plain letter: those belong to text fields.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let command = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let alt = |key| Some(KeyboardShortcut::new(Modifiers::ALT, key));
        match self {
            Self::GoToday => command(Key::Num1),
            Self::GoCounterparts => command(Key::Num2),
            Self::GoNegotiations => command(Key::Num3),
            Self::GoPlaybook => command(Key::Num4),
            Self::GoSettings => command(Key::Comma),
            Self::Search => command(Key::K),
            Self::NewCounterpart => command(Key::P),
            Self::NewNegotiation => command(Key::N),
            Self::NextBrief => command(Key::B),
            Self::Back => alt(Key::ArrowLeft),
            Self::Forward => alt(Key::ArrowRight),
            Self::Undo => command(Key::Z),
            Self::Redo => {
                Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z))
            }
            Self::SelectAll => command(Key::A),
            Self::Save => command(Key::S),
            Self::Versions => command(Key::H),
            Self::OpenLibrary => command(Key::O),
            Self::EnterOffer => command(Key::E),
            Self::CatchPotato => command(Key::T),
            Self::WriteLog => command(Key::L),
            Self::NextSpeaker => command(Key::D),
            // Not beside the key that hides everything.
            Self::Calm => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F8)),
            Self::Blank => Some(BLANK_KEYS[0]),
            // To jot down; 记 is ji.
            Self::Heard => command(Key::J),
            Self::LargerText => command(Key::Equals),
            Self::SmallerText => command(Key::Minus),
            Self::Help => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
            Self::DescribeMyself
            | Self::Deals
            | Self::Questionnaire
            | Self::SideBySide
            | Self::Statistics
            | Self::CreateLibrary
            | Self::PasteText
            | Self::ImportLibrary
            | Self::ShowMerges
            | Self::ToggleTheme
            | Self::Trash
            | Self::BackUp
            | Self::RestoreBackup => None,
        }
    }

    /// The page that the command shows, if that is all it does.
    pub fn route(self) -> Option<Route> {
        match self {
            Self::GoToday => Some(Route::Today),
            Self::GoCounterparts => Some(Route::Counterparts { selected: None }),
            Self::GoNegotiations => Some(Route::Negotiations),
            Self::GoPlaybook => Some(Route::Playbook { entry: Default::default() }),
            Self::GoSettings => Some(Route::Settings),
            Self::DescribeMyself => Some(Route::Myself),
            Self::Statistics => Some(Route::Statistics),
            _ => None,
        }
    }

    /// The area of the rail that the command leads to.
    pub fn area(self) -> Option<Area> {
        match self {
            Self::GoToday => Some(Area::Today),
            Self::GoCounterparts => Some(Area::Counterparts),
            Self::GoNegotiations => Some(Area::Negotiations),
            Self::GoPlaybook => Some(Area::Playbook),
            Self::GoSettings => Some(Area::Settings),
            _ => None,
        }
    }

    /// Whether the command makes sense without an open library.
    pub fn needs_library(self) -> bool {
        !matches!(
            self,
            Self::OpenLibrary
                | Self::CreateLibrary
                | Self::Blank
                | Self::ToggleTheme
                | Self::LargerText
                | Self::SmallerText
                | Self::Help
        )
    }

    /// Whether the command may be given while the other side may look at the screen.
    pub fn is_calm(self) -> bool {
        matches!(
            self,
            Self::Calm
                | Self::Blank
                | Self::WriteLog
                | Self::Save
                | Self::LargerText
                | Self::SmallerText
        )
    }

    /// Undo and "select all" inside a text field belong to the field.
    pub fn belongs_to_text_field(self) -> bool {
        matches!(self, Self::Undo | Self::Redo | Self::SelectAll)
    }
}
