//! Folding: the form in which texts and queries are compared.
//!
//! - letters become lower case, full-width signs half-width
//! - Latin letters lose their marks (é, ǎ and ệ become e, a and e), combining marks are dropped, and
//!   letters that are two in plain spelling become two (ß: ss, æ: ae, œ: oe, þ: th)
//! - curly quotation marks become straight ones
//! - a run of white space or control signs becomes one space; joiners and soft hyphens are dropped
//!
//! Everything else stays, so simplified and traditional Chinese are different signs.

/// Ends each field of a folded text. Folding never yields it, so no term reaches over a field.
pub const FIELD_END: char = '\n';

/// The text as it is compared, without space at both ends.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Appends the folded text.
pub(super) fn fold_onto(folded: &mut String, text: &str) {
    fold_each(text, |_, sign| folded.push(sign));
}

/// Gives every sign of the folded text with the place in `text` from which it comes.
pub(super) fn fold_each(text: &str, mut emit: impl FnMut(usize, char)) {
    // Space is given when something follows it, so there is none at the ends.
    let mut space = None;
    let mut begun = false;
    for (at, sign) in text.char_indices() {
        if sign.is_whitespace() || sign.is_control() {
            space = space.or(begun.then_some(at));
            continue;
        }
        let mut give = |sign| {
            if let Some(at) = space.take() {
                emit(at, ' ');
            }
            begun = true;
            emit(at, sign);
        };
        if sign.is_ascii() {
            give(sign.to_ascii_lowercase());
        } else {
            fold_sign(sign, &mut give);
        }
    }
}

fn fold_sign(sign: char, give: &mut impl FnMut(char)) {
    match sign {
        // CJK signs and kana, most of a Chinese text, have no other form.
        '\u{3041}'..='\u{9fff}' => give(sign),
        '\u{ff01}'..='\u{ff5e}' => {
            // The full-width forms stand in the order of ASCII.
            let narrow = u8::try_from(u32::from(sign) - 0xff01 + 0x21).map_or(sign, char::from);
            give(narrow.to_ascii_lowercase());
        }
        _ => sign.to_lowercase().for_each(|sign| give_plain(sign, give)),
    }
}

/// A lower-case sign without its marks.
fn give_plain(sign: char, give: &mut impl FnMut(char)) {
    if is_dropped(sign) {
        return;
    }
    let plain = match sign {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ' | 'ị' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŉ' | 'ǹ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü'
        | 'ũ'
        | 'ū'
        | 'ŭ'
        | 'ů'
        | 'ű'
        | 'ų'
        | 'ư'
        | 'ǔ'
        | 'ǖ'
        | 'ǘ'
        | 'ǚ'
        | 'ǜ'
        | 'ụ'..='ự' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        'й' => 'и',
        'ς' => 'σ',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        'ß' => return give_both(['s', 's'], give),
        'æ' => return give_both(['a', 'e'], give),
        'œ' => return give_both(['o', 'e'], give),
        'þ' => return give_both(['t', 'h'], give),
        _ => sign,
    };
    give(plain);
}

fn give_both(signs: [char; 2], give: &mut impl FnMut(char)) {
    signs.into_iter().for_each(give);
}

/// Combining marks, joiners and hyphens that only show at the end of a line.
fn is_dropped(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_the_same_word_fold_to_one() {
        for (text, folded) in [
            ("  Łódź\r\n\tand  Ærø ", "lodz and aero"),
            ("ＡＢＣ　１２３，（元）", "abc 123,(元)"),
            ("Lín Yuè nǚ lǜ", "lin yue nu lu"),
            ("Nguyễn Đức Phở", "nguyen duc pho"),
            ("cafe\u{301} CAFÉ", "cafe cafe"),
            ("Straße STRASSE STRAẞE", "strasse strasse strasse"),
            ("İstanbul ılık", "istanbul ilik"),
            ("don’t “say”", "don't \"say\""),
            ("ΟΔΟΣ οδος Й", "οδοσ οδοσ и"),
            ("國 国 🦊", "國 国 🦊"),
            ("co\u{ad}operate\u{200b}", "cooperate"),
            ("\u{1}\n ", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in ".{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once), &once);
            prop_assert!(!once.contains(FIELD_END));
            prop_assert_eq!(once.trim(), &once);
        }

        #[test]
        fn every_sign_comes_from_a_place_in_order(text in "\\PC{0,20}") {
            let mut last = 0;
            fold_each(&text, |at, _| {
                assert!(at >= last && text.is_char_boundary(at));
                last = at;
            });
        }
    }
}
