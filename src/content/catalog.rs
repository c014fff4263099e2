//! Loads the content files and refuses what is incomplete.
//!
//! After loading, every lookup by an enum succeeds: a missing, doubled or blank entry is an error
//! of the file that should have it.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::phases::PhaseContent;
use super::potatoes::PotatoContent;
use super::quadrants::{QuadrantContent, SelfItem};
use super::relations::{PairContent, RelationContent};
use super::tactics::TacticContent;
use super::walk::QuestionContent;
use crate::domain::compatibility::Relation;
use crate::domain::evidence::EvidenceWeights;
use crate::domain::phase::Phase;
use crate::domain::potato::PotatoKind;
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::QuestionId;

const QUADRANTS: &str = "assets/content/quadrants.ron";
const SELF_ITEMS: &str = "assets/content/self-items.ron";
const RELATIONS: &str = "assets/content/relations.ron";
const PAIRS: &str = "assets/content/pairs.ron";
const WALK: &str = "assets/content/walk.ron";
const PHASES: &str = "assets/content/phases.ron";
const POTATOES: &str = "assets/content/potatoes.ron";
const TACTICS: &str = "assets/content/tactics.ron";
const WEIGHTS: &str = "assets/content/weights.ron";

/// The deck may grow, but not shrink below this.
const FEWEST_TACTICS: usize = 10;
/// The cards that pages of their own refer to.
const NEEDED_TACTICS: [&str; 2] = ["focus-on-issue", "hot-potato"];

/// The text of each content file.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    pub quadrants: &'a str,
    pub self_items: &'a str,
    pub relations: &'a str,
    pub pairs: &'a str,
    pub walk: &'a str,
    pub phases: &'a str,
    pub potatoes: &'a str,
    pub tactics: &'a str,
    pub weights: &'a str,
}

impl Sources<'static> {
    /// The files that come with the app.
    pub const BUNDLED: Self = Self {
        quadrants: include_str!("../../assets/content/quadrants.ron"),
        self_items: include_str!("../../assets/content/self-items.ron"),
        relations: include_str!("../../assets/content/relations.ron"),
        pairs: include_str!("../../assets/content/pairs.ron"),
        walk: include_str!("../../assets/content/walk.ron"),
        phases: include_str!("../../assets/content/phases.ron"),
        potatoes: include_str!("../../assets/content/potatoes.ron"),
        tactics: include_str!("../../assets/content/tactics.ron"),
        weights: include_str!("../../assets/content/weights.ron"),
    };
}

