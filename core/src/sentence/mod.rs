//! Where sentences end.

mod after;
mod before;
mod decide;
mod list;
mod result;
mod stop;
#[cfg(test)]
mod tests;

pub use result::Sentence;
pub(crate) use result::SentenceData;

use crate::layout::BlockData;
use crate::lexicon::WordId;
use crate::room::Progress;
use crate::scan::{Kind, Line, Scan, Shape, Token};
use crate::scratch::Lent;
use list::Marker;
use std::ops::Range;
use stop::{Marks, Stop};

/// Cuts the blocks of prose into sentences.
#[inline(never)]
pub(crate) fn split<'a>(
    scan: &Scan<'_>,
    blocks: &[BlockData],
    mut sentences: Lent<'a, Vec<SentenceData>>,
) -> Lent<'a, Vec<SentenceData>> {
    sentences.reserve_exact(blocks.len() + scan.tokens.len() / 32);
    let mut lines = scan.lines.as_slice();
    let start = |line: &Line| scan.tokens[line.tokens.start as usize].start;
    for (block, data) in blocks.iter().enumerate().filter(|(_, data)| data.kind.is_prose()) {
        // Blocks are made of whole lines.
        let first = lines.iter().position(|line| start(line) >= data.span.start());
        let behind = lines.iter().position(|line| start(line) >= data.span.end());
        let (own, rest) = lines.split_at(behind.unwrap_or(lines.len()));
        lines = rest;
        let (Some(first), Some(last)) = (first.and_then(|first| own.get(first)), own.last()) else {
            continue;
        };
        let (start, end) = (first.tokens.start as usize, last.tokens.end as usize);
        Cutter { scan, block, start, end, marker: None, sentences: &mut sentences }.cut();
    }
    sentences.fit();
    sentences
}

/// Walks the tokens of one block.
struct Cutter<'s> {
    scan: &'s Scan<'s>,
    block: usize,
    /// The first token of the sentence being read.
    start: usize,
    /// The end of the block.
    end: usize,
    /// The marker of the list that the block turned out to be.
    marker: Option<Marker>,
    sentences: &'s mut Vec<SentenceData>,
}

impl Cutter<'_> {
    fn cut(mut self) {
        let mut marks = Marks::default();
        // Whether the token before is one that may stand by itself.
        let mut apart = false;
        let mut at = self.item(self.start);
        loop {
            if !apart && self.marker.is_none() {
                at = self.skip(at);
            }
            if at >= self.end {
                break;
            }
            if let Some(stop) = Stop::read(self.scan, at, self.end, &mut marks) {
                at = stop.end;
                apart = false;
                if decide::ends(self.scan, self.start, &stop, self.end) {
                    at = self.close(at);
                }
            } else if at > self.start && self.begins(at) {
                at = self.close(at);
                apart = false;
            } else {
                marks.see(self.scan, at);
                apart = list::stands_apart(self.scan, at);
                at += 1;
            }
        }
        self.close(self.end);
    }

    /// The first token from `at` on that is not one of most: they end no sentence, quote nothing and never stand by
    /// themselves.
    fn skip(&self, at: usize) -> usize {
        let inner = |token: &Token| match token.kind {
            Kind::Word => {
                let known = token.word != WordId::NONE || token.is_capital();
                !token.shape.has(Shape::DOTTED) && (known || !list::is_rule(self.scan, token))
            }
            Kind::Comma | Kind::Clitic | Kind::Number | Kind::Hyphen | Kind::Colon | Kind::Semicolon => true,
            _ => false,
        };
        let ahead = self.scan.tokens.get(at..self.end).unwrap_or_default();
        at + ahead
            .iter()
            .position(|token| !token.shape.has(Shape::PLAIN) && !inner(token))
            .unwrap_or(ahead.len())
    }

    /// Whether a sentence begins at `at` though no end mark stands before it.
    fn begins(&self, at: usize) -> bool {
        self.marker.is_some_and(|marker| marker.follows(self.scan, at, self.end))
            || list::parts(self.scan, at, self.end)
    }

    /// Ends the sentence before the token `at`. Where to read on.
    fn close(&mut self, at: usize) -> usize {
        let sentence = visible(self.scan, self.start..at);
        if !sentence.is_empty() {
            Progress { done: at, all: self.scan.tokens.len() }.reserve(self.sentences, 1);
            self.sentences.push(SentenceData::new(&sentence, self.block));
        }
        self.start = at;
        self.item(at)
    }

    /// Steps over the list marker, if one opens the sentence at `at`: its full stop ends nothing.
    fn item(&mut self, at: usize) -> usize {
        match Marker::read(self.scan, at, self.end, self.marker) {
            Some((marker, behind)) => {
                self.marker = Some(marker);
                behind
            }
            None => at,
        }
    }
}

/// A range of tokens without those at its ends that show nothing.
fn visible(scan: &Scan<'_>, mut tokens: Range<usize>) -> Range<usize> {
    while !tokens.is_empty() && scan.tokens[tokens.start].is(Kind::Invisible) {
        tokens.start += 1;
    }
    while !tokens.is_empty() && scan.tokens[tokens.end - 1].is(Kind::Invisible) {
        tokens.end -= 1;
    }
    tokens
}
