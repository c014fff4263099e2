//! A negotiation about several issues, and what a full page leaves out.

use super::*;
use crate::domain::price_steps::PriceSteps;

#[test]
fn a_negotiation_about_several_issues_is_told_topic_by_topic() {
    let page = markdown::write(&issues(Language::English, false));
    expect(
        &page,
        &[
            "· 90 min · their office, room 402",
            "|  | Ours (since the last meeting) | Theirs (since the last meeting) | Between us |",
            "| Price · per site and month | CNY 1,340 (60 closer) | CNY 1,110 (60 closer) | CNY 230 |",
            "| Payment | 30 days | 75 days (15 closer) | 45 days |",
            "| Term | 30 months (6 closer) | 12 months | 18 months |",
            "| Service level | Silver | Silver | settled |",
            "*Not named by anybody yet: First site live.*",
            "On the price we have moved more: CNY 140 in all, they CNY 60.",
            "**Heading for** · about CNY 1,220 (1,150 to 1,290) if both go on as before: a projection",
            "ready, see the app.",
            "**Tells what they weigh** · If only one of the two could go your way, Price or",
            "**Real** · Authority: “Only the board can sign this” · their problem · we: A one-page",
            "- ⚠ **Lin Yue** · Name the person in finance · broken, was due 8 Jun",
            "- **Numbers** · Wang Lei: checks every package before it is said",
        ],
    );
    let page = markdown::write(&issues(Language::Chinese, false));
    expect(
        &page,
        &[
            "· 预计 90 分钟 ·",
            "| Payment | 30 天 | 75 天 (让了 15) | 45 天 |",
            "| Service level | Silver | Silver | 谈定 |",
            "**属实** · 权限：“Only the board can sign this” · 对方的难题 · 我方：",
            "没兑现，原定6月8日",
            "- **核算** · Wang Lei：checks",
        ],
    );
}

#[test]
fn the_limits_of_every_issue_are_for_my_eyes_only() {
    let page = markdown::write(&issues(Language::English, true));
    let secrets = [
        "**Whole package** · to us, our last offer is worth 90 to 95 of 100, theirs 10 to 15; without a deal 45",
        "**Our next step** · CNY 1,260 (80 from now), only for: 30 days",
        "| Payment, days | 30 | 60 | 45 (±10) |",
        "| First site live | 1 Sep | 15 Jul | 15 Aug |",
        "**If no deal** · Sell the pilot to the Harbour group · worth 45 of 100",
        "**If no deal, they** · Stay with the paper logs for a year · worth 30 of 100",
        "**My steps** · 1,480 → 1,320 → 1,260 → 1,210 → 1,170",
        "- **Long term** · CNY 1,270 · Payment: 45 days · Term: 36 months · worth 63 to 78 of 100",
    ];
    expect(&page, &secrets);
    for language in Language::ALL {
        let page = html::write(&issues(language, false));
        for secret in [
            "1,170",
            "1,260",
            "1,270",
            "Long term",
            "±10",
            "Harbour",
            "paper logs",
            "Training on site",
        ] {
            assert!(!words(&page).contains(secret), "{secret}");
        }
    }
}

#[test]
fn the_next_step_waits_until_the_plan_goes_further() {
    let step = |session: &Session| {
        markdown::write(&brief(session, &[&lin()], &owner(), Language::English, true))
    };
    let mut session = issues_session();
    session.offers[4].price = Some(Decimal::from(1170));
    expect(&step(&session), &["**Our next step** · none left in the plan"]);
    // The same step as on the page of deals: an offer that is nearly the planned one counts as made.
    let steps = session.plan.concessions.clone().unwrap();
    session.offers[4].price = Some(Decimal::from(1480));
    let planned = PriceSteps::of(&session, &steps).unwrap().planned;
    session.offers[4].price = Some(planned[1] + Decimal::ONE);
    let next = Messages::new(Language::English).money(planned[2], &session.currency);
    expect(&step(&session), &[&format!("**Our next step** · {next} (")]);
    session.offers.clear();
    expect(
        &step(&session),
        &["**Our next step** · open with CNY 1,480", "**To be settled** · Price, Pay"],
    );
    session = issues_session();
    session.plan.concessions.as_mut().unwrap().in_return.clear();
    expect(&step(&session), &["CNY 1,260 (80 from now), and only for something in return"]);
}

#[test]
fn tactics_are_those_that_the_people_at_the_table_have_used() {
    let lin = lin();
    let event = |card: &str, effect| TacticEvent {
        card: card.into(),
        mine: false,
        effect,
        person: Some(lin.id),
    };
    let own = OwnCard {
        name: "The empty chair".to_owned(),
        counter: "When will they join us?".to_owned(),
        ..OwnCard::new(EntryId(uuid::Uuid::from_u128(70)))
    };
    let tactics = vec![
        event("nibble", Some(Effect::Worked)),
        event("nibble", None),
        event(&own.card_id(), None),
        TacticEvent { mine: true, ..event("silence", None) },
    ];
    let digest = Digest { tactics: tactics.into(), ..Digest::default() };
    let mut session = full_session();
    let page = |session: &Session, people: &[&Counterpart], statistics: &Statistics| {
        let messages = Messages::new(Language::English);
        let document = compose(&BriefInput {
            session,
            counterparts: people,
            owner: &owner(),
            deck: &Deck { cards: vec![own.clone()], ..Deck::default() },
            statistics,
            animals: AnimalReading::default(),
            catalog: &catalog(),
            messages: &messages,
            now: now(),
            include_limits: false,
        });
        markdown::write(&document)
    };
    let statistics = Statistics::of([&digest]);
    let known = page(&session, &[&lin], &statistics);
    expect(
        &known,
        &[
            "(seen 2 times, worked on us once)** ·",
            "**Flinch (seen)** ·",
            "**The empty chair (seen)** · When will they join us?",
        ],
    );
    assert!(!known.contains("common at this point"), "all of them were seen");
    // Of somebody else nothing is known.
    session.log.clear();
    let unknown = page(&session, &[], &statistics);
    expect(&unknown, &["Nobody here has been seen using a tactic"]);
    assert!(!unknown.contains("(seen"));
}

#[test]
fn a_thinking_that_is_not_clear_is_asked_for() {
    let mut lin = lin();
    lin.evidence.clear();
    let page = |people: &[&Counterpart]| {
        markdown::write(&brief(&full_session(), people, &owner(), Language::English, false))
    };
    expect(&page(&[&lin]), &["**Tells how Lin Yue (林悦) thinks** ·"]);
    assert!(!page(&[&crate::brief::fixture::lin()]).contains("**Tells how"));
}

#[test]
fn what_does_not_fit_is_counted() {
    let mut session = issues_session();
    let questions: Vec<String> = (1..=30).map(|number| format!("Question {number}?")).collect();
    session.plan.questions = questions.join("\n");
    session.plan.goal = "A very long goal. ".repeat(500);
    for language in Language::ALL {
        for limits in [false, true] {
            let document = brief(&session, &[&lin(), &lin()], &owner(), language, limits);
            let page = markdown::write(&document);
            assert!(page.contains("Question 3?") && !page.contains("Question 20?"));
            assert!(page.contains('…'));
            expect(
                &page,
                &[if language == Language::English { "more in the app" } else { "见软件" }],
            );
            for paper in Paper::ALL {
                let bytes = crate::brief::pdf::write(&document, paper, &[]).unwrap();
                let pages = hayro_syntax::Pdf::new(bytes).unwrap().pages().len();
                assert_eq!(pages, 1, "{language:?} {limits} {paper:?}");
            }
        }
    }
}
