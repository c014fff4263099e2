//! What a user reads of two versions.

use std::sync::Arc;

use super::*;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::issue::IssueValue;
use crate::domain::session::Session;
use crate::i18n::Language;
use crate::store::merge::differences;

fn compared(before: &Record, after: &Record, language: Language) -> Vec<Line> {
    let messages = Messages::new(language);
    let catalog = Catalog::bundled().unwrap();
    let clock = Clock::fixed(fixture::at());
    let person = |_| Some("Lin Yue".to_owned());
    let wording =
        Wording { messages: &messages, catalog: &catalog, clock: &clock, person: &person };
    let found = worth_showing(differences(before, after));
    let lines = lines(before, after, &found, &wording);
    assert_eq!(messages.missing(), Vec::<String>::new());
    lines
}

fn sessions(change: impl FnOnce(&mut Session), language: Language) -> Vec<Line> {
    let before = fixture::session();
    let mut after = before.clone();
    change(&mut after);
    compared(&Record::Session(Arc::new(before)), &Record::Session(Arc::new(after)), language)
}

fn people(change: impl FnOnce(&mut Counterpart), language: Language) -> Vec<Line> {
    let before = fixture::counterpart();
    let mut after = before.clone();
    change(&mut after);
    let record = |person| Record::Counterpart(Arc::new(person));
    compared(&record(before), &record(after), language)
}

