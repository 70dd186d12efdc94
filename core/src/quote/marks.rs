//! Quotation marks paired into stretches, paragraph by paragraph.

use super::sign::{Role, Sign, sign};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::layout::{BlockData, BlockKind};
use crate::lexicon::Classes;
use crate::room::Progress;
use crate::scan::{Kind, Scan, Token};
use crate::scratch::{Lent, Spare};
use std::ops::Range;

/// Words that a stretch must have to be taken for a quotation whatever stands around it.
const LONG_WORDS: usize = 5;

/// An unbroken run of tokens between an outermost pair of quotation marks, or up to the edge of its paragraph where a
/// mark is missing. Not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    inner: Range<u32>,
    outer: Range<u32>,
    /// Whether it is a quotation whatever stands around it: a whole sentence, or long and no title.
    pub(super) speaks: bool,
    /// Whether it is written as the title of a work is.
    pub(super) title: bool,
    /// Whether it goes on with a quotation that the paragraph before left open.
    pub(super) continues: bool,
}

impl Stretch {
    /// The tokens between the marks.
    pub(super) fn inner(&self) -> Range<usize> {
        self.inner.start as usize..self.inner.end as usize
    }

    /// The same with the marks that are there.
    pub(super) fn outer(&self) -> Range<usize> {
        self.outer.start as usize..self.outer.end as usize
    }
}

/// The stretches of an article, in text order; none overlaps another.
#[derive(Debug)]
pub(super) struct Stretches<'a>(Lent<'a, Vec<Stretch>>);

/// What the pairing of marks works in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    stretches: Spare<Vec<Stretch>>,
    signs: Spare<Vec<Sign>>,
}

impl<'a> Stretches<'a> {
    /// Pairs the marks of every block of prose; what could not be paired becomes a diagnostic.
    pub(super) fn pair(
        scan: &Scan<'_>,
        marks: &[u32],
        blocks: &[BlockData],
        diagnostics: &mut Vec<Diagnostic>,
        scratch: &'a mut Scratch,
    ) -> Self {
        let (mut found, signs) = (scratch.stretches.lend(), scratch.signs.lend());
        let mut pairing = Pairing { scan, found: &mut found, signs, carried: false, diagnostics };
        let token = |mark: &u32| &scan.tokens[*mark as usize];
        let mut prose = blocks.iter().filter(|block| block.kind.is_prose());
        let mut marks = marks;
        while let Some(block) = prose.next() {
            let skipped = marks.iter().take_while(|mark| token(mark).start < block.span.start()).count();
            let own = marks[skipped..].iter().take_while(|mark| token(mark).end <= block.span.end()).count();
            let (own, rest) = marks[skipped..].split_at(own);
            marks = rest;
            pairing.signs.clear();
            pairing.signs.reserve_exact(own.len());
            pairing.signs.extend(own.iter().filter_map(|mark| sign(scan, *mark as usize)));
            if block.kind.is_aside() {
                // The paragraph before it goes on behind it.
                let carried = std::mem::take(&mut pairing.carried);
                pairing.paragraph(block, || None);
                pairing.carried = carried;
            } else {
                let next = || prose.clone().find(|next| !next.kind.is_aside());
                pairing.paragraph(block, || next().filter(|next| next.kind == BlockKind::Paragraph));
            }
        }
        drop(pairing);
        Self(found)
    }

    /// The stretches themselves.
    pub(super) fn all(&self) -> &[Stretch] {
        &self.0
    }

    /// The stretches that share a token with a range.
    pub(super) fn touching(&self, tokens: &Range<usize>) -> &[Stretch] {
        touching(&self.0, tokens)
    }

    /// Whether a stretch shares a token with a range.
    pub(super) fn touch(&self, tokens: &Range<usize>) -> bool {
        self.0
            .get(first_behind(&self.0, tokens.start))
            .is_some_and(|stretch| stretch.outer().start < tokens.end)
    }
}

/// The index of the first stretch that ends behind `token`, its closing mark included.
fn first_behind(stretches: &[Stretch], token: usize) -> usize {
    stretches.partition_point(|stretch| stretch.outer().end <= token)
}

/// The stretch in which, its marks included, a token stands.
pub(super) fn around(stretches: &[Stretch], token: usize) -> Option<&Stretch> {
    stretches.get(first_behind(stretches, token)).filter(|stretch| stretch.outer().start <= token)
}

