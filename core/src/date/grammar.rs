//! The smallest parts of dates as grammars: words and marks, months, weekdays, days of the month, years.

use crate::lexicon::{self, Calendar, CalendarClass, Classes, NumberClass, Table, tables};
use crate::scan::{Failure, Kind, Parsed, Token, Tokens, fail};
use nom::branch::alt;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::{preceded, terminated};
use nom::{Input, Parser};

/// The years that four digits are read as.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2199;

/// The first token, read by `take`.
pub(super) fn token<'s, T>(
    take: impl Fn(&'s Token, &'s str) -> Option<T>,
) -> impl Fn(Tokens<'s>) -> Parsed<'s, T> {
    move |input| {
        let Some(value) = input.first().and_then(|token| take(token, input.surface())) else {
            return fail(input);
        };
        Ok((input.take_from(1), value))
    }
}

/// A token of one of some kinds.
pub(super) fn mark<'s>(kinds: &[Kind]) -> impl Fn(Tokens<'s>) -> Parsed<'s, ()> {
    move |input| match input.first() {
        Some(token) if kinds.contains(&token.kind) => Ok((input.take_from(1), ())),
        _ => fail(input),
    }
}

/// Whether one of some words stands right before what is read.
pub(super) fn follows(input: Tokens<'_>, words: &[&str]) -> bool {
    let before = input.start.checked_sub(1).map(|index| &input.scan.tokens[index]);
    before.is_some_and(|before| input.scan.is_one_of(before, words))
}

/// One of some words, however capitalised.
pub(super) fn word<'s>(words: &[&str]) -> impl Fn(Tokens<'s>) -> Parsed<'s, ()> {
    move |input| match input.first() {
        Some(token) if token.is_word() && input.scan.is_one_of(token, words) => Ok((input.take_from(1), ())),
        _ => fail(input),
    }
}

/// The longest word or phrase of the calendar table.
pub(super) fn calendar(input: Tokens<'_>) -> Parsed<'_, &'static Calendar> {
    const KNOWN: Classes =
        Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR).or(Classes::CALENDAR_PHRASE);
    let known = input.first().is_some_and(|token| token.any(KNOWN));
    let entry = || input.scan.entry_at(Table::Calendar, input.start, input.end);
    match known.then(entry).flatten() {
        Some(phrase) => {
            Ok((input.take_from(phrase.end - input.start), &tables::CALENDAR[phrase.row as usize]))
        }
        None => fail(input),
    }
}

/// A word or phrase of the calendar table that is of a class. Its full stop, as that of an abbreviation, is not taken.
pub(super) fn entry<'s>(class: CalendarClass) -> impl Fn(Tokens<'s>) -> Parsed<'s, &'static Calendar> {
    move |input| {
        if !input.first().is_some_and(|token| token.any(openers(class))) {
            return fail(input);
        }
        match calendar(input) {
            Ok((rest, row)) if row.class == class => Ok((rest, row)),
            _ => fail(input),
        }
    }
}

/// What a word is that opens an entry of a class. Months and weekdays are single words.
const fn openers(class: CalendarClass) -> Classes {
    match class {
        CalendarClass::Month => Classes::MONTH,
        CalendarClass::Weekday => Classes::WEEKDAY,
        _ => Classes::CALENDAR.or(Classes::CALENDAR_PHRASE),
    }
}

/// A word of the calendar whose value is a number.
fn numbered<'s>(class: CalendarClass) -> impl Fn(Tokens<'s>) -> Parsed<'s, u8> {
    move |input| map_opt(entry(class), |row| row.value.parse().ok()).parse(input)
}

/// `November`, `Nov.`: 1 to 12.
pub(super) fn month(input: Tokens<'_>) -> Parsed<'_, u8> {
    abbreviated(numbered(CalendarClass::Month)).parse(input)
}

/// `Friday`, `Fri.`: 1 for Monday to 7. `Fridays` is no single day.
pub(super) fn weekday(input: Tokens<'_>) -> Parsed<'_, u8> {
    let single = verify(entry(CalendarClass::Weekday), |row: &&Calendar| !row.plural);
    abbreviated(map_opt(single, |row| row.value.parse().ok())).parse(input)
}

/// A word of at most five letters, with the full stop of the abbreviation that it may be.
fn abbreviated<'s, T>(
    inner: impl Parser<Tokens<'s>, Output = T, Error = Failure>,
) -> impl Parser<Tokens<'s>, Output = T, Error = Failure> {
    terminated(inner, opt(stop))
}

/// A full stop glued to what stands before, with more of the date behind.
fn stop(input: Tokens<'_>) -> Parsed<'_, ()> {
    let follows = input.get(1).is_some_and(|next| {
        matches!(next.kind, Kind::Number | Kind::Comma | Kind::Word | Kind::Dash | Kind::Hyphen)
    });
    let glued = |token: &Token, _: &str| (token.is(Kind::Period) && token.is_glued()).then_some(());
    if follows { token(glued)(input) } else { fail(input) }
}

/// The number that a run of plain digits says, and how many digits there are.
pub(super) fn digits(surface: &str) -> Option<(u32, usize)> {
    let plain = surface.len() <= 8 && surface.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| surface.parse().ok()).flatten().map(|value| (value, surface.len()))
}

