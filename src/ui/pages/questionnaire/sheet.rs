//! The answers of one person in one setting, and what can be done to them.

use std::collections::BTreeMap;

use crate::app::drafts::QuestionnaireDraft;
use crate::app::edit::{CounterpartEdit, LibraryEdit};
use crate::app::workspace::PersonReading;
use crate::content::questionnaire::Item;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::questionnaire::paper::Mark;
use crate::domain::questionnaire::{self, Answer, Change, Progress, Respondent};
use crate::i18n::Arg;
use crate::ui::context::Cx;

use super::super::counterparts::subject::display_name;

/// What the parts of the questionnaire share.
pub(in crate::ui::pages) struct Sheet<'a> {
    /// Whom it is about; `None` is me.
    pub person: Option<&'a Counterpart>,
    evidence: &'a [Evidence],
    pub items: &'a [Item],
    pub setting: Setting,
    pub respondent: Respondent,
    /// To each item; `None` while it is open.
    pub answers: Vec<Option<Answer>>,
    pub progress: Progress,
    pub draft: QuestionnaireDraft,
}

impl<'a> Sheet<'a> {
    pub fn of(cx: &Cx<'a>, person: Option<&'a Counterpart>) -> Self {
        let items = cx.catalog.questionnaire();
        let evidence =
            person.map_or(&cx.work.library().owner.evidence, |person| &person.evidence).as_slice();
        let draft = cx.drafts.questionnaires.get(&key(person)).cloned().unwrap_or_default();
        let setting = draft.setting;
        let known = || {
            questionnaire::respondent(evidence, setting, cx.work.weights(), items.len())
                .or(draft.respondent)
        };
        // What comes on paper was crossed by the person, unless the user says otherwise.
        let usual = if draft.on_paper { Respondent::Person } else { Respondent::Observer };
        let respondent = match person {
            None => Respondent::Person,
            Some(_) => known().unwrap_or(usual),
        };
        let answers = items
            .iter()
            .map(|item| questionnaire::answer_to(evidence, &item.id, setting))
            .collect();
        let ids = items.iter().map(|item| item.id.as_str());
        let progress = questionnaire::progress(evidence, ids, setting);
        Self { person, evidence, items, setting, respondent, answers, progress, draft }
    }

    /// Whose half-typed entries they are.
    pub fn key(&self) -> String {
        key(self.person)
    }

    /// A name to call the counterpart by; nothing for me.
    pub fn name(&self, cx: &Cx<'_>) -> String {
        let Some(person) = self.person else { return String::new() };
        let name = display_name(cx, person);
        if name.is_empty() { cx.t("counterparts-unnamed").to_owned() } else { name }
    }

    pub fn readings(&self, cx: &Cx<'a>) -> Option<&'a PersonReading> {
        let work = cx.work;
        match self.person {
            None => Some(work.my_reading()),
            Some(person) => work.reading(person.id),
        }
    }

    /// The item on the page; `None` when all are answered and none is looked at.
    pub fn at(&self) -> Option<usize> {
        let at = self.draft.at.filter(|at| *at < self.items.len());
        at.or_else(|| questionnaire::next_open(&self.is_answered(), None))
    }

    fn is_answered(&self) -> Vec<bool> {
        self.answers.iter().map(Option::is_some).collect()
    }

    pub fn stem(&self, cx: &Cx<'a>, item: &'a Item) -> &'a str {
        cx.c(item.stem_by(self.respondent))
    }

