//! Search over everything that has a name: people, negotiations, cards, phases, commands.

use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::route::{NegotiationTab, PlaybookEntry, Route};
use crate::app::state::AppState;
use crate::domain::counterpart::Counterpart;
use crate::domain::phase::Phase;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::domain::session::Session;
use crate::ui::theme::icons;

/// More hits than this are counted and not listed.
pub(super) const MOST_SHOWN: usize = 50;

/// With nothing typed, this many people and as many negotiations are offered, the latest first.
const LATEST: usize = 4;

/// What a hit is; the order is the order among equally good hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HitKind {
    Counterpart,
    Negotiation,
    Command,
    Tactic,
    Quadrant,
    Phase,
}

impl HitKind {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Counterpart => "counterpart",
            Self::Negotiation => "negotiation",
            Self::Command => "command",
            Self::Tactic => "tactic",
            Self::Quadrant => "quadrant",
            Self::Phase => "phase",
        }
    }
}

/// Where a hit leads.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Target {
    Route(Route),
    Command(UiCommand),
}

impl Target {
    pub fn action(&self) -> Action {
        match self {
            Self::Route(route) => Action::Go(route.clone()),
            Self::Command(command) => Action::Command(*command),
        }
    }
}

#[derive(Debug)]
pub(super) struct Hit {
    pub kind: HitKind,
    pub title: String,
    pub detail: String,
    pub icon: &'static str,
    /// The picture has colours of its own.
    pub coloured: bool,
    pub target: Target,
}

/// How well a hit fits; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The title begins with it.
    Prefix,
    /// A word of the title begins with it.
    Word,
    /// It stands somewhere in the title.
    Inside,
    /// It stands in what is shown beside the title, or in other names.
    Beside,
}

/// The best hits and how many there are in all.
pub(super) fn search(state: &AppState, query: &str) -> (Vec<Hit>, usize) {
    let query = query.trim().to_lowercase();
    let terms: Vec<&str> = query.split_whitespace().collect();
    let mut found: Vec<(Fit, Hit)> = Vec::new();
    let mut offer = |hit: Hit, other: &str| {
        if let Some(fit) = fit(&query, &terms, &hit.title, &hit.detail, other) {
            found.push((fit, hit));
        }
    };
    if terms.is_empty() {
        latest(state, &mut offer);
        commands(state, &mut offer);
    } else {
        people(state, &mut offer);
        negotiations(state, &mut offer);
        commands(state, &mut offer);
        playbook(state, &mut offer);
        found.sort_by(|(one, first), (other, second)| {
            one.cmp(other).then(first.kind.cmp(&second.kind))
        });
    }
    let count = found.len();
    found.truncate(MOST_SHOWN);
    (found.into_iter().map(|(_, hit)| hit).collect(), count)
}

/// How well the text fits; `None` unless every term is found.
fn fit(query: &str, terms: &[&str], title: &str, detail: &str, other: &str) -> Option<Fit> {
    if terms.is_empty() {
        return Some(Fit::Prefix);
    }
    let title = title.to_lowercase();
    if title.starts_with(query) {
        return Some(Fit::Prefix);
    }
    let mut worst = Fit::Word;
    let mut beside = None;
    for term in terms {
        let fit = if starts_a_word(&title, term) {
            Fit::Word
        } else if title.contains(term) {
            Fit::Inside
        } else {
            let beside: &String =
                beside.get_or_insert_with(|| format!("{detail}\n{other}").to_lowercase());
            if !beside.contains(term) {
                return None;
            }
            Fit::Beside
        };
        worst = worst.max(fit);
    }
    Some(worst)
}

fn starts_a_word(text: &str, term: &str) -> bool {
    text.match_indices(term).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|sign| !sign.is_alphanumeric())
    })
}

