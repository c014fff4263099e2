//! The frame around every page: the rail, the page, messages, and the window on top.

use egui::{
    Align2, CentralPanel, CornerRadius, Frame, Key, KeyboardShortcut, Layout, Margin, Panel, Rect,
    Sense, Stroke, Ui, UiBuilder, Vec2,
};

use super::context::Cx;
use super::theme::tokens::{Tokens, radius, size, type_size};
use super::theme::{fonts::Weight, icons};
use super::widgets::button::ActionButton;
use super::widgets::text;
use super::{blank, modals, pages};
use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::fault::Fault;
use crate::app::merging::MergeAction;
use crate::app::modal::Modal;
use crate::app::route::Area;
use crate::app::state::{AppState, OpenLibrary};
use crate::i18n::Language;

/// Around what the other side may read.
const CALM_MARGIN: Margin = Margin::symmetric(48, 32);

/// From more records than this on, the status line counts those that wait to be saved.
const A_FEW: usize = 3;

/// The entries of the rail, from the top.
const RAIL: [UiCommand; 4] = [
    UiCommand::GoToday,
    UiCommand::GoCounterparts,
    UiCommand::GoNegotiations,
    UiCommand::GoPlaybook,
];

pub fn show(ui: &mut Ui, state: &mut AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    if state.cover.blank {
        blank::show(ui, state, tokens);
        return;
    }
    if state.calm().is_some() {
        let frame = Frame::new().fill(tokens.bg).inner_margin(CALM_MARGIN);
        CentralPanel::default().frame(frame).show(ui, |ui| page(ui, state, tokens, actions));
        return;
    }
    if state.library.is_none() {
        let frame = Frame::new().fill(tokens.bg);
        CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| pages::first_run::show(ui, state, tokens, actions));
    } else {
        let frame = Frame::new().fill(tokens.rail).inner_margin(Margin {
            left: 12,
            right: 12,
            top: 16,
            bottom: 12,
        });
        Panel::left("rail")
            .exact_size(size::RAIL_WIDTH)
            .resizable(false)
            .show_separator_line(false)
            .frame(frame)
            .show(ui, |ui| {
                let edge = ui.max_rect().right() + 11.5;
                ui.painter().vline(edge, ui.clip_rect().y_range(), Stroke::new(1.0, tokens.border));
                rail(ui, state, tokens, actions);
            });
        #[expect(clippy::cast_possible_truncation, reason = "a small constant")]
        let padding = size::PAGE_PADDING as i8;
        let frame = Frame::new().fill(tokens.bg).inner_margin(Margin {
            left: padding,
            right: padding,
            top: 12,
            bottom: padding,
        });
        CentralPanel::default().frame(frame).show(ui, |ui| {
            banners(ui, state, tokens, actions);
            page(ui, state, tokens, actions);
        });
    }
    modals::show(ui.ctx(), state, tokens, actions);
    toasts(ui, state, tokens, actions);
}

fn page(ui: &mut Ui, state: &mut AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let route = state.navigation.current().clone();
    let calm = state.calm();
    let brief = match &route {
        crate::app::route::Route::Negotiation {
            session,
            tab: crate::app::route::NegotiationTab::Brief,
        } => state.brief(*session),
        _ => None,
    };
    let wake = state.wake();
    let Some(library) = &mut state.library else { return };
    let include_limits = state.preferences.include_limits;
    let settings = pages::settings::SettingsInput {
        language: state.preferences.language,
        theme: state.preferences.theme,
        text_size: state.preferences.text_size,
        library_path: library.path.clone(),
        recent: state.preferences.recent_libraries.clone(),
        backups: pages::settings::Backups::of(&state.keeping.archives, library.may_be_archived()),
    };
    let read_only = library.is_read_only();
    let mut cx = Cx {
        work: &library.work,
        lists: &mut library.lists,
        coach: &mut state.coach,
        outlook: &mut state.outlook,
        wake: &wake,
        catalog: &state.catalog,
        messages: &state.messages,
        tokens,
        clock: &state.clock,
        drafts: &mut state.preferences.drafts,
        actions,
        read_only,
    };
    if let Some(session) = calm {
        pages::negotiation::meeting::calm::show(ui, &mut cx, session);
        return;
    }
    pages::show(
        ui,
        &mut cx,
        &route,
        &pages::Extras { brief: brief.as_deref(), include_limits, settings: &settings },
    );
}

