//! The mention at a candidate: one date, a stretch or a list, with the words that belong to it.

use super::before::Before;
use super::expression::{Base, Expression, Mention, Year};
use super::grammar::{entry, word};
use super::list::{ahead_of_month, ahead_of_unit, next_of, with_year_behind};
use super::phrase::expression;
use super::range::{days_then_month, joins, joint, tail, to_nth, two_parts};
use super::relative::between_lengths;
use super::written::DayOrder;
use crate::lexicon::{CalendarClass, Classes};
use crate::scan::{Kind, Token, Tokens};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use std::ops::Range;

/// A mention with the tokens it covers.
pub(super) struct Found {
    pub(super) mention: Mention,
    pub(super) tokens: Range<usize>,
}

/// The mention at a candidate; what opens a stretch (`from`, `since`) is looked for behind `floor`.
pub(super) fn mention(input: Tokens<'_>, floor: usize, order: DayOrder) -> Option<Found> {
    let before = Before { scan: input.scan, floor, at: input.start };
    let first = input.first()?;
    if is_number(first) && is_joined(input, first) {
        if let Ok((rest, (from, to))) = to_nth(input, before.is_between()) {
            return Some(before.range(from.into(), to.into(), rest.start));
        }
        if let Ok((rest, (from, to))) = days_then_month(input, before.is_between()) {
            return Some(before.range(from, to, rest.start));
        }
        if let Ok((rest, (from, to))) = between_lengths(input, |input| {
            joint(input, before.is_between()).or_else(|_| word(&["or"])(input))
        }) {
            return Some(before.range(from.into(), to.into(), rest.start));
        }
        if let Ok((rest, first)) = alt((ahead_of_month, ahead_of_unit)).parse(input) {
            return Some(before.one(first, rest));
        }
    }
    if let Ok((rest, (from, to))) = two_parts(input, order) {
        return Some(Found { mention: Mention::Range(from, to), tokens: input.start..rest.start });
    }
    let (rest, first) = expression(input, order).ok()?;
    if let Some(found) = before.days_of_week(first, rest) {
        return Some(found);
    }
    // `from Monday morning to Friday evening`
    let (behind, _) = opt(entry(CalendarClass::Daypart)).parse(rest).ok()?;
    if goes_on_to_end(behind, first, before) {
        if let Ok((rest, (from, to))) = tail(behind, first, order, before.is_between()) {
            return Some(before.range(from, to, rest.start));
        }
    }
    Some(before.one(with_year_behind(first, rest, order), rest))
}

/// Whether a stretch may go on behind its first date: `from May 1, 2018, to June 2` has a comma there.
fn goes_on_to_end(behind: Tokens<'_>, first: Expression, before: Before<'_>) -> bool {
    let joined = |ahead: usize| behind.get(ahead).filter(|next| joins(behind.scan, next));
    let comma = behind.first().is_some_and(|next| next.is(Kind::Comma));
    if !comma {
        return joined(0).is_some();
    }
    let dated =
        matches!(first.base, Base::Day { year, weekday, .. } if year != Year::Unsaid || weekday.is_some());
    dated && before.is_opened() && joined(1).is_some_and(Token::is_word)
}

fn is_number(token: &Token) -> bool {
    token.is(Kind::Number) || token.any(Classes::ORDINAL.or(Classes::NUMBER))
}

/// Whether a number at the front may be joined to another: digits are one token, or two with the letters of an ordinal,
/// words no more than three. A comma or slash joins it to another number only.
fn is_joined(input: Tokens<'_>, first: &Token) -> bool {
    let letters = || input.get(1).is_some_and(|next| next.is_word() && next.is_glued());
    let longest = if first.is(Kind::Number) { 1 + usize::from(letters()) } else { 3 };
    let lists = |ahead: usize| {
        input.get(ahead).is_some_and(|token| matches!(token.kind, Kind::Comma | Kind::Slash))
            && input.get(ahead + 1).is_some_and(is_number)
    };
    (1..=longest).any(|ahead| input.get(ahead).is_some_and(|token| joins(input.scan, token)) || lists(ahead))
}

/// The next date of a list, `6` of `May 5 and 6`, behind the one just found.
pub(super) fn next_in_list(input: Tokens<'_>, last: Mention) -> Option<Found> {
    let Mention::One(last) = last else { return None };
    let (rest, (next, start)) = next_of(input, last).ok()?;
    Some(Found { mention: Mention::One(next), tokens: start..rest.start })
}
