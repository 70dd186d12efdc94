//! Sentences.

use crate::scan::Scan;
use crate::span::{Excerpt, Span};
use std::ops::Range;

/// A sentence: it lies inside one block of prose.
pub type Sentence<'a> = Excerpt<'a>;

/// A sentence as later stages need it.
#[derive(Clone, Debug)]
pub(crate) struct SentenceData {
    /// Indices of its tokens, of which there are some.
    tokens: Range<u32>,
    block: u32,
}

impl SentenceData {
    pub(super) fn new(tokens: &Range<usize>, block: usize) -> Self {
        Self { tokens: tokens.start as u32..tokens.end as u32, block: block as u32 }
    }

    /// Indices of its tokens.
    pub(crate) fn range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }

    /// Index of its block.
    pub(crate) fn block(&self) -> usize {
        self.block as usize
    }

    pub(crate) fn span(&self, scan: &Scan<'_>) -> Span {
        scan.span_of(self.range())
    }
}
