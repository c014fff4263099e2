//! What the app remembers about itself, apart from any library.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::drafts::Drafts;
use super::route::Route;
use crate::brief::paper::Paper;
use crate::i18n::language::Language;

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

impl ThemeChoice {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How large everything is drawn, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextSize(u16);

impl TextSize {
    pub const ALL: [Self; 5] = [Self(90), Self(100), Self(115), Self(130), Self(150)];

    pub fn percent(self) -> u16 {
        self.0
    }

    pub fn zoom(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger size, or the same at the end.
    pub fn larger(self) -> Self {
        Self::ALL.into_iter().find(|size| size.0 > self.0).unwrap_or(self)
    }

    /// The next smaller size, or the same at the end.
    pub fn smaller(self) -> Self {
        Self::ALL.into_iter().rev().find(|size| size.0 < self.0).unwrap_or(self)
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

/// Everything in `state.ron`. All of it is saved: that is what the file is for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// `None` follows the system.
    pub language: Option<Language>,
    pub theme: ThemeChoice,
    pub text_size: TextSize,
    /// The library to open at the next start.
    pub library: Option<PathBuf>,
    pub recent_libraries: Vec<PathBuf>,
    /// The page where the user was.
    pub route: Route,
    /// Half-typed entries of the open library.
    pub drafts: Drafts,
    /// Half-typed entries of libraries that were left, by their folders.
    pub other_drafts: BTreeMap<PathBuf, Drafts>,
    /// Width and height of the window in points.
    pub window: Option<(f32, f32)>,
    pub include_limits: bool,
    /// The sheet that PDF files are set for; `None` is the usual one where the user lives.
    pub paper: Option<Paper>,
}

impl Preferences {
    /// Reads the file; a missing or unreadable one gives the defaults, as nothing in it is the
    /// user's work but drafts, and an unreadable one is kept beside it.
    pub fn read(path: &Path) -> Self {
        let Ok(text) = std::fs::read_to_string(path) else { return Self::default() };
        match ron::from_str(&text) {
            Ok(preferences) => preferences,
            Err(error) => {
                tracing::warn!(path = %path.display(), %error, "the state file cannot be read; starting with defaults");
                let kept = path.with_extension("damaged.ron");
                if let Err(error) = std::fs::rename(path, kept) {
                    tracing::warn!(%error, "the damaged state file could not be kept");
                }
                Self::default()
            }
        }
    }

    pub fn to_ron(&self) -> Result<String, ron::Error> {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new().new_line("\n".to_owned()))
    }

    /// Puts a library at the head of the recent ones. What was half typed in another library stays
    /// with that one.
    pub fn remember_library(&mut self, path: &Path) {
        const RECENT: usize = 6;
        if let Some(left) = self.library.take().filter(|left| left != path) {
            let drafts = std::mem::take(&mut self.drafts);
            if drafts != Drafts::default() {
                self.other_drafts.insert(left, drafts);
            }
            self.drafts = self.other_drafts.remove(path).unwrap_or_default();
        }
        self.library = Some(path.to_owned());
        self.recent_libraries.retain(|other| other != path);
        self.recent_libraries.insert(0, path.to_owned());
        self.recent_libraries.truncate(RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_typed_entries_stay_with_their_library() {
        let mut preferences = Preferences::default();
        let (one, other) = (Path::new("/one"), Path::new("/other"));
        preferences.remember_library(one);
        preferences.drafts.playbook_filter = "typed in one".to_owned();
        preferences.remember_library(one);
        assert_eq!(preferences.drafts.playbook_filter, "typed in one");
        preferences.remember_library(other);
        assert_eq!(preferences.drafts, Drafts::default());
        preferences.drafts.playbook_filter = "typed in the other".to_owned();
        preferences.remember_library(one);
        assert_eq!(preferences.drafts.playbook_filter, "typed in one");
        let read: Preferences = ron::from_str(&preferences.to_ron().unwrap()).unwrap();
        assert_eq!(read, preferences);
        preferences.remember_library(other);
        assert_eq!(preferences.drafts.playbook_filter, "typed in the other");
        assert_eq!(preferences.recent_libraries, [other, one]);
    }
}
