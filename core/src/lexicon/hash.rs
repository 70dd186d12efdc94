//! The form in which words are looked up, and its hash. Compiled twice: into the library, and into the test that lays out
//! the table of words.

/// The longest word, in folded bytes, that the lexicon can hold.
pub(crate) const LONGEST: usize = 24;

/// A word folded for look-up: lower case, with straight apostrophes, in three words of eight bytes with zeros behind.
/// Longer words are in no table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Folded(pub(crate) [u64; LONGEST / 8]);

impl Folded {
    /// Folds `word`, or gives `None` when it is empty or longer than any word of the lexicon.
    pub(crate) fn new(word: &str) -> Option<Self> {
        if word.is_empty() {
            return None;
        }
        let mut bytes = [0; LONGEST];
        if word.is_ascii() {
            let folded = bytes.get_mut(..word.len())?;
            folded.copy_from_slice(word.as_bytes());
            folded.make_ascii_lowercase();
            return Some(Self::of(&bytes));
        }
        let mut len = 0;
        for letter in word.chars().flat_map(char::to_lowercase) {
            let letter = if matches!(letter, '’' | '‘' | 'ʼ') { '\'' } else { letter };
            let end = len + letter.len_utf8();
            if end > LONGEST {
                return None;
            }
            letter.encode_utf8(&mut bytes[len..end]);
            len = end;
        }
        Some(Self::of(&bytes))
    }

    fn of(bytes: &[u8; LONGEST]) -> Self {
        Self([eight(bytes), eight(&bytes[8..]), eight(&bytes[16..])])
    }

    /// Folds the word at `start..end` of a text, which must be of ASCII letters, digits, apostrophes, dots and `&`. The
    /// same as [`Folded::new`], eight bytes at a time.
    pub(crate) fn ascii(text: &[u8], start: usize, end: usize) -> Option<Self> {
        if end - start > LONGEST {
            return None;
        }
        let mut words = [0; LONGEST / 8];
        for (index, word) in words.iter_mut().enumerate().take((end - start).div_ceil(8)) {
            let from = start + 8 * index;
            let kept = end - from;
            let mask = if kept >= 8 { u64::MAX } else { (1 << (8 * kept)) - 1 };
            *word = (eight(&text[from..]) | LOWER) & mask;
        }
        Some(Self(words))
    }

    /// Folds a clitic: an apostrophe of any kind with these one or two ASCII letters behind it.
    pub(crate) fn clitic(letters: &[u8]) -> Self {
        let fold = |word, letter: &u8| word << 8 | u64::from(letter.to_ascii_lowercase());
        Self([letters.iter().rev().fold(0, fold) << 8 | u64::from(b'\''), 0, 0])
    }

    /// Folds a word of small ASCII letters and apostrophes when the library is compiled.
    #[allow(dead_code, reason = "the test that lays out the table of words compiles this file too")]
    pub(crate) const fn small(word: &str) -> Self {
        let bytes = word.as_bytes();
        let mut words = [0; LONGEST / 8];
        let mut at = 0;
        while at < bytes.len() {
            assert!(bytes[at].is_ascii_lowercase() || bytes[at] == b'\'', "no word of small letters");
            words[at / 8] |= (bytes[at] as u64) << (8 * (at % 8));
            at += 1;
        }
        Self(words)
    }

    /// The first byte that is no part of it is zero.
    #[cfg(test)]
    pub(crate) fn text(&self) -> String {
        let bytes: Vec<u8> =
            self.0.iter().flat_map(|word| word.to_le_bytes()).take_while(|byte| *byte != 0).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Good enough for a table that is laid out beforehand, and the same on every platform.
    pub(crate) const fn hash(self) -> u32 {
        let [first, second, third] = self.0;
        let mixed = first.wrapping_mul(0x9e37_79b9_7f4a_7c15)
            ^ second.wrapping_mul(0xc2b2_ae3d_27d4_eb4f).rotate_left(23)
            ^ third.wrapping_mul(0x1656_67b1_9e37_79f9).rotate_left(47);
        let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        (mixed >> 32) as u32
    }
}

/// A run of less than sixteen ASCII letters, read and folded in one go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Letters {
    /// The first two words of [`Folded`]; the third is zero.
    pub(crate) folded: [u64; 2],
    pub(crate) length: usize,
    /// The first byte, as it is.
    pub(crate) first: u8,
    /// The byte behind; zero at the end of the text.
    pub(crate) next: u8,
}

