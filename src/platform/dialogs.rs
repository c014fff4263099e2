//! Native file dialogs. Each is made on the calling thread, as macOS asks, and awaited elsewhere.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use rfd::AsyncFileDialog;

/// The answer that is awaited; `None` when the user cancelled or no dialog could be shown.
pub type Answer = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

fn dialog(title: &str, start: &Path) -> AsyncFileDialog {
    let dialog = AsyncFileDialog::new().set_title(title);
    let folder = if start.is_dir() { Some(start) } else { start.parent() };
    match folder.filter(|folder| folder.is_dir()) {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

/// Asks for a folder.
pub fn pick_folder(title: &str, start: &Path) -> Answer {
    let future = dialog(title, start).set_can_create_directories(true).pick_folder();
    Box::pin(async move { future.await.map(|handle| handle.path().to_owned()) })
}

/// Asks for a file to write.
pub fn save_file(title: &str, start: &Path, extension: &str) -> Answer {
    let name =
        start.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let future =
        dialog(title, start).set_file_name(name).add_filter(extension, &[extension]).save_file();
    Box::pin(async move { future.await.map(|handle| handle.path().to_owned()) })
}
