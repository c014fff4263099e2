//! One negotiation: prepare, pitch, meet, judge, and the one page to take along.

pub mod audience;
mod brief_view;
mod deals;
pub mod influence;
pub mod meeting;
pub mod outcome;
mod plan;
mod tabs;
mod walk;

use egui::{CornerRadius, Frame, Layout, Margin, Ui};

use super::negotiations::session_title;
use super::{Extras, absent};
use crate::app::action::{Action, BriefFormat};
use crate::app::edit::{Edit, SessionEdit};
use crate::app::keeping::KeepingAction;
use crate::app::route::{NegotiationTab, Route};
use crate::domain::ids::{MeetingId, SessionId};
use crate::domain::label::LabelChange;
use crate::domain::session::{Meeting, Session};
use crate::i18n::messages::Arg;
use crate::store::record::RecordKey;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{radius, size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::page::{Crumb, empty_state, top_bar};
use crate::ui::widgets::text;

pub fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: SessionId,
    tab: NegotiationTab,
    extras: &Extras<'_>,
) {
    let work = cx.work;
    let Some(record) = work.session(session) else {
        if work.has_session(session) {
            absent::show(ui, cx, RecordKey::Session(session), cx.t("negotiations-title"));
        } else {
            missing(ui, cx);
        }
        return;
    };
    ui.push_id(session.0, |ui| {
        let narrow = ui.available_width() < size::NARROW_CANVAS;
        bar(ui, cx, record, tab, narrow, extras.brief.is_some());
        if narrow {
            tabs::show(ui, cx, record, tab);
            ui.add_space(4.0);
        }
        if record.labels.archived {
            archived(ui, cx, record);
        }
        potatoes(ui, cx, record, tab);
        match tab {
            NegotiationTab::Plan => plan::show(ui, cx, record),
            NegotiationTab::Deals => deals::show(ui, cx, record),
            NegotiationTab::Walk => walk::show(ui, cx, record),
            NegotiationTab::Brief => brief_view::show(ui, cx, record, extras),
            NegotiationTab::Meeting => match record.focus_meeting() {
                Some(focus) => meeting::show(ui, cx, record, focus),
                None => no_meeting(ui, cx, record),
            },
            NegotiationTab::Outcome(id) => {
                match record.meeting(id).or_else(|| record.focus_meeting()) {
                    Some(judged) => outcome::show(ui, cx, record, judged),
                    None => no_meeting(ui, cx, record),
                }
            }
        }
    });
}

fn missing(ui: &mut Ui, cx: &mut Cx<'_>) {
    let title = cx.t("negotiation-missing-title");
    top_bar(ui, cx, &[crumb_to_list(cx)], title, |_, _| {});
    let explanation = cx.t("negotiation-missing-text");
    empty_state(ui, cx.tokens, "negotiations", title, explanation, None);
    ui.vertical_centered(|ui| {
        let back = ActionButton::secondary(cx.t("negotiation-missing-back"));
        if back.show(ui, cx.tokens).clicked() {
            cx.go(Route::Negotiations);
        }
    });
}

fn crumb_to_list(cx: &Cx<'_>) -> Crumb {
    Crumb::to(cx.t("negotiations-title"), Route::Negotiations)
}

fn bar(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    tab: NegotiationTab,
    narrow: bool,
    has_brief: bool,
) {
    let title = session_title(cx, &session.title, &session.counterparts);
    let crumbs = [crumb_to_list(cx), Crumb::here(cx.t(tabs::name_of(tab)))];
    top_bar(ui, cx, &crumbs, &title, |ui, cx| {
        let tokens = cx.tokens;
        next_step(ui, cx, session, tab, narrow, has_brief);
        let remove = ActionButton::icon_only("trash", cx.t("negotiation-remove"))
            .colour(tokens.text_3)
            .enabled(!cx.read_only);
        if remove.show(ui, tokens).clicked() {
            cx.push(Action::Edit(Edit::remove_session(session.id)));
        }
        let versions = ActionButton::icon_only("clock", cx.t("command-versions"));
        if versions.colour(tokens.text_3).show(ui, tokens).clicked() {
            let key = RecordKey::Session(session.id);
            cx.push(Action::Keeping(KeepingAction::ShowVersions(key)));
        }
        if !session.labels.archived {
            let archive = ActionButton::icon_only("archive", cx.t("record-archive"))
                .colour(tokens.text_3)
                .enabled(!cx.read_only);
            if archive.show(ui, tokens).clicked() {
                set_archived(cx, session, true);
            }
        }
        if !narrow {
            ui.add_space(4.0);
            tabs::show(ui, cx, session, tab);
        }
    });
}

/// As wide as the widest next step, so that the steps before it stay where they are.
fn next_step_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    [
        ("negotiation-to-meeting", false),
        ("negotiation-back-to-meeting", false),
        ("negotiation-to-outcome", false),
        ("negotiation-to-brief", false),
        ("brief-page-pdf", true),
    ]
    .map(|(key, icon)| ActionButton::width_of(ui, cx.t(key), icon))
    .into_iter()
    .fold(0.0, f32::max)
}

