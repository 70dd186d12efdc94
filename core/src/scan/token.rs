//! What the scan finds: tokens with their kind, shape and lexicon classes.

use crate::lexicon::{Classes, Found, WordId};
use crate::span::Span;
use std::ops::Range;

/// What a token is by its characters alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Kind {
    /// Letters, with inner apostrophes, digits and dots where they belong (`O'Brien`, `G20`, `U.S.`). The parts of a
    /// hyphenated word are tokens of their own with a [`Kind::Hyphen`] between.
    Word,
    /// `'s`, `’re`, `'ll`: split off the word before.
    Clitic,
    /// Digits with their inner `,` and `.`, and vulgar fractions: `1,234.5`, `10½`. Letters behind are the next token.
    Number,
    Period,
    Comma,
    Colon,
    Semicolon,
    Question,
    Exclamation,
    /// `…` or two full stops and more.
    Ellipsis,
    /// `—`, `–`, `--`, and `-` with a space on a side.
    Dash,
    /// `-` with letters or digits on both sides.
    Hyphen,
    Slash,
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// Any quotation mark; see [`super::Mark`].
    Quote,
    /// `$`, `€`, `£` …
    Currency,
    Percent,
    /// `•`, `▪`, `*` and the like.
    Bullet,
    Url,
    Email,
    /// `@name`.
    Handle,
    /// `#topic`.
    Hashtag,
    /// Characters that show nothing: byte order mark, zero-width space, direction marks.
    Invisible,
    /// Anything else, a character each.
    Symbol,
}

/// How a token is written, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Shape(u8);

impl Shape {
    /// Nothing stands between it and the token before.
    pub(crate) const GLUED: Self = Self(1);
    /// Begins with a capital.
    pub(crate) const CAPITAL: Self = Self(2);
    /// All of two letters or more are capitals.
    pub(crate) const ALL_CAPS: Self = Self(4);
    /// Holds a digit.
    pub(crate) const DIGIT: Self = Self(8);
    /// Letters and full stops in turn, the last stop included: `U.S.`, `p.m.`
    pub(crate) const DOTTED: Self = Self(16);
    /// The first of its line.
    pub(crate) const LINE_START: Self = Self(32);
    /// Up to fifteen ASCII letters and nothing else, as most words are.
    pub(crate) const PLAIN: Self = Self(64);
    /// A single capital letter of more than one byte: `Ö`
    pub(super) const WIDE_LETTER: Self = Self(128);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// One token.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The classes that the lexicon knows its word in.
    pub(crate) classes: Classes,
    pub(crate) word: WordId,
    /// Hash of the folded letters of a word, the same in every build; zero for what was not looked up.
    pub(crate) hash: u32,
    pub(crate) kind: Kind,
    pub(crate) shape: Shape,
}

impl Token {
    #[inline]
    pub(super) fn new(kind: Kind, span: Range<usize>, shape: Shape, found: Found) -> Self {
        let Found { word, hash, classes } = found;
        Self { start: span.start as u32, end: span.end as u32, classes, word, hash, kind, shape }
    }

    pub(crate) const fn span(&self) -> Span {
        Span::ordered(self.start, self.end)
    }

    pub(crate) const fn is(&self, kind: Kind) -> bool {
        self.kind as u8 == kind as u8
    }

    /// Whether its word has a class of `classes`.
    pub(crate) const fn any(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    pub(crate) const fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    pub(crate) const fn is_glued(&self) -> bool {
        self.shape.has(Shape::GLUED)
    }

    /// What a model may see of it: a word of the lexicon that names nobody by its letters, anything else by its class and
    /// shape. Capitalised words that no table has, names and places are never seen as themselves.
    pub(crate) fn lexical(&self) -> u32 {
        const NAMES: Classes = Classes::GIVEN_NAME
            .or(Classes::PLACE)
            .or(Classes::DEMONYM)
            .or(Classes::AGENCY)
            .or(Classes::NAME_PARTICLE);
        if !matches!(self.kind, Kind::Word | Kind::Clitic) {
            return self.kind as u32;
        }
        let capital = self.shape.has(Shape::CAPITAL);
        if self.word == WordId::NONE {
            return 64 + u32::from(self.shape.0 & (Self::SEEN_SHAPE));
        }
        if capital && self.any(NAMES) {
            return 128
                + (u32::from(self.any(Classes::GIVEN_NAME))
                    | u32::from(self.any(Classes::PLACE)) << 1
                    | u32::from(self.any(Classes::DEMONYM)) << 2);
        }
        // Above every code of a class.
        self.hash | 1 << 31
    }

    /// The parts of a shape that tell something of a word that is in no table.
    const SEEN_SHAPE: u8 = Shape::CAPITAL.0 | Shape::ALL_CAPS.0 | Shape::DIGIT.0 | Shape::DOTTED.0;

    /// A word that begins with a capital.
    pub(crate) const fn is_capital(&self) -> bool {
        self.is_word() && self.shape.has(Shape::CAPITAL)
    }

    /// A word of a single letter; beside ASCII only a capital, as initials are.
    pub(crate) const fn is_letter(&self) -> bool {
        self.is_word() && (self.end - self.start == 1 || self.shape.has(Shape::WIDE_LETTER))
    }

    /// A mark that can end a sentence.
    pub(crate) const fn is_end_mark(&self) -> bool {
        matches!(self.kind, Kind::Period | Kind::Question | Kind::Exclamation | Kind::Ellipsis)
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {:?} {:?}", self.kind, self.span(), self.classes)
    }
}
