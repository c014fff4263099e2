//! Why a command could not be carried out.

use std::io;

use super::shots::ShotsError;
use crate::content::catalog::ContentError;
use crate::store::StoreError;

#[derive(Debug, thiserror::Error)]
pub enum CliError {
    #[error("name a command; \"counterpoint --help\" lists them")]
    NoCommand,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Content(#[from] ContentError),
    #[error(transparent)]
    Shots(#[from] ShotsError),
    #[error("the result could not be written: {message}")]
    Output { kind: io::ErrorKind, message: String },
    /// For commands with a failure of their own.
    #[error("{message}")]
    Failed { message: String },
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        Self::Output { kind: error.kind(), message: error.to_string() }
    }
}
