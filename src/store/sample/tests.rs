//! The sample is repeatable, complete and consistent.

use std::collections::HashSet;

use jiff::civil::Date;

use super::*;
use crate::content::text::Text;
use crate::domain::issue::{Issue, IssueKind, IssueValue, Topic};
use crate::domain::outcome::{CommitmentState, Party};
use crate::domain::plan::Package;
use crate::domain::session::LogKind;

fn options(sessions: usize, language: Language) -> SampleOptions {
    SampleOptions { sessions, language, ..SampleOptions::default() }
}

#[test]
fn the_same_options_give_the_same_records() {
    let sample = || sample_records(&options(40, Language::English));
    assert_eq!(sample(), sample());
    let written = |sample: &SampleLibrary| ron::to_string(&sample.sessions).unwrap();
    assert_eq!(written(&sample()), written(&sample()));
}

#[test]
fn another_seed_gives_other_records() {
    let other = SampleOptions { seed: 2, ..options(12, Language::English) };
    let (one, two) = (sample_records(&options(12, Language::English)), sample_records(&other));
    assert_ne!(one.library.id, two.library.id);
    assert_ne!(one.sessions[6..], two.sessions[6..]);
    assert_ne!(one.counterparts.last().unwrap().name, two.counterparts.last().unwrap().name);
}

#[test]
fn asking_for_more_keeps_the_first_records() {
    let (few, many) = (
        sample_records(&options(30, Language::Chinese)),
        sample_records(&options(60, Language::Chinese)),
    );
    assert_eq!(few.sessions[..], many.sessions[..30]);
    assert_eq!(few.counterparts[..], many.counterparts[..few.counterparts.len()]);
}

#[test]
fn there_are_as_many_sessions_as_asked_for_and_all_references_resolve() {
    for language in Language::ALL {
        for count in [0, 1, 6, 7, 50, 300] {
            let sample = sample_records(&options(count, language));
            assert_eq!(sample.sessions.len(), count);
            assert!(sample.counterparts.len() >= 14);
            check(&sample, SampleOptions::default().today);
        }
    }
}

#[test]
fn any_day_of_the_week_and_of_the_year_will_do() {
    for today in [
        jiff::civil::date(2027, 2, 28),
        jiff::civil::date(2026, 6, 20),
        jiff::civil::date(2026, 6, 21),
    ] {
        let sample = sample_records(&SampleOptions { today, ..options(30, Language::English) });
        check(&sample, today);
        let third = &sample.sessions[0].meetings[2];
        assert_eq!(third.planned, Some(today.at(14, 0, 0, 0)));
    }
}

#[test]
fn the_story_opens_with_a_meeting_today_an_untested_claim_and_promises_in_every_state() {
    let sample = sample_records(&SampleOptions::default());
    let today = SampleOptions::default().today;
    let cold_chain = &sample.sessions[0];
    assert_eq!(cold_chain.meetings.len(), 3);
    assert_eq!(cold_chain.current_meeting().unwrap().planned.unwrap().date(), today);
    assert_eq!(cold_chain.untested_potatoes().count(), 1);
    assert!(cold_chain.walk.entries.len() > 5 && cold_chain.walk.entries.len() < 17);

    let promises: Vec<_> = sample
        .sessions
        .iter()
        .flat_map(|session| &session.meetings)
        .flat_map(|meeting| &meeting.outcome.commitments)
        .collect();
    let open = |wanted: fn(Date, Date) -> bool| {
        promises.iter().any(|promise| {
            promise.state == CommitmentState::Open
                && promise.due.is_some_and(|due| wanted(due, today))
        })
    };
    assert!(open(|due, today| due == today) && open(|due, today| due < today));
    assert!(promises.iter().any(|promise| promise.state == CommitmentState::Kept));
    assert!(promises.iter().any(|promise| promise.binding && promise.party == Party::Buyer));
    assert!(sample.counterparts.iter().any(|person| person.evidence.is_empty()));
}

