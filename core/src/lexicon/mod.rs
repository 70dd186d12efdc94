//! What the library knows of words: tables under `core/data/`, compiled to static data.
//!
//! A word is looked up once, by the scan, which keeps its number and its classes. What a table says beyond that (the
//! frames of a cue, the factor of a unit) is asked for by row, at candidates only.

mod class;
mod fingerprint;
#[rustfmt::skip]
#[allow(clippy::all, clippy::pedantic)]
mod generated;
mod hash;
mod table;
pub(crate) mod words;

pub(crate) use class::Classes;
pub use fingerprint::LEXICON_HASH;
pub(crate) use generated::tables::{self, Table};
pub use table::UnitKind;
pub(crate) use table::*;

pub(crate) use hash::{Folded, LONGEST, Letters};

use std::ops::Range;
use words::{
    FOLLOWING, HEADS, LINES, OPENINGS, PAIRS, PHRASE_RANGES, PHRASES, ROW_RANGES, ROWS, SLOTS, SPELLINGS,
    TABLES, TAILS, exact,
};

/// The number of a word of the lexicon.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub(crate) struct WordId(pub(crate) u16);

impl WordId {
    /// A word that no table has.
    pub(crate) const NONE: Self = Self(0);
}

/// A phrase of several words in a table, filed under its first word.
pub(crate) struct PhraseEntry(u64);

impl PhraseEntry {
    pub(crate) fn row(&self) -> u16 {
        self.0 as u16
    }

    /// Whether it is written so; with some, capitals matter.
    pub(crate) fn fits<'s>(&self, surface: impl FnOnce() -> &'s str) -> bool {
        exact((self.0 >> 16) as u16).is_none_or(|exact| exact == surface().as_bytes())
    }

    /// The words behind the first.
    pub(crate) fn rest(&self) -> impl Iterator<Item = WordId> + use<> {
        let (start, end) = ((self.0 >> 32) as u16, (self.0 >> 48) as u16);
        (start..end).map(|at| WordId(FOLLOWING.at(usize::from(at))))
    }
}

/// What the scan keeps of a word.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    pub(crate) word: WordId,
    /// The hash of the folded letters, the same in every build; zero for what was not looked up.
    pub(crate) hash: u32,
    pub(crate) classes: Classes,
}

impl Found {
    /// What is not looked up, or longer than any word of the lexicon.
    pub(crate) const NOTHING: Self = Self { word: WordId::NONE, hash: 0, classes: Classes(0) };

    /// A number in digits.
    pub(crate) const DIGITS: Self = Self { classes: Classes::DIGITS, ..Self::NOTHING };

    /// Looks up a word that is folded already.
    #[inline]
    pub(crate) fn folded(word: Option<Folded>) -> Self {
        let Some(word) = word else { return Self::NOTHING };
        let [_, middle, last] = word.0;
        let tail = u128::from(last) << 64 | u128::from(middle);
        Self::find(word, |id| TAILS.at(id) == tail)
    }

    /// Looks up a run of letters.
    #[inline]
    pub(crate) fn letters(letters: &Letters) -> Self {
        let [first, second] = letters.folded;
        if letters.length < 8 {
            // The last of the eight bytes is zero, so that no longer word begins alike.
            Self::find(Folded([first, 0, 0]), |_| true)
        } else {
            Self::find(Folded([first, second, 0]), |id| TAILS.at(id) == u128::from(second))
        }
    }

    /// Looks up an ASCII mark.
    #[inline]
    pub(crate) fn sign(byte: u8) -> Self {
        Self::find(Folded([u64::from(byte), 0, 0]), |_| true)
    }

    /// Looks up the word at `start..end` of a text, which must be of ASCII letters, digits, apostrophes, dots and `&`.
    pub(crate) fn ascii(text: &[u8], start: usize, end: usize) -> Self {
        Self::folded(Folded::ascii(text, start, end))
    }

