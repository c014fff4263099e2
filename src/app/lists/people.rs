//! The list of people, grouped by organisation.

use std::sync::Arc;

use super::{has_words, words_of};
use crate::app::drafts::CounterpartFilter;
use crate::domain::counterpart::Named;
use crate::domain::ids::CounterpartId;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::domain::summary::CounterpartSummary;
use crate::store::shelf::Shelf;

/// What the list depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleListKey {
    pub revision: u64,
    pub filter: CounterpartFilter,
    /// Heights of the rows, see [`PeopleList::of`].
    pub heights: (f32, f32),
}

/// A row of the list.
#[derive(Debug, Clone)]
pub enum Line {
    /// An organisation and how many of its people follow; the name may be empty.
    Group {
        name: String,
        count: usize,
    },
    Person(Arc<CounterpartSummary>),
}

/// All rows with their distance from the top.
#[derive(Debug, Default)]
pub struct PeopleList {
    pub lines: Vec<(f32, Line)>,
    pub height: f32,
    /// People who pass the filter, whatever their quadrant.
    pub matching: usize,
    /// The same by quadrant.
    pub by_quadrant: PerQuadrant<usize>,
    /// People who pass the filter, whatever their certainty, in the order of [`Certainty::ALL`].
    pub by_certainty: [usize; 4],
    /// The shown people, in the order of their ids.
    pub shown_ids: Arc<Vec<CounterpartId>>,
    /// People in the archive, or out of it, as the filter asks, whatever the words; in the order
    /// of their ids.
    pub members: Arc<Vec<CounterpartId>>,
}

impl PeopleList {
    /// `heights` are those of an organisation's row and of a person's row.
    pub fn of(
        people: &Shelf<CounterpartSummary>,
        filter: &CounterpartFilter,
        heights: (f32, f32),
    ) -> Self {
        let words = words_of(&filter.text);
        let mut list = Self::default();
        let mut shown = Vec::new();
        let mut members = Vec::new();
        for person in people.iter().filter(|person| person.labels.archived == filter.archived) {
            members.push(person.id);
            let tagged = filter.tag.as_ref().is_none_or(|tag| person.labels.has_tag(tag));
            if !tagged || !passes(person, &words) {
                continue;
            }
            let lead = lead(person).map(|(lead, _)| lead);
            let certainty = person.reading.normal.certainty;
            let of_quadrant = filter.quadrant.is_none_or(|wanted| lead == Some(wanted));
            let of_certainty = filter.certainty.is_none_or(|wanted| certainty == wanted);
            // What a count stands beside does not narrow it, so that it says what a click would give.
            if of_certainty {
                list.matching += 1;
                if let Some(quadrant) = lead {
                    list.by_quadrant[quadrant] += 1;
                }
            }
            if of_quadrant && let Some(count) = list.by_certainty.get_mut(certainty as usize) {
                *count += 1;
            }
            if of_quadrant && of_certainty {
                let organisation = person.organisation.trim();
                let order = (
                    organisation.is_empty(),
                    organisation.to_lowercase(),
                    // The Latin name stands first in it: Chinese names in the order of their pinyin.
                    person.full_name().to_lowercase(),
                    person.id,
                );
                shown.push((order, person));
            }
        }
        list.members = Arc::new(members);
        list.shown_ids = if shown.len() == list.members.len() {
            Arc::clone(&list.members)
        } else {
            Arc::new(shown.iter().map(|(_, person)| person.id).collect())
        };
        shown.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut group: Option<(String, usize)> = None;
        for ((_, folded, ..), person) in shown {
            let place = match &group {
                Some((current, place)) if *current == folded => *place,
                _ => {
                    let name = person.organisation.trim().to_owned();
                    list.push(Line::Group { name, count: 0 }, heights.0);
                    let place = list.lines.len() - 1;
                    group = Some((folded, place));
                    place
                }
            };
            if let Some((_, Line::Group { count, .. })) = list.lines.get_mut(place) {
                *count += 1;
            }
            list.push(Line::Person(Arc::clone(person)), heights.1);
        }
        list
    }

    fn push(&mut self, line: Line, height: f32) {
        let top = self.height;
        self.height += height;
        self.lines.push((top, line));
    }

    /// The people in the order of their rows.
    pub fn rows(&self) -> impl Iterator<Item = CounterpartId> {
        self.lines.iter().filter_map(|(_, line)| match line {
            Line::Person(person) => Some(person.id),
            Line::Group { .. } => None,
        })
    }

