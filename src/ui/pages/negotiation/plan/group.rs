//! Several people at the table, in short: whom to win first, who needs which side of the pitch.

use egui::Ui;

use crate::app::route::Route;
use crate::domain::group::{order_to_win, sides};
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::{members, person_name};
use crate::ui::pages::people_menu::shortened;
use crate::ui::pages::together::words;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::inset;
use crate::ui::widgets::text;

/// The room that it takes in the card.
pub(super) const HEIGHT: f32 = 196.0;
/// More sides than this are on the page of all.
const MOST_SIDES: usize = 2;
const MOST_NAMES: usize = 2;

/// Whether there is anything to say.
pub(super) fn has_several(session: &Session) -> bool {
    session.counterparts.len() > 1
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    if !has_several(session) {
        return;
    }
    let tokens = cx.tokens;
    let members = members(cx, session);
    let people = cx.work.people_of(&session.counterparts);
    let names: Vec<String> = people.map(|person| shortened(&person_name(cx, person))).collect();
    let order = order_to_win(&cx.work.my_reading().normal, &members);
    inset(ui, tokens.sunken, tokens.border, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if let Some(first) = order.first()
            && let (Some(member), Some(name)) = (members.get(first.member), names.get(first.member))
        {
            let win = cx.tr("together-win-first", &[("name", Arg::from(name))]);
            text::one_line(ui, text::strong(win, tokens));
            let mut reason = words::reason(cx, first, member);
            if let Some(ahead) = words::ahead(cx, &order, 0, &names) {
                reason.push_str(cx.t("list-separator"));
                reason.push_str(&ahead);
            }
            ui.add(egui::Label::new(text::caption(reason, tokens)).wrap());
        }
        // What the pitch lacks comes first.
        let mut sides = sides(&members, &session.walk);
        sides.sort_by_key(|side| !words::lacks(side.cover));
        sides.truncate(MOST_SIDES);
        words::sides(ui, cx, &sides, &names, MOST_NAMES);
        let all = ActionButton::quiet(cx.t("together-see-all")).icon("counterparts").small();
        if all.show(ui, tokens).clicked() {
            cx.go(Route::Together {
                people: session.counterparts.clone(),
                me: true,
                session: Some(session.id),
            });
        }
    });
}
