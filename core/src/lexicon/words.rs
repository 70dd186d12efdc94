//! The words of the lexicon, as `make tables` lays them out.
//!
//! Each column is a file of numbers, and a number is put together where it is asked for, which costs what reading it from an
//! array costs. Arrays in Rust would have to be compiled, hundreds of thousands of numbers of them, whenever the crate is.
//! `tests/codegen/pack.rs` writes the files.

use super::{Folded, WordId};
use std::marker::PhantomData;
use std::ops::Range;

/// Numbers of one width, the lowest byte of each first.
pub(super) struct Column<T> {
    bytes: &'static [u8],
    numbers: PhantomData<T>,
}

impl<T> Column<T> {
    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.bytes.len() / size_of::<T>()
    }

    /// What `at` gives, for when the library is compiled.
    const fn read(&self, index: usize) -> u128 {
        let mut number = 0;
        let mut at = size_of::<T>();
        while at > 0 {
            at -= 1;
            number = number << 8 | self.bytes[index * size_of::<T>() + at] as u128;
        }
        number
    }
}

macro_rules! columns {
    ($($number:ty)*) => {$(
        impl Column<$number> {
            #[inline]
            pub(super) fn at(&self, index: usize) -> $number {
                const WIDTH: usize = size_of::<$number>();
                let bytes = &self.bytes[index * WIDTH..(index + 1) * WIDTH];
                <$number>::from_le_bytes(bytes.try_into().expect("as many bytes as the number has"))
            }
        }
    )*};
}

columns!(u16 u32 u64 u128);

impl Column<u16> {
    /// Where the entries of a word stand in another column: each word begins where the one before ends.
    #[inline]
    pub(super) fn range(&self, word: usize) -> Range<usize> {
        usize::from(self.at(word))..usize::from(self.at(word + 1))
    }
}

macro_rules! column {
    ($file:literal) => {
        Column { bytes: include_bytes!(concat!("generated/words/", $file, ".bin")), numbers: PhantomData }
    };
}

/// The hash table, by the lower bits of a hash and with linear steps: the number of a word, then the upper half of its hash.
pub(super) static SLOTS: Column<u32> = column!("slots");

/// Of each word the first eight letters, as they are in [`Folded`](super::Folded), then the classes.
pub(super) static HEADS: Column<u128> = column!("heads");

/// The letters of each word behind the first eight.
pub(super) static TAILS: Column<u128> = column!("tails");

/// For each word a bit for every table where it stands alone, then one for every table of which it opens a phrase.
pub(super) static TABLES: Column<u64> = column!("tables");

/// The folded spelling of each word, a line each.
pub(super) static SPELLINGS: &str = include_str!("generated/words/spellings.txt");

/// Where these lines begin.
pub(super) static LINES: Column<u32> = column!("lines");

/// Where the rows of each word begin.
pub(super) static ROW_RANGES: Column<u16> = column!("row_ranges");

/// A word in a table: the table, the row there, and the place of its spelling where capitals matter; 16 bits each.
pub(super) static ROWS: Column<u64> = column!("rows");

/// Where the phrases that each word opens begin.
pub(super) static PHRASE_RANGES: Column<u16> = column!("phrase_ranges");

/// What a phrase is found by among those of its first word: the second word, then the table; 16 bits each.
pub(super) static OPENINGS: Column<u32> = column!("openings");

/// A phrase: its row, the place of its spelling where capitals matter, and where the words behind the first begin and end;
/// 16 bits each.
pub(super) static PHRASES: Column<u64> = column!("phrases");

/// The words behind the first of all phrases.
pub(super) static FOLLOWING: Column<u16> = column!("following");

/// A bit for each pair of words that opens a phrase of a table, by [`pair`](super::hash::pair).
pub(super) static PAIRS: Column<u64> = column!("pairs");

/// Spellings of entries where capitals matter, each behind its length, from the second byte on.
static EXACT: &[u8] = include_bytes!("generated/words/exact.bin");

/// The number of a word that is written in the code, see [`word!`](super::word).
pub(crate) const fn number(spelling: &str) -> WordId {
    let word = Folded::small(spelling);
    let [head, middle, last] = word.0;
    let hash = word.hash();
    let mask = SLOTS.len() - 1;
    let mut slot = hash as usize & mask;
    loop {
        let entry = SLOTS.read(slot) as u32;
        let id = entry as u16;
        assert!(id != WordId::NONE.0, "no table has the word");
        let tail = (last as u128) << 64 | middle as u128;
        if HEADS.read(id as usize) as u64 == head && TAILS.read(id as usize) == tail {
            return WordId(id);
        }
        slot = (slot + 1) & mask;
    }
}

/// The spelling at a place, or `None` where it may be any.
#[inline]
pub(super) fn exact(place: u16) -> Option<&'static [u8]> {
    // The case of nearly all.
    if place == 0 {
        return None;
    }
    let place = usize::from(place);
    let length = usize::from(EXACT[place]);
    Some(&EXACT[place + 1..=place + length])
}
