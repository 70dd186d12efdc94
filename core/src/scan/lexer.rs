//! Bytes to tokens and lines, in one pass.

use super::chars::{self, BYTES, Byte};
use super::{Kind, Line, Mark, Scan, Shape, Token};
use crate::lexicon::{self, Classes, Folded, Found, Letters};
use crate::span::Span;
use std::ops::Range;

/// Cuts `text` into tokens and lines.
pub(super) fn scan(text: &str) -> Scan<'_> {
    let mut lexer = Lexer {
        text,
        bytes: text.as_bytes(),
        at: 0,
        // English prose has one token in some five bytes; with room for one in four it is seldom moved.
        tokens: Vec::with_capacity(text.len() / 4 + 8),
        lines: Vec::with_capacity(text.len() / 64 + 4),
        line_start: 0,
        last_end: usize::MAX,
        blank: 0,
    };
    lexer.run();
    lexer.tokens.shrink_to_fit();
    lexer.lines.shrink_to_fit();
    Scan { text, tokens: lexer.tokens, lines: lexer.lines, own: None }
}

pub(super) struct Lexer<'t> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    pub(super) tokens: Vec<Token>,
    lines: Vec<Line>,
    /// The first token of the line being read.
    pub(super) line_start: usize,
    /// Where the last token ends; it need not be known where something stands behind it.
    pub(super) last_end: usize,
    blank: u32,
}

