//! Cue, speaker and content put together, and which of two that overlap stands.

use super::candidates::Source;
use super::category::Category;
use super::choice::{self, Chooser, Content};
use super::cue::{self, Site};
use super::pieces::Pieces;
use super::turn::Turn;
use super::unit::Unit;
use super::view::View;
use crate::lexicon::{Frames, Part, Sense};
use crate::mention::Mentions;
use crate::model::Share;
use crate::room::Progress;
use crate::scan::Kind;
use crate::scratch::{Lent, Spare};
use std::ops::Range;

// The floors are set where the F1 of speech is highest over annotated news; six to eight points up or down cost at most three
// thousandths of it.

/// How likely all of an attribution must be where words of its content stand in quotation marks.
const MARKED: Share = Share::percent(18);
/// Where something is said.
const SPEECH: Share = Share::percent(32);
/// Where it is thought, meant or shown: a lower floor would find more of that and take more from speech.
const OTHER: Share = Share::percent(47);
/// In a headline, whose words leave out what would tell.
const HEADLINE: Share = Share::percent(60);
/// What speaker and content are worth at best where the cue alone is known.
const REST: Share = Share::percent(90);

/// Few articles have more attributions.
const FEW: usize = 32;

/// Few units have more prospects.
const SITES: usize = 16;
/// And few of them are likely to report.
const LIKELY: usize = 4;

/// So many attributions of a unit are weighed against one another, and against as many before them. No sentence of prose has
/// more, and of what is said none goes on behind so many cues that stand.
const RIVALS: usize = 64;

/// What a turn of a transcript is worth.
const TURN: Share = Share::percent(90);

/// What one cue reports.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub(super) site: Site,
    pub(super) source: Option<Source>,
    /// The content, in text order and outside the cue. Nothing where what is announced stands in the next paragraph.
    pub(super) content: Pieces,
    /// The chunk that it is said to.
    pub(super) addressee: Option<usize>,
    pub(super) share: Share,
    /// Index of the block it stands in.
    pub(super) block: usize,
}

/// An attribution that may stand.
#[derive(Debug)]
struct Likely {
    /// Index of the site.
    site: usize,
    source: Option<Source>,
    content: Content,
}

/// What is worked in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    chooser: choice::Scratch,
    prospects: Spare<Vec<u32>>,
    sites: Spare<Vec<Site>>,
    likely: Spare<Vec<Likely>>,
    found: Spare<Vec<Attribution>>,
}

/// The attributions of an article, unit by unit, in the order of their cues.
pub(super) fn all<'a>(
    mut view: View<'_>,
    units: &[Unit],
    turns: &[Turn],
    scratch: &'a mut Scratch,
) -> Lent<'a, Vec<Attribution>> {
    let Scratch { chooser, prospects, sites, likely, found } = scratch;
    let mut attributing = Attributing {
        chooser: Chooser::new(chooser),
        prospects: prospects.lend(),
        sites: sites.lend(),
        likely: likely.lend(),
    };
    attributing.prospects.reserve(SITES);
    attributing.sites.reserve(SITES);
    attributing.likely.reserve(LIKELY);
    let mut found = found.lend();
    // Of news one sentence in three reports something.
    found.reserve((units.len() / 3).min(FEW));
    let mut turns = turns.iter().peekable();
    for unit in units {
        while turns.next_if(|turn| turn.blocks.end <= unit.block).is_some() {}
        if let Some(turn) = turns.peek().filter(|turn| turn.blocks.start <= unit.block) {
            found.extend(unit.tokens.contains(&turn.colon).then(|| spoken(turn, view.mentions)));
            continue;
        }
        view.turn_to(unit);
        if cue::prospects(&view, &mut attributing.prospects) {
            view.read();
            attributing.attribute(&view, &mut found);
        }
    }
    found.fit();
    found
}

/// What is said in a turn of a transcript.
fn spoken(turn: &Turn, mentions: &Mentions) -> Attribution {
    Attribution {
        site: Site::mark(turn.colon, Kind::Colon),
        source: Some(Source::before(turn.speaker, &mentions.chunks[turn.speaker])),
        content: turn.content.clone(),
        addressee: None,
        share: TURN,
        block: turn.blocks.start,
    }
}

/// How likely an attribution must be.
fn floor(view: &View<'_>, site: &Site, marked: bool) -> Share {
    let speech = site.row.is_none_or(|row| row.sense == Sense::Speech);
    match (marked, speech) {
        (true, _) => MARKED,
        _ if view.headline => HEADLINE,
        (false, true) => SPEECH,
        (false, false) => OTHER,
    }
}

/// What is kept from one unit to the next.
#[derive(Debug)]
struct Attributing<'a> {
    chooser: Chooser<'a>,
    /// The tokens at which the lexicon knows of a cue.
    prospects: Lent<'a, Vec<u32>>,
    sites: Lent<'a, Vec<Site>>,
    likely: Lent<'a, Vec<Likely>>,
}

