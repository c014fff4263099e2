//! A line of the quick log, as it is typed at the table: a letter for its kind, a name after "@",
//! and the words: "p a date by Friday", "@lin no budget left", "t fli", "策 挤压".

use crate::domain::ids::CounterpartId;
use crate::domain::session::LogKind;

/// How a line can begin, the longer ones first. A space or a colon follows, so that no word is
/// taken for a letter.
const STARTS: [(&str, LogKind); 14] = [
    ("t!", LogKind::TacticUsed),
    ("t！", LogKind::TacticUsed),
    ("策!", LogKind::TacticUsed),
    ("策！", LogKind::TacticUsed),
    ("q", LogKind::Quote),
    ("话", LogKind::Quote),
    ("p", LogKind::Promise),
    ("承", LogKind::Promise),
    ("m", LogKind::Mood),
    ("绪", LogKind::Mood),
    ("n", LogKind::Note),
    ("记", LogKind::Note),
    ("t", LogKind::TacticSeen),
    ("策", LogKind::TacticSeen),
];

/// These stand alone: a sentence hardly ever begins with them.
const QUESTIONS: [&str; 2] = ["?", "？"];
/// Followed by a space, as the other letters are.
const QUESTION_LETTER: &str = "问";

/// The kinds in the order of their numbers: Alt+1 is the first.
pub const NUMBERED: [LogKind; 6] = [
    LogKind::Quote,
    LogKind::Promise,
    LogKind::Mood,
    LogKind::Question,
    LogKind::Note,
    LogKind::TacticSeen,
];

/// What stands in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickLine {
    /// `None` when it begins with no letter for a kind.
    pub kind: Option<LogKind>,
    /// Who was named after "@".
    pub person: Option<CounterpartId>,
    pub text: String,
}

impl QuickLine {
    /// Reads a line; `people` are those at the table with their names.
    pub fn read(line: &str, people: &[(CounterpartId, &str)]) -> Self {
        let line = line.trim();
        let (kind, rest) = split_kind(line);
        let (person, text) = take_person(rest, people);
        // "@lin q …" is as good as "q @lin …".
        let (kind, text) = match (kind, person) {
            (None, Some(_)) if rest.starts_with('@') => {
                let (kind, rest) = split_kind(&text);
                (kind, rest.to_owned())
            }
            (kind, _) => (kind, text),
        };
        Self { kind, person, text }
    }
}

fn split_kind(line: &str) -> (Option<LogKind>, &str) {
    let is_gap = |sign: char| sign.is_whitespace() || matches!(sign, ':' | '：');
    for start in QUESTIONS {
        if let Some(rest) = line.strip_prefix(start) {
            return (Some(LogKind::Question), rest.trim_start_matches(is_gap));
        }
    }
    let starts = STARTS.into_iter().chain([(QUESTION_LETTER, LogKind::Question)]);
    for (start, kind) in starts {
        let Some(head) = line.get(..start.len()) else { continue };
        if !head.eq_ignore_ascii_case(start) {
            continue;
        }
        let rest = line.get(start.len()..).unwrap_or_default();
        let marked = start.ends_with(['!', '！']);
        if rest.starts_with(is_gap) || marked {
            return (Some(kind), rest.trim_start_matches(is_gap));
        }
    }
    (None, line)
}

/// Takes "@lin" out of the words.
fn take_person(text: &str, people: &[(CounterpartId, &str)]) -> (Option<CounterpartId>, String) {
    let marks = text.match_indices('@').filter(|(at, _)| {
        text.get(..*at)
            .is_some_and(|before| before.chars().next_back().is_none_or(char::is_whitespace))
    });
    for (at, mark) in marks {
        let from = at + mark.len();
        let rest = text.get(from..).unwrap_or_default();
        let Some((person, length)) = named_at(rest, people) else { continue };
        let before = text.get(..at).unwrap_or_default().trim_end();
        let after = rest.get(length..).unwrap_or_default();
        let after = after.trim_start_matches([':', '：', ',', '，']).trim();
        let words = [before, after].into_iter().filter(|part| !part.is_empty());
        return (Some(person), words.collect::<Vec<_>>().join(" "));
    }
    (None, text.to_owned())
}

