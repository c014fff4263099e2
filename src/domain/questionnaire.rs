//! The questionnaire: what an answer weighs, which item comes next, and how answers are given,
//! changed and taken back (coaching models, section 2). The items themselves are content; here they
//! are ids.

pub mod paper;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::evidence::{Evidence, EvidenceKind, EvidenceWeights, Setting};
use super::quadrant::Quadrant;

/// Weights closer together than this are the same.
const ROUNDING: f64 = 1e-9;

/// Who gives the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Respondent {
    /// The person whom the questionnaire is about.
    Person,
    /// Somebody who knows them: what a third party says.
    Observer,
}

impl Respondent {
    pub const ALL: [Self; 2] = [Self::Person, Self::Observer];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Observer => "observer",
        }
    }

    /// The part of full weight that an answer has: 1, or that of what a third party says.
    pub fn share(self, weights: &EvidenceWeights) -> f64 {
        match self {
            Self::Person => 1.0,
            Self::Observer => weights.third_party,
        }
    }

    /// The weight of one answer: the total is shared equally by all items, answered or not.
    pub fn weight(self, weights: &EvidenceWeights, items: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a questionnaire has few items")]
        let items = items.max(1) as f64;
        weights.questionnaire_total * self.share(weights) / items
    }
}

/// What was answered to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Choice(Quadrant),
    /// It is an answer, and adds nothing.
    DontKnow,
}

impl Answer {
    pub fn supports(self) -> Vec<Quadrant> {
        match self {
            Self::Choice(quadrant) => vec![quadrant],
            Self::DontKnow => Vec::new(),
        }
    }
}

/// How far somebody has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// "Don't know" is among them.
    pub answered: usize,
    pub unsure: usize,
    pub all: usize,
}

impl Progress {
    pub fn is_complete(self) -> bool {
        self.answered == self.all
    }
}

/// All answers of one setting.
fn answers(evidence: &[Evidence], setting: Setting) -> impl Iterator<Item = &Evidence> {
    evidence
        .iter()
        .filter(move |one| one.kind == EvidenceKind::Questionnaire && one.setting == setting)
}

/// What was answered to one item; `None` while it is open.
pub fn answer_to(evidence: &[Evidence], item: &str, setting: Setting) -> Option<Answer> {
    let given = answers(evidence, setting).find(|one| one.source == item)?;
    Some(given.supports.first().map_or(Answer::DontKnow, |quadrant| Answer::Choice(*quadrant)))
}

/// How many of these items are answered.
pub fn progress<'a>(
    evidence: &[Evidence],
    items: impl IntoIterator<Item = &'a str>,
    setting: Setting,
) -> Progress {
    let mut progress = Progress::default();
    for item in items {
        progress.all += 1;
        match answer_to(evidence, item, setting) {
            None => {}
            Some(Answer::Choice(_)) => progress.answered += 1,
            Some(Answer::DontKnow) => {
                progress.answered += 1;
                progress.unsure += 1;
            }
        }
    }
    progress
}

/// The first open item behind `after`, and then from the start. `None` when all are answered.
pub fn next_open(is_answered: &[bool], after: Option<usize>) -> Option<usize> {
    let start = after.map_or(0, |place| place + 1);
    let open = |(_, answered): &(usize, &bool)| !**answered;
    let places = || is_answered.iter().enumerate();
    places().skip(start).find(open).or_else(|| places().take(start).find(open)).map(|one| one.0)
}

/// Who gave the answers of a setting, by what they weigh; `None` while there are none. Answers to an
/// older, shorter questionnaire weigh more, and are the person's own.
pub fn respondent(
    evidence: &[Evidence],
    setting: Setting,
    weights: &EvidenceWeights,
    items: usize,
) -> Option<Respondent> {
    let mut given = answers(evidence, setting).peekable();
    given.peek()?;
    let own = Respondent::Person.weight(weights, items);
    let seen = Respondent::Observer.weight(weights, items);
    let border = f64::midpoint(own, seen);
    let is_light = |one: &Evidence| one.weight.is_some_and(|weight| weight < border);
    Some(if given.all(is_light) { Respondent::Observer } else { Respondent::Person })
}

