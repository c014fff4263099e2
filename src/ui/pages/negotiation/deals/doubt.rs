//! What if my guess of their weights is off?

use egui::{Align, Layout, Rect, Sense, Ui, Vec2};

use super::fit;
use super::points;
use super::scene::{Found, Scene};
use super::words;
use crate::app::drafts::Balance;
use crate::app::edit::SessionEdit;
use crate::domain::bargaining::DealOdds;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::say::say_aloud;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

const DOUBTS: [u8; 3] = [20, 40, 60];
const ROW: f32 = 26.0;
const TRACKS: [Track; 4] =
    [Track::Share(1.0), Track::Fixed(92.0), Track::Fixed(74.0), Track::Fixed(84.0)];

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let labels = DOUBTS.map(|doubt| cx.tr("deals-doubt-by", &[("percent", doubt.into())]));
    let options: Vec<(u8, &str)> =
        DOUBTS.into_iter().zip(labels.iter().map(String::as_str)).collect();
    let (title, name, current) =
        (cx.t("deals-doubt"), cx.t("deals-doubt-name"), cx.drafts.deals.doubt);
    let mut chosen = None;
    fit::show(
        ui,
        tokens,
        ("doubt", Card::new(title)),
        place,
        |ui| chosen = segmented(ui, tokens, name, Some(current), &options),
        |ui| {
            let told = cx.tr("deals-doubt-what", &[("percent", current.into())]);
            ui.add(egui::Label::new(text::body(told, tokens)).wrap());
            match scene.found.as_ref() {
                Some(found) if found.prospects.odds.is_some() => content(ui, cx, scene, found),
                Some(_) => {
                    ui.label(text::caption(cx.t("deals-working-odds"), tokens));
                }
                None => {}
            }
        },
    );
    if let Some(doubt) = chosen {
        cx.drafts.deals.doubt = doubt;
    }
}

fn content(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, found: &Found) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let odds: Vec<&DealOdds> = found.prospects.odds.iter().flatten().collect();
    let heads = ["deals-table-deal", "deals-odds-near", "deals-odds-worth", "deals-odds-enough"];
    row(ui, cx, &heads.map(|key| cx.t(key).to_owned()), true);
    let mut names = Vec::new();
    if found.prospects.analysis.solutions.nash.is_some() {
        names.push(cx.messages.word("deals-balance", Balance::Nash.id()).to_owned());
    }
    for (index, point) in points::packages(cx, scene, found).into_iter().enumerate() {
        names.push(format!("{} {}", index + 1, point.name));
    }
    for (name, odds) in names.into_iter().zip(&odds) {
        let of_ten = |share: f64| {
            let count = tenths(share);
            cx.tr("deals-of-ten", &[("count", count.into())])
        };
        let worth = words::range((odds.low, odds.high));
        let cells = [name, of_ten(odds.near_frontier), worth, of_ten(odds.acceptable)];
        row(ui, cx, &cells, false);
    }
    ui.add_space(8.0);
    ui.spacing_mut().item_spacing.y = 6.0;
    if let Some(odds) = found.prospects.nash_odds() {
        question(ui, cx, scene, found, odds);
    }
}

/// So many cases of ten; never all or nothing unless it is.
#[expect(clippy::cast_possible_truncation, reason = "0 to 10")]
fn tenths(share: f64) -> i64 {
    let tenths = (share * 10.0).round() as i64;
    match tenths {
        10 if share < 1.0 => 9,
        0 if share > 0.0 => 1,
        tenths => tenths,
    }
}

/// The weight that matters most, and what to ask about it.
fn question(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, found: &Found, odds: &DealOdds) {
    let (tokens, session) = (cx.tokens, scene.session);
    let topics = &found.prospects.deals.topics;
    let name = |issue: usize| topics.get(issue).map(|topic| words::name(cx, session, *topic));
    let Some(first) = odds.effects.first() else { return };
    if words::points(first.range()) == 0 {
        ui.add(egui::Label::new(text::body(cx.t("deals-doubt-none"), tokens)).wrap());
        return;
    }
    let Some(issue) = name(first.issue) else { return };
    let ends = (first.at_least.min(first.at_most), first.at_least.max(first.at_most));
    let args = [("issue", Arg::from(&issue)), ("range", words::range(ends).into())];
    let told = cx.tr("deals-doubt-most", &args);
    ui.add(egui::Label::new(text::body(told, tokens)).wrap());
    let other = odds.effects.get(1).and_then(|effect| name(effect.issue));
    let asked = match other {
        Some(other) => {
            let args = [("issue", Arg::from(&issue)), ("other", Arg::from(&other))];
            cx.tr("deals-ask-two", &args)
        }
        None => cx.tr("deals-ask-one", &[("issue", Arg::from(&issue))]),
    };
    say_aloud(ui, cx, cx.t("deals-ask"), &asked);
    let listed = session.plan.questions.lines().any(|line| line.trim() == asked);
    let key = if listed { "deals-ask-listed" } else { "deals-ask-add" };
    let button = ActionButton::quiet(cx.t(key)).icon(if listed { "check" } else { "plus" });
    if button.small().enabled(!listed && !cx.read_only).show(ui, tokens).clicked() {
        let before = session.plan.questions.trim_end();
        let questions = if before.is_empty() { asked } else { format!("{before}\n{asked}") };
        cx.edit_session(session.id, SessionEdit::Questions(questions));
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, cells: &[String; 4], head: bool) {
    let tokens = cx.tokens;
    let height = if head { ROW + 8.0 } else { ROW };
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let spoken = cells.join(cx.t("list-separator"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, &spoken));
    let edge = egui::Stroke::new(1.0, tokens.border);
    ui.painter().hline(rect.x_range(), rect.bottom(), edge);
    for (index, (words, place)) in cells.iter().zip(split(rect, 8.0, &TRACKS)).enumerate() {
        let align = if index == 0 { Align::Min } else { Align::Max };
        cell(ui, (rect.top().to_bits(), index), place, align, |ui| {
            if head {
                let layout = Layout::top_down(align);
                ui.with_layout(layout, |ui| text::two_lines(ui, text::label(words, tokens)));
            } else if index == 0 {
                text::one_line(ui, text::value(words, tokens)).on_hover_text(words);
            } else {
                text::one_line(ui, text::strong(words, tokens));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_of_ten_is_said_of_all_and_none_of_nothing() {
        assert_eq!([tenths(1.0), tenths(0.0)], [10, 0]);
        assert_eq!([tenths(0.99), tenths(0.004)], [9, 1]);
        assert_eq!(tenths(0.75), 8);
    }
}