/// The person whose name begins here, and how many bytes of the text name them. A Chinese name
/// needs no space after it.
fn named_at(text: &str, people: &[(CounterpartId, &str)]) -> Option<(CounterpartId, usize)> {
    let is_end = |sign: char| sign.is_whitespace() || matches!(sign, ':' | '：' | ',' | '，');
    let word = text.split(is_end).next().unwrap_or_default();
    let fits = |part: &str| {
        let part = part.to_lowercase();
        people.iter().find(|(_, name)| {
            let name = name.to_lowercase();
            let close = name.split_whitespace().collect::<String>();
            close.starts_with(&part) || name.split_whitespace().any(|word| word.starts_with(&part))
        })
    };
    if word.is_empty() {
        return None;
    }
    if let Some((person, _)) = fits(word) {
        return Some((*person, word.len()));
    }
    let ends = word.char_indices().map(|(index, _)| index).filter(|index| *index > 0);
    let is_chinese = |part: &str| part.chars().all(|sign| !sign.is_ascii());
    ends.rev()
        .filter_map(|end| word.get(..end).filter(|part| is_chinese(part)))
        .find_map(|part| fits(part).map(|(person, _)| (*person, part.len())))
}

/// The words for a side with which an offer begins; a number follows at once. Other sentences begin
/// with "we" and "they" too.
const OFFERS: [&str; 9] = ["us", "them", "we", "they", "ours", "我方", "对方", "我们", "他们"];

/// Whether a line begins as an offer does: "them 1220", "us €1,300", "我方1300".
pub fn begins_as_offer(line: &str) -> bool {
    let line = line.trim();
    let is_gap = |sign: char| sign.is_whitespace() || matches!(sign, ':' | '：' | ',' | '，');
    OFFERS.into_iter().any(|side| {
        let Some(head) = line.get(..side.len()) else { return false };
        let rest = line.get(side.len()..).unwrap_or_default();
        if !head.eq_ignore_ascii_case(side) || (side.is_ascii() && !rest.starts_with(is_gap)) {
            return false;
        }
        let rest = rest.trim_start_matches(is_gap);
        let word = rest.split(is_gap).next().unwrap_or_default();
        let is_code = word.len() == 3 && word.chars().all(|sign| sign.is_ascii_uppercase());
        is_code
            || rest.starts_with(|sign: char| {
                sign.is_ascii_digit() || matches!(sign, '€' | '$' | '£' | '¥' | '￥')
            })
    })
}

/// The names by which a card can be called.
#[derive(Debug, Clone)]
pub struct CardNames {
    /// The id of the card.
    pub id: String,
    /// In both languages, and as it is known in the field.
    pub names: Vec<String>,
}

/// The cards whose names fit the beginning of the words, the best first, and the words after it:
/// "fli and looked at the door" is Flinch, "and looked at the door".
pub fn find_cards<'t>(words: &'t str, cards: &[CardNames]) -> (Vec<String>, &'t str) {
    let words = words.trim();
    // No space stands between Chinese words.
    let ends = words
        .char_indices()
        .filter(|(_, sign)| sign.is_whitespace() || !sign.is_ascii())
        .map(|(at, sign)| if sign.is_whitespace() { at } else { at + sign.len_utf8() });
    let mut ends: Vec<usize> = ends.chain([words.len()]).collect();
    ends.reverse();
    for end in ends {
        let Some(called) = words.get(..end).filter(|called| !called.trim().is_empty()) else {
            continue;
        };
        let called = called.to_lowercase();
        let mut found: Vec<(u8, &CardNames)> = cards
            .iter()
            .filter_map(|card| {
                let ranks = card.names.iter().filter_map(|name| rank(&called, name));
                ranks.min().map(|rank| (rank, card))
            })
            .collect();
        if !found.is_empty() {
            found.sort_by_key(|(rank, _)| *rank);
            let ids = found.into_iter().map(|(_, card)| card.id.clone()).collect();
            return (ids, words.get(end..).unwrap_or_default().trim());
        }
    }
    (Vec::new(), words)
}

