//! Hot potatoes: test each at once; the untested ones stay on top.

use egui::{Id, Rect, Ui};

use super::{Scene, potato_capture, summon};
use crate::app::command::UiCommand;
use crate::app::edit::{PotatoEdit, SessionEdit};
use crate::content::potatoes::PotatoContent;
use crate::domain::ids::EntryId;
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict, Whose};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, inset, rule};
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::row::row;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;
use crate::ui::widgets::tick::tick;

/// Which claim is open, and whether the tested ones are unfolded; both last as long as the window.
#[derive(Debug, Clone, Copy, Default)]
struct Shown {
    open: Option<EntryId>,
    tested: bool,
}

fn shown_key(scene: &Scene<'_>) -> Id {
    Id::unique(("potatoes", scene.session.id.0))
}

/// Opens the test of a claim from the next frame on.
pub fn open(ui: &Ui, scene: &Scene<'_>, potato: EntryId) {
    let key = shown_key(scene);
    let mut shown: Shown = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    shown.open = Some(potato);
    ui.data_mut(|data| data.insert_temp(key, shown));
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let untested = scene.session.untested_potatoes().count();
    let stroke = if untested > 0 { tokens.accent_line } else { tokens.border };
    let count = cx.tr("potato-untested-count", &[("count", Arg::from(untested))]);
    let key = shown_key(scene);
    Card::new(cx.t("potato-title")).stroke(stroke).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            summon::hint(ui, tokens, UiCommand::CatchPotato);
            if untested > 0 {
                chip(ui, tokens, Tone::Warn, &count);
            }
        },
        |ui| {
            let mut shown: Shown = ui.data(|data| data.get_temp(key)).unwrap_or_default();
            if let Some(caught) = potato_capture::show(ui, cx, scene) {
                shown.open = Some(caught);
            }
            ui.add_space(2.0);
            list(ui, cx, scene, &mut shown);
            ui.data_mut(|data| data.insert_temp(key, shown));
        },
    );
}

fn list(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, shown: &mut Shown) {
    let tokens = cx.tokens;
    let mut untested: Vec<&HotPotato> = scene.session.untested_potatoes().collect();
    untested.reverse();
    let tested: Vec<&HotPotato> =
        scene.session.potatoes.iter().rev().filter(|potato| !potato.is_untested()).collect();
    let known = |id| scene.session.potatoes.iter().any(|potato| Some(potato.id) == id);
    if !known(shown.open) {
        shown.open = None;
    }
    if untested.is_empty() && tested.is_empty() {
        ui.label(text::body(cx.t("potato-empty"), tokens));
        return;
    }
    // With nothing chosen the newest untested one asks for its test.
    let open = shown.open.or_else(|| untested.first().map(|potato| potato.id));
    let just_judged = tested.iter().copied().find(|potato| Some(potato.id) == shown.open);
    for potato in just_judged.into_iter().chain(untested) {
        ui.push_id(potato.id.0, |ui| {
            if Some(potato.id) == open {
                if opened(ui, cx, scene, potato) {
                    // The options of the result are what is needed next.
                    shown.open = Some(potato.id);
                }
            } else if closed_row(ui, cx, scene, potato) {
                shown.open = Some(potato.id);
            }
        });
    }
    let folded: Vec<&HotPotato> =
        tested.into_iter().filter(|potato| Some(potato.id) != shown.open).collect();
    if folded.is_empty() {
        return;
    }
    let label = cx.tr("potato-tested-count", &[("count", Arg::from(folded.len()))]);
    let icon = if shown.tested { "chevron-down" } else { "chevron-right" };
    let fold =
        ActionButton::quiet(&label).small().icon(icon).colour(tokens.text_2).show(ui, tokens);
    let (enabled, open) = (ui.is_enabled(), shown.tested);
    fold.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, enabled, open, &label));
    if fold.clicked() {
        shown.tested = !shown.tested;
    }
    if shown.tested {
        for potato in folded {
            ui.push_id(potato.id.0, |ui| {
                if closed_row(ui, cx, scene, potato) {
                    shown.open = Some(potato.id);
                }
            });
        }
    }
}

fn tone(verdict: PotatoVerdict) -> Tone {
    match verdict {
        PotatoVerdict::Untested => Tone::Warn,
        PotatoVerdict::Real => Tone::Ok,
        PotatoVerdict::Bluff => Tone::Accent,
        PotatoVerdict::Unknown => Tone::Neutral,
    }
}

