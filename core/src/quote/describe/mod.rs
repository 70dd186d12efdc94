//! What the weights see of a candidate: features of tags, words of the lexicon, distances and quotation marks.

mod content;
mod cue;
mod source;

pub(super) use content::{end, left, side, start};
pub(super) use cue::cue;
pub(super) use source::source;

use super::cue::Site;
use super::tag::Tag;
use super::unit::View;
use crate::lexicon::{Part, Sense};
use std::ops::Range;

/// Tags that a signature keeps before it says only that more follow.
const SIGNATURE: usize = 7;

/// A number as one of a dozen sizes.
fn size(number: usize) -> u32 {
    match number {
        0..=4 => number as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=22 => 8,
        23..=35 => 9,
        36..=60 => 10,
        _ => 11,
    }
}

/// Two small values as one.
const fn both(a: u32, b: u32) -> u32 {
    a << 8 | b
}

/// Three small values as one.
const fn three(a: u32, b: u32, c: u32) -> u32 {
    a << 16 | b << 8 | c
}

/// What a token is, without regard to its lexicon classes.
fn coarse(tag: Tag) -> u32 {
    match tag {
        Tag::CuePast | Tag::CueBase | Tag::VerbPast | Tag::VerbBase => 1,
        Tag::CueIng | Tag::VerbIng => 2,
        Tag::Be | Tag::Have | Tag::Modal => 3,
        Tag::Negation | Tag::Adverb | Tag::Day => 4,
        Tag::Comma => 5,
        Tag::QuoteOpen | Tag::QuoteClose => 6,
        Tag::That | Tag::Wh | Tag::Subordinator => 7,
        Tag::Relative => 8,
        Tag::Preposition | Tag::Of | Tag::To | Tag::As => 9,
        Tag::And | Tag::But => 10,
        Tag::Infinitive => 11,
        Tag::Dash
        | Tag::Colon
        | Tag::Semicolon
        | Tag::Open
        | Tag::Close
        | Tag::End
        | Tag::Mark
        | Tag::Edge => 12,
        Tag::Pronoun => 13,
        _ => 14,
    }
}

/// The order in which coarse tags follow each other between two places, repetitions left out.
fn signature(view: &View<'_>, tokens: Range<usize>) -> u32 {
    let mut hash = 1_u32;
    let mut last = 0;
    let mut count = 0;
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some(end) = view.stretch_end(at) {
            at = end;
            hash = hash.wrapping_mul(31).wrapping_add(15);
            last = 15;
            count += 1;
            continue;
        }
        let tag = coarse(view.tag(at));
        at += 1;
        if tag == last {
            continue;
        }
        last = tag;
        count += 1;
        if count > SIGNATURE {
            return hash.wrapping_mul(31).wrapping_add(16);
        }
        hash = hash.wrapping_mul(31).wrapping_add(tag);
    }
    hash
}

/// Which coarse tags stand between two places, as bits; not looked at further than a clause is long.
fn contents(view: &View<'_>, tokens: Range<usize>) -> u32 {
    tokens.take(40).fold(
        0,
        |bits, at| {
            if view.is_quoted(at) { bits | 1 } else { bits | 1 << coarse(view.tag(at)) }
        },
    )
}

/// How far the lexicon trusts the word, what it reports and its part of speech.
fn trust(site: &Site) -> u32 {
    let Some(row) = site.row else { return 0xff };
    let part = match row.part {
        Part::Verb => 0,
        Part::Noun => 1,
        Part::Preposition => 2,
        _ => 3,
    };
    let sense = match row.sense {
        Sense::Speech => 0,
        Sense::Mind => 1,
        Sense::Act => 2,
    };
    u32::from(row.reports / 12) << 4 | sense << 2 | part
}

/// The part of speech of a cue, its form, and whether it is passive.
fn form(view: &View<'_>, site: &Site) -> u32 {
    both(view.tag(site.head) as u32, u32::from(site.passive) << 2 | trust(site) & 3)
}

/// What a chunk is as a speaker.
fn shape(view: &View<'_>, chunk: Option<usize>) -> u32 {
    chunk.map_or(0, |chunk| {
        let chunk = &view.mentions.chunks[chunk];
        1 + ((chunk.class as u32) << 4 | (chunk.kind as u32) << 1 | u32::from(chunk.plural))
    })
}
