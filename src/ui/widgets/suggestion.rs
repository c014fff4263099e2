//! What words suggest: one line with the letter, the words that tell and how sure it is. The user
//! takes it with a click or leaves it.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, CornerRadius, FontId, Id, Rect, Response, Sense, Stroke, Ui, Vec2};

use super::button::{ActionButton, focus_ring};
use super::tag::paint_letter;
use super::text;
use crate::content::catalog::Catalog;
use crate::domain::hearing::{Heard, HeardPassage};
use crate::domain::lexicon::Lexicons;
use crate::domain::quadrant::Quadrant;
use crate::i18n::{Arg, Messages};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, radius, size, type_size};

/// More words than this are no reason but a list.
const MOST_CUES: usize = 4;
/// A longer word is cut in a reason.
const LONGEST_CUE: usize = 40;

/// Longer words, in bytes, suggest nothing by themselves: they are gone through sentence by sentence.
pub const LONGEST: usize = 2048;

/// A suggestion surer than this is called clear, one surer than the next likely.
const CLEAR: f64 = 0.75;
const LIKELY: f64 = 0.5;

/// The key of the word for how sure a suggestion is. A figure would say more than is known.
pub fn sureness(confidence: f64) -> &'static str {
    if confidence >= CLEAR {
        "heard-sure-clear"
    } else if confidence >= LIKELY {
        "heard-sure-likely"
    } else {
        "heard-sure-weak"
    }
}

/// The words of `text` that speak for `quadrant`, each once, in the order of the text.
pub fn cues(heard: &Heard, text: &str, quadrant: Quadrant) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let passages = heard.passages.iter().filter(|passage| passage.quadrant == quadrant);
    for span in passages.flat_map(|passage| &passage.cues) {
        let Some(word) = text.get(span.clone()).map(str::trim) else { continue };
        let word: String = word.chars().take(LONGEST_CUE).collect();
        let is_known = found.iter().any(|other| other.to_lowercase() == word.to_lowercase());
        if !word.is_empty() && !is_known {
            found.push(word);
        }
    }
    found.truncate(MOST_CUES);
    found
}

/// What `text` suggests, listened to once for each wording; `None` until the lexicons are read and
/// for a text that is too long. `id` names the field.
pub fn listen(
    ui: &Ui,
    lexicons: Option<&Lexicons>,
    id: Id,
    text: &str,
) -> Option<Arc<(String, Heard)>> {
    let lexicons = lexicons.filter(|_| text.len() <= LONGEST)?;
    let id = id.with("heard");
    let known: Option<Arc<(String, Heard)>> = ui.data(|data| data.get_temp(id));
    if let Some(known) = known.filter(|known| known.0 == text) {
        return Some(known);
    }
    let fresh = Arc::new((text.to_owned(), Heard::of(text, lexicons)));
    ui.data_mut(|data| data.insert_temp(id, Arc::clone(&fresh)));
    Some(fresh)
}

/// Below a text too long for a suggestion: offers to go through it passage by passage. Returns whether
/// that is wanted.
pub fn passages_offer(ui: &mut Ui, tokens: &Tokens, messages: &Messages, text: &str) -> bool {
    if text.len() <= LONGEST {
        return false;
    }
    let button = ActionButton::quiet(messages.text("heard-long")).icon("quote").small();
    button.tooltip(messages.text("command-paste-text-tip")).show(ui, tokens).clicked()
}

/// The line below the words.
#[must_use = "show the suggestion"]
pub struct Suggestion<'a> {
    heard: &'a Heard,
    text: &'a str,
    marked: &'a [Quadrant],
    enabled: bool,
    keys: [&'a str; 4],
}

impl<'a> Suggestion<'a> {
    /// `heard` is what `text` suggests.
    pub fn new(heard: &'a Heard, text: &'a str) -> Self {
        Self { heard, text, marked: &[], enabled: true, keys: [""; 4] }
    }

