//! What is counted: the noun behind a number, with its adjectives.

use super::measure::{Measure, Source};
use super::noun;
use super::result::UnitKind;
use super::run::Run;
use crate::lexicon::{self, Classes, Table, tables};
use crate::scan::Kind;
use std::borrow::Cow;
use std::ops::Range;

/// How many tokens a noun with its adjectives may take.
const LONGEST: usize = 10;

/// A noun phrase without its determiner.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// From the first adjective to the head.
    pub(super) tokens: Range<usize>,
    pub(super) name: Cow<'static, str>,
}

impl Counted {
    pub(super) fn measure(self) -> Measure {
        Measure {
            tokens: self.tokens,
            name: self.name,
            per: None,
            symbol: None,
            kind: UnitKind::Count,
            source: Source::Noun,
        }
    }
}

/// How the noun behind a number is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Counting {
    /// Up to the first plural.
    Many,
    /// Up to the end of the noun phrase: one thing.
    One,
    /// The same, behind `of` or an article: a part of something.
    Part,
}

/// What a number that ends before `end` counts.
pub(super) fn behind(run: Run<'_>, end: usize, counting: Counting) -> Option<Counted> {
    let one = counting != Counting::Many;
    // `14-member`, `four-cylinder`
    if run.glued(end, Kind::Hyphen) {
        let noun = end + 1;
        let plain =
            run.is_word(noun) && !run.any(noun, Classes::FUNCTION) && !run.kind(noun + 1, Kind::Hyphen);
        return (plain && !one && is_noun(run, noun)).then(|| named(run, noun..noun + 1)).flatten();
    }
    // `9AB`, `1e`: part of the number's own word
    if run.glued(end, Kind::Word) {
        return None;
    }
    if run.is(end, "of") {
        // `one of the students`, `dozens of people`
        let mut at = end + 1;
        while at < end + 3 && run.any(at, Classes::DETERMINER.or(Classes::POSSESSIVE)) {
            at += 1;
        }
        return head(run, at, counting == Counting::Part);
    }
    if counting == Counting::Part {
        let mut at = end;
        while at < end + 2 && run.any(at, Classes::DETERMINER.or(Classes::POSSESSIVE)) {
            at += 1;
        }
        return if at > end { head(run, at, true) } else { None };
    }
    head(run, end, one)
}

/// Whether a word behind a hyphen is something to count: `door`, not `legged`.
fn is_noun(run: Run<'_>, index: usize) -> bool {
    let word = run.surface(index);
    word.len() > 2
        && !run.any(index, Classes::ORDINAL)
        && !["ed", "fold", "off", "odd", "ish", "plus", "sided"].iter().any(|ending| word.ends_with(ending))
        && !run.token(index).is_some_and(crate::scan::Token::is_capital)
        && !run.is_one_of(index, &["way", "time", "piece", "man", "on", "half", "strong"])
}

/// The noun phrase that begins at `at`: up to its first noun in the plural, or for one thing up to where it ends.
pub(super) fn head(run: Run<'_>, at: usize, one: bool) -> Option<Counted> {
    let mut first = at;
    while run.is_one_of(first, &["more", "other", "such", "additional", "further", "fewer", "extra", "most"])
    {
        first += 1;
    }
    let mut head = None;
    let mut index = first;
    while index < first + LONGEST {
        let Some(token) = run.token(index) else { break };
        if run.kind(index, Kind::Hyphen) {
            index += 1;
            continue;
        }
        // `3,000 of the firm's workers` are workers.
        if index > first && run.kind(index, Kind::Clitic) {
            index += 1;
            first = index;
            continue;
        }
        // `two new 737 Max jets`
        if index > first
            && token.is(Kind::Number)
            && run.token(index + 1).is_some_and(|next| next.is_capital() && !next.is_glued())
        {
            index += 1;
            continue;
        }
        // `the most gifted and unpredictable attackers`
        if index > first && run.is(index, "and") && run.follows(first, &["most"]) {
            index += 1;
            continue;
        }
        if !token.is_word() || ends_phrase(run, index, index == first) {
            break;
        }
        if one {
            // `the only one strong enough`
            let bare = index == first && token.any(Classes::ADJECTIVE);
            if bare && run.token(index + 1).is_none_or(|next| next.any(Classes::ADVERB.or(Classes::FUNCTION)))
            {
                break;
            }
            if is_predicate(run, index) && (index > first || !run.surface(index).ends_with("ed")) {
                break;
            }
            head = Some(index);
            let person = token.any(Classes::PERSON_NOUN) && !goes_on(run, index + 1);
            if index >= first + 4 || person || noun::is_plural(run, index) {
                break;
            }
        } else if noun::is_plural(run, index) {
            head = Some(index);
            let more =
                noun::is_plural(run, index + 1) && !run.any(index + 1, Classes::VERB.or(Classes::FUNCTION));
            if !more {
                break;
            }
        }
        index += 1;
    }
    named(run, first..head? + 1)
}

