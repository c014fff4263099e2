//! A brief is saved where the user says, and never over another file unasked.

use std::fs;
use std::path::Path;

use counterpoint::app::action::{Action, BriefFormat};
use counterpoint::app::modal::Modal;
use counterpoint::brief::paper::Paper;
use egui::Key;

use crate::app::{App, BOTH};

#[test]
fn a_file_that_is_there_is_replaced_only_when_the_user_says_so() {
    for language in BOTH {
        let mut app = App::sample(language);
        let path = app.folder.path().join("brief.md");
        fs::write(&path, "something else").unwrap();
        let session = app.first_session();
        app.update(Action::ShowModal(Modal::SaveBrief {
            session,
            format: BriefFormat::Markdown,
            path: path.display().to_string(),
            overwrite: false,
        }));
        let exists = app.t("save-brief-exists");
        app.wait_for("a look at the disk", |app| app.shows(&exists));
        app.press(Key::Enter);
        assert!(app.state().modal.is_some(), "Enter alone does not replace a file");
        assert_eq!(fs::read_to_string(&path).unwrap(), "something else");

        app.click_t("save-brief-overwrite");
        app.click_t("save-brief-do");
        app.wait_for("the brief", |_| {
            fs::read_to_string(&path).is_ok_and(|text| text.starts_with("# "))
        });
        assert!(app.state().modal.is_none());
    }
}

#[test]
fn a_folder_that_is_missing_is_named_before_anything_is_written() {
    let mut app = App::sample(BOTH[0]);
    let path = app.folder.path().join("no such folder/brief.md");
    let session = app.first_session();
    app.update(Action::ShowModal(Modal::SaveBrief {
        session,
        format: BriefFormat::Markdown,
        path: path.display().to_string(),
        overwrite: false,
    }));
    let folder = path.parent().unwrap().display().to_string();
    let told = app.tr("save-brief-folder-missing", &[("folder", folder.into())]);
    app.wait_for("the missing folder", |app| app.shows(&told));
    app.press(Key::Enter);
    assert!(app.state().modal.is_some());
    assert!(!path.exists());
}

#[test]
fn the_kind_of_file_is_chosen_in_the_window_and_a_pdf_is_written() {
    for language in BOTH {
        let mut app = App::sample(language);
        let path = app.folder.path().join("brief.md");
        let session = app.first_session();
        app.update(Action::ShowModal(Modal::SaveBrief {
            session,
            format: BriefFormat::Markdown,
            path: path.display().to_string(),
            overwrite: false,
        }));
        let kind = |app: &App, id: &str| format!("{}: {}", app.t("brief-format"), app.t(id));
        app.click(&kind(&app, "brief-format-pdf"));
        let letter = format!("{}: {}", app.t("brief-paper"), app.t("brief-paper-letter"));
        app.click(&letter);
        assert_eq!(app.state().preferences.paper, Some(Paper::Letter));
        let pdf = path.with_extension("pdf");
        app.wait_for("a look at the disk", |app| {
            matches!(&app.state().modal, Some(Modal::SaveBrief { path: shown, .. }) if Path::new(shown) == pdf)
        });
        app.click_t("save-brief-do");
        app.wait_for("the PDF", |_| fs::read(&pdf).is_ok_and(|file| file.starts_with(b"%PDF-")));
        assert!(!path.exists());
    }
}