/// What is wrong with a content file, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// Not RON, or not the fields that are expected.
    #[error("{file}:{line}:{column}: {path}: {message}; correct this entry")]
    Malformed { file: &'static str, line: usize, column: usize, path: String, message: String },
    /// A text is blank, padded, or not in its language; or a list is empty.
    #[error("{file}:{line}:{column}: {path}: {message}")]
    Text { file: &'static str, line: usize, column: usize, path: String, message: String },
    #[error("{file}: there is no entry with the id \"{id}\"; add one")]
    Missing { file: &'static str, id: String },
    #[error("{file}: the id \"{id}\" stands more than once; keep one entry")]
    Duplicate { file: &'static str, id: String },
    #[error("{file}: the id \"{id}\" is not known or not kebab-case; correct it")]
    WrongId { file: &'static str, id: String },
    #[error("{file}: \"{id}\" names the related card \"{related}\"; name another existing card")]
    WrongRelated { file: &'static str, id: String, related: String },
    #[error("{file}: there are {count} cards; write at least {needed}")]
    TooFew { file: &'static str, count: usize, needed: usize },
    #[error("{file}: {field} is {value}; write a number above 0")]
    WrongWeight { file: &'static str, field: &'static str, value: String },
}

/// All content, complete and checked.
///
/// Each list that is looked up by an enum holds exactly one entry for every value, in the order of
/// the values.
#[derive(Debug, Clone)]
pub struct Catalog {
    quadrants: Vec<QuadrantContent>,
    self_items: Vec<SelfItem>,
    relations: Vec<RelationContent>,
    pairs: Vec<PairContent>,
    questions: Vec<QuestionContent>,
    phases: Vec<PhaseContent>,
    potatoes: Vec<PotatoContent>,
    tactics: Vec<TacticContent>,
    weights: EvidenceWeights,
}

#[expect(clippy::indexing_slicing, reason = "the loader refuses content with a missing entry")]
impl Catalog {
    /// The content that comes with the app.
    pub fn bundled() -> Result<Self, ContentError> {
        Self::parse(&Sources::BUNDLED)
    }

    /// Reads and checks all files; the first problem is the error.
    pub fn parse(sources: &Sources<'_>) -> Result<Self, ContentError> {
        let quadrants = complete(
            QUADRANTS,
            read(QUADRANTS, sources.quadrants)?,
            &Quadrant::ALL.map(|quadrant| quadrant.letter().to_owned()),
            |content: &QuadrantContent| content.id.letter().to_owned(),
        )?;
        let self_items: Vec<SelfItem> = read(SELF_ITEMS, sources.self_items)?;
        check_self_items(&self_items)?;
        let relations = complete(
            RELATIONS,
            read(RELATIONS, sources.relations)?,
            &Relation::ALL.map(|relation| relation.id().to_owned()),
            |content: &RelationContent| content.id.clone(),
        )?;
        let pairs = complete(
            PAIRS,
            read(PAIRS, sources.pairs)?,
            &Quadrant::ALL
                .into_iter()
                .flat_map(|me| Quadrant::ALL.map(|them| pair_id(me, them)))
                .collect::<Vec<_>>(),
            |content: &PairContent| pair_id(content.me, content.them),
        )?;
        let questions = complete(
            WALK,
            read(WALK, sources.walk)?,
            &QuestionId::ALL.map(|question| question.id().to_owned()),
            |content: &QuestionContent| content.id.id().to_owned(),
        )?;
        let phases = complete(
            PHASES,
            read(PHASES, sources.phases)?,
            &Phase::ALL.map(|phase| phase.id().to_owned()),
            |content: &PhaseContent| content.id.id().to_owned(),
        )?;
        check_ids(PHASES, phases.iter().flat_map(|phase| &phase.checklist).map(|item| &item.id))?;
        let potatoes = complete(
            POTATOES,
            read(POTATOES, sources.potatoes)?,
            &PotatoKind::ALL.map(|kind| kind.id().to_owned()),
            |content: &PotatoContent| content.id.id().to_owned(),
        )?;
        let tactics: Vec<TacticContent> = read(TACTICS, sources.tactics)?;
        check_tactics(&tactics)?;
        let weights = read(WEIGHTS, sources.weights)?;
        check_weights(&weights)?;
        Ok(Self {
            quadrants,
            self_items,
            relations,
            pairs,
            questions,
            phases,
            potatoes,
            tactics,
            weights,
        })
    }

    pub fn quadrant(&self, quadrant: Quadrant) -> &QuadrantContent {
        &self.quadrants[quadrant as usize]
    }

    /// The forced choices by which one describes oneself; one for each pair of quadrants.
    pub fn self_items(&self) -> &[SelfItem] {
        &self.self_items
    }

    pub fn relation(&self, relation: Relation) -> &RelationContent {
        &self.relations[relation as usize]
    }

    /// Advice for me, thinking like `me`, towards somebody who thinks like `them`.
    pub fn pair(&self, me: Quadrant, them: Quadrant) -> &PairContent {
        &self.pairs[me as usize * Quadrant::ALL.len() + them as usize]
    }

    pub fn question(&self, question: QuestionId) -> &QuestionContent {
        &self.questions[question as usize]
    }

    pub fn phase(&self, phase: Phase) -> &PhaseContent {
        &self.phases[phase as usize]
    }

    pub fn potato(&self, kind: PotatoKind) -> &PotatoContent {
        &self.potatoes[kind as usize]
    }

    /// The deck in the order of the file.
    pub fn tactics(&self) -> &[TacticContent] {
        &self.tactics
    }

    /// A card by its id; `None` for an id that the deck does not have.
    pub fn tactic(&self, id: &str) -> Option<&TacticContent> {
        self.tactics.iter().find(|tactic| tactic.id == id)
    }

    /// The cards of one phase in the order of the file.
    pub fn tactics_of(&self, phase: Phase) -> impl Iterator<Item = &TacticContent> {
        self.tactics.iter().filter(move |tactic| tactic.phase == phase)
    }

    pub fn weights(&self) -> &EvidenceWeights {
        &self.weights
    }
}

fn pair_id(me: Quadrant, them: Quadrant) -> String {
    format!("{me}-{them}")
}

/// Sorts the entries into the order of `ids`; each must be there exactly once.
fn complete<T>(
    file: &'static str,
    mut entries: Vec<T>,
    ids: &[String],
    id_of: impl Fn(&T) -> String,
) -> Result<Vec<T>, ContentError> {
    let place = |id: &String| ids.iter().position(|known| known == id);
    let mut seen = HashSet::new();
    for id in entries.iter().map(&id_of) {
        if place(&id).is_none() {
            return Err(ContentError::WrongId { file, id });
        }
        if !seen.insert(id.clone()) {
            return Err(ContentError::Duplicate { file, id });
        }
    }
    if let Some(id) = ids.iter().find(|id| !seen.contains(*id)) {
        return Err(ContentError::Missing { file, id: id.clone() });
    }
    entries.sort_by_key(|entry| place(&id_of(entry)));
    Ok(entries)
}

/// Ids that the user's records refer to: kebab-case and unique.
fn check_ids<'a>(
    file: &'static str,
    ids: impl Iterator<Item = &'a String>,
) -> Result<(), ContentError> {
    let mut seen = HashSet::new();
    for id in ids {
        let kebab = id.split('-').all(|word| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        });
        if !kebab {
            return Err(ContentError::WrongId { file, id: id.clone() });
        }
        if !seen.insert(id) {
            return Err(ContentError::Duplicate { file, id: id.clone() });
        }
    }
    Ok(())
}

/// One item for each of the six pairs of different quadrants.
fn check_self_items(items: &[SelfItem]) -> Result<(), ContentError> {
    check_ids(SELF_ITEMS, items.iter().map(|item| &item.id))?;
    let mut missing: Vec<(Quadrant, Quadrant)> = Quadrant::ALL
        .into_iter()
        .flat_map(|one| Quadrant::ALL.map(|other| (one, other)))
        .filter(|(one, other)| one < other)
        .collect();
    for item in items {
        let [one, other] = &item.choices;
        let pair = (one.quadrant.min(other.quadrant), one.quadrant.max(other.quadrant));
        let Some(position) = missing.iter().position(|wanted| *wanted == pair) else {
            let id = format!("{} ({})", item.id, pair_id(pair.0, pair.1));
            return Err(ContentError::Duplicate { file: SELF_ITEMS, id });
        };
        missing.swap_remove(position);
    }
    match missing.first() {
        Some((one, other)) => {
            Err(ContentError::Missing { file: SELF_ITEMS, id: pair_id(*one, *other) })
        }
        None => Ok(()),
    }
}

fn check_tactics(tactics: &[TacticContent]) -> Result<(), ContentError> {
    let file = TACTICS;
    check_ids(file, tactics.iter().map(|tactic| &tactic.id))?;
    let exists = |id: &str| tactics.iter().any(|tactic| tactic.id == id);
    if let Some(id) = NEEDED_TACTICS.into_iter().find(|id| !exists(id)) {
        return Err(ContentError::Missing { file, id: id.to_owned() });
    }
    if tactics.len() < FEWEST_TACTICS {
        return Err(ContentError::TooFew { file, count: tactics.len(), needed: FEWEST_TACTICS });
    }
    for tactic in tactics {
        let mut named = HashSet::new();
        for related in &tactic.related {
            if !exists(related) || *related == tactic.id || !named.insert(related) {
                let (id, related) = (tactic.id.clone(), related.clone());
                return Err(ContentError::WrongRelated { file, id, related });
            }
        }
    }
    Ok(())
}

fn check_weights(weights: &EvidenceWeights) -> Result<(), ContentError> {
    let EvidenceWeights { questionnaire_total, quote, behaviour, text, third_party, role } =
        *weights;
    let wrong = [
        ("questionnaire_total", questionnaire_total),
        ("quote", quote),
        ("behaviour", behaviour),
        ("text", text),
        ("third_party", third_party),
        ("role", role),
    ]
    .into_iter()
    .find(|(_, value)| !(value.is_finite() && *value > 0.0));
    match wrong {
        Some((field, value)) => {
            Err(ContentError::WrongWeight { file: WEIGHTS, field, value: value.to_string() })
        }
        None => Ok(()),
    }
}

/// Reads one file twice: once for its fields, once for its texts, wherever they stand. So no text
/// can escape the check when a field is added.
fn read<T: DeserializeOwned>(file: &'static str, source: &str) -> Result<T, ContentError> {
    let entries = deserialize(source).map_err(|Problem { line, column, path, message }| {
        ContentError::Malformed { file, line, column, path, message }
    })?;
    deserialize::<CheckedTexts>(source).map_err(|Problem { line, column, path, message }| {
        ContentError::Text { file, line, column, path, message }
    })?;
    Ok(entries)
}

struct Problem {
    line: usize,
    column: usize,
    path: String,
    message: String,
}

fn deserialize<T: DeserializeOwned>(source: &str) -> Result<T, Problem> {
    let problem = |path: String, error: ron::error::SpannedError| Problem {
        line: error.span.start.line,
        column: error.span.start.col,
        path,
        message: error.code.to_string(),
    };
    let top = || ".".to_owned();
    let mut ron = ron::Deserializer::from_str(source).map_err(|error| problem(top(), error))?;
    let value = serde_path_to_error::deserialize(&mut ron).map_err(|error| {
        let path = error.path().to_string();
        problem(path, ron.span_error(error.into_inner()))
    })?;
    ron.end().map_err(|error| problem(top(), ron.span_error(error)))?;
    Ok(value)
}

/// Any RON value whose texts, the fields `en` and `zh`, are written out in their language.
enum CheckedTexts {
    String(String),
    EmptyList,
    Other,
}

impl<'de> Deserialize<'de> for CheckedTexts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CheckingVisitor)
    }
}

struct CheckingVisitor;

impl<'de> Visitor<'de> for CheckingVisitor {
    type Value = CheckedTexts;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("content")
    }

    fn visit_unit<E>(self) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<CheckedTexts, E> {
        Ok(CheckedTexts::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<CheckedTexts, A::Error> {
        let mut value = CheckedTexts::EmptyList;
        while list.next_element::<CheckedTexts>()?.is_some() {
            value = CheckedTexts::Other;
        }
        Ok(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<CheckedTexts, A::Error> {
        while let Some(name) = fields.next_key::<String>()? {
            let problem = match fields.next_value()? {
                CheckedTexts::String(text) if name == "en" => english_problem(&text),
                CheckedTexts::String(text) if name == "zh" => chinese_problem(&text),
                // A card may stand alone.
                CheckedTexts::EmptyList if name != "related" => {
                    Some("the list is empty; write at least one entry")
                }
                _ => None,
            };
            if let Some(problem) = problem {
                return Err(A::Error::custom(format!("{name}: {problem}")));
            }
        }
        Ok(CheckedTexts::Other)
    }
}

fn english_problem(text: &str) -> Option<&'static str> {
    shape_problem(text).or_else(|| {
        text.contains(is_han).then_some("the English text has Chinese characters; translate them")
    })
}

fn chinese_problem(text: &str) -> Option<&'static str> {
    shape_problem(text).or_else(|| {
        (!text.contains(is_han)).then_some("the Chinese text has no Chinese; translate it")
    })
}

fn shape_problem(text: &str) -> Option<&'static str> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        Some("the text is blank; write it in both languages")
    } else if trimmed.len() != text.len() {
        Some("the text begins or ends with white space; take it away")
    } else {
        None
    }
}

