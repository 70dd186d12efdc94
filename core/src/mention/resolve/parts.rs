//! The words of a name, as far as two mentions are compared by them.

use crate::lexicon::Classes;
use crate::scan::{Kind, Scan, Token};
use std::ops::Range;

/// How many words of a name are looked at.
const WORDS: usize = 16;

/// What stands for a word, however it is capitalised.
pub(super) fn key(scan: &Scan<'_>, at: usize) -> u64 {
    let token = &scan.tokens[at];
    if token.hash != 0 {
        return u64::from(token.hash);
    }
    // Longer than any word of the lexicon, or no word at all.
    scan.word(at).bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// One key of several.
pub(super) fn mix(one: u64, other: u64) -> u64 {
    let mixed = (one.rotate_left(23) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 29
}

/// A name of a person, or of whatever is compared like one.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    /// All words in order.
    pub(super) full: u64,
    pub(super) first: u64,
    /// The last word, generation and degrees left out.
    pub(super) last: u64,
    /// The first word is `J.` or `J`: only its letter counts.
    pub(super) initial: Option<u8>,
    /// The letter that the first word begins with.
    pub(super) letter: u8,
    /// Words with a capital, initials included.
    pub(super) words: usize,
    pub(super) tokens: Range<usize>,
}

impl Parts {
    /// The parts of the name at `tokens`; nothing where no word of a name stands.
    pub(super) fn of(scan: &Scan<'_>, tokens: Range<usize>) -> Option<Self> {
        let mut parts =
            Self { full: 0, first: 0, last: 0, initial: None, letter: 0, words: 0, tokens: tokens.clone() };
        for at in tokens.take(WORDS) {
            let token = &scan.tokens[at];
            let suffix = parts.words > 0 && token.any(Classes::NAME_SUFFIX);
            if !is_part(token) || suffix {
                continue;
            }
            // `Jin-ho` is another than `Jin-hae`.
            let half = Some(at + 2).filter(|half| {
                *half < parts.tokens.end
                    && scan.tokens[at + 1].is(Kind::Hyphen)
                    && !is_part(&scan.tokens[*half])
            });
            let word = half.map_or(key(scan, at), |half| mix(key(scan, at), key(scan, half)));
            parts.full = mix(parts.full, word);
            parts.last = word;
            parts.words += 1;
            if parts.words == 1 {
                parts.first = word;
                parts.letter = scan.word(at).as_bytes().first().map_or(0, u8::to_ascii_lowercase);
                let short = token.span().len() == 1 || scan.word(at).as_bytes().get(1) == Some(&b'.');
                parts.initial = short.then_some(parts.letter);
            }
        }
        (parts.words > 0).then_some(parts)
    }

    /// Whether two names can be of one person: the family name is the same and the given names do not speak against it.
    pub(super) fn agrees(&self, other: &Self, scan: &Scan<'_>) -> bool {
        if self.last != other.last {
            return false;
        }
        if self.words == 1 || other.words == 1 || self.first == other.first {
            return true;
        }
        if self.initial.is_some() || other.initial.is_some() {
            return self.letter == other.letter;
        }
        // `Tayyip Erdogan` of `Recep Tayyip Erdogan`
        self.holds(other.first, scan) || other.holds(self.first, scan)
    }

    pub(super) fn holds(&self, word: u64, scan: &Scan<'_>) -> bool {
        self.tokens.clone().take(WORDS).any(|at| is_part(&scan.tokens[at]) && key(scan, at) == word)
    }
}

fn is_part(token: &Token) -> bool {
    token.is_capital() && !token.any(Classes::ARTICLE)
}
