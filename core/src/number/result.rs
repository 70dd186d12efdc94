//! Quantities: exact numbers with comparator, trend and unit.

pub use crate::lexicon::UnitKind;

use super::decimal::Number;
use crate::keyword::keywords;
use crate::span::{Excerpt, Span};
use std::borrow::Cow;
use std::fmt;

keywords!(UnitKind {
    Count = "count",
    Percent = "percent",
    PercentagePoint = "percentage_point",
    Currency = "currency",
    Time = "time",
    Length = "length",
    Area = "area",
    Volume = "volume",
    Mass = "mass",
    Speed = "speed",
    Temperature = "temperature",
    Energy = "energy",
    Power = "power",
    Data = "data",
    Ratio = "ratio",
    Other = "other",
});

/// How the written number stands to the true one. Closed: the signs of comparison are these.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Comparator {
    /// The number itself.
    Equal,
    /// `about`, `nearly`, `some`
    About,
    /// `less than`, `just under`
    Less,
    /// `up to`, `at most`
    AtMost,
    /// `more than`, `over`
    More,
    /// `at least`, `or more`
    AtLeast,
}

keywords!(Comparator { Equal = "=", About = "~", Less = "<", AtMost = "<=", More = ">", AtLeast = ">=" });

/// Whether the word that governs a number says that something rose or fell by this much. Closed: there is no third way.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Trend {
    /// `rose 3 percent`
    Up,
    /// `fell 3 percent`
    Down,
}

keywords!(Trend { Up = "up", Down = "down" });

/// A number with what it counts or measures.
#[derive(Clone, Copy)]
pub struct Quantity<'a> {
    text: &'a str,
    data: &'a QuantityData,
}

impl<'a> Quantity<'a> {
    /// Comparator, number and unit together.
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The quantity as written.
    pub fn text(self) -> &'a str {
        &self.text[self.data.span.range()]
    }

    /// The number, or `None` for a range.
    pub fn value(self) -> Option<Number> {
        match self.data.value {
            Value::One(number) => Some(number),
            Value::Range(..) => None,
        }
    }

    /// The lower end of a range.
    pub fn low(self) -> Option<Number> {
        match self.data.value {
            Value::Range(low, _) => low,
            Value::One(_) => None,
        }
    }

    /// The upper end of a range.
    pub fn high(self) -> Option<Number> {
        match self.data.value {
            Value::Range(_, high) => high,
            Value::One(_) => None,
        }
    }

    /// How the written number stands to the true one.
    pub fn comparator(self) -> Comparator {
        self.data.comparator
    }

    /// Whether something rose or fell by this much.
    pub fn trend(self) -> Option<Trend> {
        self.data.trend
    }

    /// What the number counts or measures, or `None` where the text does not say.
    pub fn unit(self) -> Option<Unit<'a>> {
        self.data.unit.as_ref().map(|data| Unit { excerpt: Excerpt::new(self.text, data.span), data })
    }
}

impl PartialEq for Quantity<'_> {
    /// Whether they say the same at the same place; texts may differ elsewhere.
    fn eq(&self, other: &Self) -> bool {
        self.data == other.data && self.text() == other.text() && self.unit() == other.unit()
    }
}

impl Eq for Quantity<'_> {}

impl fmt::Debug for Quantity<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quantity")
            .field("span", &self.span())
            .field("text", &self.text())
            .field("value", &self.data.value)
            .field("comparator", &self.comparator())
            .field("trend", &self.trend())
            .field("unit", &self.unit().map(Unit::name))
            .finish()
    }
}

/// What a number counts or measures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit<'a> {
    excerpt: Excerpt<'a>,
    data: &'a UnitData,
}

impl<'a> Unit<'a> {
    /// Where it is written, also when two numbers share it.
    pub fn span(self) -> Span {
        self.excerpt.span()
    }

    /// The unit as written.
    pub fn text(self) -> &'a str {
        self.excerpt.text()
    }

    /// Its name in the singular: `violation`, `dollar per barrel`, `US dollar`, `year of age`.
    pub fn name(self) -> &'a str {
        &self.data.name
    }

    /// The ISO 4217 code of a currency, or the usual symbol.
    pub fn symbol(self) -> Option<&'a str> {
        self.data.symbol.as_deref()
    }

    /// What it measures.
    pub fn kind(self) -> UnitKind {
        self.data.kind
    }
}

/// A quantity as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct QuantityData {
    pub(crate) span: Span,
    pub(crate) value: Value,
    pub(crate) comparator: Comparator,
    pub(crate) trend: Option<Trend>,
    pub(crate) unit: Option<UnitData>,
}

impl QuantityData {
    pub(crate) fn view<'a>(&'a self, text: &'a str) -> Quantity<'a> {
        Quantity { text, data: self }
    }
}

/// One number or a range of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Value {
    One(Number),
    /// From the lower to the upper end; either may be open.
    Range(Option<Number>, Option<Number>),
}

/// A unit as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct UnitData {
    pub(crate) span: Span,
    pub(crate) name: Cow<'static, str>,
    pub(crate) symbol: Option<Cow<'static, str>>,
    pub(crate) kind: UnitKind,
}
