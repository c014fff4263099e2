//! The deals that have a name: where we stand, where they stand, balanced deals, packages.

use egui::Color32;

use super::scene::{Found, Scene};
use super::words;
use crate::app::drafts::Balance;
use crate::domain::issue::{IssueValue, Topic};
use crate::domain::ledger::Side;
use crate::i18n::Arg;
use crate::ui::charts::frontier::Mark;
use crate::ui::charts::glyph::Glyph;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::Tokens;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Standing(Side),
    Balanced(Balance),
    Package(usize),
}

/// One of them, with what it is worth: the least and the most.
pub struct Point {
    pub kind: Kind,
    pub name: String,
    pub me: (f64, f64),
    pub them: (f64, f64),
    pub terms: Vec<(Topic, IssueValue)>,
    /// Topics that nothing was said about.
    pub open: usize,
}

impl Point {
    /// In the middle of the range.
    pub fn at(&self) -> (f64, f64) {
        let middle = |(low, high): (f64, f64)| f64::midpoint(low, high);
        (middle(self.me), middle(self.them))
    }

    pub fn mark(&self, cx: &Cx<'_>, labelled: bool) -> Mark {
        let open = self.open > 0;
        Mark {
            glyph: glyph(self.kind, open),
            colour: colour(self.kind, cx.tokens),
            at: self.at(),
            range: open.then_some(((self.me.0, self.them.0), (self.me.1, self.them.1))),
            name: self.name.clone(),
            worth: words::worth(cx, self.me, self.them),
            labelled,
        }
    }
}

pub fn glyph(kind: Kind, open: bool) -> Glyph {
    match kind {
        Kind::Standing(_) if open => Glyph::OpenDiamond,
        Kind::Standing(_) => Glyph::Diamond,
        Kind::Balanced(Balance::Nash) => Glyph::Star,
        Kind::Balanced(Balance::EqualShares) => Glyph::Triangle,
        Kind::Balanced(Balance::EqualGain) => Glyph::Square,
        Kind::Balanced(Balance::MostInAll) => Glyph::Disc,
        Kind::Package(index) => Glyph::Number(index + 1),
    }
}

pub fn colour(kind: Kind, tokens: &Tokens) -> Color32 {
    match kind {
        Kind::Standing(Side::Us) => tokens.text,
        Kind::Standing(Side::Them) => tokens.warn,
        Kind::Balanced(_) | Kind::Package(_) => tokens.accent,
    }
}

/// Where both stand, if they have said anything.
pub fn standings(cx: &Cx<'_>, scene: &Scene<'_>, found: &Found) -> Vec<Point> {
    let deals = &found.prospects.deals;
    let stands = |side: Side| {
        let valued = scene.valued(side)?;
        let key = match side {
            Side::Us => "deals-our-offer",
            Side::Them => "deals-their-offer",
        };
        let said = scene.standing(side);
        let terms = deals.topics.iter().filter_map(|topic| Some((*topic, said.about(*topic)?)));
        Some(Point {
            kind: Kind::Standing(side),
            name: cx.t(key).to_owned(),
            me: valued.me,
            them: valued.them,
            terms: terms.collect(),
            open: valued.open,
        })
    };
    Side::BOTH.into_iter().filter_map(stands).collect()
}

pub fn balanced(cx: &Cx<'_>, found: &Found, balance: Balance) -> Option<Point> {
    let deal = words::of(balance, &found.prospects.analysis.solutions)?;
    Some(Point {
        kind: Kind::Balanced(balance),
        name: cx.messages.word("deals-balance", balance.id()).to_owned(),
        me: (deal.me, deal.me),
        them: (deal.them, deal.them),
        terms: found.prospects.deals.terms(deal),
        open: 0,
    })
}

pub fn packages(cx: &Cx<'_>, scene: &Scene<'_>, found: &Found) -> Vec<Point> {
    let (deals, analysis) = (&found.prospects.deals, &found.prospects.analysis);
    let offers = analysis.packages.iter().enumerate().map(|(index, package)| {
        let topic = deals.topics.get(package.favours);
        let favoured =
            topic.map_or_else(String::new, |topic| words::name(cx, scene.session, *topic));
        Point {
            kind: Kind::Package(index),
            name: cx.tr("deals-package-name", &[("issue", Arg::from(favoured))]),
            me: (package.deal.me, package.deal.me),
            them: (package.deal.them, package.deal.them),
            terms: deals.terms(&package.deal),
            open: 0,
        }
    });
    offers.collect()
}

/// All of them that are switched on, and the balanced deal that is looked at in any case.
pub fn shown(cx: &Cx<'_>, scene: &Scene<'_>, found: &Found) -> Vec<Point> {
    let draft = &cx.drafts.deals;
    let mut points = standings(cx, scene, found);
    if !draft.hide_packages {
        points.extend(packages(cx, scene, found));
    }
    let balances = Balance::ALL
        .into_iter()
        .filter(|balance| draft.shown.contains(balance) || draft.balance == *balance);
    points.extend(balances.filter_map(|balance| balanced(cx, found, balance)));
    points
}

/// What a point says when it is pointed at.
pub fn told(cx: &Cx<'_>, scene: &Scene<'_>, point: &Point) -> String {
    let args = [
        ("name", Arg::from(&point.name)),
        ("worth", Arg::from(words::worth(cx, point.me, point.them))),
        ("terms", Arg::from(words::terms(cx, scene.session, &point.terms))),
    ];
    cx.tr("deals-told", &args)
}
