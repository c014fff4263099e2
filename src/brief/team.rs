//! Who comes along on our side, and what for.

use super::document::{Area, Block, Fact, Section};
use super::draft::Draft;
use super::text::short;

pub(super) fn section(draft: &Draft<'_>) -> Option<Section> {
    let member = |member: &crate::domain::plan::TeamMember| {
        let (name, note) = (short(&member.name, 60), draft.words(&member.note));
        let text = match (name.is_empty(), note.is_empty()) {
            (true, true) => return None,
            (false, false) => {
                draft.messages.with("label-text", &[("label", name.into()), ("text", note.into())])
            }
            _ => format!("{name}{note}"),
        };
        Some(Fact::new(draft.messages.word("team-role", member.role.id()), text))
    };
    let team: Vec<Fact> = draft.session.plan.team.iter().filter_map(member).collect();
    if team.is_empty() {
        return None;
    }
    let (team, more) = draft.cut(team, draft.room.team);
    let blocks = [Some(Block::Facts(team)), more].into_iter().flatten().collect();
    Some(draft.section("brief-team", Area::Body, blocks))
}
