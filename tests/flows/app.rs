//! The app without a window: real pages on a real library in a temporary folder, driven by
//! accessible names.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use counterpoint::app::action::Action;
use counterpoint::app::clock::Clock;
use counterpoint::app::edit::Edit;
use counterpoint::app::preferences::{Preferences, ThemeChoice};
use counterpoint::app::state::{AppState, Places};
use counterpoint::app::workspace::Workspace;
use counterpoint::content::catalog::Catalog;
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::ids::{CounterpartId, LibraryId, SessionId};
use counterpoint::domain::library::LibraryRecord;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::domain::session::{Meeting, Session};
use counterpoint::domain::walk::{Answer, QuestionId};
use counterpoint::i18n::{Arg, Language};
use counterpoint::store::sample::{SampleOptions, sample_records};
use counterpoint::store::{Contents, Library, Record, RecordKey};
use counterpoint::ui::theme::tokens::Theme;
use counterpoint::ui::window::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use uuid::Uuid;

pub const BOTH: [Language; 2] = [Language::English, Language::Chinese];

/// Half past one on the day of the sample's third meeting.
pub fn moment() -> Timestamp {
    "2026-06-16T13:30:00Z".parse().unwrap()
}

pub struct App {
    pub harness: Harness<'static, Window>,
    pub folder: TempDir,
}

impl App {
    /// Nothing on disk yet: the very first start.
    pub fn first_run(language: Language) -> Self {
        Self::first_run_in(TempDir::new().unwrap(), language)
    }

    /// The first start of an app that knows nothing of what is in `folder`.
    pub fn first_run_in(folder: TempDir, language: Language) -> Self {
        Self::start(folder, language, false)
    }

    /// An open library without records.
    pub fn empty(language: Language) -> Self {
        let folder = TempDir::new().unwrap();
        let record = LibraryRecord::new(LibraryId(Uuid::from_u128(1)), moment(), "EUR");
        Library::create(&folder.path().join("library"), record).unwrap();
        Self::start(folder, language, true)
    }

    /// A library with one counterpart, Lin Yue, and the blank plan of a negotiation with nobody yet.
    pub fn with_session(language: Language) -> Self {
        let mut app = Self::empty(language);
        let mut person = Counterpart::new(CounterpartId(Uuid::from_u128(7)), moment());
        "Lin Yue".clone_into(&mut person.name);
        app.update(Action::Edit(Edit::AddCounterpart(Box::new(person))));
        app.update(Action::NewNegotiation(None));
        app.wait_minutes(1);
        app
    }

    /// The sample library.
    pub fn sample(language: Language) -> Self {
        let folder = TempDir::new().unwrap();
        let sample = sample_records(&SampleOptions { language, ..SampleOptions::default() });
        Library::write_new(
            &folder.path().join("library"),
            &sample.library,
            &sample.counterparts,
            &sample.sessions,
        )
        .unwrap();
        Self::start(folder, language, true)
    }

    fn start(folder: TempDir, language: Language, open: bool) -> Self {
        Self::start_with(
            folder,
            Preferences { language: Some(language), ..Preferences::default() },
            open,
        )
    }

    fn start_with(folder: TempDir, preferences: Preferences, open: bool) -> Self {
        let library = folder.path().join("library");
        let places = Places {
            state_file: Some(folder.path().join("state.ron")),
            default_library: library.clone(),
            documents: folder.path().to_owned(),
            ..Places::default()
        };
        let preferences = Preferences { theme: ThemeChoice::Light, ..preferences };
        let clock = Clock::fixed(moment());
        let catalog = Catalog::bundled().unwrap();
        let mut state = AppState::new(preferences, places, catalog, clock, Arc::new(|| {}));
        if open {
            let weights = *state.catalog.weights();
            let opened = Library::open(&library, &weights, || {}).unwrap();
            opened.indexer.as_ref().unwrap().wait(Duration::from_secs(30));
            state.adopt(&library, opened);
        }
        let theme = Theme::bundled().unwrap();
        let harness = Harness::builder()
            .with_size((1440.0, 900.0))
            .with_max_steps(20)
            .build_eframe(|creation| Window::new(&creation.egui_ctx, state, theme));
        let mut app = Self { harness, folder };
        app.settle();
        app
    }

