//! What a brief says, in both languages, for a full and for a fresh session.

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::document::{Block, Document};
use super::fixture::{catalog, fresh_session, full_session, issues_session, lin, now, owner, seen};
use super::{BriefInput, compose, html, markdown};
use crate::brief::paper::Paper;
use crate::domain::counterpart::Counterpart;
use crate::domain::digest::{Digest, TacticEvent};
use crate::domain::evidence::Setting;
use crate::domain::ids::{EntryId, MeetingId};
use crate::domain::library::Owner;
use crate::domain::outcome::Party;
use crate::domain::phase::Phase;
use crate::domain::quadrant::{AnimalReading, Quadrant};
use crate::domain::session::{Effect, Meeting, Session};
use crate::domain::statistics::Statistics;
use crate::domain::tactic::{Deck, OwnCard};
use crate::i18n::{Language, Messages};

fn brief(
    session: &Session,
    people: &[&Counterpart],
    owner: &Owner,
    language: Language,
    include_limits: bool,
) -> Document {
    let messages = Messages::new(language);
    let document = compose(&BriefInput {
        session,
        counterparts: people,
        owner,
        deck: &Deck::default(),
        statistics: &Statistics::default(),
        animals: AnimalReading::default(),
        catalog: &catalog(),
        messages: &messages,
        now: now(),
        include_limits,
    });
    assert!(messages.missing().is_empty(), "{:?}", messages.missing());
    document
}

fn full(language: Language, include_limits: bool) -> Document {
    brief(&full_session(), &[&lin()], &owner(), language, include_limits)
}

fn issues(language: Language, include_limits: bool) -> Document {
    brief(&issues_session(), &[&lin()], &owner(), language, include_limits)
}

fn fresh(language: Language) -> Document {
    brief(&fresh_session(), &[], &Owner::default(), language, false)
}

/// The page without its style.
fn words(page: &str) -> &str {
    page.split_once("</style>").expect("a page with a style").1
}

fn expect(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part:?} is not in:\n{page}");
    }
}

#[test]
fn a_full_brief_says_where_we_are_and_what_to_do() {
    let page = markdown::write(&full(Language::English, false));
    expect(
        &page,
        &[
            "# Cold-store monitoring, 38 sites\n",
            "Meeting 2 · Middle · Monday 15 June 2026, 14:00 · their office, room 402",
            "**Lin Yue puts the 38-site contract before her board by 30 June.**",
            "## Where we are now · per site and month",
            "| Our last offer | **CNY 1,340** | CNY 60 closer since the last meeting |",
            "| Their last offer | **CNY 1,110** | CNY 60 closer since the last meeting |",
            "| Gap | **CNY 230** | CNY 350 after the last meeting |",
            "We have moved more: CNY 140 in all, they CNY 60.",
            "**⚠ Budget: “There is no more than 1,100 in the budget”**",
            "1. What is the figure meant to cover",
            "### Lin Yue (林悦)",
            "Head of Purchasing · Northern Cold Chain",
            "**\\[C\\]** Clear: Interpersonal (sheep) ·",
            "6 observations",
            "A meets C, cross.",
            "**Argue** ·",
            "**Under pressure** ·",
            "## Say it their way: an example",
            "**Instead of** ·",
            "- Who besides you has to agree?",
            "(seen)",
            "*Not marked as seen: only common at this point.*",
            "**Coverage** ·",
            "**Biggest gap** · C Interpersonal",
            "- ⚠ **Lin Yue** · Send the temperature logs of ten sites · 12 Jun, 3 days late",
            "- **Us** · Draft the service agreement · 16 Jun, tomorrow",
            "Advance: they agreed to one action, with a name and a date.",
        ],
    );
}

