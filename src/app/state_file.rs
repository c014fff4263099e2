//! Writes the preferences to `state.ron` on a thread of their own, soon after they change.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::preferences::Preferences;

/// Changes closer together than this are written once; steady typing cannot put the write off.
const INTERVAL: Duration = Duration::from_millis(400);

pub struct StateFile {
    last: Preferences,
    sender: Option<Sender<Preferences>>,
    writer: Option<JoinHandle<()>>,
}

impl StateFile {
    /// Starts the writer; `None` keeps nothing, for tests.
    pub fn start(path: Option<PathBuf>, current: &Preferences) -> Self {
        let Some(path) = path else {
            return Self { last: current.clone(), sender: None, writer: None };
        };
        let (sender, receiver) = channel();
        let writer = std::thread::Builder::new()
            .name("state-file".to_owned())
            .spawn(move || write_all(&path, &receiver))
            .inspect_err(|error| tracing::error!(%error, "the state file has no writer"))
            .ok();
        Self { last: current.clone(), sender: Some(sender), writer }
    }

    /// Hands the preferences to the writer when they differ from the last ones.
    pub fn follow(&mut self, current: &Preferences) {
        if *current == self.last {
            return;
        }
        self.last = current.clone();
        if let Some(sender) = &self.sender
            && sender.send(current.clone()).is_err()
        {
            tracing::error!("the writer of the state file is gone");
        }
    }
}

impl Drop for StateFile {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(writer) = self.writer.take()
            && writer.join().is_err()
        {
            tracing::error!("the writer of the state file failed");
        }
    }
}

fn write_all(path: &std::path::Path, receiver: &Receiver<Preferences>) {
    while let Ok(mut latest) = receiver.recv() {
        let due = Instant::now() + INTERVAL;
        let ended = loop {
            match receiver.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(newer) => latest = newer,
                Err(RecvTimeoutError::Timeout) => break false,
                Err(RecvTimeoutError::Disconnected) => break true,
            }
        };
        write(path, &latest);
        if ended {
            return;
        }
    }
}

fn write(path: &std::path::Path, preferences: &Preferences) {
    let text = match preferences.to_ron() {
        Ok(text) => text,
        Err(error) => {
            tracing::error!(%error, "the preferences cannot be written as text");
            return;
        }
    };
    if let Some(folder) = path.parent()
        && let Err(error) = std::fs::create_dir_all(folder)
    {
        tracing::warn!(%error, folder = %folder.display(), "no folder for the state file");
        return;
    }
    if let Err(error) = crate::store::atomic_write(path, text.as_bytes()) {
        tracing::warn!(%error, "the state file was not written");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::route::Route;

    #[test]
    fn steady_changes_are_written_before_they_stop() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/state.ron");
        let mut preferences = Preferences::default();
        let mut file = StateFile::start(Some(path.clone()), &preferences);
        let start = Instant::now();
        while !path.exists() {
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "nothing was written while typing went on"
            );
            preferences.drafts.negotiations.text.push('x');
            file.follow(&preferences);
            std::thread::sleep(Duration::from_millis(20));
        }
        preferences.route = Route::Settings;
        file.follow(&preferences);
        drop(file);
        assert_eq!(Preferences::read(&path), preferences);
    }
}
