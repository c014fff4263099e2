//! The text of the pitch, large enough to read aloud, with lines under what was found in it.

use egui::text::{CCursor, CCursorRange, LayoutJob};
use egui::text_edit::TextEditState;
use egui::{
    Align, CornerRadius, FontId, Frame, Id, Layout, Margin, Rect, Response, ScrollArea, Sense,
    Shape, Stroke, StrokeKind, TextEdit, Ui, Vec2,
};

use super::Page;
use super::lines::{self, LINE_HEIGHT, Sheet};
use super::marks::Marks;
use super::shown::{CoachTab, Lit, Side};
use super::{speech, tip};
use crate::app::edit::SessionEdit;
use crate::domain::ids::SessionId;
use crate::domain::quadrant::Quadrant;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::named;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{radius, type_size};
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::card::Card;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

const FOOT: f32 = 26.0;

/// The id of the field, to set its cursor from elsewhere.
pub(super) fn field(session: SessionId) -> Id {
    Id::unique(("pitch", session.0))
}

/// The character at the cursor; `None` while nobody has been in the text.
pub(super) fn cursor(ui: &Ui, session: SessionId) -> Option<usize> {
    let state = TextEditState::load(ui.ctx(), field(session))?;
    state.cursor.char_range().map(|range| range.primary.index.0)
}

/// Selects characters of the text and lets one type over them.
pub(super) fn select(ui: &Ui, session: SessionId, from: usize, to: usize) {
    let id = field(session);
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>, place: Rect) {
    let tokens = cx.tokens;
    let caption = speech::line(cx, page.marks.length);
    let plain = page.shown.plain;
    let mut chosen = None;
    let look = cx.t("coach-look");
    let options = [(false, cx.t("coach-marked")), (true, cx.t("coach-plain"))];
    let choice = |ui: &mut Ui| {
        chosen = segmented(ui, tokens, look, Some(plain), &options);
    };
    let card = Card::new(cx.t("walk-pitch")).caption(caption).fixed();
    let mut page_of_card = page.reborrow();
    card.show_with_actions(ui, tokens, place, choice, |ui| {
        let height = (ui.available_height() - FOOT - 8.0).max(80.0);
        let scroll = ScrollArea::vertical().id_salt("pitch").max_height(height).auto_shrink(false);
        scroll.show(ui, |ui| {
            ui.add_enabled_ui(!cx.read_only, |ui| editor(ui, cx, &mut page_of_card, height));
        });
        foot(ui, cx, &mut page_of_card);
    });
    if let Some(plain) = chosen {
        page.shown.plain = plain;
    }
}

