//! Quotes: marks, runs, cues, attribution, speaker.

mod attribution;
mod candidates;
mod choice;
#[cfg(feature = "fit")]
mod collect;
mod confidence;
mod cue;
mod describe;
mod draft;
mod join;
mod marks;
mod pieces;
mod result;
mod run;
mod speaker;
mod tag;
mod turn;
mod unit;
mod view;
mod weights;

#[cfg(feature = "fit")]
pub(crate) use collect::collect;
#[cfg(feature = "serde")]
pub(crate) use result::joined;
pub use result::{Construction, Cue, Quote, QuoteKind};
pub(crate) use result::{CueData, QuoteData, QuoteList};

use crate::diagnostic::Diagnostic;
use crate::layout::Layout;
use crate::mention::{self, Mentions, SpeakerList};
use crate::scan::Scan;
use crate::sentence::SentenceData;
use attribution::Attribution;
use marks::Stretches;

/// What the stage found.
#[derive(Debug, Default)]
pub(crate) struct Quoted {
    pub(crate) quotes: QuoteList,
    pub(crate) speakers: SpeakerList,
}

/// Finds the quotes of an article whose confidence is at least `least` hundredths.
#[inline(never)]
pub(crate) fn find(
    scan: &Scan<'_>,
    layout: &Layout,
    sentences: &[SentenceData],
    mentions: &mut Mentions,
    least: u8,
    diagnostics: &mut Vec<Diagnostic>,
) -> Quoted {
    let stretches = Stretches::pair(scan, &mentions.marks, &layout.blocks, diagnostics);
    let units = unit::units(scan, sentences, layout, &stretches);
    let turns = turn::find(scan, &layout.blocks, &units, mentions);
    let attributions = attribution::all(scan, &stretches, mentions, &units, &turns);
    let mut speaks = vec![false; mentions.chunks.len()];
    attributions.iter().filter_map(|one| one.source).for_each(|source| speaks[source.chunk] = true);
    let end = open_end(&attributions, mentions);
    mention::settle(scan, sentences, mentions, end, |chunk| speaks[chunk]);
    let drafts = join::join(&attributions, &stretches, mentions, &units, &layout.blocks);
    draft::finish(scan, &stretches, mentions, drafts, least)
}

/// Behind the last chunk of speakers and addressees of which a pronoun may tell who it is.
fn open_end(attributions: &[Attribution], mentions: &Mentions) -> usize {
    let named = attributions.iter().flat_map(|one| [one.source.map(|source| source.chunk), one.addressee]);
    let open = named.flatten().filter(|chunk| mentions.chunks[*chunk].is_open());
    open.max().map_or(0, |last| last + 1)
}
