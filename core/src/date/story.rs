//! Where a story is: `the next day` behind a date that the text has named is the day behind that.

use super::DateValue;
use super::calendar::{month_of, months_from};
use super::expression::{Base, Expression, Length, Mention, Sense, Step, Unit};
use super::named::clause_end;
use super::resolve::{as_exact, moved};
use crate::scan::Tokens;

/// The date that a story has come to: the last one that a sentence or the one before it names.
#[derive(Clone, Copy, Default)]
pub(super) struct Story {
    named: Option<DateValue>,
    /// Whether the sentence that is read names it.
    fresh: bool,
}

impl Story {
    /// Goes on to the next sentence.
    pub(super) fn turn_over(&mut self) {
        self.named = self.fresh.then_some(self.named).flatten();
        self.fresh = false;
    }

    /// Comes to what a mention means; nobody knows where a story is behind a stretch or an unknown date.
    pub(super) fn come_to(&mut self, mention: Mention, value: Option<DateValue>) {
        self.named = value.filter(|_| matches!(mention, Mention::One(_)));
        self.fresh = true;
    }

    /// What a mention means that is counted from where the story is, with what stands `behind` it.
    pub(super) fn told(self, mention: Mention, behind: Tokens<'_>) -> Option<DateValue> {
        let Mention::One(Expression { base, pick: None, portion: None, shift: None }) = mention else {
            return None;
        };
        let named = self.named?;
        match base {
            // `the same month last year`, `the same day that he left` say themselves which.
            Base::Period { step: Step { by: 0, .. }, .. } if clause_end(behind).is_err() => None,
            Base::Period { unit, step } if step.sense == Sense::Story || unit == Unit::Day => {
                period(named, unit, i32::from(step.by))
            }
            Base::Away { length, step: Step { by, sense: Sense::Story } } => away(named, length, by > 0),
            _ => None,
        }
    }
}

/// The period so many behind that which holds a date. It has to be one: the week behind a month is any.
fn period(named: DateValue, unit: Unit, by: i32) -> Option<DateValue> {
    let first = named.first_day()?;
    match (unit, named) {
        (Unit::Day, DateValue::Day(day)) => Some(DateValue::Day(day.plus(0, by)?)),
        (Unit::Week, DateValue::Day(_) | DateValue::Week(..)) => Some(first.monday(by)?.week()),
        (Unit::Month, DateValue::Day(_) | DateValue::Month(..)) => Some(month_of(first.first_of_month(by)?)),
        (Unit::Quarter, DateValue::Day(_) | DateValue::Month(..)) => {
            months_from(first.first_of_quarter(by)?, 3)
        }
        (Unit::Year, DateValue::Day(_) | DateValue::Month(..) | DateValue::Year(_)) => {
            Some(DateValue::Year(first.plus(12 * by, 0)?.year()))
        }
        _ => None,
    }
}

/// What is so long before or behind a date, where the date is as exact as the length.
fn away(named: DateValue, length: Length, ahead: bool) -> Option<DateValue> {
    let months = length.days == 0;
    let whole_years = months && length.months % 12 == 0;
    let exact = match named {
        DateValue::Day(_) => true,
        DateValue::Month(..) => months,
        DateValue::Year(_) => whole_years,
        _ => false,
    };
    let far = exact.then(|| moved(length, ahead, named.first_day()?)).flatten()?;
    let month = matches!(named, DateValue::Month(..)) && !whole_years;
    if month { Some(month_of(far)) } else { as_exact(length, far) }
}
