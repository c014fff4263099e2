//! Where both sides could meet: one topic as a chart or a table, and all of them in a sentence.

use std::cell::RefCell;
use std::sync::Arc;

use egui::{Id, Label, Rect, Ui};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::fit;
use super::issues::stakes;
use crate::app::route::{NegotiationTab, Route};
use crate::domain::deal_space::{DealSpace, LeftOut, Zone, common_choices, worth};
use crate::domain::issue::{Issue, IssueKind, IssueValue, Topic};
use crate::domain::ledger::Side;
use crate::domain::outcome::Party;
use crate::domain::plan::Plan;
use crate::domain::session::Session;
use crate::domain::standing::Standing;
use crate::i18n::{Arg, Messages};
use crate::ui::charts::zone::{Reach, ZoneChart};
use crate::ui::context::Cx;
use crate::ui::pages::people_menu::shortened;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::text;

pub(super) const NAME: &str = "zone";

/// A topic with what the two sides make of it.
struct Found {
    topic: Topic,
    issue: Issue,
    zone: Zone,
    /// Of a list, the entries that both could take; `None` while nothing is known of it.
    choices: Option<Vec<u32>>,
    /// Message that tells why there is no zone: the price is wanted the wrong way.
    wrong: Option<&'static str>,
}

/// What there is to say of a topic in the sentence about all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Met,
    Apart,
    Same,
    Missing,
}

/// The topics with the state of the plan from which they were worked out.
struct Kept {
    plan: Plan,
    my_party: Party,
    currency: String,
    all: Vec<Found>,
}

impl Kept {
    /// What was found, worked out once for each state of the plan.
    fn of(ui: &Ui, session: &Session) -> Arc<Self> {
        let id = Id::unique(("plan-zones", session.id.0));
        let kept: Option<Arc<Self>> = ui.data(|data| data.get_temp(id));
        if let Some(kept) = kept.filter(|kept| kept.is_of(session)) {
            return kept;
        }
        let kept = Arc::new(Self {
            plan: session.plan.clone(),
            my_party: session.my_party,
            currency: session.currency.clone(),
            all: Found::all(session),
        });
        ui.data_mut(|data| data.insert_temp(id, Arc::clone(&kept)));
        kept
    }

    fn is_of(&self, session: &Session) -> bool {
        self.my_party == session.my_party
            && self.currency == session.currency
            && self.plan == session.plan
    }
}

impl Found {
    fn all(session: &Session) -> Vec<Self> {
        let (plan, currency) = (&session.plan, session.currency.as_str());
        let space = DealSpace::of(plan, session.my_party, currency);
        let of = |topic| {
            let issue = plan.as_issue(topic, currency)?;
            let known = space.position(topic).filter(|_| !space.mirrored.contains(&topic));
            let is_list = issue.kind == IssueKind::Choice;
            let choices = known.filter(|_| is_list).map(|_| common_choices(&issue));
            let is_wrong = space.left_out.contains(&(topic, LeftOut::WrongWay));
            let wrong = is_wrong.then_some(match session.my_party {
                Party::Seller => "plan-wrong-seller",
                Party::Buyer => "plan-wrong-buyer",
            });
            let zone = if is_wrong { Zone::Unknown } else { Zone::of(&issue) };
            Some(Self { topic, issue, zone, choices, wrong })
        };
        plan.topics().filter_map(of).collect()
    }

    fn state(&self) -> State {
        if self.issue.kind == IssueKind::Choice {
            return match &self.choices {
                None => State::Missing,
                Some(keys) if keys.is_empty() => State::Apart,
                Some(_) => State::Met,
            };
        }
        match self.zone {
            Zone::Unknown => State::Missing,
            Zone::Between { .. } => State::Met,
            Zone::Apart { .. } => State::Apart,
            Zone::SameWay => State::Same,
        }
    }
}

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, place: Rect) {
    let tokens = cx.tokens;
    let kept = Kept::of(ui, session);
    let all = &kept.all;
    let draft = cx.drafts.plans.get(&session.id);
    let chosen = draft.and_then(|draft| draft.zone);
    let as_table = draft.is_some_and(|draft| draft.zone_as_table);
    let shown = all.iter().find(|one| Some(one.topic) == chosen).or_else(|| all.first());
    let Some(shown) = shown else { return };
    let caption = super::issues::unit(cx, session, shown.topic, &shown.issue);
    let title = cx.t("zone-title");
    let can_switch = shown.issue.kind != IssueKind::Choice && shown.state() != State::Missing;
    let cx = RefCell::new(cx);
    Card::new(title).caption(caption).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            let cx = &mut **cx.borrow_mut();
            let key = if as_table { "zone-as-chart" } else { "zone-as-table" };
            let button = ActionButton::icon_only("list", cx.t(key)).selected(as_table);
            if can_switch && button.colour(tokens.text_3).show(ui, tokens).clicked() {
                cx.drafts.plans.entry(session.id).or_default().zone_as_table = !as_table;
            }
        },
        |ui| {
            let cx = &mut **cx.borrow_mut();
            fit::measured(ui, NAME, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                topics(ui, cx, session, all, shown.topic);
                one(ui, cx, session, shown, as_table);
                if all.len() > 1 {
                    ui.add_space(2.0);
                    rule(ui, tokens);
                    overall(ui, cx, all);
                    let deals = ActionButton::quiet(cx.t("zone-deals")).icon("arrow-right").small();
                    if deals.show(ui, tokens).clicked() {
                        let tab = NegotiationTab::Deals;
                        cx.go(Route::Negotiation { session: session.id, tab });
                    }
                }
            });
        },
    );
}

