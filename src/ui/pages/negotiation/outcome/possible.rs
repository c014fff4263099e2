//! What the agreement is worth, and what else both could have had, as far as I can guess their side.

use std::sync::Arc;

use egui::{Color32, Id, Ui};

use super::super::deals::space_of;
use super::agreed::{about, standing};
use crate::app::prospects::{Prospects, Question, share_of_frontier};
use crate::domain::bargaining::swaps::improvements;
use crate::domain::deal_space::{DealSpace, Valued};
use crate::domain::issue::{Issue, IssueKind, IssueValue, Topic};
use crate::domain::session::{Agreement, Session};
use crate::domain::standing::Standing;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::people_menu::shortened;
use crate::ui::widgets::text;

/// A difference below half a point of a hundred is none.
const NOTHING: f64 = 0.005;
/// From this share on, nothing was left on the table.
const ALL: f64 = 0.995;

/// What was left on the table by some terms.
#[derive(Debug, Clone, PartialEq)]
struct Left {
    /// The share of what both could have gained, see [`share_of_frontier`].
    share: f64,
    /// The terms that would have been better for me at no cost to them, and by how much.
    better: Option<(Vec<(Topic, IssueValue)>, f64)>,
}

impl Left {
    fn of(found: &Prospects, terms: &Standing, valued: &Valued) -> Option<Self> {
        let (me, them) = (valued.me.0, valued.them.0);
        let share = share_of_frontier(&found.space, &found.analysis, me, them)?;
        let choices = found.deals.choices(terms);
        let better = choices
            .as_deref()
            .and_then(|choices| improvements(&found.space, &found.analysis.frontier, choices))
            .map(|better| better.best_for_me.deal)
            // The deals of the grid are near what was agreed, not always the same. Where nothing
            // would have been better for both, more for me has to cost them nothing at all.
            .filter(|deal| {
                let spared = if share < ALL { NOTHING } else { 1e-9 };
                deal.me > me + NOTHING && deal.them >= them - spared
            })
            .map(|deal| (found.deals.terms(&deal), deal.me - me));
        Some(Self { share, better })
    }
}

/// What is remembered of a frontier: the terms that were compared with it, and what was found.
type Compared = (Arc<Prospects>, Standing, Option<Left>);

/// The same for what was left: a frontier may have thousands of deals.
fn left_of(
    ui: &Ui,
    session: &Session,
    found: &Arc<Prospects>,
    terms: &Standing,
    valued: &Valued,
) -> Option<Left> {
    let id = Id::unique(("left-on-the-table", session.id.0));
    let kept: Option<Arc<Compared>> = ui.data(|data| data.get_temp(id));
    let is_it = |kept: &Arc<Compared>| Arc::ptr_eq(&kept.0, found) && kept.1 == *terms;
    if let Some(kept) = kept.filter(is_it) {
        return kept.2.clone();
    }
    let left = Left::of(found, terms, valued);
    let compared: Compared = (Arc::clone(found), terms.clone(), left.clone());
    ui.data_mut(|data| data.insert_temp(id, Arc::new(compared)));
    left
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, agreed: &Agreement) {
    let tokens = cx.tokens;
    let space = space_of(ui, session);
    let terms = standing(agreed);
    let Some(valued) = space.value(&terms) else {
        if space.topics.is_empty() {
            ui.add(egui::Label::new(text::caption(cx.t("worth-unknown"), tokens)).wrap());
        }
        return;
    };
    line(ui, cx, "target", tokens.accent_text, &worth(cx, session, &valued));
    let beyond = space.beyond_my_limits(&terms);
    if !beyond.is_empty() {
        // The frontier holds no deals beyond my limits, so it says nothing about this one.
        let topics = names(cx, session, &beyond);
        line(ui, cx, "warning", tokens.warn, &cx.tr("left-beyond", &[("topics", topics.into())]));
    } else if valued.open == 0 && space.is_open() {
        let view = cx.outlook.view(session.id, &space, Question::default(), cx.wake);
        match view.prospects.filter(|found| found.deals == *space) {
            Some(found) => {
                if let Some(left) = left_of(ui, session, &found, &terms, &valued) {
                    show_left(ui, cx, session, agreed, (&space, &left));
                }
            }
            None if view.refused.is_some() => {
                ui.add(egui::Label::new(text::caption(cx.t("worth-refused"), tokens)).wrap());
            }
            None => {
                text::one_line(ui, text::caption(cx.t("worth-underway"), tokens));
            }
        }
        ui.add(egui::Label::new(text::caption(cx.t("worth-guesses"), tokens)).wrap());
    }
    for (key, topics) in
        [("package-mirrored", &space.mirrored), ("package-left-out", &space.topics_left_out())]
    {
        if !topics.is_empty() {
            let names = names(cx, session, topics);
            let words = cx.tr(key, &[("topics", names.into())]);
            ui.add(egui::Label::new(text::caption(words, tokens)).wrap());
        }
    }
}

