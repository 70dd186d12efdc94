//! The dates that numbers hold for, and the numbers that are dates.

use crate::date::DateData;
use crate::index::Index;
use crate::lexicon::Classes;
use crate::number::{Found, QuantityRead, Run};
use crate::scan::Kind;
use crate::span::Span;
use std::ops::Range;

/// The farthest, in tokens, that a date may stand from its number.
const NEAR: usize = 10;

/// How many tokens may stand before a date that opens its sentence: `But in May, …`.
const OPENING: usize = 3;

/// How many dates on each side of a number are looked at.
const MOST: usize = 8;

/// Words before a date that does not say when the number holds: `from a year earlier`, `since 2009`.
const COMPARES: [&str; 7] = ["from", "than", "since", "before", "after", "until", "till"];

/// The dates of an article, walked along with its numbers.
pub(super) struct Dates<'a> {
    dates: &'a [DateData],
    /// The first date that may still overlap a number.
    next: usize,
}

impl<'a> Dates<'a> {
    pub(super) fn new(dates: &'a [DateData]) -> Self {
        Self { dates, next: 0 }
    }

    /// Whether the quantity whose number stands at `span` is a date or part of one. Quantities must be asked for in text
    /// order.
    ///
    /// What has a unit is no date: a length of time is a quantity even where it places something (`in three years`), and the
    /// grammar of numbers has left out the days and years before nouns.
    pub(super) fn has(&mut self, span: Span, quantity: &QuantityRead) -> bool {
        while self.dates.get(self.next).is_some_and(|date| date.span.end() <= span.start()) {
            self.next += 1;
        }
        quantity.unit.is_none() && self.dates.get(self.next).is_some_and(|date| date.span.overlaps(span))
    }

    /// The date that a quantity of the sentence `run` holds for: one that opens the sentence, or the nearest in the same
    /// clause with nothing but plain words between.
    pub(super) fn of(&self, run: Run<'_>, sentence: Span, found: &Found) -> Option<Index> {
        let first = self.dates.partition_point(|date| date.span.start() < sentence.start());
        let inside = &self.dates[first..];
        let inside = &inside[..inside.partition_point(|date| date.span.end() <= sentence.end())];
        let quantity = found.quantity.span;
        let middle = inside.partition_point(|date| date.span.start() < quantity.start());
        let near = middle.saturating_sub(MOST)..inside.len().min(middle + MOST);
        // Of those farther away only the first of the sentence can open it.
        let opening = 0..near.start.min(1);
        let mut best: Option<(usize, usize)> = None;
        for offset in opening.chain(near) {
            let date = &inside[offset];
            // What is read as a date too, such as `her mid-20s`, does not hold for itself.
            let distance =
                if date.span.overlaps(quantity) { None } else { distance(run, date.span, &found.tokens) };
            // Of two as near the one behind: `2.8% in April from 3.1% in March`.
            if let Some(distance) =
                distance.filter(|distance| best.is_none_or(|(other, _)| *distance <= other))
            {
                best = Some((distance, first + offset));
            }
        }
        best.map(|(_, index)| Index::new(index as u32))
    }
}

/// How many tokens stand between a date and a quantity; none where the date is of something else.
fn distance(run: Run<'_>, date: Span, quantity: &Range<usize>) -> Option<usize> {
    // Of the sentence, in which it stands.
    let own = run.rest(run.start);
    let start = own.partition_point(|token| token.start < date.start());
    let end = own.partition_point(|token| token.end <= date.end());
    let date = run.start + start..run.start + end.max(start);
    if run.is_one_of(date.start, &COMPARES) || run.follows(date.start, &COMPARES) {
        return None;
    }
    let (from, to) =
        if date.end <= quantity.start { (date.end, quantity.start) } else { (quantity.end, date.start) };
    let opens = date.start <= run.start + OPENING
        && date.end <= quantity.start
        && (run.start..date.start).all(|at| run.any(at, Classes::FUNCTION));
    let plain = to - from.min(to) <= NEAR
        && (from..to).all(|at| {
            let number = run.kind(at, Kind::Number) || run.any(at, Classes::NUMBER);
            let joint = run.any(at, Classes::CONJUNCTION.or(Classes::SUBORDINATOR).or(Classes::RELATIVE));
            let mark = run.token(at).is_some_and(|token| {
                matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Quote)
            });
            !(number || joint || mark)
        });
    (opens || plain).then_some(to - from.min(to))
}
