//! The wish to stop long work, and how far it has come.

use std::fmt;

/// Long work asks between its steps whether it shall stop, and tells how far it has come.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    stop: &'a dyn Fn() -> bool,
    progress: &'a dyn Fn(f64),
}

impl fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").finish_non_exhaustive()
    }
}

/// The work was stopped because that was wished; there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

impl<'a> Watch<'a> {
    /// `stop` says whether to stop; `progress` takes the share that is done, 0 to 1.
    pub fn new(stop: &'a dyn Fn() -> bool, progress: &'a dyn Fn(f64)) -> Self {
        Self { stop, progress }
    }

    /// Work that is never stopped and not looked at.
    pub fn none() -> Self {
        Self { stop: &|| false, progress: &|_| {} }
    }

    /// Tells that `done` of `all` steps are done.
    ///
    /// # Errors
    /// [`Stopped`] if the work shall stop.
    pub fn step(&self, done: usize, all: usize) -> Result<(), Stopped> {
        #[expect(clippy::cast_precision_loss, reason = "a share for a progress bar")]
        let share = done as f64 / all.max(1) as f64;
        (self.progress)(share.clamp(0.0, 1.0));
        self.check()
    }

    /// Asks only whether to stop.
    ///
    /// # Errors
    /// [`Stopped`] if the work shall stop.
    pub fn check(&self) -> Result<(), Stopped> {
        if (self.stop)() { Err(Stopped) } else { Ok(()) }
    }

    /// The same wish to stop, for a part of the work whose own progress is not shown.
    pub fn quiet(&self) -> Watch<'a> {
        Watch { stop: self.stop, progress: &|_| {} }
    }
}
