//! Counts in words, honest about small numbers.

use crate::domain::statistics::Proportion;
use crate::i18n::Arg;
use crate::ui::context::Cx;

/// A message with `hits` and `of`; with enough cases the range follows, with few only the counts.
pub(super) fn share(cx: &Cx<'_>, id: &str, share: Proportion) -> String {
    let args = [("hits", Arg::from(share.hits)), ("of", share.of.into())];
    let counts = cx.tr(id, &args);
    let more = match share.interval().filter(|_| share.is_enough()) {
        Some((low, high)) => {
            let (low, high) = (cx.messages.percent(low), cx.messages.percent(high));
            if low == high {
                cx.tr("statistics-about", &[("share", low.into())])
            } else {
                cx.tr("statistics-between", &[("low", low.into()), ("high", high.into())])
            }
        }
        None => cx.t("statistics-too-few").to_owned(),
    };
    cx.tr("sentences", &[("one", counts.into()), ("two", more.into())])
}

/// "6 of 8"; nothing where there was no case.
pub(super) fn counts(cx: &Cx<'_>, share: Proportion) -> String {
    if share.of == 0 {
        return "–".to_owned();
    }
    cx.tr("statistics-of", &[("hits", Arg::from(share.hits)), ("of", share.of.into())])
}
