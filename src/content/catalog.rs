//! Loads the content files and refuses what is incomplete.
//!
//! After loading, every lookup by an enum succeeds: a missing, doubled or blank entry is an error
//! of the file that should have it.

use std::collections::HashSet;

use super::coach::{CoachContent, Irritators};
use super::phases::PhaseContent;
use super::potatoes::PotatoContent;
use super::probes::{self, Probe};
use super::quadrants::{MomentsContent, QuadrantContent};
use super::questionnaire::{self, Item};
use super::reading::read;
use super::relations::{PairContent, RelationContent, Rewording};
use super::responses::ResponseContent;
use super::tactics::{self, TacticContent};
use super::walk::QuestionContent;
use crate::domain::compatibility::Relation;
use crate::domain::evidence::EvidenceWeights;
use crate::domain::phase::Phase;
use crate::domain::potato::PotatoKind;
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::QuestionId;

const QUADRANTS: &str = "assets/content/quadrants.ron";
const MOMENTS: &str = "assets/content/quadrant-moments.ron";
pub(super) const QUESTIONNAIRE: &str = "assets/content/questionnaire.ron";
pub(super) const PROBES: &str = "assets/content/probes.ron";
const RELATIONS: &str = "assets/content/relations.ron";
const PAIRS: &str = "assets/content/pairs.ron";
const RESPONSES: &str = "assets/content/responses-{ab,cd}.ron";
const RESPONSES_AB: &str = "assets/content/responses-ab.ron";
const RESPONSES_CD: &str = "assets/content/responses-cd.ron";
const COACH: &str = "assets/content/coach.ron";
const IRRITATORS: &str = "assets/content/irritators.ron";
const WALK: &str = "assets/content/walk.ron";
const PHASES: &str = "assets/content/phases.ron";
const POTATOES: &str = "assets/content/potatoes.ron";
const TACTICS: &str = "assets/content/tactics.ron";
const WEIGHTS: &str = "assets/content/weights.ron";

