//! Counterparts: the people across the table, one of them in detail.

mod ask_next;
mod compatibility;
mod details_form;
mod evidence_card;
mod evidence_entry;
mod evidence_line;
mod filter;
mod header;
mod history_view;
mod list;
pub(in crate::ui::pages) mod pairs;
pub(in crate::ui::pages) mod profile_card;
mod response;
pub(in crate::ui::pages) mod subject;
mod voice;

use egui::{Id, Rect, Ui, UiBuilder, Vec2, pos2};

pub(in crate::ui::pages) use self::compatibility::relation_bar;
use self::subject::Subject;
use super::absent;
use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::edit::Edit;
use crate::app::keeping::KeepingAction;
use crate::app::route::{NegotiationTab, Route};
use crate::app::workspace::Workspace;
use crate::domain::counterpart::Named;
use crate::domain::ids::CounterpartId;
use crate::domain::label::LabelChange;
use crate::domain::summary::CounterpartSummary;
use crate::store::record::RecordKey;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::layout::{Cell, Column, canvas_from};
use crate::ui::widgets::page::{Crumb, empty_state, top_bar};

const LIST_WIDTH: f32 = 280.0;
/// The list where there is little room.
const SMALL_LIST_WIDTH: f32 = 262.0;
/// From this width on, the list stands beside the details.
const BESIDE: f32 = 720.0;
/// Details narrower than this stand in one column.
const TWO_COLUMNS: f32 = 680.0;
/// The cards in the order in which they stand below one another.
const IN_ONE_COLUMN: [Part; 6] = [
    Part::Profile,
    Part::Evidence,
    Part::Compatibility,
    Part::Response,
    Part::Talk,
    Part::Misjudged,
];

/// What has its place on the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    List,
    Header,
    Form,
    Profile,
    Compatibility,
    Misjudged,
    Evidence,
    Response,
    Talk,
}

/// What changes because of another person on the page.
#[derive(Debug, Clone, Copy, Default)]
struct Arrival {
    /// The list has to show the row.
    reveal: bool,
    /// A person without a name: the cursor goes into the name.
    focus_name: bool,
    /// The cursor goes into the quick entry.
    focus_evidence: bool,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, selected: Option<CounterpartId>) {
    let work = cx.work;
    let known = selected.filter(|id| work.has_counterpart(*id));
    let Some(id) = known.or_else(|| latest(work)) else {
        nobody(ui, cx);
        return;
    };
    if known.is_none() {
        // So that not everybody is looked at in each frame.
        cx.push(Action::Replace(Route::counterpart(id)));
    }
    let Some(subject) = work.counterpart(id).and_then(|person| Subject::of(cx, person)) else {
        absent::show(ui, cx, RecordKey::Counterpart(id), cx.t("counterparts-title"));
        return;
    };
    bar(ui, cx, &subject);
    let mut arrival = arrival(ui, cx, &subject);
    let room = ui.available_rect_before_wrap();
    if room.width() < BESIDE {
        stacked(ui, cx, &subject, &mut arrival);
        return;
    }
    let small = room.width() < size::NARROW_CANVAS;
    let width = if small { SMALL_LIST_WIDTH } else { LIST_WIDTH };
    let list = Rect::from_min_size(room.min, Vec2::new(width, room.height()));
    part(ui, cx, &subject, Part::List, list, &mut arrival);
    let left = list.right() + size::CARD_GAP;
    let header =
        Rect::from_min_max(pos2(left, room.top()), pos2(room.right(), room.top() + header::HEIGHT));
    let below = Rect::from_min_max(pos2(left, header.bottom() + 12.0), room.max);
    part(ui, cx, &subject, Part::Header, header, &mut arrival);
    let mut child =
        ui.new_child(UiBuilder::new().id_salt(("details", subject.person.id.0)).max_rect(below));
    details(&mut child, cx, &subject, &mut arrival);
}

/// Whoever was changed last; somebody in the archive only where there is nobody else.
fn latest(work: &Workspace) -> Option<CounterpartId> {
    let order = |person: &CounterpartSummary| (!person.labels.archived, person.updated, person.id);
    work.people().iter().max_by_key(|person| order(person)).map(|person| person.id)
}

fn nobody(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let title = cx.t("counterparts-title");
    top_bar(ui, cx, &[Crumb::here(title)], title, |_, _| {});
    let action = (!cx.read_only).then(|| cx.t("counterparts-add"));
    let (why, what) = (cx.t("counterparts-empty"), cx.t("counterparts-empty-what"));
    if empty_state(ui, tokens, "counterparts", why, what, action) {
        cx.push(Action::Command(UiCommand::NewCounterpart));
    }
}

fn bar(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
    let title = cx.t("counterparts-title");
    let mut crumbs = vec![Crumb::to(title, Route::Counterparts { selected: None })];
    let organisation = subject.person.organisation.trim();
    if !organisation.is_empty() {
        crumbs.push(Crumb::here(organisation));
    }
    crumbs.push(Crumb::here(subject.name(cx)));
    let id = subject.person.id;
    top_bar(ui, cx, &crumbs, title, |ui, cx| {
        let tokens = cx.tokens;
        let open = cx.work.next_meeting_with(id);
        let prepare = ActionButton::primary(cx.t("counterpart-prepare")).icon("chevron-right");
        if prepare.enabled(open.is_some() || !cx.read_only).show(ui, tokens).clicked() {
            match open {
                Some((session, _)) => {
                    cx.go(Route::Negotiation { session: session.id, tab: NegotiationTab::Plan });
                }
                None => cx.push(Action::NewNegotiation(Some(id))),
            }
        }
        let remove = ActionButton::secondary(cx.t("counterpart-remove"))
            .icon("trash")
            .enabled(!cx.read_only);
        if remove.show(ui, tokens).clicked() {
            cx.push(Action::Edit(Edit::remove_counterpart(id)));
        }
        let versions = ActionButton::icon_only("clock", cx.t("command-versions"));
        if versions.colour(tokens.text_3).show(ui, tokens).clicked() {
            cx.push(Action::Keeping(KeepingAction::ShowVersions(RecordKey::Counterpart(id))));
        }
        if !subject.person.labels.archived {
            let archive = ActionButton::secondary(cx.t("record-archive")).icon("archive");
            if archive.enabled(!cx.read_only).show(ui, tokens).clicked() {
                let change = LabelChange::Archived { on: true };
                cx.push(Action::Edit(Edit::Label(vec![RecordKey::Counterpart(id)], change)));
            }
        }
    });
}

