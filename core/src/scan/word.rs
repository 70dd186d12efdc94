//! Words: runs of plain ones, and those with more than ASCII letters in them.

use super::chars::{self, BYTES, Byte};
use super::lexer::Lexer;
use super::{Kind, Shape, Token};
use crate::lexicon::{self, Classes, Folded, Found, Letters};
use std::ops::Range;

impl Lexer<'_> {
    /// Words from a letter on, as long as a space and a letter follow. Most are a few ASCII letters; one that is more ends
    /// the run.
    #[inline(never)]
    pub(super) fn words(&mut self) {
        let bytes = self.bytes;
        let mut at = self.at;
        let mut shape = self.place().or(Shape::PLAIN);
        let known = loop {
            let Some(letters) = bytes.get(at..).and_then(Letters::read) else { break 0 };
            let end = at + letters.length;
            let spaced = letters.next == b' ';
            if !spaced && !self.is_plain(at..end, letters.next) {
                break letters.length;
            }
            if letters.first.is_ascii_uppercase() {
                shape.set(capital(&bytes[at..end]));
            }
            self.tokens.push(Token::new(Kind::Word, at..end, shape, Found::letters(&letters)));
            if !spaced {
                (self.at, self.last_end) = (end, end);
                return;
            }
            at = end + 1;
            if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                self.at = at;
                return;
            }
            shape = Shape::PLAIN;
        };
        self.at = at;
        self.long_word(known);
    }

    /// Whether a word of ASCII letters ends where `next` stands behind it.
    fn is_plain(&self, word: Range<usize>, next: u8) -> bool {
        let Range { start, end } = word;
        match next {
            b'.' => end > start + 2 && (end > start + 3 || !self.starts_address(start, end)),
            b':' => self.byte(end + 1) != b'/',
            b'&' => false,
            next => matches!(BYTES[next as usize], Byte::Space | Byte::Break | Byte::Other),
        }
    }

    /// A word that may hold more than ASCII letters: other letters, digits, an apostrophe or `&` between letters, and the
    /// dots of `U.S.` It begins with so many ASCII letters, or more.
    pub(super) fn long_word(&mut self, letters: usize) {
        let start = self.at;
        let mut end = start + letters;
        let mut digit = false;
        loop {
            match BYTES[self.byte(end) as usize] {
                Byte::Letter => end += 1,
                Byte::Digit => {
                    if !digit && end > start && self.is_currency_code(start, end) {
                        break;
                    }
                    digit = true;
                    end += 1;
                }
                Byte::Wide => match self.wide_continues(end) {
                    Some(next) => end = next,
                    None => break,
                },
                Byte::Quote if self.byte(end) == b'\'' && self.apostrophe_continues(start, end, 1) => {
                    end += 1;
                }
                Byte::Other
                    if self.byte(end) == b'&'
                        && self.byte(end + 1).is_ascii_uppercase()
                        && self.bytes[end - 1].is_ascii_uppercase() =>
                {
                    end += 1;
                }
                _ => break,
            }
        }
        if !digit {
            if let Some(dotted) = self.dotted(start, end) {
                return self.push_letters(dotted, Shape::DOTTED);
            }
            if self.starts_address(start, end) {
                return self.url();
            }
        }
        self.push_letters(end, if digit { Shape::DIGIT } else { Shape::default() });
        self.clitic();
    }

    /// Pushes a word with its look-up and shape.
    fn push_letters(&mut self, end: usize, mut shape: Shape) {
        let surface = &self.text[self.at..end];
        let ascii = surface.is_ascii();
        if ascii && surface.starts_with(|c: char| c.is_ascii_uppercase()) {
            shape.set(capital(surface.as_bytes()));
        } else if !ascii && surface.starts_with(char::is_uppercase) {
            shape.set(Shape::CAPITAL);
            if !surface.contains(char::is_lowercase) {
                shape.set(Shape::ALL_CAPS);
            }
            if surface.chars().nth(1).is_none() {
                shape.set(Shape::WIDE_LETTER);
            }
        }
        // The last full stop of `U.S.` is not part of the entry: at the end of a sentence writers put it once.
        let bare =
            if shape.has(Shape::DOTTED) { surface.strip_suffix('.').unwrap_or(surface) } else { surface };
        let word = if ascii {
            Found::ascii(self.bytes, self.at, self.at + bare.len())
        } else {
            Found::folded(Folded::new(bare))
        };
        self.push_word(Kind::Word, end, shape, word);
    }

    /// The end of the wide character at `end`, if it continues a word; an apostrophe does between letters.
    fn wide_continues(&self, end: usize) -> Option<usize> {
        let c = self.text[end..].chars().next()?;
        let next = end + c.len_utf8();
        let apostrophe = matches!(c, '’' | 'ʼ') && self.apostrophe_continues(self.at, end, c.len_utf8());
        (apostrophe || chars::continues_word(c)).then_some(next)
    }

    /// Whether the apostrophe at `end` stands inside a word (`don't`, `O'Brien`), and does not open a clitic.
    fn apostrophe_continues(&self, start: usize, end: usize, width: usize) -> bool {
        end > start
            && self.text[end + width..].chars().next().is_some_and(char::is_alphabetic)
            && self.clitic_end(end, width).is_none()
    }

    /// Where the clitic ends that the apostrophe at `at` opens: `'s`, `'re`, `'ll`, `'ve`, `'d`, `'m`.
    fn clitic_end(&self, at: usize, width: usize) -> Option<usize> {
        let letters = &self.bytes[at + width..];
        let length = match (letters.first()?.to_ascii_lowercase(), letters.get(1).map(u8::to_ascii_lowercase))
        {
            (b'r' | b'v', Some(b'e')) | (b'l', Some(b'l')) => 2,
            (b's' | b'd' | b'm', _) => 1,
            _ => return None,
        };
        let end = at + width + length;
        let ends = !self.text.get(end..)?.chars().next().is_some_and(chars::continues_word);
        ends.then_some(end)
    }

    /// The clitic at the cursor, right behind a word.
    pub(super) fn clitic(&mut self) {
        let width = match self.rest().chars().next() {
            Some('\'') => 1,
            Some(c @ ('’' | 'ʼ')) => c.len_utf8(),
            _ => return,
        };
        if let Some(end) = self.clitic_end(self.at, width) {
            let word = Found::folded(Some(Folded::clitic(&self.bytes[self.at + width..end])));
            self.push_word(Kind::Clitic, end, Shape::default(), word);
        }
    }

    /// The end of letters and full stops in turn (`U.S.`, `Ph.D.`, `p.m.`) from a run of letters on.
    fn dotted(&self, start: usize, end: usize) -> Option<usize> {
        if end - start > 2 || self.byte(end) != b'.' {
            return None;
        }
        let mut at = end;
        let mut parts = 1;
        while self.byte(at) == b'.' {
            let letters =
                self.bytes[at + 1..].iter().take(4).take_while(|byte| byte.is_ascii_alphabetic()).count();
            if letters == 0 || letters > 2 || self.byte(at + 1 + letters).is_ascii_digit() {
                break;
            }
            // `it.He`: only the space behind a full stop is missing.
            if self.bytes[start].is_ascii_lowercase() && self.byte(at + 1).is_ascii_uppercase() {
                break;
            }
            // The last part may lack its stop (`U.S`), but only where the word ends there.
            if self.byte(at + 1 + letters) != b'.'
                && BYTES[self.byte(at + 1 + letters) as usize] == Byte::Wide
            {
                break;
            }
            parts += 1;
            at += 1 + letters;
        }
        if parts < 2 {
            return None;
        }
        Some(at + usize::from(self.byte(at) == b'.' && self.byte(at + 1) != b'.'))
    }

    /// Whether the letters before a digit are the code of a currency: `USD34`, `RM79`, `Rs500`.
    fn is_currency_code(&self, start: usize, end: usize) -> bool {
        let letters = &self.text[start..end];
        // The country of `$US113`.
        let behind_sign =
            self.tokens.last().is_some_and(|token| token.is(Kind::Currency) && token.end as usize == start);
        letters.len() <= 4
            && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
            && letters.starts_with(|c: char| c.is_ascii_uppercase())
            && (behind_sign || lexicon::classes(lexicon::lookup(letters).0).any(Classes::CURRENCY))
    }
}

/// The shape of a run of letters that begins with a capital.
// Apart from the way of most words.
#[cold]
fn capital(letters: &[u8]) -> Shape {
    let mut shape = Shape::CAPITAL;
    if letters.len() > 1 && !letters.iter().any(u8::is_ascii_lowercase) {
        shape.set(Shape::ALL_CAPS);
    }
    shape
}
