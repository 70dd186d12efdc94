//! What is counted inside a longer stretch: `the first week of May`, `the last Friday of July`, `third quarter 2024`.

use super::Granularity;
use super::expression::{Base, Expression, Length, Pick, Picked, Share, Shift, Step, Unit, Way, Year};
use super::grammar::{digits, entry, mark, month, number, ordinal, ordinal_letters, token, weekday, word};
use super::length::{count, unit};
use super::named::{holder, stepped};
use super::written::two_digit_year;
use super::year::{before_era, many_years, own_year, year_tail};
use crate::lexicon::{CalendarClass, Classes, word};
use crate::scan::{Kind, Parsed, Tokens, fail};
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};
use nom::{Input, Parser};

/// From `first`, `third`, `3rd` on.
pub(super) fn from_ordinal(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let digits = terminated(number.map(|(value, _)| value), ordinal_letters);
    let (rest, nth) = alt((ordinal, digits)).parse(input)?;
    let hyphen = || opt(mark(&[Kind::Hyphen]));
    // `second to last`
    let (rest, from_end) = opt((hyphen(), word(&["to"]), hyphen(), word(&["last"]))).parse(rest)?;
    let nth = if (1..=366).contains(&nth) { nth as i16 } else { return fail(input) };
    behind_nth(rest, if from_end.is_some() { -nth } else { nth })
}