/// Digits alone: value and how many.
pub(super) fn number(input: Tokens<'_>) -> Parsed<'_, (u32, usize)> {
    let number = input.first().filter(|token| token.is(Kind::Number)).and_then(|_| digits(input.surface()));
    number.map_or_else(|| fail(input), |number| Ok((input.take_from(1), number)))
}

/// `1st`, `22nd`: the letters behind a number that make it an ordinal.
pub(super) fn ordinal_letters(input: Tokens<'_>) -> Parsed<'_, ()> {
    match input.first() {
        Some(token) if token.is_glued() => word(&["st", "nd", "rd", "th"])(input),
        _ => fail(input),
    }
}

/// Whether what stands at the front continues the number before it, as in `11.5` or `11km` or `11%`, not in `11May`.
fn continues(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|token| {
        let goes_on = matches!(token.kind, Kind::Word | Kind::Number | Kind::Percent | Kind::Currency);
        goes_on && token.is_glued() && !token.any(Classes::MONTH)
    })
}

/// The day of a month in digits: `3`, `03`, `3rd`.
pub(super) fn day_digits(input: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, (value, length)) = number(input)?;
    if !(1..=31).contains(&value) || length > 2 {
        return fail(input);
    }
    let (rest, _) = opt(ordinal_letters).parse(rest)?;
    if continues(rest) { fail(input) } else { Ok((rest, value as u8)) }
}

/// The value of a number word of a class.
fn number_word<'s>(class: NumberClass) -> impl Fn(Tokens<'s>) -> Parsed<'s, u32> {
    move |input| {
        let Some(token) = input.first().filter(|token| token.any(Classes::NUMBER.or(Classes::ORDINAL)))
        else {
            return fail(input);
        };
        let mut rows = lexicon::rows(token.word, Table::NumberWord, input.surface());
        let value = rows.find_map(|row| {
            let row = &tables::NUMBER_WORD[row as usize];
            (row.class == class).then(|| row.value.parse().ok()).flatten()
        });
        value.map_or_else(|| fail(input), |value| Ok((input.take_from(1), value)))
    }
}

/// A number word from `twenty` to `ninety`, with the hyphen or space behind it, before a word of one digit.
fn tens<'s>(class: NumberClass) -> impl Fn(Tokens<'s>) -> Parsed<'s, u32> {
    move |input| {
        let ten =
            verify(number_word(NumberClass::Cardinal), |value| (20..=90).contains(value) && value % 10 == 0);
        let mut one = verify(number_word(class), |value| (1..=9).contains(value));
        let joined = |next: &Token| next.is(Kind::Hyphen) || next.any(Classes::NUMBER.or(Classes::ORDINAL));
        if !input.get(1).is_some_and(joined) {
            return fail(input);
        }
        let (rest, ten) = terminated(ten, opt(mark(&[Kind::Hyphen]))).parse(input)?;
        let (rest, one) = one.parse(rest)?;
        Ok((rest, ten + one))
    }
}

/// A number below a hundred in words: `seven`, `twenty-nine`.
pub(super) fn cardinal(input: Tokens<'_>) -> Parsed<'_, u32> {
    alt((tens(NumberClass::Cardinal), number_word(NumberClass::Cardinal))).parse(input)
}

/// An ordinal below a hundred in words: `seventh`, `twenty-ninth`.
pub(super) fn ordinal(input: Tokens<'_>) -> Parsed<'_, u32> {
    alt((tens(NumberClass::Ordinal), number_word(NumberClass::Ordinal))).parse(input)
}

/// An ordinal up to `most`, in digits or words: `3rd`, `third`.
pub(super) fn nth(input: Tokens<'_>, most: u32) -> Parsed<'_, u8> {
    let (rest, nth) = match input.first() {
        Some(first) if first.is(Kind::Number) => {
            terminated(number, ordinal_letters).map(|(value, _)| value).parse(input)?
        }
        Some(first) if first.any(Classes::ORDINAL.or(Classes::NUMBER)) => ordinal(input)?,
        _ => return fail(input),
    };
    if (1..=most).contains(&nth) { Ok((rest, nth as u8)) } else { fail(input) }
}

/// The day of a month in words behind the month: `twenty-first`, and `twenty nine` for those who speak so.
fn day_words(input: Tokens<'_>) -> Parsed<'_, u8> {
    alt((verify(ordinal, |value| (1..=31).contains(value)).map(|value| value as u8), day_long)).parse(input)
}

/// `fifteen`, `twenty nine`: of cardinals only those that are too long to be anything else beside a month.
pub(super) fn day_long(input: Tokens<'_>) -> Parsed<'_, u8> {
    verify(cardinal, |value| (10..=31).contains(value)).map(|value| value as u8).parse(input)
}

/// `fifteenth`, `twenty-second`: beside a month, no other ordinal is as surely its day.
pub(super) fn day_long_ordinal(input: Tokens<'_>) -> Parsed<'_, u8> {
    verify(ordinal, |value| (10..=31).contains(value)).map(|value| value as u8).parse(input)
}

/// The day of a month, behind the month, in digits or words.
pub(super) fn day(input: Tokens<'_>) -> Parsed<'_, u8> {
    alt((day_digits, day_words)).parse(input)
}

/// The day of a month in words before `of` and the month: `second of`.
pub(super) fn day_of(input: Tokens<'_>) -> Parsed<'_, u8> {
    let (rest, value) = terminated(ordinal, word(&["of"])).parse(input)?;
    // `the last third of May`
    if follows(input, &["last", "final", "first", "middle", "second"]) {
        return fail(input);
    }
    if (1..=31).contains(&value) { Ok((rest, value as u8)) } else { fail(input) }
}

/// Four digits that can be a year: `2019`, not `2019s` or `2,019`.
pub(super) fn year_digits(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, (value, length)) = number(input)?;
    let fits = length == 4 && YEARS.contains(&value) && !continues(rest);
    if fits { Ok((rest, value as i16)) } else { fail(input) }
}

/// The year behind a day or month: `, 2019`, `of 2019`, `2019`.
pub(super) fn year_behind(input: Tokens<'_>) -> Parsed<'_, i16> {
    let joint = alt((mark(&[Kind::Comma]), word(&["of"])));
    preceded(opt(joint), year_digits).parse(input)
}
