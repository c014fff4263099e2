//! Records that were changed in two places: nothing is lost, and the user decides field by field.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterpoint::app::action::Action;
use counterpoint::app::edit::{CounterpartEdit, Edit};
use counterpoint::app::route::Route;
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::ids::CounterpartId;
use counterpoint::domain::library::LibraryRecord;
use counterpoint::i18n::Language;
use counterpoint::store::{LibraryFolder, Record, RecordKey};
use egui::{Key, Modifiers};
use uuid::Uuid;

use crate::app::{App, BOTH, moment};

const SYNCTHING: &str = "sync-conflict-20261123-101500-ABCDEFG";

fn person_of(app: &App, id: CounterpartId) -> Counterpart {
    match app.record(id.into()) {
        Record::Counterpart(person) => Counterpart::clone(&person),
        other => panic!("{other:?}"),
    }
}

fn record(person: Counterpart) -> Record {
    Record::Counterpart(Arc::new(person))
}

/// What another program writes.
fn text_of(person: &Counterpart) -> String {
    let place = tempfile::TempDir::new().unwrap();
    let folder = LibraryFolder::new(place.path());
    folder.save(&record(person.clone()), moment()).unwrap();
    fs::read_to_string(folder.file(person.id.into())).unwrap()
}

fn copy_path(library: &Path, id: CounterpartId, tag: &str) -> PathBuf {
    library.join(format!("counterparts/{id}.{tag}.ron"))
}

/// A library with copies beside its people, opened.
fn with_copies(
    language: Language,
    copies: impl FnOnce(&App) -> Vec<(CounterpartId, &'static str, String)>,
) -> App {
    let app = App::sample(language);
    let written = copies(&app);
    for (id, tag, text) in &written {
        fs::write(copy_path(&app.library_path(), *id, tag), text).unwrap();
    }
    let mut app = app.restart();
    let count = written.len();
    app.wait_for("the copies", |app| app.state().library.as_ref().unwrap().copies.len() == count);
    app
}

/// The name of one side of a field.
fn option(app: &App, field: &str, side: &str, value: &str) -> String {
    let args =
        [("field", app.t(field).into()), ("side", app.t(side).into()), ("value", value.into())];
    app.tr("merge-option", &args)
}

fn in_trash(app: &App, id: CounterpartId) -> Vec<String> {
    let folder = LibraryFolder::new(&app.library_path()).trash(id.into());
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| fs::read_to_string(entry.path()).unwrap()).collect()
}

#[test]
fn a_file_changed_behind_the_app_is_merged_field_by_field() {
    for language in BOTH {
        let mut app = App::sample(language);
        let id = app.first_person();
        app.update(Action::Go(Route::counterpart(id)));
        let mut theirs = person_of(&app, id);
        "Head of Freight".clone_into(&mut theirs.title);
        "Their Harbour".clone_into(&mut theirs.organisation);
        theirs.notes.push_str("\nA line of theirs");
        fs::write(app.library_path().join(format!("counterparts/{id}.ron")), text_of(&theirs))
            .unwrap();
        // Both are typed before the app hears of the other program.
        for edit in [
            CounterpartEdit::Title("Head of Cold".to_owned()),
            CounterpartEdit::Organisation("My Harbour".to_owned()),
        ] {
            app.harness.state_mut().state.update(Action::Edit(Edit::Counterpart(id, edit)));
        }
        app.wait_for("the merge", |app| {
            let merges = &app.state().library.as_ref().unwrap().merges;
            merges.first().is_some_and(|merge| merge.conflicts.len() == 2)
        });
        assert_eq!(person_of(&app, id).title, "Head of Cold", "mine is in use");

        app.click_t("merges-show");
        assert!(app.shows(&app.t("merge-kept-file")));
        assert!(app.has(&option(
            &app,
            "field-counterpart-organisation",
            "merge-mine",
            "My Harbour"
        )));
        // The title is the second of the two.
        app.press(Key::ArrowDown);
        app.press(Key::ArrowRight);
        app.click_t("merge-do");
        assert!(app.state().modal.is_none() && !app.has(&app.t("merges-show")));
        let on_disk = app.on_disk();
        let saved = on_disk.counterparts.iter().find(|person| person.id == id).unwrap();
        assert_eq!((&*saved.title, &*saved.organisation), ("Head of Freight", "My Harbour"));
        assert!(saved.notes.ends_with("A line of theirs"), "what contradicts nothing is in");

        app.shortcut(Key::Z);
        assert_eq!(person_of(&app, id).title, "Head of Cold");
    }
}

