//! Token ranges as runs of content: paragraphs apart, marks around a whole run left out.

use super::marks::{Stretch, around, touching};
use super::result::QuoteKind;
use crate::scan::{Kind, Scan};
use std::ops::Range;

/// The run of a range of tokens, which only `stretches` touch, without the marks that enclose all of it; `None` when no word is left.
pub(super) fn trim(scan: &Scan<'_>, stretches: &[Stretch], range: &Range<usize>) -> Option<Range<usize>> {
    let mut range = range.clone();
    // A range that ends inside a stretch, or begins there, takes in its mark.
    let stray = |index: usize| {
        let token = &scan.tokens[index];
        matches!(token.kind, Kind::Comma | Kind::Dash | Kind::Semicolon | Kind::Colon | Kind::Invisible)
    };
    let edge = |index: usize| stray(index) && around(stretches, index).is_none();
    while range.start < range.end && edge(range.start) {
        range.start += 1;
    }
    while range.start < range.end && edge(range.end - 1) {
        range.end -= 1;
    }
    if let Some(stretch) = around(stretches, range.start) {
        if stretch.outer().start <= range.start && range.end <= stretch.outer().end {
            range = range.start.max(stretch.inner().start)..range.end.min(stretch.inner().end);
        } else if range.start == stretch.inner().start {
            range.start = stretch.outer().start;
        }
    }
    let shows = range.clone().any(|index| matches!(scan.tokens[index].kind, Kind::Word | Kind::Number));
    shows.then_some(range)
}

/// How much of the runs stands in quotation marks.
pub(super) fn kind(scan: &Scan<'_>, stretches: &[Stretch], runs: &[Range<usize>]) -> QuoteKind {
    let (mut inside, mut outside) = (false, false);
    for run in runs {
        let mut at = run.start;
        for stretch in touching(stretches, run) {
            outside |= has_word(scan, at..stretch.inner().start.clamp(at, run.end));
            inside |= has_word(scan, stretch.inner().start.max(run.start)..stretch.inner().end.min(run.end));
            at = stretch.inner().end.clamp(at, run.end);
        }
        outside |= has_word(scan, at..run.end);
    }
    match (inside, outside) {
        (true, true) => QuoteKind::Mixed,
        (true, false) => QuoteKind::Direct,
        (false, _) => QuoteKind::Indirect,
    }
}

fn has_word(scan: &Scan<'_>, tokens: Range<usize>) -> bool {
    tokens.start < tokens.end
        && scan.tokens[tokens].iter().any(|token| matches!(token.kind, Kind::Word | Kind::Number))
}
