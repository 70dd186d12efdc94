//! What is known of each token of a unit, in one place for all who ask.

use super::category::Category;
use super::marks::Stretches;
use super::unit::Unit;
use crate::mention::Mentions;
use crate::scan::Scan;
use crate::scratch::Lent;
use std::ops::Range;

/// A token of the unit; small, as a line of a million words is one unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) category: Category,
    /// [`SPEAKS`], [`STARTS`] and [`ENDS`].
    is: u8,
    /// The chunk that begins or ends with it, counted from the first of the unit; [`FAR`] behind all that can be counted so.
    chunk: u16,
    /// What weights may see of it.
    pub(super) lexical: u32,
    /// Index of the stretch that it stands in, marks included, [`NONE`] outside of all.
    stretch: u32,
}

/// It stands in a stretch that is a quotation by itself.
const SPEAKS: u8 = 1;
/// A chunk begins with it.
const STARTS: u8 = 2;
/// A chunk ends with it.
const ENDS: u8 = 4;

const FAR: u16 = u16::MAX;

const NONE: u32 = u32::MAX;

/// Beyond the unit.
const EDGE: Seen = Seen { category: Category::Edge, is: 0, chunk: FAR, lexical: 0, stretch: NONE };

impl Seen {
    /// Whether it stands in quotation marks, the marks included.
    pub(super) fn is_quoted(&self) -> bool {
        self.stretch != NONE
    }

    /// Whether it stands in a stretch that is a quotation by itself.
    pub(super) fn is_in_quotation(&self) -> bool {
        self.is & SPEAKS != 0
    }

    /// Whether a chunk begins with it.
    pub(super) fn starts_chunk(&self) -> bool {
        self.is & STARTS != 0
    }
}

/// How many neighbours on either side of a token are looked at together.
const NEAR: usize = 2;

/// A token between its neighbours.
pub(super) type Around = [Seen; 2 * NEAR + 1];

/// Far beyond the unit.
static NOWHERE: Around = [EDGE; 2 * NEAR + 1];

/// Few units are longer.
const TOKENS: usize = 64;

