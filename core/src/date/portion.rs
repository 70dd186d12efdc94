//! Parts of periods: `early May`, `the rest of the year`, `the first week of 2015`, `the last Friday of July`.

use super::calendar::{days, month_of, years};
use super::expression::{Length, Pick, Picked, Portion, Unit};
use super::{DateValue, Day, Endpoint};

/// Part of a value; `reference` divides what is earlier from what is later.
pub(super) fn portion(portion: Portion, value: DateValue, reference: Option<Day>) -> Option<DateValue> {
    let (start, end) = (value.first_day()?, value.last_day()?);
    let now = reference.filter(|day| (start..=end).contains(day));
    match portion {
        Portion::WeekOf => return Some(start.week()),
        Portion::WeekendOf => return days(nearest_saturday(start)?, nearest_saturday(start)?.plus(0, 1)?),
        Portion::WeekendWith => {
            let saturday = nearest_saturday(start)?;
            return match start.weekday() {
                1 => days(saturday, start),
                5 => days(start, saturday.plus(0, 1)?),
                _ => days(saturday, saturday.plus(0, 1)?),
            };
        }
        Portion::WeekTo => return days(start.plus(0, -6)?, start),
        Portion::WeekBeside(weeks) => return Some(start.monday(i32::from(weeks))?.week()),
        Portion::WeekdayBeside { weekday, nth, ahead } => {
            let weeks = i32::from(nth) - 1;
            let nearest = beside(start, weekday, ahead)?;
            return nearest.plus(0, if ahead { weeks * 7 } else { weeks * -7 }).map(DateValue::Day);
        }
        Portion::WeekendBeside { ahead } => {
            let saturday = beside(start, 6, ahead)?;
            return days(saturday, saturday.plus(0, 1)?);
        }
        Portion::Earlier => return days(start, now.unwrap_or(end)),
        Portion::Later => return days(now.unwrap_or(start), end),
        _ => {}
    }
    match value {
        DateValue::Week(..) => {
            let (from, to) = days_of_week(portion)?;
            days(start.plus(0, from)?, start.plus(0, to)?)
        }
        DateValue::Month(..) => {
            let (from, to) = days_of_month(portion)?;
            days(start.plus(0, from - 1)?, end.min(start.plus(0, to - 1)?))
        }
        DateValue::Day(_) => None,
        _ => {
            let (from, to) = months(portion, value)?;
            days(start.plus(from, 0)?, start.plus(to, -1)?)
        }
    }
}

/// The Saturday of the weekend that is nearest to a day.
fn nearest_saturday(day: Day) -> Option<Day> {
    day.monday(if day.weekday() < 3 { -1 } else { 0 })?.plus(0, 5)
}

/// The weekday next to a day, which is neither before nor after itself.
fn beside(day: Day, weekday: u8, ahead: bool) -> Option<Day> {
    let distance = i32::from(weekday) - i32::from(day.weekday());
    day.plus(0, if ahead { (distance - 1).rem_euclid(7) + 1 } else { -((-distance - 1).rem_euclid(7) + 1) })
}

/// From where to where in a week, Monday as 0.
fn days_of_week(portion: Portion) -> Option<(i32, i32)> {
    Some(match portion {
        Portion::Early | Portion::Start => (0, 2),
        Portion::Mid => (1, 4),
        Portion::Late | Portion::End => (3, 6),
        _ => return None,
    })
}

/// From where to where in a month.
fn days_of_month(portion: Portion) -> Option<(i32, i32)> {
    Some(match portion {
        Portion::Early => (1, 15),
        Portion::Start => (1, 10),
        Portion::Mid => (10, 20),
        Portion::Late => (16, 31),
        Portion::End => (21, 31),
        _ => return None,
    })
}

