//! The stretch of text in which a cue looks for its speaker and content: a sentence, or the sentences that a quotation
//! ties together.

use super::marks::Stretches;
use super::tag::Tag;
use crate::layout::{BlockData, BlockKind};
use crate::mention::Mentions;
use crate::scan::Scan;
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

/// How a token stands to quotation marks.
const OUTSIDE: u8 = 0;
/// In a stretch of fewer words than a quotation has that needs no cue.
const SHORT: u8 = 1;
const LONG: u8 = 2;

/// Words that a stretch must have to be taken for a quotation whatever stands around it.
pub(super) const LONG_WORDS: usize = 5;

/// What is known of each token of a unit. The buffers are kept from one unit to the next.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) scan: &'a Scan<'a>,
    pub(super) stretches: &'a Stretches,
    pub(super) mentions: &'a Mentions,
    pub(super) tokens: Range<usize>,
    pub(super) headline: bool,
    /// Index of its block.
    pub(super) block: usize,
    /// Whether a stretch of it is long enough to be a quotation by itself.
    pub(super) has_quotation: bool,
    tags: Vec<Tag>,
    quoted: Vec<u8>,
    /// The chunks of the unit.
    pub(super) chunks: Range<usize>,
}

impl<'a> View<'a> {
    pub(super) fn new(scan: &'a Scan<'a>, stretches: &'a Stretches, mentions: &'a Mentions) -> Self {
        Self {
            scan,
            stretches,
            mentions,
            tokens: 0..0,
            headline: false,
            block: 0,
            has_quotation: false,
            tags: Vec::new(),
            quoted: Vec::new(),
            chunks: 0..0,
        }
    }

    /// Turns to a unit.
    pub(super) fn turn_to(&mut self, unit: &Unit) {
        self.tokens = unit.tokens.clone();
        self.headline = unit.headline;
        self.block = unit.block;
        self.chunks = self.mentions.within(unit.tokens.clone());
        self.tags.clear();
        self.tags.extend(unit.tokens.clone().map(|index| Tag::of(self.scan, self.mentions, index)));
        self.quoted.clear();
        self.quoted.resize(unit.tokens.len(), OUTSIDE);
        self.has_quotation = false;
        let start = unit.tokens.start;
        for stretch in self.stretches.touching(&unit.tokens) {
            let from = stretch.outer.start.max(start);
            let to = stretch.outer.end.min(unit.tokens.end);
            let state = if stretch.words >= LONG_WORDS { LONG } else { SHORT };
            self.has_quotation |= state == LONG;
            self.quoted[from - start..to - start].fill(state);
            if from < stretch.inner.start {
                self.tags[from - start] = Tag::QuoteOpen;
            }
            if to > stretch.inner.end {
                self.tags[to - 1 - start] = Tag::QuoteClose;
            }
        }
    }

    /// The tag of a token, [`Tag::Edge`] beyond the unit.
    pub(super) fn tag(&self, index: usize) -> Tag {
        if index < self.tokens.start {
            Tag::Edge
        } else {
            self.tags.get(index - self.tokens.start).copied().unwrap_or(Tag::Edge)
        }
    }

    /// The tag `distance` tokens before one.
    pub(super) fn tag_before(&self, index: usize, distance: usize) -> Tag {
        index.checked_sub(distance).map_or(Tag::Edge, |before| self.tag(before))
    }

    /// Whether a token stands in quotation marks, the marks included.
    pub(super) fn is_quoted(&self, index: usize) -> bool {
        self.state(index) != OUTSIDE
    }

    /// Whether a token stands in a stretch long enough to be a quotation by itself.
    pub(super) fn is_in_quotation(&self, index: usize) -> bool {
        self.state(index) == LONG
    }

    fn state(&self, index: usize) -> u8 {
        index.checked_sub(self.tokens.start).and_then(|at| self.quoted.get(at)).copied().unwrap_or(OUTSIDE)
    }

    /// The index of the chunk that holds a token.
    pub(super) fn chunk_at(&self, token: usize) -> Option<usize> {
        let chunks = &self.mentions.chunks;
        let next = self.chunks.start
            + chunks[self.chunks.clone()].partition_point(|chunk| chunk.tokens.end as usize <= token);
        (next < self.chunks.end && chunks[next].tokens.start as usize <= token).then_some(next)
    }

    /// The tokens of a chunk.
    pub(super) fn chunk(&self, index: usize) -> Range<usize> {
        let tokens = &self.mentions.chunks[index].tokens;
        tokens.start as usize..tokens.end as usize
    }

    /// Whether a chunk is the apposition of the one before it.
    pub(super) fn is_apposed(&self, index: usize) -> bool {
        let chunks = &self.mentions.chunks;
        index.checked_sub(1).is_some_and(|before| chunks[before].whole.end >= chunks[index].tokens.end)
    }

    /// The chunk that ends right before a token.
    pub(super) fn chunk_ending(&self, token: usize) -> Option<usize> {
        let chunk = self.chunk_at(token.checked_sub(1)?)?;
        (self.chunk(chunk).end == token).then_some(chunk)
    }

    /// The chunk that begins at a token.
    pub(super) fn chunk_starting(&self, token: usize) -> Option<usize> {
        self.chunk_at(token).filter(|chunk| self.chunk(*chunk).start == token)
    }

    /// A range taken on over the chunk right before it, or else right behind it.
    pub(super) fn with_chunk(&self, tokens: Range<usize>) -> (usize, usize) {
        if let Some(chunk) = self.chunk_ending(tokens.start) {
            (self.chunk(chunk).start, tokens.end)
        } else {
            (tokens.start, self.chunk_starting(tokens.end).map_or(tokens.end, |chunk| self.chunk(chunk).end))
        }
    }

    /// What weights may see of a token; nothing beyond the unit.
    pub(super) fn lexical(&self, index: usize) -> u32 {
        if self.tokens.contains(&index) { self.scan.tokens[index].lexical() } else { 0 }
    }

    /// The end, within the unit, of the stretch that begins at a token or holds it.
    pub(super) fn stretch_end(&self, token: usize) -> Option<usize> {
        let stretch = self.stretches.around(token).filter(|_| self.is_quoted(token))?;
        Some(stretch.outer.end.min(self.tokens.end))
    }

    /// The start, within the unit, of the stretch that holds a token.
    pub(super) fn stretch_start(&self, token: usize) -> Option<usize> {
        let stretch = self.stretches.around(token).filter(|_| self.is_quoted(token))?;
        Some(stretch.outer.start.max(self.tokens.start))
    }

    /// Whether a word of a range stands in quotation marks.
    pub(super) fn is_marked(&self, tokens: &Range<usize>) -> bool {
        self.stretches
            .touching(tokens)
            .iter()
            .any(|stretch| stretch.inner.start < tokens.end && tokens.start < stretch.inner.end)
    }
}
