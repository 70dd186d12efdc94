//! Days of one month in a row: `May 5 and 6`, `5 and 6 May`, `May 20, 21 and 22, 2018`; months of one year, `May and
//! June 2018`. Each is a date of its own.

use super::expression::{Base, Expression, Year};
use super::grammar::{day_digits, mark, month, word};
use super::named::{from_day, from_weekday, ordinal_day};
use super::range::goes_on;
use super::written::DayOrder;
use super::year::year_tail;
use crate::scan::{Kind, Parsed, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// The day that stands before another with its month: `5` of `5 and 6 May`.
pub(super) fn ahead_of_month(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let (rest, first) = alt((ordinal_day, day_digits)).parse(input)?;
    let (behind, _) = (word(&["and", "or"]), opt(word(&["the"]))).parse(rest)?;
    match from_day(behind)?.1 {
        Base::Day { year, month, .. } => {
            Ok((rest, Base::Day { year, month, day: first, weekday: None }.into()))
        }
        _ => fail(input),
    }
}

/// The day behind another that has named the month: `6` of `May 5 and 6`, with the year that may follow, and where it
/// begins.
pub(super) fn behind_month(input: Tokens<'_>, last: Expression) -> Parsed<'_, (Expression, usize)> {
    let Base::Day { month: named, year: given, .. } = last.base else { return fail(input) };
    let comma = mark(&[Kind::Comma]);
    let (rest, marked) = opt(comma).parse(input)?;
    let (rest, joined) = opt(word(&["and", "or"])).parse(rest)?;
    if marked.or(joined).is_none() || last.shift.is_some() || last.portion.is_some() {
        return fail(input);
    }
    let start = rest.start;
    let (rest, day) = alt((ordinal_day, day_digits)).parse(rest)?;
    let (rest, year) = opt(year_tail).parse(rest)?;
    let more = (opt(mark(&[Kind::Comma])), opt(word(&["and", "or"])), day_digits).parse(rest).is_ok();
    // `May 5, 6 people`, `May 5 and 6 others`, `May 5, 10 of them`
    let ends = rest.first().is_none_or(|token| !goes_on(token)) && (joined.is_some() || more);
    if year.is_none() && !ends || preceded(opt(word(&["of"])), month).parse(rest).is_ok() {
        return fail(input);
    }
    let year = year.unwrap_or(given);
    Ok((rest, (Base::Day { year, month: named, day, weekday: None }.into(), start)))
}

/// The year that a later day or month of the list says for all.
pub(super) fn with_year_behind(first: Expression, rest: Tokens<'_>, order: DayOrder) -> Expression {
    if let Base::Month { year: Year::Unsaid, month, step: None } = first.base {
        let year = year_of_months(rest);
        return Expression { base: Base::Month { year, month, step: None }, ..first };
    }
    if let Base::Weekday { weekday, step: None } = first.base {
        let week = week_of_days(rest, order);
        return week.map_or(first, |week| Expression { base: Base::WeekdayOf { weekday, week }, ..first });
    }
    let mut at = rest;
    let mut last = first;
    // A month has no more days to list than these.
    for _ in 0..31 {
        let Ok((behind, (next, _))) = behind_month(at, last) else { break };
        (at, last) = (behind, next);
    }
    match (first.base, last.base) {
        (Base::Day { year: Year::Unsaid, month, day, weekday }, Base::Day { year, .. }) => {
            Expression { base: Base::Day { year, month, day, weekday }, ..first }
        }
        _ => first,
    }
}

/// The week behind the weekdays of a list: `, Tuesday and Wednesday next week`.
fn week_of_days(mut at: Tokens<'_>, order: DayOrder) -> Option<i8> {
    for _ in 0..7 {
        let comma = mark(&[Kind::Comma]);
        let (rest, marked) = opt(comma).parse(at).ok()?;
        let (rest, joined) = opt(word(&["and", "or"])).parse(rest).ok()?;
        marked.or(joined)?;
        match from_weekday(rest, order).ok()? {
            (_, Base::WeekdayOf { week, .. }) => return Some(week),
            (rest, Base::Weekday { step: None, .. }) => at = rest,
            _ => return None,
        }
    }
    None
}

/// The year behind the months of a list: `and June 2018`, `, June and July of last year`, `/February 2024`.
fn year_of_months(mut at: Tokens<'_>) -> Year {
    for _ in 0..12 {
        let marked = mark(&[Kind::Comma, Kind::Slash]);
        let joint = alt((terminated(marked, opt(word(&["and", "or"]))), word(&["and", "or"])));
        let Ok((rest, _)) = preceded(joint, month).parse(at) else { break };
        if let Ok((_, year)) = year_tail(rest) {
            return year;
        }
        at = rest;
    }
    Year::Unsaid
}
