//! How much time: `three weeks`, `a few days`, `two years and a month`.

use super::Granularity;
use super::expression::{Length, Step, Unit};
use super::grammar::{cardinal, entry, mark, token, word};
use crate::lexicon::{CalendarClass, Classes, word};
use crate::scan::{Kind, Parsed, Token, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, value};
use nom::sequence::preceded;

/// The most parts that a length is read of.
const PARTS: usize = 4;

impl Unit {
    /// The unit that a period of the calendar table is.
    pub(super) fn of_period(name: &str) -> Option<Self> {
        Some(match name {
            "day" => Self::Day,
            "week" => Self::Week,
            "workweek" => Self::Workweek,
            "weekend" => Self::Weekend,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "half year" => Self::HalfYear,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "business day" => Self::Workday,
            "fiscal quarter" | "semester" => Self::Own(Granularity::Interval),
            "fiscal year" | "tax year" | "school year" => Self::Own(Granularity::Year),
            _ => return None,
        })
    }

    /// Months and days of `count` of it, where they do not depend on an owner.
    fn times(self, count: i32) -> Option<(i32, i32)> {
        let (months, days) = match self {
            Self::Day | Self::Workday => (0, 1),
            Self::Week | Self::Weekend | Self::Workweek => (0, 7),
            Self::Fortnight => (0, 14),
            Self::Month => (1, 0),
            Self::Quarter => (3, 0),
            Self::HalfYear => (6, 0),
            Self::Year => (12, 0),
            Self::Decade => (120, 0),
            Self::Century => (1200, 0),
            Self::Own(_) => return None,
        };
        Some((months * count, days * count))
    }
}

impl Length {
    /// So many of a unit; `None` of a count stands for a few.
    pub(super) fn new(count: Option<i32>, unit: Unit) -> Self {
        match count.and_then(|count| unit.times(count)) {
            Some((months, days)) => Self { months, days, unit, known: true },
            None => Self { months: 0, days: 0, unit, known: false },
        }
    }

    fn plus(self, other: Self) -> Self {
        let shorter = |unit: Unit| unit.times(1).is_some_and(|size| Some(size) < self.unit.times(1));
        let smaller = if shorter(other.unit) { other } else { self };
        Self {
            months: self.months + other.months,
            days: self.days + other.days,
            unit: smaller.unit,
            // Days and working days do not add up.
            known: self.known && other.known && (self.unit == Unit::Workday) == (other.unit == Unit::Workday),
        }
    }
}

