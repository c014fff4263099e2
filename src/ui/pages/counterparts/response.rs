//! How to respond, moment by moment, for this pair; how to find out while they are not known.

mod find_out;

use egui::{Id, Rect, Ui};

use super::pairs::Pairs;
use super::subject::Subject;
use crate::app::route::{PlaybookEntry, Route};
use crate::content::responses::Moment;
use crate::content::text::Text;
use crate::domain::compatibility::likely_quadrants;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::charts::kite::word;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::say::say_aloud;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

/// What the card shows of the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    DoAndAvoid,
    At(Moment),
    /// Sentences for a quadrant, while my own is not known.
    Sentences,
}

impl Step {
    fn label<'a>(self, cx: &Cx<'a>) -> &'a str {
        match self {
            Self::DoAndAvoid => cx.t("respond-tab-do"),
            Self::At(moment) => cx.messages.word("moment", moment.id()),
            Self::Sentences => cx.t("respond-tab-sentences"),
        }
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, rect: Rect) {
    let tokens = cx.tokens;
    if subject.advice.certainty == Certainty::Unknown {
        Card::new(cx.t("find-out-title")).show(ui, tokens, rect, |ui| find_out::show(ui, cx));
        return;
    }
    let pairs = Pairs::of_subject(ui, cx, subject);
    let caption =
        cx.tr("respond-hypothesis", &[("word", Arg::from(word(subject.advice, cx.messages)))]);
    let mut route = None;
    let mut guide = false;
    let mut entry = None;
    Card::new(cx.t("respond-title")).caption(caption).show_with_actions(
        ui,
        tokens,
        rect,
        |ui| guide = ActionButton::quiet(cx.t("respond-guide")).small().show(ui, tokens).clicked(),
        |ui| match &pairs {
            Some(pairs) => {
                for_pair(ui, cx, pairs);
                entry = Some(PlaybookEntry::Pair(pairs.chosen.me, pairs.chosen.them));
            }
            None => {
                if describe_me(ui, cx) {
                    route = Some(Route::Myself);
                }
                entry = for_quadrants(ui, cx, subject).map(PlaybookEntry::Quadrant);
            }
        },
    );
    if let Some(entry) = entry.filter(|_| guide) {
        cx.go(Route::Playbook { entry });
    } else if let Some(route) = route {
        cx.go(route);
    }
}

fn for_pair(ui: &mut Ui, cx: &Cx<'_>, pairs: &Pairs) {
    let tokens = cx.tokens;
    let (me, them) = (pairs.chosen.me, pairs.chosen.them);
    pairs.switch(ui, cx);
    let content = cx.catalog.response(me, them);
    let steps = std::iter::once(Step::DoAndAvoid).chain(Moment::ALL.map(Step::At));
    match choose(ui, cx, &steps.collect::<Vec<_>>()) {
        Step::At(moment) => {
            let advice = content.at(moment);
            ui.add(egui::Label::new(text::body(cx.c(&advice.how), tokens)).wrap());
            say_aloud(ui, cx, cx.t("say-aloud"), cx.c(&advice.say));
            next(ui, cx, moment);
        }
        Step::DoAndAvoid | Step::Sentences => {
            do_and_avoid(ui, cx, &content.do_, &content.avoid);
            irritates(ui, cx, them);
        }
    }
}

/// Why the advice is for everybody, and how to change that. Returns whether the user wants to.
fn describe_me(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    let tokens = cx.tokens;
    ui.add(egui::Label::new(text::caption(cx.t("respond-me-unknown"), tokens)).wrap());
    ActionButton::secondary(cx.t("compatibility-describe-me"))
        .icon("user")
        .small()
        .show(ui, tokens)
        .clicked()
}

/// The advice for how they think, whoever asks. Returns the quadrant that it is for.
fn for_quadrants(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject<'_>) -> Option<Quadrant> {
    let tokens = cx.tokens;
    let likely = likely_quadrants(&subject.advice.p_largest);
    let quadrant = which(ui, cx, subject, &likely)?;
    let steps = [Step::DoAndAvoid].into_iter().chain(Moment::ALL.map(Step::At));
    let steps: Vec<Step> = steps.chain([Step::Sentences]).collect();
    let content = cx.catalog.quadrant(quadrant);
    match choose(ui, cx, &steps) {
        Step::At(moment) => {
            let moments = cx.catalog.moments(quadrant);
            let line = match moment {
                Moment::Open => &content.open,
                Moment::Argue => &content.argue,
                Moment::Objection => &moments.objection,
                Moment::Concede => &content.concede,
                Moment::Close => &content.close,
                Moment::FollowUp => &moments.follow_up,
                Moment::Pressure => &content.under_pressure,
            };
            ui.add(egui::Label::new(text::body(cx.c(line), tokens)).wrap());
            next(ui, cx, moment);
        }
        Step::DoAndAvoid => {
            do_and_avoid(ui, cx, &content.do_, &content.avoid);
            irritates(ui, cx, quadrant);
        }
        Step::Sentences => {
            for (index, sentence) in content.sentences.iter().enumerate() {
                ui.push_id(index, |ui| say_aloud(ui, cx, cx.t("say-aloud"), cx.c(sentence)));
            }
        }
    }
    Some(quadrant)
}

