//! People's names as the reader writes them.

use super::language::Language;
use super::messages::Messages;
use crate::domain::counterpart::Counterpart;

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
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
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
}