    /// A second window on the same library.
    pub fn second_window(&self, language: Language) -> Self {
        let folder = TempDir::new().unwrap();
        std::os::unix::fs::symlink(self.library_path(), folder.path().join("library")).unwrap();
        Self::start(folder, language, true)
    }

    /// Opens what stands in the folder `library` of `folder`.
    pub fn open(folder: TempDir, language: Language) -> Self {
        Self::start(folder, language, true)
    }

    /// Ends the app as closing the window does, and starts it again on the same folder.
    pub fn restart(self) -> Self {
        let Self { mut harness, folder } = self;
        harness.state_mut().state.finish();
        drop(harness);
        let preferences = Preferences::read(&folder.path().join("state.ron"));
        Self::start_with(folder, preferences, true)
    }

    pub fn state(&self) -> &AppState {
        &self.harness.state().state
    }

    pub fn work(&self) -> &Workspace {
        &self.state().library.as_ref().unwrap().work
    }

    /// The only negotiation of the library.
    pub fn session(&self) -> Session {
        let id = self.work().negotiations().iter().next().expect("a negotiation").id;
        match self.record(id.into()) {
            Record::Session(record) => Session::clone(&record),
            other => panic!("{other:?}"),
        }
    }

    /// The only person of the library.
    pub fn person(&self) -> Counterpart {
        let id = self.work().people().iter().next().expect("a person").id;
        match self.record(id.into()) {
            Record::Counterpart(record) => Counterpart::clone(&record),
            other => panic!("{other:?}"),
        }
    }

    /// The negotiation with the most offers.
    pub fn busiest_session(&self) -> SessionId {
        let offers = |id: SessionId| match self.record(id.into()) {
            Record::Session(session) => session.offers.len(),
            other => panic!("{other:?}"),
        };
        let sessions = self.work().negotiations().iter().map(|session| session.id);
        sessions.max_by_key(|id| offers(*id)).expect("a negotiation")
    }

    pub fn meetings_of(&self, id: SessionId) -> Vec<Meeting> {
        match self.record(id.into()) {
            Record::Session(session) => session.meetings.clone(),
            other => panic!("{other:?}"),
        }
    }

    /// The first person of the library.
    pub fn first_person(&self) -> CounterpartId {
        self.work().people().iter().next().expect("a person").id
    }

    /// The first negotiation of the library.
    pub fn first_session(&self) -> SessionId {
        self.work().negotiations().iter().next().expect("a negotiation").id
    }

    /// A record as the app has it, which may be newer than on the disk.
    pub fn record(&self, key: RecordKey) -> Record {
        if let Some(record) = self.work().record(key) {
            return record.clone();
        }
        self.state().library.as_ref().unwrap().folder.load(key).unwrap()
    }

    /// Carries out an action as if a page had asked for it.
    pub fn update(&mut self, action: Action) {
        self.harness.state_mut().state.update(action);
        self.settle();
    }

    /// Moves the clock on.
    pub fn wait_minutes(&mut self, minutes: i64) {
        self.state().clock.advance(SignedDuration::from_mins(minutes));
        self.settle();
    }

