//! Opens the window.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use egui::{Context, IconData, ViewportBuilder};

use super::measure::Measurement;
use super::theme::tokens::Theme;
use super::window::Window;
use crate::app::clock::Clock;
use crate::app::preferences::Preferences;
use crate::app::state::{AppState, Places};
use crate::content::catalog::Catalog;
use crate::i18n::Language;
use crate::platform::display;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum LaunchError {
    #[error(
        "there is no display to open a window on; without one, use the commands brief, check, list, profile, relation, outcome, walk, sample and shots (counterpoint --help)"
    )]
    NoDisplay,
    #[error("the content of the program is damaged: {message}")]
    Content { message: String },
    #[error("the window could not be opened: {message}")]
    Window { message: String },
}

/// What the command line says about the window.
#[derive(Debug, Clone, Default)]
pub struct LaunchOptions {
    pub library: Option<PathBuf>,
    pub language: Option<Language>,
    pub measurement: Option<Measurement>,
}

const WINDOW_SIZE: (f32, f32) = (1440.0, 900.0);
const SMALLEST_WINDOW: (f32, f32) = (760.0, 480.0);

fn icon() -> Option<IconData> {
    let bytes = include_bytes!("../../assets/icons/logo-256.png");
    let picture = image::load_from_memory(bytes).ok()?.into_rgba8();
    let (width, height) = picture.dimensions();
    Some(IconData { rgba: picture.into_raw(), width, height })
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When there is no display, no graphics driver, or the program's content is damaged.
pub fn run(options: LaunchOptions) -> Result<(), LaunchError> {
    if !display::is_available() {
        return Err(LaunchError::NoDisplay);
    }
    let content = |message: String| LaunchError::Content { message };
    let catalog = Catalog::bundled().map_err(|error| content(error.to_string()))?;
    let theme = Theme::bundled().map_err(content)?;
    let places = Places::of_user();
    let mut preferences = places.state_file.as_deref().map(Preferences::read).unwrap_or_default();
    if options.language.is_some() {
        preferences.language = options.language;
    }
    let mut viewport = ViewportBuilder::default()
        .with_app_id("counterpoint")
        .with_title("Counterpoint 知彼")
        .with_inner_size(preferences.window.unwrap_or(WINDOW_SIZE))
        .with_min_inner_size(SMALLEST_WINDOW);
    if let Some(icon) = icon() {
        viewport = viewport.with_icon(icon);
    }
    let native = eframe::NativeOptions {
        viewport,
        // The app adds its own provider, which prefers Chinese shapes to Japanese ones.
        system_font_fallback: false,
        ..Default::default()
    };
    // The library is read while the window comes up, so that the first frame can show its page.
    let context = Arc::new(OnceLock::<Context>::new());
    let waking = Arc::clone(&context);
    let wake = Arc::new(move || {
        if let Some(ctx) = waking.get() {
            ctx.request_repaint();
        }
    });
    let mut state = AppState::new(preferences, places, catalog, Clock::system(), wake);
    match options.library {
        Some(path) => state.open_library(path),
        None => state.open_last_library(),
    }
    eframe::run_native(
        "counterpoint",
        native,
        Box::new(move |creation| {
            let ctx = creation.egui_ctx.clone();
            ctx.add_font_provider(Arc::new(
                egui_system_font_provider::SystemFontProvider::new().with_locale(Some("zh-Hans")),
            ));
            // Nobody waits for the context before this, and it is set once.
            let _ = context.set(ctx.clone());
            let mut window = Window::new(&ctx, state, theme);
            window.measurement = options.measurement;
            Ok(Box::new(window))
        }),
    )
    .map_err(|error| LaunchError::Window { message: error.to_string() })
}
