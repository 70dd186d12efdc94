//! What an expression means, read against the article's own date.

use super::calendar::{Extent, month_of, months_from};
use super::expression::{
    Base, Expression, Length, Mention, Pick, Picked, Portion, Sense, Share, Shift, Side, Step, Unit, Year,
};
use super::tense::Direction;
use super::{DateValue, Day, Granularity, holiday};

/// What dates are read against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub(super) reference: Option<Day>,
    pub(super) direction: Direction,
}

/// What a mention means, and how exact it is.
pub(super) fn mention(mention: Mention, context: Context) -> (Granularity, Option<DateValue>) {
    match mention {
        Mention::One(expression) => {
            let value = context.expression(expression);
            (value.map_or_else(|| granularity(expression), granularity_of), value)
        }
        Mention::Range(from, to) => (Granularity::Interval, context.range(from, to)),
        Mention::Open(side, expression) => (Granularity::Interval, context.open(side, expression)),
    }
}

/// How exact a value is.
fn granularity_of(value: DateValue) -> Granularity {
    match value {
        DateValue::Day(_) => Granularity::Day,
        DateValue::Week(..) => Granularity::Week,
        DateValue::Month(..) => Granularity::Month,
        DateValue::Year(_) => Granularity::Year,
        DateValue::Decade(_) => Granularity::Decade,
        DateValue::Interval(..) => Granularity::Interval,
    }
}

/// How exact an expression is that cannot be resolved.
fn granularity(expression: Expression) -> Granularity {
    if expression.base == Base::Season {
        return Granularity::Season;
    }
    if let Some(shift) = expression.shift {
        let _: Shift = shift;
        return Granularity::Day;
    }
    match expression.portion {
        Some(Portion::WeekOf) => return Granularity::Week,
        Some(_) => return Granularity::Interval,
        None => {}
    }
    if let Some(pick) = expression.pick {
        return match pick.of {
            _ if pick.count > 1 => Granularity::Interval,
            Picked::Weekday(_) => Granularity::Day,
            Picked::Unit(unit) => granularity_of_unit(unit),
        };
    }
    match expression.base {
        Base::Day { .. }
        | Base::MonthDay { .. }
        | Base::Weekday { .. }
        | Base::WeekdayOf { .. }
        | Base::Today(_)
        | Base::Holiday { .. } => Granularity::Day,
        Base::Month { .. } => Granularity::Month,
        Base::Year(_) => Granularity::Year,
        Base::Period { unit, .. } => granularity_of_unit(unit),
        Base::Away { length, .. } => granularity_of_unit(length.unit),
        Base::Decade(_) => Granularity::Decade,
        Base::Rolling { .. } | Base::Share { .. } | Base::Century(_) | Base::Years(..) => Granularity::Interval,
        Base::Season => Granularity::Season,
        Base::Unknown(granularity) => granularity,
    }
}

fn granularity_of_unit(unit: Unit) -> Granularity {
    match unit {
        Unit::Day => Granularity::Day,
        Unit::Week => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Own(granularity) => granularity,
        _ => Granularity::Interval,
    }
}

impl Context {
    /// What an expression means.
    fn expression(self, expression: Expression) -> Option<DateValue> {
        let value = self.base(expression.base)?;
        let value = match expression.pick {
            Some(pick) => picked(pick, value)?,
            None => value,
        };
        let value = match expression.portion {
            Some(portion) => self.portion(portion, value)?,
            None => value,
        };
        match expression.shift {
            Some(shift) => {
                let (start, end) = value.extent();
                shifted(shift.length, shift.ahead, if shift.ahead { end? } else { start? })
            }
            None => Some(value),
        }
    }

    fn base(self, base: Base) -> Option<DateValue> {
        match base {
            Base::Day { year, month, day, weekday } => self.day(year, month, day, weekday).map(DateValue::Day),
            Base::MonthDay { day, weekday, month } => self.month_day(day, weekday, month).map(DateValue::Day),
            Base::Month { year, month, step } => self.month(year, month, step),
            Base::Year(year) => Some(DateValue::Year(self.year(year)?)),
            Base::Weekday { weekday, step } => self.weekday(weekday, step).map(DateValue::Day),
            Base::WeekdayOf { weekday, week } => {
                let monday = self.reference?.monday(i32::from(week))?;
                Some(DateValue::Day(monday.plus(0, i32::from(weekday) - 1)?))
            }
            Base::Today(days) => Some(DateValue::Day(self.reference?.plus(0, i32::from(days))?)),
            Base::Period { unit, step } => self.period(unit, step),
            Base::Rolling { length, ahead } => self.rolling(length, ahead),
            Base::Away { length, step } => self.away(length, step),
            Base::Share { share, year } => self.share(share, year),
            Base::Decade(year) => Some(DateValue::Decade(year)),
            Base::Century(nth) => {
                let first = (i16::from(nth) - 1) * 100 + 1;
                Some(DateValue::Interval(Some(Day::new(first, 1, 1)?), Some(Day::new(first + 99, 12, 31)?)))
            }
            Base::Holiday { rule, year, step } => self.holiday(rule, year, step).map(DateValue::Day),
            Base::Years(first, last) => {
                Some(DateValue::Interval(Some(Day::new(first, 1, 1)?), Some(Day::new(last, 12, 31)?)))
            }
            Base::Season | Base::Unknown(_) => None,
        }
    }

