//! How to speak to two people at once; of one person and me, where to read on.

use egui::{Rect, Ui};

use super::Scene;
use crate::app::route::{PlaybookEntry, Route};
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::known_quadrant;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::say::say_aloud;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

pub(super) fn card(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    (one, other): (usize, usize),
    place: Rect,
) {
    let tokens = cx.tokens;
    let leads = [one, other].map(|index| known_quadrant(scene.view.reading(index)));
    let mut route = None;
    if scene.is_me(one) {
        let Some(person) = scene.people.first() else { return };
        Card::new(cx.t("together-for-me")).show(ui, tokens, place, |ui| {
            if let [Some(me), Some(them)] = leads {
                route = for_me(ui, cx, me, them);
            } else {
                let line = text::body(cx.t("together-relation-unknown"), tokens);
                ui.add(egui::Label::new(line).wrap());
            }
            let open = ActionButton::secondary(cx.t("together-how-to-respond"));
            if open.icon("chevron-right").show(ui, tokens).clicked() {
                route = Some(Route::counterpart(person.id));
            }
        });
    } else {
        Card::new(cx.t("together-both")).show(ui, tokens, place, |ui| match leads {
            [Some(first), Some(second)] => to_both(ui, cx, scene, (one, first), (other, second)),
            _ => unknown(ui, cx, scene, one, other),
        });
    }
    if let Some(route) = route {
        cx.go(route);
    }
}

fn for_me(ui: &mut Ui, cx: &Cx<'_>, me: Quadrant, them: Quadrant) -> Option<Route> {
    let tokens = cx.tokens;
    let summary = cx.c(&cx.catalog.pair(me, them).summary);
    ui.add(egui::Label::new(text::body(summary, tokens)).wrap());
    let response = cx.catalog.response(me, them);
    let lines = response.do_.iter().map(|line| cx.c(line));
    text::sign_list(ui, tokens, "check", tokens.ok, lines);
    let lines = response.avoid.iter().map(|line| cx.c(line));
    text::sign_list(ui, tokens, "cross", tokens.warn, lines);
    let guide = ActionButton::quiet(cx.t("respond-guide")).small().show(ui, tokens);
    guide.clicked().then_some(Route::Playbook { entry: PlaybookEntry::Pair(me, them) })
}

/// The order in which to serve them, the sentence that joins both, and what loses either.
fn to_both(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    (one, first): (usize, Quadrant),
    (other, second): (usize, Quadrant),
) {
    let tokens = cx.tokens;
    let letters = in_order(first, second);
    let key = |part: &str| format!("together-{part}-{letters}");
    ui.add(egui::Label::new(text::body(cx.messages.text(&key("both")), tokens)).wrap());
    say_aloud(ui, cx, cx.t("say-aloud"), cx.messages.text(&key("both-say")));
    for (index, quadrant) in [(one, first), (other, second)] {
        rule(ui, tokens);
        ui.push_id(index, |ui| {
            let content = cx.catalog.quadrant(quadrant);
            ui.horizontal(|ui| {
                quadrant_tag(ui, tokens, quadrant);
                let name = Arg::from(scene.name(index));
                let wants = cx.tr("together-wants", &[("name", name)]);
                text::one_line(ui, text::label(wants, tokens));
            });
            ui.add(egui::Label::new(text::body(cx.c(&content.wants), tokens)).wrap());
            let irritates = content.irritates.iter().take(2).map(|line| cx.c(line));
            text::sign_list(ui, tokens, "warning", tokens.warn, irritates);
        });
        if first == second {
            break;
        }
    }
}

/// The letters of both in the order of the alphabet: "AC".
fn in_order(first: Quadrant, second: Quadrant) -> String {
    let (low, high) = if first <= second { (first, second) } else { (second, first) };
    format!("{low}{high}")
}

fn unknown(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, one: usize, other: usize) {
    let tokens = cx.tokens;
    for index in [one, other] {
        let reading = scene.view.reading(index);
        let key = match (reading.certainty, reading.leading) {
            (Certainty::Unknown, _) => "together-both-unknown",
            (_, None) => "together-both-level",
            _ => continue,
        };
        let line = cx.tr(key, &[("name", Arg::from(scene.name(index)))]);
        ui.add(egui::Label::new(text::body(line, tokens)).wrap());
    }
    ui.add(egui::Label::new(text::body(cx.t("together-both-safe"), tokens)).wrap());
    say_aloud(ui, cx, cx.t("say-aloud"), cx.t("together-both-safe-say"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Messages};

    #[test]
    fn there_is_a_text_for_every_two_quadrants() {
        for language in [Language::English, Language::Chinese] {
            let messages = Messages::new(language);
            for first in Quadrant::ALL {
                for second in Quadrant::ALL {
                    let letters = in_order(first, second);
                    for part in ["both", "both-say"] {
                        let id = format!("together-{part}-{letters}");
                        assert!(messages.has(&id), "{id}");
                    }
                }
            }
        }
    }
}
