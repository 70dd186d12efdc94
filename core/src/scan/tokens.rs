//! A run of tokens as the input of a nom grammar.

use super::{Scan, Token};
use nom::{Err, IResult, Input, Needed, error::ParseError};

/// A run of tokens that a grammar reads from the front; cheap to copy.
///
/// Grammars are anchored: they begin at a candidate and see no further than the end of the run, which is the sentence or
/// a fixed window.
#[derive(Clone, Copy)]
pub(crate) struct Tokens<'s> {
    pub(crate) scan: &'s Scan<'s>,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl<'s> Tokens<'s> {
    /// The tokens `start..end` of a scan.
    pub(crate) fn new(scan: &'s Scan<'_>, start: usize, end: usize) -> Self {
        Self { scan, start, end: end.max(start) }
    }

    /// The first token, if any is left.
    pub(crate) fn first(self) -> Option<&'s Token> {
        (self.start < self.end).then(|| &self.scan.tokens[self.start])
    }

    /// The token `ahead` places behind the first.
    pub(crate) fn get(self, ahead: usize) -> Option<&'s Token> {
        (self.start + ahead < self.end).then(|| &self.scan.tokens[self.start + ahead])
    }

    /// The surface of the first token, or nothing.
    #[inline]
    pub(crate) fn surface(self) -> &'s str {
        self.first().map_or("", |token| self.scan.str(token.span()))
    }
}

impl std::fmt::Debug for Tokens<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries((self.start..self.end).map(|index| self.scan.word(index))).finish()
    }
}

impl<'s> Input for Tokens<'s> {
    type Item = &'s Token;
    type Iter = std::slice::Iter<'s, Token>;
    type IterIndices = std::iter::Enumerate<std::slice::Iter<'s, Token>>;

    fn input_len(&self) -> usize {
        self.end - self.start
    }

    fn take(&self, index: usize) -> Self {
        Self { end: self.start + index, ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        Self { start: self.start + index, ..*self }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.scan.tokens[self.start..self.end].iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() { Ok(count) } else { Err(Needed::new(count - self.input_len())) }
    }

    // The runs of tokens are complete: nothing more can arrive, so the streaming form never asks for more.
    fn split_at_position<P: Fn(Self::Item) -> bool, E: ParseError<Self>>(
        &self,
        predicate: P,
    ) -> IResult<Self, Self, E> {
        self.split_at_position_complete(predicate)
    }
}

/// What a grammar over tokens returns.
pub(crate) type Parsed<'s, T> = IResult<Tokens<'s>, T, Failure>;

/// What a grammar says when it fails: nothing, as most do, and nobody asks where.
pub(crate) type Failure = ();

/// Fails a grammar at `input`, so that the next alternative is tried.
#[inline]
pub(crate) fn fail<T>(_input: Tokens<'_>) -> Parsed<'_, T> {
    Err(Err::Error(()))
}
