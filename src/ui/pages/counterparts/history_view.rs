//! How the profile came about: the shares after each piece of evidence, as a chart for each setting
//! or as a table.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use egui::{Align2, CornerRadius, FontId, Layout, Rect, ScrollArea, Sense, Stroke, Ui, Vec2, pos2};

use super::subject::Subject;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::CounterpartId;
use crate::domain::profile_history::{PersonHistory, Step};
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::store::record::Record;
use crate::ui::charts::history::{HistoryChart, largest_change};
use crate::ui::charts::kite::short_word;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::columns::{Track, split};
use crate::ui::widgets::text;

const SETTINGS: [Setting; 2] = [Setting::Normal, Setting::Pressure];
/// The two lines below the charts.
const TOLD: f32 = 38.0;
const CAPTION: f32 = 18.0;
const ROW: f32 = 26.0;
/// A step costs an integral, which is far more than a row of a list.
const STEP_COST: usize = 40;

/// Shows the view from the cursor down to `bottom`.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, bottom: f32) {
    let tokens = cx.tokens;
    let Some(history) = history(cx, subject.person) else { return };
    let history = &history.1;
    let settings: Vec<Setting> =
        SETTINGS.into_iter().filter(|setting| !history.get(*setting).is_empty()).collect();
    if settings.is_empty() {
        ui.add_space(40.0);
        ui.vertical_centered(|ui| {
            ui.label(text::strong(cx.t("history-empty"), tokens));
            ui.label(text::body(cx.t("history-empty-what"), tokens));
        });
        return;
    }
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let as_table = cx.drafts.history_as_table;
            if filter_chip(ui, tokens, as_table, cx.t("history-as-table")).clicked() {
                cx.drafts.history_as_table = !as_table;
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                text::one_line(ui, text::caption(cx.t("history-caption"), tokens));
            });
        });
    });
    let view = View { cx, person: subject.person, history, settings: &settings };
    if cx.drafts.history_as_table {
        view.table(ui, bottom);
    } else {
        view.charts(ui, bottom);
    }
}

/// The history of the person; that of a moment ago while it is worked out.
fn history(cx: &mut Cx<'_>, person: &Counterpart) -> Option<Arc<(CounterpartId, PersonHistory)>> {
    let id = person.id;
    let Some(Record::Counterpart(record)) = cx.work.record(id.into()) else { return None };
    let (record, weights) = (Arc::clone(record), *cx.work.weights());
    let key = (id, print_of(&person.evidence));
    let cost = person.evidence.len() * STEP_COST;
    let work = move || (id, PersonHistory::of(&record.evidence, &weights));
    let found = cx.lists.history.get(&key, cost, cx.wake, work)?;
    // That of another person must not stand there meanwhile.
    (found.0 == id).then_some(found)
}

/// A number that changes with what the history depends on.
fn print_of(evidence: &[Evidence]) -> u64 {
    let mut print = DefaultHasher::new();
    for item in evidence {
        (item.date, item.kind, item.setting).hash(&mut print);
        (&item.supports, &item.against, item.weight.map(f64::to_bits)).hash(&mut print);
    }
    print.finish()
}

struct View<'v, 'a> {
    cx: &'v Cx<'a>,
    person: &'v Counterpart,
    history: &'v PersonHistory,
    settings: &'v [Setting],
}

impl View<'_, '_> {
    fn charts(&self, ui: &mut Ui, bottom: f32) {
        let (cx, tokens) = (self.cx, self.cx.tokens);
        let room = bottom - ui.cursor().top() - TOLD;
        #[expect(clippy::cast_precision_loss, reason = "one or two")]
        let each = room / self.settings.len() as f32 - CAPTION - 8.0;
        let mut told = None;
        for setting in self.settings {
            let steps = self.history.get(*setting);
            let Some(last) = steps.last() else { continue };
            let word = self.word(last);
            let name = cx.messages.word("setting", setting.id());
            let args = [("setting", Arg::from(name)), ("word", Arg::from(&word))];
            text::one_line(ui, text::label(cx.tr("profile-other-setting", &args), tokens));
            let chart = HistoryChart {
                steps,
                summary: self.summary(*setting, steps),
                told: &|at| self.told(steps, at).join(" "),
                word: &|step| self.word(step),
            };
            let size = Vec2::new(ui.available_width(), each.max(70.0));
            let (_, at) = chart.show(ui, tokens, cx.messages, size, setting.id());
            if let Some(at) = at {
                told = Some(self.told(steps, at));
            }
        }
        let [what, change] =
            told.unwrap_or_else(|| [cx.t("history-how").to_owned(), String::new()]);
        ui.spacing_mut().item_spacing.y = 1.0;
        text::one_line(ui, text::value(what, tokens).size(type_size::CAPTION));
        if !change.is_empty() {
            text::one_line(ui, text::caption(change, tokens));
        }
    }

