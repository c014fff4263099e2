//! Training a card at once: what they say, one's own answer aloud, then the answer of the card.

use egui::{Context, Key, ScrollArea};

use super::frame::{self, Window};
use crate::app::modal::Drill;
use crate::app::state::AppState;
use crate::i18n::Arg;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::{card, text};

const WIDTH: f32 = 560.0;

/// One line to be answered.
struct Prompt {
    name: String,
    /// What they say.
    says: String,
    answer: String,
    /// Why, or how to go on.
    more: Vec<String>,
}

/// Shows the drill and returns whether it is over.
pub(super) fn show(
    ctx: &Context,
    state: &AppState,
    tokens: &Tokens,
    drill: &mut Drill,
    opened: bool,
) -> bool {
    let messages = &state.messages;
    let prompts = prompts(state, &drill.cards);
    let title = messages.text("drill-title");
    let window = Window { name: "drill", title, width: WIDTH, bare: false };
    let mut over = false;
    let closed = frame::show(ctx, tokens, messages, &window, |ui| {
        let Some(prompt) = prompts.get(drill.at) else {
            let args = [("had", Arg::from(drill.had)), ("all", Arg::from(prompts.len()))];
            ui.label(text::heading(messages.with("drill-done", &args), tokens));
            ui.add(egui::Label::new(text::body(messages.text("drill-done-tip"), tokens)).wrap());
            frame::foot(ui, |ui| {
                let again = ActionButton::secondary(messages.text("drill-again"));
                if again.show(ui, tokens).clicked() {
                    *drill = Drill::of(drill.cards.clone());
                }
                let close = ActionButton::primary(messages.text("close")).show(ui, tokens);
                over = close.clicked();
            });
            return;
        };
        let args = [("number", Arg::from(drill.at + 1)), ("all", Arg::from(prompts.len()))];
        ui.label(text::caption(messages.with("drill-progress", &args), tokens));
        let room = frame::room_below(ui.ctx()) - 130.0;
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            card::inset(ui, tokens.sunken, tokens.border, |ui| {
                ui.label(text::caption(messages.text("drill-they-say"), tokens));
                ui.add(egui::Label::new(text::heading(prompt.says.as_str(), tokens)).wrap());
            });
            if !drill.open {
                ui.add(egui::Label::new(text::body(messages.text("drill-aloud"), tokens)).wrap());
                return;
            }
            ui.label(text::caption(prompt.name.as_str(), tokens));
            ui.add(egui::Label::new(text::heading(prompt.answer.as_str(), tokens)).wrap());
            let lines = prompt.more.iter().map(String::as_str);
            text::sign_list(ui, tokens, "chevron-right", tokens.text_3, lines);
        });
        frame::foot(ui, |ui| {
            if !drill.open {
                let reveal = ActionButton::primary(messages.text("drill-reveal"));
                let reveal = reveal.show(ui, tokens);
                if opened {
                    reveal.request_focus();
                }
                drill.open = reveal.clicked();
                return;
            }
            let had = ActionButton::primary(messages.text("drill-had")).show(ui, tokens);
            let not = ActionButton::secondary(messages.text("drill-not")).show(ui, tokens);
            let key = |key| ui.input(|input| input.key_pressed(key));
            let (yes, no) = (had.clicked() || key(Key::Num1), not.clicked() || key(Key::Num2));
            if yes || no {
                drill.next(yes);
            }
        });
    });
    closed || over
}

/// Every line that they say on these cards, card by card in turn, so that the same card does not
/// come twice in a row.
fn prompts(state: &AppState, cards: &[String]) -> Vec<Prompt> {
    let language = state.messages.language();
    let deck = state.library.as_ref().map(|library| &library.work.library().deck);
    let mut piles: Vec<Vec<Prompt>> = Vec::new();
    for id in cards {
        if let Some(card) = state.catalog.tactic(id) {
            let prompt = |says: &crate::content::text::Text| Prompt {
                name: card.name.get(language).to_owned(),
                says: says.get(language).to_owned(),
                answer: card.counter_line.get(language).to_owned(),
                more: card.counter.iter().map(|line| line.get(language).to_owned()).collect(),
            };
            piles.push(card.their_words.iter().map(prompt).collect());
        } else if let Some(card) = deck.and_then(|deck| deck.own(id)) {
            let cues = card.cues.lines().filter(|line| !line.trim().is_empty());
            let prompt = |says: &str| Prompt {
                name: card.name.clone(),
                says: says.to_owned(),
                answer: card.counter.clone(),
                more: card.how.lines().map(str::to_owned).collect(),
            };
            piles.push(cues.map(prompt).collect());
        }
    }
    let longest = piles.iter().map(Vec::len).max().unwrap_or_default();
    let mut piles: Vec<_> = piles.into_iter().map(Vec::into_iter).collect();
    (0..longest)
        .flat_map(|_| piles.iter_mut().filter_map(Iterator::next).collect::<Vec<_>>())
        .collect()
}
