//! Fields for what is typed as text and kept as a value: amounts, dates, codes.

use std::collections::BTreeMap;

use egui::{Response, Ui};

use super::field::Field;
use crate::ui::theme::tokens::Tokens;

/// The two ways in which a field shows the value that is kept.
#[derive(Debug, Default)]
pub struct Shown {
    /// As it is read: "1,340".
    pub resting: String,
    /// As it is typed over: "1340". A separator would turn into a fault when a digit is added.
    pub typing: String,
}

impl Shown {
    /// The same at rest and while typing.
    pub fn always(text: String) -> Self {
        Self { typing: text.clone(), resting: text }
    }
}

/// What became of a field in a table, where there is no room for a problem in words.
#[derive(Debug)]
pub struct TypedCell<T> {
    /// The new value, with `None` inside for an emptied field.
    pub changed: Option<Option<T>>,
    /// What stands in the field and cannot be read, once the user has moved on.
    pub unreadable: Option<String>,
    pub response: Response,
}

/// Shows the field and returns the new value, with `None` inside for an emptied field.
///
/// What cannot be read stays in `unparsed` under `key`, so that it is neither lost nor taken for a
/// value; `problem` words it once the user has moved on.
pub fn typed<T>(
    ui: &mut Ui,
    tokens: &Tokens,
    field: Field<'_>,
    draft: (&mut BTreeMap<String, String>, &str),
    shown: Shown,
    parse: impl Fn(&str) -> Option<T>,
    problem: impl FnOnce(&str) -> String,
) -> Option<Option<T>> {
    show(ui, tokens, field, draft, shown, parse, |text| Some(problem(text))).changed
}

/// The same in a cell of a table; the problem is for the table to word.
pub fn typed_cell<T>(
    ui: &mut Ui,
    tokens: &Tokens,
    field: Field<'_>,
    draft: (&mut BTreeMap<String, String>, &str),
    shown: Shown,
    parse: impl Fn(&str) -> Option<T>,
) -> TypedCell<T> {
    show(ui, tokens, field.in_cell(), draft, shown, parse, |_| None)
}

fn show<T>(
    ui: &mut Ui,
    tokens: &Tokens,
    field: Field<'_>,
    (unparsed, key): (&mut BTreeMap<String, String>, &str),
    shown: Shown,
    parse: impl Fn(&str) -> Option<T>,
    problem: impl FnOnce(&str) -> Option<String>,
) -> TypedCell<T> {
    let id = ui.make_persistent_id(key);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let before = match unparsed.get(key) {
        Some(draft) => draft.clone(),
        None if focused => shown.typing,
        None => shown.resting,
    };
    let read = |text: &str| (text.trim().is_empty(), parse(text));
    let is_unreadable = matches!(read(&before), (false, None)) && !focused;
    let unreadable = is_unreadable.then(|| before.trim().to_owned());
    let problem = unreadable.as_deref().and_then(problem);
    let mut text = before.clone();
    let response = field.id(id).problem(problem.as_deref()).show(ui, tokens, &mut text);
    let (blank, value) = read(&text);
    if text != before {
        unparsed.insert(key.to_owned(), text);
        let changed = if blank { Some(None) } else { value.map(Some) };
        return TypedCell { changed, unreadable, response };
    }
    if !response.has_focus() && (blank || value.is_some()) {
        unparsed.remove(key);
    }
    TypedCell { changed: None, unreadable, response }
}
