//! What to do first, what to ask, and how far the pitch reaches.

use super::compose::BriefInput;
use super::document::{Area, Block, CheckItem, Section};
use super::text::lines;
use crate::domain::evidence::Setting;
use crate::domain::phase::Phase;
use crate::domain::profile::Profile;
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::{Answer, QuestionId, blind_spot};

/// What is left of the preparation, as long as it is not over.
pub(super) fn before(input: &BriefInput<'_>) -> Option<Section> {
    if input.phase() != Phase::Preparation {
        return None;
    }
    let mut items = checklist(input, Phase::Preparation);
    items.retain(|item| !item.done);
    (!items.is_empty())
        .then(|| input.section("brief-before", Area::Body, vec![Block::Checklist(items)]))
}

/// The checklist of the phase at the table.
pub(super) fn first_moves(input: &BriefInput<'_>) -> Option<Section> {
    let items = checklist(input, input.table_phase());
    (!items.is_empty())
        .then(|| input.section("brief-moves", Area::Body, vec![Block::Checklist(items)]))
}

fn checklist(input: &BriefInput<'_>, phase: Phase) -> Vec<CheckItem> {
    let done = input.meeting().map_or(&[][..], |meeting| &meeting.done);
    let items = input.catalog.phase(phase).checklist.iter();
    items
        .map(|item| CheckItem {
            text: item.text.get(input.messages.language()).to_owned(),
            done: done.contains(&item.id),
        })
        .collect()
}

pub(super) fn questions(input: &BriefInput<'_>) -> Section {
    let questions = lines(&input.session.plan.questions);
    let block = if questions.is_empty() {
        input.note("brief-questions-missing")
    } else {
        Block::Bullets(questions)
    };
    input.section("brief-questions", Area::Body, vec![block])
}

/// How much of what the audience needs the pitch gives, and what to add.
pub(super) fn pitch(input: &BriefInput<'_>) -> Section {
    let walk = &input.session.walk;
    if walk.answered() == 0 {
        let missing = if input.session.pitch.trim().is_empty() {
            "brief-pitch-missing"
        } else {
            "brief-walk-missing"
        };
        return input.section("brief-pitch", Area::Body, vec![input.note(missing)]);
    }
    let messages = input.messages;
    let audience: Vec<(Profile, f64)> = input
        .counterparts
        .iter()
        .map(|counterpart| {
            let influence = input.session.influence_of(counterpart.id);
            (input.reading(counterpart, Setting::Normal).profile, f64::from(influence))
        })
        .collect();
    let need = Profile::group(&audience).shares();
    let mut facts = vec![input.fact("brief-coverage", messages.percent(walk.coverage(&need)))];
    let gap = walk.biggest_gap(&need);
    if let Some((quadrant, _)) = gap {
        facts.push(input.fact("brief-biggest-gap", named(input, quadrant)));
    }
    if let Some(quadrant) = blind_spot(&input.my_reading()) {
        facts.push(input.fact("brief-blind-spot", named(input, quadrant)));
    }
    // The first thing that is missing there; the page has room for one.
    let to_add = gap
        .into_iter()
        .flat_map(|(quadrant, _)| QuestionId::of(quadrant))
        .find(|question| walk.answer(*question) != Some(Answer::Yes));
    if let Some(question) = to_add {
        let suggestion = input.catalog.question(question).suggestion.get(messages.language());
        facts.push(input.fact("brief-add", suggestion));
    }
    let blocks = vec![Block::Facts(facts)];
    input.section("brief-pitch", Area::Body, blocks)
}

fn named(input: &BriefInput<'_>, quadrant: Quadrant) -> String {
    let name = input.catalog.quadrant(quadrant).name.get(input.messages.language());
    format!("{quadrant} {name}")
}
