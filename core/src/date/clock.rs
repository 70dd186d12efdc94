//! Times of day and time zones.

use super::grammar::{digits, entry, mark, number, token, word};
use super::{Day, Time};
use crate::lexicon::CalendarClass;
use crate::scan::{Kind, Parsed, Tokens, fail};
use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, peek};
use nom::sequence::{delimited, preceded, terminated};

/// A time of day as written; what its zone means may depend on the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Clock {
    hour: u8,
    minute: u8,
    zone: Option<Zone>,
}

/// A zone: minutes ahead of UTC in winter, and in summer where the word covers both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Zone {
    standard: i16,
    summer: Option<i16>,
}

impl Clock {
    /// The time on a given day.
    pub(super) fn on(self, day: Day) -> Time {
        let offset = self.zone.map(|zone| match zone.summer {
            Some(summer) if is_summer(day, zone.standard) => summer,
            _ => zone.standard,
        });
        Time { hour: self.hour, minute: self.minute, offset }
    }
}

/// Whether clocks are forward on a day, by the rules of today: in America from the second Sunday of March to the first
/// of November, in Australia from the first Sunday of October to that of April, else from the last Sunday of March to
/// that of October.
fn is_summer(day: Day, standard: i16) -> bool {
    let sunday = |month: i8, nth: i8| {
        jiff::civil::date(day.year(), month, 1).nth_weekday_of_month(nth, Weekday::Sunday).ok()
    };
    let between = |start: Option<jiff::civil::Date>, end: Option<jiff::civil::Date>| {
        start.zip(end).is_some_and(|(start, end)| (start..end).contains(&day.civil()))
    };
    match standard {
        ..0 => between(sunday(3, 2), sunday(11, 1)),
        0..=300 => between(sunday(3, -1), sunday(10, -1)),
        _ => !between(sunday(4, 1), sunday(10, 1)),
    }
}

