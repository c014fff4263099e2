//! Long lists: sorting, filtering, choosing many rows, tags, and the archive.

use counterpoint::app::action::Action;
use counterpoint::app::lists::negotiations::NegotiationOrder;
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::domain::ids::SessionId;
use counterpoint::domain::summary::SessionSummary;
use counterpoint::i18n::Arg;
use counterpoint::store::record::RecordKey;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;

use crate::app::{App, BOTH};

/// The sample library on the page of all negotiations.
fn on_list(language: counterpoint::i18n::Language) -> App {
    let mut app = App::sample(language);
    app.shortcut(Key::Num3);
    app
}

/// Titles in the order of the list.
fn titles(app: &App) -> Vec<String> {
    let library = app.state().library.as_ref().unwrap();
    let list = library.lists.negotiations.latest().unwrap();
    list.rows.iter().map(|id| app.work().negotiation(*id).unwrap().title.clone()).collect()
}

fn chosen(app: &App) -> Vec<SessionId> {
    app.state().library.as_ref().unwrap().lists.chosen_negotiations.ids().to_vec()
}

fn named<'a>(app: &'a App, title: &str) -> &'a SessionSummary {
    app.work().negotiations().iter().find(|session| session.title == title).unwrap()
}

fn choose_name(app: &App, title: &str) -> String {
    app.tr("list-choose-row", &[("name", Arg::from(title))])
}

fn click_with(app: &mut App, name: &str, modifiers: Modifiers) {
    app.harness.get_all_by_label(name).next().unwrap().click_modifiers(modifiers);
    app.settle();
}

/// Clicks the last button of that name: menus and the bar of the list come after the page.
fn click_last(app: &mut App, name: &str) {
    let buttons = app.harness.get_all_by_role_and_label(Role::Button, name);
    buttons.last().unwrap().click();
    app.settle();
}

fn tell(app: &App, key: &str, count: usize, tag: &str) -> String {
    app.tr(key, &[("count", count.into()), ("tag", tag.into())])
}

#[test]
fn many_negotiations_are_archived_in_one_step_and_brought_back() {
    for language in BOTH {
        let mut app = on_list(language);
        let all = titles(&app);
        app.shortcut(Key::A);
        assert_eq!(chosen(&app).len(), all.len());
        assert!(app.shows(&app.tr("list-chosen", &[("count", all.len().into())])));
        app.click_t("list-archive-them");
        assert!(app.shows(&tell(&app, "negotiations-archived", all.len(), "")));
        assert!(app.shows(&app.t("list-all-archived-title")));
        assert!(chosen(&app).is_empty());
        app.click_t("command-undo");
        assert_eq!(titles(&app).len(), all.len(), "one undo takes all of it back");

        app.shortcut(Key::A);
        app.click_t("list-archive-them");
        app.click_t("list-open-archive");
        assert_eq!(titles(&app).len(), all.len());
        app.shortcut(Key::A);
        app.click_t("list-bring-back");
        assert!(app.shows(&app.t("list-archive-empty-title")));
        app.click_t("list-leave-archive");
        assert_eq!(titles(&app).len(), all.len());
    }
}

#[test]
fn a_typed_tag_goes_onto_every_chosen_row_and_off_again() {
    for language in BOTH {
        let mut app = on_list(language);
        let all = titles(&app);
        let (first, third) = (choose_name(&app, &all[0]), choose_name(&app, &all[2]));
        app.click(&first);
        click_with(&mut app, &third, Modifiers::SHIFT);
        assert_eq!(chosen(&app).len(), 3, "a range");
        app.click_t("list-tag-them");
        app.type_text("华东");
        app.press(Key::Enter);
        assert!(app.shows(&tell(&app, "negotiations-tagged", 3, "华东")));
        for title in &all[..3] {
            assert_eq!(named(&app, title).labels.tags, ["华东"]);
        }
        assert_eq!(chosen(&app).len(), 3, "they stay chosen for the next thing");

        // Once more: the tag that is there is offered, and nothing becomes different.
        app.click_t("list-tag-them");
        app.type_text("华");
        app.press(Key::ArrowDown);
        app.press(Key::Enter);
        assert!(app.shows(&app.tr("tagged-nothing", &[("tag", "华东".into())])));

        app.click_t("list-untag-them");
        click_last(&mut app, "华东");
        assert!(app.shows(&tell(&app, "negotiations-untagged", 3, "华东")));
        assert!(all.iter().all(|title| named(&app, title).labels.tags.is_empty()));
        app.shortcut(Key::Z);
        assert_eq!(named(&app, &all[1]).labels.tags, ["华东"]);
    }
}

