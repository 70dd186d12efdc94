//! Units: the table's behind a number, glued, spaced, hyphened or in brackets.

use super::digits;
use super::money;
use super::numeral::{Form, Numeral};
use super::result::UnitKind;
use super::run::Run;
use crate::lexicon::{self, Classes, Flags, Table, UnitRow, tables, word};
use crate::scan::{Kind, Shape};
use std::borrow::Cow;
use std::ops::Range;

/// What a number counts or measures, with the tokens that say so.
#[derive(Clone, Debug)]
pub(crate) struct Measure {
    pub(crate) tokens: Range<usize>,
    /// Without what stands under `per`.
    pub(crate) name: Cow<'static, str>,
    /// What stands under `per`: `barrel`, `100,000 people`.
    pub(crate) per: Option<String>,
    pub(crate) symbol: Option<&'static str>,
    pub(crate) kind: UnitKind,
    pub(crate) source: Source,
}

/// Where a unit comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    /// A row of the table of units.
    Unit(u16),
    /// A row of the table of currencies.
    Currency(u16),
    /// A noun.
    Noun,
}

impl Measure {
    pub(super) fn of_unit(row: u16, tokens: Range<usize>) -> Option<Self> {
        let unit = tables::UNIT.get(row as usize)?;
        Some(Self {
            tokens,
            name: Cow::Borrowed(unit.name),
            per: None,
            symbol: unit.symbol,
            kind: unit.kind,
            source: Source::Unit(row),
        })
    }

    /// The whole name.
    pub(super) fn into_name(self) -> Cow<'static, str> {
        match self.per {
            Some(per) => Cow::Owned(format!("{} per {per}", self.name)),
            None => self.name,
        }
    }

    /// Its row in the table of units.
    pub(super) fn unit(&self) -> Option<&'static UnitRow> {
        match self.source {
            Source::Unit(row) if self.per.is_none() => tables::UNIT.get(row as usize),
            _ => None,
        }
    }

    pub(super) fn currency(&self) -> Option<u16> {
        match self.source {
            Source::Currency(row) if self.per.is_none() => Some(row),
            _ => None,
        }
    }
}

/// A unit or currency right behind a number, and the index behind it.
pub(super) fn behind(run: Run<'_>, numeral: &Numeral) -> Option<(Measure, usize)> {
    let end = numeral.tokens.end;
    if let Some(found) = bracketed(run, end).or_else(|| marked(run, numeral)) {
        return Some(found);
    }
    // `8-hour`; an en dash or a hyphen in the sentence may be either.
    let at = end + usize::from(run.glued(end, Kind::Hyphen));
    let unit = unit_at(run, at, numeral);
    let currency = money::behind(run, at, numeral);
    match (unit, currency) {
        (Some(unit), Some(currency)) => {
            let money = currency.1 > unit.1 || currency.1 == unit.1 && money::wins(run, numeral, &currency.0);
            Some(if money { currency } else { unit })
        }
        (unit, currency) => unit.or(currency),
    }
}

/// `20 (kg)`
fn bracketed(run: Run<'_>, at: usize) -> Option<(Measure, usize)> {
    let open = run.kind(at, Kind::Open) || run.surface(at) == "<";
    if !open || !run.any(at + 1, Classes::UNIT) {
        return None;
    }
    let phrase = run.entry(Table::Unit, at + 1)?;
    let closed = run.kind(phrase.end, Kind::Close) || run.surface(phrase.end) == ">";
    let row = tables::UNIT.get(phrase.row as usize)?;
    if !closed || row.flags.has(Flags::GLUED) {
        return None;
    }
    Some((Measure::of_unit(phrase.row, at + 1..phrase.end)?, phrase.end + 1))
}

/// The unit that stands at `at`, right behind a number.
pub(super) fn unit_at(run: Run<'_>, at: usize, numeral: &Numeral) -> Option<(Measure, usize)> {
    let token = run.token(at)?;
    if !token.any(Classes::UNIT.or(Classes::PHRASE)) {
        return None;
    }
    let phrase = run.entry(Table::Unit, at)?;
    let (row, end) = if trusted(run, at, phrase.end, phrase.row, numeral) {
        (phrase.row, phrase.end)
    } else {
        let rows = lexicon::rows(token.word, Table::Unit, run.surface(at));
        (rows.into_iter().find(|row| trusted(run, at, at + 1, *row, numeral))?, at + 1)
    };
    let measure = Measure::of_unit(row, at..end)?;
    if measure.name == "degree" {
        // `100° Celsius`
        if let Some(phrase) = run.entry(Table::Unit, end) {
            let scale = tables::UNIT.get(phrase.row as usize)?;
            if scale.kind == UnitKind::Temperature && (!scale.flags.has(Flags::GLUED) || run.is_glued(end)) {
                return Some((Measure::of_unit(phrase.row, at..phrase.end)?, phrase.end));
            }
        }
    }
    Some((measure, end))
}

