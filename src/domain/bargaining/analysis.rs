//! Everything that is shown of a case at once.

use super::feasible::{Feasible, count_feasible};
use super::frontier::Frontier;
use super::packages::{Package, PackageWish, packages};
use super::solutions::Solutions;
use super::space::Space;
use super::watch::{Stopped, Watch};

/// The frontier of a case, its balanced deals and its packages.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// All deals, acceptable or not.
    pub deals: u128,
    pub feasible: Feasible,
    pub frontier: Frontier,
    pub solutions: Solutions,
    pub packages: Vec<Package>,
}

impl Analysis {
    /// Works out everything; the frontier first.
    ///
    /// # Errors
    /// [`Stopped`] if that was wished.
    pub fn new(space: &Space, wish: &PackageWish, watch: &Watch<'_>) -> Result<Self, Stopped> {
        let frontier = Frontier::new(space, watch)?;
        let solutions = Solutions::new(space, &frontier);
        let packages = packages(space, &frontier, wish, &watch.quiet())?;
        let feasible = count_feasible(space, &watch.quiet())?;
        Ok(Self { deals: space.deals(), feasible, frontier, solutions, packages })
    }
}
