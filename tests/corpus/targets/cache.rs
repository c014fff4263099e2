//! The two files of the cache. They are given the right checksums, as somebody would who means harm:
//! what is in them is still only read, never believed.

use std::time::{Duration, UNIX_EPOCH};

use counterpoint::domain::ids::{CounterpartId, SessionId};
use counterpoint::domain::label::Labels;
use counterpoint::store::index::cache::{self, Cached};
use counterpoint::store::search::{Query, Scope, TextIndex, find};
use counterpoint::store::{Progress, RecordKey};

use super::record::WEIGHTS;

const LONGEST: usize = 64 * 1024;

/// What a cache of summaries begins with: magic, versions and weights; the length follows.
const IDENTITY: usize = 68;

/// Bytes of the checked head before the table of blocks, behind [`IDENTITY`] and the length.
const BEFORE_TABLE: usize = 16;

/// The bytes behind the length of the file.
pub fn check_summaries(bytes: &[u8]) -> bool {
    if bytes.len() > LONGEST {
        return false;
    }
    let Some(file) = summaries_file(bytes) else { return false };
    let Some(cached) = cache::read(&file, &WEIGHTS) else { return false };
    assert!(cached.counterparts.is_sorted_by(|(_, one), (_, next)| one.id < next.id));
    assert!(cached.sessions.is_sorted_by(|(_, one), (_, next)| one.id < next.id));
    let written = write(&cached);
    let back = cache::read(&written, &WEIGHTS).expect("what was written can be read");
    assert_eq!(write(&back), written);
    true
}

fn write(cached: &Cached) -> Vec<u8> {
    let far = UNIX_EPOCH + Duration::from_secs(1 << 33);
    cache::write(cached, &WEIGHTS, far).expect("what was read can be written")
}

/// A cache of summaries with this content and the right identity, length and checksums.
fn summaries_file(content: &[u8]) -> Option<Vec<u8>> {
    let mut content = content.to_vec();
    let word = |content: &[u8], at: usize| -> Option<usize> {
        Some(u32::from_le_bytes(*content.get(at..)?.first_chunk()?) as usize)
    };
    let blocks = word(&content, BEFORE_TABLE - 4)?;
    let table = BEFORE_TABLE..blocks.checked_mul(16)?.checked_add(BEFORE_TABLE)?;
    let mut start = table.end + 4;
    for at in table.clone().step_by(16) {
        let end = start.checked_add(word(&content, at + 8)?)?;
        let sum = crc32fast::hash(content.get(start..end)?);
        content.get_mut(at + 12..at + 16)?.copy_from_slice(&sum.to_le_bytes());
        start = end;
    }
    let empty = write(&Cached::default());
    let mut file = empty[..IDENTITY].to_vec();
    file.extend((IDENTITY as u64 + 8 + content.len() as u64).to_le_bytes());
    let head = file.len();
    file.extend(content);
    let end = head + table.end;
    let sum = crc32fast::hash(file.get(..end)?);
    file.get_mut(end..end + 4)?.copy_from_slice(&sum.to_le_bytes());
    Some(file)
}

/// The bytes between the magic and the checksum.
pub fn check_texts(bytes: &[u8]) -> bool {
    if bytes.len() > LONGEST {
        return false;
    }
    let mut file = text_bytes(&TextIndex::default())[..8].to_vec();
    file.extend(bytes);
    file.extend(crc32fast::hash(&file).to_le_bytes());
    let Some(texts) = TextIndex::from_bytes(&file) else { return false };
    let written = text_bytes(&texts);
    let back = TextIndex::from_bytes(&written).expect("what was written can be read");
    assert_eq!(text_bytes(&back), written);
    assert_eq!(back.len(), texts.len());

    let end = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(40)..]).into_owned();
    let mut changed = texts.clone();
    for typed in ["", "a", "tag:a", "冷链", &end] {
        let query = Query::parse(typed, Scope::Everything);
        let found = find(&texts, &query, None, &Progress::default()).expect("not cancelled");
        assert!(found.hits.iter().all(|hit| texts.contains(hit.key)));
        assert!(found.total() <= texts.len());
        // Labels are put into a text without the record.
        for hit in found.hits {
            let tags = vec!["a".to_owned()];
            changed.set_labels(hit.key, &Labels { tags, archived: true });
        }
    }
    assert_eq!(changed.len(), texts.len());
    let ids = [0, u128::MAX].map(uuid::Uuid::from_u128);
    for id in ids {
        texts.text_of(RecordKey::Counterpart(CounterpartId(id)));
        texts.text_of(RecordKey::Session(SessionId(id)));
    }
    text_bytes(&changed.compacted());
    true
}

fn text_bytes(texts: &TextIndex) -> Vec<u8> {
    let mut bytes = Vec::new();
    texts.to_writer(&mut bytes).expect("written");
    bytes
}
