//! What a line of the quick log becomes: an offer, a tactic, or words.

use rust_decimal::Decimal;

use crate::app::drafts::MeetingDraft;
use crate::app::edit::SessionEdit;
use crate::app::quick_line::{CardNames, QuickLine, begins_as_offer, find_cards};
use crate::app::typed_offer::{Subject, TypedOffer};
use crate::domain::ids::CounterpartId;
use crate::domain::ledger::{Offer, Side};
use crate::domain::plan::Values;
use crate::domain::session::{LogEntry, LogKind, Meeting, Session};
use crate::domain::tactic::Mark;
use crate::ui::context::Cx;

/// Prices of one negotiation are rarely further apart; "us 2 agree" is no offer of 2.
const FAR: i64 = 20;

/// What stands in the entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub kind: LogKind,
    /// Who said it, when there are several of them at the table.
    pub person: Option<CounterpartId>,
    /// The words, without what says who and what.
    pub text: String,
    pub offer: Option<(Side, TypedOffer)>,
    /// The cards that fit a line on a tactic, the best first.
    pub cards: Vec<String>,
}

impl Reading {
    /// The card that is meant; `chosen` counts on from the best.
    pub fn card(&self, chosen: usize) -> Option<&String> {
        self.cards.get(chosen.checked_rem(self.cards.len())?)
    }

    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.cards.is_empty()
    }
}

pub fn is_tactic(kind: LogKind) -> bool {
    matches!(kind, LogKind::TacticSeen | LogKind::TacticUsed)
}

/// Reads the entry; `speaker` is who speaks now.
pub fn read(
    cx: &Cx<'_>,
    session: &Session,
    draft: &MeetingDraft,
    speaker: Option<CounterpartId>,
) -> Reading {
    let work = cx.work;
    let mut names = Vec::new();
    for person in work.people_of(&session.counterparts) {
        names.push((person.id, cx.messages.name_of(person)));
        names.push((person.id, person.name.clone()));
        names.push((person.id, person.latin_name.clone()));
    }
    let names: Vec<_> = names.iter().map(|(id, name)| (*id, name.as_str())).collect();
    let before = draft.log_changed.and_then(|id| session.log.iter().find(|entry| entry.id == id));
    let line = match before {
        Some(before) => read_again(cx, &draft.log_text, before, &names),
        None => QuickLine::read(&draft.log_text, &names),
    };
    let kind = line.kind.unwrap_or(draft.log_kind);
    let mut reading =
        Reading { kind, person: line.person, text: line.text, offer: None, cards: Vec::new() };
    if line.kind.is_none() && line.person.is_none() && draft.log_changed.is_none() {
        reading.offer = offer(cx, session, &draft.log_text);
    }
    if is_tactic(kind) {
        let known = card_names(cx, kind);
        let (cards, rest) = find_cards(&reading.text, &known);
        match before.and_then(|before| kept_card(cx, before, &reading, &cards, &known)) {
            Some((card, rest)) => {
                reading.text = rest;
                // Another card of the same name can still be chosen.
                let others = cards.into_iter().filter(|other| *other != card);
                let others: Vec<String> =
                    if named(cx, &card).is_some() { others.collect() } else { Vec::new() };
                reading.cards = [card].into_iter().chain(others).collect();
            }
            None => {
                reading.text = rest.to_owned();
                reading.cards = cards;
            }
        }
    }
    let theirs = !matches!(kind, LogKind::Note | LogKind::TacticUsed);
    if theirs && session.counterparts.len() > 1 && draft.log_changed.is_none() {
        reading.person = reading.person.or(speaker);
    }
    reading
}

/// Reads a line that is being changed. Who said it stays as it was unless the name that
/// [`line_of`] wrote is gone: it may be that of somebody who is no longer at the table, or one of
/// two people called alike.
fn read_again(
    cx: &Cx<'_>,
    line: &str,
    before: &LogEntry,
    names: &[(CounterpartId, &str)],
) -> QuickLine {
    let Some(mark) = mark_of(cx, before) else {
        // Nobody was written, so nobody was taken away.
        let read = QuickLine::read(line, names);
        return QuickLine { person: read.person.or(before.person), ..read };
    };
    match without_word(line, &mark) {
        Some(rest) => QuickLine { person: before.person, ..QuickLine::read(&rest, &[]) },
        None => QuickLine::read(line, names),
    }
}

/// The line without the first place where the word stands alone.
fn without_word(line: &str, word: &str) -> Option<String> {
    let is_end = |sign: Option<char>| sign.is_none_or(char::is_whitespace);
    line.match_indices(word).find_map(|(at, _)| {
        let (before, after) = (line.get(..at)?, line.get(at + word.len()..)?);
        let alone = is_end(before.chars().next_back()) && is_end(after.chars().next());
        alone.then(|| format!("{before}{}", after.trim_start()))
    })
}

/// The card of a line that is being changed, and the words after its name, if it is still meant:
/// where its name stands as [`line_of`] wrote it; where it has none, unless another one is named.
fn kept_card(
    cx: &Cx<'_>,
    before: &LogEntry,
    reading: &Reading,
    found: &[String],
    known: &[CardNames],
) -> Option<(String, String)> {
    let card = before.tactic.clone()?;
    // What was only seen, an unethical one, does not become one of mine.
    if reading.kind != before.kind && known.iter().all(|other| other.id != card) {
        return None;
    }
    let text = reading.text.as_str();
    if let Some(name) = named(cx, &card) {
        let rest = text.strip_prefix(name.as_str())?;
        let ends = rest.chars().next().is_none_or(char::is_whitespace);
        return ends.then(|| (card, rest.trim().to_owned()));
    }
    let (as_before, _) = find_cards(&before.text, known);
    (found == as_before).then(|| (card, text.to_owned()))
}

