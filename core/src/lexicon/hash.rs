//! The hash of a folded word. Compiled twice: into the library, and into the test that lays out its table.

/// The longest word, in folded bytes, that the lexicon can hold.
pub(crate) const LONGEST: usize = 24;

/// A word folded for look-up: lower case, with straight apostrophes. Longer words are in no table.
#[derive(Clone, Copy)]
pub(crate) struct Folded {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Folded {
    /// Folds `word`, or gives `None` when it is empty or longer than any word of the lexicon.
    pub(crate) fn new(word: &str) -> Option<Self> {
        if word.len() > LONGEST || word.is_empty() {
            return None;
        }
        let mut bytes = [0; LONGEST];
        if word.is_ascii() {
            for (to, from) in bytes.iter_mut().zip(word.bytes()) {
                *to = from.to_ascii_lowercase();
            }
            return Some(Self { bytes, len: word.len() });
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
        Some(Self { bytes, len })
    }

    /// The folded bytes.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// Multiply and rotate over eight bytes at a time; good enough for a table that is laid out beforehand.
    pub(crate) fn hash(&self) -> u32 {
        const K: u64 = 0x517c_c1b7_2722_0a95;
        let mut hash = self.len as u64;
        for chunk in self.bytes[..self.len.next_multiple_of(8)].chunks_exact(8) {
            let word = u64::from_le_bytes([
                chunk[0], chunk[1], chunk[2], chunk[3], chunk[4], chunk[5], chunk[6], chunk[7],
            ]);
            hash = (hash.rotate_left(5) ^ word).wrapping_mul(K);
        }
        (hash >> 32) as u32
    }
}
