//! No library is open: the first start, the wait for a library, or why it could not be opened.

use std::path::Path;

use egui::{CornerRadius, Layout, Response, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2};

use crate::app::action::Action;
use crate::app::fault::Fault;
use crate::app::keeping::KeepingAction;
use crate::app::modal::{LibraryPurpose, Modal};
use crate::app::state::{AppState, Closed};
use crate::i18n::{Arg, Language};
use crate::store::StoreError;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, radius};
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::{card, text};

const WIDTH: f32 = 540.0;
const CHOICE_HEIGHT: f32 = 68.0;

pub fn show(ui: &mut Ui, state: &AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let height = ui.available_height();
        ui.vertical_centered(|ui| {
            ui.set_max_width(WIDTH.min(ui.available_width() - 32.0));
            match &state.closed {
                Closed::FirstRun => {
                    ui.add_space(((height - 560.0) / 2.0).clamp(24.0, 200.0));
                    welcome(ui, state, tokens, actions);
                }
                Closed::Loading => {
                    ui.add_space(height * 0.36);
                    ui.add(icons::sized("logo", 48.0).alt_text(""));
                    ui.add_space(12.0);
                    ui.label(text::heading(state.messages.text("first-loading"), tokens));
                }
                Closed::Failed { path, error } => {
                    ui.add_space((height * 0.18).max(24.0));
                    failed(ui, state, tokens, path, error, actions);
                }
            }
        });
    });
}

fn welcome(ui: &mut Ui, state: &AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let messages = &state.messages;
    ui.add(icons::sized("logo", 56.0).alt_text(""));
    ui.add_space(10.0);
    ui.label(text::display(messages.text("first-welcome"), tokens));
    ui.add(
        egui::Label::new(text::body(messages.text("first-lead"), tokens))
            .wrap()
            .halign(egui::Align::Center),
    );
    ui.add_space(12.0);
    ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
        let default = &state.places.default_library;
        let title = messages.text("first-empty");
        if choice(ui, tokens, "plus", title, messages.text("first-empty-help"), true).clicked() {
            actions.push(Action::CreateLibrary { path: default.clone(), sample: false });
        }
        ui.horizontal(|ui| {
            ui.add_space(58.0);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let other = ActionButton::quiet(messages.text("first-other-folder")).small();
                if other.show(ui, tokens).clicked() {
                    actions.push(ask(LibraryPurpose::Create, default));
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    let shown = default.display().to_string();
                    let line = messages.with("first-folder", &[("path", Arg::from(&shown))]);
                    text::one_line(ui, text::caption(line, tokens)).on_hover_text(shown);
                });
            });
        });
        let (title, help) = (messages.text("first-sample"), messages.text("first-sample-help"));
        if choice(ui, tokens, "handshake", title, help, false).clicked() {
            actions.push(Action::CreateLibrary {
                path: default.with_file_name("sample"),
                sample: true,
            });
        }
        let (title, help) = (messages.text("first-open"), messages.text("first-open-help"));
        if choice(ui, tokens, "folder", title, help, false).clicked() {
            actions.push(ask(LibraryPurpose::Open, default));
        }
    });
    ui.add_space(12.0);
    languages(ui, state, tokens, actions);
    ui.add_space(12.0);
    ui.add(
        egui::Label::new(text::caption(messages.text("first-privacy"), tokens))
            .wrap()
            .halign(egui::Align::Center),
    );
}

fn ask(purpose: LibraryPurpose, path: &Path) -> Action {
    Action::ShowModal(Modal::Library { purpose, path: path.display().to_string() })
}

fn languages(ui: &mut Ui, state: &AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let messages = &state.messages;
    let options = [
        (Language::English, messages.text("language-english")),
        (Language::Chinese, messages.text("language-chinese")),
    ];
    // A row is as wide as its content here, so that it can stand in the middle.
    let id = egui::Id::unique("first-run-languages");
    let width: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(160.0);
    ui.horizontal(|ui| {
        ui.add_space(((ui.available_width() - width) / 2.0).max(0.0));
        let name = messages.text("first-language");
        let row = ui.scope(|ui| segmented(ui, tokens, name, Some(state.language()), &options));
        ui.data_mut(|data| data.insert_temp(id, row.response.rect.width()));
        if let Some(language) = row.inner {
            actions.push(Action::SetLanguage(Some(language)));
        }
    });
}

/// A large button: picture, title, and a line on what it does.
fn choice(
    ui: &mut Ui,
    tokens: &Tokens,
    icon: &str,
    title: &str,
    help: &str,
    first: bool,
) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), CHOICE_HEIGHT), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{title}. {help}"))
    });
    let (fill, line) = match (first, response.hovered()) {
        (true, _) => (tokens.accent_soft, tokens.accent_line),
        (false, true) => (tokens.hover, tokens.border_strong),
        (false, false) => (tokens.surface, tokens.border_strong),
    };
    let corner = CornerRadius::same(radius::CARD);
    ui.painter().rect(rect, corner, fill, Stroke::new(1.0, line), egui::StrokeKind::Inside);
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(rect.shrink2(Vec2::new(18.0, 10.0)))
            .layout(Layout::left_to_right(egui::Align::Center)),
    );
    child.spacing_mut().item_spacing.x = 16.0;
    let colour = if first { tokens.accent } else { tokens.text_3 };
    child.add(icons::sized(icon, 24.0).tint(colour).alt_text(""));
    child.vertical(|ui| {
        let height = ui.available_height();
        let (title, help) = (text::heading(title, tokens), text::body(help, tokens));
        text::pair_in_middle(ui, height, title, help, egui::TextWrapMode::Truncate);
    });
    focus_ring(ui, &response, tokens);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn failed(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    path: &Path,
    error: &StoreError,
    actions: &mut Vec<Action>,
) {
    let messages = &state.messages;
    let fault = Fault::new(error, messages);
    ui.add(icons::sized("warning", 40.0).tint(tokens.warn).alt_text(""));
    ui.add_space(8.0);
    ui.label(text::title(messages.text("first-failed"), tokens));
    ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
        card::inset(ui, tokens.surface, tokens.border, |ui| {
            text::one_line(ui, text::strong(&fault.place, tokens)).on_hover_text(&fault.place);
            for line in [&fault.wrong, &fault.to_do] {
                ui.add(egui::Label::new(text::body(line, tokens)).wrap().selectable(true));
            }
        });
        ui.add(egui::Label::new(text::body(messages.text("first-failed-help"), tokens)).wrap());
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            if ActionButton::primary(messages.text("retry")).show(ui, tokens).clicked() {
                actions.push(Action::OpenLibrary(path.to_owned()));
            }
            let repair = ActionButton::secondary(messages.text("first-repair"));
            if repair.tooltip(messages.text("first-repair-tip")).show(ui, tokens).clicked() {
                actions.push(Action::RepairLibrary(path.to_owned()));
            }
            let backup = ActionButton::secondary(messages.text("backups-restore"));
            if backup.show(ui, tokens).clicked() {
                actions.push(Action::Keeping(KeepingAction::ShowBackups(path.to_owned())));
            }
            if ActionButton::secondary(messages.text("first-open-another"))
                .show(ui, tokens)
                .clicked()
            {
                actions.push(ask(LibraryPurpose::Open, path));
            }
            if ActionButton::secondary(messages.text("first-new-one")).show(ui, tokens).clicked() {
                actions.push(ask(LibraryPurpose::Create, &state.places.default_library));
            }
        });
    });
    ui.add_space(16.0);
    languages(ui, state, tokens, actions);
}