/// The text of each content file.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    pub quadrants: &'a str,
    pub moments: &'a str,
    pub questionnaire: &'a str,
    pub probes: &'a str,
    pub responses_ab: &'a str,
    pub responses_cd: &'a str,
    pub coach: &'a str,
    pub irritators: &'a str,
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
        moments: include_str!("../../assets/content/quadrant-moments.ron"),
        questionnaire: include_str!("../../assets/content/questionnaire.ron"),
        probes: include_str!("../../assets/content/probes.ron"),
        responses_ab: include_str!("../../assets/content/responses-ab.ron"),
        responses_cd: include_str!("../../assets/content/responses-cd.ron"),
        coach: include_str!("../../assets/content/coach.ron"),
        irritators: include_str!("../../assets/content/irritators.ron"),
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
    moments: Vec<MomentsContent>,
    questionnaire: Vec<Item>,
    probes: Vec<Probe>,
    responses: Vec<ResponseContent>,
    coach: Vec<CoachContent>,
    irritators: Irritators,
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
        let moments = complete(
            MOMENTS,
            read(MOMENTS, sources.moments)?,
            &Quadrant::ALL.map(|quadrant| quadrant.letter().to_owned()),
            |content: &MomentsContent| content.id.letter().to_owned(),
        )?;
        let questionnaire: Vec<Item> = read(QUESTIONNAIRE, sources.questionnaire)?;
        questionnaire::check(&questionnaire)?;
        let probes: Vec<Probe> = read(PROBES, sources.probes)?;
        probes::check(&probes)?;
        let relations = complete(
            RELATIONS,
            read(RELATIONS, sources.relations)?,
            &Relation::ALL.map(|relation| relation.id().to_owned()),
            |content: &RelationContent| content.id.clone(),
        )?;
        let every_pair: Vec<_> = Quadrant::ALL
            .into_iter()
            .flat_map(|me| Quadrant::ALL.map(|them| pair_id(me, them)))
            .collect();
        let pairs =
            complete(PAIRS, read(PAIRS, sources.pairs)?, &every_pair, |content: &PairContent| {
                pair_id(content.me, content.them)
            })?;
        let mut responses: Vec<ResponseContent> = read(RESPONSES_AB, sources.responses_ab)?;
        responses.extend(read::<Vec<_>>(RESPONSES_CD, sources.responses_cd)?);
        let responses =
            complete(RESPONSES, responses, &every_pair, |content: &ResponseContent| {
                pair_id(content.me, content.them)
            })?;
        let questions = complete(
            WALK,
            read(WALK, sources.walk)?,
            &QuestionId::ALL.map(|question| question.id().to_owned()),
            |content: &QuestionContent| content.id.id().to_owned(),
        )?;
        let coach = complete(
            COACH,
            read(COACH, sources.coach)?,
            &QuestionId::ALL.map(|question| question.id().to_owned()),
            |content: &CoachContent| content.question.id().to_owned(),
        )?;
        let irritators = read(IRRITATORS, sources.irritators)?;
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
            moments,
            questionnaire,
            probes,
            responses,
            coach,
            irritators,
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

    /// More on a quadrant: its objection, following up, what to look for after a meeting.
    pub fn moments(&self, quadrant: Quadrant) -> &MomentsContent {
        &self.moments[quadrant as usize]
    }

    /// The 24 forced choices, for oneself or for a counterpart.
    pub fn questionnaire(&self) -> &[Item] {
        &self.questionnaire
    }

    /// The number of an item of the questionnaire, counted from 1.
    pub fn questionnaire_number(&self, id: &str) -> Option<usize> {
        self.questionnaire.iter().position(|item| item.id == id).map(|place| place + 1)
    }

    /// Questions to ask in ordinary talk that tell how somebody thinks.
    pub fn probes(&self) -> &[Probe] {
        &self.probes
    }

    /// How to respond, moment by moment, for me thinking like `me`, to somebody who thinks like
    /// `them`.
    pub fn response(&self, me: Quadrant, them: Quadrant) -> &ResponseContent {
        &self.responses[me as usize * Quadrant::ALL.len() + them as usize]
    }

    /// What to add to a pitch that lacks something.
    pub fn coach(&self, question: QuestionId) -> &CoachContent {
        &self.coach[question as usize]
    }

    /// Words that irritate listeners.
    pub fn irritators(&self) -> &Irritators {
        &self.irritators
    }

    pub fn relation(&self, relation: Relation) -> &RelationContent {
        &self.relations[relation as usize]
    }

    /// Advice for me, thinking like `me`, towards somebody who thinks like `them`.
    pub fn pair(&self, me: Quadrant, them: Quadrant) -> &PairContent {
        &self.pairs[me as usize * Quadrant::ALL.len() + them as usize]
    }

    /// What I tend to say in a phase to somebody who thinks like `them`, and what to say instead.
    pub fn rewording(&self, me: Quadrant, them: Quadrant, phase: Phase) -> &Rewording {
        match phase {
            Phase::Preparation => &self.response(me, them).preparation,
            Phase::Opening => &self.pair(me, them).opening,
            Phase::Middle => &self.pair(me, them).middle,
            Phase::Late => &self.pair(me, them).late,
        }
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

pub(super) fn pair_id(me: Quadrant, them: Quadrant) -> String {
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
pub(super) fn check_ids<'a>(
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

fn check_tactics(tactics: &[TacticContent]) -> Result<(), ContentError> {
    let file = TACTICS;
    check_ids(file, tactics.iter().map(|tactic| &tactic.id))?;
    let exists = |id: &str| tactics.iter().any(|tactic| tactic.id == id);
    if let Some(id) = tactics::IDS.into_iter().find(|id| !exists(id)) {
        return Err(ContentError::Missing { file, id: id.to_owned() });
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

#[cfg(test)]
mod tests {
    use super::*;

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
