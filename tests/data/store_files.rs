//! What a record file may look like, and what happens to one that cannot be used.

use std::fs;
use std::sync::Arc;

use super::fixture::{
    Fixture, as_record, at, counterpart, counterpart_key, library, now, session, session_key,
    snapshot, weights,
};
use counterpoint::domain::library::SCHEMA;
use counterpoint::store::{Access, Action, Library, ReadOnlyReason, Record, RecordKey, StoreError};

#[test]
fn what_is_saved_is_what_is_read() {
    let fixture = Fixture::new();
    let opened = fixture.open();
    assert_eq!(opened.library, library());
    assert_eq!(opened.counterparts, [counterpart(10), counterpart(11)]);
    assert_eq!(opened.sessions, [session(20)]);
    assert_eq!(opened.problems, []);
    assert_eq!(opened.access, Access::Writable);
}

#[test]
fn a_record_file_is_readable_text_with_a_field_on_each_line() {
    let fixture = Fixture::new();
    let text = fixture.text(counterpart_key(10));
    assert!(text.starts_with(&format!("(\n  schema: {SCHEMA},\n  id: \"")), "{text}");
    assert!(text.contains("  name: \"王伟 10\",\n"), "{text}");
    assert!(text.contains("我们是一家人"), "{text}");
    assert!(text.contains("🦊"), "{text}");
    assert!(!text.contains('\r'));
    assert!(text.ends_with(")\n"));
}

#[test]
fn a_damaged_record_is_moved_to_the_quarantine_and_the_rest_is_loaded() {
    let fixture = Fixture::new();
    fixture.edit(counterpart_key(10), "weight: Some(0.125)", "weight: Some(heavy)");
    let damaged = fixture.text(counterpart_key(10));
    let opened = fixture.open();
    assert_eq!(opened.counterparts, [counterpart(11)]);
    assert_eq!(opened.sessions, [session(20)]);
    let [problem] = &opened.problems[..] else { panic!("{:?}", opened.problems) };
    assert_eq!(problem.key, Some(counterpart_key(10)));
    let StoreError::Parse { line, column, field, .. } = &problem.error else {
        panic!("{:?}", problem.error)
    };
    let in_line = damaged.lines().nth(line - 1).expect("the line");
    assert!(in_line.contains("heavy"), "line {line} column {column}: {in_line}");
    assert!(field.starts_with("evidence[0].weight"), "{field}");
    let Action::Quarantined { to } = &problem.action else { panic!("{:?}", problem.action) };
    assert_eq!(fs::read_to_string(to).expect("the quarantined file"), damaged);
    assert!(!fixture.folder.file(counterpart_key(10)).exists());
    assert!(problem.message().contains(&to.display().to_string()));
}

#[test]
fn an_empty_file_and_one_that_is_not_text_are_damaged_records() {
    let fixture = Fixture::new();
    fixture.put(counterpart_key(10), b"");
    fixture.put(session_key(20), b"(schema: 3,\n id: \"\xFF\xFE\")");
    let opened = fixture.open();
    assert_eq!(opened.counterparts, [counterpart(11)]);
    assert_eq!(opened.sessions, []);
    assert_eq!(opened.problems.len(), 2);
    assert_eq!(opened.problems[1].error.position(), (2, 7));
    assert_eq!(fixture.quarantined().len(), 2);
}

#[test]
fn damaged_files_stay_where_they_are_when_the_library_is_open_elsewhere() {
    let fixture = Fixture::new();
    let first = fixture.open();
    fixture.put(counterpart_key(10), b"(");
    let second = fixture.open();
    assert_eq!(second.problems[0].action, Action::Skipped);
    assert!(fixture.folder.file(counterpart_key(10)).exists());
    drop(first);
}

#[test]
fn a_newer_record_is_skipped_and_never_overwritten() {
    let fixture = Fixture::new();
    let newer = "(schema: 99, id: \"x\", mood: Sunny(\"所有\"), rest: [1, 2])";
    fixture.put(counterpart_key(10), newer.as_bytes());
    let opened = fixture.open();
    assert_eq!(opened.counterparts, [counterpart(11)]);
    assert!(matches!(
        opened.problems[0].error,
        StoreError::Newer { schema: 99, known: SCHEMA, .. }
    ));
    assert_eq!(opened.problems[0].action, Action::Skipped);
    let refused = opened.folder.save(&as_record(counterpart(10)), now());
    assert!(matches!(refused, Err(StoreError::Newer { schema: 99, .. })), "{refused:?}");
    let refused = opened.folder.remove(counterpart_key(10), now());
    assert!(matches!(refused, Err(StoreError::Newer { .. })), "{refused:?}");
    assert_eq!(fixture.text(counterpart_key(10)), newer);
}

