//! Claims: quantities with subject, date and claimant.

mod confidence;
mod date;
mod result;
mod source;
mod subject;
mod trend;

pub use result::Claim;
pub(crate) use result::{Around, ClaimList, ClaimMade, Said};

use crate::date::DateData;
use crate::lexicon::{Table, tables};
use crate::mention::Mentions;
use crate::number::{Found, Run, Trend};
use crate::quote::{Prose, Quoted};
use crate::room::Progress;
use crate::scan::Scan;
use crate::scratch::{Lent, Spare};
use crate::sentence::SentenceData;
use std::ops::Range;

/// What is known of the quantity before.
#[derive(Debug)]
struct Last {
    /// Its tokens, and those of its subject.
    tokens: Range<usize>,
    subject: Option<Range<usize>>,
    trend: Option<Trend>,
}

/// What the stage works in.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    sources: source::Scratch,
    made: Spare<ClaimList>,
}

/// Makes claims of the quantities that assert something.
pub(crate) struct Claims<'a> {
    scan: &'a Scan<'a>,
    sentences: &'a [SentenceData],
    mentions: &'a Mentions,
    sources: source::Sources<'a>,
    dates: date::Dates<'a>,
    /// The sentence at hand.
    sentence: usize,
    /// The quantity before in that sentence.
    last: Option<Last>,
    made: Lent<'a, ClaimList>,
}

impl<'a> Claims<'a> {
    pub(crate) fn new(
        prose: Prose<'a>,
        mentions: &'a Mentions,
        quoted: &'a Quoted,
        dates: &'a [DateData],
        scratch: &'a mut Scratch,
    ) -> Self {
        let Prose { scan, sentences, .. } = prose;
        let Scratch { sources, made } = scratch;
        let (sources, dates) = (source::Sources::new(quoted, sources), date::Dates::new(dates));
        Self { scan, sentences, mentions, sources, dates, sentence: 0, last: None, made: made.lend() }
    }

    /// Takes the next quantities of the text.
    #[inline(never)]
    pub(crate) fn take(&mut self, quantities: &mut Vec<Found>) {
        for found in quantities.drain(..) {
            self.claim(found);
        }
    }

    fn claim(&mut self, mut found: Found) {
        let ended = |data: &SentenceData| data.range().end <= found.tokens.start;
        while self.sentences.get(self.sentence).is_some_and(ended) {
            self.sentence += 1;
            self.last = None;
        }
        let (scan, last) = (self.scan, self.last.as_ref());
        let Some(data) = self.sentences.get(self.sentence) else { return };
        let run = Run::new(scan, data.range());
        let number = scan.span_of(found.number.clone());
        if self.dates.has(number, &found.quantity) {
            return;
        }
        let lead = lead(run, &found);
        found.quantity.trend = trend::find(run, last, &found, lead);
        let subject = subject::find(run, self.mentions, last, &found, lead);
        let progress = Progress { done: found.tokens.end, all: scan.tokens.len() };
        let last =
            Last { tokens: found.tokens.clone(), subject: subject.clone(), trend: found.quantity.trend };
        let made = ClaimMade {
            subject: subject.clone().map(|tokens| scan.span_of(tokens)),
            said: self.sources.of(number),
            date: self.dates.of(run, data.span(scan), &found),
            confidence: confidence::of(&found.quantity),
            quantity: found.quantity,
        };
        self.made.push(made, progress);
        self.last = Some(last);
    }

    pub(crate) fn finish(mut self) -> ClaimList {
        self.made.take()
    }
}

/// Where a quantity begins with the words before it that compare, or add nothing: `an average of`, `a total of`, `only`.
fn lead(run: Run<'_>, found: &Found) -> usize {
    let start = found.tokens.start;
    let plain = |row: u16| tables::COMPARATOR.get(row as usize).is_some_and(|row| !row.after);
    run.entry_before(Table::Comparator, run.start, start, plain).map_or(start, |(start, _)| start)
}