fn whole(line: &Line) -> (Option<&str>, Option<&str>) {
    match &line.shown {
        Shown::Whole { before, after } => (before.as_deref(), after.as_deref()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_influence_names_the_person_and_the_word() {
    for (language, place, name, words) in [
        (Language::English, "Lin Yue", "Weight in the decision", ["Decides", "Little say"]),
        (Language::Chinese, "Lin Yue", "对决定的分量", ["拍板", "分量轻"]),
    ] {
        let weigh = |session: &mut Session| {
            session.influence.values_mut().for_each(|influence| *influence = 1);
        };
        let lines = sessions(weigh, language);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert_eq!(lines[0].place.as_deref(), Some(place));
        assert_eq!(lines[0].name, name);
        assert_eq!(whole(&lines[0]), (Some(words[0]), Some(words[1])));
    }
}

#[test]
fn an_answer_to_the_questionnaire_is_named_by_its_number() {
    for (language, source) in [
        (Language::English, "Source: Questionnaire, situation 7"),
        (Language::Chinese, "来源：问卷第 7 题"),
    ] {
        let answer = |person: &mut Counterpart| {
            person.evidence.push(Evidence {
                kind: EvidenceKind::Questionnaire,
                source: "ab-2".to_owned(),
                ..fixture::evidence(77, "When I plan a week I look at the figures first")
            });
        };
        let lines = people(answer, language);
        let (_, after) = whole(&lines[0]);
        let after = after.unwrap();
        assert!(after.contains(source) && !after.contains("ab-2"), "{after}");
        let line =
            &people(|person| person.evidence[0].source = "Mr. Falk, cd".to_owned(), language)[0];
        assert_eq!(whole(line), (Some("Mr. Falk"), Some("Mr. Falk, cd")));
    }
}

#[test]
fn money_and_dates_read_as_the_language_writes_them() {
    let change = |session: &mut Session| {
        session.plan.target = Some("130".parse().unwrap());
        session.meetings[0].outcome.commitments[0].due = None;
    };
    let english = sessions(change, Language::English);
    assert_eq!(english[0].name, "Target price");
    assert_eq!(whole(&english[0]), (Some("EUR 120"), Some("EUR 130")));
    let due = &english[1];
    assert_eq!(due.place.as_deref(), Some("Meeting 1 · Promise: Send the consumption figures"));
    assert_eq!(whole(due), (Some("10 Nov 2026"), None));
    let chinese = sessions(change, Language::Chinese);
    assert_eq!(whole(&chinese[1]), (Some("2026年11月10日"), None));
}

#[test]
fn an_entry_is_named_by_what_it_is_and_listed_with_its_fields() {
    let removed = people(|person| drop(person.evidence.remove(1)), Language::English);
    assert_eq!(removed[0].name, "Evidence of 3 Nov: Who else uses it?");
    assert_eq!(removed[0].place, None);
    let (before, after) = whole(&removed[0]);
    assert!(before.unwrap().contains("Speaks for: A · D"), "{before:?}");
    assert_eq!(after, None);
    let changed = people(
        |person| person.evidence[0].text = "Show me the totals".to_owned(),
        Language::Chinese,
    );
    assert_eq!(changed[0].place.as_deref(), Some("11月3日的依据：Show me the totals"));
}

#[test]
fn long_texts_are_marked_and_short_ones_whole() {
    let lines = people(
        |person| {
            person.notes = "Likes figures.\nAsks for two references.".to_owned();
            person.title = "Head buyer".to_owned();
        },
        Language::English,
    );
    assert!(matches!(lines[0].shown, Shown::Whole { .. }));
    assert!(matches!(&lines[1].shown, Shown::Marked(pieces) if pieces.len() > 2));
}

#[test]
fn every_change_of_every_field_is_put_into_words() {
    // From a record without anything to a full one: nothing may be shown raw.
    let full = fixture::session();
    let empty = Session::new(full.id, full.updated, "USD", full.meetings[0].id);
    for language in [Language::English, Language::Chinese] {
        let (empty, full) = (Arc::new(empty.clone()), Arc::new(full.clone()));
        let lines = compared(&Record::Session(empty), &Record::Session(full), language);
        assert!(lines.len() > 20, "{}", lines.len());
        for line in &lines {
            let text = format!("{:?}{:?}{}", line.shown, line.place, line.name);
            for raw in [
                "in_return",
                "backfired",
                "no_sale",
                "third_party",
                "Some(\"null",
                "00000000-",
                "T09:",
                "{\\\"",
                "my_party",
            ] {
                assert!(!text.contains(raw), "{raw} in {text}");
            }
        }
    }
    let nobody = Counterpart::new(fixture::counterpart().id, fixture::at());
    let lines = people(|person| *person = nobody, Language::English);
    assert!(lines.iter().any(|line| line.name == "Tags"));
}

#[test]
fn what_was_said_about_an_issue_reads_with_its_name_and_its_unit() {
    for (language, values) in [
        (
            Language::English,
            "Payment: 45 days · Start: 15 Jan 2027 · Cabling: Their electricians · Bonus: EUR 1,500",
        ),
        (
            Language::Chinese,
            "Payment：45 days；Start：2027年1月15日；Cabling：Their electricians；Bonus：1,500 欧元",
        ),
    ] {
        let lines = sessions(|session| session.offers[0].values.clear(), language);
        assert_eq!(whole(&lines[0]), (Some(values), None));
        let said = |session: &mut Session| {
            session.offers[0].values.insert(fixture::CABLING, IssueValue::Choice(4011));
        };
        let lines = sessions(said, language);
        assert!(lines[0].place.as_ref().unwrap().ends_with("Cabling"), "{:?}", lines[0].place);
        assert_eq!(whole(&lines[0]), (Some("Their electricians"), Some("Our fitters")));
    }
}

#[test]
fn a_choice_that_is_gone_is_still_named() {
    let lines =
        sessions(|session| drop(session.plan.issues[2].choices.remove(1)), Language::English);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0].name, "Choice: Their electricians");
    let whole_issue = |session: &mut Session| drop(session.plan.issues.remove(0));
    let lines = sessions(whole_issue, Language::English);
    let (before, _) = whole(&lines[0]);
    let before = before.unwrap();
    for text in ["My target: 30 days", "Their walk-away: 75 days", "45 days is worth 80"] {
        assert!(before.contains(text), "{text} in {before}");
    }
}

#[test]
fn what_each_side_wants_of_an_issue_is_told_apart() {
    let change = |session: &mut Session| {
        session.plan.issues[0].mine.target = Some(IssueValue::Number("15".parse().unwrap()));
        session.plan.issues[3].theirs.reservation =
            Some(IssueValue::Number("900".parse().unwrap()));
        session.plan.price.their_weight = None;
    };
    let lines = sessions(change, Language::English);
    let told: Vec<_> = lines.iter().map(|line| (line.name.as_str(), whole(line))).collect();
    assert_eq!(
        told,
        [
            ("Weight of the price to them", (Some("50"), None)),
            ("My target", (Some("30 days"), Some("15 days"))),
            ("Their walk-away", (Some("EUR 500"), Some("EUR 900"))),
        ]
    );
    assert_eq!(lines[1].place.as_deref(), Some("Issue: Payment"));
}

#[test]
fn a_prediction_reads_as_it_was_made() {
    let lines = sessions(|session| session.meetings[0].prediction = None, Language::English);
    assert_eq!(lines[0].name, "What I expected");
    let (before, _) = whole(&lines[0]);
    for text in ["No-sale", "70%", "Price to: EUR 115"] {
        assert!(before.unwrap().contains(text), "{text} in {before:?}");
    }
}

#[test]
fn cards_of_my_own_are_named_where_the_library_is_at_hand() {
    let before = fixture::library();
    let mut after = before.clone();
    after.deck.favourites.remove(&fixture::card().card_id());
    let record = |library| Record::Library(Arc::new(library));
    let lines = compared(&record(before), &record(after), Language::English);
    let Shown::Marked(pieces) = &lines[0].shown else { panic!("{lines:?}") };
    let gone: Vec<_> = pieces.iter().filter(|piece| piece.mark == Mark::Gone).collect();
    assert_eq!(gone[0].text, "A walk first");
    let logged = |session: &mut Session| session.log[0].tactic = Some(fixture::card().card_id());
    let lines = sessions(logged, Language::English);
    assert_eq!(whole(&lines[0]).1, Some("a card of my own"));
}

#[test]
fn an_answer_of_the_walk_names_its_question() {
    let lines = sessions(|session| session.walk.entries.clear(), Language::English);
    assert!(lines[0].name.starts_with("Walk A1"), "{}", lines[0].name);
}
