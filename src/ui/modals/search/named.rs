//! Hits among what comes with the app: commands, tactics, quadrants, phases.

use super::{Hit, HitKind, Target};
use crate::app::command::UiCommand;
use crate::app::finder::{Fit, Texts, fit};
use crate::app::route::{PlaybookEntry, Route};
use crate::app::state::AppState;
use crate::content::responses::Moment;
use crate::domain::compatibility::Relation;
use crate::domain::phase::Phase;
use crate::domain::quadrant::Quadrant;
use crate::store::search::Query;
use crate::ui::theme::icons;

#[derive(Debug, Default)]
pub(super) struct Named {
    pub commands: Vec<(Fit, Hit)>,
    pub playbook: Vec<(Fit, Hit)>,
}

/// What fits the query; everything when nothing is typed. Nothing of it has a tag.
pub(super) fn find(state: &AppState, query: &Query) -> Named {
    let mut named = Named::default();
    if !query.tags().is_empty() {
        return named;
    }
    let fit_of = |hit: &Hit, other: &[&str]| {
        let beside: Vec<&str> =
            std::iter::once(hit.detail.as_str()).chain(other.iter().copied()).collect();
        fit(query, &Texts { titles: &[&hit.title], beside: &beside, tags: &[] })
    };
    commands(state, |hit| {
        if let Some(fit) = fit_of(&hit, &[]) {
            named.commands.push((fit, hit));
        }
    });
    playbook(state, |hit, other| {
        if let Some(fit) = fit_of(&hit, other) {
            // What stands inside of a card is text, as it is in a record.
            let fit = if fit == Fit::Beside { Fit::Text } else { fit };
            named.playbook.push((fit, hit));
        }
    });
    named
}

fn commands(state: &AppState, mut offer: impl FnMut(Hit)) {
    for command in UiCommand::ALL {
        if command == UiCommand::Search || !state.is_enabled(command) {
            continue;
        }
        let title = state.messages.text(command.message()).to_owned();
        let target = Target::Command(command);
        let hit = Hit::new(HitKind::Command, title, command.icon(), target);
        offer(Hit { detail: tip(state, command), ..hit });
    }
}

/// The tooltip of a command.
pub(in crate::ui::modals) fn tip(state: &AppState, command: UiCommand) -> String {
    let key = format!("{}-tip", command.message());
    state.messages.text(&key).to_owned()
}

fn playbook(state: &AppState, mut offer: impl FnMut(Hit, &[&str])) {
    let language = state.language();
    let (catalog, messages) = (&state.catalog, &state.messages);
    let entry = |entry| Target::Route(Route::Playbook { entry });
    for tactic in catalog.tactics() {
        // In both languages, and by what the other side says.
        let names = [&tactic.name.en, &tactic.name.zh, &tactic.source_name.en];
        let names = names.into_iter().chain([&tactic.source_name.zh, &tactic.id]);
        let heard = tactic.their_words.iter().map(|text| text.get(language));
        let other: Vec<&str> = names.map(String::as_str).chain(heard).collect();
        let target = entry(PlaybookEntry::Tactic(tactic.id.clone()));
        let title = tactic.name.get(language).to_owned();
        let hit = Hit::new(HitKind::Tactic, title, "playbook", target);
        offer(Hit { detail: tactic.summary.get(language).to_owned(), ..hit }, &other);
    }
    let animals = state
        .library
        .as_ref()
        .map_or_else(Default::default, |library| library.work.library().animals);
    for quadrant in Quadrant::ALL {
        let content = catalog.quadrant(quadrant);
        let animal = messages.word("animal", quadrant.animal(animals).id());
        let title = format!("{quadrant} {}", content.name.get(language));
        let icon = icons::animal_name(quadrant, animals);
        let target = entry(PlaybookEntry::Quadrant(quadrant));
        let hit = Hit::new(HitKind::Quadrant, title, icon, target);
        let detail = content.tagline.get(language).to_owned();
        offer(Hit { detail, coloured: true, ..hit }, &[animal]);
    }
    for (me, them) in Quadrant::ALL.into_iter().flat_map(|me| Quadrant::ALL.map(|them| (me, them)))
    {
        let name = |quadrant| catalog.quadrant(quadrant).name.get(language);
        let (pair, response) = (catalog.pair(me, them), catalog.response(me, them));
        let relation = messages.word("relation", Relation::between(me, them).id());
        // "A-C", "AC", and what is said in it.
        let letters = [format!("{me}-{them}"), format!("{me}{them}")];
        let said = Moment::ALL.map(|moment| response.at(moment).say.get(language));
        let other: Vec<&str> =
            letters.iter().map(String::as_str).chain([relation]).chain(said).collect();
        let args = [
            ("me", me.letter().into()),
            ("my-name", name(me).into()),
            ("them", them.letter().into()),
            ("their-name", name(them).into()),
        ];
        let title = messages.with("playbook-pair", &args);
        let target = entry(PlaybookEntry::Pair(me, them));
        let hit = Hit::new(HitKind::Pair, title, "handshake", target);
        offer(Hit { detail: pair.summary.get(language).to_owned(), ..hit }, &other);
    }
    for phase in Phase::ALL {
        let content = catalog.phase(phase);
        let title = content.name.get(language).to_owned();
        let hit = Hit::new(HitKind::Phase, title, "flag", entry(PlaybookEntry::Phase(phase)));
        offer(Hit { detail: content.purpose.get(language).to_owned(), ..hit }, &[]);
    }
}
