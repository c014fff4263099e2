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

mod issues;

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
            "| 我方上次报价 | **1,340 元** | 比上次会谈让了 60 元 |",
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
