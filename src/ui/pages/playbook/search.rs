//! Search over all texts of the content in the current language.

use crate::app::route::PlaybookEntry;
use crate::content::catalog::Catalog;
use crate::content::responses::Moment;
use crate::content::text::Text;
use crate::domain::compatibility::Relation;
use crate::domain::phase::Phase;
use crate::domain::potato::PotatoKind;
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::QuestionId;
use crate::i18n::Messages;

/// Characters of a snippet before and after the hit.
const BEFORE: usize = 14;
const AFTER: usize = 60;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hit {
    pub entry: PlaybookEntry,
    pub title: String,
    /// The text around the hit.
    pub snippet: String,
}

/// Entries whose title or texts contain the words, titles first.
pub(super) fn search(catalog: &Catalog, messages: &Messages, query: &str) -> Vec<Hit> {
    let query = lower(query);
    let language = messages.language();
    let (mut titles, mut others) = (Vec::new(), Vec::new());
    for (entry, texts) in entries(catalog) {
        let title = super::contents::title(catalog, messages, &entry);
        let in_title = lower(&title).contains(&query);
        let found = texts.iter().find_map(|text| snippet(text.get(language), &query));
        let first = texts.first().map(|text| text.get(language).to_owned());
        if in_title {
            let snippet = found.or(first).unwrap_or_default();
            titles.push(Hit { entry, title, snippet });
        } else if let Some(snippet) = found {
            others.push(Hit { entry, title, snippet });
        }
    }
    titles.append(&mut others);
    titles
}

/// One character for each character, so that positions stay the same.
fn lower(text: &str) -> String {
    text.chars().map(|sign| sign.to_lowercase().next().unwrap_or(sign)).collect()
}

/// The text around the first hit, on one line.
fn snippet(text: &str, query: &str) -> Option<String> {
    let lowered = lower(text);
    let at = lowered.find(query)?;
    let start = lowered.get(..at)?.chars().count();
    let from = start.saturating_sub(BEFORE);
    let length = start - from + query.chars().count() + AFTER;
    let part: String = text.chars().skip(from).take(length).collect();
    let head = if from > 0 { "…" } else { "" };
    let tail = if text.chars().count() > from + length { "…" } else { "" };
    Some(format!("{head}{}{tail}", part.replace('\n', " ")))
}

/// Every entry with all its texts.
fn entries(catalog: &Catalog) -> Vec<(PlaybookEntry, Vec<&Text>)> {
    let mut entries = Vec::new();
    for quadrant in Quadrant::ALL {
        entries.push((PlaybookEntry::Quadrant(quadrant), quadrant_texts(catalog, quadrant)));
    }
    entries.push((PlaybookEntry::Relations, relation_texts(catalog)));
    for (me, them) in Quadrant::ALL.into_iter().flat_map(|me| Quadrant::ALL.map(|them| (me, them)))
    {
        entries.push((PlaybookEntry::Pair(me, them), pair_texts(catalog, me, them)));
    }
    let walk = QuestionId::ALL.into_iter().flat_map(|id| {
        let item = catalog.question(id);
        [
            &item.question,
            &item.short,
            &item.satisfied_by,
            &item.example,
            &item.not_enough,
            &item.suggestion,
        ]
    });
    entries.push((PlaybookEntry::Walk, walk.collect()));
    entries.push((PlaybookEntry::Potatoes, potato_texts(catalog)));
    for phase in Phase::ALL {
        let item = catalog.phase(phase);
        let mut texts = vec![&item.purpose, &item.leave_when];
        texts.extend(item.checklist.iter().map(|line| &line.text));
        texts.extend(&item.mistakes);
        entries.push((PlaybookEntry::Phase(phase), texts));
    }
    for item in catalog.tactics() {
        let mut texts = vec![&item.summary, &item.source_name];
        texts.extend(&item.their_words);
        texts.extend(&item.recognise);
        texts.extend([&item.why, &item.risk, &item.counter_line]);
        texts.extend(item.use_fairly.iter().chain(&item.counter));
        texts.extend(item.say.iter().map(|(_, line)| line));
        entries.push((PlaybookEntry::Tactic(item.id.clone()), texts));
    }
    entries
}

fn quadrant_texts(catalog: &Catalog, quadrant: Quadrant) -> Vec<&Text> {
    let item = catalog.quadrant(quadrant);
    let mut texts = vec![&item.tagline, &item.thinks, &item.fair_view, &item.wants, &item.decides];
    texts.extend([&item.open, &item.argue, &item.concede, &item.close, &item.under_pressure]);
    let moments = catalog.moments(quadrant);
    texts.extend([&moments.objection, &moments.follow_up]);
    texts.extend(&moments.notice);
    for list in
        [&item.talk, &item.misjudged, &item.irritates, &item.do_, &item.avoid, &item.sentences]
    {
        texts.extend(list);
    }
    let being = &item.being;
    texts.extend([
        &being.wants,
        &being.decides,
        &being.open,
        &being.argue,
        &being.concede,
        &being.close,
    ]);
    texts.push(&being.under_pressure);
    for list in [
        &being.strengths,
        &being.blind_spots,
        &being.irritates,
        &being.do_,
        &being.avoid,
        &being.sentences,
    ] {
        texts.extend(list);
    }
    texts
}

fn relation_texts(catalog: &Catalog) -> Vec<&Text> {
    let mut texts = Vec::new();
    for relation in Relation::ALL {
        let item = catalog.relation(relation);
        texts.extend([&item.name, &item.gains, &item.risks, &item.advice]);
    }
    texts
}

fn pair_texts(catalog: &Catalog, me: Quadrant, them: Quadrant) -> Vec<&Text> {
    let response = catalog.response(me, them);
    let mut texts = vec![&catalog.pair(me, them).summary];
    texts.extend(response.do_.iter().chain(&response.avoid));
    for phase in Phase::ALL {
        let rewording = catalog.rewording(me, them, phase);
        texts.extend([&rewording.tend, &rewording.instead]);
    }
    for moment in Moment::ALL {
        let advice = response.at(moment);
        texts.extend([&advice.how, &advice.say]);
    }
    texts
}

fn potato_texts(catalog: &Catalog) -> Vec<&Text> {
    let mut texts = Vec::new();
    for kind in PotatoKind::ALL {
        let item = catalog.potato(kind);
        texts.extend([&item.name, &item.whose, &item.if_unknown]);
        texts.extend(item.sounds_like.iter().chain(&item.if_real).chain(&item.if_bluff));
        texts.extend(item.tests.iter().flat_map(|test| [&test.ask, &test.listen_for]));
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn a_snippet_shows_the_hit_with_its_surroundings() {
        assert_eq!(snippet("We have No budget", "no b").as_deref(), Some("We have No budget"));
        let long = format!("{}needle{}", "x".repeat(40), "y".repeat(90));
        let shown = snippet(&long, "needle").unwrap();
        assert!(shown.starts_with("…xxx") && shown.ends_with('…') && shown.contains("needle"));
        assert_eq!(snippet("İstanbul needle", "needle").as_deref(), Some("İstanbul needle"));
        assert_eq!(snippet("abc", "needle"), None);
    }

    #[test]
    fn one_chinese_character_finds_entries() {
        let catalog = Catalog::bundled().unwrap();
        let messages = Messages::new(Language::Chinese);
        let hits = search(&catalog, &messages, "价");
        assert!(hits.len() > 3);
        assert!(hits.iter().all(|hit| !hit.snippet.is_empty()));
    }
}
