//! The people of the list in the order in which they are shown, computed when something changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::{Id, Ui};

use super::subject::display_name;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::CounterpartId;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;

/// Height of a row that names an organisation.
pub const GROUP_HEIGHT: f32 = 28.0;

/// One person, ready to be drawn.
#[derive(Debug)]
pub struct Entry {
    pub id: CounterpartId,
    /// Empty for a person without a name.
    pub name: String,
    pub title: String,
    pub certainty: Certainty,
    /// The leading quadrant and how sure it leads; `None` while it is unknown or tied.
    pub lead: Option<(Quadrant, f64)>,
}

/// A row of the list.
#[derive(Debug)]
pub enum Line {
    /// An organisation and how many of its people follow; the name may be empty.
    Group {
        name: String,
        count: usize,
    },
    Person(Entry),
}

impl Line {
    pub fn height(&self) -> f32 {
        match self {
            Self::Group { .. } => GROUP_HEIGHT,
            Self::Person(_) => size::TALL_ROW_HEIGHT,
        }
    }
}

/// All rows with their distance from the top.
#[derive(Debug, Default)]
pub struct Listing {
    pub lines: Vec<(f32, Line)>,
    pub height: f32,
    /// People whose words match the filter, whatever their quadrant.
    pub matching: usize,
    pub by_quadrant: PerQuadrant<usize>,
    pub shown: usize,
}

impl Listing {
    /// The rows for the filter as it is typed; kept until the filter or a record changes.
    pub fn current(ui: &Ui, cx: &Cx<'_>) -> Arc<Self> {
        let key = Id::unique("counterpart-listing");
        let print = fingerprint(cx);
        let kept = ui.data(|data| data.get_temp::<(u64, Arc<Self>)>(key));
        if let Some((_, listing)) = kept.filter(|(kept, _)| *kept == print) {
            return listing;
        }
        let listing = Arc::new(Self::build(cx));
        ui.data_mut(|data| data.insert_temp(key, (print, Arc::clone(&listing))));
        listing
    }

    fn build(cx: &Cx<'_>) -> Self {
        let filter = &cx.drafts.counterpart_filter;
        let words: Vec<String> = filter.text.split_whitespace().map(str::to_lowercase).collect();
        let mut listing = Self::default();
        let mut people = Vec::new();
        for person in cx.work.counterparts().filter(|person| matches(person, &words)) {
            let entry = entry(cx, person);
            listing.matching += 1;
            if let Some((quadrant, _)) = entry.lead {
                listing.by_quadrant[quadrant] += 1;
            }
            if filter
                .quadrant
                .is_none_or(|wanted| entry.lead.is_some_and(|(lead, _)| lead == wanted))
            {
                let organisation = person.organisation.trim();
                let order = (
                    organisation.is_empty(),
                    organisation.to_lowercase(),
                    // The Latin name stands first in it: Chinese names in the order of their pinyin.
                    person.full_name().to_lowercase(),
                );
                people.push((order, organisation.to_owned(), entry));
            }
        }
        people.sort_by(|one, other| one.0.cmp(&other.0).then(one.2.id.cmp(&other.2.id)));
        listing.shown = people.len();
        let mut group: Option<(String, usize)> = None;
        for ((_, folded, _), organisation, entry) in people {
            let place = match &group {
                Some((current, place)) if *current == folded => *place,
                _ => {
                    listing.push(Line::Group { name: organisation, count: 0 });
                    let place = listing.lines.len() - 1;
                    group = Some((folded, place));
                    place
                }
            };
            if let Some((_, Line::Group { count, .. })) = listing.lines.get_mut(place) {
                *count += 1;
            }
            listing.push(Line::Person(entry));
        }
        listing
    }

    fn push(&mut self, line: Line) {
        let top = self.height;
        self.height += line.height();
        self.lines.push((top, line));
    }

    /// Where a person's row begins.
    pub fn top_of(&self, id: CounterpartId) -> Option<f32> {
        self.lines.iter().find_map(|(top, line)| match line {
            Line::Person(entry) if entry.id == id => Some(*top),
            _ => None,
        })
    }
}

fn matches(person: &Counterpart, words: &[String]) -> bool {
    let fields = [&person.name, &person.latin_name, &person.organisation, &person.title];
    words.is_empty() || {
        let fields = fields.map(|field| field.to_lowercase());
        words.iter().all(|word| fields.iter().any(|field| field.contains(word)))
    }
}

fn entry(cx: &Cx<'_>, person: &Counterpart) -> Entry {
    let reading = cx.work.reading(person.id).map(|reading| &reading.normal);
    let known = reading.filter(|reading| reading.certainty != Certainty::Unknown);
    Entry {
        id: person.id,
        name: display_name(cx, person),
        title: person.title.clone(),
        certainty: reading.map_or(Certainty::Unknown, |reading| reading.certainty),
        lead: known.and_then(|reading| reading.leading.map(|lead| (lead, reading.p_largest[lead]))),
    }
}

/// Changes whenever the listing would.
fn fingerprint(cx: &Cx<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    let filter = &cx.drafts.counterpart_filter;
    (&filter.text, filter.quadrant, cx.messages.language().tag()).hash(&mut hasher);
    for person in cx.work.counterparts() {
        // An edit puts a new record in the place of the old one, so its address tells it apart
        // even within one tick of the clock.
        (person.id, person.updated, std::ptr::from_ref(person) as usize).hash(&mut hasher);
    }
    hasher.finish()
}
