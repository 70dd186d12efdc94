//! The subject of the verb that governs a number.

use super::phrase::Tagged;
use crate::lexicon::Classes;
use crate::mention::Tag;
use crate::scan::Kind;
use std::ops::Range;

/// How far left, in tokens, a verb and its subject are looked for.
const REACH: usize = 40;

/// A verb with its auxiliaries: `has been expected to rise`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Governor {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The verb nearest before `at`, in the same sentence, with no semicolon between and outside of `last`, the quantity before.
pub(super) fn governor(words: Tagged<'_>, at: usize, last: Range<usize>) -> Option<Governor> {
    let floor = words.run.start.max(at.saturating_sub(REACH));
    let verb =
        (floor..at).rev().take_while(|index| !words.run.kind(*index, Kind::Semicolon)).find(|index| {
            !last.contains(index) && (words.tag(*index).is_verbal() || is_hidden(words, *index, at))
        })?;
    let mut start = verb;
    while start > floor && in_group(words, start - 1) && !opens_as_noun(words, start - 1) {
        start -= 1;
    }
    while start < verb && words.tag(start) == Tag::Adverb {
        start += 1;
    }
    Some(Governor { start, end: verb + 1 })
}

/// A verb that looks like part of a noun phrase: one of change behind a number (`the S&P 500 fell`), or a past form
/// between a noun and the number (`the firm raised $5 million`).
fn is_hidden(words: Tagged<'_>, index: usize, number: usize) -> bool {
    let Some(token) = words.run.token(index) else { return false };
    let change = token.any(Classes::TREND) && token.any(Classes::VERB);
    let verb = token.any(Classes::VERB.or(Classes::CUE_VERB));
    let past = verb && words.run.surface(index).ends_with("ed");
    match words.before(index) {
        // `the toll now stands at 12`
        Tag::Noun | Tag::Name | Tag::Adverb
            if verb && index + 2 == number && words.run.is(index + 1, "at") =>
        {
            true
        }
        Tag::Number => change || verb && words.tag(index + 1) == Tag::Determiner,
        Tag::Noun | Tag::Name => {
            (change || past)
                && (index + 1 == number || words.run.any(index + 1, Classes::TREND.or(Classes::ADVERB)))
        }
        _ => false,
    }
}

fn in_group(words: Tagged<'_>, index: usize) -> bool {
    let tag = words.tag(index);
    tag.is_verbal() || matches!(tag, Tag::Adverb | Tag::Infinitive) || words.run.any(index, Classes::NEGATION)
}

/// `Imports contracted`: what opens a sentence before a verb and looks like one in the third person is a plural.
fn opens_as_noun(words: Tagged<'_>, index: usize) -> bool {
    index == words.run.start
        && words.run.surface(index).ends_with('s')
        && !words.run.any(index, Classes::AUXILIARY.or(Classes::MODAL).or(Classes::FUNCTION))
}

/// The subject of the clause that a number stands in which begins at `start`.
pub(super) fn subject(words: Tagged<'_>, start: usize, last: &Range<usize>) -> Option<Range<usize>> {
    let mut at = start;
    // Each round goes on from a verb that has no subject of its own to the one before it.
    for _ in 0..6 {
        let verb = governor(words, at, last.clone())?;
        if let Some(subject) = of(words, verb) {
            return Some(subject);
        }
        if own_subject(words, verb) {
            return None;
        }
        at = verb.start;
    }
    None
}

/// Whether the subject is there but names nothing: a pronoun.
fn own_subject(words: Tagged<'_>, verb: Governor) -> bool {
    words.before(verb.start) == Tag::Pronoun
}

/// What stands as the subject of a verb.
fn of(words: Tagged<'_>, verb: Governor) -> Option<Range<usize>> {
    let at = verb.start;
    // `used the time to get in shape, dropping to 193`: the infinitive has the subject of the verb before it.
    if words.tag(at) == Tag::Infinitive {
        return None;
    }
    match words.before(at) {
        _ if at == words.run.start + 1 && opens_as_noun(words, at - 1) => Some(at - 1..at),
        // `318 birds with transmitters weighing 25g`
        Tag::Noun | Tag::Name if words.run.surface(at).ends_with("ing") => words.ending(at),
        Tag::Noun | Tag::Name | Tag::Number | Tag::Possessive => words.whole_ending(at),
        // `Ford, which has …`, `the car that has …`
        Tag::Relative => {
            let comma = usize::from(words.before(at - 1) == Tag::Comma);
            words.whole_ending(at - 1 - comma)
        }
        Tag::Comma => behind_insertion(words, at - 1, verb),
        _ if words.run.kind(at.wrapping_sub(1), Kind::Close) => {
            let open =
                (words.run.start..at - 1).rev().take(12).find(|index| words.run.kind(*index, Kind::Open))?;
            words.whole_ending(open)
        }
        _ => None,
    }
}

/// `Debt, excluding banks, was …`: the phrase before the insertion; none where the comma opens a participle.
fn behind_insertion(words: Tagged<'_>, comma: usize, verb: Governor) -> Option<Range<usize>> {
    let participle = words.run.surface(verb.start).ends_with("ing");
    if participle {
        return None;
    }
    let floor = words.run.start.max(comma.saturating_sub(REACH));
    let opening = (floor..comma).rev().find(|index| words.tag(*index) == Tag::Comma);
    opening.and_then(|opening| words.whole_ending(opening)).or_else(|| words.whole_ending(comma))
}
