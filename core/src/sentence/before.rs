//! What stands before a full stop.

use super::after::{After, Case};
use super::stop::Stop;
use crate::lexicon::{Abbreviation, AbbreviationClass, Only, Table, WordId, tables};
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
    /// What stands before `stop` and `after`, in a sentence that begins at the token `start`.
    pub(super) fn of(scan: &Scan<'_>, start: usize, stop: &Stop, after: &After) -> Self {
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
        let single = scan.word(word).chars().nth(1).is_none();
        match abbreviation(scan, start, word) {
            Some(abbreviation) if applies(abbreviation, token, after) => Self::Abbreviation(abbreviation),
            _ if token.shape.has(Shape::DOTTED) || single && token.is_capital() => Self::Initials,
            _ if (single || token.word == WordId::NONE) && !token.is_capital() => Self::Unknown,
            _ => Self::Plain,
        }
    }

    /// Whether the word whose `!` or `?` stands at `mark` is a name that is written with it.
    pub(super) fn is_brand(scan: &Scan<'_>, start: usize, mark: usize) -> bool {
        mark > start
            && scan.tokens[mark].is_glued()
            && scan.tokens[mark - 1].is_capital()
            && abbreviation(scan, start, mark - 1)
                .is_some_and(|entry| entry.class == AbbreviationClass::Brand)
    }
}

/// Whether a word that the table has is an abbreviation here.
fn applies(abbreviation: &Abbreviation, token: &Token, after: &After) -> bool {
    let fits = match abbreviation.only {
        Only::Anywhere => true,
        Only::Capital => token.is_capital(),
        Only::Number => after.case == Case::Number,
    };
    // `The SEC. It`, but `GOV. SMITH`
    let acronym = token.shape.has(Shape::ALL_CAPS)
        && !token.shape.has(Shape::DOTTED)
        && matches!(after.case, Case::Capital | Case::Starter)
        && !after.shouted;
    fits && !acronym && abbreviation.class != AbbreviationClass::Brand
}

/// The entry of the word that a full stop follows, or of two words of which it is either.
fn abbreviation(scan: &Scan<'_>, start: usize, word: usize) -> Option<&'static Abbreviation> {
    let two = (word > start)
        .then(|| scan.entry_at(Table::Abbreviation, word - 1, word + 1))
        .flatten()
        .filter(|phrase| phrase.end == word + 1);
    let row = two.or_else(|| scan.entry_at(Table::Abbreviation, word, scan.tokens.len()))?.row;
    tables::ABBREVIATION.get(usize::from(row))
}

fn is_colon(token: &Token) -> bool {
    matches!(token.kind, Kind::Colon | Kind::Semicolon)
}
