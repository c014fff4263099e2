//! Their words from the log of the meeting, one click away from their profile.

use egui::{Align, Rect, Sense, Stroke, Ui, Vec2};

use super::super::meeting::{choose_person, person_id};
use crate::app::edit::CounterpartEdit;
use crate::app::route::Route;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::quadrant::Quadrant;
use crate::domain::session::{LogEntry, LogKind, Meeting, Session};
use crate::domain::summary::CounterpartSummary;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::tag::{Mark, quadrant_tag, quadrant_toggle};
use crate::ui::widgets::text;

const ROW: f32 = 36.0;
const TRACKS: [Track; 2] = [Track::Share(1.0), Track::Fixed(116.0)];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let work = cx.work;
    let people: Vec<&CounterpartSummary> = work.people_of(&session.counterparts).collect();
    let person = person_id(ui, session).and_then(|id| work.counterpart(id));
    let quotes: Vec<&LogEntry> = session
        .log
        .iter()
        .filter(|entry| entry.meeting == meeting.id && entry.kind == LogKind::Quote)
        .filter(|entry| !entry.text.trim().is_empty())
        .collect();
    let name = person.map(|person| cx.messages.name_of(person)).unwrap_or_default();
    let names = (cx.t("people-next"), cx.t("people-open"));
    let (mut next, mut open) = (false, false);
    Card::new(cx.t("quotes-title")).caption(name.clone()).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            if person.is_some() {
                open = ActionButton::icon_only("external", names.1).show(ui, tokens).clicked();
            }
            if people.len() > 1 {
                next = ActionButton::icon_only("chevron-right", names.0).show(ui, tokens).clicked();
            }
        },
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let empty = match (person, quotes.is_empty()) {
                (None, _) => Some("quotes-nobody"),
                (Some(_), true) => Some("quotes-none"),
                (Some(_), false) => None,
            };
            if let Some(empty) = empty {
                ui.add(egui::Label::new(text::body(cx.t(empty), tokens)).wrap());
                return;
            }
            ui.label(text::caption(cx.t("quotes-how"), tokens));
            for quote in quotes {
                if let Some(person) = person {
                    ui.push_id(quote.id.0, |ui| one(ui, cx, session, meeting, person, quote));
                }
            }
        },
    );
    if let (true, Some(person)) = (open, person) {
        cx.go(Route::counterpart(person.id));
    }
    if next {
        let position =
            people.iter().position(|other| Some(other.id) == person.map(|person| person.id));
        let after = position.map_or(0, |position| (position + 1) % people.len());
        if let Some(person) = people.get(after) {
            choose_person(ui, session, person.id);
        }
    }
}

fn one(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    person: &Counterpart,
    quote: &LogEntry,
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
    let known = person.evidence.iter().find(|item| item.text.trim() == words);
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
                let name = cx.tr(
                    "quotes-add",
                    &[
                        ("letter", quadrant.letter().into()),
                        ("name", cx.quadrant_name(quadrant).into()),
                    ],
                );
                if quadrant_toggle(ui, tokens, quadrant, Mark::None, &name).clicked() {
                    let number = Arg::from(session.meeting_number(meeting.id));
                    let evidence = Evidence {
                        id: Some(cx.clock.new_entry()),
                        supports: vec![quadrant],
                        against: Vec::new(),
                        kind: EvidenceKind::Quote,
                        setting: Setting::Normal,
                        date: cx.clock.local(quote.at).date(),
                        text: words.to_owned(),
                        source: cx.tr("quotes-source", &[("number", number)]),
                        weight: None,
                    };
                    cx.edit_counterpart(person.id, CounterpartEdit::AddEvidence(evidence));
                }
            }
        });
    });
}
