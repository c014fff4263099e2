//! One negotiation as a row of the list.

use egui::{FontId, Layout, Rect, Sense, Ui, Vec2};

use super::session_title;
use crate::app::lists::negotiations::NegotiationOrder;
use crate::domain::outcome::Verdict;
use crate::domain::summary::{PriceState, SessionSummary};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::{known_quadrant, person_name};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{size, type_size};
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::row::row;
use crate::ui::widgets::selection_bar::{Pick, pick, space_on};
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::tags::{chip_width as tag_width, tag_chip};
use crate::ui::widgets::text;
use crate::ui::widgets::tick::row_box;

const GAP_WIDTH: f32 = 130.0;
const VERDICT_WIDTH: f32 = 110.0;
const WHEN_WIDTH: f32 = 150.0;
/// Below this the price gap gives way to the title.
const NARROW_ROW: f32 = 720.0;
/// More people than this are not drawn in a row.
const PEOPLE_SHOWN: usize = 3;
/// More tags than this are not drawn in a row.
const TAGS_SHOWN: usize = 3;
/// So much of its line a long title keeps beside tags.
const TITLE_SHARE: f32 = 0.7;

/// Shows the row; returns what the user did to it.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionSummary) -> Option<Pick> {
    let tokens = cx.tokens;
    let title = session_title(cx, &session.title, &session.counterparts);
    let wide = ui.available_width() >= NARROW_ROW;
    let chosen = cx.lists.chosen_negotiations.contains(session.id);
    let space = space_on(ui, ui.make_persistent_id(session.id.0));
    let mut tick = None;
    let response = row(ui, tokens, session.id.0, size::TALL_ROW_HEIGHT, chosen, &title, |ui| {
        let name = cx.tr("list-choose-row", &[("name", Arg::from(&title))]);
        let response = row_box(ui, tokens, chosen, &name);
        tick = Some(response.on_hover_text(cx.t("list-choose-row-tip")));
        let taken = VERDICT_WIDTH + WHEN_WIDTH + if wide { GAP_WIDTH + 24.0 } else { 16.0 };
        let title_width = (ui.available_width() - taken).max(80.0);
        cell(ui, title_width, 1.0, |ui| {
            ui.horizontal(|ui| name_line(ui, cx, session, &title));
            ui.horizontal(|ui| people(ui, cx, session));
        });
        if wide {
            cell(ui, GAP_WIDTH, 6.0, |ui| gap(ui, cx, session));
        }
        cell(ui, VERDICT_WIDTH, 6.0, |ui| verdict(ui, cx, session));
        cell(ui, WHEN_WIDTH, 6.0, |ui| when(ui, cx, session));
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    pick(ui, &response, tick.as_ref(), space)
}

/// The title, what is untested, and the tags, as far as there is room.
fn name_line(ui: &mut Ui, cx: &Cx<'_>, session: &SessionSummary, title: &str) {
    let tokens = cx.tokens;
    let untested = session.untested.len();
    let warning =
        (untested > 0).then(|| cx.tr("negotiations-untested", &[("count", untested.into())]));
    let tags = &session.labels.tags;
    let mut room = warning.as_deref().map_or(0.0, |label| chip_width(ui, label));
    // The title has the first claim on the room.
    let font = FontId::new(type_size::BODY, Weight::SemiBold.family());
    let wanted = text_width(ui, title, font).min(ui.available_width() * TITLE_SHARE);
    let limit = ui.available_width() - wanted - 12.0;
    let fitting = tags.iter().take(TAGS_SHOWN).take_while(|tag| {
        let wider = room + tag_width(ui, tag) + 6.0;
        let fits = wider <= limit;
        if fits {
            room = wider;
        }
        fits
    });
    let fitting = fitting.count();
    ui.spacing_mut().item_spacing.x = 6.0;
    ui.scope(|ui| {
        ui.set_max_width((ui.available_width() - room).max(60.0));
        text::one_line(ui, text::strong(title, tokens));
    });
    if let Some(label) = warning {
        chip(ui, tokens, Tone::Warn, &label);
    }
    for tag in tags.iter().take(fitting) {
        tag_chip(ui, tokens, tag);
    }
    if tags.len() > fitting && ui.available_width() > 24.0 {
        let more = cx.tr("tags-more", &[("count", (tags.len() - fitting).into())]);
        ui.label(text::caption(more, tokens)).on_hover_text(tags.join(cx.t("list-separator")));
    }
}

fn chip_width(ui: &Ui, label: &str) -> f32 {
    text_width(ui, label, egui::TextStyle::Small.resolve(ui.style())) + 40.0
}

/// The width of a line, or of as much of it as can be seen.
fn text_width(ui: &Ui, line: &str, font: FontId) -> f32 {
    const VISIBLE: usize = 160;
    let line = line.chars().take(VISIBLE).collect();
    ui.painter().layout_no_wrap(line, font, ui.visuals().text_color()).size().x
}

/// A part of a row: two lines, from the left, in a fixed place, `top` below its edge.
fn cell(ui: &mut Ui, width: f32, top: f32, content: impl FnOnce(&mut Ui)) {
    let height = ui.available_height();
    let (place, _) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let inner = Rect::from_min_max(place.min + Vec2::new(0.0, top), place.max);
    let builder = egui::UiBuilder::new().max_rect(inner).layout(Layout::top_down(egui::Align::Min));
    let mut child = ui.new_child(builder);
    child.set_clip_rect(place.intersect(ui.clip_rect()));
    child.spacing_mut().item_spacing.y = 1.0;
    // Two lines have to fit; nothing in a cell is a control of its own.
    child.spacing_mut().interact_size.y = 20.0;
    content(&mut child);
}

fn people(ui: &mut Ui, cx: &Cx<'_>, session: &SessionSummary) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.x = 6.0;
    let count = session.counterparts.len();
    if count == 0 {
        text::one_line(ui, text::caption(cx.t("negotiations-nobody"), tokens));
        return;
    }
    for person in cx.work.people_of(&session.counterparts).take(PEOPLE_SHOWN) {
        if ui.available_width() < 80.0 {
            break;
        }
        let quadrant =
            cx.work.reading(person.id).and_then(|reading| known_quadrant(&reading.normal));
        animal(ui, tokens, quadrant, cx.animals(), 18.0);
        if let Some(quadrant) = quadrant {
            quadrant_tag(ui, tokens, quadrant);
        }
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(180.0));
            text::one_line(ui, text::caption(person_name(cx, person), tokens));
        });
        ui.add_space(6.0);
    }
    if count > PEOPLE_SHOWN {
        ui.label(text::caption(format!("+{}", count - PEOPLE_SHOWN), tokens));
    }
}

