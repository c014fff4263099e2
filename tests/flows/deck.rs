//! The deck of tactics as one's own: favourites, training, cards that one wrote.

use counterpoint::app::action::Action;
use counterpoint::app::modal::Modal;
use counterpoint::app::route::{PlaybookEntry, Route};
use counterpoint::domain::tactic::Mark;
use egui::Key;

use crate::app::{App, BOTH};

fn card(app: &mut App, id: &str) {
    let entry = PlaybookEntry::Tactic(id.to_owned());
    app.update(Action::Go(Route::Playbook { entry }));
}

#[test]
fn a_card_is_kept_as_a_favourite_and_trained() {
    for language in BOTH {
        let mut app = App::with_session(language);
        card(&mut app, "flinch");
        app.click_t("deck-favourite-on");
        app.click_t("deck-train-on");
        let deck = &app.work().library().deck;
        assert!(deck.favourites.contains("flinch") && deck.train.contains("flinch"));
        app.click_t("deck-train-now");
        let all = app.state().catalog.tactic("flinch").map(|card| card.their_words.len());
        for _ in 0..all.unwrap_or_default() {
            app.click_t("drill-reveal");
            app.press(Key::Num1);
        }
        let Some(Modal::Drill(drill)) = &app.state().modal else { panic!("no training") };
        assert_eq!(Some(drill.had), all);
        app.press(Key::Escape);
        assert_eq!(app.state().modal, None);
    }
}

#[test]
fn a_card_of_ones_own_is_written_and_removed() {
    for language in BOTH {
        let mut app = App::with_session(language);
        card(&mut app, "flinch");
        app.click_t("deck-new-card");
        app.type_into_t("own-name", "The empty chair");
        app.type_into_t("own-counter", "Who should be sitting there?");
        let hard = format!("{}: {}", app.t("own-mark"), app.t("mark-hard"));
        app.click(&hard);
        let deck = app.work().library().deck.clone();
        let [card] = deck.cards.as_slice() else { panic!("one card, not {}", deck.cards.len()) };
        assert_eq!((card.name.as_str(), card.mark), ("The empty chair", Mark::Hard));
        assert_eq!(card.counter, "Who should be sitting there?");
        app.click_t("own-remove");
        assert!(app.work().library().deck.cards.is_empty());
    }
}
