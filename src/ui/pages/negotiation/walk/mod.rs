//! The pitch with what the coach finds in it, and the seventeen questions asked of it.

mod blanks;
mod coach_card;
mod coverage;
mod found;
mod lines;
mod marks;
mod notes;
mod outline;
mod outline_view;
mod pitch;
mod quadrant_card;
mod questions;
mod quote;
mod shown;
mod sides;
mod speech;
mod suggestions;
mod tip;
mod version_compare;
mod versions;
mod wording;

use egui::{Layout, Rect, Ui};

use self::marks::{Marks, marks_of};
use self::shown::{Lit, Shown, View};
use super::audience::Audience;
use crate::domain::quadrant::Quadrant;
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::segmented::segmented;

const QUADRANT: Cell = Cell { min: 300.0, grow: 1.0 };

/// Text and coach at the left; the quadrants at the right as on every map.
const COLUMNS: [Column<'static>; 3] = [
    Column {
        weight: 1.5,
        cells: &[Cell { min: 260.0, grow: 1.0 }, Cell { min: 318.0, grow: 0.0 }],
    },
    Column { weight: 1.0, cells: &[QUADRANT, QUADRANT] },
    Column { weight: 1.0, cells: &[QUADRANT, QUADRANT] },
];

/// What the parts of the page share.
struct Page<'a> {
    session: &'a Session,
    marks: &'a Marks,
    audience: &'a Audience,
    shown: &'a mut Shown,
}

impl Page<'_> {
    /// What stands out: all, if a question is chosen for which nothing was found.
    fn lit(&self) -> Lit {
        match self.shown.lit {
            Lit::Question(question) if self.marks.count(question) == 0 => Lit::All,
            lit => lit,
        }
    }

    fn reborrow(&mut self) -> Page<'_> {
        Page {
            session: self.session,
            marks: self.marks,
            audience: self.audience,
            shown: self.shown,
        }
    }
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let mut shown = Shown::load(ui, session.id);
    let marks = marks_of(ui, cx, session.id.0, &session.pitch);
    let audience = Audience::of(cx, session);
    let mut page = Page { session, marks: &marks, audience: &audience, shown: &mut shown };
    bar(ui, cx, &mut page);
    ui.add_space(4.0);
    match page.shown.view {
        View::Write if ui.available_width() < size::NARROW_CANVAS => {
            sides::show(ui, cx, &mut page);
        }
        View::Write => {
            canvas(ui, &COLUMNS, |ui, index, place| card(ui, cx, &mut page, index, place));
        }
        View::Outline => outline_view::show(ui, cx, &mut page),
        View::Notes => notes::show(ui, cx, &mut page),
        View::Versions => versions::show(ui, cx, &mut page),
    }
    shown.store(ui, session.id);
}

fn card(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>, index: usize, place: Rect) {
    match index {
        0 => pitch::card(ui, cx, page, place),
        1 => coach_card::show(ui, cx, page, place),
        2 => quadrant_card::show(ui, cx, page, Quadrant::A, place),
        3 => quadrant_card::show(ui, cx, page, Quadrant::B, place),
        4 => quadrant_card::show(ui, cx, page, Quadrant::D, place),
        _ => quadrant_card::show(ui, cx, page, Quadrant::C, place),
    }
}

/// The views of the page, and keeping the text as it is.
fn bar(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>) {
    let tokens = cx.tokens;
    let versions = match page.session.pitches.len() {
        0 => cx.t("coach-versions").to_owned(),
        count => cx.tr("coach-versions-count", &[("count", count.into())]),
    };
    ui.horizontal(|ui| {
        let options = [
            (View::Write, cx.t("coach-write")),
            (View::Outline, cx.t("coach-outline")),
            (View::Notes, cx.t("coach-notes")),
            (View::Versions, versions.as_str()),
        ];
        let name = cx.t("coach-view");
        if let Some(view) = segmented(ui, tokens, name, Some(page.shown.view), &options) {
            page.shown.view = view;
            page.shown.copied = false;
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let kept = versions::is_kept(page.session);
            let label = cx.t(if kept { "coach-kept" } else { "coach-keep" });
            let icon = if kept { "check" } else { "save" };
            let possible = !kept && !cx.read_only && !page.marks.is_blank();
            let keep = ActionButton::secondary(label).icon(icon).small().enabled(possible);
            if keep.tooltip(cx.t("coach-keep-tip")).show(ui, tokens).clicked() {
                versions::keep(cx, page.session);
            }
        });
    });
}
