//! An offer typed in one line: "us 1300 30 days", "them 1.2k", "我方 1300".

use rust_decimal::Decimal;

use crate::domain::ledger::Side;
use crate::i18n::parse::parse_amount;

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

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedOffer {
    /// `None` when no side was named.
    pub side: Option<Side>,
    pub price: Decimal,
    pub terms: String,
}

/// Reads the line; `None` if there is no price in it, or a negative one.
pub fn parse(line: &str) -> Option<TypedOffer> {
    let (side, rest) = split_side(line.trim());
    let ends = rest
        .char_indices()
        .filter(|(_, character)| is_break(*character))
        .map(|(index, _)| index)
        .chain([rest.len()]);
    // The longest beginning that is an amount, so that "1 340 元" stays together.
    let (price, end) = ends
        .filter_map(|end| {
            let amount = rest.get(..end)?.trim_end_matches(',');
            parse_amount(amount).map(|price| (price, end))
        })
        .next_back()
        .filter(|(price, _)| !price.is_sign_negative())?;
    let after = rest.get(end..)?;
    let terms = after.trim_start_matches(is_break).trim();
    // "1，5" is somebody's decimal comma and no price of 1.
    if after.starts_with('，') && terms.chars().all(|character| character.is_ascii_digit()) {
        return None;
    }
    Some(TypedOffer { side, price, terms: terms.to_owned() })
}

fn is_break(character: char) -> bool {
    character.is_whitespace() || matches!(character, ';' | '，' | '；' | '/')
}

fn split_side(line: &str) -> (Option<Side>, &str) {
    for (word, side) in SIDES {
        let Some(start) = line.get(..word.len()) else { continue };
        if !start.eq_ignore_ascii_case(word) {
            continue;
        }
        let rest = line.get(word.len()..).unwrap_or_default();
        let ends_here = !word.is_ascii()
            || rest
                .starts_with(|next: char| next.is_whitespace() || matches!(next, ':' | '：' | ','));
        if ends_here {
            let separators =
                |next: char| next.is_whitespace() || matches!(next, ':' | '：' | ',' | '，');
            return (Some(side), rest.trim_start_matches(separators));
        }
    }
    (None, line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, side: Option<Side>, price: &str, terms: &str) {
        let price = price.parse().unwrap();
        let expected = TypedOffer { side, price, terms: terms.to_owned() };
        assert_eq!(parse(line), Some(expected), "{line}");
    }

    #[test]
    fn a_line_has_a_side_a_price_and_terms() {
        check("us 1300 30 days", Some(Side::Us), "1300", "30 days");
        check("them 1.2k", Some(Side::Them), "1200", "");
        check("我方 1300", Some(Side::Us), "1300", "");
        check("对方1180，75天账期", Some(Side::Them), "1180", "75天账期");
        check("Them: CNY 1,220, paid in 75 days", Some(Side::Them), "1220", "paid in 75 days");
        check("1300", None, "1300", "");
        check("1300 net 30", None, "1300", "net 30");
    }

    #[test]
    fn what_has_no_price_is_refused() {
        for line in ["", "us", "them later", "我方", "us -5", "user 5", "us 1,5", "1，5"] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
