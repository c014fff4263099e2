//! Calm mode: what the other side may read, large and quiet. Nothing of the plan, of people, of
//! offers that are still open, of the log.

use std::time::Duration;

use egui::{
    Align, CornerRadius, Id, Layout, Rect, ScrollArea, Stroke, TextEdit, Ui, UiBuilder, Vec2,
};

use super::{log_entry, person_id, quick, summon};
use crate::app::command::UiCommand;
use crate::domain::ids::SessionId;
use crate::domain::issue::{Issue, IssueValue, Topic};
use crate::domain::outcome::{Commitment, CommitmentState, Party};
use crate::domain::phase::Phase;
use crate::domain::session::{Meeting, Session};
use crate::domain::table::Table;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{radius, size};
use crate::ui::widgets::field::submitted;
use crate::ui::widgets::text;

const HEAD: f32 = 76.0;
const FOOT: f32 = 44.0;
const ENTRY: f32 = 320.0;
/// The share of the width for what is agreed; actions are longer.
const AGREED: f32 = 0.4;
const SECONDS_PER_MINUTE: i64 = 60;
/// The phases that both sides go through.
const PHASES: [Phase; 3] = [Phase::Opening, Phase::Middle, Phase::Late];

/// Shows the page.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: SessionId) {
    let work = cx.work;
    let room = ui.available_rect_before_wrap();
    let head = Rect::from_min_size(room.min, Vec2::new(room.width(), HEAD));
    let foot = Rect::from_min_max(egui::pos2(room.left(), room.bottom() - FOOT), room.max);
    let Some(session) = work.session(session) else { return };
    let Some(meeting) = session.focus_meeting() else { return };
    phases(ui, cx, meeting, head);
    clock(ui, cx, meeting, head);
    let middle = Rect::from_min_max(
        egui::pos2(room.left(), head.bottom() + size::CARD_GAP),
        egui::pos2(room.right(), foot.top() - size::CARD_GAP),
    );
    let (mut left, mut right) = middle.split_left_right_at_fraction(AGREED);
    left.max.x -= size::CARD_GAP;
    right.min.x += size::CARD_GAP;
    part(ui, cx, "calm-agreed", left, |ui, cx| agreed(ui, cx, session, meeting));
    part(ui, cx, "calm-actions", right, |ui, cx| actions(ui, cx, session, meeting));
    let mut foot = ui.new_child(
        UiBuilder::new()
            .id_salt("foot")
            .max_rect(foot)
            .layout(Layout::left_to_right(Align::Center)),
    );
    entry(&mut foot, cx, session, meeting);
}

/// A part of the page below a quiet line.
fn part(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    title: &str,
    place: Rect,
    content: impl FnOnce(&mut Ui, &mut Cx<'_>),
) {
    let tokens = cx.tokens;
    let mut child = ui.new_child(
        UiBuilder::new().id_salt(title).max_rect(place).layout(Layout::top_down(Align::Min)),
    );
    child.spacing_mut().item_spacing.y = 10.0;
    child.label(text::heading(cx.messages.text(title), tokens).color(tokens.text_3));
    let line = child.cursor().top();
    child.painter().hline(place.x_range(), line, Stroke::new(1.0, tokens.border));
    child.add_space(6.0);
    ScrollArea::vertical().id_salt("body").auto_shrink(false).show(&mut child, |ui| {
        content(ui, cx);
    });
}

/// The way through the meeting, in words that are nobody's.
fn phases(ui: &mut Ui, cx: &Cx<'_>, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let mut child = ui.new_child(
        UiBuilder::new()
            .id_salt("phases")
            .max_rect(place)
            .layout(Layout::left_to_right(Align::Center)),
    );
    child.spacing_mut().item_spacing.x = 14.0;
    for (index, phase) in PHASES.into_iter().enumerate() {
        if index > 0 {
            child.add(icons::sized("chevron-right", 18.0).tint(tokens.text_3).alt_text(""));
        }
        let here = meeting.phase == phase && meeting.ended.is_none();
        let colour = if here { tokens.text } else { tokens.text_3 };
        let name = cx.messages.word("calm-phase", phase.id());
        let label = child.label(text::title(name, tokens).color(colour));
        if here {
            let mark = Rect::from_min_size(
                label.rect.left_bottom() + Vec2::new(0.0, 4.0),
                Vec2::new(label.rect.width(), 3.0),
            );
            child.painter().rect_filled(mark, CornerRadius::same(radius::TAG), tokens.accent);
        }
    }
}

fn clock(ui: &mut Ui, cx: &Cx<'_>, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let now = cx.now();
    let mut child = ui.new_child(
        UiBuilder::new().id_salt("clock").max_rect(place).layout(Layout::top_down(Align::Max)),
    );
    child.spacing_mut().item_spacing.y = 2.0;
    let local = cx.clock.local(now);
    child.label(text::display(cx.messages.time(local.time()), tokens));
    if let Some(started) = meeting.started {
        let until = meeting.ended.unwrap_or(now);
        let seconds = until.as_second().saturating_sub(started.as_second()).max(0);
        let spent = ("count", Arg::from(seconds / SECONDS_PER_MINUTE));
        let told = match meeting.minutes {
            Some(planned) => cx.tr("meeting-minutes-of", &[spent, ("planned", planned.into())]),
            None => cx.tr("meeting-minutes", &[spent]),
        };
        child.label(text::heading(told, tokens).color(tokens.text_3));
    }
    let left = 60 - u64::try_from(local.time().second()).unwrap_or(0).min(59);
    ui.ctx().request_repaint_after(Duration::from_secs(left));
}