impl Attributing<'_> {
    /// Adds the attributions of a unit, in the order of their cues.
    fn attribute(&mut self, view: &View<'_>, into: &mut Vec<Attribution>) {
        cue::sites(view, &mut self.prospects, &mut self.sites);
        self.likely.clear();
        let mut last = None;
        for site in 0..self.sites.len() {
            // What is said without marks must be likelier, so that marks decide how soon to give up.
            let floor = floor(view, &self.sites[site], view.has_marks);
            let reports = self.chooser.reports(view, &self.sites, site);
            if reports.and(REST) < floor {
                continue;
            }
            let (source, speaks) = self.chooser.source(view, &self.sites[site], last);
            let spoken = reports.and(speaks);
            if spoken < floor {
                continue;
            }
            last = source.or(last);
            let content = self.chooser.content(view, &self.sites, site, (source, spoken), floor);
            self.likely.extend(content.map(|content| Likely { site, source, content }));
        }
        self.settle(view, into);
    }

    /// Whether an attribution is likely enough.
    fn stands(&self, view: &View<'_>, likely: &Likely) -> bool {
        let content = &likely.content;
        let marked = view.is_marked(&content.left) || view.is_marked(&content.right);
        content.share() >= floor(view, &self.sites[likely.site], marked)
    }

    /// Whether its cue is an adverb such as `allegedly`, which names nobody and yields to any cue that does.
    fn is_adverb(&self, likely: &Likely) -> bool {
        self.sites[likely.site].row.is_some_and(|row| row.part == Part::Adverb)
    }

    /// Lets the likelier of two that overlap stand. The other goes when its cue is part of what is said there, ends
    /// before that one's cue when it was running into it, or else keeps what is left.
    fn settle(&mut self, view: &View<'_>, into: &mut Vec<Attribution>) {
        let first = into.len();
        let mut likely = std::mem::take(&mut *self.likely);
        for rivals in likely.chunks_mut(RIVALS) {
            rivals.sort_by(|a, b| {
                let by_share = b.content.share().cmp(&a.content.share()).then(a.site.cmp(&b.site));
                self.is_adverb(a).cmp(&self.is_adverb(b)).then(by_share)
            });
        }
        let (mut from, mut before) = (first, first);
        for (number, mut one) in likely.drain(..).enumerate() {
            if number % RIVALS == 0 {
                into[before..].sort_by_key(|attribution| attribution.site.head);
                before = into.len();
                from = before.saturating_sub(RIVALS).max(first);
            }
            let fits = into[from..].iter().all(|other| self.fits(view, &mut one, other));
            if fits && self.stands(view, &one) {
                Progress { done: view.tokens.end, all: view.scan.tokens.len() }.reserve(into, 1);
                into.push(attribution(view, &self.sites[one.site], one));
            }
        }
        *self.likely = likely;
        into[before..].sort_by_key(|attribution| attribution.site.head);
    }

    /// Takes from an attribution what a likelier one holds, and says whether enough is left.
    fn fits(&mut self, view: &View<'_>, one: &mut Likely, other: &Attribution) -> bool {
        let cue = self.sites[one.site].head;
        let within = |range: &Range<usize>| range.contains(&cue);
        if other.content.iter().any(within) || one.content.left.contains(&other.site.head) {
            return false;
        }
        if one.content.right.contains(&other.site.head) && !self.stops_before(view, one, other) {
            return false;
        }
        let Content { left, right, .. } = &mut one.content;
        let before = left.len() + right.len();
        for taken in other.content.iter().chain(std::iter::once(&other.site.tokens)) {
            leave(left, taken, cue);
            leave(right, taken, cue);
        }
        before == 0 || 2 * (left.len() + right.len()) > before
    }

    /// Lets content behind a cue end before the cue of another attribution, or the speaker of that; false where it cannot.
    fn stops_before(&mut self, view: &View<'_>, one: &mut Likely, other: &Attribution) -> bool {
        let Content { left, right, ends, .. } = &mut one.content;
        let limit = other.first_token(right.start);
        match self.chooser.end(view, &self.sites, &self.sites[one.site], right.start, limit) {
            Some((to, likely)) => (right.end, *ends) = (to, likely),
            // `It opens in June, Doe said, adding that …`: what follows is the other's.
            None if left.start < left.end && view.category(other.site.head) == Category::CueIng => {
                (*right, *ends) = (0..0, Share::CERTAIN);
            }
            None => return false,
        }
        true
    }
}

/// Takes from content what another attribution has taken, and what lies beyond that as seen from the cue.
fn leave(content: &mut Range<usize>, taken: &Range<usize>, cue: usize) {
    if content.end <= taken.start || taken.end <= content.start {
        return;
    }
    if taken.start <= content.start || content.end <= cue {
        content.start = taken.end.min(content.end);
    } else {
        content.end = taken.start;
    }
}

impl Attribution {
    /// Behind the cue and the speaker.
    pub(super) fn end(&self) -> usize {
        self.source.map_or(0, |source| source.tokens().end).max(self.site.end())
    }

    /// Where the cue and, if it stands before it but not before `from`, the speaker begin.
    fn first_token(&self, from: usize) -> usize {
        let source = self.source.map(|source| source.tokens().start).filter(|start| *start > from);
        source.map_or(self.site.tokens.start, |start| start.min(self.site.tokens.start))
    }
}

fn attribution(view: &View<'_>, site: &Site, likely: Likely) -> Attribution {
    let share = likely.content.share();
    let Content { left, right, .. } = likely.content;
    let content = [left, right].into_iter().collect();
    let source = likely.source;
    let mut attribution =
        Attribution { site: site.clone(), source, content, addressee: None, share, block: view.block };
    attribution.addressee = addressee(view, &attribution);
    attribution
}

/// Whom it is said to: the noun phrase between the cue and its content, for cues that take one there.
fn addressee(view: &View<'_>, attribution: &Attribution) -> Option<usize> {
    let site = &attribution.site;
    let row = site.row.filter(|_| site.is_verb())?;
    let to = view.category(site.tokens.end) == Category::To;
    if !to && !row.frames.any(Frames::ADDRESSEE) {
        return None;
    }
    let start = site.tokens.end + usize::from(to);
    let chunk = view.chunk_starting(start)?;
    let taken = attribution.content.iter().any(|range| range.contains(&start));
    let speaks = attribution.source.is_some_and(|source| source.chunk == chunk);
    (!taken && !speaks && view.mentions.chunks[chunk].can_hear()).then_some(chunk)
}
