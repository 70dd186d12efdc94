//! Phrases of the lexicon at a token.

use super::{Kind, Mark, Scan};
use crate::lexicon::{self, Classes, Table};

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
    #[inline]
    pub(crate) fn entry_at(&self, table: Table, index: usize, limit: usize) -> Option<Phrase> {
        // Most words open no entry of the table, which is known at once.
        let token = self.tokens.get(index)?;
        if index < limit && (lexicon::opens(token.word, table) || token.any(Classes::OWN)) {
            self.entry(table, index, limit)
        } else {
            None
        }
    }

    #[inline(never)]
    fn entry(&self, table: Table, index: usize, limit: usize) -> Option<Phrase> {
        let own = self.own_entry(table, index, limit);
        let built_in = self.built_in_entry(table, index, limit);
        // Of two that are as long the caller's own counts.
        match (own, built_in) {
            (Some(own), Some(built_in)) => Some(if built_in.end > own.end { built_in } else { own }),
            (own, built_in) => own.or(built_in),
        }
    }

    fn built_in_entry(&self, table: Table, index: usize, limit: usize) -> Option<Phrase> {
        let token = &self.tokens[index];
        if token.any(Classes::PHRASE) {
            let found = self.joined(index).and_then(|second| self.phrase_at(table, index, second, limit));
            if found.is_some() {
                return found;
            }
        }
        if !lexicon::stands_in(token.word, table) {
            return None;
        }
        lexicon::row(token.word, table, self.word(index)).map(|row| Phrase { row, end: index + 1 })
    }

    /// The longest phrase of `table` that begins at the token `index` and goes on at `second`.
    fn phrase_at(&self, table: Table, index: usize, second: usize, limit: usize) -> Option<Phrase> {
        let words = (self.tokens[index].word, self.tokens[second].word);
        if second >= limit || !lexicon::may_open(words.0, words.1) {
            return None;
        }
        lexicon::phrases(words.0, table, words.1).iter().find_map(|phrase| {
            self.phrase_end(phrase, index, limit).map(|end| Phrase { row: phrase.row, end })
        })
    }

    fn phrase_end(&self, phrase: &lexicon::PhraseEntry, index: usize, limit: usize) -> Option<usize> {
        let mut last = index;
        for word in phrase.rest {
            last = self.joined(last).filter(|next| *next < limit && self.tokens[*next].word == *word)?;
        }
        let surface = &self.text[self.tokens[index].start as usize..self.tokens[last].end as usize];
        phrase.exact.is_none_or(|exact| exact == surface).then_some(last + 1)
    }

    /// The word of a phrase behind the one at `index`: the next token, or the one behind a hyphen, behind the full stop
    /// of an abbreviation, or behind the apostrophe of a plural, as in `presidents' day`.
    pub(super) fn joined(&self, index: usize) -> Option<usize> {
        let next = self.tokens.get(index + 1)?;
        let joint = match next.kind {
            Kind::Hyphen => true,
            Kind::Period => next.is_glued() && self.tokens[index].any(Classes::ABBREVIATION),
            Kind::Quote if next.is_glued() => {
                matches!(self.mark(index + 1), Some(Mark::SingleStraight | Mark::SingleClose))
                    && self.word(index).ends_with(['s', 'S'])
            }
            _ => false,
        };
        let at = index + 1 + usize::from(joint);
        (at < self.tokens.len()).then_some(at)
    }
}
