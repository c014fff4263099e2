//! A menu to choose a person from everybody, by typing a part of the name; and, where it is wanted,
//! to make a new one.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use crate::app::lists::people::people_by_name;
use crate::domain::ids::CounterpartId;
use crate::domain::summary::CounterpartSummary;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::{known_quadrant, person_name};
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;

pub const MENU_WIDTH: f32 = 320.0;
const MENU_HEIGHT: f32 = 240.0;

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    Person(CounterpartId),
    /// A new person of this name.
    New(String),
}

/// The inside of the menu. `draft` names what is typed; `left_out` are not offered.
pub fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    draft: &str,
    left_out: &[CounterpartId],
    may_be_new: bool,
) -> Option<Picked> {
    let tokens = cx.tokens;
    let mut wanted = cx.drafts.unparsed.get(draft).cloned().unwrap_or_default();
    let label = cx.t(if may_be_new { "plan-find-person" } else { "together-find-person" });
    let id = ui.make_persistent_id("find");
    let field = Field::new(label).hide_label().hint(label).id(id);
    let response = field.show(ui, tokens, &mut wanted);
    // Asked before the field may take the focus back, which would hide that it was given up.
    let enter = submitted(ui, &response);
    if ui.is_sizing_pass() || ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let found = found(cx, left_out, &wanted);
    let name = wanted.trim().to_owned();
    let mut chosen = None;
    if found.is_empty() {
        let key = match (name.is_empty(), may_be_new) {
            (false, _) => "plan-no-match",
            (true, true) => "plan-no-more-people",
            (true, false) => "together-no-more-people",
        };
        ui.add(egui::Label::new(text::caption(cx.t(key), tokens)).wrap());
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let scroll = ScrollArea::vertical().max_height(MENU_HEIGHT).auto_shrink([false, true]);
        scroll.show_rows(ui, size::ROW_HEIGHT, found.len(), |ui, range| {
            for person in found.get(range).unwrap_or_default() {
                let name = person_name(cx, person.as_ref());
                let response = row(ui, tokens, person.id.0, size::ROW_HEIGHT, false, &name, |ui| {
                    let quadrant = known_quadrant(&person.reading.normal);
                    animal(ui, tokens, quadrant, cx.animals(), 24.0);
                    if let Some(quadrant) = quadrant {
                        quadrant_tag(ui, tokens, quadrant);
                    }
                    text::one_line(ui, text::value(name.as_str(), tokens));
                    text::one_line(ui, text::caption(person.organisation.as_str(), tokens));
                });
                if response.clicked() {
                    chosen = Some(person.id);
                }
            }
        });
    });
    if enter && let Some(first) = found.first() {
        chosen = chosen.or(Some(first.id));
    }
    let mut new = may_be_new && enter && found.is_empty() && !name.is_empty();
    if may_be_new && !name.is_empty() {
        let label = cx.tr("plan-new-person", &[("name", Arg::from(shortened(&name)))]);
        new |= ActionButton::quiet(&label).icon("plus").small().show(ui, tokens).clicked();
    }
    let picked = if new { Some(Picked::New(name)) } else { chosen.map(Picked::Person) };
    if picked.is_some() {
        ui.close();
    }
    if picked.is_some() || wanted.is_empty() {
        cx.drafts.unparsed.remove(draft);
    } else {
        cx.drafts.unparsed.insert(draft.to_owned(), wanted);
    }
    picked
}

/// The people who may still be chosen, in the order of their names.
fn found(
    cx: &mut Cx<'_>,
    left_out: &[CounterpartId],
    wanted: &str,
) -> Vec<Arc<CounterpartSummary>> {
    let key = (cx.work.revision(), wanted.trim().to_lowercase());
    let (people, text) = (cx.work.people().clone(), key.1.clone());
    let work = move || people_by_name(&people, &text);
    let found = cx.lists.by_name.get(&key, cx.work.people().len(), cx.wake, work);
    let found = found.unwrap_or_default();
    found.iter().filter(|person| !left_out.contains(&person.id)).cloned().collect()
}

/// A long name must not widen the menu.
pub fn shortened(name: &str) -> String {
    const LONGEST: usize = 28;
    let mut short: String = name.chars().take(LONGEST).collect();
    if name.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
