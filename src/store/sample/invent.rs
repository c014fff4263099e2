//! Invents people and the organisations they work for.

use fastrand::Rng;

use super::chance::{Stream, chance, pick, rng};
use super::script::{Heard, Person};
use super::vocabulary::{HeardLine, HeardWords, Names, fill, vocabulary};
use crate::content::text::Text;
use crate::domain::evidence::{EvidenceKind, Setting};
use crate::domain::quadrant::Quadrant;

/// So many negotiations are held with one person, and so many people work for one organisation.
const DEALS_PER_PERSON: usize = 4;
const PEOPLE_PER_ORGANISATION: usize = 4;
/// Shares no factor with the number of pairs of words, so that a lap visits every pair.
const STRIDE: usize = 487;
/// Invented people were met between these days.
const MET: std::ops::Range<i32> = -1000..-920;

/// How many people `deals` invented negotiations need.
pub(super) fn people_for(deals: usize) -> usize {
    deals.div_ceil(DEALS_PER_PERSON)
}

/// The keys of the people across the table in an invented negotiation.
pub(super) fn opponents(rng: &mut Rng, deal: usize) -> Vec<String> {
    let person = deal / DEALS_PER_PERSON;
    let mut keys = vec![key(person)];
    if !person.is_multiple_of(PEOPLE_PER_ORGANISATION) && chance(rng, 35) {
        keys.push(key(person - 1));
    }
    keys
}

/// The name of the person with whom an invented negotiation is held.
pub(super) fn opponent_name(seed: u64, deal: usize) -> Text {
    let (name, latin) = name(&mut rng(seed, Stream::People, deal / DEALS_PER_PERSON));
    Text { en: if latin.is_empty() { name.clone() } else { latin }, zh: name }
}

/// The organisation across the table in an invented negotiation.
pub(super) fn opponent_organisation(seed: u64, deal: usize) -> Text {
    organisation(seed, deal / DEALS_PER_PERSON / PEOPLE_PER_ORGANISATION)
}

fn key(person: usize) -> String {
    format!("stranger-{person}")
}

/// The invented person at `index`.
pub(super) fn person(seed: u64, index: usize) -> Person {
    let words = vocabulary();
    let mut rng = rng(seed, Stream::People, index);
    let (name, latin) = name(&mut rng);
    let job = pick(&mut rng, &words.names.titles);
    let leading = if chance(&mut rng, 60) { job.lean } else { any_quadrant(&mut rng) };
    let since = rng.i32(MET);
    let mut evidence = Vec::new();
    if !chance(&mut rng, 8) {
        evidence = observations(&mut rng, &words.heard, leading, since);
        if chance(&mut rng, 40) {
            evidence.insert(0, from_the_job(&words.heard, &job.title, job.lean, since));
        }
    }
    Person {
        key: key(index),
        name,
        latin,
        since,
        title: job.title.clone(),
        organisation: organisation(seed, index / PEOPLE_PER_ORGANISATION),
        notes: pick(&mut rng, &words.heard.notes).clone(),
        evidence,
    }
}

/// The first draw for a person: the name, and its Latin letters when it is Chinese.
fn name(rng: &mut Rng) -> (String, String) {
    let names = &vocabulary().names;
    if rng.bool() {
        let (surname, latin_surname) = pick(rng, &names.surnames);
        let (given, latin_given) = pick(rng, &names.given);
        (format!("{surname}{given}"), format!("{latin_surname} {latin_given}"))
    } else {
        let first = pick(rng, &names.first);
        (format!("{first} {}", pick(rng, &names.last)), String::new())
    }
}

/// Every organisation has another name until all pairs of words have been used in each region.
fn organisation(seed: u64, index: usize) -> Text {
    let Names { places, trades, regions, .. } = &vocabulary().names;
    let pairs = places.len() * trades.len();
    let start = rng(seed, Stream::Organisations, 0).usize(..pairs);
    let pair = (start + index % pairs * STRIDE) % pairs;
    let place = &places[pair % places.len()];
    let trade = &trades[pair / places.len()];
    let (mut en, mut zh) =
        (format!("{} {}", place.en, trade.en), format!("{}{}", place.zh, trade.zh));
    if let Some(lap) = (index / pairs).checked_sub(1) {
        let region = &regions[lap % regions.len()];
        en = format!("{en} {}", region.en);
        zh = format!("{zh}（{}）", region.zh);
    }
    Text { en, zh }
}

fn any_quadrant(rng: &mut Rng) -> Quadrant {
    *pick(rng, &Quadrant::ALL)
}

fn from_the_job(words: &HeardWords, title: &Text, lean: Quadrant, day: i32) -> Heard {
    Heard {
        day,
        supports: vec![lean],
        against: Vec::new(),
        kind: EvidenceKind::Role,
        setting: Setting::Normal,
        text: fill(&words.role, &[("title", title)]),
        source: words.role_source.clone(),
        weight: None,
    }
}

/// Two to ten observations, most of them for the leading quadrant, newest last.
fn observations(rng: &mut Rng, words: &HeardWords, leading: Quadrant, since: i32) -> Vec<Heard> {
    let second = any_quadrant(rng);
    let mut normal: Vec<&HeardLine> = words.lines.iter().collect();
    let mut pressed: Vec<&HeardLine> = words.pressure.iter().collect();
    rng.shuffle(&mut normal);
    rng.shuffle(&mut pressed);
    let mut days: Vec<i32> = (0..rng.usize(2..=10)).map(|_| rng.i32(since..0)).collect();
    days.sort_unstable();

    let mut heard = Vec::with_capacity(days.len());
    for day in days {
        let quadrant = match rng.u8(..100) {
            ..64 => leading,
            64..84 => second,
            _ => any_quadrant(rng),
        };
        let (pool, setting) = if chance(rng, 15) {
            (&mut pressed, Setting::Pressure)
        } else {
            (&mut normal, Setting::Normal)
        };
        let Some(position) = pool.iter().position(|line| line.quadrant == quadrant) else {
            continue;
        };
        let line = pool.swap_remove(position);
        let against = if chance(rng, 10) { vec![diagonal(quadrant)] } else { Vec::new() };
        let source = match line.kind {
            EvidenceKind::Text => &words.written,
            EvidenceKind::ThirdParty => &words.told,
            _ => pick(rng, &words.sources),
        };
        heard.push(Heard {
            day,
            supports: vec![quadrant],
            against,
            kind: line.kind,
            setting,
            text: line.text.clone(),
            source: source.clone(),
            weight: None,
        });
    }
    heard
}

/// The quadrant on the other side of the map.
fn diagonal(quadrant: Quadrant) -> Quadrant {
    match quadrant {
        Quadrant::A => Quadrant::C,
        Quadrant::B => Quadrant::D,
        Quadrant::C => Quadrant::A,
        Quadrant::D => Quadrant::B,
    }
}
