//! How sure it is that a number is a claim and read right.

use crate::number::{Comparator, QuantityData, UnitKind, Value};

/// In hundredths: a unit of the tables is nearly certain, a noun less so, a bare number is the least.
pub(super) fn of(quantity: &QuantityData, has_subject: bool) -> u8 {
    let unit = match quantity.unit.as_ref().map(|unit| unit.kind) {
        Some(UnitKind::Count) => 85,
        Some(UnitKind::Ratio) => 80,
        Some(_) => 93,
        None => 60,
    };
    let sign = u8::from(quantity.comparator != Comparator::Equal || quantity.trend.is_some()) * 3;
    let range = u8::from(matches!(quantity.value, Value::Range(..))) * 3;
    unit + sign + u8::from(has_subject) * 2 - range
}
