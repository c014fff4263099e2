//! What is said of people taken together, in words.

use egui::Ui;

use crate::domain::group::{Cover, Member, Side, Standing};
use crate::domain::profile::Certainty;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::influence;
use crate::ui::widgets::text;

/// Why somebody stands where they stand: "Decides; cross to you: takes most care; likely C".
pub fn reason(cx: &Cx<'_>, standing: &Standing, member: &Member) -> String {
    let mut parts = vec![influence::word(cx, standing.influence).to_owned()];
    if let Some(relation) = standing.relation {
        parts.push(cx.messages.word("together-ease", relation.id()).to_owned());
    }
    parts.push(sureness(cx, member));
    parts.join(cx.t("list-separator"))
}

/// "likely C".
fn sureness(cx: &Cx<'_>, member: &Member) -> String {
    let reading = &member.reading;
    match reading.leading {
        _ if reading.certainty == Certainty::Unknown => cx.t("together-sure-unknown").to_owned(),
        None => cx.t("together-sure-level").to_owned(),
        Some(lead) => {
            let key = match reading.certainty {
                Certainty::Clear => "together-sure-clear",
                Certainty::Likely => "together-sure-likely",
                Certainty::Leaning | Certainty::Unknown => "together-sure-leaning",
            };
            cx.tr(key, &[("letter", Arg::from(lead.letter()))])
        }
    }
}

/// What puts somebody before the next: "Before Chen Bo: more say".
pub fn ahead(cx: &Cx<'_>, order: &[Standing], at: usize, names: &[String]) -> Option<String> {
    let (here, next) = (order.get(at)?, order.get(at + 1)?);
    let name = names.get(next.member)?;
    let args = [("name", Arg::from(name))];
    Some(match here.ahead_by(next) {
        Some(factor) if here.place < next.place => {
            cx.tr(&format!("together-ahead-{}", factor.id()), &args)
        }
        _ => cx.tr("together-level-with", &args),
    })
}

/// Whether the pitch has a side: "C Interpersonal: missing in the pitch, for Lin Yue".
pub fn side(cx: &Cx<'_>, side: &Side, names: &[String], most: usize) -> String {
    let args = [
        ("letter", Arg::from(side.quadrant.letter())),
        ("name", Arg::from(cx.quadrant_name(side.quadrant))),
        ("cover", Arg::from(cx.messages.word("together-cover", side.cover.id()))),
        ("names", Arg::from(names_of(cx, names, &side.members, most))),
    ];
    cx.tr("together-side", &args)
}

/// Who needs which side of the pitch, as lines with a sign.
pub fn sides(ui: &mut Ui, cx: &Cx<'_>, sides: &[Side], names: &[String], most: usize) {
    let tokens = cx.tokens;
    for side in sides {
        let line = self::side(cx, side, names, most);
        let (icon, colour) = match side.cover {
            Cover::Missing | Cover::Thin => ("warning", tokens.warn),
            Cover::Covered => ("check", tokens.ok),
            Cover::NotWalked => ("info", tokens.text_3),
        };
        text::sign_list(ui, tokens, icon, colour, [line.as_str()]);
    }
}

/// Something has to be done about this side.
pub fn lacks(cover: Cover) -> bool {
    matches!(cover, Cover::Missing | Cover::Thin)
}

/// The names in a row; so many that they can be read, the rest counted.
pub fn names_of(cx: &Cx<'_>, names: &[String], indices: &[usize], most: usize) -> String {
    let shown: Vec<&str> =
        indices.iter().take(most).filter_map(|at| names.get(*at)).map(String::as_str).collect();
    let mut said = shown.join(cx.t("together-and"));
    if indices.len() > most {
        let count = ("count", Arg::from(indices.len() - most));
        said = cx.tr("together-and-more", &[("names", Arg::from(said)), count]);
    }
    said
}
