//! From bytes of a text to its characters.

use std::ops::Range;

/// How many characters stand before a byte, found without going through the whole text.
#[derive(Debug, Default)]
pub(super) struct Places {
    text: Box<[u8]>,
    /// The characters before each block of bytes.
    before: Vec<usize>,
}

impl Places {
    const BLOCK: usize = 256;

    pub(super) fn of(text: &str) -> Self {
        let mut before = Vec::with_capacity(text.len() / Self::BLOCK + 1);
        let mut count = 0;
        for block in text.as_bytes().chunks(Self::BLOCK) {
            before.push(count);
            count += starts(block);
        }
        before.push(count);
        Self { text: text.as_bytes().into(), before }
    }

    pub(super) fn char(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / Self::BLOCK;
        let before = self.before.get(block).copied().unwrap_or_default();
        before + starts(self.text.get(block * Self::BLOCK..byte).unwrap_or_default())
    }

    pub(super) fn chars(&self, span: &Range<usize>) -> Range<usize> {
        self.char(span.start)..self.char(span.end)
    }
}

/// How many characters begin in these bytes of UTF-8.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}
