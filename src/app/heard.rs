//! Quick entry: what is typed about something heard, before it becomes an observation.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::drafts::EvidenceDraft;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CounterpartId, EntryId};
use crate::domain::quadrant::Quadrant;
use crate::i18n::parse_date::parse_date;
use crate::store::search::fold;

/// About whom something is noted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Who {
    pub person: Option<CounterpartId>,
    /// The name as typed, or that of the person.
    pub name: String,
    /// Somebody of that name is to be added.
    pub is_new: bool,
    /// Nothing on the page tells that it is this person: to be confirmed before the words.
    pub is_guessed: bool,
}

impl Who {
    pub fn person(id: CounterpartId, name: String) -> Self {
        Self { person: Some(id), name, ..Self::default() }
    }

    /// Whether it is clear who is meant.
    pub fn is_clear(&self) -> bool {
        self.person.is_some() || (self.is_new && !self.name.trim().is_empty())
    }

    /// Leaves open who is meant if the person is not there any more; the name stays.
    pub fn forget_if(&mut self, is_gone: impl Fn(CounterpartId) -> bool) {
        if self.person.is_some_and(is_gone) {
            self.reopen();
        }
    }

    /// Somebody else is being typed.
    pub fn reopen(&mut self) {
        self.person = None;
        self.is_new = false;
        self.is_guessed = false;
    }
}

/// A half-typed quick entry.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HeardDraft {
    pub who: Who,
    pub entry: EvidenceDraft,
}

impl HeardDraft {
    /// Whether something was typed that would be missed.
    pub fn is_begun(&self) -> bool {
        !self.entry.text.trim().is_empty()
    }

    /// What stays for the next words of the same person.
    pub fn next(&self) -> Self {
        let entry = EvidenceDraft {
            text: String::new(),
            supports: Vec::new(),
            against: Vec::new(),
            ..self.entry.clone()
        };
        Self { who: self.who.clone(), entry }
    }
}

/// So many entries are kept when they are set aside.
const MOST_ASIDE: usize = 5;

/// Keeps an entry that is left while half typed, so that it can be brought back.
pub fn set_aside(aside: &mut Vec<HeardDraft>, entry: HeardDraft) {
    if entry.is_begun() {
        aside.retain(|other| *other != entry);
        aside.insert(0, entry);
        aside.truncate(MOST_ASIDE);
    }
}

/// The day that a draft names; today if it names none, `None` if it cannot be read.
pub fn day_of(date: &str, today: Date) -> Option<Date> {
    if date.trim().is_empty() { Some(today) } else { parse_date(date, today) }
}

/// The observation that a draft amounts to; `None` while it has no words or no day.
pub fn observation(draft: &EvidenceDraft, today: Date, id: EntryId) -> Option<Evidence> {
    let text = draft.text.trim();
    if text.is_empty() {
        return None;
    }
    Some(Evidence {
        id: Some(id),
        supports: draft.supports.clone(),
        against: draft.against.clone(),
        kind: draft.kind,
        setting: draft.setting,
        date: day_of(&draft.date, today)?,
        text: text.to_owned(),
        source: draft.source.trim().to_owned(),
        weight: None,
    })
}

/// The letters of the marks, for a message: "B", "A, not C"; empty without any.
pub fn marks_in_letters(draft: &EvidenceDraft, not: &str) -> String {
    let letters = |quadrants: &[Quadrant]| {
        let letters: Vec<&str> = quadrants.iter().map(|one| one.letter()).collect();
        letters.join(", ")
    };
    match (letters(&draft.supports), letters(&draft.against)) {
        (supports, against) if against.is_empty() => supports,
        (supports, against) if supports.is_empty() => format!("{not} {against}"),
        (supports, against) => format!("{supports}, {not} {against}"),
    }
}

