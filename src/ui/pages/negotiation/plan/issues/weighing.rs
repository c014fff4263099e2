//! Weights by comparing issues two at a time: easier to answer than a number out of nothing.

use egui::{Id, Key, Layout, Ui};

use crate::app::edit::SessionEdit;
use crate::app::plan_draft::Doubt;
use crate::domain::issue::Topic;
use crate::domain::ledger::Side;
use crate::domain::session::Session;
use crate::domain::weighing::Preference;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::people_menu::shortened;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::inset;
use crate::ui::widgets::chip::bar;
use crate::ui::widgets::text;

const KEYS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
const BAR: f32 = 160.0;

/// The first answer takes the focus, so that a field that had it does not take the digits.
pub(super) fn begin(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(beginning(), true));
}

fn beginning() -> Id {
    Id::unique("weighing-begins")
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    let Some(draft) = cx.drafts.plans.get(&session.id) else { return };
    let Some(side) = draft.weighing else { return };
    let pairs = draft.pairs(side);
    let topics: Vec<Topic> = session.plan.topics().collect();
    let next = pairs.open(&topics).first().copied().filter(|_| !pairs.enough);
    inset(ui, tokens.accent_soft, tokens.accent_line, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        match next {
            Some(pair) => question(ui, cx, session, side, pair, &topics),
            None => result(ui, cx, session, side, &topics),
        }
    });
    ui.add_space(10.0);
}

fn name(cx: &Cx<'_>, session: &Session, topic: Topic) -> String {
    let issue = session.plan.as_issue(topic, &session.currency);
    issue.map_or_else(String::new, |issue| shortened(cx.messages.topic_name(topic, &issue)))
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, side: Side, caption: &str) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.label(text::label(cx.messages.word("weigh-title", side.id()), tokens));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let close = ActionButton::icon_only("cross", cx.t("weigh-leave"));
            if close.colour(tokens.text_3).show(ui, tokens).clicked() {
                leave(cx, session);
            }
            text::one_line(ui, text::caption(caption, tokens));
        });
    });
}

fn leave(cx: &mut Cx<'_>, session: &Session) {
    cx.drafts.plans.entry(session.id).or_default().weighing = None;
}

fn question(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    side: Side,
    (first, second): (Topic, Topic),
    topics: &[Topic],
) {
    let tokens = cx.tokens;
    let draft = cx.drafts.plans.entry(session.id).or_default();
    let pairs = draft.pairs(side);
    let (answered, connected) = (pairs.answered(topics), pairs.connects(topics));
    let all = answered + pairs.open(topics).len();
    let progress =
        cx.tr("weigh-progress", &[("number", (answered + 1).into()), ("all", all.into())]);
    head(ui, cx, session, side, &progress);
    let names = [name(cx, session, first), name(cx, session, second)];
    let args = [("first", Arg::from(&names[0])), ("second", Arg::from(&names[1]))];
    let asked = cx.tr(&format!("weigh-question-{}", side.id()), &args);
    let asked = ui.add(egui::Label::new(text::heading(asked, tokens)).wrap());
    let mut chosen = None;
    // Digits belong to the field while something is typed, and to nobody while the question is out
    // of sight.
    let free = !ui.ctx().text_edit_focused()
        && ui.is_rect_visible(asked.rect)
        && ui.input(|input| input.modifiers.is_none())
        && ui.memory(|memory| memory.top_modal_layer().is_none())
        && !egui::Popup::is_any_open(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        for ((preference, key), number) in Preference::ALL.into_iter().zip(KEYS).zip(1_u8..) {
            let words = cx.tr(&format!("weigh-answer-{}", preference.id()), &args);
            let label =
                cx.tr("weigh-answer", &[("number", number.into()), ("words", Arg::from(words))]);
            let button = ActionButton::secondary(&label).small().show(ui, tokens);
            if ui.data_mut(|data| data.remove_temp::<bool>(beginning())).is_some() {
                button.request_focus();
                button.scroll_to_me(None);
            }
            let clicked = button.clicked();
            let modifiers = egui::Modifiers::NONE;
            if clicked || (free && ui.input_mut(|input| input.consume_key(modifiers, key))) {
                chosen = Some(preference);
            }
        }
    });
    ui.horizontal(|ui| {
        let back = ActionButton::quiet(cx.t("weigh-back")).small().enabled(answered > 0);
        let back = back.show(ui, tokens).clicked();
        let enough = ActionButton::quiet(cx.t("weigh-enough")).small().enabled(connected);
        let enough = enough.tooltip(cx.t("weigh-enough-tip")).show(ui, tokens).clicked();
        ui.label(text::caption(cx.t("weigh-keys"), tokens));
        let pairs = cx.drafts.plans.entry(session.id).or_default().pairs_mut(side);
        if back {
            pairs.answers.pop();
        }
        pairs.enough |= enough;
        if let Some(preference) = chosen {
            pairs.answers.push((first, second, preference));
        }
    });
}