    fn year(self, year: Year) -> Option<i16> {
        match year {
            Year::Given(year) => Some(year),
            Year::Step(step) => Some(self.reference?.year() + i16::from(step)),
            Year::Unsaid => None,
        }
    }

    /// The last of some days that is not behind the reference, or, ahead, the first that is not before it.
    fn nearest(self, on: impl Fn(i16) -> Option<Day>) -> Option<Day> {
        let reference = self.reference?;
        // A 29th of February may be eight years away.
        let years = 0..=8;
        let mut found = years.filter_map(|away| match self.direction {
            Direction::Ahead => on(reference.year() + away).filter(|day| *day >= reference),
            _ => on(reference.year() - away).filter(|day| *day <= reference),
        });
        found.next()
    }

    fn day(self, year: Year, month: u8, day: u8, weekday: Option<u8>) -> Option<Day> {
        if year != Year::Unsaid {
            return Day::new(self.year(year)?, month, day);
        }
        let nearest = self.nearest(|year| Day::new(year, month, day))?;
        let fits = |day: &Day| weekday.is_none_or(|weekday| day.weekday() == weekday);
        if fits(&nearest) {
            return Some(nearest);
        }
        // Where the weekday belies the tense, it decides.
        let other = |step: i16| Day::new(nearest.year() + step, month, day);
        other(1).filter(fits).or_else(|| other(-1).filter(fits)).or(Some(nearest))
    }

    fn month_day(self, day: u8, weekday: Option<u8>, month: Option<i8>) -> Option<Day> {
        let reference = self.reference?;
        let on = |months: i32| {
            let first = reference.first_of_month(months)?;
            Day::new(first.year(), first.month(), day)
        };
        if let Some(month) = month {
            return on(i32::from(month));
        }
        // A weekday falls on a day of the month within 14 months.
        (0..=14).find_map(|away| {
            let found = on(if self.direction == Direction::Ahead { away } else { -away })?;
            let side = if self.direction == Direction::Ahead { found >= reference } else { found <= reference };
            (side && weekday.is_none_or(|weekday| found.weekday() == weekday)).then_some(found)
        })
    }

    fn month(self, year: Year, month: u8, step: Option<Step>) -> Option<DateValue> {
        if year != Year::Unsaid {
            return Some(DateValue::Month(self.year(year)?, month));
        }
        let reference = self.reference?;
        let passed = match (self.direction, step) {
            (_, Some(step)) => match (step.by, step.sense) {
                (0, _) => 0,
                (by, Sense::Calendar) if by > 0 => i16::from(month <= reference.month()),
                (by, _) if by > 0 => i16::from(month < reference.month()),
                _ => -i16::from(month >= reference.month()),
            },
            (Direction::Ahead, None) => i16::from(month < reference.month()),
            (_, None) => -i16::from(month > reference.month()),
        };
        Some(DateValue::Month(reference.year() + passed, month))
    }

    fn weekday(self, weekday: u8, step: Option<Step>) -> Option<Day> {
        let reference = self.reference?;
        let back = (i32::from(reference.weekday()) - i32::from(weekday)).rem_euclid(7);
        let forward = (7 - back) % 7;
        let Some(step) = step else {
            return reference.plus(0, if self.direction == Direction::Ahead { forward } else { -back });
        };
        match (step.by, step.sense) {
            (_, Sense::Story) if self.direction == Direction::Back => None,
            (0, Sense::Story) => None,
            (by, Sense::Calendar) => reference.monday(i32::from(by))?.plus(0, i32::from(weekday) - 1),
            (by, _) if by > 0 => reference.plus(0, if forward == 0 { 7 } else { forward }),
            _ => reference.plus(0, if back == 0 { -7 } else { -back }),
        }
    }

