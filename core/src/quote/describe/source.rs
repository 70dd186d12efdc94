//! Which noun phrase speaks at a cue.

use super::{Trail, both, form, shape, three};
use crate::model::Sink;
use crate::quote::candidates::{Place, Source};
use crate::quote::cue::Site;
use crate::quote::view::View;

/// Describes the candidates at one cue, in their order.
#[derive(Debug)]
pub(in crate::quote) struct Sources<'v> {
    view: &'v View<'v>,
    site: &'v Site,
    /// The speaker of the cue before in the unit.
    last: Option<Source>,
    form: u32,
    /// The tags before and behind the cue.
    before: u32,
    next: u32,
    /// From the cue back to the candidate, and on to it.
    back: Trail,
    on: Trail,
}

impl<'v> Sources<'v> {
    pub(in crate::quote) fn new(view: &'v View<'v>, site: &'v Site, last: Option<Source>) -> Self {
        Self {
            view,
            site,
            last,
            form: form(view, site),
            before: view.tag_before(site.tokens.start, 1) as u32,
            next: view.tag(site.end()) as u32,
            back: Trail::new(site.tokens.start),
            on: Trail::new(site.end()),
        }
    }

    /// Describes that nobody speaks.
    pub(in crate::quote) fn nobody(&self, sink: &mut impl Sink) {
        sink.add(1, 0, self.form);
        sink.add(2, 0, self.site.lemma);
        sink.add(3, self.site.lemma, self.before);
        sink.add(4, shape(self.view, self.view.chunk_starting(self.site.end())), self.form);
    }

    /// Describes a noun phrase as the speaker.
    pub(in crate::quote) fn speaker(&mut self, source: Source, sink: &mut impl Sink) {
        let Self { view, site, last, form, before, next, .. } = *self;
        let tag = |at| view.tag(at) as u32;
        let tokens = source.tokens();
        let own = &view.mentions.chunks[source.chunk];
        let (side, rank) = match source.place {
            Place::Behind(rank) => (0, 16 + rank as u32),
            Place::Before(rank) => (1, rank as u32),
            Place::Around => (2, 30),
        };
        let between = source.between(site);
        let trail = self.trail(source);
        let shape = shape(view, Some(source.chunk));
        let behind = tag(tokens.end);
        let first = view.tag_before(tokens.start, 1) as u32;
        let word = view.lexical(tokens.start.wrapping_sub(1));
        // Of a chunk around the cue, the last word before it stands for the head.
        let head = if side == 2 { tokens.end - 1 } else { own.head as usize };
        let adjacent = u32::from(between.is_empty());
        let same = u32::from(last.is_some_and(|last| last.is_same(source))) | u32::from(last.is_some()) << 1;
        let apposed =
            u32::from(own.whole.end > own.tokens.end) | u32::from(view.is_apposed(source.chunk)) << 1;

        sink.add(21, shape, both(rank, u32::from(site.passive)));
        sink.add(22, view.lexical(head), side);
        sink.add(23, three(first, behind, side), 0);
        sink.add(24, word, side);
        sink.add(25, three(first, view.tag_before(tokens.start, 2) as u32, side), 0);
        sink.add(26, trail.hash, side);
        sink.add(27, trail.hash, both(form, before));
        sink.add(28, trail.bits, both(side, rank));
        sink.add(29, same, three(before, tag(site.head), side));
        sink.add(30, same, both(rank, adjacent));
        sink.add(31, site.lemma, both(adjacent, side));
        sink.add(32, shape, both(behind, side));
        sink.add(33, rank, both(next, tag(site.head)));
        sink.add(34, tag(head), both(side, own.class as u32));
        sink.add(35, site.lemma, both(tag(head), side));
        sink.add(36, word, both(form, side));
        if between.len() == 1 {
            sink.add(37, view.lexical(between.start), side);
        }
        sink.add(38, apposed, both(rank, adjacent));
    }

    /// What stands between a noun phrase and the cue; goes on from the one before.
    fn trail(&mut self, source: Source) -> Trail {
        let between = source.between(self.site);
        match source.place {
            Place::Before(_) => {
                // The one before may have been an apposition to this one.
                if self.back.at < between.start {
                    self.back = Trail::new(between.end);
                }
                self.back.backward(self.view, between.start);
                self.back.clone()
            }
            Place::Behind(_) => {
                self.on.forward(self.view, between.end);
                self.on.clone()
            }
            Place::Around => Trail::new(between.start),
        }
    }
}
