use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::ids::{EntryId, IssueId, MeetingId};
use crate::domain::issue::{Choice, Issue, IssueKind};

use Side::{Them, Us};

const TODAY: Date = date(2026, 6, 16);
const PAYMENT: u128 = 1;
const RESPONSE: u128 = 2;
const TERM: u128 = 3;
const SERVICE: u128 = 4;
const START: u128 = 5;
const SETUP: u128 = 6;

fn issue(id: u128, kind: IssueKind, name: &str, unit: &str, choices: &[&str]) -> Issue {
    let mut issue = Issue::new(IssueId(Uuid::from_u128(id)), kind);
    name.clone_into(&mut issue.name);
    unit.clone_into(&mut issue.unit);
    issue.choices = (1..)
        .zip(choices)
        .map(|(key, name)| Choice { key, name: (*name).to_owned(), mine: 50, theirs: None })
        .collect();
    issue
}

fn english() -> Plan {
    let issues = vec![
        issue(PAYMENT, IssueKind::Number, "Payment", "days after invoice", &[]),
        issue(RESPONSE, IssueKind::Number, "Response", "hours", &[]),
        issue(TERM, IssueKind::Number, "Term", "months", &[]),
        issue(SERVICE, IssueKind::Choice, "Service", "", &["Gold", "Silver", "None at all"]),
        issue(START, IssueKind::Date, "Start", "", &[]),
        issue(SETUP, IssueKind::Money, "Set-up fee", "EUR", &[]),
    ];
    Plan { issues, price_unit: "per site and month".to_owned(), ..Plan::default() }
}

fn chinese() -> Plan {
    let issues = vec![
        issue(PAYMENT, IssueKind::Number, "账期", "开票后天数", &[]),
        issue(RESPONSE, IssueKind::Number, "响应时间", "小时", &[]),
        issue(TERM, IssueKind::Number, "合同期限", "个月", &[]),
        issue(SERVICE, IssueKind::Choice, "服务", "", &["金牌", "银牌", "不含"]),
        issue(START, IssueKind::Date, "开工", "", &[]),
    ];
    Plan { issues, price_unit: "每站每月".to_owned(), ..Plan::default() }
}

fn read(plan: &Plan, line: &str) -> TypedOffer {
    TypedOffer::read(line, Subject { plan, currency: "CNY", today: TODAY })
}

/// Side, price, numbers by issue, and the text that is left.
type Numbers = (Option<Side>, Option<String>, Vec<(u128, String)>, String);

fn numbers(plan: &Plan, line: &str) -> Numbers {
    let read = read(plan, line);
    let values = read.values.iter().map(|(id, value)| {
        let shown = match value {
            IssueValue::Number(number) => number.to_string(),
            IssueValue::Day(day) => day.to_string(),
            IssueValue::Choice(key) => format!("choice {key}"),
        };
        (id.0.as_u128(), shown)
    });
    (read.side, read.price.map(|price| price.to_string()), values.collect(), read.terms)
}

fn check(
    plan: &Plan,
    line: &str,
    side: Option<Side>,
    price: &str,
    values: &[(u128, &str)],
    terms: &str,
) {
    let price = Some(price.to_owned()).filter(|price| !price.is_empty());
    let values = values.iter().map(|(id, value)| (*id, (*value).to_owned())).collect();
    assert_eq!(numbers(plan, line), (side, price, values, terms.to_owned()), "{line}");
}

#[test]
fn numbers_go_to_the_issue_beside_which_they_stand() {
    let plan = english();
    let all = [(PAYMENT, "30"), (RESPONSE, "2"), (TERM, "36")];
    check(&plan, "us 1300 30d 2h 36m", Some(Us), "1300", &all, "");
    check(&plan, "us 1,300 30 days 2 hours 36 months", Some(Us), "1300", &all, "");
    check(&plan, "36m 2h 30d 1300", None, "1300", &all, "");
    check(&plan, "us 1300, payment 30, resp 2, term: 36", Some(Us), "1300", &all, "");
    check(&plan, "us 1300 p30 r2 t36", Some(Us), "1300", &all, "");
    check(&plan, "them 75 days, term 24", Some(Them), "", &[(PAYMENT, "75"), (TERM, "24")], "");
    check(&plan, "them 1.2k", Some(Them), "1200", &[], "");
    check(&plan, "them 1.2k 24m", Some(Them), "1200", &[(TERM, "24")], "");
    check(&plan, "them 1.2m", Some(Them), "1200000", &[], "");
    check(&plan, "price 1250 term 24", None, "1250", &[(TERM, "24")], "");
    check(
        &plan,
        "us 30 days after invoice for 1300 per site and month",
        Some(Us),
        "1300",
        &[(PAYMENT, "30")],
        "",
    );
    check(&plan, "CNY 1,220, paid in 75 days", None, "1220", &[(PAYMENT, "75")], "paid in");
}

