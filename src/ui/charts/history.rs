//! How a profile came about: the four shares as steps, one for each piece of evidence. The pointer
//! and the arrow keys tell one step after another.

use egui::{
    Align2, EventFilter, FontId, Id, Key, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui,
    Vec2, pos2,
};

use crate::domain::profile_history::Step;
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::i18n::Messages;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, radius, type_size};
use crate::ui::widgets::focus::keep_keys;

/// Two labels closer together than this would be drawn over one another.
const LABEL_HEIGHT: f32 = 13.0;
const LEFT: f32 = 34.0;
const RIGHT: f32 = 48.0;
/// Where the words stand that the picture turns to.
const TOP: f32 = 15.0;
/// Where the dates stand.
const BOTTOM: f32 = 16.0;
/// With more steps than this the marks would run into one another.
const MOST_MARKS: usize = 40;
/// What everybody starts with.
const START: f64 = 0.25;

#[must_use = "show the chart"]
pub struct HistoryChart<'a> {
    /// In the order of their dates; not empty.
    pub steps: &'a [Step],
    /// The spoken summary.
    pub summary: String,
    /// What a step says, for who cannot see it.
    pub told: &'a dyn Fn(usize) -> String,
    /// The word of a step, written where the picture turns to it.
    pub word: &'a dyn Fn(&Step) -> String,
}

