//! The choices at one cue: does it report, who speaks, where is the content.

use super::candidates::{self, Group, Position, Side, Source};
use super::category::Category;
use super::cue::Site;
use super::describe;
use super::view::View;
use super::weights::All;
use crate::lexicon::{Classes, Frames, Sense, WordId, word, word_set};
use crate::mention::{ChunkClass, SpeakerKind};
use crate::model::{Share, best, mass, odds, softmax};
use crate::scan::Kind;
use crate::scratch::{Lent, Spare};
use std::ops::Range;

const FOR: WordId = word!("for");
const OF: WordId = word!("of");

/// No choice has more of them.
const CANDIDATES: usize = 16;

/// The score of what cannot be.
const IMPOSSIBLE: i32 = -1 << 20;

/// The content that was chosen at a cue.
#[derive(Clone, Debug)]
pub(super) struct Content {
    /// Tokens before and behind the cue; empty where there is none.
    pub(super) left: Range<usize>,
    pub(super) right: Range<usize>,
    /// How likely the cue reports and all of it is, but for where it ends behind the cue.
    pub(super) begins: Share,
    /// How likely it ends there.
    pub(super) ends: Share,
}

impl Content {
    /// How likely all of it is.
    pub(super) fn share(&self) -> Share {
        self.begins.and(self.ends)
    }
}

/// Chooses at cues; its buffers are kept from one to the next.
#[derive(Debug)]
pub(super) struct Chooser<'a> {
    weights: All,
    scores: Lent<'a, Vec<i32>>,
    places: Lent<'a, Vec<usize>>,
    lefts: Lent<'a, Vec<usize>>,
    sources: Lent<'a, Vec<Source>>,
}

/// What choices are made in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    scores: Spare<Vec<i32>>,
    places: Spare<Vec<usize>>,
    lefts: Spare<Vec<usize>>,
    sources: Spare<Vec<Source>>,
}

/// Prepositions at the end of a verb's phrase that an object follows.
const BEFORE_OBJECT: [WordId; 6] = word_set!["to", "with", "of", "about", "against", "into"];

/// Whether a noun phrase is what the preposition of a cue governs: `apologized to victims`, but not `chimed in Doe`.
fn is_object(view: &View<'_>, site: &Site, source: Source) -> bool {
    let last = site.end() - 1;
    let governs = site.is_verb() && !site.passive && last > site.head;
    governs
        && matches!(source.position, Position::Behind(_))
        && BEFORE_OBJECT.contains(&view.scan.tokens[last].word)
}

/// Whether a participle says of the person before it that somebody else asked: `Doe, asked whether it was over, said`.
fn is_asked(view: &View<'_>, site: &Site) -> bool {
    const ASKED: [WordId; 4] = word_set!["asked", "pressed", "questioned", "quizzed"];
    let comma = site.tokens.start.wrapping_sub(1);
    let person = |chunk: usize| view.mentions.chunks[chunk].kind == SpeakerKind::Person;
    ASKED.contains(&view.scan.tokens[site.head].word)
        && matches!(view.category(site.end()), Category::Wh | Category::Preposition | Category::Subordinator)
        && view.category(comma) == Category::Comma
        && view.chunk_ending(comma).is_some_and(person)
}

impl<'a> Chooser<'a> {
    pub(super) fn new(scratch: &'a mut Scratch) -> Self {
        let Scratch { scores, places, lefts, sources } = scratch;
        let mut chooser = Self {
            weights: All::fetch(),
            scores: scores.lend(),
            places: places.lend(),
            lefts: lefts.lend(),
            sources: sources.lend(),
        };
        chooser.scores.reserve(CANDIDATES);
        chooser.places.reserve(CANDIDATES);
        chooser.lefts.reserve(CANDIDATES);
        chooser.sources.reserve(CANDIDATES);
        chooser
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
        last: Option<Source>,
    ) -> (Option<Source>, Share) {
        candidates::sources(view, site, last, &mut self.sources);
        self.scores.clear();
        let mut describe = describe::Sources::new(view, site, last);
        let mut score = self.weights.source.score();
        describe.nobody(&mut score);
        self.scores.push(score.sixteenths());
        for source in self.sources.iter() {
            let mut score = self.weights.source.score();
            describe.speaker(*source, &mut score);
            self.scores.push(score.sixteenths());
        }
        let (best, share) = self.softmax();
        let source = best.checked_sub(1).and_then(|best| self.sources.get(best)).copied();
        // Whoever it says nothing of does not speak either.
        if source.is_some_and(|source| is_object(view, site, source)) {
            return (None, Share::percent(0));
        }
        if is_asked(view, site) {
            return (None, share);
        }
        // `Doe suggested talks in Lyon, a port, and indicated`: what stands between is no speaker.
        let coordinated = view.category_before(site.tokens.start, 1) == Category::And;
        if let (Some(last), Some(own)) = (last.filter(|_| coordinated), source) {
            let same = self.sources.iter().position(|source| source.is_same(last));
            if let Some(same) = same.filter(|_| is_thing(view, own)) {
                let share = mass(&self.scores, |other| other == best || other == same + 1);
                return (Some(self.sources[same]), share);
            }
        }
        if let (true, None, Some(opener)) = (coordinated, source, self.opener(view, site)) {
            return (
                Some(self.sources[opener]),
                mass(&self.scores, |other| other == 0 || other == opener + 1),
            );
        }
        (source, share)
    }

