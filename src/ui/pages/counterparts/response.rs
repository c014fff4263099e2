//! How to respond to the likeliest quadrant; how to find out while it is not known.

use egui::{Id, Rect, Ui};

use super::subject::Subject;
use crate::app::route::{PlaybookEntry, Route};
use crate::content::quadrants::QuadrantContent;
use crate::content::text::Text;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::charts::kite::word;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

/// Questions whose answers tell the quadrants apart.
const QUESTIONS: [&str; 4] =
    ["find-out-compare", "find-out-last-time", "find-out-people", "find-out-future"];

/// What the card shows of the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    DoAndAvoid,
    Steps,
    Sentences,
    Irritates,
}

impl Tab {
    const ALL: [Self; 4] = [Self::DoAndAvoid, Self::Steps, Self::Sentences, Self::Irritates];

    fn message(self) -> &'static str {
        match self {
            Self::DoAndAvoid => "respond-tab-do",
            Self::Steps => "respond-tab-steps",
            Self::Sentences => "respond-tab-sentences",
            Self::Irritates => "respond-tab-irritates",
        }
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, rect: Rect) {
    let tokens = cx.tokens;
    let Some(quadrant) = subject.lead() else {
        Card::new(cx.t("find-out-title")).show(ui, tokens, rect, |ui| find_out(ui, cx));
        return;
    };
    let caption =
        cx.tr("respond-hypothesis", &[("word", Arg::from(word(subject.advice, cx.messages)))]);
    let mut guide = false;
    Card::new(cx.t("respond-title")).caption(caption).show_with_actions(
        ui,
        tokens,
        rect,
        |ui| guide = ActionButton::quiet(cx.t("respond-guide")).small().show(ui, tokens).clicked(),
        |ui| advice(ui, cx, cx.catalog.quadrant(quadrant)),
    );
    if guide {
        cx.go(Route::Playbook { entry: PlaybookEntry::Quadrant(quadrant) });
    }
}

fn advice(ui: &mut Ui, cx: &Cx<'_>, content: &QuadrantContent) {
    let tokens = cx.tokens;
    let key = Id::unique("response-tab");
    let options = Tab::ALL.map(|tab| (tab, cx.messages.text(tab.message())));
    let current = ui.data(|data| data.get_temp::<Tab>(key)).unwrap_or(Tab::DoAndAvoid);
    if let Some(chosen) = segmented(ui, tokens, cx.t("respond-title"), Some(current), &options) {
        ui.data_mut(|data| data.insert_temp(key, chosen));
    }
    match current {
        Tab::DoAndAvoid => do_and_avoid(ui, cx, content),
        Tab::Steps => paragraphs(
            ui,
            cx,
            &[
                ("respond-open", &content.open),
                ("respond-argue", &content.argue),
                ("respond-concede", &content.concede),
                ("respond-close", &content.close),
            ],
        ),
        Tab::Sentences => {
            text::sign_list(ui, tokens, "quote", tokens.accent, lines(cx, &content.sentences));
        }
        Tab::Irritates => {
            text::sign_list(ui, tokens, "warning", tokens.warn, lines(cx, &content.irritates));
            paragraphs(ui, cx, &[("respond-pressure", &content.under_pressure)]);
        }
    }
}

fn lines<'t>(cx: &Cx<'_>, texts: &'t [Text]) -> impl Iterator<Item = &'t str> {
    let language = cx.messages.language();
    texts.iter().map(move |text| text.get(language))
}

fn do_and_avoid(ui: &mut Ui, cx: &Cx<'_>, content: &QuadrantContent) {
    let tokens = cx.tokens;
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            left.spacing_mut().item_spacing.y = 4.0;
            right.spacing_mut().item_spacing.y = 4.0;
            left.label(text::label(cx.t("respond-do"), tokens).color(tokens.ok));
            text::sign_list(left, tokens, "check", tokens.ok, lines(cx, &content.do_));
            right.label(text::label(cx.t("respond-avoid"), tokens).color(tokens.warn));
            text::sign_list(right, tokens, "cross", tokens.warn, lines(cx, &content.avoid));
        }
    });
}

fn paragraphs(ui: &mut Ui, cx: &Cx<'_>, items: &[(&'static str, &Text)]) {
    let tokens = cx.tokens;
    for (label, line) in items {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(text::label(cx.messages.text(label), tokens));
            ui.add(egui::Label::new(text::body(line.get(cx.messages.language()), tokens)).wrap());
        });
    }
}

fn find_out(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    ui.label(text::strong(cx.t("not-enough-evidence"), tokens));
    ui.label(text::body(cx.t("find-out-how"), tokens));
    let questions = QUESTIONS.map(|id| cx.messages.text(id));
    text::sign_list(ui, tokens, "quote", tokens.accent, questions);
    rule(ui, tokens);
    for quadrant in Quadrant::ALL {
        ui.horizontal_top(|ui| {
            quadrant_tag(ui, tokens, quadrant);
            let heard = cx.messages.word("find-out-hear", quadrant.letter());
            ui.add(egui::Label::new(text::body(heard, tokens)).wrap());
        });
    }
}
