//! Everything that the user wrote into a record, field by field.

use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::EvidenceKind;
use crate::domain::session::Session;

/// Where a term can be found; the earlier, the better the hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What the record is called: the title of a negotiation, the names of a person.
    Title,
    /// What else it is known by: job and organisation of a person. A negotiation has the titles and
    /// names of its people here, but not in its own text.
    Names,
    Tags,
    Body,
}

/// Stable id of a field, used in message keys.
pub type FieldId = &'static str;

/// The ids of all fields.
pub const FIELDS: [FieldId; 32] = [
    "title",
    "name",
    "latin-name",
    "job",
    "organisation",
    "tag",
    "notes",
    "evidence",
    "evidence-source",
    "goal",
    "price-unit",
    "issue",
    "alternative",
    "their-alternative",
    "gives",
    "package",
    "concession",
    "questions",
    "unsaid",
    "team",
    "pitch",
    "pitch-version",
    "walk",
    "place",
    "words",
    "commitment",
    "keep",
    "change",
    "debrief",
    "offer",
    "claim",
    "log",
];

/// Gives each text of a person, section by section.
pub(super) fn of_counterpart<'a>(
    person: &'a Counterpart,
    give: &mut impl FnMut(Section, FieldId, &'a str),
) {
    give(Section::Title, "name", &person.name);
    give(Section::Title, "latin-name", &person.latin_name);
    give(Section::Names, "job", &person.title);
    give(Section::Names, "organisation", &person.organisation);
    for tag in &person.labels.tags {
        give(Section::Tags, "tag", tag);
    }
    give(Section::Body, "notes", &person.notes);
    for evidence in &person.evidence {
        give(Section::Body, "evidence", &evidence.text);
        // The source of an answer is the id of its item, which nobody would search for.
        if evidence.kind != EvidenceKind::Questionnaire {
            give(Section::Body, "evidence-source", &evidence.source);
        }
    }
}

/// Gives each text of a negotiation, section by section.
pub(super) fn of_session<'a>(
    session: &'a Session,
    give: &mut impl FnMut(Section, FieldId, &'a str),
) {
    give(Section::Title, "title", &session.title);
    for tag in &session.labels.tags {
        give(Section::Tags, "tag", tag);
    }
    let mut body = |field, text: &'a str| give(Section::Body, field, text);
    let plan = &session.plan;
    body("goal", &plan.goal);
    body("price-unit", &plan.price_unit);
    for issue in &plan.issues {
        body("issue", &issue.name);
        body("issue", &issue.unit);
        for choice in &issue.choices {
            body("issue", &choice.name);
        }
    }
    body("alternative", &plan.alternative);
    body("their-alternative", &plan.their_alternative);
    body("gives", &plan.gives);
    for package in &plan.packages {
        body("package", &package.name);
    }
    for given_for in plan.concessions.iter().flat_map(|steps| &steps.in_return) {
        body("concession", given_for);
    }
    body("questions", &plan.questions);
    body("unsaid", &plan.unsaid);
    for member in &plan.team {
        body("team", &member.name);
        body("team", &member.note);
    }
    body("pitch", &session.pitch);
    for entry in session.walk.entries.values() {
        body("walk", &entry.note);
    }
    for version in &session.pitches {
        body("pitch-version", &version.name);
        body("pitch-version", &version.text);
        for entry in version.walk.entries.values() {
            body("pitch-version", &entry.note);
        }
    }
    for meeting in &session.meetings {
        body("place", &meeting.place);
        for words in &meeting.outcome.words {
            body("words", words);
        }
        for commitment in &meeting.outcome.commitments {
            body("commitment", &commitment.action);
            body("commitment", commitment.person.as_deref().unwrap_or_default());
            body("commitment", &commitment.cost);
        }
        body("keep", &meeting.keep);
        body("change", &meeting.change);
        body("debrief", &meeting.debrief);
    }
    for offer in &session.offers {
        body("offer", &offer.terms);
    }
    for potato in &session.potatoes {
        body("claim", &potato.claim);
        body("claim", &potato.evidence);
        body("claim", &potato.answer);
    }
    for entry in &session.log {
        body("log", &entry.text);
    }
}
