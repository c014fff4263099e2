//! Search finds what is there, says where it is, and is the same however the texts came together.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::evidence::{Evidence, EvidenceKind, Setting};
use counterpoint::domain::ids::{CounterpartId, MeetingId, SessionId};
use counterpoint::domain::label::Labels;
use counterpoint::domain::session::Session;
use counterpoint::store::ron_text::parse;
use counterpoint::store::search::{
    Archived, FIELDS, Found, Query, RecordText, Scope, Section, TextIndex, find, fold, highlights,
    passage,
};
use counterpoint::store::{Progress, Record, RecordKey};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

const PEOPLE: u128 = 4;

fn person_id(number: u128) -> CounterpartId {
    CounterpartId(Uuid::from_u128(number))
}

fn person(number: u128) -> Counterpart {
    Counterpart::new(person_id(number), Timestamp::UNIX_EPOCH)
}

fn session(number: u128) -> Session {
    let id = SessionId(Uuid::from_u128(number));
    Session::new(id, Timestamp::UNIX_EPOCH, "EUR", MeetingId(Uuid::from_u128(1)))
}

fn person_record(person: Counterpart) -> Record {
    Record::Counterpart(Arc::new(person))
}

fn session_record(session: Session) -> Record {
    Record::Session(Arc::new(session))
}

fn evidence(text: &str, source: &str) -> Evidence {
    Evidence {
        id: None,
        supports: Vec::new(),
        against: Vec::new(),
        kind: EvidenceKind::Quote,
        setting: Setting::Normal,
        date: jiff::civil::date(2026, 6, 16),
        text: text.to_owned(),
        source: source.to_owned(),
        weight: None,
    }
}

fn text_of(record: &Record) -> RecordText {
    match record {
        Record::Counterpart(person) => RecordText::of_counterpart(person),
        Record::Session(session) => RecordText::of_session(session),
        Record::Library(_) => panic!("the library has no text"),
    }
}

fn index(records: &[Record]) -> TextIndex {
    TextIndex::from_records(records.iter().map(|record| (record.key(), text_of(record))))
}

fn search(texts: &TextIndex, query: &Query, previous: Option<&Found>) -> Found {
    find(texts, query, previous, &Progress::default()).expect("not cancelled")
}

fn ask(texts: &TextIndex, typed: &str) -> Found {
    search(texts, &Query::parse(typed, Scope::Everything), None)
}

fn keys(found: &Found) -> Vec<RecordKey> {
    found.hits.iter().filter(|hit| !hit.approximate).map(|hit| hit.key).collect()
}

/// The rank of a term in a record: section and place, as [`Query`] documents it.
fn naive_rank(texts: &BTreeMap<RecordKey, Record>, record: &Record, term: &str) -> Option<usize> {
    let place = |section: &str, most: usize| {
        let places = section.match_indices(term).take(most).map(|(at, _)| {
            match section[..at].chars().next_back() {
                None | Some('\n') => 0,
                Some(sign) if sign.is_alphanumeric() => 2,
                Some(_) => 1,
            }
        });
        places.min()
    };
    let own = text_of(record);
    let sections = [Section::Title, Section::Names, Section::Tags, Section::Body];
    let ranks = sections.iter().enumerate();
    let ranks = ranks.filter_map(|(at, section)| {
        // In a long text only the first two places count.
        let most = if *section == Section::Body { 2 } else { usize::MAX };
        Some(at * 3 + place(own.section(*section), most)?)
    });
    let by_people = match record {
        Record::Session(session) => session.counterparts.as_slice(),
        _ => &[],
    };
    let by_people = by_people.iter().filter_map(|id| {
        let text = text_of(texts.get(&RecordKey::Counterpart(*id))?);
        let section = [Section::Title, Section::Names];
        let section = section.map(|section| place(text.section(section), usize::MAX));
        Some(3 + section[0].or(section[1])?)
    });
    ranks.min().into_iter().chain(by_people).min()
}

