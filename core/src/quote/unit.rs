//! The stretch of text in which a cue looks for its speaker and content: a sentence, or the sentences that a quotation
//! ties together.

use super::marks::Stretches;
use crate::layout::{BlockKind, Layout};
use crate::scan::{Kind, Scan, Token};
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

/// How many tokens the name of an agency in brackets has at most, the brackets included.
const AGENCY: usize = 8;

/// Ties sentences together where a stretch goes over their boundary. A dateline, or an agency in its place, belongs to none.
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

/// The tokens of a sentence behind the dateline or the agency and its dash, where it begins with one.
fn behind(scan: &Scan<'_>, opening: Option<&Range<usize>>, sentence: &Range<usize>) -> Range<usize> {
    let dateline = opening.filter(|opening| opening.start == sentence.start).map(|opening| opening.end);
    let Some(end) = dateline.or_else(|| agency(scan, sentence)).filter(|end| *end < sentence.end) else {
        return sentence.clone();
    };
    end + usize::from(is_dash(&scan.tokens[end]) && end + 1 < sentence.end)..sentence.end
}

/// The end of the agency that a sentence begins with, in brackets and with a dash behind it: `(Reuters) - `.
fn agency(scan: &Scan<'_>, sentence: &Range<usize>) -> Option<usize> {
    let tokens = &scan.tokens[sentence.clone()];
    let opens = tokens.first()?.is(Kind::Open) && tokens.get(1).is_some_and(Token::is_capital);
    let close = tokens.iter().take(AGENCY).position(|token| token.is(Kind::Close)).filter(|_| opens)?;
    tokens.get(close + 1).is_some_and(is_dash).then_some(sentence.start + close + 1)
}

fn is_dash(token: &Token) -> bool {
    matches!(token.kind, Kind::Dash | Kind::Hyphen)
}
