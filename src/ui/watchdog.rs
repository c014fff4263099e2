//! Debug builds watch that the thread of the window never waits: not for a file, not for a lock.

use std::time::{Duration, Instant};

/// Waiting longer than this in one stage of a frame is a fault.
pub const LONGEST_WAIT: Duration = Duration::from_millis(8);

/// Measures the stages of one frame. In release builds it does nothing.
#[derive(Debug)]
pub struct Watchdog {
    stage: &'static str,
    since: Moment,
}

/// The time on the wall and the time that this thread has worked.
#[derive(Debug, Clone, Copy)]
struct Moment {
    wall: Instant,
    worked: Duration,
}

impl Moment {
    fn now() -> Self {
        Self { wall: Instant::now(), worked: worked() }
    }

    /// Time on the wall since then in which the thread did not work.
    fn waited(self) -> Duration {
        let worked = worked().saturating_sub(self.worked);
        self.wall.elapsed().saturating_sub(worked)
    }
}

#[cfg(target_os = "linux")]
fn worked() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// Where the system does not tell, work counts as waiting.
#[cfg(not(target_os = "linux"))]
fn worked() -> Duration {
    Duration::ZERO
}

impl Watchdog {
    pub fn start(stage: &'static str) -> Self {
        Self { stage, since: Moment::now() }
    }

    /// The next stage begins.
    pub fn enter(&mut self, stage: &'static str) {
        self.check();
        *self = Self::start(stage);
    }

    /// Logs the stage if the thread has waited in it, and returns for how long.
    fn check(&self) -> Option<Duration> {
        if !cfg!(debug_assertions) {
            return None;
        }
        let waited = self.since.waited();
        if waited <= LONGEST_WAIT {
            return None;
        }
        let (stage, millis) = (self.stage, waited.as_millis());
        tracing::error!(stage, millis, "the thread of the window was kept waiting");
        Some(waited)
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        self.check();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_noticed_and_work_is_not_waiting() {
        let watchdog = Watchdog::start("sleep");
        std::thread::sleep(LONGEST_WAIT * 3);
        assert!(watchdog.check().is_some_and(|waited| waited >= LONGEST_WAIT * 2));
        if cfg!(target_os = "linux") {
            let before = worked();
            while worked().saturating_sub(before) < LONGEST_WAIT * 3 {
                std::hint::spin_loop();
            }
        }
        assert!(Watchdog::start("nothing").check().is_none());
    }
}
