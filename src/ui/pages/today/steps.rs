//! Today in an empty library: three steps to the first meeting, each a button.

use egui::{Layout, Ui};

use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::route::Route;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::{card, text};

const WIDTH: f32 = 620.0;
const HEIGHT: f32 = 48.0;

/// One step as it stands.
struct Step {
    title: &'static str,
    why: &'static str,
    icon: &'static str,
    done: bool,
    action: Action,
    label: &'static str,
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.set_max_width(WIDTH.min(ui.available_width()));
            ui.add_space((ui.available_height() * 0.08).clamp(8.0, 80.0));
            let name = cx.work.library().owner.name.trim();
            let welcome = if name.is_empty() {
                cx.t("today-welcome").to_owned()
            } else {
                cx.tr("today-welcome-named", &[("name", name.into())])
            };
            ui.add(egui::Label::new(text::title(welcome, cx.tokens)).truncate());
            let lead = text::body(cx.t("today-welcome-lead"), cx.tokens);
            ui.add(egui::Label::new(lead).wrap().halign(egui::Align::Center));
            ui.add_space(16.0);
            ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
                let steps = steps(cx);
                let next = steps.iter().position(|step| !step.done);
                for (index, step) in steps.iter().enumerate() {
                    ui.push_id(step.title, |ui| {
                        step_card(ui, cx, index + 1, step, next == Some(index));
                    });
                }
            });
        });
    });
}

fn steps(cx: &Cx<'_>) -> [Step; 3] {
    let described = known_me(cx);
    let mut people = cx.work.people().iter();
    let heard = cx.work.people().iter().any(|person| person.observations() > 0);
    // Somebody without evidence is there already: go on with that person.
    let (action, label) = match people.next() {
        Some(person) => (Action::Go(Route::counterpart(person.id)), "today-step-hear"),
        None => (Action::Command(UiCommand::NewCounterpart), "command-new-counterpart"),
    };
    [
        Step {
            title: "today-step-me",
            why: "today-step-me-why",
            icon: "user",
            done: described,
            action: Action::Go(Route::Myself),
            label: "command-describe-myself",
        },
        Step {
            title: "today-step-person",
            why: "today-step-person-why",
            icon: "ear",
            done: heard,
            action,
            label,
        },
        Step {
            title: "today-step-deal",
            why: "today-step-deal-why",
            icon: "negotiations",
            done: !cx.work.negotiations().is_empty(),
            action: Action::NewNegotiation(only_person(cx)),
            label: "command-new-negotiation",
        },
    ]
}

fn known_me(cx: &Cx<'_>) -> bool {
    cx.work.my_reading().normal.profile.observations > 0
}

/// With one person in the library, the first negotiation is with that person.
fn only_person(cx: &Cx<'_>) -> Option<crate::domain::ids::CounterpartId> {
    let mut people = cx.work.people().iter();
    let first = people.next()?;
    people.next().is_none().then_some(first.id)
}

fn step_card(ui: &mut Ui, cx: &mut Cx<'_>, number: usize, step: &Step, is_next: bool) {
    let tokens = cx.tokens;
    let (fill, line) = if is_next {
        (tokens.accent_soft, tokens.accent_line)
    } else {
        (tokens.surface, tokens.border)
    };
    card::inset(ui, fill, line, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            ui.set_min_height(HEIGHT);
            let (icon, colour) =
                if step.done { ("check", tokens.ok) } else { (step.icon, tokens.accent) };
            ui.add(icons::sized(icon, 24.0).tint(colour).alt_text(""));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                if step.done {
                    chip(ui, tokens, Tone::Ok, cx.t("today-step-done"));
                } else {
                    let label = cx.t(step.label);
                    let button = if is_next {
                        ActionButton::primary(label)
                    } else {
                        ActionButton::secondary(label)
                    };
                    if button.enabled(!cx.read_only).show(ui, tokens).clicked() {
                        cx.push(step.action.clone());
                    }
                }
                ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
                    let title = text::heading(format!("{number}  {}", cx.t(step.title)), tokens);
                    let why = text::body(cx.t(step.why), tokens);
                    text::pair_in_middle(ui, HEIGHT, title, why, egui::TextWrapMode::Wrap);
                });
            });
        });
    });
}
