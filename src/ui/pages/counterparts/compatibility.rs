//! How this person and I fit together, and what to say instead of what I tend to say.

use egui::{Align2, CornerRadius, FontId, Id, Rect, Sense, Ui, Vec2, pos2};

use super::pairs::Pairs;
use super::subject::{Subject, lead};
use crate::app::route::{PlaybookEntry, Route};
use crate::content::relations::Rewording;
use crate::domain::compatibility::{Relation, RelationOdds};
use crate::domain::phase::Phase;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::say::say_aloud;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, rect: Rect) {
    let tokens = cx.tokens;
    let mine = &cx.work.my_reading().normal;
    let pairs = Pairs::of_subject(ui, cx, subject);
    let (me, them) = match &pairs {
        Some(pairs) => (Some(pairs.chosen.me), Some(pairs.chosen.them)),
        None => (lead(mine), subject.lead()),
    };
    let mut route = None;
    Card::new(cx.t("compatibility-title")).show_with_actions(
        ui,
        tokens,
        rect,
        |ui| pair_header(ui, cx, subject, me, them),
        |ui| {
            if mine.certainty == Certainty::Unknown {
                ui.label(text::body(cx.t("compatibility-me-unknown"), tokens));
                let button =
                    ActionButton::secondary(cx.t("compatibility-describe-me")).icon("user");
                if button.show(ui, tokens).clicked() {
                    route = Some(Route::Myself);
                }
                return;
            }
            let Some(pairs) = &pairs else {
                ui.label(text::strong(cx.t("not-enough-evidence"), tokens));
                ui.label(text::body(cx.t("compatibility-them-unknown"), tokens));
                return;
            };
            relation_bar(ui, cx, &RelationOdds::new(&mine.p_largest, &subject.advice.p_largest));
            pairs.show(ui, cx);
            if advice(ui, cx, pairs.chosen.me, pairs.chosen.them) {
                route = Some(Route::Playbook { entry: PlaybookEntry::Relations });
            }
        },
    );
    if let Some(route) = route {
        cx.go(route);
    }
}

/// "Me A, Lin Yue C", from right to left.
fn pair_header(
    ui: &mut Ui,
    cx: &Cx<'_>,
    subject: &Subject<'_>,
    me: Option<Quadrant>,
    them: Option<Quadrant>,
) {
    let tokens = cx.tokens;
    let (Some(me), Some(them)) = (me, them) else { return };
    let name = subject.name(cx);
    let short = shortened(&name);
    ui.label(text::caption(short, tokens)).on_hover_text(&name);
    quadrant_tag(ui, tokens, them);
    ui.add(icons::sized("swap", 14.0).tint(tokens.text_3).alt_text(""));
    quadrant_tag(ui, tokens, me);
    ui.label(text::caption(cx.t("compatibility-me"), tokens));
}

/// A name that fits a card's header, in which Chinese signs take two places.
fn shortened(name: &str) -> String {
    const PLACES: usize = 16;
    let mut used = 0;
    let fits = |sign: &char| {
        used += if sign.is_ascii() { 1 } else { 2 };
        used <= PLACES
    };
    let short: String = name.chars().take_while(fits).collect();
    if short.len() < name.len() { format!("{}…", short.trim_end()) } else { short }
}

