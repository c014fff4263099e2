//! The widgets of a running app as a screen reader sees them: names, roles and places, asked for
//! on the accessibility bus.

use super::screen::{Screen, output};

/// Role numbers of the protocol.
const LABEL: u32 = 29;
const PANELS: [u32; 4] = [39, 85, 23, 75];
const ENTRY: u32 = 79;

/// State bits of the protocol.
const ENABLED: u32 = 8;
const FOCUSED: u32 = 12;

#[derive(Debug, Clone)]
pub struct Widget {
    path: String,
    pub name: String,
    role: u32,
    states: u32,
}

impl Widget {
    pub fn is_control(&self) -> bool {
        self.role != LABEL && !PANELS.contains(&self.role)
    }

    pub fn is_field(&self) -> bool {
        self.role == ENTRY
    }

    pub fn is_focused(&self) -> bool {
        self.states & (1 << FOCUSED) != 0
    }

    pub fn is_enabled(&self) -> bool {
        self.states & (1 << ENABLED) != 0
    }
}

/// The accessibility side of one process.
pub struct Widgets<'a> {
    screen: &'a Screen,
    /// Its name on the bus, for example ":1.4".
    bus_name: String,
}

impl<'a> Widgets<'a> {
    /// Finds the process on the bus, once it is there.
    pub fn of_process(screen: &'a Screen, process: u32) -> Option<Self> {
        let names =
            send(screen, "org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames", &[])?;
        let owner = |name: &str| {
            let argument = format!("string:{name}");
            let call = "org.freedesktop.DBus.GetConnectionUnixProcessID";
            let reply = send(screen, "org.freedesktop.DBus", "/", call, &[&argument])?;
            reply.trim().rsplit(' ').next()?.parse::<u32>().ok()
        };
        let bus_name =
            names.split('"').find(|name| name.starts_with(':') && owner(name) == Some(process))?;
        Some(Self { screen, bus_name: bus_name.to_owned() })
    }

    /// All of them, in the order of the tree.
    pub fn all(&self) -> Vec<Widget> {
        let reply = self.ask("/org/a11y/atspi/cache", "org.a11y.atspi.Cache.GetItems", &[]);
        reply.as_deref().map(parse).unwrap_or_default()
    }

    /// Left, top, width and height in the window.
    pub fn place(&self, widget: &Widget) -> Option<[i32; 4]> {
        let in_window = ["uint32:1"];
        let reply = self.ask(&widget.path, "org.a11y.atspi.Component.GetExtents", &in_window)?;
        let numbers: Vec<i32> = reply
            .lines()
            .filter_map(|line| line.trim().strip_prefix("int32 ")?.parse().ok())
            .collect();
        numbers.try_into().ok()
    }

    /// What is typed into a field.
    pub fn text(&self, field: &Widget) -> Option<String> {
        let whole = ["int32:0", "int32:-1"];
        let reply = self.ask(&field.path, "org.a11y.atspi.Text.GetText", &whole)?;
        let text = reply.split_once("string \"")?.1.trim_end();
        Some(text.strip_suffix('"').unwrap_or(text).to_owned())
    }

    fn ask(&self, path: &str, method: &str, arguments: &[&str]) -> Option<String> {
        send(self.screen, &self.bus_name, path, method, arguments)
    }
}

fn send(screen: &Screen, to: &str, path: &str, method: &str, arguments: &[&str]) -> Option<String> {
    output(
        screen
            .command("dbus-send")
            .arg(format!("--bus={}", screen.accessibility))
            .args(["--print-reply", &format!("--dest={to}"), path, method])
            .args(arguments),
    )
}

/// Reads the printed form of an array of cache items. The indentation tells an item's own fields
/// (nine spaces) from those of the structures in it.
fn parse(reply: &str) -> Vec<Widget> {
    let mut widgets = Vec::new();
    let mut current: Option<Widget> = None;
    let mut role_seen = false;
    for line in reply.lines() {
        if line == "      struct {" {
            let empty = Widget { path: String::new(), name: String::new(), role: 0, states: 0 };
            current = Some(empty);
            role_seen = false;
        } else if line == "      }" {
            widgets.extend(current.take());
        }
        let Some(widget) = &mut current else { continue };
        let own = line.strip_prefix("         ").filter(|rest| !rest.starts_with(' '));
        let inner = line.strip_prefix("            ").filter(|rest| !rest.starts_with(' '));
        if let Some(own) = own {
            if let Some(name) = own.strip_prefix("string \"").filter(|_| !role_seen) {
                name.strip_suffix('"').unwrap_or(name).clone_into(&mut widget.name);
            } else if let Some(role) = own.strip_prefix("uint32 ") {
                widget.role = role.parse().unwrap_or_default();
                role_seen = true;
            }
        } else if let Some(inner) = inner {
            if let Some(path) =
                inner.strip_prefix("object path \"").filter(|_| widget.path.is_empty())
            {
                path.trim_end_matches('"').clone_into(&mut widget.path);
            } else if let Some(states) =
                inner.strip_prefix("uint32 ").filter(|_| widget.states == 0)
            {
                widget.states = states.parse().unwrap_or_default();
            }
        }
    }
    widgets
}