fn person_hit(state: &AppState, person: &Counterpart) -> Option<Hit> {
    let library = state.library.as_ref()?;
    let name = state.messages.name_of(person);
    let detail: Vec<&str> = [person.title.trim(), person.organisation.trim()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    let reading = library.work.reading(person.id).map(|reading| &reading.normal);
    let quadrant = reading
        .filter(|reading| reading.certainty != Certainty::Unknown)
        .and_then(|reading| reading.leading);
    let animals = library.work.library().animals;
    Some(Hit {
        kind: HitKind::Counterpart,
        title: if name.is_empty() { state.messages.text("nameless").to_owned() } else { name },
        detail: detail.join(" · "),
        icon: quadrant.map_or("user", |quadrant| icons::animal_name(quadrant, animals)),
        coloured: quadrant.is_some(),
        target: Target::Route(Route::counterpart(person.id)),
    })
}

fn negotiation_hit(state: &AppState, session: &Session) -> Option<Hit> {
    let library = state.library.as_ref()?;
    let title = state.messages.title_of(session, library.work.people_of(session));
    let names: Vec<String> =
        library.work.people_of(session).map(|person| state.messages.name_of(person)).collect();
    Some(Hit {
        kind: HitKind::Negotiation,
        title,
        detail: names.join(" · "),
        icon: "negotiations",
        coloured: false,
        target: Target::Route(Route::Negotiation {
            session: session.id,
            tab: NegotiationTab::Plan,
        }),
    })
}

fn latest(state: &AppState, offer: &mut impl FnMut(Hit, &str)) {
    let Some(library) = &state.library else { return };
    let mut sessions: Vec<_> = library.work.sessions().collect();
    sessions.sort_by_key(|session| std::cmp::Reverse(session.updated));
    for hit in
        sessions.into_iter().take(LATEST).filter_map(|session| negotiation_hit(state, session))
    {
        offer(hit, "");
    }
    let mut people: Vec<_> = library.work.counterparts().collect();
    people.sort_by_key(|person| std::cmp::Reverse(person.updated));
    for hit in people.into_iter().take(LATEST).filter_map(|person| person_hit(state, person)) {
        offer(hit, "");
    }
}

fn people(state: &AppState, offer: &mut impl FnMut(Hit, &str)) {
    let Some(library) = &state.library else { return };
    for person in library.work.counterparts() {
        if let Some(hit) = person_hit(state, person) {
            // In Chinese the Latin name is not shown, but it is still a name to look for.
            offer(hit, &format!("{}\n{}", person.latin_name, person.notes));
        }
    }
}

fn negotiations(state: &AppState, offer: &mut impl FnMut(Hit, &str)) {
    let Some(library) = &state.library else { return };
    for session in library.work.sessions() {
        if let Some(hit) = negotiation_hit(state, session) {
            let latin: Vec<&str> =
                library.work.people_of(session).map(|person| person.latin_name.as_str()).collect();
            offer(hit, &format!("{}\n{}", latin.join("\n"), session.plan.goal));
        }
    }
}

fn commands(state: &AppState, offer: &mut impl FnMut(Hit, &str)) {
    for command in UiCommand::ALL {
        if command == UiCommand::Search || !state.is_enabled(command) {
            continue;
        }
        let hit = Hit {
            kind: HitKind::Command,
            title: state.messages.text(command.message()).to_owned(),
            detail: tip(state, command),
            icon: command.icon(),
            coloured: false,
            target: Target::Command(command),
        };
        offer(hit, "");
    }
}

/// The tooltip of a command.
pub(super) fn tip(state: &AppState, command: UiCommand) -> String {
    let key = format!("{}-tip", command.message());
    state.messages.text(&key).to_owned()
}

fn playbook(state: &AppState, offer: &mut impl FnMut(Hit, &str)) {
    let language = state.language();
    let (catalog, messages) = (&state.catalog, &state.messages);
    let entry = |entry| Target::Route(Route::Playbook { entry });
    for tactic in catalog.tactics() {
        let heard: Vec<&str> = tactic.their_words.iter().map(|text| text.get(language)).collect();
        let other = [
            &tactic.name.en,
            &tactic.name.zh,
            &tactic.source_name.en,
            &tactic.source_name.zh,
            &tactic.id,
        ]
        .map(String::as_str)
        .into_iter()
        .chain(heard)
        .collect::<Vec<_>>()
        .join("\n");
        let hit = Hit {
            kind: HitKind::Tactic,
            title: tactic.name.get(language).to_owned(),
            detail: tactic.summary.get(language).to_owned(),
            icon: "playbook",
            coloured: false,
            target: entry(PlaybookEntry::Tactic(tactic.id.clone())),
        };
        offer(hit, &other);
    }
    let animals = state
        .library
        .as_ref()
        .map_or_else(Default::default, |library| library.work.library().animals);
    for quadrant in Quadrant::ALL {
        let content = catalog.quadrant(quadrant);
        let animal = messages.word("animal", quadrant.animal(animals).id());
        let hit = Hit {
            kind: HitKind::Quadrant,
            title: format!("{quadrant} {}", content.name.get(language)),
            detail: content.tagline.get(language).to_owned(),
            icon: icons::animal_name(quadrant, animals),
            coloured: true,
            target: entry(PlaybookEntry::Quadrant(quadrant)),
        };
        offer(hit, animal);
    }
    for phase in Phase::ALL {
        let content = catalog.phase(phase);
        let hit = Hit {
            kind: HitKind::Phase,
            title: content.name.get(language).to_owned(),
            detail: content.purpose.get(language).to_owned(),
            icon: "flag",
            coloured: false,
            target: entry(PlaybookEntry::Phase(phase)),
        };
        offer(hit, "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit_of(query: &str, title: &str, detail: &str) -> Option<Fit> {
        let terms: Vec<&str> = query.split_whitespace().collect();
        fit(query, &terms, title, detail, "")
    }

    #[test]
    fn a_prefix_beats_a_word_beats_a_substring() {
        assert_eq!(fit_of("lin", "Lin Yue (林悦)", ""), Some(Fit::Prefix));
        assert_eq!(fit_of("yue", "Lin Yue (林悦)", ""), Some(Fit::Word));
        assert_eq!(fit_of("ue", "Lin Yue (林悦)", ""), Some(Fit::Inside));
        assert_eq!(fit_of("buyer", "Lin Yue (林悦)", "Buyer"), Some(Fit::Beside));
        assert_eq!(fit_of("bo", "Lin Yue (林悦)", "Buyer"), None);
        assert!(Fit::Prefix < Fit::Word && Fit::Word < Fit::Inside && Fit::Inside < Fit::Beside);
    }

    #[test]
    fn one_chinese_character_is_enough_and_all_terms_must_be_there() {
        assert_eq!(fit_of("林", "Lin Yue (林悦)", ""), Some(Fit::Word));
        assert_eq!(fit_of("悦", "Lin Yue (林悦)", ""), Some(Fit::Inside));
        assert_eq!(fit_of("悦 采购", "林悦", "采购总监"), Some(Fit::Beside));
        assert_eq!(fit_of("悦 财务", "林悦", "采购总监"), None);
    }
}