    fn period(self, unit: Unit, step: Step) -> Option<DateValue> {
        let reference = self.reference?;
        // `the following week` of a story that is told in the past follows some other week.
        let story = step.sense == Sense::Story || unit == Unit::Day;
        if story && (step.by == 0 || self.direction == Direction::Back) {
            return None;
        }
        let by = i32::from(step.by);
        match unit {
            Unit::Day => Some(DateValue::Day(reference.plus(0, by)?)),
            Unit::Week => Some(reference.monday(by)?.week()),
            Unit::Workweek => self.days_of_week(by, 0, 4),
            Unit::Weekend => {
                // `over the weekend` they did; `at the weekend` they will.
                let passed = step.by == 0 && self.direction == Direction::Back && reference.weekday() < 6;
                self.days_of_week(by - i32::from(passed), 5, 6)
            }
            Unit::Month => Some(month_of(reference.first_of_month(by)?)),
            Unit::Quarter => months_from(reference.first_of_quarter(by)?, 3),
            Unit::HalfYear => {
                let into = i32::from((reference.month() - 1) % 6);
                months_from(reference.first_of_month(by * 6 - into)?, 6)
            }
            Unit::Year => Some(DateValue::Year(reference.year() + i16::from(step.by))),
            Unit::Decade => Some(DateValue::Decade((reference.year() / 10 + i16::from(step.by)) * 10)),
            Unit::Century => self.base(Base::Century(((reference.year() - 1) / 100 + 1 + i16::from(step.by)) as u8)),
            Unit::Fortnight | Unit::Own(_) => None,
        }
    }

    /// From one to another day of a week, counted from Monday.
    fn days_of_week(self, weeks: i32, from: i32, to: i32) -> Option<DateValue> {
        let monday = self.reference?.monday(weeks)?;
        Some(DateValue::Interval(Some(monday.plus(0, from)?), Some(monday.plus(0, to)?)))
    }

    fn rolling(self, length: Length, ahead: bool) -> Option<DateValue> {
        let reference = self.reference.filter(|_| length.known)?;
        // Quarters are counted whole.
        if length.unit == Unit::Quarter {
            let start = reference.first_of_quarter(i32::from(ahead))?;
            let from = if ahead { start } else { start.plus(-length.months, 0)? };
            return months_from(from, length.months);
        }
        let (start, end) = if ahead {
            (reference.plus(0, 1)?, reference.plus(length.months, length.days)?)
        } else {
            (reference.plus(-length.months, -length.days)?, reference.plus(0, -1)?)
        };
        Some(DateValue::Interval(Some(start), Some(end)))
    }

    fn away(self, length: Length, step: Step) -> Option<DateValue> {
        if step.sense == Sense::Story && self.direction == Direction::Back {
            return None;
        }
        as_exact(length, moved(length, step.by > 0, self.reference?)?)
    }

    fn share(self, share: Share, year: Year) -> Option<DateValue> {
        let start = |year| Day::new(year, (share.nth - 1) * share.months + 1, 1);
        let first = match year {
            Year::Unsaid => {
                let reference = self.reference?;
                let this = start(reference.year())?;
                let last = this.plus(i32::from(share.months), -1)?;
                match self.direction {
                    Direction::Ahead if last < reference => start(reference.year() + 1)?,
                    Direction::Ahead => this,
                    _ if this > reference => start(reference.year() - 1)?,
                    _ => this,
                }
            }
            _ => start(self.year(year)?)?,
        };
        months_from(first, i32::from(share.months))
    }

    fn holiday(self, rule: &str, year: Year, step: Option<Step>) -> Option<Day> {
        if year != Year::Unsaid {
            return holiday::day(rule, self.year(year)?);
        }
        let on = |year: i16| holiday::day(rule, year);
        match step.map(|step| (step.by, step.sense)) {
            None => self.nearest(on),
            Some((0, _)) => on(self.reference?.year()),
            Some((by, _)) => {
                let direction = if by > 0 { Direction::Ahead } else { Direction::Back };
                let reference = self.reference?.plus(0, i32::from(by))?;
                Self { reference: Some(reference), direction }.nearest(on)
            }
        }
    }

