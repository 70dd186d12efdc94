//! Who makes a claim: the speaker of the innermost quote that holds the number.

use super::Said;
use crate::index::Index;
use crate::quote::Quoted;
use crate::scratch::{Lent, Spare};
use crate::span::Span;

/// The contents of all quotes, walked along with the numbers.
pub(super) struct Sources<'a> {
    quoted: &'a Quoted,
    /// Each run of content with its quote, by where it begins.
    runs: Lent<'a, Vec<(Span, u32)>>,
    /// The first run that has not begun yet.
    next: usize,
    /// The runs that hold the present place.
    open: Lent<'a, Vec<(Span, u32)>>,
}

/// What the runs are kept in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    runs: Spare<Vec<(Span, u32)>>,
    open: Spare<Vec<(Span, u32)>>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(quoted: &'a Quoted, scratch: &'a mut Scratch) -> Self {
        let mut runs = scratch.runs.lend();
        runs.reserve_exact(quoted.quotes.runs());
        for (index, content) in (0..).zip(quoted.quotes.contents()) {
            runs.extend(content.iter().map(|run| (*run, index)));
        }
        runs.sort_by_key(|(run, index)| (run.start(), std::cmp::Reverse(run.end()), *index));
        Self { quoted, runs, next: 0, open: scratch.open.lend() }
    }

    /// The quote that holds a number, and its speaker. Numbers must be asked for in text order.
    pub(super) fn of(&mut self, number: Span) -> Said {
        self.open.retain(|(run, _)| run.end() > number.start());
        while let Some((run, index)) =
            self.runs.get(self.next).filter(|(run, _)| run.start() <= number.start())
        {
            if run.end() > number.start() {
                self.open.push((*run, *index));
            }
            self.next += 1;
        }
        let innermost =
            self.open.iter().filter(|(run, _)| run.contains(number)).min_by_key(|(run, _)| run.len());
        let Some((_, index)) = innermost else { return Said::default() };
        let claimant = self.quoted.quotes.speaker(*index);
        Said { quote: Some(Index::new(*index)), claimant }
    }
}