/// Whether the noun phrase goes on to another noun: `Republican primary voters`, but `one Republican who`.
fn goes_on(run: Run<'_>, index: usize) -> bool {
    (index..index + 3)
        .take_while(|at| run.is_word(*at) && !run.any(*at, Classes::FUNCTION) && !is_predicate(run, *at))
        .any(|at| run.any(at, Classes::PERSON_NOUN) || noun::is_plural(run, at))
}

/// Whether a verb behind a noun is what the noun does. Behind one thing a verb has an ending: `one test shows`, `one man
/// said`; a bare form is a noun too: `one particular demand`.
fn is_predicate(run: Run<'_>, index: usize) -> bool {
    let Some(token) = run.token(index).filter(|token| token.any(Classes::VERB.or(Classes::CUE_VERB))) else {
        return false;
    };
    let surface = run.surface(index);
    let verb = lexicon::row(token.word, Table::Verb, surface).and_then(|row| tables::VERB.get(row as usize));
    let cue = || {
        lexicon::row(token.word, Table::Cue, surface)
            .and_then(|row| tables::CUE.get(row as usize))
            .map(|row| row.lemma)
    };
    let lemma = verb.map(|row| row.lemma).or_else(cue);
    !run.kind(index - 1, Kind::Hyphen) && lemma.is_none_or(|lemma| !lemma.eq_ignore_ascii_case(surface))
}

/// Words that no noun phrase goes on over.
fn ends_phrase(run: Run<'_>, index: usize, first: bool) -> bool {
    let Some(token) = run.token(index) else { return true };
    // `gas-only`, `first-team`
    if run.glued(index + 1, Kind::Hyphen)
        || run.glued(index, Kind::Word) && run.kind(index.wrapping_sub(1), Kind::Hyphen)
    {
        return false;
    }
    let verb = Classes::AUXILIARY.or(Classes::MODAL).or(Classes::PRONOUN).or(Classes::PREPOSITION);
    token.any(verb)
        || token.any(Classes::FUNCTION)
        || token.any(Classes::MONTH) && first
        || token.any(Classes::WEEKDAY.or(Classes::NUMBER))
}

/// The phrase as the name of a unit: its head in the singular.
fn named(run: Run<'_>, tokens: Range<usize>) -> Option<Counted> {
    let head = tokens.end.checked_sub(1).filter(|head| *head >= tokens.start)?;
    let singular = noun::singular(run, head);
    let name = if head == tokens.start {
        singular.into_owned()
    } else {
        let start = run.token(tokens.start)?.start;
        let adjectives = run.scan.str(crate::span::Span::new(start, run.token(head)?.start));
        let mut name = String::with_capacity(adjectives.len() + singular.len());
        for word in adjectives.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            name.push_str(bare);
            // Of white space in a row, one space is left.
            if !bare.is_empty() && bare.len() < word.len() {
                name.push(' ');
            }
        }
        name.push_str(&singular);
        name
    };
    Some(Counted { tokens, name: Cow::Owned(name) })
}
