//! Claims: quantities with subject, date and claimant.

mod confidence;
mod date;
mod result;
mod source;
mod subject;
mod trend;

pub use result::Claim;
pub(crate) use result::{Around, ClaimData};

use crate::date::DateData;
use crate::lexicon::{Table, tables};
use crate::mention::Mentions;
use crate::number::{Found, Run, Trend};
use crate::quote::Quoted;
use crate::room;
use crate::scan::Scan;
use crate::sentence::SentenceData;
use std::ops::Range;

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
    made: Vec<ClaimData>,
}

/// What is kept of the quantity before.
struct Last {
    tokens: Range<usize>,
    trend: Option<Trend>,
    /// The tokens of its subject.
    subject: Option<Range<usize>>,
}

impl<'a> Claims<'a> {
    pub(crate) fn new(
        scan: &'a Scan<'a>,
        sentences: &'a [SentenceData],
        mentions: &'a Mentions,
        quoted: &'a Quoted,
        dates: &'a [DateData],
    ) -> Self {
        let (sources, dates) = (source::Sources::new(quoted), date::Dates::new(dates));
        Self { scan, sentences, mentions, sources, dates, sentence: 0, last: None, made: Vec::new() }
    }

    /// Takes the next quantities of the text.
    #[inline(never)]
    pub(crate) fn take(&mut self, quantities: &mut Vec<Found>) {
        let done = quantities.first().map_or(0, |found| found.tokens.start);
        room::reserve(&mut self.made, quantities.len(), done, self.scan.tokens.len());
        for found in quantities.drain(..) {
            self.claim(found);
        }
    }

    fn claim(&mut self, mut found: Found) {
        let ended = |data: &SentenceData| data.tokens.end <= found.tokens.start;
        while self.sentences.get(self.sentence).is_some_and(ended) {
            self.sentence += 1;
            self.last = None;
        }
        let (scan, last) = (self.scan, self.last.as_ref());
        let Some(data) = self.sentences.get(self.sentence) else { return };
        let run = Run::new(scan, data.tokens.clone());
        let number = scan.span_of(found.number.clone());
        if self.dates.has(number, &found.quantity) {
            return;
        }
        let lead = lead(run, &found);
        found.quantity.trend = trend::find(run, last, &found, lead);
        let tokens = subject::find(run, self.mentions, last, &found, lead);
        let (quote, claimant) = self.sources.of(number);
        let subject = tokens.clone().map(|tokens| scan.span_of(tokens));
        let date = self.dates.of(run, data.span, &found);
        let Found { quantity, tokens: own, .. } = found;
        self.last = Some(Last { tokens: own, trend: quantity.trend, subject: tokens });
        self.made.push(ClaimData {
            span: subject.map_or(quantity.span, |subject| subject.cover(quantity.span)),
            subject,
            claimant,
            quote,
            date,
            confidence: confidence::of(&quantity),
            quantity,
        });
    }

    pub(crate) fn finish(self) -> Vec<ClaimData> {
        self.made
    }
}

/// Where a quantity begins with the words before it that compare, or add nothing: `an average of`, `a total of`, `only`.
fn lead(run: Run<'_>, found: &Found) -> usize {
    let start = found.tokens.start;
    let plain = |row: u16| tables::COMPARATOR.get(row as usize).is_some_and(|row| !row.after);
    run.entry_before(Table::Comparator, run.start, start, plain).map_or(start, |(start, _)| start)
}
