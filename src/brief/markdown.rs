//! A brief as Markdown.

use std::fmt::Write;

use super::document::{Block, Cell, Document, Exchange, Fact, Figure, Person, Table, Warning};

/// Writes the document as `CommonMark` with tables and task lists.
pub fn write(document: &Document) -> String {
    let mut page = format!("# {}\n", escape(&document.title));
    if !document.subtitle.is_empty() {
        paragraph(&mut page, &escape(&document.subtitle));
    }
    for section in &document.sections {
        page.push_str("\n## ");
        page.push_str(&escape(&section.heading));
        page.push('\n');
        for block in &section.blocks {
            write_block(&mut page, block);
        }
    }
    if !document.footer.is_empty() {
        page.push_str("\n---\n");
        paragraph(&mut page, &format!("*{}*", escape(&document.footer)));
    }
    page
}

fn write_block(page: &mut String, block: &Block) {
    match block {
        Block::Statement(text) => paragraph(page, &format!("**{}**", escape(text))),
        Block::Paragraph(text) => paragraph(page, &escape(text)),
        Block::Note(text) => paragraph(page, &format!("*{}*", escape(text))),
        Block::Bullets(items) => list(page, items.iter().map(|item| escape(item))),
        Block::Checklist(items) => list(
            page,
            items.iter().map(|item| {
                format!("[{}] {}", if item.done { 'x' } else { ' ' }, escape(&item.text))
            }),
        ),
        Block::Figures(items) => figures(page, items),
        Block::Table(item) => table(page, item),
        Block::Facts(facts) => list(page, facts.iter().map(fact)),
        Block::Person(person) => write_person(page, person),
        Block::Exchange(Exchange { tend, instead }) => {
            list(page, [fact(tend), fact(instead)].into_iter());
        }
        Block::Warning(Warning { title, items }) => {
            page.push('\n');
            let lines = std::iter::once(format!("**⚠ {}**", escape(title))).chain(
                items.iter().enumerate().map(|(i, item)| format!("{}. {}", i + 1, escape(item))),
            );
            for (index, text) in lines.enumerate() {
                if index == 1 {
                    page.push_str(">\n");
                }
                put(page, format_args!("> {text}\n"));
            }
        }
    }
}

fn write_person(page: &mut String, person: &Person) {
    page.push_str("\n### ");
    page.push_str(&escape(&person.name));
    page.push('\n');
    if !person.role.is_empty() {
        paragraph(page, &escape(&person.role));
    }
    let letter = person.tag.quadrant.map_or("?", |quadrant| quadrant.letter());
    paragraph(page, &format!("**\\[{letter}\\]** {}", escape(&person.tag.text)));
}

fn fact(fact: &Fact) -> String {
    let mark = if fact.alert { "⚠ " } else { "" };
    if fact.label.is_empty() {
        format!("{mark}{}", escape(&fact.text))
    } else {
        format!("{mark}**{}** · {}", escape(&fact.label), escape(&fact.text))
    }
}

fn table(page: &mut String, table: &Table) {
    let cell = |Cell { text, detail }: &Cell| {
        let (text, detail) = (escape(text), escape(detail));
        if detail.is_empty() { text } else { format!("{text} ({detail})") }
    };
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    page.push('\n');
    page.push_str(&line(table.heads.iter().map(cell).collect()));
    page.push_str(&line(vec!["---".to_owned(); table.heads.len()]));
    for row in &table.rows {
        let label = escape(&row.label);
        page.push_str(&line([label].into_iter().chain(row.cells.iter().map(cell)).collect()));
    }
}

fn figures(page: &mut String, figures: &[Figure]) {
    page.push_str("\n| | | |\n|---|---:|---|\n");
    for figure in figures {
        put(
            page,
            format_args!(
                "| {} | **{}** | {} |\n",
                escape(&figure.label),
                escape(&figure.value),
                escape(&figure.detail)
            ),
        );
    }
}

fn list(page: &mut String, items: impl Iterator<Item = String>) {
    page.push('\n');
    for item in items {
        put(page, format_args!("- {item}\n"));
    }
}

fn paragraph(page: &mut String, text: &str) {
    put(page, format_args!("\n{text}\n"));
}

fn put(page: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = page.write_fmt(text);
}

/// Text that shows as it is: no markup, no HTML, no list or heading begun by accident.
fn escape(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' => {
                result.push('\\');
                result.push(character);
            }
            '\n' | '\r' => result.push(' '),
            other => result.push(other),
        }
    }
    let trimmed = result.trim();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    if trimmed.starts_with(['-', '+', '=']) {
        format!("\\{trimmed}")
    } else if digits > 0 && trimmed[digits..].starts_with(['.', ')']) {
        format!("{}\\{}", &trimmed[..digits], &trimmed[digits..])
    } else {
        trimmed.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn markup_in_names_stays_text() {
        assert_eq!(
            escape("<b>A & B</b> *x* _y_ `z` a|b [l](u)\n#"),
            "\\<b\\>A \\& B\\</b\\> \\*x\\* \\_y\\_ \\`z\\` a\\|b \\[l\\](u) \\#"
        );
        assert_eq!(escape("- not a list"), "\\- not a list");
        assert_eq!(escape("1. not a list"), "1\\. not a list");
        assert_eq!(escape("2026 年"), "2026 年");
        assert_eq!(escape("1.5"), "1\\.5");
        assert_eq!(escape(""), "");
    }

    proptest! {
        #[test]
        fn nothing_special_is_left_bare(text in any::<String>()) {
            let escaped = escape(&text);
            let mut previous_escapes = false;
            for character in escaped.chars() {
                if !previous_escapes {
                    prop_assert!(!"`*_[]<>&|~#\n\r".contains(character));
                }
                previous_escapes = character == '\\' && !previous_escapes;
            }
        }
    }
}
