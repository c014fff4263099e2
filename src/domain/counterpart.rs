//! A counterpart: a person with whom one negotiates.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::ids::CounterpartId;
use super::label::Labels;

/// The record of one person. The summary fields stand first, so that a list can stop reading early.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Counterpart {
    pub schema: u32,
    pub id: CounterpartId,
    pub updated: Timestamp,
    /// The name as the person writes it, for example 林悦.
    pub name: String,
    /// The name in Latin letters, for example Lin Yue; may be empty.
    #[serde(default)]
    pub latin_name: String,
    /// Job title.
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub organisation: String,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    #[serde(default)]
    pub notes: String,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

impl Counterpart {
    pub fn new(id: CounterpartId, updated: Timestamp) -> Self {
        Self {
            schema: super::library::SCHEMA,
            id,
            updated,
            name: String::new(),
            latin_name: String::new(),
            title: String::new(),
            organisation: String::new(),
            labels: Labels::default(),
            notes: String::new(),
            evidence: Vec::new(),
        }
    }
}

impl Named for Counterpart {
    fn own_name(&self) -> &str {
        &self.name
    }

    fn latin_name(&self) -> &str {
        &self.latin_name
    }
}

/// Somebody with a name as they write it and a name in Latin letters.
pub trait Named {
    fn own_name(&self) -> &str;
    fn latin_name(&self) -> &str;

    /// Both names as one label, Latin first: "Lin Yue (林悦)". Empty when there is no name yet.
    fn full_name(&self) -> String {
        match (self.latin_name().trim(), self.own_name().trim()) {
            ("", name) => name.to_owned(),
            (latin, "") => latin.to_owned(),
            (latin, name) if latin == name => name.to_owned(),
            (latin, name) => format!("{latin} ({name})"),
        }
    }
}