    pub fn library_path(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    /// The message in the language of the app.
    pub fn t(&self, id: &str) -> String {
        let messages = &self.state().messages;
        assert!(messages.has(id), "no message {id}");
        messages.text(id).to_owned()
    }

    /// The message with its arguments put in.
    pub fn tr(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let messages = &self.state().messages;
        assert!(messages.has(id), "no message {id}");
        messages.with(id, args)
    }

    /// Draws until nothing changes any more.
    pub fn settle(&mut self) {
        let start = Instant::now();
        self.harness.run();
        while self.state().is_working() {
            assert!(start.elapsed() < Duration::from_secs(30), "the app never comes to rest");
            std::thread::sleep(Duration::from_millis(1));
            self.harness.run();
        }
        // What came in last is drawn as well.
        self.harness.run();
    }

    /// Waits for background work to bring about `condition`.
    pub fn wait_for(&mut self, what: &str, condition: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        loop {
            self.settle();
            if condition(self) {
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(30), "waited in vain for {what}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Whether some widget's name or text contains this.
    pub fn shows(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
            || self
                .harness
                .root()
                .children_recursive()
                .any(|node| node.value().is_some_and(|value| value.contains(part)))
    }

    /// Whether some widget has exactly this name or text.
    pub fn has(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    fn first<'a>(&'a self, name: &'a str) -> Node<'a> {
        self.harness
            .query_all_by_label(name)
            .next()
            .unwrap_or_else(|| panic!("nothing is called {name:?}; there are: {}", self.names()))
    }

    /// The text field of that name; a button may be called the same.
    fn field<'a>(&'a self, name: &'a str) -> Node<'a> {
        self.harness
            .query_all_by_label(name)
            .find(|node| {
                matches!(
                    node.accesskit_node().role(),
                    Role::TextInput | Role::MultilineTextInput | Role::SearchInput
                )
            })
            .unwrap_or_else(|| panic!("no field is called {name:?}; there are: {}", self.names()))
    }

    /// The names of everything on the page, for messages.
    pub fn names(&self) -> String {
        let names: Vec<String> = self
            .harness
            .root()
            .children_recursive()
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        names.join(" | ")
    }

    /// Clicks the first widget of that name.
    pub fn click(&mut self, name: &str) {
        self.first(name).scroll_to_me();
        self.settle();
        self.first(name).click();
        self.settle();
    }

    /// Puts the keyboard focus on the first widget of that name.
    pub fn focus(&mut self, name: &str) {
        self.first(name).focus();
        self.settle();
    }

    /// Clicks what the message names.
    pub fn click_t(&mut self, id: &str) {
        let name = self.t(id);
        self.click(&name);
    }

    /// Puts text at the end of the field of that name.
    pub fn type_into(&mut self, field: &str, text: &str) {
        self.field(field).focus();
        self.settle();
        self.field(field).type_text(text);
        self.settle();
    }

    /// Puts text into the field that the message names.
    pub fn type_into_t(&mut self, id: &str, text: &str) {
        let name = self.t(id);
        self.type_into(&name, text);
    }

    /// Types into whatever has the focus.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Types a line into whatever has the focus; a minute later the next may follow.
    pub fn enter(&mut self, line: &str) {
        self.type_text(line);
        self.press(Key::Enter);
        self.wait_minutes(1);
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    pub fn shortcut(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.settle();
    }

    /// What is on disk once everything is saved.
    pub fn on_disk(&mut self) -> Contents {
        self.harness.state_mut().state.finish();
        read(&self.library_path())
    }
}

fn read(path: &Path) -> Contents {
    let contents = Library::read_all(path).unwrap();
    assert!(contents.problems.is_empty(), "{:?}", contents.problems);
    contents
}

/// Names that several flows ask for.
impl App {
    /// The name of a quadrant's switch in the quick entry of evidence, while it is not marked.
    pub fn evidence_toggle(&self, quadrant: Quadrant) -> String {
        let state = self.state();
        let name = state.catalog.quadrant(quadrant).name.get(state.language());
        let args = [("letter", Arg::from(quadrant.letter())), ("name", Arg::from(name))];
        state.messages.with("evidence-mark-none", &args)
    }

    /// Switches to a step of the open negotiation.
    pub fn click_tab(&mut self, id: &str) {
        let name = format!("{}: {}", self.t("negotiation-tabs"), self.t(id));
        self.click(&name);
    }

    /// Answers a question of the walk.
    pub fn answer(&mut self, question: QuestionId, answer: Answer) {
        let state = self.state();
        let asked = state.catalog.question(question).question.get(state.language());
        let name = format!("{asked} {}", state.messages.word("answer", answer.id()));
        self.click(&name);
    }
}
