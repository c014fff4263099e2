//! The head of the questionnaire: my name or who answers about a counterpart, and the setting.

use egui::{Id, Layout, Ui};

use super::choice;
use super::sheet::Sheet;
use crate::app::edit::LibraryEdit;
use crate::domain::evidence::Setting;
use crate::domain::questionnaire::Respondent;
use crate::domain::questionnaire::paper::Mark;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

const NAME_WIDTH: f32 = 300.0;

/// Returns what is to have the focus next.
pub(super) fn show<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>) -> Option<Id> {
    let mut next = None;
    ui.horizontal(|ui| {
        match sheet.person {
            None => next = owner_name(ui, cx, sheet),
            Some(_) => who_answers(ui, cx, sheet),
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Max), |ui| setting(ui, cx, sheet));
    });
    if sheet.person.is_some() {
        let share = sheet.respondent.share(cx.work.weights());
        let args = [("percent", Arg::from(cx.messages.percent(share)))];
        let key = match sheet.respondent {
            Respondent::Person => "questionnaire-counts-person",
            Respondent::Observer => "questionnaire-counts-observer",
        };
        let told = text::caption(cx.tr(key, &args), cx.tokens);
        ui.add(egui::Label::new(told).wrap());
        recount(ui, cx, sheet);
    }
    next
}

/// Where the wish is kept to count given answers as those of the other respondent.
fn recount_id(sheet: &Sheet<'_>) -> Id {
    Id::unique(("questionnaire-recount", sheet.key()))
}

/// Asks whether answers that are there are to count as somebody else's from now on.
fn recount<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>) {
    let id = recount_id(sheet);
    let wanted = ui.data(|data| data.get_temp::<Respondent>(id));
    let Some(respondent) = wanted.filter(|wanted| *wanted != sheet.respondent) else { return };
    let key = match respondent {
        Respondent::Person => "questionnaire-recount-person",
        Respondent::Observer => "questionnaire-recount-observer",
    };
    let args = [("count", Arg::from(sheet.progress.answered))];
    ui.add(egui::Label::new(text::value(cx.tr(key, &args), cx.tokens)).wrap());
    ui.horizontal(|ui| {
        let label = cx.t("questionnaire-recount-do");
        let counts = ActionButton::secondary(label).small().show(ui, cx.tokens).clicked();
        let keeps = ActionButton::quiet(cx.t("cancel")).small().show(ui, cx.tokens).clicked();
        if counts {
            sheet.set_respondent(cx, respondent);
        }
        if counts || keeps {
            ui.data_mut(|data| data.remove::<Respondent>(id));
        }
    });
}

fn setting<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>) {
    let messages = cx.messages;
    let options = [Setting::Normal, Setting::Pressure]
        .map(|option| (option, messages.word("setting", option.id())));
    let name = cx.t("profile-setting");
    if let Some(setting) = segmented(ui, cx.tokens, name, Some(sheet.setting), &options) {
        sheet.change_draft(cx, |draft| {
            draft.setting = setting;
            draft.at = None;
        });
    }
}

fn who_answers<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>) {
    let messages = cx.messages;
    let options = Respondent::ALL.map(|option| (option, messages.word("respondent", option.id())));
    let name = cx.t("questionnaire-who");
    if let Some(respondent) = segmented(ui, cx.tokens, name, Some(sheet.respondent), &options) {
        if sheet.progress.answered == 0 {
            sheet.set_respondent(cx, respondent);
        } else {
            ui.data_mut(|data| data.insert_temp(recount_id(sheet), respondent));
        }
    }
}

fn owner_name<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>) -> Option<Id> {
    let name = &cx.work.library().owner.name;
    let mut value = name.clone();
    let width = (ui.available_width() * 0.5).min(NAME_WIDTH);
    let field = Field::new(cx.t("myself-name")).hint(cx.t("myself-name-hint")).width(width);
    let response = field.id(Id::unique("owner-name")).show(ui, cx.tokens, &mut value);
    // Somebody who comes here for the first time starts typing at once.
    let greeted = Id::unique("owner-name-focused");
    if name.is_empty()
        && !cx.read_only
        && !ui.data(|data| data.get_temp::<bool>(greeted).unwrap_or_default())
    {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(greeted, true));
    if value != *name {
        cx.edit_library(LibraryEdit::OwnerName(value));
    }
    if submitted(ui, &response) && !sheet.draft.on_paper {
        sheet.at().map(|index| choice::id(sheet, index, Mark::First))
    } else {
        None
    }
}
