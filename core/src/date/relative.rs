//! Dates relative to the article's own: `last week`, `the next three days`, `two months ago`, `in a week`.

use super::expression::{Base, Length, Sense, Shift, Step, Unit, Year};
use super::grammar::{entry, mark, weekday, word};
use super::length::{count, length, part, turn, unit};
use super::named::{from_month, from_year};
use super::year::{step, year_tail};
use crate::lexicon::CalendarClass;
use crate::scan::{Kind, Parsed, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::preceded;

/// `yesterday`, `the day after tomorrow`, `last night`
pub(super) fn day_word(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, row) = entry(CalendarClass::Day)(input)?;
    row.value.parse().map_or_else(|_| fail(input), |days| Ok((rest, Base::Today(days))))
}

/// From `last`, `this`, `next` on.
pub(super) fn from_step(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, step) = step(input)?;
    alt((
        |input| rolling(input, step),
        |input| period(input, step),
        |input| stepped_month(input, step),
        |input| stepped_weekday(input, step),
        season,
        |input| holiday(input, Some(step)),
        |input| part_of_day(input, step),
    ))
    .parse(rest)
}

/// `three weeks` behind `the past`; `week` behind `the past`
fn rolling(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    let (rest, length) = match length(input) {
        // `for the last three months and two days ago`
        Ok((rest, _)) if turn(rest).is_ok() => part(input)?,
        Ok(found) => found,
        Err(_) if step.sense == Sense::Near && step.by < 0 => {
            let (rest, (unit, _)) = verify(unit, |(unit, plural)| rolls(*unit) && !plural).parse(input)?;
            (rest, Length::new(Some(1), unit))
        }
        Err(error) => return Err(error),
    };
    if step.by == 0 { fail(input) } else { Ok((rest, Base::Rolling { length, step })) }
}

/// `10 previous weeks`
pub(super) fn count_then_step(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, (count, step, (unit, plural))) = (count, step, unit).parse(input)?;
    if step.by == 0 || !plural && count != Some(1) {
        return fail(input);
    }
    Ok((rest, Base::Rolling { length: Length::new(count, unit), step }))
}

/// Whether `the past …` of a unit reaches up to today.
fn rolls(unit: Unit) -> bool {
    !matches!(unit, Unit::Quarter | Unit::Weekend | Unit::Own(_))
}

/// `week` behind `last`, with the weekday in it that may follow.
fn period(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    let (rest, (unit, _)) = verify(unit, |(_, plural)| !plural).parse(input)?;
    if unit == Unit::Week && step.sense != Sense::Story {
        let on = opt(alt((mark(&[Kind::Comma]), word(&["on"]))));
        if let Ok((rest, weekday)) = preceded(on, weekday).parse(rest) {
            return Ok((rest, Base::WeekdayOf { weekday, week: step.by }));
        }
    }
    if unit == Unit::Year && step.sense == Sense::Calendar {
        return Ok((rest, Base::Year(Year::Step(step.by))));
    }
    Ok((rest, Base::Period { unit, step }))
}

/// `June` behind `next`, `May 5` behind `last`
fn stepped_month(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    let (rest, base) = from_month(input)?;
    match base {
        Base::Month { year: Year::Unsaid, month, .. } => {
            Ok((rest, Base::Month { year: Year::Unsaid, month, step: Some(step) }))
        }
        _ => Ok((rest, base)),
    }
}

/// `Friday` behind `last`. `Following Monday's vote` is after Monday, not the Monday that follows.
fn stepped_weekday(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    let (rest, weekday) = weekday(input)?;
    if step.sense == Sense::Story && rest.first().is_some_and(|token| token.is(Kind::Clitic)) {
        return fail(input);
    }
    Ok((rest, Base::Weekday { weekday, step: Some(step) }))
}

/// `this morning` is today.
fn part_of_day(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    let (rest, _) = entry(CalendarClass::Daypart)(input)?;
    if step == Step::calendar(0) { Ok((rest, Base::Today(0))) } else { fail(input) }
}

