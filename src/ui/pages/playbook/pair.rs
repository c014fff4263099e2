//! One pair of thinkers in full, in the order in which one needs it.

use egui::Ui;

use super::{go_to, pair_grid, prose};
use crate::app::route::PlaybookEntry;
use crate::content::relations::Rewording;
use crate::content::responses::Moment;
use crate::content::text::Text;
use crate::domain::compatibility::Relation;
use crate::domain::phase::Phase;
use crate::domain::quadrant::Quadrant;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::say::say_aloud;
use crate::ui::widgets::{card, text};

/// What is read of one phase: the rewording, and the moments in it.
const PHASES: [(Phase, &[Moment]); 4] = [
    (Phase::Preparation, &[]),
    (Phase::Opening, &[Moment::Open]),
    (Phase::Middle, &[Moment::Argue, Moment::Objection, Moment::Concede]),
    (Phase::Late, &[Moment::Close]),
];

/// What comes after the meeting, and at any time.
const AT_ANY_TIME: [Moment; 2] = [Moment::FollowUp, Moment::Pressure];

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, me: Quadrant, them: Quadrant) {
    let tokens = cx.tokens;
    pair_grid::show(ui, cx, Some((me, them)), pair_grid::Size::Small);
    ui.add_space(4.0);
    let (pair, response) = (cx.catalog.pair(me, them), cx.catalog.response(me, them));
    prose::lead(ui, cx, cx.c(&pair.summary));
    prose::side_by_side(
        ui,
        cx,
        |ui, cx| prose::list(ui, cx, "quadrant-do", ("check", tokens.ok), &response.do_),
        |ui, cx| prose::list(ui, cx, "quadrant-avoid", ("cross", tokens.warn), &response.avoid),
    );
    relation(ui, cx, Relation::between(me, them));
    for (phase, moments) in PHASES {
        prose::heading(ui, cx, cx.messages.word("phase", phase.id()));
        card::rule(ui, tokens);
        let Rewording { tend, instead } = rewording(cx, me, them, phase);
        instead_of(ui, cx, tend, instead);
        for moment in moments {
            advice(ui, cx, me, them, *moment);
        }
    }
    prose::heading(ui, cx, cx.t("pair-afterwards"));
    card::rule(ui, tokens);
    for moment in AT_ANY_TIME {
        advice(ui, cx, me, them, moment);
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        for (quadrant, key) in [(them, "pair-read-them"), (me, "pair-read-me")] {
            let name = cx.quadrant_name(quadrant);
            let args = [("letter", quadrant.letter().into()), ("name", name.into())];
            let label = cx.tr(key, &args);
            if ActionButton::secondary(&label).show(ui, tokens).clicked() {
                cx.go(go_to(PlaybookEntry::Quadrant(quadrant)));
            }
        }
    });
}

fn relation(ui: &mut Ui, cx: &Cx<'_>, relation: Relation) {
    let tokens = cx.tokens;
    let content = cx.catalog.relation(relation);
    card::inset(ui, tokens.sunken, tokens.border, |ui| {
        ui.horizontal(|ui| {
            text::one_line(ui, text::strong(cx.c(&content.name), tokens));
            let level = cx.tr("relations-difficulty", &[("level", relation.difficulty().into())]);
            text::one_line(ui, text::caption(level, tokens));
        });
        for (key, line) in [
            ("relations-gains", &content.gains),
            ("relations-risks", &content.risks),
            ("relations-advice", &content.advice),
        ] {
            ui.label(text::label(cx.t(key), tokens));
            prose::paragraph(ui, cx, cx.c(line));
        }
    });
}

fn rewording<'a>(cx: &Cx<'a>, me: Quadrant, them: Quadrant, phase: Phase) -> &'a Rewording {
    let catalog = cx.catalog;
    catalog.rewording(me, them, phase)
}

fn instead_of(ui: &mut Ui, cx: &mut Cx<'_>, tend: &Text, instead: &Text) {
    let tokens = cx.tokens;
    ui.label(text::label(cx.t("relations-tend"), tokens).color(tokens.warn));
    prose::paragraph(ui, cx, cx.c(tend));
    ui.add_space(2.0);
    say_aloud(ui, cx, cx.t("relations-instead"), cx.c(instead));
    ui.add_space(6.0);
}

fn advice(ui: &mut Ui, cx: &mut Cx<'_>, me: Quadrant, them: Quadrant, moment: Moment) {
    let tokens = cx.tokens;
    let advice = cx.catalog.response(me, them).at(moment);
    let name = cx.messages.word("moment", moment.id());
    ui.label(text::strong(name, tokens));
    prose::paragraph(ui, cx, cx.c(&advice.how));
    say_aloud(ui, cx, cx.t("say-aloud"), cx.c(&advice.say));
    ui.add_space(8.0);
}
