//! Who may speak at a cue.

use crate::mention::Chunk;
use crate::quote::cue::Site;
use crate::quote::view::View;
use std::ops::Range;

/// How many chunks before a cue may speak.
const BEFORE: usize = 6;
/// How many behind it.
const BEHIND: usize = 2;

/// A noun phrase that may speak at a cue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::quote) struct Source {
    /// Index of its chunk.
    pub(in crate::quote) chunk: usize,
    pub(in crate::quote) position: Position,
    start: usize,
    end: usize,
    /// Behind its apposition.
    whole: usize,
}

/// Where a noun phrase stands to the cue, the nearest of its side being 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::quote) enum Position {
    Before(usize),
    Behind(usize),
    /// Around the cue, as `Russia’s ministry` stands around a noun: only what comes before the cue may speak.
    Around,
}

impl Source {
    /// The chunk right before what it says.
    pub(in crate::quote) fn before(chunk: usize, own: &Chunk) -> Self {
        let (start, end) = (own.tokens.start as usize, own.tokens.end as usize);
        Self { chunk, position: Position::Before(0), start, end, whole: end }
    }

    /// The tokens that speak.
    pub(in crate::quote) fn tokens(&self) -> Range<usize> {
        self.start..self.end
    }

    /// What stands between it, its apposition included, and the cue.
    pub(in crate::quote) fn between(&self, site: &Site) -> Range<usize> {
        match self.position {
            Position::Before(_) => self.whole..site.tokens.start,
            Position::Behind(_) => site.end()..self.start,
            Position::Around => site.tokens.start..site.tokens.start,
        }
    }

    /// Whether it is the same noun phrase as another cue's.
    pub(in crate::quote) fn is_same(&self, other: Self) -> bool {
        self.chunk == other.chunk && self.start == other.start
    }
}

/// Collects the chunks that may speak at a cue and do not stand in a quotation: the nearest before it first, then those
/// behind it, then the one around it; and `last`, the speaker of the cue before in the unit, however far back.
pub(in crate::quote) fn sources(view: &View<'_>, site: &Site, last: Option<Source>, into: &mut Vec<Source>) {
    into.clear();
    let before = view.chunk_from(site.tokens.start);
    let touched = |chunk: &&Chunk| (chunk.tokens.start as usize) < site.end();
    let behind = before + view.mentions.chunks[before..view.chunks.end].iter().take_while(touched).count();
    let nearest = (view.chunks.start..before).rev().take(BEFORE).enumerate();
    let next = (behind..view.chunks.end).take(BEHIND).enumerate();
    let positions = nearest
        .map(|(rank, chunk)| (chunk, Position::Before(rank)))
        .chain(next.map(|(rank, chunk)| (chunk, Position::Behind(rank))));
    for (chunk, position) in positions {
        let own = &view.mentions.chunks[chunk];
        if view.is_in_quotation(own.head as usize) {
            continue;
        }
        let (start, end) = (own.tokens.start as usize, own.tokens.end as usize);
        let whole = own.whole.end as usize;
        let whole = if whole <= site.tokens.start { whole.max(end) } else { end };
        into.push(Source { chunk, position, start, end, whole });
    }
    into.extend((before..behind).find_map(|chunk| around(view, site, chunk)));
    let far = last.filter(|last| last.end <= site.tokens.start && last.chunk + BEFORE < before);
    into.extend(far.map(|last| Source { position: Position::Before(BEFORE), whole: last.end, ..last }));
}

/// The part of a chunk before the cue that stands in it: the owner of a noun, what comes before a verb.
fn around(view: &View<'_>, site: &Site, chunk: usize) -> Option<Source> {
    let own = &view.mentions.chunks[chunk];
    let owner = own.owner.start as usize..own.owner.end as usize;
    let front = own.tokens.start as usize..site.tokens.start;
    let tokens = if !owner.is_empty() && owner.end <= site.tokens.start { owner } else { front };
    let speaks = !tokens.is_empty() && !view.is_in_quotation(tokens.start);
    speaks.then_some(Source {
        chunk,
        position: Position::Around,
        start: tokens.start,
        end: tokens.end,
        whole: tokens.end,
    })
}
