//! "What did you notice?": one sign after the other, each answered with one key.

use egui::{CornerRadius, Event, Key, Layout, Modifiers, Sense, Stroke, Ui, Vec2};

use super::evidence::Looked;
use super::noted;
use crate::app::edit::CounterpartEdit;
use crate::app::review::{Noticed, ReviewDraft, answer, prompts};
use crate::content::text::Text;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::i18n::Language;
use crate::i18n::messages::{Arg, Messages};
use crate::ui::context::Cx;
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::card::rule;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

/// A sign and what is known of it.
struct Sign<'a> {
    key: (Quadrant, usize),
    text: &'a Text,
    kept: Option<&'a Evidence>,
    noticed: Option<Noticed>,
}

/// Shows the review of one person. Returns whether the next person is asked for.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, looked: &Looked<'_>, has_others: bool) -> bool {
    let before = draft(cx, looked);
    let mut draft = before.clone();
    let signs = signs(cx, looked, &draft);
    let mut next_person = false;
    ui.spacing_mut().item_spacing.y = 8.0;
    ui.add_enabled_ui(!cx.read_only, |ui| {
        let first_open = signs.iter().position(|sign| sign.noticed.is_none());
        let at = draft.at.filter(|at| *at < signs.len()).or(first_open);
        head(ui, cx, &signs, at, &mut draft);
        match at.and_then(|at| signs.get(at).map(|sign| (at, sign))) {
            Some((at, sign)) => ask(ui, cx, looked, (at, sign), &mut draft),
            None => next_person = done(ui, cx, &signs, &mut draft, has_others),
        }
        rule(ui, cx.tokens);
        let occasion = looked.occasion();
        let answers: Vec<_> = signs.iter().map(|sign| occasion.answer_id(sign.key)).collect();
        noted::show(ui, cx, looked, &mut draft, &answers);
    });
    rule(ui, cx.tokens);
    if draft != before {
        keep(cx, looked, draft);
    }
    next_person
}

fn draft(cx: &Cx<'_>, looked: &Looked<'_>) -> ReviewDraft {
    let of_meeting = cx.drafts.reviews.get(&looked.meeting.id);
    of_meeting.and_then(|people| people.get(&looked.person.id)).cloned().unwrap_or_default()
}

fn keep(cx: &mut Cx<'_>, looked: &Looked<'_>, draft: ReviewDraft) {
    let people = cx.drafts.reviews.entry(looked.meeting.id).or_default();
    if draft == ReviewDraft::default() {
        people.remove(&looked.person.id);
    } else {
        people.insert(looked.person.id, draft);
    }
}

fn signs<'a>(cx: &Cx<'a>, looked: &Looked<'a>, draft: &ReviewDraft) -> Vec<Sign<'a>> {
    let catalog = cx.catalog;
    let counts = PerQuadrant::from_fn(|quadrant| catalog.moments(quadrant).notice.len());
    let occasion = looked.occasion();
    let prompts = prompts(looked.meeting.id, looked.person.id, counts);
    let signs = prompts.into_iter().filter_map(|key| {
        let text = catalog.moments(key.0).notice.get(key.1)?;
        let kept = answer(looked.person, occasion, key);
        let noticed = kept.map(|(_, noticed)| noticed);
        let passed = draft.not_noticed.contains(&key).then_some(Noticed::Not);
        Some(Sign { key, text, kept: kept.map(|(item, _)| item), noticed: noticed.or(passed) })
    });
    signs.collect()
}

/// How far one has come, and whether they were under pressure.
fn head(ui: &mut Ui, cx: &Cx<'_>, signs: &[Sign<'_>], at: Option<usize>, draft: &mut ReviewDraft) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let settings = [Setting::Normal, Setting::Pressure]
                .map(|setting| (setting, cx.messages.word("setting", setting.id())));
            let name = cx.t("review-setting");
            if let Some(setting) = segmented(ui, tokens, name, Some(draft.setting), &settings) {
                draft.setting = setting;
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 1.0;
                for (place, sign) in signs.iter().enumerate() {
                    if dot(ui, cx, sign, place, at == Some(place)) {
                        draft.at = Some(place);
                    }
                }
            });
        });
    });
}

