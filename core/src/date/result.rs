//! Dates as values: what a mention of a date resolves to, and moments with a time.

use crate::keyword::keywords;
use crate::span::{Excerpt, Span};
use std::fmt;

/// How exact a date is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Granularity {
    /// `2025-05-15`
    Day,
    /// `2025-W20`
    Week,
    /// `2025-05`
    Month,
    /// A season, which no ISO date names.
    Season,
    /// `2025`
    Year,
    /// `198X`
    Decade,
    /// `2025-04-01/2025-06-30`, both ends included.
    Interval,
}

keywords!(Granularity {
    Day = "day",
    Week = "week",
    Month = "month",
    Season = "season",
    Year = "year",
    Decade = "decade",
    Interval = "interval",
});

/// A day of the Gregorian calendar that exists.
#[allow(clippy::struct_field_names)] // a day's parts are called year, month and day
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, or `None` where the calendar has no such day in the years 1 to 9999.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let valid = (1..=9999).contains(&year)
            && jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).is_ok();
        valid.then_some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    pub(crate) fn civil(self) -> jiff::civil::Date {
        jiff::civil::date(self.year, self.month as i8, self.day as i8)
    }

    pub(crate) fn from_civil(date: jiff::civil::Date) -> Option<Self> {
        Self::new(date.year(), date.month() as u8, date.day() as u8)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::str::FromStr for Day {
    type Err = crate::Error;

    /// Reads `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split('-');
        let mut part = |width: usize| {
            let digits =
                parts.next().filter(|part| part.len() == width && part.bytes().all(|b| b.is_ascii_digit()));
            digits.and_then(|digits| digits.parse::<u16>().ok())
        };
        let day = match (part(4), part(2), part(2)) {
            (Some(year), Some(month), Some(day)) => Self::new(year as i16, month as u8, day as u8),
            _ => None,
        };
        day.filter(|_| parts.next().is_none()).ok_or_else(|| crate::Error::Date { found: text.to_owned() })
    }
}

/// A day, and the time of day where the text shows one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Moment {
    pub(crate) day: Day,
    pub(crate) time: Option<Time>,
}

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Time {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    /// Minutes ahead of UTC, where the text names a zone.
    pub(crate) offset: Option<i16>,
}

impl Moment {
    /// The day.
    pub fn day(self) -> Day {
        self.day
    }

    /// Hour and minute, where shown.
    pub fn time(self) -> Option<(u8, u8)> {
        self.time.map(|time| (time.hour, time.minute))
    }

    /// Minutes ahead of UTC, where the text names a zone.
    pub fn offset(self) -> Option<i16> {
        self.time.and_then(|time| time.offset)
    }
}

impl fmt::Display for Moment {
    /// ISO 8601: `2025-05-11`, `2025-05-11T14:30`, `2025-05-11T14:30-05:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}", time.hour, time.minute)?;
        match time.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

/// What a written date means, as exact as it says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum DateValue {
    /// One day.
    Day(Day),
    /// A week by ISO 8601: the year it belongs to and its number.
    Week(i16, u8),
    /// A month of a year.
    Month(i16, u8),
    /// A year.
    Year(i16),
    /// Ten years, by the first of them: 1980.
    Decade(i16),
    /// From one date to another, both included; an open end is `None`.
    Interval(Option<Endpoint>, Option<Endpoint>),
}

/// An end of an interval, as exact as the text says: `from March to May` ends with a month, `2014-2018` with a year.
///
/// As the end of an interval it is included whole: `2014/2018` reaches up to the last day of 2018.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Endpoint {
    /// One day.
    Day(Day),
    /// A week by ISO 8601.
    Week(i16, u8),
    /// A month of a year.
    Month(i16, u8),
    /// A year.
    Year(i16),
}

impl Endpoint {
    /// The first day it covers.
    pub fn first_day(self) -> Option<Day> {
        DateValue::from(self).first_day()
    }

    /// The last day it covers.
    pub fn last_day(self) -> Option<Day> {
        DateValue::from(self).last_day()
    }
}

impl From<Endpoint> for DateValue {
    fn from(end: Endpoint) -> Self {
        match end {
            Endpoint::Day(day) => Self::Day(day),
            Endpoint::Week(year, week) => Self::Week(year, week),
            Endpoint::Month(year, month) => Self::Month(year, month),
            Endpoint::Year(year) => Self::Year(year),
        }
    }
}

impl fmt::Display for Endpoint {
    /// ISO 8601, as of the same date alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&DateValue::from(*self), f)
    }
}

impl DateValue {
    /// The first day that it covers, or `None` where it is open.
    ///
    /// ```
    /// let parser = nutgraf::Parser::builder().published(2025, 5, 11).build()?;
    /// let article = parser.parse("It was built between March and May 2024.");
    /// let built = article.dates().next().unwrap().date().unwrap();
    /// assert_eq!(built.to_string(), "2024-03/2024-05");
    /// assert_eq!(built.first_day().unwrap().to_string(), "2024-03-01");
    /// assert_eq!(built.last_day().unwrap().to_string(), "2024-05-31");
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    pub fn first_day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Week(year, week) => Day::monday_of(year, week),
            Self::Month(year, month) => Day::new(year, month, 1),
            Self::Year(year) | Self::Decade(year) => Day::new(year, 1, 1),
            Self::Interval(start, _) => start?.first_day(),
        }
    }

    /// The last day that it covers, or `None` where it is open.
    pub fn last_day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Week(..) => self.first_day()?.plus(0, 6),
            Self::Month(..) => self.first_day()?.plus(1, -1),
            Self::Year(year) => Day::new(year, 12, 31),
            Self::Decade(year) => Day::new(year.checked_add(9)?, 12, 31),
            Self::Interval(_, end) => end?.last_day(),
        }
    }
}

impl fmt::Display for DateValue {
    /// ISO 8601 as FORMAT.md has it for each granularity.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Decade(year) => write!(f, "{:03}X", year / 10),
            Self::Interval(start, end) => {
                if let Some(start) = start {
                    write!(f, "{start}")?;
                }
                f.write_str("/")?;
                end.map_or(Ok(()), |end| write!(f, "{end}"))
            }
        }
    }
}

/// A date in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateMention<'a> {
    excerpt: Excerpt<'a>,
    data: DateData,
}

impl<'a> DateMention<'a> {
    /// Where it stands.
    pub fn span(self) -> Span {
        self.excerpt.span()
    }

    /// The date as written.
    pub fn text(self) -> &'a str {
        self.excerpt.text()
    }

    /// What it means, or `None` where the text and its date leave that open.
    pub fn date(self) -> Option<DateValue> {
        self.data.value
    }

    /// How exact it is.
    pub fn granularity(self) -> Granularity {
        self.data.granularity
    }
}

/// A date as it is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct DateData {
    pub(crate) span: Span,
    pub(crate) value: Option<DateValue>,
    pub(crate) granularity: Granularity,
}

impl DateData {
    pub(crate) fn view(self, text: &str) -> DateMention<'_> {
        DateMention { excerpt: Excerpt::new(text, self.span), data: self }
    }
}
