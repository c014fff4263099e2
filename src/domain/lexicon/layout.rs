//! What a passage looks like: lines, lists, sentence lengths, numbers. Its counts are features like
//! the words, each between 0 and about 2.

use super::segment::{Sentence, sentences};
use super::token::{Token, TokenKind, hash};

/// The names under which a lexicon weighs the counts, in the order of [`counts`].
pub const NAMES: [&str; 22] = [
    "S:lines",
    "S:bullets",
    "S:heading",
    "S:several-lines",
    "S:table",
    "S:all-short",
    "S:two-sentences",
    "S:three-sentences",
    "S:longest",
    "S:length",
    "S:all-very-short",
    "S:numbers",
    "S:names",
    "S:question",
    "S:numbers-in-words",
    "S:one-sentence-short",
    "S:commas",
    "S:articles",
    "S:places",
    "S:you",
    "S:we",
    "S:past",
];

/// Lengths are counted in English words; so many Chinese characters make up one.
const CHARACTERS_PER_WORD: f32 = 1.8;
/// No sentence of a passage of short sentences has more words.
const SHORT: f32 = 10.6;

/// Words that are counted, in their stems.
const COMMAS: [&str; 2] = [",", "、"];
const ARTICLES: [&str; 1] = ["the"];
const PLACES: [&str; 8] = ["in", "on", "at", "from", "behind", "und", "beside", "next"];
const YOU: [&str; 3] = ["you", "your", "您"];
const WE: [&str; 4] = ["we", "our", "us", "我"];

/// The counts of a passage.
pub fn counts(text: &str, tokens: &[Token]) -> [f32; NAMES.len()] {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let bullets = lines.iter().filter(|line| is_item(line)).count();
    let heading = lines.iter().any(|line| line.trim_end().ends_with([':', '：']));
    let table = lines.iter().filter(|line| line.contains(['|', '\t'])).count() > 1;
    let sentences = sentences(text);
    let lengths: Vec<f32> = sentences.iter().map(length).collect();
    let longest = lengths.iter().copied().fold(0.0, f32::max);
    let count = |kind| tokens.iter().filter(|token| token.kind == kind).count();
    let names = names(text, tokens);
    let numerals = tokens.iter().filter(|token| token.hash == hash("<numw>")).count();
    let of = |words: &[&str]| {
        tokens.iter().filter(|token| words.iter().any(|word| hash(word) == token.hash)).count()
    };
    let past = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .filter(|token| text.get(token.span.clone()).is_some_and(|word| word.ends_with("ed")))
        .count();
    let few = |count: usize, most: usize| ratio(count.min(most), most) * 2.0;
    let flag = |holds: bool| if holds { 1.0 } else { 0.0 };
    [
        few(lines.len().saturating_sub(1), 5),
        few(bullets, 4),
        flag(heading),
        flag(lines.len() > 1),
        flag(table),
        flag(lengths.len() >= 2 && longest <= SHORT),
        flag(lengths.len() >= 2),
        flag(lengths.len() >= 3),
        longest.min(40.0) / 20.0,
        lengths.iter().sum::<f32>().min(60.0) / 30.0,
        flag(lengths.len() >= 3 && longest <= 8.0),
        few(count(TokenKind::Number), 4),
        few(names, 4),
        flag(text.contains(['?', '？'])),
        few(numerals, 2),
        flag(lengths.len() == 1 && longest <= SHORT),
        few(of(&COMMAS), 4),
        few(of(&ARTICLES), 4),
        few(of(&PLACES), 4),
        few(of(&YOU), 3),
        few(of(&WE), 3),
        few(past, 4),
    ]
}

/// The length of a sentence in words.
pub fn length(sentence: &Sentence) -> f32 {
    ratio(sentence.words, 1) + ratio(sentence.characters, 1) / CHARACTERS_PER_WORD
}