/// `1/16 of a US pint`, `three quarters of an hour`: the unit that a part is taken of.
pub(super) fn of_one(run: Run<'_>, numeral: &Numeral) -> Option<(Measure, usize)> {
    let end = numeral.tokens.end;
    let one = run.is(end, "of") && run.is_one_of(end + 1, &["a", "an", "one"]);
    let phrase = run.entry(Table::Unit, end + 2).filter(|_| one)?;
    let row = tables::UNIT.get(phrase.row as usize)?;
    (!row.flags.has(Flags::RATE) && !row.flags.has(Flags::GLUED))
        .then(|| Measure::of_unit(phrase.row, end + 2..phrase.end))
        .flatten()
        .map(|unit| (unit, phrase.end))
}

/// What stands between the sides of something: `3 x 4 metres`.
pub(super) const TIMES: &[&str; 3] = &["x", "×", "by"];

/// Whether a unit is to be believed where it stands.
fn trusted(run: Run<'_>, at: usize, end: usize, row: u16, numeral: &Numeral) -> bool {
    let Some(row) = tables::UNIT.get(row as usize) else { return false };
    let Some(token) = run.token(at) else { return false };
    let flags = row.flags;
    if flags.has(Flags::PREFIX) || flags.has(Flags::RATE) {
        return false;
    }
    if flags.has(Flags::GLUED) && !token.is_glued()
        || flags.has(Flags::DECIMAL) && numeral.form != Form::Decimal
    {
        return false;
    }
    // A name such as `Times` or `Stone`; symbols have their capitals by right.
    let name =
        token.shape.has(Shape::CAPITAL) && token.end - token.start > 3 && !token.shape.has(Shape::ALL_CAPS);
    if flags.has(Flags::AMBIGUOUS) && name {
        return false;
    }
    // `two second-half goals`, `three second places`, but `3.5 second`
    if run.is(at, "second") && end == at + 1 && !run.kind(at.wrapping_sub(1), Kind::Hyphen) {
        let one = numeral.single().is_some_and(|value| value == rust_decimal::Decimal::ONE);
        return (one || numeral.form == Form::Decimal) && !run.glued(end, Kind::Hyphen);
    }
    // `3×4 cm`
    if run.is_one_of(at, TIMES) && run.kind(end, Kind::Number) {
        return false;
    }
    // `2022′s`
    if run.is_one_of(at, &["′", "″"]) && run.is_glued(end) && run.is_word(end) {
        return false;
    }
    // `24703 L-202`
    !(token.end - token.start == 1 && token.is_word() && run.glued(end, Kind::Hyphen))
}

/// `5'11"`: the inches, and the index behind the last mark.
pub(super) fn feet_and_inches(run: Run<'_>, numeral: &Numeral) -> Option<(u32, usize)> {
    let mark = numeral.tokens.end;
    if !run.is_glued(mark) || !run.is_one_of(mark, &["'", "’", "′"]) || !run.glued(mark + 1, Kind::Number)
    {
        return None;
    }
    let feet = numeral.whole().filter(|feet| (1..=99).contains(feet))?;
    let inches = digits::small(run.surface(mark + 1)).filter(|inches| *inches < 12)?;
    let closed = run.is_glued(mark + 2) && run.is_one_of(mark + 2, &["\"", "”", "″"]);
    closed.then_some((feet * 12 + inches, mark + 3))
}

/// `12" wide`, `12' long`: a mark is one of length where a side follows; else it closes a quotation.
fn marked(run: Run<'_>, numeral: &Numeral) -> Option<(Measure, usize)> {
    let mark = numeral.tokens.end;
    let sides = ["long", "wide", "tall", "high", "deep", "thick", "across", "by", "x"];
    if !run.is_glued(mark) || run.is_glued(mark + 1) || !run.is_one_of(mark + 1, &sides) {
        return None;
    }
    let unit = match run.surface(mark) {
        "\"" | "”" => inches(mark..mark + 1)?,
        "'" | "’" => feet(mark..mark + 1)?,
        _ => return None,
    };
    Some((unit, mark + 1))
}

/// Inches that these tokens write.
pub(super) fn inches(tokens: Range<usize>) -> Option<Measure> {
    let row = lexicon::row(word!("inch"), Table::Unit, "inch")?;
    Measure::of_unit(row, tokens)
}

fn feet(tokens: Range<usize>) -> Option<Measure> {
    let row = lexicon::row(lexicon::lookup("foot").0, Table::Unit, "foot")?;
    Measure::of_unit(row, tokens)
}

/// `Mach 2`: a unit before the number.
pub(super) fn before(run: Run<'_>, floor: usize, start: usize) -> Option<(Measure, usize)> {
    run.before(start).filter(|last| last.any(Classes::UNIT))?;
    let (from, row) = run.entry_before(Table::Unit, floor, start, |row| {
        tables::UNIT.get(row as usize).is_some_and(|row| row.flags.has(Flags::PREFIX))
    })?;
    Some((Measure::of_unit(row, from..start)?, from))
}
