//! Exact decimal numbers.

use rust_decimal::Decimal;
use std::fmt;

/// An exact decimal number of at most 28 digits.
///
/// It is printed and parsed as plain digits (`-1234.5`), never with an exponent, and keeps no trailing zeros behind the
/// point: `1.50` equals and prints as `1.5`. A third and its like, which no decimal is, are given to 28 digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(Decimal);

impl Number {
    /// Reads plain digits with an optional sign and point; `None` for anything else and for more than 28 digits.
    pub(crate) fn from_digits(digits: &str) -> Option<Self> {
        let plain = digits.strip_prefix('-').unwrap_or(digits);
        let shaped = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && plain.bytes().filter(|byte| *byte == b'.').count() <= 1
            && plain.starts_with(|c: char| c.is_ascii_digit())
            && plain.ends_with(|c: char| c.is_ascii_digit());
        shaped.then(|| Decimal::from_str_exact(digits).ok()).flatten().map(Self::from_decimal)
    }

    pub(crate) fn from_decimal(decimal: Decimal) -> Self {
        Self(decimal.normalize())
    }

    pub(crate) fn decimal(self) -> Decimal {
        self.0
    }

    /// The nearest binary floating point number: for plots and statistics, where exactness no longer matters.
    pub fn to_f64(self) -> f64 {
        // Printing is exact and parsing rounds correctly; both cost little beside what a caller does with the result.
        self.to_string().parse().unwrap_or(f64::NAN)
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(Decimal::from(number))
    }
}

impl std::str::FromStr for Number {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_digits(text).ok_or_else(|| crate::Error::Number { found: text.to_owned() })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
