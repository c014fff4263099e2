//! The real program in its real window, worked with mouse and keyboard on a screen of its own.
//!
//! Protects what no test inside the process can: that input events reach the pages, that the work
//! of somebody who types is on disk when the program is killed a moment later, that the next start
//! shows the same page again, that a second window cannot write over the first one's library, and
//! that every control can be found by its name on the accessibility bus.
//!
//! Without an X server, xdotool and the like the tests are skipped, unless `COUNTERPOINT_WINDOW_TEST=required` is set.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its modules too"
)]

mod app;
mod picture;
mod screen;
mod widgets;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use counterpoint::content::catalog::Catalog;
use counterpoint::domain::ledger::Side;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::i18n::{Arg, Language, Messages};
use counterpoint::store::Library;

use self::app::App;
use self::picture::difference;
use self::screen::{Screen, poll, wait_for};

/// What was typed longer ago than this survives a crash.
const SAFE_AFTER: Duration = Duration::from_millis(1200);

/// The cursor and the ring of the field that had the focus, and the words on how long ago
/// something was, cover less of the screen.
const NEARLY_EQUAL: f64 = 0.0025;

const LATIN_NAME: &str = "Lin Yue";
const CHINESE_NAME: &str = screen::TYPED_CHINESE;
const HEARD: &str = "Send me the ROI sheet before we talk.";
const TITLE: &str = "Cold-chain monitoring";
const GOAL: &str = "Lin Yue signs the pilot by 15 June";
const HALF_TYPED: &str = "They would need 75 da";

/// The names by which the program calls its controls.
struct Names {
    messages: Messages,
    catalog: Catalog,
}

impl Names {
    fn new() -> Self {
        Self { messages: Messages::new(Language::English), catalog: Catalog::bundled().unwrap() }
    }

    fn of<'a>(&'a self, id: &'a str) -> &'a str {
        assert!(self.messages.has(id), "there is no message {id}");
        self.messages.text(id)
    }

    fn empty_library(&self) -> String {
        format!("{}. {}", self.of("first-empty"), self.of("first-empty-help"))
    }

    /// The first answer to a question about myself.
    fn first_answer(&self, question: usize) -> String {
        let item = &self.catalog.questionnaire()[question];
        let [first, _] = &item.choices;
        let (stem, choice) = (item.stem.get(Language::English), first.text.get(Language::English));
        self.messages.with(
            "questionnaire-answer",
            &[("stem", Arg::from(stem)), ("choice", Arg::from(choice))],
        )
    }

    /// The switch of a quadrant beside an observation; `mark` is "none" or "for".
    fn marked(&self, mark: &str, quadrant: Quadrant) -> String {
        let name = self.catalog.quadrant(quadrant).name.get(Language::English);
        let args = [("letter", Arg::from(quadrant.letter())), ("name", Arg::from(name))];
        self.messages.with(&format!("evidence-mark-{mark}"), &args)
    }

    fn answered(&self, count: usize) -> String {
        let all = self.catalog.questionnaire().len();
        let args = [("done", Arg::from(count)), ("all", Arg::from(all))];
        self.messages.with("questionnaire-progress", &args)
    }

    fn meeting_step(&self) -> String {
        format!("{}: {}", self.of("negotiation-tabs"), self.of("negotiation-tab-meeting"))
    }
}

fn title_names(app: &App<'_>, parts: &[&str]) -> String {
    let what = format!("a window title with {parts:?}");
    app.wait_for_title(|title| parts.iter().all(|part| title.contains(part)), &what)
}

