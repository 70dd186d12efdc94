//! Stretches in marks that no cue took: joined to a quote of their paragraph or of the one before, or bare.

use super::attribution::Attribution;
use super::marks::{Stretch, Stretches};
use super::pieces::Pieces;
use super::unit::Unit;
use crate::layout::{BlockData, BlockKind};
use crate::lexicon::Classes;
use crate::mention::{Chunk, ChunkClass, Mentions, SpeakerKind};
use crate::scan::Scan;
use crate::scratch::{Lent, Spare};
use std::ops::Range;

/// How many attributions back a stretch looks for the one it goes on with.
const NEAR: usize = 6;

/// A turn of a talk seldom has more tokens.
const ANSWER: usize = 12;

/// A quote as it takes shape.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The content, and the stretches that were joined to it.
    pub(super) content: Pieces,
    /// Index of the attribution with its cue and speaker, `None` of a stretch that has neither.
    pub(super) attribution: Option<u32>,
    /// Index of the block in which it stands last.
    block: usize,
    quoted: bool,
}

/// An article whose attributions are known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attributed<'a> {
    pub(super) scan: &'a Scan<'a>,
    pub(super) blocks: &'a [BlockData],
    pub(super) stretches: &'a Stretches<'a>,
    pub(super) mentions: &'a Mentions,
    pub(super) units: &'a [Unit],
    pub(super) attributions: &'a [Attribution],
}

/// What drafts are made in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    drafts: Spare<Vec<Draft>>,
    covered: Spare<Vec<(Range<usize>, usize)>>,
}

/// Makes drafts of the attributions and of the stretches beside them.
pub(super) fn join<'a>(article: Attributed<'_>, scratch: &'a mut Scratch) -> Lent<'a, Vec<Draft>> {
    let Attributed { stretches, units, attributions, .. } = article;
    let (mut drafts, mut covered) = (scratch.drafts.lend(), scratch.covered.lend());
    drafts.extend((0..).zip(attributions).map(|(number, attribution)| draft(number, attribution, stretches)));
    covered.reserve_exact(2 * drafts.len());
    for (index, draft) in drafts.iter().enumerate() {
        covered.extend(draft.content.iter().map(|range| (range.clone(), index)));
    }
    covered.sort_by_key(|(range, _)| range.start);
    let mut joining = Joining {
        article,
        attributed: drafts.len(),
        drafts,
        next: 0,
        holder: None,
        before: Before { blocks: article.blocks, seen: 0, last: None },
    };
    let mut unit = 0;
    for stretch in stretches.all() {
        while unit < units.len() && units[unit].tokens.end <= stretch.outer().start {
            unit += 1;
        }
        let Some(here) = units.get(unit) else { break };
        if let Some(index) = holds(&covered, stretch) {
            joining.holder = Some(index);
        } else if stretch.speaks || fills(stretch, here) {
            joining.place(stretch, unit);
        }
    }
    joining.drafts
}

/// Gives the stretches that no content covers, one after the other, to the drafts that they belong to.
struct Joining<'a, 'd> {
    article: Attributed<'a>,
    /// First those of attributions, then those of stretches that have none.
    drafts: Lent<'d, Vec<Draft>>,
    /// How many drafts are those of attributions.
    attributed: usize,
    /// The first of these that goes on behind the stretch before.
    next: usize,
    /// The draft that holds the stretch before.
    holder: Option<usize>,
    before: Before<'a>,
}

impl Joining<'_, '_> {
    /// Adds a stretch, which stands in a unit, to the draft that it belongs to, or makes one of it.
    fn place(&mut self, stretch: &Stretch, unit: usize) {
        let block = self.article.units[unit].block;
        let home = match self.home(stretch, unit) {
            Some(home) => {
                self.drafts[home].content.push(stretch.inner());
                self.drafts[home].block = block;
                home
            }
            None => {
                let content = std::iter::once(stretch.inner()).collect();
                self.drafts.push(Draft { content, attribution: None, block, quoted: true });
                self.drafts.len() - 1
            }
        };
        self.holder = Some(home);
    }

    /// The draft that a stretch belongs to: the one that its paragraph goes on with, the nearest of its paragraph, the one
    /// that announced it, or that of a paragraph before which was speech throughout, as this one is.
    fn home(&mut self, stretch: &Stretch, unit: usize) -> Option<usize> {
        let Attributed { blocks, units, .. } = self.article;
        let here = &units[unit];
        let start = stretch.outer().start;
        while self.next < self.attributed && self.article.reach(&self.drafts[self.next]).end <= start {
            self.next += 1;
        }
        let running = matches!(blocks[here.block].kind, BlockKind::Paragraph | BlockKind::ListItem);
        let opens = running && here.tokens.start == start && starts_block(units, unit);
        let paragraph = self.before.block(here.block).filter(|_| opens);
        let follows = |draft: &Draft| paragraph == Some(draft.block);
        if let Some(last) = self.holder.filter(|_| stretch.continues) {
            return Some(last);
        }
        let near = nearest(&self.drafts[..self.attributed], self.next, here.block);
        let beat = unit.checked_sub(1).filter(|_| here.tokens.start == start).map(|beat| &units[beat]);
        let parted =
            |home: &usize| beat.is_some_and(|beat| turns_away(self.article, beat, &self.drafts[*home]));
        if let Some(near) = near.filter(|home| !parted(home)) {
            return Some(near);
        }
        let announced = self.next.checked_sub(1);
        if let Some(last) =
            announced.filter(|last| self.drafts[*last].waits() && follows(&self.drafts[*last]))
        {
            return Some(last);
        }
        self.holder.filter(|last| {
            let last = &self.drafts[*last];
            fills_block(units, unit, stretch) && follows(last) && !self.article.is_answer(last, stretch)
        })
    }
}

