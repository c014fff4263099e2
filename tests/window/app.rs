//! The real program in its real window, worked with mouse and keyboard.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use super::screen::{Guarded, PATIENCE, Screen, output, poll, poll_for, wait_for};
use super::widgets::{Widget, Widgets};

/// Where a picture of the screen is left when a test gives up.
const PICTURE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/window-test-failed.png");

/// Between two keys; the second for text that did not arrive whole.
const KEY_PAUSES: [&str; 2] = ["15", "80"];

/// How often a field is clicked on before its focus is given up, and how long each click is given.
const CLICKS: u8 = 3;
const CLICK_PATIENCE: Duration = Duration::from_secs(3);

/// What stays in one place for so long is clicked on.
const AT_REST: Duration = Duration::from_millis(120);

pub struct App<'a> {
    screen: &'a Screen,
    process: Guarded,
    window: String,
    widgets: Widgets<'a>,
}

impl<'a> App<'a> {
    /// Starts the program and waits until its window is there.
    pub fn start(screen: &'a Screen, library: Option<&Path>) -> Self {
        let mut command = screen.command(env!("CARGO_BIN_EXE_counterpoint"));
        if let Some(library) = library {
            command.arg("--library").arg(library);
        }
        let process = Guarded(command.stdin(Stdio::null()).spawn().unwrap());
        let id = process.0.id();
        let window = wait_for("a window of the program", || {
            let mut search = screen.command("xdotool");
            let found = output(search.args(["search", "--onlyvisible", "--pid", &id.to_string()]))?;
            found.lines().next().map(str::to_owned)
        });
        let widgets = wait_for("the program on the accessibility bus", || {
            Widgets::of_process(screen, id).filter(|widgets| widgets.all().len() > 2)
        });
        let app = Self { screen, process, window, widgets };
        app.come_to_front();
        app
    }

    /// Puts the window on top and gives it the keyboard: there is no window manager to do it.
    pub fn come_to_front(&self) {
        self.xdotool(&["windowraise", &self.window, "windowfocus", &self.window]);
    }

    /// Ends the program without a chance to tidy up.
    pub fn kill(mut self) {
        self.process.0.kill().unwrap();
        self.process.0.wait().unwrap();
    }

    fn xdotool(&self, arguments: &[&str]) {
        assert!(
            output(self.screen.command("xdotool").args(arguments)).is_some(),
            "xdotool failed: {arguments:?}"
        );
    }

    /// Waits for something on the screen; the failure leaves a picture and says what there is.
    pub fn wait_for<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        poll(look).unwrap_or_else(|| {
            let saved = self.screen.picture().save(PICTURE);
            let names: Vec<String> =
                self.widgets.all().into_iter().map(|widget| widget.name).filter(|name| !name.is_empty()).collect();
            panic!(
                "waited {PATIENCE:?} in vain for {what}; the window is called {:?} and shows {names:?}; picture: {PICTURE} ({saved:?})",
                self.title()
            )
        })
    }

    /// The name of the window.
    pub fn title(&self) -> String {
        let mut name = self.screen.command("xdotool");
        output(name.args(["getwindowname", &self.window])).unwrap_or_default().trim().to_owned()
    }

    pub fn wait_for_title(&self, wanted: impl Fn(&str) -> bool, what: &str) -> String {
        self.wait_for(what, || Some(self.title()).filter(|title| wanted(title)))
    }

    /// Whether something of this name is in the window, be it a text or a control.
    pub fn shows(&self, name: &str) -> bool {
        self.widgets.all().iter().any(|widget| widget.name == name)
    }

    pub fn wait_until_shown(&self, name: &str) {
        self.wait_for(&format!("“{name}”"), || self.shows(name).then_some(()));
    }

    /// The first control of this name.
    pub fn control(&self, name: &str) -> Option<Widget> {
        self.widgets.all().into_iter().find(|widget| widget.is_control() && widget.name == name)
    }

    /// The first text field of this name.
    pub fn field(&self, name: &str) -> Option<Widget> {
        self.widgets.all().into_iter().find(|widget| widget.is_field() && widget.name == name)
    }

    pub fn text_in(&self, field: &str) -> Option<String> {
        self.widgets.text(&self.field(field)?)
    }

    /// Clicks on the control of this name, once it is there.
    pub fn click(&self, name: &str) {
        self.click_on(name, || self.control(name));
    }

    fn click_on(&self, name: &str, find: impl Fn() -> Option<Widget>) {
        let (x, y) = self.wait_for(&format!("“{name}” to be in sight"), || {
            let find = || find().and_then(|widget| self.widgets.place(&widget));
            let [left, top, width, height] = find()?;
            let (x, y) = (left + width / 2, top + height / 2);
            let (_, bottom) = Screen::SIZE;
            let bottom = i32::try_from(bottom).unwrap();
            if y < 4 || y > bottom - 4 {
                let wheel = if y < 4 { "4" } else { "5" };
                self.xdotool(&[
                    "mousemove",
                    &x.to_string(),
                    &(bottom / 2).to_string(),
                    "click",
                    wheel,
                ]);
                return None;
            }
            // It may still be on its way while the page is laid out.
            std::thread::sleep(AT_REST);
            (find() == Some([left, top, width, height])).then_some((x, y))
        });
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string()]);
        self.xdotool(&["click", "1"]);
    }

    /// Presses keys, each named as xdotool does: "ctrl+n", "Return".
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.xdotool(&["key", "--clearmodifiers", key]);
        }
    }

    /// Clicks into a field and types, in place of what is there.
    pub fn fill(&self, field: &str, text: &str) {
        self.focus(field);
        self.type_into(field, text);
    }

    /// Clicks into a field. The page may have moved under the pointer, then it clicks again.
    pub fn focus(&self, field: &str) {
        let is_focused = || self.field(field).filter(Widget::is_focused);
        for _ in 0..CLICKS {
            self.click_on(field, || self.field(field));
            if poll_for(CLICK_PATIENCE, is_focused).is_some() {
                return;
            }
        }
        self.wait_until_focused(field);
    }

    /// Keys that come before the focus would go elsewhere.
    pub fn wait_until_focused(&self, field: &str) {
        self.wait_for(&format!("the focus in “{field}”"), || {
            self.field(field).filter(Widget::is_focused)
        });
    }

    /// Types into the field that has the focus, in place of what is there, and waits until it is
    /// there.
    pub fn type_into(&self, field: &str, text: &str) {
        let mut arrived = None;
        for pause in KEY_PAUSES {
            self.press(&["ctrl+a"]);
            self.type_text(text, pause);
            arrived = poll(|| self.text_in(field).filter(|typed| typed == text));
            if arrived.is_some() {
                break;
            }
        }
        let found = self.text_in(field);
        self.wait_for(&format!("“{text}” in “{field}”, which has {found:?}"), || {
            arrived.take()
        });
    }

    fn type_text(&self, text: &str, pause: &str) {
        self.xdotool(&["type", "--clearmodifiers", "--delay", pause, "--", text]);
    }

    /// Types without looking whether it arrives, for where nothing should.
    pub fn type_anywhere(&self, text: &str) {
        self.type_text(text, KEY_PAUSES[0]);
    }

    /// Moves the pointer to where it touches nothing.
    pub fn put_pointer_away(&self) {
        let (width, height) = Screen::SIZE;
        self.xdotool(&["mousemove", &(width - 1).to_string(), &(height - 1).to_string()]);
    }
}