impl Letters {
    /// Reads the letters that `text` begins with, or gives `None` when there are sixteen or more.
    #[inline]
    pub(crate) fn read(text: &[u8]) -> Option<Self> {
        let first = eight(text);
        let others = others(first);
        if others == 0 {
            return Self::longer(first, text);
        }
        let Run { length, mask } = Run::before(others);
        let next = (first >> (8 * length)) as u8;
        Some(Self { folded: [(first | LOWER) & mask, 0], length, first: first as u8, next })
    }

    /// Reads the letters behind the first eight.
    #[inline]
    fn longer(first: u64, text: &[u8]) -> Option<Self> {
        let second = eight(&text[8.min(text.len())..]);
        let others = others(second);
        if others == 0 {
            return None;
        }
        let Run { length, mask } = Run::before(others);
        let next = (second >> (8 * length)) as u8;
        Some(Self {
            folded: [first | LOWER, (second | LOWER) & mask],
            length: 8 + length,
            first: first as u8,
            next,
        })
    }
}

/// The letters at the front of eight bytes.
struct Run {
    length: usize,
    mask: u64,
}

impl Run {
    /// The run that ends before the first byte whose highest bit is set; there must be one.
    #[inline]
    fn before(others: u64) -> Self {
        let bits = others.trailing_zeros() & !7;
        Self { length: bits as usize / 8, mask: (1 << bits) - 1 }
    }
}

/// The lowest bit of each of eight bytes.
const LOW: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each.
const HIGH: u64 = LOW << 7;

/// The bit that tells small letters from capitals. Digits and the marks inside words have it anyhow.
const LOWER: u64 = LOW << 5;

/// The highest bit of each byte that is no ASCII letter.
#[inline]
fn others(eight: u64) -> u64 {
    // What is below `a` does not reach the highest bit of its byte, what is above `z` reaches it with less.
    let lower = (eight | LOWER) & !HIGH;
    let from_a = lower + LOW * u64::from(0x80 - b'a');
    let above_z = lower + LOW * u64::from(0x7f - b'z');
    (!from_a | above_z | eight) & HIGH
}

/// How many slots the filter of pairs of words has; one in twenty is taken.
pub(crate) const PAIRS: usize = 1 << 17;

/// The slot of a pair of words, by their numbers, that opens a phrase of a table.
#[inline]
pub(crate) fn pair(first: u16, second: u16, table: u8) -> usize {
    let both = u32::from(first) << 16 | u32::from(second);
    let mixed = (both ^ u32::from(table) << 11).wrapping_mul(0x9e37_79b1);
    (mixed >> 15) as usize & (PAIRS - 1)
}

/// The first eight bytes, with zeros for what lies behind the end.
#[inline]
fn eight(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or_else(|| last(bytes), |eight| u64::from_le_bytes(*eight))
}

#[cold]
fn last(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    eight[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(eight)
}

#[cfg(test)]
mod tests {
    use super::{Folded, Letters};

    #[test]
    fn both_ways_of_folding_agree() {
        let text =
            "Said O'Brien on 5 May: AT&T of the U.S. lost inter-Continental antidisestablishmentarian a";
        for start in 0..text.len() {
            for end in start + 1..text.len().min(start + 30) {
                let word = &text[start..end];
                if word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"'.&".contains(&byte)) {
                    assert_eq!(Folded::ascii(text.as_bytes(), start, end), Folded::new(word), "{word:?}");
                }
            }
        }
        assert_eq!(Folded::new("Don’t").unwrap().text(), "don't");
        assert_eq!(Folded::new("’Ll"), Some(Folded::clitic(b"Ll")));
        assert_eq!(Folded::new("aren't"), Some(Folded::small("aren't")));
        assert_eq!(Folded::new("according"), Some(Folded::small("according")));
        assert_eq!(Folded::new("ÉTÉ"), Folded::new("été"));
        assert_eq!(Folded::new("a-word-of-twenty-five-bytes"), None);
        assert_eq!(Folded::new(""), None);
    }

    #[test]
    fn letters_are_read_to_the_first_that_is_none() {
        for length in 0..20 {
            for byte in 0..=u8::MAX {
                let mut text = vec![b'A'; length];
                text.extend([byte, b'.']);
                let word = &text[..length + usize::from(byte.is_ascii_alphabetic())];
                let [first, second, _] =
                    std::str::from_utf8(word).ok().and_then(Folded::new).map_or([0; 3], |folded| folded.0);
                let wanted = Letters {
                    folded: [first, second],
                    length: word.len(),
                    first: text[0],
                    next: text[word.len()],
                };
                let read = Letters::read(&text);
                assert_eq!(read, (word.len() < 16).then_some(wanted), "{length} letters and {byte:#x}");
            }
            let text = "a".repeat(length);
            assert_eq!(Letters::read(text.as_bytes()).map(|read| read.next), (length < 16).then_some(0));
        }
    }
}
