//! What keeps others at the table from reading the screen.

/// Transient: a new start shows the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cover {
    /// A neutral page instead of everything.
    pub blank: bool,
    /// Of the negotiation only what the other side may read.
    pub calm: bool,
}
