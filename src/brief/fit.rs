//! How much room a document takes on paper, so that it can be kept to one page.

use super::document::{Area, Block, Document, Fact, Section};

/// How many signs of ordinary width go into a line: of the page, of a column, and of a column beside
/// the label of a fact.
const PAGE: usize = 112;
const COLUMN: usize = 53;
const BESIDE_LABEL: usize = 39;
/// What a label takes of the width of the page.
const LABEL: usize = COLUMN - BESIDE_LABEL;
/// How many lines of small print go on a sheet of Letter, the lower of the two.
const SHEET: f64 = 62.0;
/// The gap between two sections with the heading, in lines.
const HEADING: f64 = 1.8;
/// Title, rule and small print at the end.
const FRAME: f64 = 6.0;
/// The columns seldom come out equal.
const UNEVEN: f64 = 2.0;

/// Whether the document goes on one sheet of A4 and of Letter in print that can be read.
pub(super) fn is_one_page(document: &Document) -> bool {
    let height = |area| -> f64 {
        document.sections.iter().filter(|section| section.area == area).map(lines).sum()
    };
    let body = height(Area::Body);
    FRAME + height(Area::Lead) + body / 2.0 + UNEVEN.min(body) <= SHEET
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
        let one = |fact: &Fact| {
            rows(&fact.text, width - LABEL).max(rows(&fact.label, LABEL)) + 0.2
        };
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
                let details = figures.iter().map(|figure| rows(&figure.detail, 24));
                3.2 + details.fold(1.0, f64::max)
            }
            Block::Table(table) => {
                let columns = table.heads.len().max(1);
                let cell = width / columns;
                let row = |cells: &mut dyn Iterator<Item = usize>| -> f64 {
                    cells.map(|signs| signs.div_ceil(cell).max(1) as f64).fold(1.0, f64::max) + 0.3
                };
                let heads =
                    table.heads.iter().map(|head| signs(&head.text) + signs(&head.detail));
                let rows = table.rows.iter().map(|one| {
                    let cells = one.cells.iter().map(|cell| signs(&cell.text) + signs(&cell.detail));
                    row(&mut [signs(&one.label)].into_iter().chain(cells))
                });
                row(&mut { heads }) + rows.sum::<f64>()
            }
            Block::Facts(items) => facts(items),
            Block::Person(person) => {
                2.5 + rows(&person.tag.text, width - 5) + f64::from(u8::from(!person.role.is_empty()))
            }
            Block::Exchange(exchange) => {
                2.0 + rows(&exchange.tend.text, width - 3) + rows(&exchange.instead.text, width - 5)
            }
            Block::Warning(warning) => {
                let items = warning.items.iter().map(|item| rows(item, width - 6)).sum::<f64>();
                1.3 + rows(&warning.title, width - 4) + items
            }
        }
    };
    HEADING + section.blocks.iter().map(block).sum::<f64>()
}

/// The width of a text; a Chinese character takes the room of two others.
pub(super) fn signs(text: &str) -> usize {
    text.chars().map(|sign| if sign < '\u{2e80}' { 1 } else { 2 }).sum()
}
