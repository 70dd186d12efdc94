//! What is known of each token of a unit, in one place for all who ask.

use super::marks::Stretches;
use super::tag::{Tag, Words};
use super::unit::Unit;
use crate::mention::Mentions;
use crate::scan::Scan;
use std::ops::Range;

/// One token of the unit.
#[derive(Clone, Copy, Debug)]
struct Seen {
    tag: Tag,
    /// Stands in, or is a mark of, a stretch that speaks.
    speaks: bool,
    /// Index of the stretch that it stands in, its marks included, and of its chunk; [`NONE`] where there is none.
    stretch: u32,
    chunk: u32,
    /// What weights may see of it.
    lexical: u32,
}

const NONE: u32 = u32::MAX;

/// Beyond the unit.
const EDGE: Seen = Seen { tag: Tag::Edge, speaks: false, stretch: NONE, chunk: NONE, lexical: 0 };

/// The unit that is read. The buffer is kept from one unit to the next.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) scan: &'a Scan<'a>,
    pub(super) stretches: &'a Stretches,
    pub(super) mentions: &'a Mentions,
    pub(super) tokens: Range<usize>,
    pub(super) headline: bool,
    /// Index of its block.
    pub(super) block: usize,
    pub(super) has_marks: bool,
    /// Whether a stretch of it is a quotation by itself.
    pub(super) has_quotation: bool,
    /// The chunks of the unit.
    pub(super) chunks: Range<usize>,
    /// The first stretch that ends behind the start of the unit.
    stretch: usize,
    words: &'static Words,
    seen: Vec<Seen>,
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
            has_marks: false,
            has_quotation: false,
            chunks: 0..0,
            stretch: 0,
            words: Words::fetch(),
            seen: Vec::new(),
        }
    }

    /// Turns to a unit, which must lie behind the one before.
    pub(super) fn turn_to(&mut self, unit: &Unit) {
        self.tokens = unit.tokens.clone();
        self.headline = unit.headline;
        self.block = unit.block;
        self.chunks = self.chunks_within(&unit.tokens);
        (self.has_marks, self.has_quotation) = (false, false);
        self.seen.clear();
        let tokens = &self.scan.tokens[unit.tokens.clone()];
        let roles = &self.mentions.tags[unit.tokens.clone()];
        self.seen.extend(tokens.iter().zip(roles).map(|(token, role)| Seen {
            tag: Tag::of(self.scan, self.words, token, *role),
            lexical: token.lexical(),
            ..EDGE
        }));
        let start = unit.tokens.start;
        for chunk in self.chunks.clone() {
            let tokens = self.chunk(chunk);
            for seen in &mut self.seen[tokens.start - start..tokens.end - start] {
                seen.chunk = chunk as u32;
            }
        }
        let all = self.stretches.all();
        while all.get(self.stretch).is_some_and(|stretch| stretch.outer.end <= start) {
            self.stretch += 1;
        }
        for (number, stretch) in all.iter().enumerate().skip(self.stretch) {
            if stretch.outer.start >= unit.tokens.end {
                break;
            }
            let from = stretch.outer.start.max(start);
            let to = stretch.outer.end.min(unit.tokens.end);
            self.has_marks = true;
            self.has_quotation |= stretch.speaks;
            for seen in &mut self.seen[from - start..to - start] {
                (seen.stretch, seen.speaks) = (number as u32, stretch.speaks);
            }
            if from < stretch.inner.start {
                self.seen[from - start].tag = Tag::QuoteOpen;
            }
            if to > stretch.inner.end {
                self.seen[to - 1 - start].tag = Tag::QuoteClose;
            }
        }
    }

    /// The chunks that lie in a range of tokens, from those of the unit before on.
    fn chunks_within(&self, tokens: &Range<usize>) -> Range<usize> {
        let chunks = &self.mentions.chunks;
        let from = self.chunks.end;
        let skip =
            chunks[from..].iter().take_while(|chunk| (chunk.tokens.start as usize) < tokens.start).count();
        let count =
            chunks[from + skip..].iter().take_while(|chunk| chunk.tokens.end as usize <= tokens.end).count();
        from + skip..from + skip + count
    }

    fn seen(&self, index: usize) -> &Seen {
        self.seen.get(index.wrapping_sub(self.tokens.start)).unwrap_or(&EDGE)
    }

    /// The tag of a token, [`Tag::Edge`] beyond the unit.
    pub(super) fn tag(&self, index: usize) -> Tag {
        self.seen(index).tag
    }

    /// The tag `distance` tokens before one.
    pub(super) fn tag_before(&self, index: usize, distance: usize) -> Tag {
        self.tag(index.wrapping_sub(distance))
    }

    /// What weights may see of a token; nothing beyond the unit.
    pub(super) fn lexical(&self, index: usize) -> u32 {
        self.seen(index).lexical
    }

    /// Whether a token stands in quotation marks, the marks included.
    pub(super) fn is_quoted(&self, index: usize) -> bool {
        self.seen(index).stretch != NONE
    }

    /// Whether a token stands in a stretch that is a quotation by itself.
    pub(super) fn is_in_quotation(&self, index: usize) -> bool {
        self.seen(index).speaks
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
        let chunk = self.seen(token.wrapping_sub(1)).chunk;
        (chunk != NONE && self.seen(token).chunk != chunk).then_some(chunk as usize)
    }

    /// The chunk that begins at a token.
    pub(super) fn chunk_starting(&self, token: usize) -> Option<usize> {
        let chunk = self.seen(token).chunk;
        (chunk != NONE && self.seen(token.wrapping_sub(1)).chunk != chunk).then_some(chunk as usize)
    }

    /// A range taken on over the chunk right before it, or else right behind it.
    pub(super) fn with_chunk(&self, tokens: Range<usize>) -> (usize, usize) {
        if let Some(chunk) = self.chunk_ending(tokens.start) {
            (self.chunk(chunk).start, tokens.end)
        } else {
            (tokens.start, self.chunk_starting(tokens.end).map_or(tokens.end, |chunk| self.chunk(chunk).end))
        }
    }

    /// The end, within the unit, of the stretch that a token stands in.
    pub(super) fn stretch_end(&self, token: usize) -> Option<usize> {
        let stretch = self.seen(token).stretch;
        (stretch != NONE).then(|| self.stretches.all()[stretch as usize].outer.end.min(self.tokens.end))
    }

    /// The start, within the unit, of the stretch that a token stands in.
    pub(super) fn stretch_start(&self, token: usize) -> Option<usize> {
        let stretch = self.seen(token).stretch;
        (stretch != NONE).then(|| self.stretches.all()[stretch as usize].outer.start.max(self.tokens.start))
    }

    /// Whether a word of a range stands in quotation marks.
    pub(super) fn is_marked(&self, tokens: &Range<usize>) -> bool {
        self.has_marks
            && self
                .stretches
                .touching(tokens)
                .iter()
                .any(|stretch| stretch.inner.start < tokens.end && tokens.start < stretch.inner.end)
    }
}
