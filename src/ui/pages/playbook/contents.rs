//! The list of contents with its search.

use egui::{ScrollArea, Sense, Ui, Vec2};

use super::{deck, go_to, search};
use crate::app::route::PlaybookEntry;
use crate::content::catalog::Catalog;
use crate::domain::phase::Phase;
use crate::domain::quadrant::Quadrant;
use crate::domain::tactic::Mark;
use crate::i18n::{Arg, Messages};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

const ROW_HEIGHT: f32 = 32.0;
const HIT_HEIGHT: f32 = 56.0;
/// More hits than this are counted and not listed.
const MOST_HITS: usize = 60;

/// The name of an entry.
pub(super) fn title(catalog: &Catalog, messages: &Messages, entry: &PlaybookEntry) -> String {
    let language = messages.language();
    match entry {
        PlaybookEntry::Index => messages.text("playbook-index").to_owned(),
        PlaybookEntry::Quadrant(quadrant) => {
            format!("{quadrant} {}", catalog.quadrant(*quadrant).name.get(language))
        }
        PlaybookEntry::Relations => messages.text("playbook-relations").to_owned(),
        PlaybookEntry::Pair(me, them) => {
            let name = |quadrant| catalog.quadrant(quadrant).name.get(language);
            let args = [
                ("me", Arg::from(me.letter())),
                ("my-name", Arg::from(name(*me))),
                ("them", Arg::from(them.letter())),
                ("their-name", Arg::from(name(*them))),
            ];
            messages.with("playbook-pair", &args)
        }
        PlaybookEntry::Walk => messages.text("playbook-walk").to_owned(),
        PlaybookEntry::Phase(phase) => catalog.phase(*phase).name.get(language).to_owned(),
        PlaybookEntry::Tactic(id) => match catalog.tactic(id) {
            Some(tactic) => tactic.name.get(language).to_owned(),
            None => messages.text("playbook-gone").to_owned(),
        },
        PlaybookEntry::Potatoes => messages.text("playbook-potatoes").to_owned(),
    }
}

/// The name of an entry, also of a card of mine.
pub(super) fn name(cx: &Cx<'_>, entry: &PlaybookEntry) -> String {
    let own = match entry {
        PlaybookEntry::Tactic(id) => cx.work.library().deck.own(id),
        _ => None,
    };
    match own {
        Some(card) if card.name.trim().is_empty() => cx.t("own-unnamed").to_owned(),
        Some(card) => card.name.clone(),
        None => title(cx.catalog, cx.messages, entry),
    }
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, current: &PlaybookEntry) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        let has_filter = !cx.drafts.playbook_filter.is_empty();
        let width = ui.available_width() - if has_filter { 36.0 } else { 0.0 };
        let field = Field::new(cx.messages.text("playbook-search"));
        let field = field.hint(cx.messages.text("playbook-search-hint")).hide_label().width(width);
        field.show(ui, tokens, &mut cx.drafts.playbook_filter);
        if has_filter {
            let clear = ActionButton::icon_only("cross", cx.messages.text("playbook-clear"));
            if clear.colour(tokens.text_3).show(ui, tokens).clicked() {
                cx.drafts.playbook_filter.clear();
            }
        }
    });
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    if cx.drafts.playbook_filter.trim().is_empty() {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| all(ui, cx, current));
    } else {
        hits(ui, cx, current);
    }
}

fn hits(ui: &mut Ui, cx: &mut Cx<'_>, current: &PlaybookEntry) {
    let tokens = cx.tokens;
    let hits = search::search(cx.catalog, cx.messages, cx.drafts.playbook_filter.trim());
    let counted = if hits.len() > MOST_HITS {
        let args = [("shown", MOST_HITS.into()), ("count", hits.len().into())];
        cx.tr("playbook-hits-more", &args)
    } else {
        cx.tr("playbook-hits", &[("count", hits.len().into())])
    };
    ui.add(egui::Label::new(text::caption(counted, tokens)).wrap());
    ui.add_space(6.0);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for hit in hits.iter().take(MOST_HITS) {
            let salt = ("hit", format!("{:?}", hit.entry));
            let spoken = format!("{}: {}", hit.title, hit.snippet);
            let selected = hit.entry == *current;
            let response = row(ui, tokens, salt, HIT_HEIGHT, selected, &spoken, |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add_space(5.0);
                    text::one_line(ui, text::strong(&hit.title, tokens));
                    text::one_line(ui, text::caption(&hit.snippet, tokens));
                });
            });
            if response.on_hover_text(&hit.snippet).clicked() {
                cx.go(go_to(hit.entry.clone()));
            }
        }
    });
}

