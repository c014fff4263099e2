//! What to say to the first person at the table, given how both of us think.

use egui::{Label, Rect, Ui};

use super::fit;
use crate::app::route::Route;
use crate::content::relations::Rewording;
use crate::content::text::Text;
use crate::domain::phase::Phase;
use crate::domain::quadrant::Quadrant;
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::{known_quadrant, named, person_name};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, inset};
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

/// More lines than this of each kind are not read before a meeting.
const LINES: usize = 2;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, place: Rect) {
    let tokens = cx.tokens;
    let Some(person) = cx.work.people_of(&session.counterparts).next() else {
        Card::new(cx.t("plan-talk")).show(ui, tokens, place, |ui| {
            fit::measured(ui, "talk", |ui| {
                ui.add(Label::new(text::body(cx.t("plan-talk-nobody"), tokens)).wrap());
            });
        });
        return;
    };
    let name = person_name(cx, person);
    let them = cx.work.reading(person.id).and_then(|reading| known_quadrant(&reading.normal));
    let caption = them.map(|them| format!("{name} · {}", named(cx, them))).unwrap_or(name);
    Card::new(cx.t("plan-talk")).caption(caption).show(ui, tokens, place, |ui| {
        fit::measured(ui, "talk", |ui| match them {
            Some(them) => advice(ui, cx, session, them),
            None => {
                ui.add(Label::new(text::body(cx.t("plan-them-unknown"), tokens)).wrap());
                let note = ActionButton::secondary(cx.t("plan-add-evidence")).icon("ear").small();
                if note.show(ui, tokens).clicked() {
                    cx.go(Route::counterpart(person.id));
                }
            }
        });
    });
}

fn advice(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, them: Quadrant) {
    let (tokens, catalog) = (cx.tokens, cx.catalog);
    let content = catalog.quadrant(them);
    match known_quadrant(&cx.work.my_reading().normal) {
        Some(me) => {
            let pair = catalog.pair(me, them);
            let Rewording { tend, instead } = match phase_ahead(session) {
                Phase::Preparation | Phase::Opening => &pair.opening,
                Phase::Middle => &pair.middle,
                Phase::Late => &pair.late,
            };
            said(ui, cx, me, cx.t("plan-tend"), cx.c(tend), false);
            said(ui, cx, them, cx.t("plan-instead"), cx.c(instead), true);
        }
        None => {
            ui.label(text::label(cx.t("plan-lands"), tokens));
            let sentences = content.sentences.iter().take(2).map(|line| cx.c(line));
            text::sign_list(ui, tokens, "quote", tokens.accent, sentences);
            ui.add(Label::new(text::caption(cx.t("plan-me-unknown"), tokens)).wrap());
            let describe = ActionButton::quiet(cx.t("plan-describe-me")).small();
            if describe.show(ui, tokens).clicked() {
                cx.go(Route::Myself);
            }
        }
    }
    ui.add_space(2.0);
    let list = |ui: &mut Ui, head: &str, icon: &str, colour, lines: &[Text]| {
        // A column would stretch the lines of a text to its width.
        ui.vertical(|ui| {
            ui.label(text::label(head, tokens).color(colour));
            let lines = lines.iter().take(LINES).map(|line| cx.c(line));
            text::sign_list(ui, tokens, icon, colour, lines);
        });
    };
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        list(left, cx.t("plan-do"), "check", tokens.ok, &content.do_);
        list(right, cx.t("plan-avoid"), "cross", tokens.warn, &content.avoid);
    });
}

/// The phase that the next words will be said in.
fn phase_ahead(session: &Session) -> Phase {
    session.current_meeting().map_or(Phase::Preparation, |meeting| meeting.phase)
}

fn said(ui: &mut Ui, cx: &Cx<'_>, quadrant: Quadrant, label: &str, line: &str, better: bool) {
    let tokens = cx.tokens;
    let (fill, stroke) =
        if better { (tokens.ok_soft, tokens.ok_soft) } else { (tokens.sunken, tokens.border) };
    inset(ui, fill, stroke, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            quadrant_tag(ui, tokens, quadrant);
            ui.label(text::label(label, tokens));
        });
        let line = if better { text::value(line, tokens) } else { text::body(line, tokens) };
        ui.add(Label::new(line).wrap());
    });
}
