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

/// The line of the entry and what it means. It is read once in a frame, and again if it changes.
pub struct Entered {
    line: String,
    typed: TypedOffer,
    side: Side,
    /// What stands below the field: what was understood; empty when it is nothing.
    understood: String,
    /// What needs a word more; empty when it is nothing.
    problem: String,
}

impl Entered {
    /// Reads what stands in the entry.
    pub fn read(cx: &Cx<'_>, scene: &Scene<'_>) -> Self {
        let draft = cx.drafts.meetings.get(&scene.meeting.id);
        let draft = draft.map_or_else(MeetingDraft::default, MeetingDraft::clone);
        Self::of(cx, scene, &draft)
    }

    fn of(cx: &Cx<'_>, scene: &Scene<'_>, draft: &MeetingDraft) -> Self {
        let line = draft.offer_line.clone();
        let typed = TypedOffer::read(&line, understood::subject(cx, scene));
        let side = typed.side.unwrap_or_else(|| side_unless_typed(scene, draft));
        let mut understood = String::new();
        if typed.says_something() {
            understood = understood::typed(cx, scene, side, &typed);
        }
        let problems = typed.unclear.iter().map(|unclear| understood::unclear(cx, scene, unclear));
        let mut problem = problems.collect::<Vec<_>>().join(" ");
        // One or two letters may be the beginning of "us" or "them".
        let digits = line.chars().any(|sign| sign.is_ascii_digit());
        if understood.is_empty() && digits {
            problem = format!("{problem} {}", cx.t("offer-unreadable"));
        }
        Self { line, typed, side, understood, problem: problem.trim().to_owned() }
    }

    /// Reads the draft again if it says something else by now.
    fn reread(&mut self, cx: &Cx<'_>, scene: &Scene<'_>, draft: &MeetingDraft) {
        let side = self.typed.side.unwrap_or_else(|| side_unless_typed(scene, draft));
        if self.line != draft.offer_line || self.side != side {
            *self = Self::of(cx, scene, draft);
        }
    }

    fn lines(&self) -> impl Iterator<Item = &String> {
        [&self.understood, &self.problem].into_iter().filter(|line| !line.is_empty())
    }

    /// What the entry needs, with the warnings of the last offer above it.
    pub fn height(&self, scene: &Scene<'_>) -> f32 {
        let lines: f32 = self.lines().map(|_| LINE).sum();
        ROW + lines + warnings::height(scene)
    }
}

/// The offer that is being corrected, if it is still there.
fn corrected<'s>(scene: &Scene<'s>, draft: &MeetingDraft) -> Option<&'s Offer> {
    scene.session.offers.iter().find(|offer| draft.offer_changed == Some(offer.id))
}

/// Whose offer a line is that names no side. A correction never changes sides by itself.
fn side_unless_typed(scene: &Scene<'_>, draft: &MeetingDraft) -> Side {
    corrected(scene, draft).map_or(draft.offer_side, |offer| offer.side)
}

/// Takes the side that was clicked instead of the one that was typed. In a correction it is written
/// into the line: `offer_side` is that of the next offer.
fn choose_side(cx: &Cx<'_>, draft: &mut MeetingDraft, side: Side, correcting: bool) {
    draft.offer_line = without_side(&draft.offer_line);
    if correcting {
        let words = words(cx);
        let word = if side == Side::Us { words.us } else { words.them };
        draft.offer_line = format!("{word} {}", draft.offer_line);
    } else {
        draft.offer_side = side;
    }
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

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, mut entered: Entered) {
    let tokens = cx.tokens;
    warnings::show(ui, cx, scene);
    let id = line_id(scene);
    let mut draft = cx.drafts.meetings.entry(scene.meeting.id).or_default().clone();
    let before = draft.clone();
    let changed = corrected(scene, &draft);
    if changed.is_none() && draft.offer_changed.is_some() {
        finish(&mut draft);
    }
    let called = summon::summons(ui, cx, UiCommand::EnterOffer, id);
    if called == Summons::Next && changed.is_none() {
        draft.offer_side = summon::next_of(&Side::BOTH, draft.offer_side);
    }
    // "us 1300" shows its side while it is typed.
    entered.reread(cx, scene, &draft);
    let (mut add, mut cancel) = (false, false);
    let hint = hint(cx, scene);
    let label = cx.t(if changed.is_some() { "offer-save" } else { "meeting-add" });
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal(|ui| {
            let sides = Side::BOTH.map(|side| (side, cx.messages.word("side", side.id())));
            let chosen = segmented(ui, tokens, cx.t("offer-side"), Some(entered.side), &sides);
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
                choose_side(cx, &mut draft, side, changed.is_some());
                // A field that is drawn after the click lets the focus go; so it is given here.
                line.request_focus();
            }
            add |= submitted(ui, &line);
            cancel |= changed.is_some()
                && line.lost_focus()
                && ui.input(|input| input.key_pressed(Key::Escape));
            // What was typed in this frame counts: Enter may have come with it.
            entered.reread(cx, scene, &draft);
            let can = entered.typed.says_something() && !cx.read_only;
            add |= ActionButton::secondary(label).enabled(can).show(ui, tokens).clicked();
            if changed.is_some() {
                cancel |= ActionButton::icon_only("cross", cx.t("offer-leave"))
                    .show(ui, tokens)
                    .clicked();
            }
        });
    });
    for line in entered.lines() {
        let colour = if *line == entered.problem { tokens.warn } else { tokens.text_2 };
        let shown = text::caption(line.as_str(), tokens).color(colour);
        text::one_line(ui, shown).on_hover_text(line.as_str());
    }
    if cancel {
        finish(&mut draft);
    } else if add {
        ui.memory_mut(|memory| memory.request_focus(id));
        if entered.typed.says_something() {
            match changed {
                Some(offer) => {
                    correct(cx, scene, offer, &entered);
                    finish(&mut draft);
                }
                None => {
                    push(cx, scene, &entered);
                    draft.offer_line.clear();
                    // The next offer is most often the answer to this one.
                    draft.offer_side = summon::next_of(&Side::BOTH, entered.side);
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

fn push(cx: &mut Cx<'_>, scene: &Scene<'_>, entered: &Entered) {
    let mut offer = Offer {
        id: cx.clock.new_entry(),
        at: cx.now(),
        meeting: scene.meeting.id,
        side: entered.side,
        price: None,
        values: Values::new(),
        terms: String::new(),
    };
    entered.typed.put_into(&mut offer);
    cx.edit_session(scene.session.id, SessionEdit::AddOffer(offer));
}

fn correct(cx: &mut Cx<'_>, scene: &Scene<'_>, old: &Offer, entered: &Entered) {
    let (values, price) = unwritten(old, understood::subject(cx, scene), words(cx));
    let mut offer = Offer { side: entered.side, ..old.clone() };
    entered.typed.put_into(&mut offer);
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
