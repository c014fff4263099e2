//! The tags in use, to be offered and to filter by.

use std::collections::BTreeMap;

use super::Listed;
use crate::domain::label::Labels;
use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::store::shelf::{Shelf, Shelved};

/// How many records carry a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Uses {
    listed: usize,
    archived: usize,
}

impl Uses {
    fn add(&mut self, labels: &Labels) {
        if labels.archived {
            self.archived += 1;
        } else {
            self.listed += 1;
        }
    }
}

/// A tag and who carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagUse {
    pub tag: String,
    people: Uses,
    negotiations: Uses,
}

impl TagUse {
    /// How many records of a list carry it.
    pub fn count(&self, listed: Listed, archived: bool) -> usize {
        let uses = match listed {
            Listed::People => self.people,
            Listed::Negotiations => self.negotiations,
        };
        if archived { uses.archived } else { uses.listed }
    }
}

/// Every tag in use on people and negotiations, in the order of the alphabet.
pub fn tags_in_use(
    people: &Shelf<CounterpartSummary>,
    sessions: &Shelf<SessionSummary>,
) -> Vec<TagUse> {
    let mut found: BTreeMap<&str, (Uses, Uses)> = BTreeMap::new();
    for person in people.iter() {
        for tag in &person.labels.tags {
            found.entry(tag).or_default().0.add(&person.labels);
        }
    }
    for session in sessions.iter() {
        for tag in &session.labels.tags {
            found.entry(tag).or_default().1.add(&session.labels);
        }
    }
    let mut tags: Vec<TagUse> = found
        .into_iter()
        .map(|(tag, (people, negotiations))| TagUse { tag: tag.to_owned(), people, negotiations })
        .collect();
    tags.sort_by_cached_key(|found| found.tag.to_lowercase());
    tags
}

/// The tags that some of the records with these ids carry, with how many of them do. `ids` are in
/// their order.
pub fn tags_on<T: Shelved>(
    shelf: &Shelf<T>,
    ids: &[T::Id],
    labels: impl Fn(&T) -> &Labels,
) -> Vec<(String, usize)> {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    // Both run in the order of the ids: one walk instead of a search for each.
    let mut wanted = ids.iter().peekable();
    for item in shelf.iter() {
        let id = item.id();
        while wanted.next_if(|other| **other < id).is_some() {}
        if wanted.peek().is_some_and(|other| **other == id) {
            for tag in &labels(item).tags {
                *found.entry(tag).or_default() += 1;
            }
        }
    }
    let mut tags: Vec<(String, usize)> =
        found.into_iter().map(|(tag, count)| (tag.to_owned(), count)).collect();
    tags.sort_by_cached_key(|(tag, _)| tag.to_lowercase());
    tags
}

/// What a field for a tag offers for the text typed so far: first what Enter takes, which is the
/// text itself or a known tag that differs in nothing but case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    New(String),
    Known(String),
}

impl Offer {
    pub fn tag(&self) -> &str {
        match self {
            Self::New(tag) | Self::Known(tag) => tag,
        }
    }
}

/// What is offered for `typed`; never one of `present`, which the record carries already.
pub fn offers(known: &[TagUse], present: &[String], typed: &str) -> Vec<Offer> {
    let typed = typed.trim();
    let folded = typed.to_lowercase();
    let mut exact = present.iter().any(|tag| tag.to_lowercase() == folded);
    let mut ranked: Vec<(u8, &str)> = Vec::new();
    for tag in known.iter().map(|known| known.tag.as_str()).filter(|tag| !has(present, tag)) {
        let own = tag.to_lowercase();
        let rank = match own.find(&folded) {
            _ if own == folded => 0,
            Some(0) => 1,
            Some(_) => 2,
            None => continue,
        };
        exact |= rank == 0;
        ranked.push((rank, tag));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    let new = (!typed.is_empty() && !exact).then(|| Offer::New(typed.to_owned()));
    let known = ranked.into_iter().map(|(_, tag)| Offer::Known(tag.to_owned()));
    new.into_iter().chain(known).collect()
}

fn has(tags: &[String], tag: &str) -> bool {
    tags.iter().any(|other| other == tag)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::content::catalog::Catalog;
    use crate::domain::ids::SessionId;
    use crate::store::sample::{SampleOptions, sample_records};

    fn labelled(tags: [&[&str]; 3]) -> (Shelf<SessionSummary>, Vec<SessionId>) {
        let sample = sample_records(&SampleOptions { sessions: 3, ..SampleOptions::default() });
        let shelf: Shelf<SessionSummary> = sample
            .sessions
            .iter()
            .zip(tags)
            .map(|(session, tags)| {
                let mut summary = SessionSummary::of(session);
                summary.labels.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
                summary.labels.archived = tags.contains(&"old");
                Arc::new(summary)
            })
            .collect();
        let ids = shelf.iter().map(|session| session.id).collect();
        (shelf, ids)
    }

    fn known(tags: &[&str]) -> Vec<TagUse> {
        let use_of = |tag: &&str| TagUse {
            tag: (*tag).to_owned(),
            people: Uses::default(),
            negotiations: Uses::default(),
        };
        tags.iter().map(use_of).collect()
    }

    #[test]
    fn tags_are_counted_by_list_and_archive() {
        let (sessions, ids) = labelled([&["VIP", "east"], &["east", "old"], &[]]);
        let weights = *Catalog::bundled().unwrap().weights();
        let sample = sample_records(&SampleOptions::default());
        let mut person = CounterpartSummary::of(&sample.counterparts[0], &weights);
        person.labels.tags = vec!["VIP".to_owned()];
        let people: Shelf<CounterpartSummary> = [Arc::new(person)].into_iter().collect();
        let tags = tags_in_use(&people, &sessions);
        let counts: Vec<_> = tags
            .iter()
            .map(|tag| {
                let count = |listed, archived| tag.count(listed, archived);
                (
                    tag.tag.as_str(),
                    count(Listed::People, false),
                    count(Listed::Negotiations, false),
                    count(Listed::Negotiations, true),
                )
            })
            .collect();
        assert_eq!(counts, [("east", 0, 1, 1), ("old", 0, 0, 1), ("VIP", 1, 1, 0)]);
        let on = tags_on(&sessions, &ids[1..], |session| &session.labels);
        assert_eq!(on, [("east".to_owned(), 1), ("old".to_owned(), 1)]);
    }

    #[test]
    fn enter_takes_what_was_typed_or_the_same_word_in_another_case() {
        let tags = known(&["Far East", "east", "VIP"]);
        let first = |typed| offers(&tags, &[], typed).into_iter().next().unwrap();
        assert_eq!(first("EAST "), Offer::Known("east".to_owned()));
        assert_eq!(first("ea"), Offer::New("ea".to_owned()));
        let offered = offers(&tags, &[], "ea");
        assert_eq!(offered.iter().map(Offer::tag).collect::<Vec<_>>(), ["ea", "east", "Far East"]);
        assert_eq!(offers(&tags, &[], " ").len(), 3);
    }

    #[test]
    fn a_tag_that_is_there_already_is_not_offered() {
        let tags = known(&["east", "VIP"]);
        let present = ["VIP".to_owned()];
        assert_eq!(offers(&tags, &present, ""), [Offer::Known("east".to_owned())]);
        assert!(offers(&tags, &present, "vip").is_empty());
    }
}