    /// What the user has marked already: a suggestion among these is not offered again.
    pub fn marked(mut self, marked: &'a [Quadrant]) -> Self {
        self.marked = marked;
        self
    }

    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The keys that mark the letters A to D, to be shown beside the offer.
    pub fn keys(mut self, keys: [&'a str; 4]) -> Self {
        self.keys = keys;
        self
    }

    /// Shows the line and returns the quadrant if it was taken. Shows nothing for an empty text.
    pub fn show(
        self,
        ui: &mut Ui,
        tokens: &Tokens,
        messages: &Messages,
        catalog: &Catalog,
    ) -> Option<Quadrant> {
        if self.text.trim().is_empty() {
            return None;
        }
        let Some(quadrant) = self.heard.quadrant else {
            text::one_line(ui, text::caption(messages.text("heard-ordinary"), tokens));
            return None;
        };
        let taken = self.marked.contains(&quadrant);
        let name = catalog.quadrant(quadrant).name.get(messages.language());
        let words = cues(self.heard, self.text, quadrant);
        let sure = messages.text(sureness(self.heard.confidence));
        let response = self.line(ui, tokens, messages, (quadrant, name), &words, sure, taken);
        (response.clicked() && !taken).then_some(quadrant)
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one line")]
    fn line(
        &self,
        ui: &mut Ui,
        tokens: &Tokens,
        messages: &Messages,
        (quadrant, name): (Quadrant, &str),
        words: &[String],
        sure: &str,
        taken: bool,
    ) -> Response {
        const PAD: f32 = 4.0;
        const TAG: f32 = 20.0;
        let colours = &tokens.quadrants[quadrant];
        let quiet = format(Weight::Regular, tokens.text_2);
        let mut job = LayoutJob::default();
        let args = [("letter", Arg::from(quadrant.letter())), ("name", name.into())];
        job.append(&messages.with("heard-suggests", &args), 0.0, quiet.clone());
        for (at, word) in words.iter().enumerate() {
            let between = if at == 0 { "heard-colon" } else { "heard-comma" };
            // Fluent drops white space at the end of a message.
            job.append(&spaced(messages.text(between)), 0.0, quiet.clone());
            let quoted = messages.with("heard-cue", &[("word", word.into())]);
            job.append(&quoted, 0.0, format(Weight::SemiBold, colours.text));
        }
        job.append(" · ", 0.0, format(Weight::Regular, tokens.text_3));
        job.append(sure, 0.0, format(Weight::Regular, tokens.text_3));
        let offer = messages.text(if taken { "heard-taken" } else { "heard-take" });
        let place = Quadrant::ALL.iter().position(|other| *other == quadrant);
        let key =
            place.and_then(|place| self.keys.get(place)).filter(|key| !taken && !key.is_empty());
        let offer = key.map_or_else(|| offer.to_owned(), |key| format!("{offer} ({key})"));
        let offer_colour = if taken { tokens.ok } else { tokens.accent_text };
        let font = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
        let offer = ui.painter().layout_no_wrap(offer, font, offer_colour);

        let room = ui.available_width();
        let around = PAD + TAG + 8.0 + 12.0 + offer.size().x + 8.0;
        job.wrap = TextWrapping::truncate_at_width((room - around).max(20.0));
        let spoken = job.text.clone();
        let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
        let width = (around + galley.size().x).min(room);
        let can_click = self.enabled && !taken && ui.is_enabled();
        let sense = if can_click { Sense::click() } else { Sense::hover() };
        let size = Vec2::new(width, size::SMALL_CONTROL_HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let role = if can_click { egui::Role::Button } else { egui::Role::Label };
        let told = [("what", Arg::from(&spoken))];
        let told = messages.with(if taken { "heard-taken-name" } else { "heard-take-name" }, &told);
        response.widget_info(|| egui::WidgetInfo::labeled(role, self.enabled, &told));

        let (fill, line) = if can_click && response.hovered() {
            (tokens.hover, tokens.border_strong)
        } else {
            (tokens.surface, tokens.border)
        };
        let corner = CornerRadius::same(radius::SMALL);
        ui.painter().rect(rect, corner, fill, Stroke::new(1.0, line), egui::StrokeKind::Inside);
        let middle = rect.center().y;
        let tag = egui::pos2(rect.left() + PAD + TAG / 2.0, middle);
        paint_letter(ui, tokens, Rect::from_center_size(tag, Vec2::splat(TAG)), quadrant, taken);
        let at = egui::pos2(rect.left() + PAD + TAG + 8.0, middle - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.text_2);
        let at = egui::pos2(rect.right() - 8.0 - offer.size().x, middle - offer.size().y / 2.0);
        ui.painter().galley(at, offer, offer_colour);
        focus_ring(ui, &response, tokens);
        response.on_hover_text(spoken)
    }
}

/// A passage of `text` with the words that tell emphasised.
pub fn emphasised(text: &str, passage: Option<&HeardPassage>, tokens: &Tokens) -> LayoutJob {
    let mut job = LayoutJob::default();
    let font = |weight: Weight| FontId::new(type_size::HEADING, weight.family());
    let plain = TextFormat::simple(font(Weight::Regular), tokens.text);
    let mut from = 0;
    let append = |job: &mut LayoutJob, span: Range<usize>, format: TextFormat| {
        if let Some(part) = text.get(span) {
            job.append(part, 0.0, format);
        }
    };
    if let Some(passage) = passage {
        let colours = &tokens.quadrants[passage.quadrant];
        let mut spans: Vec<&Range<usize>> = passage.cues.iter().collect();
        spans.sort_by_key(|span| span.start);
        for span in spans {
            if span.start < from || text.get(span.clone()).is_none() {
                continue;
            }
            append(&mut job, from..span.start, plain.clone());
            let telling = TextFormat {
                background: colours.soft,
                underline: Stroke::new(1.5, colours.solid),
                ..TextFormat::simple(font(Weight::SemiBold), colours.text)
            };
            append(&mut job, span.clone(), telling);
            from = span.end;
        }
    }
    append(&mut job, from..text.len(), plain);
    job
}

fn format(weight: Weight, colour: Color32) -> TextFormat {
    TextFormat::simple(FontId::new(type_size::CAPTION, weight.family()), colour)
}

/// Western signs are followed by a space, Chinese ones bring their own room.
fn spaced(sign: &str) -> String {
    if sign.is_ascii() { format!("{sign} ") } else { sign.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(text: &str, cues: &[&str]) -> Heard {
        let spans = cues.iter().filter_map(|cue| text.find(cue).map(|at| at..at + cue.len()));
        let passage = HeardPassage {
            quadrant: Quadrant::B,
            confidence: 0.8,
            span: 0..text.len(),
            cues: spans.collect(),
        };
        Heard { quadrant: Some(Quadrant::B), confidence: 0.8, passages: vec![passage] }
    }

    #[test]
    fn each_telling_word_is_a_reason_once() {
        let text = "As usual: the checklist, as usual, and the checklist.";
        let mut heard = heard(text, &["As usual", "checklist", "as usual"]);
        assert_eq!(cues(&heard, text, Quadrant::B), ["As usual", "checklist"]);
        assert!(cues(&heard, text, Quadrant::A).is_empty());
        // Spans of an older wording must not cut through a sign.
        heard.passages[0].cues = vec![1..2, 0..999];
        assert!(cues(&heard, "照旧", Quadrant::B).is_empty());
    }

    #[test]
    fn a_figure_becomes_a_word() {
        assert_eq!(sureness(0.9), "heard-sure-clear");
        assert_eq!(sureness(0.6), "heard-sure-likely");
        assert_eq!(sureness(0.1), "heard-sure-weak");
    }

    #[test]
    fn emphasis_keeps_every_letter_of_the_text() {
        let theme = crate::ui::theme::tokens::Theme::bundled().unwrap();
        let tokens = theme.tokens(egui::Theme::Light);
        let text = "按流程来，先看清单。";
        let mut heard = heard(text, &["流程", "清单"]);
        // Out of order, overlapping and broken spans change nothing of the words.
        heard.passages[0].cues.extend([0..3, 3..9, 1..2, 5..900]);
        let job = emphasised(text, heard.passages.first(), tokens);
        assert_eq!(job.text, text);
        assert!(job.sections.len() >= 4);
        assert_eq!(emphasised(text, None, tokens).text, text);
    }
}
