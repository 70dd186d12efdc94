//! What the library knows of words: tables under `core/data/`, compiled to static Rust.
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

pub(crate) use class::Classes;
pub use fingerprint::LEXICON_HASH;
pub(crate) use generated::tables::{self, Table};
pub use table::UnitKind;
pub(crate) use table::*;

use generated::words::{
    KEYS, PHRASE_OPENINGS, PHRASE_PAIRS, PHRASE_RANGES, PHRASES, ROW_RANGES, ROWS, SLOTS, WORD_CLASSES,
    WORD_TABLES, WORDS,
};
pub(crate) use hash::{Folded, LONGEST, Letters};

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
    lookup_folded(Folded::new(word))
}

/// The number of a word that is folded already.
#[inline]
pub(crate) fn lookup_folded(word: Option<Folded>) -> (WordId, u32) {
    word.map_or((WordId::NONE, 0), find)
}

/// [`lookup`] of the word at `start..end` of a text, which must be of ASCII letters, digits, apostrophes, dots and `&`.
pub(crate) fn lookup_ascii(text: &[u8], start: usize, end: usize) -> (WordId, u32) {
    lookup_folded(Folded::ascii(text, start, end))
}

#[inline]
const fn find(word: Folded) -> (WordId, u32) {
    let [first, second, third] = word.0;
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
        let key = &KEYS[id as usize];
        if entry >> 16 == hash >> 16 && key[0] == first && key[1] == second && key[2] == third {
            return (WordId(id as u16), hash);
        }
        slot = (slot + 1) & mask;
    }
}

/// The number of a word that is written in the code, see [`word!`].
pub(crate) const fn number(spelling: &str) -> WordId {
    let (word, _) = find(Folded::small(spelling));
    assert!(word.0 != WordId::NONE.0, "no table has the word");
    word
}

/// The number of a word of the lexicon, known when the library is compiled: tokens are compared with it as integers.
macro_rules! word {
    ($spelling:literal) => {
        const { $crate::lexicon::number($spelling) }
    };
}

/// The numbers of several words.
macro_rules! words {
    ($($spelling:literal),+ $(,)?) => {
        [$($crate::lexicon::word!($spelling)),+]
    };
}

pub(crate) use {word, words};

/// The hash of the letters of a word, see [`lookup`].
pub(crate) fn hash(word: WordId) -> u32 {
    Folded(KEYS[word.0 as usize]).hash()
}

/// The classes of a word.
pub(crate) fn classes(word: WordId) -> Classes {
    Classes(WORD_CLASSES[word.0 as usize])
}

/// Whether a word stands in a table by itself, and whether it opens a phrase of it.
#[inline]
pub(crate) fn standing(word: WordId, table: Table) -> (bool, bool) {
    let [alone, first] = WORD_TABLES[word.0 as usize];
    (alone >> table as u32 & 1 != 0, first >> table as u32 & 1 != 0)
}

/// Whether a word stands in a table, or opens a phrase of it.
#[inline]
pub(crate) fn opens(word: WordId, table: Table) -> bool {
    let (alone, first) = standing(word, table);
    alone || first
}

/// The folded spelling of a word.
pub(crate) fn spelling(word: WordId) -> &'static str {
    WORDS[word.0 as usize]
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
    let (from, to) = (ROW_RANGES[word.0 as usize], ROW_RANGES[word.0 as usize + 1]);
    ROWS[from as usize..to as usize]
        .iter()
        .filter(move |entry| entry.table == table && entry.exact.is_none_or(|exact| exact == surface()))
        .map(|entry| entry.row)
}

/// The first row of `table` that a single word stands in.
pub(crate) fn row(word: WordId, table: Table, surface: &str) -> Option<u16> {
    rows(word, table, surface).next()
}

/// The phrases of `table` that begin with two words, the longest first.
pub(crate) fn phrases(first: WordId, second: WordId, table: Table) -> &'static [PhraseEntry] {
    let pair = hash::pair(first.0, second.0);
    if PHRASE_PAIRS[pair / 64] >> (pair % 64) & 1 == 0 {
        // Nearly all pairs that open no phrase are told by the filter.
        return &[];
    }
    let from = PHRASE_RANGES[first.0 as usize] as usize;
    let to = PHRASE_RANGES[first.0 as usize + 1] as usize;
    let opening = (table as u32) << 16 | u32::from(second.0);
    let openings = &PHRASE_OPENINGS[from..to];
    let start = openings.partition_point(|other| *other < opening);
    let count = openings[start..].iter().take_while(|other| **other == opening).count();
    &PHRASES[from + start..from + start + count]
}
