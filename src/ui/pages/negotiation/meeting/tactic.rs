//! The tactic cards of a phase: recognise it, answer it with one line, note it.

use egui::{Align, Layout, Rect, Ui, Vec2, pos2};

use super::{Scene, quick};
use crate::app::route::Route;
use crate::content::tactics::TacticContent;
use crate::domain::phase::Phase;
use crate::domain::session::{LogEntry, LogKind};
use crate::domain::tactic::{Mark, OwnCard};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::inset;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

/// A card of the deck, or one of mine.
#[derive(Clone, Copy)]
enum Shown<'a> {
    Bundled(&'a TacticContent),
    Own(&'a OwnCard),
}

impl Shown<'_> {
    fn mark(self) -> Mark {
        match self {
            Self::Bundled(card) => card.mark,
            Self::Own(card) => card.mark,
        }
    }
}

/// Shows the cards of a phase, or those of all phases that are called as `search` says.
pub fn list(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    phase: Phase,
    search: &str,
    open: &mut Option<String>,
) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let ids =
        if search.trim().is_empty() { of_phase(cx, phase) } else { quick::called(cx, search) };
    if ids.is_empty() {
        ui.label(text::body(cx.t("tactic-none-called"), cx.tokens));
    }
    let (catalog, work) = (cx.catalog, cx.work);
    for id in ids {
        let own = || work.library().deck.own(&id).map(Shown::Own);
        let Some(card) = catalog.tactic(&id).map(Shown::Bundled).or_else(own) else { continue };
        ui.push_id(&id, |ui| {
            let is_open = open.as_ref() == Some(&id);
            let fresh = ui.make_persistent_id("fresh");
            let top = ui.cursor().top();
            if summary_row(ui, cx, scene, &id, card, is_open) {
                *open = (!is_open).then(|| id.clone());
                ui.data_mut(|data| data.insert_temp(fresh, !is_open));
            }
            if is_open {
                ui.spacing_mut().item_spacing.y = 6.0;
                match card {
                    Shown::Bundled(card) => opened(ui, cx, scene, card),
                    Shown::Own(card) => opened_own(ui, cx, card),
                }
                buttons(ui, cx, scene, &id, card);
                if ui.data_mut(|data| data.remove_temp(fresh)) == Some(true) {
                    let bottom = ui.min_rect().right_bottom();
                    let place = Rect::from_min_max(pos2(ui.min_rect().left(), top), bottom);
                    ui.scroll_to_rect(place, Some(Align::Min));
                }
            }
        });
    }
}

/// Favourites first, then my own cards, then the deck.
fn of_phase(cx: &Cx<'_>, phase: Phase) -> Vec<String> {
    let deck = &cx.work.library().deck;
    let mine = deck.cards.iter().filter(|card| card.phase == phase).map(OwnCard::card_id);
    let bundled = cx.catalog.tactics_of(phase).map(|card| card.id.clone());
    let mut ids: Vec<String> = mine.chain(bundled).collect();
    ids.sort_by_key(|id| !deck.favourites.contains(id));
    ids
}

fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::Fair => Tone::Ok,
        Mark::Hard => Tone::Neutral,
        Mark::Unethical => Tone::Warn,
    }
}

fn summary_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    id: &str,
    card: Shown<'_>,
    open: bool,
) -> bool {
    let tokens = cx.tokens;
    let language = cx.messages.language();
    let (name, summary) = match card {
        Shown::Bundled(card) => (card.name.get(language), card.summary.get(language)),
        Shown::Own(card) => (card.name.as_str(), card.counter.as_str()),
    };
    let counts = [(LogKind::TacticSeen, "tactic-seen"), (LogKind::TacticUsed, "tactic-used")]
        .map(|(kind, message)| (count(scene, id, kind), message));
    let favourite = cx.work.library().deck.favourites.contains(id);
    row(ui, tokens, "tactic", 52.0, open, name, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let first = Vec2::new(ui.available_width(), 24.0);
            ui.allocate_ui_with_layout(first, Layout::right_to_left(Align::Center), |ui| {
                let mark = card.mark();
                chip(ui, tokens, tone(mark), cx.messages.word("mark", mark.id()));
                for (count, message) in counts.into_iter().filter(|(count, _)| *count > 0) {
                    let told = cx.tr(message, &[("count", Arg::from(count))]);
                    chip(ui, tokens, Tone::Accent, &told);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if favourite {
                        let star = icons::sized("star", 13.0).tint(tokens.accent);
                        ui.add(star.alt_text(cx.t("tactic-favourite")));
                    }
                    text::one_line(ui, text::strong(name, tokens));
                });
            });
            text::one_line(ui, text::caption(summary, tokens)).on_hover_text(summary);
        });
    })
    .clicked()
}

