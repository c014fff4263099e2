//! What the palette lists: records from the search, and everything else that has a name.

mod named;
mod offers;
mod records;

use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::finder::{Finder, Fit, Part, RecordHit, Results};
use crate::app::route::Route;
use crate::app::state::{AppState, OpenLibrary};
use crate::store::record::RecordKey;
use crate::store::search::{Passage, Query};

pub(super) use self::named::tip;
pub(super) use self::records::record_hit;

/// More hits than this are listed only when the user asks for them.
const FIRST: usize = 50;

/// With nothing typed, so many records are offered, the latest first.
const LATEST: usize = 8;

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HitKind {
    Counterpart,
    Negotiation,
    Command,
    Tactic,
    Quadrant,
    Phase,
    Pair,
    Tag,
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
            Self::Pair => "pair",
            Self::Tag => "tag",
        }
    }
}

/// What choosing a line does.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Target {
    Route(Route),
    Command(UiCommand),
    /// Searches for this instead.
    Search(String),
    NewCounterpart(String),
    /// Notes these words.
    Hear(String),
    More,
}

#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub kind: HitKind,
    pub title: String,
    /// What tells it from others of the same name.
    pub detail: String,
    /// Where else the words stand.
    pub passage: Option<Passage>,
    /// A passage is on its way or there; the detail then stands beside the title.
    pub in_text: bool,
    pub archived: bool,
    pub icon: &'static str,
    /// The picture has colours of its own.
    pub coloured: bool,
    pub target: Target,
}

impl Hit {
    fn new(kind: HitKind, title: String, icon: &'static str, target: Target) -> Self {
        Self {
            kind,
            title,
            detail: String::new(),
            passage: None,
            in_text: false,
            archived: false,
            icon,
            coloured: false,
            target,
        }
    }
}

