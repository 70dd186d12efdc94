//! What stands before a full stop.

use super::stop::Stop;
use crate::lexicon::{Abbreviation, Only, Table, tables};
use crate::scan::{Kind, Scan, Shape, Token};

/// What stands before a full stop, as far as it tells whose stop it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Before {
    /// A word, a number or a mark whose stop can only end a sentence.
    Plain,
    /// A word that the lexicon does not have, in lower case: it may be short for another.
    Unknown,
    Abbreviation(&'static Abbreviation),
    /// `J.`, `J.K.`
    Initials,
    /// A number or a letter behind a colon: the first item of a list in the line.
    Marker,
}

impl Before {
    /// What stands before `stop`, in a sentence that begins at the token `start`.
    pub(super) fn of(scan: &Scan<'_>, start: usize, stop: &Stop) -> Self {
        let mark = &scan.tokens[stop.at];
        let word = if mark.is_word() {
            stop.at
        } else if stop.at > start && mark.is_glued() {
            stop.at - 1
        } else {
            return Self::Plain;
        };
        let token = &scan.tokens[word];
        match token.kind {
            Kind::Word => {}
            Kind::Number if word > start && is_colon(&scan.tokens[word - 1]) && scan.word(word).len() < 3 => {
                return Self::Marker;
            }
            _ => return Self::Plain,
        }
        if let Some(abbreviation) = abbreviation(scan, start, word) {
            if abbreviation.only != Only::Capital || token.is_capital() {
                return Self::Abbreviation(abbreviation);
            }
        }
        let single = token.shape.has(Shape::CAPITAL) && scan.word(word).chars().nth(1).is_none();
        if token.shape.has(Shape::DOTTED) || single {
            Self::Initials
        } else if token.word == crate::lexicon::WordId::NONE && !token.is_capital() {
            Self::Unknown
        } else {
            Self::Plain
        }
    }
}

/// The entry of the word that a full stop follows, or of two words whose second it is.
fn abbreviation(scan: &Scan<'_>, start: usize, word: usize) -> Option<&'static Abbreviation> {
    let two = (word > start)
        .then(|| scan.entry_at(Table::Abbreviation, word - 1, word + 1))
        .flatten()
        .filter(|phrase| phrase.end == word + 1);
    let row = two.or_else(|| scan.entry_at(Table::Abbreviation, word, word + 1))?.row;
    tables::ABBREVIATION.get(usize::from(row))
}

fn is_colon(token: &Token) -> bool {
    matches!(token.kind, Kind::Colon | Kind::Semicolon)
}
