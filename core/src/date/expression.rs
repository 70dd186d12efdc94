//! Dates as the text puts them, not yet read against another: what the grammars give and `resolve` takes.

use super::Granularity;

/// A date as the text puts it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Expression {
    pub(super) base: Base,
    /// `the first week of`, `the last Friday of`
    pub(super) pick: Option<Pick>,
    /// `early`, `the end of`
    pub(super) portion: Option<Portion>,
    /// `three days after`
    pub(super) shift: Option<Shift>,
}

impl From<Base> for Expression {
    fn from(base: Base) -> Self {
        Self { base, pick: None, portion: None, shift: None }
    }
}

/// What an expression is built on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Base {
    /// `May 11`, `Friday, May 11, 2025`
    Day { year: Year, month: u8, day: u8, weekday: Option<u8> },
    /// `the 14th`, `Friday the 13th`, `the 20th of next month`
    MonthDay { day: u8, weekday: Option<u8>, month: Option<i8> },
    /// `May`, `May 2025`, `next May`
    Month { year: Year, month: u8, step: Option<Step> },
    /// `week 31`, `2025-W20`
    Week { week: u8, year: Year },
    /// `2025`, `last year`
    Year(Year),
    /// `Friday`, `last Friday`
    Weekday { weekday: u8, step: Option<Step> },
    /// `Friday of next week`
    WeekdayOf { weekday: u8, week: i8 },
    /// `two Sundays ago`: below zero for those that have passed
    WeekdaysAway { weekday: u8, count: i8 },
    /// `yesterday`: days from the reference
    Today(i8),
    /// `last week`, `this quarter`
    Period { unit: Unit, step: Step },
    /// `the past three weeks`, `the next 3 days`
    Rolling { length: Length, step: Step },
    /// `three weeks ago`, `in two days`, `two days later`
    Away { length: Length, step: Step },
    /// A quarter or a half of a year: `Q3 2024`
    Share { share: Share, year: Year },
    /// `the 1980s`, by the first of the years
    Decade(i16),
    /// `the 19th century`
    Century(u8),
    /// `last summer`
    Season,
    /// `Christmas`, `Easter 2024`: the rule of the calendar table
    Holiday { rule: &'static str, year: Year, step: Option<Step> },
    /// `2019-20`, `1914-18`, `the 1900s`
    Years(i16, i16),
    /// What no calendar tells: `fiscal 2024`
    Unknown(Granularity),
}

/// The year of a date.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Year {
    Unsaid,
    Given(i16),
    /// `next year`: years from that of the reference
    Step(i8),
}

impl From<Option<i16>> for Year {
    fn from(year: Option<i16>) -> Self {
        year.map_or(Self::Unsaid, Self::Given)
    }
}

/// `last`, `this`, `next`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Step {
    pub(super) by: i8,
    pub(super) sense: Sense,
}

impl Step {
    /// The step that a value of the calendar table says.
    pub(super) fn of(value: &str) -> Option<Self> {
        let (by, sense) = match value.split_once(':') {
            None => (value, Sense::Calendar),
            Some((by, "near")) => (by, Sense::Near),
            Some((by, "story")) => (by, Sense::Story),
            Some(_) => return None,
        };
        Some(Self { by: by.parse().ok()?, sense })
    }

    /// The calendar's.
    pub(super) fn calendar(by: i8) -> Self {
        Self { by, sense: Sense::Calendar }
    }
}

/// What a step is counted from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Sense {
    /// `last week`: the one before that of the reference
    Calendar,
    /// `the past week`: up to the reference
    Near,
    /// `the following week`: from where the story is
    Story,
}

/// A stretch of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Day,
    Week,
    Workweek,
    /// Monday to Friday: `three business days`
    Workday,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
    /// A quarter or year that its owner defines: `fiscal year`
    Own(Granularity),
}

/// How much time: `three weeks`, `two years and a month`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Length {
    pub(super) months: i32,
    pub(super) days: i32,
    /// The smallest unit in it.
    pub(super) unit: Unit,
    /// `a few days` is of no known length.
    pub(super) known: bool,
}

/// A third, half or quarter of a year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Share {
    pub(super) nth: u8,
    /// Months each.
    pub(super) months: u8,
}

/// One or some of the units in a longer one, counted from its start, or from its end where `nth` is below zero.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Pick {
    pub(super) nth: i16,
    pub(super) count: u8,
    pub(super) of: Picked,
}

/// What is counted.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Picked {
    Unit(Unit),
    Weekday(u8),
    /// `the first half of May`, `the second half of the 19th century`
    Half,
}

/// Which part of a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Portion {
    Early,
    Start,
    Mid,
    Late,
    End,
    /// `earlier this year`: up to the reference
    Earlier,
    /// `later this year`, `the rest of the year`: from the reference on
    Later,
    /// `the week of May 5`, `Christmas week`: that which holds the day
    WeekOf,
    /// `the week ending May 5`: the seven days up to it
    WeekTo,
    /// `the weekend of May 5`
    WeekendOf,
    /// `Easter weekend`: with the holiday, where that is beside it
    WeekendWith,
    /// `the week before Christmas`, the week after where it is 1: weeks from that which holds the day
    WeekBeside(i8),
    /// `the weekend after Easter`
    WeekendBeside {
        ahead: bool,
    },
    /// `the Friday after Thanksgiving`, `the second Monday before May 5` where it is not ahead
    WeekdayBeside {
        weekday: u8,
        nth: u8,
        ahead: bool,
    },
}

/// So much before or after, or so long.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Shift {
    pub(super) length: Length,
    pub(super) way: Way,
}

/// Where a length leads from a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    /// `two days before`
    Before,
    /// `two days after`, `two days from`
    After,
    /// `two days starting`, `for two days from`
    Through,
    /// `the two days before`: up to it
    Leading,
    /// `the two days after`: from behind it
    Following,
    /// `two months ended`: the last of them is the date's
    UpTo,
}

/// A date, or a stretch from one to another.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Mention {
    One(Expression),
    /// From the first day of one to the last of the other.
    Range(Expression, Expression),
    /// Open on one side.
    Open(Side, Expression),
}

/// Where an open stretch lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    /// `since May`: May included
    Since,
    /// `after May`
    After,
    /// `before May`
    Before,
    /// `until May`: May included
    Until,
}