fn rail(ui: &mut Ui, state: &AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let messages = &state.messages;
    ui.horizontal(|ui| {
        ui.add_space(4.0);
        ui.add(icons::sized("logo", 24.0).alt_text(""));
        let (name, other) = match messages.language() {
            Language::English => ("Counterpoint", "知彼"),
            Language::Chinese => ("知彼", "Counterpoint"),
        };
        ui.label(text::heading(name, tokens));
        ui.label(text::caption(other, tokens));
    });
    ui.add_space(10.0);
    search_button(ui, state, tokens, actions);
    ui.add_space(6.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    let current = state.navigation.current().area();
    for command in RAIL {
        let count = state.library.as_ref().and_then(|library| count(library, command));
        entry(ui, state, tokens, command, current, count, actions);
    }
    ui.with_layout(Layout::bottom_up(egui::Align::Min), |ui| {
        status(ui, state, tokens);
        ui.add_space(6.0);
        entry(ui, state, tokens, UiCommand::GoSettings, current, None, actions);
        history(ui, state, tokens, actions);
    });
}

fn history(ui: &mut Ui, state: &AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        for command in
            [UiCommand::Back, UiCommand::Forward, UiCommand::Undo, UiCommand::Redo, UiCommand::Help]
        {
            let label = command_label(ui, state, command);
            let enabled = state.is_enabled(command);
            let colour = if enabled { tokens.text_3 } else { tokens.disabled };
            let button =
                ActionButton::icon_only(command.icon(), &label).colour(colour).enabled(enabled);
            if button.show(ui, tokens).clicked() {
                actions.push(Action::Command(command));
            }
        }
    });
}

/// "Undo (Ctrl+Z)".
pub fn command_label(ui: &Ui, state: &AppState, command: UiCommand) -> String {
    let name = state.messages.text(command.message());
    match command.shortcut() {
        Some(shortcut) => format!("{name} ({})", keys(ui, &shortcut)),
        None => name.to_owned(),
    }
}

fn search_button(ui: &mut Ui, state: &AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let (rect, response) = ui
        .allocate_exact_size(Vec2::new(ui.available_width(), size::CONTROL_HEIGHT), Sense::click());
    let label = state.messages.text("search");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, label));
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::CONTROL),
        fill,
        Stroke::new(1.0, tokens.border_strong),
        egui::StrokeKind::Inside,
    );
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(rect.shrink2(Vec2::new(9.0, 0.0)))
            .layout(Layout::left_to_right(egui::Align::Center)),
    );
    child.add(icons::sized("search", 14.0).tint(tokens.text_3).alt_text(""));
    child.label(text::body(label, tokens).color(tokens.text_3));
    if let Some(shortcut) = UiCommand::Search.shortcut() {
        let keys = keys(ui, &shortcut);
        child.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            key_hint(ui, tokens, &keys);
        });
    }
    super::widgets::button::focus_ring(ui, &response, tokens);
    if response.clicked() {
        actions.push(Action::Command(UiCommand::Search));
    }
}

/// A shortcut as it stands on the keys: "Ctrl+," and not "Ctrl+Comma".
pub fn keys(ui: &Ui, shortcut: &KeyboardShortcut) -> String {
    let named = ui.ctx().format_shortcut(shortcut);
    let sign = match shortcut.logical_key {
        Key::Comma => ",",
        Key::Equals => "=",
        Key::Minus => "−",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        _ => return named,
    };
    match named.strip_suffix(shortcut.logical_key.name()) {
        Some(modifiers) => format!("{modifiers}{sign}"),
        None => named,
    }
}

/// A key in a small frame.
pub fn key_hint(ui: &mut Ui, tokens: &Tokens, keys: &str) {
    let font = egui::FontId::new(type_size::CAPTION, Weight::Regular.family());
    let galley = ui.painter().layout_no_wrap(keys.to_owned(), font, tokens.text_3);
    let (rect, response) =
        ui.allocate_exact_size(galley.size() + Vec2::new(10.0, 4.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, keys));
    let line = Stroke::new(1.0, tokens.border);
    ui.painter().rect_stroke(rect, CornerRadius::same(radius::TAG), line, egui::StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.text_3);
}

