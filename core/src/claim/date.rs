//! The dates that numbers hold for, and the numbers that are dates.

use crate::date::DateData;
use crate::number::{QuantityData, UnitKind, Value};
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
    /// A length of time is a quantity even where it places something (`in three years`); a date between the ends of a
    /// range is its own.
    pub(super) fn has(&mut self, span: Span, quantity: &QuantityData) -> bool {
        while self.dates.get(self.next).is_some_and(|date| date.span.end() <= span.start()) {
            self.next += 1;
        }
        let range = matches!(quantity.value, Value::Range(..));
        match quantity.unit.as_ref().map(|unit| unit.kind) {
            Some(UnitKind::Time) => return false,
            Some(UnitKind::Count) if !range => {}
            Some(_) => return false,
            None => {}
        }
        self.dates.get(self.next).is_some_and(|date| date.span.overlaps(span))
    }

    /// The date of the sentence that a quantity holds for: the only one, or the nearest if it is near.
    pub(super) fn nearest(&self, sentence: Span, quantity: Span) -> Option<u32> {
        let first = self.dates.partition_point(|date| date.span.start() < sentence.start());
        let inside = self.dates[first..].iter().take_while(|date| date.span.end() <= sentence.end());
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
        for (offset, date) in inside.take(16).enumerate() {
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
