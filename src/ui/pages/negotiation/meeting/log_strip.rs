//! The two lines below the entry of the quick log: what Enter will do, which card is meant, what
//! the words may be. They always have the same height, so that nothing moves while one types.

use egui::{Id, Layout, Ui, UiBuilder, Vec2};

use super::{Scene, potato, quick, understood};
use crate::app::drafts::MeetingDraft;
use crate::app::edit::SessionEdit;
use crate::domain::cue::{Cue, Sign};
use crate::domain::ids::CounterpartId;
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict};
use crate::domain::session::LogKind;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::text;

const HEIGHT: f32 = 48.0;
/// Cues and cards that are offered.
const OFFERED: usize = 3;
/// The number of the first cue; those before it choose the kind.
const FIRST: usize = 7;
/// Fewer letters tell nothing.
const SHORTEST: usize = 4;
/// A longer text is a paste: of it only the sentences that tell are kept.
const LONG: usize = 300;

/// What was asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// Another of the cards that fit.
    pub card: Option<usize>,
    /// A cue was taken.
    pub taken: bool,
    /// The words stand where they belong, and the entry is free.
    pub done: bool,
    /// The change of a line is given up.
    pub cancel: bool,
}

/// Which cues of a long text were taken. Transient.
#[derive(Debug, Clone, Default)]
struct Taken {
    text: String,
    signs: Vec<Sign>,
}

pub fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    draft: &MeetingDraft,
    reading: &quick::Reading,
    number: Option<usize>,
) -> Asked {
    let (rect, _) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT), egui::Sense::hover());
    let mut child = ui.new_child(
        UiBuilder::new().id_salt("strip").max_rect(rect).layout(Layout::top_down(egui::Align::Min)),
    );
    child.set_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    let ui = &mut child;
    ui.spacing_mut().item_spacing.y = 2.0;
    let tokens = cx.tokens;
    let mut asked = Asked::default();
    if draft.log_changed.is_some() {
        ui.horizontal(|ui| {
            let cancel = ActionButton::secondary(cx.t("cancel")).small();
            asked.cancel = cancel.show(ui, tokens).clicked();
            text::one_line(ui, text::label(cx.t("log-changing"), tokens));
        });
        let card = reading.card(draft.log_card).and_then(|id| cx.card_name(id));
        line(ui, cx, &card.unwrap_or_else(|| will_be(cx, reading)));
    } else if let Some((side, typed)) = &reading.offer {
        let told = understood::typed(cx, scene, *side, typed);
        let told = cx.tr("log-offer", &[("offer", told.into())]);
        text::one_line(ui, text::strong(told.clone(), tokens).color(tokens.accent_text))
            .on_hover_text(told);
        let problem = typed.unclear.first().map(|unclear| understood::unclear(cx, scene, unclear));
        line(ui, cx, &problem.unwrap_or_else(|| cx.t("log-offer-else").to_owned()));
    } else if draft.log_text.trim().is_empty() {
        let hint = text::caption(cx.t("log-keys"), tokens);
        text::two_lines(ui, hint).on_hover_text(cx.t("log-keys-tip"));
    } else if quick::is_tactic(reading.kind) {
        cards(ui, cx, draft, reading, &mut asked);
    } else if reading.kind == LogKind::Quote {
        if !cues(ui, cx, scene, reading, number, &mut asked) {
            line(ui, cx, &will_be(cx, reading));
        }
    } else {
        line(ui, cx, &will_be(cx, reading));
    }
    asked
}

fn line(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    text::one_line(ui, text::caption(words, cx.tokens)).on_hover_text(words);
}

/// "Enter notes it as: Their words, Lin Yue".
fn will_be(cx: &Cx<'_>, reading: &quick::Reading) -> String {
    if reading.text.starts_with('@') {
        return cx.t("log-nobody").to_owned();
    }
    let kind = cx.messages.word("log", reading.kind.id());
    match reading.person.and_then(|id| cx.work.person(id)) {
        Some(person) => {
            let name = cx.messages.name_of(person);
            cx.tr("log-enter-said-by", &[("kind", kind.into()), ("name", name.into())])
        }
        None => cx.tr("log-enter", &[("kind", kind.into())]),
    }
}

/// The cards that fit what is typed of their name.
fn cards(
    ui: &mut Ui,
    cx: &Cx<'_>,
    draft: &MeetingDraft,
    reading: &quick::Reading,
    asked: &mut Asked,
) {
    let tokens = cx.tokens;
    let Some(meant) = reading.card(draft.log_card) else {
        line(ui, cx, &will_be(cx, reading));
        if !reading.text.is_empty() {
            line(ui, cx, cx.t("log-no-card"));
        }
        return;
    };
    let all = reading.cards.len();
    let at = draft.log_card.checked_rem(all).unwrap_or(0);
    // The one that is meant comes first, the next ones after it.
    let offered = (0..all.min(OFFERED)).filter_map(|step| {
        let index = (at + step).checked_rem(all)?;
        Some((index, reading.cards.get(index)?))
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (index, id) in offered {
            let Some(name) = cx.card_name(id) else { continue };
            let button = ActionButton::secondary(short(&name)).small().selected(id == meant);
            if (id == meant || fits(ui, short(&name))) && button.show(ui, tokens).clicked() {
                asked.card = Some(index);
            }
        }
    });
    let says = match reading.kind {
        LogKind::TacticUsed => how(cx, meant),
        _ => counter(cx, meant),
    };
    line(ui, cx, &says);
}

