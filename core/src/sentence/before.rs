//! What stands before a full stop.

use super::after::{After, Case};
use super::stop::Stop;
use crate::lexicon::{Abbreviation, AbbreviationClass, Only, Table, WordId, tables};
use crate::scan::{Kind, Scan, Shape, Token};
use std::ops::Range;

/// What stands before a full stop, as far as it tells whose stop it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Before {
    /// A word, a number or a mark whose stop can only end a sentence.
    Plain,
    /// A word in lower case that may be short for another, though no table says so.
    Unknown,
    Abbreviation(&'static Abbreviation),
    /// `J.`, `J.K.`
    Initials,
    /// A number or a letter behind a colon: the first item of a list in the line.
    Marker,
}

impl Before {
    /// What stands before `stop` and `after`, in a sentence that begins at the start of `rest`, which the text goes on in.
    pub(super) fn of(scan: &Scan<'_>, rest: Range<usize>, stop: &Stop, after: &After) -> Self {
        let start = rest.start;
        let mark = &scan.tokens[stop.at];
        let word = if mark.is_word() {
            stop.at
        } else if stop.at > start && mark.is_glued() {
            stop.at - 1
        } else {
            return Self::Plain;
        };
        let token = &scan.tokens[word];
        if token.is(Kind::Number) && is_item(scan, start, word) {
            return Self::Marker;
        }
        if !token.is_word() {
            return Self::Plain;
        }
        let single = scan.word(word).chars().nth(1).is_none();
        match abbreviation(scan, rest, word) {
            Some(entry) if applies(scan, entry, token, after) => Self::Abbreviation(entry),
            _ if token.shape.has(Shape::DOTTED) || single && token.is_capital() => Self::Initials,
            _ if token.is_capital() => Self::Plain,
            // `5th st.`, `2 in. tall`
            Some(_) => Self::Unknown,
            None if single || token.word == WordId::NONE => Self::Unknown,
            None if word > start && scan.tokens[word - 1].is(Kind::Number) => Self::Unknown,
            None => Self::Plain,
        }
    }

    /// Whether the word whose `!` or `?` stands at `mark` is a name that is written with it.
    pub(super) fn is_brand(scan: &Scan<'_>, rest: Range<usize>, mark: usize) -> bool {
        mark > rest.start
            && scan.tokens[mark].is_glued()
            && scan.tokens[mark - 1].is_capital()
            && abbreviation(scan, rest, mark - 1).is_some_and(|entry| entry.class == AbbreviationClass::Brand)
    }
}

/// Whether a word that the table has is an abbreviation here.
fn applies(scan: &Scan<'_>, entry: &Abbreviation, token: &Token, after: &After) -> bool {
    let fits = match entry.only {
        Only::Anywhere => true,
        // `on nov. 5`, by those who write without capitals
        Only::Capital => {
            token.is_capital() || entry.class == AbbreviationClass::Month && after.case == Case::Number
        }
        Only::Number => {
            after.case == Case::Number || after.case == Case::Capital && is_roman(scan.word(after.at))
        }
    };
    // `The SEC. It`, but `GOV. SMITH`
    let acronym = token.shape.has(Shape::ALL_CAPS)
        && !token.shape.has(Shape::DOTTED)
        && matches!(after.case, Case::Capital | Case::Starter)
        && !scan.tokens[after.at].shape.has(Shape::ALL_CAPS);
    fits && !acronym && entry.class != AbbreviationClass::Brand
}

/// `II`, `V`; `I` is a pronoun more often.
fn is_roman(word: &str) -> bool {
    word != "I" && word.bytes().all(|letter| b"IVXLC".contains(&letter))
}

/// The entry of the word that a full stop follows, or of two words of which it is either.
fn abbreviation(scan: &Scan<'_>, rest: Range<usize>, word: usize) -> Option<&'static Abbreviation> {
    let two = (word > rest.start)
        .then(|| scan.entry_at(Table::Abbreviation, word - 1, word + 1))
        .flatten()
        .filter(|phrase| phrase.end == word + 1);
    let row = two.or_else(|| scan.entry_at(Table::Abbreviation, word, rest.end))?.row;
    tables::ABBREVIATION.get(usize::from(row))
}

/// Whether a number is the first item of a list within the sentence: `two things: 1. bread, 2. salt`
fn is_item(scan: &Scan<'_>, start: usize, number: usize) -> bool {
    number > start
        && !scan.tokens[number].is_glued()
        && matches!(scan.tokens[number - 1].kind, Kind::Colon | Kind::Semicolon)
        && scan.word(number).len() < 3
}