fn count(library: &OpenLibrary, command: UiCommand) -> Option<usize> {
    match command {
        UiCommand::GoCounterparts => Some(library.work.people().len()),
        UiCommand::GoNegotiations => Some(library.work.negotiations().len()),
        _ => None,
    }
}

fn entry(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    command: UiCommand,
    current: Area,
    count: Option<usize>,
    actions: &mut Vec<Action>,
) {
    let selected = command.area() == Some(current);
    let name = state.messages.text(command.message());
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 32.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, selected, name));
    let fill = if selected {
        tokens.surface
    } else if response.hovered() {
        tokens.hover
    } else {
        tokens.rail
    };
    let line = if selected { tokens.border } else { fill };
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::CONTROL),
        fill,
        Stroke::new(1.0, line),
        egui::StrokeKind::Inside,
    );
    let colour = if selected { tokens.accent } else { tokens.text_3 };
    let place =
        Rect::from_center_size(rect.left_center() + Vec2::new(17.0, 0.0), Vec2::splat(16.0));
    icons::icon(command.icon()).tint(colour).paint_at(ui, place);
    let weight = if selected { Weight::SemiBold } else { Weight::Medium };
    let font = egui::FontId::new(type_size::BODY, weight.family());
    let colour = if selected { tokens.text } else { tokens.text_2 };
    ui.painter().text(
        rect.left_center() + Vec2::new(34.0, 0.0),
        Align2::LEFT_CENTER,
        name,
        font,
        colour,
    );
    if let Some(count) = count {
        let font = egui::FontId::new(type_size::CAPTION, Weight::Regular.family());
        let at = rect.right_center() - Vec2::new(10.0, 0.0);
        ui.painter().text(at, Align2::RIGHT_CENTER, count.to_string(), font, tokens.text_3);
    }
    super::widgets::button::focus_ring(ui, &response, tokens);
    if response.clicked() {
        actions.push(Action::Command(command));
    }
}

fn status(ui: &mut Ui, state: &AppState, tokens: &Tokens) {
    let Some(library) = &state.library else { return };
    let waiting = library.waiting();
    let count = [("count", crate::i18n::Arg::from(waiting))];
    let many = state.messages.with("status-saving-many", &count);
    let indexing = library.indexing().map(|(done, all)| {
        let args = [("done", crate::i18n::Arg::from(done)), ("all", all.into())];
        let key = if all == 0 { "status-indexing-start" } else { "status-indexing" };
        state.messages.with(key, &args)
    });
    let (icon, told, colour) = if library.is_read_only() {
        ("lock", state.messages.text("status-read-only"), tokens.warn)
    } else if library.save_error().is_some() {
        ("warning", state.messages.text("status-not-saved"), tokens.warn)
    } else if waiting > A_FEW {
        ("lock", many.as_str(), tokens.text_3)
    } else if !library.is_saved() {
        ("lock", state.messages.text("status-saving"), tokens.text_3)
    } else if let Some(indexing) = &indexing {
        ("lock", indexing.as_str(), tokens.text_3)
    } else if state.keeping.archives.making.is_some() {
        ("save", state.messages.text("status-backing-up"), tokens.text_3)
    } else {
        ("lock", state.messages.text("status-saved"), tokens.text_3)
    };
    let response = ui
        .horizontal(|ui| {
            ui.add_space(6.0);
            ui.add(icons::sized(icon, 14.0).tint(colour).alt_text(""));
            text::one_line(ui, text::caption(told, tokens).color(colour))
        })
        .inner;
    match library.save_error() {
        Some(error) => {
            let fault = Fault::new(error, &state.messages);
            response.on_hover_text(fault.sentence(&state.messages));
        }
        None => {
            response.on_hover_text(library.path.display().to_string());
        }
    }
}

