//! Years: in digits, in words, of two digits, relative; decades and centuries.

use super::Granularity;
use super::expression::{Base, Sense, Step, Unit, Year};
use super::grammar::{
    cardinal, digits, entry, mark, number, ordinal, ordinal_letters, token, word, year_digits,
};
use super::length::unit;
use super::named::clause_end;
use super::written::two_digit_year;
use crate::lexicon::{CalendarClass, Classes};
use crate::scan::{Kind, Parsed, Token, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, peek, verify};
use nom::sequence::{delimited, preceded, terminated};

/// `last`, `this`, `next` and their like.
pub(super) fn step(input: Tokens<'_>) -> Parsed<'_, Step> {
    map_opt(entry(CalendarClass::Relative), |row| Step::of(row.value)).parse(input)
}

/// `next year`, `last year`: years from that of the reference.
pub(super) fn stepped_year(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, article) = opt(word(&["the"])).parse(input)?;
    // `May of the following year` is of a year that the story tells.
    let (rest, step) = verify(step, |step| article.is_none() || step.sense != Sense::Story).parse(rest)?;
    let (rest, _) = verify(unit, |unit| *unit == (Unit::Year, false)).parse(rest)?;
    Ok((rest, step.by))
}

/// The year behind a month or day: `, 2019`, `of 2019`, `2019`, `of the year 2019`, `'99`, `next year`, `of last year`.
pub(super) fn year_tail(input: Tokens<'_>) -> Parsed<'_, Year> {
    // `January 5 (1986)`
    if input.first().is_some_and(|token| token.is(Kind::Open)) {
        let bracketed = delimited(mark(&[Kind::Open]), year_digits, mark(&[Kind::Close]));
        return { bracketed }.map(Year::Given).parse(input);
    }
    let joint = alt((mark(&[Kind::Comma, Kind::Slash, Kind::Hyphen]), word(&["of", "in"])));
    let (rest, _) = opt(joint).parse(input)?;
    // `of the year 2018`
    let (rest, _) = opt((word(&["the"]), word(&["year"]), peek(year_digits))).parse(rest)?;
    year(rest)
}

/// A year that is one beside a month: `2019`, `two thousand and eighteen`, `'99`, `next year`.
pub(super) fn year(input: Tokens<'_>) -> Parsed<'_, Year> {
    let given = alt((year_digits, year_words, short_year)).map(Year::Given);
    alt((given, stepped_year.map(Year::Step))).parse(input)
}

/// `'99`, `’07`
pub(super) fn short_year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, ()) = mark(&[Kind::Quote])(input)?;
    let (rest, year) = glued_two_digits(rest)?;
    Ok((rest, two_digit_year(year) as i16))
}

