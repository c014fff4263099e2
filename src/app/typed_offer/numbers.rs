//! Numbers: which topic each of them is about.

use rust_decimal::Decimal;

use super::labels::{self, Match};
use super::line::{Kind, Line, Span, Token, Typed};
use super::{Subject, TypedOffer, Unclear, money};
use crate::domain::issue::{IssueKind, IssueValue, Topic};

/// Words for the price itself.
const PRICE: [&str; 7] = ["price", "prices", "单价", "总价", "报价", "价格", "价"];
const NAMED_PRICE: u8 = 8;
const CURRENCY: u8 = 3;

/// How well a topic fits a number, and what around the number says so.
struct Fit {
    topic: Topic,
    strength: u8,
    spans: Vec<Span>,
    /// Whether the letters behind the number are its unit and no multiplier.
    has_unit: bool,
}

pub fn read(line: &mut Line, from: usize, subject: Subject<'_>, offer: &mut TypedOffer) {
    let tokens = line.tokens(from);
    let mut alone: Vec<usize> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Kind::Number(number) = token.kind else { continue };
        let Some(typed) = number else {
            offer.unclear.push(Unclear::Number { words: line.shown(token.span) });
            continue;
        };
        let mut names = subject.plan.issues.iter().map(|issue| issue.name.as_str());
        if names.any(|name| labels::is_in_name(line, token.span, name)) {
            continue;
        }
        let fits = fits(line, &tokens, index, typed, subject);
        let best = fits.iter().map(|fit| fit.strength).max().unwrap_or(0);
        let mut likely = fits.into_iter().filter(|fit| fit.strength == best);
        match (likely.next(), likely.next()) {
            (None, _) => alone.push(index),
            (Some(fit), None) => take(line, *token, typed, fit, subject, offer),
            (Some(one), Some(other)) => {
                let topics = [one, other].into_iter().chain(likely).map(|fit| fit.topic).collect();
                let words = line.shown(around(token.span, &tokens, index));
                offer.unclear.push(Unclear::Several { words, topics });
            }
        }
    }
    if offer.price.is_some() {
        return;
    }
    for index in alone {
        let (Some(token), true) = (tokens.get(index), is_alone(line, &tokens, index)) else {
            continue;
        };
        let Kind::Number(Some(typed)) = token.kind else { continue };
        let fit = Fit { topic: Topic::Price, strength: 0, spans: Vec::new(), has_unit: false };
        take(line, *token, typed, fit, subject, offer);
        return;
    }
}

/// The number with the word that is glued to it or stands behind it.
fn around(span: Span, tokens: &[Token], index: usize) -> Span {
    let next = tokens.get(index + 1).filter(|next| matches!(next.kind, Kind::Word | Kind::Run));
    Span { from: span.from, to: next.map_or(span.to, |next| next.span.to) }
}

/// Whether a number can be a price: nothing is glued to it, and no unit of time follows.
fn is_alone(line: &Line, tokens: &[Token], index: usize) -> bool {
    let Some(token) = tokens.get(index) else { return false };
    let Kind::Number(Some(typed)) = token.kind else { return false };
    let end = typed.multiplied.map_or(token.span.to, |(_, end)| end);
    let glued_before =
        index.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
            before.kind == Kind::Word && !token.spaced && before.span.to == token.span.from
        });
    let glued_after = line.at(end).is_some_and(char::is_alphabetic)
        && !line.at(end).is_some_and(super::line::is_chinese);
    let unit = typed.multiplied.is_none() && labels::any_unit_after(line, token.span.to);
    !glued_before && !glued_after && !unit
}

