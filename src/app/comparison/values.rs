//! Values of fields and names of entries, as a reader expects them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::fields::Kind;
use super::{Compared, beginning, entry_of};
use crate::domain::ids::{CounterpartId, MeetingId};
use crate::domain::issue::Issue;
use crate::domain::walk::QuestionId;
use crate::i18n::{Arg, Language};

/// Whether nothing was filled in.
pub fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn parse<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

/// A text as it is, anything else as it is written.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

impl Compared<'_> {
    /// One value in words. A value that is not what the field should hold is given as it stands.
    /// `about` is the issue that it belongs to, if there is one.
    pub(super) fn read(&self, kind: Kind, about: Option<&Issue>, value: &Value) -> String {
        let messages = self.wording.messages;
        let read = match kind {
            Kind::Date => parse::<Date>(value).map(|date| messages.date(date)),
            Kind::LocalTime => parse::<DateTime>(value).map(|at| messages.date_time(at)),
            Kind::Moment => parse::<Timestamp>(value).map(|at| self.moment(at)),
            Kind::Money => {
                parse::<Decimal>(value).map(|amount| messages.money(amount, &self.currency))
            }
            Kind::Number => value
                .as_f64()
                .and_then(|number| Decimal::try_from(number).ok())
                .map(|number| messages.number(number)),
            Kind::Flag => value
                .as_bool()
                .map(|on| messages.text(if on { "answer-yes" } else { "answer-no" }).to_owned()),
            Kind::Word(set) => value.as_str().map(|word| {
                let word = word.replace('_', "-");
                messages.word(set, &word).to_owned()
            }),
            Kind::Meeting => parse::<MeetingId>(value).map(|id| self.meeting(id)),
            Kind::Tactic => value.as_str().map(|id| self.tactic(id)),
            Kind::Person => Some(self.person(value)),
            Kind::Hundredths => value
                .as_i64()
                .map(|hundredths| messages.number(Decimal::new(hundredths, 2).normalize())),
            Kind::Percent => value
                .as_u64()
                .and_then(|percent| u32::try_from(percent).ok())
                .map(|percent| messages.percent(f64::from(percent) / 100.0)),
            Kind::Value => self.value_of(about, value),
            Kind::Values => self.values(value),
            Kind::Curve => self.curve(about, value),
            Kind::Words
            | Kind::People
            | Kind::Checklist
            | Kind::Quadrants
            | Kind::Asked
            | Kind::Tactics => {
                Some(self.items(kind, Some(value)).join(messages.text("list-separator")))
            }
            Kind::Entries(inner) => value.as_array().map(|entries| {
                let names = entries.iter().map(|entry| self.entry_name(inner, "", Some(entry)));
                names.collect::<Vec<_>>().join("\n")
            }),
            Kind::Group(inner) => Some(self.described(inner, about, value)),
            Kind::Questions(inner) => value.as_object().map(|fields| {
                let names =
                    fields.iter().map(|(id, entry)| self.entry_name(inner, id, Some(entry)));
                names.collect::<Vec<_>>().join("\n")
            }),
            Kind::Level(set) => {
                value.as_u64().map(|level| messages.word(set, &level.to_string()).to_owned())
            }
            Kind::Influence => value.as_object().map(|people| {
                let one = |(person, weight): (&String, &Value)| {
                    let level = weight.to_string();
                    let word = messages.word("influence", &level).to_owned();
                    let args = [
                        ("label", Arg::from(self.person(&Value::String(person.clone())))),
                        ("text", Arg::from(word)),
                    ];
                    messages.with("label-text", &args)
                };
                people.iter().map(one).collect::<Vec<_>>().join("\n")
            }),
            Kind::Source => value.as_str().and_then(|source| {
                let number = self.wording.catalog.questionnaire_number(source)?;
                let args = [("number", Arg::from(number))];
                Some(messages.with("questionnaire-source", &args))
            }),
            Kind::Hidden | Kind::Text | Kind::Line => None,
        };
        read.unwrap_or_else(|| plain(value))
    }

    /// The members of a list in words.
    pub(super) fn items(&self, kind: Kind, value: Option<&Value>) -> Vec<String> {
        let members = value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let catalog = self.wording.catalog;
        let language = self.wording.messages.language();
        let one = |(index, member): (usize, &Value)| match kind {
            Kind::People => Some(self.person(member)),
            Kind::Tactics => Some(self.tactic(member.as_str()?)),
            Kind::Checklist => {
                let id = member.as_str()?;
                let mut items = crate::domain::phase::Phase::ALL
                    .into_iter()
                    .flat_map(|phase| &catalog.phase(phase).checklist);
                let item = items.find(|item| item.id == id);
                Some(item.map_or(id, |item| item.text.get(language)).to_owned())
            }
            Kind::Asked => {
                let number = [("number", Arg::from(index + 1))];
                (*member == Value::Bool(true))
                    .then(|| self.wording.messages.with("comparison-test", &number))
            }
            _ => Some(plain(member)),
        };
        members.iter().enumerate().filter_map(one).collect()
    }

    pub(super) fn person(&self, id: &Value) -> String {
        let name = parse::<CounterpartId>(id).and_then(|id| (self.wording.person)(id));
        let name = name.filter(|name| !name.is_empty());
        name.unwrap_or_else(|| self.wording.messages.text("comparison-somebody").to_owned())
    }

    /// The name of a card, of the deck or of my own. Only the library knows what my own are called.
    fn tactic(&self, id: &str) -> String {
        let messages = self.wording.messages;
        if let Some(tactic) = self.wording.catalog.tactic(id) {
            return tactic.name.get(messages.language()).to_owned();
        }
        let Some(own) = id.strip_prefix("own-") else { return id.to_owned() };
        let name = |version: &Value| {
            let card = entry_of(version.get("deck")?.get("cards"), own)?;
            Some(card.get("name")?.as_str().filter(|name| !name.is_empty())?.to_owned())
        };
        let name = name(&self.after).or_else(|| name(&self.before));
        name.unwrap_or_else(|| messages.text("comparison-own-card").to_owned())
    }

    fn moment(&self, at: Timestamp) -> String {
        self.wording.messages.date_time(self.wording.clock.local(at))
    }

    fn meeting(&self, id: MeetingId) -> String {
        let messages = self.wording.messages;
        match self.meetings.iter().position(|other| *other == id) {
            Some(index) => messages.with("entry-meeting", &[("number", (index + 1).into())]),
            None => messages.text("comparison-some-meeting").to_owned(),
        }
    }

    /// What an entry is called. `id` is its id, or empty where only the entry is at hand.
    pub(super) fn entry_name(&self, thing: &str, id: &str, entry: Option<&Value>) -> String {
        let messages = self.wording.messages;
        let field = |name: &str| entry.and_then(|entry| entry.get(name));
        let text = |name: &str| field(name).and_then(Value::as_str).unwrap_or_default();
        let word = |set: &str, name: &str| {
            let word = text(name).replace('_', "-");
            if word.is_empty() { String::new() } else { messages.word(set, &word).to_owned() }
        };
        let moment = || {
            let at = field("at").and_then(parse::<Timestamp>);
            at.map(|at| {
                let at = self.wording.clock.local(at);
                let args = [
                    ("date", Arg::from(messages.date_short(at.date()))),
                    ("time", Arg::from(messages.time(at.time()))),
                ];
                messages.with("date-time", &args)
            })
            .unwrap_or_default()
        };
        let (name, detail) = match thing {
            "evidence" => {
                let date = field("date").and_then(parse::<Date>);
                let date = date.map(|date| messages.date_short(date)).unwrap_or_default();
                (messages.with("entry-evidence", &[("date", date.into())]), text("text").to_owned())
            }
            "meeting" => {
                let id = field("id").and_then(parse::<MeetingId>).or_else(|| id.parse().ok());
                let name = id.map(|id| self.meeting(id));
                (
                    name.unwrap_or_else(|| messages.text("comparison-some-meeting").to_owned()),
                    String::new(),
                )
            }
            "promise" => (messages.text("entry-promise").to_owned(), text("action").to_owned()),
            "offer" => {
                let price = field("price").and_then(parse::<Decimal>);
                let price = price.map(|price| messages.money(price, &self.currency));
                let args = [("side", word("side", "side").into()), ("at", moment().into())];
                // What an offer without a price is about, else.
                let said = || field("values").and_then(|values| self.values(values));
                (messages.with("entry-offer", &args), price.or_else(said).unwrap_or_default())
            }
            "issue" => (messages.text("entry-issue").to_owned(), text("name").to_owned()),
            "choice" => (messages.text("entry-choice").to_owned(), text("name").to_owned()),
            "package" => (messages.text("entry-package").to_owned(), text("name").to_owned()),
            "member" => (messages.text("entry-member").to_owned(), text("name").to_owned()),
            "card" => (messages.text("entry-card").to_owned(), text("name").to_owned()),
            "potato" => (messages.text("entry-potato").to_owned(), text("claim").to_owned()),
            "pitch" => {
                (messages.with("entry-pitch", &[("at", moment().into())]), text("name").to_owned())
            }
            "log" => {
                let args = [("at", Arg::from(moment()))];
                let line = messages.with("entry-log", &args);
                let said = text("text");
                let kind = word("log", "kind");
                (line, if said.is_empty() { kind } else { said.to_owned() })
            }
            "question" => {
                let short = QuestionId::ALL.into_iter().find(|question| question.id() == id);
                let language: Language = messages.language();
                let short = short.map(|question| {
                    self.wording.catalog.question(question).short.get(language).to_owned()
                });
                let args = [("question", Arg::from(id))];
                (messages.with("entry-question", &args), short.unwrap_or_default())
            }
            _ => (thing.to_owned(), String::new()),
        };
        let detail = beginning(&detail);
        if detail.is_empty() {
            return name;
        }
        let args = [("label", Arg::from(name)), ("text", Arg::from(detail.into_owned()))];
        messages.with("label-text", &args)
    }
}