/// The words as they are compared: without marks of quotation around and with single spaces.
pub fn bare(text: &str) -> String {
    let quotes = ['"', '“', '”', '„', '「', '」', '‘', '’', '\''];
    let words =
        text.trim().trim_matches(|sign: char| quotes.contains(&sign) || sign.is_whitespace());
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What is noted about somebody: where it stands, by the words as they are compared.
#[derive(Debug, Default)]
pub struct KnownWords(BTreeMap<String, usize>);

impl KnownWords {
    pub fn of(person: &Counterpart) -> Self {
        let mut known = BTreeMap::new();
        for (at, item) in person.evidence.iter().enumerate() {
            known.entry(bare(&item.text)).or_insert(at);
        }
        Self(known)
    }

    /// Whether these words, as they are compared, are noted.
    pub fn contains(&self, bare: &str) -> bool {
        self.0.contains_key(bare)
    }

    /// The observation of this person that has the same words.
    pub fn find<'a>(&self, person: &'a Counterpart, text: &str) -> Option<&'a Evidence> {
        let words = bare(text);
        let at = self.0.get(&words).filter(|_| !words.is_empty())?;
        person.evidence.get(*at)
    }
}

/// Whether a name is nearly what was typed. The search finds long words with a slip of the finger;
/// names may be as short as Li, and a Chinese one has often another sign of the same sound.
pub fn is_nearly(name: &str, typed: &str) -> bool {
    let (name, typed) = (fold(name), fold(typed));
    let names: Vec<&str> = name.split(|sign: char| !sign.is_alphanumeric()).collect();
    let mut typed = typed.split_whitespace().peekable();
    if typed.peek().is_none() {
        return false;
    }
    typed.all(|word| names.iter().any(|own| *own == word || is_one_slip(own, word)))
}

/// Whether one sign too many, too few or wrong, or two that changed places, make the difference.
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    // The first sign is hardly ever the wrong one, and others would make every short name near.
    if same == 0 || one.len().max(other.len()) < 2 || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let (one, other) = (one.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other);
    let tail = tail.count();
    match (one.get(..one.len() - tail), other.get(..other.len() - tail)) {
        (Some([a, b]), Some([c, d])) => a == d && b == c,
        (Some(one), Some(other)) => one.len() <= 1 && other.len() <= 1,
        _ => false,
    }
}

