//! One number with its sign, its currency and its unit: what a quantity is made of.

use super::count::Counting;
use super::measure::{self, Measure};
use super::numeral::{self, Form, Numeral, Setting};
use super::result::{Comparator, Value};
use super::run::Run;
use super::{Number, age, compare, count, money, one, rate, vague};
use crate::scan::Kind;
use rust_decimal::Decimal;

/// A number with its unit, before it is known whether it belongs to a range or asserts anything.
#[derive(Clone, Debug)]
pub(crate) struct Amount {
    /// From the comparator on.
    pub(crate) start: usize,
    /// Behind the unit.
    pub(crate) end: usize,
    pub(crate) numeral: Numeral,
    pub(crate) measure: Option<Measure>,
    pub(crate) comparator: Comparator,
    /// Two ends made one.
    pub(crate) is_range: bool,
}

/// Reads the amount whose number begins at `index`; nothing before `floor` belongs to it.
pub(super) fn amount(run: Run<'_>, floor: usize, index: usize) -> Option<Amount> {
    if let Some(found) = one::amount(run, floor, index) {
        return Some(found);
    }
    let sign = sign_before(run, floor, index);
    let first = sign.unwrap_or(index);
    let money = money::before(run, floor, first);
    let between = run.follows(money.map_or(index, |(from, _)| from), &["between"]);
    let setting = Setting { money: money.is_some(), between };
    let life = vague::decade_of_life(run, index);
    let is_life = life.is_some();
    let mut numeral = life.or_else(|| numeral::numeral(run, index, setting))?;
    if let Some(at) = sign {
        apply_sign(run, at, &mut numeral);
        numeral.tokens.start = at;
    }
    let mut amount = Amount {
        start: numeral.tokens.start,
        end: numeral.tokens.end,
        numeral,
        measure: None,
        comparator: Comparator::Equal,
        is_range: false,
    };
    if let Some((inches, end)) = measure::feet_and_inches(run, &amount.numeral) {
        amount.measure = measure::inches(end - 1..end);
        amount.numeral = Numeral::one(amount.start..end, inches.into(), Form::Plain);
        amount.end = end;
    } else if is_life {
        amount.measure = age::years(amount.numeral.tokens.clone());
    } else {
        name_unit(run, floor, money, &mut amount);
        name_count(run, &mut amount);
    }
    below_zero(run, &mut amount);
    one::and_part(run, &mut amount);
    if let Some(unit) = &mut amount.measure {
        amount.end = rate::add(run, unit, amount.end);
    }
    compare::around(run, floor, &mut amount);
    if amount.end > amount.numeral.tokens.end {
        // `5,000+ parcels`, `20-odd divers`
        name_count(run, &mut amount);
    }
    Some(amount)
}

/// Looks for a currency or a unit of the tables on either side of the number; `money` is what stands before it.
fn name_unit(run: Run<'_>, floor: usize, money: Option<(usize, u16)>, amount: &mut Amount) {
    if let Some((from, row)) = money {
        amount.measure = money::of_prefix(run, from, amount.start, row, &amount.numeral);
        if let Some(unit) = &mut amount.measure {
            amount.start = from;
            amount.end = money::again(run, unit, amount.end);
            if let Some(at) = sign_before(run, floor, from) {
                apply_sign(run, at, &mut amount.numeral);
                amount.start = at;
            }
            return;
        }
    }
    if let Some((unit, end)) = money::in_millions(run, floor, amount.start, amount.end) {
        if money::multiply(&mut amount.numeral, 6).is_some() {
            amount.start = amount.start.min(unit.tokens.start);
            amount.end = end;
            amount.measure = Some(unit);
        }
    } else if let Some((unit, end)) = measure::behind(run, &amount.numeral) {
        amount.end = end;
        if unit.currency().is_some() {
            amount.end = money::magnitude_behind(run, &mut amount.numeral, end);
        }
        amount.measure = Some(unit);
    } else if let Some((unit, from)) = measure::before(run, floor, amount.start) {
        amount.start = from;
        amount.measure = Some(unit);
    }
}

/// Looks for a noun to count where no unit stands.
fn name_count(run: Run<'_>, amount: &mut Amount) {
    if amount.measure.is_some() || run.kind(amount.end, Kind::Comma) {
        return;
    }
    // `a 1,000-strong crowd`
    if run.glued(amount.end, Kind::Hyphen) && run.is(amount.end + 1, "strong") {
        amount.end += 2;
        return;
    }
    if amount.numeral.form == Form::Fraction {
        if let Some((unit, end)) = measure::of_one(run, &amount.numeral) {
            amount.end = end;
            amount.measure = Some(unit);
            return;
        }
    }
    let single = amount.numeral.single();
    let form = if amount.numeral.form == Form::Fraction && single.is_some_and(|value| value < Decimal::ONE) {
        Counting::Part
    } else if single == Some(Decimal::ONE) {
        Counting::One
    } else {
        Counting::Many
    };
    if let Some(noun) = count::behind(run, amount.end, form) {
        amount.end = noun.tokens.end;
        amount.measure = Some(noun.measure());
    }
}

/// `five degrees below zero`
fn below_zero(run: Run<'_>, amount: &mut Amount) {
    let degrees = amount.measure.as_ref().is_some_and(|unit| unit.name.starts_with("degree"));
    if degrees && run.is(amount.end, "below") && run.is(amount.end + 1, "zero") {
        negate(&mut amount.numeral);
        amount.end += 2;
    }
}

/// Gives a number the sign that stands at `at`.
fn apply_sign(run: Run<'_>, at: usize, numeral: &mut Numeral) {
    if !run.is(at, "+") {
        negate(numeral);
    }
}

fn negate(numeral: &mut Numeral) {
    if let Value::One(number) = numeral.value {
        numeral.value = Value::One(Number::from_decimal(-number.decimal()));
        numeral.coefficient = -numeral.coefficient;
    }
}

/// A minus glued to the number, or in words: where it stands.
fn sign_before(run: Run<'_>, floor: usize, index: usize) -> Option<usize> {
    let at = index.checked_sub(1).filter(|at| *at >= floor)?;
    match run.token(at)?.kind {
        // `plus or minus 2.5 points` has no sign.
        Kind::Word => {
            let minus = run.is_one_of(at, &["minus", "negative"]);
            return (minus && (at <= floor || !run.is(at - 1, "or"))).then_some(at);
        }
        Kind::Hyphen | Kind::Dash | Kind::Symbol => {}
        _ => return None,
    }
    if run.kind(at, Kind::Hyphen) && at > floor && run.is(at - 1, "minus") {
        return Some(at - 1);
    }
    if run.is(at, "+") && run.is_glued(index) && !run.is_glued(at) {
        return Some(at);
    }
    let opened = at > floor && run.kind(at - 1, Kind::Open);
    if run.is(at, "+") && run.is_glued(index) && opened {
        return Some(at);
    }
    let dash = (run.kind(at, Kind::Dash) || run.kind(at, Kind::Hyphen)) && run.is_one_of(at, &["-", "−"]);
    // Behind a word or a number it is a dash; behind a bracket or a sign it belongs to the number.
    let open =
        !run.is_glued(at) || at > floor && (run.kind(at - 1, Kind::Open) || run.kind(at - 1, Kind::Currency));
    (dash && run.is_glued(index) && open).then_some(at)
}
