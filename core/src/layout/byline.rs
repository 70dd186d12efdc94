//! Bylines: the names of people and agencies, without `By`, jobs, outlets, handles and dates.

use super::line::{End, LineFeatures};
use super::page::Page;
use super::run::FURNITURE;
use super::wording;
use crate::date::{DayOrder, moment};
use crate::lexicon::{self, Classes, FurnitureKind, Table};
use crate::scan::{Kind, Scan, Shape, Token, Tokens};
use crate::span::Span;
use std::ops::Range;

/// The longest line, in tokens, that is read as a byline.
const LONGEST: usize = 60;

/// What a line says as a byline.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    pub(super) authors: Vec<Span>,
    /// How sure it is that this is one, 1 to 4.
    pub(super) strength: u32,
    /// `By` with nothing behind it: the names stand on the next line.
    pub(super) open: bool,
    /// A date stands on the line, too.
    pub(super) dated: bool,
}

/// Reads a line as a byline.
pub(super) fn read(scan: &Scan<'_>, line: &LineFeatures) -> Option<Reading> {
    let range = line.range();
    let plain = range.len() <= LONGEST && line.words > 0 && !line.copyright && !line.bracketed;
    let sentence = line.is_ended() && line.words > 12 || line.end == End::Question;
    let furniture = FURNITURE.iter().any(|kind| line.wordings.is(*kind));
    if !plain || sentence || furniture {
        return None;
    }
    let tokens = Tokens::new(scan, range.start, range.end);
    match opener(tokens) {
        Some(at) if at == range.end => Some(Reading { open: true, strength: 1, ..Reading::default() }),
        Some(at) => named(tokens, at),
        None => bare(tokens, line),
    }
}

/// The token behind `By`, `Written by` or the date and place before them, if the line opens so.
fn opener(tokens: Tokens<'_>) -> Option<usize> {
    let (scan, range) = (tokens.scan, tokens.start..tokens.end);
    let by = range.clone().take(24).find(|index| {
        wording::kind_at(scan, *index, range.end) == Some(FurnitureKind::Byline)
            || is_by(&scan.tokens[*index])
    })?;
    let end = wording::entry(scan, by, range.end).map_or(by + 1, |phrase| phrase.end);
    let end = range
        .clone()
        .take(end + 1 - range.start)
        .rposition(|index| is_by(&scan.tokens[index]))
        .map_or(end, |at| range.start + at + 1);
    // Before it only marks, dates, a word or two of `Posted` and the section.
    let before = &scan.tokens[range.start..by];
    let words = before.iter().filter(|token| token.is_word() && !is_calendar(token)).count();
    let end = (end..range.end).find(|index| !scan.tokens[*index].is(Kind::Colon)).unwrap_or(range.end);
    (words <= 4
        && before.iter().all(|token| !token.any(Classes::CUE_VERB.or(Classes::AUXILIARY)) || words <= 2))
    .then_some(end)
}

fn is_by(token: &Token) -> bool {
    lexicon::spelling(token.word) == "by"
}

fn is_calendar(token: &Token) -> bool {
    token.any(Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR))
}

/// A byline with `By`: what follows are names, whatever they look like.
fn named(tokens: Tokens<'_>, at: usize) -> Option<Reading> {
    let (scan, end) = (tokens.scan, tokens.end);
    let (mut authors, rest) = authors(scan, at..end, true);
    if authors.is_empty() {
        // `by editor`: one word, or two, and nothing else.
        let word = |index: usize| {
            index >= end || scan.tokens[index].is_word() && !scan.tokens[index].any(Classes::FUNCTION)
        };
        if at < end && end - at <= 2 && word(at) && word(at + 1) {
            authors.push(scan.span_of(at..end));
            return Some(Reading { authors, strength: 3, ..Reading::default() });
        }
        return None;
    }
    let rest = tail(scan, rest..end)?;
    let dated = rest.dated || (tokens.start..at).any(|index| scan.tokens[index].is(Kind::Number));
    Some(Reading { authors, strength: 4, dated, ..Reading::default() })
}

