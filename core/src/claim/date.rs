//! The dates that numbers hold for, and the numbers that are dates.

use crate::date::DateData;
use crate::number::QuantityData;
use crate::span::Span;

/// The farthest, in bytes, that a date may stand from its number where the sentence has several.
const NEAR: u32 = 60;

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
    pub(super) fn has(&mut self, span: Span, quantity: &QuantityData) -> bool {
        while self.dates.get(self.next).is_some_and(|date| date.span.end() <= span.start()) {
            self.next += 1;
        }
        quantity.unit.is_none() && self.dates.get(self.next).is_some_and(|date| date.span.overlaps(span))
    }

    /// The date of the sentence that a quantity holds for: the only one, or the nearest if it is near.
    pub(super) fn nearest(&self, sentence: Span, quantity: Span) -> Option<u32> {
        let first = self.dates.partition_point(|date| date.span.start() < sentence.start());
        let inside = self.dates[first..].iter().take_while(|date| date.span.end() <= sentence.end());
        // What is read as a date too, such as `her mid-20s`, does not hold for itself.
        let inside = inside.enumerate().filter(|(_, date)| !date.span.overlaps(quantity));
        let distance = |date: &DateData| {
            if date.span.end() <= quantity.start() {
                quantity.start() - date.span.end()
            } else {
                date.span.start().saturating_sub(quantity.end())
            }
        };
        // A sentence of many dates is a list: what is near enough decides there.
        let mut best: Option<(u32, usize)> = None;
        let mut count = 0;
        for (offset, date) in inside.take(16) {
            count += 1;
            let distance = distance(date);
            if best.is_none_or(|(other, _)| distance < other) {
                best = Some((distance, first + offset));
            }
        }
        let (distance, index) = best?;
        (count == 1 || distance <= NEAR).then(|| u32::try_from(index).ok()).flatten()
    }
}
