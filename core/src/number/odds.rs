//! Ratios with a colon, `a ratio of 3:1`, `3:1 odds`: only where a word names them so; others are scores or times.

use super::amount::Amount;
use super::digits;
use super::measure::{Measure, Source};
use super::numeral::{Form, Numeral};
use super::result::{Comparator, UnitKind};
use super::run::Run;
use crate::scan::Kind;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// How far before a ratio the word stands that names it.
const NEAR: usize = 4;

/// Reads the ratio whose first number stands at `index`; its name is not looked for before `floor`.
pub(super) fn amount(run: Run<'_>, floor: usize, index: usize) -> Option<Amount> {
    if !run.glued(index + 1, Kind::Colon) || !run.glued(index + 2, Kind::Number) {
        return None;
    }
    let end = index + 3;
    let goes_on = run.glued(end, Kind::Number) || run.glued(end, Kind::Word) || run.glued(end, Kind::Colon);
    let named = |at: usize| run.is_one_of(at, &["ratio", "ratios", "odds"]);
    let name = Some(end).filter(|at| named(*at));
    // `the odds at 3:30`
    if name.is_none() && !run.follows(index, &["of", "is", "was", "are", "were", "to", "from"]) {
        return None;
    }
    let name = name.or_else(|| (index.saturating_sub(NEAR).max(floor)..index).rev().find(|at| named(*at)))?;
    let (left, right) = (digits::small(run.surface(index))?, digits::small(run.surface(index + 2))?);
    let value = digits::divide(Decimal::from(left), Decimal::from(right)).filter(|_| !goes_on)?;
    let measure = Measure {
        tokens: name..name + 1,
        name: Cow::Borrowed("ratio"),
        per: None,
        symbol: None,
        kind: UnitKind::Ratio,
        source: Source::Noun,
    };
    Some(Amount {
        start: index,
        end: if name == end { end + 1 } else { end },
        numeral: Numeral::one(index..end, value, Form::Fraction),
        measure: Some(measure),
        comparator: Comparator::Equal,
        is_range: false,
    })
}
