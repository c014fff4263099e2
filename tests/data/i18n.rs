//! Both languages are complete: the same messages with the same arguments, none empty, none twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// Names that stay as they are in every language.
const NAMES: [&str; 3] = ["Counterpoint", "English", "Markdown"];

/// Message id to the names of its arguments.
type Shape = BTreeMap<String, BTreeSet<String>>;

fn folder(language: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(language)
}

fn files(language: &str) -> BTreeSet<String> {
    fs::read_dir(folder(language))
        .expect("the language folder exists")
        .map(|entry| entry.expect("readable entry").file_name().to_string_lossy().into_owned())
        .collect()
}

/// Reads a file and fails on a syntax error, an empty value or an id used twice.
fn shape(language: &str, file: &str) -> Shape {
    let path = folder(language).join(file);
    let text = fs::read_to_string(&path).expect("readable file");
    let resource = parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut shape = Shape::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        let value = message.value.as_ref().unwrap_or_else(|| panic!("{file}: {id} has no value"));
        assert!(!is_blank(value), "{language}/{file}: {id} is empty");
        let mut arguments = BTreeSet::new();
        collect_pattern(value, &mut arguments);
        assert!(shape.insert(id.clone(), arguments).is_none(), "{language}/{file}: {id} twice");
    }
    shape
}

fn is_blank(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { value } => value.trim().is_empty(),
        PatternElement::Placeable { .. } => false,
    })
}

fn collect_pattern(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, arguments);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            collect_inline(selector, arguments);
            for variant in variants {
                assert!(!is_blank(&variant.value), "an empty variant");
                collect_pattern(&variant.value, arguments);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, arguments),
        _ => {}
    }
}

#[test]
fn both_languages_have_the_same_files() {
    assert_eq!(files("en"), files("zh-Hans"));
    assert!(files("en").contains("core.ftl"));
}

#[test]
fn both_languages_have_the_same_messages_and_arguments() {
    let mut problems = Vec::new();
    for file in files("en") {
        let (english, chinese) = (shape("en", &file), shape("zh-Hans", &file));
        for (id, arguments) in &english {
            match chinese.get(id) {
                None => problems.push(format!("{file}: {id} is missing in Chinese")),
                Some(others) => {
                    if others != arguments {
                        problems.push(format!(
                            "{file}: {id} takes {arguments:?} in English, {others:?} in Chinese"
                        ));
                    }
                }
            }
        }
        problems.extend(
            chinese
                .keys()
                .filter(|id| !english.contains_key(*id))
                .map(|id| format!("{file}: {id} is missing in English")),
        );
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn an_id_belongs_to_one_file() {
    let mut owner: BTreeMap<String, String> = BTreeMap::new();
    for file in files("en") {
        for id in shape("en", &file).into_keys() {
            if let Some(other) = owner.insert(id.clone(), file.clone()) {
                panic!("{id} is in {other} and in {file}");
            }
        }
    }
}

#[test]
fn no_english_is_left_in_the_chinese_files() {
    for file in files("zh-Hans") {
        let path = folder("zh-Hans").join(&file);
        let text = fs::read_to_string(&path).expect("readable file");
        for line in text.lines() {
            let Some((id, value)) = line.split_once(" = ") else { continue };
            let words = value
                .split(|c: char| !c.is_ascii_alphabetic())
                .filter(|w| w.len() > 4 && !NAMES.contains(w));
            let plain = !value.contains('{') && !value.chars().any(|c| c > '\u{2e80}');
            assert!(!plain || words.count() == 0, "{file}: {id} looks untranslated: {value}");
        }
    }
}
