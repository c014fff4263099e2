//! What people and negotiations are called.

use super::language::Language;
use super::messages::Messages;
use crate::domain::counterpart::Counterpart;
use crate::domain::session::Session;

impl Messages {
    /// "Lin Yue (林悦)" in English; in Chinese the name as the person writes it, as Latin letters
    /// beside it tell a Chinese reader nothing. Empty when there is no name yet.
    pub fn name_of(&self, person: &Counterpart) -> String {
        let own = person.name.trim();
        match self.language() {
            Language::Chinese if !own.is_empty() => own.to_owned(),
            _ => person.full_name(),
        }
    }

    /// The title of a negotiation; without one it is called after the first of its people.
    pub fn title_of<'a>(
        &self,
        session: &Session,
        mut people: impl Iterator<Item = &'a Counterpart>,
    ) -> String {
        let title = session.title.trim();
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
    use crate::domain::ids::{CounterpartId, MeetingId, SessionId};

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
        let (id, at) = (SessionId(Uuid::nil()), Timestamp::UNIX_EPOCH);
        let mut session = Session::new(id, at, "EUR", MeetingId(Uuid::nil()));
        let mut person = Counterpart::new(CounterpartId(Uuid::nil()), at);
        let nobody = || std::iter::empty::<&Counterpart>();
        assert_eq!(messages.title_of(&session, nobody()), "Untitled negotiation");
        person.name = "Ana".to_owned();
        assert_eq!(messages.title_of(&session, [&person].into_iter()), "Negotiation with Ana");
        session.title = " Pilot ".to_owned();
        assert_eq!(messages.title_of(&session, [&person].into_iter()), "Pilot");
    }
}