    /// Part of a value.
    fn portion(self, portion: Portion, value: DateValue) -> Option<DateValue> {
        let (start, end) = value.extent();
        let (start, end) = (start?, end?);
        let interval = |start: Option<Day>, end: Option<Day>| Some(DateValue::Interval(Some(start?), Some(end?)));
        match portion {
            Portion::WeekOf => return Some(start.week()),
            Portion::WeekTo => return interval(start.plus(0, -6), Some(start)),
            Portion::Earlier => {
                let reference = self.reference.filter(|day| (start..=end).contains(day));
                return interval(Some(start), reference.or(Some(end)));
            }
            Portion::Later => {
                let reference = self.reference.filter(|day| (start..=end).contains(day));
                return interval(reference.or(Some(start)), Some(end));
            }
            _ => {}
        }
        let (from, to) = share_of(portion, value)?;
        match value {
            DateValue::Week(..) => interval(start.plus(0, from), start.plus(0, to - 1)),
            DateValue::Month(..) if to == 31 => interval(start.plus(0, from), Some(end)),
            DateValue::Month(..) => interval(start.plus(0, from), start.plus(0, to - 1)),
            _ => interval(start.plus(from, 0), start.plus(to, -1)),
        }
    }

    /// From the first day of one to the last of another.
    fn range(self, from: Expression, to: Expression) -> Option<DateValue> {
        let (from, to) = self.aligned(from, to);
        let first = self.end_of(from)?.0?;
        let last = self.end_of(to)?.1?;
        if first <= last {
            return Some(DateValue::Interval(Some(first), Some(last)));
        }
        // `from November to February`: the end lies behind the start, the next time that it comes.
        let next = Self { reference: Some(first), direction: Direction::Ahead };
        let last = next.end_of(to)?.1.filter(|last| first <= *last)?;
        Some(DateValue::Interval(Some(first), Some(last)))
    }

    /// Both ends of a stretch, where one has said the year for both.
    fn aligned(self, from: Expression, to: Expression) -> (Expression, Expression) {
        match (year_slot(from.base), year_slot(to.base)) {
            (Some(Year::Unsaid), Some(year)) if year != Year::Unsaid => {
                let Some(year) = self.year(year) else { return (from, to) };
                let same = with_year(from, year);
                let starts = |expression| self.end_of(expression).and_then(|extent| extent.0);
                // `November to February 2017` begins in 2016.
                let behind = starts(same).zip(starts(to)).is_some_and(|(from, to)| from > to);
                (if behind { with_year(from, year - 1) } else { same }, to)
            }
            (Some(year), Some(Year::Unsaid)) if year != Year::Unsaid => {
                let Some(year) = self.year(year) else { return (from, to) };
                let same = with_year(to, year);
                let starts = |expression| self.end_of(expression).and_then(|extent| extent.0);
                let behind = starts(from).zip(starts(same)).is_some_and(|(from, to)| from > to);
                (from, if behind { with_year(to, year + 1) } else { same })
            }
            _ => (from, to),
        }
    }

    /// The days that an end of a stretch covers: of `the end of 2008` the last one.
    fn end_of(self, expression: Expression) -> Option<Extent> {
        let whole = Expression { portion: None, ..expression };
        let (start, end) = match expression.portion {
            Some(Portion::Start | Portion::End) => self.expression(whole)?.extent(),
            _ => return Some(self.expression(expression)?.extent()),
        };
        Some(if expression.portion == Some(Portion::End) { (end, end) } else { (start, start) })
    }

    fn open(self, side: Side, expression: Expression) -> Option<DateValue> {
        let (start, end) = self.end_of(expression)?;
        Some(match side {
            Side::Since => DateValue::Interval(Some(start?), None),
            Side::After => {
                // What comes after the first day of March begins with it.
                let from_start = expression.portion == Some(Portion::Start);
                DateValue::Interval(Some(if from_start { start? } else { end?.plus(0, 1)? }), None)
            }
            Side::Before => {
                let to_end = expression.portion == Some(Portion::End);
                DateValue::Interval(None, Some(if to_end { end? } else { start?.plus(0, -1)? }))
            }
            Side::Until => DateValue::Interval(None, Some(end?)),
        })
    }
}

/// The year of a base that has a place for one.
fn year_slot(base: Base) -> Option<Year> {
    match base {
        Base::Day { year, .. } | Base::Month { year, step: None, .. } | Base::Share { year, .. } | Base::Year(year) => {
            Some(year)
        }
        _ => None,
    }
}

fn with_year(expression: Expression, given: i16) -> Expression {
    let mut base = expression.base;
    if let Base::Day { year, .. } | Base::Month { year, .. } | Base::Share { year, .. } = &mut base {
        *year = Year::Given(given);
    }
    Expression { base, ..expression }
}

