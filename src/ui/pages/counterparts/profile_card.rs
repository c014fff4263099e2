//! The thinking profile: kite, shares, certainty in a word, and the animal; or how it came about.

use egui::{Id, Painter, Rect, Sense, Stroke, Ui, Vec2, pos2};

use super::subject::{Subject, lead};
use super::{ask_next, history_view};
use crate::domain::evidence::Setting;
use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::i18n::Arg;
use crate::ui::charts::kite::{Kite, compare_line, compare_mark, word};
use crate::ui::charts::shares::shares;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::tag::animal;
use crate::ui::widgets::text;

/// Between the kite and the figures beside it.
const GAP: f32 = 16.0;
/// The title and the padding around everything.
const FRAME: f32 = 2.0 * size::CARD_PADDING + 38.0;
/// What the card keeps until it has been seen.
const FIRST_HEIGHT: f32 = 320.0;
const LEGEND: f32 = 32.0;

/// What the card shows.
#[derive(Clone, Copy, PartialEq)]
enum View {
    Now(Setting),
    OverTime,
}

/// The height that the card needs.
pub fn height(ui: &Ui) -> f32 {
    FRAME + ui.data(|data| data.get_temp(height_key())).unwrap_or(FIRST_HEIGHT)
}

fn height_key() -> Id {
    Id::unique("profile-card-height")
}

/// The card grows with the question in it; nobody should see the step between.
fn keep_height(ui: &Ui, height: f32) {
    let before: Option<f32> = ui.data(|data| data.get_temp(height_key()));
    if before.is_none_or(|before| (before - height).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(height_key(), height));
        ui.ctx().request_discard("the profile has another height");
    }
}

/// Shows the card; returns whether the user wants to add an observation.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, rect: Rect) -> bool {
    let (tokens, messages) = (cx.tokens, cx.messages);
    let setting = cx.drafts.setting;
    let current = if cx.drafts.profile_over_time { View::OverTime } else { View::Now(setting) };
    let mut chosen = None;
    let mut add = false;
    let word = |setting: Setting| messages.word("setting", setting.id());
    let options = [
        (View::Now(Setting::Normal), word(Setting::Normal)),
        (View::Now(Setting::Pressure), word(Setting::Pressure)),
        (View::OverTime, messages.text("profile-over-time")),
    ];
    let mut card = Card::new(cx.t("profile-title"));
    if current == View::OverTime {
        card = card.fixed();
    }
    card.show_with_actions(
        ui,
        tokens,
        rect,
        |ui| {
            let name = messages.text("profile-setting");
            chosen = segmented(ui, tokens, name, Some(current), &options);
        },
        |ui| match current {
            View::OverTime => {
                let bottom = rect.bottom() - size::CARD_PADDING;
                history_view::show(ui, cx, subject, bottom);
            }
            View::Now(setting) => {
                let reading = subject.readings.get(setting);
                let other = match setting {
                    Setting::Normal => Setting::Pressure,
                    Setting::Pressure => Setting::Normal,
                };
                let compare = Some(subject.readings.get(other))
                    .filter(|other| other.profile.observations > 0)
                    .map(|reading| (reading, messages.word("setting", other.id())));
                let shown = ui.scope(|ui| {
                    add = profile(ui, cx, reading, compare, true);
                    rule(ui, tokens);
                    add |= ask_next::show(ui, cx, subject);
                });
                keep_height(ui, shown.response.rect.height());
            }
        },
    );
    match chosen {
        Some(View::Now(setting)) => {
            cx.drafts.setting = setting;
            cx.drafts.profile_over_time = false;
        }
        Some(View::OverTime) => cx.drafts.profile_over_time = true,
        None => {}
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
    let side = (width * 0.48).clamp(130.0, 220.0);
    let mut add = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.vertical(|ui| {
            ui.set_width(side);
            let names = (side >= 180.0)
                .then(|| PerQuadrant::from_fn(|quadrant| cx.quadrant_name(quadrant)));
            let kite = Kite { reading, compare: compare.map(|(reading, _)| reading), names };
            kite.show(ui, tokens, cx.messages, side);
            ui.scope(|ui| {
                // The same height with and without a second row.
                ui.set_min_height(LEGEND);
                legend(ui, cx, reading, compare.map(|(_, name)| name));
            });
        });
        ui.vertical(|ui| {
            ui.set_width(width - side - GAP);
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
    if let Some(quadrant) = lead(reading) {
        animal_lines(ui, cx, quadrant);
        return false;
    }
    if reading.certainty == Certainty::Unknown {
        let key = if can_add { "profile-unknown" } else { "myself-unknown" };
        ui.label(text::body(cx.t(key), tokens));
        if can_add {
            let label = cx.t("evidence-add-heard");
            let button = ActionButton::secondary(label).icon("plus").small();
            add = button.enabled(!cx.read_only).show(ui, tokens).clicked();
        }
    } else {
        ui.label(text::body(cx.t("profile-tied"), tokens));
    }
    add
}

/// The animal, what it stands for, and that it is no more than a memory aid.
fn animal_lines(ui: &mut Ui, cx: &Cx<'_>, quadrant: Quadrant) {
    let tokens = cx.tokens;
    let reading = cx.animals();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        animal(ui, tokens, Some(quadrant), reading, 36.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let name = cx.messages.word("animal-title", quadrant.animal(reading).id());
            ui.label(text::strong(name, tokens).color(tokens.quadrants[quadrant].text));
            let tagline = cx.c(&cx.catalog.quadrant(quadrant).tagline);
            let tagline = text::caption(tagline, tokens).color(tokens.text_2);
            ui.add(egui::Label::new(tagline).wrap());
            text::one_line(ui, text::caption(cx.t("animal-note"), tokens));
        });
    });
}

/// What the outlines and the band mean.
fn legend(ui: &mut Ui, cx: &Cx<'_>, reading: &ProfileReading, compare: Option<&str>) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing = Vec2::new(6.0, 0.0);
    ui.spacing_mut().interact_size.y = 16.0;
    ui.horizontal(|ui| {
        if compare.is_some() && reading.profile.observations > 0 {
            sign(ui, |painter, rect| {
                painter.hline(rect.x_range(), rect.center().y, Stroke::new(2.0, tokens.accent));
                painter.circle_filled(rect.center(), 3.5, tokens.accent);
            });
            let shown = cx.messages.word("setting", cx.drafts.setting.id());
            ui.label(text::caption(shown, tokens));
            ui.add_space(6.0);
        }
        sign(ui, |painter, rect| {
            let fill = tokens.accent.gamma_multiply(0.22);
            painter.rect_filled(rect, egui::CornerRadius::same(2), fill);
        });
        text::one_line(ui, text::caption(cx.t("kite-range"), tokens));
    });
    let Some(name) = compare else { return };
    ui.horizontal(|ui| {
        sign(ui, |painter, rect| {
            compare_line(painter, tokens, &[rect.left_center(), rect.right_center()]);
            compare_mark(painter, tokens, rect.center());
        });
        text::one_line(ui, text::caption(name, tokens));
    });
}

fn sign(ui: &mut Ui, paint: impl FnOnce(&Painter, Rect)) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(20.0, 10.0), Sense::hover());
    let inner = Rect::from_min_max(
        pos2(rect.left(), rect.top() + 1.0),
        pos2(rect.right(), rect.bottom() - 1.0),
    );
    paint(ui.painter(), inner);
}
