//! One tip for the next meeting, made for this pair of thinkers.

use egui::{Rect, Ui};

use super::{known, name_of, quadrant_of};
use crate::app::route::{PlaybookEntry, Route};
use crate::domain::compatibility::Relation;
use crate::domain::quadrant::Quadrant;
use crate::domain::summary::CounterpartSummary;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::tag::animal;
use crate::ui::widgets::text;

/// Lines of "do" that fit beside the rest.
const LINES: usize = 3;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let mut next = cx.work.next_meetings().flatten();
    let person = next.find_map(|(session, _)| cx.work.people_of(&session.counterparts).next());
    let tokens = cx.tokens;
    let caption =
        person.map(|person| cx.tr("today-tip-for", &[("name", name_of(cx, person).into())]));
    Card::new(cx.t("today-tip")).caption(caption.unwrap_or_default()).show(
        ui,
        tokens,
        rect,
        |ui| {
            let Some(person) = person else {
                ui.add(egui::Label::new(text::body(cx.t("today-tip-none"), tokens)).wrap());
                return;
            };
            match quadrant_of(person) {
                None => unknown(ui, cx, person),
                Some(them) => pair(ui, cx, person, them),
            }
        },
    );
}

fn unknown(ui: &mut Ui, cx: &mut Cx<'_>, person: &CounterpartSummary) {
    let line = cx.tr("today-tip-them-unknown", &[("name", name_of(cx, person).into())]);
    ui.add(egui::Label::new(text::body(line, cx.tokens)).wrap());
    let hear = ActionButton::secondary(cx.t("today-step-hear")).icon("ear").small();
    if hear.show(ui, cx.tokens).clicked() {
        cx.go(Route::counterpart(person.id));
    }
}

fn pair(ui: &mut Ui, cx: &mut Cx<'_>, person: &CounterpartSummary, them: Quadrant) {
    let tokens = cx.tokens;
    let name = name_of(cx, person);
    let me = known(&cx.work.my_reading().normal);
    ui.horizontal_top(|ui| {
        animal(ui, tokens, Some(them), cx.animals(), 44.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let their = ("them", them.letter().into());
            if let Some(me) = me {
                let args = [("me", me.letter().into()), ("name", (&name).into()), their];
                text::one_line(ui, text::strong(cx.tr("today-tip-pair", &args), tokens));
                let relation = Relation::between(me, them);
                let word = cx.messages.word("relation", relation.id());
                let args =
                    [("relation", word.into()), ("difficulty", relation.difficulty().into())];
                text::one_line(ui, text::caption(cx.tr("today-tip-relation", &args), tokens));
            } else {
                let line = cx.tr("today-tip-them-only", &[("name", (&name).into()), their]);
                text::one_line(ui, text::strong(line, tokens));
                let tagline = cx.c(&cx.catalog.quadrant(them).tagline);
                text::one_line(ui, text::caption(tagline, tokens));
            }
        });
    });
    ui.add_space(2.0);
    if let Some(me) = me {
        let summary = cx.c(&cx.catalog.pair(me, them).summary);
        ui.add(egui::Label::new(text::body(summary, tokens)).wrap());
    } else {
        ui.add(egui::Label::new(text::body(cx.t("today-tip-me-unknown"), tokens)).wrap());
        let describe =
            ActionButton::secondary(cx.t("command-describe-myself")).icon("user").small();
        if describe.show(ui, tokens).clicked() {
            cx.go(Route::Myself);
        }
    }
    ui.add_space(2.0);
    let lines = cx.catalog.quadrant(them).do_.iter().take(LINES).map(|line| cx.c(line));
    text::sign_list(ui, tokens, "check", tokens.ok, lines);
    let more = cx.tr("today-tip-more", &[("quadrant", them.letter().into())]);
    if ActionButton::quiet(&more).icon("arrow-right").small().show(ui, tokens).clicked() {
        cx.go(Route::Playbook { entry: PlaybookEntry::Quadrant(them) });
    }
}
