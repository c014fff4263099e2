//! Fields for what is typed as text and kept as a value: amounts, dates, codes.

use std::collections::BTreeMap;

use egui::Ui;

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

/// Shows the field and returns the new value, with `None` inside for an emptied field.
///
/// What cannot be read stays in `unparsed` under `key`, so that it is neither lost nor taken for a
/// value; `problem` words it once the user has moved on.
pub fn typed<T>(
    ui: &mut Ui,
    tokens: &Tokens,
    field: Field<'_>,
    (unparsed, key): (&mut BTreeMap<String, String>, &str),
    shown: Shown,
    parse: impl Fn(&str) -> Option<T>,
    problem: impl FnOnce(&str) -> String,
) -> Option<Option<T>> {
    let id = ui.make_persistent_id(key);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let before = match unparsed.get(key) {
        Some(draft) => draft.clone(),
        None if focused => shown.typing,
        None => shown.resting,
    };
    let read = |text: &str| (text.trim().is_empty(), parse(text));
    let unreadable = matches!(read(&before), (false, None));
    let problem = (unreadable && !focused).then(|| problem(before.trim()));
    let mut text = before.clone();
    let response = field.id(id).problem(problem.as_deref()).show(ui, tokens, &mut text);
    let (blank, value) = read(&text);
    if text != before {
        unparsed.insert(key.to_owned(), text);
        return if blank { Some(None) } else { value.map(Some) };
    }
    if !response.has_focus() && (blank || value.is_some()) {
        unparsed.remove(key);
    }
    None
}