#[expect(clippy::cast_precision_loss, reason = "counts of a passage are small")]
fn ratio(count: usize, of: usize) -> f32 {
    count as f32 / of as f32
}

/// Words with a capital that do not begin a sentence.
fn names(text: &str, tokens: &[Token]) -> usize {
    let capital = |token: &Token| {
        text.get(token.span.clone())
            .and_then(|word| word.chars().next())
            .is_some_and(char::is_uppercase)
    };
    tokens
        .windows(2)
        .filter(|pair| {
            let [before, word] = pair else { return false };
            let goes_on = matches!(before.kind, TokenKind::Word | TokenKind::Number)
                || text.get(before.span.clone()) == Some(",");
            word.kind == TokenKind::Word && goes_on && capital(word) && word.span.len() > 1
        })
        .count()
}

/// Whether a passage has a form that shows: a list, a table, or lines under a heading.
pub fn has_layout(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let items = lines.iter().filter(|line| is_item(line)).count();
    let rows = lines.iter().filter(|line| line.contains(['|', '\t'])).count();
    let open = lines.iter().filter(|line| !ends_like_prose(line)).count();
    let headed =
        lines.split_last().is_some_and(|(_, before)| before.iter().any(|line| is_heading(line)));
    items >= 2
        || rows >= 2
        || (items >= 1 && lines.len() > 1)
        || (lines.len() > 2 && open > 1)
        || headed
}

/// Whether a paragraph is one short line that announces what follows.
pub fn is_heading(text: &str) -> bool {
    let line = text.trim();
    let (words, characters) = super::segment::size(line);
    let short = ratio(words, 1) + ratio(characters, 1) / CHARACTERS_PER_WORD <= 9.0;
    !line.contains('\n') && short && (!ends_like_prose(line) || line.ends_with(['?', '？']))
}

/// Whether the first line of a paragraph is an item of a list.
pub fn begins_with_item(text: &str) -> bool {
    text.trim_start().lines().next().is_some_and(is_item)
}

fn ends_like_prose(line: &str) -> bool {
    line.trim_end_matches(['"', '”', ')', '）', '’'])
        .ends_with(['.', '!', '?', ',', ';', '。', '！', '？', '，', '；', '…'])
}

/// Whether a line is an item of a list: it begins with a bullet, a number or a letter with a stop.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let mut signs = line.chars();
    let Some(first) = signs.next() else { return false };
    if "-*•·▍■◆★☆●○▪►→✓—–【[①②③④⑤⑥⑦⑧⑨".contains(first)
    {
        return true;
    }
    let mark: String =
        line.trim_start_matches('(').trim_start_matches('（').chars().take(4).collect();
    let label = mark.trim_end_matches(|sign| !")）.、:：".contains(sign));
    let name = label.trim_end_matches(|sign| ")）.、:：".contains(sign));
    !name.is_empty()
        && name.len() < label.len()
        && name.chars().count() <= 3
        && name
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_a_table_and_lines_under_a_heading_have_a_layout_and_prose_has_none() {
        for text in [
            "Scope\n- doors\n- motors",
            "a | b\n1 | 2",
            "Risks and who carries them\nGround water: you\nSteel: us",
            "THE IDEA\nA market hall is a street with a roof.",
            "Q: New badges?\nA: No.",
        ] {
            assert!(has_layout(text), "{text}");
        }
        for text in [
            "One sentence.",
            "A letter begins here,\nand goes on in the next line.",
            "Dear Mr Teo,\nwe know how you feel.\nIt is hard.",
        ] {
            assert!(!has_layout(text), "{text}");
        }
    }

    #[test]
    fn items_of_lists_are_known_by_their_marks() {
        for line in ["- one", "• two", "1. three", "(ii) four", "三、五", "Q: why", "（二）六"]
        {
            assert!(is_item(line), "{line}");
        }
        for line in ["one - two", "2040 is far", "That is it.", ""] {
            assert!(!is_item(line), "{line}");
        }
    }
}