#[test]
fn a_full_brief_in_chinese() {
    let page = markdown::write(&full(Language::Chinese, true));
    expect(
        &page,
        &[
            "第 2 次会谈 · 中期 · 2026年6月15日星期一 14:00",
            "| 我方上次报价 | **1,340 元** | 比上次会谈靠近 60 元 |",
            "| 差距 | **230 元** | 上次会谈后差 350 元 |",
            "我方让得多：一共让了 140 元，对方 60 元。下一步该对方走。",
            "明确：",
            "6 条依据",
            "我 A 对方 C，跨象限。",
            "**别说** ·",
            "6月12日，已逾期 3 天",
            "推进：对方答应了 1 件事，有人、有日期。",
            "**底线** · 1,170 元",
        ],
    );
}

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
            "- **Long term** · CNY 1,270 · Payment: 45 days · Term: 36 months\n",
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
            "| Payment | 30 天 | 75 天 (靠近 15) | 45 天 |",
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
        "**Our next step** · CNY 1,320 (20 from now), only for: 36 months",
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
        for secret in ["1,170", "1,260", "±10", "Harbour", "paper logs", "Training on site"] {
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
    session.offers.clear();
    expect(
        &step(&session),
        &["**Our next step** · open with CNY 1,480", "**To be settled** · Price, Pay"],
    );
    session = issues_session();
    session.plan.concessions.as_mut().unwrap().in_return.clear();
    expect(&step(&session), &["CNY 1,320 (20 from now), and only for something in return"]);
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
    assert!(!page(&[&super::fixture::lin()]).contains("**Tells how"));
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
                let bytes = super::pdf::write(&document, paper, &[]).unwrap();
                let pages = hayro_syntax::Pdf::new(bytes).unwrap().pages().len();
                assert_eq!(pages, 1, "{language:?} {limits} {paper:?}");
            }
        }
    }
}

#[test]
fn limits_are_left_out_unless_asked_for() {
    for language in Language::ALL {
        for (limits, shown) in [(false, false), (true, true)] {
            let document = full(language, limits);
            for page in [markdown::write(&document), html::write(&document)] {
                for secret in ["1,170", "Harbour group", "short of orders"] {
                    assert_eq!(page.contains(secret), shown, "{secret}");
                }
            }
        }
    }
}

#[test]
fn a_fresh_session_names_what_is_missing() {
    expect(
        &markdown::write(&fresh(Language::English)),
        &[
            "# Untitled negotiation",
            "Meeting 1 · Preparation · no date set",
            "No goal written yet.",
            "No offer from either side yet.",
            "No target written yet",
            "Nobody named yet.",
            "## Before you go in",
            "## First moves",
            "No questions written yet.",
            "No pitch written yet.",
        ],
    );
    let page = markdown::write(&fresh(Language::Chinese));
    expect(&page, &["# 未命名的谈判", "还没写目标。", "双方都还没报价。", "还没写对手是谁。"]);
    for page in [markdown::write(&fresh(Language::English)), page] {
        assert!(!page.contains("CNY") && !page.contains('{') && !page.contains("NaN"));
    }
}

#[test]
fn an_unknown_counterpart_gets_no_quadrant() {
    let mut lin = lin();
    lin.evidence.clear();
    let document = brief(&full_session(), &[&lin], &owner(), Language::English, false);
    let page = markdown::write(&document);
    expect(&page, &["**\\[?\\]** Unknown · nothing observed yet", "How they think is not known."]);
    assert!(!page.contains("Say it their way"));
    lin.evidence = vec![seen(Quadrant::A, Setting::Normal), seen(Quadrant::D, Setting::Normal)];
    let document = brief(&full_session(), &[&lin], &owner(), Language::English, false);
    expect(&markdown::write(&document), &["No clear lead yet · 2 observations"]);
}

#[test]
fn while_i_am_unknown_there_are_sentences_instead_of_pairs() {
    let document = brief(&full_session(), &[&lin()], &Owner::default(), Language::English, false);
    let page = markdown::write(&document);
    expect(&page, &["Sentences that land with C:"]);
    assert!(!page.contains("With me") && !page.contains("My blind spot"));
}

#[test]
fn before_the_first_offer_the_news_is_the_last_meeting() {
    let mut session = full_session();
    session.offers.truncate(3);
    let page = markdown::write(&brief(&session, &[], &owner(), Language::English, false));
    expect(
        &page,
        &[
            "| Our last offer | **CNY 1,400** | CNY 80 closer since the last offer |",
            "| Their last offer | **CNY 1,050** | the first one |",
        ],
    );
}

#[test]
fn before_the_first_offer_of_a_meeting_the_news_is_the_last_meeting() {
    let mut session = full_session();
    session.meetings[1].ended = Some(Timestamp::from_second(1_781_500_000).expect("a time"));
    session.meetings.push(Meeting::new(MeetingId(uuid::Uuid::from_u128(102))));
    let page = |language| markdown::write(&brief(&session, &[&lin()], &owner(), language, false));
    expect(
        &page(Language::English),
        &["| Gap | **CNY 230** | CNY 350 before the last meeting |", "in the last meeting |"],
    );
    expect(&page(Language::Chinese), &["上次会谈前差"]);
}

