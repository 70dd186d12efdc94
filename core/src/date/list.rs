//! Days of one month in a row: `May 5 and 6`, `5 and 6 May`, `May 20, 21 and 22, 2018`; months of one year, `May and
//! June 2018`. Each is a date of its own.

use super::expression::{Base, Expression, Share, Year};
use super::grammar::{day_digits, mark, month, nth, token, weekday, word};
use super::named::{from_day, from_weekday, ordinal_day};
use super::ordinal::{code, quarter};
use super::phrase::part;
use super::range::goes_on;
use super::written::DayOrder;
use super::year::{century, year_tail};
use crate::lexicon::Classes;
use crate::scan::{Kind, Parsed, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// A month has no more days to list than these.
const DAYS: usize = 31;

/// `and`, `or`, `&`
fn and_or(input: Tokens<'_>) -> Parsed<'_, ()> {
    let sign = token(|token, surface| (token.is(Kind::Symbol) && surface == "&").then_some(()));
    alt((word(&["and", "or"]), sign)).parse(input)
}

/// `, `, `and`, `, and`: between two of a list.
fn separator(input: Tokens<'_>) -> Parsed<'_, ()> {
    let comma = (mark(&[Kind::Comma]), opt(and_or)).map(|_| ());
    alt((comma, and_or)).parse(input)
}

/// The day that stands before others with their month: `5` of `5 and 6 May`, of `5, 6 and 7 May`.
pub(super) fn ahead_of_month(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let (rest, first) = alt((ordinal_day, day_digits)).parse(input)?;
    let mut at = rest;
    for _ in 0..DAYS {
        let (behind, _) = (separator, opt(word(&["the"]))).parse(at)?;
        if let Ok((_, Base::Day { year, month, .. })) = from_day(behind) {
            return Ok((rest, Base::Day { year, month, day: first, weekday: None }.into()));
        }
        at = alt((ordinal_day, day_digits)).parse(behind)?.0;
    }
    fail(input)
}

/// The day behind another that has named the month: `6` of `May 5 and 6`, with the year that may follow, and where it
/// begins.
fn behind_month(input: Tokens<'_>, last: Expression) -> Parsed<'_, (Expression, usize)> {
    let Base::Day { month: named, year: given, .. } = last.base else { return fail(input) };
    let comma = mark(&[Kind::Comma]);
    let (rest, marked) = opt(comma).parse(input)?;
    let (rest, joined) = opt(and_or).parse(rest)?;
    if marked.or(joined).is_none() {
        return fail(input);
    }
    let start = rest.start;
    let (rest, day) = alt((ordinal_day, day_digits)).parse(rest)?;
    let (rest, year) = opt(year_tail).parse(rest)?;
    let more = (opt(separator), day_digits).parse(rest).is_ok();
    // `May 5, 6 people`, `May 5 and 6 others`, `May 5, 10 of them`
    let ends = rest.first().is_none_or(|token| !goes_on(token)) && (joined.is_some() || more);
    if year.is_none() && !ends || preceded(opt(word(&["of"])), month).parse(rest).is_ok() {
        return fail(input);
    }
    let year = year.unwrap_or(given);
    Ok((rest, (Base::Day { year, month: named, day, weekday: None }.into(), start)))
}

/// What stands before others that have its unit: `first` of `first and second quarters of 2019`, `18th` of `18th and 19th
/// centuries`.
pub(super) fn ahead_of_unit(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let (rest, nth) = nth(input, 20)?;
    let (behind, _) = (separator, opt(word(&["the"])), opt(part)).parse(rest)?;
    if let Ok((_, last)) = century(behind) {
        return if nth < last { Ok((rest, Base::Century(nth).into())) } else { fail(input) };
    }
    match quarter(behind)?.1 {
        Base::Share { share, year } if nth < share.nth => {
            Ok((rest, Base::Share { share: Share { nth, ..share }, year }.into()))
        }
        _ => fail(input),
    }
}

/// The next weekday or month behind one that `last` or `next` stands before: `Tuesday` of `last Monday and Tuesday`.
fn behind_stepped(input: Tokens<'_>, last: Expression) -> Parsed<'_, (Expression, usize)> {
    let (start, ()) = separator(input)?;
    let (rest, base) = match last.base {
        Base::Weekday { step: step @ Some(_), .. } => {
            let (rest, weekday) = weekday(start)?;
            (rest, Base::Weekday { weekday, step })
        }
        Base::Month { step: step @ Some(_), .. } => {
            let (rest, month) = month(start)?;
            (rest, Base::Month { year: Year::Unsaid, month, step })
        }
        _ => return fail(input),
    };
    // `last Friday and Monday the 5th`, `last May and June 2019`
    let goes_on = rest.first().is_some_and(|next| {
        next.any(
            Classes::DIGITS
                .or(Classes::MONTH)
                .or(Classes::CALENDAR)
                .or(Classes::ORDINAL)
                .or(Classes::ARTICLE),
        ) || next.is(Kind::Comma)
            && rest.get(1).is_some_and(|next| next.any(Classes::DIGITS.or(Classes::MONTH)))
    });
    if goes_on { fail(input) } else { Ok((rest, (base.into(), start.start))) }
}

/// What a list goes on with behind the one just found, and where it begins.
pub(super) fn next_of(input: Tokens<'_>, last: Expression) -> Parsed<'_, (Expression, usize)> {
    if last != last.base.into() {
        return fail(input);
    }
    match last.base {
        Base::Day { .. } => behind_month(input, last),
        Base::Weekday { step: Some(_), .. } | Base::Month { step: Some(_), .. } => {
            behind_stepped(input, last)
        }
        _ => fail(input),
    }
}

/// The year that a later day or month of the list says for all.
pub(super) fn with_year_behind(first: Expression, rest: Tokens<'_>, order: DayOrder) -> Expression {
    if let Base::Month { year: Year::Unsaid, month, step: None } = first.base {
        let year = year_of_months(rest);
        return Expression { base: Base::Month { year, month, step: None }, ..first };
    }
    if let Base::Share { share, year: Year::Unsaid } = first.base {
        return Expression { base: Base::Share { share, year: year_of_shares(rest) }, ..first };
    }
    if let Base::Weekday { weekday, step: None } = first.base {
        let week = week_of_days(rest, order);
        return week.map_or(first, |week| Expression { base: Base::WeekdayOf { weekday, week }, ..first });
    }
    let mut at = rest;
    let mut last = first;
    for _ in 0..DAYS {
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

/// The year behind the quarters of a list: `and Q2 2019`, `, second and third quarters of last year`.
fn year_of_shares(mut at: Tokens<'_>) -> Year {
    for _ in 0..3 {
        let joint = alt((separator, mark(&[Kind::Slash])));
        let next = preceded((joint, opt(word(&["the"]))), alt((code, quarter))).parse(at);
        let Ok((rest, Base::Share { year, .. })) = next else { break };
        if year != Year::Unsaid {
            return year;
        }
        at = rest;
    }
    Year::Unsaid
}

/// The week behind the weekdays of a list: `, Tuesday and Wednesday next week`.
fn week_of_days(mut at: Tokens<'_>, order: DayOrder) -> Option<i8> {
    for _ in 0..7 {
        let (rest, ()) = separator(at).ok()?;
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
        let joint = alt((separator, mark(&[Kind::Slash])));
        let Ok((rest, _)) = preceded(joint, month).parse(at) else { break };
        if let Ok((_, year)) = year_tail(rest) {
            return year;
        }
        at = rest;
    }
    Year::Unsaid
}