/// Whether a small button still has room in the row.
fn fits(ui: &Ui, label: &str) -> bool {
    ActionButton::width_of(ui, label, false) - 10.0 <= ui.available_width()
}

/// The name of a card without what explains it: "Squeeze", not "Squeeze: you'll have to do better".
pub fn short(name: &str) -> &str {
    name.split([':', '：', ',', '，', '（', '(']).next().unwrap_or(name).trim()
}

/// What to say against a card.
pub fn counter(cx: &Cx<'_>, id: &str) -> String {
    let own = || cx.work.library().deck.own(id).map(|card| card.counter.clone());
    let bundled = cx.catalog.tactic(id).map(|card| cx.c(&card.counter_line).to_owned());
    bundled.or_else(own).unwrap_or_default()
}

/// How to use a card.
fn how(cx: &Cx<'_>, id: &str) -> String {
    let own = || cx.work.library().deck.own(id).map(|card| card.how.clone());
    let first = |card: &crate::content::tactics::TacticContent| {
        card.use_fairly.first().map(|step| step.get(cx.messages.language()).to_owned())
    };
    cx.catalog.tactic(id).and_then(first).or_else(own).unwrap_or_default()
}

/// What the words may be; false when nothing is heard in them.
fn cues(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    reading: &quick::Reading,
    number: Option<usize>,
    asked: &mut Asked,
) -> bool {
    let tokens = cx.tokens;
    let words = reading.text.as_str();
    if words.chars().count() < SHORTEST {
        return false;
    }
    let Some(heard) = cx.coach.hear(words, cx.wake) else { return false };
    let mut shown: Vec<&Cue> = Vec::new();
    for cue in &heard.cues {
        if shown.len() < OFFERED && shown.iter().all(|other| other.sign != cue.sign) {
            shown.push(cue);
        }
    }
    let Some(first) = shown.first() else { return false };
    let key = Id::unique(("cues-taken", scene.meeting.id.0));
    let mut taken: Taken = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    if taken.text != words {
        taken = Taken { text: words.to_owned(), signs: Vec::new() };
    }
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(text::label(cx.t("cue-may-be"), tokens));
        for (place, cue) in (FIRST..).zip(&shown) {
            let label = cx.tr(
                "cue-chip",
                &[("name", name(cx, cue.sign).into()), ("number", Arg::from(place))],
            );
            let had = taken.signs.contains(&cue.sign);
            if place == FIRST || fits(ui, &label) {
                let chip = ActionButton::secondary(&label).small().selected(had).enabled(!had);
                let chip = chip.show(ui, tokens).on_hover_text(answer(cx, cue.sign));
                if chip.clicked() {
                    chosen = Some(*cue);
                }
            }
            // Counted from 0, as the keys are.
            if number == Some(place - 1) && !had {
                chosen = Some(*cue);
            }
        }
    });
    line(ui, cx, &answer(cx, first.sign));
    if let Some(cue) = chosen {
        let bearing = words.get(cue.span.clone()).unwrap_or(words).trim();
        // Of a long paste the sentences that tell, and the rest stays to be looked through.
        let whole = words.trim();
        let all =
            bearing.len() + SHORTEST >= whole.len() || (shown.len() == 1 && whole.len() <= LONG);
        let kept = if all { whole } else { bearing };
        take(ui, cx, scene, cue.sign, kept, reading.person);
        taken.signs.push(cue.sign);
        asked.taken = true;
        asked.done = all || shown.iter().all(|cue| taken.signs.contains(&cue.sign));
    }
    ui.data_mut(|data| data.insert_temp(key, taken));
    true
}

/// "Squeeze", "Hot potato: budget".
fn name(cx: &Cx<'_>, sign: Sign) -> String {
    match sign {
        Sign::Tactic(id) => {
            cx.card_name(id).map(|name| short(&name).to_owned()).unwrap_or_default()
        }
        Sign::Potato(kind) => {
            let kind = cx.messages.word("potato", kind.id());
            cx.tr("cue-potato", &[("kind", kind.into())])
        }
    }
}

/// What to say to it, in one line: the counter of a tactic, the first question of a test.
fn answer(cx: &Cx<'_>, sign: Sign) -> String {
    let words = match sign {
        Sign::Tactic(id) => counter(cx, id),
        Sign::Potato(kind) => cx.c(&cx.catalog.potato(kind).tests[0].ask).to_owned(),
    };
    cx.tr("cue-say", &[("words", words.into())])
}

fn take(
    ui: &Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    sign: Sign,
    words: &str,
    person: Option<CounterpartId>,
) {
    match sign {
        Sign::Tactic(id) => {
            let (session, card) = (scene.session, Some(id.to_owned()));
            let kind = LogKind::TacticSeen;
            quick::add(cx, session, scene.meeting, kind, words.to_owned(), card, person);
        }
        Sign::Potato(kind) => catch(ui, cx, scene, kind, words, person),
    }
}

/// Catches a hot potato, and opens its test.
pub fn catch(
    ui: &Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    kind: PotatoKind,
    claim: &str,
    person: Option<CounterpartId>,
) {
    let caught = HotPotato {
        id: cx.clock.new_entry(),
        at: cx.now(),
        meeting: scene.meeting.id,
        kind,
        claim: claim.to_owned(),
        asked: [false; 3],
        verdict: PotatoVerdict::Untested,
        evidence: String::new(),
        person,
        whose: None,
        answer: String::new(),
    };
    potato::open(ui, scene, caught.id);
    cx.edit_session(scene.session.id, SessionEdit::AddPotato(caught));
}
