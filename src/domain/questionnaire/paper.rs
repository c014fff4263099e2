//! Answers as they stand on paper: "1a 2b 3- …" or "abba0…".

/// So much of what cannot be read is quoted.
const LONGEST_UNKNOWN: usize = 12;

/// A cross on paper. The first box is a, the second b.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    First,
    Second,
    DontKnow,
}

impl Mark {
    /// The mark that a sign stands for when one mark after the other is typed: a, b, 0 or 1, 2, 0.
    pub fn of(sign: char) -> Option<Self> {
        match plain(sign) {
            'a' | '1' | '甲' => Some(Self::First),
            'b' | '2' | '乙' => Some(Self::Second),
            '0' => Some(Self::DontKnow),
            sign if is_dash(sign) => Some(Self::DontKnow),
            _ => None,
        }
    }

    pub fn sign(self) -> char {
        match self {
            Self::First => 'a',
            Self::Second => 'b',
            Self::DontKnow => '0',
        }
    }
}

/// What is wrong with a typed row of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// This means nothing.
    Unknown(String),
    NoSuchItem(u64),
    /// An item is answered more than once.
    Twice(u64),
    /// A number without an answer behind it.
    NoAnswer(u64),
    /// An answer without a number before it, where the others have one.
    NoNumber(char),
    /// More answers than items.
    TooMany(usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Number(String),
    Letter(char, Mark),
    /// Joins a number and its answer, as in "1: a".
    Link,
    Gap,
}

/// A sign as it stands on a Latin keyboard, small.
fn plain(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        _ => sign,
    }
    .to_ascii_lowercase()
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '−' | '–' | '—' | '?' | '/' | '_')
}

fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let mut tokens = Vec::new();
    let mut unknown = String::new();
    for sign in text.chars().map(plain) {
        let token = match sign {
            '0'..='9' => {
                if let Some(Token::Number(digits)) = tokens.last_mut() {
                    digits.push(sign);
                    continue;
                }
                Token::Number(sign.to_string())
            }
            ':' | '=' | '.' | ')' => Token::Link,
            ',' | ';' | '(' | '|' | '、' | '。' => Token::Gap,
            sign if sign.is_whitespace() => Token::Gap,
            sign => match Mark::of(sign) {
                Some(mark) => Token::Letter(sign, mark),
                None => {
                    unknown.push(sign);
                    continue;
                }
            },
        };
        tokens.push(token);
    }
    if unknown.is_empty() {
        return Ok(tokens);
    }
    Err(Fault::Unknown(unknown.chars().take(LONGEST_UNKNOWN).collect()))
}

/// Reads answers for so many items: each with its number, or all in a row from the first on. Gives
/// the place of the item, counted from 0, and its mark.
pub fn read(text: &str, items: usize) -> Result<Vec<(usize, Mark)>, Vec<Fault>> {
    let tokens = tokens(text).map_err(|fault| vec![fault])?;
    if is_numbered(&tokens) { numbered(&tokens, items) } else { in_a_row(&tokens, items) }
}

/// Whether numbers name the items, rather than being the answers 1, 2 and 0.
fn is_numbered(tokens: &[Token]) -> bool {
    let digits = |wanted: &[char]| {
        tokens.iter().any(|token| matches!(token, Token::Number(text) if text.contains(wanted)))
    };
    let has_letter = tokens.iter().any(|token| matches!(token, Token::Letter(..)));
    let has_link = tokens.contains(&Token::Link);
    digits(&['3', '4', '5', '6', '7', '8', '9'])
        || (has_letter && digits(&['1', '2']))
        || (has_link && digits(&['0', '1', '2']))
}

fn in_a_row(tokens: &[Token], items: usize) -> Result<Vec<(usize, Mark)>, Vec<Fault>> {
    let mut marks = Vec::new();
    for token in tokens {
        match token {
            Token::Number(digits) => marks.extend(digits.chars().filter_map(Mark::of)),
            Token::Letter(_, mark) => marks.push(*mark),
            Token::Link | Token::Gap => {}
        }
    }
    if marks.len() > items {
        return Err(vec![Fault::TooMany(marks.len())]);
    }
    Ok(marks.into_iter().enumerate().collect())
}

fn numbered(tokens: &[Token], items: usize) -> Result<Vec<(usize, Mark)>, Vec<Fault>> {
    let mut given: Vec<(usize, Mark)> = Vec::new();
    let mut faults = Vec::new();
    // The number that has no answer yet, and whether something separates it from what follows.
    let mut open: Option<(u64, bool)> = None;
    let mut answer = |number: u64, mark: Mark, faults: &mut Vec<Fault>| {
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        match place.filter(|place| *place < items) {
            None => faults.push(Fault::NoSuchItem(number)),
            Some(place) if given.iter().any(|(other, _)| *other == place) => {
                faults.push(Fault::Twice(number));
            }
            Some(place) => given.push((place, mark)),
        }
    };
    for token in tokens {
        match (token, open) {
            (Token::Gap | Token::Link, Some((number, _))) => open = Some((number, true)),
            (Token::Gap | Token::Link, None) => {}
            (Token::Letter(_, mark), Some((number, _))) => {
                answer(number, *mark, &mut faults);
                open = None;
            }
            (Token::Letter(sign, _), None) => faults.push(Fault::NoNumber(*sign)),
            (Token::Number(digits), Some((number, true))) if is_answer(digits) => {
                let mark = digits.chars().next().and_then(Mark::of);
                answer(number, mark.unwrap_or(Mark::DontKnow), &mut faults);
                open = None;
            }
            (Token::Number(digits), before) => {
                faults.extend(before.map(|(number, _)| Fault::NoAnswer(number)));
                // More digits than a number has name no item either.
                open = Some((digits.parse().unwrap_or(u64::MAX), false));
            }
        }
    }
    faults.extend(open.map(|(number, _)| Fault::NoAnswer(number)));
    if !faults.is_empty() {
        return Err(faults);
    }
    given.sort_unstable_by_key(|(place, _)| *place);
    Ok(given)
}

