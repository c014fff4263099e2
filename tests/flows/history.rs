//! What was changed, removed or lost comes back: earlier versions, the trash, backups.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use counterpoint::app::action::Action;
use counterpoint::app::command::UiCommand;
use counterpoint::app::edit::{CounterpartEdit, Edit};
use counterpoint::app::modal::Modal;
use counterpoint::app::route::Route;
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::ids::{CounterpartId, SessionId};
use counterpoint::i18n::{Arg, Language};
use counterpoint::store::record::{Record, RecordKey};
use counterpoint::store::sample::{SampleOptions, sample_records};
use counterpoint::store::{Library, LibraryFolder, archive};
use egui::Key;
use jiff::SignedDuration;
use tempfile::TempDir;

use crate::app::{App, BOTH, moment};

/// A sample library in which one person was changed twice in the last days: first the notes, then
/// title and notes.
fn changed_twice(language: Language) -> (App, Counterpart) {
    let folder = TempDir::new().unwrap();
    let sample = sample_records(&SampleOptions { language, ..SampleOptions::default() });
    let path = folder.path().join("library");
    Library::write_new(&path, &sample.library, &sample.counterparts, &sample.sessions).unwrap();
    let mut person = sample.counterparts.first().unwrap().clone();
    let library = LibraryFolder::new(&path);
    let ago = |hours| moment() - SignedDuration::from_hours(hours);
    "She asks for three references before every order.".clone_into(&mut person.notes);
    library.save(&Record::Counterpart(Arc::new(person.clone())), ago(30)).unwrap();
    let before = person.clone();
    "Head of everything".clone_into(&mut person.title);
    "She asks for two references before every order.".clone_into(&mut person.notes);
    library.save(&Record::Counterpart(Arc::new(person)), ago(2)).unwrap();
    (App::open(folder, language), before)
}

fn person(app: &App, id: CounterpartId) -> Counterpart {
    match app.record(id.into()) {
        Record::Counterpart(person) => (*person).clone(),
        other => panic!("{other:?}"),
    }
}

/// Shows the earlier versions of a person by the shortcut.
fn show_versions(app: &mut App, id: CounterpartId) {
    app.update(Action::Go(Route::counterpart(id)));
    app.shortcut(Key::H);
    app.wait_for("the versions", |app| {
        app.state().keeping.history.as_ref().is_some_and(|history| history.versions.is_some())
    });
}

fn is_listed(app: &App, id: CounterpartId) -> bool {
    app.work().has_counterpart(id)
}

#[test]
fn one_field_of_an_earlier_version_comes_back_and_the_rest_stays() {
    for language in BOTH {
        let (mut app, before) = changed_twice(language);
        show_versions(&mut app, before.id);
        assert!(app.shows("Head of everything"), "{}", app.names());
        let (title, notes) = (app.t("field-counterpart-title"), app.t("field-counterpart-notes"));
        assert!(app.has(&title) && app.has(&notes));
        assert!(
            !app.has(&app.t("field-counterpart-organisation")),
            "unchanged fields are left out"
        );

        app.click(&app.tr("versions-restore-field-named", &[("field", Arg::from(&title))]));
        let now = person(&app, before.id);
        assert_eq!(now.title, before.title);
        assert_ne!(now.notes, before.notes);
        app.wait_for("the new comparison", |app| !app.has(&title));
        assert!(app.has(&notes));

        app.press(Key::Escape);
        app.shortcut(Key::Z);
        assert_eq!(person(&app, before.id).title, "Head of everything");
        assert!(app.state().messages.missing().is_empty());
    }
}

#[test]
fn the_arrows_choose_a_version_and_tab_goes_on_to_the_buttons() {
    let (mut app, before) = changed_twice(BOTH[0]);
    show_versions(&mut app, before.id);
    let chosen = |app: &App| app.state().keeping.history.as_ref().unwrap().chosen;
    app.press(Key::ArrowDown);
    app.settle();
    assert_eq!(chosen(&app), 1);
    app.press(Key::ArrowDown);
    assert_eq!(chosen(&app), 1, "there are two");
    app.press(Key::ArrowUp);
    app.settle();
    assert_eq!(chosen(&app), 0);
    app.press(Key::Tab);
    app.press(Key::Tab);
    assert_eq!(chosen(&app), 0);
}

#[test]
fn a_whole_version_comes_back_as_one_step_that_can_be_undone() {
    let (mut app, before) = changed_twice(BOTH[0]);
    show_versions(&mut app, before.id);
    app.click_t("versions-restore");
    let now = person(&app, before.id);
    assert_eq!((now.title, now.notes), (before.title.clone(), before.notes));
    app.click_t("command-undo");
    let now = person(&app, before.id);
    assert_eq!(now.title, "Head of everything");
    // And on the disk.
    let disk = app.on_disk();
    let saved = disk.counterparts.iter().find(|person| person.id == before.id).unwrap();
    assert_eq!(saved.title, "Head of everything");
}

