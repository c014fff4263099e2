//! Labelled passages, as they stand in `training/` and `tests/evaluation/`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use counterpoint::domain::cue;
use counterpoint::domain::walk::QuestionId;
use serde::Deserialize;

/// A lexicon to be learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    WalkEnglish,
    WalkChinese,
    HearEnglish,
    HearChinese,
    CuesEnglish,
    CuesChinese,
}

/// A passage and the indices of the labels that it carries.
#[derive(Debug, Clone)]
pub struct Passage {
    pub text: String,
    pub labels: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Half {
    /// Not of an evaluation set.
    #[default]
    Training,
    /// May be learned from.
    Tuning,
    /// Only measures.
    Test,
}

#[derive(Deserialize)]
struct Entry {
    text: String,
    #[serde(default)]
    questions: Vec<String>,
    #[serde(default)]
    tactics: Vec<String>,
    #[serde(default)]
    potatoes: Vec<String>,
    #[serde(default)]
    quadrant: Option<String>,
    #[serde(default)]
    half: Half,
}

impl Task {
    pub const ALL: [Self; 6] = [
        Self::WalkEnglish,
        Self::WalkChinese,
        Self::HearEnglish,
        Self::HearChinese,
        Self::CuesEnglish,
        Self::CuesChinese,
    ];

    /// The name of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::WalkEnglish => "walk-en",
            Self::WalkChinese => "walk-zh",
            Self::HearEnglish => "utterances-en",
            Self::HearChinese => "utterances-zh",
            Self::CuesEnglish => "cues-en",
            Self::CuesChinese => "cues-zh",
        }
    }

    pub fn is_walk(self) -> bool {
        matches!(self, Self::WalkEnglish | Self::WalkChinese)
    }

    pub fn is_cues(self) -> bool {
        matches!(self, Self::CuesEnglish | Self::CuesChinese)
    }

    /// Whether a passage carries just one label, and ordinary talk is a label too.
    pub fn is_hear(self) -> bool {
        !self.is_walk() && !self.is_cues()
    }

    pub fn labels(self) -> Vec<String> {
        if self.is_walk() {
            QuestionId::ALL.iter().map(|question| question.id().to_owned()).collect()
        } else if self.is_cues() {
            cue::labels()
        } else {
            ["A", "B", "C", "D", "none"].map(str::to_owned).to_vec()
        }
    }

    /// Where its lexicon is.
    pub fn lexicon(self) -> PathBuf {
        root().join(format!("assets/lexicon/{}.tsv", self.name()))
    }

    /// What it may be learned from: the training passages and the tuning half.
    pub fn training(self) -> Result<Vec<Passage>, Box<dyn Error>> {
        let folder = root().join("training").join(self.name());
        let mut files: Vec<PathBuf> = fs::read_dir(&folder)?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<_, std::io::Error>>()?;
        files.sort();
        let mut passages = Vec::new();
        for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "ron")) {
            passages.extend(self.read(file, Half::Training)?);
        }
        passages.extend(self.evaluation(Half::Tuning)?);
        Ok(passages)
    }

    /// One half of the evaluation set.
    pub fn evaluation(self, half: Half) -> Result<Vec<Passage>, Box<dyn Error>> {
        self.read(&root().join(format!("tests/evaluation/{}.ron", self.name())), half)
    }

    fn read(self, file: &Path, half: Half) -> Result<Vec<Passage>, Box<dyn Error>> {
        let text = fs::read_to_string(file)?;
        let options = ron::Options::default();
        let entries: Vec<Entry> =
            options.from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        let names = self.labels();
        let wanted = entries.into_iter().filter(|entry| entry.half == half);
        Ok(wanted
            .map(|entry| {
                let place = |label: &String| names.iter().position(|name| name == label);
                let cues = || {
                    let potatoes = entry.potatoes.iter().map(|kind| format!("potato-{kind}"));
                    entry.tactics.iter().cloned().chain(potatoes)
                };
                let labels = match &entry.quadrant {
                    _ if self.is_walk() => entry.questions.iter().filter_map(place).collect(),
                    _ if self.is_cues() => cues().filter_map(|label| place(&label)).collect(),
                    Some(quadrant) => place(quadrant).into_iter().collect(),
                    None => vec![names.len() - 1],
                };
                Passage { text: entry.text, labels }
            })
            .collect())
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
