//! One number, however it is written, with its sign and its magnitudes.

use super::digits::{self, Digits, Style, power_of_ten, ratio, small};
use super::fraction;
use super::result::Value;
use super::run::Run;
use super::vague;
use super::words;
use super::{Number, letter};
use crate::lexicon::{Classes, NumberClass};
use crate::scan::Kind;
use rust_decimal::Decimal;
use std::ops::Range;

/// A number with the tokens it stands in.
#[derive(Clone, Debug)]
pub(crate) struct Numeral {
    /// From the sign to the last magnitude.
    pub(crate) tokens: Range<usize>,
    pub(crate) value: Value,
    pub(crate) form: Form,
    /// The power of the magnitude that multiplies it, which a range shares with its other end; 0 for none.
    pub(crate) power: u8,
    /// What that magnitude multiplies.
    pub(crate) coefficient: Decimal,
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// `2019`
    Plain,
    /// `2,019`
    Grouped,
    /// `20.19`
    Decimal,
    /// `twenty`
    Words,
    /// `half`, `two thirds`, `1/16`
    Fraction,
    /// `one in five`
    Share,
    /// `dozens`, `tens of thousands`
    Vague,
}

impl Numeral {
    pub(super) fn one(tokens: Range<usize>, value: Decimal, form: Form) -> Self {
        Self { tokens, value: Value::One(Number::from_decimal(value)), form, power: 0, coefficient: value }
    }

    /// Its value, where it is one number.
    pub(crate) fn single(&self) -> Option<Decimal> {
        match self.value {
            Value::One(number) => Some(number.decimal()),
            Value::Range(..) => None,
        }
    }

    pub(crate) fn in_digits(&self) -> bool {
        matches!(self.form, Form::Plain | Form::Grouped | Form::Decimal)
    }

    /// The small whole number that it is.
    pub(crate) fn whole(&self) -> Option<u32> {
        // A number is kept without zeros behind its point.
        let value = self.single().filter(|value| value.scale() == 0)?;
        u32::try_from(value.mantissa()).ok()
    }
}

/// What stands around a number and decides how it is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting {
    /// A currency stands right before it.
    pub(super) money: bool,
    /// It is the first of two that `and` joins.
    pub(super) between: bool,
}

/// What a number may begin with; nearly all tokens are passed over by it.
const OPENERS: Classes = Classes::NUMBER
    .or(Classes::FRACTION)
    .or(Classes::MAGNITUDE)
    .or(Classes::CALENDAR)
    .or(Classes::COUNTING)
    .or(Classes::DIGITS);

/// The first token from `from` on at which a number may begin.
// Apart: within what reads the numbers the loop would keep its place in memory, at three times the price.
#[inline(never)]
pub(super) fn next(run: Run<'_>, from: usize) -> Option<usize> {
    let mut index = from;
    loop {
        index += run.rest(index).iter().position(|token| token.any(OPENERS))?;
        if may_begin(run, index) {
            return Some(index);
        }
        index += 1;
    }
}

/// Whether a number may begin at a token of [`OPENERS`].
fn may_begin(run: Run<'_>, index: usize) -> bool {
    const PARTS: Classes = Classes::NUMBER.or(Classes::FRACTION).or(Classes::MAGNITUDE);
    let token = &run.scan.tokens[index];
    if token.any(PARTS.or(Classes::DIGITS)) {
        return true;
    }
    if token.any(Classes::ARTICLE) {
        return run.token(index + 1).is_some_and(|next| {
            next.any(PARTS.or(Classes::ORDINAL))
                || next.any(Classes::UNIT) && run.is_one_of(index + 2, &["and", "or"])
        });
    }
    token.any(Classes::CALENDAR) && run.scan.letters(token).ends_with(b"ties")
}

/// Reads the number that begins at `index`, without a sign.
pub(super) fn numeral(run: Run<'_>, index: usize, setting: Setting) -> Option<Numeral> {
    if run.kind(index, Kind::Number) {
        return in_digits(run, index, setting);
    }
    if let Some(vague) = vague::vague(run, index) {
        return Some(vague);
    }
    if let Some(part) = fraction::part(run, index) {
        return Some(part);
    }
    let article = run.any(index, Classes::ARTICLE) && !run.is(index, "the");
    let sum = if article {
        after_article(run, index + 1)?
    } else if run.any(index, Classes::MAGNITUDE) {
        // `hundred thousand dollars`, but not `several hundred` nor `parts per million`
        let (power, end) = words::magnitude(run, index)?;
        let (larger, _) = words::magnitude(run, end)?;
        let counted =
            run.before(index).is_some_and(|before| before.any(Classes::DETERMINER.or(Classes::PREPOSITION)));
        if counted || larger <= power {
            return None;
        }
        words::go_on(run, power_of_ten(power.into())?, end, true, !setting.between)?
    } else {
        words::words(run, index, !setting.between)?
    };
    finish(run, index, sum, Form::Words)
}

