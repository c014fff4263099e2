//! A disk that fails when a test wants it to.

use std::fs::{File, Permissions};
use std::io;
use std::path::Path;
use std::sync::Mutex;

use counterpoint::store::disk::{Disk, RealDisk};
use tempfile::NamedTempFile;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The call does nothing but fail.
    Error(io::ErrorKind),
    /// Half of the bytes arrive; for other calls than writing as [`Fault::Error`].
    ShortWrite,
    /// The call does its work and says that it failed.
    DoneButFailed,
    /// The process ends at once.
    Abort,
}

pub const FAULTS: [Fault; 6] = [
    Fault::Error(io::ErrorKind::StorageFull),
    Fault::Error(io::ErrorKind::Other), // EIO has no kind of its own.
    Fault::Error(io::ErrorKind::PermissionDenied),
    Fault::Error(io::ErrorKind::ReadOnlyFilesystem),
    Fault::ShortWrite,
    Fault::DoneButFailed,
];

#[derive(Debug)]
struct Plan {
    fault: Fault,
    /// Which call fails, counted from 1.
    first: usize,
    /// Whether all later calls fail as well, until the disk is mended.
    lasting: bool,
}

#[derive(Debug, Default)]
struct Inner {
    calls: Vec<&'static str>,
    plan: Option<Plan>,
    fired: bool,
}

/// Counts the calls; forcing to the real disk is left out, it would only take time.
#[derive(Debug, Default)]
pub struct FaultyDisk {
    inner: Mutex<Inner>,
}

impl FaultyDisk {
    pub fn failing(fault: Fault, first: usize, lasting: bool) -> Self {
        let disk = Self::default();
        disk.inner.lock().expect("the plan").plan = Some(Plan { fault, first, lasting });
        disk
    }

    /// From now on everything works.
    pub fn mend(&self) {
        self.inner.lock().expect("the plan").plan = None;
    }

    pub fn has_fired(&self) -> bool {
        self.inner.lock().expect("the plan").fired
    }

    pub fn calls(&self) -> Vec<&'static str> {
        self.inner.lock().expect("the plan").calls.clone()
    }

    fn call<T>(
        &self,
        name: &'static str,
        work: impl FnOnce(Option<Fault>) -> io::Result<T>,
    ) -> io::Result<T> {
        let mut inner = self.inner.lock().expect("the plan");
        inner.calls.push(name);
        let count = inner.calls.len();
        let fault = inner.plan.as_ref().and_then(|plan| {
            (count == plan.first || (plan.lasting && count > plan.first)).then_some(plan.fault)
        });
        inner.fired |= fault.is_some();
        drop(inner);
        match fault {
            None => work(None),
            Some(Fault::Abort) => std::process::abort(),
            Some(Fault::Error(kind)) => Err(kind.into()),
            Some(Fault::ShortWrite) if name == "write" => {
                work(fault)?;
                Err(io::ErrorKind::StorageFull.into())
            }
            Some(Fault::ShortWrite) => Err(io::ErrorKind::StorageFull.into()),
            Some(Fault::DoneButFailed) => {
                work(fault)?;
                Err(io::ErrorKind::Other.into())
            }
        }
    }
}

impl Disk for FaultyDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.call("read", |_| RealDisk.read(path))
    }

    fn temporary(&self, folder: &Path, like: Option<Permissions>) -> io::Result<NamedTempFile> {
        self.call("temporary", |_| RealDisk.temporary(folder, like))
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        self.call("create", |_| RealDisk.create(path))
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.call("write", |fault| {
            let half = if fault == Some(Fault::ShortWrite) { bytes.len() / 2 } else { bytes.len() };
            RealDisk.write(file, &bytes[..half])
        })
    }

    fn sync(&self, _file: &File) -> io::Result<()> {
        self.call("sync", |_| Ok(()))
    }

    fn persist(&self, file: NamedTempFile, to: &Path) -> io::Result<()> {
        self.call("persist", |_| RealDisk.persist(file, to))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename", |_| RealDisk.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call("remove", |_| RealDisk.remove(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.call("remove folder", |_| RealDisk.remove_folder(path))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.call("make folder", |_| RealDisk.make_folder(path))
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        self.call("sync folder", |_| Ok(()))
    }
}
