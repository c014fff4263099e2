//! A screen of its own for each test: an X server, a message bus with the accessibility service,
//! and a home in a temporary folder.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use image::RgbaImage;
use tempfile::TempDir;

/// A slow machine draws in software and builds other things meanwhile.
pub const PATIENCE: Duration = Duration::from_secs(30);

const PAUSE: Duration = Duration::from_millis(40);

/// With this set to `required`, a missing program fails the test instead of skipping it.
const SWITCH: &str = "COUNTERPOINT_WINDOW_TEST";

/// The Chinese letters that can be typed.
pub const TYPED_CHINESE: &str = "林悦";

const UNUSED_KEYS: [&str; 2] = ["XF86DisplayOff", "XF86WWAN"];

/// The programs, and the Debian package of each.
const PROGRAMS: [(&str, &str); 6] = [
    ("Xvfb", "xvfb"),
    ("xkbcomp", "x11-xkb-utils"),
    ("xdotool", "xdotool"),
    ("import", "imagemagick"),
    ("dbus-daemon", "dbus"),
    ("dbus-send", "dbus"),
];

/// Asks again and again until there is an answer.
///
/// # Panics
/// When there is none in time; the message then names what was awaited.
pub fn wait_for<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    poll(look).unwrap_or_else(|| panic!("waited {PATIENCE:?} in vain for {what}"))
}

/// As [`wait_for`], with the failure left to the caller.
pub fn poll<T>(look: impl FnMut() -> Option<T>) -> Option<T> {
    poll_for(PATIENCE, look)
}

/// As [`poll`], with another patience.
pub fn poll_for<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + patience;
    loop {
        let answer = look();
        if answer.is_some() || Instant::now() >= end {
            return answer;
        }
        std::thread::sleep(PAUSE);
    }
}

/// A process that ends with its owner.
pub struct Guarded(pub Child);

impl Drop for Guarded {
    fn drop(&mut self) {
        // It may have ended on its own.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Guarded {
    /// Starts a server that says on its first line where it can be reached.
    fn server(command: &mut Command) -> (Self, String) {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = child.stdout.take().unwrap();
        let server = Self(child);
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).unwrap();
        assert!(!line.trim().is_empty(), "{command:?} ended without saying where it listens");
        (server, line.trim().to_owned())
    }
}

/// The servers run until this is dropped.
pub struct Screen {
    display: String,
    bus: String,
    /// The address of the accessibility bus.
    pub accessibility: String,
    home: TempDir,
    _servers: [Guarded; 2],
}

impl Screen {
    pub const SIZE: (u32, u32) = (1440, 900);

    /// Starts the servers; `None`, with a word on standard error, when this machine cannot and the
    /// test is not required.
    pub fn start(test: &str) -> Option<Self> {
        let missing: Vec<String> = PROGRAMS
            .iter()
            .filter(|(program, _)| !is_installed(program))
            .map(|(program, package)| format!("{program} (package {package})"))
            .collect();
        let started =
            if missing.is_empty() { Self::start_servers() } else { Err(missing.join(", ")) };
        match started {
            Ok(screen) => Some(screen),
            Err(missing) if std::env::var_os(SWITCH).is_some_and(|value| value == "required") => {
                panic!("the real window cannot be tested, missing: {missing}")
            }
            Err(missing) => {
                eprintln!(
                    "{test} is SKIPPED: the real window cannot be tested, missing: {missing}"
                );
                None
            }
        }
    }

    fn start_servers() -> Result<Self, String> {
        let home = TempDir::new().unwrap();
        for name in ["config", "data", "runtime"] {
            fs::create_dir(home.path().join(name)).unwrap();
        }
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(home.path().join("runtime"), private).unwrap();
        let (width, height) = Self::SIZE;
        // Without -noreset the server starts anew when its last client is killed.
        let (server, display) = Guarded::server(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
                .arg(format!("{width}x{height}x24")),
        );
        let display = format!(":{display}");
        let mut bus = Command::new("dbus-daemon");
        at_home(&mut bus, home.path());
        // What the bus starts needs the display too.
        bus.args(["--session", "--nofork", "--print-address=1"]).env("DISPLAY", &display);
        let (daemon, bus) = Guarded::server(&mut bus);
        let mut screen =
            Self { display, bus, accessibility: String::new(), home, _servers: [server, daemon] };
        screen.add_keys();
        screen.accessibility = screen.enable_accessibility()?;
        Ok(screen)
    }

    /// Gives the keyboard the letters of [`TYPED_CHINESE`] in place of keys that nobody presses.
    /// Otherwise xdotool maps each letter for a moment, and an app that looks later misses it.
    fn add_keys(&self) {
        let map = output(self.command("xkbcomp").args(["-xkb", &self.display, "-"]));
        let mut map = map.expect("the server tells its keyboard map");
        for (unused, letter) in UNUSED_KEYS.into_iter().zip(TYPED_CHINESE.chars()) {
            assert!(map.contains(unused), "the keyboard has no {unused}");
            map = map.replace(unused, &format!("U{:04X}", u32::from(letter)));
        }
        let file = self.home.path().join("keyboard.xkb");
        fs::write(&file, map).unwrap();
        let set = output(self.command("xkbcomp").args(["-w", "0"]).arg(&file).arg(&self.display));
        set.expect("the server takes the keyboard map");
    }

    /// Switches the accessibility service on, as a screen reader does, and returns its address.
    fn enable_accessibility(&self) -> Result<String, String> {
        let service = || {
            let mut send = self.command("dbus-send");
            send.args(["--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]);
            send
        };
        let address = output(service().arg("org.a11y.Bus.GetAddress"));
        let set = output(service().args([
            "org.freedesktop.DBus.Properties.Set",
            "string:org.a11y.Status",
            "string:IsEnabled",
            "variant:boolean:true",
        ]));
        let address = address.as_deref().and_then(|reply| reply.split('"').nth(1));
        match (address, set) {
            (Some(address), Some(_)) => Ok(address.to_owned()),
            _ => Err("the service org.a11y.Bus (package at-spi2-core)".to_owned()),
        }
    }

    /// A command that sees this screen and this home only.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        at_home(&mut command, self.home.path());
        command.env("DISPLAY", &self.display).env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        command
    }

    pub fn default_library(&self) -> PathBuf {
        self.home.path().join("data/counterpoint/library")
    }

    /// What is on the screen now.
    pub fn picture(&self) -> RgbaImage {
        let mut import = self.command("import");
        let quick = ["-define", "png:compression-level=1"];
        let taken = import.args(["-window", "root"]).args(quick).arg("png:-").output().unwrap();
        assert!(taken.status.success(), "no picture: {}", String::from_utf8_lossy(&taken.stderr));
        image::load_from_memory(&taken.stdout).unwrap().into_rgba8()
    }
}

fn at_home(command: &mut Command, home: &Path) {
    for foreign in ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "AT_SPI_BUS_ADDRESS", "LANGUAGE"] {
        command.env_remove(foreign);
    }
    command
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_RUNTIME_DIR", home.join("runtime"))
        .env("LC_ALL", "C.UTF-8");
}

fn is_installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// What a program prints, if it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().unwrap();
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