/// How well a name is called: by all of it, its beginning, the beginning of a word, or a part.
fn rank(called: &str, name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name == called {
        return Some(0);
    }
    if name.starts_with(called) {
        return Some(1);
    }
    let mut words = name.split(|sign: char| !sign.is_alphanumeric());
    if words.any(|word| word.starts_with(called)) {
        return Some(2);
    }
    // One Latin letter stands somewhere in every name.
    let long = called.chars().count() >= 3 || !called.is_ascii();
    (long && name.contains(called)).then_some(3)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const LIN: CounterpartId = CounterpartId(Uuid::from_u128(1));
    const ZHOU: CounterpartId = CounterpartId(Uuid::from_u128(2));
    const PEOPLE: [(CounterpartId, &str); 2] = [(LIN, "Lin Yue"), (ZHOU, "周敏")];

    fn check(line: &str, kind: Option<LogKind>, person: Option<CounterpartId>, text: &str) {
        let expected = QuickLine { kind, person, text: text.to_owned() };
        assert_eq!(QuickLine::read(line, &PEOPLE), expected, "{line}");
    }

    #[test]
    fn a_letter_says_what_the_line_is_in_both_languages() {
        for (line, kind) in [
            ("q no budget", LogKind::Quote),
            ("话 no budget", LogKind::Quote),
            ("P no budget", LogKind::Promise),
            ("承：no budget", LogKind::Promise),
            ("m: no budget", LogKind::Mood),
            ("绪　no budget", LogKind::Mood),
            ("?no budget", LogKind::Question),
            ("？ no budget", LogKind::Question),
            ("问 no budget", LogKind::Question),
            ("n no budget", LogKind::Note),
            ("记 no budget", LogKind::Note),
            ("t no budget", LogKind::TacticSeen),
            ("策 no budget", LogKind::TacticSeen),
            ("t! no budget", LogKind::TacticUsed),
            ("策！ no budget", LogKind::TacticUsed),
            ("策！no budget", LogKind::TacticUsed),
        ] {
            check(line, Some(kind), None, "no budget");
        }
    }

    #[test]
    fn words_that_begin_with_such_a_letter_stay_words() {
        for line in ["quite so", "my boss", "话说回来", "承诺", "问题是预算", "t", "no budget", ""]
        {
            check(line, None, None, line);
        }
    }

    #[test]
    fn who_said_it_is_named_by_the_beginning_of_a_name() {
        check("@lin no budget", None, Some(LIN), "no budget");
        check("p @Yue: a date", Some(LogKind::Promise), Some(LIN), "a date");
        check("@yue p a date", Some(LogKind::Promise), Some(LIN), "a date");
        check("no budget @周敏", None, Some(ZHOU), "no budget");
        check("@周没有预算", None, Some(ZHOU), "没有预算");
        check("@bob no budget", None, None, "@bob no budget");
        check("mail a@lin.example", None, None, "mail a@lin.example");
        check("@", None, None, "@");
    }

    #[test]
    fn a_side_and_a_number_begin_an_offer_and_a_sentence_does_not() {
        for line in
            ["us 1300", "Them: 1,220 75d", "them €1.2k", "we CNY 1300", "我方1300", "对方 1180"]
        {
            assert!(begins_as_offer(line), "{line}");
        }
        for line in
            ["they need 75 days", "used 3 times", "us", "我们要30天", "他30天后回复", "1300"]
        {
            assert!(!begins_as_offer(line), "{line}");
        }
    }

    fn cards() -> Vec<CardNames> {
        [
            ("flinch", ["Flinch", "吃惊"]),
            ("trade", ["Trade, never give", "交换"]),
            ("squeeze", ["The squeeze", "挤压"]),
        ]
        .map(|(id, names)| CardNames { id: id.to_owned(), names: names.map(str::to_owned).into() })
        .into()
    }

    #[test]
    fn a_few_letters_find_a_card_and_the_rest_stays_words() {
        let cards = cards();
        let check = |words: &str, ids: &[&str], rest: &str| {
            let (found, left) = find_cards(words, &cards);
            assert_eq!((found, left), (ids.iter().map(|id| (*id).to_owned()).collect(), rest));
        };
        check("fli", &["flinch"], "");
        check("fli looked at the door", &["flinch"], "looked at the door");
        check("squ", &["squeeze"], "");
        check("trade, never give 30 days", &["trade"], "30 days");
        check("挤", &["squeeze"], "");
        check("挤压再便宜点", &["squeeze"], "再便宜点");
        check("xyz", &[], "xyz");
        check("", &[], "");
    }
}
