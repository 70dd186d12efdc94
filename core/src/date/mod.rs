//! Dates: written and relative, read against the article's own date.
//!
//! At each word of the calendar and each number a grammar proposes what may be a date (`phrase`, `range`), what stands
//! around it decides whether it is one (`trust`) and where it lies (`tense`), and `resolve` reads it against the
//! reference.

mod calendar;
mod clock;
mod expression;
mod grammar;
mod holiday;
mod interval;
mod iso;
mod length;
mod named;
mod ordinal;
mod phrase;
mod portion;
mod range;
mod relative;
mod resolve;
mod result;
mod tense;
mod trust;
mod written;
mod year;

pub(crate) use result::{DateData, Time};
pub use result::{DateMention, DateValue, Day, Endpoint, Granularity, Moment};
pub(crate) use written::{DayOrder, Written, moment, written};

use crate::lexicon::{self, Classes, Table};
use crate::scan::{Kind, Scan, Tokens};
use std::ops::Range;

/// How many tokens a date may take.
const WINDOW: usize = 32;

/// Finds the dates in runs of tokens, which are sentences, and resolves them against `reference`.
pub(crate) fn find(
    scan: &Scan<'_>,
    sentences: impl Iterator<Item = Range<usize>>,
    reference: Option<Day>,
) -> Vec<DateData> {
    let mut dates = Vec::new();
    for sentence in sentences {
        in_sentence(scan, &sentence, reference, &mut dates);
    }
    dates
}

fn in_sentence(scan: &Scan<'_>, sentence: &Range<usize>, reference: Option<Day>, dates: &mut Vec<DateData>) {
    let (mut at, mut floor) = (sentence.start, sentence.start);
    while at < sentence.end {
        if starts(scan, at, sentence.end) {
            if let Some((tokens, date)) = read(scan, sentence, at, floor, reference) {
                dates.push(date);
                at = tokens.end;
                floor = at;
                continue;
            }
        }
        at += 1;
    }
}

/// Whether a date may begin with the token `at`.
fn starts(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    const WORDS: Classes =
        Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR).or(Classes::NUMBER).or(Classes::ORDINAL);
    let token = &scan.tokens[at];
    // `a week ago`, `a few days ago`
    let counts = || scan.tokens[at + 1..end.min(at + 4)].iter().any(|token| token.any(Classes::CALENDAR));
    token.any(WORDS)
        || matches!(token.kind, Kind::Number | Kind::Quote)
        || token.any(Classes::DETERMINER) && counts()
        || token.any(Classes::PHRASE) && lexicon::phrases(token.word).any(|phrase| phrase.table == Table::Calendar)
}

/// The date that begins at the token `at`, with the tokens it covers; words before it belong to it down to `floor`.
fn read(
    scan: &Scan<'_>,
    sentence: &Range<usize>,
    at: usize,
    floor: usize,
    reference: Option<Day>,
) -> Option<(Range<usize>, DateData)> {
    let input = Tokens::new(scan, at, sentence.end.min(at + WINDOW));
    let found = range::mention(input, floor, DayOrder::default())?;
    let direction = tense::direction(scan, sentence.clone(), found.tokens.clone());
    let surroundings = trust::Surroundings { scan, sentence: sentence.clone(), direction };
    if !surroundings.trust(&found) {
        return None;
    }
    let (granularity, value) = resolve::mention(found.mention, resolve::Context { reference, direction });
    Some((found.tokens.clone(), DateData { span: scan.span_of(found.tokens), value, granularity }))
}