/// From where to where in a longer value, in months, the end not included.
fn months(portion: Portion, value: DateValue) -> Option<(i32, i32)> {
    if let DateValue::Decade(_) = value {
        return Some(match portion {
            Portion::Early | Portion::Start => (0, 48),
            Portion::Mid => (48, 84),
            Portion::Late | Portion::End => (84, 120),
            _ => return None,
        });
    }
    let (start, end) = (value.first_day()?, value.last_day()?);
    let years = i32::from(end.year()) - i32::from(start.year());
    let all = years * 12 + i32::from(end.month()) - i32::from(start.month()) + 1;
    Some(match portion {
        Portion::Early => (0, all / 2),
        Portion::Start => (0, all / 3),
        Portion::Mid => (all / 3, all - all / 3),
        Portion::Late => (all / 2, all),
        Portion::End => (all - all / 3, all),
        _ => return None,
    })
}

/// One or some units in a value.
pub(super) fn picked(pick: Pick, value: DateValue) -> Option<DateValue> {
    let (start, end) = (value.first_day()?, value.last_day()?);
    match pick.of {
        Picked::Weekday(weekday) => {
            let weekday = i32::from(weekday);
            let found = if pick.nth > 0 {
                let first = (weekday - i32::from(start.weekday())).rem_euclid(7);
                start.plus(0, first + (i32::from(pick.nth) - 1) * 7)?
            } else {
                let last = (i32::from(end.weekday()) - weekday).rem_euclid(7);
                end.plus(0, -last + (i32::from(pick.nth) + 1) * 7)?
            };
            (start..=end).contains(&found).then_some(DateValue::Day(found))
        }
        Picked::Unit(Unit::Weekend) => {
            let saturday = picked(Pick { of: Picked::Weekday(6), ..pick }, value)?.first_day()?;
            days(saturday, saturday.plus(0, 1)?)
        }
        Picked::Unit(Unit::Week) => picked_weeks(pick, start, end),
        Picked::Unit(unit) => picked_units(pick, unit, start, end),
        Picked::Half => half(pick.nth == 1, value),
    }
}

/// The first or the second half of a month, or of some years.
fn half(first: bool, value: DateValue) -> Option<DateValue> {
    let (from, to) = match value {
        DateValue::Interval(Some(Endpoint::Year(from)), Some(Endpoint::Year(to))) => (from, to),
        DateValue::Decade(from) => (from, from + 9),
        _ => return portion(if first { Portion::Early } else { Portion::Late }, value, None),
    };
    let middle = from + (to - from) / 2;
    Some(if first { years(from, middle) } else { years(middle + 1, to) })
}

/// The first week of a month or year is that which has its first Thursday, as in ISO 8601.
fn picked_weeks(pick: Pick, start: Day, end: Day) -> Option<DateValue> {
    let count = i32::from(pick.count);
    let monday = if pick.nth > 0 {
        start.plus(0, 3)?.monday(i32::from(pick.nth) - 1)?
    } else {
        end.plus(0, -3)?.monday(i32::from(pick.nth) + 2 - count)?
    };
    if count == 1 { Some(monday.week()) } else { days(monday, monday.plus(0, count * 7 - 1)?) }
}

fn picked_units(pick: Pick, unit: Unit, start: Day, end: Day) -> Option<DateValue> {
    if unit == Unit::Workday {
        let nth = i32::from(pick.nth);
        let day = if nth > 0 { start.plus(0, -1)? } else { end.plus(0, 1)? }.plus_workdays(nth)?;
        return (pick.count == 1 && (start..=end).contains(&day)).then_some(DateValue::Day(day));
    }
    let one = Length::new(Some(1), unit);
    let count = i32::from(pick.count);
    let (months, days_long) = (one.months * count, one.days * count);
    if !one.known {
        return None;
    }
    let (from, to) = if pick.nth > 0 {
        let skip = i32::from(pick.nth) - 1;
        let from = start.plus(one.months * skip, one.days * skip)?;
        (from, from.plus(months, days_long - 1)?)
    } else {
        let skip = i32::from(pick.nth) + 1;
        let to = end.plus(0, 1)?.plus(one.months * skip, one.days * skip)?;
        (to.plus(-months, -days_long)?, to.plus(0, -1)?)
    };
    if from < start || to > end {
        return None;
    }
    match unit {
        Unit::Day if count == 1 => Some(DateValue::Day(from)),
        Unit::Month if count == 1 => Some(month_of(from)),
        Unit::Year if count == 1 => Some(DateValue::Year(from.year())),
        _ => days(from, to),
    }
}
