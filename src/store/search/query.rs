//! What is searched for.

use memchr::memmem::Finder;

use super::fold::fold;

/// Which records are listed. Both kinds are counted whatever the scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    #[default]
    Everything,
    People,
    Negotiations,
}

/// What becomes of archived records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Archived {
    #[default]
    LeftOut,
    Included,
    Only,
}

/// Terms that must all occur, in any order and anywhere in a record, and filters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pub scope: Scope,
    pub archived: Archived,
    /// Folded, the longest first, none inside another.
    terms: Vec<String>,
    /// Folded tags that a record must all have.
    tags: Vec<String>,
}

/// What stands before a tag, folded.
const TAG_PREFIXES: [&str; 2] = ["tag:", "标签:"];

impl Query {
    /// Reads typed text: words with space between them, phrases in "quotation marks", and tags as
    /// `tag:name` or `tag:"long name"`. Whatever is typed means something; a quotation mark that
    /// is not closed yet reaches to the end.
    pub fn parse(text: &str, scope: Scope) -> Self {
        let folded = fold(text);
        let mut query = Self { scope, ..Self::default() };
        let mut rest = folded.trim_start();
        while !rest.is_empty() {
            let prefix = TAG_PREFIXES.iter().find_map(|prefix| rest.strip_prefix(prefix));
            let (term, after) = next_term(prefix.unwrap_or(rest));
            let list = if prefix.is_some() { &mut query.tags } else { &mut query.terms };
            if !term.is_empty() {
                list.push(term.to_owned());
            }
            rest = after.trim_start();
        }
        query.tags.sort_unstable();
        query.tags.dedup();
        // A longer term is rarer; and what is inside another term is found with it.
        query.terms.sort_by(|one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
        let mut terms: Vec<String> = Vec::with_capacity(query.terms.len());
        for term in query.terms {
            if !terms.iter().any(|longer| longer.contains(&term)) {
                terms.push(term);
            }
        }
        query.terms = terms;
        query
    }

    pub fn with_archived(self, archived: Archived) -> Self {
        Self { archived, ..self }
    }

    /// Folded terms, the longest first.
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// Folded tags.
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// Whether nothing was typed that could leave a record out.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.tags.is_empty()
    }

    /// Whether only records that `wider` finds can be found, whatever the scope.
    pub(super) fn narrows(&self, wider: &Self) -> bool {
        let kept = |term: &String| self.terms.iter().any(|own| own.contains(term));
        (self.archived == wider.archived || wider.archived == Archived::Included)
            && wider.terms.iter().all(kept)
            && wider.tags.iter().all(|tag| self.tags.contains(tag))
    }

    pub(super) fn finders(&self) -> Vec<Finder<'_>> {
        self.terms.iter().map(Finder::new).collect()
    }
}

/// The first term and what follows it.
fn next_term(text: &str) -> (&str, &str) {
    let (quoted, end) = match text.strip_prefix('"') {
        Some(quoted) => (quoted, '"'),
        None => (text, ' '),
    };
    let (term, after) = quoted.split_once(end).unwrap_or((quoted, ""));
    (term.trim(), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, terms: &[&str], tags: &[&str]) {
        let query = Query::parse(text, Scope::Everything);
        assert_eq!((query.terms(), query.tags()), (&to_owned(terms)[..], &to_owned(tags)[..]));
    }

    fn to_owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn words_phrases_and_tags_are_told_apart() {
        check("  Price  Müller ", &["muller", "price"], &[]);
        check("\"last price\" now", &["last price", "now"], &[]);
        check("“上次 价格” 王", &["上次 价格", "王"], &[]);
        check("tag:VIP tag:\"华东 A\" x", &["x"], &["vip", "华东 a"]);
        check("标签：重点 tag：a", &[], &["a", "重点"]);
        check("\"not closed", &["not closed"], &[]);
        check("5\"x4 \"\" tag:", &["5\"x4"], &[]);
        check("pri price price", &["price"], &[]);
        check(" \u{301} \n", &[], &[]);
    }

    #[test]
    fn what_is_typed_on_narrows_and_what_is_taken_back_does_not() {
        let parse = |text| Query::parse(text, Scope::Everything);
        for (new, old, narrows) in [
            ("wang", "wan", true),
            ("wang p", "wang", true),
            ("wan", "wang", false),
            ("wang", "wang p", false),
            ("x", "", true),
            ("x tag:a", "x", true),
            ("x", "x tag:a", false),
            ("\"a b", "a b", true),
            ("a b", "\"a b", false),
        ] {
            assert_eq!(parse(new).narrows(&parse(old)), narrows, "{new} after {old}");
        }
        let all = parse("x").with_archived(Archived::Included);
        assert!(parse("x").narrows(&all) && !all.narrows(&parse("x")));
    }
}
