//! One date as the text puts it, whatever it begins with.

use super::OPENERS;
use super::beside::{last_beside, nth_beside, period_beside, week_of, weekday_beside, weekdays_beside};
use super::expression::{Base, Expression, Length, Pick, Picked, Portion, Shift, Step, Unit, Way, Year};
use super::grammar::{calendar, entry, follows, mark, word, year_digits};
use super::length::{count, length, unit};
use super::list::ahead_of_unit;
use super::named::{
    bare_day, from_day, from_digits, from_month, from_weekday, from_year, holder, month_and_day,
    month_and_year, month_day_of, numbered_week,
};
use super::ordinal::{
    behind_nth, code, fiscal_share, from_ordinal, numbered_quarter, quarter, quarter_to_month, week_of_month,
    year_then_share,
};
use super::range::goes_on;
use super::relative::{
    ago_a_day, ahead_of_day, away, behind_step, count_then_step, day_of_story, day_of_today, holiday, season,
    two_steps, way, weekdays_away,
};
use super::written::DayOrder;
use super::year::{century, decade, hundred, numbered_year, own_year, short_year, year_of_era, year_words};
use crate::lexicon::{self, Calendar, CalendarClass, Classes, Table};
use crate::scan::{Kind, Parsed, Token, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::preceded;

/// A date: plain, a portion of one (`mid-May`), or so much before or after one (`two days after Christmas`).
pub(super) fn expression(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let Ok((behind, row)) = calendar(input) else {
        return counted(input, order).or_else(|_| from_number_or_word(input, order));
    };
    let whole = |input| from_entry(input, behind, row, order);
    match row.class {
        CalendarClass::Count => counted(input, order),
        CalendarClass::Part | CalendarClass::Offset => portioned(input),
        CalendarClass::Period if !goes_on_from_period(behind) => weekend(input).map(into_expression),
        CalendarClass::Period => {
            let of_day = |input| alt((|input| week_of(input, order), week_of_month)).parse(input);
            let ended = |input| period_ended(input, order);
            let day_beside = |input| day_beside(input, order);
            let beside = |input| period_beside(input, order);
            alt((of_day, beside, to_date, ended, day_beside, period_end, whole)).parse(input)
        }
        CalendarClass::Weekday => weekday_beside(input, order).or_else(|_| whole(input)),
        _ => whole(input),
    }
}

/// Whether what stands behind a period may make a date of it; only `weekend` is one alone.
fn goes_on_from_period(behind: Tokens<'_>) -> bool {
    const WORDS: [&str; 16] = [
        "of",
        "to",
        "before",
        "after",
        "from",
        "following",
        "preceding",
        "prior",
        "starting",
        "beginning",
        "commencing",
        "ending",
        "ended",
        "end",
        "through",
        "ahead",
    ];
    behind.first().is_some_and(|next| match next.kind {
        Kind::Hyphen | Kind::Clitic | Kind::Number => true,
        Kind::Word => behind.scan.is_one_of(next, &WORDS),
        _ => false,
    })
}

/// From a number or article on that counts units: `two days ago`, `two days after Christmas`, `10 previous weeks`,
/// `two Sundays ago`.
fn counted(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    // Nine numbers of ten count something else.
    let counts = |next: &Token| {
        next.any(Classes::WEEKDAY.or(Classes::CONJUNCTION)) || lexicon::opens(next.word, Table::Calendar)
    };
    if input.first().is_some_and(|first| first.is(Kind::Number)) && !input.get(1).is_some_and(counts) {
        return fail(input);
    }
    // `half a century ago` counts nothing.
    if let Ok((behind, count)) = count(input) {
        let Some(next) = behind.first() else { return fail(input) };
        if next.any(Classes::WEEKDAY) {
            let away = weekdays_away(behind, count).map(into_expression);
            return away.or_else(|_| weekdays_beside(behind, count, order));
        }
        if !counts(next) {
            return fail(input);
        }
        if let Ok(found) = count_then_step(behind, count) {
            return Ok(into_expression(found));
        }
        // `one day after tomorrow`
        if let (Some(1), Ok((rest, days))) = (count, day_of_today(behind)) {
            return Ok((rest, Base::Today(days).into()));
        }
    }
    let (rest, length) = length(input)?;
    if let Ok((rest, day)) = ago_a_day(rest) {
        let shift = Shift { length, way: Way::Before };
        return Ok((rest, Expression { shift: Some(shift), ..day.into() }));
    }
    match way(rest) {
        Ok((behind, way)) => {
            let way = if follows(input, &LASTING) { lasting(way, rest) } else { way };
            let alone = |_| away(rest, length, input.start).map(into_expression);
            shifted(behind, Shift { length, way }, order).or_else(alone)
        }
        Err(_) if matches!(length.unit, Unit::Week | Unit::Fortnight) => match ahead_of_day(rest) {
            Ok((rest, day)) => {
                let shift = Shift { length, way: Way::After };
                Ok((rest, Expression { shift: Some(shift), ..day.into() }))
            }
            Err(_) => away(rest, length, input.start).map(into_expression),
        },
        Err(_) => away(rest, length, input.start).map(into_expression),
    }
}

/// What stands before a length that is meant as a stretch, not as a distance.
const LASTING: [&str; 4] = ["the", "for", "over", "during"];

/// `the two weeks before Christmas`, `for two weeks from Friday`: a stretch, whose way stands at `input`.
fn lasting(way: Way, input: Tokens<'_>) -> Way {
    match way {
        Way::Before => Way::Leading,
        Way::After if word(&["from"])(input).is_ok() => Way::Through,
        Way::After => Way::Following,
        _ => way,
    }
}

/// The date behind `two days after`
fn shifted(input: Tokens<'_>, shift: Shift, order: DayOrder) -> Parsed<'_, Expression> {
    let base = |input| alt((|input| plain(input, order), end_or_start)).parse(input);
    let (rest, base) = preceded(opt(word(&["the"])), base).parse(input)?;
    // `10 years to 2019` are as often counted from some other day.
    let closes = matches!(base.base, Base::Day { .. } | Base::Month { .. });
    // `a month before the first contest`
    let nth = matches!(base.base, Base::MonthDay { weekday: None, month: None, .. });
    if nth && rest.first().is_some_and(|next| next.is_word() && !next.any(Classes::FUNCTION)) {
        return fail(input);
    }
    if shift.way == Way::UpTo && !closes {
        return fail(input);
    }
    Ok((rest, Expression { shift: Some(shift), ..base }))
}

/// `day after Christmas`
fn day_beside(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let day = verify(unit, |unit| *unit == (Unit::Day, false));
    let (rest, way) = preceded(day, way).parse(input)?;
    shifted(rest, Shift { length: Length::new(Some(1), Unit::Day), way }, order)
}

/// `end of the month` as the day that it is
fn end_or_start(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let (rest, whole) = portioned(input)?;
    let nth = match whole.portion {
        Some(Portion::Start) => 1,
        Some(Portion::End) => -1,
        _ => return fail(input),
    };
    let pick = Pick { nth, count: 1, of: Picked::Unit(Unit::Day) };
    Ok((rest, Expression { pick: Some(pick), portion: None, ..whole }))
}

/// `quarter ended March 31`, `year to June 2017`
fn period_ended(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let period = verify(unit, |(unit, plural)| {
        !plural && matches!(unit, Unit::Month | Unit::Quarter | Unit::HalfYear | Unit::Year)
    });
    let (rest, ((unit, _), way)) = (period, verify(way, |way| *way == Way::UpTo)).parse(input)?;
    shifted(rest, Shift { length: Length::new(Some(1), unit), way }, order)
}

/// A date without portion or shift.
pub(super) fn plain(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    match calendar(input) {
        Ok((behind, row)) => from_entry(input, behind, row, order),
        Err(_) => from_number_or_word(input, order),
    }
}

/// From an entry of the calendar on, which ends before `behind`.
fn from_entry<'s>(
    input: Tokens<'s>,
    behind: Tokens<'s>,
    row: &Calendar,
    order: DayOrder,
) -> Parsed<'s, Expression> {
    use CalendarClass as Class;
    let found = match row.class {
        Class::Month => match quarter_to_month(input) {
            Ok(found) => return Ok(found),
            Err(_) => from_month(input),
        },
        Class::Weekday => from_weekday(input, order),
        Class::Day => day_of_today.map(Base::Today).parse(input),
        Class::Holiday => holiday(input, None),
        Class::Season => season(input),
        Class::Quarter | Class::Half => code(input),
        Class::Decade => decade.map(Base::Decade).parse(input),
        Class::Relative => {
            // `final` counts from the end, and steps nowhere.
            let Some(step) = Step::of(row.value) else {
                let nth = row.value.strip_suffix(":end").and_then(|nth| nth.parse().ok());
                return nth.map_or_else(|| fail(input), |nth| behind_nth(behind, nth));
            };
            if step == Step::calendar(-1) {
                if let Ok(found) = behind_nth(behind, -1).or_else(|_| last_beside(behind, order)) {
                    return Ok(found);
                }
            }
            // `last Friday, May 9`
            if let Ok((rest, base @ (Base::Day { .. } | Base::MonthDay { .. }))) = from_weekday(behind, order)
            {
                return Ok((rest, base.into()));
            }
            behind_step(behind, step)
        }
        Class::Period => {
            let numbered = alt((numbered_week, numbered_quarter, numbered_year));
            alt((own_year, two_steps, numbered, weekend, day_of_story)).parse(input)
        }
        Class::Running => return running(behind, row),
        Class::Own => own_year(input),
        Class::Era => year_of_era(input),
        Class::Part | Class::Count | Class::Offset | Class::Daypart | Class::Clock | Class::Zone => {
            fail(input)
        }
    };
    let (rest, base) = found?;
    // `Thanksgiving eve`, `Chinese New Year's Eve`
    let eve = preceded(opt(mark(&[Kind::Clitic])), word(&["eve"]));
    if !matches!(base, Base::Holiday { .. }) {
        return Ok((rest, base.into()));
    }
    if let Ok((rest, ())) = { eve }.parse(rest) {
        let shift = Shift { length: Length::new(Some(1), Unit::Day), way: Way::Before };
        return Ok((rest, Expression { shift: Some(shift), ..base.into() }));
    }
    match of_holiday(rest) {
        Ok((rest, portion)) => Ok((rest, Expression { portion: Some(portion), ..base.into() })),
        Err(_) => Ok((rest, base.into())),
    }
}

