//! Arithmetic with days, and the days that a value covers.

use super::{DateValue, Day};
use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The days from the first to the last of a value, both included; `None` where it is open.
pub(super) type Extent = (Option<Day>, Option<Day>);

impl Day {
    /// So many months and then days later, or earlier below zero; the day of the month is cut to what the month has.
    pub(super) fn plus(self, months: i32, days: i32) -> Option<Self> {
        let moved = self.civil().checked_add(Span::new().try_months(months).ok()?).ok()?;
        Self::from_civil(moved.checked_add(Span::new().try_days(days).ok()?).ok()?)
    }

    /// 1 for Monday to 7.
    pub(super) fn weekday(self) -> u8 {
        self.civil().weekday().to_monday_one_offset() as u8
    }

    /// The Monday of its week, so many weeks later.
    pub(super) fn monday(self, weeks: i32) -> Option<Self> {
        self.plus(0, weeks * 7 + 1 - i32::from(self.weekday()))
    }

    /// Its week by ISO 8601.
    pub(super) fn week(self) -> DateValue {
        let week = self.civil().iso_week_date();
        DateValue::Week(week.year(), week.week() as u8)
    }

    /// The first of its month, so many months later.
    pub(super) fn first_of_month(self, months: i32) -> Option<Self> {
        Self::new(self.year(), self.month(), 1)?.plus(months, 0)
    }

    /// The first of its quarter, so many quarters later.
    pub(super) fn first_of_quarter(self, quarters: i32) -> Option<Self> {
        let into = i32::from((self.month() - 1) % 3);
        self.first_of_month(quarters * 3 - into)
    }

    /// The `nth` weekday of a month, 1 for Monday to 7; the last where `nth` is -1.
    pub(super) fn nth_weekday(year: i16, month: u8, nth: i8, weekday: u8) -> Option<Self> {
        let weekday = Weekday::from_monday_one_offset(weekday as i8).ok()?;
        let first = Self::new(year, month, 1)?.civil();
        Self::from_civil(first.nth_weekday_of_month(nth, weekday).ok()?)
    }
}

/// The month of a day.
pub(super) fn month_of(day: Day) -> DateValue {
    DateValue::Month(day.year(), day.month())
}

/// From a day, so many months long.
pub(super) fn months_from(start: Day, months: i32) -> Option<DateValue> {
    Some(DateValue::Interval(Some(start), Some(start.plus(months, -1)?)))
}

impl DateValue {
    /// From its first to its last day.
    pub(super) fn extent(self) -> Extent {
        let ends = match self {
            Self::Day(day) => return (Some(day), Some(day)),
            Self::Interval(start, end) => return (start, end),
            Self::Week(year, week) => first_of_week(year, week).map(|start| (start, start.plus(0, 6))),
            Self::Month(year, month) => Day::new(year, month, 1).map(|start| (start, start.plus(1, -1))),
            Self::Year(year) => Day::new(year, 1, 1).map(|start| (start, Day::new(year, 12, 31))),
            Self::Decade(year) => Day::new(year, 1, 1).map(|start| (start, Day::new(year + 9, 12, 31))),
        };
        ends.map_or((None, None), |(start, end)| (Some(start), end))
    }
}

fn first_of_week(year: i16, week: u8) -> Option<Day> {
    let monday: Date = ISOWeekDate::new(year, week as i8, Weekday::Monday).ok()?.date();
    Day::from_civil(monday)
}
