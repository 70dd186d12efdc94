//! One date as the text puts it, whatever it begins with.

use super::expression::{Base, Expression, Portion, Step, Unit};
use super::grammar::{entry, mark, word, year_digits};
use super::length::unit;
use super::named::{
    from_day, from_digits, from_month, from_weekday, from_year, holder, month_and_day, month_and_year,
    month_day_of, numbered_week,
};
use super::ordinal::{code, half_of_month, picked, share, year_then_share};
use super::relative::{
    behind_in, count_then_step, day_of_story, day_word, from_step, holiday, season, shift, turned, two_steps,
    weekdays_away,
};
use super::written::DayOrder;
use super::year::{century, decade, hundred, own_year, year_words};
use crate::lexicon::{CalendarClass, Classes};
use crate::scan::{Kind, Parsed, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// A date: plain, a portion of one (`mid-May`), or so much before or after one (`two days after Christmas`).
pub(super) fn expression(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let shifted = |input| {
        let (rest, shift) = shift(input)?;
        let (rest, base) = preceded(opt(word(&["the"])), |input| plain(input, order)).parse(rest)?;
        Ok((rest, Expression { shift: Some(shift), ..base }))
    };
    alt((portioned, |input| week_of(input, order), to_date, shifted, |input| plain(input, order)))
        .parse(input)
}

/// A date without portion or shift.
fn plain(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let Some(first) = input.first() else { return fail(input) };
    match first.kind {
        Kind::Number => from_number(input, order),
        Kind::Quote => decade.map(|decade| Base::Decade(decade).into()).parse(input),
        Kind::Word if first.any(Classes::WEEKDAY) => from_weekday(input, order).map(into_expression),
        Kind::Word if first.any(Classes::MONTH) => {
            alt((|input| holiday(input, None), from_month)).map(Expression::from).parse(input)
        }
        Kind::Word => from_word(input),
        _ => fail(input),
    }
}

fn into_expression<'s>((rest, base): (Tokens<'s>, Base)) -> (Tokens<'s>, Expression) {
    (rest, base.into())
}

/// From digits on.
fn from_number(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let full = alt((|input| from_digits(input, order), year_then_share, numbered_week, from_year, from_day));
    let periods = alt((century.map(Base::Century), hundred, decade.map(Base::Decade), own_year, share, code));
    let counted = alt((turned, weekdays_away, count_then_step, behind_in));
    let day = alt((month_and_year, month_day_of, |input| month_and_day(input, order)));
    let year = year_digits.map(|year| Base::Year(super::expression::Year::Given(year)));
    alt((
        full.map(Expression::from),
        half_of_month,
        picked,
        alt((periods, counted, day, year)).map(Expression::from),
    ))
    .parse(input)
}

/// From a word on that is neither a month nor a weekday.
fn from_word(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let named =
        alt((day_word, |input| holiday(input, None), season, code, decade.map(Base::Decade), own_year));
    let counted = alt((share, century.map(Base::Century), turned, weekdays_away, count_then_step, behind_in));
    let fields = alt((
        from_day,
        year_words.map(|year| Base::Year(super::expression::Year::Given(year))),
        month_day_of,
    ));
    let stepped =
        alt((year_then_share, from_step, two_steps, numbered_week, weekend, year_end, day_of_story));
    alt((
        named.map(Expression::from),
        half_of_month,
        picked,
        counted.map(Expression::from),
        fields.map(Expression::from),
        stepped.map(Expression::from),
    ))
    .parse(input)
}

/// `weekend`, behind an article
fn weekend(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, (unit, _)) = verify(unit, |unit| *unit == (Unit::Weekend, false)).parse(input)?;
    Ok((rest, Base::Period { unit, step: Step::calendar(0) }))
}

/// `year-end`
fn year_end(input: Tokens<'_>) -> Parsed<'_, Base> {
    let year = verify(unit, |unit| *unit == (Unit::Year, false));
    let (rest, _) = (year, mark(&[Kind::Hyphen]), word(&["end"])).parse(input)?;
    Ok((rest, Base::Holiday { rule: "12-31", year: super::expression::Year::Step(0), step: None }))
}

/// `mid-May`, `early next week`, `the end of 2008`, `later this year`, `the rest of the year`
fn portioned(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let (rest, portion) = alt((part, earlier_or_later)).parse(input)?;
    let joint = alt((mark(&[Kind::Hyphen]), word(&["in"])));
    let (rest, _) = (opt(joint), opt(word(&["the"]))).parse(rest)?;
    let base = alt((
        verify(share, |base| matches!(base, Base::Share { .. })),
        verify(from_month, |base| matches!(base, Base::Month { .. })),
        hundred,
        decade.map(Base::Decade),
        century.map(Base::Century),
        year_then_share,
        code,
        season,
        holder,
    ));
    let (rest, base) = { base }.parse(rest)?;
    if matches!(base, Base::Day { .. } | Base::Period { unit: Unit::Day, .. }) {
        return fail(input);
    }
    Ok((rest, Expression { portion: Some(portion), ..base.into() }))
}

fn part(input: Tokens<'_>) -> Parsed<'_, Portion> {
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

/// `year to date`, `year-to-date`
fn to_date(input: Tokens<'_>) -> Parsed<'_, Expression> {
    let joint = || opt(mark(&[Kind::Hyphen]));
    let to_date = (joint(), word(&["to"]), joint(), word(&["date"]));
    let (rest, ((unit, _), _)) = (verify(unit, |(_, plural)| !plural), to_date).parse(input)?;
    let base = Base::Period { unit, step: Step::calendar(0) };
    Ok((rest, Expression { portion: Some(Portion::Earlier), ..base.into() }))
}

/// `week of April 10`, `week ending May 3`, `weekend of May 10`
fn week_of(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Expression> {
    let week = verify(unit, |unit| *unit == (Unit::Week, false));
    let weekend = verify(unit, |unit| *unit == (Unit::Weekend, false));
    let holds = word(&["of", "beginning", "starting", "commencing"]).map(|()| Portion::WeekOf);
    let ends = word(&["ending", "ended", "to"]).map(|()| Portion::WeekTo);
    let of_weekend = (weekend, word(&["of"])).map(|_| Portion::WeekendOf);
    let (rest, portion) = alt((preceded(week, alt((holds, ends))), of_weekend)).parse(input)?;
    let day = |input| plain(input, order);
    let day = verify(day, |day| {
        matches!(day.base, Base::Day { .. } | Base::MonthDay { .. } | Base::Weekday { .. })
    });
    let (rest, day) = preceded(opt(word(&["the"])), day).parse(rest)?;
    Ok((rest, Expression { portion: Some(portion), ..day }))
}
