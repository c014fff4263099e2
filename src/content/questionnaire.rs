//! The questionnaire: forced choices between two quadrants, for oneself or for a counterpart.

use serde::Deserialize;

use super::catalog::{ContentError, QUESTIONNAIRE, check_ids, pair_id};
use super::text::Text;
use crate::domain::quadrant::Quadrant;
use crate::domain::questionnaire::Respondent;

/// Items for each of the six pairs of quadrants: 24 in all, 12 with each quadrant.
pub const ITEMS_PER_PAIR: usize = 4;

/// One forced choice between two quadrants.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Answers in the user's records carry it.
    pub id: String,
    /// The situation, in the first person: "Before an important decision I first…".
    pub stem: Text,
    /// The same of somebody else.
    pub stem_other: Text,
    pub choices: [Choice; 2],
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub quadrant: Quadrant,
    pub text: Text,
    pub text_other: Text,
}

impl Item {
    /// The situation as somebody is asked who answers.
    pub fn stem_by(&self, respondent: Respondent) -> &Text {
        match respondent {
            Respondent::Person => &self.stem,
            Respondent::Observer => &self.stem_other,
        }
    }
}

impl Choice {
    /// The choice as somebody is asked who answers.
    pub fn text_by(&self, respondent: Respondent) -> &Text {
        match respondent {
            Respondent::Person => &self.text,
            Respondent::Observer => &self.text_other,
        }
    }
}

/// Every pair of different quadrants has its items, and no more.
pub(super) fn check(items: &[Item]) -> Result<(), ContentError> {
    check_ids(QUESTIONNAIRE, items.iter().map(|item| &item.id))?;
    let pair = |item: &Item| {
        let [one, other] = &item.choices;
        (one.quadrant.min(other.quadrant), one.quadrant.max(other.quadrant))
    };
    if let Some(item) = items.iter().find(|item| pair(item).0 == pair(item).1) {
        return Err(ContentError::WrongId { file: QUESTIONNAIRE, id: item.id.clone() });
    }
    for one in Quadrant::ALL {
        for other in Quadrant::ALL.into_iter().filter(|other| one < *other) {
            let count = items.iter().filter(|item| pair(item) == (one, other)).count();
            let id = pair_id(one, other);
            if count < ITEMS_PER_PAIR {
                return Err(ContentError::Missing { file: QUESTIONNAIRE, id });
            }
            if count > ITEMS_PER_PAIR {
                return Err(ContentError::Duplicate { file: QUESTIONNAIRE, id });
            }
        }
    }
    Ok(())
}