/// What the user has to know on every page: read-only, not saved, problems.
fn banners(ui: &mut Ui, state: &AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let Some(library) = &state.library else { return };
    let messages = &state.messages;
    if let Some(error) = library.save_error() {
        let told = Fault::new(error, messages).sentence(messages);
        let elsewhere = messages.text("rescue-offer");
        let rescue = || Action::AskForRescue;
        banner_with(
            ui,
            tokens,
            &told,
            &[(messages.text("retry"), &|| Action::RetrySave), (elsewhere, &rescue)],
            actions,
        );
    }
    if let Some(import) = &library.import {
        let (done, all) = import.state();
        let args = [("done", crate::i18n::Arg::from(done)), ("all", all.into())];
        let told = messages.with("import-running", &args);
        banner(ui, tokens, &told, messages.text("import-stop"), || Action::CancelImport, actions);
    }
    if library.is_read_only() {
        let reason = pages::settings::access_text(messages, &library.access);
        let open = messages.text("open-other-library");
        banner(ui, tokens, &reason, open, || Action::Command(UiCommand::OpenLibrary), actions);
    }
    if !library.is_read_only() {
        for (message, button, waiting) in [
            ("merges-banner", "merges-show", library.merges.len()),
            ("copies-banner", "copies-show", library.records_with_copies()),
        ] {
            if waiting > 0 {
                let told = messages.with(message, &[("count", crate::i18n::Arg::from(waiting))]);
                let action = || Action::Merge(MergeAction::Show);
                banner(ui, tokens, &told, messages.text(button), action, actions);
            }
        }
    }
    if !library.problems.is_empty() && state.modal.is_none() {
        let args = [("count", crate::i18n::Arg::from(library.problems.len()))];
        let text = messages.with("problems-banner", &args);
        banner(
            ui,
            tokens,
            &text,
            messages.text("show"),
            || Action::ShowModal(Modal::Problems),
            actions,
        );
    }
}

fn banner(
    ui: &mut Ui,
    tokens: &Tokens,
    message: &str,
    button: &str,
    action: impl Fn() -> Action,
    actions: &mut Vec<Action>,
) {
    banner_with(ui, tokens, message, &[(button, &action)], actions);
}

/// A banner with several ways on, the first at the right.
fn banner_with(
    ui: &mut Ui,
    tokens: &Tokens,
    message: &str,
    ways: &[(&str, &dyn Fn() -> Action)],
    actions: &mut Vec<Action>,
) {
    Frame::new()
        .fill(tokens.warn_soft)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(12, 6))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.add(icons::icon("warning").tint(tokens.warn).alt_text(""));
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    for (label, action) in ways {
                        if ActionButton::secondary(label).small().show(ui, tokens).clicked() {
                            actions.push(action());
                        }
                    }
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        text::one_line(ui, text::value(message, tokens)).on_hover_text(message);
                    });
                });
            });
        });
    ui.add_space(4.0);
}

fn toasts(ui: &Ui, state: &AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let messages = &state.messages;
    egui::Area::new(egui::Id::unique("toasts"))
        .anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, -20.0))
        .order(egui::Order::Tooltip)
        .show(ui.ctx(), |ui| {
            for toast in state.toasts.iter() {
                let (fill, colour) = if toast.is_warning {
                    (tokens.warn_soft, tokens.warn)
                } else {
                    (tokens.surface, tokens.text)
                };
                Frame::new()
                    .fill(fill)
                    .stroke(Stroke::new(1.0, tokens.border_strong))
                    .corner_radius(CornerRadius::same(radius::CONTROL))
                    .shadow(ui.visuals().popup_shadow)
                    .inner_margin(Margin::symmetric(14, 8))
                    .show(ui, |ui| {
                        ui.horizontal(|ui| {
                            ui.set_max_width(720.0);
                            let label =
                                egui::Label::new(text::value(&toast.text, tokens).color(colour))
                                    .wrap();
                            ui.add(label).widget_info(|| {
                                egui::WidgetInfo::labeled(egui::Role::Alert, true, &toast.text)
                            });
                            if let Some(offer) = toast.offer {
                                let label = messages.text(offer.message());
                                if ActionButton::quiet(label).small().show(ui, tokens).clicked() {
                                    actions.push(Action::Command(offer));
                                    actions.push(Action::DismissToast(toast.id));
                                }
                            }
                            let close = ActionButton::icon_only("cross", messages.text("close"));
                            if close.colour(tokens.text_3).show(ui, tokens).clicked() {
                                actions.push(Action::DismissToast(toast.id));
                            }
                        });
                    });
            }
        });
}
