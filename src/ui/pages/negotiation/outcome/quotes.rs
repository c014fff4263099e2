//! Their words from the log of the meeting, one click away from their profile.

use egui::{Align, CornerRadius, Id, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::evidence::Looked;
use crate::app::edit::CounterpartEdit;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::lexicon::Lexicons;
use crate::domain::quadrant::Quadrant;
use crate::domain::session::{LogEntry, LogKind};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::radius;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::known::known_words;
use crate::ui::widgets::suggestion::{cues, listen};
use crate::ui::widgets::tag::{Mark, quadrant_tag, quadrant_toggle};
use crate::ui::widgets::text;

const ROW: f32 = 36.0;
const TRACKS: [Track; 2] = [Track::Share(1.0), Track::Fixed(120.0)];

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, looked: &Looked<'_>) {
    let tokens = cx.tokens;
    let log = looked.session.log.iter();
    let quotes: Vec<&LogEntry> = log
        .filter(|entry| entry.meeting == looked.meeting.id && entry.kind == LogKind::Quote)
        .filter(|entry| !entry.text.trim().is_empty())
        .collect();
    ui.add_space(6.0);
    if quotes.is_empty() {
        ui.add(egui::Label::new(text::caption(cx.t("quotes-none"), tokens)).wrap());
        return;
    }
    text::one_line(ui, text::label(cx.t("quotes-how"), tokens));
    ui.spacing_mut().item_spacing.y = 0.0;
    let lexicons = cx.coach.lexicons(cx.wake);
    for quote in quotes {
        ui.push_id(quote.id.0, |ui| one(ui, cx, looked, quote, lexicons));
    }
}

fn one(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    looked: &Looked<'_>,
    quote: &LogEntry,
    lexicons: Option<&Lexicons>,
) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
    let cells = split(rect, 8.0, &TRACKS);
    let [said, letters] = cells.as_slice() else { return };
    let words = quote.text.trim();
    cell(ui, "words", *said, Align::Min, |ui| {
        text::one_line(ui, text::body(words, tokens).color(tokens.text)).on_hover_text(words);
    });
    // A quote counts once: what the profile has is shown, not offered again.
    let known = known_words(ui.ctx(), cx.work, looked.person).find(looked.person, words);
    let heard = listen(ui, lexicons, Id::unique(("quote", quote.id.0)), words);
    let suggested = heard.as_ref().and_then(|heard| heard.1.quadrant);
    cell(ui, "letters", *letters, Align::Max, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if let Some(known) = known {
            for quadrant in known.supports.iter().rev() {
                quadrant_tag(ui, tokens, *quadrant);
            }
            text::one_line(ui, text::caption(cx.t("quotes-added"), tokens).color(tokens.ok));
            return;
        }
        ui.add_enabled_ui(!cx.read_only, |ui| {
            for quadrant in Quadrant::ALL.into_iter().rev() {
                let reason = heard.as_ref().filter(|_| suggested == Some(quadrant));
                let reason = reason.map(|heard| cues(&heard.1, words, quadrant));
                let key = if reason.is_some() { "quotes-add-suggested" } else { "quotes-add" };
                let name = cx.tr(
                    key,
                    &[
                        ("letter", quadrant.letter().into()),
                        ("name", cx.quadrant_name(quadrant).into()),
                        (
                            "words",
                            reason.iter().flatten().cloned().collect::<Vec<_>>().join(", ").into(),
                        ),
                    ],
                );
                let response = quadrant_toggle(ui, tokens, quadrant, Mark::None, &name);
                if reason.is_some() {
                    let frame = Stroke::new(2.0, tokens.quadrants[quadrant].solid);
                    let corner = CornerRadius::same(radius::TAG);
                    ui.painter().rect_stroke(response.rect, corner, frame, StrokeKind::Inside);
                }
                if response.clicked() {
                    let evidence = Evidence {
                        id: Some(cx.clock.new_entry()),
                        supports: vec![quadrant],
                        against: Vec::new(),
                        kind: EvidenceKind::Quote,
                        setting: Setting::Normal,
                        date: cx.clock.local(quote.at).date(),
                        text: words.to_owned(),
                        source: looked.source(cx),
                        weight: None,
                    };
                    let edit = CounterpartEdit::AddEvidence(evidence);
                    cx.edit_counterpart(looked.person.id, edit);
                }
            }
        });
    });
}
