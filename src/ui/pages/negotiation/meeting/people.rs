//! The person across the table at a glance.

use egui::{Layout, Rect, Ui};

use super::{Scene, choose_person};
use crate::app::route::{NegotiationTab, Route};
use crate::content::relations::Rewording;
use crate::content::responses::Moment;
use crate::content::text::Text;
use crate::domain::compatibility::PairOdds;
use crate::domain::phase::Phase;
use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::Quadrant;
use crate::domain::summary::CounterpartSummary;
use crate::i18n::Arg;
use crate::ui::charts::kite::Kite;
use crate::ui::context::Cx;
use crate::ui::pages::counterparts::pairs::Pairs;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, inset};
use crate::ui::widgets::page::empty_state;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;

const KITE: f32 = 96.0;
/// As many lines of advice as can be read while somebody talks.
const LINES: usize = 3;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let (work, session) = (cx.work, scene.session);
    let people: Vec<&CounterpartSummary> = work.people_of(&session.counterparts).collect();
    let position =
        people.iter().position(|person| Some(person.id) == scene.person.map(|person| person.id));
    let mut step = None;
    let mut open = false;
    let names = (cx.t("people-previous"), cx.t("people-next"), cx.t("people-open"));
    let caption = match position {
        Some(index) if people.len() > 1 => cx.tr(
            "people-of",
            &[("number", Arg::from(index + 1)), ("count", Arg::from(people.len()))],
        ),
        _ => String::new(),
    };
    Card::new(cx.t("people-title")).caption(caption).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            if scene.person.is_some() {
                open = ActionButton::icon_only("external", names.2).show(ui, tokens).clicked();
            }
            if people.len() > 1 {
                if ActionButton::icon_only("chevron-right", names.1).show(ui, tokens).clicked() {
                    step = Some(1);
                }
                if ActionButton::icon_only("chevron-left", names.0).show(ui, tokens).clicked() {
                    step = Some(people.len() - 1);
                }
            }
        },
        |ui| {
            if let Some(person) = scene.person {
                glance(ui, cx, person, scene.meeting.phase);
                return;
            }
            let add = (!cx.read_only).then_some(cx.t("people-add"));
            let (none, why) = (cx.t("people-none"), cx.t("people-none-why"));
            if empty_state(ui, tokens, "user", none, why, add) {
                cx.go(Route::Negotiation { session: session.id, tab: NegotiationTab::Plan });
            }
        },
    );
    if let (Some(step), Some(position)) = (step, position)
        && let Some(person) = people.get((position + step) % people.len())
    {
        choose_person(ui, session, person.id);
    }
    if let (true, Some(person)) = (open, scene.person) {
        cx.go(Route::counterpart(person.id));
    }
}

fn glance(ui: &mut Ui, cx: &mut Cx<'_>, person: &CounterpartSummary, phase: Phase) {
    let tokens = cx.tokens;
    let Some(reading) = cx.work.reading(person.id) else { return };
    let normal = &reading.normal;
    let leading = (normal.certainty != Certainty::Unknown).then_some(normal.leading).flatten();
    ui.horizontal_top(|ui| {
        Kite { reading: normal, compare: None, names: None }.show(ui, tokens, cx.messages, KITE);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            animal(ui, tokens, leading, cx.animals(), 34.0);
            let name = cx.messages.name_of(person);
            let name = if name.is_empty() { cx.t("people-unnamed").to_owned() } else { name };
            text::one_line(ui, text::strong(name.clone(), tokens)).on_hover_text(name);
            if !person.title.is_empty() {
                text::one_line(ui, text::caption(&person.title, tokens));
            }
            text::one_line(ui, text::heading(word(cx, normal), tokens));
            text::one_line(ui, text::caption(basis(cx, normal), tokens));
        });
    });
    let pair = Pairs::of(ui, cx, person.id, normal).map(|pairs| pairs.chosen);
    let Some(them) = pair.map(|pair| pair.them).or(leading) else {
        ui.add(egui::Label::new(text::body(cx.t("people-unknown"), tokens)).wrap());
        return;
    };
    let content = cx.catalog.quadrant(them);
    match pair {
        Some(PairOdds { me, them, .. }) => {
            now(ui, cx, me, them, phase);
            let response = cx.catalog.response(me, them);
            do_and_avoid(ui, cx, &response.do_, &response.avoid);
        }
        None => {
            ui.label(text::label(cx.t("people-say"), tokens).color(tokens.accent_text));
            let lines = lines(cx, &content.sentences);
            text::sign_list(ui, tokens, "quote", tokens.accent, lines);
            do_and_avoid(ui, cx, &content.do_, &content.avoid);
        }
    }
    pressure(ui, cx, them, &reading.pressure);
}

