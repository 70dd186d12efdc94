//! The one pass over the bytes: lines, tokens, and for every word one look-up in the lexicon.
//!
//! Everything behind this stage walks tokens.

mod address;
mod chars;
mod lexer;
mod mark;
mod own;
mod phrase;
#[cfg(test)]
mod tests;
mod token;
mod tokens;
mod word;

#[cfg(any(test, feature = "invariants"))]
pub(crate) use chars::is_invisible;
pub(crate) use mark::Mark;
pub(crate) use own::{OwnEntry, OwnUnit, OwnWord, OwnWords};
pub(crate) use phrase::Phrase;
pub(crate) use token::{Kind, Shape, Token};
pub(crate) use tokens::{Failure, Parsed, Tokens, fail};

use crate::lexicon::Folded;
use crate::scratch::{Lent, Spare};
use crate::span::Span;
use std::ops::Range;

/// A line that shows something, without the white space around it.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Indices of its tokens, of which there are some.
    pub(crate) tokens: Range<u32>,
    /// How many blank lines stand before it.
    pub(crate) blank_before: u32,
}

impl Line {
    /// Indices of its tokens.
    pub(crate) fn range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }
}

/// What the stage reads into.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    tokens: Spare<Vec<Token>>,
    lines: Spare<Vec<Line>>,
}

/// The text as tokens and lines.
#[derive(Debug)]
pub(crate) struct Scan<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Lent<'t, Vec<Token>>,
    pub(crate) lines: Lent<'t, Vec<Line>>,
    own: Option<own::Own>,
}

impl<'t> Scan<'t> {
    /// Reads the whole text. Texts of more than `u32::MAX` bytes are cut by the caller.
    #[inline(never)]
    pub(crate) fn read(text: &'t str, scratch: &'t mut Scratch) -> Self {
        lexer::scan(text, scratch.tokens.lend(), scratch.lines.lend())
    }

    /// The same by itself.
    pub(crate) fn new(text: &'t str) -> Self {
        lexer::scan(text, Lent::homeless(), Lent::homeless())
    }

    /// The surface of a span. Without a way to panic it costs nothing where it is not looked at.
    #[inline]
    pub(crate) fn str(&self, span: Span) -> &'t str {
        let surface = self.text.get(span.range());
        debug_assert!(surface.is_some(), "spans lie on character boundaries inside the text");
        surface.unwrap_or_default()
    }

    /// The surface of a token.
    #[inline]
    pub(crate) fn word(&self, index: usize) -> &'t str {
        self.str(self.tokens[index].span())
    }

    /// The bytes of a token, which cost less to fetch than its surface.
    #[inline]
    pub(crate) fn letters(&self, token: &Token) -> &'t [u8] {
        self.text.as_bytes().get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    /// A token as it is looked up: folded, and without the last full stop of `U.S.`; nothing for one that is too long.
    pub(crate) fn folded(&self, index: usize) -> Option<Folded> {
        let token = &self.tokens[index];
        let surface = self.word(index);
        let dotted = token.shape.has(Shape::DOTTED);
        let bare = if dotted { surface.strip_suffix('.').unwrap_or(surface) } else { surface };
        if token.is_word() && bare.is_ascii() {
            let start = token.start as usize;
            Folded::ascii(self.text.as_bytes(), start, start + bare.len())
        } else {
            Folded::new(bare)
        }
    }

    /// Whether a token is a word, however capitalised.
    #[inline]
    pub(crate) fn is(&self, token: &Token, word: &str) -> bool {
        word.len() == (token.end - token.start) as usize && self.is_one_of(token, &[word])
    }

    /// Whether a token is one of some words, however capitalised. Nearly all are told apart by their lengths, before any
    /// letter is looked at.
    #[inline]
    pub(crate) fn is_one_of(&self, token: &Token, words: &[&str]) -> bool {
        let surface = self.letters(token);
        words.iter().any(|word| word.len() == surface.len() && word.as_bytes().eq_ignore_ascii_case(surface))
    }

    /// [`Scan::is_one_of`] of words that are written where it is called, not empty: lengths and first letters, which are known
    /// when the library is compiled, tell nearly all apart at once.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "only where the words are known")]
    pub(crate) fn is_one_of_these<const N: usize>(&self, token: &Token, words: &[&str; N]) -> bool {
        let (mut lengths, mut letters) = (0_u32, 0_u32);
        for word in words {
            lengths |= 1 << (word.len() & 31);
            letters |= 1 << (word.as_bytes()[0] & 31);
        }
        let length = token.end - token.start;
        let first = self.text.as_bytes().get(token.start as usize).copied().unwrap_or_default();
        let may = lengths >> (length & 31) & letters >> (first & 31) & 1 != 0;
        may && self.spells_one_of(token, words)
    }

    #[inline(never)]
    fn spells_one_of(&self, token: &Token, words: &[&str]) -> bool {
        self.is_one_of(token, words)
    }

    /// Whether the caller's own words were marked.
    #[inline]
    pub(crate) fn has_own(&self) -> bool {
        self.own.is_some()
    }

    /// The quotation mark that the token of an index is.
    pub(crate) fn mark(&self, index: usize) -> Option<Mark> {
        self.mark_of(&self.tokens[index])
    }

    /// The quotation mark that a token is.
    pub(crate) fn mark_of(&self, token: &Token) -> Option<Mark> {
        if token.is(Kind::Quote) { Mark::at(self.str(token.span())).map(|(mark, _)| mark) } else { None }
    }

    /// The span from the first to the last token of a range of indices, which must not be empty.
    pub(crate) fn span_of(&self, tokens: Range<usize>) -> Span {
        Span::ordered(self.tokens[tokens.start].start, self.tokens[tokens.end - 1].end)
    }

    /// The index of the first token that ends behind `offset`: the one that holds it, or the next.
    #[cfg(feature = "fit")]
    pub(crate) fn token_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|token| token.end <= offset)
    }

    /// The tokens that lie inside a span.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.start < span.start());
        let end = self.tokens.partition_point(|token| token.end <= span.end());
        start..end.max(start)
    }
}
