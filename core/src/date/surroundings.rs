//! What stands around a mention, as far as it tells whether that is a date.

use super::tense::Direction;
use crate::lexicon::{Calendar, Classes, Table, tables};
use crate::scan::{Scan, Token};
use std::ops::Range;

/// Words that a date follows.
pub(super) const BEFORE_DATES: [&str; 24] = [
    "in",
    "on",
    "by",
    "since",
    "until",
    "till",
    "from",
    "to",
    "of",
    "between",
    "before",
    "after",
    "during",
    "through",
    "for",
    "last",
    "this",
    "next",
    "early",
    "late",
    "mid",
    "throughout",
    "circa",
    "come",
];
/// What a found mention stands in.
pub(super) struct Surroundings<'s> {
    pub(super) scan: &'s Scan<'s>,
    pub(super) sentence: Range<usize>,
    pub(super) direction: Direction,
}

impl<'s> Surroundings<'s> {
    /// `may` and `march` without a capital.
    pub(super) fn is_verb(&self, index: usize) -> bool {
        self.token(index)
            .is_some_and(|token| token.any(Classes::MODAL.or(Classes::VERB)) && !token.is_capital())
    }

    pub(super) fn starts_with(&self, tokens: &Range<usize>, words: &[&str]) -> bool {
        self.scan.is_one_of(&self.scan.tokens[tokens.start], words)
    }

    pub(super) fn token(&self, index: usize) -> Option<&'s Token> {
        self.sentence.contains(&index).then(|| &self.scan.tokens[index])
    }

    pub(super) fn before(&self, index: usize) -> Option<&'s Token> {
        self.token(index.checked_sub(1)?)
    }

    /// Whether one of some words stands right before a token.
    pub(super) fn follows(&self, index: usize, words: &[&str]) -> bool {
        self.before(index).is_some_and(|before| self.scan.is_one_of(before, words))
    }

    /// A word that goes on to what a number counts or a name is of, no function word and no verb.
    pub(super) fn is_content(&self, index: usize) -> bool {
        let function = Classes::FUNCTION.or(Classes::VERB).or(Classes::CUE_VERB);
        self.token(index).is_some_and(|token| token.is_word() && !token.any(function))
    }

    pub(super) fn entry(&self, index: usize) -> Option<&'static Calendar> {
        let phrase = self.scan.entry_at(Table::Calendar, index, self.sentence.end)?;
        Some(&tables::CALENDAR[phrase.row as usize])
    }

    pub(super) fn is_ambiguous(&self, index: usize) -> bool {
        self.entry(index).is_some_and(|row| row.ambiguous)
    }

    pub(super) fn follows_of(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| self.scan.is_one_of(token, &["of"]))
    }
}