#[test]
fn the_list_is_filtered_by_a_tag_and_says_when_nothing_is_left() {
    for language in BOTH {
        let mut app = on_list(language);
        let all = titles(&app);
        let name = choose_name(&app, &all[1]);
        app.click(&name);
        app.click_t("list-tag-them");
        app.type_text("VIP");
        app.press(Key::Enter);
        app.click_t("list-filter-tag");
        click_last(&mut app, "VIP");
        assert_eq!(titles(&app), [all[1].clone()]);
        app.type_into_t("negotiations-filter", "no such deal");
        assert!(titles(&app).is_empty());
        assert_eq!(chosen(&app).len(), 1, "what is filtered away stays chosen");
        let args = [("count", 1.into()), ("hidden", 1.into())];
        assert!(app.shows(&app.tr("list-chosen-hidden", &args)));
        app.click_t("list-clear-filter");
        assert_eq!(titles(&app), all);
    }
}

#[test]
fn a_deal_that_was_archived_is_offered_where_the_search_finds_nothing_else() {
    for language in BOTH {
        let mut app = on_list(language);
        let title = titles(&app)[0].clone();
        app.click(&choose_name(&app, &title));
        app.click_t("list-archive-them");
        app.type_into_t("negotiations-filter", &title);
        assert!(titles(&app).is_empty());
        let found = app.tr("list-elsewhere-negotiations", &[("count", 1.into())]);
        app.click(&found);
        assert_eq!(titles(&app), [title]);
    }
}

#[test]
fn the_order_is_chosen_above_the_list() {
    for language in BOTH {
        let mut app = on_list(language);
        let by_meeting = titles(&app);
        let order = |app: &App, order: NegotiationOrder| {
            let word = app.state().messages.word("list-sort", order.id()).to_owned();
            format!("{}: {word}", app.t("list-sort"))
        };
        app.click(&order(&app, NegotiationOrder::Title));
        let mut sorted = by_meeting.clone();
        sorted.sort_by_key(|title| title.to_lowercase());
        assert_eq!(titles(&app), sorted);
        app.click(&order(&app, NegotiationOrder::NextMeeting));
        assert_eq!(titles(&app), by_meeting);
    }
}

#[test]
fn the_keyboard_chooses_deletes_and_lets_go() {
    let mut app = on_list(BOTH[0]);
    let all = titles(&app);
    let row = all[0].clone();
    app.harness.get_all_by_label(&row).next().unwrap().focus();
    app.settle();
    app.press(Key::Space);
    assert_eq!(chosen(&app), [named(&app, &row).id], "Space chooses, it does not open");
    assert_eq!(app.state().navigation.current(), &Route::Negotiations);
    app.press(Key::Escape);
    assert!(chosen(&app).is_empty());
    app.shortcut(Key::A);
    app.press(Key::Delete);
    assert!(app.work().negotiations().is_empty());
    assert!(app.shows(&tell(&app, "negotiations-removed", all.len(), "")));
    app.shortcut(Key::Z);
    assert_eq!(app.work().negotiations().len(), all.len());
    let mut app = app.restart();
    assert_eq!(app.on_disk().sessions.len(), all.len());
}

#[test]
fn select_all_in_a_field_is_for_its_text() {
    let mut app = on_list(BOTH[0]);
    app.type_into_t("negotiations-filter", "a");
    app.shortcut(Key::A);
    assert!(chosen(&app).is_empty());
}

#[test]
fn people_are_chosen_in_a_mode_of_their_own() {
    for language in BOTH {
        let mut app = App::sample(language);
        app.shortcut(Key::Num2);
        let id = app.first_person();
        let name = app.state().messages.name_of(app.work().person(id).unwrap());
        let choose = choose_name(&app, &name);
        assert!(!app.has(&choose), "no boxes until they are asked for");
        app.click_t("list-choose-people");
        app.click(&choose);
        // Above is a button of the same name for the person on the page.
        let name = app.t("list-archive-them");
        click_last(&mut app, &name);
        assert!(app.work().person(id).unwrap().labels.archived);
        assert!(app.shows(&tell(&app, "people-archived", 1, "")));
        assert!(!app.has(&choose));
        app.click_t("list-filter-more");
        app.click_t("list-archive");
        app.click_t("list-choose-people");
        app.click(&choose);
        let name = app.t("list-bring-back");
        click_last(&mut app, &name);
        assert!(!app.work().person(id).unwrap().labels.archived);
    }
}

#[test]
fn one_negotiation_is_tagged_and_archived_on_its_own_page() {
    for language in BOTH {
        let mut app = App::sample(language);
        let session = app.first_session();
        let tab = NegotiationTab::Plan;
        app.update(Action::Go(Route::Negotiation { session, tab }));
        app.click_t("tags-add");
        app.type_text("Key account");
        app.press(Key::Enter);
        let labels = |app: &App| app.work().labels(RecordKey::Session(session)).unwrap().clone();
        assert_eq!(labels(&app).tags, ["Key account"]);
        app.click(&app.tr("tags-remove", &[("tag", "Key account".into())]));
        assert!(labels(&app).tags.is_empty());
        app.click_t("record-archive");
        assert!(labels(&app).archived);
        assert!(app.shows(&app.t("negotiation-archived-note")));
        app.click_t("list-bring-back");
        assert!(!labels(&app).archived);
        assert!(!app.shows(&app.t("negotiation-archived-note")));
    }
}
