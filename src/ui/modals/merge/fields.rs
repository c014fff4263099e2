//! The fields of a merge: mine and theirs side by side.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    CornerRadius, FontId, Galley, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, pos2,
};

use super::Scene;
use crate::app::action::Action;
use crate::app::comparison::{Line, Mark, Piece, Shown};
use crate::app::merging::{Laid, LaidField, MergeAction, MergeId, Merging, PendingMerge, Version};
use crate::i18n::{Arg, Messages};
use crate::store::record::Record;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, radius, type_size};
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::columns::{Track, split};
use crate::ui::widgets::{comparison, text};

const TRACKS: [Track; 3] = [Track::Share(1.0), Track::Share(2.0), Track::Share(2.0)];
const GAP: f32 = 12.0;
const PADDING: f32 = 10.0;
/// The room for the round mark of a choice.
const MARK: f32 = 24.0;

/// A longer value is cut.
const LONGEST: usize = 1500;

/// What became of a row.
pub(super) struct Shows {
    pub chosen: Option<Version>,
    pub is_focused: bool,
    pub response: Response,
}

/// The heads of the two columns, with the choice for all fields.
pub(super) fn head(
    ui: &mut Ui,
    scene: &Scene<'_>,
    merge: &PendingMerge,
    actions: &mut Vec<Action>,
) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 40.0), Sense::hover());
    let tokens = scene.tokens;
    let messages = &scene.state.messages;
    let columns = [
        ("merge-mine", "merge-all-mine", &merge.mine, Version::Mine),
        ("merge-theirs", "merge-all-theirs", &merge.theirs, Version::Theirs),
    ];
    for (place, (head, all, record, version)) in
        split(rect, GAP, &TRACKS).into_iter().skip(1).zip(columns)
    {
        let mut child = ui.new_child(
            UiBuilder::new()
                .id_salt(head)
                .max_rect(place)
                .layout(Layout::right_to_left(egui::Align::Center)),
        );
        let chosen = merge.chosen.iter().all(|chosen| *chosen == version);
        let button = ActionButton::secondary(messages.text(all)).small().selected(chosen);
        if button.show(&mut child, tokens).clicked() {
            actions.push(Action::Merge(MergeAction::ChooseAll(version)));
        }
        child.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            ui.label(text::strong(messages.text(head), tokens));
            let changed = [("at", Arg::from(changed(scene, record)))];
            text::one_line(ui, text::caption(messages.with("merge-changed", &changed), tokens));
        });
    }
}

/// When a record was last changed.
fn changed(scene: &Scene<'_>, record: &Record) -> String {
    scene.state.messages.date_time(scene.state.clock.local(record.updated()))
}

/// One field with both values. `focus` says which of them takes the keyboard.
pub(super) fn row(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (field, chosen): (&LaidField, Version),
    focus: Option<Version>,
) -> Shows {
    let tokens = scene.tokens;
    let messages = &scene.state.messages;
    let top = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width() - 4.0, 10.0));
    let places = split(top, GAP, &TRACKS);
    let width_at = |index: usize| places.get(index).map_or(0.0, Rect::width);
    let name = name_galley(ui, tokens, &field.line, width_at(0));
    let values = [Version::Mine, Version::Theirs].map(|version| {
        let pieces = pieces_of(messages, &field.line, version);
        let room = width_at(1) - 2.0 * PADDING - MARK;
        (version, spoken(&pieces), galley(ui, tokens, &pieces, room))
    });
    let tallest = values.iter().map(|(_, _, galley)| galley.size().y).fold(18.0, f32::max);
    let height = (tallest + 2.0 * PADDING).max(name.size().y + PADDING);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let top = pos2(rect.left(), rect.top() + PADDING);
    ui.painter().galley(top, name, tokens.text);
    let mut shows = Shows { chosen: None, is_focused: false, response };
    let labels = [("merge-mine", 1), ("merge-theirs", 2)];
    for ((version, value, galley), (label, column)) in values.into_iter().zip(labels) {
        let Some(place) = places.get(column) else { continue };
        let place = Rect::from_x_y_ranges(place.x_range(), rect.y_range());
        let args = [
            ("field", Arg::from(&field.line.name)),
            ("side", messages.text(label).into()),
            ("value", value.into()),
        ];
        let name = messages.with("merge-option", &args);
        let option = Value { is_chosen: chosen == version, name, galley };
        let response = cell(ui, tokens, place, (field, version), option);
        if focus == Some(version) {
            response.request_focus();
        }
        shows.is_focused |= response.has_focus();
        if response.clicked() {
            shows.chosen = Some(version);
            response.request_focus();
        }
    }
    shows
}

