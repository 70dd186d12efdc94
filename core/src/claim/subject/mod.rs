//! What is counted or measured: the noun phrase that a number belongs to, else the subject of its verb.

mod phrase;
mod verb;

use super::Last;
use crate::lexicon::Classes;
use crate::mention::{Mentions, Tag};
use crate::number::{Found, Run, UnitKind};
use crate::scan::Kind;
use phrase::Tagged;
use std::ops::Range;

/// Prepositions whose phrases belong to the noun before them.
const COMPLEMENTS: [&str; 6] = ["of", "by", "for", "among", "against", "between"];

/// The same, behind a noun that is measured and not counted.
const WIDER: [&str; 9] = ["of", "by", "on", "in", "for", "from", "against", "among", "between"];

/// What follows `in` behind a sum without being what it consists of: `in exchange`, `in total`.
const NO_WHOLE: [&str; 12] = [
    "exchange", "return", "addition", "total", "cash", "advance", "all", "order", "value", "turn", "part",
    "response",
];

/// What a length behind a number is: `10-mile-long`.
const SIZES: [&str; 7] = ["long", "wide", "tall", "high", "deep", "thick", "old"];

/// What opens no phrase that a number modifies: `5 percent more`, `fell 12 percent last season`.
const NOT_MODIFIED: [&str; 9] = ["each", "apiece", "higher", "lower", "more", "less", "last", "next", "past"];

/// How far before a number, in tokens, the opening of its clause is looked for.
const REACH: usize = 40;

/// Verbs that a range follows, which look like nouns: `prices range from`.
const RANGES: [&str; 8] = ["range", "ranges", "ranged", "run", "runs", "ran", "vary", "varies"];

/// The tokens of a quantity's subject; `last` is the quantity before it in the sentence, and `lead` is where its words of
/// comparison begin.
pub(super) fn find(
    run: Run<'_>,
    mentions: &Mentions,
    last: Option<&Last>,
    found: &Found,
    lead: usize,
) -> Option<Range<usize>> {
    let taken = last.map_or((0, 0), |last| (last.tokens.start, last.tokens.end));
    let words = Tagged { run, tags: &mentions.tags, taken, own: found.tokens.start };
    // `a record 32 goals`
    let start = lead - usize::from(run.follows(lead, &["record"]));
    let before = last.map_or(start..start, |last| last.tokens.clone());
    let count = found.quantity.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Count);
    if let Some(Last { subject, .. }) = last.filter(|last| restates(words, last, found)) {
        return subject.clone();
    }
    if let Some(last) = last.filter(|last| last.subject.is_some() && compares(run, start)) {
        return last.subject.clone();
    }
    if let Some(subject) = named_before(words, start) {
        return Some(subject);
    }
    if count {
        if levels(words, start, found) {
            if let Some(subject) = verb::subject(words, start, &before) {
                return Some(subject);
            }
        }
        return counted(words, found);
    }
    bounded(words, found)
        .or_else(|| modified(words, found))
        .or_else(|| part_of(words, found))
        .or_else(|| beside(words, start, found))
        .or_else(|| valued(words, start, &before))
        .or_else(|| verb::subject(words, start, &before))
        .or_else(|| ordered(words, start, before))
        .or_else(|| last.and_then(|last| last.subject.clone()))
        .or_else(|| opening(words, start))
}

/// What the clause opens with, where no verb was seen; none where a pronoun may be what is meant.
fn opening(words: Tagged<'_>, end: usize) -> Option<Range<usize>> {
    let floor = words.run.start.max(end.saturating_sub(REACH));
    let start = (floor..end).rev().find(|at| words.run.kind(*at, Kind::Semicolon)).map_or(floor, |at| at + 1);
    if (start..end).any(|at| words.tag(at) == Tag::Pronoun) {
        return None;
    }
    let mut at = start;
    while at < end {
        let phrase = words.beginning(at).filter(|phrase| phrase.end <= end);
        let placed = words.before(at) == Tag::Preposition && at > start;
        match phrase {
            Some(phrase) if !placed => return Some(words.with_complements(phrase, &WIDER)),
            Some(phrase) => at = phrase.end,
            None => at += 1,
        }
    }
    None
}