fn line(ui: &mut Ui, cx: &Cx<'_>, icon: &str, colour: Color32, words: &str) {
    text::sign_list(ui, cx.tokens, icon, colour, [words]);
}

fn names(cx: &Cx<'_>, session: &Session, topics: &[Topic]) -> String {
    let name = |topic: &Topic| {
        let issue = session.plan.as_issue(*topic, &session.currency)?;
        Some(shortened(cx.messages.topic_name(*topic, &issue)))
    };
    topics.iter().filter_map(name).collect::<Vec<_>>().join(cx.t("table-comma"))
}

/// 0 to 100.
pub(super) fn points(worth: f64) -> String {
    format!("{:.0}", worth.clamp(0.0, 1.0) * 100.0)
}

fn worth(cx: &Cx<'_>, session: &Session, valued: &Valued) -> String {
    let mut said = if valued.open == 0 {
        let (me, them) = (points(valued.me.0), points(valued.them.0));
        cx.tr("worth-whole", &[("me", me.into()), ("them", them.into())])
    } else {
        let args = [
            ("low", Arg::from(points(valued.me.0))),
            ("high", points(valued.me.1).into()),
            ("open", valued.open.into()),
        ];
        cx.tr("worth-range", &args)
    };
    if let Some(alternative) = session.plan.alternative_worth {
        let better = valued.me.0 * 100.0 >= f64::from(alternative);
        let key = if better { "worth-over-alternative" } else { "worth-under-alternative" };
        let more = cx.tr(key, &[("worth", Arg::from(alternative))]);
        said = cx.tr("sentences", &[("one", said.into()), ("two", more.into())]);
    }
    said
}

/// The share of the frontier, and the deal that would have been better for me at no cost to them.
fn show_left(
    ui: &mut Ui,
    cx: &Cx<'_>,
    session: &Session,
    agreed: &Agreement,
    (space, left): (&DealSpace, &Left),
) {
    let tokens = cx.tokens;
    let args = [("share", Arg::from(cx.messages.percent(left.share)))];
    let Some((terms, more)) = left.better.as_ref() else {
        let key = if left.share >= ALL { "left-nothing" } else { "left-little" };
        line(ui, cx, "check", tokens.ok, &cx.tr(key, &args));
        return;
    };
    line(ui, cx, "handshake", tokens.text_3, &cx.tr("left-share", &args));
    let words = instead(cx, session, agreed, space, terms);
    if !words.is_empty() {
        let args = [("terms", Arg::from(words)), ("more", points(*more).into())];
        line(ui, cx, "bulb", tokens.warn, &cx.tr("left-instead", &args));
    }
}

/// "Contract term 6 months more, payment term 10 days less".
fn instead(
    cx: &Cx<'_>,
    session: &Session,
    agreed: &Agreement,
    space: &DealSpace,
    terms: &[(Topic, IssueValue)],
) -> String {
    let part = |(topic, to): &(Topic, IssueValue)| {
        let from = about(agreed, *topic)?;
        let options = space.options.get(space.position(*topic)?)?;
        // Nearer to what was agreed there is no option: this topic stays as it is.
        if options.get(space.nearest(*topic, from)?) == Some(to) {
            return None;
        }
        let issue = session.plan.as_issue(*topic, &session.currency)?;
        change(cx, *topic, &issue, from, *to)
    };
    let parts: Vec<String> = terms.iter().filter_map(part).collect();
    parts.join(cx.t("table-comma"))
}

fn change(
    cx: &Cx<'_>,
    topic: Topic,
    issue: &Issue,
    from: IssueValue,
    to: IssueValue,
) -> Option<String> {
    let name = shortened(cx.messages.topic_name(topic, issue));
    let (Some(was), Some(is)) = (from.number(), to.number()) else {
        let args = [
            ("topic", Arg::from(name)),
            ("to", shortened(&cx.messages.term(issue, to)).into()),
            ("from", shortened(&cx.messages.term(issue, from)).into()),
        ];
        return Some(cx.tr("left-choice", &args));
    };
    let by = is.checked_sub(was)?;
    let up = by > rust_decimal::Decimal::ZERO;
    let key = match (issue.kind, up) {
        (IssueKind::Date, true) => "left-later",
        (IssueKind::Date, false) => "left-earlier",
        (_, true) => "left-more",
        (_, false) => "left-less",
    };
    let amount = cx.messages.difference(issue, by.abs());
    Some(cx.tr(key, &[("topic", name.into()), ("amount", amount.into())]))
}