/// `summer`, `summer of 2016`
pub(super) fn season(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, _) = entry(CalendarClass::Season)(input)?;
    // `winter 2018-19`
    let year = alt((preceded(opt(word(&["of"])), from_year).map(|_| ()), year_tail.map(|_| ())));
    let (rest, _) = opt(year).parse(rest)?;
    Ok((rest, Base::Season))
}

/// `Christmas`, `Easter 2024`
pub(super) fn holiday(input: Tokens<'_>, step: Option<Step>) -> Parsed<'_, Base> {
    let (rest, row) = entry(CalendarClass::Holiday)(input)?;
    let (rest, year) = opt(year_tail).parse(rest)?;
    Ok((rest, Base::Holiday { rule: row.value, year: year.unwrap_or(Year::Unsaid), step }))
}

/// `two days ago`, `a week from now`, `three weeks later`
pub(super) fn turned(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, (length, step)) = (length, turn).parse(input)?;
    Ok((rest, Base::Away { length, step }))
}

/// `two Sundays ago`, `three Fridays from now`
pub(super) fn weekdays_away(input: Tokens<'_>) -> Parsed<'_, Base> {
    let any_number = map_opt(entry(CalendarClass::Weekday), |row| row.value.parse::<u8>().ok());
    let (rest, (count, weekday, step)) = (count, any_number, turn).parse(input)?;
    match count {
        Some(count @ 1..=52) if step.sense == Sense::Calendar => {
            Ok((rest, Base::WeekdaysAway { weekday, count: count as i8 * step.by }))
        }
        _ => fail(input),
    }
}

/// `two days`, which is a date behind `in`, and a stretch behind `within`; also `two days' time`.
pub(super) fn behind_in(input: Tokens<'_>) -> Parsed<'_, Base> {
    let before = input.start.checked_sub(1).map_or("", |index| input.scan.word(index));
    if !before.eq_ignore_ascii_case("in") && !before.eq_ignore_ascii_case("within") {
        return fail(input);
    }
    let (rest, length) = length(input)?;
    let (rest, _) = opt((mark(&[Kind::Quote, Kind::Clitic]), word(&["time"]))).parse(rest)?;
    Ok((rest, Base::Away { length, step: Step::calendar(1) }))
}

/// `week after next`, `month before last`
pub(super) fn two_steps(input: Tokens<'_>) -> Parsed<'_, Base> {
    let next = (word(&["after"]), word(&["next"])).map(|_| 2);
    let last = (word(&["before"]), word(&["last"])).map(|_| -2);
    let (rest, ((unit, _), by)) = (verify(unit, |(_, plural)| !plural), alt((next, last))).parse(input)?;
    Ok((rest, Base::Period { unit, step: Step::calendar(by) }))
}

/// `day before` and `day after`, with no date behind that it is counted from.
pub(super) fn day_of_story(input: Tokens<'_>) -> Parsed<'_, Base> {
    let day = verify(unit, |unit| *unit == (Unit::Day, false));
    let by = alt((word(&["before"]).map(|()| -1), word(&["after"]).map(|()| 1)));
    let (rest, by) = preceded(day, by).parse(input)?;
    let ends = rest.first().is_none_or(|token| token.is_end_mark() || token.is(Kind::Comma));
    let step = Step { by, sense: Sense::Story };
    if ends { Ok((rest, Base::Period { unit: Unit::Day, step })) } else { fail(input) }
}

/// `three weeks from`, `two days before`, `day after`: what stands before the date that it is counted from.
pub(super) fn shift(input: Tokens<'_>) -> Parsed<'_, Shift> {
    let day = verify(unit, |unit| *unit == (Unit::Day, false)).map(|_| Length::new(Some(1), Unit::Day));
    let (rest, length) = alt((length, day)).parse(input)?;
    let mut ahead = alt((word(&["from", "after"]).map(|()| true), word(&["before"]).map(|()| false)));
    let (rest, ahead) = ahead.parse(rest)?;
    Ok((rest, Shift { length, ahead }))
}
