//! What the typesetter may see: one template, one text, the fonts that it is given. No disk, no
//! network, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Str, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

const TEMPLATE: &str = include_str!("brief.typ");

/// The fonts of a document, read once for all its sizes.
pub(super) struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Fonts {
    pub(super) fn new(fonts: Vec<Font>) -> Self {
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }
}

pub(super) struct Page<'a> {
    library: LazyHash<Library>,
    fonts: &'a Fonts,
    template: Source,
}

impl<'a> Page<'a> {
    /// `inputs` are what the template reads, by name.
    pub(super) fn new<'b>(
        fonts: &'a Fonts,
        inputs: impl IntoIterator<Item = (&'b str, &'b str)>,
    ) -> Self {
        let inputs: Dict = inputs
            .into_iter()
            .map(|(name, value)| (Str::from(name), Value::Str(Str::from(value))))
            .collect();
        let library = Library::builder().with_inputs(inputs).build();
        Self { library: LazyHash::new(library), fonts, template: Source::detached(TEMPLATE) }
    }
}

impl World for Page<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
