//! How well something with a name fits what is typed.

use crate::store::search::{Query, fold};

/// Smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The title begins with it.
    Prefix,
    /// A word of the title begins with it.
    Word,
    /// It stands somewhere in the title.
    Inside,
    /// It stands in what is shown beside the title, or in other names.
    Beside,
    Tag,
    /// It stands in what the user wrote into the record.
    Text,
}

/// What is searched of one thing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Texts<'a> {
    /// What it is called.
    pub titles: &'a [&'a str],
    pub beside: &'a [&'a str],
    pub tags: &'a [String],
}

/// How well the texts fit the terms: as well as the worst of them. `None` if one is not there.
pub fn fit(query: &Query, texts: &Texts<'_>) -> Option<Fit> {
    let titles: Vec<String> = texts.titles.iter().map(|text| fold(text)).collect();
    let mut beside: Option<Vec<String>> = None;
    let mut worst = Fit::Prefix;
    for term in query.terms() {
        let in_title = titles.iter().filter_map(|title| in_title(title, term)).min();
        let fit = match in_title {
            Some(fit) => fit,
            None => {
                let beside = beside
                    .get_or_insert_with(|| texts.beside.iter().map(|text| fold(text)).collect());
                if beside.iter().any(|text| text.contains(term)) {
                    Fit::Beside
                } else if texts.tags.iter().any(|tag| fold(tag).contains(term)) {
                    Fit::Tag
                } else {
                    return None;
                }
            }
        };
        worst = worst.max(fit);
    }
    Some(worst)
}

fn in_title(title: &str, term: &str) -> Option<Fit> {
    let mut best = None;
    for (at, _) in title.match_indices(term) {
        let before = title.get(..at).and_then(|before| before.chars().next_back());
        match before {
            None => return Some(Fit::Prefix),
            Some(sign) if sign.is_alphanumeric() => {
                best = best.or(Some(Fit::Inside));
            }
            Some(_) => best = Some(Fit::Word),
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::search::Scope;

    fn fit_of(query: &str, title: &str, beside: &str) -> Option<Fit> {
        let query = Query::parse(query, Scope::Everything);
        fit(&query, &Texts { titles: &[title], beside: &[beside], tags: &["华东".to_owned()] })
    }

    #[test]
    fn a_prefix_beats_a_word_beats_a_substring() {
        assert_eq!(fit_of("lin", "Lin Yue (林悦)", ""), Some(Fit::Prefix));
        assert_eq!(fit_of("yue", "Lín Yuè (林悦)", ""), Some(Fit::Word));
        assert_eq!(fit_of("ue", "Lin Yue (林悦)", ""), Some(Fit::Inside));
        assert_eq!(fit_of("ana", "Diana, Ana", ""), Some(Fit::Word));
        assert_eq!(fit_of("buyer", "Lin Yue (林悦)", "Buyer"), Some(Fit::Beside));
        assert_eq!(fit_of("bo", "Lin Yue (林悦)", "Buyer"), None);
        assert!(Fit::Prefix < Fit::Word && Fit::Word < Fit::Inside && Fit::Inside < Fit::Beside);
        assert!(Fit::Beside < Fit::Tag && Fit::Tag < Fit::Text);
    }

    #[test]
    fn one_chinese_character_is_enough_and_all_terms_must_be_there() {
        assert_eq!(fit_of("林", "Lin Yue (林悦)", ""), Some(Fit::Word));
        assert_eq!(fit_of("悦", "Lin Yue (林悦)", ""), Some(Fit::Inside));
        assert_eq!(fit_of("悦 采购", "林悦", "采购总监"), Some(Fit::Beside));
        assert_eq!(fit_of("悦 华", "林悦", ""), Some(Fit::Tag));
        assert_eq!(fit_of("悦 财务", "林悦", "采购总监"), None);
    }
}
