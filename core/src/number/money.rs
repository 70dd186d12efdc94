//! Currencies: signs, codes and words on either side of a number.

use super::digits::power_of_ten;
use super::measure::{Measure, Source};
use super::numeral::{Form, Numeral};
use super::result::{UnitKind, Value};
use super::run::Run;
use super::{Number, words};
use crate::lexicon::{self, Classes, Currency, Flags, Table, tables};
use crate::scan::{Kind, Shape};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::ops::Range;

fn row(row: u16) -> Option<&'static Currency> {
    tables::CURRENCY.get(row as usize)
}

fn measure(number: u16, tokens: Range<usize>) -> Option<Measure> {
    let row = row(number)?;
    Some(Measure {
        tokens,
        name: Cow::Borrowed(row.name),
        per: None,
        symbol: row.code,
        kind: UnitKind::Currency,
        source: Source::Currency(number),
    })
}

/// The currency sign or code right before a number that begins at `start`: where it begins, and its row.
pub(super) fn before(run: Run<'_>, floor: usize, start: usize) -> Option<(usize, u16)> {
    // `Rs. 500`
    let stop = run.kind(start.wrapping_sub(1), Kind::Period) && run.is_glued(start - 1);
    if stop && run.any(start.wrapping_sub(2), Classes::ABBREVIATION) {
        let flags = |number| row(number).is_some_and(|row| row.flags == Flags(0));
        return run.entry_before(Table::Currency, floor, start - 1, flags);
    }
    let last = run.before(start)?;
    if !last.any(Classes::CURRENCY) && !last.is(Kind::Currency) && last.word == lexicon::WordId::NONE {
        return None;
    }
    let (from, number) = run.entry_before(Table::Currency, floor, start, |number| row(number).is_some())?;
    let flags = row(number)?.flags;
    let glued = run.is_glued(start);
    let sign = (from..start).any(|index| run.kind(index, Kind::Currency) || run.kind(index, Kind::Symbol));
    let code = run.token(from).is_some_and(|token| {
        token.shape.has(Shape::ALL_CAPS)
            || token.shape.has(Shape::CAPITAL) && token.end - token.start <= 4 && !flags.has(Flags::AMBIGUOUS)
            || row(number).and_then(|row| row.code).is_some_and(|code| run.is(from, code))
            || flags.has(Flags::GLUED)
            // `rmb 10`, `kr 500`, `лв 5`
            || (token.end - token.start <= 3 || !run.surface(from).is_ascii()) && flags == Flags(0)
            // `Fr 7 million`
            || token.is_capital() && token.end - token.start <= 2 && flags.has(Flags::LARGE)
    });
    // Part of a longer word: `S$` is none in `BUS$5`.
    let inside = run.is_glued(from)
        && run.before(from).is_some_and(|before| before.is_word() || before.is(Kind::Number));
    let trusted = (sign || code) && (!flags.has(Flags::GLUED) || glued) && !inside;
    trusted.then_some((from, number))
}

/// The currency before a number as its unit, once the number is known.
pub(super) fn of_prefix(
    run: Run<'_>,
    from: usize,
    start: usize,
    number: u16,
    numeral: &Numeral,
) -> Option<Measure> {
    let flags = row(number)?.flags;
    // `cost R500`
    let paid = flags.has(Flags::GLUED) && numeral.single() >= Some(Decimal::TEN) && run.follows(from, &PAID);
    (!flags.has(Flags::LARGE) || large(numeral) || paid).then(|| measure(number, from..start)).flatten()
}

/// Whether an amount is one of money by its size and form.
fn large(numeral: &Numeral) -> bool {
    numeral.power >= 3
        || numeral.form == Form::Grouped
        || numeral.single().is_some_and(|value| value >= Decimal::from(10_000))
}

/// A currency right behind a number.
pub(super) fn behind(run: Run<'_>, at: usize, numeral: &Numeral) -> Option<(Measure, usize)> {
    let token = run.token(at)?;
    if !token.any(Classes::CURRENCY.or(Classes::PHRASE)) && !token.is(Kind::Currency) {
        return None;
    }
    let phrase = run.entry(Table::Currency, at)?;
    let flags = row(phrase.row)?.flags;
    // A sign that a number follows belongs to that one: `100 $200`.
    let next = run.kind(phrase.end, Kind::Number)
        && (token.is(Kind::Currency) && !token.is_glued() || run.is_glued(phrase.end));
    let untrusted =
        flags.has(Flags::GLUED) && !token.is_glued() || flags.has(Flags::LARGE) && !large(numeral) || next;
    // A word such as `Crown`; codes have their capitals by right.
    let name =
        token.shape.has(Shape::CAPITAL) && token.end - token.start > 2 && !token.shape.has(Shape::ALL_CAPS);
    if untrusted || flags.has(Flags::AMBIGUOUS) && name {
        return None;
    }
    Some((measure(phrase.row, at..phrase.end)?, phrase.end))
}

