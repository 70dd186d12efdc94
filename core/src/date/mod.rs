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
mod list;
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

use range::Found;

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
        Finder { scan, start: sentence.start, end: sentence.end, reference }.dates(&mut dates);
    }
    dates
}

/// Where dates are looked for and what they are read against.
#[derive(Clone, Copy)]
struct Finder<'s> {
    scan: &'s Scan<'s>,
    /// The sentence, from its first token to behind its last.
    start: usize,
    end: usize,
    reference: Option<Day>,
}

impl Finder<'_> {
    /// The dates of the sentence.
    fn dates(self, dates: &mut Vec<DateData>) {
        let (mut at, mut floor) = (self.start, self.start);
        while at < self.end {
            let Some(mut found) = self.candidate(at, floor) else {
                at += 1;
                continue;
            };
            loop {
                dates.push(self.resolved(&found));
                at = found.tokens.end;
                match range::next_in_list(self.from(at), found.mention) {
                    Some(next) => found = next,
                    None => break,
                }
            }
            floor = at;
        }
    }

    /// The tokens from one on that a date may take.
    fn from(&self, at: usize) -> Tokens<'_> {
        Tokens::new(self.scan, at, self.end.min(at + WINDOW))
    }

    /// The date at the token `at`, if one is there; words before it belong to it down to `floor`.
    fn candidate(&self, at: usize, floor: usize) -> Option<Found> {
        let found = starts(self.scan, at, self.end)
            .then(|| range::mention(self.from(at), floor, DayOrder::default()))
            .flatten()?;
        let direction = tense::direction(self.scan, self.start..self.end, found.tokens.clone());
        let surroundings = trust::Surroundings { scan: self.scan, sentence: self.start..self.end, direction };
        surroundings.trust(&found).then_some(found)
    }

    fn resolved(&self, found: &Found) -> DateData {
        let direction = tense::direction(self.scan, self.start..self.end, found.tokens.clone());
        let context = resolve::Context { reference: self.reference, direction };
        let (granularity, value) = resolve::mention(found.mention, context);
        DateData { span: self.scan.span_of(found.tokens.clone()), value, granularity }
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
        || token.any(Classes::PHRASE)
            && lexicon::phrases(token.word).any(|phrase| phrase.table == Table::Calendar)
}
