//! Sentences.

use crate::span::{Excerpt, Span};
use std::ops::Range;

/// A sentence: it lies inside one block of prose.
pub type Sentence<'a> = Excerpt<'a>;

/// A sentence as later stages need it.
#[derive(Clone, Debug)]
pub(crate) struct SentenceData {
    pub(crate) span: Span,
    /// Indices of its tokens.
    pub(crate) tokens: Range<usize>,
    /// Index of its block.
    pub(crate) block: usize,
}
