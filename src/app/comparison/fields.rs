//! The fields of the records: what they are called, and how their values are to be read.

/// How the value of a field is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing that a user knows of: ids, stamps.
    Hidden,
    /// Free text of any length.
    Text,
    /// Where an observation comes from: the user's words, or the item of the questionnaire.
    Source,
    /// A short text that is shown as a whole.
    Line,
    Date,
    /// Date and time at the place of the meeting.
    LocalTime,
    Moment,
    Money,
    Number,
    Flag,
    /// A word of a set of messages.
    Word(&'static str),
    Quadrants,
    /// A list in the user's own words.
    Words,
    People,
    /// The weight of each person in the decision.
    Influence,
    /// One of some levels, by number; a word of a set of messages.
    Level(&'static str),
    Meeting,
    /// A person across the table.
    Person,
    Tactic,
    /// A set of tactics.
    Tactics,
    Checklist,
    /// A whole number of hundredths.
    Hundredths,
    /// A whole number of percent.
    Percent,
    /// What somebody says about an issue.
    Value,
    /// What is said about the issues, by their ids.
    Values,
    /// How the worth runs between walk-away and target.
    Curve,
    /// Which of the test questions have been asked.
    Asked,
    /// An object whose fields have a table of their own.
    Group(&'static str),
    /// A list of such objects.
    Entries(&'static str),
    /// A map of such objects, by the id of a question.
    Questions(&'static str),
}

use Kind::{
    Asked, Checklist, Curve, Date, Entries, Flag, Group, Hidden, Hundredths, Influence, Line,
    LocalTime, Meeting, Moment, Money, Number, People, Percent, Person, Quadrants, Questions,
    Source, Tactic, Tactics, Text, Value, Values, Word, Words,
};

type Table = (&'static str, &'static [(&'static str, Kind)]);

/// What one side wants of an issue.
const STAKES: &[(&str, Kind)] = &[
    ("weight", Number),
    ("target", Value),
    ("reservation", Value),
    ("give_or_take", Number),
    ("curve", Curve),
];

/// Every field of every record, by the thing that it belongs to. The name of a field is the message
/// `field-THING-FIELD`.
const TABLES: &[Table] = &[
    (
        "library",
        &[
            ("schema", Hidden),
            ("id", Hidden),
            ("updated", Hidden),
            ("owner", Group("owner")),
            ("currency", Line),
            ("animals", Word("settings-animals")),
            ("deck", Group("deck")),
        ],
    ),
    ("deck", &[("favourites", Tactics), ("train", Tactics), ("cards", Entries("card"))]),
    (
        "card",
        &[
            ("id", Hidden),
            ("name", Line),
            ("phase", Word("phase")),
            ("mark", Word("mark")),
            ("cues", Text),
            ("how", Text),
            ("counter", Text),
            ("note", Text),
        ],
    ),
    ("owner", &[("name", Line), ("evidence", Entries("evidence"))]),
    (
        "counterpart",
        &[
            ("schema", Hidden),
            ("id", Hidden),
            ("updated", Hidden),
            ("name", Line),
            ("latin_name", Line),
            ("title", Line),
            ("organisation", Line),
            ("labels", Group("labels")),
            ("notes", Text),
            ("evidence", Entries("evidence")),
        ],
    ),
    ("labels", &[("tags", Words), ("archived", Flag)]),
    (
        "evidence",
        &[
            ("id", Hidden),
            ("kind", Word("evidence")),
            ("text", Text),
            ("date", Date),
            ("supports", Quadrants),
            ("against", Quadrants),
            ("setting", Word("setting")),
            ("source", Source),
            ("weight", Number),
        ],
    ),
    (
        "session",
        &[
            ("schema", Hidden),
            ("id", Hidden),
            ("updated", Hidden),
            ("title", Line),
            ("counterparts", People),
            ("labels", Group("labels")),
            ("influence", Influence),
            ("my_party", Word("party")),
            ("currency", Line),
            ("plan", Group("plan")),
            ("pitch", Text),
            ("walk", Questions("question")),
            ("pitches", Entries("pitch")),
            ("meetings", Entries("meeting")),
            ("offers", Entries("offer")),
            ("potatoes", Entries("potato")),
            ("log", Entries("log")),
            ("agreed", Group("agreed")),
        ],
    ),
    ("agreed", &[("at", Moment), ("meeting", Meeting), ("price", Money), ("values", Values)]),
    (
        "plan",
        &[
            ("goal", Text),
            ("price_unit", Line),
            ("target", Money),
            ("reservation", Money),
            ("price", Group("price")),
            ("issues", Entries("issue")),
            ("alternative", Text),
            ("alternative_worth", Number),
            ("their_alternative", Text),
            ("their_alternative_worth", Number),
            ("gives", Text),
            ("packages", Entries("package")),
            ("concessions", Group("concessions")),
            ("questions", Text),
            ("unsaid", Text),
            ("team", Entries("member")),
        ],
    ),
    (
        "price",
        &[
            ("weight", Number),
            ("curve", Curve),
            ("their_weight", Number),
            ("their_target", Money),
            ("their_reservation", Money),
            ("give_or_take", Money),
            ("their_curve", Curve),
        ],
    ),
    (
        "issue",
        &[
            ("id", Hidden),
            ("name", Line),
            ("kind", Word("issue-kind")),
            ("unit", Line),
            ("choices", Entries("choice")),
            ("mine", Group("mine")),
            ("theirs", Group("theirs")),
        ],
    ),
    ("mine", STAKES),
    ("theirs", STAKES),
    ("choice", &[("key", Hidden), ("name", Line), ("mine", Number), ("theirs", Number)]),
    ("package", &[("id", Hidden), ("name", Line), ("price", Money), ("values", Values)]),
    (
        "concessions",
        &[
            ("opening", Money),
            ("stop", Money),
            ("steps", Number),
            ("softness", Hundredths),
            ("in_return", Words),
        ],
    ),
    ("member", &[("id", Hidden), ("name", Line), ("role", Word("team-role")), ("note", Text)]),
    ("question", &[("answer", Word("answer")), ("note", Text)]),
    (
        "pitch",
        &[
            ("id", Hidden),
            ("at", Moment),
            ("name", Line),
            ("text", Text),
            ("walk", Questions("question")),
        ],
    ),
    (
        "meeting",
        &[
            ("id", Hidden),
            ("planned", LocalTime),
            ("place", Line),
            ("started", Moment),
            ("ended", Moment),
            ("phase", Word("phase")),
            ("done", Checklist),
            ("outcome", Group("outcome")),
            ("minutes", Number),
            ("prediction", Group("prediction")),
            ("keep", Text),
            ("change", Text),
            ("debrief", Text),
        ],
    ),
    (
        "prediction",
        &[
            ("at", Moment),
            ("verdict", Word("outcome")),
            ("sure", Percent),
            ("low", Money),
            ("high", Money),
        ],
    ),
    (
        "outcome",
        &[
            ("refused", Flag),
            ("decided_elsewhere", Flag),
            ("words", Words),
            ("commitments", Entries("promise")),
        ],
    ),
    (
        "promise",
        &[
            ("id", Hidden),
            ("party", Word("party")),
            ("action", Text),
            ("person", Line),
            ("due", Date),
            ("cost", Text),
            ("binding", Flag),
            ("state", Word("commitment")),
        ],
    ),
    (
        "offer",
        &[
            ("id", Hidden),
            ("at", Moment),
            ("meeting", Meeting),
            ("side", Word("side")),
            ("price", Money),
            ("values", Values),
            ("terms", Text),
        ],
    ),
    (
        "potato",
        &[
            ("id", Hidden),
            ("at", Moment),
            ("meeting", Meeting),
            ("kind", Word("potato")),
            ("claim", Text),
            ("asked", Asked),
            ("verdict", Word("potato-verdict")),
            ("evidence", Text),
            ("person", Person),
            ("whose", Word("whose")),
            ("answer", Text),
        ],
    ),
    (
        "log",
        &[
            ("id", Hidden),
            ("at", Moment),
            ("meeting", Meeting),
            ("kind", Word("log")),
            ("text", Text),
            ("tactic", Tactic),
            ("effect", Word("effect")),
            ("person", Person),
            ("phase", Word("phase")),
        ],
    ),
];

/// The fields of a thing, in the order in which they are shown.
pub fn fields_of(thing: &str) -> &'static [(&'static str, Kind)] {
    TABLES.iter().find(|(name, _)| *name == thing).map_or(&[], |(_, fields)| *fields)
}

/// How a field is to be read; `None` for a field that the table lacks.
pub fn kind_of(thing: &str, field: &str) -> Option<Kind> {
    fields_of(thing).iter().find(|(name, _)| *name == field).map(|(_, kind)| *kind)
}

/// The id of the message that names the field.
pub fn message_of(thing: &str, field: &str) -> String {
    format!("field-{thing}-{}", field.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use serde_json::Value as Tree;

    use super::super::fixture;
    use super::*;
    use crate::i18n::{Language, Messages};

    /// Walks a value with the table; every field has to be in it, with a name in both languages.
    fn walk(thing: &str, value: &Tree, messages: &[Messages], seen: &mut Vec<String>) {
        for (field, value) in value.as_object().unwrap() {
            let kind = kind_of(thing, field)
                .unwrap_or_else(|| panic!("{thing}.{field} is not in the table of fields"));
            let entries = |value: &Tree| value.as_array().cloned().unwrap_or_default();
            match kind {
                Hidden => continue,
                Group(inner) => walk(inner, value, messages, seen),
                Entries(inner) => {
                    assert!(!entries(value).is_empty(), "{thing}.{field} has no sample entry");
                    for entry in &entries(value) {
                        walk(inner, entry, messages, seen);
                    }
                }
                Questions(inner) => value
                    .as_object()
                    .unwrap()
                    .values()
                    .for_each(|entry| walk(inner, entry, messages, seen)),
                _ => {}
            }
            let id = message_of(thing, field);
            for messages in messages {
                // A group that is always there is never named as a whole.
                let is_unnamed =
                    ["owner", "labels", "plan", "outcome", "deck", "price", "mine", "theirs"];
                let is_unnamed = matches!(kind, Group(inner) if is_unnamed.contains(&inner));
                assert!(is_unnamed || messages.has(&id), "{id} in {:?}", messages.language());
            }
            seen.push(format!("{thing}.{field}"));
        }
    }

    #[test]
    fn every_field_of_every_record_has_a_name_in_both_languages() {
        let messages = [Messages::new(Language::English), Messages::new(Language::Chinese)];
        let mut seen = Vec::new();
        let (library, person, session) =
            (fixture::library(), fixture::counterpart(), fixture::session());
        walk("library", &serde_json::to_value(&library).unwrap(), &messages, &mut seen);
        walk("counterpart", &serde_json::to_value(&person).unwrap(), &messages, &mut seen);
        walk("session", &serde_json::to_value(&session).unwrap(), &messages, &mut seen);
        // And the table names nothing that the records do not have.
        for (thing, fields) in TABLES {
            for (field, kind) in *fields {
                let name = format!("{thing}.{field}");
                assert!(*kind == Hidden || seen.contains(&name), "no record has {name}");
            }
        }
    }
}
