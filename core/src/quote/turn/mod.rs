//! Turns: the paragraphs of a transcript or an interview, which begin with who speaks and a colon. There the layout says
//! who speaks, and all that follows is said, so that no cue need be weighed.

mod label;
mod voice;

use super::pieces::Pieces;
use super::unit::Unit;
use crate::index::Index;
use crate::layout::{BlockData, BlockKind};
use crate::lexicon::Gender;
use crate::mention::{Chunk, ChunkClass, Mentions, SpeakerKind};
use crate::scan::{Kind, Scan};
use label::{Label, is_spoken, label};
use std::ops::Range;
use voice::{Voice, Voices, interviewee};

/// Fewer labels make no transcript.
const FEWEST: usize = 3;
/// Paragraphs without a label go on with the turn before them where at least one in so many has one.
const DENSE: usize = 3;

/// What one speaker says until the next begins.
#[derive(Debug)]
pub(super) struct Turn {
    /// Its blocks, of which the first begins with the label.
    pub(super) blocks: Range<usize>,
    pub(super) colon: usize,
    /// The chunk that is the label.
    pub(super) speaker: usize,
    /// A piece for each paragraph.
    pub(super) content: Pieces,
}

/// A paragraph, by the units in it.
#[derive(Clone, Debug)]
struct Paragraph {
    block: usize,
    tokens: Range<usize>,
}

/// Finds the turns of an article, if it is a transcript or an interview, and makes chunks of their labels.
pub(super) fn find(
    scan: &Scan<'_>,
    blocks: &[BlockData],
    units: &[Unit],
    mentions: &mut Mentions,
) -> Vec<Turn> {
    let labels: Vec<Label> = paragraphs(blocks, units)
        .enumerate()
        .filter(|(_, paragraph)| blocks[paragraph.block].kind != BlockKind::Headline)
        .filter_map(|(number, paragraph)| label(scan, number, &paragraph.tokens))
        .collect();
    if labels.len() < FEWEST {
        return Vec::new();
    }
    let paragraphs: Vec<Paragraph> = paragraphs(blocks, units).collect();
    let voices = Voices::new(scan, mentions).of(&labels);
    let mut labels: Vec<(Label, Voice)> =
        labels.into_iter().zip(voices).filter_map(|(label, voice)| Some((label, voice?))).collect();
    if !is_transcript(scan, &paragraphs, &labels) {
        return Vec::new();
    }
    let answers = interviewee(mentions, blocks, &paragraphs[..labels[0].0.paragraph]).map(Voice::Entity);
    for (_, voice) in &mut labels {
        if let (Voice::Answer, Some(answers)) = (*voice, answers) {
            *voice = answers;
        }
    }
    name_labels(&labels, mentions);
    turns(scan, blocks, &paragraphs, &labels, mentions)
}

/// The paragraphs that may be turns or lie between them.
fn paragraphs(blocks: &[BlockData], units: &[Unit]) -> impl Iterator<Item = Paragraph> {
    units
        .chunk_by(|one, next| one.block == next.block)
        .map(|units| {
            let tokens = units[0].tokens.start..units[units.len() - 1].tokens.end;
            Paragraph { block: units[0].block, tokens }
        })
        .filter(|paragraph| blocks[paragraph.block].kind != BlockKind::Caption)
}

/// The chunks that begin in a range of tokens.
fn chunks_in(mentions: &Mentions, tokens: &Range<usize>) -> Range<usize> {
    let before = |end: usize| mentions.chunks.partition_point(|chunk| (chunk.tokens.start as usize) < end);
    before(tokens.start)..before(tokens.end)
}

/// The chunk that a label is: it ends where the name does.
fn chunk_of(mentions: &Mentions, name: &Range<usize>) -> Option<usize> {
    chunks_in(mentions, name).rev().find(|chunk| mentions.chunks[*chunk].tokens.end as usize == name.end)
}

/// Whether labels make a transcript: two voices at least, and most speak as people do to one another.
fn is_transcript(scan: &Scan<'_>, paragraphs: &[Paragraph], labels: &[(Label, Voice)]) -> bool {
    let Some((_, first)) = labels.first() else { return false };
    let of_first = labels.iter().filter(|(_, voice)| voice == first).count();
    let others = labels.len() - of_first;
    let spoken = labels
        .iter()
        .filter(|(label, _)| is_spoken(scan, label.colon + 1..paragraphs[label.paragraph].tokens.end))
        .count();
    labels.len() >= FEWEST && others > 0 && 2 * spoken >= labels.len()
}

/// Sees to it that the label of each voice that has a name is a chunk, and that the chunk is of that voice.
fn name_labels(labels: &[(Label, Voice)], mentions: &mut Mentions) {
    let mut added = Vec::new();
    for (label, voice) in labels {
        let entity = match voice {
            Voice::Entity(entity) => Some(*entity),
            Voice::Label(_) => None,
            Voice::Question | Voice::Answer => continue,
        };
        match chunk_of(mentions, &label.name) {
            Some(chunk) => {
                let chunk = &mut mentions.chunks[chunk];
                chunk.entity = entity;
                chunk.kind = SpeakerKind::Person;
            }
            None if chunks_in(mentions, &label.name).is_empty() => added.push(chunk(&label.name, entity)),
            None => {}
        }
    }
    if !added.is_empty() {
        mentions.chunks.append(&mut added);
        mentions.chunks.sort_by_key(|chunk| chunk.tokens.start);
    }
}

/// The chunk of a label that is no noun phrase: a letter.
fn chunk(name: &Range<usize>, entity: Option<Index>) -> Chunk {
    let tokens = name.start as u32..name.end as u32;
    Chunk {
        head: tokens.end - 1,
        name: tokens.clone(),
        class: ChunkClass::Name,
        kind: SpeakerKind::Person,
        gender: Gender::Unknown,
        plural: false,
        owner: 0..0,
        owner_entity: None,
        whole: tokens.clone(),
        entity,
        tokens,
    }
}

/// The turns that begin with labels. Between two labels paragraphs without one go on with the turn, where labels are dense
/// and no bracket says that it is no speech: `(LAUGHTER)`.
fn turns(
    scan: &Scan<'_>,
    blocks: &[BlockData],
    paragraphs: &[Paragraph],
    labels: &[(Label, Voice)],
    mentions: &Mentions,
) -> Vec<Turn> {
    let (Some((first, _)), Some((last, _))) = (labels.first(), labels.last()) else { return Vec::new() };
    let dense = DENSE * labels.len() >= last.paragraph - first.paragraph;
    let goes_on = |paragraph: &&Paragraph| {
        blocks[paragraph.block].kind == BlockKind::Paragraph
            && !scan.tokens[paragraph.tokens.start].is(Kind::Open)
    };
    let mut found = Vec::with_capacity(labels.len());
    for (number, (label, voice)) in labels.iter().enumerate() {
        let named = matches!(voice, Voice::Entity(_) | Voice::Label(_));
        let Some(speaker) = chunk_of(mentions, &label.name).filter(|_| named) else { continue };
        let own = &paragraphs[label.paragraph];
        let next = labels.get(number + 1).map_or(label.paragraph + 1, |(next, _)| next.paragraph);
        let more = paragraphs[label.paragraph + 1..next].iter().take_while(goes_on).filter(|_| dense);
        let said = std::iter::once(label.colon + 1..own.tokens.end);
        let content: Pieces = said.chain(more.map(|paragraph| paragraph.tokens.clone())).collect();
        let blocks = own.block..paragraphs[label.paragraph + content.iter().count() - 1].block + 1;
        found.push(Turn { blocks, colon: label.colon, speaker, content });
    }
    found
}
