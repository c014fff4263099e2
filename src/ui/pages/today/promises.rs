//! Open promises over all negotiations, the earliest first.

use egui::{Layout, Rect, ScrollArea, Ui};
use jiff::civil::Date;

use crate::app::edit::{CommitmentEdit, MeetingEdit};
use crate::app::route::{NegotiationTab, Route};
use crate::domain::outcome::CommitmentState;
use crate::domain::summary::{OpenPromise, SessionSummary};
use crate::ui::context::Cx;
use crate::ui::pages::negotiations::session_title;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

const ROW_HEIGHT: f32 = 56.0;

/// An open promise and where it was given.
struct Open<'a> {
    session: &'a SessionSummary,
    promise: &'a OpenPromise,
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let work = cx.work;
    let (open, kept) = (work.open_promises().len(), work.promises_kept());
    let tokens = cx.tokens;
    let caption = if open == 0 && kept == 0 {
        String::new()
    } else {
        cx.tr("today-promises-count", &[("open", open.into()), ("kept", kept.into())])
    };
    Card::new(cx.t("today-promises")).caption(caption).fixed().show(ui, tokens, rect, |ui| {
        if open == 0 {
            ui.add(egui::Label::new(text::body(cx.t("today-promises-empty"), tokens)).wrap());
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW_HEIGHT, open, |ui, range| {
            let rows = work.open_promises().enumerate().skip(range.start).take(range.len());
            for (index, row) in rows {
                if let Some((session, promise)) = row {
                    promise_row(ui, cx, &Open { session, promise }, index);
                }
            }
        });
    });
}

fn promise_row(ui: &mut Ui, cx: &mut Cx<'_>, item: &Open<'_>, index: usize) {
    let tokens = cx.tokens;
    let promise = item.promise;
    let action = promise.action.trim();
    let action = if action.is_empty() { cx.t("today-no-action") } else { action };
    let giver = giver(cx, item);
    let detail =
        format!("{giver} · {}", session_title(cx, &item.session.title, &item.session.counterparts));
    let spoken = format!("{action}. {detail}");
    // A promise written by hand has no id; its place is all that tells it apart.
    let salt =
        (item.session.id, promise.meeting, promise.id, promise.id.is_none().then_some(index));
    let response = row(ui, tokens, salt, ROW_HEIGHT, false, &spoken, |ui| {
        if promise.id.is_some() {
            let name = cx.tr("today-keep-name", &[("action", action.into())]);
            let mut kept = false;
            let tick = ui.add_enabled(!cx.read_only, egui::Checkbox::without_text(&mut kept));
            tick.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::CheckBox, !cx.read_only, false, &name)
            });
            if tick.on_hover_text(cx.t("today-keep")).clicked() {
                set(cx, item, CommitmentState::Kept);
            }
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            if promise.id.is_some() {
                let name = cx.tr("today-break-name", &[("action", action.into())]);
                let broken = ActionButton::icon_only("cross", &name).colour(tokens.text_3);
                if broken
                    .enabled(!cx.read_only)
                    .tooltip(cx.t("today-break"))
                    .show(ui, tokens)
                    .clicked()
                {
                    set(cx, item, CommitmentState::Broken);
                }
            }
            due(ui, cx, promise.due);
            ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add_space(6.0);
                text::one_line(ui, text::value(action, tokens));
                text::one_line(ui, text::caption(&detail, tokens));
            });
        });
    });
    if response.clicked() {
        cx.go(Route::Negotiation {
            session: item.session.id,
            tab: NegotiationTab::Outcome(promise.meeting),
        });
    }
}

fn due(ui: &mut Ui, cx: &Cx<'_>, due: Option<Date>) {
    let today = cx.today();
    let (tone, label) = match due {
        None => (Tone::Neutral, cx.t("today-no-due").to_owned()),
        Some(due) => {
            let tone = match due.cmp(&today) {
                std::cmp::Ordering::Less => Tone::Warn,
                std::cmp::Ordering::Equal => Tone::Accent,
                std::cmp::Ordering::Greater => Tone::Neutral,
            };
            (tone, cx.messages.due_day(due, today))
        }
    };
    let response = chip(ui, cx.tokens, tone, &label);
    if let Some(due) = due {
        response.on_hover_text(cx.messages.weekday_date(due));
    }
}

/// "You promised Lin Yue", "Lin Yue promised you".
fn giver(cx: &Cx<'_>, item: &Open<'_>) -> String {
    let mine = item.promise.party == item.session.my_party;
    let named = item.promise.person.as_deref().map(str::trim).filter(|name| !name.is_empty());
    if mine {
        let first = cx
            .work
            .people_of(&item.session.counterparts)
            .next()
            .map(|person| cx.messages.name_of(person));
        match first.filter(|name| !name.is_empty()) {
            Some(name) => cx.tr("today-you-promised", &[("name", name.into())]),
            None => cx.t("today-you-promised-them").to_owned(),
        }
    } else {
        match named {
            Some(name) => cx.tr("today-they-promised", &[("name", name.into())]),
            None => cx.t("today-they-promised-you").to_owned(),
        }
    }
}

fn set(cx: &mut Cx<'_>, item: &Open<'_>, state: CommitmentState) {
    if let Some(id) = item.promise.id {
        let edit = MeetingEdit::Commitment(id, CommitmentEdit::State(state));
        cx.edit_meeting(item.session.id, item.promise.meeting, edit);
    }
}