#[test]
fn work_in_the_window_survives_a_crash() {
    let Some(screen) = Screen::start("work_in_the_window_survives_a_crash") else { return };
    let names = Names::new();
    let app = App::start(&screen, None);

    // The first run: an empty library, and two answers about myself.
    app.click(&names.empty_library());
    app.fill(names.of("myself-name"), "Anna Vogt");
    app.press(&["Return"]);
    for question in 0..2 {
        app.click(&names.first_answer(question));
        app.wait_until_shown(&names.answered(question + 1));
    }

    // A counterpart with one observation.
    app.press(&["ctrl+p"]);
    app.fill(names.of("counterpart-name"), CHINESE_NAME);
    app.fill(names.of("counterpart-latin-name"), LATIN_NAME);
    app.press(&["Return"]);
    title_names(&app, &[LATIN_NAME, CHINESE_NAME, names.of("command-counterparts")]);
    let form = names.of("counterpart-name");
    app.wait_for("the form to close", || app.field(form).is_none().then_some(()));
    let heard = names.of("evidence-add-heard");
    app.fill(heard, HEARD);
    app.click(&names.marked("none", Quadrant::A));
    app.wait_until_shown(&names.marked("for", Quadrant::A));
    app.focus(heard);
    app.press(&["Return"]);
    app.wait_for("the entry to be empty again", || app.text_in(heard).filter(String::is_empty));

    // A negotiation with a line that is never finished, and an offer as the last thing.
    app.press(&["ctrl+n"]);
    app.fill(names.of("plan-title"), TITLE);
    app.fill(names.of("plan-goal"), GOAL);
    app.click(&names.meeting_step());
    let (price, log) = (names.of("offer-line"), names.of("log-text"));
    app.wait_for("the meeting", || app.field(log));
    app.press(&["ctrl+l"]);
    app.wait_until_focused(log);
    app.type_into(log, HALF_TYPED);
    app.press(&["ctrl+e"]);
    app.wait_until_focused(price);
    app.type_into(price, "us 1300 30 days");
    app.press(&["Return"]);
    app.wait_for("the next offer", || app.text_in(price).filter(String::is_empty));
    let last_key = Instant::now();
    app.put_pointer_away();
    std::thread::sleep((SAFE_AFTER * 2 / 3).saturating_sub(last_key.elapsed()));
    let (title, before) = (app.title(), screen.picture());
    std::thread::sleep(SAFE_AFTER.saturating_sub(last_key.elapsed()));
    app.kill();

    assert!(title.contains(TITLE), "{title}");
    everything_is_on_disk(&screen.default_library());

    // The same page of the same record, with the half-typed line.
    let app = App::start(&screen, None);
    app.put_pointer_away();
    app.wait_for_title(|now| now == title, &format!("the title {title:?} again"));
    app.wait_for("the half-typed line", || app.text_in(log).filter(|text| text == HALF_TYPED));
    let mut after = screen.picture();
    let same = poll(|| {
        after = screen.picture();
        (difference(&before, &after) < NEARLY_EQUAL).then_some(())
    });
    if same.is_none() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        before.save(folder.join("window-before.png")).unwrap();
        after.save(folder.join("window-after.png")).unwrap();
        panic!(
            "the window does not look as before the crash: {:.2} % of it differ, see window-before.png and window-after.png in {}",
            difference(&before, &after) * 100.0,
            folder.display()
        );
    }
}

fn everything_is_on_disk(library: &Path) {
    let contents = Library::read_all(library).unwrap();
    assert!(contents.problems.is_empty(), "{:?}", contents.problems);
    assert_eq!(contents.library.owner.name, "Anna Vogt");
    assert_eq!(contents.library.owner.evidence.len(), 2, "the answers about myself");
    let [person] = contents.counterparts.as_slice() else {
        panic!("one counterpart was typed: {:?}", contents.counterparts)
    };
    assert_eq!((person.name.as_str(), person.latin_name.as_str()), (CHINESE_NAME, LATIN_NAME));
    let evidence: Vec<_> =
        person.evidence.iter().map(|item| (item.text.as_str(), item.supports.as_slice())).collect();
    assert_eq!(evidence, [(HEARD, [Quadrant::A].as_slice())]);
    let [session] = contents.sessions.as_slice() else {
        panic!("one negotiation was typed: {:?}", contents.sessions)
    };
    assert_eq!((session.title.as_str(), session.plan.goal.as_str()), (TITLE, GOAL));
    let offers: Vec<_> = session
        .offers
        .iter()
        .map(|offer| {
            (offer.side, offer.price.unwrap_or_default().to_string(), offer.terms.as_str())
        })
        .collect();
    assert_eq!(offers, [(Side::Us, "1300".to_owned(), "30 days")]);
}

/// Every file of the library with its content.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let content = std::fs::read(&path).unwrap();
            found.insert(path, content);
        }
    }
    found
}

#[test]
fn a_second_window_does_not_write() {
    let Some(screen) = Screen::start("a_second_window_does_not_write") else { return };
    let names = Names::new();
    let library = screen.default_library();
    let sample = screen
        .command(env!("CARGO_BIN_EXE_counterpoint"))
        .arg("sample")
        .arg(&library)
        .output()
        .unwrap();
    assert!(sample.status.success(), "{}", String::from_utf8_lossy(&sample.stderr));

    let first = App::start(&screen, Some(&library));
    first.wait_until_shown(names.of("status-saved"));
    let before = files(&library);
    let second = App::start(&screen, Some(&library));
    second.wait_until_shown(names.of("status-read-only"));

    second.press(&["ctrl+2"]);
    title_names(&second, &[names.of("command-counterparts")]);
    let heard = names.of("evidence-add-heard");
    let entry = second.wait_for("the entry of evidence", || second.field(heard));
    assert!(!entry.is_enabled(), "a field of a read-only library takes no text");
    second.click(heard);
    second.type_anywhere("Changed by the second window");
    second.press(&["Return", "ctrl+p", "ctrl+n", "ctrl+z", "ctrl+s"]);
    // The answer to the last key says that the ones before it were dealt with.
    second.wait_until_shown(names.of("read-only-no-edit"));
    std::thread::sleep(SAFE_AFTER);
    assert!(files(&library) == before, "the second window changed the library");

    // The first one still can.
    first.come_to_front();
    first.press(&["ctrl+p"]);
    wait_for("a counterpart more on disk", || (files(&library).len() > before.len()).then_some(()));
}

#[test]
fn without_a_display_it_says_what_works_instead() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "COUNTERPOINT_LOG"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "");
    let [sentence] = said.lines().collect::<Vec<_>>()[..] else { panic!("one sentence: {said}") };
    for command in ["brief", "check", "list", "profile", "relation", "outcome", "walk", "sample"] {
        assert!(sentence.contains(command), "{command} is not named: {sentence}");
    }
}
