//! Invents negotiations: a thing to sell, a plan, meetings with offers, claims and an outcome.

use fastrand::Rng;
use jiff::civil::{Time, time};

use super::bargain::{Bargain, Said};
use super::chance::{Stream, chance, pick, rng};
use super::prices::{Prices, grouped};
use super::script::{Agreed, Bid, Deal, Line, Potato, Sitting, story};
use super::vocabulary::{TableWords, fill, vocabulary};
use super::{expectations, invent};
use crate::content::text::Text;
use crate::domain::ledger::Side;
use crate::domain::outcome::{CommitmentState, Party, Verdict};
use crate::domain::phase::Phase;
use crate::domain::potato::PotatoVerdict;
use crate::domain::session::LogKind;

/// Invented negotiations ended at most so many days ago.
const HISTORY: i32 = 860;
/// A promise that fell due longer ago than this is settled.
const SETTLED: i32 = -10;

/// How a meeting went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Order,
    Advance,
    Continuation,
    NoSale,
}

impl Ending {
    fn verdict(self) -> Verdict {
        match self {
            Self::Order => Verdict::Order,
            Self::Advance => Verdict::Advance,
            Self::Continuation => Verdict::Continuation,
            Self::NoSale => Verdict::NoSale,
        }
    }
}

/// What the texts of one negotiation are filled with.
struct Scene {
    product: Text,
    organisation: Text,
    opponent: Text,
    unit: Text,
    price: Text,
}

impl Scene {
    fn fill(&self, template: &Text) -> Text {
        let Self { product, organisation, unit, price, .. } = self;
        fill(
            template,
            &[("product", product), ("org", organisation), ("unit", unit), ("price", price)],
        )
    }
}

/// The invented negotiation with the given number.
pub(super) fn deal(seed: u64, number: usize) -> Deal {
    let words = &vocabulary().table;
    let mut rng = rng(seed, Stream::Deals, number);
    let good = pick(&mut rng, &vocabulary().goods);
    let ending = match rng.u8(..100) {
        ..30 => Ending::Order,
        30..52 => Ending::NoSale,
        52..72 => Ending::Advance,
        _ => Ending::Continuation,
    };
    // One negotiation in eight still has a meeting to come.
    let coming = chance(&mut rng, 12).then(|| rng.i32(1..=40));
    let ending = if coming.is_some() { Ending::Advance } else { ending };
    let held = if coming.is_some() { rng.usize(0..=2) } else { rng.usize(1..=3) };
    let mut days = vec![-rng.i32(1..=if coming.is_some() { 21 } else { HISTORY })];
    while days.len() < held {
        days.insert(0, days[0] - rng.i32(7..=21));
    }
    days.truncate(held);

    let prices = Prices::around(&mut rng, good, held * 2, ending == Ending::Order);
    let amount = grouped(prices.target);
    let scene = Scene {
        product: lower_case(&good.title),
        organisation: invent::opponent_organisation(seed, number),
        opponent: invent::opponent_name(seed, number),
        unit: good.unit.clone(),
        price: Text { en: amount.clone(), zh: amount },
    };
    let mut meetings = Vec::with_capacity(held + 1);
    let mut ended = Vec::with_capacity(held);
    for (index, &day) in days.iter().enumerate() {
        let ending = if index + 1 == held { ending } else { Ending::Advance };
        ended.push(ending.verdict());
        meetings.push(sitting(&mut rng, &scene, day, ending, prices.round(index)));
    }
    if let Some(day) = coming {
        meetings.push(planned(&mut rng, words, day));
    }
    let first = meetings.first().map_or(0, |meeting| meeting.day.min(0));
    let mut questions: Vec<&Text> = words.questions.iter().collect();
    rng.shuffle(&mut questions);
    let mut deal = Deal {
        title: Text {
            en: format!("{}, {}", good.title.en, scene.organisation.en),
            zh: format!("{}，{}", good.title.zh, scene.organisation.zh),
        },
        people: invent::opponents(&mut rng, number),
        opened: first - rng.i32(4..=18),
        touched: days.last().copied().unwrap_or(-1),
        unit: good.unit.clone(),
        goal: scene.fill(pick(&mut rng, &words.goals)),
        target: prices.target,
        reservation: prices.reservation,
        alternative: pick(&mut rng, &words.alternatives).clone(),
        questions: lines(&questions[..2]),
        unsaid: pick(&mut rng, &words.unsaid).clone(),
        pitch: chance(&mut rng, 70).then(|| scene.fill(pick(&mut rng, &words.pitches))),
        walk: Vec::new(),
        bargain: Bargain::default(),
        meetings,
        settled: None,
    };
    expectations::fill_in(seed, number, &mut deal, &ended);
    deal
}

