//! Changes of an index that know only a part of a record.

use std::sync::Arc;

use super::fields::Section;
use super::index::{Now, TextIndex};
use super::text::{RecordText, View};
use crate::domain::label::Labels;
use crate::store::record::RecordKey;

impl TextIndex {
    /// The text of a record, wherever it lies.
    pub fn text_of(&self, key: RecordKey) -> Option<RecordText> {
        if let Some(changed) = self.changed.get(&key) {
            return changed.text().map(|text| RecordText::clone(text));
        }
        let view = self.base.view(self.base.find(key)?)?;
        Some(RecordText::from_view(&view))
    }

    /// Puts other labels into the text of a record.
    pub fn set_labels(&mut self, key: RecordKey, labels: &Labels) {
        if let Some(mut text) = self.text_of(key) {
            text.set_labels(labels);
            self.put(key, text);
        } else if !self.is_whole() && !self.is_gone(key) {
            self.change(key, Now::Labelled(labels.clone()));
        }
    }

    fn is_gone(&self, key: RecordKey) -> bool {
        self.changed.get(&key).is_some_and(|changed| matches!(changed.now, Now::Gone))
    }

    /// Takes up what was changed in an index that was used while this one was being read.
    pub fn take_over(&mut self, newer: Self) {
        for (key, changed) in Arc::unwrap_or_clone(newer.changed) {
            match changed.now {
                Now::Text(text) => self.change(key, Now::Text(text)),
                Now::Gone => self.remove(key),
                Now::Labelled(labels) => self.set_labels(key, &labels),
            }
        }
    }
}

impl RecordText {
    fn from_view(view: &View<'_>) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            head: text(view.head),
            body: text(view.body),
            ends: view.ends,
            people: view.people.to_vec(),
            updated: view.updated,
            archived: view.archived,
        }
    }

    fn set_labels(&mut self, labels: &Labels) {
        self.archived = labels.archived;
        self.head.truncate(self.ends.names as usize);
        for tag in &labels.tags {
            self.add(Section::Tags, tag);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::domain::counterpart::Counterpart;
    use crate::domain::ids::CounterpartId;
    use crate::store::Progress;
    use crate::store::search::{Query, Scope, find};

    fn person(number: u128, name: &str) -> (RecordKey, Counterpart) {
        let id = CounterpartId(Uuid::from_u128(number));
        let mut person = Counterpart::new(id, Timestamp::UNIX_EPOCH);
        person.name = name.to_owned();
        (RecordKey::Counterpart(id), person)
    }

    #[test]
    fn labels_put_into_a_text_are_those_of_the_labelled_record() {
        let (key, mut record) = person(1, "林悦");
        record.notes = "冷链".to_owned();
        let mut index = TextIndex::from_records([(key, RecordText::of_counterpart(&record))]);
        record.labels =
            Labels { tags: vec!["VIP".to_owned(), "华东".to_owned()], archived: true };
        index.set_labels(key, &record.labels);
        assert_eq!(index.text_of(key), Some(RecordText::of_counterpart(&record)));
        record.labels = Labels::default();
        index.set_labels(key, &record.labels);
        assert_eq!(index.text_of(key), Some(RecordText::of_counterpart(&record)));
    }

    #[test]
    fn what_changed_while_an_index_was_read_wins_over_it() {
        let ((one, first), (two, second)) = (person(1, "Ana"), person(2, "Bo"));
        let texts = [(one, RecordText::of_counterpart(&first))];
        let mut read = TextIndex::from_records(texts);
        let (_, renamed) = person(1, "Anna");
        let mut used = TextIndex::default();
        used.put(one, RecordText::of_counterpart(&renamed));
        used.put(two, RecordText::of_counterpart(&second));
        read.take_over(used);
        assert_eq!(read.text_of(one), Some(RecordText::of_counterpart(&renamed)));
        assert_eq!(read.text_of(two), Some(RecordText::of_counterpart(&second)));
    }

    #[test]
    fn what_is_found_after_labelling_everything_is_what_an_index_made_anew_finds() {
        // More than fit into the blocks that the cores share, so that some lie behind the base.
        let people: Vec<_> = (1..=40_000).map(|number| person(number, "Staff canteen")).collect();
        let text = |record: &Counterpart| RecordText::of_counterpart(record);
        let texts = people.iter().map(|(key, record)| (*key, text(record)));
        let mut index = TextIndex::from_records(texts);
        let labels = Labels { tags: vec!["VIP".to_owned()], archived: false };
        for (key, _) in &people {
            index.set_labels(*key, &labels);
        }
        for words in ["c", "canteen", "cantene", "tag:VIP staff"] {
            let query = Query::parse(words, Scope::Everything);
            let total = |index| find(index, &query, None, &Progress::default()).unwrap().total();
            assert_eq!(total(&index), total(&index.compacted()), "{words}");
        }
    }
}
