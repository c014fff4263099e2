//! What an opened row of the table shows: name, kind and place, how the worth runs, and in words
//! what the numbers mean.

use egui::{Layout, Ui};

use super::{choices, curve, focus, row, stakes, words};
use crate::app::action::Action;
use crate::app::edit::{Edit, SessionEdit};
use crate::domain::issue::{Issue, IssueKind, Topic};
use crate::domain::ledger::Side;
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::people_menu::shortened;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::inset;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, topic: Topic, issue: &Issue) {
    let tokens = cx.tokens;
    inset(ui, tokens.sunken, tokens.border, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.add_enabled_ui(!cx.read_only, |ui| {
            if let Topic::Issue(_) = topic {
                about(ui, cx, session, issue);
            }
            if issue.kind == IssueKind::Choice {
                choices::show(ui, cx, session, issue);
            } else {
                ui.columns_const(|[left, right]: &mut [Ui; 2]| {
                    curve::show(left, cx, session, (topic, issue), Side::Us);
                    curve::show(right, cx, session, (topic, issue), Side::Them);
                });
            }
        });
        meaning(ui, cx, session, topic, issue);
    });
    ui.add_space(8.0);
}

/// Name, kind and unit, and where the issue stands in the table.
fn about(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, issue: &Issue) {
    let tokens = cx.tokens;
    let change = |cx: &mut Cx<'_>, issue: Issue| {
        cx.edit_session(session.id, SessionEdit::SetIssue(Box::new(issue)));
    };
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() - 130.0).max(200.0);
        let with_unit = matches!(issue.kind, IssueKind::Number | IssueKind::Money);
        let name_width = if with_unit { width * 0.6 } else { width };
        let mut name = issue.name.clone();
        let field = Field::new(cx.t("issue-name")).hint(cx.t("issue-name-hint")).width(name_width);
        let response = field.show(ui, tokens, &mut name);
        focus::give(cx, issue.id, true, &response);
        if name != issue.name {
            change(cx, Issue { name, ..issue.clone() });
        }
        if with_unit {
            let (label, hint) = match issue.kind {
                IssueKind::Money => ("issue-currency", session.currency.as_str()),
                _ => ("issue-unit", cx.t("issue-unit-hint")),
            };
            let field = Field::new(cx.t(label)).hint(hint).width(width - name_width - 8.0);
            if let Some(unit) = field.edit(ui, tokens, &issue.unit) {
                change(cx, Issue { unit, ..issue.clone() });
            }
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.add_space(2.0);
            place_buttons(ui, cx, session, issue);
        });
    });
    let kinds = IssueKind::ALL.map(|kind| (kind, cx.messages.word("issue-kind", kind.id())));
    let label = cx.t("issue-kind-label");
    ui.horizontal(|ui| {
        ui.label(text::caption(label, tokens));
        if let Some(kind) = segmented(ui, tokens, label, Some(issue.kind), &kinds) {
            change(cx, stakes::as_kind(issue.clone(), kind, &session.currency));
        }
    });
}

fn place_buttons(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, issue: &Issue) {
    let tokens = cx.tokens;
    let name = shortened(cx.messages.topic_name(Topic::Issue(issue.id), issue));
    let place = session.plan.issues.iter().position(|other| other.id == issue.id);
    let last = session.plan.issues.len().saturating_sub(1);
    let label = cx.tr("issue-remove", &[("name", Arg::from(name.as_str()))]);
    let button = ActionButton::icon_only("trash", &label).colour(tokens.text_3);
    if button.show(ui, tokens).clicked() {
        let told = cx.tr("issue-removed", &[("name", Arg::from(name.as_str()))]);
        let edit = Edit::Session(session.id, SessionEdit::RemoveIssue(issue.id));
        cx.push(Action::EditAndTell(edit, told));
    }
    for (key, down, enabled) in [
        ("issue-down", true, place.is_some_and(|place| place < last)),
        ("issue-up", false, place.is_some_and(|place| place > 0)),
    ] {
        let label = cx.tr(key, &[("name", Arg::from(name.as_str()))]);
        let icon = if down { "chevron-down" } else { "chevron-up" };
        let button = ActionButton::icon_only(icon, &label).colour(tokens.text_2).enabled(enabled);
        if button.show(ui, tokens).clicked() {
            row::shift(cx, session, Topic::Issue(issue.id), down);
        }
    }
}

/// In words what a step is worth to each side, and what follows from it.
fn meaning(ui: &mut Ui, cx: &Cx<'_>, session: &Session, topic: Topic, issue: &Issue) {
    let tokens = cx.tokens;
    let share = |side| stakes::share(&session.plan, &session.currency, topic, side);
    let (mine, theirs) = (share(Side::Us), share(Side::Them));
    let line = |ui: &mut Ui, icon: &str, colour, sentence: &str| {
        ui.horizontal_top(|ui| {
            ui.add(icons::sized(icon, 14.0).tint(colour).alt_text(""));
            ui.add(egui::Label::new(text::value(sentence, tokens)).wrap());
        });
    };
    let said = [(Side::Us, mine, tokens.accent), (Side::Them, theirs, tokens.warn)];
    let mut spoken = 0;
    for (side, share, colour) in said {
        if let Some(sentence) = words::sentence(cx.messages, issue, side, share) {
            line(ui, "target", colour, &sentence);
            spoken += 1;
        }
    }
    if spoken < 2 {
        let key = match (spoken, issue.kind) {
            (_, IssueKind::Choice) => "issue-means-missing-choice",
            (0, _) => "issue-means-missing",
            _ => "issue-means-missing-theirs",
        };
        ui.add(egui::Label::new(text::caption(cx.t(key), tokens)).wrap());
        return;
    }
    match words::dearer_to(issue, mine, theirs) {
        Some(Side::Them) => line(ui, "swap", tokens.ok, cx.t("issue-give")),
        Some(Side::Us) => line(ui, "flag", tokens.text_2, cx.t("issue-ask")),
        None => {}
    }
}
