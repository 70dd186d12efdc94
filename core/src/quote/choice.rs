//! The choices at one cue: does it report, who speaks, where is the content.

use super::candidates::{self, Group, Side};
use super::cue::Site;
use super::describe;
use super::unit::View;
use super::weights::All;
use crate::model::{Share, odds, softmax};
use std::ops::Range;

/// What was chosen at a cue, and how sure each choice is.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) source: Option<usize>,
    /// Tokens of the content before and behind the cue; empty where there is none.
    pub(super) left: Range<usize>,
    pub(super) right: Range<usize>,
    pub(super) share: Share,
}

/// Chooses at cues; its buffers are kept from one to the next.
#[derive(Debug)]
pub(super) struct Chooser {
    weights: All,
    scores: Vec<i32>,
    places: Vec<usize>,
    chunks: Vec<usize>,
}

impl Chooser {
    pub(super) fn new() -> Self {
        Self { weights: All::fetch(), scores: Vec::new(), places: Vec::new(), chunks: Vec::new() }
    }

    /// How likely a site reports.
    pub(super) fn reports(&self, view: &View<'_>, sites: &[Site], index: usize) -> Share {
        let mut score = self.weights.cue.score();
        describe::cue(view, sites, index, &mut score);
        odds(score.sixteenths())
    }

    /// Who speaks, and how likely. `last` is the speaker of the cue before in the unit.
    pub(super) fn source(
        &mut self,
        view: &View<'_>,
        site: &Site,
        last: Option<usize>,
    ) -> (Option<usize>, Share) {
        let sources = candidates::sources(view, site);
        self.chunks.clear();
        self.chunks.extend(sources.iter(view));
        self.scores.clear();
        for chunk in std::iter::once(None).chain(self.chunks.iter().copied().map(Some)) {
            let mut score = self.weights.source.score();
            describe::source(view, site, &sources, chunk, last, &mut score);
            self.scores.push(score.sixteenths());
        }
        let (best, share) = self.best();
        (best.checked_sub(1).and_then(|best| self.chunks.get(best)).copied(), share)
    }

    /// Where the content stands.
    pub(super) fn content(
        &mut self,
        view: &View<'_>,
        sites: &[Site],
        index: usize,
        source: Option<usize>,
    ) -> Option<Choice> {
        let site = &sites[index];
        let group = Group::new(view, site, source);
        let (side, mut share) = self.side(view, site, &group);
        let mut left = 0..0;
        let mut right = 0..0;
        if matches!(side, Side::Left | Side::Both) {
            if let Some(to) = candidates::left_end(view, site, &group) {
                let (from, likely) = self.left(view, site, &group, to);
                left = from..to;
                share = share.and(likely);
            }
        }
        if matches!(side, Side::Right | Side::Both) {
            if let Some((from, likely)) = self.start(view, site, &group) {
                let (to, likelier) = self.end(view, sites, site, from);
                right = from..to.max(from);
                share = share.and(likely).and(likelier);
            }
        }
        let found = !left.is_empty() || !right.is_empty();
        (found || side == Side::Elsewhere).then_some(Choice { source, left, right, share })
    }

    fn side(&mut self, view: &View<'_>, site: &Site, group: &Group) -> (Side, Share) {
        self.scores.clear();
        for side in Side::ALL {
            let mut score = self.weights.side.score();
            describe::side(view, site, group, side, &mut score);
            self.scores.push(score.sixteenths());
        }
        let (best, share) = self.best();
        (Side::ALL[best], share)
    }

    fn left(&mut self, view: &View<'_>, site: &Site, group: &Group, to: usize) -> (usize, Share) {
        candidates::lefts(view, to, &mut self.places);
        self.scores.clear();
        for (rank, at) in self.places.iter().enumerate() {
            let mut score = self.weights.left.score();
            describe::left(view, site, group, to, (*at, rank), &mut score);
            self.scores.push(score.sixteenths());
        }
        let (best, share) = self.best();
        (self.places.get(best).copied().unwrap_or(to), share)
    }

    fn start(&mut self, view: &View<'_>, site: &Site, group: &Group) -> Option<(usize, Share)> {
        candidates::starts(view, site, group, &mut self.places);
        self.scores.clear();
        for (rank, at) in self.places.iter().enumerate() {
            let mut score = self.weights.start.score();
            describe::start(view, site, group, (*at, rank), &mut score);
            self.scores.push(score.sixteenths());
        }
        let (best, share) = self.best();
        Some((*self.places.get(best)?, share))
    }

    fn end(&mut self, view: &View<'_>, sites: &[Site], site: &Site, from: usize) -> (usize, Share) {
        candidates::ends(view, site, from, &mut self.places);
        let last = self.places.last().copied().unwrap_or(from);
        self.scores.clear();
        for (rank, at) in self.places.iter().enumerate() {
            let mut score = self.weights.end.score();
            describe::end(view, sites, site, from, (*at, rank, last), &mut score);
            self.scores.push(score.sixteenths());
        }
        let (best, share) = self.best();
        (self.places.get(best).copied().unwrap_or(last), share)
    }

    fn best(&self) -> (usize, Share) {
        softmax(&self.scores).unwrap_or((0, Share::CERTAIN))
    }
}
