//! The entry of the next offer in one line, and of the correction of an earlier one.

use egui::text::{CCursor, CCursorRange};
use egui::widgets::text_edit::TextEditState;
use egui::{Id, Key, Ui};

use super::summon::{self, Summons};
use super::{Scene, understood, warnings};
use crate::app::command::UiCommand;
use crate::app::drafts::MeetingDraft;
use crate::app::edit::SessionEdit;
use crate::app::typed_offer::{SideWords, TypedOffer, line_of, unwritten, without_side};
use crate::domain::ids::EntryId;
use crate::domain::issue::{IssueKind, IssueValue};
use crate::domain::ledger::{Offer, Side};
use crate::domain::plan::Values;
use crate::i18n::units::Unit;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

const ROW: f32 = 34.0;
const LINE: f32 = 20.0;
/// Issues that the example in the empty field names.
const EXAMPLES: usize = 2;

/// What stands below the field while one types.
struct Echo {
    /// What was understood; empty when it is nothing.
    understood: String,
    /// What needs a word more; empty when it is nothing.
    problem: String,
}

impl Echo {
    fn of(cx: &Cx<'_>, scene: &Scene<'_>, draft: &MeetingDraft) -> Self {
        let mut echo = Self { understood: String::new(), problem: String::new() };
        let typed = TypedOffer::read(&draft.offer_line, understood::subject(cx, scene));
        if typed.says_something() {
            let side = typed.side.unwrap_or(draft.offer_side);
            echo.understood = understood::typed(cx, scene, side, &typed);
        }
        let problems = typed.unclear.iter().map(|unclear| understood::unclear(cx, scene, unclear));
        echo.problem = problems.collect::<Vec<_>>().join(" ");
        // One or two letters may be the beginning of "us" or "them".
        let digits = draft.offer_line.chars().any(|sign| sign.is_ascii_digit());
        if echo.understood.is_empty() && digits {
            echo.problem = format!("{} {}", echo.problem, cx.t("offer-unreadable"));
        }
        echo.problem = echo.problem.trim().to_owned();
        echo
    }

    fn lines(&self) -> impl Iterator<Item = &String> {
        [&self.understood, &self.problem].into_iter().filter(|line| !line.is_empty())
    }
}

/// What the entry needs, with the warnings of the last offer above it.
pub fn height(cx: &Cx<'_>, scene: &Scene<'_>) -> f32 {
    let draft = cx.drafts.meetings.get(&scene.meeting.id);
    let echo = draft.map(|draft| Echo::of(cx, scene, draft));
    let lines = echo.map_or(0.0, |echo| echo.lines().map(|_| LINE).sum::<f32>());
    ROW + lines + warnings::height(scene)
}

fn line_id(scene: &Scene<'_>) -> Id {
    Id::unique(("offer-line", scene.meeting.id.0))
}

fn words<'a>(cx: &Cx<'a>) -> SideWords<'a> {
    SideWords { us: cx.messages.word("side", "us"), them: cx.messages.word("side", "them") }
}

