//! The names that sync engines give to the losing side of a conflict.
//!
//! Every engine keeps the name of the file and puts something between it and the extension, or
//! behind the extension. So the name of a copy tells its record, whatever the engine: a file whose
//! name begins like that of a record is a copy of it, never a damaged file.

use std::path::Path;

use jiff::civil::{Date, DateTime, Time};
use uuid::Uuid;

use super::decode::decode;
use super::error::StoreError;
use super::read::read_text;
use super::record::{Record, RecordKey};
use crate::domain::ids::{CounterpartId, SessionId};

/// What a file in the library folder is, by its name alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileKind {
    Record(RecordKey),
    ConflictCopy(CopyName),
    /// A RON file that is nothing of ours.
    Foreign,
    /// Temporary, hidden, with another extension, or in a folder of versions.
    Ignored,
}

/// What the name of a conflict copy tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyName {
    pub key: RecordKey,
    pub provider: Provider,
    /// Local time of the computer that made the copy; midnight if the name has only the day.
    pub made: Option<DateTime>,
    /// The computer, device or user from which the copy comes, as the engine writes it.
    pub host: Option<String>,
}

/// Who made a copy, as far as its name tells. It is for the user's eyes; nothing depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Provider {
    /// `.sync-conflict-20261123-101500-ABCDEFG`
    Syncthing,
    /// `(Host's conflicted copy 2026-11-23)` and the same in other languages, `(Case Conflict)`.
    Dropbox,
    /// Nextcloud and ownCloud: `(conflicted copy 2026-11-23 101500)`, `_conflict-20261123-101500`,
    /// `(case clash from 2026-11-23 101500)`.
    Nextcloud,
    /// `-HOST`, `-HOST-2`, `-HOST-safeBackup-0001`
    OneDrive,
    /// ` 2` and ` (1)`: iCloud Drive, Google Drive, and file managers.
    Numbered,
    /// Anything else behind the name of a record.
    Unknown,
}

impl Provider {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Syncthing => "syncthing",
            Self::Dropbox => "dropbox",
            Self::Nextcloud => "nextcloud",
            Self::OneDrive => "onedrive",
            Self::Numbered => "numbered",
            Self::Unknown => "unknown",
        }
    }
}

const EXTENSION: &str = ".ron";

/// The word for a conflict in the names that Dropbox and others give, in lower case. Only letters
/// that are the same composed and decomposed, since some file systems decompose names.
const CONFLICT_WORDS: [&str; 7] =
    ["conflict", "conflit", "konflikt", "конфликт", "冲突", "衝突", "競合"];

/// What stands behind the host.
const AFTER_HOST: [&str; 9] = [
    "'s conflicted copy",
    "’s conflicted copy",
    "'s conflicting copy",
    "s in Konflikt stehende Kopie",
    "的冲突副本",
    "的衝突複本",
    "の競合コ",
    " 上の問題のあるコ",
    " conflict ",
];

/// What stands before the host.
const BEFORE_HOST: [&str; 9] = [
    "onflicted copy ",
    "_conflict-",
    "In Konflikt stehende Kopie von ",
    "Copie en conflit de ",
    "Copia en conflicto de ",
    "copia en conflicto de ",
    "Copia conflictiva de ",
    "Конфликтующая копия пользователя ",
    "来自",
];

/// Tells what a file is. The path begins inside the library folder.
pub fn classify(path_in_library: &Path) -> FileKind {
    let parts: Vec<_> = path_in_library.iter().map(|part| part.to_string_lossy()).collect();
    match parts.as_slice() {
        [name] => of_name(name, |stem| {
            let tail = stem.strip_prefix("library")?;
            // `libraryx.ron` is a name of its own.
            let own_word = tail.starts_with(char::is_alphanumeric);
            (!own_word).then_some((RecordKey::Library, tail, true))
        }),
        [folder, name] => {
            let key: fn(Uuid) -> RecordKey = match &**folder {
                "counterparts" => |id| RecordKey::Counterpart(CounterpartId(id)),
                "sessions" => |id| RecordKey::Session(SessionId(id)),
                _ => return FileKind::Ignored,
            };
            of_name(name, |stem| {
                let (id, tail) = stem.split_at_checked(ID_LENGTH)?;
                let parsed = Uuid::try_parse(id).ok()?;
                Some((key(parsed), tail, parsed.hyphenated().to_string() == id))
            })
        }
        _ => FileKind::Ignored,
    }
}

/// Reads a copy, which lies at `path`, as the record that its name says.
///
/// A copy of a newer schema, or with another id than its name says, is an error.
pub fn read(path: &Path, name: &CopyName) -> Result<Record, StoreError> {
    let text = read_text(path)?;
    decode(path, name.key, text.as_bytes())
}

/// The length of an id with its hyphens.
const ID_LENGTH: usize = 36;

