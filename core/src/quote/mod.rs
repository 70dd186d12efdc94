//! Quotes: marks, runs, cues, attribution, speaker.

mod attribution;
mod candidates;
mod category;
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
mod sign;
mod speaker;
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
use crate::scratch::Spare;
use crate::sentence::SentenceData;
use attribution::Attribution;
use join::Attributed;
use marks::Stretches;
use unit::Unit;
use view::{Seen, View};

/// What the stage found.
#[derive(Debug, Default)]
pub(crate) struct Quoted {
    pub(crate) quotes: QuoteList,
    pub(crate) speakers: SpeakerList,
}

/// What quotes are found in: the text as the stages before read it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prose<'a> {
    pub(crate) scan: &'a Scan<'a>,
    pub(crate) layout: &'a Layout,
    pub(crate) sentences: &'a [SentenceData],
}

/// What the stage works in.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    marks: marks::Scratch,
    units: Spare<Vec<Unit>>,
    seen: Spare<Vec<Seen>>,
    attribution: attribution::Scratch,
    speaks: Spare<Vec<bool>>,
    join: join::Scratch,
    draft: draft::Scratch,
}

/// Finds the quotes of an article whose confidence is at least `least` hundredths.
#[inline(never)]
pub(crate) fn find(
    prose: Prose<'_>,
    mentions: &mut Mentions,
    least: u8,
    diagnostics: &mut Vec<Diagnostic>,
    scratch: &mut Scratch,
) -> Quoted {
    let Prose { scan, layout, sentences } = prose;
    let blocks = &layout.blocks;
    let stretches = Stretches::pair(scan, &mentions.marks, blocks, diagnostics, &mut scratch.marks);
    let units = unit::units(scan, sentences, layout, &stretches, scratch.units.lend());
    let turns = turn::find(scan, blocks, &units, mentions);
    let view = View::new(scan, &stretches, mentions, scratch.seen.lend());
    let attributions = attribution::all(view, &units, &turns, &mut scratch.attribution);
    let mut speaks = scratch.speaks.lend();
    speaks.resize(mentions.chunks.len(), false);
    attributions.iter().filter_map(|one| one.source).for_each(|source| speaks[source.chunk] = true);
    let end = open_end(&attributions, mentions);
    mention::settle(scan, sentences, mentions, end, |chunk| speaks[chunk]);
    let article = Attributed {
        scan,
        blocks,
        stretches: &stretches,
        mentions,
        units: &units,
        attributions: &attributions,
    };
    let drafts = join::join(article, &mut scratch.join);
    draft::finish(article, drafts, least, &mut scratch.draft)
}

/// Behind the last chunk of speakers and addressees of which a pronoun may tell who it is.
fn open_end(attributions: &[Attribution], mentions: &Mentions) -> usize {
    let named = attributions.iter().flat_map(|one| [one.source.map(|source| source.chunk), one.addressee]);
    let open = named.flatten().filter(|chunk| mentions.chunks[*chunk].is_open());
    open.max().map_or(0, |last| last + 1)
}
