//! Dates: written and relative, read against the article's own date.
//!
//! At each word of the calendar and each number a grammar proposes what may be a date (`mention`), what stands around it
//! decides whether it is one (`trust`) and where it lies (`tense`), and `resolve` reads it against the
//! reference.

mod before;
mod beside;
mod calendar;
mod clock;
mod expression;
mod figure;
mod grammar;
mod holiday;
mod interval;
#[cfg(feature = "serde")]
mod iso;
mod length;
mod list;
mod mention;
mod named;
mod opening;
mod ordinal;
mod phrase;
mod portion;
mod range;
mod relative;
mod resolve;
mod result;
mod story;
mod surroundings;
mod tense;
mod trust;
mod written;
mod year;

pub(crate) use result::{DateData, Time};
pub use result::{DateMention, DateValue, Day, Endpoint, Granularity, Moment};
pub(crate) use written::{DayOrder, moment, written};

use crate::lexicon::{self, Classes, Table, word};
use crate::scan::{Kind, Scan, Token, Tokens};
use crate::scratch::{Spare, exact};
use mention::Found;
use std::ops::Range;
use story::Story;
use tense::Direction;

/// How many tokens a date may take.
const WINDOW: usize = 32;

/// How far behind a number or article a word of the calendar makes it the start of a date.
const NEAR: usize = 4;

/// How many tokens a list of days takes that stands before their month.
const LIST: usize = 16;

const CALENDAR: Classes = Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR);

const NUMBERS: Classes = Classes::NUMBER.or(Classes::ORDINAL);

/// Finds the dates in runs of tokens, which are sentences, and resolves them against `reference`; `order` is that of day
/// and month in digits.
#[inline(never)]
pub(crate) fn find(
    scan: &Scan<'_>,
    sentences: impl Iterator<Item = Range<usize>>,
    reference: Option<Day>,
    order: DayOrder,
    scratch: &mut Spare<Vec<DateData>>,
) -> Vec<DateData> {
    let mut dates = scratch.lend();
    let mut story = Story::default();
    for sentence in sentences {
        story.turn_over();
        let finder = Finder { scan, start: sentence.start, end: sentence.end, reference, order };
        finder.dates(&mut story, &mut dates);
    }
    exact(&mut dates)
}

/// Where dates are looked for and what they are read against.
#[derive(Clone, Copy)]
struct Finder<'s> {
    scan: &'s Scan<'s>,
    /// The sentence, from its first token to behind its last.
    start: usize,
    end: usize,
    reference: Option<Day>,
    order: DayOrder,
}