#[test]
fn a_newer_library_opens_for_reading_only() {
    let fixture = Fixture::new();
    let newer = "schema: 7,\n  unheard_of: [(1, 2)],";
    fixture.edit(RecordKey::Library, &format!("schema: {SCHEMA},"), newer);
    fixture.put(counterpart_key(10), b"(");
    let before = snapshot(&fixture.path().join("counterparts"));
    let opened = fixture.open();
    assert_eq!(opened.access, Access::ReadOnly(ReadOnlyReason::NewerLibrary { schema: 7 }));
    assert_eq!(opened.library.owner.name, "林悦");
    assert_eq!(opened.counterparts, [counterpart(11)]);
    assert_eq!(snapshot(&fixture.path().join("counterparts")), before);
    let refused = opened.folder.save(&Record::Library(Arc::new(library())), now());
    assert!(matches!(refused, Err(StoreError::Newer { schema: 7, .. })));
}

#[test]
fn a_newer_library_that_cannot_be_understood_is_a_clear_error() {
    let fixture = Fixture::new();
    fixture.put(RecordKey::Library, b"(schema: 8, owner: Company([\"x\"]))");
    let error = Library::open(fixture.path(), &weights(), || {}).expect_err("too new");
    assert!(error.to_string().contains("newer version"), "{error}");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let fixture = Fixture::new();
    let text = fixture.text(counterpart_key(10)).replace('\n', "\r\n");
    fixture.put(counterpart_key(10), format!("\u{FEFF}{text}").as_bytes());
    assert_eq!(fixture.open().counterparts[0], counterpart(10));
}

#[test]
fn options_may_be_written_without_some() {
    let fixture = Fixture::new();
    fixture.edit(counterpart_key(10), "Some(0.125)", "0.125");
    assert_eq!(fixture.open().counterparts[0], counterpart(10));
}

#[test]
fn windows_line_ends_in_a_text_do_not_stop_the_save() {
    let fixture = Fixture::new();
    let mut record = counterpart(10);
    record.notes = "one\r\ntwo\rthree".to_owned();
    fixture.save(&as_record(record));
    assert_eq!(fixture.open().counterparts[0].notes, "one\ntwo\rthree");
}

#[test]
fn a_number_that_is_not_finite_is_refused_on_reading_and_on_writing() {
    for bad in ["NaN", "inf", "-inf", "1e999"] {
        let fixture = Fixture::new();
        fixture.edit(counterpart_key(10), "0.125", bad);
        let opened = fixture.open();
        let message = opened.problems[0].message();
        assert!(message.contains("is not a finite number"), "{message}");
    }
    let fixture = Fixture::new();
    let before = fixture.text(counterpart_key(10));
    for bad in [f64::NAN, f64::INFINITY] {
        let mut record = counterpart(10);
        record.evidence[0].weight = Some(bad);
        let refused = fixture.folder.save(&as_record(record), now());
        assert!(matches!(refused, Err(StoreError::Unfaithful { .. })), "{refused:?}");
    }
    assert_eq!(fixture.text(counterpart_key(10)), before);
}

#[test]
fn a_map_key_given_twice_is_refused() {
    let fixture = Fixture::new();
    fixture.edit(session_key(20), "C4:", "A2:");
    let opened = fixture.open();
    let message = opened.problems[0].message();
    assert!(message.contains("the key A2 is given twice"), "{message}");
}

#[test]
fn deep_nesting_is_an_error_and_not_a_crash() {
    let fixture = Fixture::new();
    let schema = format!("schema: {SCHEMA},");
    let nested = format!("{schema}\n  strange: {},", "[".repeat(100_000));
    fixture.edit(counterpart_key(10), &schema, &nested);
    fixture.edit(session_key(20), &schema, &nested.replace('[', "(a:Some("));
    let opened = fixture.open();
    assert_eq!(opened.problems.len(), 2);
    assert_eq!(opened.counterparts, [counterpart(11)]);
}