/// A byline without `By`: names of people and nothing else but jobs, outlets, dates, handles.
fn bare(tokens: Tokens<'_>, line: &LineFeatures) -> Option<Reading> {
    let (scan, range) = (tokens.scan, tokens.start..tokens.end);
    if line.is_ended() && line.words > 6 || FURNITURE.iter().any(|kind| line.wordings.opens(*kind)) {
        return None;
    }
    let mut start =
        range.clone().find(|index| scan.tokens[*index].is_word() || scan.tokens[*index].is(Kind::Number))?;
    let mut dated = false;
    // A place or a date may stand before the name: `New Delhi, Jane Doe | Updated`, `Nov 20, 2019 Jane Doe`.
    if let Ok((rest, _)) = moment(Tokens::new(scan, start, range.end), DayOrder::MonthFirst) {
        start = (rest.start..range.end).find(|index| scan.tokens[*index].is_word())?;
        dated = true;
    } else if let Some(phrase) = scan.entry_at(Table::Place, start, range.end) {
        if scan.tokens.get(phrase.end).is_some_and(|token| token.is(Kind::Comma))
            && phrase.end + 1 < range.end
        {
            start = phrase.end + 1;
        }
    }
    let known = scan.tokens[start].any(Classes::GIVEN_NAME);
    let sure = known && !scan.tokens[start].any(Classes::ALSO_WORD.or(Classes::PLACE));
    let (authors, rest) = authors(scan, start..range.end, false);
    if authors.is_empty() {
        return None;
    }
    let tail = tail(scan, rest..range.end)?;
    dated |= tail.dated;
    let supported = dated || tail.job || tail.handle;
    let strength = match (sure, known, supported) {
        (true, _, true) => 3,
        (true, _, false) | (_, true, true) => 2,
        (false, false, true) => 1,
        (_, true, false) => 1,
        _ => return None,
    };
    Some(Reading { authors, strength, dated, open: false })
}

/// What stands behind the names.
#[derive(Default)]
struct Tail {
    dated: bool,
    job: bool,
    handle: bool,
}

/// Checks what stands behind the names; a clause that goes on is none of it.
fn tail(scan: &Scan<'_>, range: Range<usize>) -> Option<Tail> {
    let mut out = Tail::default();
    let mut at = range.start;
    let mut lower = 0;
    while at < range.end {
        let token = &scan.tokens[at];
        if let Ok((rest, _)) = moment(Tokens::new(scan, at, range.end), DayOrder::MonthFirst) {
            out.dated = true;
            at = rest.start.max(at + 1);
            continue;
        }
        out.handle |= matches!(token.kind, Kind::Handle | Kind::Email | Kind::Url);
        if token.is_word() && !is_calendar(token) {
            out.job |= token.any(Classes::TITLE.or(Classes::PERSON_NOUN)) || is_agency(scan, at, range.end);
            let clause =
                token.any(Classes::AUXILIARY.or(Classes::MODAL).or(Classes::RELATIVE)) && !token.is_capital();
            if clause && !out.dated {
                return None;
            }
            lower += u32::from(!token.is_capital() && !token.any(Classes::FUNCTION) && !token.is_glued());
        }
        at += 1;
    }
    (lower <= 3 || out.dated || out.job).then_some(out)
}

fn is_agency(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    scan.tokens[at].any(Classes::AGENCY.or(Classes::PHRASE))
        && scan.entry_at(Table::Agency, at, end).is_some()
}

/// The names at the start of a run, and where they end.
fn authors(scan: &Scan<'_>, range: Range<usize>, led: bool) -> (Vec<Span>, usize) {
    let mut found: Vec<Span> = Vec::new();
    let mut agencies: Vec<Span> = Vec::new();
    let mut at = range.start;
    let mut end = range.start;
    while at < range.end && found.len() + agencies.len() < 16 {
        let listed = at == range.start || !scan.tokens[at - 1].is(Kind::Comma);
        if let Some(phrase) = agency(scan, at, range.end) {
            agencies.push(scan.span_of(at..phrase));
            end = phrase;
        } else if let Some(name) =
            name(scan, at..range.end, led).filter(|_| listed || is_person(scan, at, range.end))
        {
            found.push(scan.span_of(at..name));
            end = name;
        } else {
            break;
        }
        match connector(scan, end, range.end) {
            Some(next) => at = next,
            None => break,
        }
    }
    // An agency behind people is whom they work for.
    if found.is_empty() && (led || end == range.end) {
        found = agencies;
    }
    (found, end)
}

/// The token behind `,`, `and`, `&`, `;` or `, and` at `at`.
fn connector(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    let joins = |index: usize| {
        index < end && {
            let token = &scan.tokens[index];
            matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Slash)
                || token.any(Classes::CONJUNCTION) && lexicon::spelling(token.word) == "and"
                || lexicon::spelling(token.word) == "with"
                || token.is(Kind::Symbol) && matches!(scan.word(index), "&" | "|" | "+")
        }
    };
    let mut next = at;
    while joins(next) && next < at + 3 {
        next += 1;
    }
    (next > at && next < end).then_some(next)
}