/// The stretches that share a token with a range.
pub(super) fn touching<'s>(stretches: &'s [Stretch], tokens: &Range<usize>) -> &'s [Stretch] {
    let behind = &stretches[first_behind(stretches, tokens.start)..];
    &behind[..behind.partition_point(|stretch| stretch.outer().start < tokens.end)]
}

struct Pairing<'a, 't> {
    scan: &'a Scan<'t>,
    found: &'a mut Vec<Stretch>,
    /// The marks of the paragraph at hand.
    signs: Lent<'a, Vec<Sign>>,
    /// Whether the paragraph before left a quotation open.
    carried: bool,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Pairing<'_, '_> {
    /// Pairs the marks of a paragraph, which the paragraph `next` may go on with.
    fn paragraph<'b>(&mut self, block: &BlockData, next: impl Fn() -> Option<&'b BlockData>) {
        let carried = std::mem::take(&mut self.carried);
        if self.signs.is_empty() {
            return;
        }
        let first = self.found.len();
        let tokens = self.scan.tokens_in(block.span);
        let scan = self.scan;
        let reopens = |single| next().and_then(|next| reopening(scan, next)) == Some(single);
        self.doubles(&tokens, carried, || reopens(false));
        self.singles(&tokens, first, carried, || reopens(true));
    }

    /// Pairs the double marks. An opening mark within an open quotation begins a nested one; where that leaves the
    /// paragraph open without need, the earlier mark counts as stray instead.
    fn doubles(&mut self, tokens: &Range<usize>, carried: bool, reopens: impl Fn() -> bool) {
        let (first, told) = (self.found.len(), self.diagnostics.len());
        let mut open = self.doubles_once(tokens, carried, true);
        let reopens = open.is_some() && reopens();
        if open.is_some() && !reopens {
            self.found.truncate(first);
            self.diagnostics.truncate(told);
            open = self.doubles_once(tokens, carried, false);
        }
        if let Some(open) = open {
            self.push(tokens, Some(open), None, carried);
            self.carried = true;
            if !reopens {
                self.report(open, DiagnosticKind::UnclosedQuotation);
            }
        }
    }

    /// Pairs the double marks in one way, and returns the mark that nothing closes.
    fn doubles_once(&mut self, tokens: &Range<usize>, carried: bool, nest: bool) -> Option<usize> {
        let mut open: Option<usize> = None;
        let mut depth = 0_usize;
        let mut seen = false;
        for at in 0..self.signs.len() {
            let Sign { role, single, .. } = self.signs[at];
            let token = self.signs[at].token();
            if single {
                continue;
            }
            match (role, open) {
                (Role::Open, Some(_)) if nest => depth += 1,
                (Role::Open | Role::Either, None) => open = Some(token),
                (Role::Open, Some(stray)) => {
                    self.report(stray, DiagnosticKind::UnclosedQuotation);
                    open = Some(token);
                }
                (Role::Close | Role::Either, Some(_)) if depth > 0 => depth -= 1,
                (Role::Close | Role::Either, Some(begin)) => {
                    open = None;
                    self.push(tokens, Some(begin), Some(token), carried);
                }
                (Role::Close, None) if carried && !seen => self.push(tokens, None, Some(token), true),
                // Behind a number it is a sign of inches.
                (Role::Close, None) if token > 0 && self.scan.tokens[token - 1].is(Kind::Number) => {}
                (Role::Close, None) => self.report(token, DiagnosticKind::UnopenedQuotation),
            }
            seen = true;
        }
        open
    }

    /// Pairs the single marks outside the stretches found so far; a pair swallows the stretches within it.
    fn singles(&mut self, tokens: &Range<usize>, first: usize, carried: bool, reopens: impl Fn() -> bool) {
        if !self.signs.iter().any(|sign| sign.single) {
            return;
        }
        let doubles = self.found.split_off(first);
        let before = |token: usize| doubles.partition_point(|stretch| stretch.outer().end <= token);
        let outside =
            |token: usize| doubles.get(before(token)).is_none_or(|stretch| token < stretch.outer().start);
        let mut at = 0;
        while at < self.signs.len() {
            let Sign { role, single, .. } = self.signs[at];
            let token = self.signs[at].token();
            at += 1;
            if !single || role == Role::Close || !outside(token) {
                continue;
            }
            let mut close = None;
            for (index, other) in self.signs.iter().enumerate().skip(at) {
                if !other.single || !outside(other.token()) {
                    continue;
                }
                if other.role == Role::Open {
                    break;
                }
                // `the leaders’ plan`: a mark behind an s may be an apostrophe, so one behind punctuation goes before
                // it; and only such a one closes across a quotation in double marks.
                let strong = follows_end(self.scan, other.token());
                if strong || close.is_none() && before(token) == before(other.token()) {
                    close = Some((other.token(), index + 1));
                }
                if strong || !follows_s(self.scan, other.token()) {
                    break;
                }
            }
            if let Some((close, next)) = close {
                self.push(tokens, Some(token), Some(close), carried && token == tokens.start);
                at = next;
            } else if token == tokens.start && reopens() {
                self.push(tokens, Some(token), None, carried);
                self.carried = true;
                break;
            }
        }
        self.swallow(first, doubles);
    }