#[test]
fn chinese_is_read_with_and_without_spaces() {
    let plan = chinese();
    let all = [(PAYMENT, "45"), (TERM, "36")];
    check(&plan, "我方 1300 账期45天 36个月", Some(Us), "1300", &all, "");
    check(&plan, "我方1300元，账期45天，36个月", Some(Us), "1300", &all, "");
    check(&plan, "对方1180，75天账期", Some(Them), "1180", &[(PAYMENT, "75")], "");
    check(&plan, "对方 13.4万 响应2小时", Some(Them), "134000", &[(RESPONSE, "2")], "");
    check(&plan, "对方 期限24", Some(Them), "", &[(TERM, "24")], "");
    check(&plan, "价格1250每站每月 24月", None, "1250", &[(TERM, "24")], "");
    check(&plan, "我方1300，金牌服务", Some(Us), "1300", &[(SERVICE, "choice 1")], "");
    check(
        &plan,
        "对方 服务银牌 开工7月1日",
        Some(Them),
        "",
        &[(SERVICE, "choice 2"), (START, "2026-07-01")],
        "",
    );
    // English shorthand in a Chinese plan.
    check(&plan, "us 1300 45d 36m", Some(Us), "1300", &all, "");
}

#[test]
fn without_issues_everything_behind_the_price_is_text() {
    let plan = Plan::default();
    check(&plan, "us 1300 30 days", Some(Us), "1300", &[], "30 days");
    check(&plan, "Them: CNY 1,220, paid in 75 days", Some(Them), "1220", &[], "paid in 75 days");
    check(&plan, "对方1180，75天账期", Some(Them), "1180", &[], "75天账期");
    check(&plan, "1300 net 30", None, "1300", &[], "net 30");
    check(&plan, "us 1 340 元", Some(Us), "1340", &[], "");
    for line in
        ["", "us", "them later", "我方", "us -5", "user", "us 1,5", "1，5", "us 30 days", "v2"]
    {
        assert!(!read(&plan, line).says_something(), "{line}");
    }
}

#[test]
fn choices_go_by_their_first_letters() {
    let plan = english();
    check(&plan, "us 1300 gold", Some(Us), "1300", &[(SERVICE, "choice 1")], "");
    check(&plan, "us 1300 sil 36m", Some(Us), "1300", &[(TERM, "36"), (SERVICE, "choice 2")], "");
    check(&plan, "service n", None, "", &[(SERVICE, "choice 3")], "");
    check(&plan, "us 1300 none at all", Some(Us), "1300", &[(SERVICE, "choice 3")], "");
    check(&plan, "us 1300 on go", Some(Us), "1300", &[], "on go");
}

#[test]
fn dates_are_read_as_everywhere() {
    let plan = english();
    for (line, day) in [
        ("start 1 July", "2026-07-01"),
        ("them start 2026-07-01", "2026-07-01"),
        ("15 Jul 2026", "2026-07-15"),
        ("start: Friday", "2026-06-19"),
        ("start +7", "2026-06-23"),
    ] {
        let typed = read(&plan, line);
        let start = IssueId(Uuid::from_u128(START));
        assert_eq!(
            typed.values.get(&start),
            Some(&IssueValue::Day(day.parse().unwrap())),
            "{line}"
        );
        assert_eq!((typed.price, typed.terms.as_str()), (None, ""), "{line}");
    }
    check(
        &plan,
        "us 1300 start 1 July 36m",
        Some(Us),
        "1300",
        &[(TERM, "36"), (START, "2026-07-01")],
        "",
    );
    let late = read(&plan, "us start 30");
    let topic = Topic::Issue(IssueId(Uuid::from_u128(START)));
    assert_eq!(late.unclear, [Unclear::Value { words: "30".to_owned(), topic }]);
}

#[test]
fn an_amount_of_another_currency_belongs_to_its_issue() {
    let plan = english();
    check(&plan, "us 1300 EUR 500", Some(Us), "1300", &[(SETUP, "500")], "");
    check(&plan, "us €500, 1300", Some(Us), "1300", &[(SETUP, "500")], "");
    check(&plan, "us 1300 yuan, set-up fee 2k", Some(Us), "1300", &[(SETUP, "2000")], "yuan");
}

#[test]
fn a_name_may_hold_a_number() {
    let mut plan = english();
    plan.issues.push(issue(9, IssueKind::Number, "Phase 2 doors", "", &[]));
    check(&plan, "us 1300 phase 2 doors 40", Some(Us), "1300", &[(9, "40")], "");
    check(&plan, "us phase 2 doors: 40, 1300", Some(Us), "1300", &[(9, "40")], "");
}