fn agency(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    let phrase = scan.entry_at(Table::Agency, at, end)?;
    let capital = (at..phrase.end).any(|index| scan.tokens[index].is_capital());
    // `Time`, `Staff` and the like only where nothing of a name follows.
    let follows = scan.tokens.get(phrase.end).filter(|_| phrase.end < end);
    (capital && !follows.is_some_and(|token| token.is_capital() && !is_calendar(token))).then_some(phrase.end)
}

/// Whether the word that opens a name behind a comma is a person's rather than a job's or an outlet's.
fn is_person(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let token = &scan.tokens[at];
    let listed = (at..end).take(6).skip(2).any(|index| lexicon::spelling(scan.tokens[index].word) == "and");
    let job = (at..end).take(4).any(|index| scan.tokens[index].any(Classes::TITLE.or(Classes::PERSON_NOUN)));
    !job && (token.any(Classes::GIVEN_NAME) && !token.any(Classes::ALSO_WORD) || listed)
}

/// The end of a person's name: capitalised words, initials, particles between them, a suffix behind.
fn name(scan: &Scan<'_>, range: Range<usize>, led: bool) -> Option<usize> {
    let mut parts: Vec<usize> = Vec::new();
    let mut at = range.start;
    while at < range.end && parts.len() < 5 {
        let token = &scan.tokens[at];
        let stops = parts.len() >= 2 && stops_name(scan, at, range.end, &parts);
        let initial = token.is_capital() && token.end - token.start == 1;
        let article = token.any(Classes::FUNCTION) && !initial && !token.any(Classes::GIVEN_NAME);
        if token.is_capital() && !stops && !article && !is_dated(scan, at) {
            parts.push(at);
            at += 1;
            let stop =
                scan.tokens.get(at).filter(|next| at < range.end && next.is(Kind::Period) && next.is_glued());
            let short = token.end - token.start <= 2 || token.any(Classes::HONORIFIC);
            at += usize::from(stop.is_some() && short);
        } else if token.is(Kind::Hyphen) && !parts.is_empty()
            || is_particle(scan, at, range.end) && !parts.is_empty()
        {
            at += 1;
        } else {
            break;
        }
    }
    let mut end = cut_job(scan, &parts, at, range.end)?;
    if let Some(suffix) = suffix(scan, end, range.end) {
        end = suffix;
    }
    let enough = parts.len() >= 2 || led && parts.len() == 1;
    let lone = parts.len() == 1 && scan.tokens[parts[0]].any(Classes::FUNCTION);
    (enough && !lone).then_some(end)
}

/// Whether a month or weekday at `at` belongs to a date.
fn is_dated(scan: &Scan<'_>, at: usize) -> bool {
    let token = &scan.tokens[at];
    let next = scan.tokens[at + 1..].iter().take(3).any(|next| next.is(Kind::Number));
    token.any(Classes::MONTH.or(Classes::WEEKDAY)) && next
}

fn is_particle(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let token = &scan.tokens[at];
    let next = scan.tokens.get(at + 1).filter(|_| at + 1 < end);
    token.any(Classes::NAME_PARTICLE)
        && next.is_some_and(|next| next.is_capital() || next.any(Classes::NAME_PARTICLE))
}

/// Whether a word behind two parts of a name is no part of it: a job, an agency, a word in capitals, a wording.
fn stops_name(scan: &Scan<'_>, at: usize, end: usize, parts: &[usize]) -> bool {
    let token = &scan.tokens[at];
    let shouts = |index: usize| {
        scan.tokens[index].shape.has(Shape::ALL_CAPS)
            || scan.tokens[index].end - scan.tokens[index].start == 1
    };
    let surface = scan.word(at);
    let capitals = surface.chars().take_while(|letter| letter.is_uppercase()).count();
    let outlet = capitals >= 3 && !parts.iter().all(|part| shouts(*part)) && !token.any(Classes::NAME_SUFFIX);
    let last = at + 1 >= end && parts.len() == 1;
    outlet
        || is_agency(scan, at, end)
        || token.any(Classes::TITLE.or(Classes::PERSON_NOUN)) && !last
        || wording::entry(scan, at, end).is_some_and(|phrase| phrase.end == end || phrase.end > at + 1)
}

