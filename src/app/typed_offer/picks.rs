//! Choices by their names or the first letters of them, and dates.

use jiff::civil::Date;

use super::labels;
use super::line::{Kind, Line, Span, Token};
use super::{Subject, TypedOffer, Unclear};
use crate::domain::issue::{Issue, IssueKind, IssueValue, Topic};
use crate::i18n::parse_date;

/// A name must be typed so far, unless the issue is named beside it.
const LETTERS: usize = 3;
/// Most words of a date.
const WORDS: usize = 6;

/// A value of an issue that stands in the line.
struct Pick {
    topic: Topic,
    value: IssueValue,
    /// How many signs of the line speak for it.
    length: usize,
    spans: Vec<Span>,
}

pub fn read(line: &mut Line, from: usize, subject: Subject<'_>, offer: &mut TypedOffer) {
    let mut place = from;
    while let Some(token) = line.tokens(place).into_iter().find(|token| token.kind != Kind::Break) {
        let tokens = line.tokens(from);
        let Some(at) = tokens.iter().position(|other| other.span.from == token.span.from) else {
            return;
        };
        let mut found: Vec<Pick> = Vec::new();
        for issue in &subject.plan.issues {
            match issue.kind {
                IssueKind::Choice => found.extend(choices(line, &tokens, at, issue)),
                IssueKind::Date => found.extend(date(line, &tokens, at, issue, subject)),
                IssueKind::Money | IssueKind::Number => {}
            }
        }
        let longest = found.iter().map(|pick| pick.length).max().unwrap_or(0);
        found.retain(|pick| pick.length == longest);
        let end = token.span.to;
        place = match found.as_slice() {
            [] => end,
            [pick] => {
                let whole = pick.spans.iter().map(|span| span.to).max().unwrap_or(end);
                if offer.take(pick.topic, pick.value) {
                    for span in &pick.spans {
                        line.mark(*span);
                    }
                } else {
                    let words = line.shown(Span { from: token.span.from, to: whole });
                    offer.unclear.push(Unclear::Twice { words, topic: pick.topic });
                }
                whole.max(end)
            }
            several => {
                let mut topics: Vec<Topic> = several.iter().map(|pick| pick.topic).collect();
                topics.dedup();
                let words = line.shown(token.span);
                offer.unclear.push(match topics.as_slice() {
                    [topic] => Unclear::Value { words, topic: *topic },
                    _ => Unclear::Several { words, topics },
                });
                end
            }
        };
    }
}

fn choices(line: &Line, tokens: &[Token], at: usize, issue: &Issue) -> Vec<Pick> {
    let Some(token) = tokens.get(at) else { return Vec::new() };
    let in_front = labels::name_before(line, tokens, at, &issue.name);
    let mut picks = Vec::new();
    let starts = match token.kind {
        // A Chinese run may begin with something else.
        Kind::Run => token.span.from..token.span.to,
        _ => token.span.from..token.span.from + 1,
    };
    for from in starts {
        // 服务银牌: the name may stand in the same run.
        let inside = (token.kind == Kind::Run)
            .then(|| labels::in_run(line, Span { from: token.span.from, to: from }, &issue.name))
            .flatten();
        let before = inside.or(in_front);
        for choice in &issue.choices {
            let Some(found) = labels::name_at(line, from, &choice.name) else { continue };
            let whole = found.strength >= 8;
            let length = found.span.to - found.span.from;
            let chinese = token.kind == Kind::Run;
            if !(whole || before.is_some() || length >= if chinese { 2 } else { LETTERS }) {
                continue;
            }
            // The name of the issue itself, or another issue's, is no choice of it.
            let mut spans = vec![found.span];
            spans.extend(before.map(|before| before.span));
            let after = line.tokens(found.span.to).first().and_then(|next| match next.kind {
                Kind::Run => labels::in_run(line, next.span, &issue.name),
                Kind::Word => labels::name_at(line, next.span.from, &issue.name),
                _ => None,
            });
            spans.extend(after.filter(|after| after.strength > 2).map(|after| after.span));
            let named = usize::from(before.is_some() || after.is_some());
            // Exact names come before beginnings of longer ones.
            let length = length * 4 + named * 2 + usize::from(whole);
            picks.push(Pick {
                topic: Topic::Issue(issue.id),
                value: IssueValue::Choice(choice.key),
                length,
                spans,
            });
        }
    }
    let longest = picks.iter().map(|pick| pick.length).max().unwrap_or(0);
    picks.retain(|pick| pick.length == longest);
    picks
}

fn date(
    line: &Line,
    tokens: &[Token],
    at: usize,
    issue: &Issue,
    subject: Subject<'_>,
) -> Option<Pick> {
    let token = tokens.get(at)?;
    let before = labels::name_before(line, tokens, at, &issue.name);
    let only =
        subject.plan.issues.iter().filter(|other| other.kind == IssueKind::Date).count() == 1;
    // "+7" after the name of the issue: the sign is a token of its own when it is glued to it.
    let from = token.span.from;
    let mut ends = tokens.iter().skip(at).take(WORDS).map(|token| token.span.to).rev();
    let (day, to) = ends.find_map(|to| {
        let text = line.plain(Span { from, to });
        let stands_alone = only && names_a_day(&text);
        (before.is_some() || stands_alone).then_some(())?;
        Some((parse_day(&text, subject.today)?, to))
    })?;
    let mut spans = vec![Span { from, to }];
    spans.extend(before.map(|before| before.span));
    let length = (to - from) * 4 + usize::from(before.is_some()) * 2;
    Some(Pick { topic: Topic::Issue(issue.id), value: IssueValue::Day(day), length, spans })
}

fn parse_day(text: &str, today: Date) -> Option<Date> {
    parse_date(text.trim_end_matches([',', ' ']), today)
}

/// Whether a text can hardly be anything but a day: with a month, a year or the name of a day.
fn names_a_day(text: &str) -> bool {
    let digits = text.chars().any(|sign| sign.is_ascii_digit());
    let letters = text.chars().filter(|sign| sign.is_alphabetic()).count();
    let in_days = text.starts_with("in ") || text.ends_with("天后");
    let written = text.matches('-').count() == 2 || text.matches('.').count() == 2;
    !in_days
        && (text.contains('月') || written || (digits && letters >= 3) || (!digits && letters >= 2))
}