/// `190 points, or 0.6%`, `$590 million (2 billion shekels)`: the same in other words, so of the same subject.
fn restates(words: Tagged<'_>, last: &Last, found: &Found) -> bool {
    let (end, start) = (last.tokens.end, found.tokens.start);
    match start.checked_sub(end) {
        Some(1) => words.run.is(end, "or") || words.run.kind(end, Kind::Open),
        Some(2) => words.run.kind(end, Kind::Comma) && words.run.is(end + 1, "or"),
        _ => false,
    }
}

/// `income of $212 million, compared with $390 million`: of the same subject.
fn compares(run: Run<'_>, start: usize) -> bool {
    run.follows(start, &["with", "to"]) && run.follows(start - 1, &["compared"])
        || run.follows(start, &["versus", "vs"])
}

/// `a truce of at least 30 days`, `sales of 5,835 units`: the noun before `of`.
fn named_before(words: Tagged<'_>, start: usize) -> Option<Range<usize>> {
    let of = start
        .checked_sub(1)
        .filter(|at| words.run.is(*at, "of") && !words.run.follows(*at, &["age", "ages"]))?;
    words.ending(of)
}

/// `730 violations by Russia`: the noun that is counted, with the phrases behind it.
fn counted(words: Tagged<'_>, found: &Found) -> Option<Range<usize>> {
    let unit = found.unit.clone()?;
    if unit.start < found.number.end {
        return None;
    }
    // `a four-cylinder engine` is of the engine.
    if words.run.kind(unit.start - 1, Kind::Hyphen) {
        return modified(words, found);
    }
    let per = (unit.start + 1..unit.end)
        .find(|at| words.run.is_one_of(*at, &["per", "a", "an", "each", "every", "for", "/"]));
    Some(words.with_complements(unit.start..per.unwrap_or(unit.end), &COMPLEMENTS))
}

/// Whether a number of things is what something is or came to: `the toll was 12 people`, `grew by 600 positions`.
fn levels(words: Tagged<'_>, at: usize, found: &Found) -> bool {
    if found.quantity.trend.is_some() {
        return true;
    }
    let run = words.run;
    let linked = run.before(at).is_some_and(|before| before.any(Classes::AUXILIARY));
    linked
        && run.is_one_of(at - 1, &["is", "was", "are", "were", "be", "been"])
        && !matches!(words.before(at - 1), Tag::Other | Tag::Comma)
        && !run.follows(at - 1, &["there"])
}

/// `a 30-day cessation of attacks`, `a $300 million contract`, `an 80 yard touchdown`: the noun behind the unit.
fn modified(words: Tagged<'_>, found: &Found) -> Option<Range<usize>> {
    let at = found.tokens.end;
    if !matches!(words.tag(at), Tag::Noun | Tag::Name | Tag::Adjective | Tag::Hyphen) {
        return None;
    }
    let hyphen = usize::from(words.tag(at) == Tag::Hyphen);
    // `a 10-mile-long tunnel`
    let sized = usize::from(words.run.is_one_of(at + hyphen, &SIZES));
    let hyphen = hyphen + sized;
    let noun = words.beginning(at + hyphen)?;
    // `homes from $750,000 to $1 million stay a month`
    let verb = noun.len() == 1
        && words.run.any(noun.start, Classes::VERB.or(Classes::CUE_VERB))
        && matches!(words.tag(noun.end), Tag::Determiner | Tag::Pronoun);
    let apart = words.run.is_one_of(noun.start, &NOT_MODIFIED);
    if verb || apart || words.run.follows(found.tokens.start, &["from"]) {
        return None;
    }
    // `rose 3% Friday`, `5 percent more`
    (noun.start == at + hyphen).then(|| words.with_complements(noun, &WIDER))
}

/// `60 per cent of men`, `$1 billion in gains`, `25% tax on imports`
fn part_of(words: Tagged<'_>, found: &Found) -> Option<Range<usize>> {
    let at = found.tokens.end;
    let money = found.quantity.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Currency);
    let sum = money && words.run.is(at, "in") && !words.run.is_one_of(at + 1, &NO_WHOLE);
    if !words.run.is(at, "of") && !sum {
        return None;
    }
    let whole = words.beginning(at + 1)?;
    Some(words.with_complements(whole, &WIDER))
}