/// `day`, `weeks`: the unit, and whether it is in the plural.
pub(super) fn unit(input: Tokens<'_>) -> Parsed<'_, (Unit, bool)> {
    let (rest, unit) =
        map_opt(entry(CalendarClass::Period), |row| Unit::of_period(row.value)).parse(input)?;
    let last = input.scan.word(rest.start - 1);
    let plural = last.ends_with(['s', 'S']) || last.eq_ignore_ascii_case("millennia");
    Ok((rest, (unit, plural)))
}

/// How many: `3`, `twenty-one`, `a`; `None` for `a few`, `several`, `some`.
pub(super) fn count(input: Tokens<'_>) -> Parsed<'_, Option<i32>> {
    let Some(first) = input.first() else { return fail(input) };
    match first.kind {
        Kind::Number => digits.map(Some).parse(input),
        Kind::Word if first.any(Classes::NUMBER) => words.map(Some).parse(input),
        Kind::Word if opens(first) => {
            let (behind, article) = opt(word(&["a", "an"])).parse(input)?;
            let couple = value(Some(2), (word(&["couple"]), opt(word(&["of"]))));
            let few = value(None, word(&["few", "several", "some", "many"]));
            let one = || if article.is_some() { Ok((behind, Some(1))) } else { fail(input) };
            alt((couple, few)).parse(behind).or_else(|_| words.map(Some).parse(input)).or_else(|_| one())
        }
        _ => fail(input),
    }
}

/// `3`, `120`, `1,000`
fn digits(input: Tokens<'_>) -> Parsed<'_, i32> {
    token(|token, surface| {
        // What is longer than six letters may not fit.
        if !token.is(Kind::Number) || surface.len() > 6 {
            return None;
        }
        let mut value = 0;
        for part in surface.split(',') {
            let whole = surface.len() == part.len() || part.len() == 3 || value == 0;
            if !whole || part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            value = value * 1000 + part.parse::<i32>().ok()?;
        }
        Some(value)
    })(input)
}

/// `seven`, `a hundred`, `one hundred and twenty`, `three thousand`
fn words(input: Tokens<'_>) -> Parsed<'_, i32> {
    let few = alt((word(&["a"]).map(|()| 1), cardinal));
    let (rest, (few, size)) = (few, opt(hundred_or_thousand)).parse(input)?;
    let Some(size) = size else {
        // An article alone is none of these words.
        return if word(&["a"])(input).is_ok() { fail(input) } else { Ok((rest, few as i32)) };
    };
    let (rest, low) = opt(preceded(opt(word(&["and"])), cardinal)).parse(rest)?;
    Ok((rest, few as i32 * size + low.unwrap_or(0) as i32))
}

fn hundred_or_thousand(input: Tokens<'_>) -> Parsed<'_, i32> {
    alt((value(100, word(&["hundred"])), value(1000, word(&["thousand"])))).parse(input)
}

/// `2.5`: the whole of it, and a half
fn and_a_half(input: Tokens<'_>) -> Parsed<'_, i32> {
    token(|token, surface| {
        let whole = surface.strip_suffix(".5").filter(|whole| whole.len() <= 3)?;
        if token.is(Kind::Number) { whole.parse().ok() } else { None }
    })(input)
}

/// `three weeks`, `two and a half years`, `a year and a half`, `half a century`
pub(super) fn part(input: Tokens<'_>) -> Parsed<'_, Length> {
    if !input.first().is_some_and(opens) {
        return fail(input);
    }
    let half = |input| opt((word(&["and"]), opt(word(&["a"])), word(&["half"]))).parse(input);
    let half_a = (word(&["half"]), word(&["a", "an"]), unit);
    if let Ok((rest, ((), (), (unit, _)))) = { half_a }.parse(input) {
        let months = months_of_half(unit);
        return Ok((rest, Length { months, days: 0, unit: unit_of_half(unit), known: months > 0 }));
    }
    let decimal = and_a_half.map(|whole| (Some(whole), true));
    let counted = (count, half).map(|(count, half)| (count, half.is_some()));
    let (rest, ((count, before), (unit, _), behind)) = (alt((decimal, counted)), unit, half).parse(input)?;
    // `a day or two`, `a year or so`
    if let (Some(1), Ok((rest, so))) = (count, or_more(rest)) {
        return Ok((rest, Length::new(so.then_some(1), unit)));
    }
    let length = Length::new(count, unit);
    if !before && behind.is_none() {
        return Ok((rest, length));
    }
    // Of what has no middle day, half is of no known length.
    let half = months_of_half(unit);
    let (months, known) = (length.months + half, length.known && half > 0);
    Ok((rest, Length { months, known, ..length }))
}

/// `or two`, `or so` behind `a day`: whether it is about one
pub(super) fn or_more(input: Tokens<'_>) -> Parsed<'_, bool> {
    let two = word(&["two", "three"]).map(|()| false);
    preceded(word(&["or"]), alt((word(&["so"]).map(|()| true), two))).parse(input)
}

/// Whether a length may begin with a token.
fn opens(token: &Token) -> bool {
    token.any(Classes::DIGITS.or(Classes::NUMBER).or(Classes::COUNTING)) || token.word == word!("couple")
}

/// What half of a unit is counted in: that of a year in months.
fn unit_of_half(unit: Unit) -> Unit {
    if unit == Unit::Year { Unit::Month } else { unit }
}

/// The months of half a unit that has some.
fn months_of_half(unit: Unit) -> i32 {
    unit.times(1).map_or(0, |(months, _)| months / 2)
}

/// `three weeks`, `2 years 1 month and 21 days`
pub(super) fn length(input: Tokens<'_>) -> Parsed<'_, Length> {
    let (mut rest, mut total) = part(input)?;
    for _ in 1..PARTS {
        let joint = opt(alt((mark(&[Kind::Comma]), word(&["and"]))));
        let Ok((behind, more)) = preceded(joint, part).parse(rest) else { break };
        if !total.known || !more.known {
            break;
        }
        (rest, total) = (behind, total.plus(more));
    }
    Ok((rest, total))
}

/// What turns a length into a date: `ago`, `from now`, and `later`, which counts from where the story is.
pub(super) fn turn(input: Tokens<'_>) -> Parsed<'_, Step> {
    map_opt(entry(CalendarClass::Offset), |row| Step::of(row.value)).parse(input)
}