/// A sign as a dot: full when it was answered. A click goes to it.
fn dot(ui: &mut Ui, cx: &Cx<'_>, sign: &Sign<'_>, place: usize, is_shown: bool) -> bool {
    let tokens = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(13.0, 22.0), Sense::click());
    let colour = match sign.noticed {
        None => tokens.border_strong,
        Some(Noticed::Not) => tokens.text_3,
        Some(Noticed::Saw) => tokens.ok,
        Some(Noticed::Opposite) => tokens.warn,
    };
    let painter = ui.painter();
    let middle = rect.center();
    // Each answer has a shape of its own.
    match sign.noticed {
        None => {
            painter.circle_stroke(middle, 3.5, Stroke::new(1.5, colour));
        }
        Some(Noticed::Saw) => {
            painter.circle_filled(middle, 4.0, colour);
        }
        Some(Noticed::Opposite) => {
            let corners = [(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)];
            let corners = corners.map(|(x, y)| middle + Vec2::new(x, y)).to_vec();
            painter.add(egui::Shape::convex_polygon(corners, colour, Stroke::NONE));
        }
        Some(Noticed::Not) => {
            let line = Stroke::new(2.0, colour);
            painter.hline(middle.x - 4.0..=middle.x + 4.0, middle.y, line);
        }
    }
    if is_shown {
        let under = egui::Rect::from_center_size(rect.center_bottom(), Vec2::new(9.0, 2.0));
        painter.rect_filled(under, CornerRadius::ZERO, tokens.accent);
    }
    let answer = sign.noticed.map_or("review-open", |noticed| match noticed {
        Noticed::Saw => "review-saw",
        Noticed::Opposite => "review-opposite",
        Noticed::Not => "review-not",
    });
    let name = cx
        .tr("review-dot", &[("number", Arg::from(place + 1)), ("answer", Arg::from(cx.t(answer)))]);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), is_shown, &name)
    });
    focus_ring(ui, &response, tokens);
    response.on_hover_text(name).clicked()
}

/// One sign and the three answers.
fn ask(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    looked: &Looked<'_>,
    (at, sign): (usize, &Sign<'_>),
    draft: &mut ReviewDraft,
) {
    let tokens = cx.tokens;
    let question = cx.c(sign.text);
    // The buttons must not move while one clicks through.
    let (place, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 42.0), Sense::hover());
    let builder = egui::UiBuilder::new().id_salt(("sign", sign.key)).max_rect(place);
    ui.new_child(builder).add(egui::Label::new(text::value(question, tokens)).wrap());
    // Nobody answers what is scrolled out of sight.
    let mut chosen = if ui.is_rect_visible(place) { key(ui) } else { None };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (number, noticed) in (1_usize..).zip(Noticed::ALL) {
            let selected = sign.noticed == Some(noticed);
            let label = cx.messages.word("review", noticed.id());
            // The figure is the key.
            let shown = format!("{number} {label}");
            let button = ActionButton::secondary(&shown).selected(selected);
            let tip = match (selected, noticed) {
                (true, Noticed::Saw | Noticed::Opposite) => cx.t("review-take-back").to_owned(),
                _ => cx.tr("review-key", &[("number", Arg::from(number))]),
            };
            let response = button.tooltip(&tip).show(ui, tokens);
            let enabled = ui.is_enabled();
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::Button, enabled, selected, label)
            });
            if response.clicked() {
                chosen = Some(Press::Answer(noticed));
            }
        }
        let back = ActionButton::icon_only("chevron-left", cx.t("review-previous"));
        if back.enabled(at > 0).show(ui, tokens).clicked() {
            chosen = Some(Press::Back);
        }
    });
    match chosen {
        Some(Press::Back) => draft.at = at.checked_sub(1).or(Some(0)),
        Some(Press::Answer(noticed)) => decide(cx, looked, sign, noticed, draft),
        None => {}
    }
}

enum Press {
    Answer(Noticed),
    Back,
}

/// Plain keys belong to the review while nothing on the page and no window has the cursor.
fn key(ui: &Ui) -> Option<Press> {
    if !hears_keys(ui) {
        return None;
    }
    ui.input_mut(|input| {
        if input.events.iter().any(|event| matches!(event, Event::Ime(_))) {
            return None;
        }
        let keys = [Key::Num1, Key::Num2, Key::Num3];
        for (key, noticed) in keys.into_iter().zip(Noticed::ALL) {
            if input.consume_key(Modifiers::NONE, key) {
                return Some(Press::Answer(noticed));
            }
        }
        input.consume_key(Modifiers::NONE, Key::Backspace).then_some(Press::Back)
    })
}