fn all(ui: &mut Ui, cx: &mut Cx<'_>, current: &PlaybookEntry) {
    entry(ui, cx, PlaybookEntry::Index, current, |_, _| {});
    group(ui, cx, cx.t("playbook-quadrants"));
    for quadrant in Quadrant::ALL {
        quadrant_entry(ui, cx, quadrant, current);
    }
    group(ui, cx, cx.t("playbook-basics"));
    for item in [PlaybookEntry::Relations, PlaybookEntry::Walk, PlaybookEntry::Potatoes] {
        entry(ui, cx, item, current, |_, _| {});
    }
    group(ui, cx, cx.t("playbook-phases"));
    for phase in Phase::ALL {
        entry(ui, cx, PlaybookEntry::Phase(phase), current, |_, _| {});
    }
    deck::groups(ui, cx, group, |ui, cx, item| entry(ui, cx, item, current, |_, _| {}));
    let catalog = cx.catalog;
    let statistics = deck::statistics(cx);
    for phase in Phase::ALL {
        if catalog.tactics_of(phase).next().is_none() {
            continue;
        }
        let title = cx
            .tr("playbook-tactics-of", &[("phase", cx.messages.word("phase", phase.id()).into())]);
        group(ui, cx, &title);
        for tactic in catalog.tactics_of(phase) {
            let item = PlaybookEntry::Tactic(tactic.id.clone());
            let counts = deck::counts(cx, statistics.as_deref(), &tactic.id);
            counted_entry(ui, cx, item, current, &counts, |ui, tokens| {
                dot(ui, tokens, tactic.mark);
            });
        }
    }
    ui.add_space(12.0);
}

fn group(ui: &mut Ui, cx: &Cx<'_>, name: &str) {
    ui.add_space(14.0);
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        text::one_line(ui, text::label(name, cx.tokens).color(cx.tokens.text_3));
    });
    ui.add_space(4.0);
}

fn quadrant_entry(ui: &mut Ui, cx: &mut Cx<'_>, quadrant: Quadrant, current: &PlaybookEntry) {
    let tokens = cx.tokens;
    let item = PlaybookEntry::Quadrant(quadrant);
    let name = cx.quadrant_name(quadrant);
    let spoken = title(cx.catalog, cx.messages, &item);
    let selected = item == *current;
    let response = row(ui, tokens, ("quadrant", quadrant), ROW_HEIGHT, selected, &spoken, |ui| {
        quadrant_tag(ui, tokens, quadrant);
        text::one_line(ui, text::value(name, tokens));
    });
    if response.clicked() {
        cx.go(go_to(item));
    }
}

fn entry(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    item: PlaybookEntry,
    current: &PlaybookEntry,
    sign: impl FnOnce(&mut Ui, &Tokens),
) {
    counted_entry(ui, cx, item, current, "", sign);
}

/// An entry with a word about how often it was met.
fn counted_entry(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    item: PlaybookEntry,
    current: &PlaybookEntry,
    counts: &str,
    sign: impl FnOnce(&mut Ui, &Tokens),
) {
    let tokens = cx.tokens;
    let name = name(cx, &item);
    // The pairs are reached from the relations.
    let is_pair = matches!(current, PlaybookEntry::Pair(..));
    let selected = item == *current || (is_pair && item == PlaybookEntry::Relations);
    let salt = ("entry", format!("{item:?}"));
    let response = row(ui, tokens, salt, ROW_HEIGHT, selected, &name, |ui| {
        sign(ui, tokens);
        text::one_line(ui, text::value(&name, tokens));
        if !counts.is_empty() {
            text::one_line(ui, text::caption(counts, tokens));
        }
    });
    if response.clicked() {
        cx.go(go_to(item));
    }
}

/// A fair card has a filled dot, a hard one a ring, an unethical one a cross: form and colour.
fn dot(ui: &mut Ui, tokens: &Tokens, mark: Mark) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(10.0), Sense::hover());
    let centre = rect.center();
    match mark {
        Mark::Fair => {
            ui.painter().circle_filled(centre, 4.0, tokens.ok);
        }
        Mark::Hard => {
            ui.painter().circle_stroke(centre, 3.5, egui::Stroke::new(1.5, tokens.text_3));
        }
        Mark::Unethical => {
            let stroke = egui::Stroke::new(1.5, tokens.warn);
            let cross = rect.shrink(1.5);
            ui.painter().line_segment([cross.left_top(), cross.right_bottom()], stroke);
            ui.painter().line_segment([cross.left_bottom(), cross.right_top()], stroke);
        }
    }
}