/// The topics on which both sides said the same last, or what was agreed in the end.
fn settled(session: &Session, meeting: &Meeting) -> Vec<(Topic, Issue, IssueValue)> {
    let order = session.meeting_ids();
    let table = Table::of(session, &order, meeting.id);
    let agreed = |topic: Topic| {
        let agreement = session.agreed.as_ref()?;
        match topic {
            Topic::Price => agreement.price.map(IssueValue::Number),
            Topic::Issue(id) => agreement.values.get(&id).copied(),
        }
    };
    let topics = session.plan.topics().filter_map(|topic| {
        let value = agreed(topic).or_else(|| table.settled(topic))?;
        Some((topic, session.plan.as_issue(topic, &session.currency)?, value))
    });
    topics.collect()
}

fn agreed(ui: &mut Ui, cx: &Cx<'_>, session: &Session, meeting: &Meeting) {
    let tokens = cx.tokens;
    let settled = settled(session, meeting);
    if settled.is_empty() {
        ui.label(text::title(cx.t("calm-nothing-yet"), tokens).color(tokens.text_3));
    }
    for (topic, issue, value) in settled {
        let name = cx.messages.topic_name(topic, &issue).to_owned();
        let value = cx.messages.term(&issue, value);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            text::one_line(ui, text::heading(name, tokens).color(tokens.text_3));
            ui.add(egui::Label::new(text::display(value, tokens)).wrap());
        });
    }
}

/// Who does what by when, of both sides, and when we meet again.
fn actions(ui: &mut Ui, cx: &Cx<'_>, session: &Session, meeting: &Meeting) {
    let tokens = cx.tokens;
    let open = |promise: &&Commitment| promise.state == CommitmentState::Open;
    let promises: Vec<&Commitment> =
        session.promises().map(|(_, promise)| promise).filter(open).collect();
    if promises.is_empty() {
        ui.label(text::title(cx.t("calm-nothing-yet"), tokens).color(tokens.text_3));
    }
    for promise in promises {
        let party = match promise.party {
            Party::Buyer => cx.t("party-buyer"),
            Party::Seller => cx.t("party-seller"),
        };
        let who = promise.person.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let due = promise.due.map(|due| cx.messages.date_short(due));
        let parts = [Some(who.unwrap_or(party).to_owned()), due];
        let line = parts.into_iter().flatten().collect::<Vec<_>>().join(cx.t("list-separator"));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text::one_line(ui, text::heading(line, tokens).color(tokens.text_3));
            ui.add(egui::Label::new(text::display(promise.action.trim(), tokens)).wrap());
        });
    }
    let mut later = session.meetings.iter().skip_while(|other| other.id != meeting.id).skip(1);
    let next = later.find_map(|other| Some((other, other.planned?)));
    if let Some((next, planned)) = next {
        let when = cx.messages.date_time(planned);
        let parts = [when.as_str(), next.place.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let line = parts.join(cx.t("list-separator"));
        ui.add_space(8.0);
        ui.label(text::heading(cx.t("calm-next-meeting"), tokens).color(tokens.text_3));
        ui.add(egui::Label::new(text::display(line, tokens)).wrap());
    }
}

/// The quick log, blind: dots while one types, and "noted" after Enter, whatever it was.
fn entry(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let tokens = cx.tokens;
    let id = Id::unique(("calm-log", meeting.id.0));
    let mut draft = cx.drafts.meetings.entry(meeting.id).or_default().clone();
    let before = draft.clone();
    log_entry::leave_removed(&mut draft, session);
    // The kind is chosen by a letter here: nothing shows which one it is.
    summon::summons(ui, cx, UiCommand::WriteLog, id);
    ui.add_enabled_ui(!cx.read_only && draft.log_changed.is_none(), |ui| {
        let name = cx.t("calm-note");
        let edit = TextEdit::singleline(&mut draft.log_text)
            .id(id)
            .password(true)
            .desired_width(ENTRY)
            .hint_text(text::body(name, tokens).color(tokens.text_3))
            .margin(egui::Margin::symmetric(10, 7));
        let field = ui.add(edit).accessible_name(name);
        if submitted(ui, &field) {
            ui.memory_mut(|memory| memory.request_focus(id));
            let speaker = person_id(ui, session);
            let reading = quick::read(cx, session, &draft, speaker);
            if quick::save(cx, session, meeting, &draft, &reading) {
                draft.log_text.clear();
                ui.data_mut(|data| data.insert_temp(id.with("noted"), true));
            }
        }
    });
    if draft.log_text.is_empty() && ui.data(|data| data.get_temp(id.with("noted"))) == Some(true) {
        ui.label(text::heading(cx.t("calm-noted"), tokens).color(tokens.text_3));
    } else if !draft.log_text.is_empty() {
        ui.data_mut(|data| data.insert_temp(id.with("noted"), false));
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        summon::hint(ui, tokens, UiCommand::Calm);
    });
    if draft != before {
        cx.drafts.meetings.insert(meeting.id, draft);
    }
}