/// A time of day: `5:52 AM EST`, `08:49 GMT`, `4.45pm`, `9 a.m.`, `T12:00:00Z`, `noon`.
pub(super) fn time(input: Tokens<'_>) -> Parsed<'_, Clock> {
    let (rest, (hour, minute)) = alt((twelve_hours, twenty_four_hours, named)).parse(input)?;
    let (rest, zone) = opt(preceded(opt(mark(&[Kind::Comma])), zone)).parse(rest)?;
    Ok((rest, Clock { hour, minute, zone }))
}

/// `9 am`, `9:24 a.m.`, `4.45pm`
fn twelve_hours(input: Tokens<'_>) -> Parsed<'_, (u8, u8)> {
    let (rest, (hour, minute)) = alt((colons, dotted, hour_alone)).parse(input)?;
    let (rest, row) = entry(CalendarClass::Clock).parse(rest)?;
    let hour = match (row.value, hour) {
        ("am", 12) => 0,
        ("pm", 1..=11) => hour + 12,
        // `17:30 pm` is said twice, `0930 hrs` and `9 o'clock` not at all.
        ("am" | "pm", 1..) | ("-", _) => hour,
        _ => return fail(input),
    };
    Ok((rest, (hour, minute)))
}

/// `17:38`, `T12:00:00`, `17.38 BST`
fn twenty_four_hours(input: Tokens<'_>) -> Parsed<'_, (u8, u8)> {
    alt((colons, iso, terminated(dotted, peek(named_zone)))).parse(input)
}

/// `noon`, `12 noon`, `midnight`
fn named(input: Tokens<'_>) -> Parsed<'_, (u8, u8)> {
    let (rest, _) = opt(number).parse(input)?;
    map_opt(entry(CalendarClass::Daypart), |row| {
        let (hour, minute) = row.value.split_once(':')?;
        Some((hour.parse().ok()?, minute.parse().ok()?))
    })
    .parse(rest)
}

fn hour_and_minute(hour: &str, minute: &str) -> Option<(u8, u8)> {
    match (digits(hour)?, digits(minute)?) {
        ((hour @ 0..24, 1..=2), (minute @ 0..60, 2)) => Some((hour as u8, minute as u8)),
        _ => None,
    }
}

/// `9:24`, `09:24:05`
fn colons(input: Tokens<'_>) -> Parsed<'_, (u8, u8)> {
    let hour = |token: &crate::scan::Token, surface| token.is(Kind::Number).then_some(surface);
    let (rest, hour) = token(hour)(input)?;
    minutes(hour, rest)
}

/// `T12:00:00` of a date in ISO 8601
fn iso(input: Tokens<'_>) -> Parsed<'_, (u8, u8)> {
    let (rest, hour) =
        token(|token, surface: &str| token.is_glued().then(|| surface.strip_prefix(['T', 't'])).flatten())(
            input,
        )?;
    minutes(hour, rest)
}

/// `:24`, `:24:05`, `:24:05.123` behind an hour
fn minutes<'s>(hour: &str, input: Tokens<'s>) -> Parsed<'s, (u8, u8)> {
    let colon = token(|token, _| (token.is(Kind::Colon) && token.is_glued()).then_some(()));
    let part =
        |token: &crate::scan::Token, surface| (token.is(Kind::Number) && token.is_glued()).then_some(surface);
    let (rest, minute) = preceded(&colon, token(part)).parse(input)?;
    let Some(time) = hour_and_minute(hour, minute) else { return fail(input) };
    let (rest, _) = opt(preceded(&colon, token(part))).parse(rest)?;
    Ok((rest, time))
}

/// `4.45`, a time only before `pm` or its like
fn dotted(input: Tokens<'_>) -> Parsed<'_, (u8, u8)> {
    token(|token, surface| {
        let (hour, minute) = surface.split_once('.')?;
        token.is(Kind::Number).then(|| hour_and_minute(hour, minute)).flatten()
    })(input)
}

/// `9`, a time only before `pm` or its like; `0930` before `hrs`
fn hour_alone(input: Tokens<'_>) -> Parsed<'_, (u8, u8)> {
    map_opt(number, |(value, length)| match (value, length) {
        (0..24, 1..=2) => Some((value as u8, 0)),
        (0..2400, 4) if value % 100 < 60 => Some(((value / 100) as u8, (value % 100) as u8)),
        _ => None,
    })
    .parse(input)
}

/// `EST`, `(GMT)`, `GMT+1`, `Z`, `+01:00`
fn zone(input: Tokens<'_>) -> Parsed<'_, Zone> {
    let bracketed = delimited(mark(&[Kind::Open]), named_zone, mark(&[Kind::Close]));
    alt((bracketed, named_zone, zulu, shift)).parse(input)
}

fn named_zone(input: Tokens<'_>) -> Parsed<'_, Zone> {
    let capital = input.first().is_some_and(|token| token.is_capital());
    let (rest, row) = entry(CalendarClass::Zone).parse(input)?;
    // `et al`, `eat`, `wet`
    if row.ambiguous && !capital {
        return fail(input);
    }
    let mut parts = row.value.split('/').map(minutes_ahead);
    let Some(Some(standard)) = parts.next() else { return fail(input) };
    let zone = Zone { standard, summer: parts.next().flatten() };
    let (rest, shift) = opt(shift).parse(rest)?;
    Ok((rest, shift.unwrap_or(zone)))
}

/// `+05:30` in minutes
fn minutes_ahead(text: &str) -> Option<i16> {
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let ahead = hours.parse::<i16>().ok()? * 60 + minutes.parse::<i16>().ok()?;
    Some(if text.starts_with('-') { -ahead } else { ahead })
}

fn zulu(input: Tokens<'_>) -> Parsed<'_, Zone> {
    let (rest, ()) = word(&["z"])(input)?;
    if input.first().is_some_and(|token| token.is_glued()) {
        Ok((rest, Zone { standard: 0, summer: None }))
    } else {
        fail(input)
    }
}

/// `+01:00`, `-5`, `+0530`, right behind a time or zone
fn shift(input: Tokens<'_>) -> Parsed<'_, Zone> {
    let (rest, ahead) = token(|token, surface| match surface {
        _ if !token.is_glued() => None,
        "+" => Some(true),
        "-" | "−" | "–" => Some(false),
        _ => None,
    })(input)?;
    let (rest, (hours, minutes)) = alt((
        colons.map(|(hours, minutes)| (i16::from(hours), i16::from(minutes))),
        map_opt(number, |(value, length)| match length {
            1 | 2 => Some((value as i16, 0)),
            4 => Some(((value / 100) as i16, (value % 100) as i16)),
            _ => None,
        }),
    ))
    .parse(rest)?;
    if hours > 14 || minutes > 59 {
        return fail(input);
    }
    let standard = hours * 60 + minutes;
    Ok((rest, Zone { standard: if ahead { standard } else { -standard }, summer: None }))
}
