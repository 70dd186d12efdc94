//! Quantities: exact numbers with comparator, trend and unit.

pub use crate::lexicon::UnitKind;

use super::decimal::Number;
use crate::index::Index;
use crate::keyword::keywords;
use crate::room::Progress;
use crate::scratch::{Reuse, exact};
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
    parts: &'a QuantityParts,
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
        if self.data.ends.is_none() { Some(self.data.number) } else { None }
    }

    /// The lower end of a range.
    pub fn low(self) -> Option<Number> {
        self.ends().and_then(|[low, _]| low)
    }

    /// The upper end of a range.
    pub fn high(self) -> Option<Number> {
        self.ends().and_then(|[_, high]| high)
    }

    fn ends(self) -> Option<[Option<Number>; 2]> {
        self.data.ends.map(|index| self.parts.ranges[index.get()])
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
        let data = &self.parts.units[self.data.unit?.get()];
        Some(Unit { excerpt: Excerpt::new(self.text, data.span), data })
    }

    /// How sure it is that it was read right, in hundredths.
    pub(crate) fn hundredths(self) -> u8 {
        self.data.confidence
    }
}

impl PartialEq for Quantity<'_> {
    /// Whether they say the same at the same place; texts may differ elsewhere.
    fn eq(&self, other: &Self) -> bool {
        let fixed = |quantity: &Self| {
            let data = quantity.data;
            (data.span, quantity.value(), quantity.ends(), data.comparator, data.trend, data.confidence)
        };
        fixed(self) == fixed(other) && self.text() == other.text() && self.unit() == other.unit()
    }
}

impl Eq for Quantity<'_> {}

impl fmt::Debug for Quantity<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quantity")
            .field("span", &self.span())
            .field("text", &self.text())
            .field("value", &self.value())
            .field("ends", &self.ends())
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

/// A quantity as it is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct QuantityRead {
    pub(crate) span: Span,
    pub(crate) value: Value,
    pub(crate) comparator: Comparator,
    pub(crate) trend: Option<Trend>,
    pub(crate) unit: Option<UnitData>,
}

/// A quantity as it is kept: what only some have stands in lists of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct QuantityData {
    pub(crate) span: Span,
    /// Nothing is said with it where there are two ends.
    number: Number,
    /// The two ends of a range.
    ends: Option<Index>,
    unit: Option<Index>,
    comparator: Comparator,
    trend: Option<Trend>,
    /// In hundredths.
    confidence: u8,
}

/// The ranges and units of the quantities of an article.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct QuantityParts {
    ranges: Vec<[Option<Number>; 2]>,
    units: Vec<UnitData>,
}

impl QuantityParts {
    /// Keeps a quantity, with how sure it is that it was read right, in hundredths.
    pub(crate) fn keep(&mut self, read: QuantityRead, confidence: u8, progress: Progress) -> QuantityData {
        let (number, ends) = match read.value {
            Value::One(number) => (number, None),
            Value::Range(low, high) => (Number::from(0), Some(push(&mut self.ranges, [low, high], progress))),
        };
        QuantityData {
            span: read.span,
            number,
            ends,
            unit: read.unit.map(|unit| push(&mut self.units, unit, progress)),
            comparator: read.comparator,
            trend: read.trend,
            confidence,
        }
    }

    /// What it holds, as a result.
    pub(crate) fn take(&mut self) -> Self {
        Self { ranges: exact(&mut self.ranges), units: exact(&mut self.units) }
    }
}

impl Reuse for QuantityParts {
    fn empty(&mut self) {
        self.ranges.settle();
        self.units.settle();
    }

    /// Nothing beside its lists, each of which is kept or not by itself.
    fn held(&self) -> usize {
        0
    }
}

/// Adds an entry to a list, and returns its index.
fn push<T>(list: &mut Vec<T>, entry: T, progress: Progress) -> Index {
    progress.reserve(list, 1);
    list.push(entry);
    Index::new(list.len() as u32 - 1)
}

impl QuantityData {
    pub(crate) fn view<'a>(&'a self, text: &'a str, parts: &'a QuantityParts) -> Quantity<'a> {
        Quantity { text, data: self, parts }
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
