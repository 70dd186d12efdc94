//! Days, weekdays and months by their fields: `Friday, May 9`, `May 2025`, `9 May next year`, `2016-11`.

use super::NUMBERS;
use super::expression::{Base, Length, Sense, Step, Unit, Year};
use super::grammar::{
    day_digits, digits, entry, mark, month, number, ordinal, ordinal_letters, token, weekday, word,
    year_digits,
};
use super::length::{length, turn, unit};
use super::range::goes_on;
use super::relative::two_steps;
use super::written::{DayOrder, day_behind, day_month, numeric, two_digit_year};
use super::year::{step, year, year_tail, year_words};
use crate::lexicon::{self, CalendarClass, Classes, Table, WordId, word, word_set};
use crate::scan::{Kind, Parsed, Token, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{delimited, preceded, terminated};

/// From a month on: `May 11, 2025`, `May 2025`, `May of last year`, `Dec/2018`, `May`.
pub(super) fn from_month(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (behind, month) = month(input)?;
    // `January twenty eighteen` is no 20th of January.
    if let Ok((rest, year)) = year_words(behind) {
        return Ok((rest, Base::Month { year: Year::Given(year), month, step: None }));
    }
    if let Ok((rest, day)) = day_behind(behind) {
        let (rest, year) = opt(alt((year_tail, joined_year, past_short_year))).parse(rest)?;
        let (rest, weekday) = opt(weekday_behind).parse(rest)?;
        return Ok((rest, Base::Day { year: year.unwrap_or(Year::Unsaid), month, day, weekday }));
    }
    let (rest, year) = opt(alt((year_tail, bare_short_year))).parse(behind)?;
    Ok((rest, Base::Month { year: year.unwrap_or(Year::Unsaid), month, step: None }))
}

/// `August 99`, `April of 87`, where the sentence or clause ends behind it.
fn bare_short_year(input: Tokens<'_>) -> Parsed<'_, Year> {
    let short = terminated(number, clause_end);
    let (rest, (value, length)) = preceded(opt(word(&["of"])), short).parse(input)?;
    if length == 2 && value > 31 {
        Ok((rest, Year::Given(two_digit_year(value) as i16)))
    } else {
        fail(input)
    }
}

/// `May 5, 89`, at the end of a sentence
fn past_short_year(input: Tokens<'_>) -> Parsed<'_, Year> {
    let short = verify(number, |(value, length)| *length == 2 && *value > 31);
    let (rest, (value, _)) =
        terminated(preceded(opt(mark(&[Kind::Comma])), short), sentence_end).parse(input)?;
    Ok((rest, Year::Given(two_digit_year(value) as i16)))
}

/// From a day on: `11 May 2025`, `11th of May`, `second of August`.
pub(super) fn from_day(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, (day, month)) = day_month(input)?;
    let (rest, year) = opt(alt((year_tail, joined_year, day_month_year))).parse(rest)?;
    let (rest, weekday) = opt(weekday_behind).parse(rest)?;
    Ok((rest, Base::Day { year: year.unwrap_or(Year::Unsaid), month, day, weekday }))
}

/// `-25` behind `5-Jun`, `/25` behind `5/Jun`
fn joined_year(input: Tokens<'_>) -> Parsed<'_, Year> {
    let joint = |token: &Token| matches!(token.kind, Kind::Hyphen | Kind::Slash) && token.is_glued();
    let joined = input.start.checked_sub(2).is_some_and(|index| joint(&input.scan.tokens[index]));
    let (rest, ()) = mark(&[Kind::Hyphen, Kind::Slash])(input)?;
    let (rest, year) = two_digits(rest)?;
    if joined { Ok((rest, year)) } else { fail(input) }
}

/// `25` behind `5 June`, where nothing follows that it could count
fn day_month_year(input: Tokens<'_>) -> Parsed<'_, Year> {
    terminated(two_digits, sentence_end).parse(input)
}

fn two_digits(input: Tokens<'_>) -> Parsed<'_, Year> {
    let (rest, (value, _)) = verify(number, |year| year.1 == 2).parse(input)?;
    Ok((rest, Year::Given(two_digit_year(value) as i16)))
}

/// The end of a sentence, of which nothing is taken.
fn sentence_end(input: Tokens<'_>) -> Parsed<'_, ()> {
    if input.first().is_none_or(Token::is_end_mark) { Ok((input, ())) } else { fail(input) }
}

/// The weekday behind a day: `(Sunday)`, and `, Sunday` where nothing of Sunday's follows.
fn weekday_behind(input: Tokens<'_>) -> Parsed<'_, u8> {
    if let Ok(found) = delimited(mark(&[Kind::Open]), weekday, mark(&[Kind::Close])).parse(input) {
        return Ok(found);
    }
    delimited(mark(&[Kind::Comma]), weekday, clause_end).parse(input)
}

/// All of digits, with the year: `2019-11-20`, `11/20/2019`.
pub(super) fn from_digits(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Base> {
    let (rest, date) = numeric(input, order)?;
    let (rest, weekday) = opt(weekday_behind).parse(rest)?;
    Ok((rest, Base::Day { year: date.year.into(), month: date.month, day: date.day, weekday }))
}

/// Two numbers for month and day: `11/20`, `Friday 7-6`.
pub(super) fn month_and_day(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Base> {
    let (rest, (a, first)) = number(input)?;
    let (rest, ()) = mark(&[Kind::Slash, Kind::Hyphen])(rest)?;
    let (rest, (b, second)) = number(rest)?;
    let glued = rest.first().is_some_and(|token| {
        token.is_glued()
            && matches!(token.kind, Kind::Slash | Kind::Word | Kind::Number | Kind::Percent | Kind::Symbol)
    });
    // A third number behind two hyphens makes it a telephone number, a formation or a score.
    let hyphens = input.get(1).is_some_and(|token| token.is(Kind::Hyphen))
        && rest.first().is_some_and(|token| token.is(Kind::Hyphen));
    if glued || hyphens || first > 2 || second > 2 {
        return fail(input);
    }
    let (rest, year) = opt(year_digits).parse(rest)?;
    let month_first = a <= 12 && (order == DayOrder::MonthFirst || b > 12);
    let (month, day) = if month_first { (a, b) } else { (b, a) };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return fail(input);
    }
    Ok((rest, Base::Day { year: year.into(), month: month as u8, day: day as u8, weekday: None }))
}

/// `7.6` behind a weekday, unless something is counted or measured so
fn dotted(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Base> {
    let (rest, (month, day)) = token(|token, surface| {
        let (a, b) = surface.split_once('.')?;
        let ((a, first @ 1..=2), (b, second @ 1..=2)) = (digits(a)?, digits(b)?) else { return None };
        let month_first = a <= 12 && (order == DayOrder::MonthFirst || b > 12);
        let (month, day) = if month_first { (a, b) } else { (b, a) };
        let fits = token.is(Kind::Number)
            && first + second > 0
            && (1..=12).contains(&month)
            && (1..=31).contains(&day);
        fits.then_some((month as u8, day as u8))
    })(input)?;
    if rest.first().is_some_and(goes_on) {
        return fail(input);
    }
    Ok((rest, Base::Day { year: Year::Unsaid, month, day, weekday: None }))
}

/// From a year on: `2016 November`, `2016, Nov.`, `2016-11`, `2019/Aug/01`.
pub(super) fn from_year(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, given) = year_digits(input)?;
    let joint = opt(mark(&[Kind::Comma, Kind::Hyphen, Kind::Dash, Kind::Slash]));
    let verb =
        input.get(1).is_some_and(|next| next.any(Classes::MODAL.or(Classes::VERB)) && !next.is_capital());
    if let Ok((rest, month)) = preceded(joint, month).parse(rest) {
        // `by 2100 may sound`
        if verb && rest.first().is_some_and(Token::is_word) {
            return fail(input);
        }
        let the_day = preceded(word(&["the"]), day_digits);
        let joined = preceded(opt(mark(&[Kind::Slash, Kind::Hyphen])), day_digits);
        let (rest, day) = opt(alt((the_day, joined))).parse(rest)?;
        let year = Year::Given(given);
        return Ok((
            rest,
            match day {
                Some(day) => Base::Day { year, month, day, weekday: None },
                None => Base::Month { year, month, step: None },
            },
        ));
    }
    // `2018, 5th of May`, `2018, the 5th of May`
    let comma = (opt(mark(&[Kind::Comma])), opt(word(&["the"])));
    if let Ok((rest, (day, month))) = preceded(comma, day_month).parse(rest) {
        return Ok((rest, Base::Day { year: Year::Given(given), month, day, weekday: None }));
    }
    let slash = rest.first().is_some_and(|token| token.is(Kind::Slash));
    let (rest, (value, length)) =
        preceded(mark(&[Kind::Hyphen, Kind::Dash, Kind::Slash]), number).parse(rest)?;
    // `1999/2000`
    if slash && length == 4 && i64::from(value) == i64::from(given) + 1 {
        return Ok((rest, Base::Years(given, given + 1)));
    }
    let followed = rest.first().is_some_and(|token| {
        token.is_glued() && matches!(token.kind, Kind::Hyphen | Kind::Slash | Kind::Word | Kind::Percent)
    });
    let (century, short) = (given / 100 * 100, value as i16);
    match value {
        _ if followed || length != 2 => fail(input),
        // `2019-20`, `1914-18`: both years count
        _ if short > given % 100 || short == 0 => {
            Ok((rest, Base::Years(given, if short == 0 { century + 100 } else { century + short })))
        }
        1..=12 => Ok((rest, Base::Month { year: Year::Given(given), month: value as u8, step: None })),
        _ => fail(input),
    }
}

/// A week in ISO 8601, `2025-W20`, or by its number, `week 31 of 2018`.
pub(super) fn numbered_week(input: Tokens<'_>) -> Parsed<'_, Base> {
    let iso = |input| {
        let (rest, year) = terminated(year_digits, mark(&[Kind::Hyphen])).parse(input)?;
        let week = token(|token, surface: &str| {
            let (week, length) = digits(surface.strip_prefix('W')?)?;
            (token.is_glued() && length == 2).then_some(week)
        });
        let (rest, week) = week(rest)?;
        Ok((rest, (week, Year::Given(year))))
    };
    let named = |input| {
        let (rest, _) = verify(unit, |unit| *unit == (Unit::Week, false)).parse(input)?;
        let (rest, (week, _)) = number(rest)?;
        let (rest, year) = opt(year_tail).parse(rest)?;
        Ok((rest, (week, year.unwrap_or(Year::Unsaid))))
    };
    let (rest, (week, year)) = alt((iso, named)).parse(input)?;
    if (1..=53).contains(&week) { Ok((rest, Base::Week { week: week as u8, year })) } else { fail(input) }
}

/// `05/2018`
pub(super) fn month_and_year(input: Tokens<'_>) -> Parsed<'_, Base> {
    let month = verify(number, |(value, length)| (1..=12).contains(value) && *length <= 2);
    let (rest, (month, ())) = (month, mark(&[Kind::Slash, Kind::Hyphen])).parse(input)?;
    let (rest, year) = verify(year_digits, |year| (1900..=2099).contains(year)).parse(rest)?;
    Ok((rest, Base::Month { year: Year::Given(year), month: month.0 as u8, step: None }))
}

/// From a weekday on: `Friday, May 9, 2025`, `Friday the 13th`, `Friday of next week`, `Friday`.
pub(super) fn from_weekday(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, Base> {
    let (rest, weekday) = weekday(input)?;
    if !goes_on_from_weekday(rest) {
        return Ok((rest, Base::Weekday { weekday, step: None }));
    }
    let comma = || opt(mark(&[Kind::Comma]));
    let the_day = preceded(opt(word(&["the"])), from_day);
    let digits = alt((
        |input| from_digits(input, order),
        |input| month_and_day(input, order),
        |input| dotted(input, order),
    ));
    let dated = alt((from_month_with_day, the_day, digits));
    // `Sun-6-May-2018`
    let joint = |input: Tokens<'_>| input.first().is_some_and(Token::is_glued);
    if joint(rest) {
        let day = alt((from_month_with_day, from_day, |input| from_digits(input, order)));
        if let Ok((rest, Base::Day { year, month, day, .. })) =
            preceded(mark(&[Kind::Hyphen, Kind::Slash]), day).parse(rest)
        {
            return Ok((rest, Base::Day { year, month, day, weekday: Some(weekday) }));
        }
    }
    // `Sunday evening, May 6`, `Sunday (May 6)`
    let (behind, _) = opt(entry(CalendarClass::Daypart)).parse(rest)?;
    let (behind, open) = opt(mark(&[Kind::Open])).parse(behind)?;
    if let Ok((behind, Base::Day { year, month, day, .. })) = preceded(comma(), dated).parse(behind) {
        let closed = if open.is_some() { mark(&[Kind::Close])(behind) } else { Ok((behind, ())) };
        if let Ok((rest, ())) = closed {
            return Ok((rest, Base::Day { year, month, day, weekday: Some(weekday) }));
        }
    }
    // `Friday 13`
    let another = (word(&["to", "until", "till", "through", "and"]), self::weekday, day_digits).map(|_| ());
    let alone = terminated(day_digits, alt((clause_end, peek(another))));
    if let Ok((rest, day)) = alt((preceded(comma(), weekday_number), alone)).parse(rest) {
        return Ok((rest, Base::MonthDay { day, weekday: Some(weekday), month: None }));
    }
    if let Ok((rest, _)) = (word(&["before"]), word(&["last"])).parse(rest) {
        return Ok((rest, Base::WeekdaysAway { weekday, count: -2 }));
    }
    if let Ok((rest, _)) = (word(&["after"]), word(&["next"])).parse(rest) {
        return Ok((rest, Base::WeekdayOf { weekday, week: 2 }));
    }
    // `Friday of next week`, `Friday afternoon next week`, `Friday the week after next`
    let joint = (opt(alt((mark(&[Kind::Comma]), word(&["of", "from"])))), opt(word(&["the"])));
    if let Ok((rest, week)) = preceded((opt(entry(CalendarClass::Daypart)), joint), week).parse(rest) {
        return Ok((rest, Base::WeekdayOf { weekday, week }));
    }
    // `Friday week`
    if let Ok((rest, ())) = preceded(word(&["week"]), clause_end).parse(rest) {
        return Ok((rest, Base::WeekdaysAway { weekday, count: 2 }));
    }
    // `Monday two weeks from now`
    if let Ok((rest, (Length { months: 0, days, unit: Unit::Week, known: true }, step))) =
        (length, turn).parse(rest)
    {
        return Ok((rest, Base::WeekdayOf { weekday, week: (days / 7) as i8 * step.by }));
    }
    Ok((rest, Base::Weekday { weekday, step: None }))
}

/// Whether what stands behind a weekday may go on with the day that it opens.
fn goes_on_from_weekday(behind: Tokens<'_>) -> bool {
    const JOINTS: [WordId; 4] = word_set!["of", "from", "before", "after"];
    let opens = |next: &Token| {
        next.any(Classes::DIGITS.or(NUMBERS).or(Classes::DETERMINER).or(Classes::MONTH))
            || lexicon::opens(next.word, Table::Calendar)
    };
    behind.first().is_some_and(|next| match next.kind {
        Kind::Comma => behind.get(1).is_some_and(opens),
        Kind::Open | Kind::Hyphen | Kind::Slash => true,
        // `half` opens a length.
        _ => opens(next) || JOINTS.contains(&next.word) || next.word == word!("half"),
    })
}

/// `the 13th`, `13th`, `the thirteenth`, `the 13` behind a weekday
fn weekday_number(input: Tokens<'_>) -> Parsed<'_, u8> {
    let digits = verify(ordinal_day, |_| input.first().is_some_and(|token| token.is(Kind::Number)));
    alt((preceded(word(&["the"]), alt((ordinal_day, day_digits))), digits)).parse(input)
}

fn from_month_with_day(input: Tokens<'_>) -> Parsed<'_, Base> {
    verify(from_month, |base| matches!(base, Base::Day { .. })).parse(input)
}

/// The end of a clause, of which nothing is taken.
pub(super) fn clause_end(input: Tokens<'_>) -> Parsed<'_, ()> {
    let ends = |token: &Token| token.is_end_mark() || token.is(Kind::Comma);
    if input.first().is_none_or(ends) { Ok((input, ())) } else { fail(input) }
}

/// `next week`, `last week`, `week after next`: weeks from that of the reference.
fn week(input: Tokens<'_>) -> Parsed<'_, i8> {
    if let Ok((rest, Base::Period { unit: Unit::Week, step })) = two_steps(input) {
        return Ok((rest, step.by));
    }
    let (rest, step) = verify(step, |step| step.sense != Sense::Story).parse(input)?;
    let (rest, _) = verify(unit, |unit| *unit == (Unit::Week, false)).parse(rest)?;
    Ok((rest, step.by))
}

/// `13th`, `thirteenth`
pub(super) fn ordinal_day(input: Tokens<'_>) -> Parsed<'_, u8> {
    let digits = (number, ordinal_letters).map(|((value, _), ())| value);
    let (rest, value) = alt((digits, ordinal)).parse(input)?;
    if (1..=31).contains(&value) { Ok((rest, value as u8)) } else { fail(input) }
}

/// `14th`, `20th of next month`, `23 of this month`
pub(super) fn month_day_of(input: Tokens<'_>) -> Parsed<'_, Base> {
    let ordinal = ordinal_day(input);
    let (rest, day) = if let Ok(found) = ordinal { found } else { day_digits(input)? };
    let of_the = (opt(word(&["of"])), opt(word(&["the"])));
    let month = preceded(of_the, alt((stepped, running))).parse(rest);
    if let Ok((rest, Base::Period { unit: Unit::Month, step })) = month {
        return Ok((rest, Base::MonthDay { day, weekday: None, month: Some(step.by) }));
    }
    let (rest, day) = ordinal?;
    Ok((rest, Base::MonthDay { day, weekday: None, month: None }))
}

/// `27` of `on the 27.`, where nothing follows that it could count
pub(super) fn bare_day(input: Tokens<'_>) -> Parsed<'_, Base> {
    let before = |by: usize, words: &[&str]| {
        let index = input.start.checked_sub(by);
        index.is_some_and(|index| input.scan.is_one_of(&input.scan.tokens[index], words))
    };
    let (rest, day) = day_digits(input)?;
    let ends = rest.first().is_none_or(Token::is_end_mark);
    if ends && before(1, &["the"]) && before(2, &["on", "for", "until", "since"]) {
        Ok((rest, Base::MonthDay { day, weekday: None, month: None }))
    } else {
        fail(input)
    }
}

/// What a part of it can be picked of: `2016`, `Dec 2016`, `next month`, `the year`.
pub(super) fn holder(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, _) = opt(word(&["the"])).parse(input)?;
    let (rest, _) = opt((word(&["year"]), peek(year_digits))).parse(rest)?;
    let month = verify(from_month, |base| matches!(base, Base::Month { .. }));
    alt((month, from_year_or_month, stepped, running)).parse(rest)
}

fn from_year_or_month(input: Tokens<'_>) -> Parsed<'_, Base> {
    alt((from_year, year.map(Base::Year))).parse(input)
}

/// `next month`, `last quarter`, `this summer`'s months have no names
pub(super) fn stepped(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, step) = step(input)?;
    if let Ok((rest, month)) = month(rest) {
        return Ok((rest, Base::Month { year: Year::Unsaid, month, step: Some(step) }));
    }
    let (rest, (unit, _)) = verify(unit, |(_, plural)| !plural).parse(rest)?;
    Ok((rest, Base::Period { unit, step }))
}

/// `the year`, `month`: the one that runs
fn running(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, (unit, _)) = verify(unit, |(_, plural)| !plural).parse(input)?;
    Ok((rest, Base::Period { unit, step: Step::calendar(0) }))
}