impl Finder<'_> {
    /// The dates of the sentence.
    fn dates(self, story: &mut Story, dates: &mut Vec<DateData>) {
        let (mut at, mut floor) = (self.start, self.start);
        let opens = |token: &Token| token.any(OPENERS);
        while let Some(ahead) = self.scan.tokens[at..self.end].iter().position(opens) {
            at += ahead;
            let candidate = if ahead > 0 { self.marked(at, floor) } else { None };
            let plain = || starts(self.scan, at, self.end).then(|| self.candidate(at, floor)).flatten();
            let Some((mut found, direction)) = candidate.or_else(plain) else {
                at += 1;
                continue;
            };
            loop {
                dates.push(self.resolved(&found, direction, story));
                at = found.tokens.end;
                match mention::next_in_list(self.from(at), found.mention) {
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

    /// The date whose number is the token `at`, from the mark before it on: `’90s`
    fn marked(&self, at: usize, floor: usize) -> Option<(Found, Direction)> {
        let marked = self.scan.tokens[at].is(Kind::Number) && self.scan.tokens[at - 1].is(Kind::Quote);
        if marked { self.candidate(at - 1, floor) } else { None }
    }

    /// The date at the token `at`, if one is there, and where it lies; words before it belong to it down to `floor`.
    fn candidate(&self, at: usize, floor: usize) -> Option<(Found, Direction)> {
        let found = mention::mention(self.from(at), floor, self.order)?;
        let direction = tense::direction(self.scan, self.start..self.end, found.tokens.clone());
        let surroundings =
            surroundings::Surroundings { scan: self.scan, sentence: self.start..self.end, direction };
        surroundings.trust(&found).then_some((found, direction))
    }

    /// Whether a date at the token `at` is that of a report, which is not in the story: `police said on Tuesday`
    fn is_of_report(&self, at: usize) -> bool {
        let before = |at: usize| at.checked_sub(1).filter(|at| *at >= self.start);
        let on = before(at).filter(|before| self.scan.tokens[*before].any(Classes::PREPOSITION));
        before(on.unwrap_or(at)).is_some_and(|before| self.scan.tokens[before].any(Classes::CUE_VERB))
    }

    fn resolved(&self, found: &Found, direction: Direction, story: &mut Story) -> DateData {
        let context = resolve::Context { reference: self.reference, direction };
        let (mut granularity, mut value) = resolve::mention(found.mention, context);
        if value.is_none() {
            value = story.told(found.mention, self.from(found.tokens.end));
            granularity = value.map_or(granularity, resolve::granularity_of);
        }
        if !self.is_of_report(found.tokens.start) {
            story.come_to(found.mention, value);
        }
        DateData { span: self.scan.span_of(found.tokens.clone()), value, granularity }
    }
}

/// What a date may begin with, but for the mark before `’90s`. Nearly all tokens are passed over by it.
const OPENERS: Classes =
    CALENDAR.or(NUMBERS).or(Classes::COUNTING).or(Classes::CALENDAR_PHRASE).or(Classes::DIGITS);

/// Whether a date may begin with the token `at`. Numbers and articles are so frequent that what follows them is looked at
/// before any grammar runs.
fn starts(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let token = &scan.tokens[at];
    let near =
        |classes: Classes| scan.tokens[at + 1..end.min(at + 1 + NEAR)].iter().any(|token| token.any(classes));
    let next = scan.tokens.get(at + 1).filter(|_| at + 1 < end);
    match token.kind {
        // `5 May`, `3 business days ago`, `16. Nov.`, `4 to 23 next month`
        Kind::Number => {
            let joined = |next: &Token| match next.kind {
                Kind::Word if next.any(Classes::FUNCTION) => near(CALENDAR),
                Kind::Word => lexicon::opens(next.word, Table::Calendar) && near(CALENDAR),
                Kind::Comma => near(Classes::MONTH) || lists(scan, at, end),
                Kind::Period | Kind::Dash => near(Classes::MONTH),
                // `5 & 6 May`
                Kind::Symbol => near(Classes::MONTH) && scan.word(at + 1) == "&",
                _ => false,
            };
            // `on the 27.`
            let ends =
                || next.is_none_or(Token::is_end_mark) && at > 0 && scan.tokens[at - 1].any(Classes::ARTICLE);
            is_written(token, next) || next.is_some_and(joined) || ends()
        }
        Kind::Word if token.any(CALENDAR) => true,
        Kind::Word if token.any(NUMBERS) => {
            // `on the twentieth`
            let ends = || token.any(Classes::ORDINAL) && next.is_none_or(Token::is_end_mark);
            near(CALENDAR.or(NUMBERS).or(Classes::MAGNITUDE).or(Classes::FRACTION)) || ends()
        }
        // `a week ago`, `a few years ago`, `several years ago`
        Kind::Word if token.any(Classes::COUNTING) => {
            let counts = |next: &Token| next.any(CALENDAR.or(Classes::DETERMINER).or(Classes::MAGNITUDE));
            let counted = |next: &Token| counts(next) || next.word == word!("couple");
            next.is_some_and(counted) && near(CALENDAR)
        }
        Kind::Word => opens_date(scan, at, end),
        _ => false,
    }
}

/// Whether the numbers of a list that a number opens may be days of a month: `5, 6 and 7 May`.
#[inline(never)]
fn lists(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    if !scan.tokens.get(at + 2).is_some_and(|next| next.any(Classes::DIGITS)) {
        return false;
    }
    let behind = &scan.tokens[at + 2..end.min(at + LIST).max(at + 2)];
    let goes_on =
        |token: &&Token| token.any(Classes::DIGITS.or(Classes::CONJUNCTION)) || token.is(Kind::Comma);
    let last = behind.iter().take_while(goes_on).count();
    behind.get(last).is_some_and(|token| token.any(Classes::MONTH))
}

/// Whether a number can be a date by itself: a year, `20191120`, `20.11.2019`, or a part of `11/20`, `2019-11`, `20th`,
/// `1980s`, `3Q`.
fn is_written(number: &Token, next: Option<&Token>) -> bool {
    let joins = |token: &Token| {
        matches!(token.kind, Kind::Slash | Kind::Hyphen | Kind::Dash | Kind::Word | Kind::Clitic)
            && token.is_glued()
    };
    matches!(number.end - number.start, 4 | 8..=10) || next.is_some_and(joins)
}

/// Whether a phrase of the calendar stands at a token; a quarter or year may be `fiscal`, too.
fn opens_date(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    scan.entry_at(Table::Calendar, at, end).is_some() || scan.is_one_of(&scan.tokens[at], &["fiscal"])
}
