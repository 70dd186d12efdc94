//! Numbers that are parts of an identifier: telephone numbers, codes, dates in digits, clock times.

use super::digits;
use super::run::Run;
use crate::scan::Kind;

/// How many parts of an identifier are read at most.
const LONGEST_CHAIN: usize = 64;

/// Where the identifier ends that begins with the number at `index`, if it is one: a phone number, a code, a date in
/// digits, a clock time.
pub(super) fn end(run: Run<'_>, index: usize) -> Option<usize> {
    if !run.kind(index, Kind::Number) {
        return None;
    }
    if let Some(end) = telephone(run, index) {
        return Some(end);
    }
    let mut at = index + 1;
    let mut parts = 1;
    let (mut colon, mut listed) = (false, false);
    while at + 1 < index + LONGEST_CHAIN && run.is_glued(at) && run.is_glued(at + 1) {
        let joint = run.token(at).is_some_and(|token| {
            matches!(token.kind, Kind::Hyphen | Kind::Slash | Kind::Period | Kind::Colon)
        }) || run.is_one_of(at, &["–", "−"])
            || comma(run, at);
        if !joint || !run.kind(at + 1, Kind::Number) {
            break;
        }
        colon |= run.kind(at, Kind::Colon);
        listed |= run.kind(at, Kind::Comma);
        parts += 1;
        at += 2;
    }
    // `24/7`, `9/11`: no part of a whole
    let pair =
        parts == 2 && run.kind(index + 1, Kind::Slash) && digits::slashed(run, index, index + 1).is_none();
    // `2-1/2 inches`
    let mixed = parts == 3
        && run.kind(index + 1, Kind::Hyphen)
        && digits::slashed(run, index + 2, index + 3).is_some();
    // The last two of `22,24,26` are a list as all of them are; `1,23,45,678` is one number.
    let inside = run.is_glued(index) && run.kind(index.wrapping_sub(1), Kind::Comma);
    let two = listed && parts == 2 && !inside && digits::indian_groups(run, index).is_none();
    (parts >= 3 && !listed && !mixed || colon || pair || two).then_some(at)
}

/// Where a telephone number ends: `+44 20 7946 0958`, `+442079460958`, `020 7946 0958`, `(555) 123-4567`.
fn telephone(run: Run<'_>, index: usize) -> Option<usize> {
    let first = run.surface(index);
    let plain =
        |at: usize| run.kind(at, Kind::Number) && run.surface(at).bytes().all(|byte| byte.is_ascii_digit());
    let country = run.is_glued(index) && run.is(index.wrapping_sub(1), "+");
    let trunk = first.len() >= 3 && first.starts_with('0') && plain(index + 1);
    let area = first.len() == 3
        && run.kind(index.wrapping_sub(1), Kind::Open)
        && run.glued(index + 1, Kind::Close)
        && plain(index + 2)
        && run.surface(index + 2).len() == 3;
    if !plain(index) || !(country || trunk || area) {
        return None;
    }
    let mut at = index + 1 + usize::from(area);
    let mut digits = first.len();
    while at < index + LONGEST_CHAIN {
        let joint = usize::from(run.kind(at, Kind::Hyphen) && run.is_glued(at + 1));
        if !plain(at + joint) {
            break;
        }
        digits += run.surface(at + joint).len();
        at += joint + 1;
    }
    (9..=15).contains(&digits).then_some(at)
}

/// `1,5`: a decimal of another language or a list without spaces; `12,34,567` is neither.
fn comma(run: Run<'_>, at: usize) -> bool {
    run.kind(at, Kind::Comma) && run.surface(at + 1).len() <= 2
}