/// Looks at every record in the plainest way; keys with the sum of ranks, best first.
fn naive(records: &BTreeMap<RecordKey, Record>, query: &Query) -> Vec<RecordKey> {
    let mut found = Vec::new();
    for (key, record) in records {
        let labels = match record {
            Record::Counterpart(person) => &person.labels,
            Record::Session(session) => &session.labels,
            Record::Library(_) => continue,
        };
        let archived = match query.archived {
            Archived::LeftOut => !labels.archived,
            Archived::Included => true,
            Archived::Only => labels.archived,
        };
        let tagged = query.tags().iter().all(|tag| labels.tags.iter().any(|own| fold(own) == *tag));
        let ranks: Option<Vec<_>> =
            query.terms().iter().map(|term| naive_rank(records, record, term)).collect();
        if let (true, true, Some(ranks)) = (archived, tagged, ranks) {
            let updated = match record {
                Record::Counterpart(person) => person.updated,
                Record::Session(session) => session.updated,
                Record::Library(_) => continue,
            };
            found.push((ranks.iter().sum::<usize>(), std::cmp::Reverse(updated), *key));
        }
    }
    found.sort();
    found.into_iter().map(|(_, _, key)| key).collect()
}

fn text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        Just("a"),
        Just("b"),
        Just("A"),
        Just("é"),
        Just("ß"),
        Just("王"),
        Just("格"),
        Just("价"),
        Just(" "),
        Just("\r\n"),
        Just("ａ"),
        Just("🦊"),
        Just("e\u{301}"),
        Just("-"),
    ];
    vec(sign, 0..7).prop_map(|signs| signs.concat())
}

fn tags() -> impl Strategy<Value = Vec<String>> {
    vec(prop_oneof![Just("ab"), Just("王")].prop_map(str::to_owned), 0..2)
}

prop_compose! {
    fn any_person()(
        number in 0..PEOPLE, texts in vec(text(), 5), tags in tags(), archived: bool, at in 0..3_i64,
    ) -> Record {
        let mut record = person(number);
        record.updated = Timestamp::from_second(at).unwrap();
        record.name = texts[0].clone();
        record.latin_name = texts[1].clone();
        record.organisation = texts[2].clone();
        record.notes = texts[3].clone();
        record.evidence = vec![evidence(&texts[4], &texts[0])];
        record.labels.tags = tags;
        record.labels.archived = archived;
        person_record(record)
    }
}

prop_compose! {
    fn any_session()(
        number in 0..8_u128, texts in vec(text(), 3), people in vec(0..PEOPLE + 1, 0..3),
        tags in tags(), archived: bool, at in 0..3_i64,
    ) -> Record {
        let mut record = session(number);
        record.updated = Timestamp::from_second(at).unwrap();
        record.title = texts[0].clone();
        record.pitch = texts[1].clone();
        record.plan.goal = texts[2].clone();
        record.counterparts = people.into_iter().map(person_id).collect();
        record.labels.tags = tags;
        record.labels.archived = archived;
        session_record(record)
    }
}

fn any_record() -> impl Strategy<Value = Record> {
    prop_oneof![any_person(), any_session()]
}

/// What may happen to an index and to its cache.
#[derive(Debug, Clone)]
enum Step {
    Put(Record),
    Remove(RecordKey),
    Label(RecordKey, Labels),
    Shed,
    Reload,
    /// The cache is written anew.
    Write,
}

fn any_step() -> impl Strategy<Value = Step> {
    let key = || any_record().prop_map(|record| record.key());
    let labels =
        (vec(text(), 0..3), any::<bool>()).prop_map(|(tags, archived)| Labels { tags, archived });
    prop_oneof![
        3 => any_record().prop_map(Step::Put),
        2 => key().prop_map(Step::Remove),
        2 => (key(), labels).prop_map(|(key, labels)| Step::Label(key, labels)),
        2 => Just(Step::Shed),
        1 => Just(Step::Reload),
        1 => Just(Step::Write),
    ]
}

fn bytes_of(texts: &TextIndex) -> Vec<u8> {
    let mut bytes = Vec::new();
    texts.to_writer(&mut bytes).expect("written");
    bytes
}

fn typed() -> impl Strategy<Value = String> {
    let tag = prop_oneof![4 => Just(""), 1 => Just(" tag:ab"), 1 => Just(" tag:王")];
    (vec(text(), 0..3), tag).prop_map(|(terms, tag)| format!("{}{tag}", terms.join(" ")))
}

fn any_archived() -> impl Strategy<Value = Archived> {
    proptest::sample::select(vec![Archived::LeftOut, Archived::Included, Archived::Only])
}

fn any_query() -> impl Strategy<Value = Query> {
    (typed(), any_archived()).prop_map(|(typed, archived)| {
        Query::parse(&typed, Scope::Everything).with_archived(archived)
    })
}

