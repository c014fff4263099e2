//! People and negotiations as the list shows them.

use super::{Hit, HitKind, Target, needs_place};
use crate::app::finder::{Finder, Fit, RecordHit, Spot};
use crate::app::route::Route;
use crate::app::state::{AppState, OpenLibrary};
use crate::domain::label::Labels;
use crate::domain::profile::Certainty;
use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::i18n::Language;
use crate::store::record::RecordKey;
use crate::store::search::{Passage, Query, highlights};
use crate::ui::theme::icons;

/// The page that a hit leads to: the one on which the words stand.
pub(super) fn route(finder: &Finder, hit: &RecordHit) -> Option<Route> {
    let spot = finder.spot(hit.key).filter(|_| needs_place(hit));
    Spot::route(hit.key, spot)
}

/// A hit as it is shown; `None` when the record has been removed meanwhile.
pub(in crate::ui::modals) fn record_hit(
    state: &AppState,
    library: &OpenLibrary,
    finder: &Finder,
    query: &Query,
    hit: &RecordHit,
) -> Option<Hit> {
    let target = Target::Route(route(finder, hit)?);
    let (shown, labels) = match hit.key {
        RecordKey::Library => return None,
        RecordKey::Counterpart(id) => {
            let person = library.work.person(id)?;
            (person_hit(state, library, person, query, target), &person.labels)
        }
        RecordKey::Session(id) => {
            let session = library.work.negotiation(id)?;
            (negotiation_hit(state, library, session, target), &session.labels)
        }
    };
    let passage = match hit.fit {
        Fit::Tag => Some(tags_as_passage(labels, query)),
        _ if needs_place(hit) => finder.spot(hit.key).map(|spot| spot.passage.clone()),
        _ => None,
    };
    let in_text = needs_place(hit) || hit.fit == Fit::Tag;
    Some(Hit { passage, in_text, archived: labels.archived, ..shown })
}

fn tags_as_passage(labels: &Labels, query: &Query) -> Passage {
    let text = labels.tags.join(" · ");
    let highlights = highlights(&text, query);
    Passage { field: "tag", text, highlights }
}

fn person_hit(
    state: &AppState,
    library: &OpenLibrary,
    person: &CounterpartSummary,
    query: &Query,
    target: Target,
) -> Hit {
    let name = state.messages.name_of(person);
    // In Chinese the Latin name is not shown, unless it is why the person was found.
    let by_latin_name = state.language() == Language::Chinese
        && highlights(&name, query).is_empty()
        && !highlights(&person.latin_name, query).is_empty();
    let latin_name = if by_latin_name { person.latin_name.trim() } else { "" };
    let detail: Vec<&str> = [latin_name, person.title.trim(), person.organisation.trim()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    let reading = &person.reading.normal;
    let quadrant = reading.leading.filter(|_| reading.certainty != Certainty::Unknown);
    let animals = library.work.library().animals;
    let title = if name.is_empty() { state.messages.text("nameless").to_owned() } else { name };
    let icon = quadrant.map_or("user", |quadrant| icons::animal_name(quadrant, animals));
    Hit {
        detail: detail.join(" · "),
        coloured: quadrant.is_some(),
        ..Hit::new(HitKind::Counterpart, title, icon, target)
    }
}

fn negotiation_hit(
    state: &AppState,
    library: &OpenLibrary,
    session: &SessionSummary,
    target: Target,
) -> Hit {
    let people = || library.work.people_of(&session.counterparts);
    let title = state.messages.title_of(&session.title, people());
    // Those who sit at one table are mostly of one house, which is named once.
    let mut beside: Vec<String> = people().map(|person| state.messages.name_of(person)).collect();
    for person in people() {
        let organisation = person.organisation.trim();
        if !beside.iter().any(|other| other == organisation) {
            beside.push(organisation.to_owned());
        }
    }
    beside.retain(|text| !text.is_empty());
    Hit {
        detail: beside.join(" · "),
        ..Hit::new(HitKind::Negotiation, title, "negotiations", target)
    }
}
