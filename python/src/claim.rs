//! Numeric claims and dates.

use crate::layout::Excerpt;
use crate::quote::Mention;
use crate::record::record;
use crate::value::{Places, Range, Share, Word};
use nutgraf::{Comparator, Granularity, Trend, UnitKind};
use pyo3::prelude::*;

record! {
    /// What a number counts or measures.
    Unit {
        /// Where it is written, also when two numbers share it.
        span: Range,
        /// Its name in the singular: `violation`, `dollar per barrel`, `US dollar`, `year of age`.
        name: String,
        /// The ISO 4217 code of a currency, or the usual symbol, or None.
        symbol: Option<String>,
        /// What it measures: `count`, `percent`, `currency`, `length` …
        kind: Word<UnitKind>,
    }
}

record! {
    /// A number with what it counts or measures.
    Quantity {
        /// Comparator, number and unit together.
        span: Range,
        /// The number in plain decimal digits, exact; None for a range.
        value: Option<String>,
        /// The lower end of a range, or None.
        low: Option<String>,
        /// The upper end of a range, or None.
        high: Option<String>,
        /// How the written number stands to the true one: `=`, `~`, `<`, `<=`, `>`, `>=`.
        comparator: Word<Comparator>,
        /// Whether something rose or fell by this much: `up`, `down` or None.
        trend: Option<Word<Trend>>,
        /// What the number counts or measures, or None where the text does not say.
        unit: Option<Unit>,
    }
    shows |quantity| {
        value: quantity.value.as_deref(),
        low: quantity.low.as_deref(),
        high: quantity.high.as_deref(),
        comparator: quantity.comparator,
        trend: quantity.trend,
        unit: quantity.unit.as_ref().map(|unit| unit.name.as_str()),
        span: quantity.span,
    }
}

record! {
    /// One number that the article, or someone quoted in it, asserts of something.
    Claim {
        /// Quantity and subject together.
        span: Range,
        /// The number with comparator, trend and unit.
        quantity: Quantity,
        /// What is counted or measured, without a leading article, or None.
        subject: Option<Excerpt>,
        /// The speaker of the innermost quote that holds the number; None where the article says it itself.
        claimant: Option<Mention>,
        /// The index of that quote in the quotes of the article, or None.
        quote: Option<u32>,
        /// The index, in the dates of the article, of the date that the number holds for, or None.
        date: Option<u32>,
        /// How sure it is that this is a claim and read right, from 0 to 1.
        confidence: Share,
    }
    shows |claim| {
        claimant: claim.claimant.as_ref().map(|claimant| claimant.name.as_str()),
        quantity: claim.quantity.clone(),
        subject: claim.subject.as_ref().map(|subject| subject.text.as_str()),
        span: claim.span,
    }
}

record! {
    /// A date in the text.
    DateMention {
        /// Where it stands.
        span: Range,
        /// The date as written.
        text: String,
        /// What it means, in ISO 8601 by granularity, or None where the text and its date leave that open.
        date: Option<String>,
        /// How exact it is: `day`, `week`, `month`, `season`, `year`, `decade`, `interval`.
        granularity: Word<Granularity>,
    }
}

impl Unit {
    fn of(unit: nutgraf::Unit<'_>, places: &Places<'_>) -> Self {
        Self {
            span: places.range(unit.span()),
            name: unit.name().into(),
            symbol: unit.symbol().map(String::from),
            kind: Word(unit.kind()),
        }
    }
}

impl Quantity {
    fn of(quantity: nutgraf::Quantity<'_>, places: &Places<'_>) -> Self {
        Self {
            span: places.range(quantity.span()),
            value: quantity.value().map(|number| number.to_string()),
            low: quantity.low().map(|number| number.to_string()),
            high: quantity.high().map(|number| number.to_string()),
            comparator: Word(quantity.comparator()),
            trend: quantity.trend().map(Word),
            unit: quantity.unit().map(|unit| Unit::of(unit, places)),
        }
    }
}

impl Claim {
    pub(crate) fn of(claim: nutgraf::Claim<'_>, places: &Places<'_>) -> Self {
        Self {
            span: places.range(claim.span()),
            quantity: Quantity::of(claim.quantity(), places),
            subject: claim.subject().map(|subject| Excerpt::of(subject, places)),
            claimant: claim.claimant().map(|claimant| Mention::of(claimant, places)),
            quote: claim.quote_index().map(|index| index as u32),
            date: claim.date_index().map(|index| index as u32),
            confidence: claim.confidence().into(),
        }
    }
}

impl DateMention {
    pub(crate) fn of(date: nutgraf::DateMention<'_>, places: &Places<'_>) -> Self {
        Self {
            span: places.range(date.span()),
            text: date.text().into(),
            date: date.date().map(|value| value.to_string()),
            granularity: Word(date.granularity()),
        }
    }
}
