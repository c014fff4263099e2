//! What a brief says, in both languages, for a full and for a fresh session.

use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::document::{Block, Document};
use super::{BriefInput, compose, html, markdown};
use crate::content::catalog::{Catalog, Sources};
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::{CounterpartId, EntryId, MeetingId, SessionId};
use crate::domain::ledger::{Offer, Side};
use crate::domain::library::Owner;
use crate::domain::outcome::{Commitment, CommitmentState, Party};
use crate::domain::phase::Phase;
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict};
use crate::domain::quadrant::{AnimalReading, Quadrant};
use crate::domain::session::{LogEntry, LogKind, Meeting, Session};
use crate::domain::walk::{Answer, QuestionId, WalkEntry};
use crate::i18n::{Language, Messages};

macro_rules! content {
    ($name:literal) => {
        include_str!(concat!("../../assets/content/", $name, ".ron"))
    };
}

fn catalog() -> Catalog {
    Catalog::parse(&Sources {
        quadrants: content!("quadrants"),
        self_items: content!("self-items"),
        relations: content!("relations"),
        pairs: content!("pairs"),
        walk: content!("walk"),
        phases: content!("phases"),
        potatoes: content!("potatoes"),
        tactics: content!("tactics"),
        weights: content!("weights"),
    })
    .unwrap()
}