impl Lexer<'_> {
    fn run(&mut self) {
        while let Some(rest @ &[byte, ..]) = self.bytes.get(self.at..) {
            match BYTES[byte as usize] {
                Byte::Space => self.at += 1,
                Byte::Break => {
                    self.at += 1 + usize::from(byte == b'\r' && rest.get(1) == Some(&b'\n'));
                    self.end_line();
                }
                Byte::Letter => self.words(),
                Byte::Digit => self.number(),
                Byte::Quote => self.quote(),
                Byte::Other => self.mark(byte),
                Byte::Wide => self.wide(),
            }
        }
        self.end_line();
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    pub(super) fn push(&mut self, kind: Kind, end: usize) {
        self.push_word(kind, end, Shape::default(), Found::NOTHING);
    }

    /// What the place of the next token gives to its shape.
    #[inline]
    fn place(&self) -> Shape {
        if self.tokens.len() == self.line_start {
            Shape::LINE_START
        } else if self.is_glued() {
            Shape::GLUED
        } else {
            Shape::default()
        }
    }

    #[inline]
    fn push_word(&mut self, kind: Kind, end: usize, mut shape: Shape, found: Found) {
        shape.set(self.place());
        self.tokens.push(token(kind, self.at..end, shape, found));
        (self.at, self.last_end) = (end, end);
    }

    /// Closes the line whose tokens have been read. A line that shows nothing is a blank one.
    fn end_line(&mut self) {
        let from = self.line_start;
        self.line_start = self.tokens.len();
        let line = &self.tokens[from..];
        let Some(first) =
            line.iter().position(|token| !token.is(Kind::Invisible)).or(line.first().map(|_| 0))
        else {
            self.blank += 1;
            return;
        };
        let last = line.iter().rposition(|token| !token.is(Kind::Invisible)).unwrap_or(line.len() - 1);
        let (first, last) = (from + first, from + last);
        self.lines.push(Line {
            span: Span::new(self.tokens[first].start, self.tokens[last].end),
            tokens: first as u32..last as u32 + 1,
            blank_before: self.blank,
        });
        self.blank = 0;
    }

    /// Words from a letter on, as long as a space and a letter follow. Most are a few ASCII letters; one that is more ends
    /// the run.
    #[inline(never)]
    fn words(&mut self) {
        let mut at = self.at;
        let mut shape = self.place();
        while let Some(letters) = self.bytes.get(at..).and_then(Letters::read) {
            let end = at + letters.length;
            let spaced = letters.next == b' ';
            if !spaced && !self.is_plain(at..end, letters.next) {
                break;
            }
            if self.byte(at).is_ascii_uppercase() {
                shape.set(capital(&self.bytes[at..end]));
            }
            self.tokens.push(token(Kind::Word, at..end, shape, Found::letters(&letters)));
            if !spaced {
                (self.at, self.last_end) = (end, end);
                return;
            }
            at = end + 1;
            if !self.byte(at).is_ascii_alphabetic() {
                self.at = at;
                return;
            }
            shape = Shape::default();
        }
        self.at = at;
        self.long_word();
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
    /// dots of `U.S.`
    fn long_word(&mut self) {
        let start = self.at;
        let mut end = start;
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
        let capital = |c: char| if ascii { c.is_ascii_uppercase() } else { c.is_uppercase() };
        if surface.starts_with(capital) {
            shape.set(Shape::CAPITAL);
            if surface.len() > 1 && !surface.contains(char::is_lowercase) {
                shape.set(Shape::ALL_CAPS);
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
    fn clitic(&mut self) {
        let width = match self.rest().chars().next() {
            Some('\'') => 1,
            Some(c @ ('’' | 'ʼ')) => c.len_utf8(),
            _ => return,
        };
        if let Some(end) = self.clitic_end(self.at, width) {
            let word = Found::folded(Folded::new(&self.text[self.at..end]));
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

    /// Whether the last token may stand right before a number without a whole part: `$.50`, `-.5`, `(.5 percent`.
    fn opens_number(&self) -> bool {
        self.tokens.last().is_some_and(|token| {
            matches!(token.kind, Kind::Quote | Kind::Open | Kind::Currency | Kind::Hyphen | Kind::Dash)
        })
    }

    fn number(&mut self) {
        let mut end = self.at + usize::from(self.byte(self.at) == b'.');
        while self.byte(end).is_ascii_digit() {
            end += 1;
            let groups = self.byte(end) == b','
                && self.bytes[end + 1..].iter().take_while(|byte| byte.is_ascii_digit()).take(4).count() == 3;
            let decimal = self.byte(end) == b'.' && self.byte(end + 1).is_ascii_digit();
            end += usize::from(groups || decimal);
        }
        if let Some(fraction) = self.text[end..].chars().next().filter(|c| chars::is_vulgar_fraction(*c)) {
            end += fraction.len_utf8();
        }
        let mut shape = Shape::default();
        shape.set(Shape::DIGIT);
        self.push_word(Kind::Number, end, shape, Found::DIGITS);
        // `the 1980's`
        self.clitic();
    }

    fn quote(&mut self) {
        if let Some((_, width)) = Mark::at(self.rest()) {
            self.push(Kind::Quote, self.at + width);
        }
    }

    /// An ASCII mark that is no quotation mark.
    fn mark(&mut self, byte: u8) {
        let kind = match byte {
            b',' => Kind::Comma,
            b'.' => return self.stop(),
            b'-' => return self.dash(),
            b';' => Kind::Semicolon,
            b'?' => Kind::Question,
            b'!' => Kind::Exclamation,
            b'*' => Kind::Bullet,
            b'@' | b'#' => return self.name(byte),
            _ => return self.sign(byte),
        };
        self.push(kind, self.at + 1);
    }

    /// How often a byte stands at the cursor in a row.
    fn row_of(&self, byte: u8) -> usize {
        self.bytes[self.at..].iter().take_while(|other| **other == byte).count()
    }

    /// A full stop, an ellipsis, or what is written with a stop inside.
    fn stop(&mut self) {
        let next = self.byte(self.at + 1);
        match next {
            b'.' => self.push(Kind::Ellipsis, self.at + self.row_of(b'.')),
            b'0'..=b'9' if !self.is_glued() || self.opens_number() => self.number(),
            b'a'..=b'z' if self.is_domain() => self.address(Kind::Url),
            _ => self.push(Kind::Period, self.at + 1),
        }
    }

    fn dash(&mut self) {
        let run = self.row_of(b'-');
        let behind = self.text[self.at + 1..].chars().next();
        let hyphen = run == 1 && self.is_glued() && behind.is_some_and(char::is_alphanumeric);
        self.push(if hyphen { Kind::Hyphen } else { Kind::Dash }, self.at + run);
    }

    /// `@` or `#`: alone, or with the address or the name that it is part of.
    fn name(&mut self, byte: u8) {
        let next = self.byte(self.at + 1);
        if byte == b'@' && self.is_glued() && next.is_ascii_alphanumeric() {
            return self.address(Kind::Email);
        }
        if !next.is_ascii_alphabetic() && next != b'_' {
            return self.sign(byte);
        }
        let behind = self.bytes[self.at + 1..].iter();
        let name = behind.take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        self.push(if byte == b'@' { Kind::Handle } else { Kind::Hashtag }, self.at + 1 + name);
    }

    /// An ASCII sign that the lexicon may know.
    fn sign(&mut self, byte: u8) {
        let kind = match byte {
            b':' => Kind::Colon,
            b'/' => Kind::Slash,
            b'(' | b'[' | b'{' => Kind::Open,
            b')' | b']' | b'}' => Kind::Close,
            b'$' => Kind::Currency,
            b'%' => Kind::Percent,
            _ => Kind::Symbol,
        };
        self.push_word(kind, self.at + 1, Shape::default(), Found::sign(byte));
    }

    /// Whether nothing stands between the last token and the cursor.
    pub(super) fn is_glued(&self) -> bool {
        self.last_end == self.at
    }

    /// Pushes a sign of more than one byte, which the lexicon may know.
    fn push_sign(&mut self, kind: Kind, end: usize) {
        let sign = Found::folded(Folded::new(&self.text[self.at..end]));
        self.push_word(kind, end, Shape::default(), sign);
    }

    /// A character of more than one byte.
    fn wide(&mut self) {
        let Some(c) = self.rest().chars().next() else { return };
        let end = self.at + c.len_utf8();
        if chars::is_break(c) {
            self.at = end;
            self.end_line();
        } else if c.is_whitespace() {
            self.at = end;
        } else if chars::is_vulgar_fraction(c) {
            self.push_word(Kind::Number, end, Shape::default(), Found::DIGITS);
        } else if chars::is_letter(c) {
            self.long_word();
        } else if let Some((_, width)) = Mark::at(self.rest()) {
            self.push(Kind::Quote, self.at + width);
        } else if chars::is_currency(c) {
            self.push_sign(Kind::Currency, end);
        } else {
            let kind = match c {
                '…' => Kind::Ellipsis,
                '—' | '–' | '―' | '−' | '‒' => Kind::Dash,
                '‐' | '‑' => Kind::Hyphen,
                '•' | '⁃' | '▪' | '●' | '‣' | '◦' | '·' | '∙' | '■' | '□' | '►' | '▶' => {
                    Kind::Bullet
                }
                '％' => Kind::Percent,
                '。' => Kind::Period,
                '，' | '、' => Kind::Comma,
                '？' => Kind::Question,
                '！' => Kind::Exclamation,
                '（' => Kind::Open,
                '）' => Kind::Close,
                c if chars::is_invisible(c) => Kind::Invisible,
                _ => Kind::Symbol,
            };
            self.push_sign(kind, end);
        }
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

#[inline]
fn token(kind: Kind, span: Range<usize>, shape: Shape, found: Found) -> Token {
    let Found { word, hash, classes } = found;
    Token { start: span.start as u32, end: span.end as u32, classes, word, hash, kind, shape }
}