/// One chip for each topic, when there are several.
fn topics(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, all: &[Found], shown: Topic) {
    if all.len() < 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(4.0);
        for one in all {
            let name = shortened(cx.messages.topic_name(one.topic, &one.issue));
            if filter_chip(ui, cx.tokens, one.topic == shown, &name).clicked() {
                cx.drafts.plans.entry(session.id).or_default().zone = Some(one.topic);
            }
        }
    });
}

fn one(ui: &mut Ui, cx: &Cx<'_>, session: &Session, found: &Found, as_table: bool) {
    let tokens = cx.tokens;
    let sentence = sentence(cx.messages, found);
    if found.issue.kind == IssueKind::Choice {
        list(ui, cx, found);
    } else if as_table {
        table(ui, cx, &found.issue);
    } else if found.state() != State::Missing {
        let standing = Standing::of(&session.offers, Side::Us);
        chart(ui, cx, found, standing.about(found.topic), &sentence);
    }
    let (icon, colour) = match found.state() {
        State::Met | State::Same => ("check", tokens.ok),
        State::Apart => ("warning", tokens.warn),
        State::Missing => ("info", tokens.text_3),
    };
    ui.horizontal_top(|ui| {
        ui.add(icons::sized(icon, 14.0).tint(colour).alt_text(""));
        ui.add(Label::new(text::value(sentence, tokens)).wrap());
    });
}

fn chart(ui: &mut Ui, cx: &Cx<'_>, found: &Found, offer: Option<IssueValue>, sentence: &str) {
    let (messages, issue) = (cx.messages, &found.issue);
    let float = |value: IssueValue| value.number().and_then(|number| number.to_f64());
    let reach = |side| {
        let stakes = stakes::of(issue, side);
        let slack = stakes.give_or_take.filter(|_| side == Side::Them).unwrap_or_default();
        Some(Reach {
            target: float(stakes.target?)?,
            limit: float(stakes.reservation?)?,
            give_or_take: slack.abs().to_f64()?,
        })
    };
    let write = |value: f64| {
        let number = Decimal::from_f64_retain(value).and_then(|number| number.round_sf(7));
        messages.bare_number(issue, number.unwrap_or_default().normalize())
    };
    let (zone, zone_label) = match found.zone {
        Zone::Between { low, high, .. } => {
            let ends = [
                ("low", Arg::from(messages.bare_number(issue, low))),
                ("high", messages.bare_number(issue, high).into()),
            ];
            (low.to_f64().zip(high.to_f64()), cx.tr("zone-label", &ends))
        }
        _ => (None, String::new()),
    };
    let offer_label = offer.map_or_else(String::new, |offer| {
        cx.tr("zone-offer", &[("offer", messages.bare_term(issue, offer).into())])
    });
    let summary = if offer_label.is_empty() {
        sentence.to_owned()
    } else {
        format!("{sentence} {offer_label}.")
    };
    ZoneChart {
        us: reach(Side::Us),
        them: reach(Side::Them),
        zone,
        offer: offer.and_then(float),
        names: (cx.t("zone-us"), cx.t("zone-them")),
        zone_label,
        offer_label,
        write: &write,
        summary,
    }
    .show(ui, cx.tokens);
}

/// The data of the chart.
fn table(ui: &mut Ui, cx: &Cx<'_>, issue: &Issue) {
    let (tokens, messages) = (cx.tokens, cx.messages);
    let written = |value: Option<IssueValue>| {
        value.map_or_else(|| "–".to_owned(), |value| messages.bare_term(issue, value))
    };
    egui::Grid::new("zone-table").num_columns(4).spacing([16.0, 6.0]).show(ui, |ui| {
        for head in ["", "issues-target", "issues-limit", "issues-slack"] {
            let head = if head.is_empty() { "" } else { cx.t(head) };
            ui.label(text::caption(head, tokens));
        }
        ui.end_row();
        for (side, colour) in [(Side::Us, tokens.accent_text), (Side::Them, tokens.warn)] {
            let stakes = stakes::of(issue, side);
            ui.label(text::label(messages.word("side", side.id()), tokens).color(colour));
            ui.label(text::value(written(stakes.target), tokens));
            ui.label(text::value(written(stakes.reservation), tokens));
            let slack = stakes.give_or_take.filter(|_| side == Side::Them);
            let slack = slack.map_or_else(|| "–".to_owned(), |slack| messages.number(slack));
            ui.label(text::value(slack, tokens));
            ui.end_row();
        }
    });
}