/// `weekend`, `week` behind a holiday
fn of_holiday(input: Tokens<'_>) -> Parsed<'_, Portion> {
    map_opt(unit, |unit| match unit {
        (Unit::Weekend, false) => Some(Portion::WeekendWith),
        (Unit::Week, false) => Some(Portion::WeekOf),
        _ => None,
    })
    .parse(input)
}

fn into_expression((rest, base): (Tokens<'_>, Base)) -> (Tokens<'_>, Expression) {
    (rest, base.into())
}

/// From digits, a number word or an article on.
fn from_number_or_word(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let Some(first) = input.first() else { return fail(input) };
    match first.kind {
        Kind::Number => from_number(input, order),
        Kind::Quote => {
            let year = short_year.map(|year| Base::Year(Year::Given(year)));
            alt((decade.map(Base::Decade), year)).map(Expression::from).parse(input)
        }
        Kind::Word if first.any(Classes::ORDINAL) => {
            let beside = |input| nth_beside(input, order);
            alt((from_ordinal, beside, alt((from_day, month_day_of)).map(Expression::from))).parse(input)
        }
        Kind::Word if first.any(Classes::NUMBER) && !goes_on_from_number(input) => fail(input),
        Kind::Word if first.any(Classes::NUMBER) => {
            let years = alt((decade.map(Base::Decade), year_words.map(|year| Base::Year(Year::Given(year)))));
            // `twenty-first century`, `twenty-second of May`
            alt((from_ordinal, alt((years, from_day, month_day_of)).map(Expression::from))).parse(input)
        }
        Kind::Word if first.any(Classes::PHRASE) => {
            alt((own_year, fiscal_share)).map(Expression::from).parse(input)
        }
        _ => fail(input),
    }
}

/// Whether what stands behind a number word may make a day or year of it: `twenty-first`, `nineteen ninety`, `fifteen
/// November`.
fn goes_on_from_number(input: Tokens<'_>) -> bool {
    const WORDS: Classes =
        Classes::NUMBER.or(Classes::ORDINAL).or(Classes::MAGNITUDE).or(Classes::FRACTION).or(Classes::MONTH);
    let hyphen = usize::from(input.get(1).is_some_and(|next| next.is(Kind::Hyphen)));
    input.get(1 + hyphen).is_some_and(|next| {
        next.any(WORDS) || lexicon::opens(next.word, Table::Calendar) || input.scan.is_one_of(next, &["oh"])
    })
}

/// From digits on. What they can be is told by what stands behind them.
fn from_number(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let next = input.get(1);
    let glued = next.is_some_and(Token::is_glued);
    let all = |input| from_digits(input, order);
    let year = || year_digits.map(|year| Base::Year(Year::Given(year)));
    // A year has four digits, a day or month two at most.
    let length = input.surface().len();
    match next.map(|token| token.kind) {
        Some(Kind::Slash | Kind::Hyphen | Kind::Dash | Kind::Comma) => match length {
            4 => alt((all, numbered_week, year_then_share, own_year, from_year, year()))
                .map(Expression::from)
                .parse(input),
            1 | 2 => alt((all, from_day, month_and_year, |input| month_and_day(input, order)))
                .map(Expression::from)
                .parse(input),
            _ => all.map(Expression::from).parse(input),
        },
        Some(Kind::Word) if glued => {
            let periods = alt((hundred, decade.map(Base::Decade), year_then_share, code));
            let beside = |input| nth_beside(input, order);
            alt((from_ordinal, beside, alt((from_day, periods, month_day_of)).map(Expression::from)))
                .parse(input)
        }
        Some(Kind::Clitic) => alt((hundred, decade.map(Base::Decade), all, year_then_share, year()))
            .map(Expression::from)
            .parse(input),
        Some(Kind::Word | Kind::Period) => {
            let near = input.get(1).is_some_and(|token| token.any(CALENDAR))
                || input.get(2).is_some_and(|token| token.any(CALENDAR));
            if near {
                if let Ok((rest, year)) = year_of_era(input) {
                    return Ok((rest, year.into()));
                }
            }
            match length {
                4 if near => {
                    alt((from_year, year_then_share, own_year, year())).map(Expression::from).parse(input)
                }
                4 => year().map(Expression::from).parse(input),
                1 | 2 if near => alt((from_day, month_day_of, bare_day)).map(Expression::from).parse(input),
                1 | 2 => bare_day.map(Expression::from).parse(input),
                _ => all.map(Expression::from).parse(input),
            }
        }
        _ => match length {
            4 => year().map(Expression::from).parse(input),
            1 | 2 => bare_day.map(Expression::from).parse(input),
            _ => all.map(Expression::from).parse(input),
        },
    }
}

/// The classes of words that go on with a date behind a number.
const CALENDAR: Classes =
    Classes::CALENDAR.or(Classes::MONTH).or(Classes::WEEKDAY).or(Classes::ORDINAL).or(Classes::PHRASE);

/// `weekend`, behind an article
fn weekend(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, (unit, _)) = verify(unit, |unit| *unit == (Unit::Weekend, false)).parse(input)?;
    Ok((rest, Base::Period { unit, step: Step::calendar(0) }))
}

/// `year-end`, `month's end`: the last day
fn period_end(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let period =
        verify(unit, |(unit, plural)| !plural && matches!(unit, Unit::Month | Unit::Quarter | Unit::Year));
    let (rest, (unit, _)) = { period }.parse(input)?;
    let (rest, joint) = opt(mark(&[Kind::Hyphen, Kind::Clitic])).parse(rest)?;
    let (rest, ()) = word(&["end"])(rest)?;
    // `a year-end party` is of no certain day.
    let placed = joint.is_some() || follows(input, &["at", "before", "by", "since", "until"]);
    if !placed || rest.first().is_some_and(goes_on) {
        return fail(input);
    }
    let base = Base::Period { unit, step: Step::calendar(0) };
    let pick = Pick { nth: -1, count: 1, of: Picked::Unit(Unit::Day) };
    Ok((rest, Expression { pick: Some(pick), ..base.into() }))
}

/// `mid-May`, `early next week`, `the end of 2008`, `later this year`, `the rest of the year`
fn portioned(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let (rest, portion) = alt((part, earlier_or_later)).parse(input)?;
    let joint = alt((mark(&[Kind::Hyphen]), word(&["in"])));
    let (rest, _) = (opt(joint), opt(word(&["the"]))).parse(rest)?;
    // Most portions are of something else.
    if !rest.first().is_some_and(|next| next.is(Kind::Quote) || next.any(OPENERS)) {
        return fail(input);
    }
    let base = alt((
        quarter,
        verify(from_month, |base| matches!(base, Base::Month { .. })),
        hundred,
        decade.map(Base::Decade),
        century.map(Base::Century),
        year_then_share,
        code,
        season,
        holder,
        // `late 18th and early 19th centuries`
        ahead_of_unit.map(|first| first.base),
    ));
    let (rest, base) = { base }.parse(rest)?;
    if matches!(base, Base::Day { .. } | Base::Period { unit: Unit::Day, .. }) {
        return fail(input);
    }
    Ok((rest, Expression { portion: Some(portion), ..base.into() }))
}

pub(super) fn part(input: Tokens<'_>) -> Parsed<'_, Portion> {
    let (rest, row) = entry(CalendarClass::Part)(input)?;
    let portion = match row.value {
        "early" => Portion::Early,
        "start" => Portion::Start,
        "mid" => Portion::Mid,
        "late" => Portion::Late,
        "end" => Portion::End,
        _ => Portion::Later,
    };
    Ok((rest, portion))
}

/// `earlier` and `later` before a period
fn earlier_or_later(input: Tokens<'_>) -> Parsed<'_, Portion> {
    let (rest, row) = entry(CalendarClass::Offset)(input)?;
    match row.value {
        "-1:story" => Ok((rest, Portion::Earlier)),
        "1:story" => Ok((rest, Portion::Later)),
        _ => fail(input),
    }
}

/// `YTD`, `EOY`, which end before `behind`
fn running<'s>(behind: Tokens<'s>, row: &Calendar) -> Parsed<'s, Expression> {
    let Some((part, unit)) =
        row.value.split_once(':').and_then(|(part, unit)| Some((part, Unit::of_period(unit)?)))
    else {
        return fail(behind);
    };
    let portion = Some(if part == "earlier" { Portion::Earlier } else { Portion::End });
    let base = Base::Period { unit, step: Step::calendar(0) };
    Ok((behind, Expression { portion, ..base.into() }))
}

/// `year to date`, `year-to-date`
fn to_date(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let joint = || opt(mark(&[Kind::Hyphen]));
    let to_date = (joint(), word(&["to"]), joint(), word(&["date"]));
    let (rest, ((unit, _), _)) = (verify(unit, |(_, plural)| !plural), to_date).parse(input)?;
    let base = Base::Period { unit, step: Step::calendar(0) };
    Ok((rest, Expression { portion: Some(Portion::Earlier), ..base.into() }))
}