/// Whether money and no other unit of the same word is meant: pounds are sterling where they come in millions.
pub(super) fn wins(run: Run<'_>, numeral: &Numeral, money: &Measure) -> bool {
    let ambiguous = money.currency().and_then(row).is_some_and(|row| row.flags.has(Flags::AMBIGUOUS));
    !ambiguous || numeral.power >= 6 || run.follows(numeral.tokens.start, &PAID)
}

/// What money stands behind.
const PAID: [&str; 6] = ["cost", "costs", "costing", "paid", "fined", "spent"];

/// What follows an amount that has its currency before it: the same once more (`$10 dollars`), its country (`$75 U.S.`).
pub(super) fn again(run: Run<'_>, money: &mut Measure, end: usize) -> usize {
    let Some(number) = money.currency() else { return end };
    let name = row(number).map_or("", |row| row.name);
    if let Some(phrase) = run.entry(Table::Currency, end).filter(|_| !run.kind(end, Kind::Currency)) {
        let same = row(phrase.row).is_some_and(|row| row.name == name || row.name.ends_with(name));
        if same && !run.kind(phrase.end, Kind::Number) {
            if let Some(fuller) = measure(phrase.row, money.tokens.start..phrase.end) {
                (money.name, money.symbol, money.source) = (fuller.name, fuller.symbol, fuller.source);
            }
            return phrase.end;
        }
    }
    let noun = run.is_word(end + 1) && !run.any(end + 1, Classes::FUNCTION);
    if name == "dollar"
        && run.is_one_of(end, &["U.S.", "US", "U.S"])
        && !noun
        && !run.kind(end + 1, Kind::Hyphen)
    {
        (money.name, money.symbol) = (Cow::Borrowed("US dollar"), Some("USD"));
        return end + 1;
    }
    end
}

/// `75 USD million`: a magnitude behind the currency.
pub(super) fn magnitude_behind(run: Run<'_>, numeral: &mut Numeral, end: usize) -> usize {
    match words::magnitude(run, end) {
        Some((power, stop)) if multiply(numeral, power).is_some() => stop,
        _ => end,
    }
}

/// Multiplies a number that has no magnitude yet.
pub(super) fn multiply(numeral: &mut Numeral, power: u8) -> Option<()> {
    let value = numeral.single().filter(|_| numeral.power == 0)?;
    numeral.value = Value::One(Number::from_decimal(value.checked_mul(power_of_ten(power.into())?)?));
    numeral.power = power;
    Some(())
}

/// `MEUR 60`, `48.5 MSEK`: millions of a currency, as company reports write them. The index is the one behind the amount,
/// whose number stands at `start..end`.
pub(super) fn in_millions(run: Run<'_>, floor: usize, start: usize, end: usize) -> Option<(Measure, usize)> {
    let millions = |at: usize| {
        let token = run.token(at).filter(|token| token.is_word() && token.shape.has(Shape::ALL_CAPS))?;
        let code = run.surface(at).strip_prefix('M').filter(|code| code.len() == 3)?;
        let number = lexicon::row(lexicon::lookup(code).0, Table::Currency, code)?;
        let whole = token.word == lexicon::WordId::NONE && row(number)?.code == Some(code);
        whole.then(|| measure(number, at..at + 1)).flatten()
    };
    if let Some(unit) = millions(end) {
        return Some((unit, end + 1));
    }
    let before = start.checked_sub(1).filter(|at| *at >= floor)?;
    Some((millions(before)?, end))
}

/// The minor unit's share of a major one: a cent of a dollar.
pub(super) fn share_of(minor: u16, major: u16) -> Option<Decimal> {
    let (minor, major) = (row(minor)?, row(major)?);
    minor.minor_of?.split('|').find_map(|pair| {
        let (name, share) = pair.split_once(':')?;
        (name == major.name || name == "dollar" && major.name.ends_with("dollar"))
            .then(|| Decimal::from_str_exact(share).ok())
            .flatten()
    })
}