/// The day so much before or after another.
fn moved(length: Length, ahead: bool, from: Day) -> Option<Day> {
    let sign = if ahead { 1 } else { -1 };
    if length.known { from.plus(sign * length.months, sign * length.days) } else { None }
}

/// What is counted from a day that the text names is a day.
fn shifted(length: Length, ahead: bool, from: Day) -> Option<DateValue> {
    moved(length, ahead, from).map(DateValue::Day)
}

/// As exact as the length says: `two years ago` is a year.
fn as_exact(length: Length, day: Day) -> Option<DateValue> {
    Some(match length.unit {
        Unit::Week | Unit::Fortnight => day.week(),
        Unit::Month => month_of(day),
        Unit::Quarter => return months_from(day.first_of_quarter(0)?, 3),
        Unit::Year => DateValue::Year(day.year()),
        Unit::Decade => DateValue::Decade(day.year() / 10 * 10),
        _ => DateValue::Day(day),
    })
}

/// From where to where in a value a portion reaches: in days of a week or month, in months of all else, the end not
/// included. A month's last day is written 31.
fn share_of(portion: Portion, value: DateValue) -> Option<(i32, i32)> {
    let week = matches!(value, DateValue::Week(..));
    let month = matches!(value, DateValue::Month(..));
    let months = match value {
        DateValue::Year(_) => 12,
        DateValue::Decade(_) => 120,
        DateValue::Interval(Some(start), Some(end)) => {
            (i32::from(end.year()) - i32::from(start.year())) * 12 + i32::from(end.month()) - i32::from(start.month()) + 1
        }
        DateValue::Day(_) => return None,
        _ => 0,
    };
    Some(match portion {
        Portion::Early | Portion::Start if week => (0, 3),
        Portion::Mid if week => (1, 5),
        Portion::Late | Portion::End if week => (3, 7),
        Portion::Early if month => (0, 15),
        Portion::Start if month => (0, 10),
        Portion::Mid if month => (9, 20),
        Portion::Late if month => (15, 31),
        Portion::End if month => (20, 31),
        Portion::Early => (0, months / 2),
        Portion::Start => (0, months / 3),
        Portion::Mid => (months / 3, months - months / 3),
        Portion::Late => (months / 2, months),
        Portion::End => (months - months / 3, months),
        _ => return None,
    })
}

/// One or some units in a value.
fn picked(pick: Pick, value: DateValue) -> Option<DateValue> {
    let (start, end) = value.extent();
    let (start, end) = (start?, end?);
    let count = i32::from(pick.count);
    // How many units before the one that is picked.
    let before = i32::from(pick.nth) - 1;
    match pick.of {
        Picked::Weekday(weekday) if pick.nth > 0 => {
            let first = (i32::from(weekday) - i32::from(start.weekday())).rem_euclid(7);
            start.plus(0, first + before * 7).filter(|day| *day <= end).map(DateValue::Day)
        }
        Picked::Weekday(weekday) => {
            let back = (i32::from(end.weekday()) - i32::from(weekday)).rem_euclid(7);
            end.plus(0, -back).filter(|day| *day >= start).map(DateValue::Day)
        }
        Picked::Unit(Unit::Week) => {
            // The first week of a month or year is that which has its first Thursday, as in ISO 8601.
            let monday = if pick.nth > 0 {
                start.plus(0, 3)?.monday(0).filter(|monday| monday.plus(0, 3).is_some_and(|day| day >= start))?
            } else {
                end.plus(0, -3)?.monday(1 - count)?
            };
            let monday = if pick.nth > 0 { monday.plus(0, before * 7)? } else { monday };
            if count == 1 {
                Some(monday.week())
            } else {
                Some(DateValue::Interval(Some(monday), Some(monday.plus(0, count * 7 - 1)?)))
            }
        }
        Picked::Unit(unit) => {
            let one = Length::new(Some(1), unit);
            let skip = if pick.nth > 0 { before } else { 0 };
            if !one.known {
                return None;
            }
            let (from, to) = if pick.nth > 0 {
                let from = start.plus(one.months * skip, one.days * skip)?;
                (from, from.plus(one.months * count, one.days * count - 1)?)
            } else {
                (end.plus(0, 1)?.plus(-one.months * count, -one.days * count)?, end)
            };
            if from < start || to > end {
                return None;
            }
            match unit {
                Unit::Day if count == 1 => Some(DateValue::Day(from)),
                Unit::Month if count == 1 => Some(month_of(from)),
                Unit::Year if count == 1 => Some(DateValue::Year(from.year())),
                _ => Some(DateValue::Interval(Some(from), Some(to))),
            }
        }
    }
}