#[test]
fn what_could_mean_two_things_is_named_and_kept_as_text() {
    let mut plan = english();
    plan.issues.push(issue(9, IssueKind::Number, "Delivery", "days", &[]));
    let topics = [PAYMENT, 9].map(|id| Topic::Issue(IssueId(Uuid::from_u128(id)))).to_vec();
    let typed = read(&plan, "us 1300 30 days");
    assert_eq!(typed.price, Some(Decimal::from(1300)));
    assert_eq!(typed.unclear, [Unclear::Several { words: "30 days".to_owned(), topics }]);
    assert_eq!(typed.terms, "30 days");
    check(&plan, "us 1300 delivery 30 days", Some(Us), "1300", &[(9, "30")], "");
    check(&plan, "us 1300 30 days payment", Some(Us), "1300", &[(PAYMENT, "30")], "");

    let plan = english();
    for (line, words) in [("us 1300 30-45 days", "30-45"), ("us 1,5", "1,5"), ("us 6/7", "6/7")] {
        assert_eq!(
            read(&plan, line).unclear,
            [Unclear::Number { words: words.to_owned() }],
            "{line}"
        );
    }
    let twice = read(&plan, "us 1300 30 days 45 days");
    let topic = Topic::Issue(IssueId(Uuid::from_u128(PAYMENT)));
    assert_eq!(twice.unclear, [Unclear::Twice { words: "45".to_owned(), topic }]);
    assert_eq!(twice.terms, "45 days");
}

#[test]
fn what_stands_in_quotation_marks_is_never_read() {
    check(
        &english(),
        "us 1300 “30 days for 12 sites”",
        Some(Us),
        "1300",
        &[],
        "30 days for 12 sites",
    );
    check(&chinese(), "我方1300，“含12个月培训”", Some(Us), "1300", &[], "含12个月培训");
}

fn offer(plan: &Plan, price: Option<i64>, values: &[(u128, IssueValue)], terms: &str) -> Offer {
    let values = values.iter().map(|(id, value)| (IssueId(Uuid::from_u128(*id)), *value));
    let values = values.filter(|(id, _)| plan.issue(*id).is_some()).collect();
    Offer {
        id: EntryId(Uuid::from_u128(1)),
        at: Timestamp::from_second(0).unwrap(),
        meeting: MeetingId(Uuid::from_u128(1)),
        side: Them,
        price: price.map(Decimal::from),
        values,
        terms: terms.to_owned(),
    }
}

proptest! {
    #[test]
    fn the_line_of_an_offer_reads_back_as_the_offer(
        price in proptest::option::of(0..10_000_000_i64),
        days in proptest::option::of(-30..400_i64),
        months in proptest::option::of(0..100_i64),
        choice in proptest::option::of(1..4_u32),
        day in proptest::option::of(0..2000_i64),
        fee in proptest::option::of(0..100_000_i64),
        terms in "[ a-z0-9,;]{0,20}",
        zh in any::<bool>(),
    ) {
        let plan = if zh { chinese() } else { english() };
        let number = |value: i64| IssueValue::Number(Decimal::from(value));
        let mut values = Vec::new();
        values.extend(days.map(|days| (PAYMENT, number(days))));
        values.extend(months.map(|months| (TERM, number(months))));
        values.extend(choice.map(|key| (SERVICE, IssueValue::Choice(key))));
        values.extend(day.map(|days| (START, IssueValue::Day(TODAY.checked_add(jiff::Span::new().days(days)).unwrap()))));
        values.extend(fee.map(|fee| (SETUP, number(fee))));
        let offer = offer(&plan, price, &values, terms.trim());
        let subject = Subject { plan: &plan, currency: "CNY", today: TODAY };
        let words = if zh { SideWords { us: "我方", them: "对方" } } else { SideWords { us: "us", them: "them" } };
        let line = line_of(&offer, subject, words);
        let read = TypedOffer::read(&line, subject);
        prop_assert_eq!(read.side, Some(Them), "{}", line);
        prop_assert_eq!(read.price, offer.price, "{}", line);
        prop_assert_eq!(&read.values, &offer.values, "{}", line);
        prop_assert_eq!(&read.terms, &offer.terms, "{}", line);
        prop_assert_eq!(unwritten(&offer, subject, words), (Values::new(), false));
    }

    #[test]
    fn no_line_is_too_odd(line in "\\PC{0,60}") {
        read(&english(), &line);
        read(&chinese(), &line);
    }

    #[test]
    fn no_mixture_of_words_and_numbers_is_too_odd(parts in proptest::collection::vec(
        prop_oneof!["[0-9]{1,5}", "[.,:/+-]", "[ ]", Just("days".to_owned()), Just("账期".to_owned()), Just("gold".to_owned()),
            Just("start".to_owned()), Just("“".to_owned()), Just("k".to_owned()), Just("万".to_owned()), Just("EUR".to_owned())], 0..14)) {
        let line = parts.concat();
        read(&english(), &line);
        read(&chinese(), &line);
    }
}
