//! The messages of the app, loaded from the embedded Fluent files.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::{Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use super::language::Language;
use super::spacing::close_up;

/// One embedded file: its name and its text in English and in Chinese.
struct Source {
    name: &'static str,
    english: &'static str,
    chinese: &'static str,
}

macro_rules! sources {
    ($($name:literal),* $(,)?) => {
        [$(Source {
            name: $name,
            english: include_str!(concat!("../../assets/i18n/en/", $name, ".ftl")),
            chinese: include_str!(concat!("../../assets/i18n/zh-Hans/", $name, ".ftl")),
        }),*]
    };
}

/// Every message file. Ids are unique over all of them.
const SOURCES: [Source; 28] = sources![
    "core",
    "brief",
    "shell",
    "today",
    "counterparts",
    "negotiations",
    "coach",
    "lists",
    "meeting",
    "playbook",
    "questionnaire",
    "search",
    "settings",
    "table",
    "outside",
    "keeping",
    "merge",
    "together",
    "heard",
    "people",
    "cues",
    "deck",
    "bargaining",
    "outcome",
    "statistics",
    "deals",
    "live",
    "plan",
];

/// A value to be put into a message.
#[derive(Debug, Clone)]
pub struct Arg<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::String(text.into()))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self(FluentValue::String(text.into()))
    }
}

macro_rules! number_arg {
    ($($number:ty),*) => {
        $(impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self(FluentValue::from(number))
            }
        })*
    };
}

number_arg!(i8, i16, i32, i64, u8, u16, u32, u64, usize, f64);

/// The messages in one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// The messages that need no arguments, ready to show.
    plain: HashMap<String, String>,
    missing: Mutex<HashSet<String>>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Messages {
    pub fn new(language: Language) -> Self {
        let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // In Chinese the marks say where a value begins and ends; `close_up` takes them away.
        bundle.set_use_isolating(language == Language::Chinese);
        let mut ids = Vec::new();
        for source in &SOURCES {
            let text = match language {
                Language::English => source.english,
                Language::Chinese => source.chinese,
            };
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, errors)| {
                    tracing::error!(file = source.name, ?language, ?errors, "unreadable messages");
                    rest
                });
            ids.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(file = source.name, ?language, ?errors, "messages defined twice");
            }
        }
        let plain = ids
            .into_iter()
            .filter_map(|id| {
                let text = format(&bundle, &id, None).ok()?;
                Some((id, text))
            })
            .collect();
        Self { language, bundle, plain, missing: Mutex::default() }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The message `id`, which takes no arguments. A missing one shows its id.
    pub fn text<'a>(&'a self, id: &'a str) -> &'a str {
        self.plain.get(id).map_or_else(
            || {
                self.report(id);
                id
            },
            String::as_str,
        )
    }

    /// The word for one value of a set, such as `phase-late` for `("phase", "late")`.
    pub fn word<'a>(&'a self, set: &str, value: &'a str) -> &'a str {
        let id = format!("{set}-{value}");
        self.plain.get(&id).map_or_else(
            || {
                self.report(&id);
                value
            },
            String::as_str,
        )
    }

    /// The message `id` with its arguments put in. A missing one shows its id.
    pub fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, Arg(value)) in args {
            values.set(*name, value.clone());
        }
        format(&self.bundle, id, Some(&values)).unwrap_or_else(|partial| {
            self.report(id);
            partial.unwrap_or_else(|| id.to_owned())
        })
    }

    /// Whether there is such a message, with or without arguments.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// Ids that were asked for and could not be shown as meant; a test expects none.
    pub fn missing(&self) -> Vec<String> {
        let missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut ids: Vec<String> = missing.iter().cloned().collect();
        ids.sort();
        ids
    }

    /// Logs a bad id once.
    fn report(&self, id: &str) {
        let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        if missing.insert(id.to_owned()) {
            tracing::error!(
                id,
                language = self.language.tag(),
                "no such message, or not with these arguments"
            );
        }
    }
}

/// The formatted message; on errors what could be formatted, if anything.
fn format(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    args: Option<&FluentArgs<'_>>,
) -> Result<String, Option<String>> {
    let pattern = bundle.get_message(id).and_then(|message| message.value()).ok_or(None)?;
    let mut errors = Vec::new();
    let text = close_up(bundle.format_pattern(pattern, args, &mut errors).into_owned());
    if errors.is_empty() { Ok(text) } else { Err(Some(text)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_messages_come_without_isolation_marks() {
        assert_eq!(Messages::new(Language::English).text("day-today"), "today");
        assert_eq!(Messages::new(Language::Chinese).text("day-today"), "今天");
    }

    #[test]
    fn plurals_follow_the_count() {
        let english = Messages::new(Language::English);
        assert_eq!(english.with("day-ahead", &[("count", 1.into())]), "in 1 day");
        assert_eq!(english.with("day-ahead", &[("count", 3_usize.into())]), "in 3 days");
        let chinese = Messages::new(Language::Chinese);
        assert_eq!(chinese.with("day-ahead", &[("count", 3_i64.into())]), "3 天后");
    }

    #[test]
    fn a_missing_message_shows_its_id_and_is_remembered() {
        let messages = Messages::new(Language::English);
        assert!(messages.missing().is_empty());
        assert_eq!(messages.text("no-such-id"), "no-such-id");
        assert_eq!(messages.word("phase", "lunch"), "lunch");
        assert_eq!(messages.with("no-such-id", &[]), "no-such-id");
        assert_eq!(messages.missing(), ["no-such-id", "phase-lunch"]);
    }

    #[test]
    fn text_from_the_user_is_put_in_as_it_is() {
        let messages = Messages::new(Language::English);
        let odd = "{ $count } <b>\u{5d0}\u{1f600}\n";
        assert_eq!(
            messages.with("date-short", &[("day", odd.into()), ("month", String::new().into())]),
            format!("{odd} ")
        );
    }

    #[test]
    fn every_file_of_both_languages_is_embedded() {
        for language in Language::ALL {
            let folder = format!("{}/assets/i18n/{}", env!("CARGO_MANIFEST_DIR"), language.tag());
            for entry in std::fs::read_dir(folder).unwrap() {
                let name = entry.unwrap().file_name().to_string_lossy().into_owned();
                let embedded = SOURCES.iter().any(|source| format!("{}.ftl", source.name) == name);
                assert!(embedded, "{name} is not in the list of sources");
            }
        }
    }

    #[test]
    fn messages_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Messages>();
    }
}
