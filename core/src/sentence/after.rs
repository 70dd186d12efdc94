//! What stands behind an end mark.

use crate::lexicon::{Classes, Table};
use crate::scan::{Kind, Scan, Shape, Token};

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
    /// The first opening mark: a quotation mark, a bracket or a dash.
    pub(super) opener: Option<Kind>,
    /// No space stands behind the stop.
    pub(super) glued: bool,
}

/// How many marks are looked past.
const OPENERS: usize = 6;

impl After {
    /// What stands from the token `at` on.
    pub(super) fn read(scan: &Scan<'_>, at: usize, limit: usize) -> Self {
        let glued = at < limit && scan.tokens[at].is_glued();
        let mut after = Self { at, case: Case::End, opener: None, glued };
        while after.at < limit.min(at + OPENERS) {
            match scan.tokens[after.at].kind {
                kind @ (Kind::Quote | Kind::Open | Kind::Dash) => after.opener = after.opener.or(Some(kind)),
                Kind::Invisible => {}
                _ => break,
            }
            after.at += 1;
        }
        if after.at < limit {
            after.case = case(scan, after.at, limit);
        } else if after.opener.is_some() {
            after.case = Case::Mark;
        }
        after
    }

    /// Whether an opening mark of `kind` stands first.
    pub(super) fn opens(&self, kind: Kind) -> bool {
        self.opener == Some(kind)
    }
}

fn case(scan: &Scan<'_>, at: usize, limit: usize) -> Case {
    let token = &scan.tokens[at];
    match token.kind {
        Kind::Word if is_starter(scan, at, limit) => Case::Starter,
        Kind::Word if is_lower(scan.word(at)) => Case::Lower,
        Kind::Word => Case::Capital,
        Kind::Clitic => Case::Lower,
        Kind::Number | Kind::Currency => Case::Number,
        // `:)`, `:-)`
        Kind::Colon if !token.is_glued() && smiles(scan.tokens[..limit].get(at + 1)) => Case::Sign,
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
        Kind::Symbol if scan.word(at) == "&" => Case::Mark,
        _ => Case::Sign,
    }
}

/// Whether a colon before `mouth` is the eyes of a smiling face.
fn smiles(mouth: Option<&Token>) -> bool {
    mouth.is_some_and(|mouth| mouth.is_glued() && matches!(mouth.kind, Kind::Close | Kind::Open | Kind::Dash))
}

/// Whether the capitalised word at `at` opens no name: a function word that is no initial, no `No. 5` and no part of a
/// title such as `Under Secretary`.
pub(super) fn is_starter(scan: &Scan<'_>, at: usize, limit: usize) -> bool {
    let token = &scan.tokens[at];
    let function = token.any(Classes::FUNCTION) && !token.any(Classes::ORDINAL);
    if !token.is_capital() || !function || token.shape.has(Shape::ALL_CAPS) {
        return false;
    }
    let next = scan.tokens[..limit].get(at + 1);
    let joined = next.is_some_and(|next| next.is_glued() && matches!(next.kind, Kind::Period | Kind::Hyphen));
    let title = scan.entry_at(Table::Title, at, limit).is_some_and(|title| title.end > at + 1);
    !joined && !title
}

/// Whether a word is in lower case all through: `eBay` and `iPhone` begin sentences as they are.
pub(super) fn is_lower(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && !word.chars().take(6).any(char::is_uppercase)
}
