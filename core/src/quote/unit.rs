//! The stretch of text in which a cue looks for its speaker and content: a sentence, or the sentences that a quotation
//! ties together.

use super::marks::Stretches;
use crate::layout::{BlockData, BlockKind};
use crate::sentence::SentenceData;
use std::ops::Range;

/// A sentence, or several whose boundaries lie inside quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) tokens: Range<usize>,
    /// Index of its block.
    pub(super) block: usize,
    pub(super) headline: bool,
}

/// Ties sentences together where a stretch goes over their boundary.
pub(super) fn units(sentences: &[SentenceData], blocks: &[BlockData], stretches: &Stretches) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let start = sentence.tokens.start;
        let tied = stretches.around(start).is_some_and(|stretch| stretch.outer.start < start);
        match units.last_mut().filter(|last| tied && last.block == sentence.block) {
            Some(last) => last.tokens.end = sentence.tokens.end,
            None => units.push(Unit {
                tokens: sentence.tokens.clone(),
                block: sentence.block,
                headline: blocks[sentence.block].kind == BlockKind::Headline,
            }),
        }
    }
    units
}
