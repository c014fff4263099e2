//! The program: parses arguments, sets up logging, then opens the window or runs one command.

use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use counterpoint::cli::{self, Cli, Measure};
use counterpoint::ui::launch::{self, LaunchOptions};
use counterpoint::ui::measure::Measurement;

/// Gives memory back to the system after work that needed much of it for a moment, such as a backup
/// of a large library.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let process_start = Instant::now();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("COUNTERPOINT_LOG")
                .unwrap_or_else(|_| "counterpoint=warn".into()),
        )
        .init();
    let arguments = Cli::parse();
    if arguments.command.is_some() {
        return cli::run(arguments);
    }
    let options = LaunchOptions {
        library: arguments.library,
        language: arguments.lang,
        measurement: arguments.measure.map(|measure| match measure {
            Measure::Start => Measurement::start(process_start),
            Measure::Idle => Measurement::idle(),
        }),
    };
    match launch::run(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("counterpoint: {error}");
            ExitCode::from(2)
        }
    }
}
