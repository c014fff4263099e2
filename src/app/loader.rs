//! The thread that reads records which a page has asked for.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use super::tasks::Wake;
use crate::store::record::{Record, RecordKey};
use crate::store::{LibraryFolder, StoreError};

/// A record that was read, or why it was not.
pub type Loaded = (RecordKey, Result<Record, StoreError>);

/// Reads records off the window's thread. Dropping it ends the thread after the record at hand.
#[derive(Debug)]
pub struct Loader {
    asked: Sender<RecordKey>,
    loaded: Receiver<Loaded>,
    underway: BTreeSet<RecordKey>,
}

impl Loader {
    /// Starts the thread; `wake` is called on it after each record. Without a thread nothing is
    /// ever loaded, so the error is the library's.
    pub fn spawn(folder: LibraryFolder, wake: Wake) -> Result<Self, StoreError> {
        let (asked, wanted) = channel::<RecordKey>();
        let (sender, loaded) = channel();
        std::thread::Builder::new()
            .name("record-loader".to_owned())
            .spawn(move || {
                for key in wanted {
                    if sender.send((key, folder.load(key))).is_err() {
                        return;
                    }
                    wake();
                }
            })
            .map_err(|error| StoreError::NoThread { failure: error.into() })?;
        Ok(Self { asked, loaded, underway: BTreeSet::new() })
    }

    /// Asks for records; those already asked for are not read twice.
    pub fn ask(&mut self, keys: impl IntoIterator<Item = RecordKey>) {
        for key in keys {
            if self.underway.insert(key) && self.asked.send(key).is_err() {
                tracing::error!("the thread that loads records has ended");
            }
        }
    }

    pub fn is_working(&self) -> bool {
        !self.underway.is_empty()
    }

    /// What was read until now; waits for the rest, but no longer than `patience`.
    pub fn take(&mut self, patience: Duration) -> Vec<Loaded> {
        let start = Instant::now();
        let mut loaded = Vec::new();
        while !self.underway.is_empty() {
            match self.loaded.recv_timeout(patience.saturating_sub(start.elapsed())) {
                Ok(record) => {
                    self.underway.remove(&record.0);
                    loaded.push(record);
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        loaded
    }
}
