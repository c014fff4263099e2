//! The quick entry: what was heard, for which quadrants it speaks, and from where.

use egui::{ComboBox, Id, Layout, Ui};

use crate::app::drafts::EvidenceDraft;
use crate::app::edit::CounterpartEdit;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::i18n::parse_date::parse_date;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::tag::{Mark, quadrant_toggle};
use crate::ui::widgets::text;

const GAP: f32 = 8.0;

/// The observation of this person that is being changed.
fn changing<'a>(cx: &Cx<'_>, person: &'a Counterpart) -> Option<&'a Evidence> {
    let id = cx.drafts.editing_evidence?;
    person.evidence.iter().find(|item| item.id == Some(id))
}

/// Puts an observation into the entry.
pub fn start_changing(cx: &mut Cx<'_>, item: &Evidence) {
    cx.drafts.editing_evidence = item.id;
    cx.drafts.changed_evidence = EvidenceDraft {
        text: item.text.clone(),
        source: item.source.clone(),
        kind: item.kind,
        setting: item.setting,
        date: cx.messages.date(item.date),
        supports: item.supports.clone(),
        against: item.against.clone(),
    };
}

fn draft(cx: &Cx<'_>, person: &Counterpart) -> EvidenceDraft {
    match changing(cx, person) {
        Some(_) => cx.drafts.changed_evidence.clone(),
        None => cx.drafts.evidence.get(&person.id).cloned().unwrap_or_default(),
    }
}

fn keep(cx: &mut Cx<'_>, person: &Counterpart, draft: EvidenceDraft) {
    if changing(cx, person).is_some() {
        cx.drafts.changed_evidence = draft;
    } else if draft == EvidenceDraft::default() {
        cx.drafts.evidence.remove(&person.id);
    } else {
        cx.drafts.evidence.insert(person.id, draft);
    }
}

/// The rest of the entry shows once something has been typed or marked.
fn is_open(draft: &EvidenceDraft) -> bool {
    *draft != EvidenceDraft::default()
}

/// The height that the entry needs now.
pub fn height(cx: &Cx<'_>, person: &Counterpart) -> f32 {
    let lines =
        if is_open(&draft(cx, person)) || changing(cx, person).is_some() { 4.0 } else { 1.0 };
    lines * (size::CONTROL_HEIGHT + GAP) - GAP
}

/// Shows the entry; `focus` puts the cursor into its text.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, person: &Counterpart, focus: bool) {
    let tokens = cx.tokens;
    let before = draft(cx, person);
    let mut draft = before.clone();
    let change = changing(cx, person).and_then(|item| item.id);
    let today = cx.today();
    let date =
        if draft.date.trim().is_empty() { Some(today) } else { parse_date(&draft.date, today) };
    let open = is_open(&draft) || change.is_some();
    let ready = date.is_some() && !draft.text.trim().is_empty();
    let text_id = Id::unique(("evidence-text", person.id.0, change.map(|id| id.0)));
    let mut submit = false;
    ui.spacing_mut().item_spacing.y = GAP;
    let hint = cx.t(if change.is_some() { "evidence-words" } else { "evidence-add-heard" });
    if open {
        let response =
            Field::new(hint).hint(hint).hide_label().id(text_id).show(ui, tokens, &mut draft.text);
        submit |= submitted(ui, &response);
        ui.horizontal(|ui| {
            marks(ui, cx, &mut draft);
            let marked = !draft.supports.is_empty() || !draft.against.is_empty();
            let hint = cx.t(if marked { "evidence-marks-hint" } else { "evidence-marks-none" });
            text::one_line(ui, text::caption(hint, tokens));
        });
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL_HEIGHT);
            kind(ui, cx, &mut draft);
            let pressed = draft.setting == Setting::Pressure;
            let label = cx.messages.word("setting", Setting::Pressure.id());
            if filter_chip(ui, tokens, pressed, label).clicked() {
                draft.setting = if pressed { Setting::Normal } else { Setting::Pressure };
            }
            let label = cx.t("evidence-source");
            let field = Field::new(label).hint(cx.t("evidence-source-hint")).hide_label();
            let response = field.id(text_id.with("source")).show(ui, tokens, &mut draft.source);
            submit |= submitted(ui, &response);
        });
        ui.horizontal(|ui| {
            let field = Field::new(cx.t("evidence-date"))
                .hint(cx.t("evidence-date-hint"))
                .hide_label()
                .width(104.0);
            let response = field.id(text_id.with("date")).show(ui, tokens, &mut draft.date);
            submit |= submitted(ui, &response);
            let note = match date {
                None => text::caption(cx.t("evidence-date-problem"), tokens).color(tokens.warn),
                Some(date) => text::caption(cx.messages.date(date), tokens),
            };
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let label =
                    cx.t(if change.is_some() { "evidence-save-change" } else { "evidence-add" });
                let add = ActionButton::primary(label).enabled(ready);
                submit |= add.tooltip(cx.t("evidence-add-tip")).show(ui, tokens).clicked();
                if ActionButton::quiet(cx.t("cancel")).show(ui, tokens).clicked() {
                    let cancelled = std::mem::take(&mut draft);
                    if change.is_some() {
                        cx.drafts.editing_evidence = None;
                    } else {
                        cx.drafts.cancelled_evidence.insert(person.id, cancelled);
                    }
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    text::one_line(ui, note);
                });
            });
        });
    } else {
        ui.horizontal(|ui| {
            let can_restore = cx.drafts.cancelled_evidence.contains_key(&person.id);
            let buttons = if can_restore { 5.0 } else { 4.0 };
            let width = ui.available_width() - buttons * 30.0 - 8.0;
            let field = Field::new(hint).hint(hint).hide_label().width(width.max(80.0)).id(text_id);
            let response = field.show(ui, tokens, &mut draft.text);
            submit |= submitted(ui, &response);
            marks(ui, cx, &mut draft);
            let restore = ActionButton::icon_only("undo", cx.t("evidence-restore"));
            if can_restore
                && restore.show(ui, tokens).clicked()
                && let Some(cancelled) = cx.drafts.cancelled_evidence.remove(&person.id)
            {
                draft = cancelled;
            }
        });
    }
    if focus
        || (change.is_some() && ui.data(|data| data.get_temp::<Id>(last_change())) != Some(text_id))
    {
        ui.memory_mut(|memory| memory.request_focus(text_id));
    }
    ui.data_mut(|data| data.insert_temp(last_change(), text_id));
    if submit && ready {
        let Some(date) = date else { return };
        ui.memory_mut(|memory| {
            memory.request_focus(Id::unique(("evidence-text", person.id.0, None::<uuid::Uuid>)));
        });
        store(cx, person, draft, date);
    } else if draft != before {
        keep(cx, person, draft);
    }
}

