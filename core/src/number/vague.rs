//! Ranges in a word: `dozens`, `tens of thousands`, `her mid-20s`, `six-figure`.

use super::Number;
use super::digits::{power_of_ten, small};
use super::numeral::{Form, Numeral};
use super::result::Value;
use super::run::Run;
use super::words;
use crate::lexicon::{CalendarClass, Classes, NumberClass, Table, tables, word_set};
use crate::scan::{Kind, Token};
use rust_decimal::Decimal;
use std::ops::Range;

fn range(tokens: Range<usize>, low: Decimal, high: Decimal) -> Numeral {
    let value = Value::Range(Some(Number::from_decimal(low)), Some(Number::from_decimal(high)));
    Numeral { tokens, value, form: Form::Vague, power: 0, coefficient: low }
}

/// Reads a word that is a range by itself.
pub(super) fn vague(run: Run<'_>, index: usize) -> Option<Numeral> {
    plurals(run, index).or_else(|| figures(run, index))
}

/// `dozens`, `hundreds of thousands`
fn plurals(run: Run<'_>, index: usize) -> Option<Numeral> {
    let (low, high) = bounds(run, index)?;
    let of = run.is(index + 1, "of");
    if run.is_one_of(index, &["tens", "scores"]) && !of
        || run.follows(index, &["per", "in", "many", "several", "few"])
    {
        return None;
    }
    if let Some((low_unit, _)) = bounds(run, index + 2).filter(|_| of) {
        return Some(range(index..index + 3, low.checked_mul(low_unit)?, high.checked_mul(low_unit)?));
    }
    Some(range(index..index + 1, low, high))
}

fn bounds(run: Run<'_>, index: usize) -> Option<(Decimal, Decimal)> {
    let row = run.number_word_of(index, NumberClass::Vague)?;
    let (low, high) = row.value.split_once("..")?;
    Some((low.parse::<u64>().ok()?.into(), high.parse::<u64>().ok()?.into()))
}

/// How far behind the first word of a number below a hundred `figures` may stand: `twenty-one-figure`
const FIGURES: usize = 4;

/// `six-figure`, `seven figures`
fn figures(run: Run<'_>, index: usize) -> Option<Numeral> {
    let figure = |token: &Token| word_set!["figure", "figures"].contains(&token.word);
    if !run.rest(index).iter().take(FIGURES + 1).any(figure) {
        return None;
    }
    let (rest, count) = words::below_hundred(run.from(index)).ok()?;
    let at = rest.start + usize::from(run.glued(rest.start, Kind::Hyphen));
    if !run.is_one_of(at, &["figure", "figures"])
        || !(4..=10).contains(&count)
        || run.is(at, "figures") && at > rest.start
    {
        return None;
    }
    let low = power_of_ten(count - 1)?;
    let high = power_of_ten(count)? - Decimal::ONE;
    Some(range(index..at + 1, low, high))
}

/// `20s`
fn decade_in_digits(run: Run<'_>, index: usize) -> Option<u32> {
    let plural = run.kind(index, Kind::Number)
        && run.is_glued(index + 1)
        && run.is_one_of(index + 1, &["s", "'s", "’s"]);
    let decade = plural.then(|| small(run.surface(index))).flatten();
    decade.filter(|value| (20..100).contains(value) && value % 10 == 0)
}

/// `thirties`
fn decade_in_words(run: Run<'_>, index: usize) -> Option<u32> {
    if !run.any(index, Classes::CALENDAR) {
        return None;
    }
    let row = tables::CALENDAR.get(run.entry(Table::Calendar, index)?.row as usize)?;
    let years = row.value.strip_prefix("19").filter(|_| row.class == CalendarClass::Decade)?;
    small(years.strip_suffix('X')?).map(|ten| ten * 10)
}

/// `mid-20s`, `late 30s`, `20s` of someone's life: the ages from a third of the decade to the other, and where the words
/// begin. Without a possessive before it, it may as well be a decade.
pub(super) fn decade_of_life(run: Run<'_>, index: usize) -> Option<Numeral> {
    let (decade, end) = match decade_in_words(run, index) {
        Some(decade) => (decade, index + 1),
        None => (decade_in_digits(run, index)?, index + 2),
    };
    let before = index.checked_sub(1)?;
    let part = if run.kind(before, Kind::Hyphen) { before.checked_sub(1)? } else { before };
    let (from, to, start) = match run.surface(part).to_ascii_lowercase().as_str() {
        "early" => (0, 3, part),
        "mid" => (4, 6, part),
        "late" => (7, 9, part),
        _ => (0, 9, index),
    };
    let owned = run.before(start).is_some_and(|before| before.any(Classes::POSSESSIVE));
    owned.then(|| range(start..end, (decade + from).into(), (decade + to).into()))
}