fn hears_keys(ui: &Ui) -> bool {
    let busy = ui.memory(|memory| memory.focused().is_some() || memory.top_modal_layer().is_some());
    !busy && ui.is_enabled()
}

fn decide(
    cx: &mut Cx<'_>,
    looked: &Looked<'_>,
    sign: &Sign<'_>,
    noticed: Noticed,
    draft: &mut ReviewDraft,
) {
    draft.at = None;
    draft.not_noticed.remove(&sign.key);
    let person = looked.person.id;
    let is_same = sign.noticed == Some(noticed);
    if noticed == Noticed::Not || is_same {
        if let Some(id) = sign.kept.and_then(|item| item.id) {
            cx.edit_counterpart(person, CounterpartEdit::RemoveEvidence(id));
        }
        if noticed == Noticed::Not && !is_same {
            draft.not_noticed.insert(sign.key);
        }
        return;
    }
    let saw = noticed == Noticed::Saw;
    let quadrants = |wanted: bool| if wanted { vec![sign.key.0] } else { Vec::new() };
    let (supports, against) = (quadrants(saw), quadrants(!saw));
    let text = words(cx.messages, sign.text, noticed);
    let setting = draft.setting;
    let edit = if let Some(kept) = sign.kept {
        // Words that the user has changed since stay.
        let text = if is_changed(kept, sign.text) { kept.text.clone() } else { text };
        let evidence = Evidence { supports, against, setting, text, ..kept.clone() };
        CounterpartEdit::ChangeEvidence(evidence)
    } else {
        CounterpartEdit::AddEvidence(Evidence {
            id: Some(looked.occasion().answer_id(sign.key)),
            supports,
            against,
            kind: EvidenceKind::Behaviour,
            setting,
            date: looked.date,
            text,
            source: looked.source(cx),
            weight: None,
        })
    };
    cx.edit_counterpart(person, edit);
}

/// What is noted as the answer to a sign.
fn words(messages: &Messages, sign: &Text, noticed: Noticed) -> String {
    let saw = noticed == Noticed::Saw;
    let key = if saw { "review-evidence-saw" } else { "review-evidence-opposite" };
    messages.with(key, &[("sign", Arg::from(sign.get(messages.language())))])
}

/// Whether the words of an answer are not those of the app any more, in either language.
fn is_changed(kept: &Evidence, sign: &Text) -> bool {
    let is_ours = |language| {
        let messages = Messages::new(language);
        [Noticed::Saw, Noticed::Opposite]
            .map(|one| words(&messages, sign, one))
            .contains(&kept.text)
    };
    ![Language::English, Language::Chinese].into_iter().any(is_ours)
}

/// Every sign was answered. Returns whether the next person is asked for.
fn done(
    ui: &mut Ui,
    cx: &Cx<'_>,
    signs: &[Sign<'_>],
    draft: &mut ReviewDraft,
    has_others: bool,
) -> bool {
    let tokens = cx.tokens;
    let count = |noticed| signs.iter().filter(|sign| sign.noticed == Some(noticed)).count();
    let args = [
        ("saw", Arg::from(count(Noticed::Saw))),
        ("opposite", Arg::from(count(Noticed::Opposite))),
        ("not", Arg::from(count(Noticed::Not))),
    ];
    ui.add(egui::Label::new(text::value(cx.tr("review-done", &args), tokens)).wrap());
    let mut next = false;
    ui.horizontal(|ui| {
        if has_others {
            let button = ActionButton::secondary(cx.t("review-next-person")).icon("arrow-right");
            let response = button.tooltip(cx.t("review-next-tip")).show(ui, tokens);
            let enter = hears_keys(ui)
                && ui.is_rect_visible(response.rect)
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            next = response.clicked() || enter;
        }
        if ActionButton::quiet(cx.t("review-look-again")).show(ui, tokens).clicked() {
            draft.at = Some(0);
        }
    });
    next
}
