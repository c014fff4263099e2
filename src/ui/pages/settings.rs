//! Pending.
use std::path::PathBuf;

use crate::app::preferences::{TextSize, ThemeChoice};
use crate::i18n::{Language, Messages};
use crate::store::lock::Access;
use crate::ui::context::Cx;
use egui::Ui;

/// The preferences as they are.
pub struct SettingsInput {
    pub language: Option<Language>,
    pub theme: ThemeChoice,
    pub text_size: TextSize,
    pub library_path: PathBuf,
    pub recent: Vec<PathBuf>,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, input: &SettingsInput) {
    let _ = (ui, cx, input);
}

/// Why the library is read-only.
pub fn access_text(messages: &Messages, access: &Access) -> String {
    let _ = (messages, access);
    String::new()
}
