//! Arithmetic with days.

use super::{DateValue, Day, Endpoint};
use jiff::Span;
use jiff::civil::{ISOWeekDate, Weekday};

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

    /// So many working days later, or earlier below zero; a weekend counts as the day before it that is left.
    pub(super) fn plus_workdays(self, count: i32) -> Option<Self> {
        let weekday = i32::from(self.weekday()) - 1;
        let from = if count > 0 {
            weekday.min(4)
        } else if weekday > 4 {
            5
        } else {
            weekday
        };
        let days = from.checked_add(count)?;
        self.monday(days.div_euclid(5))?.plus(0, days.rem_euclid(5))
    }

    /// Its week by ISO 8601.
    pub(super) fn week(self) -> DateValue {
        let (year, week) = self.week_number();
        DateValue::Week(year, week)
    }

    /// Year and number of its week by ISO 8601.
    pub(super) fn week_number(self) -> (i16, u8) {
        let week = self.civil().iso_week_date();
        (week.year(), week.week() as u8)
    }

    /// The Monday of a week by ISO 8601.
    pub(super) fn monday_of(year: i16, week: u8) -> Option<Self> {
        Self::from_civil(ISOWeekDate::new(year, week as i8, Weekday::Monday).ok()?.date())
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

/// From one day to another, both included; `None` where they are in the wrong order.
pub(super) fn days(start: Day, end: Day) -> Option<DateValue> {
    (start <= end).then_some(DateValue::Interval(Some(Endpoint::Day(start)), Some(Endpoint::Day(end))))
}

/// From one year to another, both included.
pub(super) fn years(start: i16, end: i16) -> DateValue {
    DateValue::Interval(Some(Endpoint::Year(start)), Some(Endpoint::Year(end)))
}

/// From a day, so many months long.
pub(super) fn months_from(start: Day, months: i32) -> Option<DateValue> {
    days(start, start.plus(months, -1)?)
}
