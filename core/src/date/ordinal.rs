//! What is counted inside a longer stretch: `the first week of May`, `the last Friday of July`, `third quarter 2024`.

use super::Granularity;
use super::expression::{Base, Expression, Pick, Picked, Portion, Share, Step, Unit, Year};
use super::grammar::{entry, mark, number, ordinal, ordinal_letters, token, weekday, word};
use super::length::{count, unit};
use super::named::holder;
use super::year::{decade, step, year, year_tail};
use crate::lexicon::CalendarClass;
use crate::scan::{Kind, Parsed, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};

/// `first`, `3rd`; below zero for `last`.
fn nth(input: Tokens<'_>) -> Parsed<'_, i8> {
    let digits = terminated(number.map(|(value, _)| value), ordinal_letters);
    let counted = verify(alt((ordinal, digits)), |value| (1..=53).contains(value)).map(|value| value as i8);
    let last = verify(step, |step| *step == Step::calendar(-1)).map(|_| -1);
    alt((counted, last)).parse(input)
}

/// `first week of 2015`, `last 3 weeks of this year`, `second Monday of next month`
pub(super) fn picked(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let (rest, nth) = nth(input)?;
    let (rest, several) = opt(count).parse(rest)?;
    let unit = unit.map(|(unit, _)| Picked::Unit(unit));
    let (rest, of) = alt((unit, weekday.map(Picked::Weekday))).parse(rest)?;
    let (rest, base) = preceded(word(&["of", "in"]), alt((decade.map(Base::Decade), holder))).parse(rest)?;
    let Some(count) = several.unwrap_or(Some(1)).filter(|count| (1..=100).contains(count)) else {
        return fail(input);
    };
    // A year's quarters are months of their own right, which a year that is not said may still resolve.
    if let (Picked::Unit(Unit::Quarter), 1..=4, None, Some(year)) = (of, nth, several, year_of(base)) {
        return Ok((rest, Base::Share { share: Share { nth: nth as u8, months: 3 }, year }.into()));
    }
    let pick = Pick { nth, count: count as u8, of };
    Ok((rest, Expression { pick: Some(pick), ..base.into() }))
}

/// The year that a base is.
fn year_of(base: Base) -> Option<Year> {
    match base {
        // `the first quarter of the year`, which one is left to the tense
        Base::Period { unit: Unit::Year, step } if step == Step::calendar(0) => Some(Year::Unsaid),
        Base::Period { unit: Unit::Year, step } => Some(Year::Step(step.by)),
        Base::Year(year) => Some(year),
        _ => None,
    }
}

/// `first half of May`
pub(super) fn half_of_month(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let half = terminated(verify(nth, |nth| (1..=2).contains(nth)), (word(&["half"]), word(&["of"])));
    let month =
        verify(holder, |base| matches!(base, Base::Month { .. } | Base::Period { unit: Unit::Month, .. }));
    let (rest, (nth, month)) = (half, month).parse(input)?;
    let portion = if nth == 1 { Portion::Early } else { Portion::Late };
    Ok((rest, Expression { portion: Some(portion), ..month.into() }))
}

/// A quarter or half by its ordinal: `third quarter of 2024`, `third-quarter`, `first half 2024`, `fiscal third quarter`.
pub(super) fn share(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, fiscal) = opt(word(&["fiscal"])).parse(input)?;
    let (rest, nth) = verify(nth, |nth| (1..=4).contains(nth)).parse(rest)?;
    let (rest, _) = opt(mark(&[Kind::Hyphen])).parse(rest)?;
    let half = word(&["half"]).map(|()| Some(6));
    let quarter = verify(unit, |(_, plural)| !plural).map(|(unit, _)| match unit {
        Unit::Quarter => Some(3),
        Unit::Own(Granularity::Interval) => None,
        _ => Some(0),
    });
    let (rest, months) = alt((half, quarter)).parse(rest)?;
    if months == Some(0) || months == Some(6) && nth > 2 {
        return fail(input);
    }
    let (rest, year) = opt(alt((year_tail, preceded(word(&["of", "in"]), holder_year)))).parse(rest)?;
    let base = match months.filter(|_| fiscal.is_none()) {
        Some(months) => {
            let share = Share { nth: nth as u8, months };
            Base::Share { share, year: year.unwrap_or(Year::Unsaid) }
        }
        None => Base::Unknown(Granularity::Interval),
    };
    Ok((rest, base))
}

/// `the year`, `this year`
fn holder_year(input: Tokens<'_>) -> Parsed<'_, Year> {
    let (rest, base) = holder(input)?;
    year_of(base).map_or_else(|| fail(input), |year| Ok((rest, year)))
}

/// `Q3`, `H1` and, in digits first, `3Q`.
fn coded(input: Tokens<'_>) -> Parsed<'_, Share> {
    let numbered = |class, months| {
        move |input| {
            let (rest, row) = entry(class)(input)?;
            row.value.parse().map_or_else(|_| fail(input), |nth| Ok((rest, Share { nth, months })))
        }
    };
    let digit_first = (
        number,
        token(|token, surface| match surface {
            "Q" | "q" if token.is_glued() => Some(3),
            "H" | "h" if token.is_glued() => Some(6),
            _ => None,
        }),
    )
        .map(|((nth, _), months)| Share { nth: nth as u8, months });
    let quarter_or_half =
        alt((numbered(CalendarClass::Quarter, 3), numbered(CalendarClass::Half, 6), digit_first));
    verify(quarter_or_half, |share| (1..=12 / share.months).contains(&share.nth)).parse(input)
}

/// `Q3 2024`, `Q3 of 2024`, `Q3`
pub(super) fn code(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, share) = coded(input)?;
    let (rest, year) = opt(year_tail).parse(rest)?;
    Ok((rest, Base::Share { share, year: year.unwrap_or(Year::Unsaid) }))
}

/// The year first: `2024 Q3`, `2016H2`, `2016 the third quarter`, `next year's first quarter`.
pub(super) fn year_then_share(input: Tokens<'_>) -> Parsed<'_, Base> {
    // `2016H2` has no space, so the digits are not read as those of a year on their own.
    let glued = verify(number, |(_, length)| *length == 4).map(|(value, _)| Year::Given(value as i16));
    let (rest, year) = alt((year, glued)).parse(input)?;
    let (rest, _) = opt(alt((mark(&[Kind::Clitic, Kind::Hyphen]), word(&["the"])))).parse(rest)?;
    let (rest, base) =
        alt((coded.map(|share| Base::Share { share, year: Year::Unsaid }), share)).parse(rest)?;
    match base {
        Base::Share { share, year: Year::Unsaid } => Ok((rest, Base::Share { share, year })),
        _ => fail(input),
    }
}
