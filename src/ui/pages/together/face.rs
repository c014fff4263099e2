//! One of two people: kite, shares, certainty, and the relation with me.

use egui::{Rect, Ui, UiBuilder, Vec2};

use super::Scene;
use crate::app::action::Action;
use crate::app::route::Route;
use crate::domain::profile::Certainty;
use crate::i18n::Arg;
use crate::ui::charts::kite::{Kite, word};
use crate::ui::charts::shares::shares;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::known_quadrant;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::tag::animal;
use crate::ui::widgets::text;

const KITE: f32 = 170.0;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, index: usize, place: Rect) {
    let tokens = cx.tokens;
    let reading = *scene.view.reading(index);
    let person = scene.people.get(index).copied();
    let name = scene.name(index);
    let (mut goes, mut describe) = (None, false);
    // Both may have the same name.
    let builder = UiBuilder::new().id_salt(("face", index)).max_rect(place);
    let ui = &mut ui.new_child(builder);
    let title = person_title(person.map(|one| (one.title.trim(), one.organisation.trim())));
    Card::new(name).caption(title).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            let Some(person) = person else { return };
            if scene.session.is_none() && scene.people.len() > 1 {
                let label = cx.tr("together-remove", &[("name", Arg::from(name))]);
                let remove = ActionButton::icon_only("cross", &label).colour(tokens.text_3);
                if remove.show(ui, tokens).clicked() {
                    goes = Some(Action::Replace(scene.without(person.id)));
                }
            }
            let label = cx.tr("together-open", &[("name", Arg::from(name))]);
            if ActionButton::icon_only("external", &label).show(ui, tokens).clicked() {
                goes = Some(Action::Go(Route::counterpart(person.id)));
            }
        },
        |ui| {
            ui.horizontal_top(|ui| {
                let names = None;
                Kite { reading: &reading, compare: None, names }.show(
                    ui,
                    tokens,
                    cx.messages,
                    KITE,
                );
                ui.add_space(8.0);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 4.0;
                    ui.horizontal(|ui| {
                        animal(ui, tokens, known_quadrant(&reading), cx.animals(), 32.0);
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.y = 0.0;
                            let word = word(&reading, cx.messages);
                            text::one_line(ui, text::heading(word, tokens));
                            let count = ("count", Arg::from(reading.profile.observations));
                            let basis = cx.tr("profile-observations", &[count]);
                            text::one_line(ui, text::caption(basis, tokens));
                        });
                    });
                    shares(ui, tokens, cx.messages, &reading);
                });
            });
            if scene.me && !scene.is_me(index) && scene.people.len() > 1 {
                with_me(ui, cx, scene, index);
            } else if scene.is_me(index) && reading.certainty == Certainty::Unknown {
                let button = ActionButton::secondary(cx.t("compatibility-describe-me"));
                describe = button.icon("user").small().show(ui, tokens).clicked();
            }
        },
    );
    if let Some(action) = goes {
        cx.push(action);
    } else if describe {
        cx.go(Route::Myself);
    }
}

fn person_title(person: Option<(&str, &str)>) -> String {
    let (title, organisation) = person.unwrap_or_default();
    let parts: Vec<&str> =
        [title, organisation].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// "With me: cross (78%)".
fn with_me(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, index: usize) {
    let tokens = cx.tokens;
    ui.allocate_space(Vec2::new(0.0, 2.0));
    let view = &scene.view;
    let known = [view.my_index(), index]
        .into_iter()
        .all(|one| view.reading(one).certainty != Certainty::Unknown);
    let odds = view.odds(view.my_index(), index).filter(|_| known);
    let likeliest = odds.and_then(|odds| Some((odds.likeliest()?, odds)));
    let line = match likeliest {
        Some((relation, odds)) => cx.tr(
            "together-relation-with-me",
            &[
                ("relation", Arg::from(cx.messages.word("relation", relation.id()))),
                ("percent", Arg::from(cx.messages.percent(odds.of(relation)))),
            ],
        ),
        None => cx.t("together-relation-with-me-unknown").to_owned(),
    };
    ui.add(egui::Label::new(text::body(line, tokens)).wrap());
}
