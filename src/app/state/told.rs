//! What is said after an edit of whole records, with an offer to undo it.

use crate::app::edit::{CounterpartEdit, Edit, LibraryEdit};
use crate::app::workspace::Change;
use crate::domain::label::LabelChange;
use crate::domain::questionnaire;
use crate::i18n::Messages;
use crate::store::record::RecordKey;

/// A longer tag is cut in a message.
const LONGEST_TAG: usize = 40;

/// The messages for one edit.
pub(super) struct Told {
    one: &'static str,
    many: &'static str,
    /// If no record was changed.
    nothing: Option<&'static str>,
    tag: String,
}

impl Told {
    /// `None` for edits that need no word.
    pub fn of(edit: &Edit) -> Option<Self> {
        if matches!(edit, Edit::Restore(_)) {
            let (one, many) = ("record-restored", "records-restored");
            return Some(Self { one, many, nothing: None, tag: String::new() });
        }
        if let Some(key) = of_answers(edit) {
            return Some(Self { one: key, many: key, nothing: None, tag: String::new() });
        }
        let (keys, change) = match edit {
            Edit::Remove(keys) => (keys, None),
            Edit::Label(keys, change) => (keys, Some(change)),
            _ => return None,
        };
        let (removed, labelled) = match keys.first()? {
            RecordKey::Counterpart(_) => (
                ("counterpart-removed", "counterparts-removed"),
                ["people-tagged", "people-untagged", "people-archived", "people-brought-back"],
            ),
            RecordKey::Session(_) => (
                ("negotiation-removed", "negotiations-removed"),
                [
                    "negotiations-tagged",
                    "negotiations-untagged",
                    "negotiations-archived",
                    "negotiations-brought-back",
                ],
            ),
            RecordKey::Library => return None,
        };
        let [tagged, untagged, archived, back] = labelled;
        let told = |key, nothing, tag: &str| Self {
            one: key,
            many: key,
            nothing,
            tag: shortened(tag.trim()),
        };
        Some(match change {
            None => Self { one: removed.0, many: removed.1, nothing: None, tag: String::new() },
            Some(LabelChange::Tag { tag, on: true }) => told(tagged, Some("tagged-nothing"), tag),
            Some(LabelChange::Tag { tag, on: false }) => {
                told(untagged, Some("untagged-nothing"), tag)
            }
            Some(LabelChange::Archived { on: true }) => told(archived, None, ""),
            Some(LabelChange::Archived { on: false }) => told(back, None, ""),
        })
    }

    /// What is said after `done` records were changed.
    pub fn text(&self, messages: &Messages, done: usize) -> Option<String> {
        let key = match done {
            0 => self.nothing?,
            1 => self.one,
            _ => self.many,
        };
        let tag = self.tag.as_str();
        Some(messages.with(key, &[("count", done.into()), ("tag", tag.into())]))
    }
}

/// The message on many answers to the questionnaire at once; a single one needs no word.
fn of_answers(edit: &Edit) -> Option<&'static str> {
    let (Edit::Library(LibraryEdit::Answers(change))
    | Edit::Counterpart(_, CounterpartEdit::Answers(change))) = edit
    else {
        return None;
    };
    match change {
        questionnaire::Change::Give { answers, .. } => {
            (answers.len() > 1).then_some("questionnaire-entered")
        }
        questionnaire::Change::TakeBack { .. } => Some("questionnaire-taken-back"),
        questionnaire::Change::Weigh { .. } => None,
    }
}

/// How many records the changes are about.
pub(super) fn records_in(changes: &[Change]) -> usize {
    let count = |change: &Change| match change {
        Change::Label(keys, _) => keys.len(),
        _ => 1,
    };
    changes.iter().map(count).sum()
}

fn shortened(tag: &str) -> String {
    let mut short: String = tag.chars().take(LONGEST_TAG).collect();
    if tag.chars().nth(LONGEST_TAG).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::{CounterpartId, SessionId};
    use crate::i18n::Language;

    fn text(edit: &Edit, done: usize) -> String {
        let messages = Messages::new(Language::English);
        let text = Told::of(edit).and_then(|told| told.text(&messages, done)).unwrap_or_default();
        assert!(messages.missing().is_empty(), "{:?}", messages.missing());
        text
    }

    #[test]
    fn it_says_how_many_records_were_changed_and_with_what() {
        let session = vec![RecordKey::Session(SessionId(Uuid::nil()))];
        let person = vec![RecordKey::Counterpart(CounterpartId(Uuid::nil()))];
        let tag = |on| LabelChange::Tag { tag: " VIP ".to_owned(), on };
        let archived = |on| LabelChange::Archived { on };
        let archive = Edit::Label(session.clone(), archived(true));
        assert_eq!(text(&archive, 12), "12 negotiations archived.");
        assert_eq!(text(&archive, 1), "Negotiation archived.");
        assert_eq!(text(&archive, 0), "");
        let back = Edit::Label(person.clone(), archived(false));
        assert_eq!(text(&back, 2), "2 counterparts brought back.");
        let tagged = Edit::Label(person, tag(true));
        assert_eq!(text(&tagged, 3), "3 counterparts tagged “VIP”.");
        assert_eq!(text(&tagged, 0), "All of them have the tag “VIP” already.");
        let untagged = Edit::Label(session.clone(), tag(false));
        assert_eq!(text(&untagged, 1), "Tag “VIP” removed from the negotiation.");
        assert_eq!(text(&Edit::Remove(session), 4), "4 negotiations moved to the trash.");
    }

    #[test]
    fn a_label_of_records_that_are_not_in_memory_counts_each_of_them() {
        let keys = (0..5).map(|id| RecordKey::Session(SessionId(Uuid::from_u128(id)))).collect();
        let label = Change::Label(keys, LabelChange::Archived { on: true });
        let removed = Change::Remove(RecordKey::Session(SessionId(Uuid::from_u128(9))));
        assert_eq!(records_in(&[label, removed]), 6);
    }
}
