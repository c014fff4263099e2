//! Three texts of one record: mine, theirs and the one from which both came, with `%%%` between.
//! Nothing that a side wrote goes without being shown.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::library::LibraryRecord;
use counterpoint::domain::session::Session;
use counterpoint::store::Record;
use counterpoint::store::merge::{differences, three_way, value_at, with_mine, with_theirs};
use counterpoint::store::migrate;
use counterpoint::store::ron_text::{decode, parse, to_proven_text};
use serde::de::DeserializeOwned;
use serde_json::Value;

const LONGEST: usize = 64 * 1024;

pub fn check(bytes: &[u8]) -> bool {
    if bytes.len() > LONGEST {
        return false;
    }
    let Ok(text) = decode(Path::new("x.ron"), bytes) else { return false };
    let texts: Vec<&str> = text.splitn(3, "\n%%%\n").collect();
    let Some((mine, theirs, base)) = records(&texts) else { return false };
    check_merge(&mine, &theirs, base.as_ref());
    check_merge(&theirs, &mine, base.as_ref());
    check_differences(&mine, &theirs);
    true
}

/// The records of the texts. A text that is none stands for the first, or for no base; all get the
/// id of the first.
fn records(texts: &[&str]) -> Option<(Record, Record, Option<Record>)> {
    let session = |text: &str| {
        let mut record: Session = read(text)?;
        migrate::upgrade_session(&mut record);
        Some(record)
    };
    let person = |text: &str| {
        let mut record: Counterpart = read(text)?;
        migrate::upgrade_counterpart(&mut record);
        Some(record)
    };
    let library = |text: &str| {
        let mut record: LibraryRecord = read(text)?;
        migrate::upgrade_library(&mut record);
        Some(record)
    };
    let first = texts.first()?;
    let (second, third) = (texts.get(1).unwrap_or(first), texts.get(2));
    if let Some(mine) = session(first) {
        let same = |other| Session { id: mine.id, ..other };
        let record = |session| Record::Session(Arc::new(session));
        let theirs = session(second).map_or_else(|| mine.clone(), same);
        let base = third.and_then(|text| session(text)).map(same).map(record);
        return Some((record(mine.clone()), record(theirs), base));
    }
    if let Some(mine) = person(first) {
        let same = |other| Counterpart { id: mine.id, ..other };
        let record = |person| Record::Counterpart(Arc::new(person));
        let theirs = person(second).map_or_else(|| mine.clone(), same);
        let base = third.and_then(|text| person(text)).map(same).map(record);
        return Some((record(mine.clone()), record(theirs), base));
    }
    let mine = library(first)?;
    let same = |other| LibraryRecord { id: mine.id, ..other };
    let record = |library| Record::Library(Arc::new(library));
    let theirs = library(second).map_or_else(|| mine.clone(), same);
    let base = third.and_then(|text| library(text)).map(same).map(record);
    Some((record(mine.clone()), record(theirs), base))
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    parse(Path::new("x.ron"), text).ok()
}

fn check_merge(mine: &Record, theirs: &Record, base: Option<&Record>) {
    let merged = three_way(base, mine, theirs).expect("versions of one record can be merged");
    assert_eq!(merged.record.key(), mine.key());
    assert_eq!(merged.record.schema(), mine.schema().max(theirs.schema()));
    can_be_written(&merged.record);
    if mine == theirs || base == Some(theirs) {
        assert_eq!(&merged.record, mine);
        assert!(merged.conflicts.is_empty());
    } else if base == Some(mine) {
        assert_eq!(&merged.record, theirs);
        assert!(merged.conflicts.is_empty());
    }
    let mut shown = texts(&tree(&merged.record));
    for conflict in &merged.conflicts {
        let sides = [&conflict.mine, &conflict.theirs].into_iter().flatten();
        sides.for_each(|value| shown.extend(texts(value)));
    }
    let known = base.map(|base| texts(&tree(base))).unwrap_or_default();
    for side in [mine, theirs] {
        for text in texts(&tree(side)).difference(&known) {
            assert!(shown.contains(text), "{text:?} is lost");
        }
    }
    // Every conflict can be decided either way, in any order.
    for decide in [with_theirs, with_mine] {
        let decided = merged
            .conflicts
            .iter()
            .try_fold(merged.record.clone(), |record, conflict| decide(&record, conflict));
        can_be_written(&decided.expect("a conflict can be decided"));
        for conflict in &merged.conflicts {
            can_be_written(&decide(&merged.record, conflict).expect("decided alone"));
        }
    }
}

fn can_be_written(record: &Record) {
    let path = Path::new("x.ron");
    let written = match record {
        Record::Library(record) => to_proven_text(path, &**record),
        Record::Counterpart(record) => to_proven_text(path, &**record),
        Record::Session(record) => to_proven_text(path, &**record),
    };
    written.expect("a merged record can be written");
}

fn check_differences(before: &Record, after: &Record) {
    let found = differences(before, after);
    assert_eq!(found.is_empty(), before == after);
    for change in &found {
        assert_ne!(change.before, change.after, "{}", change.path);
        if change.before.is_some() {
            assert_eq!(value_at(before, &change.path), change.before, "{}", change.path);
        }
    }
    assert!(differences(after, after).is_empty());
}

fn tree(record: &Record) -> Value {
    let mut tree = match record {
        Record::Library(record) => serde_json::to_value(&**record),
        Record::Counterpart(record) => serde_json::to_value(&**record),
        Record::Session(record) => serde_json::to_value(&**record),
    }
    .expect("a tree");
    tree.as_object_mut().expect("fields").remove("updated");
    tree
}

/// Every line of every text in a value.
fn texts(value: &Value) -> BTreeSet<String> {
    match value {
        Value::String(text) => {
            text.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect()
        }
        Value::Array(entries) => entries.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => BTreeSet::new(),
    }
}
