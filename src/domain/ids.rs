//! Typed record ids. The id of every record is a UUID v7, so records sort by creation time.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! typed_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

impl EntryId {
    /// The id of the entry at `position` in a record written by hand without ids: the same at each
    /// reading, and another one for each entry and record.
    pub fn derived(record: Uuid, position: usize) -> Self {
        Self(Uuid::from_u128(record.as_u128() ^ (position as u128 + 1)))
    }
}

typed_id!(
    /// A library, the folder with all records.
    LibraryId
);
typed_id!(
    /// A counterpart.
    CounterpartId
);
typed_id!(
    /// A session: one negotiation with its meetings.
    SessionId
);
typed_id!(
    /// One sitting of a session.
    MeetingId
);
typed_id!(
    /// An entry inside a record: evidence, offer, potato, commitment, log line.
    EntryId
);
typed_id!(
    /// An issue of a plan: something besides the price that is negotiated.
    IssueId
);
