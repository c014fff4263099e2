//! The lexicons that come with the app, read when they are first needed.

use std::sync::OnceLock;

use super::catalog::Sources;
use super::coach::{Irritator, Irritators};
use super::reading::read;
use crate::domain::lexicon::{Lexicon, LexiconError, Lexicons, Phrase, Phrases, Scripts};

const WALK_EN: &str = include_str!("../../assets/lexicon/walk-en.tsv");
const WALK_ZH: &str = include_str!("../../assets/lexicon/walk-zh.tsv");
const HEAR_EN: &str = include_str!("../../assets/lexicon/utterances-en.tsv");
const HEAR_ZH: &str = include_str!("../../assets/lexicon/utterances-zh.tsv");

const CUES_EN: &str = include_str!("../../assets/lexicon/cues-en.tsv");
const CUES_ZH: &str = include_str!("../../assets/lexicon/cues-zh.tsv");

static LEXICONS: OnceLock<Lexicons> = OnceLock::new();

/// The lexicons; the first call reads them, which takes a while.
pub fn lexicons() -> &'static Lexicons {
    LEXICONS.get_or_init(|| {
        bundled().unwrap_or_else(|error| {
            // A fault of the build, which a test finds: without lexicons nothing is suggested.
            tracing::error!(%error, "the lexicons cannot be read");
            Lexicons::default()
        })
    })
}

/// The lexicons, once they have been read.
pub fn ready() -> Option<&'static Lexicons> {
    LEXICONS.get()
}

/// Reads the lexicons that come with the app.
pub fn bundled() -> Result<Lexicons, LexiconError> {
    let scripts = |latin: &str, chinese: &str| {
        Ok(Scripts { latin: Lexicon::parse(latin)?, chinese: Lexicon::parse(chinese)? })
    };
    let irritators: Option<Irritators> = read("irritators", Sources::BUNDLED.irritators).ok();
    let phrases = |of: &dyn Fn(&Irritators) -> Vec<Phrase>| {
        Phrases::new(&irritators.as_ref().map(of).unwrap_or_default())
    };
    Ok(Lexicons {
        walk: scripts(WALK_EN, WALK_ZH)?,
        hear: scripts(HEAR_EN, HEAR_ZH)?,
        cues: scripts(CUES_EN, CUES_ZH)?,
        irritators_latin: phrases(&|all| all.en.iter().map(phrase).collect()),
        irritators_chinese: phrases(&|all| all.zh.iter().map(phrase).collect()),
    })
}

fn phrase(irritator: &Irritator) -> Phrase {
    let forms = std::iter::once(&irritator.phrase).chain(&irritator.variants);
    Phrase { forms: forms.cloned().collect(), unless: irritator.unless.clone() }
}
