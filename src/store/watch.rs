//! Watching a library folder for changes by other programs: editors, sync engines, another window.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::folder::{LibraryFolder, RECORD_FOLDERS};

/// Changes that follow one another this closely are reported together.
const BATCH: Duration = Duration::from_millis(120);

/// How often a folder that has gone away is looked for.
const RETRY: Duration = Duration::from_millis(300);

/// What another program may have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// These files appeared, changed or went away; sorted. They are records or copies of records by
    /// their names.
    Files(Vec<PathBuf>),
    /// Anything: a folder was replaced, or there was more than the system could tell.
    Everything,
}

/// Why a folder cannot be watched. The app then has to look by itself now and then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: changes by other programs are not seen at once: {reason}", .path.display())]
pub struct WatchError {
    pub path: PathBuf,
    pub reason: WatchReason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WatchReason {
    /// The system watches no more folders for this user.
    Limit,
    /// A network drive does not tell what other computers change.
    NetworkDrive,
    /// What the operating system says.
    System(String),
}

impl fmt::Display for WatchReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Limit => f.write_str(
                "the system watches no more folders; raise fs.inotify.max_user_watches and \
                 max_user_instances",
            ),
            Self::NetworkDrive => f.write_str("it lies on a network drive"),
            Self::System(reason) => f.write_str(reason),
        }
    }
}

impl From<notify::Error> for WatchReason {
    fn from(error: notify::Error) -> Self {
        // The number of open files (24, 23) limits how many programs can watch.
        let too_many = |error: &io::Error| matches!(error.raw_os_error(), Some(23 | 24 | 28));
        match &error.kind {
            notify::ErrorKind::MaxFilesWatch => Self::Limit,
            notify::ErrorKind::Io(error) if too_many(error) => Self::Limit,
            _ => Self::System(error.to_string()),
        }
    }
}