/// Says which answers do not fit, each to be answered again.
fn contradiction(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, side: Side, doubt: &Doubt) {
    let tokens = cx.tokens;
    let named = |cx: &Cx<'_>, pair: &(Topic, Topic), key: &str| {
        let (first, second) = (name(cx, session, pair.0), name(cx, session, pair.1));
        cx.tr(key, &[("first", Arg::from(first)), ("second", Arg::from(second))])
    };
    let (told, pairs) = match doubt {
        Doubt::Odd(pair) => {
            let again = cx.t("weigh-odd-again").to_owned();
            (named(cx, pair, "weigh-odd"), vec![(*pair, again)])
        }
        Doubt::Circle(pairs) => {
            let again = |pair: &(Topic, Topic)| (*pair, named(cx, pair, "weigh-circle-again"));
            (cx.t("weigh-circle").to_owned(), pairs.iter().map(again).collect())
        }
    };
    ui.horizontal_wrapped(|ui| {
        ui.label(text::value(told, tokens).color(tokens.warn));
        for (pair, again) in pairs {
            if ActionButton::secondary(&again).small().show(ui, tokens).clicked() {
                let draft = cx.drafts.plans.entry(session.id).or_default();
                draft.pairs_mut(side).take_back(pair);
            }
        }
    });
}

/// The weights that fit the answers beside those of now, to be taken over in one edit.
fn result(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, side: Side, topics: &[Topic]) {
    let tokens = cx.tokens;
    let draft = cx.drafts.plans.entry(session.id).or_default();
    let (weighed, doubt) = draft.pairs(side).weights(topics);
    let left = draft.pairs(side).open(topics).len();
    let caption = if left > 0 {
        cx.tr("weigh-left", &[("count", left.into())])
    } else {
        cx.t("weigh-all").to_owned()
    };
    head(ui, cx, session, side, &caption);
    let colour = if side == Side::Us { tokens.accent } else { tokens.warn };
    for (topic, weight) in topics.iter().zip(&weighed.weights) {
        let name = name(cx, session, *topic);
        let before = session.plan.as_issue(*topic, &session.currency);
        let before = before.and_then(|issue| super::stakes::of(&issue, side).weight);
        ui.horizontal(|ui| {
            bar(ui, tokens, BAR, f64::from(*weight) / 100.0, colour);
            let line =
                cx.tr("weigh-weight", &[("name", Arg::from(name)), ("weight", (*weight).into())]);
            ui.label(text::value(line, tokens));
            if let Some(before) = before.filter(|before| before != weight) {
                let was = cx.tr("weigh-was", &[("weight", before.into())]);
                ui.label(text::caption(was, tokens));
            }
        });
    }
    if let Some(doubt) = doubt {
        contradiction(ui, cx, session, side, &doubt);
    }
    ui.horizontal(|ui| {
        let take = ActionButton::primary(cx.t("weigh-take")).small().enabled(!cx.read_only);
        if take.show(ui, tokens).clicked() {
            let weights = topics.iter().copied().zip(weighed.weights.iter().copied().map(Some));
            cx.edit_session(session.id, SessionEdit::Weights(side, weights.collect()));
            leave(cx, session);
        }
        let pairs = cx.drafts.plans.entry(session.id).or_default().pairs_mut(side);
        if left > 0
            && ActionButton::secondary(cx.messages.text("weigh-go-on"))
                .small()
                .show(ui, tokens)
                .clicked()
        {
            pairs.enough = false;
        }
        if ActionButton::quiet(cx.messages.text("weigh-again")).small().show(ui, tokens).clicked() {
            *pairs = crate::app::plan_draft::Pairs::default();
        }
    });
}