#[test]
fn offers_that_meet_leave_no_gap() {
    let mut session = full_session();
    session.offers[3].price = Some(Decimal::from(1350));
    let page = markdown::write(&brief(&session, &[], &owner(), Language::English, false));
    expect(&page, &["| Gap | **CNY 0** | the offers meet |"]);
    // A buyer counts the other way round.
    session.my_party = Party::Buyer;
    session.offers[3].price = Some(Decimal::from(1400));
    let page = markdown::write(&brief(&session, &[], &owner(), Language::English, false));
    expect(&page, &["| Gap | **CNY 60** |"]);
}

#[test]
fn a_session_without_meetings_still_reads() {
    let mut session = full_session();
    session.meetings.clear();
    let page = markdown::write(&brief(&session, &[&lin()], &owner(), Language::English, true));
    expect(&page, &["No meeting planned", "**CNY 1,340**", "## First moves"]);
}

#[test]
fn more_than_two_people_get_the_short_advice() {
    let (one, mut session) = (lin(), fresh_session());
    session.meetings[0].phase = Phase::Middle;
    let page = |people: &[&Counterpart]| {
        markdown::write(&brief(&session, people, &owner(), Language::English, false))
    };
    assert_eq!(page(&[&one, &one]).matches("**Irritates**").count(), 2);
    let three = page(&[&one, &one, &one]);
    assert_eq!(
        (three.matches("**Irritates**").count(), three.matches("**Avoid**").count()),
        (0, 3)
    );
    // What is the same for all of them is said once.
    assert_eq!(three.matches("**Argue").count(), 1);
    assert_eq!(three.matches("say to C").count(), 1);
}

#[test]
fn odd_text_from_the_user_stays_text() {
    let odd = "<script>alert('x')</script> & *bold* _it_ |cell| [l](u)\r\n# שרה \u{202e}👩‍💼";
    let mut session = full_session();
    session.title = odd.to_owned();
    session.currency = "<b>".to_owned();
    session.plan.goal = odd.to_owned();
    session.plan.price_unit = odd.to_owned();
    session.plan.questions = odd.to_owned();
    session.plan.alternative = odd.to_owned();
    session.plan.unsaid = odd.to_owned();
    session.meetings[1].place = odd.to_owned();
    session.meetings[0].outcome.commitments[0].action = odd.to_owned();
    session.meetings[0].outcome.commitments[0].person = Some(odd.to_owned());
    session.offers[4].terms = odd.to_owned();
    session.potatoes[0].claim = odd.to_owned();
    let mut lin = lin();
    (lin.name, lin.title, lin.organisation) = (odd.to_owned(), odd.to_owned(), odd.to_owned());
    for language in Language::ALL {
        let document = brief(&session, &[&lin], &owner(), language, true);
        let page = html::write(&document);
        assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains('\u{202e}'));
        expect(&page, &["&lt;script&gt;", "\u{2068}", "👩‍💼"]);
        let page = markdown::write(&document);
        assert!(
            !page.contains(" <script") && !page.contains(" *bold*") && !page.contains("|cell|")
        );
        assert!(!page.lines().any(|line| line.starts_with("# שרה") || line.starts_with("\\#")));
        expect(&page, &["\\<script\\>", "\\*bold\\*", "\\|cell\\|", "\\[l\\](u)", "👩‍💼"]);
    }
}

#[test]
fn the_printable_page_stands_alone() {
    let page = html::write(&full(Language::Chinese, false));
    expect(&page, &["<html lang=\"zh-Hans\">", "@page", "<span class=\"letter qc\">C</span>", "☐"]);
    for outside in ["<script", "<link", "src=", "href=", "url(", "http"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn no_section_is_empty() {
    for language in Language::ALL {
        for document in [full(language, true), issues(language, true), fresh(language)] {
            for section in &document.sections {
                assert!(!section.blocks.is_empty() && !section.heading.is_empty());
                for block in &section.blocks {
                    match block {
                        Block::Statement(text) | Block::Paragraph(text) | Block::Note(text) => {
                            assert!(!text.is_empty());
                        }
                        Block::Bullets(items) => assert!(!items.is_empty()),
                        Block::Checklist(items) => assert!(!items.is_empty()),
                        Block::Figures(items) => assert!(!items.is_empty()),
                        Block::Table(table) => {
                            assert!(!table.rows.is_empty());
                            for row in &table.rows {
                                assert_eq!(row.cells.len() + 1, table.heads.len());
                            }
                        }
                        Block::Facts(facts) => assert!(!facts.is_empty()),
                        Block::Person(_) | Block::Exchange(_) | Block::Warning(_) => {}
                    }
                }
            }
        }
    }
}
