//! A sentence as the grammars of numbers look at it: by index, ahead and behind, never over its ends.

use crate::lexicon::{self, Classes, NumberClass, NumberWord, Table, WordId, tables};
use crate::scan::{Kind, Phrase, Scan, Token, Tokens};
use crate::span::Span;
use std::ops::Range;

/// The longest phrase, in tokens, that is looked for behind a place.
const BEHIND: usize = 7;

/// The tokens `start..end` of a scan.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run<'s> {
    pub(crate) scan: &'s Scan<'s>,
    tokens: &'s [Token],
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl<'s> Run<'s> {
    pub(crate) fn new(scan: &'s Scan<'_>, tokens: Range<usize>) -> Self {
        let Range { start, end } = tokens;
        let end = end.min(scan.tokens.len());
        Self { scan, tokens: scan.tokens.get(start..end).unwrap_or_default(), start, end }
    }

    /// The token at an index, if the sentence holds it.
    pub(crate) fn token(self, index: usize) -> Option<&'s Token> {
        // Before the sentence the place within it is larger than any.
        self.tokens.get(index.wrapping_sub(self.start))
    }

    /// The tokens from an index on.
    pub(crate) fn rest(self, index: usize) -> &'s [Token] {
        self.scan.tokens.get(index..self.end).unwrap_or_default()
    }

    /// The token before an index.
    pub(crate) fn before(self, index: usize) -> Option<&'s Token> {
        self.token(index.checked_sub(1)?)
    }

    /// The surface of a token, or nothing.
    pub(crate) fn surface(self, index: usize) -> &'s str {
        self.token(index).map_or("", |token| self.scan.str(token.span()))
    }

    /// Whether a word stands there, however it is capitalised.
    #[inline]
    pub(crate) fn is(self, index: usize, word: &str) -> bool {
        self.token(index).is_some_and(|token| self.scan.is(token, word))
    }

    /// Whether one of these words stands there.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "so that the words are known where they are compared")]
    pub(crate) fn is_one_of<const N: usize>(self, index: usize, words: &[&str; N]) -> bool {
        self.token(index).is_some_and(|token| self.scan.is_one_of_these(token, words))
    }

    /// Whether the token before an index is one of these words.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "so that the words are known where they are compared")]
    pub(crate) fn follows<const N: usize>(self, index: usize, words: &[&str; N]) -> bool {
        index > self.start && self.is_one_of(index - 1, words)
    }

    pub(crate) fn kind(self, index: usize, kind: Kind) -> bool {
        self.token(index).is_some_and(|token| token.is(kind))
    }

    /// Whether a token of this kind stands there with nothing before it.
    pub(crate) fn glued(self, index: usize, kind: Kind) -> bool {
        self.token(index).is_some_and(|token| token.is(kind) && token.is_glued())
    }

    /// Whether nothing stands between the token at an index and the one before.
    pub(crate) fn is_glued(self, index: usize) -> bool {
        self.token(index).is_some_and(Token::is_glued)
    }

    pub(crate) fn any(self, index: usize, classes: Classes) -> bool {
        self.token(index).is_some_and(|token| token.any(classes))
    }

    pub(crate) fn is_word(self, index: usize) -> bool {
        self.token(index).is_some_and(Token::is_word)
    }

    /// The tokens from an index on, as the input of a grammar.
    pub(crate) fn from(self, index: usize) -> Tokens<'s> {
        Tokens::new(self.scan, index.min(self.end), self.end)
    }

    /// The span of tokens, which must not be none.
    pub(crate) fn span(self, tokens: Range<usize>) -> Span {
        self.scan.span_of(tokens)
    }

    /// The text between two tokens that follow each other.
    pub(crate) fn gap(self, index: usize) -> &'s str {
        match (self.before(index), self.token(index)) {
            (Some(left), Some(right)) => self.scan.str(Span::new(left.end, right.start)),
            _ => "",
        }
    }

    /// The longest entry of a table that begins there.
    pub(crate) fn entry(self, table: Table, index: usize) -> Option<Phrase> {
        self.token(index)?;
        self.scan.entry_at(table, index, self.end)
    }

    /// The longest entry of a table that ends before `end` and begins at `floor` or behind it: its start and row.
    pub(crate) fn entry_before(
        self,
        table: Table,
        floor: usize,
        end: usize,
        wanted: impl Fn(u16) -> bool,
    ) -> Option<(usize, u16)> {
        let floor = end.saturating_sub(BEHIND).max(floor).max(self.start);
        let own = self.scan.has_own();
        let known = |token: &Token| own || token.word != WordId::NONE;
        // Most words before a number are none that the lexicon has; no entry goes over one.
        let tokens = self.scan.tokens.get(floor..end.min(self.end))?;
        if !tokens.last().is_some_and(known) {
            return None;
        }
        let inside =
            |token: &&Token| known(token) || matches!(token.kind, Kind::Hyphen | Kind::Period | Kind::Quote);
        let first = end - tokens.iter().rev().take_while(inside).count();
        (first..end).find_map(|start| {
            let opens = own || lexicon::opens(tokens[start - floor].word, table);
            let phrase = opens.then(|| self.scan.entry_at(table, start, end)).flatten()?;
            (phrase.end == end && wanted(phrase.row)).then_some((start, phrase.row))
        })
    }

    /// What the table of number words says of the token.
    pub(crate) fn number_word(self, index: usize) -> Option<&'static NumberWord> {
        let token = self.token(index)?;
        number_word(token, self.surface(index))
    }

    /// The number word at an index, if it is of a class.
    pub(crate) fn number_word_of(self, index: usize, class: NumberClass) -> Option<&'static NumberWord> {
        self.number_word(index).filter(|row| row.class == class)
    }
}

/// What the table of number words says of a token with this surface.
pub(super) fn number_word(token: &Token, surface: &str) -> Option<&'static NumberWord> {
    if !token.any(Classes::NUMBER.or(Classes::ORDINAL).or(Classes::FRACTION)) {
        return None;
    }
    lexicon::row(token.word, Table::NumberWord, surface).and_then(|row| tables::NUMBER_WORD.get(row as usize))
}