    #[inline]
    fn find(word: Folded, ends_alike: impl Fn(usize) -> bool) -> Self {
        let hash = word.hash();
        let mask = SLOTS.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let entry = SLOTS.at(slot);
            let id = entry as u16;
            if id == WordId::NONE.0 {
                return Self { hash, ..Self::NOTHING };
            }
            // The upper half of the hash is there so that another word is seldom compared.
            if entry >> 16 == hash >> 16 {
                let head = HEADS.at(usize::from(id));
                if head as u64 == word.0[0] && ends_alike(usize::from(id)) {
                    return Self { word: WordId(id), hash, classes: Classes((head >> 64) as u64) };
                }
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// The number of a word, however it is capitalised, and the hash of its folded letters, which is the same in every build.
pub(crate) fn lookup(word: &str) -> (WordId, u32) {
    let found = Found::folded(Folded::new(word));
    (found.word, found.hash)
}

/// The number of a word of the lexicon, known when the library is compiled: tokens are compared with it as integers.
macro_rules! word {
    ($spelling:literal) => {
        const { $crate::lexicon::words::number($spelling) }
    };
}

/// The numbers of several words.
macro_rules! word_set {
    ($($spelling:literal),+ $(,)?) => {
        [$($crate::lexicon::word!($spelling)),+]
    };
}

pub(crate) use {word, word_set};

/// The hash of a word of small ASCII letters, see [`lookup`].
pub(crate) const fn hash(word: &str) -> u32 {
    Folded::small(word).hash()
}

/// The classes of a word.
#[inline]
pub(crate) fn classes(word: WordId) -> Classes {
    Classes((HEADS.at(usize::from(word.0)) >> 64) as u64)
}

/// Whether a word stands in a table by itself, and whether it opens a phrase of it.
#[inline]
pub(crate) fn standing(word: WordId, table: Table) -> (bool, bool) {
    let tables = TABLES.at(usize::from(word.0)) >> table as u32;
    (tables & 1 != 0, tables >> 32 & 1 != 0)
}

/// Whether a word stands in a table, or opens a phrase of it.
#[inline]
pub(crate) fn opens(word: WordId, table: Table) -> bool {
    let either = 1 << table as u32 | 1 << (32 + table as u32);
    TABLES.at(usize::from(word.0)) & either != 0
}

/// The folded spelling of a word.
pub(crate) fn spelling(word: WordId) -> &'static str {
    let [start, next] = [0, 1].map(|ahead| LINES.at(usize::from(word.0) + ahead) as usize);
    &SPELLINGS[start..next - 1]
}

/// The rows of `table` that a single word stands in, as written in `surface`.
pub(crate) fn rows(word: WordId, table: Table, surface: &str) -> impl Iterator<Item = u16> {
    rows_of(word, table, move || surface)
}

/// [`rows`], with the surface asked for only where capitals matter.
#[inline]
pub(crate) fn rows_of<'s>(
    word: WordId,
    table: Table,
    surface: impl Fn() -> &'s str,
) -> impl Iterator<Item = u16> {
    let rows = ROW_RANGES.range(usize::from(word.0)).map(|index| ROWS.at(index));
    let fits = move |place| place == 0 || is_written(place, surface());
    rows.filter(move |row| *row as u16 == table as u16 && fits((row >> 32) as u16))
        .map(|row| (row >> 16) as u16)
}

/// Whether a surface is the spelling at a place, which is not zero.
// Apart, so that the rows of which the spelling may be any are gone through in few registers.
#[inline(never)]
fn is_written(place: u16, surface: &str) -> bool {
    exact(place).is_none_or(|exact| exact == surface.as_bytes())
}

/// The first row of `table` that a single word stands in, and whether it does so in one spelling only.
#[inline]
pub(crate) fn first_row(word: WordId, table: Table) -> Option<(u16, bool)> {
    let mut rows = ROW_RANGES.range(usize::from(word.0)).map(|index| ROWS.at(index));
    let row = rows.find(|row| *row as u16 == table as u16)?;
    Some(((row >> 16) as u16, (row >> 32) as u16 != 0))
}

/// The first row of `table` that a single word stands in, as written in `surface`.
pub(crate) fn row(word: WordId, table: Table, surface: &str) -> Option<u16> {
    rows(word, table, surface).next()
}

/// Whether some phrase of a table may begin with two words. Of the pairs that open none it lets in few.
#[inline]
pub(crate) fn may_open(first: WordId, second: WordId, table: Table) -> bool {
    let pair = hash::pair(first.0, second.0, table as u8);
    PAIRS.at(pair / 64) >> (pair % 64) & 1 != 0
}

/// The phrases of `table` that begin with two words, the longest first.
pub(crate) fn phrases(first: WordId, second: WordId, table: Table) -> impl Iterator<Item = PhraseEntry> {
    let Range { mut start, end } = PHRASE_RANGES.range(usize::from(first.0));
    let opening = (table as u32) << 16 | u32::from(second.0);
    let mut past = end;
    while start < past {
        let middle = usize::midpoint(start, past);
        if OPENINGS.at(middle) < opening {
            start = middle + 1;
        } else {
            past = middle;
        }
    }
    (start..end)
        .take_while(move |index| OPENINGS.at(*index) == opening)
        .map(|index| PhraseEntry(PHRASES.at(index)))
}

#[cfg(test)]
mod tests {
    use super::{Folded, Found, HEADS, Letters, Table, WordId, lookup, opens, row, spelling, standing};

    #[test]
    fn every_word_is_found_by_its_spelling() {
        for id in 1..HEADS.len() {
            let word = WordId(id as u16);
            let letters = spelling(word);
            assert_eq!(lookup(letters).0, word, "{letters}");
            let capitals = letters.to_uppercase();
            if let Some(read) = Letters::read(capitals.as_bytes()).filter(|read| read.length == letters.len())
            {
                assert_eq!(Found::letters(&read).word, word, "{letters}");
            }
        }
    }

    #[test]
    fn what_no_table_has_is_told_by_its_hash_alone() {
        let found = Found::folded(Folded::new("qwzzt"));
        assert_eq!(found.word, WordId::NONE);
        assert_ne!(found.hash, 0);
        assert!(!opens(found.word, Table::Cue));
    }

    #[test]
    fn capitals_matter_where_a_table_says_so() {
        let word = lookup("mw").0;
        assert!(standing(word, Table::Unit).0);
        let rows = ["MW", "mW"].map(|surface| row(word, Table::Unit, surface));
        assert!(rows[0].is_some() && rows[0] != rows[1], "{rows:?}");
    }
}