#[test]
fn the_story_holds_issues_of_every_kind_and_an_agreement() {
    let sample = sample_records(&SampleOptions::default());
    let plan = &sample.sessions[0].plan;
    let names: Vec<_> = plan.issues.iter().map(|issue| issue.name.as_str()).collect();
    assert_eq!(names, ["Payment", "Response", "Term"]);
    let weights: Vec<_> = plan.topics().filter_map(|topic| plan.as_issue(topic, "CNY")).collect();
    let sum = |weight: fn(&Issue) -> Option<u8>| {
        weights.iter().map(|issue| u32::from(weight(issue).unwrap())).sum::<u32>()
    };
    assert_eq!((sum(|issue| issue.mine.weight), sum(|issue| issue.theirs.weight)), (100, 100));
    // The two packages are about equally good for us.
    let worth = |package: &Package| {
        let values = package.values.iter().map(|(id, value)| (Topic::Issue(*id), *value));
        let price = (Topic::Price, IssueValue::Number(package.price.unwrap()));
        let one = |(topic, value): (Topic, IssueValue)| {
            let issue = plan.as_issue(topic, "CNY").unwrap();
            assert!(issue.mine.accepts(value), "{}", issue.name);
            issue.mine.worth(value).unwrap() * f64::from(issue.mine.weight.unwrap())
        };
        values.chain([price]).map(one).sum::<f64>()
    };
    let [one, other] = [&plan.packages[0], &plan.packages[1]].map(worth);
    assert!((one - other).abs() < 3.0 && one > 40.0, "{one} {other}");
    assert_eq!(plan.team.len(), 3);

    let kinds: HashSet<_> = sample
        .sessions
        .iter()
        .flat_map(|session| &session.plan.issues)
        .map(|issue| issue.kind)
        .collect();
    assert!(
        [IssueKind::Number, IssueKind::Date, IssueKind::Choice]
            .iter()
            .all(|kind| kinds.contains(kind))
    );
    let agreed: Vec<_> =
        sample.sessions.iter().filter_map(|session| session.agreed.as_ref()).collect();
    assert_eq!(agreed.len(), 1);
    assert_eq!(agreed[0].values.len(), 3);
    assert_eq!((sample.library.deck.favourites.len(), sample.library.deck.cards.len()), (2, 1));
}

#[test]
fn every_key_of_the_story_names_an_issue_or_a_person_of_its_deal() {
    for deal in &script::story().deals {
        let offers = deal.meetings.iter().flat_map(|meeting| &meeting.offers);
        let said = offers.map(|bid| &bid.values);
        let said = said.chain(deal.bargain.packages.iter().map(|package| &package.values));
        for key in said
            .chain(deal.settled.iter().map(|settled| &settled.values))
            .flat_map(|said| said.keys())
        {
            assert!(deal.bargain.issues.iter().any(|issue| issue.key == *key), "{key}");
        }
        let lines = deal.meetings.iter().flat_map(|meeting| &meeting.log);
        let claims = deal.meetings.iter().flat_map(|meeting| &meeting.potatoes);
        let named = lines.filter_map(|line| line.person.as_ref());
        for person in named.chain(claims.filter_map(|claim| claim.person.as_ref())) {
            assert!(deal.people.contains(person), "{person}");
        }
    }
}

#[test]
fn most_invented_meetings_were_predicted_and_every_order_has_its_price() {
    let sample = sample_records(&options(300, Language::Chinese));
    let held = sample.sessions.iter().flat_map(|session| &session.meetings);
    let held: Vec<_> = held.filter(|meeting| meeting.ended.is_some()).collect();
    let predicted = held.iter().filter(|meeting| meeting.prediction.is_some()).count();
    assert!((40..80).contains(&(predicted * 100 / held.len())), "{predicted} of {}", held.len());
    for session in &sample.sessions {
        let ordered = session.meetings.iter().any(|meeting| {
            meeting
                .outcome
                .commitments
                .iter()
                .any(|promise| promise.binding && promise.party == Party::Buyer)
        });
        assert_eq!(session.agreed.is_some(), ordered, "{}", session.title);
    }
}

#[test]
fn offers_of_the_seller_never_rise_and_bids_never_fall() {
    use crate::domain::ledger::Side;
    let sample = sample_records(&options(400, Language::English));
    for session in &sample.sessions {
        let prices = |side| {
            session
                .offers
                .iter()
                .filter(move |offer| offer.side == side)
                .filter_map(|offer| offer.price)
        };
        assert!(
            prices(Side::Us).is_sorted_by(|before, after| before >= after),
            "{}",
            session.title
        );
        assert!(prices(Side::Them).is_sorted(), "{}", session.title);
        if let (Some(ours), Some(theirs)) =
            (prices(Side::Us).next_back(), prices(Side::Them).next_back())
        {
            assert!(ours >= theirs, "{}", session.title);
            assert!(Some(ours) >= session.plan.reservation, "{}", session.title);
        }
        assert!(session.plan.target > session.plan.reservation);
    }
}