fn is_answer(digits: &str) -> bool {
    matches!(digits, "0" | "1" | "2")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ITEMS: usize = 24;

    /// The marks as one word, with a dot for what is open.
    fn row(text: &str) -> String {
        let given = read(text, ITEMS).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
        let last = given.last().map_or(0, |(place, _)| place + 1);
        let at = |place| given.iter().find(|(other, _)| *other == place);
        (0..last).map(|place| at(place).map_or('.', |(_, mark)| mark.sign())).collect()
    }

    fn fault(text: &str) -> Fault {
        read(text, ITEMS).unwrap_err().remove(0)
    }

    #[test]
    fn answers_with_their_numbers_are_read() {
        for text in [
            "1a 2b 3- 5b",
            "1A2B3-5B",
            "1 a, 2 b, 3 ?, 5 b",
            "1: a\n2: b\n3: 0\n5: b",
            "5b 3- 2b 1a",
            "1:1 2:2 3:0 5:2",
            "1) a 2) b 3) – 5) b",
            "１ａ ２ｂ ３－ ５ｂ",
            "1、甲 2、乙 3、？ 5、乙",
            "1. 1; 2. 2; 3. 0; 5. 2",
            "1 1\n2 2\n3 0\n5 2",
        ] {
            assert_eq!(row(text), "ab0.b", "{text}");
        }
        assert_eq!(row("10a 24b").len(), 24);
    }

    #[test]
    fn answers_in_a_row_are_read() {
        for text in [
            "abba0",
            "ABBA0",
            "a b b a 0",
            "12210",
            "1 2 2 1 0",
            "甲乙乙甲—",
            "abba-",
            "a、b、b、a、0",
        ] {
            assert_eq!(row(text), "abba0", "{text}");
        }
        assert_eq!(row(""), "");
        assert_eq!(row(&"ab".repeat(12)).len(), 24);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert_eq!(fault("1a 2x 3b"), Fault::Unknown("x".to_owned()));
        assert_eq!(fault("1a 25b"), Fault::NoSuchItem(25));
        assert_eq!(fault("0a 1b"), Fault::NoSuchItem(0));
        assert_eq!(fault("1a 2b 1b"), Fault::Twice(1));
        assert_eq!(fault("1a 2 3b"), Fault::NoAnswer(2));
        assert_eq!(fault("1a 2b 3"), Fault::NoAnswer(3));
        assert_eq!(fault("1a b 3a"), Fault::NoNumber('b'));
        assert_eq!(fault(&"a".repeat(25)), Fault::TooMany(25));
        assert_eq!(fault("99999999999999999999999a"), Fault::NoSuchItem(u64::MAX));
        let all = read("1a 1b 30a 4", ITEMS).unwrap_err();
        assert_eq!(all, [Fault::Twice(1), Fault::NoSuchItem(30), Fault::NoAnswer(4)]);
    }

    #[test]
    fn an_answer_that_could_be_a_number_is_not_guessed() {
        // Marks between digits name items, so these stand without an answer or twice.
        for text in ["1-2-1-2", "1212--12", "ab12"] {
            assert!(read(text, ITEMS).is_err(), "{text}");
        }
    }

    fn marks() -> impl Strategy<Value = Vec<Mark>> {
        let mark = prop_oneof![Just(Mark::First), Just(Mark::Second), Just(Mark::DontKnow)];
        proptest::collection::vec(mark, 1..=ITEMS)
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_again(marks in marks()) {
            let expected: Vec<(usize, Mark)> = marks.iter().copied().enumerate().collect();
            let in_a_row: String = marks.iter().map(|mark| mark.sign()).collect();
            prop_assert_eq!(read(&in_a_row, ITEMS), Ok(expected.clone()));
            let digits: String = marks
                .iter()
                .map(|mark| match mark { Mark::First => '1', Mark::Second => '2', Mark::DontKnow => '0' })
                .collect();
            prop_assert_eq!(read(&digits, ITEMS), Ok(expected.clone()));
            let numbered: Vec<String> = expected
                .iter()
                .map(|(place, mark)| match mark {
                    Mark::DontKnow => format!("{}-", place + 1),
                    mark => format!("{}{}", place + 1, mark.sign()),
                })
                .collect();
            prop_assert_eq!(read(&numbered.join(" "), ITEMS), Ok(expected.clone()));
            prop_assert_eq!(read(&numbered.concat(), ITEMS), Ok(expected));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
            if let Ok(given) = read(&text, ITEMS) {
                prop_assert!(given.iter().all(|(place, _)| *place < ITEMS));
                prop_assert!(given.is_sorted_by(|one, other| one.0 < other.0));
            }
        }
    }
}
