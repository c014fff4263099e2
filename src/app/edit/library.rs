//! Edits of the library's own record.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::domain::ids::EntryId;
use crate::domain::library::LibraryRecord;
use crate::domain::quadrant::AnimalReading;
use crate::domain::questionnaire;
use crate::domain::tactic::OwnCard;

#[derive(Debug, Clone, PartialEq)]
pub enum LibraryEdit {
    OwnerName(String),
    /// My answers to the questionnaire.
    Answers(questionnaire::Change),
    Currency(String),
    Animals(AnimalReading),
    /// Marks a card of the deck, or takes the mark away.
    Favourite(String, bool),
    /// Puts a card among those that I want to train, or takes it out.
    Train(String, bool),
    /// Adds a card of mine, or puts it in the place of the one with its id.
    SetCard(Box<OwnCard>),
    /// Takes a card of mine away, with its marks.
    RemoveCard(EntryId),
}

impl LibraryEdit {
    /// The field, and the part of the record that it belongs to.
    pub(super) fn field(&self) -> Option<(&'static str, Uuid)> {
        match self {
            Self::OwnerName(_) => Some(("owner-name", Uuid::nil())),
            Self::Currency(_) => Some(("currency", Uuid::nil())),
            Self::SetCard(card) => Some(("own-card", card.id.0)),
            _ => None,
        }
    }

    pub fn apply(self, record: &mut LibraryRecord) {
        match self {
            Self::OwnerName(name) => record.owner.name = name,
            Self::Answers(change) => change.apply(&mut record.owner.evidence),
            Self::Currency(currency) => record.currency = currency,
            Self::Animals(animals) => record.animals = animals,
            Self::Favourite(card, marked) => mark(&mut record.deck.favourites, card, marked),
            Self::Train(card, marked) => mark(&mut record.deck.train, card, marked),
            Self::SetCard(card) => {
                match record.deck.cards.iter_mut().find(|old| old.id == card.id) {
                    Some(old) => *old = *card,
                    None => record.deck.cards.push(*card),
                }
            }
            Self::RemoveCard(id) => {
                let deck = &mut record.deck;
                if let Some(at) = deck.cards.iter().position(|card| card.id == id) {
                    let name = deck.cards.remove(at).card_id();
                    deck.favourites.remove(&name);
                    deck.train.remove(&name);
                }
            }
        }
    }
}

fn mark(cards: &mut BTreeSet<String>, card: String, marked: bool) {
    if marked {
        cards.insert(card);
    } else {
        cards.remove(&card);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::Edit;

    #[test]
    fn keystrokes_in_two_cards_are_two_fields() {
        let field = |id: u128| {
            let card = OwnCard::new(EntryId(Uuid::from_u128(id)));
            Edit::Library(LibraryEdit::SetCard(Box::new(card))).field(None)
        };
        assert!(field(1).is_some());
        assert_eq!(field(1), field(1));
        assert_ne!(field(1), field(2));
    }
}