/// Remembers which observation the entry showed last, to see when another one is put into it.
fn last_change() -> Id {
    Id::unique("evidence-entry-shows")
}

fn store(cx: &mut Cx<'_>, person: &Counterpart, draft: EvidenceDraft, date: jiff::civil::Date) {
    let old = changing(cx, person);
    let evidence = Evidence {
        id: old.map_or_else(|| Some(cx.clock.new_entry()), |item| item.id),
        supports: draft.supports,
        against: draft.against,
        kind: draft.kind,
        setting: draft.setting,
        date,
        text: draft.text.trim().to_owned(),
        source: draft.source.trim().to_owned(),
        weight: old.filter(|item| item.kind == draft.kind).and_then(|item| item.weight),
    };
    if old.is_some() {
        cx.drafts.editing_evidence = None;
        cx.edit_counterpart(person.id, CounterpartEdit::ChangeEvidence(evidence));
    } else {
        cx.drafts.evidence.remove(&person.id);
        cx.edit_counterpart(person.id, CounterpartEdit::AddEvidence(evidence));
    }
}

/// The four letters; a click goes from "for" to "against" to no mark.
fn marks(ui: &mut Ui, cx: &Cx<'_>, draft: &mut EvidenceDraft) {
    ui.spacing_mut().item_spacing.x = 4.0;
    for quadrant in Quadrant::ALL {
        let (mark, key) = if draft.supports.contains(&quadrant) {
            (Mark::Supports, "evidence-mark-for")
        } else if draft.against.contains(&quadrant) {
            (Mark::Against, "evidence-mark-against")
        } else {
            (Mark::None, "evidence-mark-none")
        };
        let args = [
            ("letter", Arg::from(quadrant.letter())),
            ("name", Arg::from(cx.quadrant_name(quadrant))),
        ];
        let name = cx.tr(key, &args);
        if quadrant_toggle(ui, cx.tokens, quadrant, mark, &name).clicked() {
            draft.cycle(quadrant);
        }
    }
    ui.spacing_mut().item_spacing.x = 8.0;
}

fn kind(ui: &mut Ui, cx: &Cx<'_>, draft: &mut EvidenceDraft) {
    let word = |kind: EvidenceKind| cx.messages.word("evidence", kind.id());
    let label = |kind| text::value(word(kind), cx.tokens);
    let combo = ComboBox::from_id_salt("kind").width(112.0).selected_text(label(draft.kind));
    let response = combo.show_ui(ui, |ui| {
        for kind in EvidenceKind::BY_HAND {
            ui.selectable_value(&mut draft.kind, kind, label(kind));
        }
    });
    response.response.accessible_name(cx.t("evidence-kind"));
}
