//! How far long work has come, seen from another thread, and the wish to stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Shared by the thread that works and the one that shows. Cloning gives another handle.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicUsize,
    all: AtomicUsize,
    cancelled: AtomicBool,
}

impl Progress {
    /// How many pieces of work there are; 0 while that is not known.
    pub fn set_all(&self, all: usize) {
        self.shared.all.store(all, Ordering::Relaxed);
    }

    /// Counts finished pieces.
    pub fn add(&self, pieces: usize) {
        self.shared.done.fetch_add(pieces, Ordering::Relaxed);
    }

    /// Finished pieces and all of them.
    pub fn state(&self) -> (usize, usize) {
        (self.shared.done.load(Ordering::Relaxed), self.shared.all.load(Ordering::Relaxed))
    }

    /// Asks the working thread to stop at the next safe place.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }
}