/// What to say in this phase: what reaches them instead of what I tend to say, then a sentence for
/// each moment of the phase.
fn now(ui: &mut Ui, cx: &Cx<'_>, me: Quadrant, them: Quadrant, phase: Phase) {
    let tokens = cx.tokens;
    let moments: &[Moment] = match phase {
        Phase::Preparation => &[],
        Phase::Opening => &[Moment::Open],
        Phase::Middle => &[Moment::Argue, Moment::Objection, Moment::Concede],
        Phase::Late => &[Moment::Close],
    };
    let Rewording { tend, instead } = cx.catalog.rewording(me, them, phase);
    let name = cx.messages.word("phase", phase.id());
    inset(ui, tokens.accent_soft, tokens.accent_line, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let heading = cx.tr("people-say-in", &[("phase", Arg::from(name))]);
        ui.label(text::label(heading, tokens).color(tokens.accent_text));
        ui.add(egui::Label::new(text::value(cx.c(instead), tokens)).wrap());
        let tend = cx.tr("compatibility-tend", &[("text", Arg::from(cx.c(tend)))]);
        ui.add(egui::Label::new(text::caption(tend, tokens)).wrap());
    });
    let response = cx.catalog.response(me, them);
    for moment in moments {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(text::label(cx.messages.word("moment", moment.id()), tokens));
            let said = cx.c(&response.at(*moment).say);
            text::sign_list(ui, tokens, "quote", tokens.accent, [said]);
        });
    }
}

fn lines<'t>(cx: &Cx<'_>, texts: &'t [Text]) -> impl Iterator<Item = &'t str> {
    let language = cx.messages.language();
    texts.iter().take(LINES).map(move |text| text.get(language))
}

fn do_and_avoid(ui: &mut Ui, cx: &Cx<'_>, good: &[Text], bad: &[Text]) {
    let tokens = cx.tokens;
    ui.label(text::label(cx.t("people-do"), tokens).color(tokens.ok));
    text::sign_list(ui, tokens, "check", tokens.ok, lines(cx, good));
    ui.label(text::label(cx.t("people-avoid"), tokens).color(tokens.warn));
    text::sign_list(ui, tokens, "cross", tokens.warn, lines(cx, bad));
}

/// "Likely C (87%)".
fn word(cx: &Cx<'_>, reading: &ProfileReading) -> String {
    let certainty = cx.messages.word("certainty", reading.certainty.id());
    match (reading.certainty, reading.leading) {
        (Certainty::Unknown, _) | (_, None) => certainty.to_owned(),
        (_, Some(leading)) => cx.tr(
            "people-word",
            &[
                ("certainty", certainty.into()),
                ("quadrant", leading.letter().into()),
                ("share", cx.messages.percent(reading.p_largest[leading]).into()),
            ],
        ),
    }
}

/// "then B, from 11 observations".
fn basis(cx: &Cx<'_>, reading: &ProfileReading) -> String {
    let count = ("count", Arg::from(reading.profile.observations));
    match (reading.certainty, reading.second) {
        (Certainty::Unknown, _) | (_, None) => cx.tr("people-from", &[count]),
        (_, Some(second)) => {
            cx.tr("people-then-from", &[("second", second.letter().into()), count])
        }
    }
}

/// How they turn when pressed: as seen, or else as their kind often does.
fn pressure(ui: &mut Ui, cx: &Cx<'_>, leading: Quadrant, reading: &ProfileReading) {
    let tokens = cx.tokens;
    let seen = (reading.certainty != Certainty::Unknown).then_some(reading.leading).flatten();
    let quadrant = seen.unwrap_or(leading);
    let colours = &tokens.quadrants[quadrant];
    inset(ui, colours.soft, colours.line, |ui| {
        ui.horizontal(|ui| {
            ui.label(text::strong(cx.messages.word("setting", "pressure"), tokens));
            quadrant_tag(ui, tokens, quadrant);
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                let basis = cx.t(if seen.is_some() {
                    "people-pressure-seen"
                } else {
                    "people-pressure-typical"
                });
                text::one_line(ui, text::caption(basis, tokens));
            });
        });
        let words = cx.catalog.quadrant(quadrant).under_pressure.get(cx.messages.language());
        ui.add(egui::Label::new(text::body(words, tokens)).wrap());
    });
}
