//! Sentences that no end mark parts: items of a list run into one line, rules, addresses in a row.

use super::after;
use crate::lexicon::WordId;
use crate::scan::{Kind, Scan, Shape, Token};

/// What opens an item of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Marker {
    /// `•`, the character it is.
    Bullet(char),
    /// `1.`, `2)`, `(3)`, `4.)`
    Number(u32),
    /// `a.`, `b)`
    Letter(char),
}

/// Numbers of items have few digits; more are a year or a count.
const LONGEST_NUMBER: usize = 3;

impl Marker {
    /// The marker that opens the sentence at `at`, and the index behind it: at the start of a line, or where the list goes
    /// on whose last marker was `last`.
    pub(super) fn read(
        scan: &Scan<'_>,
        at: usize,
        limit: usize,
        last: Option<Self>,
    ) -> Option<(Self, usize)> {
        let first = scan.tokens[..limit].get(at)?;
        if let Some(bullet) = bullet(scan, at) {
            let numbered = Self::counted(scan, at + 1, limit);
            return Some((bullet, numbered.map_or(at + 1, |(_, behind)| behind)));
        }
        let (marker, behind) = Self::counted(scan, at, limit)?;
        let goes_on = last.is_some_and(|last| last.next() == Some(marker));
        (first.shape.has(Shape::LINE_START) || goes_on).then_some((marker, behind))
    }

    /// The number or letter at `at` with the marks that make it a marker, and the index behind them.
    fn counted(scan: &Scan<'_>, at: usize, limit: usize) -> Option<(Self, usize)> {
        let tokens = &scan.tokens[..limit];
        let opened = tokens.get(at)?.is(Kind::Open);
        let at = at + usize::from(opened);
        let marker = Self::of(scan, at, limit)?;
        let glued = |index: usize, kind: Kind| {
            tokens.get(index).is_some_and(|token| token.is_glued() && token.is(kind))
        };
        let stopped = at + 1 + usize::from(glued(at + 1, Kind::Period));
        let behind = stopped + usize::from(glued(stopped, Kind::Close));
        // `1.`, `1)` and `(1)` are markers, `(1.` and `1` are not, and neither is `1.` glued to a word.
        let closed = if opened { behind > stopped } else { behind > at + 1 };
        let parted = tokens.get(behind).is_some_and(|token| !token.is_glued());
        (closed && parted).then_some((marker, behind))
    }

    /// A number or a letter that could mark an item.
    fn of(scan: &Scan<'_>, at: usize, limit: usize) -> Option<Self> {
        let token = scan.tokens[..limit].get(at)?;
        let surface = scan.word(at);
        match token.kind {
            Kind::Number if surface.len() <= LONGEST_NUMBER => surface.parse().ok().map(Self::Number),
            Kind::Word if surface.len() == 1 => surface.chars().next().map(Self::Letter),
            _ => None,
        }
    }

    /// The marker of the next item.
    fn next(self) -> Option<Self> {
        match self {
            Self::Bullet(_) => Some(self),
            Self::Number(value) => Some(Self::Number(value + 1)),
            // A capital may be an initial: `J. K. Rowling`
            Self::Letter(letter @ 'a'..='y') => Some(Self::Letter((letter as u8 + 1) as char)),
            Self::Letter(_) => None,
        }
    }

    /// Whether the next item begins at `at`, in the middle of a line.
    pub(super) fn follows(self, scan: &Scan<'_>, at: usize, limit: usize) -> bool {
        let token = &scan.tokens[at];
        if token.is_glued() || !matches!(token.kind, Kind::Number | Kind::Word | Kind::Open | Kind::Bullet) {
            return false;
        }
        Self::read(scan, at, limit, Some(self)).is_some_and(|(marker, _)| self.next() == Some(marker))
    }
}

fn bullet(scan: &Scan<'_>, at: usize) -> Option<Marker> {
    if !scan.tokens[at].is(Kind::Bullet) {
        return None;
    }
    scan.word(at).chars().next().filter(|bullet| *bullet != '*' && *bullet != '·').map(Marker::Bullet)
}

/// Whether the token `at` does not go on with what stands before it: a rule or what follows one, an address behind
/// another.
pub(super) fn parts(scan: &Scan<'_>, at: usize, limit: usize) -> bool {
    let (last, token) = (&scan.tokens[at - 1], &scan.tokens[at]);
    if token.is_glued() {
        return false;
    }
    match (last.kind, token.kind) {
        (Kind::Url | Kind::Email, Kind::Url) => true,
        (Kind::Url | Kind::Email, Kind::Word) => after::is_starter(scan, at, limit),
        _ => is_rule(scan, last) != is_rule(scan, token),
    }
}

/// Whether a token may be parted from what stands behind it, or before it, with no end mark between.
pub(super) fn stands_apart(scan: &Scan<'_>, at: usize) -> bool {
    let token = &scan.tokens[at];
    matches!(token.kind, Kind::Url | Kind::Email) || is_rule(scan, token)
}

/// `-----`, `_____`
pub(super) fn is_rule(scan: &Scan<'_>, token: &Token) -> bool {
    match token.kind {
        Kind::Dash => scan.str(token.span()).starts_with("----"),
        Kind::Word => token.word == WordId::NONE && scan.str(token.span()).starts_with("____"),
        _ => false,
    }
}
