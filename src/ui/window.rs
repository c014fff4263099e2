//! The eframe application: applies what background work reported, draws, carries out actions.

use std::time::Duration;

use egui::{Context, Ui};

use super::blank::BlankKey;
use super::measure::Measurement;
use super::shell;
use super::theme::tokens::Theme;
use super::theme::{fonts, style};
use super::watchdog::Watchdog;
use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::preferences::ThemeChoice;
use crate::app::state::AppState;
use crate::i18n::Language;

/// The app in its window.
pub struct Window {
    pub state: AppState,
    theme: Theme,
    /// Transient: the language that the fonts are set up for.
    fonts_for: Language,
    /// Transient: the title that the window has now.
    title: String,
    /// Transient: the last frame that waited for records.
    fetched_in: u64,
    /// Transient: the key that hides everything.
    blank: BlankKey,
    /// Transient: everything was done for the end when the window was asked to close.
    finished: bool,
    /// Transient: figures wanted from this run.
    pub measurement: Option<Measurement>,
}

/// Gives fonts, style and pictures to a context, before its first frame.
pub fn prepare(ctx: &Context, theme: &Theme, language: Language) {
    egui_extras::install_image_loaders(ctx);
    fonts::install(ctx, language);
    style::install(ctx, theme);
    // For systems that do not say whether they are light or dark.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
}

impl Window {
    pub fn new(ctx: &Context, state: AppState, theme: Theme) -> Self {
        let fonts_for = state.language();
        prepare(ctx, &theme, fonts_for);
        Self {
            state,
            theme,
            fonts_for,
            title: String::new(),
            fetched_in: 0,
            blank: BlankKey::default(),
            finished: false,
            measurement: None,
        }
    }

    /// Brings fonts, theme and text size of the context in line with the preferences.
    fn follow_preferences(&mut self, ctx: &Context) {
        let language = self.state.language();
        if self.fonts_for != language {
            fonts::install(ctx, language);
            self.fonts_for = language;
        }
        let theme = match self.state.preferences.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        };
        if ctx.options(|options| options.theme_preference) != theme {
            ctx.set_theme(theme);
        }
        let zoom = self.state.preferences.text_size.zoom();
        if (ctx.zoom_factor() - zoom).abs() > f32::EPSILON {
            ctx.set_zoom_factor(zoom);
        }
    }

    /// The window is named after its page, for task bars and screen readers.
    fn follow_title(&mut self, ctx: &Context) {
        let title = self.state.page_title();
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn shortcuts(&self, ctx: &Context) -> Vec<Action> {
        let typing = ctx.text_edit_focused();
        let modal = self.state.modal.is_some();
        let calm = self.state.calm().is_some();
        if self.state.cover.blank {
            return Vec::new();
        }
        let mut with_shortcut: Vec<(UiCommand, egui::KeyboardShortcut)> = UiCommand::ALL
            .into_iter()
            .filter_map(|command| command.shortcut().map(|shortcut| (command, shortcut)))
            .collect();
        // Ctrl+Shift+Z has to be tried before Ctrl+Z, which it contains.
        with_shortcut.sort_by_key(|(_, shortcut)| std::cmp::Reverse(shortcut.modifiers.shift));
        let mut actions = Vec::new();
        for (command, shortcut) in with_shortcut {
            let hidden = calm && !command.is_calm();
            if modal || hidden || (typing && command.belongs_to_text_field()) {
                continue;
            }
            if ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
                actions.push(Action::Command(command));
            }
        }
        actions
    }

    fn draw(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let mut watchdog = Watchdog::start("preferences and shortcuts");
        self.follow_preferences(&ctx);
        // Before anything is drawn, whatever is open and whoever is typing.
        if self.blank.pressed(&ctx, self.state.cover.blank) {
            self.state.update(Action::Command(UiCommand::Blank));
        }
        let mut actions = self.shortcuts(&ctx);
        let tokens = self.theme.tokens(ctx.theme());
        watchdog.enter(self.state.navigation.current().area().id());
        shell::show(ui, &mut self.state, tokens, &mut actions);
        watchdog.enter("loading of records");
        // A page that was drawn without its records is drawn again before anybody sees it.
        // While a library is being read the wanted records may change in each frame; then it is drawn
        // as it is, and once more.
        if self.state.fetch_wanted() {
            let frame = ctx.cumulative_frame_nr();
            if frame > self.fetched_in + 1 {
                ctx.request_discard("records were loaded");
            } else {
                ctx.request_repaint();
            }
            self.fetched_in = frame;
        }
        watchdog.enter("actions");
        let acted = !actions.is_empty();
        for action in actions {
            self.state.update(action);
        }
        if acted {
            ctx.request_repaint();
        }
        self.state.keep_preferences();
        self.follow_title(&ctx);
        if self.state.library.is_some()
            && let Some(measurement) = &mut self.measurement
            && measurement.frame_drawn(&ctx)
        {
            self.measurement = None;
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let watchdog = Watchdog::start("reports of background work");
        self.state.receive();
        drop(watchdog);
        let now = self.state.clock.now();
        if let Some(next) = self.state.toasts.expire(now) {
            let millis = u64::try_from(next.as_millis()).unwrap_or(0);
            ctx.request_repaint_after(Duration::from_millis(millis + 10));
        }
        if let Some(next) = self.state.tend_texts() {
            ctx.request_repaint_after(next);
        }
        if ctx.input(|input| input.events.contains(&egui::Event::WindowFocused(true))) {
            self.state.focused();
        }
        if let Some(size) = ctx.input(|input| input.viewport().inner_rect).map(|rect| rect.size()) {
            self.state.preferences.window = Some((size.x.round(), size.y.round()));
        }
        if ctx.input(|input| input.viewport().close_requested()) {
            if self.state.may_close() {
                self.finished = true;
            } else {
                ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            }
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn on_exit(&mut self) {
        if !self.finished {
            self.state.finish();
        }
    }
}
