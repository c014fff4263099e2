//! The lexicons that come with the app: complete, learned apart from what measures them, and as
//! good as they are said to be.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use counterpoint::content::lexicons::{bundled, lexicons};
use counterpoint::domain::cue::{self, Cues, Sign};
use counterpoint::domain::hearing::Heard;
use counterpoint::domain::pitch::PitchReading;
use counterpoint::domain::walk::QuestionId;
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Entry {
    text: String,
    #[serde(default)]
    questions: Vec<String>,
    #[serde(default)]
    tactics: Vec<String>,
    #[serde(default)]
    potatoes: Vec<String>,
    #[serde(default)]
    quadrant: Option<String>,
    #[serde(default)]
    half: Half,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Half {
    #[default]
    Training,
    Tuning,
    Test,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn entries(file: &Path) -> Vec<Entry> {
    let text = fs::read_to_string(file).expect("a set of passages");
    ron::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn evaluation(name: &str) -> Vec<Entry> {
    entries(&root().join(format!("tests/evaluation/{name}.ron")))
}

fn training(name: &str) -> Vec<Entry> {
    let folder = fs::read_dir(root().join("training").join(name)).expect("training passages");
    let files = folder.map(|entry| entry.expect("an entry").path());
    files.flat_map(|file| entries(&file)).collect()
}

fn test_half(name: &str) -> Vec<Entry> {
    evaluation(name).into_iter().filter(|entry| entry.half == Half::Test).collect()
}

#[test]
fn the_lexicons_load_with_their_labels() {
    let lexicons = bundled().expect("the lexicons can be read");
    let names = |lexicon: &counterpoint::domain::lexicon::Lexicon| {
        lexicon.labels().iter().map(|label| label.name.clone()).collect::<Vec<_>>()
    };
    for walk in [&lexicons.walk.latin, &lexicons.walk.chinese] {
        assert_eq!(names(walk), QuestionId::ALL.map(QuestionId::id));
    }
    for hear in [&lexicons.hear.latin, &lexicons.hear.chinese] {
        assert_eq!(names(hear), ["A", "B", "C", "D", "none"]);
    }
    for cues in [&lexicons.cues.latin, &lexicons.cues.chinese] {
        assert_eq!(names(cues), cue::labels());
    }
}

#[test]
fn what_measures_the_lexicons_is_large_enough_and_nothing_was_learned_from_it() {
    let plain = |text: &str| -> String {
        text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let mut utterances = 0;
    for name in ["walk-en", "walk-zh", "utterances-en", "utterances-zh", "cues-en", "cues-zh"] {
        let set = evaluation(name);
        if name.starts_with("walk") {
            assert!(set.len() >= 300, "{name}");
        } else if name.starts_with("cues") {
            assert!(set.len() >= 200, "{name}");
        } else {
            utterances += set.len();
        }
        let learned: HashSet<String> =
            training(name).iter().map(|entry| plain(&entry.text)).collect();
        let tests = set.iter().filter(|entry| entry.half == Half::Test);
        for entry in tests {
            assert!(!learned.contains(&plain(&entry.text)), "{name}: {}", entry.text);
        }
    }
    assert!(utterances >= 400);
}

/// The labels that an entry carries, and those that were found in its text.
type Labelled = (HashSet<String>, HashSet<String>);

/// The mean of the F1 of all labels.
fn macro_f1(entries: &[Labelled], labels: &[String]) -> f64 {
    let f1 = |label: &String| {
        let count = |wanted: &dyn Fn(bool, bool) -> bool| {
            let counted = entries
                .iter()
                .filter(|(truth, found)| wanted(truth.contains(label), found.contains(label)));
            f64::from(u32::try_from(counted.count()).unwrap())
        };
        let hits = count(&|is, found| is && found);
        2.0 * hits / (count(&|is, _| is) + count(&|_, found| found)).max(1.0)
    };
    labels.iter().map(f1).sum::<f64>() / f64::from(u32::try_from(labels.len()).unwrap())
}

/// On the test half of a set of pitch passages.
fn walk_f1(name: &str) -> f64 {
    let judged = |entry: Entry| {
        let reading = PitchReading::of(&entry.text, lexicons());
        let found = reading.passages.iter().map(|passage| passage.question.id().to_owned());
        (entry.questions.into_iter().collect(), found.collect())
    };
    let labels = QuestionId::ALL.map(|question| question.id().to_owned());
    macro_f1(&test_half(name).into_iter().map(judged).collect::<Vec<_>>(), &labels)
}

/// On the test half of a set of the other side's words: 14 tactics and 6 potatoes.
fn cues_f1(name: &str) -> f64 {
    let named = |sign: Sign| match sign {
        Sign::Tactic(id) => id.to_owned(),
        Sign::Potato(kind) => format!("potato-{}", kind.id()),
    };
    let judged = |entry: Entry| {
        let potatoes = entry.potatoes.iter().map(|kind| format!("potato-{kind}"));
        let truth = entry.tactics.iter().cloned().chain(potatoes).collect();
        let found = Cues::of(&entry.text, lexicons()).cues.into_iter();
        (truth, found.map(|cue| named(cue.sign)).collect())
    };
    let signs = cue::labels().into_iter().flat_map(|label| cue::signs(&label));
    let labels: Vec<String> = signs.map(named).collect();
    macro_f1(&test_half(name).into_iter().map(judged).collect::<Vec<_>>(), &labels)
}

/// The quadrant that an utterance hints at, and the one that was heard.
type Judged = (Option<String>, Option<String>);

/// The shares of utterances that are heard rightly, of ordinary talk that is let pass, and of what
/// is let pass that is ordinary talk.
fn heard(name: &str) -> [f64; 3] {
    let set = test_half(name);
    let pairs: Vec<Judged> = set
        .into_iter()
        .map(|entry| {
            let heard = Heard::of(&entry.text, lexicons()).quadrant;
            (entry.quadrant, heard.map(|quadrant| quadrant.letter().to_owned()))
        })
        .collect();
    let share = |of: &dyn Fn(&Judged) -> bool| {
        let among: Vec<_> = pairs.iter().filter(|pair| of(pair)).collect();
        let right = among.iter().filter(|(truth, found)| truth == found).count();
        f64::from(u32::try_from(right).unwrap()) / f64::from(u32::try_from(among.len()).unwrap())
    };
    [share(&|_| true), share(&|(truth, _)| truth.is_none()), share(&|(_, found)| found.is_none())]
}

#[test]
fn the_lexicons_are_as_good_as_when_they_were_learned() {
    for (name, floor) in [("walk-en", 0.75), ("walk-zh", 0.81)] {
        let f1 = walk_f1(name);
        assert!(f1 >= floor, "{name}: macro F1 {f1:.3}");
    }
    for (name, floor) in [("cues-en", 0.80), ("cues-zh", 0.87)] {
        let f1 = cues_f1(name);
        assert!(f1 >= floor, "{name}: macro F1 {f1:.3}");
    }
    for (name, floor) in [("utterances-en", 0.84), ("utterances-zh", 0.90)] {
        let [right, let_pass, ordinary] = heard(name);
        assert!(right >= floor, "{name}: {right:.3}");
        assert!(let_pass >= 0.90 && ordinary >= 0.85, "{name}: {let_pass:.3}, {ordinary:.3}");
    }
}

/// Scraps of the sort that pitches are made of, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let words = [
        "Because it rains, ",
        "costs fall by 12 %. ",
        "\n\n",
        "- item one\n",
        "例如，去年",
        "省了两成电。",
        "“",
        "😀",
        "First we measure. ",
        "then",
        " | ",
        "\t",
        "to be honest ",
        "说实话，",
        "2040",
        "a",
        "…",
        "\r\n",
    ];
    proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..60)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_span_names_a_part_of_the_text(text in prop_oneof![scraps(), any::<String>()]) {
        let reading = PitchReading::of(&text, lexicons());
        for passage in &reading.passages {
            prop_assert!(text.get(passage.span.clone()).is_some_and(|part| !part.is_empty()));
            prop_assert!(passage.strength >= 0.5 && passage.strength <= 1.0);
            for cue in &passage.cues {
                prop_assert!(text.get(cue.clone()).is_some());
                prop_assert!(passage.span.start <= cue.start && cue.end <= passage.span.end);
            }
        }
        for irritation in &reading.irritations {
            prop_assert!(text.get(irritation.span.clone()).is_some());
        }
        for cue in Cues::of(&text, lexicons()).cues {
            prop_assert!(text.get(cue.span.clone()).is_some_and(|part| !part.is_empty()));
            for word in &cue.words {
                prop_assert!(cue.span.start <= word.start && word.end <= cue.span.end);
            }
        }
        let heard = Heard::of(&text, lexicons());
        prop_assert_eq!(heard.quadrant.is_some(), !heard.passages.is_empty());
        prop_assert!((0.0..=1.0).contains(&heard.confidence));
    }

    #[test]
    fn a_text_that_is_read_while_it_changes_is_read_like_a_new_one(
        versions in proptest::collection::vec(scraps(), 1..5),
    ) {
        let mut cache = counterpoint::domain::pitch::ParagraphCache::default();
        let mut text = String::new();
        for version in versions {
            text.push_str(&version);
            let read = PitchReading::with_cache(&text, lexicons(), &mut cache);
            prop_assert_eq!(&read, &PitchReading::of(&text, lexicons()));
        }
    }
}