/// The unified ideographs with extension A and the compatibility block, and the later planes.
fn is_han(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::super::text::Text;
    use super::*;

    fn texts(source: &str) -> Result<Vec<Text>, String> {
        read("test.ron", source).map_err(|error| error.to_string())
    }

    #[test]
    fn a_misspelt_field_is_reported_with_its_place() {
        let error =
            texts("[\n    (en: \"Same\", zh: \"相同\"),\n    (en: \"Same\", zg: \"相同\"),\n]");
        let error = error.unwrap_err();
        assert!(error.starts_with("test.ron:3:"), "{error}");
        assert!(error.contains("[1]") && error.contains("zg"), "{error}");
    }

    #[test]
    fn each_text_is_written_out_in_its_language() {
        for (en, zh, wanted) in [
            ("", "相同", "[0]: en: the text is blank"),
            ("Same", " \\n", "[0]: zh: the text is blank"),
            ("Same ", "相同", "[0]: en: the text begins or ends"),
            ("Same 相同", "相同", "[0]: en: the English text has Chinese"),
            ("Same", "same!", "[0]: zh: the Chinese text has no Chinese"),
        ] {
            let error = texts(&format!("[\n\n(en: \"{en}\", zh: \"{zh}\")]")).unwrap_err();
            assert!(error.starts_with("test.ron:") && error.contains(wanted), "{error}");
        }
        assert_eq!(texts("[(en: \"A “deal”\", zh: \"B 端成交\")]").unwrap().len(), 1);
    }

    #[test]
    fn something_after_the_end_is_refused() {
        assert!(texts("[] x").unwrap_err().starts_with("test.ron:1:"));
    }

    #[test]
    fn entries_come_in_the_order_of_their_ids_and_none_is_missing_or_doubled() {
        let ids = ["a", "b"].map(str::to_owned);
        let sorted = |entries: &[&str]| {
            let entries = entries.iter().map(|id| (*id).to_owned()).collect();
            complete("test.ron", entries, &ids, String::clone).map_err(|error| error.to_string())
        };
        assert_eq!(sorted(&["b", "a"]).unwrap(), ["a", "b"]);
        assert!(sorted(&["b"]).unwrap_err().contains("no entry with the id \"a\""));
        assert!(sorted(&["a", "b", "a"]).unwrap_err().contains("\"a\" stands more than once"));
        assert!(sorted(&["a", "b", "c"]).unwrap_err().contains("\"c\" is not known"));
    }

    #[test]
    fn weights_are_positive_numbers() {
        for (value, accepted) in [("0.5", true), ("0.0", false), ("-1.0", false), ("NaN", false)] {
            let source = format!(
                "(questionnaire_total: 3.0, quote: 1.0, behaviour: 1.0, text: 0.7, third_party: {value}, role: 0.25)"
            );
            let weights = read(WEIGHTS, &source).unwrap();
            assert_eq!(check_weights(&weights).is_ok(), accepted, "{value}");
        }
    }
}
