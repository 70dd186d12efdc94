//! What a caller may set.

use crate::date::{Day, DayOrder};
use crate::scan::OwnWords;
use std::sync::Arc;

/// A part of the work that can be asked for alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Stage {
    /// Blocks, the article's own fields, sections.
    Layout,
    /// Sentences.
    Sentences,
    /// Quotes and speakers.
    Quotes,
    /// Numeric claims.
    Claims,
    /// Dates.
    Dates,
}

crate::keyword::keywords!(Stage {
    Layout = "layout",
    Sentences = "sentences",
    Quotes = "quotes",
    Claims = "claims",
    Dates = "dates",
});

/// A set of stages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stages(u8);

impl Stages {
    pub(crate) const ALL: Self = Self(u8::MAX);

    pub(crate) fn of(stages: &[Stage]) -> Self {
        Self(stages.iter().fold(0, |all, stage| all | 1 << *stage as u8))
    }

    pub(crate) fn has(self, stage: Stage) -> bool {
        self.0 & 1 << stage as u8 != 0
    }
}

/// The settings of a parser.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The article's own date, that relative dates are read against.
    pub(crate) published: Option<Day>,
    /// What to report.
    pub(crate) stages: Stages,
    /// The order of day and month in dates of digits, where the caller says it.
    pub(crate) day_order: Option<DayOrder>,
    /// Words beside those of the lexicon.
    pub(crate) words: Option<Arc<OwnWords>>,
    /// The longest text, in bytes, that `try_parse` takes.
    pub(crate) max_bytes: usize,
    /// How sure a quote must be, in hundredths.
    pub(crate) least_confidence: u8,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            published: None,
            stages: Stages::ALL,
            day_order: None,
            words: None,
            max_bytes: u32::MAX as usize,
            least_confidence: 0,
        }
    }
}
