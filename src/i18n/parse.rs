//! Reading amounts as people type them, in either language.

use rust_decimal::Decimal;

/// Words and signs that may stand beside an amount, longest first.
const CURRENCY_WORDS: [&str; 31] = [
    "新加坡元",
    "人民币",
    "新台币",
    "瑞士法郎",
    "US$",
    "HK$",
    "NT$",
    "S$",
    "A$",
    "C$",
    "CN¥",
    "RMB",
    "rmb",
    "美元",
    "欧元",
    "英镑",
    "日元",
    "港元",
    "港币",
    "韩元",
    "澳元",
    "加元",
    "元",
    "块",
    "圆",
    "¥",
    "$",
    "€",
    "£",
    "₩",
    "₹",
];

/// Multipliers after the number, longest first.
const MULTIPLIERS: [(&str, u32); 15] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("百万", 1_000_000),
    ("千万", 10_000_000),
    ("bn", 1_000_000_000),
    ("mn", 1_000_000),
    ("万", 10_000),
    ("萬", 10_000),
    ("亿", 100_000_000),
    ("千", 1_000),
    ("k", 1_000),
    ("K", 1_000),
    ("m", 1_000_000),
    ("M", 1_000_000),
    ("w", 10_000),
];

/// An amount with or without a currency: "1,340.50", "¥ 1340", "13.4万", "2k", "CNY 1 340".
///
/// A comma groups thousands only. "1,5" could mean 1.5 or 15, so it is refused.
pub fn parse_amount(text: &str) -> Option<Decimal> {
    let text: String = text.chars().map(half_width).collect();
    let (negative, rest) = split_sign(text.trim());
    let rest = trim_currency(rest);
    let (also_negative, rest) = split_sign(rest);
    if negative && also_negative {
        return None;
    }
    let (number, multiplier) = split_multiplier(rest);
    let amount = plain_number(number)?.checked_mul(Decimal::from(multiplier))?;
    Some(if negative || also_negative { -amount } else { amount })
}

/// Full-width forms and typographic signs as their plain counterparts.
pub fn half_width(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '\u{ffe5}' => '¥',
        '\u{2212}' | '\u{2013}' => '-',
        '。' => '.',
        '、' => ',',
        '’' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}' => ' ',
        other => other,
    }
}

fn split_sign(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix('-') {
        (true, rest.trim_start())
    } else {
        (false, text.strip_prefix('+').unwrap_or(text).trim_start())
    }
}

fn trim_currency(text: &str) -> &str {
    let text = text.trim();
    let start = CURRENCY_WORDS
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .or_else(|| strip_code(text, 0))
        .unwrap_or(text)
        .trim_start();
    CURRENCY_WORDS
        .iter()
        .find_map(|word| start.strip_suffix(word))
        .or_else(|| strip_code(start, start.len().saturating_sub(3)))
        .unwrap_or(start)
        .trim_end()
}

/// Takes a three-letter code such as CNY off the front (`at` 0) or the end.
fn strip_code(text: &str, at: usize) -> Option<&str> {
    let code = text.get(at..at + 3)?;
    let is_code = code.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_code {
        None
    } else if at == 0 {
        text.get(3..)
    } else {
        text.get(..at)
    }
}

fn split_multiplier(text: &str) -> (&str, u32) {
    MULTIPLIERS
        .iter()
        .find_map(|(word, factor)| Some((text.strip_suffix(word)?.trim_end(), *factor)))
        .unwrap_or((text, 1))
}

/// Digits, with groups of three or none, and an optional fraction.
fn plain_number(text: &str) -> Option<Decimal> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let groups: Vec<&str> = whole.split([',', ' ']).collect();
    let digits_only =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (first, others) = groups.split_first()?;
    let grouping =
        others.is_empty() || (first.len() <= 3 && others.iter().all(|group| group.len() == 3));
    let readable =
        grouping && groups.iter().copied().all(digits_only) && fraction.is_none_or(digits_only);
    if !readable {
        return None;
    }
    let fraction = fraction.map_or("", |digits| digits.trim_end_matches('0'));
    let plain = format!("{}.{fraction}", groups.concat());
    Decimal::from_str_exact(plain.trim_end_matches('.')).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, value) in [
            ("1340", "1340"),
            ("1,340.50", "1340.5"),
            (" 1 340 ", "1340"),
            ("１，３４０．５０", "1340.5"),
            ("¥1340", "1340"),
            ("￥ 1,340", "1340"),
            ("US$1,340", "1340"),
            ("CNY 1,340", "1340"),
            ("1340 CNY", "1340"),
            ("1,340 元", "1340"),
            ("人民币1340元", "1340"),
            ("13.4万", "134000"),
            ("13.4 万元", "134000"),
            ("1.2亿", "120000000"),
            ("2k", "2000"),
            ("2.5 M", "2500000"),
            ("$2m", "2000000"),
            ("-60", "-60"),
            ("−CNY 60", "-60"),
            ("CNY -60", "-60"),
            ("+60 元", "60"),
            ("1’340", "1340"),
            ("1.00000000000000000000000000000000000", "1"),
        ] {
            assert_eq!(parse_amount(text), Some(value.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_refused() {
        for text in [
            "",
            "-",
            "元",
            "abc",
            "1,5",
            "1,34",
            "12,3456",
            "1.2.3",
            "1..2",
            ".",
            "5.",
            ",5",
            "1e5",
            "1 2",
            "12 345 6",
            "--5",
            "CNY",
            "99999999999999999999999999999999",
            "1kk",
            "١٢٣",
            "9999999999999999999999999亿",
        ] {
            assert_eq!(parse_amount(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_brings_it_down(text in any::<String>()) {
            let _ = parse_amount(&text);
        }

        #[test]
        fn no_text_of_its_own_letters_brings_it_down(text in "[-+ ,.0-9¥$元万亿kKmMCNY]{0,20}") {
            let _ = parse_amount(&text);
        }
    }
}