/// `a million`, `a hundred and five`, `a dozen`: the sum behind the article.
fn after_article(run: Run<'_>, index: usize) -> Option<words::Sum> {
    if words::magnitude(run, index).is_some() {
        return words::go_on(run, Decimal::ONE, index, true, true);
    }
    let row = run.number_word_of(index, NumberClass::Multiple)?;
    let value = Decimal::from(small(row.value)?);
    Some(words::Sum { value, end: index + 1, power: 0, coefficient: value })
}

/// Digits with what multiplies them.
fn in_digits(run: Run<'_>, index: usize, setting: Setting) -> Option<Numeral> {
    let Digits { value, end, style } = digits::digits(run, index)?;
    let form = match style {
        Style::Plain => Form::Plain,
        Style::Grouped => Form::Grouped,
        Style::Decimal => Form::Decimal,
        Style::Fraction => Form::Fraction,
    };
    if let Some(part) = fraction::of_parts(run, index, value, end).filter(|_| style == Style::Plain) {
        return Some(part);
    }
    if let Some((power, end)) = letter::letter(run, end, setting.money) {
        let value = value.checked_mul(power_of_ten(power.into())?)?;
        let numeral = Numeral::one(index..end, value, form);
        return Some(Numeral {
            power,
            coefficient: numeral.coefficient.checked_div(power_of_ten(power.into())?)?,
            ..numeral
        });
    }
    let sum = match words::magnitude(run, end) {
        Some(_) => words::go_on(run, value, end, false, !setting.between)?,
        None => words::Sum { value, end, power: 0, coefficient: value },
    };
    finish(run, index, sum, form)
}

/// What may follow any sum: a half more, a dozen, a magnitude in the plural.
fn finish(run: Run<'_>, start: usize, sum: words::Sum, form: Form) -> Option<Numeral> {
    if form == Form::Words && matches!(sum.power, 0 | 2) {
        if let Some(part) = fraction::of_parts(run, start, sum.value, sum.end) {
            return Some(part);
        }
    }
    let mut numeral = Numeral {
        power: sum.power,
        coefficient: sum.coefficient,
        ..Numeral::one(start..sum.end, sum.value, form)
    };
    if let Some((value, end)) = fraction::and_part(run, &sum) {
        numeral = Numeral::one(start..end, value, form);
        if let Some((power, end)) = words::magnitude(run, end).filter(|_| matches!(sum.power, 0 | 2)) {
            numeral.value = Value::One(Number::from_decimal(value.checked_mul(power_of_ten(power.into())?)?));
            numeral.tokens.end = end;
            numeral.power = power;
        }
    }
    let end = numeral.tokens.end;
    // `ten grand`
    if let Some((power, end)) = letter::letter(run, end, false).filter(|_| run.is(end, "grand")) {
        let value = numeral.single()?.checked_mul(power_of_ten(power.into())?)?;
        return Some(Numeral { power, ..Numeral::one(start..end, value, form) });
    }
    let joint = end + usize::from(run.glued(end, Kind::Hyphen));
    // `3 millions`, `one hundred millions`
    let counts = numeral.in_digits() || numeral.power > 0;
    match run.number_word(joint) {
        Some(row)
            if row.class == NumberClass::Multiple
                || row.class == NumberClass::Vague && row.value.starts_with("12.") =>
        {
            let value = numeral.single()?.checked_mul(Decimal::from(12))?;
            Some(Numeral::one(start..joint + 1, value, form))
        }
        Some(row) if row.class == NumberClass::Vague && counts && !run.is(joint, "tens") => {
            let low: Decimal = row.value.split_once("..")?.0.parse().ok()?;
            let value = numeral.single()?.checked_mul(low)?;
            Some(Numeral::one(start..joint + 1, value, form))
        }
        _ => Some(numeral),
    }
}

/// The share that a row of the number words names.
pub(super) fn share(run: Run<'_>, index: usize) -> Option<Decimal> {
    if !run.any(index, Classes::FRACTION.or(Classes::ORDINAL)) {
        return None;
    }
    let row = run.number_word(index)?;
    match row.class {
        NumberClass::Fraction => ratio(row.value),
        NumberClass::Ordinal => {
            let lower: u64 = row.value.parse().ok()?;
            if lower < 3 { None } else { digits::divide(Decimal::ONE, lower.into()) }
        }
        _ => None,
    }
}
