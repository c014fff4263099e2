//! Who comes along on our side, and what each of them does at the table.

use std::cell::RefCell;

use egui::{Label, Popup, PopupCloseBehavior, Rect, Ui};

use super::fit;
use crate::app::action::Action;
use crate::app::edit::{Edit, SessionEdit};
use crate::domain::plan::{TeamMember, TeamRole};
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::people_menu::shortened;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

pub(super) const NAME: &str = "team";
const MENU_WIDTH: f32 = 430.0;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, place: Rect) {
    let tokens = cx.tokens;
    let title = cx.t("team-title");
    let cx = RefCell::new(cx);
    Card::new(title).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            let cx = &mut **cx.borrow_mut();
            let add = ActionButton::secondary(cx.t("team-add")).icon("plus").small();
            if add.enabled(!cx.read_only).show(ui, tokens).clicked() {
                add_member(cx, session);
            }
        },
        |ui| {
            let cx = &mut **cx.borrow_mut();
            fit::measured(ui, NAME, |ui| members(ui, cx, session));
        },
    );
}

/// Somebody with the first role that nobody has.
fn add_member(cx: &mut Cx<'_>, session: &Session) {
    let team = &session.plan.team;
    let is_free = |role: &TeamRole| !team.iter().any(|member| member.role == *role);
    let role = TeamRole::ALL.into_iter().find(is_free).unwrap_or(TeamRole::Expert);
    let (id, name, note) = (cx.clock.new_entry(), String::new(), String::new());
    cx.edit_session(session.id, SessionEdit::SetMember(TeamMember { id, name, role, note }));
}

fn members(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    if session.plan.team.is_empty() {
        ui.add(Label::new(text::body(cx.t("team-nobody"), tokens)).wrap());
        return;
    }
    for member in &session.plan.team {
        ui.push_id(member.id.0, |ui| {
            ui.add_enabled_ui(!cx.read_only, |ui| one(ui, cx, session, member));
        });
    }
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, member: &TeamMember) {
    let tokens = cx.tokens;
    let put = |cx: &mut Cx<'_>, member: TeamMember| {
        cx.edit_session(session.id, SessionEdit::SetMember(member));
    };
    let spoken = shortened(&member.name);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| {
        let width = ui.available_width();
        let label = cx.t("team-name");
        let field = Field::new(label).hint(cx.t("team-name-hint")).hide_label().width(width * 0.24);
        if let Some(name) = field.edit(ui, tokens, &member.name) {
            put(cx, TeamMember { name, ..member.clone() });
        }
        role(ui, cx, session, member);
        let width = (ui.available_width() - 40.0).max(80.0);
        let field = Field::new(cx.t("team-note")).hint(cx.t("team-note-hint")).hide_label();
        if let Some(note) = field.width(width).edit(ui, tokens, &member.note) {
            put(cx, TeamMember { note, ..member.clone() });
        }
        let label = cx.tr("team-remove", &[("name", Arg::from(spoken.as_str()))]);
        let remove = ActionButton::icon_only("cross", &label).colour(tokens.text_3);
        if remove.show(ui, tokens).clicked() {
            let told = cx.tr("team-removed", &[("name", Arg::from(spoken.as_str()))]);
            let edit = Edit::Session(session.id, SessionEdit::RemoveMember(member.id));
            cx.push(Action::EditAndTell(edit, told));
        }
    });
    let does = cx.messages.word("team-does", member.role.id());
    ui.add(Label::new(text::caption(does, tokens)).wrap());
    ui.add_space(6.0);
}

fn role(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, member: &TeamMember) {
    let tokens = cx.tokens;
    let word = cx.messages.word("team-role", member.role.id());
    let button = ActionButton::secondary(word).icon("chevron-down").min_width(112.0);
    let response = button.show(ui, tokens);
    let args = [("name", Arg::from(shortened(&member.name))), ("role", word.into())];
    let (name, enabled) = (cx.tr("team-role-of", &args), ui.is_enabled());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &name));
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).width(MENU_WIDTH).show(
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for role in TeamRole::ALL {
                let word = cx.messages.word("team-role", role.id());
                let selected = role == member.role;
                let chosen = row(ui, tokens, role.id(), size::ROW_HEIGHT, selected, word, |ui| {
                    ui.label(text::value(word, tokens));
                    let does = cx.messages.word("team-does", role.id());
                    text::one_line(ui, text::caption(does, tokens));
                });
                if chosen.clicked() {
                    let member = TeamMember { role, ..member.clone() };
                    cx.edit_session(session.id, SessionEdit::SetMember(member));
                    ui.close();
                }
            }
        },
    );
}
