//! Answers from paper: a grid that is typed through, or everything pasted at once.

use egui::{Id, Ui};

use super::grid;
use super::sheet::Sheet;
use crate::domain::questionnaire::paper::{self, Fault, Mark};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::text;

/// So many faults are named at once.
const NAMED: usize = 3;

/// Returns what is to have the focus next.
pub(super) fn show<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>) -> Option<Id> {
    let tokens = cx.tokens;
    ui.add_space(8.0);
    ui.label(text::heading(cx.t("questionnaire-enter-title"), tokens));
    ui.add(egui::Label::new(text::caption(cx.t("questionnaire-enter-how"), tokens)).wrap());
    ui.add_space(4.0);
    let before = Marks::read(sheet);
    let mut marks = before.clone();
    let typed = grid::show(ui, cx, sheet, &mut marks);
    ui.add_space(8.0);
    let mut line = typed.pasted.unwrap_or_else(|| sheet.draft.typed.clone());
    let label = cx.t("questionnaire-enter-line");
    let faults = faults(&line, sheet).map(|faults| {
        let told: Vec<String> =
            faults.iter().take(NAMED).map(|fault| word(cx, fault, sheet)).collect();
        told.join(cx.t("questionnaire-fault-separator"))
    });
    let unknown = typed
        .unknown
        .as_deref()
        .map(|sign| cx.tr("questionnaire-fault-sign", &[("sign", Arg::from(sign))]));
    let problem = unknown.or(faults);
    let hint = cx.t("questionnaire-enter-line-hint");
    let field = Field::new(label).hint(hint).problem(problem.as_deref());
    field.show(ui, tokens, &mut line);
    let line_changed = line != sheet.draft.typed;
    if line_changed {
        marks.take_over(&line, sheet.items.len());
    }
    ui.add_space(6.0);
    let count = marks.count();
    let (mut enter, mut cancel) = (typed.submitted, false);
    ui.horizontal(|ui| {
        let label = cx.tr("questionnaire-enter-do", &[("count", Arg::from(count))]);
        let button = ActionButton::primary(&label).icon("check").enabled(count > 0);
        enter |= button.show(ui, tokens).clicked();
        cancel = ActionButton::quiet(cx.t("cancel")).show(ui, tokens).clicked();
    });
    ui.add(egui::Label::new(text::caption(cx.t("questionnaire-enter-rest"), tokens)).wrap());
    if enter && count > 0 {
        let given: Vec<(usize, Mark)> = marks.given().collect();
        sheet.give(cx, given);
    }
    if cancel || (enter && count > 0) {
        let respondent = sheet.person.map(|_| sheet.respondent);
        sheet.change_draft(cx, |draft| {
            draft.on_paper = false;
            if !cancel {
                draft.paper.clear();
                draft.typed.clear();
            }
            draft.at = None;
            // The answers now say by their weight who gave them.
            draft.respondent = if cancel { draft.respondent } else { respondent };
        });
        return None;
    }
    if marks != before || line_changed {
        sheet.change_draft(cx, |draft| {
            draft.paper = marks.written();
            draft.typed = line;
        });
    }
    typed.next
}

/// The marks of a half-typed sheet, one for each item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marks(Vec<Option<Mark>>);

/// How an item without a mark is written down.
const OPEN: char = '.';

impl Marks {
    fn read(sheet: &Sheet<'_>) -> Self {
        let mut marks: Vec<_> = sheet.draft.paper.chars().map(Mark::of).collect();
        marks.resize(sheet.items.len(), None);
        Self(marks)
    }

    fn written(&self) -> String {
        self.0.iter().map(|mark| mark.map_or(OPEN, Mark::sign)).collect()
    }

    pub fn get(&self, index: usize) -> Option<Mark> {
        self.0.get(index).copied().flatten()
    }

    pub fn set(&mut self, index: usize, mark: Option<Mark>) {
        if let Some(place) = self.0.get_mut(index) {
            *place = mark;
        }
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    fn given(&self) -> impl Iterator<Item = (usize, Mark)> {
        self.0.iter().enumerate().filter_map(|(index, mark)| Some((index, (*mark)?)))
    }

    fn count(&self) -> usize {
        self.given().count()
    }

    /// Takes over what a line says, if all of it can be read.
    fn take_over(&mut self, line: &str, items: usize) {
        for (index, mark) in paper::read(line, items).unwrap_or_default() {
            self.set(index, Some(mark));
        }
    }

    /// The first item without a mark.
    pub fn first_open(&self) -> usize {
        self.0.iter().position(Option::is_none).unwrap_or_default()
    }
}

fn faults(line: &str, sheet: &Sheet<'_>) -> Option<Vec<Fault>> {
    paper::read(line, sheet.items.len()).err()
}

fn word(cx: &Cx<'_>, fault: &Fault, sheet: &Sheet<'_>) -> String {
    let all = ("all", Arg::from(sheet.items.len()));
    let number = |number: &u64| ("number", Arg::from(number.to_string()));
    match fault {
        Fault::Unknown(signs) => {
            cx.tr("questionnaire-fault-sign", &[("sign", Arg::from(signs.as_str()))])
        }
        Fault::NoSuchItem(item) => cx.tr("questionnaire-fault-item", &[number(item), all]),
        Fault::Twice(item) => cx.tr("questionnaire-fault-twice", &[number(item)]),
        Fault::NoAnswer(item) => cx.tr("questionnaire-fault-no-answer", &[number(item)]),
        Fault::NoNumber(sign) => {
            cx.tr("questionnaire-fault-no-number", &[("sign", Arg::from(sign.to_string()))])
        }
        Fault::TooMany(count) => {
            cx.tr("questionnaire-fault-too-many", &[("count", Arg::from(*count)), all])
        }
    }
}
