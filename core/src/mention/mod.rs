//! Who is named where: names with titles, noun phrases, pronouns, and which of them are the same.

mod chunk;
mod phrase;
mod resolve;
mod result;
mod tag;
#[cfg(test)]
mod tests;

pub(crate) use resolve::settle;
pub(crate) use result::{AddresseeData, MentionData, SpeakerData, SpeakerList};
pub use result::{Mention, Speaker, SpeakerKind};
pub(crate) use tag::Tag;

use crate::index::Index;
use crate::lexicon::{Gender, NounKind};
use crate::name::NameKind;
use crate::scan::Scan;
use crate::scratch::{self, Lent, Reuse, Spare};
use crate::sentence::SentenceData;
use crate::span::Span;
use std::ops::Range;

/// All mentions of an article, and whom they name.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    /// Noun phrases, names and pronouns, in text order; none overlaps another.
    pub(crate) chunks: Vec<Chunk>,
    /// Who is named, by first mention.
    pub(crate) entities: Vec<Entity>,
    /// What each token of the text does in its sentence.
    pub(crate) tags: Vec<Tag>,
    /// The tokens of sentences that are quotation marks.
    pub(crate) marks: Vec<u32>,
    /// What pronouns are settled in.
    settling: resolve::Settling,
}

impl Reuse for Mentions {
    fn empty(&mut self) {
        self.chunks.settle();
        self.entities.settle();
        self.tags.settle();
        self.marks.settle();
    }

    /// Nothing beside its lists, each of which is kept or not by itself.
    fn held(&self) -> usize {
        0
    }
}

/// What the stage works in, and the mentions that it finds.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    mentions: Spare<Mentions>,
    tag: tag::Scratch,
    directory: resolve::Scratch,
}

/// A noun phrase, a name or a pronoun, as far as it can be read without a parser.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    /// From the determiner or title to the head, with `of` phrases that belong to a title (`secretary of state`), but
    /// without appositions and relative clauses.
    pub(crate) tokens: Range<u32>,
    /// The token of its head: the last name, the noun, the pronoun.
    pub(crate) head: u32,
    /// The tokens of the name in it, without title; of any other noun phrase all but a leading article.
    pub(crate) name: Range<u32>,
    pub(crate) class: ChunkClass,
    /// What it would be as a speaker.
    pub(crate) kind: SpeakerKind,
    pub(crate) gender: Gender,
    pub(crate) plural: bool,
    /// Whose it is: the tokens of `Russia` in `Russia’s ministry`, of `his` in `his lawyer`. Empty where nobody’s.
    pub(crate) owner: Range<u32>,
    /// The entity whose it is.
    pub(crate) owner_entity: Option<Index>,
    /// With what belongs to it beyond the phrase: age, party in brackets, apposition on either side.
    pub(crate) whole: Range<u32>,
    /// Index of the entity that it names, where the text settles that.
    pub(crate) entity: Option<Index>,
}

impl Chunk {
    /// Whether whom it names, or whose it is, may be left to a pronoun.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.class, ChunkClass::Pronoun | ChunkClass::Relative) || !self.owner.is_empty()
    }

    /// Whether it may be spoken to: people, bodies and places, but no `question` and no `applause`.
    pub(crate) fn can_hear(&self) -> bool {
        let named = matches!(self.class, ChunkClass::Name | ChunkClass::TitledName | ChunkClass::Pronoun);
        match self.kind {
            SpeakerKind::Document => false,
            SpeakerKind::Unknown => named,
            _ => true,
        }
    }

    /// Whether it has a name of its own, not only the noun of what it is.
    pub(crate) fn is_proper(&self) -> bool {
        matches!(self.class, ChunkClass::Name | ChunkClass::TitledName)
            && (self.owner.is_empty() || self.name.start > self.owner.start)
    }
}

/// What a chunk is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ChunkClass {
    /// `Dmitry Peskov`, `Peskov`, `the BBC`, `Russia’s defense ministry`
    Name,
    /// `Kremlin spokesman Dmitry Peskov`, `Mr. Smith`
    TitledName,
    /// `she`, `they`
    Pronoun,
    /// `who`, `which`
    Relative,
    /// `the minister`, `his lawyer`
    Definite,
    /// `a spokesman`, `one official`
    Indefinite,
    /// `officials`, `critics`
    Bare,
}

impl From<NounKind> for SpeakerKind {
    fn from(kind: NounKind) -> Self {
        match kind {
            NounKind::Person => Self::Person,
            NounKind::Group => Self::Group,
            NounKind::Organization => Self::Organization,
            NounKind::Document => Self::Document,
            NounKind::Place => Self::Place,
        }
    }
}

impl From<NameKind> for SpeakerKind {
    fn from(kind: NameKind) -> Self {
        match kind {
            NameKind::Person => Self::Person,
            NameKind::Organization => Self::Organization,
            NameKind::Place => Self::Place,
            NameKind::People => Self::Group,
            NameKind::Unknown => Self::Unknown,
        }
    }
}

/// One who is named in the article.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    /// The fullest name, without title and article.
    pub(crate) name: Span,
    pub(crate) kind: SpeakerKind,
    /// The first title or description beside a mention.
    pub(crate) role: Option<Span>,
    pub(crate) gender: Gender,
    pub(crate) plural: bool,
}

/// Finds the mentions of an article. Whom pronouns stand for is left to [`settle`], when it is known who speaks.
#[inline(never)]
pub(crate) fn find<'a>(
    scan: &Scan<'_>,
    sentences: &[SentenceData],
    scratch: &'a mut Scratch,
) -> Lent<'a, Mentions> {
    let mut mentions = scratch.mentions.lend();
    let ranges = sentences.iter().map(SentenceData::range);
    tag::all(scan, ranges.clone(), &mut mentions, &mut scratch.tag);
    chunk::all(scan, ranges, &mut mentions);
    let kept = mentions.is_kept();
    scratch::fit(&mut mentions.chunks, kept);
    resolve::all(scan, sentences, &mut mentions, &mut scratch.directory);
    mentions
}
