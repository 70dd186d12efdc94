//! Whether a text is English, by the share of its function words.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::lexicon::Classes;
use crate::scan::{Kind, Scan, Token};
use crate::span::Span;

/// The language of an article.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Language {
    /// English, or too little text to tell.
    #[default]
    English,
    /// Not English; the results claim no accuracy.
    Undetermined,
}

crate::keyword::keywords!(Language { English = "en", Undetermined = "und" });

/// Fewer words than this say nothing about the language.
const ENOUGH_WORDS: usize = 40;

/// English prose has four function words in ten; pages full of menus still more than one in eight, and other languages
/// that share a few of them (`de`, `a`, `in`, `to`) fewer.
const LEAST_SHARE: usize = 8;

/// Sets the language and says so where it is not English.
#[inline(never)]
pub(crate) fn check(scan: &Scan<'_>, language: &mut Language, diagnostics: &mut Vec<Diagnostic>) {
    // `a` is a word of half of Europe.
    let tells =
        |token: &&Token| token.any(Classes::FUNCTION) && token.is(Kind::Word) && token.end > token.start + 1;
    // In English there are enough long before the end.
    let enough = scan.tokens.len().div_ceil(LEAST_SHARE);
    let known = scan.tokens.iter().filter(tells).take(enough).count();
    if known == enough {
        return;
    }
    let words = scan.tokens.iter().filter(|token| token.is(Kind::Word)).count();
    if words >= ENOUGH_WORDS && known * LEAST_SHARE < words {
        *language = Language::Undetermined;
        let span = scan.lines.first().map_or(Span::default(), |line| scan.span_of(line.range()));
        diagnostics.push(Diagnostic { kind: DiagnosticKind::NotEnglish, span });
    }
}