/// The quadrant that the advice is for; a switch when two are close.
fn which(
    ui: &mut Ui,
    cx: &Cx<'_>,
    subject: &Subject<'_>,
    likely: &[(Quadrant, f64)],
) -> Option<Quadrant> {
    let tokens = cx.tokens;
    let (first, _) = *likely.first()?;
    if likely.len() < 2 {
        return Some(first);
    }
    let key = Id::unique(("quadrant-read", subject.person.id.0));
    let wanted = ui.data(|data| data.get_temp::<Quadrant>(key)).unwrap_or(first);
    let current = if likely.iter().any(|(one, _)| *one == wanted) { wanted } else { first };
    ui.horizontal_wrapped(|ui| {
        ui.label(text::caption(cx.t("pair-close"), tokens));
        for (quadrant, p) in likely {
            let percent = cx.messages.percent(*p);
            let label = format!("{quadrant} {percent}");
            let selected = *quadrant == current;
            let button = ActionButton::secondary(&label).small().selected(selected);
            let response = button.show(ui, tokens);
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::RadioButton, true, selected, &label)
            });
            if response.clicked() {
                ui.data_mut(|data| data.insert_temp(key, *quadrant));
                ui.ctx().request_repaint();
            }
        }
    });
    Some(current)
}

fn step_key() -> Id {
    Id::unique("response-step")
}

/// The steps as buttons over as many lines as they need.
fn choose(ui: &mut Ui, cx: &Cx<'_>, steps: &[Step]) -> Step {
    let tokens = cx.tokens;
    let key = step_key();
    let wanted = ui.data(|data| data.get_temp::<Step>(key)).unwrap_or(Step::DoAndAvoid);
    let current = if steps.contains(&wanted) { wanted } else { Step::DoAndAvoid };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(4.0);
        ui.horizontal_wrapped(|ui| {
            for step in steps {
                let label = step.label(cx);
                let selected = *step == current;
                let button = ActionButton::secondary(label).small().selected(selected);
                let response = button.show(ui, tokens);
                let spoken = format!("{}: {label}", cx.t("respond-title"));
                response.widget_info(|| {
                    egui::WidgetInfo::selected(egui::Role::RadioButton, true, selected, &spoken)
                });
                if response.clicked() {
                    ui.data_mut(|data| data.insert_temp(key, *step));
                    ui.ctx().request_repaint();
                }
            }
        });
    });
    current
}

/// The way to the moment after this one.
fn next(ui: &mut Ui, cx: &Cx<'_>, moment: Moment) {
    let place = Moment::ALL.iter().position(|one| *one == moment);
    let Some(after) = place.and_then(|place| Moment::ALL.get(place + 1)) else { return };
    let name = cx.messages.word("moment", after.id());
    let label = cx.tr("respond-next", &[("moment", Arg::from(name))]);
    if ActionButton::quiet(&label).icon("arrow-right").small().show(ui, cx.tokens).clicked() {
        ui.data_mut(|data| data.insert_temp(step_key(), Step::At(*after)));
        ui.ctx().request_repaint();
    }
}

fn lines<'t>(cx: &Cx<'_>, texts: &'t [Text]) -> impl Iterator<Item = &'t str> {
    let language = cx.messages.language();
    texts.iter().map(move |text| text.get(language))
}

fn do_and_avoid(ui: &mut Ui, cx: &Cx<'_>, good: &[Text], bad: &[Text]) {
    let tokens = cx.tokens;
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            left.spacing_mut().item_spacing.y = 4.0;
            right.spacing_mut().item_spacing.y = 4.0;
            left.label(text::label(cx.t("respond-do"), tokens).color(tokens.ok));
            text::sign_list(left, tokens, "check", tokens.ok, lines(cx, good));
            right.label(text::label(cx.t("respond-avoid"), tokens).color(tokens.warn));
            text::sign_list(right, tokens, "cross", tokens.warn, lines(cx, bad));
        }
    });
}

fn irritates(ui: &mut Ui, cx: &Cx<'_>, quadrant: Quadrant) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        quadrant_tag(ui, tokens, quadrant);
        ui.label(text::label(cx.t("respond-tab-irritates"), tokens));
    });
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let lines = lines(cx, &cx.catalog.quadrant(quadrant).irritates);
        text::sign_list(ui, tokens, "warning", tokens.warn, lines);
    });
}