fn glued_two_digits(input: Tokens<'_>) -> Parsed<'_, u32> {
    token(|token, surface| {
        let (value, length) = digits(surface)?;
        (token.is(Kind::Number) && token.is_glued() && length == 2).then_some(value)
    })(input)
}

/// A year in words: `nineteen ninety-six`, `two thousand and eighteen`, `nineteen hundred ninety three`.
pub(super) fn year_words(input: Tokens<'_>) -> Parsed<'_, i16> {
    if !input.first().is_some_and(|token| token.any(Classes::NUMBER)) {
        return fail(input);
    }
    let hundred = || verify(cardinal, |value| (11..=20).contains(value));
    let low = || verify(cardinal, |value| (1..=99).contains(value));
    let and = || opt(word(&["and"]));
    let thousands = (word(&["two"]), word(&["thousand"]), opt(preceded(and(), low())))
        .map(|((), (), low)| 2000 + low.unwrap_or(0));
    let hundreds = (hundred(), word(&["hundred"]), opt(preceded(and(), low())))
        .map(|(hundred, (), low)| hundred * 100 + low.unwrap_or(0));
    let hyphen = || opt(mark(&[Kind::Hyphen]));
    let pairs = (terminated(hundred(), hyphen()), verify(cardinal, |value| (10..=99).contains(value)))
        .map(|(hundred, low)| hundred * 100 + low);
    let one = verify(cardinal, |value| (1..=9).contains(value));
    // `nineteen-oh-five`
    let with_nought = (hundred(), hyphen(), word(&["oh"]), hyphen(), one)
        .map(|(hundred, _, (), _, low)| hundred * 100 + low);
    alt((thousands, hundreds, pairs, with_nought)).map(|year| year as i16).parse(input)
}

/// `1980s`, `1980's`, `'80s`, `80s`, `nineteen seventies`, `eighties`: the first of the ten years.
pub(super) fn decade(input: Tokens<'_>) -> Parsed<'_, i16> {
    alt((decade_digits, decade_words)).parse(input)
}

/// Digits and the `s` of their plural: value and how many.
fn plural_digits(input: Tokens<'_>) -> Parsed<'_, (u32, usize)> {
    let plural = token(|token, surface| {
        let tail = token.is_word() || token.is(Kind::Clitic);
        (tail && token.is_glued() && matches!(surface, "s" | "'s" | "’s")).then_some(())
    });
    terminated(number, plural).parse(input)
}

/// `the 1800s`: a hundred years. The 2000s are as often ten, and read as a decade.
pub(super) fn hundred(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, (value, length)) = plural_digits(input)?;
    if length == 4 && value % 100 == 0 && (1000..2000).contains(&value) {
        Ok((rest, Base::Years(value as i16, value as i16 + 99)))
    } else {
        fail(input)
    }
}

fn decade_digits(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, (value, length)) = preceded(opt(mark(&[Kind::Quote])), plural_digits).parse(input)?;
    match (value, length) {
        (1000..=2100, 4) if value % 10 == 0 => Ok((rest, value as i16)),
        (20..=90, 2) if value % 10 == 0 => Ok((rest, 1900 + value as i16)),
        (0 | 10, 2) => Ok((rest, 2000 + value as i16)),
        _ => fail(input),
    }
}

fn decade_words(input: Tokens<'_>) -> Parsed<'_, i16> {
    let hundred = verify(cardinal, |value| (11..=20).contains(value));
    let (rest, hundred) = opt(terminated(hundred, opt(mark(&[Kind::Hyphen])))).parse(input)?;
    let decade =
        map_opt(entry(CalendarClass::Decade), |row| row.value.strip_suffix('X')?.parse::<i16>().ok());
    let (rest, decade) = decade.map(|tens| tens * 10).parse(rest)?;
    Ok((rest, hundred.map_or(decade, |hundred| hundred as i16 * 100 + decade % 100)))
}

/// `19th century`, `twenty-first century`
pub(super) fn century(input: Tokens<'_>) -> Parsed<'_, u8> {
    let digits = terminated(number.map(|(value, _)| value), ordinal_letters);
    let (rest, nth) = alt((digits, ordinal)).parse(input)?;
    let (rest, _) = opt(mark(&[Kind::Hyphen])).parse(rest)?;
    let (rest, _) = verify(unit, |(unit, _)| *unit == Unit::Century).parse(rest)?;
    let fits = (1..=21).contains(&nth) && before_era(rest).is_err();
    if fits { Ok((rest, nth as u8)) } else { fail(input) }
}

/// What a decade or century is by its first and last year: `1990s`, `1800s`, `19th century`.
pub(super) fn many_years(input: Tokens<'_>) -> Parsed<'_, (i16, i16)> {
    let hundred = map_opt(hundred, |base| match base {
        Base::Years(first, last) => Some((first, last)),
        _ => None,
    });
    let decade = decade.map(|first| (first, first + 9));
    let century = century.map(|nth| (i16::from(nth) * 100 - 99, i16::from(nth) * 100));
    alt((hundred, decade, century)).parse(input)
}

/// `fiscal 2024`, `fiscal year 2024`, `the 2024 fiscal year`: a year whose days its owner sets.
pub(super) fn own_year(input: Tokens<'_>) -> Parsed<'_, Base> {
    let own =
        |input| verify(unit, |(unit, plural)| *unit == Unit::Own(Granularity::Year) && !plural).parse(input);
    // `the 2018-19 school year`
    let last = |input| {
        let (rest, ()) = mark(&[Kind::Hyphen, Kind::Slash, Kind::Dash])(input)?;
        verify(number, |(_, length)| matches!(length, 2 | 4)).parse(rest)
    };
    let years = |input| (year_digits, opt(last)).parse(input);
    let year_ahead = (own, opt(word(&["of"])), years).map(|_| ());
    let year_behind = (years, own).map(|_| ());
    let fiscal = (word(&["fiscal"]), year_digits).map(|_| ());
    // `FY24`, `FY2024-25`, `FY 24`, `FY'24`
    let code = (entry(CalendarClass::Own), opt(last)).map(|_| ());
    let two_digits = verify(number, |(_, length)| *length == 2).map(|_| ());
    let short = (word(&["FY"]), alt((short_year.map(|_| ()), two_digits))).map(|_| ());
    alt((year_ahead, year_behind, fiscal, code, short))
        .map(|()| Base::Unknown(Granularity::Year))
        .parse(input)
}

/// `BC`, `A.D.`: whether years are counted after the year 1. Small letters make other words of them.
fn era(input: Tokens<'_>) -> Parsed<'_, bool> {
    if !input.first().is_some_and(Token::is_capital) {
        return fail(input);
    }
    entry(CalendarClass::Era).map(|row| row.value == "after").parse(input)
}

/// `79 AD`, `AD 79`, and `300 BC`, which has no place in the calendar of the results.
pub(super) fn year_of_era(input: Tokens<'_>) -> Parsed<'_, Base> {
    let count = |input| verify(number, |(value, length)| *value > 0 && *length <= 4).parse(input);
    let ahead = (verify(era, |after| *after), count).map(|(after, count)| (count, after));
    let (rest, ((year, _), after)) = alt(((count, era), ahead)).parse(input)?;
    let year = Base::Year(Year::Given(year as i16));
    Ok((rest, if after { year } else { Base::Unknown(Granularity::Year) }))
}

/// `BC` behind a century
pub(super) fn before_era(input: Tokens<'_>) -> Parsed<'_, ()> {
    verify(era, |after| !after).map(|_| ()).parse(input)
}

/// `year 800`: years of three digits are named as such.
pub(super) fn numbered_year(input: Tokens<'_>) -> Parsed<'_, Base> {
    let year = verify(unit, |unit| *unit == (Unit::Year, false));
    let early = terminated(verify(number, |(value, length)| *value > 99 && *length == 3), clause_end);
    let (rest, (_, (value, _))) = (year, early).parse(input)?;
    Ok((rest, Base::Year(Year::Given(value as i16))))
}
