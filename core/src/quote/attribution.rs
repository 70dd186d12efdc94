//! Cue, speaker and content put together, and which of two that overlap stands.

use super::cue::Site;
use super::tag::Tag;
use super::unit::View;
use super::{cue, rules};
use crate::lexicon::Frames;
use std::ops::Range;

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
    /// In hundredths.
    pub(super) confidence: u8,
    /// Index of the block it stands in.
    pub(super) block: usize,
}

impl Attribution {
    pub(super) fn new(
        site: &Site,
        source: Option<usize>,
        left: Range<usize>,
        right: Range<usize>,
        confidence: u8,
    ) -> Self {
        let content = [left, right].into_iter().filter(|range| !range.is_empty()).collect();
        Self { site: site.clone(), source, content, addressee: None, confidence, block: 0 }
    }

    /// From the first to the last token of its content.
    fn reach(&self) -> Range<usize> {
        let start = self.content.first().map_or(0, |range| range.start);
        start..self.content.last().map_or(start, |range| range.end)
    }
}

/// The attributions of a unit, in the order of their cues.
pub(super) fn attribute(view: &View<'_>, sites: &mut Vec<Site>, into: &mut Vec<Attribution>) {
    let first = into.len();
    cue::sites(view, sites);
    for site in sites.iter() {
        into.extend(rules::attribute(view, sites, site).map(|mut attribution| {
            attribution.block = view.block;
            attribution.addressee = addressee(view, &attribution);
            attribution
        }));
    }
    settle(into, first);
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
    let chunk = view.chunk_at(start).filter(|chunk| view.chunk(*chunk).start == start)?;
    let taken = attribution.content.iter().any(|range| range.contains(&start));
    (!taken && attribution.source != Some(chunk)).then_some(chunk)
}

/// Lets an attribution go whose cue or content lies in the content of one before it.
fn settle(all: &mut Vec<Attribution>, first: usize) {
    let mut kept = first;
    for index in first..all.len() {
        let mut attribution = all[index].clone();
        let mut stands = true;
        if kept > first {
            let last = &mut all[kept - 1];
            let inside = last.content.iter().any(|range| range.contains(&attribution.site.head));
            if inside && attribution.content.iter().any(|range| range.start < last.site.head) {
                // The later cue takes all of the sentence, the earlier one was part of what is said.
                *last = attribution;
                continue;
            }
            stands = !inside;
            let end = last.reach().end;
            attribution.content.retain_mut(|range| {
                range.start = range.start.max(end.min(range.end));
                range.start < range.end
            });
        }
        if stands && !attribution.content.is_empty() {
            all[kept] = attribution;
            kept += 1;
        }
    }
    all.truncate(kept);
}
