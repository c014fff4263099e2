//! What of the walk page is shown. It lasts as long as the window and is nobody's work, so it lives
//! with the widgets.

use std::ops::Range;

use egui::{Id, Ui};

use crate::domain::ids::{EntryId, SessionId};
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::QuestionId;

/// The views of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum View {
    #[default]
    Write,
    Outline,
    Notes,
    Versions,
}

/// The parts of the coach card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum CoachTab {
    #[default]
    Coverage,
    Suggestions,
    Wording,
}

/// What stands beside the text where there is room for one card only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Quadrant(Quadrant),
    Coach,
}

/// The passages that stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Lit {
    #[default]
    All,
    Question(QuestionId),
    Quadrant(Quadrant),
    Irritating,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    pub view: View,
    pub tab: CoachTab,
    pub side: Option<Side>,
    /// The text without lines, for reading aloud.
    pub plain: bool,
    pub lit: Lit,
    /// The passage that was jumped to, as bytes; it is framed until the text changes.
    pub framed: Option<Range<usize>>,
    /// The framed passage is still to be scrolled to.
    pub scroll: bool,
    /// How many times other suggestions were asked for.
    pub round: usize,
    /// The kept version beside the present one; the newest if none was chosen.
    pub compared: Option<EntryId>,
    /// The notes or the outline are on the clipboard as they stand.
    pub copied: bool,
}

impl Shown {
    pub(super) fn load(ui: &Ui, session: SessionId) -> Self {
        ui.data(|data| data.get_temp(id(session))).unwrap_or_default()
    }

    pub(super) fn store(self, ui: &Ui, session: SessionId) {
        ui.data_mut(|data| data.insert_temp(id(session), self));
    }

    /// Scrolls to a passage, in the view that has the text.
    pub(super) fn jump(&mut self, ui: &Ui, span: Range<usize>) {
        self.view = View::Write;
        self.framed = Some(span);
        self.scroll = true;
        ui.ctx().request_repaint();
    }

    /// Lights passages, or all again if they were lit already.
    pub(super) fn toggle(&mut self, lit: Lit) {
        self.lit = if self.lit == lit { Lit::All } else { lit };
        self.framed = None;
    }
}

fn id(session: SessionId) -> Id {
    Id::unique(("walk-shown", session.0))
}
