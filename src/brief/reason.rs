//! Why a verdict is what it is, in one sentence.

use super::text::line;
use crate::domain::outcome::Reason;
use crate::i18n::Messages;

/// The reason of a verdict in the language of the messages.
pub fn explain(messages: &Messages, reason: &Reason) -> String {
    let id = format!("brief-reason-{}", reason.id());
    match reason {
        Reason::Binding { action } => messages.with(&id, &[("action", line(action).into())]),
        Reason::Advancing { actions: count }
        | Reason::OnlyOurs { actions: count }
        | Reason::Broken { promises: count } => messages.with(&id, &[("count", (*count).into())]),
        Reason::Unspecific { missing, .. } => {
            let missing: Vec<&str> =
                missing.iter().map(|detail| messages.word("brief-detail", detail.id())).collect();
            let missing = missing.join(messages.text("brief-and"));
            messages.with(&id, &[("missing", missing.into())])
        }
        Reason::Refused
        | Reason::DecidedElsewhere
        | Reason::OnlyWords
        | Reason::NothingPromised => messages.text(&id).to_owned(),
    }
}
