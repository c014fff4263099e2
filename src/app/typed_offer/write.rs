//! An offer as the line that would be typed for it, so that it can be corrected.

use super::{Subject, TypedOffer};
use crate::domain::issue::{IssueKind, IssueValue, Topic};
use crate::domain::ledger::{Offer, Side};
use crate::domain::plan::Values;

/// The words for the two sides in the user's language.
#[derive(Debug, Clone, Copy)]
pub struct SideWords<'a> {
    pub us: &'a str,
    pub them: &'a str,
}

/// The line; what it cannot say is found by [`unwritten`].
pub fn line_of(offer: &Offer, subject: Subject<'_>, words: SideWords<'_>) -> String {
    let side = match offer.side {
        Side::Us => words.us,
        Side::Them => words.them,
    };
    let mut parts: Vec<String> =
        offer.price.iter().map(|price| price.normalize().to_string()).collect();
    for issue in &subject.plan.issues {
        let Some(value) = offer.values.get(&issue.id) else { continue };
        let name = issue.name.trim();
        parts.push(match (value, issue.kind) {
            (IssueValue::Number(number), IssueKind::Money) => {
                format!("{name} {} {}", number.normalize(), issue.unit.trim())
            }
            (IssueValue::Number(number), _) => {
                format!("{name} {} {}", number.normalize(), issue.unit.trim())
            }
            (IssueValue::Day(day), _) => format!("{name} {day}"),
            (IssueValue::Choice(key), _) => {
                let choice = issue.choice(*key).map_or("", |choice| choice.name.trim());
                format!("{name} {choice}")
            }
        });
    }
    let terms = offer.terms.trim();
    if !terms.is_empty() {
        // In quotation marks it stays word by word.
        parts.push(format!("“{}”", terms.replace(['“', '”'], "\"")));
    }
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).collect();
    format!("{side} {}", parts.join(", "))
}

/// What of an offer its line would not bring back, such as a value of an issue without a name: it
/// stays as it was unless the new line says something else.
pub fn unwritten(offer: &Offer, subject: Subject<'_>, words: SideWords<'_>) -> (Values, bool) {
    let read = TypedOffer::read(&line_of(offer, subject, words), subject);
    let lost = |topic: Topic| read.about(topic) != offer.about(topic);
    let values = offer.values.iter().filter(|(id, _)| lost(Topic::Issue(**id)));
    (values.map(|(id, value)| (*id, *value)).collect(), lost(Topic::Price))
}