/// One of two values to choose from.
struct Value {
    is_chosen: bool,
    name: String,
    galley: Arc<Galley>,
}

fn cell(
    ui: &Ui,
    tokens: &Tokens,
    rect: Rect,
    (field, version): (&LaidField, Version),
    option: Value,
) -> Response {
    // Tab goes from field to field; within a field the arrows choose.
    let sense = if option.is_chosen { Sense::click() } else { Sense::CLICK };
    let id = ui.scope_id().with((&field.line.path, version == Version::Mine));
    let response = ui.interact(rect, id, sense);
    let (enabled, chosen) = (ui.is_enabled(), option.is_chosen);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::RadioButton, enabled, chosen, &option.name)
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let fill = if chosen {
        tokens.surface
    } else if response.hovered() {
        tokens.hover
    } else {
        tokens.sunken
    };
    let line =
        if chosen { Stroke::new(1.5, tokens.accent) } else { Stroke::new(1.0, tokens.border) };
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter().rect(rect, corner, fill, line, StrokeKind::Inside);
    let mark = pos2(rect.left() + PADDING + 7.0, rect.top() + PADDING + 9.0);
    if chosen {
        ui.painter().circle(mark, 7.0, tokens.accent, Stroke::NONE);
        ui.painter().circle_filled(mark, 3.0, tokens.on_accent);
    } else {
        ui.painter().circle(mark, 6.5, tokens.surface, Stroke::new(1.0, tokens.border_strong));
    }
    let at = pos2(rect.left() + PADDING + MARK, rect.top() + PADDING);
    ui.painter().galley(at, option.galley, tokens.text_2);
    focus_ring(ui, &response, tokens);
    response
}

/// The name of a field with the entry that it belongs to.
fn name_galley(ui: &Ui, tokens: &Tokens, line: &Line, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let font = |size, weight: Weight| FontId::new(size, weight.family());
    if let Some(place) = &line.place {
        let format = TextFormat::simple(font(type_size::CAPTION, Weight::Regular), tokens.text_3);
        job.append(&format!("{place}\n"), 0.0, format);
    }
    let format = TextFormat::simple(font(type_size::BODY, Weight::SemiBold), tokens.text);
    job.append(&line.name, 0.0, format);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// One side of a difference, with what the other side does not have marked.
fn pieces_of(messages: &Messages, line: &Line, version: Version) -> Vec<Piece> {
    let piece = |mark, text: &str| vec![Piece { mark, text: text.to_owned() }];
    match &line.shown {
        Shown::Whole { before, after } => {
            let value = if version == Version::Mine { before } else { after };
            match value {
                Some(value) => piece(Mark::Same, &shortened(value)),
                None if line.is_entry => piece(Mark::Skipped, messages.text("merge-removed")),
                None => piece(Mark::Skipped, messages.text("comparison-nothing")),
            }
        }
        Shown::Marked(pieces) => {
            let other = if version == Version::Mine { Mark::New } else { Mark::Gone };
            cut(one_side(pieces, other, messages.text("list-separator")))
        }
        Shown::Reordered => {
            let order = match version {
                Version::Mine => "merge-my-order",
                Version::Theirs => "merge-their-order",
            };
            piece(Mark::Same, messages.text(order))
        }
    }
}

/// The pieces without those of the other side, and without the separators behind these in a list.
fn one_side(pieces: &[Piece], other: Mark, separator: &str) -> Vec<Piece> {
    let separates =
        |piece: &Piece| piece.mark == Mark::Same && (piece.text == separator || piece.text == "\n");
    let mut own: Vec<Piece> = Vec::new();
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        // One below the other, rewritten sentences stand on lines of their own.
        let is_break = piece.mark == Mark::Skipped && piece.text == "\n";
        if piece.mark == other {
            if pieces.next_if(|next| separates(next)).is_none() && own.last().is_some_and(separates)
            {
                own.pop();
            }
        } else if !is_break {
            own.push(piece.clone());
        }
    }
    own
}

/// As much of the pieces as a field shows.
fn cut(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut left = LONGEST;
    let cut = pieces.into_iter().map_while(|Piece { mark, text }| {
        let count = text.chars().count();
        let text = match left {
            0 => return None,
            _ if count <= left => text,
            _ => text.chars().take(left).chain(['…']).collect(),
        };
        left = left.saturating_sub(count);
        Some(Piece { mark, text })
    });
    cut.collect()
}

