//! Bad input: each fault is told, nothing is lost, the rest works.

use std::fs;

use counterpoint::app::action::Action;
use counterpoint::app::edit::{CounterpartEdit, Edit};
use counterpoint::app::modal::Modal;
use counterpoint::app::route::Route;
use counterpoint::app::state::Closed;
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::ids::CounterpartId;
use counterpoint::i18n::Language;
use counterpoint::store::Library;
use egui::Key;
use egui_kittest::kittest::Queryable as _;
use uuid::Uuid;

use crate::app::{App, BOTH, moment};

#[test]
fn names_of_any_length_and_script_do_not_break_the_pages() {
    let long = "很长的名字 ".repeat(2000);
    for name in [
        long.as_str(),
        "\u{202e}gnirts\u{202c} \u{1F98A} a\u{0}b\u{7}",
        "שרה לוי محمد",
        "\u{200f}\u{200b}",
    ] {
        let mut app = App::empty(Language::English);
        app.harness.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
        app.shortcut(Key::P);
        let id = app.first_person();
        for edit in [
            CounterpartEdit::Name(name.to_owned()),
            CounterpartEdit::LatinName(name.to_owned()),
            CounterpartEdit::Title(name.to_owned()),
            CounterpartEdit::Organisation(name.to_owned()),
        ] {
            app.harness.state_mut().state.update(Action::Edit(Edit::Counterpart(id, edit)));
        }
        app.settle();
        app.click_t("counterpart-prepare");
        // Alone, and beside others of the same name.
        let mut people = vec![id];
        for number in 0..3 {
            let mut other = Counterpart::new(CounterpartId(Uuid::from_u128(90 + number)), moment());
            name.clone_into(&mut other.name);
            people.push(other.id);
            app.update(Action::Edit(Edit::AddCounterpart(Box::new(other))));
        }
        let together =
            |people: &[_]| Route::Together { people: people.to_vec(), me: true, session: None };
        for route in [
            Route::Today,
            Route::Negotiations,
            Route::counterpart(id),
            together(&people[..1]),
            together(&people[..2]),
            together(&people),
        ] {
            app.harness.state_mut().state.update(Action::Go(route));
            app.settle();
            let widest = app
                .harness
                .query_all_by_label_contains("")
                .map(|node| node.rect().right())
                .fold(0.0, f32::max);
            assert!(widest < 3000.0, "something is {widest} points wide");
        }
        let saved = app.on_disk().counterparts;
        assert!(saved.iter().all(|person| person.name == name));
    }
}

#[test]
fn a_damaged_record_is_named_with_its_place_and_the_rest_opens() {
    for language in BOTH {
        let mut app = App::sample(language);
        let all = app.work().people().len();
        let id = app.first_person();
        let file = app.library_path().join(format!("counterparts/{id}.ron"));
        app.harness.state_mut().state.finish();
        let App { harness, folder } = app;
        drop(harness);
        let damaged = fs::read_to_string(&file).unwrap().replacen("name:", "name", 1);
        fs::write(&file, &damaged).unwrap();

        let app = App::open(folder, language);
        assert_eq!(app.work().people().len(), all - 1);
        assert_eq!(app.state().modal, Some(Modal::Problems));
        let problem = &app.state().library.as_ref().unwrap().problems[0];
        let (line, _) = problem.error.position();
        assert!(line > 1);
        assert!(app.shows(&format!("{id}.ron")), "{}", app.names());
        assert!(!file.exists(), "it is in quarantine");
        let kept =
            fs::read_dir(app.library_path().join("quarantine")).unwrap().next().unwrap().unwrap();
        assert_eq!(fs::read_to_string(kept.path()).unwrap(), damaged);
    }
}

#[test]
fn a_second_window_reads_and_changes_nothing() {
    let mut first = App::sample(Language::English);
    let mut second = first.second_window(Language::Chinese);
    assert!(second.state().library.as_ref().unwrap().is_read_only());
    assert_eq!(second.work().people().len(), first.work().people().len());
    let before = first.on_disk();
    second.shortcut(Key::P);
    let id = second.first_person();
    let edit = Edit::Counterpart(id, CounterpartEdit::Name("changed".to_owned()));
    second.harness.state_mut().state.update(Action::Edit(edit));
    second.settle();
    let after = first.on_disk();
    assert_eq!(before.counterparts, after.counterparts);
    assert!(second.shows(&second.t("status-read-only")));
}

#[test]
fn a_removed_negotiation_comes_back_with_undo() {
    let mut app = App::sample(Language::English);
    let count = app.work().negotiations().len();
    let id = app.first_session();
    app.harness.state_mut().state.update(Action::Edit(Edit::remove_session(id)));
    app.settle();
    assert_eq!(app.on_disk().sessions.len(), count - 1);
    app.shortcut(Key::Z);
    assert_eq!(app.on_disk().sessions.len(), count);
}

#[test]
fn starting_empty_where_a_library_is_opens_it_and_writes_nothing_over_it() {
    let mut app = App::sample(Language::English);
    let people = app.on_disk().counterparts;
    let App { harness, folder } = app;
    drop(harness);
    let mut app = App::first_run_in(folder, Language::English);
    app.click_t("first-empty");
    app.wait_for("the library", |app| app.state().library.is_some());
    assert_eq!(app.on_disk().counterparts, people);
}

#[test]
fn a_library_that_cannot_be_opened_is_explained_and_left_alone() {
    for language in BOTH {
        let mut app = App::first_run(language);
        let path = app.library_path();
        fs::write(&path, "a file where a folder should be").unwrap();
        app.harness.state_mut().state.update(Action::OpenLibrary(path.clone()));
        app.wait_for("the explanation", |app| matches!(app.state().closed, Closed::Failed { .. }));
        assert!(app.shows(&app.t("first-failed")), "{}", app.names());
        assert_eq!(fs::read_to_string(path).unwrap(), "a file where a folder should be");
    }
}

#[test]
fn what_cannot_be_saved_keeps_the_window_and_the_library_open_until_the_user_decides() {
    for language in BOTH {
        let mut app = App::sample(language);
        let id = app.first_person();
        app.update(Action::Go(Route::counterpart(id)));
        // A file stands where the folder of the people should be: no person can be saved.
        let people = app.library_path().join("counterparts");
        fs::rename(&people, app.library_path().join("elsewhere")).unwrap();
        fs::write(&people, "in the way").unwrap();
        let edit = CounterpartEdit::Notes("typed".to_owned());
        let state = &mut app.harness.state_mut().state;
        state.update(Action::Edit(Edit::Counterpart(id, edit)));
        assert!(!state.may_close(), "nothing is thrown away without a word");
        app.settle();
        assert!(app.has(&app.t("library-rescue-title")));

        let rescue = app.folder.path().join("rescue");
        app.update(Action::Rescue(rescue.clone()));
        app.wait_for("the rescued record", |_| rescue.join("library.ron").exists());
        let rescued = Library::read_all(&rescue).unwrap().counterparts;
        assert_eq!((rescued.len(), rescued[0].notes.as_str()), (1, "typed"));

        let other = app.folder.path().join("other");
        app.update(Action::CreateLibrary { path: other.clone(), sample: false });
        let told = app.t("leave-unsaved");
        app.wait_for("the reason", |app| app.shows(&told));
        assert_ne!(app.state().library.as_ref().unwrap().path, other);
        assert!(app.harness.state_mut().state.may_close(), "told once, the user may leave it");
    }
}
