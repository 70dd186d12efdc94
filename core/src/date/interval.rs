//! Stretches of time: from one expression to another, or open on one side.

use super::expression::{Base, Expression, Portion, Side, Year};
use super::resolve::Context;
use super::tense::Direction;
use super::{DateValue, Day, Endpoint};

impl Context {
    /// From the first day of one to the last of another.
    pub(super) fn range(self, from: Expression, to: Expression) -> Option<DateValue> {
        // What lasts until now has begun.
        if to == Base::Today(0).into() && self.direction != Direction::Back {
            return Self { direction: Direction::Back, ..self }.range(from, to);
        }
        let (from, to) = self.aligned(from, to);
        // What will end may have begun.
        if self.direction == Direction::Ahead
            && year_slot(from.base).and(year_slot(to.base)) == Some(Year::Unsaid)
        {
            let end = self.end_of(to)?;
            let start = Self { reference: last_day(end), direction: Direction::Back }.start_of(from)?;
            return Some(DateValue::Interval(starting(start), ending(end)));
        }
        let start = self.start_of(from)?;
        let end = self.end_of(to)?;
        if first_day(start)? <= last_day(end)? {
            return Some(DateValue::Interval(starting(start), ending(end)));
        }
        // `from November to February`: the end lies behind the start, the next time that it comes.
        let next = Self { reference: first_day(start), direction: Direction::Ahead };
        let end = next.end_of(to).filter(|end| first_day(start) <= last_day(*end))?;
        Some(DateValue::Interval(starting(start), ending(end)))
    }

    /// Both ends of a stretch, where one has said the year for both.
    fn aligned(self, from: Expression, to: Expression) -> (Expression, Expression) {
        let start = |expression| self.end_of(expression).and_then(first_day);
        // Whether the start lies behind the end.
        let turned = |from, to| start(from).zip(start(to)).is_some_and(|(from, to)| from > to);
        match (year_slot(from.base), year_slot(to.base)) {
            (Some(Year::Unsaid), Some(year)) if year != Year::Unsaid => {
                let Some(year) = self.year(year) else { return (from, to) };
                let same = with_year(from, year);
                // `November to February 2017` begins in 2016.
                (if turned(same, to) { with_year(from, year - 1) } else { same }, to)
            }
            (Some(year), Some(Year::Unsaid)) if year != Year::Unsaid => {
                let Some(year) = self.year(year) else { return (from, to) };
                let same = with_year(to, year);
                (from, if turned(from, same) { with_year(to, year + 1) } else { same })
            }
            _ => (from, to),
        }
    }

    /// What an end of a stretch covers: of `the end of 2008` the last day.
    fn end_of(self, expression: Expression) -> Option<DateValue> {
        let whole = Expression { portion: None, ..expression };
        match expression.portion {
            Some(Portion::Start) => self.expression(whole)?.first_day().map(DateValue::Day),
            Some(Portion::End) => self.expression(whole)?.last_day().map(DateValue::Day),
            _ => self.expression(expression),
        }
    }

    /// What a stretch begins with: of `the end of 2007` the day behind it.
    fn start_of(self, expression: Expression) -> Option<DateValue> {
        let start = self.end_of(expression)?;
        match (start, expression.portion) {
            (DateValue::Day(last), Some(Portion::End)) => last.plus(0, 1).map(DateValue::Day),
            _ => Some(start),
        }
    }

    /// A stretch that is open on one side.
    pub(super) fn open(self, side: Side, expression: Expression) -> Option<DateValue> {
        let value = self.end_of(expression)?;
        Some(match side {
            Side::Since => DateValue::Interval(Some(starting(self.start_of(expression)?)?), None),
            // What comes after the first day of March begins with it.
            Side::After if expression.portion == Some(Portion::Start) => {
                DateValue::Interval(Some(starting(value)?), None)
            }
            Side::After => DateValue::Interval(Some(ending(value)?.next()?), None),
            Side::Before if expression.portion == Some(Portion::End) => {
                DateValue::Interval(None, Some(ending(value)?))
            }
            Side::Before => DateValue::Interval(None, Some(starting(value)?.previous()?)),
            Side::Until => DateValue::Interval(None, Some(ending(value)?)),
        })
    }
}

impl Endpoint {
    /// The one behind it, of its kind.
    fn next(self) -> Option<Self> {
        Some(match self {
            Self::Day(day) => Self::Day(day.plus(0, 1)?),
            Self::Week(..) => Self::week_of(self.last_day()?.plus(0, 1)?),
            Self::Month(year, 12) => Self::Month(year + 1, 1),
            Self::Month(year, month) => Self::Month(year, month + 1),
            Self::Year(year) => Self::Year(year + 1),
        })
    }

    /// The one before it, of its kind.
    fn previous(self) -> Option<Self> {
        Some(match self {
            Self::Day(day) => Self::Day(day.plus(0, -1)?),
            Self::Week(..) => Self::week_of(self.first_day()?.plus(0, -1)?),
            Self::Month(year, 1) => Self::Month(year - 1, 12),
            Self::Month(year, month) => Self::Month(year, month - 1),
            Self::Year(year) => Self::Year(year - 1),
        })
    }

    /// The week that holds a day.
    fn week_of(day: Day) -> Self {
        let (year, week) = day.week_number();
        Self::Week(year, week)
    }
}

fn first_day(value: DateValue) -> Option<Day> {
    value.first_day()
}

fn last_day(value: DateValue) -> Option<Day> {
    value.last_day()
}

/// A value as the start of an interval.
fn starting(value: DateValue) -> Option<Endpoint> {
    match value {
        DateValue::Month(year, month) => Some(Endpoint::Month(year, month)),
        DateValue::Year(year) | DateValue::Decade(year) => Some(Endpoint::Year(year)),
        DateValue::Interval(start, _) => start,
        DateValue::Week(year, week) => Some(Endpoint::Week(year, week)),
        DateValue::Day(day) => Some(Endpoint::Day(day)),
    }
}

/// A value as the end of an interval.
fn ending(value: DateValue) -> Option<Endpoint> {
    match value {
        DateValue::Month(year, month) => Some(Endpoint::Month(year, month)),
        DateValue::Year(year) => Some(Endpoint::Year(year)),
        DateValue::Decade(year) => Some(Endpoint::Year(year + 9)),
        DateValue::Interval(_, end) => end,
        DateValue::Week(year, week) => Some(Endpoint::Week(year, week)),
        DateValue::Day(day) => Some(Endpoint::Day(day)),
    }
}

/// The year of a base that has a place for one.
fn year_slot(base: Base) -> Option<Year> {
    match base {
        Base::Day { year, .. }
        | Base::Month { year, step: None, .. }
        | Base::Share { year, .. }
        | Base::Year(year) => Some(year),
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