    /// What a mark says; "don't know" is nobody's choice.
    pub fn said(&self, cx: &Cx<'a>, item: &'a Item, mark: Mark) -> &'a str {
        let [first, second] = &item.choices;
        match mark {
            Mark::First => cx.c(first.text_by(self.respondent)),
            Mark::Second => cx.c(second.text_by(self.respondent)),
            Mark::DontKnow => cx.t("questionnaire-dont-know"),
        }
    }

    /// The mark that stands for the answer of an item.
    pub fn mark(&self, index: usize) -> Option<Mark> {
        let [first, second] = &self.items.get(index)?.choices;
        Some(match self.answers.get(index).copied().flatten()? {
            Answer::Choice(quadrant) if quadrant == first.quadrant => Mark::First,
            Answer::Choice(quadrant) if quadrant == second.quadrant => Mark::Second,
            Answer::Choice(_) | Answer::DontKnow => Mark::DontKnow,
        })
    }

    fn weight(&self, cx: &Cx<'_>) -> f64 {
        self.respondent.weight(cx.work.weights(), self.items.len())
    }

    /// Whether answers to a shorter questionnaire count for more until the next answer.
    pub fn weighs_otherwise(&self, cx: &Cx<'_>) -> bool {
        questionnaire::weighs_otherwise(self.evidence, self.setting, self.weight(cx))
    }

    /// The part of the evidence that the answers are, 0 to 1.
    pub fn part_of_evidence(&self, cx: &Cx<'a>) -> f64 {
        let all =
            self.readings(cx).map_or(0.0, |readings| readings.get(self.setting).profile.weight);
        let answers = questionnaire::total_weight(self.evidence, self.setting);
        if all > 0.0 { (answers / all).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Whether there are answers of the other setting.
    pub fn has_answers_in(&self, setting: Setting) -> bool {
        let items = self.items.iter().map(|item| item.id.as_str());
        questionnaire::progress(self.evidence, items, setting).answered > 0
    }

    pub fn change_draft(&self, cx: &mut Cx<'_>, change: impl FnOnce(&mut QuestionnaireDraft)) {
        let drafts = &mut cx.drafts.questionnaires;
        let key = self.key();
        change(drafts.entry(key.clone()).or_default());
        if drafts.get(&key) == Some(&QuestionnaireDraft::default()) {
            drafts.remove(&key);
        }
    }

    pub fn change(&self, cx: &mut Cx<'_>, change: Change) {
        match self.person {
            None => cx.edit_library(LibraryEdit::Answers(change)),
            Some(person) => cx.edit_counterpart(person.id, CounterpartEdit::Answers(change)),
        }
    }

    /// Saves answers as evidence: one step of undo, however many they are.
    pub fn give(&self, cx: &mut Cx<'a>, marks: impl IntoIterator<Item = (usize, Mark)>) {
        let answers = marks
            .into_iter()
            .filter_map(|(index, mark)| Some(self.evidence_of(cx, self.items.get(index)?, mark)))
            .collect();
        let weight = self.weight(cx);
        self.change(cx, Change::Give { answers, setting: self.setting, weight });
    }

    fn evidence_of(&self, cx: &Cx<'a>, item: &'a Item, mark: Mark) -> Evidence {
        let [first, second] = &item.choices;
        let answer = match mark {
            Mark::First => Answer::Choice(first.quadrant),
            Mark::Second => Answer::Choice(second.quadrant),
            Mark::DontKnow => Answer::DontKnow,
        };
        Evidence {
            id: Some(cx.clock.new_entry()),
            supports: answer.supports(),
            against: Vec::new(),
            kind: EvidenceKind::Questionnaire,
            setting: self.setting,
            date: cx.today(),
            text: self.sentence(cx, item, mark),
            source: item.id.clone(),
            weight: None,
        }
    }

    /// Stem and choice as one sentence.
    pub fn sentence(&self, cx: &Cx<'a>, item: &'a Item, mark: Mark) -> String {
        let (stem, choice) = (self.stem(cx, item), self.said(cx, item, mark));
        let args = [("stem", Arg::from(stem)), ("choice", Arg::from(choice))];
        cx.tr("questionnaire-answer", &args)
    }

    /// Answers an item and goes on: to the next open one, or to the next when all were answered.
    /// Further marks are for the items that come next; each is a step of its own.
    pub fn answer(&self, cx: &mut Cx<'a>, index: usize, marks: &[Mark]) -> Option<usize> {
        let mut answered = self.is_answered();
        let mut next = Some(index);
        for mark in marks {
            let Some(here) = next else { break };
            self.give(cx, [(here, *mark)]);
            if let Some(place) = answered.get_mut(here) {
                *place = true;
            }
            next = if self.progress.is_complete() {
                Some(here + 1).filter(|next| *next < self.items.len())
            } else {
                questionnaire::next_open(&answered, Some(here))
            };
        }
        self.change_draft(cx, |draft| draft.at = next);
        next
    }

    /// Shows another item; behind the last one, the first open one or what came of it.
    pub fn look_at(&self, cx: &mut Cx<'_>, index: usize) {
        let at = Some(index).filter(|index| *index < self.items.len());
        self.change_draft(cx, |draft| draft.at = at);
    }

    /// Says who answers. Answers that are there already count accordingly, and are worded so where
    /// nobody has changed their words.
    pub fn set_respondent(&self, cx: &mut Cx<'a>, respondent: Respondent) {
        self.change_draft(cx, |draft| draft.respondent = Some(respondent));
        if self.progress.answered == 0 {
            return;
        }
        let other =
            Self { respondent, answers: self.answers.clone(), draft: self.draft.clone(), ..*self };
        let mut texts = BTreeMap::new();
        for (index, item) in self.items.iter().enumerate() {
            let Some(mark) = self.mark(index) else { continue };
            let before = self.sentence(cx, item, mark);
            let is_this = |one: &&Evidence| {
                one.kind == EvidenceKind::Questionnaire
                    && one.setting == self.setting
                    && one.source == item.id
            };
            if self.evidence.iter().find(is_this).is_some_and(|one| one.text == before) {
                texts.insert(item.id.clone(), other.sentence(cx, item, mark));
            }
        }
        let weight = other.weight(cx);
        self.change(cx, Change::Weigh { setting: self.setting, weight, texts });
    }
}

fn key(person: Option<&Counterpart>) -> String {
    person.map_or_else(|| "me".to_owned(), |person| person.id.to_string())
}