/// The one thing to do when this step is done.
fn next_step(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    tab: NegotiationTab,
    narrow: bool,
    has_brief: bool,
) {
    let tokens = cx.tokens;
    let room = if narrow { 0.0 } else { next_step_width(ui, cx) };
    let go = |ui: &mut Ui, cx: &mut Cx<'_>, button: ActionButton<'_>, to: NegotiationTab| {
        if button.min_width(room).show(ui, tokens).clicked() {
            cx.go(Route::Negotiation { session: session.id, tab: to });
        }
    };
    let running = session.current_meeting().is_some_and(|meeting| meeting.started.is_some());
    match tab {
        NegotiationTab::Plan | NegotiationTab::Deals | NegotiationTab::Walk => {
            let key = match (running, session.current_meeting()) {
                (true, _) => "negotiation-back-to-meeting",
                (false, Some(_)) => "negotiation-to-meeting",
                (false, None) => "negotiation-tab-meeting",
            };
            let button = ActionButton::primary(cx.t(key));
            go(ui, cx, button, NegotiationTab::Meeting);
        }
        NegotiationTab::Meeting => {
            if let Some(focus) = session.focus_meeting() {
                let label = cx.t("negotiation-to-outcome");
                // Until the meeting is over, starting and ending it is what the page is for.
                let button = match focus.ended {
                    Some(_) => ActionButton::primary(label),
                    None => ActionButton::secondary(label),
                };
                go(ui, cx, button, NegotiationTab::Outcome(focus.id));
            }
        }
        NegotiationTab::Outcome(_) => {
            let button = ActionButton::secondary(cx.t("negotiation-to-brief"));
            go(ui, cx, button, NegotiationTab::Brief);
        }
        NegotiationTab::Brief => {
            let save = ActionButton::primary(cx.t("brief-page-pdf")).icon("print");
            let save = save.tooltip(cx.t("save-brief-pdf")).min_width(room);
            if save.enabled(has_brief).show(ui, tokens).clicked() {
                cx.push(Action::SaveBrief { session: session.id, format: BriefFormat::Pdf });
            }
        }
    }
}

fn set_archived(cx: &mut Cx<'_>, session: &Session, on: bool) {
    let change = LabelChange::Archived { on };
    cx.push(Action::Edit(Edit::Label(vec![RecordKey::Session(session.id)], change)));
}

/// Says that the negotiation is in the archive, and brings it back.
fn archived(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    Frame::new()
        .fill(tokens.accent_soft)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(12, 5))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.add(icons::icon("archive").tint(tokens.accent_text).alt_text(""));
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    let back = ActionButton::secondary(cx.t("list-bring-back")).small();
                    if back.enabled(!cx.read_only).show(ui, tokens).clicked() {
                        set_archived(cx, session, false);
                    }
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        let note = cx.t("negotiation-archived-note");
                        text::one_line(ui, text::value(note, tokens)).on_hover_text(note);
                    });
                });
            });
        });
    ui.add_space(4.0);
}

/// An untested claim is a debt on every step until it is tested.
fn potatoes(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, tab: NegotiationTab) {
    // At the table the card itself is on the screen, unless the cards are stacked.
    if tab == NegotiationTab::Meeting && ui.available_width() >= size::NARROW_CANVAS {
        return;
    }
    let tokens = cx.tokens;
    let count = session.untested_potatoes().count();
    let Some(first) = session.untested_potatoes().next() else { return };
    // The message has quotation marks and a full stop of its own.
    let marks = ['"', '“', '”', '„', '«', '»', '「', '」', '.', '。', ' '];
    let claim = Arg::from(first.claim.trim().trim_matches(marks));
    let message = cx.tr("negotiation-potatoes", &[("count", count.into()), ("claim", claim)]);
    Frame::new()
        .fill(tokens.warn_soft)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(12, 5))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.add(icons::icon("hot-potato").tint(tokens.warn).alt_text(""));
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    if tab != NegotiationTab::Meeting {
                        let test = ActionButton::secondary(cx.t("negotiation-test-potato")).small();
                        if test.show(ui, tokens).clicked() {
                            let tab = NegotiationTab::Meeting;
                            cx.go(Route::Negotiation { session: session.id, tab });
                        }
                    }
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        text::one_line(ui, text::value(message.as_str(), tokens))
                            .on_hover_text(message.as_str());
                    });
                });
            });
        });
    ui.add_space(4.0);
}

fn no_meeting(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let chosen = empty_state(
        ui,
        cx.tokens,
        "clock",
        cx.t("negotiation-no-meeting-title"),
        cx.t("negotiation-no-meeting-text"),
        (!cx.read_only).then(|| cx.t("negotiation-add-meeting")),
    );
    if chosen {
        add_meeting(cx, session.id);
    }
}

fn add_meeting(cx: &mut Cx<'_>, session: SessionId) {
    let meeting = Meeting::new(MeetingId(cx.clock.new_id()));
    cx.edit_session(session, SessionEdit::AddMeeting(meeting));
}