    /// The candidate that is the subject of the unit, of which a cue behind `and` goes on to tell: `Doe was unmoved, and
    /// asked`.
    fn opener(&self, view: &View<'_>, site: &Site) -> Option<usize> {
        // Of what seems so it is not the subject that says it.
        let speech = site.row.is_some_and(|row| row.sense == Sense::Speech);
        if view.category(site.head) != Category::CuePast || site.passive || !speech {
            return None;
        }
        self.sources.iter().position(|source| {
            let chunk = &view.mentions.chunks[source.chunk];
            let named =
                matches!(chunk.class, ChunkClass::Name | ChunkClass::TitledName | ChunkClass::Pronoun);
            let tokens = source.tokens();
            named && tokens.start == view.tokens.start && view.category(tokens.end).is_verbal()
        })
    }

    /// Where the content stands, with how likely all is up to there; nothing when that falls below `floor`.
    pub(super) fn content(
        &mut self,
        view: &View<'_>,
        sites: &[Site],
        index: usize,
        (source, spoken): (Option<Source>, Share),
        floor: Share,
    ) -> Option<Content> {
        let site = &sites[index];
        let group = Group::new(view, site, source);
        candidates::starts(view, site, &group, &mut self.places);
        let left_end = candidates::left_end(view, site, &group);
        let (side, likely) = self.side(view, site, &group, left_end.is_some());
        let mut content =
            Content { left: 0..0, right: 0..0, begins: spoken.and(likely), ends: Share::CERTAIN };
        if content.begins < floor {
            return None;
        }
        if matches!(side, Side::Left | Side::Both) {
            if let Some(to) = left_end {
                let (from, likely) = self.left(view, to);
                content.left = from..to;
                content.begins = content.begins.and(likely);
            }
        }
        if matches!(side, Side::Right | Side::Both) {
            if let Some((from, likely)) = self.start(view, site, &group) {
                content.begins = content.begins.and(likely);
                if content.begins < floor {
                    return None;
                }
                let (to, likely) = self.end(view, sites, site, from, usize::MAX)?;
                content.right = from..to;
                content.ends = likely;
            }
        }
        let found = !content.left.is_empty() || !content.right.is_empty();
        (content.share() >= floor && (found || side == Side::Elsewhere)).then_some(content)
    }

    /// The side that the content stands on, of those where something can.
    fn side(&mut self, view: &View<'_>, site: &Site, group: &Group, left: bool) -> (Side, Share) {
        self.scores.clear();
        let right = !self.places.is_empty();
        let describe = describe::Sides::new(view, site, group);
        for side in Side::ALL {
            let possible = match side {
                Side::Right => right,
                Side::Left => left,
                Side::Both => left && right,
                Side::Elsewhere => true,
            };
            let score = possible.then(|| {
                let mut score = self.weights.side.score();
                describe.side(side, &mut score);
                score.sixteenths()
            });
            self.scores.push(score.unwrap_or(IMPOSSIBLE));
        }
        let (best, share) = self.softmax();
        (Side::ALL[best], share)
    }

    fn left(&mut self, view: &View<'_>, to: usize) -> (usize, Share) {
        candidates::lefts(view, to, &mut self.lefts);
        self.scores.clear();
        for at in self.lefts.iter() {
            let mut score = self.weights.left.score();
            describe::left(view, to, *at, &mut score);
            self.scores.push(score.sixteenths());
        }
        let from = self.lefts.get(self.best()).copied().unwrap_or(to);
        let share = mass(&self.scores, |other| alike(from, self.lefts[other], to));
        (from, share)
    }

