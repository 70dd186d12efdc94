//! Dates: written and relative, read against the article's own date.

mod clock;
mod grammar;
mod iso;
mod result;
mod written;

pub(crate) use result::{DateData, Time};
pub use result::{DateMention, DateValue, Day, Granularity, Moment};
pub(crate) use written::{DayOrder, Written, moment, written};

use crate::scan::Scan;
use std::ops::Range;

/// Finds the dates in runs of tokens, which are sentences, and resolves them against `reference`.
pub(crate) fn find(
    _scan: &Scan<'_>,
    _sentences: impl Iterator<Item = Range<usize>>,
    _reference: Option<Day>,
) -> Vec<DateData> {
    Vec::new()
}