/// Cuts the words before a job off the name: `Amy Gibbons Political Correspondent`.
fn cut_job(scan: &Scan<'_>, parts: &[usize], at: usize, end: usize) -> Option<usize> {
    parts.first()?;
    let job = (at..end).take(6).take_while(|index| scan.tokens[*index].is_word()).any(|index| {
        scan.tokens[index].any(Classes::TITLE.or(Classes::PERSON_NOUN)) || is_agency(scan, index, end)
    });
    if !job || parts.len() < 3 {
        return Some(at);
    }
    let middle = &scan.tokens[parts[1]];
    let longer = middle.end - middle.start <= 2 || middle.any(Classes::GIVEN_NAME) && parts.len() > 3;
    let kept = if longer { 3 } else { 2 };
    Some(parts.get(kept).copied().unwrap_or(at))
}

/// The end of `, Jr.` or `III` at `at`.
fn suffix(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    let comma = usize::from(scan.tokens.get(at).is_some_and(|token| token.is(Kind::Comma)));
    let token = scan.tokens.get(at + comma).filter(|_| at + comma < end)?;
    let stop = scan
        .tokens
        .get(at + comma + 1)
        .is_some_and(|next| next.is(Kind::Period) && next.is_glued() && at + comma + 1 < end);
    token.any(Classes::NAME_SUFFIX).then_some(at + comma + 1 + usize::from(stop))
}

/// The byline of a page and the lines it takes.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) lines: Range<usize>,
    pub(super) authors: Vec<Span>,
    pub(super) dated: bool,
}

/// How far from the headline, or from where the body begins, a byline may stand.
const REACH: usize = 14;

/// Finds the byline near the line `anchor`, which is the headline or else the first line of the body.
pub(super) fn find(page: &Page<'_>, anchor: Option<usize>) -> Option<Found> {
    let anchor = anchor.unwrap_or(page.run.start);
    let from = anchor.saturating_sub(6);
    let to = (anchor + REACH).min(page.run.start + 3).max(anchor + 3).min(page.lines.len());
    let readings: Vec<Option<Reading>> =
        (from..to).map(|index| read(page.scan, &page.lines[index]).filter(|_| index != anchor)).collect();
    let mut best: Option<(i32, usize)> = None;
    for (offset, reading) in readings.iter().enumerate() {
        let Some(reading) = reading else { continue };
        let index = from + offset;
        let follows = reading.open
            && readings.get(offset + 1).is_some_and(|next| next.as_ref().is_some_and(|next| !next.open));
        if reading.open && !follows {
            continue;
        }
        let strength = if reading.open { 4 } else { reading.strength } as i32;
        let distance = anchor.abs_diff(index) as i32;
        let above = if index < anchor { 6 } else { 0 };
        let inside = if index > page.run.start { 6 } else { 0 };
        let value = 10 * strength - distance - above - inside - if strength < 2 { 8 } else { 0 };
        if value > 0 && best.is_none_or(|(other, _)| value > other) {
            best = Some((value, index));
        }
    }
    let (_, line) = best?;
    Some(gather(page, line, &readings[line - from..], page.run.start.max(line + 1) + 2))
}

/// Takes the lines behind a byline that go on with it: further names, jobs.
fn gather(page: &Page<'_>, line: usize, readings: &[Option<Reading>], limit: usize) -> Found {
    let mut found = Found { lines: line..line + 1, authors: Vec::new(), dated: false };
    for (offset, reading) in readings.iter().enumerate() {
        let index = line + offset;
        if index >= limit {
            break;
        }
        let near = page.lines[index].blank_before <= 1;
        match reading {
            Some(reading) if offset == 0 || near && (reading.strength >= 2 || found.authors.is_empty()) => {
                found.dated |= reading.dated;
                for author in &reading.authors {
                    let name = page.scan.str(*author);
                    if !found.authors.iter().any(|other| page.scan.str(*other).eq_ignore_ascii_case(name)) {
                        found.authors.push(*author);
                    }
                }
                found.lines.end = index + 1;
            }
            _ if offset > 0
                && page.lines[index].blank_before == 0
                && is_job(page.scan, &page.lines[index]) =>
            {
                found.lines.end = index + 1;
            }
            _ => break,
        }
    }
    found
}

/// Whether a line under a byline is a job or an agency alone: `Staff Writer`, `Associated Press`.
fn is_job(scan: &Scan<'_>, line: &LineFeatures) -> bool {
    let job = |index: usize| {
        scan.tokens[index].any(Classes::TITLE.or(Classes::PERSON_NOUN))
            || is_agency(scan, index, line.range().end)
    };
    line.words <= 6 && !line.is_ended() && line.verbs == 0 && line.range().any(job)
}
