//! Half-typed entries. They are saved with the preferences, so that a crash does not lose them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::command::UiCommand;
use super::finder::RecentSearches;
use super::heard::HeardDraft;
use super::lists::negotiations::NegotiationFilter;
use super::pasted::PasteDraft;
use super::plan_draft::PlanDraft;
use super::review::Reviews;
use crate::domain::evidence::{EvidenceKind, Setting};
use crate::domain::ids::{CounterpartId, EntryId, IssueId, MeetingId, SessionId};
use crate::domain::ledger::Side;
use crate::domain::potato::PotatoKind;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::domain::questionnaire::Respondent;
use crate::domain::session::LogKind;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Drafts {
    pub evidence: BTreeMap<CounterpartId, EvidenceDraft>,
    /// Observations that were cancelled while half typed, so that a slip of the mouse loses nothing.
    pub cancelled_evidence: BTreeMap<CounterpartId, EvidenceDraft>,
    pub meetings: BTreeMap<MeetingId, MeetingDraft>,
    /// What is open on the plan of a negotiation, and pairs of issues compared so far.
    pub plans: BTreeMap<SessionId, PlanDraft>,
    /// The issue that was added just now, whose name, or else my target, takes the cursor. Transient:
    /// it is answered in the next frame.
    #[serde(skip)]
    pub plan_focus: Option<(IssueId, bool)>,
    /// Text of a number or date field while it cannot be read as one, by field.
    pub unparsed: BTreeMap<String, String>,
    pub counterpart_filter: CounterpartFilter,
    pub statistics: StatisticsDraft,
    pub negotiations: NegotiationFilter,
    pub playbook_filter: String,
    pub recent_searches: RecentSearches,
    /// The pair of thinkers whose rewordings are shown: me and them.
    pub playbook_pair: Option<(Quadrant, Quadrant)>,
    /// The setting shown on the kite.
    pub setting: Setting,
    /// How the profile came about is shown instead of the kite.
    pub profile_over_time: bool,
    /// The same as a table.
    pub history_as_table: bool,
    /// Below the question to ask next stands what to listen for.
    pub listening: bool,
    /// The entry of the meeting page that was called by its shortcut. Transient: it is answered in the
    /// next frame.
    #[serde(skip)]
    pub called: Option<UiCommand>,
    /// The observation that is being changed.
    pub editing_evidence: Option<EntryId>,
    /// What is typed into that observation.
    pub changed_evidence: EvidenceDraft,
    /// Questionnaires by the person whom they are about.
    pub questionnaires: BTreeMap<String, QuestionnaireDraft>,
    /// The person whose name, title and company are being changed.
    pub editing_counterpart: Option<CounterpartId>,
    /// The quick entry from anywhere.
    pub heard: HeardDraft,
    /// Quick entries that were cancelled, or left for another, while half typed; the newest first.
    #[serde(rename = "heard_set_aside")]
    pub heard_aside: Vec<HeardDraft>,
    /// A pasted e-mail or notes.
    pub pasted: PasteDraft,
    /// The reviews after meetings.
    pub reviews: Reviews,
    /// What is shown of the deals that plans leave open.
    pub deals: DealsDraft,
}

/// What the page of statistics shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StatisticsDraft {
    /// Only negotiations with this person.
    pub person: Option<CounterpartId>,
    pub order: TacticOrder,
}

/// By what the table of tactics is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TacticOrder {
    Name,
    /// How often they were seen or used.
    #[default]
    Met,
    Seen,
    Used,
    Worked,
    Backfired,
    OnMe,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CounterpartFilter {
    pub text: String,
    pub quadrant: Option<Quadrant>,
    pub certainty: Option<Certainty>,
    pub tag: Option<String>,
    /// The archived people instead of the others.
    pub archived: bool,
}

/// A questionnaire while it is being answered; the answers themselves are evidence.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionnaireDraft {
    /// Who answers, as long as there is no answer that says so.
    pub respondent: Option<Respondent>,
    pub setting: Setting,
    /// The item that is looked at. Transient: at the next start it is the first open one.
    #[serde(skip)]
    pub at: Option<usize>,
    /// Whether answers are being entered from paper.
    pub on_paper: bool,
    /// Those that were typed, one sign for each item; they stay when the entry is left.
    pub paper: String,
    /// The line of answers that is typed or pasted instead.
    pub typed: String,
}

