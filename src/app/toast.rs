//! Short messages that go away by themselves.

use jiff::{SignedDuration, Timestamp};

use super::command::UiCommand;

#[derive(Debug, Clone)]
pub struct Toast {
    pub id: u64,
    pub text: String,
    pub is_warning: bool,
    /// A command offered beside the text, for example Undo.
    pub offer: Option<UiCommand>,
    pub until: Timestamp,
}

#[derive(Debug, Default)]
pub struct Toasts {
    items: Vec<Toast>,
    next: u64,
}

const SHOWN_FOR: SignedDuration = SignedDuration::from_secs(6);
const WARNING_SHOWN_FOR: SignedDuration = SignedDuration::from_secs(20);

impl Toasts {
    pub fn add(
        &mut self,
        text: String,
        is_warning: bool,
        offer: Option<UiCommand>,
        now: Timestamp,
    ) {
        const MOST: usize = 4;
        let shown_for = if is_warning { WARNING_SHOWN_FOR } else { SHOWN_FOR };
        self.next += 1;
        self.items.push(Toast { id: self.next, text, is_warning, offer, until: now + shown_for });
        if self.items.len() > MOST {
            self.items.remove(0);
        }
    }

    pub fn dismiss(&mut self, id: u64) {
        self.items.retain(|toast| toast.id != id);
    }

    /// Takes back the messages that offer a command.
    pub fn withdraw(&mut self, offer: UiCommand) {
        self.items.retain(|toast| toast.offer != Some(offer));
    }

    /// Takes back a message.
    pub fn withdraw_text(&mut self, text: &str) {
        self.items.retain(|toast| toast.text != text);
    }

    /// Drops what has been shown long enough; returns when the next one goes.
    pub fn expire(&mut self, now: Timestamp) -> Option<SignedDuration> {
        self.items.retain(|toast| toast.until > now);
        self.items.iter().map(|toast| now.duration_until(toast.until)).min()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Toast> {
        self.items.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_can_be_withdrawn_while_other_messages_stay() {
        let now = Timestamp::UNIX_EPOCH;
        let mut toasts = Toasts::default();
        toasts.add("removed".to_owned(), false, Some(UiCommand::Undo), now);
        toasts.add("saved".to_owned(), false, None, now);
        toasts.withdraw(UiCommand::Undo);
        let left: Vec<&str> = toasts.iter().map(|toast| toast.text.as_str()).collect();
        assert_eq!(left, ["saved"]);
    }
}
