//! The words at the head of a paragraph that say whose turn it is.

use crate::lexicon::Classes;
use crate::scan::{Kind, Scan, Token};
use std::ops::Range;

/// How far into a paragraph the colon behind a label may stand.
const LABEL_TOKENS: usize = 12;
/// How many tokens of a turn are looked at to see whether somebody speaks there.
const LOOK: usize = 40;

/// The words that say whose turn it is.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// Index of its paragraph.
    pub(super) paragraph: usize,
    /// The tokens of the name, without office or brackets behind it.
    pub(super) name: Range<usize>,
    pub(super) colon: usize,
}

/// The label that a paragraph begins with: a name in capitals or with capitals, maybe with an office or brackets behind it,
/// and a colon. `Q.` and `A.` may do without.
pub(super) fn label(scan: &Scan<'_>, paragraph: usize, tokens: &Range<usize>) -> Option<Label> {
    let mut end = None;
    let limit = tokens.end.min(tokens.start + LABEL_TOKENS);
    for at in tokens.start..limit {
        let token = &scan.tokens[at];
        let initial = at > tokens.start && {
            let before = &scan.tokens[at - 1];
            before.span().len() == 1 || before.any(Classes::ABBREVIATION)
        };
        match token.kind {
            Kind::Colon => {
                let name = tokens.start..end.unwrap_or(at);
                let stands = !name.is_empty() && speaks(scan, at, tokens);
                return stands.then_some(Label { paragraph, name, colon: at });
            }
            Kind::Period if at == tokens.start + 1 && matches!(scan.word(tokens.start), "Q" | "A") => {
                let name = tokens.start..at;
                return speaks(scan, at, tokens).then_some(Label { paragraph, name, colon: at });
            }
            Kind::Comma | Kind::Open => end = end.or(Some(at)),
            _ if end.is_some() => {}
            Kind::Word if token.is_capital() || token.any(Classes::NAME_PARTICLE) => {}
            Kind::Hyphen => {}
            Kind::Period if initial => {}
            _ => return None,
        }
    }
    None
}

/// Whether something that may be said stands behind a label.
fn speaks(scan: &Scan<'_>, colon: usize, tokens: &Range<usize>) -> bool {
    let next = scan.tokens.get(colon + 1).filter(|_| colon + 1 < tokens.end);
    next.is_some_and(|next| !next.is_glued() && (!next.is_word() || next.is_capital()))
        && scan.tokens[colon + 1..tokens.end].iter().take(LOOK).any(Token::is_word)
}

/// Whether words are those of a talk: a question, `I`, `we` or `you`, or something in quotation marks.
pub(super) fn is_spoken(scan: &Scan<'_>, tokens: Range<usize>) -> bool {
    let talk = ["i", "we", "you", "my", "our", "your", "me", "us"];
    scan.tokens[tokens].iter().take(LOOK).any(|token| {
        token.is(Kind::Question)
            || token.any(Classes::PRONOUN.or(Classes::POSSESSIVE)) && scan.is_one_of(token, &talk)
    })
}
