//! What the help says about the keyboard.

use counterpoint::app::command::UiCommand;
use egui::{Key, KeyboardShortcut, Rect, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{App, BOTH};

/// The texts of the open help with their places.
fn texts(app: &App) -> Vec<(String, Rect)> {
    let title = app.t("help-title");
    app.harness
        .query_all_by_label(&title)
        .find(|node| node.accesskit_node().role() == Role::Window)
        .expect("the help")
        .children_recursive()
        .filter(|node| node.accesskit_node().role() == Role::Label)
        .filter_map(|node| {
            Some((node.value().or_else(|| node.accesskit_node().label())?, node.rect()))
        })
        .collect()
}

/// The keys as they stand on a keyboard: "Ctrl+K", "Ctrl+,".
fn written(app: &App, shortcut: KeyboardShortcut) -> String {
    let keys = app.harness.ctx.format_shortcut(&shortcut);
    let signs = [("Comma", ","), ("Equals", "="), ("Minus", "−"), ("Left", "←"), ("Right", "→")];
    let modifiers = |name| keys.strip_suffix(name);
    let found = signs.into_iter().find_map(|(name, sign)| Some((modifiers(name)?, sign)));
    found.map_or_else(|| keys.clone(), |(modifiers, sign)| format!("{modifiers}{sign}"))
}

#[test]
fn the_help_lists_every_command_that_has_a_shortcut() {
    for language in BOTH {
        let mut app = App::empty(language);
        app.press(Key::F1);
        let texts = texts(&app);
        for command in UiCommand::ALL {
            let Some(shortcut) = command.shortcut() else { continue };
            let name = app.t(command.message());
            let keys = written(&app, shortcut);
            let beside = |line: &Rect| {
                texts.iter().any(|(text, place)| {
                    let same_line = (place.center().y - line.center().y).abs() < 6.0;
                    *text == keys && same_line && place.left() > line.left()
                })
            };
            // The title of the help is the name of a command as well.
            let mut lines = texts.iter().filter(|(text, _)| *text == name);
            let listed = lines.any(|(_, line)| beside(line));
            assert!(listed, "{keys} does not stand beside {name:?} in {texts:?}");
        }
    }
}
