//! What a brief is made of: enough for one page, and nothing about how it looks.

use crate::domain::quadrant::Quadrant;
use crate::i18n::Language;

/// A finished page. All text is plain text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub language: Language,
    pub title: String,
    pub subtitle: String,
    pub sections: Vec<Section>,
    /// Small print.
    pub footer: String,
}

/// Where a section stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Over the whole width, above everything else.
    Lead,
    /// In the columns below.
    Body,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub heading: String,
    pub area: Area,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The one sentence to keep in mind.
    Statement(String),
    Paragraph(String),
    /// Something missing, or a remark: quieter than a paragraph.
    Note(String),
    Bullets(Vec<String>),
    Checklist(Vec<CheckItem>),
    Figures(Vec<Figure>),
    Table(Table),
    /// Short texts with a label each.
    Facts(Vec<Fact>),
    Person(Person),
    Exchange(Exchange),
    Warning(Warning),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckItem {
    pub text: String,
    pub done: bool,
}

/// Figures of several things beside one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// One for each column; the first stands over the names of the rows.
    pub heads: Vec<Cell>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub label: String,
    /// As many as there are heads without the first.
    pub cells: Vec<Cell>,
    /// Nothing is left to be said about it.
    pub settled: bool,
}

/// A value, and what is to be said about it in small print.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    pub text: String,
    pub detail: String,
}

/// A key figure: what it is, its value, and what it is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub label: String,
    pub value: String,
    pub detail: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub text: String,
    /// Late, broken or otherwise to be noticed.
    pub alert: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    /// Job and organisation; may be empty.
    pub role: String,
    pub tag: QuadrantTag,
}

/// The profile in one line; the letter always stands with its colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuadrantTag {
    /// `None` while nobody can tell.
    pub quadrant: Option<Quadrant>,
    pub text: String,
}

/// What I tend to say, and what to say to this person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    pub tend: Fact,
    pub instead: Fact,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub title: String,
    pub items: Vec<String>,
}

impl Section {
    pub fn new(heading: &str, area: Area, blocks: Vec<Block>) -> Self {
        Self { heading: heading.to_owned(), area, blocks }
    }
}

impl Cell {
    pub fn new(text: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { text: text.into(), detail: detail.into() }
    }
}

impl Fact {
    pub fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: label.into(), text: text.into(), alert: false }
    }
}
