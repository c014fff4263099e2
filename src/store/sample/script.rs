//! How the sample is written down: people and deals with texts in both languages
//! and days counted from today.

use jiff::civil::Time;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::sync::LazyLock;

use super::bargain::{Bargain, Expected, Said, Settled};
use crate::content::text::Text;
use crate::domain::evidence::{EvidenceKind, Setting};
use crate::domain::ledger::Side;
use crate::domain::outcome::{CommitmentState, Party};
use crate::domain::phase::Phase;
use crate::domain::potato::{PotatoKind, PotatoVerdict, Whose};
use crate::domain::quadrant::Quadrant;
use crate::domain::session::{Effect, LogKind};
use crate::domain::tactic::Mark;
use crate::domain::walk::{Answer, QuestionId};

/// The hand-written part.
#[derive(Debug)]
pub(super) struct Story {
    pub owner: Owner,
    pub people: Vec<Person>,
    pub deals: Vec<Deal>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Owner {
    pub name: Text,
    pub evidence: Vec<Heard>,
    pub favourites: Vec<String>,
    pub train: Vec<String>,
    pub cards: Vec<Card>,
}

/// A card of the owner's own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Card {
    pub day: i32,
    pub name: Text,
    pub phase: Phase,
    pub mark: Mark,
    pub cues: Text,
    pub how: Text,
    pub counter: Text,
    pub note: Text,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    /// How deals refer to the person.
    pub key: String,
    pub name: String,
    #[serde(default)]
    pub latin: String,
    /// The day on which the record was made.
    pub since: i32,
    pub title: Text,
    pub organisation: Text,
    pub notes: Text,
    #[serde(default)]
    pub evidence: Vec<Heard>,
}

/// One observation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Heard {
    pub day: i32,
    #[serde(default)]
    pub supports: Vec<Quadrant>,
    #[serde(default)]
    pub against: Vec<Quadrant>,
    pub kind: EvidenceKind,
    #[serde(default)]
    pub setting: Setting,
    pub text: Text,
    pub source: Text,
    #[serde(default)]
    pub weight: Option<f64>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deal {
    pub title: Text,
    /// Keys of the people on the other side.
    pub people: Vec<String>,
    /// The day on which the session was opened, and the day of the last change.
    pub opened: i32,
    pub touched: i32,
    pub unit: Text,
    pub goal: Text,
    pub target: i64,
    pub reservation: i64,
    pub alternative: Text,
    pub questions: Text,
    pub unsaid: Text,
    #[serde(default)]
    pub pitch: Option<Text>,
    #[serde(default)]
    pub walk: Vec<Ticked>,
    #[serde(default)]
    pub bargain: Bargain,
    pub meetings: Vec<Sitting>,
    /// Agreed in the last meeting that was held.
    #[serde(default)]
    pub settled: Option<Settled>,
}

/// An answer of the quadrant walk.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ticked {
    pub question: QuestionId,
    pub answer: Answer,
    #[serde(default)]
    pub note: Option<Text>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sitting {
    pub day: i32,
    pub time: Time,
    /// How long it lasted; missing when it is still to be held.
    #[serde(default)]
    pub minutes: Option<i32>,
    /// How long it was meant to take.
    #[serde(default)]
    pub length: Option<u16>,
    #[serde(default)]
    pub expected: Option<Expected>,
    pub place: Text,
    pub phase: Phase,
    /// Ids of checklist items.
    #[serde(default)]
    pub done: Vec<String>,
    #[serde(default)]
    pub offers: Vec<Bid>,
    #[serde(default)]
    pub potatoes: Vec<Potato>,
    #[serde(default)]
    pub log: Vec<Line>,
    #[serde(default)]
    pub refused: bool,
    #[serde(default)]
    pub elsewhere: bool,
    #[serde(default)]
    pub words: Vec<Text>,
    #[serde(default)]
    pub agreed: Vec<Agreed>,
    #[serde(default)]
    pub keep: Option<Text>,
    #[serde(default)]
    pub change: Option<Text>,
    #[serde(default)]
    pub debrief: Option<Text>,
}

/// An offer, so many minutes into the meeting.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bid {
    pub minute: i32,
    pub side: Side,
    pub price: i64,
    #[serde(default)]
    pub values: Said,
    #[serde(default)]
    pub terms: Option<Text>,
}

/// A hot potato.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Potato {
    pub minute: i32,
    pub kind: PotatoKind,
    pub claim: Text,
    #[serde(default)]
    pub asked: [bool; 3],
    pub verdict: PotatoVerdict,
    #[serde(default)]
    pub evidence: Option<Text>,
    /// The key of who said it.
    #[serde(default)]
    pub person: Option<String>,
    #[serde(default)]
    pub whose: Option<Whose>,
    #[serde(default)]
    pub answer: Option<Text>,
}

/// A line of the log.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    pub minute: i32,
    pub kind: LogKind,
    /// Missing for a change of phase.
    #[serde(default)]
    pub text: Option<Text>,
    #[serde(default)]
    pub tactic: Option<String>,
    #[serde(default)]
    pub phase: Option<Phase>,
    /// The key of who said or did it.
    #[serde(default)]
    pub person: Option<String>,
    #[serde(default)]
    pub effect: Option<Effect>,
}

/// A promised action.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Agreed {
    pub party: Party,
    pub action: Text,
    #[serde(default)]
    pub person: Option<Text>,
    #[serde(default)]
    pub due: Option<i32>,
    #[serde(default)]
    pub cost: Option<Text>,
    #[serde(default)]
    pub binding: bool,
    #[serde(default)]
    pub state: CommitmentState,
}

/// Reads an embedded file.
///
/// # Panics
/// When the file does not parse: it is part of the program, and a test reads every one.
pub(super) fn read<T: DeserializeOwned>(name: &str, text: &str) -> T {
    match ron::from_str(text) {
        Ok(value) => value,
        Err(error) => panic!("assets/sample/{name}: {error}"),
    }
}

macro_rules! asset {
    ($name:literal) => {
        $crate::store::sample::script::read(
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample/", $name)),
        )
    };
}
pub(super) use asset;

/// The story, parsed once.
pub(super) fn story() -> &'static Story {
    static STORY: LazyLock<Story> = LazyLock::new(|| {
        let organisations: [Vec<Person>; 3] = [
            asset!("people-harbour.ron"),
            asset!("people-bluefield.ron"),
            asset!("people-northgate.ron"),
        ];
        Story {
            owner: asset!("owner.ron"),
            people: organisations.into_iter().flatten().collect(),
            deals: vec![
                asset!("deal-cold-chain.ron"),
                asset!("deal-cost-case.ron"),
                asset!("deal-installation.ron"),
                asset!("deal-milk-tanks.ron"),
                asset!("deal-vaccine-store.ron"),
                asset!("deal-returns.ron"),
            ],
        }
    });
    &STORY
}
