//! How sure it is that a number is a claim and read right.

use crate::number::{Comparator, QuantityRead, UnitKind, Value};
use rust_decimal::Decimal;

/// By unit (none, a noun, one of the tables), by whether a word compares or moves the number, and by size (one, another
/// whole number below a hundred, the rest): how many in a hundred are right, counted on annotated sentences. No more than
/// 99, since few hundreds were counted. `core/fit/claims.py` makes the table.
const RIGHT: [[[u8; 3]; 2]; 3] =
    [[[17, 18, 39], [75, 69, 82]], [[86, 96, 80], [98, 99, 99]], [[79, 99, 98], [99, 99, 99]]];

/// The confidence, in hundredths.
pub(super) fn of(quantity: &QuantityRead) -> u8 {
    let unit = match quantity.unit.as_ref().map(|unit| unit.kind) {
        None => 0,
        Some(UnitKind::Count) => 1,
        Some(_) => 2,
    };
    let marked = quantity.comparator != Comparator::Equal || quantity.trend.is_some();
    RIGHT[unit][usize::from(marked)][size(quantity.value)]
}

fn size(value: Value) -> usize {
    let Value::One(number) = value else { return 2 };
    let value = number.decimal();
    if value == Decimal::ONE {
        0
    } else if value.fract().is_zero() && value.abs() < Decimal::ONE_HUNDRED {
        1
    } else {
        2
    }
}
