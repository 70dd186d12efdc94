//! What an expression means, read against the article's own date.

use super::calendar::{days, month_of, months_from, years};
use super::expression::{
    Base, Expression, Length, Mention, Picked, Portion, Sense, Share, Step, Unit, Way, Year,
};
use super::portion::{picked, portion};
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
pub(super) fn granularity_of(value: DateValue) -> Granularity {
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
    match expression.shift.map(|shift| shift.way) {
        Some(Way::Before | Way::After) => return Granularity::Day,
        Some(Way::Through | Way::Leading | Way::Following | Way::UpTo) => return Granularity::Interval,
        None => {}
    }
    match expression.portion {
        Some(Portion::WeekOf | Portion::WeekBeside(_)) => return Granularity::Week,
        Some(Portion::WeekdayBeside { .. }) => return Granularity::Day,
        Some(_) => return Granularity::Interval,
        None => {}
    }
    if let Some(pick) = expression.pick {
        return match pick.of {
            _ if pick.count > 1 => Granularity::Interval,
            Picked::Weekday(_) => Granularity::Day,
            Picked::Unit(unit) => granularity_of_unit(unit),
            Picked::Half => Granularity::Interval,
        };
    }
    match expression.base {
        Base::Day { .. }
        | Base::MonthDay { .. }
        | Base::Weekday { .. }
        | Base::WeekdayOf { .. }
        | Base::WeekdaysAway { .. }
        | Base::Today(_)
        | Base::Holiday { .. } => Granularity::Day,
        Base::Week { .. } => Granularity::Week,
        Base::Month { .. } => Granularity::Month,
        Base::Year(_) => Granularity::Year,
        Base::Period { unit, .. } => granularity_of_unit(unit),
        Base::Away { length, .. }
            if length.known && matches!(length.unit, Unit::Week | Unit::Fortnight | Unit::Month) =>
        {
            Granularity::Day
        }
        Base::Away { length, .. } => granularity_of_unit(length.unit),
        Base::Decade(_) => Granularity::Decade,
        Base::Rolling { .. } | Base::Share { .. } | Base::Century(_) | Base::Years(..) => {
            Granularity::Interval
        }
        Base::Season => Granularity::Season,
        Base::Unknown(granularity) => granularity,
    }
}

