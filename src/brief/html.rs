//! A brief as one printable page: no script, no other file, everything from the user escaped.

use std::fmt::Write;

use super::document::{
    Area, Block, Cell, CheckItem, Document, Exchange, Fact, Figure, Person, Section, Table, Warning,
};
use super::fit;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Language;

const STYLE: &str = include_str!("brief.css");

/// Writes the document as a self-contained HTML page for A4 and Letter.
pub fn write(document: &Document) -> String {
    let mut body = String::new();
    put(
        &mut body,
        format_args!(
            "<header><h1>{}</h1><p class=\"subtitle\">{}</p></header>\n",
            escape(&document.title),
            escape(&document.subtitle)
        ),
    );
    for (area, class) in [(Area::Lead, "lead"), (Area::Body, "columns")] {
        put(&mut body, format_args!("<div class=\"{class}\">\n"));
        for section in document.sections.iter().filter(|section| section.area == area) {
            write_section(&mut body, section);
        }
        body.push_str("</div>\n");
    }
    if !document.footer.is_empty() {
        put(&mut body, format_args!("<footer>{}</footer>\n", escape(&document.footer)));
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body class=\"{}{}\">\n<main>\n\
         {body}</main>\n</body>\n</html>\n",
        document.language.tag(),
        escape(&document.title),
        match document.language {
            Language::English => "en",
            Language::Chinese => "zh",
        },
        // What is too much even with little in it is printed smaller.
        if fit::is_one_page(document) { "" } else { " tight" },
    )
}

fn write_section(page: &mut String, section: &Section) {
    // Short sections stay together; a long one may run over into the next column.
    let class = if fit::may_be_cut(section) { " class=\"long\"" } else { "" };
    put(page, format_args!("<section{class}><h2>{}</h2>\n", escape(&section.heading)));
    for block in &section.blocks {
        write_block(page, block);
    }
    page.push_str("</section>\n");
}

fn write_block(page: &mut String, block: &Block) {
    match block {
        Block::Statement(text) => element(page, "p", "statement", text),
        Block::Paragraph(text) => element(page, "p", "", text),
        Block::Note(text) => element(page, "p", "note", text),
        Block::Bullets(items) => {
            write_list(page, "ul", items);
            page.push('\n');
        }
        Block::Checklist(items) => write_checklist(page, items),
        Block::Figures(figures) => write_figures(page, figures),
        Block::Table(table) => write_table(page, table),
        Block::Facts(facts) => write_facts(page, facts),
        Block::Person(person) => write_person(page, person),
        Block::Exchange(exchange) => write_exchange(page, exchange),
        Block::Warning(Warning { title, items }) => {
            page.push_str("<div class=\"warning\">");
            element(page, "p", "claim", title);
            write_list(page, "ol", items);
            page.push_str("</div>\n");
        }
    }
}

fn write_list(page: &mut String, name: &str, items: &[String]) {
    put(page, format_args!("<{name}>"));
    for item in items {
        element(page, "li", "", item);
    }
    put(page, format_args!("</{name}>"));
}

fn write_checklist(page: &mut String, items: &[CheckItem]) {
    page.push_str("<ul class=\"checklist\">");
    for CheckItem { text, done } in items {
        let (class, mark) = if *done { ("done", "☑") } else { ("open", "☐") };
        put(
            page,
            format_args!(
                "<li class=\"{class}\"><span class=\"box\">{mark}</span><span>{}</span></li>",
                escape(text)
            ),
        );
    }
    page.push_str("</ul>\n");
}

fn write_figures(page: &mut String, figures: &[Figure]) {
    page.push_str("<dl class=\"figures\">");
    for Figure { label, value, detail } in figures {
        put(
            page,
            format_args!(
                "<div><dt>{}</dt><dd class=\"value\">{}</dd><dd class=\"detail\">{}</dd></div>",
                escape(label),
                escape(value),
                escape(detail)
            ),
        );
    }
    page.push_str("</dl>\n");
}

fn write_table(page: &mut String, table: &Table) {
    page.push_str("<table><thead><tr>");
    for head in &table.heads {
        put(page, format_args!("<th scope=\"col\">{}</th>", cell(head)));
    }
    page.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        let class = if row.settled { " class=\"settled\"" } else { "" };
        put(
            page,
            format_args!("<tr{class}><th scope=\"row\" dir=\"auto\">{}</th>", escape(&row.label)),
        );
        for value in &row.cells {
            put(page, format_args!("<td dir=\"auto\">{}</td>", cell(value)));
        }
        page.push_str("</tr>");
    }
    page.push_str("</tbody></table>\n");
}

fn cell(Cell { text, detail }: &Cell) -> String {
    let text = escape(text);
    if detail.is_empty() { text } else { format!("{text} <small>{}</small>", escape(detail)) }
}

fn write_facts(page: &mut String, facts: &[Fact]) {
    page.push_str("<dl class=\"facts\">");
    for fact in facts {
        let class = if fact.alert { " class=\"alert\"" } else { "" };
        put(
            page,
            format_args!(
                "<div{class}><dt>{}</dt><dd dir=\"auto\">{}</dd></div>",
                escape(&fact.label),
                escape(&fact.text)
            ),
        );
    }
    page.push_str("</dl>\n");
}

fn write_person(page: &mut String, person: &Person) {
    put(
        page,
        format_args!(
            "<div class=\"person\"><h3><bdi>{}</bdi></h3>{}<p class=\"tag\">\
             <span class=\"letter {}\">{}</span><span>{}</span></p></div>\n",
            escape(&person.name),
            if person.role.is_empty() {
                String::new()
            } else {
                format!("<p class=\"role\">{}</p>", escape(&person.role))
            },
            quadrant_class(person.tag.quadrant),
            person.tag.quadrant.map_or("?", Quadrant::letter),
            escape(&person.tag.text)
        ),
    );
}

fn write_exchange(page: &mut String, Exchange { tend, instead }: &Exchange) {
    page.push_str("<dl class=\"exchange\">");
    for (class, fact) in [("tend", tend), ("instead", instead)] {
        put(
            page,
            format_args!(
                "<div class=\"{class}\"><dt>{}</dt><dd>{}</dd></div>",
                escape(&fact.label),
                escape(&fact.text)
            ),
        );
    }
    page.push_str("</dl>\n");
}

fn quadrant_class(quadrant: Option<Quadrant>) -> &'static str {
    match quadrant {
        Some(Quadrant::A) => "qa",
        Some(Quadrant::B) => "qb",
        Some(Quadrant::C) => "qc",
        Some(Quadrant::D) => "qd",
        None => "unknown",
    }
}

/// An element with text in it, whose direction follows the text.
fn element(page: &mut String, name: &str, class: &str, text: &str) {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    put(page, format_args!("<{name}{class} dir=\"auto\">{}</{name}>", escape(text)));
}

pub(super) fn put(page: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = page.write_fmt(text);
}

pub(super) fn escape(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => result.push_str("&amp;"),
            '<' => result.push_str("&lt;"),
            '>' => result.push_str("&gt;"),
            '"' => result.push_str("&quot;"),
            '\'' => result.push_str("&#39;"),
            other => result.push(other),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_names_stays_text() {
        assert_eq!(
            escape("<script>'x' & \"y\"</script>"),
            "&lt;script&gt;&#39;x&#39; &amp; &quot;y&quot;&lt;/script&gt;"
        );
    }
}
