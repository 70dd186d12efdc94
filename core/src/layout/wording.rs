//! Wordings of the furniture table on a line.

use crate::lexicon::{Classes, FurnitureKind, Table, Wording, tables};
use crate::scan::{Kind, Phrase, Scan, Token};
use std::ops::Range;

/// Of a long line, how many tokens wordings are looked for in at its start, and how many at its end.
const FRONT: usize = 24;
const BACK: usize = 16;

/// Which kinds of wording a line shows, and where in it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Wordings {
    /// A bit for each kind that the line wholly consists of.
    whole: u8,
    start: u8,
    inside: u8,
    /// The kind of the first wording that counts.
    first: Option<FurnitureKind>,
}

/// The longest wording that begins at a token.
pub(super) fn entry(scan: &Scan<'_>, at: usize, end: usize) -> Option<Phrase> {
    // Most words open none.
    if scan.tokens[at].any(Classes::FURNITURE) { scan.entry_at(Table::Furniture, at, end) } else { None }
}

/// The first token of some that a wording may begin with.
fn next(scan: &Scan<'_>, tokens: Range<usize>) -> Option<usize> {
    let Range { start: mut at, end } = tokens;
    while !scan.tokens[..end].get(at)?.any(Classes::FURNITURE) {
        at += 1;
    }
    Some(at)
}

/// The kind of the longest wording that begins at a token.
pub(super) fn kind_at(scan: &Scan<'_>, at: usize, end: usize) -> Option<FurnitureKind> {
    entry(scan, at, end).map(|phrase| tables::FURNITURE[phrase.row as usize].kind)
}

/// Whether a token says something by itself, as marks and numbers do not.
fn says(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Url | Kind::Email | Kind::Handle | Kind::Hashtag)
}

const fn bit(kind: FurnitureKind) -> u8 {
    1 << kind as u8
}

impl Wordings {
    /// Looks for wordings in a line.
    pub(super) fn read(scan: &Scan<'_>, range: Range<usize>) -> Self {
        let mut out = Self::default();
        let says_any = |tokens: Range<usize>| scan.tokens[tokens].iter().any(says);
        let says_all = |tokens: Range<usize>| scan.tokens[tokens].iter().filter(|token| says(token)).count();
        let (mut wholes, mut covered) = (0, 0);
        // Whether something is said before `at`, and from where on that is not known.
        let (mut said, mut unseen) = (false, range.start);
        let cut = range.len() > FRONT + BACK;
        let (front, back) =
            if cut { (range.start + FRONT, range.end - BACK) } else { (range.end, range.end) };
        for part in [range.start..front, back..range.end] {
            unseen = unseen.max(part.start);
            let mut at = unseen;
            while let Some(next) = next(scan, at..part.end) {
                at = next;
                let Some(phrase) = scan.entry_at(Table::Furniture, at, range.end) else {
                    at += 1;
                    continue;
                };
                said = said || says_any(unseen..at);
                let row = &tables::FURNITURE[phrase.row as usize];
                match row.place {
                    Wording::Whole => {
                        covered += says_all(at..phrase.end);
                        wholes |= bit(row.kind);
                        out.first = out.first.or(Some(row.kind));
                    }
                    Wording::Start if !said => {
                        out.start |= bit(row.kind);
                        out.first = Some(row.kind);
                    }
                    Wording::Start => {}
                    Wording::Inside => {
                        let place = if said { &mut out.inside } else { &mut out.start };
                        *place |= bit(row.kind);
                        out.first = out.first.or(Some(row.kind));
                    }
                }
                said = said || says_any(at..phrase.end);
                at = phrase.end;
                unseen = at;
            }
            said = said || unseen < part.end && says_any(unseen..part.end);
            unseen = unseen.max(part.end);
        }
        // A line of several such wordings is furniture as one of them alone is: `Facebook Twitter Email`.
        if covered > 0 && !cut && covered == says_all(range) {
            out.whole = wholes;
        } else if out.start | out.inside == 0 {
            out.first = None;
        }
        out
    }

    /// The line is such a wording and nothing else.
    pub(super) fn is(self, kind: FurnitureKind) -> bool {
        self.whole & bit(kind) != 0
    }

    /// It begins with one, or is one.
    pub(super) fn opens(self, kind: FurnitureKind) -> bool {
        (self.whole | self.start) & bit(kind) != 0
    }

    /// It begins with what introduces a date.
    pub(super) fn opens_date(self) -> bool {
        self.opens(FurnitureKind::Published) || self.opens(FurnitureKind::Updated)
    }

    /// It has one anywhere.
    pub(super) fn has(self, kind: FurnitureKind) -> bool {
        (self.whole | self.start | self.inside) & bit(kind) != 0
    }

    /// Bits of the kinds: the line is one; begins with one; has one inside.
    pub(super) fn bits(self) -> [u8; 3] {
        [self.whole, self.start, self.inside]
    }

    /// The kind of the first one.
    pub(super) fn first(self) -> Option<FurnitureKind> {
        self.first
    }
}
