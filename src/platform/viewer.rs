//! Opens a file with the program that the system has for it.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A viewer that runs longer than this has come up.
const COMES_UP_IN: Duration = Duration::from_millis(2500);

/// Opens the file. Waits a moment to hear whether that went well, so it is not for the window's
/// thread.
///
/// # Errors
/// The system has no program for it, or none that starts.
pub fn open(path: &Path) -> io::Result<()> {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(target_os = "windows") {
        // The empty word is the title of a window, as the first one in quotes would be.
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    start(program, before, path)
}

fn start(program: &str, before: &[&str], path: &Path) -> io::Result<()> {
    let mut child = Command::new(program)
        .args(before)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let since = Instant::now();
    while since.elapsed() < COMES_UP_IN {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(io::Error::other(format!("{program}: {status}"))),
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    }
    // Some systems run the viewer itself: it is waited for, so that nothing is left of it.
    let waiting = std::thread::Builder::new().name("await-viewer".to_owned());
    waiting.spawn(move || child.wait()).map(drop)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_viewer_that_is_not_there_or_fails_is_an_error() {
        let path = Path::new("/dev/null");
        assert!(start("true", &[], path).is_ok());
        assert!(start("false", &[], path).is_err());
        assert!(start("a-program-that-nobody-has", &[], path).is_err());
    }

    #[test]
    fn a_viewer_that_stays_open_is_not_waited_for() {
        let since = Instant::now();
        assert!(start("sh", &["-c", "sleep 6"], Path::new("x")).is_ok());
        assert!(since.elapsed() < COMES_UP_IN * 4);
    }
}