impl HistoryChart<'_> {
    /// Shows the chart; returns the step under the pointer or the one that the keyboard stands on.
    pub fn show(
        self,
        ui: &mut Ui,
        tokens: &Tokens,
        messages: &Messages,
        size: Vec2,
        salt: &str,
    ) -> (Response, Option<usize>) {
        let (_, rect) = ui.allocate_space(size);
        let id = ui.make_persistent_id(salt);
        let response = ui.interact(rect, id, Sense::click());
        let plot = Rect::from_min_max(
            rect.min + Vec2::new(LEFT, TOP),
            rect.max - Vec2::new(RIGHT, BOTTOM),
        );
        let at = self.cursor(ui, &response, plot);
        let spoken = at.map_or_else(|| self.summary.clone(), |at| (self.told)(at));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &spoken));
        if ui.is_rect_visible(rect) && plot.is_positive() {
            self.paint(ui, tokens, messages, plot, at);
            if response.has_focus() {
                let ring = Stroke::new(2.0, tokens.accent);
                let inside = egui::StrokeKind::Inside;
                ui.painter().rect_stroke(rect, f32::from(radius::SMALL), ring, inside);
            }
        }
        (response, at)
    }

    /// The step that is pointed at. The arrows walk over the steps while the chart has the focus.
    fn cursor(&self, ui: &Ui, response: &Response, plot: Rect) -> Option<usize> {
        let last = self.steps.len().checked_sub(1)?;
        let key: Id = response.id.with("step");
        let hovered = response.hover_pos().map(|pointer| nearest(pointer.x, last + 1, plot));
        if response.clicked() {
            response.request_focus();
            ui.data_mut(|data| data.insert_temp(key, hovered.unwrap_or(last)));
        }
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            keep_keys(ui, response, filter);
            let before = ui.data(|data| data.get_temp(key)).unwrap_or(last).min(last);
            let now = ui.input(|input| {
                if input.key_pressed(Key::ArrowLeft) {
                    before.saturating_sub(1)
                } else if input.key_pressed(Key::ArrowRight) {
                    (before + 1).min(last)
                } else if input.key_pressed(Key::Home) {
                    0
                } else if input.key_pressed(Key::End) {
                    last
                } else {
                    before
                }
            });
            ui.data_mut(|data| data.insert_temp(key, now));
            return hovered.or(Some(now));
        }
        hovered
    }

    fn paint(&self, ui: &Ui, tokens: &Tokens, messages: &Messages, plot: Rect, at: Option<usize>) {
        let painter = ui.painter();
        let font = |weight: Weight| FontId::new(type_size::CAPTION, weight.family());
        let rim = rim(self.steps);
        #[expect(clippy::cast_possible_truncation, reason = "screen positions")]
        let y = |share: f64| plot.bottom() - (share / rim) as f32 * plot.height();
        for ring in [0.0, 0.25, 0.5, 0.75, 1.0] {
            if ring > rim + 1e-9 {
                break;
            }
            painter.hline(plot.x_range(), y(ring), Stroke::new(1.0, tokens.grid));
            // Every other line is enough where there is little room.
            if plot.height() / 4.0 > LABEL_HEIGHT || ring == 0.0 || (ring - 0.5).abs() < 1e-9 {
                let place = pos2(plot.left() - 6.0, y(ring));
                let label = messages.percent(ring);
                let font = font(Weight::Regular);
                painter.text(place, Align2::RIGHT_CENTER, label, font, tokens.text_3);
            }
        }
        self.turns(painter, tokens, plot, &font(Weight::Regular));
        if let Some(at) = at {
            let x = step_x(at, self.steps.len(), plot);
            painter.vline(x, plot.y_range(), Stroke::new(1.0, tokens.accent));
        }
        let last = self.steps.last();
        let leading = last.and_then(|step| step.leading);
        // What leads is drawn last, above the others.
        let mut order = Quadrant::ALL;
        order.sort_by_key(|quadrant| Some(*quadrant) == leading);
        for quadrant in order {
            let colour = tokens.quadrants[quadrant].solid;
            let width = if Some(quadrant) == leading { 2.5 } else { 1.5 };
            let line = staircase(self.steps, quadrant, plot, &y);
            painter.add(Shape::line(line, Stroke::new(width, colour)));
            for (place, step) in self.steps.iter().enumerate() {
                let is_here = at == Some(place);
                if is_here || self.steps.len() <= MOST_MARKS {
                    let x = step_x(place, self.steps.len(), plot);
                    let size = if is_here { 4.0 } else { 2.5 };
                    painter.circle_filled(pos2(x, y(step.shares[quadrant])), size, colour);
                }
            }
        }
        self.ends(painter, tokens, messages, plot, &y);
        self.dates(painter, tokens, messages, plot, &font(Weight::Regular));
    }

    /// The words that the picture turned to, the newest first: an older one gives way.
    fn turns(&self, painter: &Painter, tokens: &Tokens, plot: Rect, font: &FontId) {
        let mut free = plot.right() + RIGHT;
        let turning = self.steps.iter().enumerate().filter(|(_, step)| step.turns);
        for (place, step) in turning.rev() {
            let x = step_x(place, self.steps.len(), plot);
            let line = [pos2(x, plot.top()), pos2(x, plot.bottom())];
            let faint = Stroke::new(1.0, tokens.border_strong);
            painter.extend(Shape::dashed_line(&line, faint, 2.0, 3.0));
            let label = (self.word)(step);
            let galley = painter.layout_no_wrap(label, font.clone(), tokens.text_2);
            let room = plot.right() + RIGHT - galley.size().x;
            let left = (x - galley.size().x / 2.0).clamp(plot.left(), room.max(plot.left()));
            if left + galley.size().x + 8.0 <= free {
                free = left;
                let at = pos2(left, plot.top() - TOP);
                painter.galley(at, galley, tokens.text_2);
            }
        }
    }

    /// The letters at the ends of the lines, with what they came to.
    fn ends(
        &self,
        painter: &Painter,
        tokens: &Tokens,
        messages: &Messages,
        plot: Rect,
        y: &impl Fn(f64) -> f32,
    ) {
        let Some(last) = self.steps.last() else { return };
        let mut places = Quadrant::ALL.map(|quadrant| (quadrant, y(last.shares[quadrant])));
        keep_apart(&mut places, plot);
        for (quadrant, at) in places {
            let leads = last.leading == Some(quadrant);
            let weight = if leads { Weight::SemiBold } else { Weight::Medium };
            let font = FontId::new(type_size::CAPTION, weight.family());
            let label = format!("{quadrant} {}", messages.percent(last.shares[quadrant]));
            let colour = tokens.quadrants[quadrant].text;
            painter.text(pos2(plot.right() + 6.0, at), Align2::LEFT_CENTER, label, font, colour);
        }
    }

    fn dates(
        &self,
        painter: &Painter,
        tokens: &Tokens,
        messages: &Messages,
        plot: Rect,
        font: &FontId,
    ) {
        let (Some(first), Some(last)) = (self.steps.first(), self.steps.last()) else { return };
        let date = |step: &Step| {
            if first.date.year() == last.date.year() {
                messages.date_short(step.date)
            } else {
                messages.date(step.date)
            }
        };
        let below = plot.bottom() + BOTTOM;
        if first.date == last.date {
            let at = pos2(plot.center().x, below);
            painter.text(at, Align2::CENTER_BOTTOM, date(first), font.clone(), tokens.text_3);
            return;
        }
        let at = pos2(plot.left(), below);
        painter.text(at, Align2::LEFT_BOTTOM, date(first), font.clone(), tokens.text_3);
        let at = pos2(plot.right(), below);
        painter.text(at, Align2::RIGHT_BOTTOM, date(last), font.clone(), tokens.text_3);
    }
}

/// The share at the upper edge: a quarter more than the highest, in quarters.
fn rim(steps: &[Step]) -> f64 {
    let shares = steps.iter().flat_map(|step| Quadrant::ALL.map(|one| step.shares[one]));
    let highest = shares.fold(0.5, f64::max);
    ((highest * 4.0 - 1e-9).ceil() / 4.0).min(1.0)
}

/// Each step stands in the middle of its slot.
fn step_x(place: usize, steps: usize, plot: Rect) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "screen positions")]
    let part = (place as f32 + 0.5) / steps.max(1) as f32;
    plot.left() + part * plot.width()
}

