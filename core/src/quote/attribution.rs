//! Cue, speaker and content put together, and which of two that overlap stands.

use super::choice::{Choice, Chooser};
use super::cue::{self, Site};
use super::tag::Tag;
use super::unit::View;
use crate::lexicon::{Frames, Sense};
use crate::model::Share;
use std::ops::Range;

/// How likely a word must report before its speaker and content are looked for.
const GATE: Share = Share::percent(15);
/// How likely all of an attribution must be where something is said or marked as said.
const SPEECH: Share = Share::percent(25);
/// And where it is thought, meant or shown.
const OTHER: Share = Share::percent(50);

/// What one cue reports.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub(super) site: Site,
    /// The chunk that speaks.
    pub(super) source: Option<usize>,
    /// Tokens of the content, in text order, each range not empty and outside the cue.
    pub(super) content: Vec<Range<usize>>,
    /// The chunk that it is said to.
    pub(super) addressee: Option<usize>,
    pub(super) share: Share,
    /// Index of the block it stands in.
    pub(super) block: usize,
}

/// What is kept from one unit to the next.
#[derive(Debug)]
pub(super) struct Attributing {
    chooser: Chooser,
    sites: Vec<Site>,
    likely: Vec<Attribution>,
}

impl Attributing {
    pub(super) fn new() -> Self {
        Self { chooser: Chooser::new(), sites: Vec::new(), likely: Vec::new() }
    }

    /// Adds the attributions of a unit, in the order of their cues.
    pub(super) fn attribute(&mut self, view: &View<'_>, into: &mut Vec<Attribution>) {
        cue::sites(view, &mut self.sites);
        self.likely.clear();
        let mut last = None;
        for index in 0..self.sites.len() {
            let reports = self.chooser.reports(view, &self.sites, index);
            if reports < GATE {
                continue;
            }
            let (source, speaks) = self.chooser.source(view, &self.sites[index], last);
            if reports >= OTHER {
                last = source.or(last);
            }
            let Some(choice) = self.chooser.content(view, &self.sites, index, source) else { continue };
            let share = reports.and(speaks).and(choice.share);
            self.likely.extend(attribution(view, &self.sites[index], choice, share));
        }
        settle(&mut self.likely, into);
    }
}

/// The attribution that was chosen at a site, if it is likely enough.
fn attribution(view: &View<'_>, site: &Site, choice: Choice, share: Share) -> Option<Attribution> {
    let content: Vec<_> = [choice.left, choice.right].into_iter().filter(|range| !range.is_empty()).collect();
    let marked = content.iter().any(|range| view.is_marked(range));
    let speech = marked || site.row.is_none_or(|row| row.sense == Sense::Speech);
    if share < if speech { SPEECH } else { OTHER } {
        return None;
    }
    let mut attribution = Attribution {
        site: site.clone(),
        source: choice.source,
        content,
        addressee: None,
        share,
        block: view.block,
    };
    attribution.addressee = addressee(view, &attribution);
    Some(attribution)
}

/// Whom it is said to: the noun phrase between the cue and its content, for cues that take one there.
fn addressee(view: &View<'_>, attribution: &Attribution) -> Option<usize> {
    let site = &attribution.site;
    let row = site.row.filter(|_| site.is_verb())?;
    let to = view.tag(site.tokens.end) == Tag::To;
    if !to && !row.frames.any(Frames::ADDRESSEE) {
        return None;
    }
    let start = site.tokens.end + usize::from(to);
    let chunk = view.chunk_starting(start)?;
    let taken = attribution.content.iter().any(|range| range.contains(&start));
    (!taken && attribution.source != Some(chunk)).then_some(chunk)
}

/// Lets the likelier of two that overlap stand: the other goes when its cue or most of its content is taken, else it
/// keeps what is left.
fn settle(likely: &mut Vec<Attribution>, into: &mut Vec<Attribution>) {
    let first = into.len();
    likely.sort_by(|a, b| b.share.cmp(&a.share).then(a.site.head.cmp(&b.site.head)));
    for mut attribution in likely.drain(..) {
        let stands = into[first..].iter().all(|other| gives_way(&mut attribution, other));
        if stands {
            into.push(attribution);
        }
    }
    into[first..].sort_by_key(|attribution| attribution.site.head);
}

/// Takes from an attribution what a likelier one holds, and says whether enough is left.
fn gives_way(attribution: &mut Attribution, other: &Attribution) -> bool {
    let holds = |token: usize| other.content.iter().any(|range| range.contains(&token));
    if holds(attribution.site.head) {
        return false;
    }
    let before: usize = attribution.content.iter().map(ExactSizeIterator::len).sum();
    for range in &mut attribution.content {
        for taken in other.content.iter().chain(std::iter::once(&(other.site.tokens))) {
            if taken.start <= range.start {
                range.start = range.start.max(taken.end).min(range.end);
            } else if taken.start < range.end {
                range.end = taken.start;
            }
        }
    }
    attribution.content.retain(|range| range.start < range.end);
    let after: usize = attribution.content.iter().map(ExactSizeIterator::len).sum();
    before == 0 || 2 * after > before
}
