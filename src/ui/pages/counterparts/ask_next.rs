//! The question whose answer would tell most about this person, what to listen for, and the way from
//! the answer into the evidence.

use std::sync::Arc;

use egui::{Id, Layout, Ui};

use super::evidence_entry;
use super::subject::Subject;
use crate::content::probes::Probe;
use crate::domain::counterpart::Counterpart;
use crate::domain::probe::{Outlook, Worth};
use crate::domain::profile::{Certainty, Profile};
use crate::domain::quadrant::Quadrant;
use crate::i18n::{Arg, Language};
use crate::ui::charts::kite::short_word;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

/// Two lines, so that the card keeps its height with a question of one.
const QUESTION: f32 = 34.0;

/// The questions in order, kept while the profile stays the same.
#[derive(Clone)]
struct Asking {
    profile: Profile,
    observations: usize,
    outlook: Outlook,
    /// Places in the catalogue, the most telling first; what was asked already comes last.
    order: Arc<[usize]>,
    shown: usize,
}

/// Shows the question; returns whether an answer was put into the quick entry.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) -> bool {
    let key = Id::unique(("ask-next", subject.person.id.0));
    let mut asking = asking(ui, cx, subject, key);
    let catalog = cx.catalog;
    let Some(probe) = asking.order.get(asking.shown).and_then(|at| catalog.probes().get(*at))
    else {
        return false;
    };
    let mut next = false;
    let mut heard = None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        next = head(ui, cx, asking.order.len() > 1);
        let question = cx.tr("words-quoted", &[("text", Arg::from(cx.c(&probe.ask)))]);
        if !cx.drafts.listening {
            ui.scope(|ui| {
                ui.set_min_height(QUESTION);
                text::two_lines(ui, text::value(&question, cx.tokens)).on_hover_text(&question);
            });
            return;
        }
        ui.add(egui::Label::new(text::value(&question, cx.tokens)).wrap());
        let reason = reason(cx, &asking, probe, subject);
        ui.add(egui::Label::new(text::caption(reason, cx.tokens)).wrap());
        for sound in &probe.listen {
            let said = cx.c(&sound.text);
            let then = ui.push_id(sound.quadrant.letter(), |ui| {
                answer(ui, cx, &asking.outlook, sound.quadrant, said)
            });
            if then.inner {
                heard = Some(sound.quadrant);
            }
        }
    });
    if next {
        asking.shown = (asking.shown + 1) % asking.order.len();
        ui.data_mut(|data| data.insert_temp(key, asking));
    }
    let Some(quadrant) = heard else { return false };
    let question = cx.c(&probe.ask).to_owned();
    evidence_entry::prefill(ui, cx, subject.person, quadrant, question);
    true
}

/// The order of the questions for the profile as it is.
fn asking(ui: &Ui, cx: &Cx<'_>, subject: &Subject<'_>, key: Id) -> Asking {
    // An answer in a talk belongs to the profile at ease.
    let profile = subject.readings.normal.profile;
    let observations = subject.person.evidence.len();
    let kept: Option<Asking> = ui.data(|data| data.get_temp(key));
    let is_current = |kept: &Asking| kept.profile == profile && kept.observations == observations;
    if let Some(kept) = kept.filter(is_current) {
        return kept;
    }
    let outlook = Outlook::of(&profile, cx.work.weights().quote);
    let probes = cx.catalog.probes();
    let mut order = outlook.ranked(probes.iter().map(|probe| probe.between.as_slice()));
    order.sort_by_key(|at| probes.get(*at).is_some_and(|probe| was_asked(subject.person, probe)));
    let fresh = Asking { profile, observations, outlook, order: order.into(), shown: 0 };
    ui.data_mut(|data| data.insert_temp(key, fresh.clone()));
    fresh
}

/// Whether an answer to the question stands in the evidence, in whatever language it was asked.
fn was_asked(person: &Counterpart, probe: &Probe) -> bool {
    let asked = |language| {
        let question = probe.ask.get(language);
        person.evidence.iter().any(|item| item.source == question)
    };
    asked(Language::English) || asked(Language::Chinese)
}

/// "Ask next", and the two buttons; returns whether another question is wanted.
fn head(ui: &mut Ui, cx: &mut Cx<'_>, has_more: bool) -> bool {
    let tokens = cx.tokens;
    let mut next = false;
    ui.horizontal(|ui| {
        ui.label(text::label(cx.t("ask-next"), tokens)).on_hover_text(cx.t("ask-next-tip"));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let listening = cx.drafts.listening;
            let label = cx.t(if listening { "ask-next-close" } else { "ask-next-listen" });
            if ActionButton::quiet(label).small().show(ui, tokens).clicked() {
                cx.drafts.listening = !listening;
            }
            let another = ActionButton::quiet(cx.t("ask-next-another")).small().enabled(has_more);
            next = another.show(ui, tokens).clicked();
        });
    });
    next
}

/// What it tells apart, how much, and that it was asked before.
fn reason(cx: &Cx<'_>, asking: &Asking, probe: &Probe, subject: &Subject<'_>) -> String {
    let letters: Vec<&str> = probe.between.iter().map(|quadrant| quadrant.letter()).collect();
    let letters = letters.join(cx.t("ask-next-letters"));
    let worth = Worth::of(asking.outlook.gain(&probe.between));
    let worth = cx.messages.word("ask-next-worth", worth.id());
    let mut parts = vec![cx.tr("ask-next-apart", &[("letters", Arg::from(letters))])];
    if was_asked(subject.person, probe) {
        parts.push(cx.t("ask-next-asked").to_owned());
    } else {
        parts.push(worth.to_owned());
    }
    parts.join(cx.t("ask-next-join"))
}

/// One answer: what it sounds like, what the picture would be then, and the button that notes it.
fn answer(ui: &mut Ui, cx: &Cx<'_>, outlook: &Outlook, quadrant: Quadrant, said: &str) -> bool {
    let tokens = cx.tokens;
    let mut clicked = false;
    ui.with_layout(Layout::right_to_left(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let name = cx.tr("ask-next-heard-name", &[("letter", Arg::from(quadrant.letter()))]);
        let heard = ActionButton::secondary(cx.t("ask-next-heard")).small().enabled(!cx.read_only);
        let response = heard.tooltip(cx.t("ask-next-heard-tip")).show(ui, tokens);
        let enabled = !cx.read_only;
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &name));
        clicked = response.clicked();
        ui.with_layout(Layout::left_to_right(egui::Align::Min), |ui| {
            quadrant_tag(ui, tokens, quadrant);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add(egui::Label::new(text::body(said, tokens)).wrap());
                let after =
                    cx.tr("ask-next-then", &[("word", Arg::from(then(cx, outlook, quadrant)))]);
                text::one_line(ui, text::caption(after, tokens));
            });
        });
    });
    clicked
}

/// What the picture would be with this answer: "Likely A (91%)".
fn then(cx: &Cx<'_>, outlook: &Outlook, quadrant: Quadrant) -> String {
    let after = outlook.after[quadrant];
    match after.leading.filter(|_| after.certainty != Certainty::Unknown) {
        Some(lead) => {
            let args = [
                ("certainty", Arg::from(cx.messages.word("certainty", after.certainty.id()))),
                ("letter", Arg::from(lead.letter())),
                ("percent", Arg::from(cx.messages.percent(after.largest))),
            ];
            cx.tr("profile-word", &args)
        }
        None => short_word(after.certainty, after.leading, cx.messages),
    }
}
