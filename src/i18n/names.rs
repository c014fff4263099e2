//! What people and negotiations are called.

use std::ops::Range;

use super::language::Language;
use super::messages::Messages;
use crate::domain::counterpart::Named;

impl Messages {
    /// "Lin Yue (林悦)" in English; in Chinese the name as the person writes it, as Latin letters
    /// beside it tell a Chinese reader nothing. Empty when there is no name yet.
    pub fn name_of(&self, person: &impl Named) -> String {
        let own = person.own_name().trim();
        match self.language() {
            Language::Chinese if !own.is_empty() => own.to_owned(),
            _ => person.full_name(),
        }
    }

    /// Some parts of a text in quotation marks: “because”, “costs us”.
    pub fn quoted(&self, text: &str, parts: &[Range<usize>]) -> String {
        let quote = |part: &Range<usize>| {
            let words = text.get(part.clone()).unwrap_or_default().replace('\n', " ");
            format!("“{}”", words.trim())
        };
        let separator = match self.language() {
            Language::English => ", ",
            Language::Chinese => "",
        };
        parts.iter().map(quote).collect::<Vec<_>>().join(separator)
    }

    /// The title of a negotiation; without one it is called after the first of its people.
    pub fn title_of<'a, P: Named + 'a>(
        &self,
        title: &str,
        mut people: impl Iterator<Item = &'a P>,
    ) -> String {
        let title = title.trim();
        if !title.is_empty() {
            return title.to_owned();
        }
        let name = people.next().map(|person| self.name_of(person)).filter(|name| !name.is_empty());
        match name {
            Some(name) => self.with("negotiation-with", &[("name", name.into())]),
            None => self.text("untitled-negotiation").to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::domain::counterpart::Counterpart;
    use crate::domain::ids::CounterpartId;

    #[test]
    fn each_language_has_its_own_way_with_two_names() {
        let mut person = Counterpart::new(CounterpartId(Uuid::nil()), Timestamp::UNIX_EPOCH);
        person.latin_name = "Lin Yue".to_owned();
        let (english, chinese) =
            (Messages::new(Language::English), Messages::new(Language::Chinese));
        assert_eq!(chinese.name_of(&person), "Lin Yue");
        person.name = "林悦".to_owned();
        assert_eq!(chinese.name_of(&person), "林悦");
        assert_eq!(english.name_of(&person), "Lin Yue (林悦)");
    }

    #[test]
    fn a_negotiation_without_a_title_follows_the_name_of_its_person() {
        let messages = Messages::new(Language::English);
        let mut person = Counterpart::new(CounterpartId(Uuid::nil()), Timestamp::UNIX_EPOCH);
        let nobody = || std::iter::empty::<&Counterpart>();
        assert_eq!(messages.title_of("", nobody()), "Untitled negotiation");
        person.name = "Ana".to_owned();
        assert_eq!(messages.title_of("", [&person].into_iter()), "Negotiation with Ana");
        assert_eq!(messages.title_of(" Pilot ", [&person].into_iter()), "Pilot");
    }
}
