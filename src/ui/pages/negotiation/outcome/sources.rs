//! Where an agreement can be taken from: what both sides said last.

use egui::Ui;

use crate::app::edit::SessionEdit;
use crate::domain::issue::Topic;
use crate::domain::ledger::Side;
use crate::domain::session::{Agreement, Meeting, Session};
use crate::domain::standing::Standing;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::text;

/// Terms that could have been agreed, and the message that names them.
pub(super) struct Source {
    pub key: &'static str,
    pub terms: Standing,
}

/// What both said the same of, then their last offer and ours, as of the end of a meeting.
pub(super) fn of(session: &Session, meeting: &Meeting) -> Vec<Source> {
    let meetings = session.meeting_ids();
    let said = |side| Standing::until(&session.offers, side, &meetings, meeting.id);
    let (ours, theirs) = (said(Side::Us), said(Side::Them));
    let both = Standing {
        price: ours.price.filter(|_| ours.price == theirs.price),
        values: ours
            .values
            .iter()
            .filter(|(id, value)| theirs.values.get(id) == Some(value))
            .map(|(id, value)| (*id, *value))
            .collect(),
    };
    if ours == theirs {
        return some("agreed-from-both", both).into_iter().collect();
    }
    [("agreed-from-theirs", theirs), ("agreed-from-ours", ours), ("agreed-from-settled", both)]
        .into_iter()
        .filter_map(|(key, terms)| some(key, terms))
        .collect()
}

fn some(key: &'static str, terms: Standing) -> Option<Source> {
    (!terms.is_empty()).then_some(Source { key, terms })
}

/// What to do while nothing is agreed.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let tokens = cx.tokens;
    let sources = of(session, meeting);
    let hint = if sources.is_empty() { "agreed-none-offers" } else { "agreed-none" };
    ui.add(egui::Label::new(text::body(cx.t(hint), tokens)).wrap());
    let mut taken = None;
    for source in sources {
        ui.horizontal(|ui| {
            let button = ActionButton::secondary(cx.t(source.key)).small();
            if button.enabled(!cx.read_only).show(ui, tokens).clicked() {
                taken = Some(source.terms.clone());
            }
            let words = terms(cx, session, &source.terms);
            text::one_line(ui, text::caption(words.as_str(), tokens)).on_hover_text(&words);
        });
    }
    let by_hand = ActionButton::quiet(cx.t("agreed-by-hand")).icon("edit").small();
    if by_hand.enabled(!cx.read_only).show(ui, tokens).clicked() {
        taken = Some(Standing::default());
    }
    if let Some(terms) = taken {
        let agreed = Agreement {
            at: meeting.ended.unwrap_or_else(|| cx.now()),
            meeting: meeting.id,
            price: terms.price,
            values: terms.values,
        };
        cx.edit_session(session.id, SessionEdit::Agreed(Some(agreed)));
    }
}

/// "CNY 1,280 · Payment term 45 days".
fn terms(cx: &Cx<'_>, session: &Session, terms: &Standing) -> String {
    let word = |topic: Topic| {
        let issue = session.plan.as_issue(topic, &session.currency)?;
        let value = cx.messages.term(&issue, terms.about(topic)?);
        Some(match topic {
            Topic::Price => value,
            Topic::Issue(_) => format!("{} {value}", cx.messages.topic_name(topic, &issue)),
        })
    };
    session.plan.topics().filter_map(word).collect::<Vec<_>>().join(cx.t("list-separator"))
}
