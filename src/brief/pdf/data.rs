//! The document as the data that the template reads: every text is a string.

use serde_json::{Value, json};

use crate::brief::document::{
    Area, Block, Cell, CheckItem, Document, Exchange, Fact, Figure, Person, Row, Section, Table,
    Warning,
};
use crate::domain::quadrant::Quadrant;
use crate::i18n::Language;

/// The whole document as JSON.
pub(super) fn of(document: &Document) -> Value {
    let area = |area: Area| -> Value {
        document.sections.iter().filter(|section| section.area == area).map(section).collect()
    };
    json!({
        "language": match document.language {
            Language::English => "en",
            Language::Chinese => "zh",
        },
        "title": words(&document.title),
        "subtitle": words(&document.subtitle),
        "lead": area(Area::Lead),
        "body": area(Area::Body),
        "footer": words(&document.footer),
    })
}

/// Calls `visit` with every text in `value`.
pub(super) fn each_text(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, visit)),
        Value::Object(fields) => fields.values().for_each(|field| each_text(field, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn section(section: &Section) -> Value {
    let blocks: Value = section.blocks.iter().map(block).collect();
    json!({ "heading": words(&section.heading), "blocks": blocks })
}

fn block(block: &Block) -> Value {
    match block {
        Block::Statement(text) => json!({ "kind": "statement", "text": words(text) }),
        Block::Paragraph(text) => json!({ "kind": "paragraph", "text": words(text) }),
        Block::Note(text) => json!({ "kind": "note", "text": words(text) }),
        Block::Bullets(items) => json!({ "kind": "bullets", "items": texts(items) }),
        Block::Checklist(items) => {
            let item =
                |CheckItem { text, done }: &CheckItem| json!({ "text": words(text), "done": done });
            json!({ "kind": "checklist", "items": items.iter().map(item).collect::<Value>() })
        }
        Block::Figures(items) => {
            let item = |Figure { label, value, detail }: &Figure| json!({ "label": words(label), "value": words(value), "detail": words(detail) });
            json!({ "kind": "figures", "items": items.iter().map(item).collect::<Value>() })
        }
        Block::Table(Table { heads, rows }) => {
            let row = |Row { label, cells, settled }: &Row| json!({ "label": words(label), "cells": cells.iter().map(cell).collect::<Value>(), "settled": settled });
            json!({
                "kind": "table",
                "heads": heads.iter().map(cell).collect::<Value>(),
                "rows": rows.iter().map(row).collect::<Value>(),
            })
        }
        Block::Facts(items) => {
            json!({ "kind": "facts", "items": items.iter().map(fact).collect::<Value>() })
        }
        Block::Person(Person { name, role, tag }) => json!({
            "kind": "person",
            "name": words(name),
            "role": words(role),
            "letter": tag.quadrant.map_or("?", Quadrant::letter),
            "text": words(&tag.text),
        }),
        Block::Exchange(Exchange { tend, instead }) => {
            json!({ "kind": "exchange", "tend": fact(tend), "instead": fact(instead) })
        }
        Block::Warning(Warning { title, items }) => {
            json!({ "kind": "warning", "title": words(title), "items": texts(items) })
        }
    }
}

fn fact(Fact { label, text, alert }: &Fact) -> Value {
    json!({ "label": words(label), "text": words(text), "alert": alert })
}

fn cell(Cell { text, detail }: &Cell) -> Value {
    json!({ "text": words(text), "detail": words(detail) })
}

fn texts(items: &[String]) -> Value {
    items.iter().map(|item| words(item)).collect()
}

/// Text whose longest words may be broken: a web address, or a key that somebody leant on, would
/// run out of its column.
fn words(text: &str) -> String {
    /// The longest word that fits into a column at any size.
    const LONGEST: usize = 28;
    /// Where a longer one may be broken, in signs.
    const STEP: usize = 8;
    const BREAK: char = '\u{200b}';
    let mut result = String::with_capacity(text.len());
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            result.push(' ');
        }
        if word.chars().nth(LONGEST).is_none() {
            result.push_str(word);
            continue;
        }
        let mut unbroken = 0;
        let mut previous = None;
        for sign in word.chars() {
            unbroken += 1;
            if unbroken > STEP && is_plain(sign) && previous.is_some_and(is_plain) {
                result.push(BREAK);
                unbroken = 1;
            }
            result.push(sign);
            previous = Some(sign);
        }
    }
    result
}

/// Letters, digits and signs that stand each on their own: between two of them nothing is joined.
/// Other scripts shape their letters together, or have a place to break at every sign.
fn is_plain(sign: char) -> bool {
    sign.is_ascii_graphic() || (sign < '\u{530}' && sign.is_alphanumeric())
}
