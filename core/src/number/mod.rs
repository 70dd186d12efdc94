//! Numbers and quantities: values, ranges, comparators, units.

mod age;
mod amount;
mod compare;
mod count;
mod decimal;
mod digits;
mod fraction;
mod letter;
mod measure;
mod money;
mod noun;
mod numeral;
mod one;
mod rate;
mod reject;
mod result;
mod run;
mod series;
mod vague;
mod words;

pub use decimal::Number;
pub use result::{Comparator, Quantity, Trend, Unit, UnitKind};
pub(crate) use result::{QuantityData, UnitData, Value};
pub(crate) use run::Run;

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::scan::{Kind, Scan};
use amount::Amount;
use measure::Measure;
use std::borrow::Cow;
use std::ops::Range;

/// A quantity with the tokens it was read from.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) quantity: QuantityData,
    /// Comparator, number and unit.
    pub(crate) tokens: Range<usize>,
    /// The number alone.
    pub(crate) number: Range<usize>,
    /// The tokens of the unit.
    pub(crate) unit: Option<Range<usize>>,
}

/// Finds the quantities in runs of tokens, which are sentences.
#[inline(never)]
pub(crate) fn find(
    scan: &Scan<'_>,
    sentences: impl Iterator<Item = Range<usize>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut amounts = Vec::new();
    for tokens in sentences {
        let run = Run::new(scan, tokens);
        collect(run, &mut amounts, diagnostics);
        if amounts.is_empty() {
            continue;
        }
        series::join(run, &mut amounts);
        for mut amount in amounts.drain(..) {
            age::find(run, &mut amount);
            if !reject::rejects(run, &amount) {
                found.push(finish(run, &amount));
            }
        }
    }
    found
}

/// The amounts of one sentence, one by one.
fn collect(run: Run<'_>, amounts: &mut Vec<Amount>, diagnostics: &mut Vec<Diagnostic>) {
    let mut index = run.start;
    let mut floor = run.start;
    while let Some(ahead) = run.rest(index).iter().position(numeral::may_open) {
        index += ahead;
        if !numeral::may_begin(run, index) {
            index += 1;
            continue;
        }
        if let Some(end) = reject::identifier(run, index) {
            index = end;
            floor = end;
            continue;
        }
        if let Some(amount) = amount::amount(run, floor, index) {
            index = amount.end.max(index + 1);
            floor = index;
            if !reject::bare_year(run, &amount) {
                amounts.push(amount);
            }
        } else {
            if run.kind(index, Kind::Number) && too_long(run.surface(index)) {
                diagnostics.push(Diagnostic {
                    kind: DiagnosticKind::NumberTooLong,
                    span: run.span(index..index + 1),
                });
            }
            // `1.99×10−30` is too small to be kept; what remains of it is no number.
            let power = run.kind(index, Kind::Number) && run.is(index + 1, "×") && run.is(index + 2, "10");
            index += if power { 5 } else { 1 };
        }
    }
}

/// A unit as it is kept. What the caller calls it counts.
fn unit(run: Run<'_>, measure: &Measure) -> UnitData {
    let span = run.span(measure.tokens.clone());
    let Some(own) = run.scan.own_unit(&measure.tokens) else {
        let symbol = measure.symbol.map(Cow::Borrowed);
        return UnitData { span, name: measure.full_name(), symbol, kind: measure.kind };
    };
    let (name, symbol) = match &measure.per {
        Some(per) => (format!("{} per {per}", own.name), None),
        None => (own.name.clone(), own.symbol.clone()),
    };
    UnitData { span, name: name.into(), symbol: symbol.map(Cow::Owned), kind: own.kind }
}

fn too_long(surface: &str) -> bool {
    surface.bytes().filter(u8::is_ascii_digit).count() > 28
}

fn finish(run: Run<'_>, amount: &Amount) -> Found {
    let start = amount.start.min(amount.numeral.tokens.start);
    let tokens = start..amount.end.max(amount.numeral.tokens.end);
    let unit = amount.measure.as_ref().map(|measure| unit(run, measure));
    let quantity = QuantityData {
        span: run.span(tokens.clone()),
        value: amount.numeral.value,
        comparator: amount.comparator,
        trend: None,
        unit,
    };
    Found {
        quantity,
        tokens,
        number: amount.numeral.tokens.clone(),
        unit: amount.measure.as_ref().map(|measure| measure.tokens.clone()),
    }
}
