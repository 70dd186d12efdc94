//! Claims: quantities with subject, date and claimant.

mod confidence;
mod date;
mod result;
mod source;
mod subject;
mod trend;

pub use result::Claim;
pub(crate) use result::ClaimData;

use crate::date::DateData;
use crate::lexicon::{Table, tables};
use crate::mention::Mentions;
use crate::number::{Found, Run};
use crate::quote::Quoted;
use crate::scan::Scan;
use crate::sentence::SentenceData;
use std::ops::Range;

/// Makes claims of the quantities that assert something.
#[inline(never)]
pub(crate) fn find(
    scan: &Scan<'_>,
    sentences: &[SentenceData],
    mentions: &Mentions,
    quoted: &Quoted,
    quantities: Vec<Found>,
    dates: &[DateData],
) -> Vec<ClaimData> {
    let mut claims = Vec::with_capacity(quantities.len());
    let mut sentence = 0;
    let mut dates = date::Dates::new(dates);
    let mut sources = source::Sources::new(quoted);
    let mut last: Option<(Found, Option<Range<usize>>)> = None;
    for mut found in quantities {
        while sentences.get(sentence).is_some_and(|data| data.tokens.end <= found.tokens.start) {
            sentence += 1;
            last = None;
        }
        let Some(data) = sentences.get(sentence) else { break };
        let run = Run::new(scan, data.tokens.clone());
        if dates.has(scan.span_of(found.number.clone()), &found.quantity) {
            continue;
        }
        let lead = lead(run, &found);
        found.quantity.trend = trend::find(run, last.as_ref().map(|(last, _)| last), &found, lead);
        let before = last.as_ref().map(|(last, subject)| (last, subject.clone()));
        let tokens = subject::find(run, mentions, before, &found, lead);
        let number = scan.span_of(found.number.clone());
        let (quote, claimant) = sources.of(number);
        let subject = tokens.clone().map(|tokens| scan.span_of(tokens));
        claims.push(ClaimData {
            span: subject.map_or(found.quantity.span, |subject| subject.cover(found.quantity.span)),
            subject,
            claimant,
            quote,
            date: dates.of(run, data.span, &found),
            confidence: confidence::of(&found.quantity),
            quantity: found.quantity.clone(),
        });
        last = Some((found, tokens));
    }
    claims
}

/// Where a quantity begins with the words before it that compare, or add nothing: `an average of`, `a total of`, `only`.
fn lead(run: Run<'_>, found: &Found) -> usize {
    let start = found.tokens.start;
    let plain = |row: u16| tables::COMPARATOR.get(row as usize).is_some_and(|row| !row.after);
    run.entry_before(Table::Comparator, run.start, start, plain).map_or(start, |(start, _)| start)
}
