//! When and where the next meeting takes place.

use egui::Ui;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::app::edit::{MeetingEdit, SessionEdit};
use crate::domain::session::{Meeting, Session};
use crate::i18n::format::days_between;
use crate::i18n::messages::Arg;
use crate::i18n::units::Unit;
use crate::i18n::{parse_amount, parse_date, parse_date_time};
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::add_meeting;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed};

/// The field for the length, in points.
const LENGTH: f32 = 62.0;

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
            right.horizontal_top(|ui| {
                let room = (ui.available_width() - LENGTH - 8.0).max(60.0);
                let place = Field::new(cx.t("plan-where")).hint(cx.t("plan-where-hint"));
                if let Some(text) = place.width(room).edit(ui, tokens, &meeting.place) {
                    cx.edit_meeting(session.id, meeting.id, MeetingEdit::Place(text));
                }
                length(ui, cx, session, meeting);
            });
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

/// How long the meeting is meant to take.
fn length(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let key = format!("{}/minutes", meeting.id);
    let problem = cx.t("plan-length-problem").to_owned();
    let minutes = typed(
        ui,
        cx.tokens,
        Field::new(cx.t("plan-length")).hint("60").width(LENGTH),
        (&mut cx.drafts.unparsed, &key),
        Shown::always(meeting.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
        read_minutes,
        |_| problem,
    );
    if let Some(minutes) = minutes {
        cx.edit_meeting(session.id, meeting.id, MeetingEdit::Minutes(minutes));
    }
}

/// "90", "90 min", "1h", "1.5 h", "1:30", "2小时".
fn read_minutes(text: &str) -> Option<u16> {
    let text: String = text.trim().to_lowercase();
    let minutes = |number: Decimal| number.round().to_u16().filter(|minutes| *minutes > 0);
    if let Some((hours, rest)) = text.split_once([':', '：']) {
        let (hours, rest): (u16, u16) = (hours.trim().parse().ok()?, rest.trim().parse().ok()?);
        return (rest < 60).then(|| hours.checked_mul(60)?.checked_add(rest)).flatten();
    }
    let end = text.find(|sign: char| sign.is_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end)?;
    let number = parse_amount(number)?;
    match Unit::of(unit) {
        Some(Unit::Hour) => minutes(number.checked_mul(Decimal::from(60))?),
        Some(Unit::Minute) => minutes(number),
        _ if unit.trim().is_empty() => minutes(number),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_in_minutes_or_hours() {
        let cases = [
            ("75", Some(75)),
            ("90 min", Some(90)),
            ("1h", Some(60)),
            ("1.5 h", Some(90)),
            ("2小时", Some(120)),
            ("1:30", Some(90)),
            ("1:75", None),
            ("0", None),
            ("long", None),
            ("3 days", None),
            ("99999999", None),
        ];
        for (text, minutes) in cases {
            assert_eq!(read_minutes(text), minutes, "{text}");
        }
    }
}
