//! What stands in a row of the evidence: one observation, or all answers to the questionnaire.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, EvidenceWeights, Setting};
use crate::domain::profile::item_weight;
use crate::domain::quadrant::{PerQuadrant, Quadrant};

/// A row of the list.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Line<'a> {
    One(&'a Evidence),
    /// The answers in one setting.
    Questionnaire(Answers),
}

/// All answers to the questionnaire in one setting, in one row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answers {
    pub setting: Setting,
    /// The day of the newest.
    pub date: Date,
    /// Items with an answer, "don't know" included.
    pub answered: usize,
    pub unsure: usize,
    pub by_quadrant: PerQuadrant<usize>,
    /// What they weigh together.
    pub weight: f64,
}

impl Answers {
    /// The quadrants that most answers speak for.
    pub fn strongest(&self) -> Vec<Quadrant> {
        let most = Quadrant::ALL.map(|one| self.by_quadrant[one]).into_iter().max();
        let most = most.filter(|most| *most > 0);
        Quadrant::ALL.into_iter().filter(|one| Some(self.by_quadrant[*one]) == most).collect()
    }
}

impl Line<'_> {
    fn date(&self) -> Date {
        match self {
            Self::One(item) => item.date,
            Self::Questionnaire(answers) => answers.date,
        }
    }

    /// How many letters stand in the row.
    pub fn letters(&self) -> usize {
        match self {
            Self::One(item) => item.supports.len() + item.against.len(),
            Self::Questionnaire(answers) => answers.strongest().len(),
        }
    }
}

/// The rows of a person, the newest first.
pub(super) fn lines<'a>(person: &'a Counterpart, weights: &EvidenceWeights) -> Vec<Line<'a>> {
    let is_answer = |item: &Evidence| item.kind == EvidenceKind::Questionnaire;
    let mut lines: Vec<Line<'a>> =
        person.evidence.iter().rev().filter(|item| !is_answer(item)).map(Line::One).collect();
    for setting in [Setting::Normal, Setting::Pressure] {
        let of_setting = || person.evidence.iter().filter(|item| item.setting == setting);
        let answers: Vec<&Evidence> = of_setting().filter(|item| is_answer(item)).collect();
        lines.extend(together(&answers, setting, weights).map(Line::Questionnaire));
    }
    // Of one day, what was entered last stays first.
    lines.sort_by_key(|line| Reverse(line.date()));
    lines
}

fn together(items: &[&Evidence], setting: Setting, weights: &EvidenceWeights) -> Option<Answers> {
    let date = items.iter().map(|item| item.date).max()?;
    let named: BTreeSet<&str> =
        items.iter().map(|item| item.source.as_str()).filter(|id| !id.is_empty()).collect();
    let nameless = items.iter().filter(|item| item.source.is_empty()).count();
    let says = |item: &Evidence| !item.supports.is_empty() || !item.against.is_empty();
    let supporting =
        |quadrant| items.iter().filter(|item| item.supports.contains(&quadrant)).count();
    Some(Answers {
        setting,
        date,
        answered: named.len() + nameless,
        unsure: items.iter().filter(|item| !says(item)).count(),
        by_quadrant: PerQuadrant::from_fn(supporting),
        weight: items
            .iter()
            .filter(|item| says(item))
            .map(|item| item_weight(item, items.len(), weights))
            .sum(),
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::CounterpartId;

    const WEIGHTS: EvidenceWeights = EvidenceWeights {
        questionnaire_total: 3.0,
        quote: 1.0,
        behaviour: 1.0,
        text: 0.7,
        third_party: 0.5,
        role: 0.25,
    };

    fn item(kind: EvidenceKind, day: i8, supports: &[Quadrant], source: &str) -> Evidence {
        Evidence {
            id: None,
            supports: supports.to_vec(),
            against: Vec::new(),
            kind,
            setting: Setting::Normal,
            date: date(2026, 6, day),
            text: format!("{day}"),
            source: source.to_owned(),
            weight: None,
        }
    }

    #[test]
    fn the_answers_are_one_row_at_the_day_of_the_newest() {
        let asked = EvidenceKind::Questionnaire;
        let mut person = Counterpart::new(CounterpartId(Uuid::from_u128(1)), Timestamp::UNIX_EPOCH);
        person.evidence = vec![
            item(EvidenceKind::Quote, 9, &[Quadrant::A], ""),
            item(asked, 3, &[Quadrant::B], "ab-1"),
            item(EvidenceKind::Quote, 2, &[Quadrant::A], ""),
            item(asked, 5, &[Quadrant::B], "ab-2"),
            item(asked, 5, &[], "ab-3"),
            // The same item once more, as two devices may write it.
            item(asked, 4, &[Quadrant::A], "ab-1"),
            item(EvidenceKind::Text, 9, &[Quadrant::D], ""),
        ];
        let lines = lines(&person, &WEIGHTS);
        let days: Vec<i8> = lines.iter().map(|line| line.date().day()).collect();
        assert_eq!(days, [9, 9, 5, 2]);
        assert_eq!(lines[0], Line::One(&person.evidence[6]), "what was entered last");
        let Line::Questionnaire(answers) = &lines[2] else { panic!("{:?}", lines[2]) };
        assert_eq!((answers.answered, answers.unsure), (3, 1));
        assert_eq!(answers.by_quadrant, PerQuadrant { a: 1, b: 2, c: 0, d: 0 });
        assert_eq!(answers.strongest(), [Quadrant::B]);
        assert_eq!(lines[2].letters(), 1);
        // Three of four that say something, of a total of 3.
        assert!((answers.weight - 2.25).abs() < 1e-12);
    }

    #[test]
    fn answers_under_pressure_have_a_row_of_their_own() {
        let asked = EvidenceKind::Questionnaire;
        let mut person = Counterpart::new(CounterpartId(Uuid::from_u128(1)), Timestamp::UNIX_EPOCH);
        person.evidence = vec![item(asked, 3, &[], "ab-1"), item(asked, 3, &[], "ab-1")];
        person.evidence[1].setting = Setting::Pressure;
        let lines = lines(&person, &WEIGHTS);
        assert_eq!(lines.len(), 2);
        let Line::Questionnaire(answers) = &lines[0] else { panic!() };
        assert!(answers.strongest().is_empty(), "nothing but \"don't know\"");
    }
}
