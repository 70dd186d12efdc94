//! Absolute dates, and moments with a time of day: what stands on published lines, in bylines and datelines.

use super::clock::{self, Clock};
use super::grammar::{
    day, day_digits, day_long, day_long_ordinal, day_of, mark, month, number, token, weekday, word,
    year_behind, year_digits,
};
use super::{Day, Moment};
use crate::lexicon::Classes;
use crate::scan::{Kind, Parsed, Token, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::{preceded, terminated};

/// Which of two numbers up to 12 is the month, where a date is all digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum DayOrder {
    /// `11/20/2019`
    #[default]
    MonthFirst,
    /// `20/11/2019`
    DayFirst,
}

/// A day as written: its year may be left to the reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Written {
    pub(crate) year: Option<i16>,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

impl Written {
    /// The day, where the text gives the year and the calendar has the day.
    pub(crate) fn on_calendar(self) -> Option<Day> {
        Day::new(self.year?, self.month, self.day)
    }
}

/// A day: `11 May`, `May 11, 2025`, `Wednesday, 20 November 2019`, `2019-11-20`, `11/20/2019`, `20.11.2019`.
pub(crate) fn written(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Written> {
    let named = terminated(weekday, opt(mark(&[Kind::Comma])));
    let (rest, _) = opt(named).parse(input)?;
    alt((month_first, day_first, |input| numeric(input, order))).parse(rest)
}

/// `November 20`, `Nov. 20th, 2019`
fn month_first(input: Tokens<'_>) -> Parsed<'_, Written> {
    let (rest, (month, day)) = month_day(input)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    Ok((rest, Written { year, month, day }))
}

/// `November 20`, `Nov. 20th`, `November the 20th`, `Nov/20`, `November twentieth`
pub(super) fn month_day(input: Tokens<'_>) -> Parsed<'_, (u8, u8)> {
    (month, day_behind).parse(input)
}

/// The day behind a month, with what may stand between.
pub(super) fn day_behind(input: Tokens<'_>) -> Parsed<'_, u8> {
    let joint = alt((word(&["the"]), mark(&[Kind::Slash, Kind::Hyphen])));
    preceded(opt(joint), day).parse(input)
}

/// `20 November`, `20th of November, 2019`, `20-Nov-2019`
fn day_first(input: Tokens<'_>) -> Parsed<'_, Written> {
    let (rest, (day, month)) = preceded(opt(word(&["the"])), day_month).parse(input)?;
    let joint = mark(&[Kind::Hyphen]);
    let (rest, year) = opt(alt((year_behind, preceded(joint, year_digits)))).parse(rest)?;
    Ok((rest, Written { year, month, day }))
}

/// `20 November`, `20th of November`, `20-Nov`, `twentieth of November`, `fifteen November`
pub(super) fn day_month(input: Tokens<'_>) -> Parsed<'_, (u8, u8)> {
    if input.first().is_some_and(|token| token.is(Kind::Number)) {
        let joint = alt((word(&["of"]), mark(&[Kind::Hyphen, Kind::Slash, Kind::Period])));
        return (day_digits, preceded(opt(joint), month)).parse(input);
    }
    alt(((day_of, month), (alt((day_long, day_long_ordinal)), month))).parse(input)
}

/// A date all of digits.
pub(super) fn numeric(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Written> {
    alt((dotted, basic, |input| separated(input, order))).parse(input)
}

/// `20191120`, the basic form of ISO 8601
fn basic(input: Tokens<'_>) -> Parsed<'_, Written> {
    map_opt(number, |(value, length)| {
        let date =
            three((value / 10_000, 4), (value / 100 % 100, 2), (value % 100, 2), DayOrder::default(), false)?;
        (length == 8 && (1900..=2099).contains(&date.year?)).then_some(date)
    })
    .parse(input)
}

/// `2019-11-20`, `2019/11/20`, `11/20/2019`, `11/20/19`, `20-11-2019`
fn separated(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Written> {
    let separator =
        |kind: Kind| move |input| token(|token, _| (token.is(kind) && token.is_glued()).then_some(()))(input);
    for kind in [Kind::Slash, Kind::Hyphen] {
        // `08/12,2015`, `08/12,15`
        let comma = |input| if kind == Kind::Slash { mark(&[Kind::Comma])(input) } else { fail(input) };
        let glued = |input: Tokens<'_>| input.first().is_some_and(Token::is_glued);
        let year = |input| verify(number, |year| year.1 == 4 || year.1 == 2 && glued(input)).parse(input);
        let last = alt((preceded(separator(kind), number), preceded(comma, year)));
        let Ok((rest, (a, (), b, c))) = (number, separator(kind), number, last).parse(input) else {
            continue;
        };
        // A fourth part makes it a path, a telephone number or a score.
        if separator(kind)(rest).is_ok_and(|(behind, ())| number(behind).is_ok()) {
            return fail(input);
        }
        // `(12-10-16)` and `a 12-10-16 record` are games won and lost.
        let open = input.start.checked_sub(1).is_some_and(|before| input.scan.tokens[before].is(Kind::Open));
        let record = open || rest.first().is_some_and(|next| next.is_word() && !next.any(Classes::FUNCTION));
        return match three(a, b, c, order, kind == Kind::Slash || !record) {
            Some(date) => Ok((rest, date)),
            None => fail(input),
        };
    }
    fail(input)
}

/// `20.11.2019`, which the scan has as one token.
fn dotted(input: Tokens<'_>) -> Parsed<'_, Written> {
    token(|token, surface| {
        let mut parts = surface.split('.').map(super::grammar::digits);
        let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
        let whole = token.is(Kind::Number) && parts.next().is_none();
        // Dots are how the continent writes dates, day first.
        whole.then(|| three(a, b, c, DayOrder::DayFirst, false)).flatten()
    })(input)
}

/// The date that three numbers give, each with its count of digits.
fn three(
    a: (u32, usize),
    b: (u32, usize),
    c: (u32, usize),
    order: DayOrder,
    short_year: bool,
) -> Option<Written> {
    let date = |year: u32, month: u32, day: u32| {
        let fits = (1000..=2199).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        fits.then_some(Written { year: Some(year as i16), month: month as u8, day: day as u8 })
    };
    if a.1 == 4 && b.1 <= 2 && c.1 <= 2 {
        return date(a.0, b.0, c.0);
    }
    let year = match c.1 {
        4 => c.0,
        2 if short_year => two_digit_year(c.0),
        _ => return None,
    };
    let month_first = a.1 <= 2 && b.1 <= 2 && a.0 <= 12 && (order == DayOrder::MonthFirst || b.0 > 12);
    match (a.1 <= 2 && b.1 <= 2, month_first) {
        (false, _) => None,
        (true, true) => date(year, a.0, b.0),
        (true, false) => date(year, b.0, a.0),
    }
}

/// `19` for 2019, `71` for 1971.
pub(super) fn two_digit_year(year: u32) -> u32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// A day with its year, and the time of day beside it: `Nov. 20, 2019 5:52 AM EST`, `17:38 20.11.2019`,
/// `2019-11-19T12:00:00Z`, `30 August 2023 • 4:45pm`.
pub(crate) fn moment(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Moment> {
    let (start, _) = opt(mark(&[Kind::Dash, Kind::Bullet, Kind::Symbol, Kind::Open])).parse(input)?;
    let day = |input| written(input, order);
    let day_then_time = (day, opt(preceded(opt(between), clock::time))).map(|(day, time)| (day, time));
    let time_then_day = (clock::time, preceded(opt(between), day)).map(|(time, day)| (day, Some(time)));
    let (rest, (day, time)) = alt((day_then_time, time_then_day)).parse(start)?;
    match day.on_calendar() {
        Some(day) => Ok((rest, Moment { day, time: time.map(|clock: Clock| clock.on(day)) })),
        None => fail(input),
    }
}

/// What may stand between day and time: a mark, `at`, or both.
fn between(input: Tokens<'_>) -> Parsed<'_, ()> {
    const MARKS: [Kind; 7] =
        [Kind::Comma, Kind::Dash, Kind::Hyphen, Kind::Bullet, Kind::Symbol, Kind::Slash, Kind::Colon];
    let (rest, marked) = opt(mark(&MARKS)).parse(input)?;
    let (rest, worded) = opt(word(&["at", "on"])).parse(rest)?;
    if marked.or(worded).is_some() { Ok((rest, ())) } else { fail(input) }
}

#[cfg(test)]
mod tests {
    use super::{DayOrder, moment, written};
    use crate::scan::{Scan, Tokens};

    /// What `moment` makes of a line, and what it leaves.
    fn read(line: &str, order: DayOrder) -> Option<(String, String)> {
        let scan = Scan::new(line);
        let (rest, moment) = moment(Tokens::new(&scan, 0, scan.tokens.len()), order).ok()?;
        let rest = rest.first().map_or("", |token| &line[token.start as usize..]);
        Some((moment.to_string(), rest.to_owned()))
    }

    #[test]
    fn every_order_of_day_month_and_year() {
        for (line, day) in [
            ("11 May 2025", "2025-05-11"),
            ("May 11, 2025", "2025-05-11"),
            ("11 May, 2025", "2025-05-11"),
            ("Nov. 20, 2019", "2019-11-20"),
            ("NOVEMBER 20 2019", "2019-11-20"),
            ("Wednesday, November 20, 2019", "2019-11-20"),
            ("Wed 20 Nov 2019", "2019-11-20"),
            ("Wed., Nov. 20, 2019", "2019-11-20"),
            ("20 November 2019", "2019-11-20"),
            ("November 19th, 2019", "2019-11-19"),
            ("the 3rd of March 2020", "2020-03-03"),
            ("20-Nov-2019", "2019-11-20"),
            ("2019-11-20", "2019-11-20"),
            ("2019/11/20", "2019-11-20"),
            ("11/20/2019", "2019-11-20"),
            ("20/11/2019", "2019-11-20"),
            ("11/20/19", "2019-11-20"),
            ("20.11.2019", "2019-11-20"),
            ("3.4.2019", "2019-04-03"),
            ("3/4/2019", "2019-03-04"),
        ] {
            assert_eq!(read(line, DayOrder::MonthFirst), Some((day.into(), String::new())), "{line}");
        }
        assert_eq!(read("3/4/2019", DayOrder::DayFirst), Some(("2019-04-03".into(), String::new())));
    }

    #[test]
    fn the_time_stands_on_either_side() {
        for (line, moment) in [
            ("Nov. 20, 2019 5:52 AM EST", "2019-11-20T05:52-05:00"),
            ("Friday 22 November 2024 08:49 GMT", "2024-11-22T08:49Z"),
            ("17:38 20.11.2019", "2019-11-20T17:38"),
            ("- Nov. 19th 2019 9:24 am PT", "2019-11-19T09:24-08:00"),
            ("July 19th 2019 9:24 am PT", "2019-07-19T09:24-07:00"),
            ("30 August 2023 • 4:45pm", "2023-08-30T16:45"),
            ("2019-11-19T12:00:00Z", "2019-11-19T12:00Z"),
            ("2019-11-19T12:00:00.000+01:00", "2019-11-19T12:00+01:00"),
            ("2019-11-19 12:00:00", "2019-11-19T12:00"),
            ("12 May 2021, 12.15am BST", "2021-05-12T00:15+01:00"),
            ("May 12, 2021 at 12:15 p.m. ET", "2021-05-12T12:15-04:00"),
            ("May 12, 2021 | 7 p.m.", "2021-05-12T19:00"),
            ("7:05 p.m. on May 12, 2021", "2021-05-12T19:05"),
            ("May 12, 2021, 10:00 (GMT)", "2021-05-12T10:00Z"),
            ("May 12, 2021 10:00 GMT+3", "2021-05-12T10:00+03:00"),
            ("May 12, 2021, 10:00 UK time", "2021-05-12T10:00+01:00"),
            ("10 June 2020, noon", "2020-06-10T12:00"),
        ] {
            assert_eq!(read(line, DayOrder::MonthFirst), Some((moment.into(), String::new())), "{line}");
        }
    }

    #[test]
    fn what_follows_is_left() {
        for (line, rest) in [
            ("11 May 2025 By Jane Doe", "By Jane Doe"),
            ("May 11, 2025 12 comments", "12 comments"),
            ("May 11, 2025 5 min read", "5 min read"),
            ("May 11, 2025. Updated", ". Updated"),
        ] {
            assert_eq!(read(line, DayOrder::MonthFirst).map(|read| read.1).as_deref(), Some(rest), "{line}");
        }
    }

    #[test]
    fn no_moment() {
        for line in [
            "",
            "May 11",            // no year
            "February 30, 2019", // no such day
            "2019",              // no day
            "1-800-555",         // a telephone number
            "10/11/12/13",       // four numbers
            "31/31/2019",        // no month
            "11.5 May 2019",     // no day
            "11km May 2019",     // no day
            "3.4.2",             // a version
        ] {
            assert_eq!(read(line, DayOrder::MonthFirst), None, "{line}");
        }
    }

    #[test]
    fn a_day_without_year_is_written() {
        let scan = Scan::new("May 11");
        let (_, day) = written(Tokens::new(&scan, 0, 2), DayOrder::MonthFirst).unwrap();
        assert_eq!((day.year, day.month, day.day), (None, 5, 11));
    }
}