/// The entries of a list that both could take.
fn list(ui: &mut Ui, cx: &Cx<'_>, found: &Found) {
    let tokens = cx.tokens;
    let both = found.choices.as_deref().unwrap_or_default();
    let percent = |side, key| {
        let share = worth(&found.issue, side, IssueValue::Choice(key)).unwrap_or(0.0);
        cx.messages.percent(share).trim_end_matches('%').to_owned()
    };
    for choice in found.issue.choices.iter().filter(|choice| both.contains(&choice.key)) {
        let name = shortened(&choice.name);
        let args = [
            ("name", Arg::from(name)),
            ("me", percent(Side::Us, choice.key).into()),
            ("them", percent(Side::Them, choice.key).into()),
        ];
        ui.label(text::body(cx.tr("zone-choice", &args), tokens));
    }
}

/// What the zone of one topic is, or what is missing.
fn sentence(messages: &Messages, found: &Found) -> String {
    let issue = &found.issue;
    if issue.kind == IssueKind::Choice {
        return match found.choices.as_deref() {
            None => messages.text("zone-choice-unknown").to_owned(),
            Some([]) => messages.text("zone-choice-none").to_owned(),
            Some(keys) => messages.with("zone-choice-some", &[("count", keys.len().into())]),
        };
    }
    let number = |number: Decimal| match issue.kind {
        IssueKind::Date => messages.bare_number(issue, number),
        _ => messages.term(issue, IssueValue::Number(number)),
    };
    match found.zone {
        Zone::SameWay => messages.text("zone-same-way").to_owned(),
        Zone::Unknown => found
            .wrong
            .map_or_else(|| missing(messages, issue), |key| messages.text(key).to_owned()),
        Zone::Apart { by, perhaps } => {
            let key = if perhaps { "zone-apart-perhaps" } else { "zone-apart-one" };
            messages.with(key, &[("by", messages.difference(issue, by).into())])
        }
        Zone::Between { low, high, sure } => {
            let ends = [("low", Arg::from(number(low))), ("high", number(high).into())];
            let all = messages.with("zone-between", &ends);
            let slack = issue.theirs.give_or_take.unwrap_or_default();
            match sure {
                _ if slack.is_zero() => all,
                None => format!("{all}{}", messages.text("zone-unsure")),
                Some((low, high)) => {
                    let ends = [("low", Arg::from(number(low))), ("high", number(high).into())];
                    format!("{all}{}", messages.with("zone-sure", &ends))
                }
            }
        }
    }
}

fn missing(messages: &Messages, issue: &Issue) -> String {
    let parts = [
        ("my-target", issue.mine.target),
        ("my-limit", issue.mine.reservation),
        ("their-target", issue.theirs.target),
        ("their-limit", issue.theirs.reservation),
    ];
    let open = parts.into_iter().filter(|(_, value)| value.is_none());
    let names: Vec<&str> = open.map(|(part, _)| messages.word("issues-part", part)).collect();
    if names.is_empty() {
        return messages.text("zone-no-span").to_owned();
    }
    let names = names.join(messages.text("plan-list-comma"));
    messages.with("zone-missing-parts", &[("parts", names.into())])
}

/// Which topics leave room, which do not and by how much, and which cannot be told.
fn overall(ui: &mut Ui, cx: &Cx<'_>, all: &[Found]) {
    let (tokens, messages) = (cx.tokens, cx.messages);
    let named = |state: State| -> Option<String> {
        let name = |one: &Found| {
            let name = shortened(messages.topic_name(one.topic, &one.issue));
            match one.zone {
                Zone::Apart { by, .. } => {
                    let by = messages.difference(&one.issue, by);
                    messages.with("zone-by", &[("name", name.into()), ("by", by.into())])
                }
                _ => name,
            }
        };
        let names: Vec<String> = all.iter().filter(|one| one.state() == state).map(name).collect();
        (!names.is_empty()).then(|| names.join(messages.text("plan-list-comma")))
    };
    let (met, apart, same, missing) =
        (named(State::Met), named(State::Apart), named(State::Same), named(State::Missing));
    let verdict = match (&apart, &missing) {
        (Some(_), _) => "zone-overall-apart",
        (None, None) => "zone-overall-all",
        (None, Some(_)) if met.is_some() => "zone-overall-part",
        (None, Some(_)) => "zone-overall-unknown",
    };
    ui.add(Label::new(text::strong(cx.t(verdict), tokens)).wrap());
    let lines = [
        ("zone-met", met, tokens.ok),
        ("zone-apart", apart, tokens.warn),
        ("zone-same", same, tokens.text_2),
        ("zone-missing", missing, tokens.text_3),
    ];
    for (key, topics, colour) in lines {
        if let Some(topics) = topics {
            let line = messages.with(key, &[("topics", topics.into())]);
            ui.add(Label::new(text::body(line, tokens).color(colour)).wrap());
        }
    }
}
