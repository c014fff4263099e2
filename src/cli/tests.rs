//! The commands as scripts see them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Parser;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Answer, Cli, CliError, execute};
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::{CounterpartId, LibraryId, MeetingId, SessionId};
use crate::domain::library::LibraryRecord;
use crate::domain::quadrant::AnimalReading;
use crate::domain::session::Session;
use crate::domain::walk::QuestionId;
use crate::store::{Library, LibraryFolder, Record, RecordKey};

fn run(args: &[&str]) -> Result<(Answer, String), CliError> {
    let cli = Cli::try_parse_from([&["counterpoint"], args].concat()).expect("right use");
    let mut out = Vec::new();
    let answer = execute(cli, &mut out)?;
    Ok((answer, String::from_utf8(out).expect("text")))
}

fn json_of(args: &[&str]) -> (Answer, Value) {
    let (answer, text) = run(args).expect("an answer");
    (answer, serde_json::from_str(&text).expect("JSON"))
}

fn path(temp: &TempDir, name: &str) -> String {
    temp.path().join(name).to_string_lossy().into_owned()
}

fn file(temp: &TempDir, name: &str, text: &str) -> String {
    let path = path(temp, name);
    fs::write(&path, text).expect("written");
    path
}

fn id(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

/// A library with one counterpart and one session, and the folder it lies in.
fn library() -> (TempDir, PathBuf) {
    let temp = TempDir::new().expect("a temporary folder");
    let path = temp.path().join("library");
    let early = "2026-11-01T08:00:00Z".parse().expect("a time");
    let late = "2026-11-02T08:00:00Z".parse().expect("a time");
    let mut library = LibraryRecord::new(LibraryId(id(1)), early, "EUR");
    library.animals = AnimalReading::FoxIsC;
    let mut person = Counterpart::new(CounterpartId(id(2)), early);
    person.name = "林悦".to_owned();
    person.latin_name = "Lin Yue".to_owned();
    person.evidence = ron::from_str(
        "[(supports: [\"C\"], kind: behaviour, date: \"2026-11-02\", text: \"asks for the team\")]",
    )
    .expect("evidence");
    let mut one = Session::new(SessionId(id(3)), early, "EUR", MeetingId(id(4)));
    one.title = "Service contract".to_owned();
    one.counterparts.push(person.id);
    let mut other = Session::new(SessionId(id(5)), late, "EUR", MeetingId(id(6)));
    other.title = "办公室租约".to_owned();
    Library::write_new(&path, &library, &[person], &[one, other]).expect("written");
    (temp, path)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn a_relation_has_a_name_and_a_difficulty() {
    let (answer, document) = json_of(&["relation", "A", "c", "--json"]);
    assert_eq!(answer, Answer::Done);
    assert_eq!(document, json!({"relation": "cross", "difficulty": 4}));
    assert!(Cli::try_parse_from(["counterpoint", "relation", "A", "E"]).is_err());
}

#[test]
fn a_profile_follows_from_an_evidence_file_however_it_is_written() {
    let temp = TempDir::new().expect("a temporary folder");
    let evidence = file(
        &temp,
        "evidence.ron",
        "\u{FEFF}// seen\r\n[\r\n\
         (supports: [\"C\"], against: [], kind: third-party, setting: normal, date: \"2026-11-02\", text: \"x\"),\r\n\
         (supports: [\"C\"], kind: third_party, date: \"2026-11-02\"),\r\n\
         (supports: [\"C\"], kind: r#third-party, date: \"2026-11-02\", weight: 2.5),\r\n\
         (supports: [\"A\"], kind: questionnaire, setting: pressure, date: \"2026-11-02\", weight: Some(0.125)),\r\n\
         ]",
    );
    let (answer, document) = json_of(&["profile", "--evidence", &evidence, "--json"]);
    assert_eq!(answer, Answer::Done);
    let normal = &document["normal"];
    assert_eq!(normal["weight"], json!(3.5));
    assert_eq!(normal["leading"], json!("C"));
    assert_eq!(normal["animal"], json!("sheep"));
    assert_eq!(normal["quadrants"]["C"]["alpha"], json!(4.5));
    assert_eq!(normal["quadrants"]["C"]["share"], json!(0.6));
    for key in ["low", "high", "p_largest"] {
        assert!(normal["quadrants"]["D"][key].is_f64(), "{key}");
    }
    assert_eq!(document["pressure"]["weight"], json!(0.125));
    assert_eq!(document["pressure"]["word"], json!("unknown"));
}

#[test]
fn nothing_known_has_no_leader() {
    let temp = TempDir::new().expect("a temporary folder");
    let evidence = file(&temp, "evidence.ron", "[]");
    let (_, document) = json_of(&["profile", "--evidence", &evidence, "--json"]);
    assert_eq!(document["normal"]["leading"], Value::Null);
    assert_eq!(document["normal"]["animal"], Value::Null);
}

#[test]
fn a_wrong_input_file_is_named_with_line_column_and_field() {
    let temp = TempDir::new().expect("a temporary folder");
    let evidence =
        file(&temp, "evidence.ron", "[\n (supports: [\"Q\"], kind: quote, date: \"2026-11-02\")]");
    let error = run(&["profile", "--evidence", &evidence, "--json"]).expect_err("wrong");
    let message = error.to_string();
    assert!(message.starts_with(&format!("{evidence}:2:")), "{message}");
    assert!(message.contains("field [0].supports[0]"), "{message}");
    assert!(message.contains("write A, B, C or D"), "{message}");
    let missing = path(&temp, "missing.ron");
    let message = run(&["outcome", &missing]).expect_err("missing").to_string();
    assert!(message.contains(&missing), "{message}");
}

#[test]
fn a_slip_in_a_written_file_is_an_error_and_not_another_answer() {
    let temp = TempDir::new().expect("a temporary folder");
    let quote = "kind: quote, date: \"2026-11-02\"";
    for (wrong, place, advice) in [
        (format!("[(suports: [\"A\"], {quote})]"), ":1:3: field [0]", "supports"),
        (format!("[({quote},\n weight: -1)]"), "2:10: field [0].weight", "from 0 to 10000"),
        (format!("[({quote}, weight: Some(1e9))]"), "field [0].weight", "from 0 to 10000"),
        (format!("[({quote}, weight: NaN)]"), "field [0].weight", "from 0 to 10000"),
        (format!("[({quote}, weight: 1e999)]"), "field [0].weight", "from 0 to 10000"),
        ("[(kind: quote, date: \"2.11.2026\")]".into(), "field [0].date", "like 2026-11-02"),
    ] {
        let evidence = file(&temp, "evidence.ron", &wrong);
        let message = run(&["profile", "--evidence", &evidence]).expect_err("wrong").to_string();
        assert!(message.contains(place) && message.contains(advice), "{message}");
    }
    let promise = "party: buyer, action: \"x\"";
    for (wrong, place, advice) in [
        ("(comitments: [])".into(), ":1:2:", "commitments"),
        (format!("(commitments: [({promise}, duo: None)])"), "field commitments[0]", "due"),
        (
            format!("(commitments: [({promise}, due: \"soon\")])"),
            "field commitments[0].due",
            "like 2026-11-02",
        ),
    ] {
        let outcome = file(&temp, "outcome.ron", &wrong);
        let message = run(&["outcome", &outcome]).expect_err("wrong").to_string();
        assert!(message.contains(place) && message.contains(advice), "{message}");
    }
    let folder = path(&temp, "");
    let message = run(&["walk", &folder]).expect_err("a folder").to_string();
    assert!(message.contains("name a file, not a folder"), "{message}");
}

#[cfg(unix)]
#[test]
fn an_input_may_come_through_a_pipe() {
    use std::process::Command;
    let temp = TempDir::new().expect("a temporary folder");
    let pipe = path(&temp, "pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let mut writer = Command::new("sh")
        .args(["-c", "echo '(refused: true)' > \"$0\"", &pipe])
        .spawn()
        .expect("a writer");
    let (_, document) = json_of(&["outcome", &pipe, "--json"]);
    assert!(writer.wait().expect("written").success());
    assert_eq!(document["verdict"], json!("no-sale"));
}

#[test]
fn a_profile_of_a_counterpart_uses_the_animals_of_the_library() {
    let (_temp, path) = library();
    let person = id(2).to_string();
    let args = ["--library", text(&path), "profile", "--counterpart", &person, "--json"];
    let (_, document) = json_of(&args);
    assert_eq!(document["normal"]["animal"], json!("fox"));
    let other = id(9).to_string();
    let args = ["profile", "--counterpart", &other, "--library", text(&path)];
    assert_eq!(run(&args).expect("an answer").0, Answer::No);
}

#[test]
fn an_outcome_is_judged_by_actions() {
    let temp = TempDir::new().expect("a temporary folder");
    let advance = file(
        &temp,
        "outcome.ron",
        "(refused: false, decided_elsewhere: false, words: [\"great presentation\"], commitments: [\
         (party: buyer, action: \"send the site data\", person: Some(\"Li\"), due: \"2026-12-01\", binding: false)])",
    );
    let (answer, document) = json_of(&["--lang", "en", "outcome", &advance, "--json"]);
    assert_eq!(answer, Answer::Done);
    assert_eq!(document["verdict"], json!("advance"));
    assert!(document["reason"].as_str().is_some_and(|reason| !reason.is_empty()));
    let words = file(&temp, "words.ron", "(words: [\"great\"])");
    let (_, document) = json_of(&["outcome", &words, "--json"]);
    assert_eq!(document["verdict"], json!("continuation"));
}

#[test]
fn a_walk_lists_the_seventeen_questions() {
    let temp = TempDir::new().expect("a temporary folder");
    let text =
        "冷库每年电费省 12%。A fair price.\n\nFirst we measure, then we build, last we train.";
    let pitch = file(&temp, "pitch.txt", text);
    let (_, document) = json_of(&["--lang", "en", "walk", &pitch, "--json"]);
    let questions = document["questions"].as_array().expect("a list");
    let ids: Vec<_> = questions.iter().filter_map(|question| question["id"].as_str()).collect();
    assert_eq!(ids, QuestionId::ALL.map(QuestionId::id));
    let found = |id: &str| {
        let question = questions.iter().find(|question| question["id"] == json!(id)).expect("one");
        question["passages"].as_array().expect("a list").clone()
    };
    assert!(!found("A2").is_empty() && !found("B2").is_empty(), "{document}");
    assert!(found("D3").is_empty(), "{document}");
    for passage in questions.iter().flat_map(|question| found(question["id"].as_str().unwrap())) {
        assert_eq!(passage["text"], json!(text[bytes(&passage)]));
        assert!(passage["why"].as_str().is_some_and(|why| !why.is_empty()));
    }
    let irritators = document["irritators"].as_array().expect("a list");
    assert_eq!(irritators.len(), 1);
    assert_eq!(irritators[0]["text"], json!("fair"));
    assert_eq!(text[bytes(&irritators[0])], *"fair");
}

/// The bytes that a passage names.
fn bytes(passage: &Value) -> std::ops::Range<usize> {
    let at = |field: &str| usize::try_from(passage[field].as_u64().expect("bytes")).unwrap();
    at("start")..at("end")
}

#[test]
fn an_utterance_suggests_a_quadrant_and_ordinary_talk_none() {
    let temp = TempDir::new().expect("a temporary folder");
    for (text, quadrant) in [
        ("Show me the figures: what does it cost, what does it save, and by when?", json!("A")),
        ("我们一向按流程走，先签字，再盖章，一步都不能少。", json!("B")),
        ("Good morning, is this seat taken?", json!(null)),
        ("", json!(null)),
    ] {
        let (answer, document) = json_of(&["hear", &file(&temp, "said.txt", text), "--json"]);
        assert_eq!(answer, Answer::Done);
        assert_eq!(document["quadrant"], quadrant, "{text}: {document}");
        assert!((0.0..=1.0).contains(&document["confidence"].as_f64().expect("a number")));
        for passage in document["passages"].as_array().expect("a list") {
            assert_eq!(passage["text"], json!(text[bytes(passage)]));
        }
    }
}

#[test]
fn what_they_say_is_heard_as_tactics_and_potatoes() {
    let temp = TempDir::new().expect("a temporary folder");
    for (text, tactics, potatoes) in [
        ("You'll have to do better than that.", json!(["squeeze"]), json!([])),
        ("这事我做不了主，得报董事会批。", json!(["higher-authority"]), json!(["authority"])),
        ("Good morning, is this seat taken?", json!([]), json!([])),
        ("", json!([]), json!([])),
    ] {
        let (answer, document) = json_of(&["tactics", &file(&temp, "said.txt", text), "--json"]);
        assert_eq!(answer, Answer::Done);
        let ids = |list: &str, key: &str| -> Value {
            let found = document[list].as_array().expect("a list").iter();
            found.map(|one| one[key].clone()).collect()
        };
        assert_eq!(ids("tactics", "id"), tactics, "{text}: {document}");
        assert_eq!(ids("potatoes", "kind"), potatoes, "{text}: {document}");
        for list in ["tactics", "potatoes"] {
            for found in document[list].as_array().expect("a list") {
                assert_eq!(found["text"], json!(text[bytes(found)]));
                assert!(found["counter"].as_str().is_some_and(|line| !line.is_empty()));
            }
        }
    }
}

#[test]
fn a_list_has_the_last_changed_first_and_can_be_searched() {
    let (_temp, path) = library();
    let list = |args: &[&str]| {
        let all = [&["--library", text(&path), "list"], args, &["--json"]].concat();
        json_of(&all).1
    };
    let sessions = list(&["sessions"]);
    assert_eq!(sessions[0]["title"], json!("办公室租约"));
    assert_eq!(
        sessions[1],
        json!({"id": id(3).to_string(), "title": "Service contract", "updated": "2026-11-01T08:00:00Z"})
    );
    assert_eq!(list(&["sessions", "--search", "租约"]).as_array().map(Vec::len), Some(1));
    assert_eq!(list(&["sessions", "--search", "LIN yue"])[0]["title"], json!("Service contract"));
    // Words in any order, also those of the people at the table.
    assert_eq!(
        list(&["sessions", "--search", "yue SERVICE"])[0]["title"],
        json!("Service contract")
    );
    assert_eq!(list(&["sessions", "--search", "\"yue service\""]), json!([]));
    assert_eq!(list(&["sessions", "--search", "tag:none"]), json!([]));
    assert_eq!(list(&["counterparts"])[0]["title"], json!("Lin Yue (林悦)"));
    assert_eq!(list(&["counterparts", "--search", "nobody"]), json!([]));
    assert_eq!(list(&["accounts"]), json!([]));
}

#[test]
fn a_check_reports_and_a_repair_mends() {
    let (_temp, path) = library();
    let dir = text(&path);
    let (answer, document) = json_of(&["check", dir, "--json"]);
    assert_eq!(answer, Answer::Done);
    assert_eq!(
        document,
        json!({"schema": 1, "problems": [], "records":
            {"counterparts": 1, "accounts": 0, "sessions": 2, "workshops": 0, "practice": 0}})
    );
    let folder = LibraryFolder::new(&path);
    let file = folder.file(RecordKey::Session(SessionId(id(3))));
    let mut session = Library::read_all(&path).expect("readable").sessions.remove(0);
    session.pitch = "new".to_owned();
    let now = "2026-11-03T08:00:00Z".parse().expect("a time");
    folder.save(&Record::Session(Arc::new(session)), now).expect("saved");
    fs::write(&file, "(schema: 1,\n id: 7)").expect("written");

    let (answer, document) = json_of(&["check", dir, "--json"]);
    assert_eq!(answer, Answer::No);
    let problem = &document["problems"][0];
    assert_eq!(problem["file"], json!(format!("sessions/{}.ron", id(3))));
    assert_eq!(problem["line"], json!(2));
    assert_eq!(problem["action"], json!("none"));
    let (answer, document) = json_of(&["check", dir, "--repair", "--json"]);
    assert_eq!(answer, Answer::No);
    assert_eq!(document["problems"][0]["action"], json!("quarantined"));
    assert_eq!(document["records"]["sessions"], json!(2));
    assert_eq!(json_of(&["check", dir, "--json"]).0, Answer::Done);
    let missing = path.join("missing");
    assert!(run(&["check", text(&missing)]).is_err());
}

#[test]
fn pictures_leave_the_library_as_it_is() {
    let (temp, path) = library();
    let damaged = path.join("sessions/damaged.ron");
    fs::write(&damaged, "(").expect("written");
    // Without a graphics driver there is no picture, and the library is left alone all the same.
    let _ = run(&["shots", &self::path(&temp, "out"), "--library", text(&path), "--only", "today"]);
    assert_eq!(fs::read_to_string(&damaged).expect("where it was"), "(");
    let names = fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry"));
    let mut names: Vec<_> = names.map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, ["counterparts", "library.ron", "sessions"]);
}

#[test]
fn the_same_seed_and_size_give_the_same_bytes() {
    let temp = TempDir::new().expect("a temporary folder");
    let bytes = |name: &str, seed: &str| {
        let dir = path(&temp, name);
        run(&["sample", &dir, "--sessions", "40", "--seed", seed]).expect("written");
        let mut files = Vec::new();
        for folder in ["", "counterparts", "sessions"] {
            for entry in fs::read_dir(Path::new(&dir).join(folder)).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_file() {
                    let content = fs::read(&path).expect("a file");
                    files.push((path.file_name().map(ToOwned::to_owned), content));
                }
            }
        }
        files.sort();
        files
    };
    let one = bytes("one", "7");
    assert_eq!(one, bytes("two", "7"));
    assert_ne!(one, bytes("three", "8"));
    let (answer, document) = json_of(&["check", &path(&temp, "one"), "--json"]);
    assert_eq!(answer, Answer::Done);
    assert_eq!(document["records"]["sessions"], json!(40));
    assert!(run(&["sample", &path(&temp, "one")]).is_err(), "the folder is not empty");
}

#[test]
fn wrong_use_is_refused() {
    for args in [
        &["profile"][..],
        &["profile", "--evidence", "a", "--counterpart", "b"],
        &["--lang", "fr", "relation", "A", "B"],
        &["list", "dreams"],
        &["brief"],
        &["shots", "x", "--size", "0x0"],
        &["shots", "x", "--scale", "0"],
        &["shots", "x", "--scale", "NaN"],
        &["shots", "x", "--scale", "1e9"],
        &["nonsense"],
    ] {
        assert!(Cli::try_parse_from([&["counterpoint"], args].concat()).is_err(), "{args:?}");
    }
    assert!(matches!(run(&[]), Err(CliError::NoCommand)));
    let large = run(&["shots", "x", "--size", "8000x800", "--scale", "2"]).expect_err("too large");
    assert!(large.to_string().contains("8192 pixels"), "{large}");
}