/// `people 65 and over`, `children under five`: those whose age is bounded.
fn bounded(words: Tagged<'_>, found: &Found) -> Option<Range<usize>> {
    let age = found.quantity.unit.as_ref().is_some_and(|unit| unit.name == "year of age");
    let at = found.tokens.start;
    let people = words.run.before(at)?.any(Classes::PERSON_NOUN.or(Classes::GROUP_NOUN));
    let written = found.unit.as_ref().is_some_and(|unit| *unit != found.number);
    (age && people && !written).then(|| words.whole_ending(at)).flatten()
}

/// A noun right beside the number: `wavelengths of`, `homes from $750,000`, `Cost: $5`, `Blackmores up 9.4 per cent`,
/// `Maddon, 66,`, `four fillets (1lb)`.
fn beside(words: Tagged<'_>, at: usize, found: &Found) -> Option<Range<usize>> {
    let run = words.run;
    let before = run.before(at)?;
    let age = found.quantity.unit.as_ref().is_some_and(|unit| unit.name == "year of age");
    if before.is(Kind::Colon) || before.is(Kind::Open) {
        return words.whole_ending(at - 1);
    }
    if before.is(Kind::Comma) && age {
        return words.ending(at - 1);
    }
    // `readers between the ages of 18 and 29`
    if age && run.is(at - 1, "of") && run.follows(at - 1, &["ages"]) {
        let end = (run.start..at - 2).rev().take(2).find(|index| run.is(*index, "between"));
        return end.and_then(|end| words.whole_ending(end));
    }
    if run.is_one_of(at - 1, &["aged", "up", "down", "from", "between"]) {
        let comma = usize::from(words.before(at - 1) == Tag::Comma && run.is(at - 1, "aged"));
        let verb = usize::from(run.follows(at - 1, &RANGES));
        let bracket = (run.start..at).rev().take(4).find(|index| run.kind(*index, Kind::Open));
        return words
            .whole_ending(at - 1 - comma - verb)
            .or_else(|| bracket.and_then(|bracket| words.whole_ending(bracket)))
            .or_else(|| first_word(words, at - 1).filter(|_| verb > 0));
    }
    // `gave workers $500` pays them and says nothing of them.
    let noun = words.ending(at)?;
    if noun.len() == 1 && words.before(noun.start) == Tag::Number && run.any(noun.start, Classes::VERB) {
        return None;
    }
    let before = words.before_determiners(noun.start);
    if words.before(before).is_verbal() { None } else { words.whole_ending(at) }
}

/// The word that opens the sentence, where only the verb before `end` follows it: `Prices range`.
fn first_word(words: Tagged<'_>, end: usize) -> Option<Range<usize>> {
    let start = end.checked_sub(2).filter(|start| *start == words.run.start)?;
    words.run.is_word(start).then_some(start..start + 1)
}

/// `put the damage at $1.5 billion`, `raised its fee by 5 percent`: the object that is given a
/// value, or moved.
fn valued(words: Tagged<'_>, start: usize, last: &Range<usize>) -> Option<Range<usize>> {
    let at = start.checked_sub(1).filter(|at| words.run.is_one_of(*at, &["at", "by"]))?;
    let object = words.ending(at)?;
    // `the rating stands at 44%`
    if words.run.any(object.end - 1, Classes::VERB)
        && words.before(object.start) != Tag::Determiner
        && object.len() == 1
    {
        return None;
    }
    let verb = verb::governor(words, object.start, last.clone())?;
    if !words.run.is(at, "at") && !words.run.any(verb.end - 1, Classes::TREND) {
        return None;
    }
    (words.beginning(verb.end)? == object).then_some(object)
}

/// `Get the mirror for $149`: what an order or a heading without subject is about.
fn ordered(words: Tagged<'_>, start: usize, last: Range<usize>) -> Option<Range<usize>> {
    let verb = verb::governor(words, start, last)?;
    let object = words.beginning(verb.end)?;
    (object.end <= start).then_some(object)
}
