//! What I keep of the deck: favourites, cards to train, my own cards, and how often each was met.

use std::sync::Arc;

use egui::Ui;

use super::go_to;
use crate::app::action::Action;
use crate::app::edit::{Edit, LibraryEdit};
use crate::app::modal::{Drill, Modal};
use crate::app::route::PlaybookEntry;
use crate::domain::ids::CounterpartId;
use crate::domain::statistics::{Proportion, Statistics, TacticRecord};
use crate::domain::tactic::OwnCard;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::text;

/// Most people named with whom a card was met.
const MOST_PEOPLE: usize = 5;

/// The counts of all negotiations, as far as they are known.
pub(super) fn statistics(cx: &mut Cx<'_>) -> Option<Arc<Statistics>> {
    cx.lists.statistics(cx.work, cx.wake)
}

/// "seen 3 · used 1"; nothing for a card that was never met.
pub(super) fn counts(cx: &Cx<'_>, statistics: Option<&Statistics>, card: &str) -> String {
    let Some(record) = statistics.and_then(|all| all.tactics.get(card)) else {
        return String::new();
    };
    let part = |key, count: usize| (count > 0).then(|| cx.tr(key, &[("count", Arg::from(count))]));
    let parts = [part("deck-seen", record.seen), part("deck-used", record.used)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The buttons of a card: favourite, to train, train now.
pub(super) fn tools(ui: &mut Ui, cx: &mut Cx<'_>, card: &str, can_train: bool) {
    let tokens = cx.tokens;
    let deck = &cx.work.library().deck;
    let (favourite, train) = (deck.favourites.contains(card), deck.train.contains(card));
    ui.horizontal_wrapped(|ui| {
        let label = cx.t(if favourite { "deck-favourite-off" } else { "deck-favourite-on" });
        let star = ActionButton::secondary(label).icon("star").small().selected(favourite);
        if star.enabled(!cx.read_only).show(ui, tokens).clicked() {
            cx.edit_library(LibraryEdit::Favourite(card.to_owned(), !favourite));
        }
        let label = cx.t(if train { "deck-train-off" } else { "deck-train-on" });
        let mark = ActionButton::secondary(label).icon("target").small().selected(train);
        if mark.enabled(!cx.read_only).show(ui, tokens).clicked() {
            cx.edit_library(LibraryEdit::Train(card.to_owned(), !train));
        }
        let now = ActionButton::secondary(cx.t("deck-train-now")).icon("play").small();
        if now.enabled(can_train).show(ui, tokens).clicked() {
            cx.push(Action::ShowModal(Modal::Drill(Drill::of([card.to_owned()]))));
        }
    });
}

/// How often the card was met, what came of it, and with whom.
pub(super) fn record(ui: &mut Ui, cx: &mut Cx<'_>, card: &str) {
    let tokens = cx.tokens;
    let Some(statistics) = statistics(cx) else { return };
    let Some(record) = statistics.tactics.get(card) else {
        ui.label(text::caption(cx.t("deck-never-met"), tokens));
        return;
    };
    ui.label(text::body(sentence(cx, record), tokens));
    let names: Vec<String> = met_with(ui, &statistics, card)
        .iter()
        .filter_map(|(person, times)| {
            let name = cx.messages.name_of(cx.work.person(*person)?);
            let count = Arg::from(*times);
            Some(cx.tr("deck-with-person", &[("name", name.into()), ("count", count)]))
        })
        .collect();
    if !names.is_empty() {
        let names = names.join(" · ");
        let line = cx.tr("deck-with", &[("names", names.into())]);
        ui.add(egui::Label::new(text::caption(line, tokens)).wrap());
    }
}

/// The people with whom a card was met most often, and how often.
type MetWith = Vec<(CounterpartId, usize)>;

/// Sought once for each card and state of the statistics: there may be thousands of people.
fn met_with(ui: &Ui, statistics: &Arc<Statistics>, card: &str) -> Arc<MetWith> {
    let key = egui::Id::unique("deck-met-with");
    let kept: Option<(Arc<Statistics>, String, Arc<MetWith>)> = ui.data(|data| data.get_temp(key));
    if let Some((of, about, found)) = kept
        && Arc::ptr_eq(&of, statistics)
        && about == card
    {
        return found;
    }
    let found = Arc::new(most_met(statistics, card));
    let kept = (Arc::clone(statistics), card.to_owned(), Arc::clone(&found));
    ui.data_mut(|data| data.insert_temp(key, kept));
    found
}

fn most_met(statistics: &Statistics, card: &str) -> MetWith {
    let times = |record: &TacticRecord| record.seen + record.used;
    let people = statistics.with.iter();
    let mut with: MetWith =
        people.filter_map(|(person, cards)| Some((*person, times(cards.get(card)?)))).collect();
    with.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    with.truncate(MOST_PEOPLE);
    with
}

fn sentence(cx: &Cx<'_>, record: &TacticRecord) -> String {
    let mut parts = Vec::new();
    if record.seen > 0 {
        parts.push(cx.tr("deck-seen-times", &[("count", Arg::from(record.seen))]));
    }
    if record.used > 0 {
        parts.push(cx.tr("deck-used-times", &[("count", Arg::from(record.used))]));
    }
    let of = |key, part: Proportion| {
        let args = [("hits", Arg::from(part.hits)), ("of", Arg::from(part.of))];
        (part.of > 0).then(|| cx.tr(key, &args))
    };
    parts.extend(of("deck-worked-for-me", record.worked));
    parts.extend(of("deck-worked-on-me", record.on_me));
    if record.worked.of + record.on_me.of > 0
        && !record.worked.is_enough()
        && !record.on_me.is_enough()
    {
        parts.push(cx.t("deck-too-few").to_owned());
    }
    parts.join(cx.t("deck-between"))
}

/// The groups above the phases in the list of contents: favourites, to train, my own cards.
pub(super) fn groups(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    mut group: impl FnMut(&mut Ui, &Cx<'_>, &str),
    mut entry: impl FnMut(&mut Ui, &mut Cx<'_>, PlaybookEntry),
) {
    let deck = &cx.work.library().deck;
    let known = |id: &&String| cx.card_name(id).is_some();
    let favourites: Vec<String> = deck.favourites.iter().filter(known).cloned().collect();
    let train: Vec<String> = deck.train.iter().filter(known).cloned().collect();
    let own: Vec<String> = deck.cards.iter().map(OwnCard::card_id).collect();
    for (title, cards) in [("deck-favourites", &favourites), ("deck-to-train", &train)] {
        if cards.is_empty() {
            continue;
        }
        group(ui, cx, cx.t(title));
        for id in cards {
            ui.push_id(title, |ui| entry(ui, cx, PlaybookEntry::Tactic(id.clone())));
        }
    }
    if !train.is_empty() {
        ui.add_space(4.0);
        let all = ActionButton::quiet(cx.t("deck-train-all")).icon("play").small();
        if all.show(ui, cx.tokens).clicked() {
            cx.push(Action::ShowModal(Modal::Drill(Drill::of(train))));
        }
    }
    group(ui, cx, cx.t("deck-own"));
    for id in own {
        entry(ui, cx, PlaybookEntry::Tactic(id));
    }
    ui.add_space(4.0);
    let new = ActionButton::quiet(cx.t("deck-new-card")).icon("plus").small();
    if new.enabled(!cx.read_only).show(ui, cx.tokens).clicked() {
        let card = OwnCard::new(cx.clock.new_entry());
        let entry = PlaybookEntry::Tactic(card.card_id());
        cx.push(Action::Edit(Edit::Library(LibraryEdit::SetCard(Box::new(card)))));
        cx.go(go_to(entry));
    }
}
