//! Byte offsets as code points and back.

/// Code points are counted afresh from the last of these many bytes.
const STRIDE: usize = 64;

/// Tells the code point at a byte and the byte at a code point, in constant time.
///
/// A text of ASCII alone needs no table; any other one costs a sixteenth of its length.
#[derive(Clone, Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// How many code points start before each multiple of [`STRIDE`] bytes; empty for ASCII.
    before: Vec<u32>,
}

impl<'t> CodePoints<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let before = if text.is_ascii() {
            Vec::new()
        } else {
            let mut count = 0;
            let counted = text.as_bytes().chunks(STRIDE).map(|chunk| {
                let before = count;
                count += starts(chunk);
                before
            });
            counted.collect()
        };
        Self { text, before }
    }

    /// The code point that starts at the byte `offset`, or `None` inside a character and behind the end of the text.
    pub fn at_byte(&self, offset: u32) -> Option<u32> {
        if !self.text.is_char_boundary(offset as usize) {
            return None;
        }
        if self.before.is_empty() {
            return Some(offset);
        }
        // The end of the text may open a stride that no byte follows.
        let stride = (offset as usize / STRIDE).min(self.before.len() - 1);
        Some(self.before[stride] + starts(&self.text.as_bytes()[stride * STRIDE..offset as usize]))
    }

    /// The byte at which the code point `index` starts, or `None` behind the end of the text.
    pub fn to_byte(&self, index: u32) -> Option<u32> {
        if self.before.is_empty() {
            return (index as usize <= self.text.len()).then_some(index);
        }
        let stride = self.before.partition_point(|before| *before <= index) - 1;
        let mut left = index - self.before[stride];
        let from = stride * STRIDE;
        for (at, byte) in self.text.as_bytes()[from..].iter().enumerate() {
            if is_start(*byte) {
                if left == 0 {
                    return Some((from + at) as u32);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(self.text.len() as u32)
    }
}

/// How many characters start in some bytes, counted eight at a time.
fn starts(bytes: &[u8]) -> u32 {
    /// The lowest bit of each byte.
    const LOW: u64 = 0x0101_0101_0101_0101;
    let mut eights = bytes.chunks_exact(8);
    let mut continuing = 0;
    for eight in &mut eights {
        let eight = u64::from_le_bytes(eight.try_into().expect("eight bytes"));
        // A byte that continues a character has its highest bit set and the next one not.
        continuing += ((eight >> 7 & !(eight >> 6) & LOW).wrapping_mul(LOW) >> 56) as u32;
    }
    let rest = eights.remainder().iter().filter(|byte| !is_start(**byte)).count();
    bytes.len() as u32 - continuing - rest as u32
}

/// Whether a byte of UTF-8 begins a character.
fn is_start(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn every_boundary_goes_there_and_back() {
        for text in ["", "plain", "“a” – é", &"“é”𝄞 ".repeat(40), &format!("{}é", "x".repeat(63))]
        {
            let map = CodePoints::new(text);
            let boundaries = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for (index, at) in boundaries.enumerate() {
                assert_eq!(map.at_byte(at as u32), Some(index as u32), "{text:?} at byte {at}");
                assert_eq!(map.to_byte(index as u32), Some(at as u32), "{text:?} at code point {index}");
            }
            assert_eq!(map.to_byte(text.chars().count() as u32 + 1), None);
            let inside = (0..text.len() + 200).filter(|at| !text.is_char_boundary(*at));
            inside.for_each(|at| assert_eq!(map.at_byte(at as u32), None, "{text:?} at byte {at}"));
        }
    }
}
