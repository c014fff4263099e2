//! Records that were changed in two places.

mod laid;
mod reading;
mod waiting;

use std::path::PathBuf;

pub use self::laid::{Laid, LaidField};
pub use self::reading::{is_missing, read_copy};
use crate::app::comparison::worth_showing;
use crate::store::conflict_copy::CopyName;
use crate::store::error::StoreError;
use crate::store::merge::{
    self, Conflict, Difference, FieldPath, Merged, differences, value_at, with_mine, with_theirs,
};
use crate::store::record::{Record, RecordKey};

/// A copy that a sync program left beside a record.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundCopy {
    pub path: PathBuf,
    pub name: CopyName,
    pub reading: Reading,
    /// What was chosen before it has to be read anew.
    pub earlier: Option<Box<PendingMerge>>,
}

/// What is known of the content of a copy.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    Waiting,
    Underway,
    /// It has something that the record does not have.
    Differs(Box<PendingMerge>),
    NothingNew,
    /// The record is not in the library any more; this is the copy of it.
    Orphan(Record),
    /// It is the `library.ron` of another library.
    OtherLibrary,
    Unreadable(StoreError),
}

impl FoundCopy {
    pub fn new(path: PathBuf, name: CopyName) -> Self {
        Self { path, name, reading: Reading::Waiting, earlier: None }
    }

    /// Whether it was made when another library was brought in, and not by a sync program.
    pub fn is_imported(&self) -> bool {
        let name = self.path.file_name().map(|name| name.to_string_lossy());
        name.is_some_and(|name| name.contains(".imported-"))
    }

    pub fn pending(&self) -> Option<&PendingMerge> {
        match &self.reading {
            Reading::Differs(merge) => Some(merge),
            _ => None,
        }
    }
}

/// Names one of the merges that wait.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MergeId {
    /// The file of the record was changed by another program.
    File(RecordKey),
    Copy(PathBuf),
}

/// One of two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    Mine,
    Theirs,
}

/// What the user does about second versions.
#[derive(Debug, Clone, PartialEq)]
pub enum MergeAction {
    /// Shows what waits: the only one at once, several as a list.
    Show,
    ShowList,
    Open(MergeId),
    /// The version of one field, by the position of its conflict.
    Choose(usize, Version),
    ChooseAll(Version),
    /// Makes the merge as it was chosen.
    Accept,
    /// Brings a record back from its copy.
    BringBack,
    /// Moves the copy to the trash as it is.
    PutAside,
    /// Moves all copies to the trash that hold nothing new.
    PutAsideAll,
    /// Leaves the copy where it is, until the next start.
    Leave,
}

/// The window in which second versions are looked over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merging {
    /// `None` shows the list.
    pub open: Option<MergeId>,
    /// The differences in words; `None` while there are none to show.
    pub laid: Option<Laid>,
    /// The keyboard is with what is shown, and no longer with the page below.
    pub entered: bool,
    /// How high the fields were when they were drawn last.
    pub heights: Vec<f32>,
    /// The field that has the keyboard.
    pub row: usize,
    /// Whether the changes without contradiction are listed.
    pub unfolded: bool,
    /// They have been unfolded just now, and are to be scrolled to.
    pub reveal: bool,
    /// The record changed while it was looked over.
    pub is_renewed: bool,
    /// It is to be made as soon as the record is in memory.
    pub accepting: bool,
}

/// Two versions of a record, to be decided field by field.
#[derive(Debug, Clone, PartialEq)]
pub struct PendingMerge {
    /// From which both came, if that is known.
    pub base: Option<Record>,
    /// My version without anything of theirs.
    pub mine: Record,
    pub theirs: Record,
    /// Both versions in one, with mine where they contradict.
    pub merged: Record,
    pub conflicts: Vec<Conflict>,
    /// What is chosen for each conflict.
    pub chosen: Vec<Version>,
}

/// A record with all choices made.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    pub record: Record,
    /// The positions of the conflicts whose place is no longer in the record.
    pub lost: Vec<usize>,
}

impl PendingMerge {
    /// `merged` is what became of the two.
    pub fn new(base: Option<Record>, mine: Record, theirs: Record, merged: Merged) -> Self {
        let Merged { record: merged, conflicts } = merged;
        let chosen = conflicts.iter().map(held).collect();
        Self { base, mine, theirs, merged, conflicts, chosen }
    }

