//! When and where the next meeting takes place.

use egui::Ui;

use crate::app::edit::{MeetingEdit, SessionEdit};
use crate::domain::session::{Meeting, Session};
use crate::i18n::format::days_between;
use crate::i18n::messages::Arg;
use crate::i18n::{parse_date, parse_date_time};
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::add_meeting;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    ui.add_space(2.0);
    let Some(meeting) = session.current_meeting() else {
        let last = session.meetings.last().map(|meeting| session.meeting_number(meeting.id));
        if let Some(number) = last {
            let over = cx.tr("plan-meeting-over", &[("number", number.into())]);
            text::one_line(ui, text::body(over, tokens));
        }
        let key = if last.is_some() { "plan-next-meeting" } else { "negotiation-add-meeting" };
        if ActionButton::secondary(cx.t(key)).icon("plus").show(ui, tokens).clicked() {
            add_meeting(cx, session.id);
        }
        return;
    };
    let number = session.meeting_number(meeting.id);
    ui.label(text::label(cx.tr("plan-meeting", &[("number", number.into())]), tokens));
    ui.push_id(meeting.id.0, |ui| {
        ui.columns_const(|[left, right]: &mut [Ui; 2]| {
            moment(left, cx, session, meeting);
            let place = Field::new(cx.t("plan-where")).hint(cx.t("plan-where-hint"));
            if let Some(text) = place.edit(right, tokens, &meeting.place) {
                cx.edit_meeting(session.id, meeting.id, MeetingEdit::Place(text));
            }
        });
        read_back(ui, cx, meeting);
    });
}

fn moment(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let key = format!("{}/planned", meeting.id);
    let (today, messages) = (cx.today(), cx.messages);
    let shown = meeting.planned.map(|at| messages.date_time(at)).unwrap_or_default();
    let planned = typed(
        ui,
        cx.tokens,
        Field::new(cx.t("plan-when")).hint(cx.t("plan-when-hint")),
        (&mut cx.drafts.unparsed, &key),
        Shown::always(shown),
        |text| parse_date_time(text, today),
        |text| match parse_date(text, today) {
            Some(_) => messages.with("plan-when-needs-time", &[("text", Arg::from(text))]),
            None => messages.text("plan-when-problem").to_owned(),
        },
    );
    if let Some(planned) = planned {
        let edit = SessionEdit::Meeting(meeting.id, MeetingEdit::Planned(planned));
        cx.edit_session(session.id, edit);
    }
}

/// The day of the week shows at once whether the date was meant.
fn read_back(ui: &mut Ui, cx: &Cx<'_>, meeting: &Meeting) {
    let Some(at) = meeting.planned else { return };
    let (tokens, today) = (cx.tokens, cx.today());
    let is_past = at.date() < today && meeting.started.is_none();
    let is_near = days_between(today, at.date()) <= 30;
    let key = match (is_past, is_near) {
        (true, _) => "plan-when-past",
        (false, true) => "plan-when-near",
        (false, false) => "plan-when-far",
    };
    let line = cx.tr(
        key,
        &[
            ("date", Arg::from(cx.messages.weekday_date(at.date()))),
            ("day", cx.messages.relative_day(at.date(), today).into()),
        ],
    );
    let line = text::caption(line, tokens);
    ui.add(egui::Label::new(if is_past { line.color(tokens.warn) } else { line }).wrap());
}
