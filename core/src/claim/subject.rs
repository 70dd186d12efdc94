//! What is counted or measured: the noun phrase that a number belongs to, else the subject of its verb.

use crate::lexicon::Classes;
use crate::mention::Mentions;
use crate::number::{Found, Run, UnitKind};
use crate::scan::Kind;
use std::ops::Range;

/// The longest subject, in tokens.
const LONGEST: usize = 16;

/// How far left of a number its verb is looked for.
const VERB_WITHIN: usize = 24;

/// The tokens of a quantity's subject.
pub(super) fn find(
    run: Run<'_>,
    mentions: &Mentions,
    last: Option<&Found>,
    found: &Found,
) -> Option<Range<usize>> {
    let _ = mentions;
    counted(run, found)
        .or_else(|| modified(run, found))
        .or_else(|| part_of(run, found))
        .or_else(|| named_before(run, found))
        .or_else(|| of_verb(run, last, found))
}

/// Words of a noun phrase: no verb of the closed classes, no preposition, no mark.
fn in_phrase(run: Run<'_>, index: usize) -> bool {
    run.token(index).is_some_and(|token| match token.kind {
        Kind::Word => {
            !token
                .any(Classes::AUXILIARY.or(Classes::MODAL).or(Classes::PREPOSITION).or(Classes::CONJUNCTION))
                && !token.any(
                    Classes::RELATIVE
                        .or(Classes::SUBORDINATOR)
                        .or(Classes::WH)
                        .or(Classes::PRONOUN)
                        .or(Classes::NEGATION),
                )
        }
        Kind::Hyphen | Kind::Clitic => true,
        _ => false,
    })
}

fn is_verb(run: Run<'_>, index: usize) -> bool {
    run.any(index, Classes::VERB.or(Classes::CUE_VERB).or(Classes::AUXILIARY).or(Classes::MODAL))
}

/// `730 violations by Russia`: the noun that is counted, with the phrases behind it.
fn counted(run: Run<'_>, found: &Found) -> Option<Range<usize>> {
    let unit = found.unit.clone()?;
    let kind = found.quantity.unit.as_ref()?.kind;
    if kind != UnitKind::Count
        || unit.start < found.number.end
        || run.kind(unit.start.wrapping_sub(1), Kind::Hyphen)
    {
        return None;
    }
    let end = unit.end.max(found.unit.as_ref().map_or(0, |unit| unit.end));
    Some(unit.start..with_phrases(run, end))
}

/// The end of the prepositional phrases that go on from `end`: `of attacks on energy infrastructure`, `by Russia`.
fn with_phrases(run: Run<'_>, end: usize) -> usize {
    let mut stop = end;
    while stop < end + LONGEST
        && run.is_one_of(
            stop,
            &["of", "by", "on", "in", "for", "from", "against", "among", "between", "with", "to"],
        )
    {
        let mut at = stop + 1;
        while run.any(at, Classes::DETERMINER.or(Classes::POSSESSIVE)) {
            at += 1;
        }
        let start = at;
        while at < start + LONGEST && in_phrase(run, at) && !(at > start && is_verb(run, at)) {
            at += 1;
        }
        if at == start || run.any(start, Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR)) {
            break;
        }
        stop = at;
    }
    stop
}

/// `a 30-day cessation of attacks`, `a $300 million contract`, `an 80 yard touchdown`: the noun behind the unit.
fn modified(run: Run<'_>, found: &Found) -> Option<Range<usize>> {
    let start = found.tokens.end;
    let hyphen = found
        .unit
        .as_ref()
        .is_some_and(|unit| unit.start > found.number.start && run.kind(unit.start - 1, Kind::Hyphen));
    let article = run.before(found.tokens.start).is_some_and(|before| {
        before.any(Classes::ARTICLE.or(Classes::POSSESSIVE)) || before.is(Kind::Clitic)
    });
    if !hyphen && !article || !in_phrase(run, start) || run.any(start, Classes::FUNCTION) {
        return None;
    }
    let mut end = start;
    while end < start + LONGEST && in_phrase(run, end) && !(end > start && is_verb(run, end)) {
        end += 1;
    }
    Some(start..with_phrases(run, end))
}

