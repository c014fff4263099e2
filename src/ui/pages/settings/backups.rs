//! Backups of the library, and the ways back from them and from the trash.

use std::path::Path;
use std::time::Duration;

use egui::{Rect, Ui};
use jiff::Timestamp;

use crate::app::action::Action;
use crate::app::archives::{Archives, size};
use crate::app::command::UiCommand;
use crate::app::fault::Fault;
use crate::app::history::when;
use crate::app::keeping::KeepingAction;
use crate::i18n::Arg;
use crate::store::error::StoreError;
use crate::ui::context::Cx;
use crate::ui::modals::share_of;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::bar;
use crate::ui::widgets::text;

/// How often a running bar is drawn anew.
const REFRESH: Duration = Duration::from_millis(200);

/// What the card shows.
pub struct Backups {
    /// A thread has looked.
    is_known: bool,
    last: Option<Timestamp>,
    count: usize,
    /// In bytes.
    size: u64,
    /// How much of the one that is being made is done.
    making: Option<f64>,
    failure: Option<StoreError>,
    /// This window may make one.
    may_be_made: bool,
}

impl Backups {
    pub fn of(archives: &Archives, may_be_made: bool) -> Self {
        let kept = archives.kept.as_deref().unwrap_or_default();
        Self {
            is_known: archives.kept.is_some(),
            last: kept.last().map(|archive| archive.at),
            count: kept.len(),
            size: kept.iter().map(|archive| archive.size).sum(),
            making: archives.making.as_ref().map(|making| share_of(&making.progress)),
            failure: archives.failure.clone(),
            may_be_made,
        }
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, backups: &Backups, library: &Path, rect: Rect) {
    let tokens = cx.tokens;
    Card::new(cx.t("backups-heading")).show(ui, tokens, rect, |ui| {
        ui.add(egui::Label::new(text::value(line(cx, backups), tokens)).wrap());
        ui.add(egui::Label::new(text::caption(cx.t("backups-note"), tokens)).wrap());
        if let Some(error) = &backups.failure {
            let fault = Fault::new(error, cx.messages).sentence(cx.messages);
            let told = cx.tr("backups-failed", &[("error", Arg::from(fault))]);
            ui.add(egui::Label::new(text::caption(told, tokens).color(tokens.warn)).wrap());
        }
        if let Some(share) = backups.making {
            let width = ui.available_width();
            bar(ui, tokens, width, share, tokens.accent);
            ui.ctx().request_repaint_after(REFRESH);
        }
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            if backups.making.is_some() {
                let stop = ActionButton::secondary(cx.t("backups-stop")).icon("pause").small();
                if stop.show(ui, tokens).clicked() {
                    cx.push(Action::Keeping(KeepingAction::StopBackup));
                }
            } else {
                let now = ActionButton::secondary(cx.t("backups-now")).icon("save").small();
                if now.enabled(backups.may_be_made).show(ui, tokens).clicked() {
                    cx.push(Action::Command(UiCommand::BackUp));
                }
            }
            let restore = ActionButton::secondary(cx.t("backups-restore")).icon("folder").small();
            if restore.show(ui, tokens).clicked() {
                cx.push(Action::Keeping(KeepingAction::ShowBackups(library.to_owned())));
            }
            let trash = ActionButton::secondary(cx.t("backups-trash")).icon("trash").small();
            if trash.show(ui, tokens).clicked() {
                cx.push(Action::Command(UiCommand::Trash));
            }
        });
    });
}

/// "Daily backups: last today 09:12, 23 kept, 4.2 MB".
fn line(cx: &Cx<'_>, backups: &Backups) -> String {
    if let Some(share) = backups.making {
        let share = cx.messages.percent(share);
        return cx.tr("backups-running-share", &[("share", Arg::from(share))]);
    }
    let Some(last) = backups.last else {
        return cx
            .t(match (backups.is_known, backups.may_be_made) {
                (false, _) => "backups-looking",
                (true, true) => "backups-none",
                (true, false) => "backups-none-read-only",
            })
            .to_owned();
    };
    let last = when(cx.messages, cx.clock, last);
    let args = [
        ("last", Arg::from(cx.tr("backups-last", &[("when", Arg::from(last))]))),
        ("count", backups.count.into()),
        ("size", Arg::from(size(cx.messages, backups.size))),
    ];
    cx.tr("backups-line", &args)
}
