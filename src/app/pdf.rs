//! The brief as a PDF, with fonts of the system for what the bundled ones lack.

use crate::brief::Document;
use crate::brief::paper::Paper;
use crate::brief::pdf::{self, FontFile, PdfError};
use crate::platform::{folders, fonts};

/// Sets the page, which takes a few hundred milliseconds: not for the window's thread.
pub fn write(document: &Document, paper: Paper) -> Result<Vec<u8>, PdfError> {
    let more: Vec<FontFile> = fonts::for_characters(&pdf::missing(document))
        .into_iter()
        .map(|font| FontFile { bytes: font.bytes, index: font.index })
        .collect();
    pdf::write(document, paper, &more)
}

/// The paper that printers hold where the user lives.
pub fn usual_paper() -> Paper {
    folders::system_locale().map_or(Paper::A4, |locale| Paper::for_locale(&locale))
}
