//! What the weights see of a candidate: features of categories, words of the lexicon, distances and quotation marks.

mod content;
mod cue;
mod source;

pub(super) use content::{Ends, Sides, Starts, left};
pub(super) use cue::cue;
pub(super) use source::Sources;

use super::category::Category;
use super::cue::Site;
use super::view::View;
use crate::lexicon::{Part, Sense};

/// So many tokens of what lies between are looked at, more than any sentence of prose has: a line of a million words with a
/// cue in each is then still read in linear time.
const REACH: usize = 256;

/// The sizes of numbers below 64.
const SIZES: [u8; 64] = {
    /// The first number of each size behind the first.
    const FROM: [usize; 11] = [1, 2, 3, 4, 5, 7, 10, 15, 23, 36, 61];
    let mut sizes = [0; 64];
    let mut number = 1;
    while number < sizes.len() {
        let last: u8 = sizes[number - 1];
        let next = (last as usize) < FROM.len() && FROM[last as usize] == number;
        sizes[number] = last + next as u8;
        number += 1;
    }
    sizes
};

/// A number as one of a dozen sizes.
fn size(number: usize) -> u32 {
    u32::from(SIZES[number.min(SIZES.len() - 1)])
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
fn coarse(category: Category) -> u32 {
    match category {
        Category::CuePast | Category::CueBase | Category::VerbPast | Category::VerbBase => 1,
        Category::CueIng | Category::VerbIng => 2,
        Category::Be | Category::Have | Category::Modal => 3,
        Category::Negation | Category::Adverb | Category::Day => 4,
        Category::Comma => 5,
        Category::QuoteOpen | Category::QuoteClose => 6,
        Category::That | Category::Wh | Category::Subordinator => 7,
        Category::Relative => 8,
        Category::Preposition | Category::Of | Category::To | Category::As => 9,
        Category::And | Category::But => 10,
        Category::Infinitive => 11,
        Category::Dash
        | Category::Colon
        | Category::Semicolon
        | Category::Open
        | Category::Close
        | Category::End
        | Category::Mark
        | Category::Edge => 12,
        Category::Pronoun => 13,
        _ => 14,
    }
}

/// Which kinds of token have been passed on the way through a unit. A stretch in marks is passed in one step.
#[derive(Clone, Copy, Debug)]
struct Passed {
    at: usize,
    /// A bit for each coarse category, and [`STRETCH`] for a stretch.
    kinds: u32,
}

/// The code of a stretch in marks.
const STRETCH: u32 = 15;
/// The bits of verbs.
const VERBS: u32 = 1 << 1 | 1 << 3;

impl Passed {
    const fn new(at: usize) -> Self {
        Self { at, kinds: 0 }
    }

    /// Goes on to a place behind.
    fn forward(&mut self, view: &View<'_>, to: usize) {
        let seen = to.min(self.at + REACH);
        while self.at < seen {
            let token = view.seen(self.at);
            if let Some(end) = view.stretch_end(token) {
                self.kinds |= 1 << STRETCH;
                self.at = end;
            } else {
                self.kinds |= 1 << coarse(token.category);
                self.at += 1;
            }
        }
        self.at = self.at.max(to);
    }

    /// Goes back to a place before.
    fn backward(&mut self, view: &View<'_>, to: usize) {
        let seen = to.max(self.at.saturating_sub(REACH));
        while self.at > seen {
            let token = view.seen(self.at - 1);
            if let Some(start) = view.stretch_start(token) {
                self.kinds |= 1 << STRETCH;
                self.at = start;
            } else {
                self.kinds |= 1 << coarse(token.category);
                self.at -= 1;
            }
        }
        self.at = self.at.min(to);
    }
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
    both(view.category(site.head) as u32, u32::from(site.passive) << 2 | trust(site) & 3)
}

/// What a chunk is as a speaker.
fn shape(view: &View<'_>, chunk: Option<usize>) -> u32 {
    chunk.map_or(0, |chunk| {
        let chunk = &view.mentions.chunks[chunk];
        1 + ((chunk.class as u32) << 4 | (chunk.kind as u32) << 1 | u32::from(chunk.plural))
    })
}