/// Whether some answer of the setting weighs something else than the next one will.
pub fn weighs_otherwise(evidence: &[Evidence], setting: Setting, weight: f64) -> bool {
    answers(evidence, setting)
        .filter_map(|one| one.weight)
        .any(|other| (other - weight).abs() > ROUNDING)
}

/// The weight that all answers of a setting have together; "don't know" has none.
pub fn total_weight(evidence: &[Evidence], setting: Setting) -> f64 {
    answers(evidence, setting)
        .filter(|one| !one.supports.is_empty() || !one.against.is_empty())
        .filter_map(|one| one.weight)
        .sum()
}

/// What can be done to the answers of one setting.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Each answer comes in the place of an earlier one to the same item; all answers of the setting
    /// then weigh the same.
    Give {
        answers: Vec<Evidence>,
        setting: Setting,
        weight: f64,
    },
    /// Somebody else has answered: all answers weigh this. Texts go to items by their ids.
    Weigh {
        setting: Setting,
        weight: f64,
        texts: BTreeMap<String, String>,
    },
    TakeBack {
        setting: Setting,
    },
}

impl Change {
    pub fn apply(self, evidence: &mut Vec<Evidence>) {
        match self {
            Self::Give { answers, setting, weight } => {
                for answer in answers {
                    give(evidence, answer);
                }
                weigh(evidence, setting, weight);
            }
            Self::Weigh { setting, weight, mut texts } => {
                for one in answers_mut(evidence, setting) {
                    if let Some(text) = texts.remove(&one.source) {
                        one.text = text;
                    }
                }
                weigh(evidence, setting, weight);
            }
            Self::TakeBack { setting } => evidence
                .retain(|one| one.kind != EvidenceKind::Questionnaire || one.setting != setting),
        }
    }
}

fn answers_mut(evidence: &mut [Evidence], setting: Setting) -> impl Iterator<Item = &mut Evidence> {
    evidence
        .iter_mut()
        .filter(move |one| one.kind == EvidenceKind::Questionnaire && one.setting == setting)
}

/// Puts one answer in its place. The same answer once more changes nothing: the date says when
/// somebody first said so.
fn give(evidence: &mut Vec<Evidence>, mut answer: Evidence) {
    let is_same_item = |one: &Evidence| {
        one.kind == EvidenceKind::Questionnaire
            && one.setting == answer.setting
            && one.source == answer.source
    };
    let Some(place) = evidence.iter().position(is_same_item) else {
        evidence.push(answer);
        return;
    };
    // Two answers to one item can come from two computers.
    let mut index = 0;
    evidence.retain(|one| {
        let is_double = index > place && is_same_item(one);
        index += 1;
        !is_double
    });
    if let Some(old) = evidence.get_mut(place)
        && (old.supports != answer.supports || old.against != answer.against)
    {
        // With its id it stays one entry for the history and for merging.
        answer.id = old.id.or(answer.id);
        *old = answer;
    }
}

