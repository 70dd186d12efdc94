//! Bytes to tokens and lines, in one pass.

use super::chars::{self, BYTES, Byte};
use super::{Kind, Line, Mark, Scan, Shape, Token};
use crate::lexicon::{Folded, Found};
use crate::scratch::Lent;

/// Cuts `text` into tokens and lines.
pub(super) fn scan<'t>(
    text: &'t str,
    mut tokens: Lent<'t, Vec<Token>>,
    mut lines: Lent<'t, Vec<Line>>,
) -> Scan<'t> {
    // English prose has one token in some five bytes; with room for one in four it is seldom moved.
    tokens.reserve_exact(text.len() / 4 + 8);
    lines.reserve_exact(text.len() / 64 + 4);
    let mut lexer = Lexer {
        text,
        bytes: text.as_bytes(),
        at: 0,
        tokens,
        lines,
        line_start: 0,
        last_end: usize::MAX,
        blank: 0,
    };
    lexer.run();
    lexer.tokens.fit();
    lexer.lines.fit();
    Scan { text, tokens: lexer.tokens, lines: lexer.lines, own: None }
}

pub(super) struct Lexer<'t> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    pub(super) tokens: Lent<'t, Vec<Token>>,
    lines: Lent<'t, Vec<Line>>,
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

    pub(super) fn rest(&self) -> &str {
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
    pub(super) fn place(&self) -> Shape {
        if self.tokens.len() == self.line_start {
            Shape::LINE_START
        } else if self.is_glued() {
            Shape::GLUED
        } else {
            Shape::default()
        }
    }

    #[inline]
    pub(super) fn push_word(&mut self, kind: Kind, end: usize, mut shape: Shape, found: Found) {
        shape.set(self.place());
        self.tokens.push(Token::new(kind, self.at..end, shape, found));
        (self.at, self.last_end) = (end, end);
    }

    /// Closes the line whose tokens have been read. A line that shows nothing is a blank one.
    fn end_line(&mut self) {
        let from = self.line_start;
        self.line_start = self.tokens.len();
        let line = &self.tokens[from..];
        let shows = |token: &Token| !token.is(Kind::Invisible);
        let (Some(first), Some(last)) = (line.iter().position(shows), line.iter().rposition(shows)) else {
            self.blank += 1;
            return;
        };
        let (first, last) = (from + first, from + last);
        self.lines.push(Line { tokens: first as u32..last as u32 + 1, blank_before: self.blank });
        self.blank = 0;
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
            self.long_word(0);
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
