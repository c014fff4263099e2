//! Other programs write into the library while it is open: editors, sync programs, an import.

use std::fs;
use std::path::Path;

use counterpoint::app::action::Action;
use counterpoint::app::command::UiCommand;
use counterpoint::app::edit::{CounterpartEdit, Edit};
use counterpoint::app::route::Route;
use counterpoint::domain::ids::CounterpartId;
use counterpoint::i18n::Language;
use counterpoint::store::Library;
use counterpoint::store::record::RecordKey;
use counterpoint::store::sample::{SampleOptions, sample_records};

use crate::app::{App, BOTH};

fn file(app: &App, key: impl Into<RecordKey>) -> std::path::PathBuf {
    app.library_path().join(key.into().file())
}

/// Replaces the file as an editor does: a new file beside it takes its name.
fn replace(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from} is not in {text}");
    let beside = path.with_extension("new");
    fs::write(&beside, text.replacen(from, to, 1)).unwrap();
    fs::rename(beside, path).unwrap();
}

/// A person with a name, shown, and everything on the disk.
fn shown_person(app: &mut App) -> CounterpartId {
    let id = app.first_person();
    app.update(Action::Go(Route::counterpart(id)));
    let edit = CounterpartEdit::Title("Buyer".to_owned());
    app.update(Action::Edit(Edit::Counterpart(id, edit)));
    app.harness.state_mut().state.finish();
    app.settle();
    id
}

#[test]
fn what_an_editor_writes_appears_and_undo_spares_it() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let id = shown_person(&mut app);
        replace(&file(&app, id), "Lin Yue", "Lin Yuehua");
        app.wait_for("the new name", |app| app.shows("Lin Yuehua"));
        app.update(Action::Command(UiCommand::Undo));
        assert!(app.person().title.is_empty(), "what was done here is taken back");
        assert_eq!(app.person().name, "Lin Yuehua", "what was done there is not");
        assert_eq!(app.on_disk().counterparts[0].name, "Lin Yuehua");
    }
}

#[test]
fn typing_goes_on_while_another_program_changes_the_same_record() {
    let mut app = App::with_session(Language::English);
    let id = shown_person(&mut app);
    replace(&file(&app, id), "Lin Yue", "Lin Yuehua");
    // Not yet noticed: the saver finds it when it saves.
    for notes in ["c", "co", "cold chain"] {
        let edit = CounterpartEdit::Notes(notes.to_owned());
        app.harness.state_mut().state.update(Action::Edit(Edit::Counterpart(id, edit)));
    }
    app.wait_for("both", |app| {
        let person = app.person();
        person.name == "Lin Yuehua" && person.notes == "cold chain"
    });
    let person = app.on_disk().counterparts.remove(0);
    assert_eq!((person.name.as_str(), person.notes.as_str()), ("Lin Yuehua", "cold chain"));
}

#[test]
fn records_come_and_go_with_their_files() {
    for language in BOTH {
        let mut app = App::sample(language);
        app.update(Action::Go(Route::Counterparts { selected: None }));
        let all = app.work().people().len();
        let id = app.first_person();
        let path = file(&app, id);
        let kept = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        app.wait_for("one fewer", |app| app.work().people().len() == all - 1);
        fs::write(&path, kept).unwrap();
        app.wait_for("all again", |app| app.work().people().len() == all);
    }
}

#[test]
fn another_library_is_brought_in_and_nothing_is_replaced() {
    for language in BOTH {
        let mut app = App::sample(language);
        let more = SampleOptions { sessions: 12, language, ..SampleOptions::default() };
        let other = sample_records(&more);
        let path = app.folder.path().join("other");
        Library::write_new(&path, &other.library, &other.counterparts, &other.sessions).unwrap();
        let before = app.work().negotiations().len();
        assert!(before < 12);
        app.update(Action::Import(path));
        app.wait_for("the other records", |app| app.work().negotiations().len() == 12);
        app.wait_for("the end", |app| app.state().library.as_ref().unwrap().import.is_none());
        assert_eq!(app.on_disk().sessions.len(), 12);
    }
}