#[test]
fn names_of_any_length_and_script_come_back() {
    let names = [
        "王".repeat(10_000),
        "אברהם \u{202E}abc\u{202C} محمد".to_owned(),
        "👩‍👩‍👧‍👦 e\u{301}\u{0}\u{7} \u{FEFF}".to_owned(),
        "\"#\\\"##r#\"".to_owned(),
        "Some(1) // no comment /* nor this".to_owned(),
        "../../etc/passwd".to_owned(),
    ];
    for name in names {
        let fixture = Fixture::new();
        let mut record = counterpart(10);
        record.name = name;
        fixture.save(&as_record(record.clone()));
        assert_eq!(fixture.open().counterparts[0], record);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back(text in "(\\PC|[\\r\\n\\t\"#\\\\{}()/*]){0,60}") {
        let fixture = Fixture::new();
        let mut record = counterpart(10);
        record.notes.clone_from(&text);
        record.evidence[0].text.clone_from(&text);
        fixture.save(&as_record(record));
        let read = Library::read_all(fixture.path()).expect("readable");
        proptest::prop_assert_eq!(&read.problems, &[]);
        let expected = text.replace("\r\n", "\n");
        proptest::prop_assert_eq!(&read.counterparts[0].notes, &expected);
        proptest::prop_assert_eq!(&read.counterparts[0].evidence[0].text, &expected);
    }
}

#[test]
fn a_record_under_a_foreign_name_is_set_aside() {
    let fixture = Fixture::new();
    let copy = fixture.path().join("counterparts/copy of a record.ron");
    fs::copy(fixture.folder.file(counterpart_key(10)), &copy).expect("copied");
    let opened = fixture.open();
    assert_eq!(opened.counterparts.len(), 2);
    let message = opened.problems[0].message();
    assert!(message.contains("is not the name of the file"), "{message}");
    assert_eq!(fixture.quarantined().len(), 1);
}

#[test]
fn other_files_links_and_folders_do_no_harm() {
    let fixture = Fixture::new();
    let sessions = fixture.path().join("sessions");
    fs::write(sessions.join("notes.txt"), "x").expect("written");
    fs::write(sessions.join(".hidden.ron"), "x").expect("written");
    fs::create_dir(sessions.join("folder.ron")).expect("made");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/nowhere", sessions.join("dangling.ron")).expect("linked");
        std::os::unix::fs::symlink(&sessions, sessions.join("loop.ron")).expect("linked");
    }
    let opened = fixture.open();
    assert_eq!(opened.sessions, [session(20)]);
    // Links are named too: a record behind one would otherwise be missed without a word.
    assert_eq!(opened.problems.len(), if cfg!(unix) { 3 } else { 1 });
    for problem in &opened.problems {
        assert!(matches!(problem.error, StoreError::NotARegularFile { .. }));
        assert_eq!(problem.action, Action::Skipped);
    }
}

#[test]
fn a_huge_file_is_refused_unread() {
    let fixture = Fixture::new();
    let file = fs::File::create(fixture.folder.file(counterpart_key(10))).expect("made");
    file.set_len(65 * 1024 * 1024).expect("a sparse file");
    let opened = fixture.open();
    assert!(matches!(opened.problems[0].error, StoreError::TooLarge { .. }));
    assert_eq!(opened.problems[0].action, Action::Skipped);
}

#[test]
fn earlier_versions_are_kept_at_intervals_and_bounded() {
    let fixture = Fixture::new();
    let key = counterpart_key(10);
    let mut record = counterpart(10);
    let start = at("2026-11-23T09:00:00Z");
    let minutes = |count: i64| start + jiff::SignedDuration::from_mins(count);
    let versions = || counterpoint::store::backup::list(&fixture.folder, key);
    for minute in 0..10 {
        record.title = format!("title {minute}");
        fixture.folder.save(&as_record(record.clone()), minutes(minute)).expect("saved");
    }
    assert_eq!(versions().len(), 1, "one version in ten minutes");
    for step in 1..40 {
        record.title = format!("later {step}");
        fixture.folder.save(&as_record(record.clone()), minutes(step * 10)).expect("saved");
    }
    let kept: Vec<_> = versions().into_iter().map(|(at, _)| at).collect();
    assert_eq!(kept.first(), Some(&minutes(0)), "the first version stays");
    let last_hour: Vec<_> = kept.iter().copied().filter(|at| *at >= minutes(330)).collect();
    assert_eq!(last_hour, (33..40).map(|step| minutes(step * 10)).collect::<Vec<_>>());
    assert!((9..=12).contains(&kept.len()), "{kept:?}");
    let newest = versions().pop().expect("a version").1;
    let newest = fs::read_to_string(newest).expect("a backup");
    assert!(newest.contains("later 38"), "the version before the current one");
}

#[test]
fn a_removed_record_lies_in_the_trash_and_saving_brings_it_back() {
    let fixture = Fixture::new();
    let key = counterpart_key(10);
    let text = fixture.text(key);
    fixture.folder.remove(key, now()).expect("removed");
    fixture.folder.remove(key, now()).expect("removed already");
    assert_eq!(fixture.open().counterparts, [counterpart(11)]);
    let trash: Vec<_> = snapshot(&fixture.folder.trash(key));
    assert_eq!(trash.len(), 1);
    assert_eq!(trash[0].1, text.as_bytes());
    fixture.save(&as_record(counterpart(10)));
    assert_eq!(fixture.open().counterparts.len(), 2);
    let refused = fixture.folder.remove(RecordKey::Library, now());
    assert!(matches!(refused, Err(StoreError::CannotRemoveLibrary { .. })));
}

#[test]
fn thousands_of_records_are_read_in_the_order_of_their_names() {
    let fixture = Fixture::new();
    for number in 100..1100 {
        let text = ron::to_string(&counterpart(number)).expect("text");
        fixture.put(counterpart_key(number), text.as_bytes());
    }
    let opened = fixture.open();
    assert_eq!(opened.counterparts.len(), 1002);
    assert!(opened.counterparts.windows(2).all(|pair| pair[0].id < pair[1].id));
}
