//! What the meeting has told of somebody: signs to look back for, and their words from the log.

use egui::{Rect, Ui};
use jiff::civil::{Date, DateTime};

use super::super::meeting::{choose_person, person_id};
use super::{quotes, review};
use crate::app::review::Occasion;
use crate::app::route::Route;
use crate::domain::counterpart::Counterpart;
use crate::domain::session::{Meeting, Session};
use crate::domain::summary::CounterpartSummary;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::text;

/// Whose review it is, and of which meeting.
pub(super) struct Looked<'a> {
    pub session: &'a Session,
    pub meeting: &'a Meeting,
    pub person: &'a Counterpart,
    /// The place of the meeting in the negotiation.
    pub number: usize,
    pub date: Date,
}

impl Looked<'_> {
    pub fn occasion(&self) -> Occasion {
        Occasion::new(self.meeting.id, self.person.id)
    }

    /// What stands as the source of everything that is noted here.
    pub fn source(&self, cx: &Cx<'_>) -> String {
        cx.tr("quotes-source", &[("number", Arg::from(self.number))])
    }
}

/// The day of a meeting; today for one without a date.
fn day_of(cx: &Cx<'_>, meeting: &Meeting) -> Date {
    let happened = meeting.started.or(meeting.ended).map(|at| cx.clock.local(at).date());
    let planned = || meeting.planned.map(DateTime::date);
    happened.or_else(planned).unwrap_or_else(|| cx.today())
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let work = cx.work;
    let people: Vec<&CounterpartSummary> = work.people_of(&session.counterparts).collect();
    let person = person_id(ui, session).and_then(|id| work.counterpart(id));
    let name = person.map(|person| cx.messages.name_of(person)).unwrap_or_default();
    let names = (cx.t("people-next"), cx.t("people-open"));
    let (mut next, mut open, mut goes_on) = (false, false, false);
    Card::new(cx.t("review-title")).caption(name).show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            if person.is_some() {
                open = ActionButton::icon_only("external", names.1).show(ui, tokens).clicked();
            }
            if people.len() > 1 {
                next = ActionButton::icon_only("chevron-right", names.0).show(ui, tokens).clicked();
            }
        },
        |ui| {
            let Some(person) = person else {
                let nobody = text::body(cx.t("quotes-nobody"), tokens);
                ui.add(egui::Label::new(nobody).wrap());
                return;
            };
            let number = session.meeting_number(meeting.id);
            let date = day_of(cx, meeting);
            let looked = Looked { session, meeting, person, number, date };
            ui.push_id(person.id.0, |ui| {
                goes_on = review::show(ui, cx, &looked, people.len() > 1);
                quotes::show(ui, cx, &looked);
            });
        },
    );
    if let (true, Some(person)) = (open, person) {
        cx.go(Route::counterpart(person.id));
    }
    if next || goes_on {
        let position =
            people.iter().position(|other| Some(other.id) == person.map(|person| person.id));
        let after = position.map_or(0, |position| (position + 1) % people.len());
        if let Some(person) = people.get(after) {
            choose_person(ui, session, person.id);
        }
    }
}
