//! An offer typed in one line: "us 1300 30d 36m", "them 75 days, term 24", "我方 1300 账期45天".
//!
//! A number belongs to the issue whose unit or name, or their first letters, stands beside it; the
//! first one that stands alone is the price. What is not understood stays as text, and so does
//! everything in quotation marks. What could be meant in two ways is not guessed but named.

mod labels;
mod line;
mod money;
mod numbers;
mod picks;
mod write;

use jiff::civil::Date;
use rust_decimal::Decimal;

use self::line::{Line, Span};
use crate::domain::issue::{IssueValue, Topic};
use crate::domain::ledger::{Offer, Side};
use crate::domain::plan::{Plan, Values};

pub use write::{SideWords, line_of, unwritten};

/// The words by which a side can be named, the longer ones first.
const SIDES: [(&str, Side); 16] = [
    ("their", Side::Them),
    ("them", Side::Them),
    ("they", Side::Them),
    ("ours", Side::Us),
    ("our", Side::Us),
    ("us", Side::Us),
    ("we", Side::Us),
    ("me", Side::Us),
    ("我方", Side::Us),
    ("我们", Side::Us),
    ("我", Side::Us),
    ("对方", Side::Them),
    ("对手", Side::Them),
    ("他们", Side::Them),
    ("他", Side::Them),
    ("她", Side::Them),
];

/// What an offer can be about.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub plan: &'a Plan,
    /// The currency of the price.
    pub currency: &'a str,
    pub today: Date,
}

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedOffer {
    /// `None` when no side was named.
    pub side: Option<Side>,
    pub price: Option<Decimal>,
    pub values: Values,
    pub terms: String,
    /// What could mean two things, or nothing; it stands in the terms too.
    pub unclear: Vec<Unclear>,
}

/// Something in a line that needs a word more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// It could be about any of these topics.
    Several { words: String, topics: Vec<Topic> },
    /// The topic was named before; the first value counts.
    Twice { words: String, topic: Topic },
    /// A number that could mean two things: 1,5 or 30-45.
    Number { words: String },
    /// No value of this topic: a number where a date or one of a list is wanted.
    Value { words: String, topic: Topic },
}

impl TypedOffer {
    /// Reads a line.
    pub fn read(text: &str, subject: Subject<'_>) -> Self {
        let mut line = Line::new(text);
        let mut offer = Self::default();
        let (side, from) = split_side(&line);
        offer.side = side;
        line.mark(Span { from: 0, to: from });
        let quoted = line.take_quoted();
        picks::read(&mut line, from, subject, &mut offer);
        numbers::read(&mut line, from, subject, &mut offer);
        let words = |part: &String| !part.split_whitespace().all(labels::is_small_word);
        let left = line.left().into_iter().filter(words);
        offer.terms = left.chain(quoted).collect::<Vec<_>>().join(", ");
        offer
    }

    /// Whether it says something about the price or an issue.
    pub fn says_something(&self) -> bool {
        self.price.is_some() || !self.values.is_empty()
    }

    /// What it says about a topic.
    pub fn about(&self, topic: Topic) -> Option<IssueValue> {
        match topic {
            Topic::Price => self.price.map(IssueValue::Number),
            Topic::Issue(id) => self.values.get(&id).copied(),
        }
    }

    /// Puts what was typed into an offer.
    pub fn put_into(&self, offer: &mut Offer) {
        offer.price = self.price;
        offer.values.clone_from(&self.values);
        offer.terms.clone_from(&self.terms);
    }

    /// Takes a value for a topic that was not named before; `false` if it was.
    fn take(&mut self, topic: Topic, value: IssueValue) -> bool {
        if self.about(topic).is_some() {
            return false;
        }
        match (topic, value) {
            (Topic::Price, IssueValue::Number(number)) => self.price = Some(number),
            (Topic::Price, _) => return false,
            (Topic::Issue(id), value) => {
                self.values.insert(id, value);
            }
        }
        true
    }
}

/// The line without the word for a side at its beginning.
pub fn without_side(text: &str) -> String {
    match split_side(&Line::new(text)) {
        (Some(_), from) => text.chars().skip(from).collect(),
        (None, _) => text.to_owned(),
    }
}

/// The side that the line begins with, and where the rest begins.
fn split_side(line: &Line) -> (Option<Side>, usize) {
    let is_gap = |sign: char| sign.is_whitespace() || matches!(sign, ':' | ',');
    let start = (0..line.plain.len()).find(|place| !line.at(*place).is_some_and(is_gap));
    let from = start.unwrap_or(0);
    for (word, side) in SIDES {
        let to = from + word.chars().count();
        if line.plain(Span { from, to }) != word {
            continue;
        }
        let after = line.at(to);
        if !word.is_ascii() || after.is_none_or(is_gap) {
            let rest = (to..line.plain.len()).find(|place| !line.at(*place).is_some_and(is_gap));
            return (Some(side), rest.unwrap_or(line.plain.len()));
        }
    }
    (None, from)
}

#[cfg(test)]
mod tests;
