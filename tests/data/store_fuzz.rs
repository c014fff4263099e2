//! What the fuzzers grew from and what they found, again and again: every kept file of the corpus,
//! and seeded changes of them. `fuzz/` looks for new ones with the same targets.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fastrand::Rng;

#[path = "../corpus/targets/mod.rs"]
mod targets;

/// Changes tried of each target, and how long at most, whatever the computer.
const CHANGES: u64 = 3000;
const PATIENCE: Duration = Duration::from_secs(8);

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// The kept files of a target by name, so that a seed means the same everywhere.
fn kept(target: &str) -> Vec<(String, Vec<u8>)> {
    let mut kept: Vec<_> = fs::read_dir(corpus().join(target))
        .expect("a folder for each target")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read(&path).expect("a kept file"))
        })
        .collect();
    kept.sort();
    assert!(!kept.is_empty(), "{target} has no kept files");
    kept
}

/// The words of the dictionary, which libFuzzer reads too: one a line in quotation marks, with
/// `\xNN`, `\\` and `\"` inside.
fn words() -> Vec<Vec<u8>> {
    let text = fs::read_to_string(corpus().join("words.dict")).expect("the dictionary");
    text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).map(word).collect()
}

fn word(quoted: &str) -> Vec<u8> {
    let mut word = Vec::new();
    let mut rest = quoted.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, after.first()) {
            (b'\\', Some(b'x')) => {
                let digits = std::str::from_utf8(&after[1..3]).expect("two digits");
                word.push(u8::from_str_radix(digits, 16).expect("two digits"));
                rest = &after[3..];
            }
            (b'\\', Some(escaped)) => {
                word.push(*escaped);
                rest = &after[1..];
            }
            _ => word.push(*first),
        }
    }
    word
}

/// A kept file with one to four changes: a bit turned, a piece cut out, doubled, taken from another
/// file, replaced by a word or by other digits, or everything behind a place cut off.
fn changed(kept: &[(String, Vec<u8>)], words: &[Vec<u8>], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = rng.choice(kept).expect("a file").1.clone();
    for _ in 0..rng.u32(1..5) {
        let start = rng.usize(..=bytes.len());
        let end = (start + rng.usize(..40)).min(bytes.len());
        match rng.u32(..8) {
            0 | 1 if start < bytes.len() => bytes[start] ^= 1 << rng.u32(..8),
            2 => drop(bytes.drain(start..end)),
            3 => {
                let piece = bytes[start..end].to_vec();
                bytes.splice(end..end, piece);
            }
            4 => {
                let other = &rng.choice(kept).expect("a file").1;
                let from = rng.usize(..=other.len());
                let to = (from + rng.usize(..400)).min(other.len());
                bytes.splice(start..end, other[from..to].iter().copied());
            }
            5 => drop(bytes.splice(start..start, rng.choice(words).expect("a word").clone())),
            6 => {
                let digits = bytes[start..].iter_mut().filter(|byte| byte.is_ascii_digit());
                digits.take(3).for_each(|digit| *digit = rng.digit(10) as u8);
            }
            _ if rng.u32(..4) == 0 => bytes.truncate(start),
            _ => bytes[start..end].fill(if rng.bool() { 0 } else { 0xFF }),
        }
    }
    bytes
}

/// Runs a target on what is kept and on changes of it. What breaks it is kept for the eye.
fn run(target: &str) {
    let (_, check) = targets::TARGETS.into_iter().find(|(name, _)| *name == target).expect("one");
    let kept = kept(target);
    let words = words();
    let must_hold = |what: &str, bytes: &[u8]| {
        catch_unwind(AssertUnwindSafe(|| check(bytes))).unwrap_or_else(|panic| {
            let place = std::env::temp_dir().join(format!("{target}-broken"));
            fs::write(&place, bytes).expect("written");
            eprintln!("{what} breaks a promise; the bytes are kept in {}", place.display());
            std::panic::resume_unwind(panic)
        })
    };
    let accepted = kept.iter().filter(|(name, bytes)| must_hold(name, bytes)).count();
    // What is refused at the door reaches little: a corpus may grow old.
    assert!(accepted >= 4, "{accepted} of {} accepted", kept.len());
    let start = Instant::now();
    for seed in 0..CHANGES {
        if start.elapsed() > PATIENCE {
            break;
        }
        must_hold(&format!("seed {seed}"), &changed(&kept, &words, &mut Rng::with_seed(seed)));
    }
}

#[test]
fn records_of_any_content_are_refused_or_kept_whole() {
    run("record");
}

#[test]
fn summaries_of_any_content_are_refused_or_in_order() {
    run("summaries");
}

#[test]
fn texts_of_any_content_are_refused_or_searchable() {
    run("texts");
}

#[test]
fn versions_of_any_content_are_merged_without_loss() {
    run("merge");
}

#[test]
fn archives_of_any_content_are_refused_or_restored_whole() {
    run("archive");
}

#[test]
fn every_folder_of_the_corpus_has_its_target() {
    for entry in fs::read_dir(corpus()).expect("the corpus") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = name == "targets" || targets::TARGETS.iter().any(|(target, _)| *target == name);
        assert!(known || entry.path().is_file(), "{name} has no target");
    }
}