fn verdict_chip(ui: &mut Ui, cx: &Cx<'_>, verdict: PotatoVerdict) {
    chip(ui, cx.tokens, tone(verdict), cx.messages.word("potato-verdict", verdict.id()));
}

fn closed_row(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, potato: &HotPotato) -> bool {
    let tokens = cx.tokens;
    let verdict = cx.messages.word("potato-verdict", potato.verdict.id());
    let name = format!("{} {verdict}", potato.claim);
    row(ui, tokens, "potato", 36.0, false, &name, |ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            verdict_chip(ui, cx, potato.verdict);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let colour = if potato.is_untested() { tokens.warn } else { tokens.text_3 };
                ui.add(icons::sized("flame", 14.0).tint(colour).alt_text(""));
                text::one_line(ui, text::value(&potato.claim, tokens))
                    .on_hover_text(meeting_of(cx, scene, potato));
            });
        });
    })
    .clicked()
}

/// "Budget, meeting 2".
fn meeting_of(cx: &Cx<'_>, scene: &Scene<'_>, potato: &HotPotato) -> String {
    let kind = cx.messages.word("potato", potato.kind.id());
    let number = scene.session.meeting_number(potato.meeting);
    if potato.meeting == scene.meeting.id || number == 0 {
        return kind.to_owned();
    }
    cx.tr("potato-of-meeting", &[("kind", kind.into()), ("number", Arg::from(number))])
}

/// Shows the claim with its test; returns whether it was judged just now.
fn opened(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, potato: &HotPotato) -> bool {
    let mut judged = false;
    let tokens = cx.tokens;
    let content = cx.catalog.potato(potato.kind);
    let fill = if potato.is_untested() { tokens.accent_soft } else { tokens.sunken };
    inset(ui, fill, tokens.accent_line, |ui| {
        ui.horizontal(|ui| {
            ui.add(icons::sized("flame", 15.0).tint(tokens.accent).alt_text(""));
            text::one_line(ui, text::caption(meeting_of(cx, scene, potato), tokens));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                verdict_chip(ui, cx, potato.verdict);
                ui.add_enabled_ui(!cx.read_only, |ui| {
                    thrower(ui, cx, scene, potato);
                    kind(ui, cx, scene, potato);
                });
            });
        });
        let claim = egui::Label::new(text::strong(&potato.claim, tokens)).wrap();
        ui.add(claim);
        if potato.is_untested() {
            ui.add(egui::Label::new(text::caption(cx.t("potato-test-now"), tokens)).wrap());
        }
    });
    ui.add_enabled_ui(!cx.read_only, |ui| {
        if potato.is_untested() {
            questions(ui, cx, scene, potato, content);
        }
        let field = Field::new(cx.t("potato-evidence")).hint(cx.t("potato-evidence-hint"));
        if let Some(evidence) = field.edit(ui, tokens, &potato.evidence) {
            edit(cx, scene, potato, PotatoEdit::Evidence(evidence));
        }
        if potato.is_untested() {
            judged = results(ui, cx, scene, potato);
        } else {
            options(ui, cx, potato, content);
            decision(ui, cx, scene, potato);
        }
        ui.horizontal(|ui| {
            if !potato.is_untested() {
                let reopen = ActionButton::secondary(cx.t("potato-reopen")).small();
                if reopen.show(ui, tokens).clicked() {
                    edit(cx, scene, potato, PotatoEdit::Verdict(PotatoVerdict::Untested));
                }
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let remove = ActionButton::quiet(cx.t("meeting-remove"))
                    .small()
                    .icon("trash")
                    .colour(tokens.text_3);
                if remove.show(ui, tokens).clicked() {
                    cx.edit_session(scene.session.id, SessionEdit::RemovePotato(potato.id));
                }
            });
        });
    });
    rule(ui, tokens);
    judged
}

/// Who threw it, when there are several of them; a click goes on to the next, and to nobody.
fn thrower(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, potato: &HotPotato) {
    let work = cx.work;
    let people: Vec<_> = work.people_of(&scene.session.counterparts).collect();
    if people.len() < 2 {
        return;
    }
    let at = people.iter().position(|person| Some(person.id) == potato.person);
    let name = at.and_then(|at| people.get(at)).copied().map(|person| cx.messages.name_of(person));
    let label = name.unwrap_or_else(|| cx.t("potato-thrown-by").to_owned());
    let tip = cx.tr("potato-thrower-tip", &[("name", (&label).into())]);
    let button = ActionButton::quiet(&label).small().icon("user").show(ui, cx.tokens);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &tip));
    if button.on_hover_text(&tip).clicked() {
        let next = people.get(at.map_or(0, |at| at + 1)).map(|person| person.id);
        edit(cx, scene, potato, PotatoEdit::Person(next));
    }
}

