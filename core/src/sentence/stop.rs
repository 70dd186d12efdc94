//! An end mark with what closes behind it.

use crate::lexicon::Classes;
use crate::scan::{Kind, Mark, Scan, Shape, Token};

/// How strongly the marks of a stop end a sentence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Strength {
    /// A full stop, which may be that of an abbreviation.
    Period,
    /// `…`, `...`, `. . .`
    Ellipsis,
    /// `?`, `!`
    Strong,
}

/// What closes behind the marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Closed {
    Nothing,
    Bracket,
    Quotation,
}

/// The end marks at a place, with the quotation marks, brackets and notes that close behind them.
#[derive(Debug)]
pub(super) struct Stop {
    /// The first mark, or the dotted word whose last full stop it is.
    pub(super) at: usize,
    /// The index behind its last token.
    pub(super) end: usize,
    pub(super) strength: Strength,
    pub(super) closed: Closed,
}

impl Stop {
    /// The stop at the token `at`, if one is there. `marks` knows which quotation marks are open.
    pub(super) fn read(scan: &Scan<'_>, at: usize, limit: usize, marks: &mut Marks) -> Option<Self> {
        let strength = strength(scan, at)?;
        let mut stop = Self { at, end: at + 1, strength, closed: Closed::Nothing };
        while stop.end < limit && stop.takes(scan, limit, marks) {}
        Some(stop)
    }

    /// Takes what stands next, if it belongs to the sentence before.
    fn takes(&mut self, scan: &Scan<'_>, limit: usize, marks: &mut Marks) -> bool {
        let token = &scan.tokens[self.end];
        let mut length = 1;
        match token.kind {
            Kind::Close => self.closed = Closed::Bracket,
            Kind::Quote if marks.closes(scan, self.end) => self.closed = Closed::Quotation,
            Kind::Invisible => {}
            _ if token.is_end_mark() && self.goes_on(&scan.tokens[..limit], token) => {}
            _ => match note(scan, self.end, limit) {
                Some(end) => length = end - self.end,
                None => return false,
            },
        }
        self.end += length;
        true
    }

    /// Whether one more end mark belongs to the stop: `?!`, `. . .`
    fn goes_on(&mut self, tokens: &[Token], token: &Token) -> bool {
        let next = tokens.get(self.end + 1);
        let joins = match token.kind {
            // `his book. ... same old story` opens, `he asked? ... Yes` closes.
            Kind::Ellipsis => {
                next.is_none_or(|next| !next.is_glued() && (!next.is_word() || next.is_capital()))
            }
            _ => matches!(tokens[self.end - 1].kind, Kind::Period | Kind::Ellipsis),
        };
        if !token.is_glued() && !joins {
            return false;
        }
        let strength = match token.kind {
            Kind::Period if token.is_glued() => Strength::Period,
            Kind::Period | Kind::Ellipsis => Strength::Ellipsis,
            _ => Strength::Strong,
        };
        self.strength = self.strength.max(strength);
        true
    }
}

fn strength(scan: &Scan<'_>, at: usize) -> Option<Strength> {
    let token = &scan.tokens[at];
    match token.kind {
        Kind::Period => Some(Strength::Period),
        Kind::Ellipsis => Some(Strength::Ellipsis),
        Kind::Question | Kind::Exclamation => Some(Strength::Strong),
        Kind::Word if token.shape.has(Shape::DOTTED) && scan.word(at).ends_with('.') => {
            Some(Strength::Period)
        }
        _ => None,
    }
}

/// The end of the note at `at`: `[17]`, `[a]`, `[…]`, or a raised number glued to the stop.
fn note(scan: &Scan<'_>, at: usize, limit: usize) -> Option<usize> {
    let tokens = &scan.tokens[..limit];
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Open if scan.word(at) == "[" => {
            let inner = tokens.get(at + 1)?;
            let closed = tokens.get(at + 2)?.is(Kind::Close);
            let short = inner.is(Kind::Number)
                || inner.is(Kind::Ellipsis)
                || inner.is(Kind::Word) && inner.end - inner.start == 1;
            (closed && short).then_some(at + 3)
        }
        Kind::Number | Kind::Word
            if token.is_glued()
                && token.end - token.start <= 6
                && scan.word(at).chars().all(char::is_numeric)
                && tokens.get(at + 1).is_none_or(|next| !next.is_glued())
                // `Rs.10 crore`
                && at.checked_sub(2).is_none_or(|word| !tokens[word].any(Classes::CURRENCY)) =>
        {
            Some(at + 1)
        }
        _ => None,
    }
}

/// Which quotation marks stand open, as far as that tells a closing mark from an opening one.
#[derive(Default, Debug)]
pub(super) struct Marks {
    straight: bool,
    single: bool,
    curly: bool,
}

impl Marks {
    /// Notes a token that is no part of a stop.
    pub(super) fn see(&mut self, scan: &Scan<'_>, at: usize) {
        match scan.mark(at) {
            Some(Mark::Straight | Mark::Ticks) => self.straight = !self.straight,
            // An apostrophe at the end of a word closes only what was opened.
            Some(Mark::SingleStraight) => self.single = !self.single && !scan.tokens[at].is_glued(),
            Some(Mark::CurlyOpen) => self.curly = true,
            Some(Mark::CurlyClose) => self.curly = false,
            _ => {}
        }
    }

    /// Whether the quotation mark at `at`, behind an end mark, closes; notes it then.
    fn closes(&mut self, scan: &Scan<'_>, at: usize) -> bool {
        let before = scan.tokens[at].is_glued();
        let next = scan.tokens.get(at + 1).filter(|next| next.is_glued());
        let behind = next.is_some_and(|next| !is_closing_kind(next));
        let closes = match scan.mark(at) {
            Some(Mark::Straight | Mark::Ticks) => by_place(before, behind, self.straight),
            Some(Mark::SingleStraight) => by_place(before, behind, self.single),
            Some(Mark::CurlyClose | Mark::GuillemetClose | Mark::SingleGuillemetClose) => before || !behind,
            Some(Mark::SingleClose) => before,
            // Some writers have the opening mark on both sides.
            Some(Mark::CurlyOpen) => self.curly && !behind,
            _ => false,
        };
        if closes {
            self.see(scan, at);
        }
        closes
    }
}

/// Whether a mark that may open or close closes: what it is glued to decides, else whether one is open.
fn by_place(before: bool, behind: bool, open: bool) -> bool {
    if before == behind { open } else { before }
}

/// What may stand glued behind a closing quotation mark.
fn is_closing_kind(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Close | Kind::Quote | Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Open
    ) || token.is_end_mark()
}
