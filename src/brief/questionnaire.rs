//! The questionnaire on paper: one page in each language, to be crossed by hand. No script, no other
//! file, everything from the user escaped.

use super::html::{escape, put};
use crate::content::questionnaire::Item;
use crate::domain::questionnaire::Respondent;
use crate::domain::questionnaire::paper::Mark;
use crate::i18n::{Arg, Messages};

const STYLE: &str = include_str!("questionnaire.css");

/// What is printed.
pub struct Sheets<'a> {
    pub items: &'a [Item],
    /// Who crosses the boxes: the person themselves, or somebody who knows them.
    pub respondent: Respondent,
    /// Whom it is about; may be empty.
    pub name: &'a str,
    /// The languages in the order of the pages.
    pub languages: &'a [Messages],
}

/// Writes all pages as one self-contained file for A4 and Letter.
pub fn write(sheets: &Sheets<'_>) -> String {
    let mut body = String::new();
    for messages in sheets.languages {
        write_sheet(&mut body, sheets, messages);
    }
    let first = sheets.languages.first();
    let title = first.map(|messages| title(sheets, messages)).unwrap_or_default();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        first.map_or("en", |messages| messages.language().tag()),
        escape(&title),
    )
}

fn title(sheets: &Sheets<'_>, messages: &Messages) -> String {
    let key = match sheets.respondent {
        Respondent::Person => "questionnaire-paper-title",
        Respondent::Observer => "questionnaire-paper-title-other",
    };
    messages.with(key, &[("count", Arg::from(sheets.items.len()))])
}

fn write_sheet(page: &mut String, sheets: &Sheets<'_>, messages: &Messages) {
    let text = |id| escape(messages.text(id));
    put(
        page,
        format_args!(
            "<section class=\"sheet\" lang=\"{}\">\n<h1>{}</h1>\n<div class=\"lines\">",
            messages.language().tag(),
            escape(&title(sheets, messages))
        ),
    );
    let (lines, how) = match sheets.respondent {
        Respondent::Person => {
            ([Some(("questionnaire-paper-name", sheets.name)), None], "questionnaire-paper-how")
        }
        Respondent::Observer => (
            [
                Some(("questionnaire-paper-about", sheets.name)),
                Some(("questionnaire-paper-by", "")),
            ],
            "questionnaire-paper-how-other",
        ),
    };
    for (label, value) in lines.into_iter().flatten() {
        let value = escape(value);
        put(page, format_args!("<p>{}<span><bdi>{value}</bdi></span></p>", text(label)));
    }
    put(
        page,
        format_args!(
            "<p class=\"date\">{}<span></span></p></div>\n<p class=\"how\">{}</p>\n\
             <ol class=\"items\">\n",
            text("questionnaire-paper-date"),
            text(how)
        ),
    );
    for (index, item) in sheets.items.iter().enumerate() {
        write_item(page, sheets.respondent, messages, index + 1, item);
    }
    put(
        page,
        format_args!(
            "</ol>\n<p class=\"note\">{} {}</p>\n</section>\n",
            text("questionnaire-paper-note"),
            text("questionnaire-paper-enter")
        ),
    );
}

fn write_item(
    page: &mut String,
    respondent: Respondent,
    messages: &Messages,
    number: usize,
    item: &Item,
) {
    let language = messages.language();
    put(
        page,
        format_args!(
            "<li><p class=\"stem\"><span class=\"number\">{number}</span><span>{}</span></p>",
            escape(item.stem_by(respondent).get(language))
        ),
    );
    for (choice, mark) in item.choices.iter().zip([Mark::First, Mark::Second]) {
        put(
            page,
            format_args!(
                "<p class=\"choice\"><span class=\"box\"></span><span class=\"letter\">{}</span>\
                 <span>{}</span></p>",
                mark.sign(),
                escape(choice.text_by(respondent).get(language))
            ),
        );
    }
    put(
        page,
        format_args!(
            "<p class=\"choice unsure\"><span class=\"box\"></span><span>{}</span></p></li>\n",
            escape(messages.text("questionnaire-dont-know"))
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::catalog::Catalog;
    use crate::i18n::Language;

    fn page(respondent: Respondent, name: &str) -> String {
        let catalog = Catalog::bundled().unwrap();
        let languages = [Messages::new(Language::Chinese), Messages::new(Language::English)];
        let sheets =
            Sheets { items: catalog.questionnaire(), respondent, name, languages: &languages };
        let page = write(&sheets);
        for messages in &languages {
            assert_eq!(messages.missing(), Vec::<String>::new());
        }
        page
    }

    #[test]
    fn every_item_stands_on_both_pages_with_two_boxes_and_dont_know() {
        let catalog = Catalog::bundled().unwrap();
        let page = page(Respondent::Person, "");
        assert_eq!(page.matches("<section").count(), 2);
        assert_eq!(page.matches("<li>").count(), 2 * 24);
        assert_eq!(page.matches("class=\"box\"").count(), 2 * 24 * 3);
        for item in catalog.questionnaire() {
            for language in [Language::English, Language::Chinese] {
                for text in [&item.stem, &item.choices[0].text, &item.choices[1].text] {
                    assert!(page.contains(&escape(text.get(language))), "{}", item.id);
                }
            }
        }
        assert!(page.find("lang=\"zh").unwrap() < page.rfind("lang=\"en").unwrap());
    }

    #[test]
    fn the_page_about_somebody_is_worded_so_and_stands_for_itself() {
        let page = page(Respondent::Observer, "<b>Lin</b> & 林悦");
        assert!(page.contains("&lt;b&gt;Lin&lt;/b&gt; &amp; 林悦"));
        let catalog = Catalog::bundled().unwrap();
        let item = &catalog.questionnaire()[0];
        assert!(page.contains(&escape(item.stem_other.get(Language::English))));
        assert!(!page.contains(&escape(item.stem.get(Language::English))));
        for outside in ["<script", "http:", "https:", "url(", "src="] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}