/// The step whose slot a position is in.
fn nearest(x: f32, steps: usize, plot: Rect) -> usize {
    #[expect(clippy::cast_precision_loss, reason = "screen positions")]
    let slot = ((x - plot.left()) / plot.width().max(1.0) * steps as f32).floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "never below zero, and far below the limit"
    )]
    let slot = slot.max(0.0) as usize;
    slot.min(steps.saturating_sub(1))
}

fn staircase(steps: &[Step], quadrant: Quadrant, plot: Rect, y: &impl Fn(f64) -> f32) -> Vec<Pos2> {
    let mut points = vec![pos2(plot.left(), y(START))];
    let mut before = y(START);
    for (place, step) in steps.iter().enumerate() {
        let x = step_x(place, steps.len(), plot);
        let now = y(step.shares[quadrant]);
        points.extend([pos2(x, before), pos2(x, now)]);
        before = now;
    }
    points.push(pos2(plot.right(), before));
    points
}

/// Moves labels apart that would cover one another, and keeps them beside the plot.
fn keep_apart(places: &mut [(Quadrant, f32); 4], plot: Rect) {
    places.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let mut lowest = plot.top();
    for (_, at) in places.iter_mut() {
        *at = at.max(lowest);
        lowest = *at + LABEL_HEIGHT;
    }
    let mut highest = plot.bottom();
    for (_, at) in places.iter_mut().rev() {
        *at = at.min(highest);
        highest = *at - LABEL_HEIGHT;
    }
}

/// The quadrant whose share changed most with a step, with its share before and after.
pub fn largest_change(steps: &[Step], place: usize) -> Option<(Quadrant, f64, f64)> {
    let now = steps.get(place)?;
    let before = place.checked_sub(1).and_then(|place| steps.get(place));
    let before = before.map_or(PerQuadrant::from_fn(|_| START), |step| step.shares);
    let change = |quadrant: &Quadrant| (now.shares[*quadrant] - before[*quadrant]).abs();
    let most = Quadrant::ALL.into_iter().max_by(|one, other| {
        // Of two alike the first counts.
        change(one).total_cmp(&change(other)).then(other.cmp(one))
    })?;
    Some((most, before[most], now.shares[most]))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::profile::Certainty;

    fn step(a: f64, b: f64, c: f64, d: f64) -> Step {
        Step {
            date: date(2026, 6, 1),
            items: vec![0],
            shares: PerQuadrant { a, b, c, d },
            leading: None,
            certainty: Certainty::Leaning,
            turns: false,
        }
    }

    fn plot() -> Rect {
        Rect::from_min_size(pos2(100.0, 10.0), Vec2::new(300.0, 80.0))
    }

    #[test]
    fn labels_of_close_lines_do_not_cover_one_another() {
        for ends in [[50.0, 50.0, 51.0, 52.0], [10.0, 10.0, 10.0, 90.0], [90.0, 90.0, 90.0, 90.0]] {
            let mut places = [0, 1, 2, 3].map(|index: usize| (Quadrant::ALL[index], ends[index]));
            keep_apart(&mut places, plot());
            for pair in places.windows(2) {
                assert!(pair[1].1 - pair[0].1 >= LABEL_HEIGHT - 0.01, "{places:?}");
            }
            assert!(places.iter().all(|(_, at)| (10.0 - 0.01..=90.01).contains(at)), "{places:?}");
        }
    }

    #[test]
    fn the_pointer_finds_the_step_of_its_slot() {
        for place in 0..7 {
            assert_eq!(nearest(step_x(place, 7, plot()), 7, plot()), place);
        }
        assert_eq!(nearest(-50.0, 7, plot()), 0);
        assert_eq!(nearest(5000.0, 7, plot()), 6);
    }

    #[test]
    fn the_rim_is_a_round_share_above_everything() {
        assert!((rim(&[step(0.3, 0.3, 0.2, 0.2)]) - 0.5).abs() < 1e-9);
        assert!((rim(&[step(0.51, 0.2, 0.2, 0.09)]) - 0.75).abs() < 1e-9);
        assert!((rim(&[step(1.0, 0.0, 0.0, 0.0)]) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_largest_change_may_be_a_fall() {
        let steps = [step(0.4, 0.2, 0.2, 0.2), step(0.28, 0.24, 0.24, 0.24)];
        let (quadrant, before, after) = largest_change(&steps, 0).unwrap();
        assert_eq!((quadrant, before, after), (Quadrant::A, 0.25, 0.4));
        let (quadrant, before, after) = largest_change(&steps, 1).unwrap();
        assert_eq!((quadrant, before, after), (Quadrant::A, 0.4, 0.28));
        assert_eq!(largest_change(&steps, 2), None);
    }

    #[test]
    fn a_line_starts_where_everybody_starts_and_ends_at_its_share() {
        let y = |share: f64| if share > START { 40.0 } else { 25.0 };
        let line = staircase(&[step(0.4, 0.2, 0.2, 0.2)], Quadrant::A, plot(), &y);
        assert_eq!(line.first().unwrap(), &pos2(100.0, 25.0));
        assert_eq!(line.last().unwrap(), &pos2(400.0, 40.0));
    }
}