#[test]
fn a_record_without_earlier_versions_says_when_there_will_be_some() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.update(Action::Go(Route::Settings));
        app.shortcut(Key::H);
        let none = app.t("versions-none");
        app.wait_for("the answer", |app| app.shows(&none));
        app.press(Key::Escape);
        assert!(app.state().modal.is_none());
    }
}

fn open_trash(app: &mut App, count: usize) {
    app.update(Action::Command(UiCommand::Trash));
    app.wait_for("the trash", |app| {
        app.state()
            .keeping
            .trash
            .as_ref()
            .is_some_and(|trash| trash.is_read && trash.count() == count)
    });
}

#[test]
fn a_removed_person_is_found_in_the_trash_by_name_and_comes_back() {
    for language in BOTH {
        let mut app = App::sample(language);
        let ids: Vec<CounterpartId> = app.work().people().iter().map(|one| one.id).collect();
        let (first, second) = (ids[0], ids[1]);
        let names: Vec<String> = [first, second]
            .map(|id| app.state().messages.name_of(app.work().person(id).unwrap()))
            .to_vec();
        let keys = vec![RecordKey::Counterpart(first), RecordKey::Counterpart(second)];
        app.update(Action::Edit(Edit::Remove(keys)));
        app.on_disk();

        open_trash(&mut app, 2);
        app.type_into_t("trash-filter", &names[0]);
        assert_eq!(app.state().keeping.trash.as_ref().unwrap().shown(), 1);
        app.click(&app.tr("trash-restore-named", &[("name", Arg::from(&names[0]))]));
        assert!(is_listed(&app, first), "it is there at once, before the disk follows");
        assert!(!is_listed(&app, second));
        let disk = app.on_disk();
        assert!(disk.counterparts.iter().any(|person| person.id == first));

        // The message offers to take it back.
        app.click_t("command-undo");
        assert!(!is_listed(&app, first));
        let disk = app.on_disk();
        assert!(disk.counterparts.iter().all(|person| person.id != first));
        assert!(app.state().messages.missing().is_empty());
    }
}

#[test]
fn what_was_restored_can_be_opened_and_changed() {
    let mut app = App::sample(BOTH[0]);
    let id = app.first_person();
    app.update(Action::Edit(Edit::remove_counterpart(id)));
    app.on_disk();
    open_trash(&mut app, 1);
    app.click(&app.tr("trash-choose-all", &[("count", 1.into())]));
    app.click_t("trash-restore");
    app.press(Key::Escape);
    app.update(Action::Go(Route::counterpart(id)));
    app.wait_for("the record", |app| app.work().record(id.into()).is_some());
    app.update(Action::Edit(Edit::Counterpart(id, CounterpartEdit::Notes("Back".to_owned()))));
    let disk = app.on_disk();
    let saved = disk.counterparts.iter().find(|person| person.id == id).unwrap();
    assert_eq!(saved.notes, "Back");
}

#[test]
fn deleting_for_good_names_what_goes_and_needs_a_second_click() {
    for language in BOTH {
        let mut app = App::sample(language);
        let id = app.first_session();
        let title = app.work().negotiation(id).unwrap().title.clone();
        app.update(Action::Edit(Edit::remove_session(id)));
        app.on_disk();
        let trash = LibraryFolder::new(&app.library_path()).trash(RecordKey::Session(id));
        assert!(trash.exists());

        open_trash(&mut app, 1);
        app.click(&app.tr("trash-choose-row", &[("name", Arg::from(&title))]));
        app.click_t("trash-erase");
        assert!(app.shows(&title) && app.shows(&app.t("trash-erase-backups")), "{}", app.names());
        app.click_t("trash-erase-keep");
        assert!(trash.exists() && app.shows(&title));

        app.click_t("trash-erase");
        app.press(Key::Escape);
        assert!(app.state().modal.is_some(), "back in the trash");
        app.click_t("trash-erase");
        app.click_t("trash-erase-do");
        app.on_disk();
        assert!(!trash.exists());
        // Undo does not bring back a ghost.
        app.press(Key::Escape);
        app.shortcut(Key::Z);
        assert!(!app.work().has_session(id));
        assert!(app.state().messages.missing().is_empty());
    }
}

fn kept(app: &App) -> usize {
    app.state().keeping.archives.kept.as_ref().map_or(0, Vec::len)
}

fn is_backing_up(app: &App) -> bool {
    app.state().keeping.archives.making.is_some()
}

