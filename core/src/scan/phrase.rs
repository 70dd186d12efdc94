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
        if index < limit && lexicon::opens(token.word, table) {
            self.entry(table, index, limit)
        } else {
            None
        }
    }

    #[inline(never)]
    fn entry(&self, table: Table, index: usize, limit: usize) -> Option<Phrase> {
        let token = &self.tokens[index];
        if token.any(Classes::PHRASE) {
            let found =
                lexicon::phrases(token.word).filter(|phrase| phrase.table == table).find_map(|phrase| {
                    self.phrase_end(phrase, index, limit).map(|end| Phrase { row: phrase.row, end })
                });
            if found.is_some() {
                return found;
            }
        }
        lexicon::row(token.word, table, self.word(index)).map(|row| Phrase { row, end: index + 1 })
    }

    fn phrase_end(&self, phrase: &lexicon::PhraseEntry, index: usize, limit: usize) -> Option<usize> {
        let mut at = index + 1;
        for word in phrase.rest {
            let next = self.tokens.get(at)?;
            // The apostrophe of a plural, `presidents' day`, is a mark of its own.
            let apostrophe =
                next.is_glued() && matches!(self.mark(at), Some(Mark::SingleStraight | Mark::SingleClose));
            let joint = next.is(Kind::Hyphen)
                || apostrophe && self.word(at - 1).ends_with(['s', 'S'])
                || next.is(Kind::Period) && next.is_glued() && self.tokens[at - 1].any(Classes::ABBREVIATION);
            at += usize::from(joint);
            if at >= limit || self.tokens.get(at)?.word != *word {
                return None;
            }
            at += 1;
        }
        let surface = &self.text[self.tokens[index].start as usize..self.tokens[at - 1].end as usize];
        phrase.exact.is_none_or(|exact| exact == surface).then_some(at)
    }
}