fn editor(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>, height: f32) {
    let (tokens, session) = (cx.tokens, page.session);
    let mut value = session.pitch.clone();
    let font = FontId::new(type_size::HEADING, Weight::Regular.family());
    let mut layouter = |ui: &Ui, buffer: &dyn egui::TextBuffer, width: f32| {
        let mut job =
            LayoutJob::simple(buffer.as_str().to_owned(), font.clone(), tokens.text, width);
        for section in &mut job.sections {
            section.format.line_height = Some(LINE_HEIGHT);
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let hint = text::body(cx.t("walk-pitch-hint"), tokens).color(tokens.text_3);
    let grounds = ui.painter().add(Shape::Noop);
    let output = TextEdit::multiline(&mut value)
        .id(field(session.id))
        .frame(Frame::NONE)
        .margin(Margin::symmetric(2, 4))
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .min_size(Vec2::new(0.0, height))
        .layouter(&mut layouter)
        .show(ui);
    let response = output.response.response.accessible_name(cx.t("walk-pitch"));
    let edited = value != session.pitch;
    if edited {
        page.shown.framed = None;
        page.shown.copied = false;
    }
    let carried: Marks;
    let marks = if edited {
        carried = page.marks.carried_to(&value);
        &carried
    } else {
        page.marks
    };
    let painter = ui.painter_at(ui.clip_rect());
    let sheet = Sheet {
        painter: &painter,
        tokens,
        galley: &output.galley,
        at: output.galley_pos,
        marks,
        lit: page.lit(),
        framed: page.shown.framed.clone(),
    };
    if !page.shown.plain {
        ui.painter().set(grounds, Shape::Vec(sheet.grounds()));
        sheet.lines();
        hover(cx, &sheet, response);
    }
    if std::mem::take(&mut page.shown.scroll)
        && let Some(place) = page.shown.framed.as_ref().and_then(|span| sheet.place_of(span))
    {
        let at_once = egui::style::ScrollAnimation::none();
        ui.scroll_to_rect_animation(place, Some(Align::Center), at_once);
    }
    if edited {
        cx.edit_session(session.id, SessionEdit::Pitch(value));
    }
}

/// Says of the passage under the pointer what it is.
fn hover(cx: &Cx<'_>, sheet: &Sheet<'_>, response: Response) {
    let point = response.hover_pos();
    let Some(char) = point.and_then(|point| sheet.char_at(point)) else { return };
    let (found, irritating) = tip::at(sheet.marks, char);
    if found.is_empty() && irritating.is_empty() {
        return;
    }
    let content = |ui: &mut Ui| tip::show(ui, cx, sheet.marks, &found, &irritating);
    if response.enabled() {
        response.on_hover_ui_at_pointer(content);
    } else {
        response.on_disabled_hover_ui(content);
    }
}

/// What the lines mean, with how many there are of each; a click lights them.
fn foot(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>) {
    let (tokens, marks) = (cx.tokens, page.marks);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.set_height(FOOT);
        ui.spacing_mut().item_spacing.x = 4.0;
        if marks.is_blank() {
            let start = ActionButton::quiet(cx.t("coach-start")).icon("bulb").small();
            if start.show(ui, tokens).clicked() {
                page.shown.tab = CoachTab::Suggestions;
                page.shown.side = Some(Side::Coach);
            }
            return;
        }
        if !marks.is_read() {
            ui.label(text::caption(cx.t("coach-reading"), tokens));
            return;
        }
        for quadrant in Quadrant::WALK_ORDER {
            let count = marks.count_of_quadrant(quadrant);
            let args = [("name", named(cx, quadrant).into()), ("count", count.into())];
            let name = cx.tr("coach-passages-of", &args);
            let lit = Lit::Quadrant(quadrant);
            let is_lit = page.shown.lit == lit;
            if key(ui, cx, Some(quadrant), count, is_lit, &name).clicked() {
                page.shown.toggle(lit);
            }
        }
        let count = marks.irritating.len();
        if count > 0 {
            let name = cx.tr("coach-irritators-found", &[("count", count.into())]);
            let is_lit = page.shown.lit == Lit::Irritating;
            if key(ui, cx, None, count, is_lit, &name).clicked() {
                page.shown.toggle(Lit::Irritating);
                if page.shown.lit == Lit::Irritating {
                    page.shown.tab = CoachTab::Wording;
                    page.shown.side = Some(Side::Coach);
                }
            }
        }
        let room = ui.available_width();
        if page.lit() != Lit::All {
            let all = ActionButton::quiet(cx.t("coach-show-all")).small();
            if all.show(ui, tokens).clicked() {
                page.shown.toggle(page.shown.lit);
            }
        } else if room > 120.0 {
            text::one_line(ui, text::caption(cx.t("walk-you-tick"), tokens))
                .on_hover_text(cx.t("walk-you-tick"));
        }
    });
}

/// One entry of the key: the letter over its line, and a number.
fn key(
    ui: &mut Ui,
    cx: &Cx<'_>,
    quadrant: Option<Quadrant>,
    count: usize,
    is_lit: bool,
    name: &str,
) -> Response {
    let tokens = cx.tokens;
    let font = |size, weight: Weight| FontId::new(size, weight.family());
    let (sign, colour, line) = match quadrant {
        Some(quadrant) => {
            let colours = &tokens.quadrants[quadrant];
            (quadrant.letter(), colours.text, colours.solid)
        }
        None => ("!", tokens.warn, tokens.warn),
    };
    let number = ui.painter().layout_no_wrap(
        count.to_string(),
        font(type_size::CAPTION, Weight::Medium),
        tokens.text_2,
    );
    let size = Vec2::new(number.size().x + 37.0, 24.0);
    let (place, response) = ui.allocate_exact_size(size, Sense::click());
    let (fill, edge) = match (is_lit, response.hovered()) {
        (true, _) => (tokens.accent_soft, tokens.accent),
        (false, true) => (tokens.hover, tokens.border),
        (false, false) => (tokens.surface, tokens.border),
    };
    let corner = CornerRadius::same(radius::SMALL);
    ui.painter().rect(place, corner, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    let middle = place.left() + 15.0;
    let letter = egui::pos2(middle, place.top() + 2.0);
    let face = font(type_size::CAPTION, Weight::SemiBold);
    ui.painter().text(letter, egui::Align2::CENTER_TOP, sign, face, colour);
    let (x, y) = (middle - 9.0..middle + 9.0, place.bottom() - 5.0);
    match quadrant {
        Some(quadrant) => ui.painter().extend(lines::line_of(quadrant, x, y, line)),
        None => {
            ui.painter().add(lines::zigzag(x, y, line));
        }
    }
    let at = egui::pos2(place.left() + 30.0, place.center().y - number.size().y / 2.0);
    ui.painter().galley(at, number, tokens.text_2);
    focus_ring(ui, &response, tokens);
    let enabled = ui.is_enabled();
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, is_lit, name));
    response.on_hover_text(name)
}