fn gap(ui: &mut Ui, cx: &Cx<'_>, session: &SessionSummary) {
    let tokens = cx.tokens;
    let note = |ui: &mut Ui, line| {
        ui.add_space(7.0);
        text::one_line(ui, line);
    };
    match session.price {
        PriceState::NoOffers => note(ui, text::caption(cx.t("negotiations-no-offers"), tokens)),
        PriceState::OneSide => note(ui, text::caption(cx.t("negotiations-one-side"), tokens)),
        PriceState::Met => {
            note(ui, text::value(cx.t("negotiations-met"), tokens).color(tokens.ok));
        }
        PriceState::Apart(gap) => {
            let amount = cx.messages.money(gap, &session.currency);
            text::one_line(ui, text::value(amount, tokens));
            text::one_line(ui, text::caption(cx.t("negotiations-gap"), tokens));
        }
    }
}

fn verdict(ui: &mut Ui, cx: &Cx<'_>, session: &SessionSummary) {
    let Some(verdict) = session.verdict else { return };
    let tone = match verdict {
        Verdict::Order | Verdict::Advance => Tone::Ok,
        Verdict::Continuation => Tone::Neutral,
        Verdict::NoSale => Tone::Warn,
    };
    ui.add_space(5.0);
    let word = cx.messages.word("outcome", verdict.id());
    chip(ui, cx.tokens, tone, word).on_hover_text(cx.t("negotiations-last-verdict"));
}

fn when(ui: &mut Ui, cx: &Cx<'_>, session: &SessionSummary) {
    let (tokens, today) = (cx.tokens, cx.today());
    let meeting = session.next.as_ref();
    match meeting.map(|meeting| (meeting.started, meeting.planned)) {
        Some((Some(_), _)) => {
            ui.add_space(5.0);
            chip(ui, tokens, Tone::Accent, cx.t("negotiations-running"));
        }
        Some((None, Some(at))) => {
            let (date, time) = (cx.messages.date_short(at.date()), cx.messages.time(at.time()));
            let line = cx.tr("date-time", &[("date", date.into()), ("time", time.into())]);
            text::one_line(ui, text::value(line, tokens));
            if cx.drafts.negotiations.order == NegotiationOrder::Changed {
                last_change(ui, cx, session);
                return;
            }
            let day = text::caption(cx.messages.due_day(at.date(), today), tokens);
            let late = at.date() < today;
            text::one_line(ui, if late { day.color(tokens.warn) } else { day });
        }
        None | Some((None, None)) => {
            let key =
                if meeting.is_some() { "negotiations-no-date" } else { "negotiations-all-held" };
            text::one_line(ui, text::body(cx.t(key), tokens));
            last_change(ui, cx, session);
        }
    }
}

fn last_change(ui: &mut Ui, cx: &Cx<'_>, session: &SessionSummary) {
    let changed = cx.clock.local(session.updated).date();
    let day = cx.messages.relative_day(changed, cx.today());
    let line = cx.tr("negotiations-last-change", &[("day", day.into())]);
    text::one_line(ui, text::caption(line, cx.tokens));
}
