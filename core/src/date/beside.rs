//! Dates beside others: `the Friday after Thanksgiving`, `the week before Christmas`, `the first Monday after May 5`.

use super::before::stands_alone;
use super::expression::{Base, Expression, Length, Portion, Shift, Unit, Way};
use super::grammar::{entry, follows, number, ordinal, ordinal_letters, weekday, word};
use super::length::{count, unit};
use super::phrase::plain;
use super::written::DayOrder;
use crate::lexicon::CalendarClass;
use crate::scan::{Parsed, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::{preceded, terminated};

/// `Friday after Thanksgiving`, behind an article
pub(super) fn weekday_beside(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    if !follows(input, &["the"]) {
        return fail(input);
    }
    let (rest, (weekday, ahead)) = (weekday, before_or_after).parse(input)?;
    let (rest, base) = event(rest, order)?;
    Ok((rest, Expression { portion: Some(Portion::WeekdayBeside { weekday, nth: 1, ahead }), ..base }))
}

/// Whether it is `after` that stands there, not `before`.
fn before_or_after(input: Tokens<'_>) -> Parsed<'_, bool> {
    let prior = (word(&["prior"]), word(&["to"])).map(|_| ());
    let ahead = (word(&["ahead"]), word(&["of"])).map(|_| ());
    let before = alt((word(&["before", "preceding"]), prior, ahead));
    alt((before.map(|()| false), word(&["after", "following"]).map(|()| true))).parse(input)
}

/// A holiday or day of the calendar that others are counted from.
fn event(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    beside(input, order, |base| matches!(base, Base::Day { .. } | Base::Holiday { .. }))
}

/// A plain date of some kinds, no part of one nor beside one itself, that no noun behind it takes.
fn beside(input: Tokens<'_>, order: DayOrder, fits: impl Fn(&Base) -> bool) -> Parsed<'_, Expression> {
    let (rest, date) = plain(input, order)?;
    if !fits(&date.base) || date != date.base.into() {
        return fail(input);
    }
    if stands_alone(rest, false) { Ok((rest, date)) } else { fail(input) }
}

/// `first Monday after May 5`, `second day after Christmas`, from the ordinal on
pub(super) fn nth_beside(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let digits = terminated(number.map(|(value, _)| value), ordinal_letters);
    let nth = verify(alt((ordinal, digits)), |nth| (1..=52).contains(nth));
    let (rest, nth) = { nth }.parse(input)?;
    counted_beside(rest, nth as u8, false, order)
}

/// `Monday before May 5`, `two weeks before Christmas` behind `last`
pub(super) fn last_beside(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    counted_beside(input, 1, true, order)
}

/// What stands behind an ordinal, or behind `last`, which only counts what is before something.
fn counted_beside(input: Tokens<'_>, nth: u8, last: bool, order: DayOrder) -> Parsed<'_, Expression> {
    let (rest, several) = opt(count).parse(input)?;
    if let (None, Ok((rest, (weekday, ahead)))) = (several, (weekday, before_or_after).parse(rest)) {
        let (rest, day) = event(rest, order)?;
        let portion = Some(Portion::WeekdayBeside { weekday, nth, ahead });
        return if last && ahead { fail(input) } else { Ok((rest, Expression { portion, ..day })) };
    }
    let (rest, ((unit, plural), ahead)) = (unit, before_or_after).parse(rest)?;
    if last && ahead || plural != several.is_some() {
        return fail(input);
    }
    let (rest, day) = event(rest, order)?;
    let weeks = if ahead { nth as i8 } else { -(nth as i8) };
    match (several, unit) {
        (Some(count), _) if nth == 1 => {
            let way = if ahead { Way::Following } else { Way::Leading };
            Ok((rest, Expression { shift: Some(Shift { length: Length::new(count, unit), way }), ..day }))
        }
        (None, Unit::Week) => Ok((rest, Expression { portion: Some(Portion::WeekBeside(weeks)), ..day })),
        (None, Unit::Day) => {
            let way = if ahead { Way::After } else { Way::Before };
            let length = Length::new(Some(i32::from(nth)), unit);
            Ok((rest, Expression { shift: Some(Shift { length, way }), ..day }))
        }
        _ => fail(input),
    }
}

/// `Fridays after Easter` behind `two`
pub(super) fn weekdays_beside(
    input: Tokens<'_>,
    count: Option<i32>,
    order: DayOrder,
) -> Parsed<'_, Expression> {
    let any_number = map_opt(entry(CalendarClass::Weekday), |row| row.value.parse::<u8>().ok());
    let (rest, (weekday, ahead)) = (any_number, before_or_after).parse(input)?;
    let Some(nth @ 1..=52) = count else { return fail(input) };
    let (rest, day) = event(rest, order)?;
    Ok((rest, Expression { portion: Some(Portion::WeekdayBeside { weekday, nth: nth as u8, ahead }), ..day }))
}

/// `week of April 10`, `week ending May 3`, `weekend of May 10`
pub(super) fn week_of(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    // `within a week of May 5`
    if follows(input, &["a"]) {
        return fail(input);
    }
    let week = verify(unit, |unit| *unit == (Unit::Week, false));
    let weekend = verify(unit, |unit| *unit == (Unit::Weekend, false));
    let holds = word(&["of", "beginning", "starting", "commencing"]).map(|()| Portion::WeekOf);
    let ends = word(&["ending", "ended", "to"]).map(|()| Portion::WeekTo);
    let of_weekend = (weekend, word(&["of"])).map(|_| Portion::WeekendOf);
    let (rest, portion) = alt((preceded(week, alt((holds, ends))), of_weekend)).parse(input)?;
    let day = |input| plain(input, order);
    let day = verify(day, |day| {
        let base = &day.base;
        matches!(base, Base::Day { .. } | Base::MonthDay { .. } | Base::Weekday { .. } | Base::Holiday { .. })
    });
    let (rest, day) = preceded(opt(word(&["the"])), day).parse(rest)?;
    Ok((rest, Expression { portion: Some(portion), ..day }))
}

/// `week before Christmas`, `weekend after Easter`, `year after 2010`, `month before May`
pub(super) fn period_beside(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let (rest, ((unit, _), ahead)) = (verify(unit, |(_, plural)| !plural), before_or_after).parse(input)?;
    let portion = match unit {
        Unit::Week => Portion::WeekBeside(if ahead { 1 } else { -1 }),
        Unit::Weekend => Portion::WeekendBeside { ahead },
        Unit::Month | Unit::Year | Unit::Decade => {
            let years = |base: &Base| unit == Unit::Decade && matches!(base, Base::Year(_));
            let period = beside(rest, order, |base| match base {
                _ if years(base) => true,
                Base::Month { .. } => unit == Unit::Month,
                Base::Year(_) => unit == Unit::Year,
                _ => false,
            });
            let Ok((rest, period)) = period else {
                let (rest, day) = event(rest, order)?;
                let way = if ahead { Way::Following } else { Way::Leading };
                let shift = Shift { length: Length::new(Some(1), unit), way };
                return Ok((rest, Expression { shift: Some(shift), ..day }));
            };
            let way = match (years(&period.base), ahead) {
                // `the decade before 2010` is no single year.
                (true, true) => Way::Following,
                (true, false) => Way::Leading,
                (false, true) => Way::After,
                (false, false) => Way::Before,
            };
            let shift = Shift { length: Length::new(Some(1), unit), way };
            return Ok((rest, Expression { shift: Some(shift), ..period }));
        }
        _ => return fail(input),
    };
    let (rest, day) = event(rest, order)?;
    Ok((rest, Expression { portion: Some(portion), ..day }))
}