/// How often the card was noted in this meeting.
fn count(scene: &Scene<'_>, id: &str, kind: LogKind) -> usize {
    let of_card = |entry: &&LogEntry| {
        entry.meeting == scene.meeting.id
            && entry.kind == kind
            && entry.tactic.as_deref() == Some(id)
    };
    scene.session.log.iter().filter(of_card).count()
}

fn opened(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, card: &TacticContent) {
    let tokens = cx.tokens;
    let language = cx.messages.language();
    inset(ui, tokens.accent_soft, tokens.accent_line, |ui| {
        ui.label(text::label(cx.t("meeting-tactic-say"), tokens));
        let line = egui::Label::new(text::heading(card.counter_line.get(language), tokens)).wrap();
        ui.add(line);
        if let Some(quadrant) = scene.leading(cx) {
            ui.horizontal_top(|ui| {
                quadrant_tag(ui, tokens, quadrant);
                let say = text::value(card.say[quadrant].get(language), tokens);
                ui.add(egui::Label::new(say).wrap());
            });
        }
    });
    ui.label(text::label(cx.t("meeting-tactic-cues"), tokens));
    let cues = card.recognise.iter().map(|cue| cue.get(language));
    text::sign_list(ui, tokens, "search", tokens.text_3, cues);
}

/// A card of mine says what I wrote.
fn opened_own(ui: &mut Ui, cx: &Cx<'_>, card: &OwnCard) {
    let tokens = cx.tokens;
    if !card.counter.trim().is_empty() {
        inset(ui, tokens.accent_soft, tokens.accent_line, |ui| {
            ui.label(text::label(cx.t("meeting-tactic-say"), tokens));
            ui.add(egui::Label::new(text::heading(&card.counter, tokens)).wrap());
        });
    }
    let cues = card.cues.lines().map(str::trim).filter(|line| !line.is_empty());
    text::sign_list(ui, tokens, "search", tokens.text_3, cues);
    if !card.how.trim().is_empty() {
        ui.add(egui::Label::new(text::body(&card.how, tokens)).wrap());
    }
}

fn buttons(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, id: &str, card: Shown<'_>) {
    let tokens = cx.tokens;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        let they = ActionButton::secondary(cx.t("tactic-they")).small().enabled(!cx.read_only);
        if they.show(ui, tokens).clicked() {
            note(cx, scene, id, LogKind::TacticSeen);
        }
        // An unethical one is known so that it can be countered; it is never offered for use.
        if card.mark() != Mark::Unethical {
            let mine = ActionButton::secondary(cx.t("tactic-mine")).small().enabled(!cx.read_only);
            if mine.show(ui, tokens).clicked() {
                note(cx, scene, id, LogKind::TacticUsed);
            }
        }
        if ActionButton::quiet(cx.t("tactic-open")).small().show(ui, tokens).clicked() {
            cx.go(Route::tactic(id));
        }
    });
    ui.add_space(4.0);
}

fn note(cx: &mut Cx<'_>, scene: &Scene<'_>, id: &str, kind: LogKind) {
    let several = scene.session.counterparts.len() > 1 && kind == LogKind::TacticSeen;
    let person = scene.person.filter(|_| several).map(|person| person.id);
    let card = Some(id.to_owned());
    quick::add(cx, scene.session, scene.meeting, kind, String::new(), card, person);
}