#[test]
fn a_merge_is_made_in_what_the_file_holds_when_the_record_is_no_longer_in_memory() {
    let mut app = App::sample(Language::English);
    let id = app.first_person();
    app.update(Action::Go(Route::counterpart(id)));
    let file = app.library_path().join(format!("counterparts/{id}.ron"));
    let mut theirs = person_of(&app, id);
    "Head of Freight".clone_into(&mut theirs.title);
    fs::write(&file, text_of(&theirs)).unwrap();
    let edit = CounterpartEdit::Title("Head of Cold".to_owned());
    app.harness.state_mut().state.update(Action::Edit(Edit::Counterpart(id, edit)));
    app.wait_for("the merge", |app| !app.state().library.as_ref().unwrap().merges.is_empty());

    // The file goes, and comes back with something new in it.
    app.update(Action::Go(Route::Today));
    let mut newer = person_of(&app, id);
    "Later than the merge".clone_into(&mut newer.notes);
    fs::remove_file(&file).unwrap();
    let has = move |app: &App| app.state().library.as_ref().unwrap().work.has_counterpart(id);
    app.wait_for("the deletion", |app| !has(app));
    fs::write(&file, text_of(&newer)).unwrap();
    app.wait_for("the return", has);
    let work = |app: &App| app.state().library.as_ref().unwrap().work.record(id.into()).is_some();
    assert!(!work(&app), "it is not in memory");

    app.click_t("merges-show");
    app.press(Key::ArrowRight);
    app.click_t("merge-do");
    app.wait_for("the choice", |app| app.state().modal.is_none());
    let on_disk = app.on_disk();
    let saved = on_disk.counterparts.iter().find(|person| person.id == id).unwrap();
    assert_eq!((&*saved.title, &*saved.notes), ("Head of Freight", "Later than the merge"));
}

#[test]
fn a_copy_is_merged_with_the_keyboard_and_goes_to_the_trash() {
    for language in BOTH {
        let mut theirs = None;
        let mut app = with_copies(language, |app| {
            let id = app.first_person();
            let mut copy = person_of(app, id);
            "Their Harbour".clone_into(&mut copy.organisation);
            copy.labels.tags.push("from the laptop".to_owned());
            let text = text_of(&copy);
            theirs = Some((id, text.clone()));
            vec![(id, SYNCTHING, text)]
        });
        let (id, text) = theirs.unwrap();
        let before = person_of(&app, id);
        app.click_t("copies-show");
        let mine =
            option(&app, "field-counterpart-organisation", "merge-mine", &before.organisation);
        app.wait_for("the copy", |app| app.has(&mine));
        assert!(app.shows("Syncthing") && app.shows("ABCDEFG"));
        let quiet = app.tr("merge-quiet-copy", &[("count", 1.into())]);
        app.click(&quiet);
        assert!(app.shows("from the laptop"), "nothing comes in unseen");

        app.press(Key::T);
        // Left for later and taken up again, the choice is as it was made.
        app.press(Key::Escape);
        assert!(app.state().modal.is_none());
        app.click_t("copies-show");
        app.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        app.settle();
        let copy = copy_path(&app.library_path(), id, SYNCTHING);
        app.wait_for("the trash", |_| !copy.exists());
        assert!(app.state().modal.is_none() && !app.has(&app.t("copies-show")));
        assert!(app.shows(&app.t("merge-told-copy")));
        let on_disk = app.on_disk();
        let saved = on_disk.counterparts.iter().find(|person| person.id == id).unwrap();
        assert_eq!(saved.organisation, "Their Harbour");
        assert!(saved.labels.has_tag("from the laptop"));
        assert_eq!(in_trash(&app, id), std::slice::from_ref(&text));

        app.shortcut(Key::Z);
        let back = person_of(&app, id);
        assert_eq!(back.organisation, before.organisation);
        assert!(!back.labels.has_tag("from the laptop"));
        assert_eq!(in_trash(&app, id), [text], "undo leaves the copy where it is");
    }
}

#[test]
fn a_damaged_copy_is_named_with_its_place_and_left_alone() {
    for language in BOTH {
        let mut id = None;
        let damaged = "(\n  schema: 2,\n  id: \"half a rec";
        let mut app = with_copies(language, |app| {
            let person = app.first_person();
            id = Some(person);
            vec![(person, SYNCTHING, damaged.to_owned())]
        });
        let id = id.unwrap();
        let before = person_of(&app, id);
        app.click_t("copies-show");
        let told = app.t("merge-unreadable");
        app.wait_for("the fault", |app| app.shows(&told));
        let copy = copy_path(&app.library_path(), id, SYNCTHING);
        let line = if language == Language::English { "line 3" } else { "3 行" };
        assert!(app.shows(line), "{}", app.names());
        app.click_t("merge-leave");
        assert!(app.state().modal.is_none() && !app.has(&app.t("copies-show")));
        assert_eq!(fs::read_to_string(copy).unwrap(), damaged);
        assert_eq!(person_of(&app, id), before);
    }
}

