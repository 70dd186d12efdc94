//! Numbers and quantities: values, ranges, comparators, units.

mod age;
mod amount;
mod compare;
mod count;
mod decimal;
mod digits;
mod fraction;
mod identifier;
mod letter;
mod measure;
mod money;
mod noun;
mod numeral;
mod odds;
mod one;
mod rate;
mod reject;
mod result;
mod row;
mod run;
mod series;
mod vague;
mod words;

pub use decimal::Number;
pub use result::{Comparator, Quantity, Trend, Unit, UnitKind};
pub(crate) use result::{QuantityData, QuantityParts, QuantityRead, UnitData, Value};
pub(crate) use run::Run;

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::scan::{Kind, Scan};
use crate::scratch::{Lent, Spare};
use amount::Amount;
use measure::Measure;
use std::borrow::Cow;
use std::ops::Range;

/// A quantity with the tokens it was read from.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) quantity: QuantityRead,
    /// Comparator, number and unit.
    pub(crate) tokens: Range<usize>,
    /// The number alone.
    pub(crate) number: Range<usize>,
    /// The tokens of the unit.
    pub(crate) unit: Option<Range<usize>>,
}

/// How many are held at a time. No sentence of prose has so many.
const TOGETHER: usize = 512;

/// What the stage works in.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    amounts: Spare<Vec<Amount>>,
    found: Spare<Vec<Found>>,
}

/// Reads the quantities in runs of tokens, which are sentences, some at a time.
pub(crate) struct Quantities<'s, I> {
    scan: &'s Scan<'s>,
    sentences: I,
    /// The sentence at hand, and where to go on in it.
    rest: Option<(Run<'s>, usize)>,
    amounts: Lent<'s, Vec<Amount>>,
    found: Lent<'s, Vec<Found>>,
}

impl<'s, I: Iterator<Item = Range<usize>>> Quantities<'s, I> {
    pub(crate) fn new(scan: &'s Scan<'s>, sentences: I, scratch: &'s mut Scratch) -> Self {
        let (mut amounts, mut found) = (scratch.amounts.lend(), scratch.found.lend());
        // A sentence has few numbers, an article a dozen.
        amounts.reserve(4);
        found.reserve(12);
        Self { scan, sentences, rest: None, amounts, found }
    }

    /// The next quantities; none are left when it gives none.
    #[inline(never)]
    pub(crate) fn read(&mut self, diagnostics: &mut Vec<Diagnostic>) -> &mut Vec<Found> {
        self.found.clear();
        while self.found.len() < TOGETHER {
            let next =
                || self.sentences.next().map(|tokens| (Run::new(self.scan, tokens.clone()), tokens.start));
            let Some((run, from)) = self.rest.take().or_else(next) else { break };
            let rest = collect(run, from, &mut self.amounts, diagnostics);
            self.rest = rest.map(|from| (run, from));
            if self.amounts.is_empty() {
                continue;
            }
            series::join(run, &mut self.amounts);
            for mut amount in self.amounts.drain(..) {
                age::find(run, &mut amount);
                if !reject::rejects(run, &amount) {
                    self.found.push(finish(run, amount));
                }
            }
        }
        &mut self.found
    }
}

/// The amounts of one sentence from a token on, one by one. Where to go on, when there are too many to be held.
fn collect(
    run: Run<'_>,
    from: usize,
    amounts: &mut Vec<Amount>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let mut index = from;
    let mut floor = from;
    let mut rows = row::Rows::default();
    while let Some(next) = numeral::next(run, index) {
        if amounts.len() == TOGETHER {
            return Some(index);
        }
        index = next;
        if let Some(ratio) = odds::amount(run, floor, index) {
            index = ratio.end;
            floor = index;
            amounts.push(ratio);
            continue;
        }
        if let Some(end) = rows.end(run, index).or_else(|| identifier::end(run, index)) {
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
    None
}

/// A unit as it is kept. What the caller calls it counts.
fn unit(run: Run<'_>, measure: Measure) -> UnitData {
    let span = run.span(measure.tokens.clone());
    let Some(own) = run.scan.own_unit(&measure.tokens) else {
        let (symbol, kind) = (measure.symbol.map(Cow::Borrowed), measure.kind);
        return UnitData { span, name: measure.into_name(), symbol, kind };
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

fn finish(run: Run<'_>, amount: Amount) -> Found {
    let start = amount.start.min(amount.numeral.tokens.start);
    let tokens = start..amount.end.max(amount.numeral.tokens.end);
    let unit_tokens = amount.measure.as_ref().map(|measure| measure.tokens.clone());
    let quantity = QuantityRead {
        span: run.span(tokens.clone()),
        value: amount.numeral.value,
        comparator: amount.comparator,
        trend: None,
        unit: amount.measure.map(|measure| unit(run, measure)),
    };
    Found { quantity, tokens, number: amount.numeral.tokens, unit: unit_tokens }
}
