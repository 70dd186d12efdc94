//! What the library knows of words: tables under `core/data/`, compiled to static Rust.
//!
//! A word is looked up once, by the scan, which keeps its number and its classes. What a table says beyond that (the
//! frames of a cue, the factor of a unit) is asked for by row, at candidates only.

mod class;
#[rustfmt::skip]
#[allow(clippy::all, clippy::pedantic)]
mod generated;
mod hash;
mod table;

pub(crate) use class::Classes;
pub(crate) use generated::tables::{self, Table};
pub use table::UnitKind;
pub(crate) use table::*;

use generated::words::{
    KEYS, PHRASE_KEYS, PHRASE_PAIRS, PHRASE_RANGES, PHRASES, ROW_RANGES, ROW_TABLES, ROWS, SLOTS,
    WORD_CLASSES, WORD_TABLES, WORDS,
};
pub(crate) use hash::{Folded, LONGEST};

/// The number of a word of the lexicon.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub(crate) struct WordId(pub(crate) u16);

impl WordId {
    /// A word that no table has.
    pub(crate) const NONE: Self = Self(0);
}

/// A single word in a table.
#[derive(Debug)]
pub(crate) struct RowEntry {
    pub(crate) table: Table,
    pub(crate) row: u16,
    /// The spelling, where capitals matter: `MW` is not `mW`.
    pub(crate) exact: Option<&'static str>,
}

/// A phrase of several words in a table, filed under its first word.
#[derive(Debug)]
pub(crate) struct PhraseEntry {
    pub(crate) row: u16,
    /// The words behind the first.
    pub(crate) rest: &'static [WordId],
    /// The spelling, where capitals matter.
    pub(crate) exact: Option<&'static str>,
}

/// The number of a word, however it is capitalised, and the hash of its folded letters, which is the same in every build.
pub(crate) fn lookup(word: &str) -> (WordId, u32) {
    Folded::new(word).map_or((WordId::NONE, 0), find)
}

/// [`lookup`] of the word at `start..end` of a text, which must be of ASCII letters, digits, apostrophes, dots and `&`.
pub(crate) fn lookup_ascii(text: &[u8], start: usize, end: usize) -> (WordId, u32) {
    Folded::ascii(text, start, end).map_or((WordId::NONE, 0), find)
}

fn find(word: Folded) -> (WordId, u32) {
    let hash = word.hash();
    let mask = SLOTS.len() - 1;
    let mut slot = hash as usize & mask;
    loop {
        // A slot holds the upper half of the hash, so that another word is seldom compared, and the number.
        let entry = SLOTS[slot];
        let id = entry & 0xffff;
        if entry == 0 {
            return (WordId::NONE, hash);
        }
        if entry >> 16 == hash >> 16 && KEYS[id as usize] == word.0 {
            return (WordId(id as u16), hash);
        }
        slot = (slot + 1) & mask;
    }
}

/// The classes of a word.
pub(crate) fn classes(word: WordId) -> Classes {
    Classes(WORD_CLASSES[word.0 as usize])
}

/// Whether a word stands in a table, or opens a phrase of it.
#[inline]
pub(crate) fn opens(word: WordId, table: Table) -> bool {
    WORD_TABLES[word.0 as usize] & 1 << table as u32 != 0
}

/// The folded spelling of a word.
pub(crate) fn spelling(word: WordId) -> &'static str {
    WORDS[word.0 as usize]
}

/// The rows of `table` that a single word stands in, as written in `surface`.
pub(crate) fn rows(word: WordId, table: Table, surface: &str) -> impl Iterator<Item = u16> {
    let (from, to) = (ROW_RANGES[word.0 as usize], ROW_RANGES[word.0 as usize + 1]);
    ROWS[from as usize..to as usize]
        .iter()
        .filter(move |entry| entry.table == table && entry.exact.is_none_or(|exact| exact == surface))
        .map(|entry| entry.row)
}

/// The first row of `table` that a single word stands in.
pub(crate) fn row(word: WordId, table: Table, surface: &str) -> Option<u16> {
    rows(word, table, surface).next()
}

/// Whether a single word stands in a table.
pub(crate) fn stands_in(word: WordId, table: Table) -> bool {
    ROW_TABLES[word.0 as usize] & 1 << table as u32 != 0
}

/// Whether some phrase may begin with two words. Nearly all that do not are told at once.
pub(crate) fn may_open(first: WordId, second: WordId) -> bool {
    let pair = hash::pair(first.0, second.0);
    PHRASE_PAIRS[pair / 64] & 1 << (pair % 64) != 0
}

/// The phrases of a table that begin with two words, the longest first.
pub(crate) fn phrases(word: WordId, table: Table, second: WordId) -> &'static [PhraseEntry] {
    let range = PHRASE_RANGES[word.0 as usize] as usize..PHRASE_RANGES[word.0 as usize + 1] as usize;
    let keys = &PHRASE_KEYS[range.clone()];
    let key = (table as u32) << 16 | u32::from(second.0);
    let from = keys.partition_point(|other| *other < key);
    let count = keys[from..].iter().take_while(|other| **other == key).count();
    &PHRASES[range][from..from + count]
}
