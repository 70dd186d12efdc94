//! What one mark does by its form and its neighbours: it opens, it closes, or it is no quotation mark at all.

use crate::lexicon::{self, WordId};
use crate::scan::{Kind, Mark, Scan, Token};

/// What a mark does, as far as its form and its neighbours tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    Open,
    Close,
    Either,
}

/// A quotation mark in a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    token: u32,
    pub(super) role: Role,
    /// It is a single one, as an apostrophe is.
    pub(super) single: bool,
}

impl Sign {
    pub(super) fn token(self) -> usize {
        self.token as usize
    }
}

/// What the mark at a token does, or `None` when it is an apostrophe or a sign of feet, inches or minutes.
pub(super) fn sign(scan: &Scan<'_>, index: usize) -> Option<Sign> {
    let mark = scan.mark(index)?;
    let token = scan.tokens[index];
    let before = index.checked_sub(1).map(|before| &scan.tokens[before]).filter(|_| token.is_glued());
    let after = scan.tokens.get(index + 1).filter(|after| after.is_glued());
    let role = role(mark, before, after)?;
    let single = is_single(mark);
    let elision = single && role == Role::Open && is_elision(scan, index);
    let measure =
        before.is_some_and(|before| before.is(Kind::Number)) && is_measure(scan, index, mark, after);
    (!measure && !elision).then_some(Sign { token: index as u32, role, single })
}

const fn is_single(mark: Mark) -> bool {
    matches!(
        mark,
        Mark::SingleStraight
            | Mark::SingleOpen
            | Mark::SingleClose
            | Mark::SingleLow
            | Mark::SingleGuillemetOpen
            | Mark::SingleGuillemetClose
    )
}

/// What a mark between two tokens that it touches does; `None` of a single one that neither opens nor closes. Where form and
/// neighbours contradict each other the neighbours are right: text is full of marks that face the wrong way.
fn role(mark: Mark, before: Option<&Token>, after: Option<&Token>) -> Option<Role> {
    let opens = after.is_some()
        && before
            .is_none_or(|before| matches!(before.kind, Kind::Open | Kind::Dash | Kind::Slash | Kind::Quote));
    let closes = before.is_some()
        && after.is_none_or(|after| !matches!(after.kind, Kind::Word | Kind::Number | Kind::Currency));
    let role = match mark {
        Mark::CurlyOpen if closes && !opens => Role::Close,
        Mark::CurlyOpen | Mark::Low | Mark::GuillemetOpen | Mark::TicksOpen => Role::Open,
        Mark::CurlyClose | Mark::GuillemetClose if opens && !closes => Role::Open,
        Mark::CurlyClose | Mark::GuillemetClose => Role::Close,
        Mark::SingleStraight | Mark::SingleOpen | Mark::SingleLow | Mark::SingleGuillemetOpen if opens => {
            Role::Open
        }
        _ if is_single(mark) => return closes.then_some(Role::Close),
        _ if opens == closes => Role::Either,
        _ if opens => Role::Open,
        _ => Role::Close,
    };
    Some(role)
}

/// Whether a mark right behind a number is one of feet, inches or minutes.
fn is_measure(scan: &Scan<'_>, index: usize, mark: Mark, after: Option<&Token>) -> bool {
    match mark {
        Mark::SingleStraight | Mark::SingleClose => after.is_some_and(|after| after.is(Kind::Number)),
        // `a 5" gun` is left to the pairing, which knows whether anything is open there.
        Mark::Straight => is_feet_and_inches(scan, index),
        _ => false,
    }
}

/// Whether the mark at `index` ends `6'2"`.
fn is_feet_and_inches(scan: &Scan<'_>, index: usize) -> bool {
    let feet = index.checked_sub(2).and_then(|feet| scan.mark(feet));
    matches!(feet, Some(Mark::SingleStraight | Mark::SingleClose)) && scan.tokens[index - 1].is_glued()
}

/// Whether the mark begins `'em`, `'til`, `'90s`, and a quotation does not.
fn is_elision(scan: &Scan<'_>, index: usize) -> bool {
    let next = &scan.tokens[index + 1];
    let decade = next.is(Kind::Number)
        && next.end - next.start == 2
        && scan.tokens.get(index + 2).is_some_and(|after| after.is_glued() && after.is_word());
    let surface = &scan.text[scan.tokens[index].start as usize..next.end as usize];
    decade || next.is_word() && lexicon::lookup(surface).0 != WordId::NONE
}
