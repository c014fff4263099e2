//! How much room a document takes on paper, so that it can be kept to one page.

use super::document::{Area, Block, Cell, Document, Fact, Section};
use crate::i18n::Language;

/// How many signs of ordinary width go into a line of the page and of a column.
const PAGE: usize = 118;
const COLUMN: usize = 57;
/// What the label of a fact takes of it.
const LABEL: usize = 14;
/// How many lines go on a sheet of Letter, the lower of the two. They are counted with some to spare.
fn sheet(language: Language) -> f64 {
    match language {
        Language::English => 70.0,
        Language::Chinese => 65.0,
    }
}
/// The gap between two sections with the heading, in lines.
const HEADING: f64 = 1.8;
/// Title, rule and small print at the end.
const FRAME: f64 = 6.0;
/// Rows of a column stay together with their neighbours, so it may end earlier than it could.
const UNEVEN: f64 = 1.5;
/// A section that takes more lines may be cut in two by the end of a column.
const LONG: f64 = 11.0;
/// Into how many parts it is thought to fall.
const PARTS: u8 = 5;

/// Whether the document goes on one sheet of A4 and of Letter in print that can be read.
pub(super) fn is_one_page(document: &Document) -> bool {
    let of = |area| document.sections.iter().filter(move |section| section.area == area);
    let lead: f64 = of(Area::Lead).map(lines).sum();
    FRAME + lead + columns(of(Area::Body)) <= sheet(document.language)
}

/// Whether a section may run over into the next column.
pub(super) fn may_be_cut(section: &Section) -> bool {
    lines(section) > LONG
}

/// The height of two columns, cut where they come out most equal.
fn columns<'a>(sections: impl Iterator<Item = &'a Section>) -> f64 {
    let mut pieces: Vec<f64> = Vec::new();
    for section in sections {
        let height = lines(section);
        if may_be_cut(section) {
            pieces.extend([height / f64::from(PARTS); PARTS as usize]);
        } else {
            pieces.push(height);
        }
    }
    let total: f64 = pieces.iter().sum();
    let mut left = 0.0;
    let mut best = total;
    for piece in pieces {
        left += piece;
        best = best.min(left.max(total - left));
    }
    best + UNEVEN.min(total)
}

/// About how many lines a section takes.
#[expect(clippy::cast_precision_loss, reason = "lines of a page")]
pub fn lines(section: &Section) -> f64 {
    let width = match section.area {
        Area::Lead => PAGE,
        Area::Body => COLUMN,
    };
    let rows = |text: &str, width: usize| signs(text).div_ceil(width).max(1) as f64;
    let facts = |facts: &[Fact]| -> f64 {
        let one = |fact: &Fact| rows(&fact.text, width - LABEL).max(rows(&fact.label, LABEL)) + 0.2;
        facts.iter().map(one).sum()
    };
    let block = |block: &Block| -> f64 {
        match block {
            Block::Statement(text) => rows(text, width * 2 / 3) * 1.4,
            Block::Paragraph(text) | Block::Note(text) => rows(text, width),
            Block::Bullets(items) => items.iter().map(|item| rows(item, width - 3) + 0.1).sum(),
            Block::Checklist(items) => {
                items.iter().map(|item| rows(&item.text, width - 4) + 0.1).sum()
            }
            // Figures stand beside one another, with their details below them.
            Block::Figures(figures) => {
                let details = figures.iter().map(|figure| rows(&figure.detail, 26));
                3.2 + details.fold(1.0, f64::max)
            }
            Block::Table(table) => {
                let cell = width / table.heads.len().max(1);
                let row = |cells: &mut dyn Iterator<Item = usize>| -> f64 {
                    cells.map(|signs| signs.div_ceil(cell).max(1) as f64).fold(1.0, f64::max) + 0.3
                };
                let of = |cell: &Cell| signs(&cell.text) + signs(&cell.detail);
                let rows = table.rows.iter().map(|one| {
                    row(&mut [signs(&one.label)].into_iter().chain(one.cells.iter().map(of)))
                });
                row(&mut table.heads.iter().map(of)) + rows.sum::<f64>()
            }
            Block::Facts(items) => facts(items),
            Block::Person(person) => {
                let role = f64::from(u8::from(!person.role.is_empty()));
                2.0 + rows(&person.tag.text, width - 5) + role
            }
            Block::Exchange(exchange) => {
                2.0 + rows(&exchange.tend.text, width - 3) + rows(&exchange.instead.text, width - 5)
            }
            Block::Warning(warning) => {
                let items = warning.items.iter().map(|item| rows(item, width - 6)).sum::<f64>();
                1.6 + rows(&warning.title, width - 4) + items
            }
        }
    };
    HEADING + section.blocks.iter().map(block).sum::<f64>()
}

/// The width of a text; a Chinese character takes the room of two others.
pub(super) fn signs(text: &str) -> usize {
    text.chars().map(|sign| if sign < '\u{2e80}' { 1 } else { 2 }).sum()
}