fn by_key(records: &[Record]) -> BTreeMap<RecordKey, Record> {
    records.iter().map(|record| (record.key(), record.clone())).collect()
}

proptest! {
    #[test]
    fn search_finds_what_looking_at_every_record_finds_in_the_same_order(
        records in vec(any_record(), 0..12), typed in typed(), archived in any_archived(),
    ) {
        let query = Query::parse(&typed, Scope::Everything).with_archived(archived);
        let expected = naive(&by_key(&records), &query);
        let texts = index(&records);
        let found = search(&texts, &query, None);
        prop_assert_eq!(keys(&found), expected.clone());
        prop_assert_eq!(found.total(), expected.len());
        let people = expected.iter().filter(|key| matches!(key, RecordKey::Counterpart(_)));
        prop_assert_eq!(found.people, people.count());
        for (scope, total) in
            [(Scope::People, found.people), (Scope::Negotiations, found.negotiations)]
        {
            let query = Query::parse(&typed, scope).with_archived(archived);
            let scoped = search(&texts, &query, Some(&found));
            prop_assert_eq!((scoped.total(), keys(&scoped).len()), (total, total));
        }
    }

    #[test]
    fn an_index_that_changed_is_like_one_made_anew(
        first in vec(any_record(), 0..8),
        changes in vec((any_record(), any::<bool>()), 0..8),
        query in any_query(),
    ) {
        let mut records = by_key(&first);
        let mut texts = index(&first);
        let snapshot = texts.clone();
        let before = keys(&search(&snapshot, &query, None));
        for (record, put) in changes {
            if put {
                texts.put(record.key(), text_of(&record));
                records.insert(record.key(), record);
            } else {
                texts.remove(record.key());
                records.remove(&record.key());
            }
        }
        let expected = naive(&records, &query);
        prop_assert_eq!(keys(&search(&texts, &query, None)), expected.clone());
        prop_assert_eq!(texts.len(), records.len());
        prop_assert!(records.keys().all(|key| texts.contains(*key)));
        prop_assert_eq!(keys(&search(&texts.compacted(), &query, None)), expected.clone());
        let mut bytes = Vec::new();
        texts.to_writer(&mut bytes).unwrap();
        let read = TextIndex::from_bytes(&bytes).expect("what was written can be read");
        prop_assert_eq!(keys(&search(&read, &query, None)), expected);
        prop_assert_eq!(keys(&search(&snapshot, &query, None)), before);
    }

    #[test]
    fn an_index_that_was_shed_and_read_again_is_like_one_that_never_was(
        first in vec(any_record(), 0..8), steps in vec(any_step(), 0..16), query in any_query(),
    ) {
        let mut never = index(&first);
        let mut texts = never.clone();
        let mut cache = bytes_of(&never);
        let reload = |texts: &mut TextIndex, cache: &[u8]| {
            let mut read = TextIndex::from_bytes(cache).expect("readable");
            read.take_over(std::mem::take(texts));
            *texts = read;
        };
        for step in steps {
            match step {
                Step::Put(record) => {
                    never.put(record.key(), text_of(&record));
                    texts.put(record.key(), text_of(&record));
                }
                Step::Remove(key) => {
                    never.remove(key);
                    texts.remove(key);
                }
                Step::Label(key, labels) => {
                    never.set_labels(key, &labels);
                    texts.set_labels(key, &labels);
                }
                Step::Shed => {
                    texts.shed();
                    prop_assert!(!texts.is_whole());
                }
                Step::Reload => reload(&mut texts, &cache),
                Step::Write => cache = bytes_of(&never),
            }
        }
        reload(&mut texts, &cache);
        prop_assert!(texts.is_whole());
        prop_assert_eq!(texts.len(), never.len());
        prop_assert_eq!(bytes_of(&texts), bytes_of(&never));
        prop_assert_eq!(search(&texts, &query, None).hits, search(&never, &query, None).hits);
    }

    #[test]
    fn typing_on_finds_what_a_new_search_finds(
        records in vec(any_record(), 0..12), typed in typed(), more in vec(text(), 1..4),
        other in any_record(),
    ) {
        let mut texts = index(&records);
        let mut typed = typed;
        let mut previous = ask(&texts, &typed);
        for more in more {
            typed.push_str(&more);
            let query = Query::parse(&typed, Scope::Everything);
            let narrowed = search(&texts, &query, Some(&previous));
            prop_assert_eq!(&narrowed.hits, &search(&texts, &query, None).hits, "{}", typed);
            previous = narrowed;
        }
        // What was found before a record changed does not narrow.
        texts.put(other.key(), text_of(&other));
        let query = previous.query.clone();
        let after = search(&texts, &query, Some(&previous));
        prop_assert_eq!(after.hits, search(&texts, &query, None).hits);
    }

    #[test]
    fn highlights_are_the_terms_in_the_spelling_of_the_record(
        record in any_record(), query in any_query(),
    ) {
        let own = text_of(&record);
        let beside = [Section::Names, Section::Tags, Section::Body];
        let has_any = query.terms().iter().any(|term| {
            beside.iter().any(|section| own.section(*section).contains(term.as_str()))
        });
        let passage = passage(&record, &query);
        prop_assert_eq!(passage.is_some(), has_any);
        if let Some(passage) = passage {
            prop_assert!(FIELDS.contains(&passage.field));
            prop_assert!(!passage.highlights.is_empty());
            prop_assert!(!passage.text.contains(['\n', '\r']));
            for range in &passage.highlights {
                // Slicing fails inside of a sign.
                let marked = fold(&passage.text[range.clone()]);
                prop_assert!(query.terms().iter().any(|term| marked.contains(term.as_str())));
            }
        }
    }

    #[test]
    fn highlights_leave_nothing_out(text in "\\PC{0,12}", at in 0..12_usize, len in 1..4_usize) {
        let term: String = text.chars().skip(at).take(len).collect();
        let query = Query::parse(&format!("\"{}\"", term.replace('"', "")), Scope::Everything);
        let marked = highlights(&text, &query);
        let folded = fold(&text);
        for term in query.terms() {
            prop_assert_eq!(folded.contains(term.as_str()), !marked.is_empty());
        }
        prop_assert!(marked.windows(2).all(|pair| pair[0].end < pair[1].start));
        for range in marked {
            prop_assert!(!text[range].is_empty());
        }
    }

    #[test]
    fn damaged_bytes_are_refused_or_read_whole(
        records in vec(any_record(), 0..4), damage in vec((any::<usize>(), any::<u8>()), 1..4),
        mend: bool, cut in any::<usize>(),
    ) {
        let mut bytes = Vec::new();
        index(&records).to_writer(&mut bytes).unwrap();
        for (at, byte) in damage {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if mend {
            // A checksum that is right over damaged bytes.
            let end = bytes.len() - 4;
            let sum = crc32fast::hash(&bytes[..end]);
            bytes[end..].copy_from_slice(&sum.to_le_bytes());
        } else {
            bytes.truncate(cut % (bytes.len() + 1));
        }
        if let Some(read) = TextIndex::from_bytes(&bytes) {
            let _ = ask(&read, "a 王");
            prop_assert_eq!(read.len(), read.compacted().len());
        }
    }
}

#[test]
fn titles_come_first_then_names_tags_and_texts_and_the_newest_of_equals() {
    let titled = |number, title: &str, second| {
        let mut record = session(number);
        record.title = title.to_owned();
        record.updated = Timestamp::from_second(second).unwrap();
        record
    };
    let mut named = person(1);
    named.organisation = "Nordic Cold".to_owned();
    let mut with_her = titled(15, "Lease", 0);
    with_her.counterparts = vec![named.id];
    let mut tagged = titled(16, "Vans", 0);
    tagged.labels.tags = vec!["cold".to_owned()];
    let mut written = titled(17, "Trucks", 9);
    written.log = Vec::new();
    written.pitch = "Cold rooms".to_owned();
    let sessions = [
        titled(10, "Ice-cold rooms", 5),
        titled(11, "Cold rooms", 1),
        titled(12, "Cold rooms", 2),
        titled(13, "Scolding", 9),
        titled(14, "Warm rooms", 9),
        with_her,
        tagged,
        written,
    ];
    let mut records: Vec<Record> = sessions.into_iter().map(session_record).collect();
    records.push(person_record(named));
    let found = ask(&index(&records), "COLD");
    let order: Vec<u128> = keys(&found)
        .into_iter()
        .map(|key| match key {
            RecordKey::Counterpart(id) => id.0.as_u128(),
            RecordKey::Session(id) => id.0.as_u128(),
            RecordKey::Library => 0,
        })
        .collect();
    assert_eq!(order, [12, 11, 10, 13, 1, 15, 16, 17]);
    assert_eq!((found.people, found.negotiations), (1, 7));
}

#[test]
fn a_typing_error_in_a_name_is_forgiven_and_said() {
    let mut schmidt = person(1);
    schmidt.name = "Jürgen Schmidt".to_owned();
    schmidt.notes = "Likes tables".to_owned();
    let mut other = person(2);
    other.name = "Schmitz".to_owned();
    let texts = index(&[person_record(schmidt.clone()), person_record(other)]);
    let near = |typed: &str| {
        let found = ask(&texts, typed);
        assert_eq!(found.total(), 0, "{typed}");
        found.hits.iter().map(|hit| (hit.key, hit.approximate)).collect::<Vec<_>>()
    };
    let expected = vec![(RecordKey::Counterpart(schmidt.id), true)];
    assert_eq!(near("schmdit"), expected);
    assert_eq!(near("jurgn tables"), expected);
    assert_eq!(near("schmdit chairs"), []);
    assert_eq!(near("tabels"), [], "only names are near");
    assert_eq!(near("jrg"), [], "short terms are near to everything");
    let exact = ask(&texts, "schmidt");
    assert_eq!((exact.total(), exact.hits.first().map(|hit| hit.approximate)), (1, Some(false)));
}

#[test]
fn a_passage_shows_the_surroundings_on_one_line() {
    let mut record = session(1);
    let filler = "one two three four five six seven eight nine ten ".repeat(4);
    record.plan.goal = format!("{filler}\r\nthe  CAFÉ\tprice 🦊 {filler}");
    let query = Query::parse("cafe \"price 🦊\"", Scope::Everything);
    let shown = passage(&session_record(record), &query).unwrap();
    assert_eq!(shown.field, "goal");
    let marked: Vec<_> = shown.highlights.iter().map(|range| &shown.text[range.clone()]).collect();
    assert_eq!(marked, ["CAFÉ", "price 🦊"]);
    assert!(shown.text.starts_with('…') && shown.text.ends_with('…'), "{}", shown.text);
    assert!((60..=92).contains(&shown.text.chars().count()), "{}", shown.text);
    assert!(shown.text.contains("the CAFÉ price"), "{}", shown.text);
    assert!(!shown.text.contains(" …") && !shown.text.contains("… "), "{}", shown.text);
}

#[test]
fn a_passage_is_cut_between_signs_in_every_script() {
    for filler in ["价格上次谈的是三百", "👨\u{200d}👩\u{200d}👧👍🏽", "שלום עולם ", "e\u{301}"]
    {
        let mut record = session(1);
        record.pitch = format!("{}王伟{}", filler.repeat(40), filler.repeat(40));
        let query = Query::parse("王伟", Scope::Everything);
        let shown = passage(&session_record(record), &query).unwrap();
        let [marked] = shown.highlights.as_slice() else { panic!("one highlight") };
        assert_eq!(&shown.text[marked.clone()], "王伟");
        assert!(!shown.text.trim_start_matches('…').starts_with('\u{301}'), "{}", shown.text);
    }
}

#[test]
fn a_search_that_was_cancelled_finds_nothing() {
    let cancel = Progress::default();
    cancel.cancel();
    let query = Query::parse("a", Scope::Everything);
    assert!(find(&index(&[session_record(session(1))]), &query, None, &cancel).is_none());
}

#[test]
fn what_a_plan_says_besides_the_price_is_found_with_its_field() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/v4/sessions/019e25a4-8700-7bdb-9632-4542c57a3537.ron");
    let session: Session = parse(&file, &fs::read_to_string(&file).expect("a file")).expect("read");
    let record = session_record(session);
    for (typed, field) in [
        ("\"days after invoice\"", "issue"),
        ("\"old loggers and the night\"", "their-alternative"),
        ("\"training day\"", "gives"),
        ("\"best service\"", "package"),
        ("\"36 months instead\"", "concession"),
        ("\"he jun\"", "team"),
        ("\"walk with the shift\"", "keep"),
        ("\"without asking for the payment\"", "change"),
        ("\"cost table goes\"", "claim"),
    ] {
        let found = passage(&record, &Query::parse(typed, Scope::Everything));
        assert_eq!(found.map(|passage| passage.field), Some(field), "{typed}");
    }
}