    fn word(&self, step: &Step) -> String {
        short_word(step.certainty, step.leading, self.cx.messages)
    }

    /// One sentence with what the chart shows, for a screen reader.
    fn summary(&self, setting: Setting, steps: &[Step]) -> String {
        let (cx, messages) = (self.cx, self.cx.messages);
        let (Some(first), Some(last)) = (steps.first(), steps.last()) else {
            return String::new();
        };
        let turns: Vec<String> = steps
            .iter()
            .filter(|step| step.turns)
            .map(|step| {
                let args = [
                    ("date", Arg::from(messages.date(step.date))),
                    ("word", Arg::from(self.word(step))),
                ];
                cx.tr("history-turn", &args)
            })
            .collect();
        let share = |quadrant: Quadrant| Arg::from(messages.percent(last.shares[quadrant]));
        let args = [
            ("setting", Arg::from(messages.word("setting", setting.id()))),
            ("count", Arg::from(steps.len())),
            ("from", Arg::from(messages.date(first.date))),
            ("to", Arg::from(messages.date(last.date))),
            ("turns", Arg::from(turns.join(cx.t("history-join")))),
            ("a", share(Quadrant::A)),
            ("b", share(Quadrant::B)),
            ("c", share(Quadrant::C)),
            ("d", share(Quadrant::D)),
        ];
        cx.tr("history-summary", &args)
    }

    /// What a step was, and what it changed.
    fn told(&self, steps: &[Step], at: usize) -> [String; 2] {
        let (cx, messages) = (self.cx, self.cx.messages);
        let Some(step) = steps.get(at) else { return Default::default() };
        let args =
            [("date", Arg::from(messages.date(step.date))), ("text", Arg::from(self.words(step)))];
        let what = cx.tr("history-step", &args);
        let Some((quadrant, before, after)) = largest_change(steps, at) else {
            return [what, String::new()];
        };
        let args = [
            ("letter", Arg::from(quadrant.letter())),
            ("before", Arg::from(messages.percent(before))),
            ("after", Arg::from(messages.percent(after))),
            ("word", Arg::from(self.word(step))),
        ];
        let key = if step.turns { "history-change-turn" } else { "history-change" };
        [what, cx.tr(key, &args)]
    }

    /// The observation in the user's words, or how many answers to the questionnaire.
    fn words(&self, step: &Step) -> String {
        let cx = self.cx;
        let items = || step.items.iter().filter_map(|at| self.person.evidence.get(*at));
        let Some(first) = items().next() else { return String::new() };
        if first.kind == EvidenceKind::Questionnaire {
            return cx.tr("history-answers", &[("count", Arg::from(step.items.len()))]);
        }
        match first.text.trim() {
            "" => cx.t("evidence-no-text").to_owned(),
            text => text.to_owned(),
        }
    }

    /// The newest first, like the list of evidence.
    fn table(&self, ui: &mut Ui, bottom: f32) {
        let rows: Vec<(Setting, Option<usize>)> = self
            .settings
            .iter()
            .flat_map(|setting| {
                let steps = (0..self.history.get(*setting).len()).rev().map(Some);
                std::iter::once(None).chain(steps).map(|step| (*setting, step))
            })
            .collect();
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = (bottom - ui.cursor().top()).max(ROW);
        ScrollArea::vertical().id_salt("steps").auto_shrink(false).max_height(height).show_rows(
            ui,
            ROW,
            rows.len(),
            |ui, range| {
                for (setting, step) in rows.get(range).unwrap_or_default() {
                    match step {
                        None => self.table_head(ui, *setting),
                        Some(at) => self.table_row(ui, self.history.get(*setting), *at),
                    }
                }
            },
        );
    }

