//! The head of a page: the lines above and at the start of the body, read as bylines and dates once.

use super::page::Page;
use super::{byline, headline, published};
use crate::date::DayOrder;
use std::borrow::Cow;
use std::ops::Range;

/// How many lines above the body belong to the head.
const ABOVE: usize = 80;

/// How many lines of the body are looked at; the byline may stand under the lead.
const BELOW: usize = 4;

/// The readings of the lines of the head.
#[derive(Debug)]
pub(super) struct Head<'p, 's> {
    pub(super) page: &'p Page<'s>,
    /// Which lines were read.
    pub(super) lines: Range<usize>,
    pub(super) order: DayOrder,
    bylines: Vec<Option<byline::Reading>>,
    dates: Vec<Option<published::Reading>>,
}

/// The article's own fields, by line.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) headline: Option<headline::Found>,
    pub(super) byline: Option<byline::Found>,
    pub(super) published: Option<published::Found>,
}

impl<'p, 's> Head<'p, 's> {
    pub(super) fn read(page: &'p Page<'s>, order: Option<DayOrder>) -> Self {
        let lines = page.run.start.saturating_sub(ABOVE)..(page.run.start + BELOW).min(page.lines.len());
        let order = order.unwrap_or_else(|| published::order(page.scan, &page.lines));
        let read = &page.lines[lines.clone()];
        Self {
            page,
            order,
            bylines: read.iter().map(|line| byline::read(page.scan, line)).collect(),
            dates: read.iter().map(|line| published::read(page.scan, line, order)).collect(),
            lines,
        }
    }

    /// What a line says as a byline.
    pub(super) fn byline(&self, line: usize) -> Option<Cow<'_, byline::Reading>> {
        if self.lines.contains(&line) {
            return self.bylines[line - self.lines.start].as_ref().map(Cow::Borrowed);
        }
        byline::read(self.page.scan, self.page.lines.get(line)?).map(Cow::Owned)
    }

    /// The dates of a line.
    pub(super) fn dates(&self, line: usize) -> Option<published::Reading> {
        if self.lines.contains(&line) {
            return self.dates[line - self.lines.start];
        }
        published::read(self.page.scan, self.page.lines.get(line)?, self.order)
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
