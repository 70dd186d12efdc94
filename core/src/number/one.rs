//! One unit and more: `an hour and a half`, `a year and two months`, `a day or two`. The article counts only so: `an hour`
//! alone says nothing that is a number.

use super::amount::{self, Amount};
use super::measure;
use super::numeral::{self, Form, Numeral};
use super::result::{Comparator, Value};
use super::run::Run;
use super::{Number, series};
use crate::lexicon::{Classes, Table};
use crate::scan::Kind;
use rust_decimal::Decimal;

/// The amount that begins with the article at `index`.
pub(super) fn amount(run: Run<'_>, floor: usize, index: usize) -> Option<Amount> {
    if !run.any(index, Classes::ARTICLE) || run.is(index, "the") || !run.any(index + 1, Classes::UNIT) {
        return None;
    }
    let numeral = Numeral::one(index..index + 1, Decimal::ONE, Form::Words);
    let (measure, end) = measure::unit_at(run, index + 1, &numeral)?;
    let comparator = Comparator::Equal;
    let mut one = Amount { start: index, end, numeral, measure: Some(measure), comparator, is_range: false };
    if run.is(end, "or")
        && run.is(end + 1, "two")
        && !run.is_word(end + 2) | run.any(end + 2, Classes::FUNCTION)
    {
        let two = Number::from_decimal(Decimal::TWO);
        one.numeral.value = Value::Range(Some(Number::from_decimal(Decimal::ONE)), Some(two));
        (one.numeral.tokens.end, one.end, one.is_range) = (end + 2, end + 2, true);
        return Some(one);
    }
    if and_part(run, &mut one) {
        return Some(one);
    }
    let more = run.is(end, "and")
        && (run.kind(end + 1, Kind::Number) || run.any(end + 1, Classes::NUMBER))
        && run.any(end + 2, Classes::UNIT);
    let smaller = more.then(|| amount::amount(run, floor.max(end + 1), end + 1)).flatten()?;
    series::compound(run, &one, &smaller)
}

/// Adds `and a half` behind the unit to a whole number, and says whether it stood there: `two hours and a half`.
pub(super) fn and_part(run: Run<'_>, amount: &mut Amount) -> bool {
    let at = amount.end;
    if !run.is(at, "and") || amount.measure.as_ref().is_none_or(|unit| unit.unit().is_none()) {
        return false;
    }
    let at = at + 1 + usize::from(run.is_one_of(at + 1, &["a", "one"]));
    if !run.is_one_of(at, &["half", "quarter"]) {
        return false;
    }
    // `a mile and a half marathon`, `an hour and a half of rain`
    let ends = run
        .token(at + 1)
        .is_none_or(|next| !next.is_word() && !next.is(Kind::Hyphen) || next.any(Classes::FUNCTION));
    // `two days and a quarter of an hour`
    let own = run.is(at + 1, "of") && run.entry(Table::Unit, at + 3).is_some();
    let whole = amount.numeral.single().filter(|value| value.fract().is_zero());
    let (Some(whole), Some(part)) = (whole.filter(|_| ends && !own), numeral::share(run, at)) else {
        return false;
    };
    let Some(value) = whole.checked_add(part) else { return false };
    amount.numeral.value = Value::One(Number::from_decimal(value));
    amount.numeral.tokens.end = amount.numeral.tokens.end.max(at + 1);
    amount.end = at + 1;
    true
}
