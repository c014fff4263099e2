//! The commands that a user gives by name.

use super::AppState;
use crate::app::command::UiCommand;
use crate::app::edit::Edit;
use crate::app::keeping::KeepingAction;
use crate::app::lists::Listed;
use crate::app::merging::MergeAction;
use crate::app::modal::LibraryPurpose;
use crate::app::modal::Modal;
use crate::app::preferences::ThemeChoice;
use crate::app::route::NegotiationTab;
use crate::app::route::Route;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::CounterpartId;
use crate::domain::ids::MeetingId;
use crate::domain::ids::SessionId;
use crate::domain::session::Session;

impl AppState {
    /// Whether the command can be given now.
    pub fn is_enabled(&self, command: UiCommand) -> bool {
        let Some(library) = &self.library else { return !command.needs_library() };
        match command {
            UiCommand::Back => self.navigation.can_go_back(),
            UiCommand::Forward => self.navigation.can_go_forward(),
            UiCommand::Undo => library.work.can_undo() && !library.is_read_only(),
            UiCommand::Redo => library.work.can_redo() && !library.is_read_only(),
            UiCommand::NewCounterpart
            | UiCommand::NewNegotiation
            | UiCommand::Heard
            | UiCommand::PasteText => !library.is_read_only(),
            UiCommand::ImportLibrary => !library.is_read_only() && library.import.is_none(),
            UiCommand::ShowMerges => !library.is_read_only() && self.has_merges(),
            UiCommand::EnterOffer | UiCommand::CatchPotato | UiCommand::WriteLog => {
                matches!(self.navigation.current(), Route::Negotiation { .. })
            }
            UiCommand::NextSpeaker | UiCommand::Calm => {
                matches!(self.navigation.current(), Route::Negotiation { .. })
            }
            UiCommand::SelectAll => Listed::on(self.navigation.current()).is_some(),
            UiCommand::SideBySide => !library.work.people().is_empty(),
            UiCommand::NextBrief => library.work.next_meeting().is_some(),
            UiCommand::Deals => {
                matches!(self.navigation.current(), Route::Negotiation { .. })
                    || library.work.next_meeting().is_some()
            }
            UiCommand::Versions => matches!(
                self.navigation.current(),
                Route::Counterparts { .. }
                    | Route::Questionnaire { .. }
                    | Route::Negotiation { .. }
                    | Route::Myself
                    | Route::Settings
            ),
            UiCommand::BackUp => library.may_be_archived(),
            _ => true,
        }
    }