fn now() -> DateTime {
    date(2026, 6, 15).at(9, 5, 0, 0)
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn seen(quadrant: Quadrant, setting: Setting) -> Evidence {
    Evidence {
        id: None,
        supports: vec![quadrant],
        against: Vec::new(),
        kind: EvidenceKind::Quote,
        setting,
        date: date(2026, 6, 1),
        text: String::new(),
        source: String::new(),
        weight: None,
    }
}

fn lin() -> Counterpart {
    let mut lin = Counterpart::new(CounterpartId(uuid(1)), Timestamp::UNIX_EPOCH);
    lin.name = "林悦".to_owned();
    lin.latin_name = "Lin Yue".to_owned();
    lin.title = "Head of Purchasing".to_owned();
    lin.organisation = "Northern Cold Chain".to_owned();
    lin.evidence = vec![seen(Quadrant::C, Setting::Normal); 6];
    lin.evidence.extend(vec![seen(Quadrant::B, Setting::Pressure); 3]);
    lin
}

fn owner() -> Owner {
    Owner { name: "Me".to_owned(), evidence: vec![seen(Quadrant::A, Setting::Normal); 5] }
}

fn offer(id: u128, meeting: u128, side: Side, time: &str, price: i64) -> Offer {
    Offer {
        id: EntryId(uuid(id)),
        at: at(time),
        meeting: MeetingId(uuid(meeting)),
        side,
        price: Decimal::from(price),
        terms: String::new(),
    }
}

fn promise(party: Party, action: &str, person: &str, day: i8) -> Commitment {
    Commitment {
        id: None,
        party,
        action: action.to_owned(),
        person: Some(person.to_owned()),
        due: Some(date(2026, 6, day)),
        cost: String::new(),
        binding: false,
        state: CommitmentState::Open,
    }
}

fn full_session() -> Session {
    let mut session =
        Session::new(SessionId(uuid(9)), Timestamp::UNIX_EPOCH, "CNY", MeetingId(uuid(100)));
    session.title = "Cold-store monitoring, 38 sites".to_owned();
    session.plan.goal = "Lin Yue puts the 38-site contract before her board by 30 June.".to_owned();
    session.plan.price_unit = "per site and month".to_owned();
    session.plan.target = Some(Decimal::from(1300));
    session.plan.reservation = Some(Decimal::from(1170));
    session.plan.alternative = "Sell the pilot to the Harbour group".to_owned();
    session.plan.unsaid = "That the quarter is short of orders\n".to_owned();
    session.plan.questions =
        "- Who besides you has to agree?\n- What happens at the sites if nothing changes?\n- What would make your technicians glad of it?".to_owned();
    let first = &mut session.meetings[0];
    first.started = Some(at("2026-06-01T06:00:00Z"));
    first.ended = Some(at("2026-06-01T07:00:00Z"));
    first.outcome.commitments = vec![
        promise(Party::Buyer, "Send the temperature logs of ten sites", "Lin Yue", 12),
        promise(Party::Seller, "Draft the service agreement", "", 16),
    ];
    let mut second = Meeting::new(MeetingId(uuid(101)));
    second.planned = Some(date(2026, 6, 15).at(14, 0, 0, 0));
    second.place = "their office, room 402".to_owned();
    second.phase = Phase::Middle;
    session.meetings.push(second);
    session.offers = vec![
        offer(1, 100, Side::Us, "2026-06-01T06:10:00Z", 1480),
        offer(2, 100, Side::Them, "2026-06-01T06:20:00Z", 1050),
        offer(3, 100, Side::Us, "2026-06-01T06:30:00Z", 1400),
        offer(4, 101, Side::Them, "2026-06-14T06:00:00Z", 1110),
        offer(5, 101, Side::Us, "2026-06-14T06:10:00Z", 1340),
    ];
    session.potatoes = vec![HotPotato {
        id: EntryId(uuid(50)),
        at: at("2026-06-01T06:40:00Z"),
        meeting: MeetingId(uuid(100)),
        kind: PotatoKind::Budget,
        claim: "There is no more than 1,100 in the budget".to_owned(),
        asked: [true, false, false],
        verdict: PotatoVerdict::Untested,
        evidence: String::new(),
    }];
    session.pitch = "Our sensors …".to_owned();
    for question in [QuestionId::A1, QuestionId::A2, QuestionId::C2] {
        session
            .walk
            .entries
            .insert(question, WalkEntry { answer: Some(Answer::Yes), note: String::new() });
    }
    session.log.push(LogEntry {
        id: EntryId(uuid(60)),
        at: at("2026-06-01T06:50:00Z"),
        meeting: MeetingId(uuid(100)),
        kind: LogKind::TacticSeen,
        text: String::new(),
        tactic: Some("flinch".to_owned()),
        phase: None,
    });
    session
}

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

fn fresh(language: Language) -> Document {
    let session =
        Session::new(SessionId(uuid(9)), Timestamp::UNIX_EPOCH, "CNY", MeetingId(uuid(100)));
    brief(&session, &[], &Owner::default(), language, false)
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
            "| Our target | **CNY 1,300** | our offer CNY 40 better · theirs CNY 190 short of it |",
            "We have moved more: CNY 140 in all, they CNY 60.",
            "**⚠ Budget: “There is no more than 1,100 in the budget”**",
            "(asked)",
            "### Lin Yue (林悦)",
            "Head of Purchasing · Northern Cold Chain",
            "**\\[C\\]** Clear: Interpersonal (sheep) ·",
            "6 observations",
            "A meets C, cross.",
            "**Under pressure** ·",
            "## Say it their way",
            "**Instead of** ·",
            "- Who besides you has to agree?",
            "(seen)",
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
            "第 2 次会谈 · 中期 · 2026年6月15日 星期一 14:00",
            "| 我方上次报价 | **1,340 元** | 比上次会谈靠近 60 元 |",
            "| 差距 | **230 元** | 上次会谈后差 350 元 |",
            "我方让得多：一共让了 140 元，对方 60 元。下一步该对方走。",
            "明确：",
            "6 条依据",
            "我 A 对方 C，跨象限。",
            "**别说** ·",
            "6月12日，已逾期 3 天",
            "推进：对方答应了 1 件事，有人、有日子。",
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
        assert!(!page.contains("<script") && !page.contains(" *bold*") && !page.contains("|cell|"));
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
        for document in [full(language, true), fresh(language)] {
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
                        Block::Facts(facts) => assert!(!facts.is_empty()),
                        Block::Person(_) | Block::Exchange(_) | Block::Warning(_) => {}
                    }
                }
            }
        }
    }
}
