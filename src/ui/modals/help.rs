//! All commands with their shortcuts, and how the app judges.

use egui::{Context, Layout, ScrollArea, Ui};

use super::frame::{self, Window};
use super::search;
use crate::app::command::UiCommand;
use crate::app::state::AppState;
use crate::ui::shell::{key_hint, keys};
use crate::ui::theme::icons;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::{card, text};

const WIDTH: f32 = 720.0;

/// The heading under which a command is listed.
fn group(command: UiCommand) -> &'static str {
    match command {
        UiCommand::GoToday
        | UiCommand::GoCounterparts
        | UiCommand::GoNegotiations
        | UiCommand::GoPlaybook
        | UiCommand::GoSettings
        | UiCommand::Back
        | UiCommand::Forward => "help-pages",
        UiCommand::Search
        | UiCommand::NewCounterpart
        | UiCommand::NewNegotiation
        | UiCommand::DescribeMyself
        | UiCommand::Questionnaire
        | UiCommand::SideBySide
        | UiCommand::Heard
        | UiCommand::PasteText
        | UiCommand::Statistics
        | UiCommand::Deals
        | UiCommand::NextBrief => "help-records",
        UiCommand::Undo
        | UiCommand::Redo
        | UiCommand::SelectAll
        | UiCommand::ShowMerges
        | UiCommand::Save
        | UiCommand::Versions
        | UiCommand::Trash => "help-edit",
        UiCommand::EnterOffer
        | UiCommand::CatchPotato
        | UiCommand::WriteLog
        | UiCommand::NextSpeaker
        | UiCommand::Calm
        | UiCommand::Blank => "help-table",
        UiCommand::OpenLibrary
        | UiCommand::CreateLibrary
        | UiCommand::ImportLibrary
        | UiCommand::BackUp
        | UiCommand::RestoreBackup
        | UiCommand::ToggleTheme
        | UiCommand::LargerText
        | UiCommand::SmallerText
        | UiCommand::Help => "help-window",
    }
}

/// The groups as two columns of about the same height.
const COLUMNS: [&[&str]; 2] =
    [&["help-table", "help-pages", "help-edit"], &["help-records", "help-window"]];

pub(super) fn show(ctx: &Context, state: &AppState, tokens: &Tokens, opened: bool) -> bool {
    let messages = &state.messages;
    let window =
        Window { name: "help", title: messages.text("help-title"), width: WIDTH, bare: false };
    let mut done = false;
    let closed = frame::show(ctx, tokens, messages, &window, |ui| {
        let room = frame::room_below(ui.ctx()) - 110.0;
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 32.0;
            ui.columns(2, |columns| {
                for (ui, groups) in columns.iter_mut().zip(COLUMNS) {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    for key in groups {
                        commands(ui, state, tokens, key);
                    }
                }
            });
            card::inset(ui, tokens.sunken, tokens.border, |ui| {
                ui.label(text::heading(messages.text("help-honesty"), tokens));
                for key in ["help-honesty-profile", "help-honesty-outcome"] {
                    ui.add(egui::Label::new(text::body(messages.text(key), tokens)).wrap());
                }
            });
        });
        frame::foot(ui, |ui| {
            let button = ActionButton::secondary(messages.text("close")).show(ui, tokens);
            if opened {
                button.request_focus();
            }
            done = button.clicked();
        });
    });
    done || closed
}

fn commands(ui: &mut Ui, state: &AppState, tokens: &Tokens, key: &str) {
    let messages = &state.messages;
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.label(text::label(messages.text(key), tokens));
    for command in UiCommand::ALL.into_iter().filter(|command| group(*command) == key) {
        let line = ui.horizontal(|ui| {
            ui.add(icons::sized(command.icon(), 15.0).tint(tokens.text_3).alt_text(""));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                match command.shortcut() {
                    Some(shortcut) => {
                        let keys = keys(ui, &shortcut);
                        key_hint(ui, tokens, &keys);
                    }
                    None => {
                        ui.label(text::caption(messages.text("help-no-shortcut"), tokens));
                    }
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    text::one_line(ui, text::body(messages.text(command.message()), tokens));
                });
            });
        });
        line.response.on_hover_text(search::tip(state, command));
    }
    ui.add_space(12.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_listed() {
        let groups: Vec<&str> = COLUMNS.into_iter().flatten().copied().collect();
        for command in UiCommand::ALL {
            assert!(groups.contains(&group(command)), "{command:?}");
        }
    }
}
