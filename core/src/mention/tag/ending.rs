//! How words end: their last letters as one number, compared with those of endings.

use crate::scan::{Scan, Token};

/// How many letters of a word are looked at.
const LETTERS: usize = 8;

const ED: Ending = Ending::new("ed");
const ING: Ending = Ending::new("ing");
const LY: Ending = Ending::new("ly");
const S: Ending = Ending::new("s");
const SS: Ending = Ending::new("ss");

static ADJECTIVAL: Endings<11> =
    Endings::new(["ous", "ful", "less", "able", "ible", "ical", "ional", "ish", "tive", "tary", "sive"]);

static NOMINAL: Endings<8> = Endings::new(["tion", "sion", "ment", "ness", "ship", "ism", "ance", "ence"]);

/// The end of a word, in small letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tail {
    /// The last letter in the lowest byte. Before a shorter word stands whatever stands there in the text.
    letters: u64,
    length: usize,
}

impl Tail {
    #[inline]
    pub(super) fn of(scan: &Scan<'_>, token: &Token) -> Self {
        /// The bit that tells small letters from capitals.
        const SMALL: u64 = 0x2020_2020_2020_2020;
        let end = token.end as usize;
        let text = scan.text.as_bytes();
        let last = end.checked_sub(LETTERS).and_then(|from| text.get(from..end)?.try_into().ok());
        let last = last.unwrap_or_else(|| {
            // The text begins less than that before.
            let mut last = [0; LETTERS];
            let word = text.get(..end).unwrap_or_default();
            last[LETTERS - word.len().min(LETTERS)..].copy_from_slice(&word[..word.len().min(LETTERS)]);
            last
        });
        Self { letters: u64::from_be_bytes(last) | SMALL, length: end - token.start as usize }
    }

    /// Whether an ending closes the word and leaves two letters or more of it.
    fn ends(self, ending: Ending) -> bool {
        self.letters & ending.mask == ending.letters && self.length > ending.length + 1
    }

    /// Whether it is the end of a participle.
    pub(super) fn is_participle(self) -> bool {
        self.length > 4 && (self.ends(ED) || self.ends(ING))
    }

    /// Whether hardly any noun ends so.
    pub(super) fn is_adjectival(self) -> bool {
        self.length > 5 && self.ends_in(&ADJECTIVAL)
    }

    /// Whether nouns that are made of other words end so.
    pub(super) fn is_nominal(self) -> bool {
        self.length > 5 && self.ends_in(&NOMINAL)
    }

    /// Whether it is the end of an adverb.
    pub(super) fn is_adverbial(self) -> bool {
        self.length > 4 && self.ends(LY)
    }

    /// Whether it is the end of `claims`, not of `press`.
    pub(super) fn is_third(self) -> bool {
        self.ends(S) && !self.ends(SS)
    }

    pub(super) fn ends_in_ing(self) -> bool {
        self.ends(ING)
    }

    /// Whether one of some endings closes the word.
    fn ends_in<const N: usize>(self, endings: &Endings<N>) -> bool {
        // Most words are told by their last letter alone.
        endings.last >> (self.letters & 31) & 1 != 0 && endings.all.iter().any(|ending| self.ends(*ending))
    }
}

/// An ending of words, in small letters.
#[derive(Clone, Copy, Debug)]
struct Ending {
    letters: u64,
    mask: u64,
    length: usize,
}

impl Ending {
    const fn new(ending: &str) -> Self {
        let bytes = ending.as_bytes();
        let mut letters = 0;
        let mut at = 0;
        while at < bytes.len() {
            letters = letters << 8 | bytes[at] as u64;
            at += 1;
        }
        Self { letters, mask: (1 << (8 * bytes.len())) - 1, length: bytes.len() }
    }
}

/// Several endings.
#[derive(Debug)]
struct Endings<const N: usize> {
    all: [Ending; N],
    /// The last letters of all, a bit each by the number of the letter.
    last: u32,
}

impl<const N: usize> Endings<N> {
    const fn new(endings: [&str; N]) -> Self {
        let mut all = [Ending::new(""); N];
        let mut last = 0;
        let mut at = 0;
        while at < N {
            all[at] = Ending::new(endings[at]);
            last |= 1 << (all[at].letters & 31);
            at += 1;
        }
        Self { all, last }
    }
}
