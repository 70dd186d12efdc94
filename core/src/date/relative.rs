//! Dates relative to the article's own: `last week`, `the next three days`, `two months ago`, `in a week`.

use super::expression::{Base, Length, Sense, Step, Unit, Way, Year};
use super::grammar::{calendar, entry, follows, mark, weekday, word};
use super::length::{count, length, or_more, part, turn, unit};
use super::named::{clause_end, from_month, from_year};
use super::ordinal::share_of_year;
use super::year::{step, year_tail};
use crate::lexicon::{CalendarClass, Classes};
use crate::scan::{Kind, Parsed, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, peek, verify};
use nom::sequence::{preceded, terminated};

/// Words between `in` and a length that leave it what it is.
pub(super) const ABOUT: [&str; 7] =
    ["about", "around", "roughly", "approximately", "nearly", "exactly", "another"];

/// What stands behind `last`, `this`, `next`.
pub(super) fn behind_step(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    match calendar(input) {
        Ok((rest, row)) => match row.class {
            CalendarClass::Period => {
                let half = |input| period_and_a_half(input, step);
                alt((half, |input| period(input, step), |input| rolling(input, step))).parse(input)
            }
            CalendarClass::Count => rolling(input, step),
            CalendarClass::Month => stepped_month(input, step),
            CalendarClass::Weekday => stepped_weekday(input, step),
            CalendarClass::Season => season(input),
            CalendarClass::Holiday => holiday(input, Some(step)),
            // `this morning` is today.
            CalendarClass::Daypart if step == Step::calendar(0) => Ok((rest, Base::Today(0))),
            _ => fail(input),
        },
        Err(_) => rolling(input, step),
    }
}

/// `three weeks`, `two to three weeks` behind `the past`
fn rolling(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    let joined = input.get(1).is_some_and(|next| {
        matches!(next.kind, Kind::Hyphen | Kind::Dash) || input.scan.is_one_of(next, &["to", "or"])
    });
    let to = alt((word(&["to", "or"]), mark(&[Kind::Hyphen, Kind::Dash])));
    let mut several = (count, to, part);
    if let Some(Ok((rest, (Some(_), (), last)))) = joined.then(|| several.parse(input)) {
        let length = Length { known: false, ..last };
        return if step.by == 0 { fail(input) } else { Ok((rest, Base::Rolling { length, step })) };
    }
    let (rest, length) = match length(input) {
        // `for the last three months and two days ago`
        Ok((rest, _)) if turn(rest).is_ok() => part(input)?,
        Ok(found) => found,
        Err(error) => return Err(error),
    };
    if step.by == 0 { fail(input) } else { Ok((rest, Base::Rolling { length, step })) }
}

/// `year and a half` behind `the past`
fn period_and_a_half(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    let half = (word(&["and"]), word(&["a"]), word(&["half"]));
    let (rest, ((unit, _), _)) = (verify(unit, |(_, plural)| !plural), half).parse(input)?;
    match Length::new(Some(1), unit) {
        Length { months: months @ 2.., known: true, .. } if step.by != 0 => {
            let length = Length { months: months + months / 2, ..Length::new(Some(1), Unit::Month) };
            Ok((rest, Base::Rolling { length, step }))
        }
        _ => fail(input),
    }
}

/// Whether `the past …` of a unit reaches up to today.
fn rolls(unit: Unit) -> bool {
    !matches!(unit, Unit::Quarter | Unit::Weekend | Unit::Own(_))
}

/// `week` behind `last`, with the weekday in it that may follow.
fn period(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    let (rest, (unit, _)) = verify(unit, |(_, plural)| !plural).parse(input)?;
    // `the next day or two`, `the past year or so`
    if let Ok((rest, so)) = or_more(rest) {
        return Ok((rest, Base::Rolling { length: Length::new(so.then_some(1), unit), step }));
    }
    // No calendar says where a fortnight begins.
    let fortnight = unit == Unit::Fortnight && step.by != 0 && step.sense == Sense::Calendar;
    if fortnight || step.sense == Sense::Near && step.by < 0 && rolls(unit) {
        return Ok((rest, Base::Rolling { length: Length::new(Some(1), unit), step }));
    }
    if unit == Unit::Week && step.sense != Sense::Story {
        // `next week, Friday`, `last week's Sunday`
        let on = opt(alt((mark(&[Kind::Comma, Kind::Clitic]), word(&["on"]))));
        if let Ok((rest, weekday)) = preceded(on, weekday).parse(rest) {
            return Ok((rest, Base::WeekdayOf { weekday, week: step.by }));
        }
    }
    if unit == Unit::Year && step.sense == Sense::Calendar {
        // `next year's first quarter`
        let year = Year::Step(step.by);
        let part = share_of_year(rest, year).or_else(|_| month_of_year(rest, year));
        return part.or_else(|_| holiday_of_year(rest, year)).or(Ok((rest, Base::Year(year))));
    }
    Ok((rest, Base::Period { unit, step }))
}

