//! The head of a page: the lines above and at the start of the body, each read as a byline and as dates at most once.

use super::line::LineFeatures;
use super::page::Page;
use super::{byline, headline, published};
use crate::date::DayOrder;
use crate::scan::Scan;
use crate::scratch::{Lent, Spare};
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

/// How many lines above the body belong to the head.
const ABOVE: usize = 80;

/// How many lines of the body are looked at; the byline may stand under the lead.
const BELOW: usize = 4;

/// How many readings are kept: more lines than are looked at from any one.
const KEPT: usize = 128;

/// What the lines of a page say as bylines and as dates; each is read when it is first asked for.
#[derive(Debug)]
pub(super) struct Readings<'a> {
    order: DayOrder,
    bylines: Memo<'a, Arc<byline::Reading>>,
    dates: Memo<'a, published::Reading>,
}

/// What readings are kept in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    bylines: Spare<Vec<Slot<Arc<byline::Reading>>>>,
    dates: Spare<Vec<Slot<published::Reading>>>,
}

impl<'a> Readings<'a> {
    /// For lines that were not read yet, with the order of day and month in digits where it is known.
    pub(super) fn new(
        scan: &Scan<'_>,
        lines: &[LineFeatures],
        order: Option<DayOrder>,
        scratch: &'a mut Scratch,
    ) -> Self {
        Self {
            order: order.unwrap_or_else(|| published::order(scan, lines)),
            bylines: Memo::new(lines.len(), scratch.bylines.lend()),
            dates: Memo::new(lines.len(), scratch.dates.lend()),
        }
    }

    /// Which of two numbers of digits is the month.
    pub(super) fn order(&self) -> DayOrder {
        self.order
    }
}

/// What was last read at lines near each other.
#[derive(Debug)]
struct Memo<'a, T>(RefCell<Lent<'a, Vec<Slot<T>>>>);

/// A line that was read, and what it says.
type Slot<T> = Option<(u32, Option<T>)>;

impl<'a, T: Clone> Memo<'a, T> {
    fn new(lines: usize, mut slots: Lent<'a, Vec<Slot<T>>>) -> Self {
        slots.resize_with(lines.min(KEPT), || None);
        Self(RefCell::new(slots))
    }

    /// What was read at a line, or else what `read` does.
    fn get(&self, line: usize, read: impl FnOnce() -> Option<T>) -> Option<T> {
        let mut slots = self.0.borrow_mut();
        let count = slots.len();
        let slot = slots.get_mut(line.checked_rem(count)?)?;
        match slot {
            Some((of, kept)) if *of as usize == line => kept.clone(),
            _ => slot.insert((line as u32, read())).1.clone(),
        }
    }
}

/// The lines above the body and the first of it, where the article's own fields stand.
#[derive(Debug)]
pub(super) struct Head<'p, 's> {
    pub(super) page: &'p Page<'s>,
    pub(super) lines: Range<usize>,
}

/// The article's own fields, by line.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) headline: Option<headline::Found>,
    pub(super) byline: Option<byline::Found>,
    pub(super) published: Option<published::Found>,
}

impl<'p, 's> Head<'p, 's> {
    pub(super) fn new(page: &'p Page<'s>) -> Self {
        let lines = page.run.start.saturating_sub(ABOVE)..(page.run.start + BELOW).min(page.lines.len());
        Self { page, lines }
    }

    /// What a line says as a byline.
    pub(super) fn byline(&self, line: usize) -> Option<Arc<byline::Reading>> {
        let Page { scan, lines, readings, .. } = self.page;
        let features = lines.get(line)?;
        readings.bylines.get(line, || byline::read(scan, features).map(Arc::new))
    }

    /// The dates of a line.
    pub(super) fn dates(&self, line: usize) -> Option<published::Reading> {
        let Page { scan, lines, readings, .. } = self.page;
        let features = lines.get(line)?;
        readings.dates.get(line, || published::read(scan, features, readings.order))
    }

    /// Finds the article's own fields.
    pub(super) fn fields(&self) -> Fields {
        let headline = headline::find(self);
        let line = headline.map(|found| found.line);
        let byline = byline::find(self, line);
        let lines = byline.as_ref().map(|found| found.lines.clone());
        let published = published::find(self, line, lines.as_ref());
        Fields { headline, byline, published }
    }
}
