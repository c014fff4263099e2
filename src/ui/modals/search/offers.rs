//! What the palette offers besides hits: tags to choose from, a counterpart who is not there yet.

use super::{Hit, HitKind, Target};
use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::edit::Edit;
use crate::app::finder::Finder;
use crate::app::heard::called_by;
use crate::app::route::Route;
use crate::app::state::{AppState, OpenLibrary};
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::CounterpartId;
use crate::store::search::{Query, fold};

/// At most so many tags are offered.
const MOST_TAGS: usize = 6;

/// What stands before a tag, folded.
const TAG_PREFIXES: [&str; 2] = ["tag:", "标签:"];

/// The tags that begin as what is typed behind `tag:` at the end of the text.
pub(super) fn tags(
    state: &AppState,
    finder: &mut Finder,
    library: &OpenLibrary,
    text: &str,
) -> Vec<Hit> {
    let Some((before, begun)) = begun_tag(text) else { return Vec::new() };
    let tags = finder.tags(library, &state.wake());
    let begun = fold(begun);
    if tags.iter().any(|tag| fold(tag) == begun) {
        return Vec::new();
    }
    let fitting = tags.iter().filter(|tag| fold(tag).contains(&begun)).take(MOST_TAGS);
    let hits = fitting.map(|tag| {
        let quoted =
            if tag.contains(char::is_whitespace) { format!("\"{tag}\"") } else { tag.clone() };
        let target = Target::Search(format!("{before}tag:{quoted} "));
        Hit::new(HitKind::Tag, tag.clone(), "filter", target)
    });
    hits.collect()
}

/// The text before a tag that stands at the end, and what there is of the tag.
fn begun_tag(text: &str) -> Option<(&str, &str)> {
    let start = text.rfind(char::is_whitespace).map_or(0, |at| {
        at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    });
    let (before, word) = text.split_at_checked(start)?;
    // The colon may be a Chinese one, so the length is counted in signs.
    let prefix = TAG_PREFIXES.iter().find(|prefix| fold(word).starts_with(**prefix))?;
    let (end, colon) = word.char_indices().nth(prefix.chars().count() - 1)?;
    Some((before, word.get(end + colon.len_utf8()..)?.trim_start_matches(['"', '“'])))
}

/// Noting what was heard, when `heard:` is typed.
pub(super) fn hear(state: &AppState, text: &str) -> Option<Hit> {
    let words = called_by(text).filter(|_| state.is_enabled(UiCommand::Heard))?;
    let messages = &state.messages;
    let title = if words.is_empty() {
        messages.text("heard-from-palette-empty").to_owned()
    } else {
        messages.with("heard-from-palette", &[("words", words.into())])
    };
    let detail = messages.text("heard-from-palette-tip").to_owned();
    let target = Target::Hear(words.to_owned());
    let hit = Hit::new(HitKind::Command, title, UiCommand::Heard.icon(), target);
    Some(Hit { detail, ..hit })
}

/// Whether a counterpart could be called what is typed.
pub(super) fn can_add(state: &AppState, query: &Query) -> bool {
    state.is_enabled(UiCommand::NewCounterpart)
        && query.tags().is_empty()
        && !query.terms().is_empty()
}

/// Adds a counterpart of this name and shows the page.
pub(super) fn add(state: &AppState, name: &str) -> Vec<Action> {
    let mut person = Counterpart::new(CounterpartId(state.clock.new_id()), state.clock.now());
    person.name = name.trim().to_owned();
    let id = person.id;
    vec![Action::Edit(Edit::AddCounterpart(Box::new(person))), Action::Go(Route::counterpart(id))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_that_is_being_typed_is_seen_at_the_end() {
        assert_eq!(begun_tag("price tag:vi"), Some(("price ", "vi")));
        assert_eq!(begun_tag("TAG："), Some(("", "")));
        assert_eq!(begun_tag("价格 标签：重"), Some(("价格 ", "重")));
        assert_eq!(begun_tag("tag:\"key ac"), None);
        assert_eq!(begun_tag("tag:\"key"), Some(("", "key")));
        assert_eq!(begun_tag("tag:vip price"), None);
        assert_eq!(begun_tag(""), None);
    }
}