    pub fn key(&self) -> RecordKey {
        self.merged.key()
    }

    pub fn choose(&mut self, conflict: usize, version: Version) {
        if let Some(chosen) = self.chosen.get_mut(conflict) {
            *chosen = version;
        }
    }

    pub fn choose_all(&mut self, version: Version) {
        self.chosen.fill(version);
    }

    /// Takes over what was chosen in `earlier`, where the same place contradicts.
    pub fn choose_as(&mut self, earlier: &Self) {
        for (conflict, chosen) in self.conflicts.iter().zip(&mut self.chosen) {
            let same = |other: &&Conflict| other.path == conflict.path;
            let position = earlier.conflicts.iter().position(|other| same(&other));
            if let Some(before) = position.and_then(|position| earlier.chosen.get(position)) {
                *chosen = *before;
            }
        }
    }

    /// Keeps what was not decided of an earlier merge of the same record.
    pub fn add_earlier(&mut self, earlier: Self) {
        self.choose_as(&earlier);
        for (conflict, chosen) in earlier.conflicts.into_iter().zip(earlier.chosen) {
            if !self.conflicts.iter().any(|own| own.path == conflict.path) {
                self.conflicts.push(conflict);
                self.chosen.push(chosen);
            }
        }
    }

    /// Whether every place that contradicts here contradicts in `other` too.
    pub fn is_covered_by(&self, other: &Self) -> bool {
        let shown = |path: &FieldPath| other.conflicts.iter().any(|one| one.path == *path);
        self.conflicts.iter().all(|conflict| shown(&conflict.path))
    }

    /// The choices made in `current`, a record that both versions are merged in already.
    pub fn decided(&self, current: &Record) -> Decided {
        let mut record = current.clone();
        let mut lost = Vec::new();
        for (position, (conflict, chosen)) in self.conflicts.iter().zip(&self.chosen).enumerate() {
            // What the record holds may have been worked on since: it is left as it is.
            if *chosen == held(conflict) {
                continue;
            }
            let next = match chosen {
                Version::Mine => with_mine(&record, conflict),
                Version::Theirs => with_theirs(&record, conflict),
            };
            match next {
                Ok(next) => record = next,
                Err(_) => lost.push(position),
            }
        }
        Decided { record, lost }
    }

    /// The contradictions as differences from mine to theirs, each with its position. `current` is
    /// the record as it is now; where it has become what the other side has, nothing contradicts.
    pub fn contradictions(&self, current: &Record) -> Vec<(usize, Difference)> {
        // Looking into a record is dear, and mostly nothing was typed since.
        let as_merged = current.is_same(&self.mine) || current.is_same(&self.merged);
        let all = self.conflicts.iter().enumerate().map(|(position, conflict)| {
            let now = || (!as_merged).then(|| value_at(current, &conflict.path)).flatten();
            let before = conflict.mine.clone().map(|mine| now().unwrap_or(mine));
            let (path, after) = (conflict.path.clone(), conflict.theirs.clone());
            (position, Difference { path, before, after })
        });
        all.filter(|(_, difference)| difference.before != difference.after).collect()
    }

    /// What comes from the other side without contradicting anything of mine.
    pub fn quiet_changes(&self) -> Vec<Difference> {
        let mut changes = worth_showing(differences(&self.mine, &self.merged));
        let contradicts = |path: &FieldPath| {
            self.conflicts.iter().any(|conflict| path.0.starts_with(&conflict.path.0))
        };
        changes.retain(|change| !contradicts(&change.path));
        changes
    }

    /// Merges the two anew, with what has become of mine.
    pub fn onto(&self, current: &Record) -> Option<Self> {
        let merged = merge::three_way(self.base.as_ref(), current, &self.theirs).ok()?;
        let (base, theirs) = (self.base.clone(), self.theirs.clone());
        let mut next = Self::new(base, current.clone(), theirs, merged);
        next.choose_as(self);
        Some(next)
    }
}

/// The version that the merged record holds: mine, unless I removed what the other side changed.
fn held(conflict: &Conflict) -> Version {
    if conflict.mine.is_none() && conflict.theirs.is_some() {
        Version::Theirs
    } else {
        Version::Mine
    }
}

#[cfg(test)]
mod tests;
