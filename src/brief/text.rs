//! The user's own words made safe for one line of a page.

use super::fit::signs;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// One line without control characters. Text written from right to left is isolated, so that it
/// cannot turn the words around it.
pub(super) fn line(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !result.is_empty() {
            result.push(' ');
        }
        result.extend(word.chars().filter(|c| !c.is_control() && !is_direction_mark(*c)));
    }
    let result = result.trim().to_owned();
    if result.chars().any(is_right_to_left) {
        format!("{FIRST_STRONG_ISOLATE}{result}{POP_ISOLATE}")
    } else {
        result
    }
}

const LONG_WORD: usize = 20;

/// One line of at most so many signs, where a Chinese character counts as two.
pub(super) fn short(text: &str, most: usize) -> String {
    let whole = line(text);
    if signs(&whole) <= most {
        return whole;
    }
    let mut width = 0;
    let fits = |sign: &char| {
        width += signs(sign.encode_utf8(&mut [0; 4]));
        width < most
    };
    let start: String = whole.chars().take_while(fits).collect();
    let rest = whole.strip_prefix(start.as_str()).unwrap_or_default();
    // Rather between words than in one, unless that costs more than a word.
    let in_word = rest.starts_with(|sign: char| sign.is_ascii_alphanumeric());
    let start = match start.rsplit_once(' ') {
        Some((words, part)) if in_word && part.len() < LONG_WORD => words,
        _ => start.as_str(),
    };
    format!("{}…", line(start))
}

/// The lines of a text that have something in them, without bullets typed by hand.
pub(super) fn lines(text: &str) -> Vec<String> {
    let texts = text.lines().map(|text| line(without_bullet(text.trim())));
    texts.filter(|text| !text.is_empty()).collect()
}

/// A hyphen or a star is a bullet only before a space: "-5% for cash" keeps its sign.
fn without_bullet(text: &str) -> &str {
    match text.strip_prefix(['-', '*']) {
        Some(rest) if rest.is_empty() || rest.starts_with(char::is_whitespace) => rest,
        _ => text.trim_start_matches(['•', '·']),
    }
}

fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Hebrew, Arabic and their neighbours.
fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_control_characters_go() {
        assert_eq!(line("  Lin\r\n Yue\t\u{7}林 "), "Lin Yue 林");
        assert_eq!(line("\u{202e}evil"), "evil");
        assert_eq!(line("\u{0}"), "");
    }

    #[test]
    fn right_to_left_text_is_isolated_and_emoji_stay() {
        assert_eq!(line("שרה"), "\u{2068}שרה\u{2069}");
        assert_eq!(line("Lin 👩‍💼"), "Lin 👩‍💼");
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(short("Lin Yue", 7), "Lin Yue");
        assert_eq!(short("Lin Yue and Bob", 9), "Lin Yue…");
        assert_eq!(short("with payment in advance", 12), "with…");
        assert_eq!(short("林悦林悦", 6), "林悦…");
        assert_eq!(short(&"שרה".repeat(9), 6), "\u{2068}שרהש\u{2069}…");
    }

    #[test]
    fn lists_typed_by_hand_become_lines() {
        assert_eq!(lines("- one\n\n* two\n•three\n-\n-5%"), ["one", "two", "three", "-5%"]);
        assert!(lines(" \n\n").is_empty());
    }
}
