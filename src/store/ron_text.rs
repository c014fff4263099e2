//! Records as RON text, read strictly and written so that people can read it.

use std::path::Path;

use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::StoreError;
use super::ron_scan::find_flaw;

/// How deep the fields stand on lines of their own; deeper values follow on one line.
const DEPTH_ON_LINES: usize = 3;

/// Bytes as text: without a byte order mark, with LF alone as line end.
pub fn decode(path: &Path, bytes: &[u8]) -> Result<String, StoreError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let (line, column) = position(&String::from_utf8_lossy(valid), error.valid_up_to());
        StoreError::Parse {
            path: path.to_owned(),
            line,
            column,
            field: String::new(),
            message: "the file is not UTF-8 text; save it as UTF-8".to_owned(),
        }
    })?;
    Ok(lf(text))
}

/// Line ends as LF. Any number of CR before it belongs to a line end, so that a text changes once and
/// not at each saving.
pub fn lf(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(content) => all.extend([content.trim_end_matches('\r'), "\n"]),
            None => all.push_str(line),
        }
    }
    all
}

/// Line and column of a byte offset, both counted from 1.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let last_line = before.rsplit('\n').next().unwrap_or("");
    (line, last_line.chars().count() + 1)
}

/// Reads one value. `path` is for the message only.
pub fn parse<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, StoreError> {
    let error = |line, column, field: String, message: String| StoreError::Parse {
        path: path.to_owned(),
        line,
        column,
        field,
        message,
    };
    let spanned = |spanned: ron::error::SpannedError, field: String| {
        error(spanned.span.start.line, spanned.span.start.col, field, spanned.code.to_string())
    };
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let begin = || {
        ron::Deserializer::from_str_with_options(text, &options)
            .map_err(|failure| spanned(failure, String::new()))
    };
    let mut deserializer = begin()?;
    let value = match T::deserialize(&mut deserializer) {
        Ok(value) => value,
        // To know the field takes time, so only what is wrong is read with it.
        Err(_) => {
            deserializer = begin()?;
            serde_path_to_error::deserialize(&mut deserializer).map_err(|failure| {
                let field = field_path(failure.path());
                spanned(deserializer.span_error(failure.into_inner()), field)
            })?
        }
    };
    if let Err(failure) = deserializer.end() {
        return Err(spanned(deserializer.span_error(failure), String::new()));
    }
    if let Some(flaw) = find_flaw(text) {
        let (line, column) = position(text, flaw.at);
        return Err(error(line, column, flaw.field, flaw.message));
    }
    Ok(value)
}

/// The path as text; empty for the whole value.
fn field_path(path: &serde_path_to_error::Path) -> String {
    if path.iter().next().is_none() { String::new() } else { path.to_string() }
}

/// Writes one value and proves that it reads back as the same. Line ends inside texts become LF.
pub fn to_proven_text<T>(path: &Path, value: &T) -> Result<String, StoreError>
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    let unfaithful = |message: String| StoreError::Unfaithful { path: path.to_owned(), message };
    let raw = to_text(value).map_err(|failure| unfaithful(failure.to_string()))?;
    let text = lf(&raw);
    let back: T = parse(path, &text).map_err(|error| match error {
        StoreError::Parse { line, column, message, .. } => {
            unfaithful(format!("{message} (line {line}, column {column})"))
        }
        other => other,
    })?;
    // With CRLF in a text the value differs by line ends alone when it gives the same text again.
    let same = back == *value || (text != raw && to_text(&back).is_ok_and(|again| again == text));
    if same {
        Ok(text)
    } else {
        Err(unfaithful("a value changes when it is read again".to_owned()))
    }
}

/// Writes one value, ending with a line end.
fn to_text<T: Serialize>(value: &T) -> ron::Result<String> {
    let config = PrettyConfig::new()
        .depth_limit(DEPTH_ON_LINES)
        .escape_strings(false)
        .new_line("\n")
        .indentor("  ");
    Ok(Options::default().to_string_pretty(value, config)? + "\n")
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Forgetful {
        text: String,
        #[serde(skip)]
        forgotten: u8,
    }

    #[test]
    fn a_value_that_reads_back_differently_is_not_written() {
        let written = |text: &str, forgotten| {
            to_proven_text(Path::new("x.ron"), &Forgetful { text: text.to_owned(), forgotten })
        };
        assert_eq!(written("a\r\nb", 0).as_deref(), Ok("(\n  text: \"a\nb\",\n)\n"));
        assert_eq!(lf("a\r\r\nb\r\r"), "a\nb\r\r", "once and for all");
        assert!(matches!(written("a", 1), Err(StoreError::Unfaithful { .. })));
    }
}