/// Goes on to the next kind: what was caught in a hurry may be about something else.
fn kind(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, potato: &HotPotato) {
    if !potato.is_untested() {
        return;
    }
    let button = ActionButton::icon_only("swap", cx.t("potato-next-kind"));
    if button.colour(cx.tokens.text_3).show(ui, cx.tokens).clicked() {
        let next = summon::next_of(&PotatoKind::ALL, potato.kind);
        edit(cx, scene, potato, PotatoEdit::Kind(next));
    }
}

/// Whose problem it is, and what we do about it.
fn decision(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, potato: &HotPotato) {
    let tokens = cx.tokens;
    ui.horizontal_wrapped(|ui| {
        ui.label(text::label(cx.t("potato-whose"), tokens));
        let options = Whose::ALL.map(|whose| (whose, cx.messages.word("whose", whose.id())));
        let chosen = segmented(ui, tokens, cx.t("potato-whose"), potato.whose, &options);
        if let Some(whose) = chosen {
            edit(cx, scene, potato, PotatoEdit::Whose(Some(whose)));
        }
    });
    let field = Field::new(cx.t("potato-answer")).hint(cx.t("potato-answer-hint"));
    if let Some(answer) = field.edit(ui, tokens, &potato.answer) {
        edit(cx, scene, potato, PotatoEdit::Answer(answer));
    }
}

fn edit(cx: &mut Cx<'_>, scene: &Scene<'_>, potato: &HotPotato, edit: PotatoEdit) {
    cx.edit_session(scene.session.id, SessionEdit::Potato(potato.id, edit));
}

fn questions(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    potato: &HotPotato,
    content: &PotatoContent,
) {
    let tokens = cx.tokens;
    ui.label(text::label(cx.t("potato-ask"), tokens));
    // They answer the question that was asked last; what to listen for stands below that one.
    let current = potato.asked.iter().rposition(|asked| *asked).unwrap_or(0);
    let all = potato.next_question().is_none();
    let language = cx.messages.language();
    for (index, (question, asked)) in content.tests.iter().zip(potato.asked).enumerate() {
        let ask = question.ask.get(language);
        let label = text::value(ask, tokens);
        if tick(ui, tokens, asked, ask, label).clicked() {
            edit(cx, scene, potato, PotatoEdit::Asked(index, !asked));
        }
        if all || index == current {
            ui.horizontal_top(|ui| {
                ui.add_space(26.0);
                ui.add(icons::sized("ear", 13.0).tint(tokens.text_3).alt_text(""));
                let listen = text::caption(question.listen_for.get(language), tokens);
                ui.add(egui::Label::new(listen).wrap());
            });
        }
    }
}

fn results(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, potato: &HotPotato) -> bool {
    let tokens = cx.tokens;
    let mut judged = false;
    ui.label(text::label(cx.t("potato-result"), tokens));
    ui.horizontal_wrapped(|ui| {
        for verdict in PotatoVerdict::RESULTS {
            let label = cx.messages.word("potato-verdict", verdict.id());
            if ActionButton::secondary(label).show(ui, tokens).clicked() {
                edit(cx, scene, potato, PotatoEdit::Verdict(verdict));
                judged = true;
            }
        }
    });
    ui.label(text::caption(cx.t("potato-no-concession"), tokens));
    judged
}

fn options(ui: &mut Ui, cx: &Cx<'_>, potato: &HotPotato, content: &PotatoContent) {
    let tokens = cx.tokens;
    let language = cx.messages.language();
    let heading = match potato.verdict {
        PotatoVerdict::Real => "potato-when-real",
        PotatoVerdict::Bluff => "potato-when-bluff",
        PotatoVerdict::Unknown | PotatoVerdict::Untested => "potato-when-unknown",
    };
    ui.label(text::label(cx.t(heading), tokens));
    let lines: Vec<&str> = match potato.verdict {
        PotatoVerdict::Real => content.if_real.iter().map(|text| text.get(language)).collect(),
        PotatoVerdict::Bluff => content.if_bluff.iter().map(|text| text.get(language)).collect(),
        PotatoVerdict::Unknown | PotatoVerdict::Untested => vec![content.if_unknown.get(language)],
    };
    text::sign_list(ui, tokens, "arrow-right", tokens.ok, lines);
    if potato.verdict == PotatoVerdict::Real {
        let whose = text::caption(content.whose.get(language), tokens);
        ui.add(egui::Label::new(whose).wrap());
    }
}