fn granularity_of_unit(unit: Unit) -> Granularity {
    match unit {
        Unit::Day | Unit::Workday => Granularity::Day,
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
    pub(super) fn expression(self, expression: Expression) -> Option<DateValue> {
        let value = self.base(expression.base)?;
        let value = match expression.pick {
            Some(pick) => picked(pick, value)?,
            None => value,
        };
        let value = match expression.portion {
            Some(part) => portion(part, value, self.reference)?,
            None => value,
        };
        match expression.shift {
            Some(shift) => {
                // What is counted from a day that the text names is a day; years after a year are years.
                let (first, last) = (value.first_day()?, value.last_day()?);
                let length = shift.length;
                let exact = |day: Day| match value {
                    DateValue::Year(_) if length.days == 0 && length.months % 12 == 0 => {
                        DateValue::Year(day.year())
                    }
                    DateValue::Month(..) if length.days == 0 => month_of(day),
                    _ => DateValue::Day(day),
                };
                let week = length.days == 0 && matches!(value, DateValue::Week(..));
                match shift.way {
                    // `a year ago this week`: that which holds most of the days
                    Way::Before if week => moved(length, false, first.plus(0, 3)?).map(Day::week),
                    Way::Before => moved(length, false, first).map(exact),
                    Way::After => moved(length, true, last).map(exact),
                    Way::Through => days(first, moved(length, true, first)?.plus(0, -1)?),
                    Way::Leading => days(moved(length, false, first)?, first.plus(0, -1)?),
                    Way::Following => days(last.plus(0, 1)?, moved(length, true, last)?),
                    // Counted from the day behind the last, so that months keep their ends.
                    Way::UpTo => days(moved(length, false, last.plus(0, 1)?)?, last),
                }
            }
            None => Some(value),
        }
    }

    fn base(self, base: Base) -> Option<DateValue> {
        match base {
            Base::Day { year, month, day, weekday } => {
                self.day(year, month, day, weekday).map(DateValue::Day)
            }
            Base::MonthDay { day, weekday, month } => self.month_day(day, weekday, month).map(DateValue::Day),
            Base::Month { year, month, step } => self.month(year, month, step),
            Base::Year(year) => Some(DateValue::Year(self.year(year)?)),
            Base::Weekday { weekday, step } => self.weekday(weekday, step).map(DateValue::Day),
            Base::WeekdayOf { weekday, week } => {
                let monday = self.reference?.monday(i32::from(week))?;
                Some(DateValue::Day(monday.plus(0, i32::from(weekday) - 1)?))
            }
            Base::WeekdaysAway { weekday, count } => {
                let nearest = Step { by: count.signum(), sense: Sense::Near };
                let first = self.weekday(weekday, Some(nearest))?;
                Some(DateValue::Day(first.plus(0, (i32::from(count) - i32::from(count.signum())) * 7)?))
            }
            Base::Today(days) => Some(DateValue::Day(self.reference?.plus(0, i32::from(days))?)),
            Base::Period { unit, step } => self.period(unit, step),
            Base::Rolling { length, step } => self.rolling(length, step.by > 0),
            Base::Away { length, step } => self.away(length, step),
            Base::Share { share, year } => self.share(share, year),
            Base::Decade(year) => Some(DateValue::Decade(year)),
            Base::Century(nth) => {
                let last = i16::from(nth) * 100;
                Some(years(last - 99, last))
            }
            Base::Holiday { rule, year, step } => self.holiday(rule, year, step).map(DateValue::Day),
            Base::Years(first, last) => Some(years(first, last)),
            Base::Week { week, year } => self.week(week, year),
            Base::Season | Base::Unknown(_) => None,
        }
    }

    pub(super) fn year(self, year: Year) -> Option<i16> {
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
        let ahead = || (0..=8).find_map(|away| on(reference.year() + away).filter(|day| *day >= reference));
        let back = || (0..=8).find_map(|away| on(reference.year() - away).filter(|day| *day <= reference));
        match self.direction {
            Direction::Ahead => ahead(),
            Direction::Planned => {
                let (ahead, back) = (ahead()?, back()?);
                let distance = |day: Day| day.civil().duration_since(reference.civil()).abs();
                Some(if distance(ahead) < distance(back) { ahead } else { back })
            }
            Direction::Back | Direction::Open => back(),
        }
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
        let other = |step: i16| Day::new(nearest.year() + step, month, day).filter(fits);
        // Ahead, that of the year before is nearer than that of the year behind.
        let near = if self.reference? < nearest { -1 } else { 1 };
        other(near).or_else(|| other(-near)).or(Some(nearest))
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
        // A weekday falls on a day of the month within 14 months; it tells more than the lack of a verb.
        let either = weekday.is_some() && self.direction == Direction::Open;
        let fits = |day: &Day| {
            let side = if self.direction == Direction::Ahead { *day >= reference } else { *day <= reference };
            (side || either) && weekday.is_none_or(|weekday| day.weekday() == weekday)
        };
        (0..=14).find_map(|away| {
            let (back, ahead) = (|| on(-away).filter(fits), || on(away).filter(fits));
            if self.direction == Direction::Ahead { ahead() } else { back().or_else(ahead) }
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
            (by, Sense::Calendar) => {
                let day = reference.monday(i32::from(by))?.plus(0, i32::from(weekday) - 1)?;
                // What will be on `this Tuesday` is not of the Tuesday before.
                match self.direction {
                    Direction::Ahead if by == 0 && day < reference => day.plus(0, 7),
                    Direction::Back if by == 0 && day > reference => day.plus(0, -7),
                    _ => Some(day),
                }
            }
            (by, _) if by > 0 => reference.plus(0, if forward == 0 { 7 } else { forward }),
            _ => reference.plus(0, if back == 0 { -7 } else { -back }),
        }
    }

    fn period(self, unit: Unit, step: Step) -> Option<DateValue> {
        let reference = self.reference?;
        // `the following week` of a story that is told in the past follows some other week.
        let story = step.sense == Sense::Story || matches!(unit, Unit::Day | Unit::Workday);
        if story && (step.by == 0 || self.direction == Direction::Back) {
            return None;
        }
        let by = i32::from(step.by);
        match unit {
            Unit::Day => Some(DateValue::Day(reference.plus(0, by)?)),
            Unit::Workday => reference.plus_workdays(by).map(DateValue::Day),
            Unit::Week => Some(reference.monday(by)?.week()),
            Unit::Workweek => self.days_of_week(by, 0, 4),
            Unit::Weekend => {
                // `over the weekend` they did; `at the weekend` they will.
                let early = reference.weekday() < 6;
                let passed = step.by == 0 && self.direction == Direction::Back && early;
                // `this coming weekend` is the nearest.
                let near = step.by > 0 && step.sense == Sense::Near && early;
                self.days_of_week(by - i32::from(passed || near), 5, 6)
            }
            Unit::Month => Some(month_of(reference.first_of_month(by)?)),
            Unit::Quarter => months_from(reference.first_of_quarter(by)?, 3),
            Unit::HalfYear => {
                let into = i32::from((reference.month() - 1) % 6);
                months_from(reference.first_of_month(by * 6 - into)?, 6)
            }
            Unit::Year => Some(DateValue::Year(reference.year() + i16::from(step.by))),
            Unit::Decade => Some(DateValue::Decade((reference.year() / 10 + i16::from(step.by)) * 10)),
            Unit::Century => {
                self.base(Base::Century(((reference.year() - 1) / 100 + 1 + i16::from(step.by)) as u8))
            }
            Unit::Fortnight | Unit::Own(_) => None,
        }
    }

    /// From one to another day of a week, counted from Monday.
    fn days_of_week(self, weeks: i32, from: i32, to: i32) -> Option<DateValue> {
        let monday = self.reference?.monday(weeks)?;
        days(monday.plus(0, from)?, monday.plus(0, to)?)
    }

    fn rolling(self, length: Length, ahead: bool) -> Option<DateValue> {
        let reference = self.reference.filter(|_| length.known)?;
        // Quarters are counted whole.
        if length.unit == Unit::Quarter {
            let start = reference.first_of_quarter(i32::from(ahead))?;
            let from = if ahead { start } else { start.plus(-length.months, 0)? };
            return months_from(from, length.months);
        }
        let far = moved(length, ahead, reference)?;
        let (start, end) = if ahead { (reference.plus(0, 1)?, far) } else { (far, reference.plus(0, -1)?) };
        days(start, end)
    }

    /// A week by its number, this year's where no other is said.
    fn week(self, week: u8, year: Year) -> Option<DateValue> {
        let year = match year {
            Year::Unsaid => self.reference?.civil().iso_week_date().year(),
            _ => self.year(year)?,
        };
        Day::monday_of(year, week).map(Day::week)
    }

    fn away(self, length: Length, step: Step) -> Option<DateValue> {
        if step.sense == Sense::Story && self.direction == Direction::Back {
            return None;
        }
        let far = moved(length, step.by > 0, self.reference?)?;
        if length.unit == Unit::Weekend && length.months == 0 {
            let weeks = length.days / 7 * i32::from(step.by);
            return self.days_of_week(weeks, 5, 6);
        }
        as_exact(length, far)
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
}

/// The day so much before or after another.
pub(super) fn moved(length: Length, ahead: bool, from: Day) -> Option<Day> {
    let sign = if ahead { 1 } else { -1 };
    if length.unit == Unit::Workday && length.known {
        return from.plus_workdays(sign * length.days);
    }
    if length.known { from.plus(sign * length.months, sign * length.days) } else { None }
}

/// As exact as the length says: `two years ago` is a year; weeks and months are counted to the day.
pub(super) fn as_exact(length: Length, day: Day) -> Option<DateValue> {
    Some(match length.unit {
        Unit::Quarter => return months_from(day.first_of_quarter(0)?, 3),
        Unit::Year => DateValue::Year(day.year()),
        Unit::Decade | Unit::Century => DateValue::Decade(day.year() / 10 * 10),
        _ => DateValue::Day(day),
    })
}