/// A product as it reads in the middle of an English sentence.
fn lower_case(title: &Text) -> Text {
    let mut letters = title.en.chars();
    let en = letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters.take_while(|&letter| letter != ',')).collect()
    });
    Text { en, zh: title.zh.clone() }
}

fn lines(texts: &[&Text]) -> Text {
    let join = |part: fn(&Text) -> &str| {
        texts.iter().map(|text| part(text)).collect::<Vec<_>>().join("\n")
    };
    Text { en: join(|text| &text.en), zh: join(|text| &text.zh) }
}

fn hour(rng: &mut Rng) -> Time {
    time(rng.i8(8..=16), *pick(rng, &[0, 30]), 0, 0)
}

fn planned(rng: &mut Rng, words: &TableWords, day: i32) -> Sitting {
    Sitting {
        day,
        time: hour(rng),
        minutes: None,
        length: None,
        expected: None,
        place: pick(rng, &words.places).clone(),
        phase: Phase::Preparation,
        done: Vec::new(),
        offers: Vec::new(),
        potatoes: Vec::new(),
        log: Vec::new(),
        refused: false,
        elsewhere: false,
        words: Vec::new(),
        agreed: Vec::new(),
        keep: None,
        change: None,
        debrief: None,
    }
}

/// A meeting that was held; `prices` are our two offers and their two bids.
fn sitting(
    rng: &mut Rng,
    scene: &Scene,
    day: i32,
    ending: Ending,
    prices: [(Side, i64); 4],
) -> Sitting {
    let words = &vocabulary().table;
    let minutes = rng.i32(55..=110);
    let mut sitting = planned(rng, words, day);
    sitting.minutes = Some(minutes);
    sitting.phase = if ending == Ending::Advance { Phase::Middle } else { Phase::Late };
    for (minute, (side, price)) in (18..).step_by(9).zip(prices) {
        let terms = match side {
            Side::Us => pick(rng, &words.our_terms),
            Side::Them => pick(rng, &words.their_terms),
        };
        sitting.offers.push(Bid {
            minute,
            side,
            price,
            values: Said::new(),
            terms: Some(terms.clone()),
        });
    }
    if chance(rng, 45) {
        sitting.potatoes.push(claim(rng, words));
    }
    sitting.log = log(rng, words, sitting.phase, minutes);
    sitting.words = some(rng, &words.words, if ending == Ending::Continuation { 4 } else { 1 });
    sitting.refused = ending == Ending::NoSale;
    sitting.elsewhere = sitting.refused && rng.bool();
    sitting.agreed = agreed(rng, scene, day, ending);
    sitting.debrief = chance(rng, 75).then(|| pick(rng, &words.debriefs).clone());
    sitting
}

/// Up to `count` different texts of a list.
fn some(rng: &mut Rng, list: &[Text], count: usize) -> Vec<Text> {
    rng.choose_multiple(list, count).into_iter().cloned().collect()
}

