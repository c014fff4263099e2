//! A brief as a PDF: on one page if that can be read, with its fonts in it, its words as text and
//! its headings as an outline.
//!
//! The page is set by typst from a template of our own. It sees the texts as data, the fonts that
//! it is given, and nothing else; the same document and fonts give the same bytes.

use std::collections::BTreeSet;
use std::sync::Arc;

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst::text::{Font, is_default_ignorable};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use self::world::{Fonts, Page};
use super::document::Document;
use super::fonts::FACES;
use super::paper::Paper;

mod data;
#[cfg(test)]
mod tests;
mod world;

/// The sizes of the text that are tried, in points, the most comfortable first. What is smaller
/// than the last one cannot be read at arm's length; then there is a second page instead.
const SIZES: [&str; 12] =
    ["10.5", "10", "9.75", "9.5", "9.25", "9", "8.75", "8.5", "8.25", "8", "7.75", "7.5"];

/// Of those, how many are too large for more than one page: 9 points are comfortable enough.
const FOR_ONE_PAGE: usize = 5;

/// A font beside the bundled ones, for characters that they lack.
#[derive(Clone)]
pub struct FontFile {
    /// The whole file.
    pub bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Which face of a collection; 0 in a file with one face.
    pub index: u32,
}

impl AsRef<[u8]> for FontFile {
    fn as_ref(&self) -> &[u8] {
        (*self.bytes).as_ref()
    }
}

/// The page could not be set. No text of a document leads there; a damaged font file may.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the page could not be set: {message}")]
pub struct PdfError {
    /// What typst says, in English.
    pub message: String,
}

/// How the body is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Columns {
    /// Two of about equal length, on one page.
    Balanced,
    /// As many as it takes, on as many pages.
    Flowing,
}

/// Writes the document as a PDF: in the largest size in which it fits on one page, or else on as
/// few pages as can be. What neither the bundled faces nor `more` have is drawn as an empty box.
pub fn write(document: &Document, paper: Paper, more: &[FontFile]) -> Result<Vec<u8>, PdfError> {
    let more = more.iter().filter_map(|file| Font::new(Bytes::new(file.clone()), file.index));
    let fonts = Fonts::new(bundled().chain(more).collect());
    let text = data::of(document).to_string();
    let sheet = Sheet { fonts: &fonts, text: &text, paper };
    let pages = match sheet.one_page()? {
        Some(pages) => pages,
        None => sheet.few_pages()?,
    };
    let options = PdfOptions {
        creator: Smart::Custom(Some("Counterpoint".to_owned())),
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&pages, &options).map_err(|errors| failed(&errors));
    // What typst remembers would help with a document like this one, and there is no next one.
    comemo::evict(0);
    bytes
}

/// The characters of a document that the bundled faces lack.
pub fn missing(document: &Document) -> BTreeSet<char> {
    let fonts: Vec<Font> = bundled().collect();
    let has = |sign: char| fonts.iter().any(|font| font.info().coverage.contains(u32::from(sign)));
    let mut signs: BTreeSet<char> = BTreeSet::new();
    data::each_text(&data::of(document), &mut |text| signs.extend(text.chars()));
    signs.retain(|sign| {
        !(sign.is_control() || sign.is_whitespace() || is_default_ignorable(*sign) || has(*sign))
    });
    signs
}

/// The faces for paper: two weights of each family.
fn bundled() -> impl Iterator<Item = Font> {
    /// The weight between, for the screen only, and faces for a window that cannot choose a face
    /// for some signs.
    const LEFT_OUT: [&str; 2] = ["medium", "punctuation"];
    FACES
        .iter()
        .filter(|(name, _)| !LEFT_OUT.iter().any(|end| name.ends_with(end)))
        .filter_map(|(_, bytes)| Font::new(Bytes::new(*bytes), 0))
}

/// A document and what it is set with.
struct Sheet<'a> {
    fonts: &'a Fonts,
    /// The document as JSON.
    text: &'a str,
    paper: Paper,
}

impl Sheet<'_> {
    fn set(&self, size: &str, columns: Columns) -> Result<PagedDocument, PdfError> {
        let paper = match self.paper {
            Paper::A4 => "a4",
            Paper::Letter => "us-letter",
        };
        let flow = match columns {
            Columns::Balanced => "no",
            Columns::Flowing => "yes",
        };
        let inputs = [("document", self.text), ("paper", paper), ("size", size), ("flow", flow)];
        let page = Page::new(self.fonts, inputs);
        let set = typst::compile::<PagedDocument>(&page);
        for warning in &set.warnings {
            tracing::debug!(message = %warning.message, "a remark of the typesetter");
        }
        set.output.map_err(|errors| failed(&errors))
    }

    /// The page in the largest size in which there is only one.
    fn one_page(&self) -> Result<Option<PagedDocument>, PdfError> {
        let mut found = Ok(None);
        // Each size that fits is larger than the one that fitted before.
        let _ = SIZES.partition_point(|size| match self.set(size, Columns::Balanced) {
            Ok(pages) if pages.pages().len() <= 1 => {
                found = Ok(Some(pages));
                false
            }
            Ok(_) => true,
            Err(error) => {
                found = Err(error);
                false
            }
        });
        found
    }

    /// The fewest pages, in the largest size that needs no more.
    fn few_pages(&self) -> Result<PagedDocument, PdfError> {
        let [.., smallest] = SIZES;
        let mut best = self.set(smallest, Columns::Flowing)?;
        for size in SIZES.iter().skip(FOR_ONE_PAGE).rev().skip(1) {
            let larger = self.set(size, Columns::Flowing)?;
            if larger.pages().len() > best.pages().len() {
                break;
            }
            best = larger;
        }
        Ok(best)
    }
}

fn failed(errors: &[SourceDiagnostic]) -> PdfError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PdfError { message: messages.join("; ") }
}
