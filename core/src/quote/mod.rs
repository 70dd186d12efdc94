//! Quotes: marks, runs, cues, attribution, speaker.

mod result;

pub use result::{Construction, Cue, Quote, QuoteKind};
pub(crate) use result::{CueData, QuoteData};

use crate::diagnostic::Diagnostic;
use crate::layout::Layout;
use crate::mention::{Mentions, SpeakerData};
use crate::scan::Scan;
use crate::sentence::SentenceData;

/// What the stage found.
#[derive(Debug, Default)]
pub(crate) struct Quoted {
    pub(crate) quotes: Vec<QuoteData>,
    pub(crate) speakers: Vec<SpeakerData>,
}

/// Finds the quotes of an article.
pub(crate) fn find(
    _scan: &Scan<'_>,
    _layout: &Layout,
    _sentences: &[SentenceData],
    _mentions: &Mentions,
    _diagnostics: &mut Vec<Diagnostic>,
) -> Quoted {
    Quoted::default()
}