fn claim(rng: &mut Rng, words: &TableWords) -> Potato {
    let heard = pick(rng, &words.claims);
    let (verdict, evidence) = match rng.u8(..100) {
        ..35 => (PotatoVerdict::Real, Some(&heard.real)),
        35..70 => (PotatoVerdict::Bluff, Some(&heard.bluff)),
        70..85 => (PotatoVerdict::Unknown, Some(&words.unclear)),
        _ => (PotatoVerdict::Untested, None),
    };
    let tested = verdict != PotatoVerdict::Untested;
    Potato {
        minute: rng.i32(20..50),
        kind: heard.kind,
        claim: heard.claim.clone(),
        asked: [tested, tested && rng.bool(), tested && rng.bool()],
        verdict,
        evidence: evidence.cloned(),
        person: None,
        whose: None,
        answer: None,
    }
}

fn log(rng: &mut Rng, words: &TableWords, last: Phase, minutes: i32) -> Vec<Line> {
    let turn = |minute, phase| Line {
        minute,
        kind: LogKind::PhaseChange,
        text: None,
        tactic: None,
        phase: Some(phase),
        person: None,
        effect: None,
    };
    let mut log = vec![turn(2, Phase::Opening), turn(16, Phase::Middle)];
    if last == Phase::Late {
        log.push(turn(minutes - 8, Phase::Late));
    }
    let count = rng.usize(2..=4);
    for heard in rng.choose_multiple(&words.log, count) {
        let tactic = (!heard.tactic.is_empty()).then(|| heard.tactic.clone());
        let minute = rng.i32(4..minutes);
        let text = Some(heard.text.clone());
        let kind = heard.kind;
        log.push(Line { minute, kind, text, tactic, phase: None, person: None, effect: None });
    }
    log.sort_by_key(|line| line.minute);
    log
}

/// What was promised, so that it adds up to the ending.
fn agreed(rng: &mut Rng, scene: &Scene, day: i32, ending: Ending) -> Vec<Agreed> {
    let words = &vocabulary().table;
    let by_buyer = |action: &Text, cost: Option<&Text>| Agreed {
        party: Party::Buyer,
        action: scene.fill(action),
        person: Some(scene.opponent.clone()),
        due: None,
        cost: cost.map(|cost| scene.fill(cost)),
        binding: false,
        state: CommitmentState::Open,
    };
    let mut agreed = Vec::new();
    match ending {
        Ending::NoSale => return agreed,
        Ending::Order => {
            let order = pick(rng, &words.orders);
            let due = day + rng.i32(0..=4);
            let promise = by_buyer(&order.action, Some(&order.cost));
            let state = if due < 0 { CommitmentState::Kept } else { CommitmentState::Open };
            agreed.push(Agreed { due: Some(due), binding: true, state, ..promise });
        }
        Ending::Advance => {
            let count = rng.usize(1..=3);
            for action in rng.choose_multiple(&words.buyer_actions, count) {
                let due = day + rng.i32(3..=20);
                let promise = by_buyer(&action.action, Some(&action.cost));
                agreed.push(Agreed { due: Some(due), state: settled(rng, due), ..promise });
            }
        }
        Ending::Continuation => {
            agreed.push(Agreed { person: None, ..by_buyer(&words.vague, None) });
        }
    }
    if chance(rng, 70) {
        let due = day + rng.i32(1..=9);
        agreed.push(Agreed {
            party: Party::Seller,
            action: pick(rng, &words.seller_actions).clone(),
            person: Some(story().owner.name.clone()),
            due: Some(due),
            cost: None,
            binding: false,
            state: settled(rng, due),
        });
    }
    agreed
}

/// Most promises are kept, old ones are settled, and a few recent ones are late.
fn settled(rng: &mut Rng, due: i32) -> CommitmentState {
    match rng.u8(..100) {
        _ if due >= 0 => CommitmentState::Open,
        ..8 => CommitmentState::Broken,
        8..16 if due >= SETTLED => CommitmentState::Open,
        _ => CommitmentState::Kept,
    }
}
