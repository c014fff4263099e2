//! Bargaining over several issues at once (coaching models, section 10): which deals nobody can
//! improve on, which of them are balanced, and what to offer next.
//!
//! A [`Case`] is what was written down, with floating-point weights and values. A [`Space`] is the
//! same case in whole numbers, in which sums are exact and equal deals are equal. Everything else
//! is worked out from a space. Work that can take long watches a [`Watch`].

pub mod analysis;
pub mod case;
mod chance;
pub mod concession;
pub mod feasible;
pub mod frequency;
pub mod frontier;
pub mod packages;
pub mod sensitivity;
pub mod solutions;
pub mod space;
pub mod swaps;
pub mod watch;

pub use analysis::Analysis;
pub use case::{Case, CaseError, CaseIssue, Fault};
pub use feasible::{Feasible, count_feasible};
pub use frontier::{Frontier, FrontierPoint};
pub use packages::{Package, PackageWish, packages};
pub use sensitivity::{DealOdds, Doubt, sensitivity};
pub use solutions::Solutions;
pub use space::{Deal, Side, Space};
pub use watch::{Stopped, Watch};

#[cfg(test)]
mod tests;
