//! A case as it is written down: issues, their options, and what each is worth to both sides.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Most issues of a case.
pub const MAX_ISSUES: usize = 64;
/// Most options of one issue.
pub const MAX_OPTIONS: usize = 1_000;
/// Most deals of a case. Beyond it, counting them would mean nothing to anybody.
pub const MAX_DEALS: u128 = 10_u128.pow(30);
/// Largest weight of an issue; weights are shares, percent or points.
pub const MAX_WEIGHT: f64 = 1e6;

/// What is negotiated, and what it is worth to both sides. The figures of the other side are
/// estimates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    #[serde(default)]
    pub name: String,
    pub issues: Vec<CaseIssue>,
    /// The utility, 0 to 1, below which no agreement is better for me.
    #[serde(default)]
    pub my_reservation: f64,
    /// The same for the other side, estimated.
    #[serde(default)]
    pub their_reservation: f64,
}

/// One issue and its options.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseIssue {
    pub name: String,
    pub options: Vec<String>,
    /// What the issue weighs for me, 0 or more. Weights are divided by their sum.
    pub my_weight: f64,
    /// What it weighs for the other side, estimated.
    pub their_weight: f64,
    /// What each option is worth to me, 0 to 1, used as given.
    pub mine: Vec<f64>,
    /// What each option is worth to the other side, 0 to 1, estimated.
    pub theirs: Vec<f64>,
}

/// What is wrong with a case, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseError {
    /// The issue, by place; `None` for what concerns the whole case.
    pub issue: Option<usize>,
    /// The name of that issue.
    pub issue_name: String,
    /// Path of the field in the case, such as `issues[1].mine[2]`.
    pub field: String,
    pub fault: Fault,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fault {
    NoIssues,
    TooManyIssues {
        count: usize,
    },
    NoOptions,
    TooManyOptions {
        count: usize,
    },
    /// A list of values is longer or shorter than the list of options.
    WrongLength {
        values: usize,
        options: usize,
    },
    /// A value or a reservation is not a number from 0 to 1.
    OutOfRange {
        value: f64,
    },
    /// A weight is negative, too large or not a number.
    BadWeight {
        value: f64,
    },
    /// No issue weighs anything for one side.
    NoWeight,
    TooManyDeals,
}

impl Fault {
    /// Stable id, used in message keys.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoIssues => "no-issues",
            Self::TooManyIssues { .. } => "too-many-issues",
            Self::NoOptions => "no-options",
            Self::TooManyOptions { .. } => "too-many-options",
            Self::WrongLength { .. } => "wrong-length",
            Self::OutOfRange { .. } => "out-of-range",
            Self::BadWeight { .. } => "bad-weight",
            Self::NoWeight => "no-weight",
            Self::TooManyDeals => "too-many-deals",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoIssues => write!(f, "there is no issue; write at least one"),
            Self::TooManyIssues { count } => {
                write!(f, "{count} issues are more than {MAX_ISSUES}; leave out the lightest ones")
            }
            Self::NoOptions => write!(f, "there is no option; write at least one"),
            Self::TooManyOptions { count } => {
                write!(f, "{count} options are more than {MAX_OPTIONS}; take larger steps")
            }
            Self::WrongLength { values, options } => {
                write!(f, "values: {values}, options: {options}; write one value for each option")
            }
            Self::OutOfRange { value } => {
                write!(f, "{value} is not between 0 and 1; write a number from 0 to 1")
            }
            Self::BadWeight { value } => {
                write!(f, "{value} is not a weight; write a number from 0 to {MAX_WEIGHT}")
            }
            Self::NoWeight => write!(f, "all weights are 0; give at least one issue a weight"),
            Self::TooManyDeals => write!(
                f,
                "the options can be combined to more than 10^30 deals; leave out options or issues"
            ),
        }
    }
}

impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.field)?;
        if self.issue.is_some() && !self.issue_name.is_empty() {
            write!(f, " (issue \"{}\")", self.issue_name)?;
        }
        write!(f, ": {}", self.fault)
    }
}

impl std::error::Error for CaseError {}

impl CaseError {
    fn of_case(field: &str, fault: Fault) -> Self {
        Self { issue: None, issue_name: String::new(), field: field.to_owned(), fault }
    }
}

impl Case {
    /// Looks for anything that would make a calculation meaningless.
    ///
    /// # Errors
    /// The first thing found, in the order of the fields.
    pub fn validate(&self) -> Result<(), CaseError> {
        if self.issues.is_empty() {
            return Err(CaseError::of_case("issues", Fault::NoIssues));
        }
        let count = self.issues.len();
        if count > MAX_ISSUES {
            return Err(CaseError::of_case("issues", Fault::TooManyIssues { count }));
        }
        for (index, issue) in self.issues.iter().enumerate() {
            issue.validate().map_err(|(field, fault)| CaseError {
                issue: Some(index),
                issue_name: issue.name.clone(),
                field: format!("issues[{index}].{field}"),
                fault,
            })?;
        }
        if self.issues.iter().all(|issue| issue.my_weight <= 0.0) {
            return Err(CaseError::of_case("issues[0].my_weight", Fault::NoWeight));
        }
        if self.issues.iter().all(|issue| issue.their_weight <= 0.0) {
            return Err(CaseError::of_case("issues[0].their_weight", Fault::NoWeight));
        }
        for (field, value) in
            [("my_reservation", self.my_reservation), ("their_reservation", self.their_reservation)]
        {
            if !(0.0..=1.0).contains(&value) {
                return Err(CaseError::of_case(field, Fault::OutOfRange { value }));
            }
        }
        let deals = self.issues.iter().try_fold(1_u128, |product, issue| {
            product.checked_mul(issue.options.len() as u128).filter(|product| *product <= MAX_DEALS)
        });
        if deals.is_none() {
            return Err(CaseError::of_case("issues", Fault::TooManyDeals));
        }
        Ok(())
    }
}

impl CaseIssue {
    /// The first faulty field.
    fn validate(&self) -> Result<(), (String, Fault)> {
        let options = self.options.len();
        if options == 0 {
            return Err(("options".to_owned(), Fault::NoOptions));
        }
        if options > MAX_OPTIONS {
            return Err(("options".to_owned(), Fault::TooManyOptions { count: options }));
        }
        for (field, value) in [("my_weight", self.my_weight), ("their_weight", self.their_weight)] {
            // A weight that is not a number is in no range.
            if !(0.0..=MAX_WEIGHT).contains(&value) {
                return Err((field.to_owned(), Fault::BadWeight { value }));
            }
        }
        for (field, values) in [("mine", &self.mine), ("theirs", &self.theirs)] {
            if values.len() != options {
                let fault = Fault::WrongLength { values: values.len(), options };
                return Err((field.to_owned(), fault));
            }
            if let Some((at, value)) =
                values.iter().enumerate().find(|(_, value)| !(0.0..=1.0).contains(*value))
            {
                return Err((format!("{field}[{at}]"), Fault::OutOfRange { value: *value }));
            }
        }
        Ok(())
    }
}