/// A half-typed observation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EvidenceDraft {
    pub text: String,
    pub source: String,
    pub kind: EvidenceKind,
    pub setting: Setting,
    /// As typed; empty means today.
    pub date: String,
    pub supports: Vec<Quadrant>,
    pub against: Vec<Quadrant>,
}

impl Default for EvidenceDraft {
    fn default() -> Self {
        Self {
            text: String::new(),
            source: String::new(),
            kind: EvidenceKind::Quote,
            setting: Setting::Normal,
            date: String::new(),
            supports: Vec::new(),
            against: Vec::new(),
        }
    }
}

impl EvidenceDraft {
    /// One click marks a quadrant as supported, the next as spoken against, the third as neither.
    pub fn cycle(&mut self, quadrant: Quadrant) {
        if self.supports.contains(&quadrant) {
            self.supports.retain(|other| *other != quadrant);
            self.against.push(quadrant);
        } else if self.against.contains(&quadrant) {
            self.against.retain(|other| *other != quadrant);
        } else {
            self.supports.push(quadrant);
        }
    }
}

/// Half-typed entries at the table and after it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeetingDraft {
    pub offer_side: Side,
    #[serde(alias = "offer_price")]
    pub offer_line: String,
    /// The offer that is being corrected; its line stands in the entry.
    pub offer_changed: Option<EntryId>,
    /// What was half typed when the correction began.
    pub offer_aside: String,
    pub log_kind: LogKind,
    pub log_text: String,
    /// The line of the log that is being changed; its words stand in the entry.
    pub log_changed: Option<EntryId>,
    /// What was half typed when the change began.
    pub log_aside: String,
    /// Which of the cards that fit a line on a tactic is meant.
    pub log_card: usize,
    /// A few letters of the name of a tactic card.
    pub tactic_search: String,
    pub potato_kind: PotatoKind,
    pub potato_claim: String,
    pub potato_evidence: String,
    pub words: String,
    pub action: String,
    pub person: String,
    pub due: String,
    pub cost: String,
    pub binding: bool,
    pub mine: bool,
}

impl Default for MeetingDraft {
    fn default() -> Self {
        Self {
            offer_side: Side::Us,
            offer_line: String::new(),
            offer_changed: None,
            offer_aside: String::new(),
            log_kind: LogKind::Quote,
            log_text: String::new(),
            log_changed: None,
            log_aside: String::new(),
            log_card: 0,
            tactic_search: String::new(),
            potato_kind: PotatoKind::Budget,
            potato_claim: String::new(),
            potato_evidence: String::new(),
            words: String::new(),
            action: String::new(),
            person: String::new(),
            due: String::new(),
            cost: String::new(),
            binding: false,
            mine: false,
        }
    }
}

/// One idea of what makes a deal balanced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Balance {
    /// The greatest product of both gains.
    Nash,
    /// The same share of what each could gain at best (Kalai and Smorodinsky).
    EqualShares,
    /// The smaller gain as great as possible.
    EqualGain,
    /// The greatest sum of both.
    MostInAll,
}

impl Balance {
    pub const ALL: [Self; 4] = [Self::Nash, Self::EqualShares, Self::EqualGain, Self::MostInAll];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Nash => "nash",
            Self::EqualShares => "equal-shares",
            Self::EqualGain => "equal-gain",
            Self::MostInAll => "most-in-all",
        }
    }
}

/// What is shown of the deals that plans leave open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DealsDraft {
    /// The balanced deal that is looked at.
    pub balance: Balance,
    /// Those that are marked in the picture besides.
    pub shown: BTreeSet<Balance>,
    pub hide_packages: bool,
    /// The picture as a table.
    pub as_table: bool,
    /// How many packages are wanted.
    pub count: u8,
    /// How far my guesses of their weights may be off, in percent.
    pub doubt: u8,
    /// What the packages are to be worth to me, 0 to 100; none means like the balanced deal.
    pub levels: BTreeMap<SessionId, u8>,
}

impl Default for DealsDraft {
    fn default() -> Self {
        Self {
            balance: Balance::Nash,
            shown: BTreeSet::new(),
            hide_packages: false,
            as_table: false,
            count: 3,
            doubt: 40,
            levels: BTreeMap::new(),
        }
    }
}
