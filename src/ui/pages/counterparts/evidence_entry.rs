//! The quick entry: what was heard, for which quadrants it speaks, and from where. While one types,
//! it says which quadrant the words suggest; only the user marks it.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, KeyboardShortcut, Layout, Modifiers, Ui};

use crate::app::action::Action;
use crate::app::drafts::EvidenceDraft;
use crate::app::edit::CounterpartEdit;
use crate::app::heard::Who;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, Setting};
use crate::domain::ids::CounterpartId;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::i18n::parse_date::parse_date;
use crate::ui::context::Cx;
use crate::ui::modals::heard::{LETTER_KEYS, take_keys};
use crate::ui::shell::keys;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::observation::{kind_list, marks};
use crate::ui::widgets::suggestion::{Suggestion, listen, passages_offer};
use crate::ui::widgets::text;

const GAP: f32 = 8.0;
const DATE: f32 = 104.0;
/// From this width on, letters, kind and setting stand side by side.
const ONE_LINE: f32 = 384.0;

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

/// Puts an observation that is known but for their words into the entry, with ours to be typed over.
/// What stood there can be brought back.
pub fn prefill(ui: &Ui, cx: &mut Cx<'_>, person: &Counterpart, quadrant: Quadrant, source: String) {
    let before = draft(cx, person);
    if before != EvidenceDraft::default() {
        cx.drafts.cancelled_evidence.insert(person.id, before);
    }
    cx.drafts.editing_evidence = None;
    let words = stand_in(cx, quadrant);
    let fresh =
        EvidenceDraft { text: words, source, supports: vec![quadrant], ..Default::default() };
    cx.drafts.evidence.insert(person.id, fresh);
    ui.data_mut(|data| data.insert_temp(select_all(), Some(person.id)));
}

/// What stands for their words until they are typed.
fn stand_in(cx: &Cx<'_>, quadrant: Quadrant) -> String {
    let args =
        [("letter", Arg::from(quadrant.letter())), ("name", Arg::from(cx.quadrant_name(quadrant)))];
    cx.tr("ask-next-draft", &args)
}

