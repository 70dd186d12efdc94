//! What stands behind an end mark.

use crate::lexicon::{Classes, Table};
use crate::scan::{Kind, Scan, Shape};

/// How what follows begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Case {
    /// The block ends.
    End,
    /// A mark that goes on with the sentence: a comma, a slash.
    Mark,
    Lower,
    /// A capital that may be that of a name.
    Capital,
    /// A capitalised word that names nothing: `The`, `However`.
    Starter,
    Number,
    /// A bullet, an address, a sign.
    Sign,
}

/// What stands behind a stop.
#[derive(Debug)]
pub(super) struct After {
    /// The first token that is no opening mark.
    pub(super) at: usize,
    pub(super) case: Case,
    /// An opening quotation mark stands before it.
    pub(super) quoted: bool,
    /// An opening bracket stands before it.
    pub(super) bracketed: bool,
    /// A dash stands before it.
    pub(super) dashed: bool,
    /// No space stands behind the stop.
    pub(super) glued: bool,
    /// It is all capitals.
    pub(super) shouted: bool,
}

/// How many marks are looked past.
const OPENERS: usize = 6;

impl After {
    /// What stands from the token `at` on.
    pub(super) fn read(scan: &Scan<'_>, at: usize, limit: usize) -> Self {
        let glued = at < limit && scan.tokens[at].is_glued();
        let mut after = Self {
            at,
            case: Case::End,
            quoted: false,
            bracketed: false,
            dashed: false,
            glued,
            shouted: false,
        };
        while after.at < limit.min(at + OPENERS) {
            match scan.tokens[after.at].kind {
                Kind::Quote => after.quoted = true,
                Kind::Open => after.bracketed = true,
                Kind::Dash => after.dashed = true,
                Kind::Invisible => {}
                _ => break,
            }
            after.at += 1;
        }
        if after.at < limit {
            after.case = case(scan, after.at, limit);
            after.shouted = scan.tokens[after.at].shape.has(Shape::ALL_CAPS);
        } else if after.quoted || after.bracketed || after.dashed {
            after.case = Case::Sign;
        }
        after
    }
}

fn case(scan: &Scan<'_>, at: usize, limit: usize) -> Case {
    let token = &scan.tokens[at];
    match token.kind {
        Kind::Word if is_starter(scan, at, limit) => Case::Starter,
        Kind::Word if token.is_capital() || is_brand(scan.word(at)) => Case::Capital,
        Kind::Word | Kind::Clitic => Case::Lower,
        Kind::Number => Case::Number,
        // `:)`
        Kind::Colon
            if scan.tokens[..limit].get(at + 1).is_some_and(|next| next.is_glued() && !next.is_word()) =>
        {
            Case::Sign
        }
        Kind::Comma
        | Kind::Colon
        | Kind::Semicolon
        | Kind::Slash
        | Kind::Hyphen
        | Kind::Close
        | Kind::Percent
        | Kind::Period
        | Kind::Question
        | Kind::Exclamation => Case::Mark,
        Kind::Currency => Case::Number,
        _ => Case::Sign,
    }
}

/// Whether the capitalised word at `at` opens no name: a function word that is no initial, no `No. 5` and no part of a
/// title such as `Under Secretary`.
pub(super) fn is_starter(scan: &Scan<'_>, at: usize, limit: usize) -> bool {
    let token = &scan.tokens[at];
    if !token.is_capital() || !token.any(Classes::FUNCTION) || token.shape.has(Shape::ALL_CAPS) {
        return false;
    }
    let next = scan.tokens[..limit].get(at + 1);
    let joined = next.is_some_and(|next| next.is_glued() && matches!(next.kind, Kind::Period | Kind::Hyphen));
    let title = scan.entry_at(Table::Title, at, limit).is_some_and(|title| title.end > at + 1);
    !joined && !title
}

/// `eBay`, `iPhone`: lower case first, a capital within.
fn is_brand(word: &str) -> bool {
    word.chars().take(6).any(char::is_uppercase)
}