#[test]
fn copies_with_nothing_new_go_together_and_a_lost_record_comes_back() {
    let stranger = CounterpartId(Uuid::from_u128(0x019d_4d6b_be80_7258_bb73_c660_969e_9999));
    let mut app = with_copies(Language::English, |app| {
        let id = app.first_person();
        let same = text_of(&person_of(app, id));
        let mut lost = person_of(app, id);
        lost.id = stranger;
        "Somebody Lost".clone_into(&mut lost.name);
        lost.latin_name.clear();
        vec![(id, SYNCTHING, same.clone()), (id, "host", same), (stranger, "2", text_of(&lost))]
    });
    let people = app.work().people().len();
    app.click_t("copies-show");
    let all = app.tr("merge-put-aside-all", &[("count", 2.into())]);
    app.wait_for("all copies", |app| app.has(&all) && app.has("Somebody Lost"));
    app.click(&all);
    app.click("Somebody Lost");
    app.click_t("merge-bring-back");
    assert!(app.state().modal.is_none());
    assert_eq!(app.work().people().len(), people + 1);
    let on_disk = app.on_disk();
    assert!(on_disk.counterparts.iter().any(|person| person.name == "Somebody Lost"));
    assert_eq!(in_trash(&app, stranger).len(), 1);
    app.shortcut(Key::Z);
    assert_eq!(app.work().people().len(), people);
}

#[test]
fn a_record_that_changes_meanwhile_is_looked_over_again() {
    let mut app = with_copies(Language::English, |app| {
        let id = app.first_person();
        let mut copy = person_of(app, id);
        "Their Harbour".clone_into(&mut copy.organisation);
        vec![(id, SYNCTHING, text_of(&copy))]
    });
    let id = app.first_person();
    app.click_t("copies-show");
    let theirs = option(&app, "field-counterpart-organisation", "merge-theirs", "Their Harbour");
    app.wait_for("the copy", |app| app.has(&theirs));
    app.click(&theirs);
    let edit = |edit| Action::Edit(Edit::Counterpart(id, edit));
    app.update(edit(CounterpartEdit::Title("Another title".to_owned())));
    app.click_t("merge-do");
    assert!(app.state().modal.is_some() && app.shows(&app.t("merge-renewed")));
    assert!(app.has(&option(&app, "field-counterpart-title", "merge-mine", "Another title")));
    app.click_t("merge-do");
    assert!(app.state().modal.is_none());
    let merged = person_of(&app, id);
    assert_eq!((&*merged.title, &*merged.organisation), ("Another title", "Their Harbour"));
}

#[test]
fn a_copy_of_the_library_file_is_merged_like_any_other() {
    for language in BOTH {
        let mut app = App::sample(language);
        let path = app.library_path();
        app.harness.state_mut().state.finish();
        let file = path.join("library.ron");
        let mut theirs = match app.record(RecordKey::Library) {
            Record::Library(library) => LibraryRecord::clone(&library),
            other => panic!("{other:?}"),
        };
        "Somebody else".clone_into(&mut theirs.owner.name);
        let place = tempfile::TempDir::new().unwrap();
        let folder = LibraryFolder::new(place.path());
        folder.save(&Record::Library(Arc::new(theirs)), moment()).unwrap();
        let copy = path.join("library (conflicted copy 2026-11-23 101500).ron");
        fs::copy(folder.file(RecordKey::Library), &copy).unwrap();
        let before = fs::read(&file).unwrap();
        let mut app = app.restart();
        app.wait_for("the copy", |app| !app.state().library.as_ref().unwrap().copies.is_empty());
        app.click_t("copies-show");
        let theirs = option(&app, "field-owner-name", "merge-theirs", "Somebody else");
        app.wait_for("its content", |app| app.has(&theirs));
        assert_eq!(fs::read(&file).unwrap(), before, "nothing is done before it is decided");
        app.click_t("merge-all-theirs");
        app.click_t("merge-do");
        app.wait_for("the trash", |_| !copy.exists());
        assert_eq!(app.on_disk().library.owner.name, "Somebody else");
        assert!(path.join("trash/library").is_dir());
    }
}

#[test]
fn a_library_for_reading_only_offers_no_merge() {
    let app = with_copies(Language::English, |app| {
        let id = app.first_person();
        vec![(id, SYNCTHING, "(".to_owned())]
    });
    let second = app.second_window(Language::English);
    assert!(app.has(&app.t("copies-show")));
    assert!(!second.has(&second.t("copies-show")));
}