fn fits(
    line: &Line,
    tokens: &[Token],
    index: usize,
    typed: Typed,
    subject: Subject<'_>,
) -> Vec<Fit> {
    let Some(token) = tokens.get(index) else { return Vec::new() };
    let mut fits = Vec::new();
    if let Some(named) = price_word(line, tokens, index) {
        fits.push(Fit {
            topic: Topic::Price,
            strength: NAMED_PRICE,
            spans: vec![named],
            has_unit: false,
        });
    }
    let end = typed.multiplied.map_or(token.span.to, |(_, end)| end);
    let (plan, currency) = (subject.plan, subject.currency);
    let money = money::before(line, token.span.from, plan, currency)
        .or_else(|| money::after(line, end, plan, currency));
    let in_money = money.as_ref().map(|found| money::topics_in(&found.code, plan, currency));
    for issue in plan.issues.iter().filter(|issue| issue.kind != IssueKind::Choice) {
        let topic = Topic::Issue(issue.id);
        let unit = labels::unit_after(line, token.span.to, issue)
            .filter(|_| !is_million(line, token, typed));
        let before = labels::name_before(line, tokens, index, &issue.name);
        let behind = unit.map_or(end, |unit| unit.span.to);
        let after = name_after(line, tokens, behind, &issue.name);
        let named: u8 =
            [before, after].iter().flatten().map(|found| found.strength).max().unwrap_or(0);
        let paid = in_money.as_ref().is_some_and(|topics| topics.contains(&topic));
        let strength =
            named + unit.map_or(0, |unit| unit.strength) + if paid { CURRENCY } else { 0 };
        if strength == 0 || (money.is_some() && issue.kind != IssueKind::Money) {
            continue;
        }
        let found = [unit, before, after].into_iter().flatten().map(|found| found.span);
        let signs = money.iter().filter(|_| issue.kind == IssueKind::Money).map(|found| found.span);
        fits.push(Fit {
            topic,
            strength,
            spans: found.chain(signs).collect(),
            has_unit: unit.is_some(),
        });
    }
    if let Some(found) = money
        && in_money.is_some_and(|topics| topics.contains(&Topic::Price))
    {
        match fits.iter_mut().find(|fit| fit.topic == Topic::Price) {
            Some(price) => price.spans.push(found.span),
            None => fits.push(Fit {
                topic: Topic::Price,
                strength: CURRENCY,
                spans: vec![found.span],
                has_unit: false,
            }),
        }
    }
    fits
}

/// "1.2m" is a million even where an issue counts months.
fn is_million(line: &Line, token: &Token, typed: Typed) -> bool {
    typed.multiplied.is_some_and(|(_, end)| end == token.span.to + 1)
        && line.at(token.span.to) == Some('m')
        && !typed.bare.is_integer()
}

/// The name of an issue behind its value, unless a number follows that it may belong to.
fn name_after(line: &Line, tokens: &[Token], from: usize, name: &str) -> Option<Match> {
    let from = from + usize::from(line.at(from) == Some(' '));
    let index = tokens.iter().position(|token| token.span.to > from)?;
    let token = tokens.get(index)?;
    let span = Span { from: from.max(token.span.from), to: token.span.to };
    let found = match token.kind {
        Kind::Run => labels::in_run(line, span, name)?,
        Kind::Word => labels::name_at(line, span.from, name)?,
        _ => return None,
    };
    let next = tokens.iter().find(|token| token.span.from >= found.span.to);
    let belongs_to_next = next.is_some_and(|next| matches!(next.kind, Kind::Number(_)));
    (!belongs_to_next && found.strength > 2).then_some(found)
}

/// "price 1300", "价格1300".
fn price_word(line: &Line, tokens: &[Token], index: usize) -> Option<Span> {
    let before = tokens.get(index.checked_sub(1)?)?;
    let word = line.plain(before.span);
    let named = match before.kind {
        Kind::Word => PRICE.contains(&word.as_str()).then_some(before.span),
        Kind::Run => PRICE
            .iter()
            .find(|name| word.ends_with(**name))
            .map(|name| Span { from: before.span.to - name.chars().count(), to: before.span.to }),
        _ => None,
    };
    named.filter(|span| line.is_free(*span))
}

fn take(
    line: &mut Line,
    token: Token,
    typed: Typed,
    fit: Fit,
    subject: Subject<'_>,
    offer: &mut TypedOffer,
) {
    let (number, end) = match typed.multiplied {
        Some((number, end)) if !fit.has_unit => (number, end),
        _ => (typed.bare, token.span.to),
    };
    let issue = match fit.topic {
        Topic::Issue(id) => subject.plan.issue(id),
        Topic::Price => None,
    };
    let words = line.shown(Span { from: token.span.from, to: end });
    if issue.is_some_and(|issue| issue.kind == IssueKind::Date) {
        offer.unclear.push(Unclear::Value { words, topic: fit.topic });
        return;
    }
    if fit.topic == Topic::Price && number < Decimal::ZERO {
        offer.unclear.push(Unclear::Number { words });
        return;
    }
    if !offer.take(fit.topic, IssueValue::Number(number.normalize())) {
        offer.unclear.push(Unclear::Twice { words, topic: fit.topic });
        return;
    }
    line.mark(Span { from: token.span.from, to: end });
    for span in fit.spans {
        line.mark(span);
    }
    if fit.topic == Topic::Price {
        mark_price_unit(line, end, &subject.plan.price_unit);
    }
}

/// "1300 per site and month": the unit of the price says nothing new.
fn mark_price_unit(line: &mut Line, end: usize, unit: &str) {
    let rest = (end..line.plain.len()).find(|place| {
        line.is_free(Span { from: *place, to: place + 1 })
            && !line.at(*place).is_some_and(|sign| sign.is_whitespace() || sign == '/')
    });
    let Some(from) = rest else { return };
    if let Some(found) = labels::name_at(line, from, unit).filter(|found| found.strength > 2) {
        line.mark(found.span);
    }
}