/// The name of a card, if it is still there and has one.
fn named(cx: &Cx<'_>, card: &str) -> Option<String> {
    let name = cx.card_name(card)?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// The line as an offer, if it begins as one does and its price is not far from all others.
fn offer(cx: &Cx<'_>, session: &Session, line: &str) -> Option<(Side, TypedOffer)> {
    if !begins_as_offer(line) {
        return None;
    }
    let (plan, currency) = (&session.plan, session.currency.as_str());
    let typed = TypedOffer::read(line, Subject { plan, currency, today: cx.today() });
    let last = session.offers.iter().rev().find_map(|offer| offer.price);
    let known = last.or(plan.target).or(plan.reservation).filter(|known| !known.is_zero());
    let is_near = typed.price.zip(known).is_none_or(|(price, known)| is_near(price, known));
    let side = typed.side.filter(|_| typed.says_something() && is_near)?;
    Some((side, typed))
}

fn is_near(price: Decimal, known: Decimal) -> bool {
    let far = Decimal::from(FAR);
    // A product that fits no number is further than any price.
    let products = price.checked_mul(far).zip(known.checked_mul(far));
    products.is_some_and(|(above, limit)| above >= known && price <= limit)
}

/// The cards that a line can name: favourites first, then mine, then the deck.
fn card_names(cx: &Cx<'_>, kind: LogKind) -> Vec<CardNames> {
    let deck = &cx.work.library().deck;
    // An unethical one is known so that it can be countered; it is never offered for use.
    let usable = |mark: Mark| kind == LogKind::TacticSeen || mark != Mark::Unethical;
    let mine = deck
        .cards
        .iter()
        .filter(|card| usable(card.mark))
        .map(|card| CardNames { id: card.card_id(), names: vec![card.name.clone()] });
    let bundled = cx.catalog.tactics().iter().filter(|card| usable(card.mark)).map(|card| {
        let names = [&card.name.en, &card.name.zh, &card.source_name.en, &card.id];
        CardNames { id: card.id.clone(), names: names.map(String::clone).into() }
    });
    let mut all: Vec<CardNames> = mine.chain(bundled).collect();
    all.sort_by_key(|card| !deck.favourites.contains(&card.id));
    all
}

/// The cards that are called so, the best first.
pub fn called(cx: &Cx<'_>, name: &str) -> Vec<String> {
    find_cards(name, &card_names(cx, LogKind::TacticSeen)).0
}

/// Saves what was read; false if there was nothing to save.
pub fn save(
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    draft: &MeetingDraft,
    reading: &Reading,
) -> bool {
    if let Some((side, typed)) = &reading.offer {
        let mut offer = Offer {
            id: cx.clock.new_entry(),
            at: cx.now(),
            meeting: meeting.id,
            side: *side,
            price: None,
            values: Values::new(),
            terms: String::new(),
        };
        typed.put_into(&mut offer);
        cx.edit_session(session.id, SessionEdit::AddOffer(offer));
        return true;
    }
    if reading.is_empty() {
        return false;
    }
    let card = reading.card(draft.log_card).cloned();
    let changed = draft.log_changed.and_then(|id| session.log.iter().find(|entry| entry.id == id));
    let Some(before) = changed else {
        add(cx, session, meeting, reading.kind, reading.text.clone(), card, reading.person);
        return true;
    };
    // The name of a card that is gone cannot be typed.
    let gone = before.tactic.clone().filter(|id| cx.card_name(id).is_none());
    let tactic = card.or(gone.filter(|_| is_tactic(reading.kind)));
    let entry = LogEntry {
        kind: reading.kind,
        text: reading.text.clone(),
        effect: before.effect.filter(|_| tactic == before.tactic && is_tactic(reading.kind)),
        tactic,
        person: reading.person,
        ..before.clone()
    };
    cx.edit_session(session.id, SessionEdit::SetLog(Box::new(entry)));
    true
}

/// Adds a line.
pub fn add(
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    kind: LogKind,
    text: String,
    tactic: Option<String>,
    person: Option<CounterpartId>,
) {
    let entry = LogEntry {
        id: cx.clock.new_entry(),
        at: cx.now(),
        meeting: meeting.id,
        kind,
        text,
        tactic,
        phase: None,
        person,
        effect: None,
    };
    cx.edit_session(session.id, SessionEdit::AddLog(entry));
}

/// How a line says who said it: "@LinYue". `None` for nobody, and for somebody whose name is not
/// known.
fn mark_of(cx: &Cx<'_>, entry: &LogEntry) -> Option<String> {
    let person = cx.work.person(entry.person?)?;
    let name: String = cx.messages.name_of(person).split_whitespace().collect();
    (!name.is_empty()).then(|| format!("@{name}"))
}

/// A line as it would be typed, so that it can be changed.
pub fn line_of(cx: &Cx<'_>, entry: &LogEntry) -> String {
    let start = match entry.kind {
        LogKind::Quote => "q",
        LogKind::Promise => "p",
        LogKind::Mood => "m",
        LogKind::Question => "?",
        LogKind::Note | LogKind::PhaseChange => "n",
        LogKind::TacticSeen => "t",
        LogKind::TacticUsed => "t!",
    };
    let card = entry.tactic.as_ref().and_then(|id| named(cx, id));
    let parts =
        [Some(start.to_owned()), mark_of(cx, entry), card, Some(entry.text.trim().to_owned())];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
