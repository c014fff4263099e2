//! How long a text takes to say.

use crate::domain::lexicon::size;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;

/// English words spoken in a minute.
const WORDS_A_MINUTE: f64 = 150.0;
/// Chinese characters spoken in a minute.
const CHARACTERS_A_MINUTE: f64 = 250.0;

/// The size of a text in both scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Length {
    /// Runs of letters and digits outside Chinese.
    pub(super) words: usize,
    /// Chinese characters.
    pub(super) characters: usize,
}

impl Length {
    pub(super) fn of(text: &str) -> Self {
        let (words, characters) = size(text);
        Self { words, characters }
    }

    /// About how long it takes to say, to the nearest 5 seconds.
    pub(super) fn seconds(self) -> u64 {
        #[expect(clippy::cast_precision_loss, reason = "a text has far fewer than 2^52 words")]
        let minutes =
            self.words as f64 / WORDS_A_MINUTE + self.characters as f64 / CHARACTERS_A_MINUTE;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
        let steps = (minutes * 12.0).ceil() as u64;
        steps * 5
    }
}

/// "125 words, about 50 s aloud".
pub(super) fn line(cx: &Cx<'_>, length: Length) -> String {
    let counted = |key, count: usize| cx.tr(key, &[("count", count.into())]);
    let words = counted("walk-words", length.words);
    let characters = counted("walk-characters", length.characters);
    let amount = match (length.words, length.characters) {
        (0, 0) => return String::new(),
        (_, 0) => words,
        (0, _) => characters,
        _ => {
            let both = [("words", Arg::from(words)), ("characters", Arg::from(characters))];
            cx.tr("walk-mixed", &both)
        }
    };
    let seconds = length.seconds();
    let time = if seconds < 60 {
        cx.tr("walk-seconds", &[("seconds", seconds.into())])
    } else {
        let parts = [("minutes", (seconds / 60).into()), ("seconds", (seconds % 60).into())];
        cx.tr("walk-minutes", &parts)
    };
    cx.tr("walk-length", &[("amount", amount.into()), ("time", time.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_characters_are_counted_apart() {
        let length = |words, characters| Length { words, characters };
        assert_eq!(Length::of(""), length(0, 0));
        assert_eq!(Length::of("Don't pay 3.1% twice."), length(4, 0));
        assert_eq!(Length::of("我们的service很好，省 410,000 元。"), length(2, 7));
    }

    #[test]
    fn the_time_follows_both_scripts() {
        assert_eq!(Length { words: 150, characters: 0 }.seconds(), 60);
        assert_eq!(Length { words: 75, characters: 125 }.seconds(), 60);
        assert_eq!(Length { words: 1, characters: 0 }.seconds(), 5);
        assert_eq!(Length::default().seconds(), 0);
    }
}
