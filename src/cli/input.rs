//! Input files that people write by hand.

use std::path::Path;

use serde::de::DeserializeOwned;

use super::CliError;
use crate::store::read::read_input;
use crate::store::ron_scan::{TokenKind, Tokens};
use crate::store::ron_text::parse;

/// Names that are written with a hyphen, which RON does not take for a name.
const HYPHENATED: [&str; 1] = ["third-party"];

/// Reads a RON file. Errors name the file, the line, the column and the field.
pub(super) fn read_ron<T: DeserializeOwned>(path: &Path) -> Result<T, CliError> {
    let text = read_input(path)?;
    Ok(parse(path, &without_hyphens(&text))?)
}

/// Writes hyphenated names with an underscore. Every other character keeps its place.
fn without_hyphens(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut copied = 0;
    for token in Tokens::new(text).filter(|token| token.kind == TokenKind::Word) {
        let name = token.text.strip_prefix("r#").unwrap_or(token.text);
        if HYPHENATED.contains(&name) {
            result.push_str(text.get(copied..token.start).unwrap_or(""));
            // A raw name is longer by its mark.
            result.push_str(if name.len() < token.text.len() { "  " } else { "" });
            result.push_str(&name.replace('-', "_"));
            copied = token.start + token.text.len();
        }
    }
    result.push_str(text.get(copied..).unwrap_or(""));
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hyphen_are_accepted_and_texts_stay() {
        let text = "[(kind: third-party, text: \"third-party\"), // third-party\n\
                    (kind: r#third-party), (kind: third_party), (date: 2026-11-02)]";
        let expected = "[(kind: third_party, text: \"third-party\"), // third-party\n\
                        (kind:   third_party), (kind: third_party), (date: 2026-11-02)]";
        assert_eq!(without_hyphens(text), expected);
    }
}
