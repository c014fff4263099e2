//! A window with one label, to compare the app's start, memory and size with what any window costs.
//!
//! `cargo run --release --example bare_window` prints the milliseconds to its first frame.

use std::time::Instant;

struct Bare {
    start: Instant,
    shown: bool,
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("A bare window.");
        if !self.shown {
            self.shown = true;
            println!("first frame: {} ms", self.start.elapsed().as_millis());
            if std::env::var_os("BARE_WINDOW_STAYS").is_none() {
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }
}

fn main() -> eframe::Result {
    let start = Instant::now();
    eframe::run_native(
        "bare window",
        eframe::NativeOptions::default(),
        Box::new(move |_| Ok(Box::new(Bare { start, shown: false }))),
    )
}