/// The unit that is read. The buffer is kept from one unit to the next.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) scan: &'a Scan<'a>,
    pub(super) stretches: &'a Stretches<'a>,
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
    /// The stretches that share a token with the unit.
    touching: Range<usize>,
    /// Its tokens, between edges so wide that each has neighbours, and so has the place behind the last.
    seen: Lent<'a, Vec<Seen>>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        scan: &'a Scan<'a>,
        stretches: &'a Stretches<'a>,
        mentions: &'a Mentions,
        mut seen: Lent<'a, Vec<Seen>>,
    ) -> Self {
        seen.reserve(TOKENS);
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
            touching: 0..0,
            seen,
        }
    }

    /// Turns to a unit, which must lie behind the one before. What is known of its tokens one by one is still to be
    /// read.
    pub(super) fn turn_to(&mut self, unit: &Unit) {
        self.tokens = unit.tokens.clone();
        self.headline = unit.headline;
        self.block = unit.block;
        let all = self.stretches.all();
        let first = self.touching.end.saturating_sub(1);
        let skip = all[first..].iter().take_while(|stretch| stretch.outer().end <= unit.tokens.start).count();
        let from = first + skip;
        let touching = all[from..].iter().take_while(|stretch| stretch.outer().start < unit.tokens.end);
        self.touching = from..from + touching.count();
        self.has_marks = !self.touching.is_empty();
        self.has_quotation = all[self.touching.clone()].iter().any(|stretch| stretch.speaks);
    }

    /// Reads the tokens of the unit.
    pub(super) fn read(&mut self) {
        let unit = self.tokens.clone();
        self.chunks = self.chunks_within(&unit);
        self.seen.clear();
        // At once: to find room for the last edge, a long list would be moved to twice its place.
        self.seen.reserve(NEAR + unit.len() + NEAR + 1);
        self.seen.extend([EDGE; NEAR]);
        let tokens = self.scan.tokens[unit.clone()].iter();
        let tags = &self.mentions.tags[unit.clone()];
        self.seen.extend(tokens.zip(tags).map(|(token, tag)| Seen {
            category: Category::of(self.scan, token, *tag),
            lexical: token.lexical(),
            ..EDGE
        }));
        self.seen.extend([EDGE; NEAR + 1]);
        let own = &mut self.seen[NEAR..];
        let chunks = &self.mentions.chunks[self.chunks.clone()];
        for (chunk, number) in chunks.iter().zip((0..FAR).chain(std::iter::repeat(FAR))) {
            let first = &mut own[chunk.tokens.start as usize - unit.start];
            (first.is, first.chunk) = (first.is | STARTS, number);
            let last = &mut own[chunk.tokens.end as usize - 1 - unit.start];
            (last.is, last.chunk) = (last.is | ENDS, number);
        }
        for number in self.touching.clone() {
            let stretch = &self.stretches.all()[number];
            let from = stretch.outer().start.max(unit.start);
            let to = stretch.outer().end.min(unit.end);
            for seen in &mut own[from - unit.start..to - unit.start] {
                seen.stretch = number as u32;
                seen.is |= if stretch.speaks { SPEAKS } else { 0 };
            }
            if from < stretch.inner().start {
                own[from - unit.start].category = Category::QuoteOpen;
            }
            if to > stretch.inner().end {
                own[to - 1 - unit.start].category = Category::QuoteClose;
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

    /// The tokens of the unit themselves.
    pub(super) fn own(&self) -> &[Seen] {
        &self.seen[NEAR..NEAR + self.tokens.len()]
    }

    /// A token, or what lies beyond the unit.
    pub(super) fn seen(&self, index: usize) -> &Seen {
        self.seen.get(index.wrapping_sub(self.tokens.start).wrapping_add(NEAR)).unwrap_or(&EDGE)
    }

    /// A token of the unit, or the place behind the last, between its neighbours.
    pub(super) fn around(&self, index: usize) -> &Around {
        debug_assert!(self.tokens.start <= index && index <= self.tokens.end, "neighbours beyond the edges");
        let from = self.seen.get(index.wrapping_sub(self.tokens.start)..);
        from.and_then(|from| from.first_chunk()).unwrap_or(&NOWHERE)
    }

    /// The category of a token, [`Category::Edge`] beyond the unit.
    pub(super) fn category(&self, index: usize) -> Category {
        self.seen(index).category
    }

    /// The category `distance` tokens before one.
    pub(super) fn category_before(&self, index: usize, distance: usize) -> Category {
        self.category(index.wrapping_sub(distance))
    }

    /// What weights may see of a token; nothing beyond the unit.
    pub(super) fn lexical(&self, index: usize) -> u32 {
        self.seen(index).lexical
    }

    /// Whether a token stands in quotation marks, the marks included.
    pub(super) fn is_quoted(&self, index: usize) -> bool {
        self.seen(index).is_quoted()
    }

    /// Whether a token stands in a stretch that is a quotation by itself.
    pub(super) fn is_in_quotation(&self, index: usize) -> bool {
        self.seen(index).is_in_quotation()
    }

    /// Whether a token opens the title of a work in quotation marks.
    pub(super) fn opens_title(&self, index: usize) -> bool {
        let seen = self.seen(index);
        seen.category == Category::QuoteOpen && {
            let stretch = &self.stretches.all()[seen.stretch as usize];
            stretch.title && !stretch.speaks
        }
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
        let last = token.wrapping_sub(1);
        let seen = self.seen(last);
        (seen.is & ENDS != 0).then(|| self.chunk_of(seen, last))
    }

    /// The chunk that begins at a token.
    pub(super) fn chunk_starting(&self, token: usize) -> Option<usize> {
        let seen = self.seen(token);
        seen.starts_chunk().then(|| self.chunk_of(seen, token))
    }

    /// The chunk that begins or ends with a token.
    fn chunk_of(&self, seen: &Seen, token: usize) -> usize {
        if seen.chunk == FAR { self.chunk_from(token) } else { self.chunks.start + usize::from(seen.chunk) }
    }

    /// The first chunk of the unit that ends behind a token of it.
    pub(super) fn chunk_from(&self, token: usize) -> usize {
        let chunks = &self.mentions.chunks[self.chunks.clone()];
        self.chunks.start + chunks.partition_point(|chunk| chunk.tokens.end as usize <= token)
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
    pub(super) fn stretch_end(&self, token: &Seen) -> Option<usize> {
        token
            .is_quoted()
            .then(|| self.stretches.all()[token.stretch as usize].outer().end.min(self.tokens.end))
    }

    /// The start, within the unit, of the stretch that a token stands in.
    pub(super) fn stretch_start(&self, token: &Seen) -> Option<usize> {
        let start = || self.stretches.all()[token.stretch as usize].outer().start.max(self.tokens.start);
        token.is_quoted().then(start)
    }

    /// Whether a word of a range stands in quotation marks.
    pub(super) fn is_marked(&self, tokens: &Range<usize>) -> bool {
        let touching = &self.stretches.all()[self.touching.clone()];
        let from = touching.partition_point(|stretch| stretch.inner().end <= tokens.start);
        touching.get(from).is_some_and(|stretch| stretch.inner().start < tokens.end)
    }
}
