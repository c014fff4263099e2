//! The thinking profile: kite, shares, certainty in a word, and the animal.

use egui::{Rect, Sense, Stroke, Ui, Vec2};

use super::subject::{Subject, lead};
use crate::domain::evidence::Setting;
use crate::domain::profile::ProfileReading;
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::i18n::Arg;
use crate::ui::charts::kite::{Kite, word};
use crate::ui::charts::shares::shares;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, inset};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::tag::animal;
use crate::ui::widgets::text;

/// Shows the card; returns whether the user wants to add an observation.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, rect: Rect) -> bool {
    let (tokens, messages) = (cx.tokens, cx.messages);
    let setting = cx.drafts.setting;
    let mut chosen = None;
    let mut add = false;
    let options = [Setting::Normal, Setting::Pressure]
        .map(|option| (option, messages.word("setting", option.id())));
    Card::new(cx.t("profile-title")).show_with_actions(
        ui,
        tokens,
        rect,
        |ui| {
            chosen =
                segmented(ui, tokens, messages.text("profile-setting"), Some(setting), &options);
        },
        |ui| {
            let reading = subject.readings.get(setting);
            let other = match setting {
                Setting::Normal => Setting::Pressure,
                Setting::Pressure => Setting::Normal,
            };
            let compare =
                Some(subject.readings.get(other)).filter(|other| other.profile.observations > 0);
            let compare = compare.map(|reading| (reading, messages.word("setting", other.id())));
            add = profile(ui, cx, reading, compare, true);
        },
    );
    if let Some(chosen) = chosen {
        cx.drafts.setting = chosen;
    }
    add
}

/// The profile itself, for a person or for me; `compare` is the other setting with its name.
/// Returns whether the button that an unknown profile has was pressed.
pub fn profile(
    ui: &mut Ui,
    cx: &Cx<'_>,
    reading: &ProfileReading,
    compare: Option<(&ProfileReading, &str)>,
    can_add: bool,
) -> bool {
    let tokens = cx.tokens;
    let width = ui.available_width();
    let side = (width * 0.49).clamp(130.0, 220.0);
    let mut add = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.vertical(|ui| {
            ui.set_width(side);
            let names = (side >= 180.0)
                .then(|| PerQuadrant::from_fn(|quadrant| cx.quadrant_name(quadrant)));
            let kite = Kite { reading, compare: compare.map(|(reading, _)| reading), names };
            kite.show(ui, tokens, cx.messages, side);
            legend(ui, cx, compare.map(|(_, name)| name));
        });
        ui.vertical(|ui| {
            ui.set_width(width - side - 16.0);
            add = in_numbers(ui, cx, reading, compare, can_add);
        });
    });
    add
}

fn in_numbers(
    ui: &mut Ui,
    cx: &Cx<'_>,
    reading: &ProfileReading,
    compare: Option<(&ProfileReading, &str)>,
    can_add: bool,
) -> bool {
    let (tokens, messages) = (cx.tokens, cx.messages);
    let mut add = false;
    ui.spacing_mut().item_spacing.y = 4.0;
    let title = ui.add(egui::Label::new(text::title(word(reading, messages), tokens)).wrap());
    if let Some(lead) = lead(reading) {
        let percent = |share| Arg::from(messages.percent(share));
        let args = [
            ("letter", Arg::from(lead.letter())),
            ("percent", percent(reading.p_largest[lead])),
            ("share", percent(reading.shares[lead])),
        ];
        title.on_hover_text(cx.tr("profile-word-tip", &args));
    }
    let count = reading.profile.observations;
    ui.label(text::caption(cx.tr("profile-observations", &[("count", Arg::from(count))]), tokens));
    ui.scope(|ui| shares(ui, tokens, messages, reading));
    if let Some((other, name)) = compare {
        let args = [("setting", Arg::from(name)), ("word", Arg::from(word(other, messages)))];
        ui.add(
            egui::Label::new(text::caption(cx.tr("profile-other-setting", &args), tokens)).wrap(),
        );
    }
    ui.add_space(4.0);
    match lead(reading) {
        Some(quadrant) => animal_box(ui, cx, quadrant),
        None if reading.certainty == crate::domain::profile::Certainty::Unknown => {
            ui.label(text::body(
                cx.t(if can_add { "profile-unknown" } else { "myself-unknown" }),
                tokens,
            ));
            if can_add {
                let label = cx.t("evidence-add-heard");
                let button =
                    ActionButton::secondary(label).icon("plus").small().enabled(!cx.read_only);
                add = button.show(ui, tokens).clicked();
            }
        }
        None => {
            ui.label(text::body(cx.t("profile-tied"), tokens));
        }
    }
    add
}

fn animal_box(ui: &mut Ui, cx: &Cx<'_>, quadrant: Quadrant) {
    let tokens = cx.tokens;
    let colours = &tokens.quadrants[quadrant];
    let reading = cx.animals();
    let content = inset(ui, colours.soft, colours.line, |ui| {
        ui.horizontal_top(|ui| {
            animal(ui, tokens, Some(quadrant), reading, 36.0);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let name = cx.messages.word("animal-title", quadrant.animal(reading).id());
                ui.label(text::strong(name, tokens).color(colours.text));
                let tagline = cx.c(&cx.catalog.quadrant(quadrant).tagline);
                ui.add(
                    egui::Label::new(text::body(tagline, tokens).size(type_size::CAPTION)).wrap(),
                )
            })
            .inner
        })
        .response
    });
    content.on_hover_text(cx.t("animal-note"));
    ui.label(text::caption(cx.t("animal-note"), tokens));
}

/// What band and dashes mean.
fn legend(ui: &mut Ui, cx: &Cx<'_>, compare: Option<&str>) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing = Vec2::new(6.0, 0.0);
    ui.spacing_mut().interact_size.y = 16.0;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(18.0, 8.0), Sense::hover());
        ui.painter().rect_filled(
            rect,
            egui::CornerRadius::same(2),
            tokens.accent.gamma_multiply(0.22),
        );
        text::one_line(ui, text::caption(cx.t("kite-range"), tokens));
    });
    let Some(name) = compare else { return };
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(18.0, 8.0), Sense::hover());
        let ends = [rect.left_center(), rect.right_center()];
        let dashes = egui::Shape::dashed_line(&ends, Stroke::new(1.5, tokens.text_3), 4.0, 3.0);
        ui.painter().extend(dashes);
        text::one_line(ui, text::caption(name, tokens));
    });
}
