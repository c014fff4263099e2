//! The four thinking quadrants and their animal mnemonics (coaching models, section 1).

use std::fmt;
use std::ops::{Index, IndexMut};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A thinking preference. On every map A is top left, D top right, B bottom left, C bottom right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Quadrant {
    /// Analytical: facts, numbers, logic.
    A,
    /// Organised: order, rules, safety.
    B,
    /// Interpersonal: people, feelings, taking part.
    C,
    /// Imaginative: the whole picture, novelty, the future.
    D,
}

/// Left mode (A, B) or right mode (C, D).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Left,
    Right,
}

/// Cerebral, the upper half (A, D), or limbic, the lower half (B, C).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    Cerebral,
    Limbic,
}

impl Quadrant {
    /// All quadrants in the order of their letters.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The order of the quadrant walk and of reading the map clockwise by rows: A, D, B, C.
    pub const WALK_ORDER: [Self; 4] = [Self::A, Self::D, Self::B, Self::C];

    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }

    pub fn mode(self) -> Mode {
        match self {
            Self::A | Self::B => Mode::Left,
            Self::C | Self::D => Mode::Right,
        }
    }

    pub fn layer(self) -> Layer {
        match self {
            Self::A | Self::D => Layer::Cerebral,
            Self::B | Self::C => Layer::Limbic,
        }
    }

    /// The animal that stands for the quadrant under `reading`.
    pub fn animal(self, reading: AnimalReading) -> Animal {
        match (self, reading) {
            (Self::A, _) => Animal::Eagle,
            (Self::B, _) => Animal::Donkey,
            (Self::C, AnimalReading::SheepIsC) | (Self::D, AnimalReading::FoxIsC) => Animal::Sheep,
            (Self::D, AnimalReading::SheepIsC) | (Self::C, AnimalReading::FoxIsC) => Animal::Fox,
        }
    }
}

impl fmt::Display for Quadrant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letter())
    }
}

impl From<Quadrant> for String {
    fn from(quadrant: Quadrant) -> Self {
        quadrant.letter().to_owned()
    }
}

/// The text is not one of the letters A, B, C, D.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not a quadrant; write A, B, C or D")]
pub struct UnknownQuadrant {
    pub text: String,
}

impl FromStr for Quadrant {
    type Err = UnknownQuadrant;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|quadrant| quadrant.letter().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| UnknownQuadrant { text: text.to_owned() })
    }
}

impl TryFrom<String> for Quadrant {
    type Error = UnknownQuadrant;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// The animal is a mnemonic for a quadrant, nothing more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Animal {
    Eagle,
    Donkey,
    Sheep,
    Fox,
}

impl Animal {
    /// Stable English word, used in the headless output and in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Eagle => "eagle",
            Self::Donkey => "donkey",
            Self::Sheep => "sheep",
            Self::Fox => "fox",
        }
    }
}

/// Which of the two readings of the animals is shown. It changes labels and icons only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnimalReading {
    /// A eagle, B donkey, C sheep, D fox.
    #[default]
    SheepIsC,
    /// A eagle, B donkey, C fox, D sheep.
    FoxIsC,
}

/// One value for each quadrant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PerQuadrant<T> {
    #[serde(rename = "A")]
    pub a: T,
    #[serde(rename = "B")]
    pub b: T,
    #[serde(rename = "C")]
    pub c: T,
    #[serde(rename = "D")]
    pub d: T,
}

impl<T> PerQuadrant<T> {
    pub fn from_fn(mut value: impl FnMut(Quadrant) -> T) -> Self {
        Self {
            a: value(Quadrant::A),
            b: value(Quadrant::B),
            c: value(Quadrant::C),
            d: value(Quadrant::D),
        }
    }

    /// The four values with their quadrants, in the order of the letters.
    pub fn iter(&self) -> impl Iterator<Item = (Quadrant, &T)> {
        Quadrant::ALL.into_iter().map(|quadrant| (quadrant, &self[quadrant]))
    }
}

impl<T> Index<Quadrant> for PerQuadrant<T> {
    type Output = T;

    fn index(&self, quadrant: Quadrant) -> &T {
        match quadrant {
            Quadrant::A => &self.a,
            Quadrant::B => &self.b,
            Quadrant::C => &self.c,
            Quadrant::D => &self.d,
        }
    }
}

impl<T> IndexMut<Quadrant> for PerQuadrant<T> {
    fn index_mut(&mut self, quadrant: Quadrant) -> &mut T {
        match quadrant {
            Quadrant::A => &mut self.a,
            Quadrant::B => &mut self.b,
            Quadrant::C => &mut self.c,
            Quadrant::D => &mut self.d,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_readings_share_eagle_and_donkey_and_swap_the_other_two() {
        let animals = |reading| Quadrant::ALL.map(|quadrant| quadrant.animal(reading).id());
        assert_eq!(animals(AnimalReading::SheepIsC), ["eagle", "donkey", "sheep", "fox"]);
        assert_eq!(animals(AnimalReading::FoxIsC), ["eagle", "donkey", "fox", "sheep"]);
    }

    #[test]
    fn modes_and_layers_follow_the_map() {
        assert_eq!(Quadrant::A.mode(), Quadrant::B.mode());
        assert_eq!(Quadrant::C.mode(), Quadrant::D.mode());
        assert_ne!(Quadrant::A.mode(), Quadrant::C.mode());
        assert_eq!(Quadrant::A.layer(), Quadrant::D.layer());
        assert_eq!(Quadrant::B.layer(), Quadrant::C.layer());
        assert_ne!(Quadrant::A.layer(), Quadrant::B.layer());
    }

    #[test]
    fn a_wrong_letter_is_named_in_the_error() {
        let error = "E".parse::<Quadrant>().unwrap_err();
        assert_eq!(error.to_string(), "\"E\" is not a quadrant; write A, B, C or D");
    }
}
