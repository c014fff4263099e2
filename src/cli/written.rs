//! Records as people write them by hand: stricter than the library, where a field of a newer
//! version may stand. A misspelt field must not silently change an answer.

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{Deserializer, Error};

use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::EntryId;
use crate::domain::outcome::{Commitment, CommitmentState, Outcome, Party};
use crate::domain::profile::LARGEST_WEIGHT;
use crate::domain::quadrant::Quadrant;

/// An observation of an evidence file.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct WrittenEvidence(
    #[serde(deserialize_with = "EvidenceFields::deserialize")] pub Evidence,
);

/// An outcome file.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct WrittenOutcome(
    #[serde(deserialize_with = "OutcomeFields::deserialize")] pub Outcome,
);

#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct WrittenCommitment(#[serde(deserialize_with = "CommitmentFields::deserialize")] Commitment);

#[derive(Deserialize)]
#[serde(remote = "Evidence", rename = "Evidence", deny_unknown_fields)]
struct EvidenceFields {
    #[serde(default)]
    id: Option<EntryId>,
    #[serde(default)]
    supports: Vec<Quadrant>,
    #[serde(default)]
    against: Vec<Quadrant>,
    kind: EvidenceKind,
    #[serde(default)]
    setting: Setting,
    #[serde(deserialize_with = "date")]
    date: Date,
    #[serde(default)]
    text: String,
    #[serde(default)]
    source: String,
    #[serde(default, deserialize_with = "weight")]
    weight: Option<f64>,
}

#[derive(Deserialize)]
#[serde(remote = "Outcome", rename = "Outcome", deny_unknown_fields)]
struct OutcomeFields {
    #[serde(default)]
    refused: bool,
    #[serde(default)]
    decided_elsewhere: bool,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default, deserialize_with = "commitments")]
    commitments: Vec<Commitment>,
}

#[derive(Deserialize)]
#[serde(remote = "Commitment", rename = "Commitment", deny_unknown_fields)]
struct CommitmentFields {
    #[serde(default)]
    id: Option<EntryId>,
    party: Party,
    action: String,
    #[serde(default)]
    person: Option<String>,
    #[serde(default, deserialize_with = "due")]
    due: Option<Date>,
    #[serde(default)]
    cost: String,
    #[serde(default)]
    binding: bool,
    #[serde(default)]
    state: CommitmentState,
}

fn commitments<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Commitment>, D::Error> {
    let written = Vec::<WrittenCommitment>::deserialize(from)?;
    Ok(written.into_iter().map(|WrittenCommitment(commitment)| commitment).collect())
}

fn weight<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    let weight = Option::<f64>::deserialize(from)?;
    match weight.filter(|weight| !(0.0..=LARGEST_WEIGHT).contains(weight)) {
        Some(wrong) => Err(D::Error::custom(format_args!(
            "{wrong} is not a weight; write a number from 0 to {LARGEST_WEIGHT}"
        ))),
        None => Ok(weight),
    }
}

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    day(&String::deserialize(from)?)
}

fn due<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    Option::<String>::deserialize(from)?.map(|text| day(&text)).transpose()
}

fn day<E: Error>(text: &str) -> Result<Date, E> {
    text.parse()
        .map_err(|_| E::custom(format_args!("{text:?} is not a date; write it like 2026-11-02")))
}
