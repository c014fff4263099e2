//! Issues that are often negotiated besides the price, to be added with one click.

use egui::{Popup, PopupCloseBehavior, Ui};

use crate::app::edit::SessionEdit;
use crate::domain::ids::IssueId;
use crate::domain::issue::{Issue, IssueKind, Topic};
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

const MENU_WIDTH: f32 = 250.0;

/// The ids of the ideas, used in message keys, with the kind of their values.
const IDEAS: [(&str, IssueKind); 6] = [
    ("payment", IssueKind::Number),
    ("delivery", IssueKind::Date),
    ("term", IssueKind::Number),
    ("service", IssueKind::Number),
    ("volume", IssueKind::Number),
    ("warranty", IssueKind::Number),
];

/// Ideas that are not in the plan yet, each with its name.
fn open<'a>(cx: &Cx<'a>, session: &Session) -> Vec<(&'static str, IssueKind, &'a str)> {
    let named = |(id, kind)| (id, kind, cx.messages.word("issue-idea", id));
    let is_open = |(_, _, name): &(&str, IssueKind, &str)| {
        !session.plan.issues.iter().any(|issue| issue.name.trim() == *name)
    };
    IDEAS.into_iter().map(named).filter(is_open).collect()
}

/// The button in the head of the card.
pub(super) fn button(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    let add = ActionButton::secondary(cx.t("issues-add")).icon("plus").small();
    let response = add.enabled(!cx.read_only).show(ui, tokens);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .width(MENU_WIDTH)
        .show(|ui| menu(ui, cx, session));
}

fn menu(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    let ideas = open(cx, session);
    if !ideas.is_empty() {
        ui.label(text::caption(cx.t("issues-often"), tokens));
    }
    for (id, kind, name) in ideas {
        let unit = unit_of(cx, id, kind);
        let chosen = row(ui, tokens, id, size::SMALL_CONTROL_HEIGHT + 4.0, false, name, |ui| {
            ui.label(text::value(name, tokens));
            text::one_line(ui, text::caption(unit, tokens));
        });
        if chosen.clicked() {
            add(cx, session, kind, name, unit);
            ui.close();
        }
    }
    ui.add_space(6.0);
    ui.label(text::caption(cx.t("issues-other"), tokens));
    for kind in IssueKind::ALL {
        let name = cx.messages.word("issue-kind", kind.id());
        let chosen =
            row(ui, tokens, kind.id(), size::SMALL_CONTROL_HEIGHT + 4.0, false, name, |ui| {
                ui.label(text::value(name, tokens));
                text::one_line(
                    ui,
                    text::caption(cx.messages.word("issue-kind-tip", kind.id()), tokens),
                );
            });
        if chosen.clicked() {
            add(cx, session, kind, "", "");
            ui.close();
        }
    }
}

/// What a plan without issues says: that the price is enough to begin with, and what could be added.
pub(super) fn none_yet(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    ui.add_space(6.0);
    ui.add(egui::Label::new(text::body(cx.t("issues-none"), tokens)).wrap());
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (id, kind, name) in open(cx, session) {
                let spoken = cx.tr("issues-add-idea", &[("name", Arg::from(name))]);
                let chip = ActionButton::secondary(name).icon("plus").small();
                let response = chip.show(ui, tokens);
                response.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &spoken)
                });
                if response.clicked() {
                    add(cx, session, kind, name, unit_of(cx, id, kind));
                }
            }
        });
    });
}

fn unit_of<'a>(cx: &Cx<'a>, id: &'a str, kind: IssueKind) -> &'a str {
    match kind {
        IssueKind::Number => cx.messages.word("issue-idea-unit", id),
        _ => "",
    }
}

/// Adds an issue. One with a name waits for my target, one without for its name.
fn add(cx: &mut Cx<'_>, session: &Session, kind: IssueKind, name: &str, unit: &str) {
    let mut issue = Issue::new(IssueId(cx.clock.new_id()), kind);
    name.clone_into(&mut issue.name);
    unit.clone_into(&mut issue.unit);
    if kind == IssueKind::Money {
        issue.unit.clone_from(&session.currency);
    }
    if name.is_empty() {
        let draft = cx.drafts.plans.entry(session.id).or_default();
        draft.open = Some(Topic::Issue(issue.id));
    }
    super::focus::ask(cx, issue.id, name.is_empty());
    cx.edit_session(session.id, SessionEdit::SetIssue(Box::new(issue)));
}
