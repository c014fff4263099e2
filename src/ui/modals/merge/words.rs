//! What a merge is called, and where the other version comes from.

use jiff::civil::Time;

use super::Scene;
use crate::app::merging::{FoundCopy, MergeId};
use crate::i18n::Arg;
use crate::store::record::{Record, RecordKey};

/// The record that a merge is about, by name.
pub(super) fn name_of(scene: &Scene<'_>, id: &MergeId) -> String {
    let messages = &scene.state.messages;
    let work = &scene.library.work;
    let name = match scene.library.key_of(id) {
        Some(RecordKey::Library) => messages.text("merge-library-record").to_owned(),
        Some(RecordKey::Counterpart(person)) => match work.person(person) {
            Some(person) => messages.name_of(person),
            None => match scene.state.merged_record(id) {
                Some(Record::Counterpart(person)) => messages.name_of(&**person),
                _ => String::new(),
            },
        },
        Some(RecordKey::Session(session)) => match work.negotiation(session) {
            Some(session) => {
                messages.title_of(&session.title, work.people_of(&session.counterparts))
            }
            None => match scene.state.merged_record(id) {
                Some(Record::Session(session)) => {
                    messages.title_of(&session.title, work.people_of(&session.counterparts))
                }
                _ => messages.text("untitled-negotiation").to_owned(),
            },
        },
        None => String::new(),
    };
    if name.is_empty() { messages.text("nameless").to_owned() } else { name }
}

/// Where the other version comes from, in one sentence.
pub(super) fn origin(scene: &Scene<'_>, id: &MergeId) -> String {
    match id {
        MergeId::File(_) => scene.state.messages.text("merge-from-file").to_owned(),
        MergeId::Copy(path) => {
            scene.library.copy(path).map(|copy| of_copy(scene, copy)).unwrap_or_default()
        }
    }
}

/// The same, with the file of a copy.
pub(super) fn origin_with_file(scene: &Scene<'_>, id: &MergeId) -> String {
    let origin = origin(scene, id);
    let MergeId::Copy(path) = id else { return origin };
    let file = path.strip_prefix(&scene.library.path).unwrap_or(path).display().to_string();
    let args = [("origin", Arg::from(origin)), ("file", file.into())];
    scene.state.messages.with("merge-copy-file", &args)
}

fn of_copy(scene: &Scene<'_>, copy: &FoundCopy) -> String {
    let messages = &scene.state.messages;
    let origin = if copy.is_imported() {
        messages.text("merge-from-import")
    } else {
        messages.word("merge-from", copy.name.provider.id())
    };
    let who = match &copy.name.host {
        Some(host) => {
            let args = [("origin", Arg::from(origin)), ("host", host.into())];
            messages.with("merge-from-host", &args)
        }
        None => origin.to_owned(),
    };
    let Some(made) = copy.name.made else { return who };
    // A name with the day alone reads as midnight.
    let at = if made.time() == Time::midnight() {
        messages.date(made.date())
    } else {
        messages.date_time(made)
    };
    messages.with("merge-copy-at", &[("who", Arg::from(who)), ("at", at.into())])
}