#[test]
fn chinese_texts_hold_chinese_and_no_slot_is_left_open() {
    let chinese =
        |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    let sample = sample_records(&options(200, Language::Chinese));
    for session in &sample.sessions {
        for text in
            [&session.title, &session.plan.goal, &session.plan.questions, &session.plan.unsaid]
        {
            assert!(chinese(text) && !text.contains('{'), "{text}");
        }
        assert!(session.offers.iter().all(|offer| offer.terms.is_empty() || chinese(&offer.terms)));
    }
    let english = sample_records(&options(200, Language::English));
    for session in &english.sessions {
        let promises = session.meetings.iter().flat_map(|meeting| &meeting.outcome.commitments);
        for text in promises.map(|promise| &promise.action).chain([&session.title, &session.pitch])
        {
            assert!(!chinese(text) && !text.contains('{'), "{text}");
        }
    }
}

#[test]
fn no_text_is_empty_in_either_language() {
    let mut texts: Vec<Text> = Vec::new();
    let story = script::story();
    texts.extend(story.people.iter().flat_map(|person| {
        let heard = person.evidence.iter().flat_map(|heard| [&heard.text, &heard.source]);
        [&person.title, &person.organisation, &person.notes]
            .into_iter()
            .chain(heard)
            .cloned()
            .collect::<Vec<_>>()
    }));
    texts.extend(
        story.owner.evidence.iter().flat_map(|heard| [heard.text.clone(), heard.source.clone()]),
    );
    for card in &story.owner.cards {
        let parts = [&card.name, &card.cues, &card.how, &card.counter, &card.note];
        texts.extend(parts.map(Text::clone));
    }
    let invented: Vec<_> = (0..300).map(|number| deals::deal(1, number)).collect();
    for deal in story.deals.iter().chain(&invented) {
        texts.extend(
            [&deal.title, &deal.unit, &deal.goal, &deal.alternative, &deal.questions, &deal.unsaid]
                .map(Text::clone),
        );
        texts.extend(deal.pitch.clone());
        texts.extend(deal.walk.iter().filter_map(|ticked| ticked.note.clone()));
        let bargain = &deal.bargain;
        texts.extend(bargain.their_alternative.clone().into_iter().chain(bargain.gives.clone()));
        for issue in &bargain.issues {
            texts.extend([issue.name.clone()].into_iter().chain(issue.unit.clone()));
            texts.extend(issue.choices.iter().map(|choice| choice.name.clone()));
        }
        texts.extend(bargain.packages.iter().map(|package| package.name.clone()));
        texts.extend(bargain.concessions.iter().flat_map(|steps| steps.in_return.clone()));
        for member in &bargain.team {
            texts.extend([member.name.clone()].into_iter().chain(member.note.clone()));
        }
        for meeting in &deal.meetings {
            texts.push(meeting.place.clone());
            texts.extend(meeting.offers.iter().filter_map(|bid| bid.terms.clone()));
            texts.extend(meeting.potatoes.iter().map(|claim| claim.claim.clone()));
            texts.extend(meeting.potatoes.iter().filter_map(|claim| claim.evidence.clone()));
            texts.extend(meeting.log.iter().filter_map(|line| line.text.clone()));
            texts.extend(meeting.words.iter().cloned());
            texts.extend(meeting.debrief.clone());
            texts.extend(meeting.keep.clone().into_iter().chain(meeting.change.clone()));
            texts.extend(meeting.potatoes.iter().filter_map(|claim| claim.answer.clone()));
            for agreed in &meeting.agreed {
                texts.push(agreed.action.clone());
                texts.extend(agreed.person.clone().into_iter().chain(agreed.cost.clone()));
            }
        }
    }
    for text in &texts {
        assert!(!text.en.trim().is_empty() && !text.zh.trim().is_empty(), "{text:?}");
    }
}

#[test]
fn tactics_and_checklist_items_exist() {
    let phases = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/content/phases.ron"));
    let sample = sample_records(&options(200, Language::English));
    let deck = &sample.library.deck;
    for id in deck.favourites.iter().chain(&deck.train) {
        assert!(DECK.split(' ').any(|card| card == id), "{id}");
    }
    for session in &sample.sessions {
        for id in session.log.iter().filter_map(|line| line.tactic.as_ref()) {
            assert!(DECK.split(' ').any(|card| card == id), "{id}");
        }
        for id in session.meetings.iter().flat_map(|meeting| &meeting.done) {
            assert!(phases.contains(&format!("id: \"{id}\"")), "{id}");
        }
    }
}

