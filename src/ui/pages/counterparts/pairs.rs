//! Which pair this person and I are: the likeliest, and those that come close to it.

use egui::{Id, Ui};

use super::subject::Subject;
use crate::domain::compatibility::{PairOdds, likely_pairs};
use crate::domain::ids::CounterpartId;
use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::text;

/// The pairs worth reading about, and the one that is read.
pub(in crate::ui::pages) struct Pairs {
    likely: Vec<PairOdds>,
    person: CounterpartId,
    pub chosen: PairOdds,
}

impl Pairs {
    /// `None` while of one of us too little is known.
    pub fn of_subject(ui: &Ui, cx: &Cx<'_>, subject: &Subject<'_>) -> Option<Self> {
        Self::of(ui, cx, subject.person.id, subject.advice)
    }

    pub fn of(ui: &Ui, cx: &Cx<'_>, person: CounterpartId, them: &ProfileReading) -> Option<Self> {
        let me = &cx.work.my_reading().normal;
        if me.certainty == Certainty::Unknown || them.certainty == Certainty::Unknown {
            return None;
        }
        let likely = likely_pairs(&me.p_largest, &them.p_largest);
        let wanted = ui.data(|data| data.get_temp::<(Quadrant, Quadrant)>(key(person)));
        let chosen = likely.iter().find(|pair| Some((pair.me, pair.them)) == wanted);
        let chosen = *chosen.or(likely.first())?;
        Some(Self { likely, person, chosen })
    }

    /// How likely the pair is, or a switch when others are close.
    pub fn show(&self, ui: &mut Ui, cx: &Cx<'_>) {
        if self.likely.len() > 1 {
            self.switch(ui, cx);
            return;
        }
        let line = said(cx, "pair-likeliest", &self.chosen);
        ui.add(egui::Label::new(text::caption(line, cx.tokens)).wrap());
    }

    /// A switch when other pairs are close. Both cards of a person follow it.
    pub fn switch(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let tokens = cx.tokens;
        if self.likely.len() < 2 {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(text::caption(cx.t("pair-close"), tokens));
            for pair in &self.likely {
                let selected = (pair.me, pair.them) == (self.chosen.me, self.chosen.them);
                let label = said(cx, "pair-option", pair);
                let response =
                    ActionButton::secondary(&label).small().selected(selected).show(ui, tokens);
                let spoken = said(cx, "pair-option-spoken", pair);
                response.widget_info(|| {
                    egui::WidgetInfo::selected(egui::Role::RadioButton, true, selected, &spoken)
                });
                if response.on_hover_text(spoken).clicked() {
                    let pair = (pair.me, pair.them);
                    ui.data_mut(|data| data.insert_temp(key(self.person), pair));
                    ui.ctx().request_repaint();
                }
            }
        });
    }
}

fn said(cx: &Cx<'_>, key: &str, pair: &PairOdds) -> String {
    let args = [
        ("me", Arg::from(pair.me.letter())),
        ("them", Arg::from(pair.them.letter())),
        ("percent", Arg::from(cx.messages.percent(pair.p))),
    ];
    cx.tr(key, &args)
}

fn key(person: CounterpartId) -> Id {
    Id::unique(("pair-read", person.0))
}