/// Notices when another person comes onto the page.
fn arrival(ui: &Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) -> Arrival {
    let id = subject.person.id;
    let key = Id::unique("counterpart-shown");
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<CounterpartId>(key);
        data.insert_temp(key, id);
        before
    });
    let nameless = subject.person.full_name().is_empty();
    if nameless && !cx.read_only {
        cx.drafts.editing_counterpart = Some(id);
    }
    let is_new = before != Some(id);
    if is_new && !nameless && cx.drafts.editing_counterpart != Some(id) {
        cx.drafts.editing_counterpart = None;
    }
    Arrival { reveal: is_new, focus_name: is_new && nameless, focus_evidence: false }
}

fn form_is_open(cx: &Cx<'_>, subject: &Subject<'_>) -> bool {
    cx.drafts.editing_counterpart == Some(subject.person.id)
}

/// Two columns of cards below the header.
fn details(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, arrival: &mut Arrival) {
    if form_is_open(cx, subject) {
        let room = ui.available_rect_before_wrap();
        let height = details_form::height(room.width());
        let place = Rect::from_min_size(room.min, Vec2::new(room.width(), height));
        part(ui, cx, subject, Part::Form, place, arrival);
        ui.advance_cursor_after_rect(place);
        ui.add_space(size::CARD_GAP - ui.spacing().item_spacing.y);
    }
    let left = [Part::Profile, Part::Compatibility, Part::Misjudged];
    let right = [Part::Evidence, Part::Response, Part::Talk];
    let profile = profile_card::height(ui);
    let left_cells = left.map(|which| cell(which, profile));
    let right_cells = right.map(|which| cell(which, profile));
    let beside =
        [Column { weight: 1.0, cells: &left_cells }, Column { weight: 1.02, cells: &right_cells }];
    let below_cells = IN_ONE_COLUMN.map(|which| cell(which, profile));
    let below = [Column { weight: 1.0, cells: &below_cells }];
    let (columns, parts): (&[Column<'_>], Vec<Part>) = if ui.available_width() < TWO_COLUMNS {
        (&below, IN_ONE_COLUMN.to_vec())
    } else {
        (&beside, [left, right].concat())
    };
    canvas_from(ui, 0.0, columns, |ui, index, rect| {
        if let Some(which) = parts.get(index) {
            part(ui, cx, subject, *which, rect, arrival);
        }
    });
}

/// Everything below one another, the list first.
fn stacked(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, arrival: &mut Arrival) {
    let mut parts = vec![Part::List, Part::Header];
    if form_is_open(cx, subject) {
        parts.push(Part::Form);
    }
    parts.extend(IN_ONE_COLUMN);
    let profile = profile_card::height(ui);
    let cells: Vec<Cell> = parts
        .iter()
        .map(|which| match which {
            Part::Form => Cell { min: details_form::height(ui.available_width()), grow: 0.0 },
            which => cell(*which, profile),
        })
        .collect();
    let columns = [Column { weight: 1.0, cells: &cells }];
    canvas_from(ui, f32::INFINITY, &columns, |ui, index, rect| {
        if let Some(which) = parts.get(index) {
            part(ui, cx, subject, *which, rect, arrival);
        }
    });
}

/// `profile` is the height that the profile needs; the evidence beside it ends where it ends.
fn cell(part: Part, profile: f32) -> Cell {
    let (min, grow) = match part {
        Part::List => (270.0, 0.0),
        Part::Header => (header::HEIGHT, 0.0),
        Part::Form => (0.0, 0.0),
        Part::Profile | Part::Evidence => (profile, 0.0),
        Part::Compatibility | Part::Response => (410.0, 1.0),
        Part::Misjudged | Part::Talk => (240.0, 0.4),
    };
    Cell { min, grow }
}

fn part(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    subject: &Subject<'_>,
    which: Part,
    rect: Rect,
    arrival: &mut Arrival,
) {
    let id = subject.person.id;
    match which {
        Part::List => list::show(ui, cx, rect, id, arrival.reveal),
        Part::Header => {
            let open = form_is_open(cx, subject);
            header::show(ui, cx, subject, rect);
            arrival.focus_name |= !open && form_is_open(cx, subject);
        }
        Part::Form => details_form::show(ui, cx, subject, rect, arrival.focus_name),
        Part::Profile => arrival.focus_evidence |= profile_card::show(ui, cx, subject, rect),
        Part::Compatibility => compatibility::show(ui, cx, subject, rect),
        Part::Misjudged => voice::misjudged(ui, cx, subject, rect),
        Part::Evidence => evidence_card::show(ui, cx, subject, rect, arrival.focus_evidence),
        Part::Response => response::show(ui, cx, subject, rect),
        Part::Talk => voice::talk(ui, cx, subject, rect),
    }
}