/// What stands behind `first`, or behind `last`, which is -1.
pub(super) fn behind_nth(input: Tokens<'_>, nth: i16) -> Parsed<'_, Expression> {
    let Some(next) = input.first() else { return fail(input) };
    match next.kind {
        Kind::Hyphen => share(input.take_from(1), nth).map(into_expression),
        Kind::Number => picked(input, nth),
        Kind::Word if next.any(Classes::CALENDAR.or(Classes::WEEKDAY).or(Classes::PHRASE)) => {
            let share = |input| share(input, nth).map(into_expression);
            alt((|input| picked(input, nth), |input| half(input, nth), share)).parse(input)
        }
        Kind::Word if next.any(Classes::NUMBER.or(Classes::COUNTING)) => picked(input, nth),
        Kind::Word => half(input, nth),
        _ => fail(input),
    }
}

fn into_expression((rest, base): (Tokens<'_>, Base)) -> (Tokens<'_>, Expression) {
    (rest, base.into())
}

/// `week of 2015`, `3 weeks of this year`, `Monday of next month`
fn picked(input: Tokens<'_>, nth: i16) -> Parsed<'_, Expression> {
    let (rest, several) = opt(count).parse(input)?;
    // `the final days of May` are of no known number.
    let unit = verify(unit, |(_, plural)| several.is_some() || !plural).map(|(unit, _)| Picked::Unit(unit));
    let (rest, picked) = alt((unit, weekday.map(Picked::Weekday))).parse(rest)?;
    // `the first Monday of May`, `the first Monday this month`
    let quarter = preceded(opt(word(&["the"])), alt((code, quarter)));
    let years = preceded(opt(word(&["the"])), many_years).map(|(first, last)| Base::Years(first, last));
    let of = preceded(word(&["of", "in"]), alt((quarter, years, holder)));
    // `last Friday this month` may be the Friday before; `the last Friday this month` is not.
    let article = input.start.checked_sub(2).map(|index| &input.scan.tokens[index]);
    let placed = nth > 0 || article.is_some_and(|article| article.word == word!("the"));
    let stepped = |input| if placed { stepped(input) } else { fail(input) };
    let (rest, base) = alt((of, stepped)).parse(rest)?;
    let count = match several.unwrap_or(Some(1)) {
        Some(count @ 1..=100) => count,
        Some(_) => return fail(input),
        // `the last few weeks of 2018`
        None => return Ok((rest, Base::Unknown(Granularity::Interval).into())),
    };
    // `last year in June` is June.
    if picked == Picked::Unit(Unit::Year) && !matches!(base, Base::Years(..)) {
        return fail(input);
    }
    // Quarters are of a year, or of a hundred years.
    if let (Picked::Unit(Unit::Quarter), None, Base::Years(first, last)) = (picked, several, base) {
        let nth = if nth > 0 { nth } else { nth + 5 };
        return match (last - first, nth) {
            (99, 1..=4) => Ok((rest, Base::Years(first + 25 * (nth - 1), first + 25 * nth - 1).into())),
            _ => fail(input),
        };
    }
    // A year's quarters are months of their own right, which a year that is not said may still resolve.
    if let (Picked::Unit(Unit::Quarter), 1..=4, None, Some(year)) = (picked, nth, several, year_of(base)) {
        return Ok((rest, Base::Share { share: Share { nth: nth as u8, months: 3 }, year }.into()));
    }
    let pick = Pick { nth, count: count as u8, of: picked };
    Ok((rest, Expression { pick: Some(pick), ..base.into() }))
}

/// `quarter 3`, `quarter 3 of 2017`
pub(super) fn numbered_quarter(input: Tokens<'_>) -> Parsed<'_, Base> {
    let quarter = verify(unit, |unit| *unit == (Unit::Quarter, false));
    let (rest, (_, (nth, _))) = (quarter, verify(number, |(nth, _)| (1..=4).contains(nth))).parse(input)?;
    let (rest, year) = year_tail(rest)?;
    Ok((rest, Base::Share { share: Share { nth: nth as u8, months: 3 }, year }))
}

/// `week 3 of May`
pub(super) fn week_of_month(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let week = verify(unit, |unit| *unit == (Unit::Week, false));
    let nth = verify(number, |(nth, _)| (1..=5).contains(nth));
    let month = verify(holder, |base| matches!(base, Base::Month { .. }));
    let (rest, (_, (nth, _), (), month)) = (week, nth, word(&["of", "in"]), month).parse(input)?;
    let pick = Pick { nth: nth as i16, count: 1, of: Picked::Unit(Unit::Week) };
    Ok((rest, Expression { pick: Some(pick), ..month.into() }))
}

/// A quarter or half by its ordinal alone: `third quarter of 2024`.
pub(super) fn quarter(input: Tokens<'_>) -> Parsed<'_, Base> {
    let digits = terminated(number.map(|(value, _)| value), ordinal_letters);
    let (rest, nth) = verify(alt((ordinal, digits)), |nth| (1..=4).contains(nth)).parse(input)?;
    let (rest, _) = opt(mark(&[Kind::Hyphen])).parse(rest)?;
    verify(|input| share(input, nth as i16), |base| matches!(base, Base::Share { .. })).parse(rest)
}

/// `March quarter`, `December quarter of 2024`: the three months that end with it.
pub(super) fn quarter_to_month(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let quarter = verify(unit, |unit| *unit == (Unit::Quarter, false));
    let (rest, (month, _, year)) = (month, quarter, opt(year_tail)).parse(input)?;
    let month = Base::Month { year: year.unwrap_or(Year::Unsaid), month, step: None };
    let shift = Shift { length: Length::new(Some(1), Unit::Quarter), way: Way::UpTo };
    Ok((rest, Expression { shift: Some(shift), ..month.into() }))
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

/// `half of May`, `half of 2024`
fn half(input: Tokens<'_>, nth: i16) -> Parsed<'_, Expression> {
    let month = verify(holder, |base| {
        let halves = [Unit::Month, Unit::Decade];
        matches!(base, Base::Month { .. })
            || matches!(base, Base::Period { unit, .. } if halves.contains(unit))
    });
    let (rest, ()) = word(&["half"])(input)?;
    if !matches!(nth, 1 | 2 | -1) {
        return fail(input);
    }
    // `the first half of the 1990s`, `the second half of the 19th century`
    let years = preceded(opt(word(&["the"])), many_years).map(|(first, last)| Base::Years(first, last));
    match preceded(word(&["of"]), alt((years, month))).parse(rest) {
        Ok((rest, whole)) => {
            let pick = Pick { nth, count: 1, of: Picked::Half };
            Ok((rest, Expression { pick: Some(pick), ..whole.into() }))
        }
        Err(_) => share(input, nth).map(into_expression),
    }
}

/// `third quarter of 2024` and `Q3` with `fiscal` before them.
pub(super) fn fiscal_share(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, nth) =
        preceded(word(&["fiscal"]), opt(verify(ordinal, |nth| (1..=4).contains(nth)))).parse(input)?;
    let (rest, _) = match nth {
        Some(nth) => share(rest, nth as i16)?,
        None => code(rest)?,
    };
    Ok((rest, Base::Unknown(Granularity::Interval)))
}

/// A quarter, half or century behind its ordinal: `quarter of 2024`, `half 2024`, `fiscal quarter`, `century`.
fn share(input: Tokens<'_>, nth: i16) -> Parsed<'_, Base> {
    let half = word(&["half"]).map(|()| Unit::HalfYear);
    let (rest, (unit, plural)) = alt((half.map(|half| (half, false)), unit)).parse(input)?;
    let (months, most) = match unit {
        Unit::Century if (1..=21).contains(&nth) => {
            // `the 5th century BC`
            return Ok(match before_era(rest) {
                Ok((rest, ())) => (rest, Base::Unknown(Granularity::Interval)),
                Err(_) => (rest, Base::Century(nth as u8)),
            });
        }
        Unit::Quarter | Unit::Own(Granularity::Interval) => (3, 4),
        Unit::HalfYear => (6, 2),
        _ => return fail(input),
    };
    // `the latter half of 2017`; the last one that has no year is the one before this.
    let last = nth == -1 && unit == Unit::HalfYear;
    let nth = if last { most } else { nth };
    if !(1..=most).contains(&nth) {
        return fail(input);
    }
    if let Ok((rest, _)) = preceded(opt(word(&["of", "in"])), own_year).parse(rest) {
        return Ok((rest, Base::Unknown(Granularity::Interval)));
    }
    let (rest, year) = opt(alt((year_tail, preceded(word(&["of", "in"]), holder_year)))).parse(rest)?;
    // `the first and second quarters of 2019`
    if (last || plural) && year.is_none() {
        return fail(input);
    }
    let share = Share { nth: nth as u8, months };
    let own = matches!(unit, Unit::Own(_));
    let base = Base::Share { share, year: year.unwrap_or(Year::Unsaid) };
    Ok((rest, if own { Base::Unknown(Granularity::Interval) } else { base }))
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

/// `3Q24`, `1H2025`
fn code_with_year(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, (nth, _)) = number(input)?;
    let behind = token(|token, surface: &str| {
        let months = match surface.as_bytes().first()? {
            b'Q' => 3,
            b'H' => 6,
            _ => return None,
        };
        let year = match digits(&surface[1..])? {
            (year, 2) => two_digit_year(year),
            (year @ 1900..=2099, 4) => year,
            _ => return None,
        };
        token.is_glued().then_some((months, Year::Given(year as i16)))
    });
    let (rest, (months, year)) = behind(rest)?;
    let fits = (1..=12 / u32::from(months)).contains(&nth);
    if fits { Ok((rest, Base::Share { share: Share { nth: nth as u8, months }, year })) } else { fail(input) }
}

/// `Q3 2024`, `Q3 of 2024`, `Q3`
pub(super) fn code(input: Tokens<'_>) -> Parsed<'_, Base> {
    if let Ok(found) = code_with_year(input) {
        return Ok(found);
    }
    let (rest, share) = coded(input)?;
    // `Q3 FY24`, `Q3 of fiscal 2024`
    if let Ok((rest, _)) = preceded(opt(word(&["of"])), own_year).parse(rest) {
        return Ok((rest, Base::Unknown(Granularity::Interval)));
    }
    let (rest, year) = opt(year_tail).parse(rest)?;
    Ok((rest, Base::Share { share, year: year.unwrap_or(Year::Unsaid) }))
}

/// The year first: `2024 Q3`, `2016H2`, `2016 the third quarter`.
pub(super) fn year_then_share(input: Tokens<'_>) -> Parsed<'_, Base> {
    // `2016H2` has no space, so the digits are not read as those of a year on their own.
    let (rest, (year, _)) = verify(number, |(_, length)| *length == 4).parse(input)?;
    share_of_year(rest, Year::Given(year as i16))
}

/// `Q3`, `'s first quarter` behind a year
pub(super) fn share_of_year(input: Tokens<'_>, year: Year) -> Parsed<'_, Base> {
    let joint = alt((mark(&[Kind::Clitic, Kind::Hyphen, Kind::Slash]), word(&["the"])));
    let (rest, _) = opt(joint).parse(input)?;
    let coded = coded.map(|share| Base::Share { share, year: Year::Unsaid });
    match alt((coded, quarter)).parse(rest)? {
        (rest, Base::Share { share, year: Year::Unsaid }) => Ok((rest, Base::Share { share, year })),
        _ => fail(input),
    }
}