/// One line of the list.
#[derive(Debug, Clone)]
pub(super) enum Line {
    /// A heading by its message.
    Heading(&'static str),
    Recent(String),
    Record(RecordHit),
    Other(Box<Hit>),
    /// The name for a new counterpart.
    NewCounterpart(String),
    /// So many more hits can be listed.
    More(usize),
}

impl Line {
    pub fn can_be_chosen(&self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

/// Everything that the palette lists.
#[derive(Debug)]
pub(super) struct Listing {
    pub lines: Vec<Line>,
    /// What was searched for, for the marks in titles.
    pub query: Query,
    /// How many hits each part has.
    pub counts: Counts,
    /// How many hits the chosen part has, listed or not.
    pub total: usize,
    /// How many of them are listed.
    pub listed: usize,
    /// Nothing fits what was typed but what is only similar.
    pub is_nothing: bool,
    /// What was searched for.
    pub text: String,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub people: usize,
    pub negotiations: usize,
    pub playbook: usize,
    pub commands: usize,
}

impl Counts {
    pub fn of(self, part: Part) -> usize {
        match part {
            Part::All => self.people + self.negotiations + self.playbook + self.commands,
            Part::People => self.people,
            Part::Negotiations => self.negotiations,
            Part::Playbook => self.playbook,
            Part::Commands => self.commands,
        }
    }
}

/// The list for what is typed; for what was typed before, while that is being searched for.
pub(super) fn listing(state: &AppState, finder: &mut Finder, library: &OpenLibrary) -> Listing {
    let part = finder.choice.part();
    let wanted = finder.choice.wanted().to_owned();
    let text = match finder.results() {
        Some(results) if part.has_records() => results.question.text.clone(),
        _ => wanted.clone(),
    };
    let query = Query::parse(&text, part.scope());
    let named = named::find(state, &query);
    let tags = offers::tags(state, finder, library, &text);
    let results = finder.results();
    let counts = Counts {
        people: results.map_or(0, Results::people),
        negotiations: results.map_or(0, Results::negotiations),
        playbook: named.playbook.len(),
        commands: named.commands.len(),
    };
    let mut listing =
        Listing { lines: Vec::new(), query, counts, total: 0, listed: 0, is_nothing: false, text };
    let mut others = Vec::new();
    if part.has_commands() {
        others.extend(named.commands);
    }
    if part.has_playbook() && (part == Part::Playbook || !listing.text.is_empty()) {
        others.extend(named.playbook);
    }
    others.sort_by_key(|(fit, hit)| (*fit, hit.kind));
    // Those of another part may still be there while this one is being searched.
    let hits = results.map_or(&[][..], |results| results.hits.as_slice());
    let is_of_part = |hit: &&RecordHit| match hit.key {
        RecordKey::Library => false,
        RecordKey::Counterpart(_) => matches!(part, Part::All | Part::People),
        RecordKey::Session(_) => matches!(part, Part::All | Part::Negotiations),
    };
    let records: Vec<RecordHit> = hits.iter().filter(is_of_part).copied().collect();
    if listing.text.is_empty() {
        listing.start(state, part, &records, others);
    } else {
        listing.found(state, part, finder.choice.expanded, &records, others, tags);
    }
    // By what is typed and not by what has been searched: nothing has to be found for it.
    if let Some(hit) = offers::hear(state, &wanted) {
        listing.lines.retain(|line| !matches!(line, Line::NewCounterpart(_)));
        listing.lines.insert(0, Line::Other(Box::new(hit)));
        listing.is_nothing = false;
        listing.listed += 1;
        listing.total += 1;
    }
    listing
}

impl Listing {
    /// Nothing is typed: what the user may want next.
    fn start(
        &mut self,
        state: &AppState,
        part: Part,
        records: &[RecordHit],
        others: Vec<(Fit, Hit)>,
    ) {
        if part == Part::All {
            let recent: Vec<Line> = state
                .preferences
                .drafts
                .recent_searches
                .iter()
                .map(|text| Line::Recent(text.to_owned()))
                .collect();
            self.section("search-recent", recent);
        }
        let most = if part == Part::All { LATEST } else { usize::MAX };
        let latest = records.iter().take(most).map(|hit| Line::Record(*hit)).collect();
        self.section("search-latest", latest);
        let heading = if part == Part::Playbook { "search-playbook" } else { "search-commands" };
        let others = others.into_iter().map(|(_, hit)| Line::Other(Box::new(hit))).collect();
        self.section(heading, others);
        self.listed = self.lines.iter().filter(|line| line.can_be_chosen()).count();
        self.total = self.counts.of(part);
    }

    fn section(&mut self, heading: &'static str, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.lines.push(Line::Heading(heading));
            self.lines.extend(lines);
        }
    }

    fn found(
        &mut self,
        state: &AppState,
        part: Part,
        expanded: bool,
        records: &[RecordHit],
        others: Vec<(Fit, Hit)>,
        tags: Vec<Hit>,
    ) {
        self.total = self.counts.of(part);
        let (similar, exact): (Vec<RecordHit>, Vec<RecordHit>) =
            records.iter().copied().partition(|hit| hit.approximate);
        let mut merged = merge(exact, others);
        let room = if expanded { usize::MAX } else { FIRST };
        let hidden = merged.len().saturating_sub(room);
        merged.truncate(room);
        self.listed = merged.len();
        self.is_nothing = merged.is_empty() && tags.is_empty();
        let tags = tags.into_iter().map(|hit| Line::Other(Box::new(hit))).collect();
        self.section("search-tags", tags);
        self.lines.extend(merged);
        if hidden > 0 {
            self.lines.push(Line::More(hidden));
        }
        let similar = similar.into_iter().map(Line::Record).collect();
        self.section("search-similar", similar);
        let is_for_people = matches!(part, Part::All | Part::People);
        if self.is_nothing && is_for_people && offers::can_add(state, &self.query) {
            self.lines.push(Line::NewCounterpart(self.text.clone()));
        }
    }

    /// The number of the line that is chosen when `selected` lines before it can be.
    pub fn line_at(&self, selected: usize) -> Option<usize> {
        let lines = self.lines.iter().enumerate();
        lines.filter(|(_, line)| line.can_be_chosen()).map(|(at, _)| at).nth(selected)
    }
}

/// Puts the others, sorted, between the records, which stay in their order; of what fits equally
/// well the records come first.
fn merge(records: Vec<RecordHit>, others: Vec<(Fit, Hit)>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(records.len() + others.len());
    let mut others = others.into_iter().peekable();
    for record in records {
        while let Some((_, hit)) = others.next_if(|(fit, _)| *fit < record.fit) {
            lines.push(Line::Other(Box::new(hit)));
        }
        lines.push(Line::Record(record));
    }
    lines.extend(others.map(|(_, hit)| Line::Other(Box::new(hit))));
    lines
}

/// What a line leads to. A record whose place in the text is still looked up leads to its first
/// page.
pub(super) fn target_of(finder: &Finder, line: &Line) -> Option<Target> {
    match line {
        Line::Heading(_) => None,
        Line::Recent(text) => Some(Target::Search(text.clone())),
        Line::Record(hit) => records::route(finder, hit).map(Target::Route),
        Line::Other(hit) => Some(hit.target.clone()),
        Line::NewCounterpart(name) => Some(Target::NewCounterpart(name.clone())),
        Line::More(_) => Some(Target::More),
    }
}

/// The record of the line if it leads to a better page in a moment.
pub(super) fn being_located(finder: &Finder, line: &Line) -> Option<RecordKey> {
    match line {
        Line::Record(hit) if needs_place(hit) && !finder.is_located(hit.key) => Some(hit.key),
        _ => None,
    }
}

/// Whether the words stand in the text of the record, so that the place is worth showing.
pub(super) fn needs_place(hit: &RecordHit) -> bool {
    hit.fit == Fit::Text && !hit.approximate
}

/// The records of these lines whose place in the text is to be shown.
pub(super) fn to_locate(lines: &[Line]) -> Vec<RecordKey> {
    let records = lines.iter().filter_map(|line| match line {
        Line::Record(hit) if needs_place(hit) => Some(hit.key),
        _ => None,
    });
    records.collect()
}

/// What is done when the target is chosen; the search is remembered if it led to a page.
pub(super) fn actions(state: &AppState, target: &Target, text: &str) -> Vec<Action> {
    // Closed first: a command may open another window.
    let mut actions = vec![Action::CloseModal];
    match target {
        Target::Route(route) => {
            actions.push(Action::RememberSearch(text.to_owned()));
            actions.push(Action::Go(route.clone()));
        }
        Target::Command(command) => actions.push(Action::Command(*command)),
        Target::NewCounterpart(name) => actions.extend(offers::add(state, name)),
        Target::Hear(words) => actions.push(Action::Hear(Some(words.clone()))),
        Target::Search(_) | Target::More => return Vec::new(),
    }
    actions
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::SessionId;
    use crate::i18n::{Language, Messages};
    use crate::store::search::FIELDS;

    #[test]
    fn every_field_that_is_searched_has_a_name() {
        for language in Language::ALL {
            let messages = Messages::new(language);
            for field in FIELDS {
                assert!(messages.has(&format!("search-field-{field}")), "{language:?}: {field}");
            }
        }
    }

    #[test]
    fn commands_stand_between_records_by_how_well_they_fit() {
        let record = |number, fit| RecordHit {
            key: RecordKey::Session(SessionId(Uuid::from_u128(number))),
            fit,
            approximate: false,
        };
        let other = |fit, name: &str| {
            let target = Target::Command(UiCommand::Help);
            (fit, Hit::new(HitKind::Command, name.to_owned(), "info", target))
        };
        // The engine has put a worse fit before a better one: its order stays.
        let records = vec![record(1, Fit::Word), record(2, Fit::Text), record(3, Fit::Beside)];
        let others = vec![other(Fit::Prefix, "a"), other(Fit::Word, "b"), other(Fit::Beside, "c")];
        let lines: Vec<String> = merge(records, others)
            .iter()
            .map(|line| match line {
                Line::Record(hit) => format!("{:?}", hit.fit),
                Line::Other(hit) => hit.title.clone(),
                line => format!("{line:?}"),
            })
            .collect();
        assert_eq!(lines, ["a", "Word", "b", "c", "Text", "Beside"]);
    }
}
