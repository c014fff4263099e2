//! What the user has chosen in the palette, besides what is typed.

use crate::store::search::Scope;

/// A part of what can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    #[default]
    All,
    People,
    Negotiations,
    Playbook,
    Commands,
}

impl Part {
    pub const ALL: [Self; 5] =
        [Self::All, Self::People, Self::Negotiations, Self::Playbook, Self::Commands];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::People => "people",
            Self::Negotiations => "negotiations",
            Self::Playbook => "playbook",
            Self::Commands => "commands",
        }
    }

    /// The records that are listed.
    pub fn scope(self) -> Scope {
        match self {
            Self::People => Scope::People,
            Self::Negotiations => Scope::Negotiations,
            Self::All | Self::Playbook | Self::Commands => Scope::Everything,
        }
    }

    pub fn has_records(self) -> bool {
        matches!(self, Self::All | Self::People | Self::Negotiations)
    }

    pub fn has_playbook(self) -> bool {
        matches!(self, Self::All | Self::Playbook)
    }

    pub fn has_commands(self) -> bool {
        matches!(self, Self::All | Self::Commands)
    }
}

/// The state of the open palette.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    part: Part,
    pub archived: bool,
    /// More than the first hits are listed.
    pub expanded: bool,
    /// Enter was pressed before the hits for what is typed were there.
    pub waiting: bool,
    /// An input method composes text that is in the field but not typed yet.
    pub composing: bool,
    /// What is typed, without what is being composed.
    pub text: String,
}

impl Choice {
    /// The part that is searched: a `>` before everything else asks for commands.
    pub fn part(&self) -> Part {
        if self.command_text().is_some() { Part::Commands } else { self.part }
    }

    pub fn set_part(&mut self, part: Part) {
        self.part = part;
        self.expanded = false;
        if let Some(text) = self.command_text() {
            self.text = text.to_owned();
        }
    }

    /// What is searched for.
    pub fn wanted(&self) -> &str {
        self.command_text().unwrap_or(&self.text).trim()
    }

    fn command_text(&self) -> Option<&str> {
        let text = self.text.trim_start();
        text.strip_prefix('>').or_else(|| text.strip_prefix('＞'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_before_the_text_asks_for_commands() {
        let mut choice = Choice { text: " >theme".to_owned(), ..Choice::default() };
        assert_eq!((choice.part(), choice.wanted()), (Part::Commands, "theme"));
        choice.text = "＞ 主题".to_owned();
        assert_eq!((choice.part(), choice.wanted()), (Part::Commands, "主题"));
        choice.set_part(Part::People);
        assert_eq!((choice.part(), choice.wanted()), (Part::People, "主题"));
    }
}
