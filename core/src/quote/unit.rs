//! The stretch of text in which a cue looks for its speaker and content: a sentence, or the sentences that a quotation
//! ties together.

use super::marks::Stretches;
use crate::layout::{BlockKind, Layout};
use crate::scan::{Kind, Scan};
use crate::scratch::Lent;
use crate::sentence::SentenceData;
use std::ops::Range;

/// A sentence, or several whose boundaries lie inside quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) tokens: Range<usize>,
    /// Index of its block.
    pub(super) block: usize,
    pub(super) headline: bool,
}

/// Ties sentences together where a stretch goes over their boundary.
/// A dateline belongs to none.
pub(super) fn units<'a>(
    scan: &Scan<'_>,
    sentences: &[SentenceData],
    layout: &Layout,
    stretches: &Stretches<'_>,
    mut units: Lent<'a, Vec<Unit>>,
) -> Lent<'a, Vec<Unit>> {
    let opening = layout.dateline.as_ref().map(|dateline| scan.tokens_in(dateline.span));
    units.reserve_exact(sentences.len());
    // The first stretch that goes on to the sentence or behind it.
    let mut next = 0;
    for sentence in sentences {
        let start = sentence.range().start;
        while stretches.all().get(next).is_some_and(|stretch| stretch.outer().end <= start) {
            next += 1;
        }
        let tied = stretches.all().get(next).is_some_and(|stretch| stretch.outer().start < start);
        match units.last_mut().filter(|last| tied && last.block == sentence.block()) {
            Some(last) => last.tokens.end = sentence.range().end,
            None => units.push(Unit {
                tokens: behind(scan, opening.as_ref(), &sentence.range()),
                block: sentence.block(),
                headline: layout.blocks[sentence.block()].kind == BlockKind::Headline,
            }),
        }
    }
    units
}

/// The tokens of a sentence behind the dateline and its dash, where it begins with one.
fn behind(scan: &Scan<'_>, opening: Option<&Range<usize>>, sentence: &Range<usize>) -> Range<usize> {
    let Some(opening) =
        opening.filter(|opening| opening.start == sentence.start && opening.end < sentence.end)
    else {
        return sentence.clone();
    };
    let dash = matches!(scan.tokens[opening.end].kind, Kind::Dash | Kind::Hyphen);
    opening.end + usize::from(dash && opening.end + 1 < sentence.end)..sentence.end
}
