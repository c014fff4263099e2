//! What each side does if there is no deal, and what that is worth on the scale of a whole deal.

use egui::{Label, Rect, Ui};

use super::issues::read_points;
use super::{equal, fit};
use crate::app::edit::SessionEdit;
use crate::domain::ledger::Side;
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed};

pub(super) const NAME: &str = "alternatives";
/// More terms than this are not read.
const TERMS: usize = 4;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, place: Rect) {
    let tokens = cx.tokens;
    let caption = cx.t("batna-caption");
    Card::new(cx.t("batna-title")).caption(caption).show(ui, tokens, place, |ui| {
        fit::measured(ui, NAME, |ui| {
            ui.columns_const(|[left, right]: &mut [Ui; 2]| {
                // A column would stretch the lines of a text to its width.
                left.vertical(|ui| mine(ui, cx, session));
                right.vertical(|ui| theirs(ui, cx, session));
            });
        });
    });
}

fn mine(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let (tokens, plan, id) = (cx.tokens, &session.plan, session.id);
    ui.add_enabled_ui(!cx.read_only, |ui| {
        let field = Field::new(cx.t("plan-alternative")).hint(cx.t("plan-alternative-hint"));
        if let Some(text) = field.rows(2).edit(ui, tokens, &plan.alternative) {
            cx.edit_session(id, SessionEdit::Alternative(text));
        }
        if let Some(worth) = worth(ui, cx, session, Side::Us, plan.alternative_worth) {
            cx.edit_session(id, SessionEdit::AlternativeWorth(worth));
        }
    });
    explained(ui, cx, session, Side::Us, plan.alternative_worth);
}

fn theirs(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let (tokens, plan, id) = (cx.tokens, &session.plan, session.id);
    ui.add_enabled_ui(!cx.read_only, |ui| {
        let field = Field::new(cx.t("batna-theirs")).hint(cx.t("batna-theirs-hint"));
        if let Some(text) = field.rows(2).edit(ui, tokens, &plan.their_alternative) {
            cx.edit_session(id, SessionEdit::TheirAlternative(text));
        }
        if let Some(worth) = worth(ui, cx, session, Side::Them, plan.their_alternative_worth) {
            cx.edit_session(id, SessionEdit::TheirAlternativeWorth(worth));
        }
    });
    explained(ui, cx, session, Side::Them, plan.their_alternative_worth);
}

fn worth(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    side: Side,
    current: Option<u8>,
) -> Option<Option<u8>> {
    let key = format!("{}/alternative-worth-{}", session.id, side.id());
    let label = cx.messages.word("batna-worth", side.id());
    let problem = cx.t("batna-worth-problem").to_owned();
    typed(
        ui,
        cx.tokens,
        Field::new(label).hint("40").width(ui.available_width().min(150.0)),
        (&mut cx.drafts.unparsed, &key),
        Shown::always(current.map(|worth| worth.to_string()).unwrap_or_default()),
        read_points,
        |_| problem,
    )
}

/// What the number means: a deal that is worth less is none, and a package that is worth as much.
fn explained(ui: &mut Ui, cx: &Cx<'_>, session: &Session, side: Side, worth: Option<u8>) {
    let (tokens, messages) = (cx.tokens, cx.messages);
    let Some(worth) = worth else {
        let how = messages.word("batna-how", side.id());
        ui.add(Label::new(text::caption(how, tokens)).wrap());
        return;
    };
    let means = cx.tr(&format!("batna-means-{}", side.id()), &[("worth", worth.into())]);
    ui.add(Label::new(text::body(means, tokens)).wrap());
    let package = equal::package(&session.plan, &session.currency, side, worth);
    if package.is_empty() {
        return;
    }
    let more = package.len().saturating_sub(TERMS);
    let terms: Vec<String> = package
        .iter()
        .take(TERMS)
        .map(|(topic, issue, value)| {
            let name = messages.topic_name(*topic, issue);
            let value = messages.term(issue, *value);
            cx.tr("batna-term", &[("name", name.into()), ("value", value.into())])
        })
        .collect();
    let mut terms = terms.join(cx.t("plan-list-comma"));
    if more > 0 {
        terms.push_str(" …");
    }
    let equals = cx.tr("batna-equals", &[("terms", Arg::from(terms))]);
    ui.add(Label::new(text::value(equals, tokens)).wrap());
}
