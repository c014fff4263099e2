//! Reads one content file: its fields, and every text in it, in both languages.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::catalog::ContentError;

/// Lists that may be empty: a card may stand alone, a phrase may have no variant.
const MAY_BE_EMPTY: [&str; 3] = ["related", "variants", "unless"];

/// Reads one file twice: once for its fields, once for its texts, wherever they stand. So no text
/// can escape the check when a field is added.
pub(super) fn read<T: DeserializeOwned>(
    file: &'static str,
    source: &str,
) -> Result<T, ContentError> {
    let entries = deserialize(source).map_err(|Problem { line, column, path, message }| {
        ContentError::Malformed { file, line, column, path, message }
    })?;
    deserialize::<CheckedTexts>(source).map_err(|Problem { line, column, path, message }| {
        ContentError::Text { file, line, column, path, message }
    })?;
    Ok(entries)
}

struct Problem {
    line: usize,
    column: usize,
    path: String,
    message: String,
}

fn deserialize<T: DeserializeOwned>(source: &str) -> Result<T, Problem> {
    let problem = |path: String, error: ron::error::SpannedError| Problem {
        line: error.span.start.line,
        column: error.span.start.col,
        path,
        message: error.code.to_string(),
    };
    let top = || ".".to_owned();
    let mut ron = ron::Deserializer::from_str(source).map_err(|error| problem(top(), error))?;
    let value = serde_path_to_error::deserialize(&mut ron).map_err(|error| {
        let path = error.path().to_string();
        problem(path, ron.span_error(error.into_inner()))
    })?;
    ron.end().map_err(|error| problem(top(), ron.span_error(error)))?;
    Ok(value)
}

/// Any RON value whose texts, the fields `en` and `zh`, are written out in their language.
enum CheckedTexts {
    String(String),
    EmptyList,
    Other,
}

impl<'de> Deserialize<'de> for CheckedTexts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CheckingVisitor)
    }
}

struct CheckingVisitor;

impl<'de> Visitor<'de> for CheckingVisitor {
    type Value = CheckedTexts;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("content")
    }

    fn visit_unit<E>(self) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<CheckedTexts, A::Error> {
        let mut value = CheckedTexts::EmptyList;
        while list.next_element::<CheckedTexts>()?.is_some() {
            value = CheckedTexts::Other;
        }
        Ok(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<CheckedTexts, A::Error> {
        while let Some(name) = fields.next_key::<String>()? {
            let problem = match fields.next_value()? {
                CheckedTexts::String(text) if name == "en" => english_problem(&text),
                CheckedTexts::String(text) if name == "zh" => chinese_problem(&text),
                CheckedTexts::EmptyList if !MAY_BE_EMPTY.contains(&name.as_str()) => {
                    Some("the list is empty; write at least one entry")
                }
                _ => None,
            };
            if let Some(problem) = problem {
                return Err(A::Error::custom(format!("{name}: {problem}")));
            }
        }
        Ok(CheckedTexts::Other)
    }
}

fn english_problem(text: &str) -> Option<&'static str> {
    shape_problem(text).or_else(|| {
        text.contains(is_han).then_some("the English text has Chinese characters; translate them")
    })
}

fn chinese_problem(text: &str) -> Option<&'static str> {
    shape_problem(text).or_else(|| {
        (!text.contains(is_han)).then_some("the Chinese text has no Chinese; translate it")
    })
}

fn shape_problem(text: &str) -> Option<&'static str> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        Some("the text is blank; write it in both languages")
    } else if trimmed.len() != text.len() {
        Some("the text begins or ends with white space; take it away")
    } else {
        None
    }
}

/// The unified ideographs with extension A and the compatibility block, and the later planes.
fn is_han(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::super::text::Text;
    use super::*;

    fn texts(source: &str) -> Result<Vec<Text>, String> {
        read("test.ron", source).map_err(|error| error.to_string())
    }

    #[test]
    fn a_misspelt_field_is_reported_with_its_place() {
        let error =
            texts("[\n    (en: \"Same\", zh: \"相同\"),\n    (en: \"Same\", zg: \"相同\"),\n]");
        let error = error.unwrap_err();
        assert!(error.starts_with("test.ron:3:"), "{error}");
        assert!(error.contains("[1]") && error.contains("zg"), "{error}");
    }

    #[test]
    fn each_text_is_written_out_in_its_language() {
        for (en, zh, wanted) in [
            ("", "相同", "[0]: en: the text is blank"),
            ("Same", " \\n", "[0]: zh: the text is blank"),
            ("Same ", "相同", "[0]: en: the text begins or ends"),
            ("Same 相同", "相同", "[0]: en: the English text has Chinese"),
            ("Same", "same!", "[0]: zh: the Chinese text has no Chinese"),
        ] {
            let error = texts(&format!("[\n\n(en: \"{en}\", zh: \"{zh}\")]")).unwrap_err();
            assert!(error.starts_with("test.ron:") && error.contains(wanted), "{error}");
        }
        assert_eq!(texts("[(en: \"A “deal”\", zh: \"B 端成交\")]").unwrap().len(), 1);
    }

    #[test]
    fn something_after_the_end_is_refused() {
        assert!(texts("[] x").unwrap_err().starts_with("test.ron:1:"));
    }
}