/// Watches until it is dropped; after that nothing is reported any more.
#[derive(Debug)]
pub struct Watcher {
    messages: Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

enum Message {
    Event(notify::Result<Event>),
    Stop,
}

impl Watcher {
    /// Begins to watch `library.ron` and the folders of records, also those that appear later.
    /// `on_change` is called on another thread, soon after a change, and for what this program
    /// writes too.
    pub fn spawn(
        folder: &LibraryFolder,
        on_change: impl Fn(Seen) + Send + 'static,
    ) -> Result<Self, WatchError> {
        let path = folder.path();
        let failed = |reason| WatchError { path: path.to_owned(), reason };
        let io_failed = |error: io::Error| failed(WatchReason::System(error.to_string()));
        let real = fs::canonicalize(path).map_err(io_failed)?;
        if is_on_network(&real) {
            return Err(failed(WatchReason::NetworkDrive));
        }
        let (messages, received) = mpsc::channel();
        let events = messages.clone();
        let watcher = notify::recommended_watcher(move |event| {
            let _ = events.send(Message::Event(event));
        });
        let watcher = watcher.map_err(|error| failed(error.into()))?;
        let mut watch = Watch {
            root: path.to_owned(),
            real,
            watcher,
            watched: BTreeSet::new(),
            refused: false,
        };
        watch.attach().map_err(|error| failed(error.into()))?;
        let thread = thread::Builder::new().name("library-watcher".to_owned());
        let thread = thread.spawn(move || watch.run(&received, &on_change)).map_err(io_failed)?;
        Ok(Self { messages, thread: Some(thread) })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.messages.send(Message::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Watch {
    root: PathBuf,
    /// The same folder without links: some systems report that.
    real: PathBuf,
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    /// A folder could not be watched although it is there.
    refused: bool,
}

/// What one event means.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    File(PathBuf),
    /// The folder is another one than before, or gone, or new.
    Folder(PathBuf),
}

impl Watch {
    fn run(mut self, received: &Receiver<Message>, on_change: &impl Fn(Seen)) {
        let mut batch = Batch::default();
        let mut retry = Instant::now() + RETRY;
        loop {
            let now = Instant::now();
            let message = match batch.due.or_else(|| self.has_missing().then_some(retry)) {
                Some(due) => received.recv_timeout(due.saturating_duration_since(now)),
                None => received.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match message {
                Ok(Message::Event(Ok(event))) => {
                    if event.need_rescan() {
                        batch.add_everything();
                    }
                    for change in self.changes(&event) {
                        self.take_in(change, &mut batch);
                    }
                }
                Ok(Message::Event(Err(_))) => batch.add_everything(),
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
            }
            let now = Instant::now();
            if retry <= now {
                // What appears without being seen may hold anything.
                if self.has_missing() && self.attach().unwrap_or(false) {
                    batch.add_everything();
                }
                retry = now + RETRY;
            }
            if batch.due.is_some_and(|due| due <= now) {
                on_change(std::mem::take(&mut batch).seen());
            }
        }
    }

    fn take_in(&mut self, change: Change, batch: &mut Batch) {
        match change {
            Change::File(path) => batch.add_file(path),
            Change::Folder(path) => {
                // The old folder may live on under another name; and those inside went with it.
                for old in self.targets().into_iter().filter(|target| target.starts_with(&path)) {
                    if self.watched.remove(&old) {
                        let _ = self.watcher.unwatch(&old);
                    }
                }
                // What cannot be watched now is tried again later.
                let _ = self.attach();
                batch.add_everything();
            }
        }
    }

    fn targets(&self) -> Vec<PathBuf> {
        let folders = RECORD_FOLDERS.iter().map(|name| self.root.join(name));
        std::iter::once(self.root.clone()).chain(folders).collect()
    }

    /// Whether a folder may appear without an event.
    fn has_missing(&self) -> bool {
        self.refused || !self.watched.contains(&self.root)
    }

    /// Watches what is there and not watched yet; says whether there was anything.
    fn attach(&mut self) -> notify::Result<bool> {
        let mut new = false;
        self.refused = true;
        for target in self.targets() {
            if !self.watched.contains(&target) && target.is_dir() {
                self.watcher.watch(&target, RecursiveMode::NonRecursive)?;
                self.watched.insert(target);
                new = true;
            }
        }
        self.refused = false;
        Ok(new)
    }

    fn changes(&self, event: &Event) -> Vec<Change> {
        let only_read = match event.kind {
            EventKind::Access(kind) => kind != AccessKind::Close(AccessMode::Write),
            _ => false,
        };
        if only_read {
            return Vec::new();
        }
        // The content of a folder changes its times all the while.
        let can_be_folder = matches!(
            event.kind,
            EventKind::Any
                | EventKind::Create(_)
                | EventKind::Remove(_)
                | EventKind::Modify(ModifyKind::Name(_) | ModifyKind::Any)
        );
        let changes = event.paths.iter().filter_map(|path| {
            let inside = path.strip_prefix(&self.root).or_else(|_| path.strip_prefix(&self.real));
            self.change(inside.ok()?, can_be_folder)
        });
        changes.collect()
    }

    /// What a change of a path inside the library means; `None` if it does not matter.
    fn change(&self, inside: &Path, can_be_folder: bool) -> Option<Change> {
        let names: Vec<&OsStr> = inside
            .components()
            .map(|component| match component {
                Component::Normal(name) => Some(name),
                _ => None,
            })
            .collect::<Option<_>>()?;
        let is_record_folder = |name: &OsStr| RECORD_FOLDERS.iter().any(|folder| name == *folder);
        let path = self.root.join(inside);
        match names.as_slice() {
            [] => can_be_folder.then(|| Change::Folder(self.root.clone())),
            [name] if is_record_folder(name) => can_be_folder.then_some(Change::Folder(path)),
            [name] if is_record_name(name) => Some(Change::File(path)),
            [folder, name] if is_record_folder(folder) && is_record_name(name) => {
                Some(Change::File(path))
            }
            _ => None,
        }
    }
}

/// Whether a file can be a record or a copy of one: what is being written has other names.
fn is_record_name(name: &OsStr) -> bool {
    let hidden = name.as_encoded_bytes().starts_with(b".");
    !hidden && Path::new(name).extension().is_some_and(|extension| extension == "ron")
}

/// Changes to be reported together.
#[derive(Debug, Default)]
struct Batch {
    files: BTreeSet<PathBuf>,
    everything: bool,
    due: Option<Instant>,
}

impl Batch {
    fn add_file(&mut self, path: PathBuf) {
        self.files.insert(path);
        self.start();
    }

    fn add_everything(&mut self) {
        self.everything = true;
        self.start();
    }

    fn start(&mut self) {
        self.due.get_or_insert_with(|| Instant::now() + BATCH);
    }

    fn seen(self) -> Seen {
        if self.everything {
            Seen::Everything
        } else {
            Seen::Files(self.files.into_iter().collect())
        }
    }
}

/// Whether other computers can write there. Only Linux says so in a file.
fn is_on_network(path: &Path) -> bool {
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    kind_of_mount(&mounts, path).is_some_and(|kind| {
        let kind = kind.strip_prefix("fuse.").unwrap_or(kind);
        let network = [
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "smbfs",
            "9p",
            "afs",
            "ceph",
            "davfs",
            "sshfs",
            "rclone",
            "davfs2",
            "vboxsf",
            "vmhgfs-fuse",
            "virtiofs",
            "glusterfs",
        ];
        network.contains(&kind)
    })
}

/// The file system on which a path lies, from the lines of `mountinfo`.
fn kind_of_mount<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let mount = |line: &'a str| {
        let (place, kind) = line.split_once(" - ")?;
        let place = PathBuf::from(place.split(' ').nth(4)?.replace("\\040", " "));
        path.starts_with(&place).then_some((place.as_os_str().len(), kind.split(' ').next()?))
    };
    // Of two mounts at one place the later covers the earlier.
    mounts.lines().filter_map(mount).max_by_key(|(len, _)| *len).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_drive_is_known_by_its_mount() {
        let mounts = "22 1 254:0 / / rw shared:1 - ext4 /dev/vda rw\n\
                      40 22 0:35 / /mnt/team\\040share rw - cifs //server/share rw\n\
                      41 40 0:36 / /mnt/team\\040share/here rw - tmpfs tmpfs rw\n";
        let kind = |path: &str| kind_of_mount(mounts, Path::new(path));
        assert_eq!(kind("/home/me/library"), Some("ext4"));
        assert_eq!(kind("/mnt/team share/library"), Some("cifs"));
        assert_eq!(kind("/mnt/team share/here/library"), Some("tmpfs"));
        assert_eq!(kind("/mnt/team"), Some("ext4"));
        assert_eq!(kind_of_mount("", Path::new("/")), None);
    }
}
