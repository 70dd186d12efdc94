//! Which noun phrase speaks at a cue.

use super::{Passed, both, form, shape, three, trust};
use crate::model::Sink;
use crate::quote::candidates::{Position, Source};
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
    passive: u32,
    trust: u32,
    /// The category before the cue.
    before: u32,
    /// From the cue back to the candidate, and on to it.
    back: Passed,
    on: Passed,
}

impl<'v> Sources<'v> {
    pub(in crate::quote) fn new(view: &'v View<'v>, site: &'v Site, last: Option<Source>) -> Self {
        Self {
            view,
            site,
            last,
            form: form(view, site),
            passive: u32::from(site.passive),
            trust: trust(site),
            before: view.category_before(site.tokens.start, 1) as u32,
            back: Passed::new(site.tokens.start),
            on: Passed::new(site.end()),
        }
    }

    /// Describes that nobody speaks.
    pub(in crate::quote) fn nobody(&self, sink: &mut impl Sink) {
        let Self { view, site, form, passive, trust, before, .. } = *self;
        let (start, end) = (site.tokens.start, site.end());
        let [earlier, last, ..] = view.around(start);
        let (further, word) = (earlier.category as u32, last.lexical);

        sink.add(1, passive, view.lexical(end));
        sink.add(2, 0, site.lemma);
        sink.add(3, passive, further);
        sink.add(4, passive, word);
        sink.add(5, 0, before);
        sink.add(6, 0, form);
        sink.add(7, 0, shape(view, view.chunk_starting(end)));
        sink.add(8, passive, trust);
        sink.add(9, further, word);
        sink.add(10, form, site.lemma);
    }

    /// Describes a noun phrase as the speaker.
    pub(in crate::quote) fn speaker(&mut self, source: Source, sink: &mut impl Sink) {
        let Self { view, site, last, form, passive, before, .. } = *self;
        let tokens = source.tokens();
        let own = &view.mentions.chunks[source.chunk];
        let (side, rank) = match source.position {
            Position::Behind(rank) => (0, 16 + rank as u32),
            Position::Before(rank) => (1, rank as u32),
            Position::Around => (2, 30),
        };
        let between = source.between(site);
        let passed = self.passed(source);
        let behind = view.category(tokens.end) as u32;
        let [earlier, last_before, ..] = view.around(tokens.start);
        let (further, first, word) =
            (earlier.category as u32, last_before.category as u32, last_before.lexical);
        // Of a chunk around the cue, the last word before it stands for the head.
        let head = if side == 2 { tokens.end - 1 } else { own.head as usize };
        let head = view.seen(head);
        let (class, noun) = (head.category as u32, head.lexical);
        let nearest =
            if between.len() == 1 { view.lexical(between.start) } else { between.len().min(2) as u32 };
        let same = u32::from(last.is_some_and(|last| last.is_same(source))) | u32::from(last.is_some()) << 1;
        let apposed =
            u32::from(own.whole.end > own.tokens.end) | u32::from(view.is_apposed(source.chunk)) << 1;

        sink.add(21, both(side, first), nearest);
        sink.add(22, both(rank, passive), noun);
        sink.add(23, both(side, apposed), site.lemma);
        sink.add(24, three(passive, class, further), 0);
        sink.add(25, three(before, rank, behind), 0);
        sink.add(26, both(side, passive), word);
        sink.add(27, three(before, rank, same), 0);
        sink.add(28, form, both(first, behind));
        sink.add(29, three(side, shape(view, Some(source.chunk)), first), 0);
        sink.add(30, both(side, apposed), passed);
        sink.add(31, both(class, apposed), noun);
        sink.add(32, three(self.trust, passive, class), 0);
        sink.add(33, both(side, further), word);
        sink.add(34, both(rank, same), word);
        sink.add(35, both(form, side), site.lemma);
        sink.add(36, three(class, behind, apposed), 0);
    }

    /// What stands between a noun phrase and the cue; goes on from the one before.
    fn passed(&mut self, source: Source) -> u32 {
        let between = source.between(self.site);
        match source.position {
            Position::Before(_) => {
                // The one before may have been an apposition to this one.
                if self.back.at < between.start {
                    self.back = Passed::new(between.end);
                }
                self.back.backward(self.view, between.start);
                self.back.kinds
            }
            Position::Behind(_) => {
                self.on.forward(self.view, between.end);
                self.on.kinds
            }
            Position::Around => 0,
        }
    }
}
