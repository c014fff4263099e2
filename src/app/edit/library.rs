//! Edits of the library's own record.

use std::collections::BTreeSet;

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
    pub(super) fn field(&self) -> Option<&'static str> {
        match self {
            Self::OwnerName(_) => Some("owner-name"),
            Self::Currency(_) => Some("currency"),
            Self::SetCard(_) => Some("own-card"),
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