    /// Adds the stretches in double marks that lie in none of the stretches from `first` on.
    fn swallow(&mut self, first: usize, doubles: Vec<Stretch>) {
        let end = self.found.len();
        for stretch in doubles {
            let singles = &self.found[first..end];
            let next = singles.partition_point(|outer| outer.outer().end <= stretch.outer().start);
            if singles.get(next).is_none_or(|outer| stretch.outer().start < outer.outer().start) {
                self.found.push(stretch);
            }
        }
        self.found[first..].sort_by_key(|stretch| stretch.outer().start);
    }

    /// Adds the stretch between two marks, or from and to the paragraph's edge where one is missing.
    fn push(&mut self, tokens: &Range<usize>, open: Option<usize>, close: Option<usize>, carried: bool) {
        let inner = open.map_or(tokens.start, |open| open + 1)..close.unwrap_or(tokens.end);
        let outer = open.unwrap_or(tokens.start)..close.map_or(tokens.end, |close| close + 1);
        if inner.start < inner.end {
            let marked = &self.scan.tokens[inner.clone()];
            let title = is_title(marked);
            let speaks = speaks(marked, title);
            let continues = carried && outer.start == tokens.start;
            let progress = Progress { done: outer.start, all: self.scan.tokens.len() };
            progress.reserve(self.found, 1);
            let (inner, outer) = (inner.start as u32..inner.end as u32, outer.start as u32..outer.end as u32);
            self.found.push(Stretch { inner, outer, speaks, title, continues });
        }
    }

    fn report(&mut self, token: usize, kind: DiagnosticKind) {
        self.diagnostics.push(Diagnostic { kind, span: self.scan.tokens[token].span() });
    }
}

/// Whether tokens in marks are a quotation whatever stands around them.
fn speaks(tokens: &[Token], title: bool) -> bool {
    let words = tokens.iter().filter(|token| matches!(token.kind, Kind::Word | Kind::Number)).count();
    words >= LONG_WORDS && !title || words > 1 && is_sentence(tokens)
}

/// Whether tokens begin and end as a sentence does: `“Nobody asked us.”`
fn is_sentence(tokens: &[Token]) -> bool {
    let opens = tokens.first().is_some_and(|first| first.is_word() && first.is_capital());
    let ends = |last: &Token| matches!(last.kind, Kind::Period | Kind::Question | Kind::Exclamation);
    opens && tokens.last().is_some_and(ends)
}

/// Whether tokens are written as the title of a work is: `“The Bridge on the Drina”`.
fn is_title(tokens: &[Token]) -> bool {
    let small = |token: &Token| token.is_word() && !token.is_capital() && !token.any(Classes::FUNCTION);
    // `“but they were not all ours”`: a title has a capital somewhere.
    let words = tokens.iter().any(Token::is_word);
    !tokens.iter().any(small) && (!words || tokens.iter().any(Token::is_capital))
}

/// Whether the paragraph begins with a mark that opens a quotation, and whether that is a single one.
fn reopening(scan: &Scan<'_>, paragraph: &BlockData) -> Option<bool> {
    let first = scan.tokens_in(paragraph.span).next().filter(|first| scan.tokens[*first].is(Kind::Quote))?;
    sign(scan, first).filter(|sign| sign.role != Role::Close).map(|sign| sign.single)
}

/// Whether a full stop, comma, question or exclamation mark stands right before a token.
fn follows_end(scan: &Scan<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).map(|before| &scan.tokens[before]);
    before.is_some_and(|before| before.is_end_mark() || before.is(Kind::Comma))
}

/// Whether the word right before a token ends with an s.
fn follows_s(scan: &Scan<'_>, index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| scan.word(before).ends_with(['s', 'S']))
}