/// `in June`, `'s June 5` behind `last year`. This year's march is no month.
fn month_of_year(input: Tokens<'_>, year: Year) -> Parsed<'_, Base> {
    let (rest, worded) =
        alt((word(&["in"]).map(|()| true), mark(&[Kind::Clitic]).map(|()| false))).parse(input)?;
    if !worded && rest.first().is_none_or(|next| next.any(Classes::VERB.or(Classes::MODAL))) {
        return fail(input);
    }
    Ok(match from_month(rest)? {
        (rest, Base::Month { year: Year::Unsaid, month, .. }) => {
            (rest, Base::Month { year, month, step: None })
        }
        (rest, Base::Day { year: Year::Unsaid, month, day, weekday }) => {
            (rest, Base::Day { year, month, day, weekday })
        }
        _ => return fail(input),
    })
}

/// `'s Christmas` behind `last year`
fn holiday_of_year(input: Tokens<'_>, year: Year) -> Parsed<'_, Base> {
    match preceded(mark(&[Kind::Clitic]), |input| holiday(input, None)).parse(input)? {
        (rest, Base::Holiday { rule, year: Year::Unsaid, step }) => {
            Ok((rest, Base::Holiday { rule, year, step }))
        }
        _ => fail(input),
    }
}

/// `June` behind `next`, `May 5` behind `last`
fn stepped_month(input: Tokens<'_>, step: Step) -> Parsed<'_, Base> {
    let (rest, base) = from_month(input)?;
    match base {
        Base::Month { year: Year::Unsaid, month, .. } => {
            Ok((rest, Base::Month { year: Year::Unsaid, month, step: Some(step) }))
        }
        // `past May 5` is behind it.
        _ if step.sense == Sense::Near && step.by < 0 => fail(input),
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

/// What makes a date of a length that begins at the token `start`: `ago`, `from now`, `later` behind it, or `in` or
/// `within` before it, with `time` behind perhaps (`in two days' time`).
pub(super) fn away(input: Tokens<'_>, length: Length, start: usize) -> Parsed<'_, Base> {
    if let Ok((rest, step)) = turn(input) {
        return Ok((rest, Base::Away { length, step }));
    }
    // `Three days after, he left.`
    let story = |by| Step { by, sense: Sense::Story };
    let beside = alt((
        word(&["before", "prior"]).map(|()| story(-1)),
        word(&["after"]).map(|()| story(1)),
        word(&["back"]).map(|()| Step::calendar(-1)),
    ));
    if let Ok((rest, step)) = terminated(beside, clause_end).parse(input) {
        return Ok((rest, Base::Away { length, step }));
    }
    let before = |back: usize, words: &[&str]| {
        let index = start.checked_sub(back);
        index.is_some_and(|index| input.scan.is_one_of(&input.scan.tokens[index], words))
    };
    let back = 1 + usize::from(before(1, &ABOUT));
    let within = before(back, &["within"]);
    if !within && !before(back, &["in"]) {
        return fail(input);
    }
    let (rest, _) = opt((opt(mark(&[Kind::Quote, Kind::Clitic])), word(&["time"]))).parse(input)?;
    // `within 5 days of the vote`
    if within && word(&["of"])(rest).is_ok() {
        return fail(input);
    }
    Ok((rest, Base::Away { length, step: Step::calendar(1) }))
}

/// `two to three weeks ago`, `in two or three weeks`, from the earlier to the later.
pub(super) fn between_lengths<'s>(
    input: Tokens<'s>,
    joint: impl Fn(Tokens<'s>) -> Parsed<'s, ()>,
) -> Parsed<'s, (Base, Base)> {
    let (rest, count) = map_opt(count, |count| count).parse(input)?;
    let (rest, ()) = joint(rest)?;
    let (rest, last) = part(rest)?;
    let (rest, step) = match turn(rest) {
        Err(_) if follows(input, &["in"]) => (rest, Step::calendar(1)),
        turned => turned?,
    };
    let first = Base::Away { length: Length::new(Some(count), last.unit), step };
    let last = Base::Away { length: last, step };
    Ok((rest, if step.by < 0 { (last, first) } else { (first, last) }))
}

/// `yesterday`, `day after tomorrow`: days from today
pub(super) fn day_of_today(input: Tokens<'_>) -> Parsed<'_, i8> {
    map_opt(entry(CalendarClass::Day), |row| row.value.parse().ok()).parse(input)
}

/// `ago today`, `ago Tuesday`, `ago this week` behind a length: so long before the day or period.
pub(super) fn ago_a_day(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, _) = verify(turn, |step| *step == Step::calendar(-1)).parse(input)?;
    let (rest, _) = opt(terminated(word(&["last", "on"]), peek(weekday))).parse(rest)?;
    let this = verify(step, |step| *step == Step::calendar(0));
    let period = verify(unit, |unit| matches!(unit, (Unit::Week | Unit::Month, false)));
    let running = (this, period).map(|(step, (unit, _))| Base::Period { unit, step });
    let weekday = weekday.map(|weekday| Base::Weekday { weekday, step: None });
    alt((day_of_today.map(Base::Today), weekday, running)).parse(rest)
}

/// `on Friday`, `today` behind `two weeks`, as the British say that they will: so long behind the day.
pub(super) fn ahead_of_day(input: Tokens<'_>) -> Parsed<'_, Base> {
    let on_weekday =
        preceded(opt(word(&["on"])), weekday).map(|weekday| Base::Weekday { weekday, step: None });
    terminated(alt((day_of_today.map(Base::Today), on_weekday)), clause_end).parse(input)
}

/// `previous weeks` behind `10`
pub(super) fn count_then_step(input: Tokens<'_>, count: Option<i32>) -> Parsed<'_, Base> {
    let (rest, (step, (unit, plural))) = (step, unit).parse(input)?;
    if step.by == 0 || !plural && count != Some(1) {
        return fail(input);
    }
    Ok((rest, Base::Rolling { length: Length::new(count, unit), step }))
}

/// `Sundays ago` behind `two`
pub(super) fn weekdays_away(input: Tokens<'_>, count: Option<i32>) -> Parsed<'_, Base> {
    let any_number = map_opt(entry(CalendarClass::Weekday), |row| row.value.parse::<u8>().ok());
    let (rest, (weekday, step)) = (any_number, turn).parse(input)?;
    match count {
        Some(count @ 1..=52) if step.sense == Sense::Calendar => {
            Ok((rest, Base::WeekdaysAway { weekday, count: count as i8 * step.by }))
        }
        _ => fail(input),
    }
}

/// `week after next`, `month before last`
pub(super) fn two_steps(input: Tokens<'_>) -> Parsed<'_, Base> {
    let next = (word(&["after"]), word(&["next"])).map(|_| 2);
    let last = (word(&["before"]), word(&["last"])).map(|_| -2);
    let (rest, ((named, _), by)) = (verify(unit, |(_, plural)| !plural), alt((next, last))).parse(input)?;
    // `the week after next week`
    let (rest, _) = opt(verify(unit, |again| *again == (named, false))).parse(rest)?;
    // `the week before last Monday`
    if rest.first().is_some_and(|next| next.any(Classes::WEEKDAY.or(Classes::MONTH))) {
        return fail(input);
    }
    Ok((rest, Base::Period { unit: named, step: Step::calendar(by) }))
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

/// What stands between a length and the date that it is counted from: `before`, `from`, `starting on`.
pub(super) fn way(input: Tokens<'_>) -> Parsed<'_, Way> {
    let starting = (word(&["starting", "beginning", "commencing"]), opt(word(&["on", "from"])));
    alt((
        word(&["from", "after", "following"]).map(|()| Way::After),
        word(&["before", "preceding"]).map(|()| Way::Before),
        (word(&["prior"]), word(&["to"])).map(|_| Way::Before),
        (word(&["ahead"]), word(&["of"])).map(|_| Way::Before),
        starting.map(|_| Way::Through),
        word(&["ended", "ending", "to", "through"]).map(|()| Way::UpTo),
    ))
    .parse(input)
}