/// `split` takes the name apart: the record, what stands behind its name, and whether the name is
/// written as this program writes it.
fn of_name<'a>(
    name: &'a str,
    split: impl Fn(&'a str) -> Option<(RecordKey, &'a str, bool)>,
) -> FileKind {
    if name.starts_with('.') || name.starts_with('~') {
        return FileKind::Ignored;
    }
    // Some engines write behind the extension.
    let (stem, is_behind) = match name.strip_suffix(EXTENSION) {
        Some(stem) => (stem, false),
        None => (name, true),
    };
    let Some((key, tail, is_exact)) = split(stem) else {
        return if is_behind { FileKind::Ignored } else { FileKind::Foreign };
    };
    let tail = match tail.strip_prefix(EXTENSION) {
        Some(tail) if is_behind => tail,
        _ if is_behind => return FileKind::Ignored,
        _ => tail,
    };
    match (tail.is_empty(), is_exact) {
        (true, true) => FileKind::Record(key),
        // The same name in capitals may be the very file on some file systems.
        (true, false) => FileKind::Foreign,
        // `.ron~`, `.ron.tmp` and the like are left by editors.
        (false, _) if is_behind && !has_conflict_word(tail) => FileKind::Ignored,
        (false, _) => FileKind::ConflictCopy(copy_name(key, tail)),
    }
}

fn has_conflict_word(tail: &str) -> bool {
    let lower = tail.to_lowercase();
    CONFLICT_WORDS.iter().any(|word| lower.contains(word))
}

fn copy_name(key: RecordKey, tail: &str) -> CopyName {
    let (made, at) = moment(tail).map_or((None, tail.len()), |(made, at)| (Some(made), at));
    let host = |host: &str| {
        let host = host.trim_matches([' ', '-', '_', '(', ')']);
        (!host.is_empty()).then(|| host.to_owned())
    };
    let named = |provider, host| CopyName { key, provider, made, host };
    if let Some((_, stamp)) = tail.split_once(".sync-conflict-") {
        let device = stamp.splitn(3, '-').nth(2).and_then(|device| device.split('.').next());
        return named(Provider::Syncthing, device.and_then(host));
    }
    let nextcloud = ["_conflict-", "(conflicted copy ", "(case clash from "];
    let provider = if nextcloud.iter().any(|mark| tail.contains(mark)) {
        Some(Provider::Nextcloud)
    } else if has_conflict_word(tail) || AFTER_HOST.iter().any(|mark| tail.contains(mark)) {
        Some(Provider::Dropbox)
    } else {
        None
    };
    if let Some(provider) = provider {
        return named(provider, conflict_host(tail, at).and_then(host));
    }
    if is_number(tail) {
        return named(Provider::Numbered, None);
    }
    let is_host = |text: &str| {
        !text.is_empty()
            && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    match tail.strip_prefix('-').filter(|text| is_host(text)) {
        Some(text) => named(Provider::OneDrive, host(without_count(text))),
        None => named(Provider::Unknown, None),
    }
}

/// The part of the tail that names the host. `at` is where the date begins.
fn conflict_host(tail: &str, at: usize) -> Option<&str> {
    for mark in AFTER_HOST {
        if let Some((before, _)) = tail.split_once(mark) {
            let before = before.rsplit('(').next().unwrap_or(before);
            return Some(before.strip_prefix("来自").unwrap_or(before));
        }
    }
    BEFORE_HOST.iter().find_map(|mark| {
        let start = tail.find(mark)? + mark.len();
        let host = tail.get(start..at.max(start))?;
        host.split(')').next()
    })
}

/// The host without `-2` or `-safeBackup-0001`, the count of the copies from it.
fn without_count(text: &str) -> &str {
    if let Some((host, _)) = text.split_once("-safeBackup-") {
        return host;
    }
    match text.rsplit_once('-') {
        Some((host, count)) if count.len() <= 2 && is_digits(count) => host,
        _ => text,
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// ` 2`, ` (2)` or `(2)`.
fn is_number(tail: &str) -> bool {
    let number = tail.trim_start();
    let inner = number.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    let is_apart = inner.is_some() || number.len() < tail.len();
    is_apart && inner.unwrap_or(number).len() <= 4 && is_digits(inner.unwrap_or(number))
}

/// The first date in a text, with the time if one follows, and where it begins.
fn moment(text: &str) -> Option<(DateTime, usize)> {
    let starts = text.char_indices().filter(|(at, c)| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        c.is_ascii_digit() && !before.is_some_and(|c| c.is_ascii_digit())
    });
    for (at, _) in starts {
        let mut rest = text.get(at..)?;
        let Some(date) = date(&mut rest) else { continue };
        let time = time(rest).unwrap_or(Time::midnight());
        return Some((date.to_datetime(time), at));
    }
    None
}

/// `2026-11-23` or `20261123`.
fn date(rest: &mut &str) -> Option<Date> {
    let year = digits(rest, 4)?;
    *rest = rest.strip_prefix('-').unwrap_or(rest);
    let month = digits(rest, 2)?;
    *rest = rest.strip_prefix('-').unwrap_or(rest);
    let day = digits(rest, 2)?;
    let year = (1990..2200).contains(&year).then_some(year)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `101500`, `10-15-00`, `10.15.00` or `1015`, behind a separator or nothing.
fn time(rest: &str) -> Option<Time> {
    let mut rest = rest.strip_prefix([' ', '-', '_']).unwrap_or(rest);
    let mut part = || {
        let part = digits(&mut rest, 2);
        rest = rest.strip_prefix(['-', '.', ':']).unwrap_or(rest);
        part.and_then(|part| i8::try_from(part).ok())
    };
    let (hour, minute) = (part()?, part()?);
    Time::new(hour, minute, part().unwrap_or(0), 0).ok()
}

fn digits(rest: &mut &str, count: usize) -> Option<i16> {
    let (number, after) = rest.split_at_checked(count)?;
    let value = is_digits(number).then(|| number.parse().ok())??;
    *rest = after;
    Some(value)
}

#[cfg(test)]
mod tests;
