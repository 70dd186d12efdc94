//! Phrases of the lexicon at a token.

use super::{Kind, Mark, Scan, Token};
use crate::lexicon::{self, Classes, Table};
use std::ops::Range;

/// An entry of a table that stands at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// The row of the table.
    pub(crate) row: u16,
    /// The index behind its last token.
    pub(crate) end: usize,
}

impl Scan<'_> {
    /// The longest entry of `table` that begins at the token `index`, before the token `limit`.
    ///
    /// A hyphen in the text matches the space of a phrase, and so does the full stop of an abbreviation.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "asked of most words, and nearly all open no entry of the table")]
    pub(crate) fn entry_at(&self, table: Table, index: usize, limit: usize) -> Option<Phrase> {
        let token = self.tokens.get(index)?;
        let (alone, first) = lexicon::standing(token.word, table);
        if first && self.may_go_on(table, index) || token.any(Classes::OWN) {
            self.entry(table, index, limit)
        } else if alone && index < limit {
            self.row(table, index).map(|row| Phrase { row, end: index + 1 })
        } else {
            None
        }
    }

    /// Whether a built-in phrase of `table` may begin with a token and what stands behind it: nearly all words that open a
    /// phrase stand before one that goes on with none.
    #[inline]
    pub(crate) fn may_go_on(&self, table: Table, index: usize) -> bool {
        self.tokens.get(index + 1).is_some_and(|next| {
            lexicon::may_open(self.tokens[index].word, next.word, table) || may_join(next)
        })
    }

    #[inline(never)]
    fn entry(&self, table: Table, index: usize, limit: usize) -> Option<Phrase> {
        if index >= limit {
            return None;
        }
        let token = &self.tokens[index];
        let (alone, first) = lexicon::standing(token.word, table);
        let phrase = if first { self.phrase(table, index, limit) } else { None };
        let single = || self.row(table, index).map(|row| Phrase { row, end: index + 1 });
        let entry = if phrase.is_none() && alone { single() } else { phrase };
        if token.any(Classes::OWN) { self.own_or(entry, table, index, limit) } else { entry }
    }

    /// The longest entry of `table` of more than one word, as [`Scan::entry_at`] finds it.
    #[inline]
    pub(crate) fn phrase_at(&self, table: Table, index: usize, limit: usize) -> Option<Phrase> {
        let token = self.tokens.get(index)?;
        let (_, first) = lexicon::standing(token.word, table);
        let built_in = if first { self.phrase(table, index, limit) } else { None };
        let found =
            if token.any(Classes::OWN) { self.own_or(built_in, table, index, limit) } else { built_in };
        found.filter(|found| found.end > index + 1)
    }

    /// The first row of `table` that the word at `index` stands in by itself.
    #[inline(never)]
    pub(crate) fn row(&self, table: Table, index: usize) -> Option<u16> {
        match lexicon::first_row(self.tokens[index].word, table) {
            Some((row, false)) => Some(row),
            Some((_, true)) => self.written_row(table, index),
            None => None,
        }
    }

    /// [`Scan::row`] where capitals matter.
    #[cold]
    fn written_row(&self, table: Table, index: usize) -> Option<u16> {
        lexicon::row(self.tokens[index].word, table, self.word(index))
    }

    /// The longest entry of more than one word.
    #[inline]
    fn phrase(&self, table: Table, index: usize, limit: usize) -> Option<Phrase> {
        let second = self.next_of_phrase(index, limit)?;
        // Nearly all pairs of words open none.
        if lexicon::may_open(self.tokens[index].word, self.tokens[second].word, table) {
            self.phrase_from(table, index..second, limit)
        } else {
            None
        }
    }

    /// The longest entry that begins with the words at the ends of `opening`.
    #[inline(never)]
    fn phrase_from(&self, table: Table, opening: Range<usize>, limit: usize) -> Option<Phrase> {
        let Range { start: index, end: second } = opening;
        let (first, next) = (self.tokens[index].word, self.tokens[second].word);
        lexicon::phrases(first, next, table).find_map(|phrase| {
            let mut last = second;
            for word in phrase.rest().skip(1) {
                last = self.next_of_phrase(last, limit).filter(|next| self.tokens[*next].word == word)?;
            }
            let end = last + 1;
            let surface = || self.str(self.span_of(index..end));
            phrase.fits(surface).then_some(Phrase { row: phrase.row(), end })
        })
    }

    /// The next word of a phrase, behind a hyphen, an apostrophe or the full stop of an abbreviation.
    #[inline]
    pub(super) fn next_of_phrase(&self, last: usize, limit: usize) -> Option<usize> {
        let next = self.tokens.get(last + 1)?;
        let joint = may_join(next) && self.joins(last);
        let at = last + 1 + usize::from(joint);
        (at < limit.min(self.tokens.len())).then_some(at)
    }

    /// Whether the mark behind `last` may stand within a phrase.
    #[inline(never)]
    fn joins(&self, last: usize) -> bool {
        let next = &self.tokens[last + 1];
        match next.kind {
            Kind::Hyphen => true,
            Kind::Period => next.is_glued() && self.tokens[last].any(Classes::ABBREVIATION),
            // The apostrophe of a plural, `presidents' day`, is a mark of its own.
            Kind::Quote => {
                next.is_glued()
                    && matches!(self.mark(last + 1), Some(Mark::SingleStraight | Mark::SingleClose))
                    && self.word(last).ends_with(['s', 'S'])
            }
            _ => false,
        }
    }
}

/// Whether a mark may stand within a phrase, as far as that alone tells.
#[inline]
fn may_join(mark: &Token) -> bool {
    matches!(mark.kind, Kind::Hyphen | Kind::Period | Kind::Quote)
}