/// Whose words are to be marked as a whole, so that typing replaces them.
fn select_all() -> Id {
    Id::unique("evidence-select-all")
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

/// The height that the entry needs now in this width.
pub fn height(cx: &Cx<'_>, person: &Counterpart, width: f32) -> f32 {
    if is_open(&draft(cx, person)) || changing(cx, person).is_some() {
        let rows = if width < ONE_LINE { 4.0 } else { 3.0 };
        rows * (size::CONTROL_HEIGHT + GAP) + size::SMALL_CONTROL_HEIGHT
    } else {
        size::CONTROL_HEIGHT
    }
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
    let narrow = ui.available_width() < ONE_LINE;
    ui.spacing_mut().item_spacing.y = GAP;
    let hint = cx.t(if change.is_some() { "evidence-words" } else { "evidence-add-heard" });
    if open {
        let fields = [text_id, text_id.with("source"), text_id.with("date")];
        if ui.memory(|memory| fields.into_iter().any(|field| memory.has_focus(field))) {
            submit |= take_keys(ui, &mut draft);
        }
        let response =
            Field::new(hint).hint(hint).hide_label().id(text_id).show(ui, tokens, &mut draft.text);
        submit |= submitted(ui, &response);
        ui.horizontal(|ui| {
            ui.set_min_height(size::SMALL_CONTROL_HEIGHT);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                if let (false, Some(date)) = (draft.date.trim().is_empty(), date) {
                    ui.label(text::caption(cx.messages.date(date), tokens));
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    advise(ui, cx, person, &mut draft, text_id, date.is_some());
                });
            });
        });
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL_HEIGHT);
            marks(ui, tokens, cx.messages, cx.catalog, &mut draft);
            kind_list(ui, tokens, cx.messages, &mut draft.kind);
            if !narrow {
                pressure(ui, cx, &mut draft);
            }
        });
        if narrow {
            ui.horizontal(|ui| {
                ui.set_min_height(size::CONTROL_HEIGHT);
                pressure(ui, cx, &mut draft);
                submit |= source(ui, cx, &mut draft, text_id, ui.available_width());
            });
        }
        ui.horizontal(|ui| {
            let label =
                cx.t(if change.is_some() { "evidence-save-change" } else { "evidence-add" });
            let buttons = ActionButton::width_of(ui, label, false)
                + ActionButton::width_of(ui, cx.t("cancel"), false);
            if !narrow {
                let width = ui.available_width() - DATE - buttons - 3.0 * GAP;
                submit |= source(ui, cx, &mut draft, text_id, width.max(60.0));
            }
            let field = Field::new(cx.t("evidence-date"))
                .hint(cx.t("evidence-date-hint"))
                .hide_label()
                .width(DATE);
            let response = field.id(text_id.with("date")).show(ui, tokens, &mut draft.date);
            submit |= submitted(ui, &response);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
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
            marks(ui, tokens, cx.messages, cx.catalog, &mut draft);
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
    mark_whole(ui, person, text_id, &draft.text);
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

/// Whether they were under pressure.
fn pressure(ui: &mut Ui, cx: &Cx<'_>, draft: &mut EvidenceDraft) {
    let pressed = draft.setting == Setting::Pressure;
    let label = cx.messages.word("setting", Setting::Pressure.id());
    if filter_chip(ui, cx.tokens, pressed, label).clicked() {
        draft.setting = if pressed { Setting::Normal } else { Setting::Pressure };
    }
}

/// Where it comes from; returns whether Enter was pressed.
fn source(ui: &mut Ui, cx: &Cx<'_>, draft: &mut EvidenceDraft, text_id: Id, width: f32) -> bool {
    let field = Field::new(cx.t("evidence-source"))
        .hint(cx.t("evidence-source-hint"))
        .hide_label()
        .width(width);
    let response = field.id(text_id.with("source")).show(ui, cx.tokens, &mut draft.source);
    submitted(ui, &response)
}

/// The line below the words: what is wrong with the date, or what the words suggest, or what a mark
/// does.
fn advise(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    person: &Counterpart,
    draft: &mut EvidenceDraft,
    text_id: Id,
    dated: bool,
) {
    let tokens = cx.tokens;
    if !dated {
        let problem = cx.t("evidence-date-problem");
        text::one_line(ui, text::caption(problem, tokens).color(tokens.warn));
        return;
    }
    // Our own words suggest nothing about anybody.
    let ours = draft.supports.iter().any(|quadrant| stand_in(cx, *quadrant) == draft.text);
    if passages_offer(ui, tokens, cx.messages, &draft.text) {
        let who = Who::person(person.id, cx.messages.name_of(person));
        cx.push(Action::GoThrough(who, draft.text.clone()));
    }
    let heard = listen(ui, cx.coach.lexicons(cx.wake), text_id, &draft.text);
    if let Some(heard) = heard.filter(|heard| !ours && heard.1.quadrant.is_some()) {
        let marked: Vec<Quadrant> = draft.supports.iter().chain(&draft.against).copied().collect();
        let shortcuts =
            LETTER_KEYS.map(|(key, _)| keys(ui, &KeyboardShortcut::new(Modifiers::ALT, key)));
        let suggestion = Suggestion::new(&heard.1, &heard.0)
            .marked(&marked)
            .keys(shortcuts.each_ref().map(String::as_str));
        let taken = suggestion.show(ui, tokens, cx.messages, cx.catalog);
        draft.supports.extend(taken);
        return;
    }
    let marked = !draft.supports.is_empty() || !draft.against.is_empty();
    let hint = cx.t(if marked { "evidence-marks-hint" } else { "evidence-marks-none" });
    text::one_line(ui, text::caption(hint, tokens));
}

/// Marks all words of an observation that was put into the entry just now.
fn mark_whole(ui: &Ui, person: &Counterpart, text_id: Id, words: &str) {
    let waiting = ui.data(|data| data.get_temp::<Option<CounterpartId>>(select_all()));
    if waiting != Some(Some(person.id)) || words.is_empty() {
        return;
    }
    ui.data_mut(|data| data.remove_temp::<Option<CounterpartId>>(select_all()));
    let mut state = TextEditState::load(ui.ctx(), text_id).unwrap_or_default();
    let whole = CCursorRange::two(CCursor::new(0), CCursor::new(words.chars().count()));
    state.cursor.set_char_range(Some(whole));
    state.store(ui.ctx(), text_id);
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
