//! How far the pitch reaches.

use super::document::{Area, Block, Section};
use super::draft::Draft;
use crate::domain::profile::Profile;
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::{Answer, QuestionId, blind_spot};

/// How much of what the audience needs the pitch gives, and what to add.
pub(super) fn pitch(draft: &Draft<'_>) -> Option<Section> {
    if !draft.room.pitch {
        return None;
    }
    let walk = &draft.session.walk;
    if walk.answered() == 0 {
        let missing = if draft.session.pitch.trim().is_empty() {
            "brief-pitch-missing"
        } else {
            "brief-walk-missing"
        };
        return Some(draft.section("brief-pitch", Area::Body, vec![draft.note(missing)]));
    }
    let messages = draft.messages;
    let audience: Vec<(Profile, f64)> = draft
        .worked
        .people
        .iter()
        .map(|reader| {
            let influence = draft.session.influence_of(reader.counterpart.id);
            (reader.normal.profile, f64::from(influence))
        })
        .collect();
    let need = Profile::group(&audience).shares();
    let mut facts = vec![draft.fact("brief-coverage", messages.percent(walk.coverage(&need)))];
    let gap = walk.biggest_gap(&need);
    if let Some((quadrant, _)) = gap {
        facts.push(draft.fact("brief-biggest-gap", named(draft, quadrant)));
    }
    if let Some(quadrant) = blind_spot(&draft.worked.me) {
        facts.push(draft.fact("brief-blind-spot", named(draft, quadrant)));
    }
    // The first thing that is missing there; the page has room for one.
    let to_add = gap
        .into_iter()
        .flat_map(|(quadrant, _)| QuestionId::of(quadrant))
        .find(|question| walk.answer(*question) != Some(Answer::Yes));
    if let Some(question) = to_add {
        let suggestion = draft.catalog.question(question).suggestion.get(messages.language());
        facts.push(draft.fact("brief-add", suggestion));
    }
    Some(draft.section("brief-pitch", Area::Body, vec![Block::Facts(facts)]))
}

fn named(draft: &Draft<'_>, quadrant: Quadrant) -> String {
    let name = draft.catalog.quadrant(quadrant).name.get(draft.messages.language());
    format!("{quadrant} {name}")
}