    /// Where the content begins, of the places behind the cue.
    fn start(&mut self, view: &View<'_>, site: &Site, group: &Group) -> Option<(usize, Share)> {
        self.scores.clear();
        let mut describe = describe::Starts::new(view, site, group);
        for (rank, at) in self.places.iter().enumerate() {
            let mut score = self.weights.start.score();
            describe.start(*at, rank, &mut score);
            self.scores.push(score.sixteenths());
        }
        let from = *self.places.get(self.best())?;
        let share = mass(&self.scores, |other| alike(from, self.places[other], view.tokens.end));
        Some((from, share))
    }

    /// Where content that begins at `from` ends, not behind `limit`, and how likely.
    pub(super) fn end(
        &mut self,
        view: &View<'_>,
        sites: &[Site],
        site: &Site,
        from: usize,
        limit: usize,
    ) -> Option<(usize, Share)> {
        candidates::ends(view, site, from, &mut self.places);
        let last = *self.places.last()?;
        let limit = candidates::next_speaks(view, sites, site, from).map_or(limit, |end| end.min(limit));
        self.places.retain(|place| *place <= limit);
        self.scores.clear();
        let mut describe = describe::Ends::new(view, sites, site, from, last);
        for (rank, at) in self.places.iter().enumerate() {
            let mut score = self.weights.end.score();
            describe.end(*at, rank, &mut score);
            self.scores.push(score.sixteenths());
        }
        let seeming = self.best();
        let to = *self.places.get(self.goes_on(view, site, seeming, limit))?;
        let resumes = to > self.places[seeming] && self.resumes(view, seeming);
        let share =
            mass(&self.scores, |other| other == seeming && resumes || alike(to, self.places[other], from));
        Some((to, share))
    }

    /// The place that content ends at in truth when it seems to end at the place `best`, but what follows belongs to it: a
    /// relative clause to its noun, and `for …` or `of …` to the object of a cue that takes both (`praised them for …`).
    fn goes_on(&self, view: &View<'_>, site: &Site, best: usize, limit: usize) -> usize {
        let Some(to) = self.places.get(best).copied().filter(|to| *to + 1 < limit.min(view.tokens.end))
        else {
            return best;
        };
        let tokens = &view.scan.tokens;
        if tokens[to].is(Kind::Comma) && tokens[to + 1].any(Classes::RELATIVE) {
            return self.places.len() - 1;
        }
        let frame = match tokens[to].word {
            FOR => Frames::FOR,
            OF => Frames::OF,
            _ => return best,
        };
        let takes = site.row.is_some_and(|row| row.frames.any(frame) && row.frames.any(Frames::NP));
        let behind = (best + 1..self.places.len())
            .max_by_key(|place| (self.scores[*place], std::cmp::Reverse(*place)));
        behind.filter(|_| takes).unwrap_or(best)
    }

    /// Whether a clause goes on with its verb behind a relative clause that begins at a place: `said the plant, which
    /// employs 640, would close`.
    fn resumes(&self, view: &View<'_>, place: usize) -> bool {
        let verb = |at: usize| {
            matches!(
                view.category(at),
                Category::Modal | Category::Be | Category::Have | Category::VerbPast | Category::VerbBase
            )
        };
        let mut behind = self.places[place + 1..].iter();
        behind.any(|at| view.category(*at) == Category::Comma && verb(*at + 1))
    }

    fn best(&self) -> usize {
        best(&self.scores).unwrap_or(0)
    }

    fn softmax(&self) -> (usize, Share) {
        softmax(&self.scores).unwrap_or((0, Share::CERTAIN))
    }
}

/// Whether nothing says of a noun phrase that it can speak.
fn is_thing(view: &View<'_>, source: Source) -> bool {
    let chunk = &view.mentions.chunks[source.chunk];
    let noun = matches!(chunk.class, ChunkClass::Definite | ChunkClass::Indefinite | ChunkClass::Bare);
    noun && chunk.kind == SpeakerKind::Unknown
}

/// Whether contents that have one end in common share at least half of their tokens, by their other ends `one` and
/// `other`: then the one is as good as right where the other is meant.
fn alike(one: usize, other: usize, common: usize) -> bool {
    let (one, other) = (one.abs_diff(common), other.abs_diff(common));
    2 * one.min(other) >= one.max(other)
}