/// The words behind `heard:` or `听到：` at the beginning of what is typed into the palette.
pub fn called_by(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let (rest, needs_colon) = match text.get(..5) {
        Some(word) if word.eq_ignore_ascii_case("heard") => (text.get(5..)?, true),
        _ => (text.strip_prefix("听到")?, false),
    };
    let trimmed = rest.trim_start();
    match trimmed.strip_prefix(':').or_else(|| trimmed.strip_prefix('：')) {
        Some(words) => Some(words.trim()),
        None if !needs_colon && rest.starts_with(char::is_whitespace) => Some(rest.trim()),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::evidence::{EvidenceKind, Setting};

    #[test]
    fn the_palette_hears_both_languages_and_both_colons() {
        for (typed, words) in [
            ("heard: as usual", Some("as usual")),
            (" Heard： as usual ", Some("as usual")),
            ("HEARD:", Some("")),
            ("听到：照旧", Some("照旧")),
            ("听到 照旧", Some("照旧")),
            ("听到:照旧", Some("照旧")),
            ("heard in the meeting", None),
            ("听到", None),
            ("听到什么", None),
            ("hear", None),
            ("", None),
        ] {
            assert_eq!(called_by(typed), words, "{typed:?}");
        }
    }

    #[test]
    fn a_draft_becomes_an_observation_once_it_has_words_and_a_day() {
        let today = date(2026, 6, 16);
        let id = EntryId(Uuid::from_u128(1));
        let mut draft = EvidenceDraft { text: "  ".to_owned(), ..EvidenceDraft::default() };
        assert_eq!(observation(&draft, today, id), None);
        draft.text = " As usual. ".to_owned();
        let plain = observation(&draft, today, id).unwrap();
        assert_eq!((plain.text.as_str(), plain.date), ("As usual.", today));
        assert!(plain.supports.is_empty() && plain.against.is_empty());
        draft.date = "2026-06-01".to_owned();
        draft.supports.push(Quadrant::B);
        assert_eq!(observation(&draft, today, id).unwrap().date, date(2026, 6, 1));
        draft.date = "soonish".to_owned();
        assert_eq!(observation(&draft, today, id), None);
    }

    #[test]
    fn the_next_words_keep_the_person_and_the_occasion() {
        let entry = EvidenceDraft {
            text: "one".to_owned(),
            source: "lunch".to_owned(),
            kind: EvidenceKind::Behaviour,
            setting: Setting::Pressure,
            supports: vec![Quadrant::A],
            ..EvidenceDraft::default()
        };
        let draft = HeardDraft { who: Who { name: "Ana".to_owned(), ..Who::default() }, entry };
        let next = draft.next();
        assert_eq!((next.who, next.entry.source.as_str()), (draft.who.clone(), "lunch"));
        assert_eq!(next.entry.setting, Setting::Pressure);
        assert!(next.entry.text.is_empty() && next.entry.supports.is_empty());
        assert!(draft.is_begun() && !draft.next().is_begun());
    }

    #[test]
    fn the_last_entries_set_aside_are_kept_the_newest_first() {
        let of = |text: &str| HeardDraft {
            entry: EvidenceDraft { text: text.to_owned(), ..EvidenceDraft::default() },
            ..HeardDraft::default()
        };
        let mut aside = Vec::new();
        for text in ["1", "2", "3", "4", "5", "6", " ", "4"] {
            set_aside(&mut aside, of(text));
        }
        let texts: Vec<&str> = aside.iter().map(|one| one.entry.text.as_str()).collect();
        assert_eq!(texts, ["4", "6", "5", "3", "2"]);
    }

    #[test]
    fn the_same_words_are_known_whatever_quotes_stand_around_them() {
        let id = CounterpartId(Uuid::from_u128(1));
        let mut person = Counterpart::new(id, Timestamp::UNIX_EPOCH);
        let draft =
            EvidenceDraft { text: "“As  usual.”".to_owned(), ..EvidenceDraft::default() };
        let entry = EntryId(Uuid::from_u128(2));
        person.evidence.extend(observation(&draft, date(2026, 6, 1), entry));
        let known = KnownWords::of(&person);
        assert!(known.contains("as usual."));
        assert!(known.find(&person, "as usual.").is_some());
        assert!(known.find(&person, "as usual!").is_none());
        assert!(known.find(&person, " ").is_none());
    }

    #[test]
    fn short_and_chinese_names_are_found_with_a_slip() {
        for (name, typed) in [
            ("Lin Yue (林悦)", "lin yeu"),
            ("Lin Yue (林悦)", "林月"),
            ("Lin Yue (林悦)", "Lni"),
            ("Marta Novak", "Marta Nowak"),
            ("Marta Novak", "novk"),
        ] {
            assert!(is_nearly(name, typed), "{name} {typed}");
        }
        for (name, typed) in [
            ("Lin Yue (林悦)", ""),
            ("Lin Yue (林悦)", "Chen"),
            ("Lin Yue (林悦)", "陈悦"),
            ("Lin Yue (林悦)", "Lin Bo"),
            ("Marta Novak", "Mirko Novak"),
        ] {
            assert!(!is_nearly(name, typed), "{name} {typed}");
        }
    }

    #[test]
    fn marks_are_told_in_letters() {
        let mut draft = EvidenceDraft::default();
        assert_eq!(marks_in_letters(&draft, "not"), "");
        draft.against.push(Quadrant::C);
        assert_eq!(marks_in_letters(&draft, "not"), "not C");
        draft.supports.push(Quadrant::B);
        assert_eq!(marks_in_letters(&draft, "not"), "B, not C");
    }
}