fn weigh(evidence: &mut [Evidence], setting: Setting, weight: f64) {
    for one in answers_mut(evidence, setting) {
        one.weight = Some(weight);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::EntryId;
    use crate::domain::profile::{Certainty, Profile};

    const WEIGHTS: EvidenceWeights = EvidenceWeights {
        questionnaire_total: 3.0,
        quote: 1.0,
        behaviour: 1.0,
        text: 0.7,
        third_party: 0.5,
        role: 0.25,
    };
    const ITEMS: [&str; 4] = ["ab", "ac", "bd", "cd"];
    const NORMAL: Setting = Setting::Normal;

    fn answer(id: u128, item: &str, answer: Answer) -> Evidence {
        Evidence {
            id: Some(EntryId(Uuid::from_u128(id))),
            supports: answer.supports(),
            against: Vec::new(),
            kind: EvidenceKind::Questionnaire,
            setting: NORMAL,
            date: date(2026, 11, 2),
            text: format!("answer {id}"),
            source: item.to_owned(),
            weight: None,
        }
    }

    fn quote() -> Evidence {
        Evidence { kind: EvidenceKind::Quote, ..answer(99, "ab", Answer::Choice(Quadrant::D)) }
    }

    fn give(evidence: &mut Vec<Evidence>, answers: Vec<Evidence>, respondent: Respondent) {
        let weight = respondent.weight(&WEIGHTS, ITEMS.len());
        Change::Give { answers, setting: NORMAL, weight }.apply(evidence);
    }

    #[test]
    fn my_own_answers_weigh_three_together_and_those_about_somebody_half() {
        assert!((Respondent::Person.weight(&WEIGHTS, 24) - 0.125).abs() < 1e-12);
        assert!((Respondent::Observer.weight(&WEIGHTS, 24) - 0.0625).abs() < 1e-12);
        assert!(Respondent::Person.weight(&WEIGHTS, 0).is_finite());
    }

    #[test]
    fn eight_own_answers_are_enough_for_a_word_and_sixteen_from_somebody_else() {
        for (respondent, enough) in [(Respondent::Person, 8), (Respondent::Observer, 16)] {
            let weight = respondent.weight(&WEIGHTS, 24);
            let certainty = |count: usize| {
                let given = (0..count).map(|index| {
                    let item = format!("item {index}");
                    let one = answer(index as u128, &item, Answer::Choice(Quadrant::B));
                    Evidence { weight: Some(weight), ..one }
                });
                let given: Vec<Evidence> = given.collect();
                Profile::from_evidence(&given, NORMAL, &WEIGHTS).certainty()
            };
            assert_eq!(certainty(enough - 1), Certainty::Unknown);
            assert_ne!(certainty(enough), Certainty::Unknown);
        }
    }

    #[test]
    fn dont_know_is_an_answer_and_adds_nothing() {
        let mut evidence = Vec::new();
        give(&mut evidence, vec![answer(1, "ab", Answer::DontKnow)], Respondent::Person);
        assert_eq!(answer_to(&evidence, "ab", NORMAL), Some(Answer::DontKnow));
        assert_eq!(answer_to(&evidence, "ac", NORMAL), None);
        let progress = progress(&evidence, ITEMS, NORMAL);
        assert_eq!(progress, Progress { answered: 1, unsure: 1, all: 4 });
        assert!((total_weight(&evidence, NORMAL) - 0.0).abs() < 1e-12);
        assert!((Profile::from_evidence(&evidence, NORMAL, &WEIGHTS).weight - 0.0).abs() < 1e-12);
    }

    #[test]
    fn another_answer_takes_the_place_of_the_first() {
        let mut evidence = vec![quote()];
        let first = vec![
            answer(1, "ab", Answer::Choice(Quadrant::A)),
            answer(2, "ac", Answer::Choice(Quadrant::C)),
        ];
        give(&mut evidence, first, Respondent::Person);
        give(&mut evidence, vec![answer(3, "ab", Answer::DontKnow)], Respondent::Person);
        let told = evidence.iter().map(|one| (one.id.unwrap().0.as_u128(), &*one.text));
        assert_eq!(told.collect::<Vec<_>>(), [(99, "answer 99"), (1, "answer 3"), (2, "answer 2")]);
        assert_eq!(evidence[0].weight, None, "other evidence keeps its weight");
    }

    #[test]
    fn the_same_answer_once_more_changes_nothing() {
        let mut evidence = Vec::new();
        let choice = Answer::Choice(Quadrant::A);
        give(&mut evidence, vec![answer(1, "ab", choice)], Respondent::Person);
        let before = evidence.clone();
        let later = Evidence { date: date(2026, 12, 1), ..answer(2, "ab", choice) };
        give(&mut evidence, vec![later], Respondent::Person);
        assert_eq!(evidence, before);
    }

    #[test]
    fn a_doubled_answer_is_gone_after_the_next() {
        let choice = Answer::Choice(Quadrant::A);
        let mut evidence = vec![answer(1, "ab", choice), quote(), answer(2, "ab", choice)];
        give(&mut evidence, vec![answer(3, "ab", Answer::DontKnow)], Respondent::Person);
        assert_eq!(evidence.len(), 2);
        assert_eq!(answer_to(&evidence, "ab", NORMAL), Some(Answer::DontKnow));
    }

    #[test]
    fn answers_to_a_shorter_questionnaire_weigh_less_after_the_next_answer() {
        let old = Evidence { weight: Some(1.5), ..answer(1, "ab", Answer::Choice(Quadrant::A)) };
        let mut evidence = vec![old];
        let weight = Respondent::Person.weight(&WEIGHTS, ITEMS.len());
        assert_eq!(respondent(&evidence, NORMAL, &WEIGHTS, 4), Some(Respondent::Person));
        assert!(weighs_otherwise(&evidence, NORMAL, weight));
        let next = answer(2, "ac", Answer::Choice(Quadrant::C));
        give(&mut evidence, vec![next], Respondent::Person);
        assert!(!weighs_otherwise(&evidence, NORMAL, weight));
        assert!((total_weight(&evidence, NORMAL) - 1.5).abs() < 1e-12);
    }

    #[test]
    fn who_answered_is_known_by_the_weight_and_can_be_put_right() {
        let mut evidence = vec![quote()];
        assert_eq!(respondent(&evidence, NORMAL, &WEIGHTS, 4), None);
        let one = answer(1, "ab", Answer::Choice(Quadrant::A));
        give(&mut evidence, vec![one, answer(2, "ac", Answer::DontKnow)], Respondent::Observer);
        assert_eq!(respondent(&evidence, NORMAL, &WEIGHTS, 4), Some(Respondent::Observer));
        let weight = Respondent::Person.weight(&WEIGHTS, 4);
        let texts = BTreeMap::from([("ab".to_owned(), "I would".to_owned())]);
        Change::Weigh { setting: NORMAL, weight, texts }.apply(&mut evidence);
        assert_eq!(respondent(&evidence, NORMAL, &WEIGHTS, 4), Some(Respondent::Person));
        let texts: Vec<&str> = evidence.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["answer 99", "I would", "answer 2"]);
    }

    #[test]
    fn the_settings_are_two_questionnaires() {
        let mut evidence = vec![quote()];
        let pressure = Evidence {
            setting: Setting::Pressure,
            weight: Some(0.5),
            ..answer(1, "ab", Answer::Choice(Quadrant::B))
        };
        evidence.push(pressure.clone());
        let one = answer(2, "ab", Answer::Choice(Quadrant::A));
        give(&mut evidence, vec![one], Respondent::Person);
        assert_eq!(answer_to(&evidence, "ab", NORMAL), Some(Answer::Choice(Quadrant::A)));
        assert!(evidence.contains(&pressure), "{evidence:?}");
        Change::TakeBack { setting: NORMAL }.apply(&mut evidence);
        assert_eq!(evidence, [quote(), pressure]);
    }

    #[test]
    fn the_next_item_is_the_first_open_one_behind_this_and_then_from_the_start() {
        let answered = [true, false, true, false];
        assert_eq!(next_open(&answered, None), Some(1));
        assert_eq!(next_open(&answered, Some(1)), Some(3));
        assert_eq!(next_open(&answered, Some(3)), Some(1));
        assert_eq!(next_open(&answered, Some(9)), Some(1));
        assert_eq!(next_open(&[true, true], Some(0)), None);
        assert_eq!(next_open(&[], None), None);
        assert_eq!(next_open(&[false], Some(0)), Some(0), "the only one, seen and left open");
    }

    proptest! {
        #[test]
        fn however_it_is_answered_each_item_has_one_answer_of_the_same_weight(
            given in proptest::collection::vec((0..4_usize, 0..5_usize), 0..40),
        ) {
            let mut evidence = vec![quote()];
            let mut last = BTreeMap::new();
            for (id, (item, choice)) in given.iter().enumerate() {
                let choice = Quadrant::ALL
                    .get(*choice)
                    .map_or(Answer::DontKnow, |quadrant| Answer::Choice(*quadrant));
                let one = answer(id as u128, ITEMS[*item], choice);
                give(&mut evidence, vec![one], Respondent::Person);
                last.insert(*item, choice);
            }
            for (index, item) in ITEMS.iter().enumerate() {
                prop_assert_eq!(answer_to(&evidence, item, NORMAL), last.get(&index).copied());
            }
            let progress = progress(&evidence, ITEMS, NORMAL);
            prop_assert_eq!(progress.answered, last.len());
            prop_assert_eq!(evidence.len(), last.len() + 1);
            prop_assert!(total_weight(&evidence, NORMAL) <= WEIGHTS.questionnaire_total + 1e-9);
        }
    }
}