/// `60 per cent of men`, `$1 billion in gains`
fn part_of(run: Run<'_>, found: &Found) -> Option<Range<usize>> {
    let kind = found.quantity.unit.as_ref().map(|unit| unit.kind);
    let at = found.tokens.end;
    if !(run.is(at, "of") || run.is(at, "in") && kind == Some(UnitKind::Currency)) {
        return None;
    }
    let mut start = at + 1;
    while run.any(start, Classes::DETERMINER.or(Classes::POSSESSIVE)) {
        start += 1;
    }
    let mut end = start;
    while end < start + LONGEST && in_phrase(run, end) && !(end > start && is_verb(run, end)) {
        end += 1;
    }
    let dated = run.any(start, Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR));
    (end > start && !dated).then(|| start..with_phrases(run, end))
}

/// `a truce of at least 30 days`, `a tax on cars of 25%`: the noun before `of`.
fn named_before(run: Run<'_>, found: &Found) -> Option<Range<usize>> {
    let of = found.tokens.start.checked_sub(1).filter(|at| run.is(*at, "of") && *at > run.start)?;
    let start = phrase_start(run, of)?;
    Some(start..of)
}

/// Where the noun phrase begins that ends before `end`, without its article.
fn phrase_start(run: Run<'_>, end: usize) -> Option<usize> {
    let mut start = end;
    while start > run.start
        && end - start < LONGEST
        && in_phrase(run, start - 1)
        && !run.any(start - 1, Classes::ARTICLE)
    {
        if is_verb(run, start - 1) && start < end {
            break;
        }
        start -= 1;
    }
    while start < end && run.any(start, Classes::POSSESSIVE) {
        start += 1;
    }
    (start < end).then_some(start)
}

/// `Shares fell 3%`: from the start of the clause to its verb.
fn of_verb(run: Run<'_>, last: Option<&Found>, found: &Found) -> Option<Range<usize>> {
    let floor = run.start.max(found.tokens.start.saturating_sub(VERB_WITHIN));
    let mut verb = None;
    let mut at = found.tokens.start;
    while at > floor {
        at -= 1;
        if let Some(last) = last.filter(|last| last.tokens.contains(&at)) {
            at = last.tokens.start.max(floor);
            continue;
        }
        let token = run.token(at)?;
        if matches!(token.kind, Kind::Semicolon | Kind::Quote) {
            break;
        }
        if is_verb(run, at) || token.any(Classes::TREND) {
            verb = Some(at);
            break;
        }
    }
    let mut end = verb?;
    while end > run.start
        && (is_verb(run, end - 1) || run.any(end - 1, Classes::ADVERB.or(Classes::NEGATION)))
    {
        end -= 1;
    }
    if run.kind(end.wrapping_sub(1), Kind::Comma) {
        end -= 1;
    }
    let mut start = end;
    while start > run.start && end - start < LONGEST {
        let before = run.token(start - 1)?;
        let stop = matches!(
            before.kind,
            Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Quote | Kind::Dash | Kind::Open | Kind::Close
        ) || before
            .any(Classes::SUBORDINATOR.or(Classes::RELATIVE).or(Classes::CONJUNCTION).or(Classes::WH))
            || is_verb(run, start - 1) && !run.any(start - 1, Classes::ARTICLE);
        if stop {
            break;
        }
        start -= 1;
    }
    while start < end && run.any(start, Classes::ARTICLE.or(Classes::POSSESSIVE).or(Classes::ADVERB)) {
        start += 1;
    }
    let pronoun = end == start + 1 && run.any(start, Classes::PRONOUN);
    let starts_well =
        run.token(start).is_some_and(|token| token.is_word() && !token.any(Classes::PREPOSITION));
    (start < end && !pronoun && starts_well).then_some(start..end)
}
