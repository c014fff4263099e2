//! The verdict: it follows from the actions, and nobody can set it by hand.

use egui::{Align2, Color32, CornerRadius, FontId, Rect, Sense, Ui, Vec2};

use crate::app::edit::MeetingEdit;
use crate::domain::outcome::{CommitmentState, Detail, Judgement, Party, Reason, Verdict, judge};
use crate::domain::session::{Meeting, Session};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, type_size};
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::text;
use crate::ui::widgets::tick::tick;

/// From the least to the most.
const STEPS: [Verdict; 4] =
    [Verdict::NoSale, Verdict::Continuation, Verdict::Advance, Verdict::Order];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let judgement = judge(&meeting.outcome);
    let colour = colour(tokens, judgement.verdict);
    let caption = match meeting.ended {
        Some(_) => cx.t("verdict-caption"),
        None => cx.t("verdict-so-far"),
    };
    Card::new(cx.t("verdict-title")).caption(caption).stroke(colour).show(
        ui,
        tokens,
        place,
        |ui| {
            headline(ui, cx, judgement.verdict);
            steps(ui, cx, judgement.verdict);
            rule(ui, tokens);
            ui.label(text::label(cx.t("verdict-why"), tokens));
            let i_buy = session.my_party == Party::Buyer;
            let words = reason(cx, &judgement, i_buy);
            text::sign_list(ui, tokens, sign(judgement.verdict), colour, [words.as_str()]);
            let costly = costly(meeting);
            if costly > 0 && judgement.verdict >= Verdict::Advance {
                let id = if i_buy { "buyer-verdict-cost" } else { "verdict-cost" };
                let words = cx.tr(id, &[("count", Arg::from(costly))]);
                text::sign_list(ui, tokens, "check", tokens.ok, [words.as_str()]);
            }
            let heard =
                meeting.outcome.words.iter().filter(|words| !words.trim().is_empty()).count();
            if heard > 0 {
                let words = cx.tr("verdict-words", &[("count", Arg::from(heard))]);
                text::sign_list(ui, tokens, "ear", tokens.text_3, [words.as_str()]);
            }
            let next = match (judgement.verdict, i_buy) {
                (Verdict::Order, _) => "verdict-next-order",
                (Verdict::Advance, false) => "verdict-next-advance",
                (Verdict::Advance, true) => "buyer-next-advance",
                (Verdict::Continuation, false) => "verdict-next-continuation",
                (Verdict::Continuation, true) => "buyer-next-continuation",
                (Verdict::NoSale, _) => "verdict-next-no-sale",
            };
            text::sign_list(ui, tokens, "flag", tokens.accent, [cx.t(next)]);
            if i_buy {
                text::sign_list(ui, tokens, "info", tokens.text_3, [cx.t("verdict-i-buy")]);
            }
            rule(ui, tokens);
            refusals(ui, cx, session, meeting);
        },
    );
}

fn refusals(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let tokens = cx.tokens;
    let outcome = &meeting.outcome;
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let i_buy = session.my_party == Party::Buyer;
        let label = cx.t(if i_buy { "buyer-refused" } else { "outcome-refused" });
        if tick(ui, tokens, outcome.refused, label, text::body(label, tokens)).clicked() {
            cx.edit_meeting(session.id, meeting.id, MeetingEdit::Refused(!outcome.refused));
        }
        let label = cx.t("outcome-elsewhere");
        if tick(ui, tokens, outcome.decided_elsewhere, label, text::body(label, tokens)).clicked() {
            let edit = MeetingEdit::DecidedElsewhere(!outcome.decided_elsewhere);
            cx.edit_meeting(session.id, meeting.id, edit);
        }
    });
}

fn colour(tokens: &Tokens, verdict: Verdict) -> Color32 {
    match verdict {
        Verdict::Order | Verdict::Advance => tokens.ok,
        Verdict::Continuation => tokens.text_3,
        Verdict::NoSale => tokens.warn,
    }
}

fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Order => "check",
        Verdict::Advance => "arrow-up-right",
        Verdict::Continuation => "minus",
        Verdict::NoSale => "cross",
    }
}

fn headline(ui: &mut Ui, cx: &Cx<'_>, verdict: Verdict) {
    let tokens = cx.tokens;
    let colour = colour(tokens, verdict);
    let soft = match verdict {
        Verdict::Order | Verdict::Advance => tokens.ok_soft,
        Verdict::Continuation => tokens.hover,
        Verdict::NoSale => tokens.warn_soft,
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(48.0), Sense::hover());
        ui.painter().circle_filled(rect.center(), 24.0, soft);
        let picture = Rect::from_center_size(rect.center(), Vec2::splat(26.0));
        icons::sized(sign(verdict), 26.0).tint(colour).paint_at(ui, picture);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let word = cx.messages.word("outcome", verdict.id());
            text::one_line(ui, text::display(word, tokens))
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, word));
            let meaning = cx.messages.word("verdict-means", verdict.id());
            ui.add(egui::Label::new(text::body(meaning, tokens)).wrap());
        });
    });
}

fn steps(ui: &mut Ui, cx: &Cx<'_>, verdict: Verdict) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 32.0), Sense::hover());
    let gap = 6.0;
    let width = (rect.width() - gap * 3.0) / 4.0;
    for (index, step) in (0_u8..).zip(STEPS) {
        let left = rect.left() + f32::from(index) * (width + gap);
        let bar = Rect::from_min_size(egui::pos2(left, rect.top() + 2.0), Vec2::new(width, 7.0));
        let here = step == verdict;
        let fill = if here { colour(tokens, verdict) } else { tokens.hover };
        ui.painter().rect_filled(bar, CornerRadius::same(4), fill);
        let weight = if here { Weight::SemiBold } else { Weight::Regular };
        let font = FontId::new(type_size::CAPTION, weight.family());
        let ink = if here { colour(tokens, verdict) } else { tokens.text_3 };
        let label = cx.messages.word("outcome", step.id());
        let at = bar.center_bottom() + Vec2::new(0.0, 5.0);
        ui.painter().text(at, Align2::CENTER_TOP, label, font, ink);
    }
}

/// The missing details as words: "a name and a date".
pub fn missing(cx: &Cx<'_>, missing: &[Detail]) -> String {
    let words: Vec<&str> =
        missing.iter().map(|detail| cx.messages.word("detail", detail.id())).collect();
    words.join(cx.t("detail-and"))
}

/// The standing promises of the buyer that cost something.
fn costly(meeting: &Meeting) -> usize {
    let commitments = meeting.outcome.commitments.iter();
    commitments
        .filter(|one| one.party == Party::Buyer && one.state != CommitmentState::Broken)
        .filter(|one| !one.action.trim().is_empty() && !one.cost.trim().is_empty())
        .count()
}

/// The buyer's actions are theirs, or mine when I buy.
fn reason(cx: &Cx<'_>, judgement: &Judgement, i_buy: bool) -> String {
    let set = if i_buy { "buyer-reason" } else { "reason" };
    let id = format!("{set}-{}", judgement.reason.id());
    match &judgement.reason {
        Reason::Refused
        | Reason::DecidedElsewhere
        | Reason::OnlyWords
        | Reason::NothingPromised => cx.tr(&id, &[]),
        Reason::Binding { action } => cx.tr(&id, &[("action", action.as_str().into())]),
        Reason::Advancing { actions } | Reason::OnlyOurs { actions } => {
            cx.tr(&id, &[("count", Arg::from(*actions))])
        }
        Reason::Broken { promises } => cx.tr(&id, &[("count", Arg::from(*promises))]),
        Reason::Unspecific { promises, missing: details } => {
            let missing = missing(cx, details);
            cx.tr(&id, &[("count", Arg::from(*promises)), ("missing", missing.into())])
        }
    }
}
