//! "Where are we now?": for each topic, for the package as a whole, and what their offers tell of
//! their weights.

use egui::{Rect, ScrollArea, Ui};

use super::{Scene, package, topic_position, weights_guess};
use crate::domain::issue::Topic;
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;

/// What the card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Topic(Topic),
    Package,
    TheirWeights,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let session = scene.session;
    let view = view(ui, scene);
    let caption = match view {
        View::Topic(topic) => unit(cx, scene, topic),
        View::Package => cx.t("package-caption").to_owned(),
        View::TheirWeights => cx.t("guess-caption").to_owned(),
    };
    Card::new(cx.t("position-title")).caption(caption).fixed().show(ui, tokens, place, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if !session.plan.issues.is_empty() {
            selector(ui, cx, scene, view);
            ui.add_space(6.0);
        }
        match view {
            View::Topic(topic) => {
                if let Some(on) = scene.table.topic(topic) {
                    topic_position::show(ui, cx, scene, on, place);
                }
            }
            View::Package => package::show(ui, cx, scene, place),
            View::TheirWeights => weights_guess::show(ui, cx, scene),
        }
    });
}

/// "CNY · per site and month", "days after invoice".
fn unit(cx: &Cx<'_>, scene: &Scene<'_>, topic: Topic) -> String {
    let session = scene.session;
    match topic {
        Topic::Price => {
            let currency = cx.messages.word("currency", &session.currency);
            match session.plan.price_unit.trim() {
                "" => currency.to_owned(),
                unit => format!("{currency}{}{unit}", cx.t("list-separator")),
            }
        }
        Topic::Issue(id) => {
            session.plan.issue(id).map_or_else(String::new, |issue| issue.unit.trim().to_owned())
        }
    }
}

fn key(session: &Session) -> egui::Id {
    egui::Id::unique(("meeting-position", session.id.0))
}

/// What is chosen, as long as the window lives; the price at first.
fn view(ui: &Ui, scene: &Scene<'_>) -> View {
    let chosen = ui.data(|data| data.get_temp::<View>(key(scene.session)));
    let there = |view: &View| match view {
        View::Topic(topic) => scene.table.topic(*topic).is_some(),
        View::Package | View::TheirWeights => !scene.session.plan.issues.is_empty(),
    };
    chosen.filter(there).unwrap_or(View::Topic(Topic::Price))
}

fn selector(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, current: View) {
    let tokens = cx.tokens;
    let topics =
        scene.table.topics.iter().map(|on| {
            (View::Topic(on.topic), cx.messages.topic_name(on.topic, &on.issue).to_owned())
        });
    let whole = [(View::Package, "position-package"), (View::TheirWeights, "position-weights")];
    let whole = whole.map(|(view, id)| (view, cx.t(id).to_owned()));
    ScrollArea::horizontal().id_salt("topics").auto_shrink([false, true]).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (view, label) in topics.chain(whole) {
                let selected = view == current;
                let short = shortened(&label);
                let button = if selected {
                    ActionButton::secondary(&short).selected(true)
                } else {
                    ActionButton::quiet(&short).colour(tokens.text_2)
                };
                let response = button.small().show(ui, tokens);
                let name = format!("{}: {label}", cx.t("position-about"));
                response.widget_info(|| {
                    egui::WidgetInfo::selected(
                        egui::Role::RadioButton,
                        ui.is_enabled(),
                        selected,
                        &name,
                    )
                });
                if response.has_focus() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    ui.data_mut(|data| data.insert_temp(key(scene.session), view));
                    ui.ctx().request_repaint();
                }
            }
        });
    });
}

fn shortened(name: &str) -> String {
    const MOST: usize = 18;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    name.chars().take(MOST - 1).chain(['…']).collect()
}
