//! Figures of the running window, for people who measure it: time to the first complete frame,
//! and frames drawn while nobody touches it.

use std::time::{Duration, Instant};

use egui::{Context, ViewportCommand};

/// What to measure before the window closes by itself.
#[derive(Debug, Clone, Copy)]
pub enum Measurement {
    /// Prints the milliseconds from the start of the process to the first frame with a page.
    Start { process_start: Instant },
    /// Prints how many frames were drawn in ten seconds without input.
    Idle { since: Option<Instant>, frames: u64 },
}

/// How long the window may settle before idle frames count.
const SETTLING: Duration = Duration::from_secs(4);
const WATCHED: Duration = Duration::from_secs(10);

impl Measurement {
    pub fn start(process_start: Instant) -> Self {
        Self::Start { process_start }
    }

    pub fn idle() -> Self {
        Self::Idle { since: None, frames: 0 }
    }

    /// Called once in each frame that shows a page. True when the figure is printed and the window
    /// closes.
    pub fn frame_drawn(&mut self, ctx: &Context) -> bool {
        match self {
            Self::Start { process_start } => {
                println!("first complete frame: {} ms", process_start.elapsed().as_millis());
                ctx.send_viewport_cmd(ViewportCommand::Close);
                return true;
            }
            Self::Idle { since, frames } => {
                let start = *since.get_or_insert_with(Instant::now);
                let waking = ctx.clone();
                if *frames == 0 && start.elapsed() < SETTLING {
                    let spawned =
                        std::thread::Builder::new().name("measure".to_owned()).spawn(move || {
                            std::thread::sleep(SETTLING + WATCHED);
                            waking.request_repaint();
                        });
                    *frames = 1;
                    if let Err(error) = spawned {
                        tracing::error!(%error, "nothing can be measured");
                    }
                } else if start.elapsed() >= SETTLING + WATCHED {
                    println!("idle frames in {} s: {}", WATCHED.as_secs(), *frames - 1);
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                    return true;
                } else if start.elapsed() >= SETTLING {
                    *frames += 1;
                }
            }
        }
        false
    }
}
