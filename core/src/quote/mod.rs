//! Quotes: marks, runs, cues, attribution, speaker.

mod attribution;
mod candidates;
mod choice;
#[cfg(feature = "fit")]
mod collect;
mod cue;
mod describe;
mod draft;
mod join;
mod marks;
mod result;
mod run;
mod speaker;
mod tag;
mod unit;
mod weights;

#[cfg(feature = "fit")]
pub(crate) use collect::collect;
pub use result::{Construction, Cue, Quote, QuoteKind};
pub(crate) use result::{CueData, QuoteData};

use crate::diagnostic::Diagnostic;
use crate::layout::Layout;
use crate::mention::{Mentions, SpeakerData};
use crate::scan::Scan;
use crate::sentence::SentenceData;
use marks::Stretches;

/// What the stage found.
#[derive(Debug, Default)]
pub(crate) struct Quoted {
    pub(crate) quotes: Vec<QuoteData>,
    pub(crate) speakers: Vec<SpeakerData>,
}

/// Finds the quotes of an article.
pub(crate) fn find(
    scan: &Scan<'_>,
    layout: &Layout,
    sentences: &[SentenceData],
    mentions: &Mentions,
    diagnostics: &mut Vec<Diagnostic>,
) -> Quoted {
    let stretches = Stretches::pair(scan, &layout.blocks, diagnostics);
    let units = unit::units(sentences, &layout.blocks, &stretches);
    let mut view = unit::View::new(scan, &stretches, mentions);
    let mut attributing = attribution::Attributing::new();
    let mut attributions = Vec::new();
    for unit in &units {
        view.turn_to(unit);
        attributing.attribute(&view, &mut attributions);
    }
    let drafts = join::join(attributions, &stretches, &units, &layout.blocks);
    draft::finish(scan, &stretches, mentions, &drafts)
}