/// The four relations with their probabilities, the easiest first.
pub fn relation_bar(ui: &mut Ui, cx: &Cx<'_>, odds: &RelationOdds) {
    let tokens = cx.tokens;
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 46.0), Sense::hover());
    let likeliest = odds.likeliest();
    let named = Relation::ALL.map(|relation| {
        (
            relation,
            cx.c(&cx.catalog.relation(relation).name),
            cx.messages.percent(odds.of(relation)),
        )
    });
    let spoken: Vec<String> =
        named.iter().map(|(_, name, percent)| format!("{name} {percent}")).collect();
    let spoken = spoken.join(cx.t("evidence-separator"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &spoken));
    let gap = 4.0;
    let width = (rect.width() - 3.0 * gap) / 4.0;
    let mut left = rect.left();
    for (relation, name, percent) in &named {
        let bar = Rect::from_min_size(pos2(left, rect.top() + 4.0), Vec2::new(width, 8.0));
        let corner = CornerRadius::same(4);
        ui.painter().rect_filled(bar, corner, tokens.hover);
        #[expect(clippy::cast_possible_truncation, reason = "a probability is between 0 and 1")]
        let filled = odds.of(*relation).clamp(0.0, 1.0) as f32 * width;
        let chosen = likeliest == Some(*relation);
        if filled > 1.0 {
            let colour = if chosen { tokens.accent } else { tokens.accent.gamma_multiply(0.45) };
            ui.painter().rect_filled(
                Rect::from_min_size(bar.min, Vec2::new(filled, 8.0)),
                corner,
                colour,
            );
        }
        let (weight, colour) = if chosen {
            (Weight::SemiBold, tokens.accent_text)
        } else {
            (Weight::Regular, tokens.text_3)
        };
        let font = FontId::new(type_size::CAPTION, weight.family());
        let middle = bar.center().x;
        ui.painter().text(
            pos2(middle, bar.bottom() + 4.0),
            Align2::CENTER_TOP,
            name,
            font.clone(),
            colour,
        );
        ui.painter().text(
            pos2(middle, bar.bottom() + 19.0),
            Align2::CENTER_TOP,
            percent,
            font,
            colour,
        );
        left += width + gap;
    }
    response.on_hover_text(cx.t("compatibility-odds"));
}

/// What happens between the two, the lines for each phase, and the relation in general. Returns
/// whether the user wants to read on about relations.
fn advice(ui: &mut Ui, cx: &Cx<'_>, me: Quadrant, them: Quadrant) -> bool {
    let tokens = cx.tokens;
    ui.add(egui::Label::new(text::body(cx.c(&cx.catalog.pair(me, them).summary), tokens)).wrap());
    let key = Id::unique("compatibility-tab");
    let phases = Phase::ALL.map(Some).into_iter().chain([None]);
    let options: Vec<(Option<Phase>, &str)> = phases
        .map(|tab| match tab {
            Some(phase) => (tab, cx.messages.word("phase", phase.id())),
            None => (tab, cx.t("compatibility-relation")),
        })
        .collect();
    let current =
        ui.data(|data| data.get_temp::<Option<Phase>>(key)).unwrap_or(Some(Phase::Opening));
    if let Some(chosen) =
        segmented(ui, tokens, cx.t("compatibility-title"), Some(current), &options)
    {
        ui.data_mut(|data| data.insert_temp(key, chosen));
    }
    let Some(phase) = current else {
        relation_advice(ui, cx, Relation::between(me, them));
        return ActionButton::quiet(cx.t("compatibility-more")).small().show(ui, tokens).clicked();
    };
    let Rewording { tend, instead } = cx.catalog.rewording(me, them, phase);
    ui.horizontal_top(|ui| {
        ui.add(icons::sized("cross", 14.0).tint(tokens.warn).alt_text(""));
        let tend = cx.tr("compatibility-tend", &[("text", Arg::from(cx.c(tend)))]);
        ui.add(egui::Label::new(text::body(tend, tokens)).wrap());
    });
    say_aloud(ui, cx, cx.t("compatibility-instead"), cx.c(instead));
    false
}

fn relation_advice(ui: &mut Ui, cx: &Cx<'_>, relation: Relation) {
    let tokens = cx.tokens;
    let content = cx.catalog.relation(relation);
    ui.label(text::strong(cx.c(&content.name), tokens));
    for (icon, colour, label, line) in [
        ("plus", tokens.ok, "compatibility-gains", &content.gains),
        ("warning", tokens.warn, "compatibility-risks", &content.risks),
        ("bulb", tokens.accent, "compatibility-advice", &content.advice),
    ] {
        ui.horizontal_top(|ui| {
            ui.add(icons::sized(icon, 14.0).tint(colour).alt_text(""));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.label(text::label(cx.messages.text(label), tokens));
                ui.add(egui::Label::new(text::body(cx.c(line), tokens)).wrap());
            });
        });
    }
}