    /// Where a person's row begins.
    pub fn top_of(&self, id: CounterpartId) -> Option<f32> {
        self.lines.iter().find_map(|(top, line)| match line {
            Line::Person(person) if person.id == id => Some(*top),
            _ => None,
        })
    }
}

/// Everybody who is not archived and whose name or organisation contains `text`, which is in lower
/// case, in the order of their names.
pub fn people_by_name(
    people: &Shelf<CounterpartSummary>,
    text: &str,
) -> Vec<Arc<CounterpartSummary>> {
    let contains = |field: &str| field.to_lowercase().contains(text);
    let mut found: Vec<Arc<CounterpartSummary>> = people
        .iter()
        .filter(|person| !person.labels.archived)
        .filter(|person| {
            text.is_empty()
                || contains(&person.name)
                || contains(&person.latin_name)
                || contains(&person.organisation)
        })
        .cloned()
        .collect();
    found.sort_by_cached_key(|person| person.full_name().to_lowercase());
    found
}

/// The leading quadrant and how sure it leads; `None` while it is unknown or tied.
pub fn lead(person: &CounterpartSummary) -> Option<(Quadrant, f64)> {
    let reading = &person.reading.normal;
    let lead = reading.leading.filter(|_| reading.certainty != Certainty::Unknown)?;
    Some((lead, reading.p_largest[lead]))
}

fn passes(person: &CounterpartSummary, words: &[String]) -> bool {
    words.is_empty() || {
        let fields = [&person.name, &person.latin_name, &person.organisation, &person.title];
        has_words(words, &fields.map(|field| field.to_lowercase()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::catalog::Catalog;
    use crate::store::sample::{SampleOptions, sample_records};

    fn sample() -> Shelf<CounterpartSummary> {
        let sample = sample_records(&SampleOptions::default());
        let weights = *Catalog::bundled().unwrap().weights();
        let summary = |person| Arc::new(CounterpartSummary::of(person, &weights));
        sample.counterparts.iter().map(summary).collect()
    }

    #[test]
    fn a_quadrant_and_a_word_narrow_the_list_together_and_each_count_says_what_a_click_gives() {
        let people = sample();
        let listed = |quadrant, certainty| {
            let filter = CounterpartFilter { quadrant, certainty, ..Default::default() };
            PeopleList::of(&people, &filter, (10.0, 40.0))
        };
        let mut seen = 0;
        for (place, certainty) in Certainty::ALL.into_iter().enumerate() {
            let by_word = listed(None, Some(certainty));
            seen += by_word.shown_ids.len();
            assert_eq!(by_word.matching, by_word.shown_ids.len());
            for quadrant in Quadrant::ALL {
                let both = listed(Some(quadrant), Some(certainty));
                assert_eq!(both.shown_ids.len(), by_word.by_quadrant[quadrant], "{certainty:?}");
                assert_eq!(both.shown_ids.len(), listed(Some(quadrant), None).by_certainty[place]);
                for id in both.shown_ids.iter() {
                    let person = people.iter().find(|person| person.id == *id).unwrap();
                    assert_eq!(person.reading.normal.certainty, certainty);
                    assert_eq!(lead(person).map(|(lead, _)| lead), Some(quadrant));
                }
            }
        }
        assert_eq!(seen, people.len(), "everybody has one of the words");
    }

    #[test]
    fn people_stand_below_their_organisation_and_the_counts_add_up() {
        let people = sample();
        let list = PeopleList::of(&people, &CounterpartFilter::default(), (10.0, 40.0));
        let all = people.len();
        assert_eq!((list.shown_ids.len(), list.matching, list.members.len()), (all, all, all));
        assert_eq!(list.rows().count(), all);
        let groups = list.lines.iter().filter_map(|(_, line)| match line {
            Line::Group { count, .. } => Some(*count),
            Line::Person(_) => None,
        });
        assert_eq!(groups.sum::<usize>(), people.len());
        let (last_top, _) = list.lines.last().unwrap();
        assert!((list.height - last_top - 40.0).abs() < f32::EPSILON);
        let quadrant = Quadrant::ALL.into_iter().find(|one| list.by_quadrant[*one] > 0).unwrap();
        let filter = CounterpartFilter { quadrant: Some(quadrant), ..Default::default() };
        let some = PeopleList::of(&people, &filter, (10.0, 40.0));
        assert_eq!(some.shown_ids.len(), list.by_quadrant[quadrant]);
        assert_eq!(some.matching, list.matching, "the counts beside the filter stay");
    }
}