    fn table_head(&self, ui: &mut Ui, setting: Setting) {
        let (cx, tokens) = (self.cx, self.cx.tokens);
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
        let name = cx.messages.word("setting", setting.id());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::ZERO, tokens.sunken);
        let columns = columns(rect);
        let font = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
        let at = rect.left_center() + Vec2::new(4.0, 0.0);
        painter.text(at, Align2::LEFT_CENTER, name, font.clone(), tokens.text_2);
        for (quadrant, place) in Quadrant::ALL.into_iter().zip(columns.iter().skip(2)) {
            let colour = tokens.quadrants[quadrant].text;
            let at = place.right_center();
            painter.text(at, Align2::RIGHT_CENTER, quadrant.letter(), font.clone(), colour);
        }
    }

    fn table_row(&self, ui: &mut Ui, steps: &[Step], at: usize) {
        let (cx, tokens) = (self.cx, self.cx.tokens);
        let Some(step) = steps.get(at) else { return };
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
        let told = self.told(steps, at).join(" ");
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, &told));
        let painter = ui.painter();
        painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
        let columns = columns(rect);
        let font = |weight: Weight| FontId::new(type_size::CAPTION, weight.family());
        for (quadrant, place) in Quadrant::ALL.into_iter().zip(columns.iter().skip(2)) {
            let leads = step.leading == Some(quadrant);
            let weight = if leads { Weight::SemiBold } else { Weight::Regular };
            let colour = if leads { tokens.text } else { tokens.text_2 };
            let share = cx.messages.percent(step.shares[quadrant]);
            painter.text(place.right_center(), Align2::RIGHT_CENTER, share, font(weight), colour);
        }
        let [Some(date), Some(words)] = [columns.first(), columns.get(1)] else { return };
        let day = cx.messages.date_short(step.date);
        let at = date.left_center() + Vec2::new(4.0, 0.0);
        painter.text(at, Align2::LEFT_CENTER, day, font(Weight::Regular), tokens.text_3);
        let shown = if step.turns {
            let args =
                [("word", Arg::from(self.word(step))), ("text", Arg::from(self.words(step)))];
            cx.tr("history-row-turn", &args)
        } else {
            self.words(step)
        };
        let layout = Layout::left_to_right(egui::Align::Center);
        ui.scope_builder(egui::UiBuilder::new().max_rect(*words).layout(layout), |ui| {
            text::one_line(ui, text::caption(shown, tokens).color(tokens.text));
        });
        response.on_hover_text(told);
    }
}

/// Date, words, the four shares.
fn columns(row: Rect) -> Vec<Rect> {
    const SHARE: f32 = 34.0;
    let tracks =
        [Track::Fixed(58.0), Track::Share(1.0)].into_iter().chain([Track::Fixed(SHARE); 4]);
    let inner = Rect::from_min_max(row.min, pos2(row.right() - 4.0, row.bottom()));
    split(inner, 4.0, &tracks.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_print_changes_with_what_counts_and_not_with_the_words() {
        let item = Evidence {
            id: None,
            supports: vec![Quadrant::A],
            against: Vec::new(),
            kind: EvidenceKind::Quote,
            setting: Setting::Normal,
            date: date(2026, 6, 1),
            text: "one".to_owned(),
            source: String::new(),
            weight: None,
        };
        let print = |item: &Evidence| print_of(std::slice::from_ref(item));
        let same = Evidence { text: "two".to_owned(), source: "call".to_owned(), ..item.clone() };
        assert_eq!(print(&item), print(&same));
        for other in [
            Evidence { supports: Vec::new(), against: vec![Quadrant::A], ..item.clone() },
            Evidence { setting: Setting::Pressure, ..item.clone() },
            Evidence { date: date(2026, 6, 2), ..item.clone() },
            Evidence { kind: EvidenceKind::Role, ..item.clone() },
            Evidence { weight: Some(2.0), ..item.clone() },
        ] {
            assert_ne!(print(&item), print(&other), "{other:?}");
        }
    }
}