#[test]
fn thousands_of_sessions_take_seconds() {
    let begun = std::time::Instant::now();
    assert_eq!(sample_records(&options(5_000, Language::English)).sessions.len(), 5_000);
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

/// The cards that the story and the word lists may name.
const DECK: &str = "anchoring calibrated-question flinch good-guy-bad-guy higher-authority \
    label-and-summarise nibble set-aside silence split-the-difference squeeze trade";

/// References resolve, ids are unique, and no date lies where it cannot.
fn check(sample: &SampleLibrary, today: Date) {
    let end_of_today = jiff::tz::TimeZone::UTC.to_timestamp(today.at(23, 59, 59, 0)).unwrap();
    let people: HashSet<_> = sample.counterparts.iter().map(|person| person.id).collect();
    assert_eq!(people.len(), sample.counterparts.len());
    let sessions: HashSet<_> = sample.sessions.iter().map(|session| session.id).collect();
    assert_eq!(sessions.len(), sample.sessions.len());

    for person in &sample.counterparts {
        assert!(
            !person.name.is_empty() && !person.title.is_empty() && !person.organisation.is_empty()
        );
        assert!(person.updated <= end_of_today);
        assert_eq!(person.id.0.get_version_num(), 7);
        for heard in &person.evidence {
            assert!(heard.date <= today && !heard.text.is_empty() && !heard.source.is_empty());
            assert!(heard.supports.iter().all(|quadrant| !heard.against.contains(quadrant)));
        }
    }
    for session in &sample.sessions {
        assert!(!session.counterparts.is_empty());
        assert!(session.counterparts.iter().all(|id| people.contains(id)));
        assert!(session.updated <= end_of_today);
        let meeting_of = |id| session.meeting(id).unwrap();
        assert!(session.meetings.is_sorted_by_key(|meeting| meeting.planned));
        for meeting in &session.meetings {
            assert!(session.id.0 < meeting.id.0, "opened before it was held");
            assert_eq!(meeting.started.is_some(), meeting.ended.is_some());
            assert!(
                meeting
                    .ended
                    .is_none_or(|ended| Some(ended) > meeting.started && ended <= end_of_today)
            );
            assert!(meeting.ended.is_some() || meeting.planned.unwrap().date() >= today);
            for promise in &meeting.outcome.commitments {
                assert!(promise.due.is_none_or(|due| due >= meeting.planned.unwrap().date()));
            }
        }
        for (at, id) in session
            .offers
            .iter()
            .map(|offer| (offer.at, offer.meeting))
            .chain(session.potatoes.iter().map(|potato| (potato.at, potato.meeting)))
            .chain(session.log.iter().map(|line| (line.at, line.meeting)))
        {
            let meeting = meeting_of(id);
            assert!(Some(at) >= meeting.started && Some(at) <= meeting.ended);
        }
        assert!(session.offers.is_sorted_by_key(|offer| offer.at));
        let packages = session.plan.packages.iter().map(|package| &package.values);
        let offers = session.offers.iter().map(|offer| &offer.values);
        let agreed = session.agreed.iter().map(|agreed| &agreed.values);
        for (id, value) in offers.chain(packages).chain(agreed).flatten() {
            let issue = session.plan.issue(*id).unwrap();
            let fits = match value {
                IssueValue::Number(_) => matches!(issue.kind, IssueKind::Number | IssueKind::Money),
                IssueValue::Day(_) => issue.kind == IssueKind::Date,
                IssueValue::Choice(key) => issue.choice(*key).is_some(),
            };
            assert!(fits, "{}: {value:?}", issue.name);
        }
        if let Some(agreed) = &session.agreed {
            assert_eq!(Some(agreed.at), meeting_of(agreed.meeting).ended);
        }
        for meeting in &session.meetings {
            let planned = jiff::tz::TimeZone::UTC.to_timestamp(meeting.planned.unwrap()).unwrap();
            assert!(meeting.prediction.as_ref().is_none_or(|expected| {
                expected.at < planned
                    && expected.at <= end_of_today
                    && expected.low <= expected.high
            }));
        }
        let at_the_table = session.log.iter().filter_map(|line| line.person);
        for person in at_the_table.chain(session.potatoes.iter().filter_map(|claim| claim.person)) {
            assert!(session.counterparts.contains(&person));
        }
        for line in &session.log {
            assert!(!line.text.is_empty() || line.kind == LogKind::PhaseChange);
            assert_eq!(line.phase.is_some(), line.kind == LogKind::PhaseChange);
            assert!(line.effect.is_none() || line.tactic.is_some());
        }
    }
}