/// Brings the line of an offer back into the entry.
pub fn change(ui: &Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, offer: &Offer) {
    let line = line_of(offer, understood::subject(cx, scene), words(cx));
    let draft = cx.drafts.meetings.entry(scene.meeting.id).or_default();
    if draft.offer_changed.is_none() {
        draft.offer_aside = std::mem::take(&mut draft.offer_line);
    }
    draft.offer_line = line;
    draft.offer_changed = Some(offer.id);
    let id = line_id(scene);
    let end = CCursor::new(draft.offer_line.chars().count());
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// Which offer is being corrected.
pub fn changing(cx: &Cx<'_>, scene: &Scene<'_>) -> Option<EntryId> {
    cx.drafts.meetings.get(&scene.meeting.id)?.offer_changed
}

fn finish(draft: &mut MeetingDraft) {
    draft.offer_changed = None;
    draft.offer_line = std::mem::take(&mut draft.offer_aside);
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    warnings::show(ui, cx, scene);
    let id = line_id(scene);
    let mut draft = cx.drafts.meetings.entry(scene.meeting.id).or_default().clone();
    let before = draft.clone();
    let changed = scene.session.offers.iter().find(|offer| draft.offer_changed == Some(offer.id));
    if changed.is_none() && draft.offer_changed.is_some() {
        finish(&mut draft);
    }
    let called = summon::summons(ui, cx, UiCommand::EnterOffer, id);
    if called == Summons::Next {
        draft.offer_side = summon::next_of(&Side::BOTH, draft.offer_side);
    }
    // "us 1300" shows its side while it is typed.
    let typed = TypedOffer::read(&draft.offer_line, understood::subject(cx, scene));
    let side = typed.side.unwrap_or(draft.offer_side);
    let (mut add, mut cancel) = (false, false);
    let hint = hint(cx, scene);
    let label = cx.t(if changed.is_some() { "offer-save" } else { "meeting-add" });
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal(|ui| {
            let mut chosen = None;
            let sides = Side::BOTH.map(|side| (side, cx.messages.word("side", side.id())));
            if let Some(side) = segmented(ui, tokens, cx.t("offer-side"), Some(side), &sides) {
                chosen = Some(side);
            }
            let gap = ui.spacing().item_spacing.x;
            let mut buttons = ActionButton::width_of(ui, label, false) + gap;
            if changed.is_some() {
                buttons += 26.0 + gap;
            }
            let line = Field::new(cx.t("offer-line"))
                .hint(&hint)
                .hide_label()
                .id(id)
                .width((ui.available_width() - buttons).max(120.0))
                .show(ui, tokens, &mut draft.offer_line);
            if called == Summons::Focus {
                line.scroll_to_me(None);
            }
            if let Some(side) = chosen {
                draft.offer_side = side;
                // A side that was typed gives way to the one that was clicked.
                draft.offer_line = without_side(&draft.offer_line);
                // A field that is drawn after the click lets the focus go; so it is given here.
                line.request_focus();
            }
            add |= submitted(ui, &line);
            cancel |= changed.is_some()
                && line.lost_focus()
                && ui.input(|input| input.key_pressed(Key::Escape));
            let can = typed.says_something() && !cx.read_only;
            add |= ActionButton::secondary(label).enabled(can).show(ui, tokens).clicked();
            if changed.is_some() {
                cancel |= ActionButton::icon_only("cross", cx.t("offer-leave"))
                    .show(ui, tokens)
                    .clicked();
            }
        });
    });
    let echo = Echo::of(cx, scene, &draft);
    for line in echo.lines() {
        let colour = if *line == echo.problem { tokens.warn } else { tokens.text_2 };
        let shown = text::caption(line.as_str(), tokens).color(colour);
        text::one_line(ui, shown).on_hover_text(line.as_str());
    }
    if cancel {
        finish(&mut draft);
    } else if add {
        ui.memory_mut(|memory| memory.request_focus(id));
        if typed.says_something() {
            match changed {
                Some(offer) => {
                    correct(cx, scene, offer, side, &typed);
                    finish(&mut draft);
                }
                None => {
                    push(cx, scene, side, &typed);
                    draft.offer_line.clear();
                    // The next offer is most often the answer to this one.
                    draft.offer_side = summon::next_of(&Side::BOTH, side);
                }
            }
        }
    }
    if draft != before {
        // The height of the entry follows what is typed.
        ui.ctx().request_repaint();
        cx.drafts.meetings.insert(scene.meeting.id, draft);
    }
}

fn push(cx: &mut Cx<'_>, scene: &Scene<'_>, side: Side, typed: &TypedOffer) {
    let mut offer = Offer {
        id: cx.clock.new_entry(),
        at: cx.now(),
        meeting: scene.meeting.id,
        side,
        price: None,
        values: Values::new(),
        terms: String::new(),
    };
    typed.put_into(&mut offer);
    cx.edit_session(scene.session.id, SessionEdit::AddOffer(offer));
}

fn correct(cx: &mut Cx<'_>, scene: &Scene<'_>, old: &Offer, side: Side, typed: &TypedOffer) {
    let (values, price) = unwritten(old, understood::subject(cx, scene), words(cx));
    let mut offer = Offer { side, ..old.clone() };
    typed.put_into(&mut offer);
    for (issue, value) in values {
        offer.values.entry(issue).or_insert(value);
    }
    if price {
        offer.price = offer.price.or(old.price);
    }
    if offer != *old {
        cx.edit_session(scene.session.id, SessionEdit::SetOffer(Box::new(offer)));
    }
}

/// "us 1300 30d 36m", made from the plan.
fn hint(cx: &Cx<'_>, scene: &Scene<'_>) -> String {
    let plan = &scene.session.plan;
    let target =
        |price: Option<rust_decimal::Decimal>| price.map(|price| price.normalize().to_string());
    let price = target(plan.target).unwrap_or_else(|| "1300".to_owned());
    let issues = plan.issues.iter().filter_map(|issue| {
        let unit = Unit::of(&issue.unit).filter(|_| issue.kind == IssueKind::Number)?;
        let Some(IssueValue::Number(number)) = issue.mine.target else { return None };
        Some(format!("{}{}", number.normalize(), cx.messages.word("unit-typed", unit.id())))
    });
    let parts: Vec<String> = [price].into_iter().chain(issues.take(EXAMPLES)).collect();
    cx.tr("offer-hint", &[("example", parts.join(" ").into())])
}