#[test]
fn a_library_backs_itself_up_once_a_day() {
    let mut app = App::sample(BOTH[0]);
    app.wait_for("the first backup", |app| kept(app) == 1 && !is_backing_up(app));
    app.wait_minutes(60);
    assert!(!is_backing_up(&app), "once a day is enough");
    let id = app.first_person();
    app.update(Action::Edit(Edit::Counterpart(id, CounterpartEdit::Notes("New".to_owned()))));
    app.wait_minutes(24 * 60);
    app.wait_for("the backup of the next day", |app| kept(app) == 2 && !is_backing_up(app));
}

#[test]
fn a_backup_that_fails_is_told_once_with_what_to_do() {
    let folder = TempDir::new().unwrap();
    let sample = sample_records(&SampleOptions::default());
    let path = folder.path().join("library");
    Library::write_new(&path, &sample.library, &sample.counterparts, &sample.sessions).unwrap();
    // A file where the folder should be.
    fs::write(path.join("archives"), "in the way").unwrap();
    let mut app = App::open(folder, BOTH[0]);
    app.wait_for("the failure", |app| app.state().keeping.archives.failure.is_some());
    assert_eq!(app.state().toasts.iter().filter(|toast| toast.is_warning).count(), 1);
    app.wait_minutes(24 * 60);
    app.wait_for("the next attempt", |app| !is_backing_up(app));
    assert_eq!(app.state().toasts.iter().filter(|toast| toast.is_warning).count(), 0);
    app.update(Action::Go(Route::Settings));
    assert!(app.shows("archives"), "the settings still say so: {}", app.names());
}

#[test]
fn a_backup_is_restored_into_a_folder_of_its_own_and_opened() {
    for language in BOTH {
        let mut app = App::sample(language);
        app.wait_for("the daily backup", |app| kept(app) == 1 && !is_backing_up(app));
        let people = app.work().people().len();
        let removed = app.first_person();
        app.update(Action::Edit(Edit::remove_counterpart(removed)));
        app.on_disk();

        app.update(Action::Go(Route::Settings));
        app.click_t("backups-restore");
        app.wait_for("the backups", |app| {
            app.state().keeping.restoring.as_ref().is_some_and(|one| one.found.is_some())
        });
        let Some(Modal::RestoreBackup { path, .. }) = &app.state().modal else {
            panic!("{:?}", app.state().modal)
        };
        let into = path.clone();
        assert!(into.starts_with(&app.library_path().display().to_string()), "{into}");
        let fine = app.t("library-new-folder");
        app.wait_for("a look at the folder", |app| app.shows(&fine));
        app.click_t("restore-do");
        let done = app.t("restore-done");
        app.wait_for("the restored library", |app| app.shows(&done));
        assert!(!is_listed(&app, removed), "the open library stays as it is");

        app.click_t("restore-open");
        app.wait_for("the opened library", |app| {
            app.state().library.as_ref().is_some_and(|library| library.path == Path::new(&into))
        });
        assert_eq!(app.work().people().len(), people);
        assert!(is_listed(&app, removed));
        assert!(app.state().messages.missing().is_empty());
    }
}

#[test]
fn the_settings_say_when_the_last_backup_was_made() {
    for language in BOTH {
        let mut app = App::sample(language);
        app.wait_for("the daily backup", |app| kept(app) == 1 && !is_backing_up(app));
        app.update(Action::Go(Route::Settings));
        let when = match language {
            Language::English => "last today 13:30, 1 kept",
            Language::Chinese => "上次在今天 13:30，保留 1 份",
        };
        assert!(app.shows(when), "{}", app.names());
        let session: SessionId = app.first_session();
        app.update(Action::Edit(Edit::remove_session(session)));
        app.on_disk();
        app.wait_minutes(1);
        app.click_t("backups-now");
        app.wait_for("the second backup", |app| !is_backing_up(app));
        let folder = LibraryFolder::new(&app.library_path());
        let made = archive::list(&folder);
        let newest = made.last().expect("a backup");
        let contents = archive::contents(&newest.path).unwrap();
        assert_eq!(contents.sessions, app.work().negotiations().len());
    }
}

#[test]
fn closing_does_not_wait_for_a_backup_and_leaves_no_half_of_one() {
    let mut app = App::sample(BOTH[0]);
    app.wait_for("the daily backup", |app| !is_backing_up(app) && kept(app) == 1);
    app.wait_minutes(1);
    app.harness.state_mut().state.update(Action::Command(UiCommand::BackUp));
    assert!(is_backing_up(&app));
    let start = Instant::now();
    app.harness.state_mut().state.finish();
    assert!(start.elapsed() < Duration::from_secs(3));
    assert!(!is_backing_up(&app));
    for entry in fs::read_dir(app.library_path().join("archives")).unwrap() {
        let path = entry.unwrap().path();
        assert!(path.extension().is_some_and(|ending| ending == "zip"), "{path:?}");
    }
}