    pub(super) fn command(&mut self, command: UiCommand) {
        if !self.is_enabled(command) {
            return;
        }
        if let Some(route) = command.route() {
            self.navigation.go(route);
            return;
        }
        let now = self.clock.now();
        match command {
            UiCommand::Search => {
                self.modal = Some(Modal::Palette { query: String::new(), selected: 0 });
            }
            UiCommand::NewCounterpart => self.new_counterpart(),
            UiCommand::Heard => self.show_heard(None),
            UiCommand::PasteText => self.show_paste(None),
            UiCommand::NewNegotiation => self.new_negotiation(None),
            UiCommand::SideBySide => self.show_together(),
            UiCommand::Questionnaire => {
                let person = self.person_on_page();
                self.navigation.go(Route::questionnaire(person));
            }
            UiCommand::NextBrief => self.show_next_brief(),
            UiCommand::Deals => self.show_deals(),
            UiCommand::Back => self.navigation.back(),
            UiCommand::Forward => self.navigation.forward(),
            UiCommand::Undo => {
                let changes = self.library.as_mut().map(|library| library.work.undo(now));
                self.follow(changes.unwrap_or_default());
                self.drop_route_to_missing_record();
            }
            UiCommand::Redo => {
                let changes = self.library.as_mut().map(|library| library.work.redo(now));
                self.follow(changes.unwrap_or_default());
                self.drop_route_to_missing_record();
            }
            UiCommand::Calm => {
                self.cover.calm = !self.cover.calm;
                // Who types goes on typing, in the entry of the other view.
                self.preferences.drafts.called = Some(UiCommand::WriteLog);
            }
            UiCommand::Blank => self.cover.blank = !self.cover.blank,
            UiCommand::EnterOffer
            | UiCommand::CatchPotato
            | UiCommand::WriteLog
            | UiCommand::NextSpeaker => {
                if let Route::Negotiation { session, .. } = *self.navigation.current() {
                    let tab = NegotiationTab::Meeting;
                    self.navigation.go(Route::Negotiation { session, tab });
                    self.preferences.drafts.called = Some(command);
                }
            }
            UiCommand::SelectAll => {
                let listed = Listed::on(self.navigation.current());
                if let (Some(library), Some(listed)) = (&mut self.library, listed) {
                    library.lists.choose_shown(listed);
                }
            }
            UiCommand::Save => self.save_now(),
            UiCommand::Versions => {
                if let Some(key) = self.record_on_page() {
                    self.show_versions(key);
                }
            }
            UiCommand::Trash => self.keeping_action(KeepingAction::ShowTrash),
            UiCommand::BackUp => self.back_up(),
            UiCommand::RestoreBackup => {
                if let Some(library) = self.library.as_ref().map(|library| library.path.clone()) {
                    self.show_backups(library);
                }
            }
            UiCommand::OpenLibrary => self.ask_for_library(LibraryPurpose::Open),
            UiCommand::CreateLibrary => self.ask_for_library(LibraryPurpose::Create),
            UiCommand::ImportLibrary => self.ask_for_library(LibraryPurpose::Import),
            UiCommand::ShowMerges => self.merge(MergeAction::Show),
            UiCommand::ToggleTheme => {
                self.preferences.theme = match self.preferences.theme {
                    ThemeChoice::Dark => ThemeChoice::Light,
                    ThemeChoice::Light | ThemeChoice::System => ThemeChoice::Dark,
                };
            }
            UiCommand::LargerText => {
                self.preferences.text_size = self.preferences.text_size.larger();
            }
            UiCommand::SmallerText => {
                self.preferences.text_size = self.preferences.text_size.smaller();
            }
            UiCommand::Help => self.modal = Some(Modal::Help),
            UiCommand::GoToday
            | UiCommand::GoCounterparts
            | UiCommand::GoNegotiations
            | UiCommand::GoPlaybook
            | UiCommand::GoSettings
            | UiCommand::DescribeMyself
            | UiCommand::Statistics => {}
        }
    }

    /// Asks the writer to write everything at once; it reports when that is done.
    pub(super) fn save_now(&mut self) {
        let Some(library) = &self.library else { return };
        let message = match library.saver() {
            None => "read-only-no-edit",
            Some(saver) => {
                saver.save_now();
                "saved-now"
            }
        };
        self.tell(self.messages.text(message).to_owned());
    }

    pub(super) fn new_counterpart(&mut self) {
        let record = Counterpart::new(CounterpartId(self.clock.new_id()), self.clock.now());
        let id = record.id;
        self.edit(Edit::AddCounterpart(Box::new(record)));
        self.navigation.go(Route::counterpart(id));
    }

    pub(super) fn new_negotiation(&mut self, with: Option<CounterpartId>) {
        let Some(library) = &self.library else { return };
        let meeting = MeetingId(self.clock.new_id());
        let id = SessionId(self.clock.new_id());
        let mut record =
            Session::new(id, self.clock.now(), &library.work.library().currency, meeting);
        record.counterparts.extend(with.filter(|id| library.work.has_counterpart(*id)));
        self.edit(Edit::AddSession(Box::new(record)));
        self.navigation.go(Route::Negotiation { session: id, tab: NegotiationTab::Plan });
    }

    /// What a deal could be, in the negotiation on the page or in the one that comes next.
    fn show_deals(&mut self) {
        let session = match *self.navigation.current() {
            Route::Negotiation { session, .. } => Some(session),
            _ => {
                let next = self.library.as_ref().and_then(|library| library.work.next_meeting());
                next.map(|(session, _)| session.id)
            }
        };
        if let Some(session) = session {
            self.navigation.go(Route::Negotiation { session, tab: NegotiationTab::Deals });
        }
    }

    pub(super) fn show_next_brief(&mut self) {
        let Some(library) = &self.library else { return };
        if let Some((session, _)) = library.work.next_meeting() {
            let session = session.id;
            self.navigation.go(Route::Negotiation { session, tab: NegotiationTab::Brief });
        }
    }
}