/// The draft of an attribution that a stretch between `next` and the one before it goes on with: the nearest that is in
/// marks, else the nearest before.
fn nearest(drafts: &[Draft], next: usize, block: usize) -> Option<usize> {
    let before = || (0..next).rev().take(NEAR).take_while(|index| drafts[*index].block == block);
    let behind =
        (next..drafts.len()).take(1).find(|index| drafts[*index].block == block && drafts[*index].quoted);
    before().find(|index| drafts[*index].quoted).or(behind).or_else(|| before().next())
}

/// Whether a sentence behind a quote tells of somebody else: `“We lost it,” Doe said. Bob Roe nodded. “All of it.”`
fn turns_away(article: Attributed<'_>, unit: &Unit, draft: &Draft) -> bool {
    let Some(attribution) = article.attribution(draft) else { return false };
    if draft.block != unit.block || attribution.end().max(article.reach(draft).end) > unit.tokens.start {
        return false;
    }
    let chunks = &article.mentions.chunks;
    let first = chunks.partition_point(|chunk| (chunk.tokens.start as usize) < unit.tokens.start);
    let opens = |chunk: &&Chunk| chunk.tokens.start as usize == unit.tokens.start;
    let speaker = attribution.source.and_then(|source| chunks[source.chunk].entity);
    chunks.get(first).filter(opens).is_some_and(|subject| {
        let told = match subject.class {
            ChunkClass::Name | ChunkClass::TitledName | ChunkClass::Definite => true,
            ChunkClass::Pronoun => subject.entity.is_some(),
            _ => false,
        };
        told && subject.kind == SpeakerKind::Person && subject.entity != speaker
    })
}

impl<'a> Attributed<'a> {
    /// The attribution that a draft is made of.
    pub(super) fn attribution(&self, draft: &Draft) -> Option<&'a Attribution> {
        draft.attribution.map(|number| &self.attributions[number as usize])
    }

    /// Whether a stretch in a paragraph of its own is rather the answer of somebody else: both are short, in a feature that
    /// tells of a talk as if it went on (`he says`). A report in the past tense goes on with who has spoken.
    fn is_answer(&self, draft: &Draft, stretch: &Stretch) -> bool {
        let last = draft.content.iter().next_back().map_or(0, Range::len);
        let present = self.attribution(draft).is_some_and(|attribution| {
            attribution.site.is_verb() && !self.scan.tokens[attribution.site.head].any(Classes::VERB_PAST)
        });
        present && last <= ANSWER && stretch.inner().len() <= ANSWER
    }

    /// From the first to the last token of the content; of a cue whose content stands elsewhere, the cue.
    fn reach(&self, draft: &Draft) -> Range<usize> {
        match (draft.content.iter().next(), draft.content.iter().next_back(), self.attribution(draft)) {
            (Some(first), Some(last), _) => first.start..last.end,
            (_, _, Some(attribution)) => attribution.site.head..attribution.site.head + 1,
            _ => 0..0,
        }
    }
}

impl Draft {
    /// Whether it is a cue that waits for its content.
    fn waits(&self) -> bool {
        self.content.is_empty()
    }
}

fn draft(number: u32, attribution: &Attribution, stretches: &Stretches<'_>) -> Draft {
    let quoted = attribution.content.iter().any(|range| stretches.touch(range));
    Draft {
        content: attribution.content.clone(),
        block: attribution.block,
        attribution: Some(number),
        quoted,
    }
}

/// The draft whose content holds a part of the stretch.
fn holds(covered: &[(Range<usize>, usize)], stretch: &Stretch) -> Option<usize> {
    let next = covered.partition_point(|(range, _)| range.end <= stretch.inner().start);
    covered.get(next).filter(|(range, _)| range.start < stretch.inner().end).map(|(_, index)| *index)
}

/// Whether nothing but the stretch stands in the unit.
fn fills(stretch: &Stretch, unit: &Unit) -> bool {
    stretch.outer().start <= unit.tokens.start && unit.tokens.end <= stretch.outer().end
}

/// Whether nothing but the stretch stands in the block that begins with a unit.
fn fills_block(units: &[Unit], unit: usize, stretch: &Stretch) -> bool {
    fills(stretch, &units[unit]) && units.get(unit + 1).is_none_or(|next| next.block != units[unit].block)
}

fn starts_block(units: &[Unit], unit: usize) -> bool {
    unit.checked_sub(1).is_none_or(|before| units[before].block != units[unit].block)
}

/// Looks back from blocks, which are asked for in text order.
struct Before<'a> {
    blocks: &'a [BlockData],
    /// How many have been looked at.
    seen: usize,
    /// The last of these that belongs to the running text.
    last: Option<usize>,
}

impl Before<'_> {
    /// The block of the running text before one, whatever pictures and boxes stand between.
    fn block(&mut self, block: usize) -> Option<usize> {
        let new = self.blocks[self.seen..block]
            .iter()
            .rposition(|block| block.kind.is_prose() && !block.kind.is_aside());
        self.last = new.map(|new| self.seen + new).or(self.last);
        self.seen = block;
        self.last
    }
}