fn shortened(value: &str) -> String {
    if value.chars().count() <= LONGEST {
        return value.to_owned();
    }
    value.chars().take(LONGEST).chain(['…']).collect()
}

fn spoken(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn galley(ui: &Ui, tokens: &Tokens, pieces: &[Piece], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(40.0);
    for piece in pieces {
        let (colour, background) = match piece.mark {
            Mark::Same => (tokens.text, egui::Color32::TRANSPARENT),
            Mark::Skipped => (tokens.text_3, egui::Color32::TRANSPARENT),
            Mark::Gone | Mark::New => (tokens.accent_text, tokens.accent_soft),
        };
        let font = FontId::new(type_size::BODY, Weight::Regular.family());
        let format = TextFormat { background, ..TextFormat::simple(font, colour) };
        job.append(&piece.text, 0.0, format);
    }
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// How much merges without contradiction, always in sight; a click lists it below the fields.
pub(super) fn quiet_count(
    ui: &mut Ui,
    scene: &Scene<'_>,
    merging: &mut Merging,
    (id, laid): (&MergeId, &Laid),
) {
    if laid.quiet.is_empty() {
        return;
    }
    let count = [("count", Arg::from(laid.quiet.len()))];
    let told = match id {
        MergeId::File(_) => "merge-quiet-file",
        MergeId::Copy(_) => "merge-quiet-copy",
    };
    let icon = if merging.unfolded { "chevron-down" } else { "chevron-right" };
    let label = scene.state.messages.with(told, &count);
    if ActionButton::quiet(&label).icon(icon).show(ui, scene.tokens).clicked() {
        merging.unfolded = !merging.unfolded;
        merging.reveal = merging.unfolded;
    }
}

/// What merges without contradiction.
pub(super) fn quiet(ui: &mut Ui, scene: &Scene<'_>, merging: &mut Merging, laid: &Laid) {
    if !merging.unfolded {
        return;
    }
    let messages = &scene.state.messages;
    let sides = comparison::Sides {
        before: messages.text("merge-before"),
        after: messages.text("merge-after"),
    };
    let top = ui.cursor().top();
    for line in &laid.quiet {
        comparison::line(ui, scene.tokens, messages, sides, line, |_| {});
    }
    if std::mem::take(&mut merging.reveal) {
        let all = Rect::from_x_y_ranges(ui.min_rect().x_range(), top..=ui.min_rect().bottom());
        ui.scroll_to_rect(all, Some(egui::Align::Min));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pieces: &[(Mark, &str)], other: Mark) -> String {
        let piece = |(mark, text): &(Mark, &str)| Piece { mark: *mark, text: (*text).to_owned() };
        let pieces: Vec<Piece> = pieces.iter().map(piece).collect();
        spoken(&one_side(&pieces, other, " · "))
    }

    #[test]
    fn each_side_of_a_list_has_its_own_entries_alone() {
        use Mark::{Gone, New, Same};
        let list = [(Same, "a"), (Same, " · "), (Gone, "b"), (Same, " · "), (New, "c")];
        assert_eq!(text(&list, New), "a · b");
        assert_eq!(text(&list, Gone), "a · c");
        let list = [(Gone, "a"), (Same, " · "), (New, "b")];
        assert_eq!((text(&list, New), text(&list, Gone)), ("a".to_owned(), "b".to_owned()));
    }

    #[test]
    fn each_side_of_a_text_reads_as_it_was_written() {
        use Mark::{Gone, New, Same, Skipped};
        let words = [(Same, "She asks for "), (Gone, "three"), (New, "two"), (Same, " references")];
        assert_eq!(text(&words, Gone), "She asks for two references");
        let lines = [(Gone, "One sentence"), (Skipped, "\n"), (New, "Another one"), (Same, "\nB")];
        assert_eq!(text(&lines, New), "One sentence\nB");
        assert_eq!(text(&lines, Gone), "Another one\nB");
    }

    #[test]
    fn a_value_of_any_length_stays_within_bounds() {
        let long = vec![
            Piece { mark: Mark::Same, text: "长".repeat(LONGEST - 1) },
            Piece { mark: Mark::New, text: "ab".to_owned() },
            Piece { mark: Mark::Same, text: "c".to_owned() },
        ];
        let shown = spoken(&cut(long));
        assert_eq!(shown.chars().count(), LONGEST + 1);
        assert!(shown.ends_with("a…"));
    }
}
