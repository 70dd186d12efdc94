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
        Some(Self([eight(&bytes, 0), eight(&bytes, 8), eight(&bytes, 16)]))
    }

    /// Folds the word at `start..end` of a text, which must be of ASCII letters, digits, apostrophes, dots and `&`. The
    /// same as [`Folded::new`], eight bytes at a time.
    pub(crate) fn ascii(text: &[u8], start: usize, end: usize) -> Option<Self> {
        /// Sets the bit that tells lower case. Digits and the marks above have it anyhow.
        const LOWER: u64 = 0x2020_2020_2020_2020;
        if end - start > LONGEST {
            return None;
        }
        let mut words = [0; LONGEST / 8];
        for (index, word) in words.iter_mut().enumerate().take((end - start).div_ceil(8)) {
            let from = start + 8 * index;
            let kept = end - from;
            let mask = if kept >= 8 { u64::MAX } else { (1 << (8 * kept)) - 1 };
            *word = (eight(text, from) | LOWER) & mask;
        }
        Some(Self(words))
    }

    /// The first byte that is no part of it is zero.
    #[cfg(test)]
    pub(crate) fn text(&self) -> String {
        let bytes: Vec<u8> =
            self.0.iter().flat_map(|word| word.to_le_bytes()).take_while(|byte| *byte != 0).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Good enough for a table that is laid out beforehand, and the same on every platform.
    pub(crate) fn hash(self) -> u32 {
        let [first, second, third] = self.0;
        let mixed = first.wrapping_mul(0x9e37_79b9_7f4a_7c15)
            ^ second.wrapping_mul(0xc2b2_ae3d_27d4_eb4f).rotate_left(23)
            ^ third.wrapping_mul(0x1656_67b1_9e37_79f9).rotate_left(47);
        let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        (mixed >> 32) as u32
    }
}

/// How many slots the filter of pairs of words has; one in twenty is taken.
pub(crate) const PAIRS: usize = 1 << 17;

/// The slot of a pair of words, by their numbers.
pub(crate) fn pair(first: u16, second: u16) -> usize {
    let both = u32::from(first) << 16 | u32::from(second);
    (both.wrapping_mul(0x9e37_79b1) >> 15) as usize & (PAIRS - 1)
}

/// The eight bytes from `at` on, with zeros for what lies behind the end.
fn eight(bytes: &[u8], at: usize) -> u64 {
    if let Some(Ok(eight)) = bytes.get(at..at + 8).map(<[u8; 8]>::try_from) {
        return u64::from_le_bytes(eight);
    }
    let mut eight = [0; 8];
    let rest = bytes.get(at..).unwrap_or_default();
    eight[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(eight)
}

#[cfg(test)]
mod tests {
    use super::Folded;

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
        assert_eq!(Folded::new("ÉTÉ"), Folded::new("été"));
        assert_eq!(Folded::new("a-word-of-twenty-five-bytes"), None);
        assert_eq!(Folded::new(""), None);
    }
}
