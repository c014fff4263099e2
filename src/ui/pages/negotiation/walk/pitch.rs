//! The text of the pitch, large enough to read aloud.

use egui::text::LayoutJob;
use egui::{FontId, Frame, Margin, Rect, ScrollArea, TextEdit, Ui, Vec2};

use super::speech::Length;
use crate::app::edit::SessionEdit;
use crate::domain::session::Session;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::text;

const LINE_HEIGHT: f32 = 28.0;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, place: Rect) {
    let tokens = cx.tokens;
    let title = cx.t("walk-pitch");
    let caption = length_line(cx, &session.pitch);
    Card::new(title).caption(caption).fixed().show(ui, tokens, place, |ui| {
        let footer = 24.0;
        let height = (ui.available_height() - footer).max(80.0);
        let scroll = ScrollArea::vertical().max_height(height).auto_shrink(false);
        scroll.show(ui, |ui| {
            ui.add_enabled_ui(!cx.read_only, |ui| editor(ui, cx, session, height));
        });
        text::one_line(ui, text::caption(cx.t("walk-you-tick"), tokens));
    });
}

fn editor(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, height: f32) {
    let tokens = cx.tokens;
    let mut value = session.pitch.clone();
    let font = FontId::new(type_size::HEADING, Weight::Regular.family());
    let mut layouter = |ui: &Ui, buffer: &dyn egui::TextBuffer, width: f32| {
        let text = buffer.as_str().to_owned();
        let mut job = LayoutJob::simple(text, font.clone(), tokens.text, width);
        for section in &mut job.sections {
            section.format.line_height = Some(LINE_HEIGHT);
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let hint = text::body(cx.t("walk-pitch-hint"), tokens).color(tokens.text_3);
    let edit = TextEdit::multiline(&mut value)
        .id_salt("pitch")
        .frame(Frame::NONE)
        .margin(Margin::symmetric(2, 4))
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .min_size(Vec2::new(0.0, height))
        .layouter(&mut layouter);
    let _ = ui.add(edit).accessible_name(cx.t("walk-pitch"));
    if value != session.pitch {
        cx.edit_session(session.id, SessionEdit::Pitch(value));
    }
}

/// "125 words, about 50 s aloud".
fn length_line(cx: &Cx<'_>, pitch: &str) -> String {
    let length = Length::of(pitch);
    let counted = |key, count: usize| cx.tr(key, &[("count", count.into())]);
    let words = counted("walk-words", length.words);
    let characters = counted("walk-characters", length.characters);
    let amount = match (length.words, length.characters) {
        (0, 0) => return String::new(),
        (_, 0) => words,
        (0, _) => characters,
        _ => {
            let both = [("words", Arg::from(words)), ("characters", Arg::from(characters))];
            cx.tr("walk-mixed", &both)
        }
    };
    let seconds = length.seconds();
    let time = if seconds < 60 {
        cx.tr("walk-seconds", &[("seconds", seconds.into())])
    } else {
        let parts = [("minutes", (seconds / 60).into()), ("seconds", (seconds % 60).into())];
        cx.tr("walk-minutes", &parts)
    };
    cx.tr("walk-length", &[("amount", amount.into()), ("time", time.into())])
}
