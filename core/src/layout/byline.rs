//! Bylines: lines that name who wrote the article.

use super::author::{self, Trust, is_calendar, is_job};
use super::head::Head;
use super::line::{End, LineFeatures};
use super::published;
use super::run::FURNITURE;
use super::wording;
use crate::date::{DayOrder, moment};
use crate::lexicon::{self, Classes, FurnitureKind, Table};
use crate::scan::{Kind, Scan, Tokens};
use crate::span::Span;
use std::ops::Range;

/// The longest line, in tokens, that is read as a byline.
const LONGEST: usize = 60;

/// In how many tokens of a line `By` is looked for.
const BEFORE_BY: usize = 24;
/// How many words that are no part of a date may stand before it: `Posted`, the section; more where a date does.
const UNDATED: usize = 2;
const DATED: usize = 8;

/// How sure it is that a line is a byline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Strength {
    /// Capitalised words.
    Hint,
    /// Capitalised words with a date or a job.
    Weak,
    /// A name by its given name.
    Fair,
    /// A name with a date or a job.
    Good,
    /// `By` and a name.
    Sure,
}

impl Strength {
    /// So many lines further from the headline it stands against one beside it.
    fn worth(self) -> i32 {
        match self {
            Self::Hint => 6,
            Self::Weak => 12,
            Self::Fair => 20,
            Self::Good => 30,
            Self::Sure => 40,
        }
    }
}

/// What a line says as a byline.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// Empty where the names stand on the next line, behind a `By` alone.
    pub(super) authors: Vec<Span>,
    pub(super) strength: Strength,
}

/// Reads a line as a byline.
pub(super) fn read(scan: &Scan<'_>, line: &LineFeatures) -> Option<Reading> {
    let range = line.range();
    let plain = range.len() <= LONGEST && line.words > 0 && !line.has_copyright() && !line.is_bracketed();
    let sentence = line.is_ended() && line.words > 12 || line.end == End::Question;
    let furniture =
        FURNITURE.iter().any(|kind| line.wordings.is(*kind)) || line.wordings.has(FurnitureKind::Caption);
    if !plain || sentence || furniture {
        return None;
    }
    let tokens = Tokens::new(scan, range.start, range.end);
    match opener(tokens) {
        Some(at) if at == range.end => Some(Reading { authors: Vec::new(), strength: Strength::Weak }),
        Some(at) => named(tokens, at),
        None => bare(tokens, line),
    }
}

/// The token behind `By` or `Written by`, if the line opens so, or with a date or a word or two before.
fn opener(tokens: Tokens<'_>) -> Option<usize> {
    let (scan, range) = (tokens.scan, tokens.start..tokens.end);
    let by = |index: &usize| scan.tokens[*index].is_word() && scan.is_one_of(&scan.tokens[*index], &["by"]);
    let start =
        range.clone().take(BEFORE_BY).find(|index| by(index) || opens_byline(scan, *index, range.end))?;
    let phrase = wording::entry(scan, start, range.end).map_or(start + 1, |phrase| phrase.end);
    let end = (start..phrase.max(start + 1)).rev().find(by).map_or(phrase, |at| at + 1);
    let end = (end..range.end).find(|index| !scan.tokens[*index].is(Kind::Colon)).unwrap_or(range.end);
    // Before it only marks, dates, a word or two of `Posted` and the section.
    let before = &scan.tokens[range.start..start];
    let words = before.iter().filter(|token| token.is_word() && !is_calendar(token)).count();
    let verb = Classes::AUXILIARY.or(Classes::MODAL);
    let clause = before.iter().any(|token| token.any(verb) && !token.is_capital());
    let dated = before.iter().any(|token| token.is(Kind::Number));
    let few = words <= if dated { DATED } else { UNDATED };
    (few && !clause).then_some(end)
}

/// Whether a wording of bylines that introduces names begins at a token.
fn opens_byline(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    wording::entry(scan, at, end).is_some_and(|phrase| {
        let row = &lexicon::tables::FURNITURE[phrase.row as usize];
        row.kind == FurnitureKind::Byline && row.place == lexicon::Wording::Start
    })
}

/// A byline with `By`: what follows are names, whatever they look like.
fn named(tokens: Tokens<'_>, at: usize) -> Option<Reading> {
    let (scan, end) = (tokens.scan, tokens.end);
    let (mut authors, rest) = author::read(scan, at..end, Trust::Led);
    if authors.is_empty() {
        // `by editor`, `By admin - 2018-09-16`: a word or two, then the end or a mark.
        let words = (at..end).take_while(|index| scan.tokens[*index].is_word()).count();
        let closed = scan.tokens.get(at + words).is_none_or(|token| at + words == end || !token.is_word());
        let plain = scan.tokens[at..at + words].iter().all(|token| !token.any(Classes::FUNCTION));
        if !(1..=2).contains(&words) || !plain || !closed || tail(scan, at + words..end).is_none() {
            return None;
        }
        authors.push(scan.span_of(at..at + words));
        return Some(Reading { authors, strength: Strength::Sure });
    }
    tail(scan, rest..end)?;
    Some(Reading { authors, strength: Strength::Sure })
}

/// A byline without `By`: names of people and nothing else but jobs, outlets, dates, handles.
fn bare(tokens: Tokens<'_>, line: &LineFeatures) -> Option<Reading> {
    let (scan, range) = (tokens.scan, tokens.start..tokens.end);
    if line.is_ended() && line.words > 6 || FURNITURE.iter().any(|kind| line.wordings.opens(*kind)) {
        return None;
    }
    let (start, mut dated) = leading(scan, range.clone())?;
    let first = &scan.tokens[start];
    let known = first.any(Classes::GIVEN_NAME);
    let sure = known && !first.any(Classes::ALSO_WORD.or(Classes::PLACE));
    let beside = dated || line.links > 0 || line.months > 0 || line.numbers > 2;
    let trust = if beside { Trust::Beside } else { Trust::Looks };
    let (authors, rest) = author::read(scan, start..range.end, trust);
    if authors.is_empty() {
        return None;
    }
    let tail = tail(scan, rest..range.end)?;
    dated |= tail.dated;
    let supported = dated || tail.job || tail.handle;
    if trust == Trust::Beside && !supported {
        return None;
    }
    let agency = is_job(scan, start, range.end) && rest == range.end;
    let strength = match (sure || agency, known, supported) {
        (true, _, true) => Strength::Good,
        (true, _, false) | (_, true, true) => Strength::Fair,
        (_, true, false) | (false, false, true) => Strength::Weak,
        (false, false, false) => Strength::Hint,
    };
    Some(Reading { authors, strength })
}

/// Where the name begins behind a date, a place or an outlet: `New Delhi, Jane Doe`, `The Guardian 02/10/2020 Jane Doe`;
/// and whether a date stands before it.
fn leading(scan: &Scan<'_>, range: Range<usize>) -> Option<(usize, bool)> {
    let shows = |index: &usize| scan.tokens[*index].is_word() || scan.tokens[*index].is(Kind::Number);
    let mut start = range.clone().find(shows)?;
    let outlet = scan.entry_at(Table::Agency, start, range.end).map(|phrase| phrase.end);
    for from in [Some(start), outlet].into_iter().flatten() {
        if let Ok((rest, _)) = moment(Tokens::new(scan, from, range.end), DayOrder::MonthFirst) {
            return (rest.start..range.end).find(shows).map(|start| (start, true));
        }
    }
    if let Some(place) = scan.entry_at(Table::Place, start, range.end) {
        let comma = scan.tokens.get(place.end).is_some_and(|token| token.is(Kind::Comma));
        if comma && place.end + 1 < range.end {
            start = place.end + 1;
        }
    }
    Some((start, false))
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
    let mut small = 0;
    while at < range.end {
        let token = &scan.tokens[at];
        let read = || moment(Tokens::new(scan, at, range.end), DayOrder::MonthFirst);
        if let Some(Ok((rest, _))) = published::opens_date(token).then(read) {
            out.dated = true;
            at = rest.start.max(at + 1);
            continue;
        }
        out.handle |= matches!(token.kind, Kind::Handle | Kind::Email | Kind::Url);
        if token.is_word() && !is_calendar(token) {
            out.job |= is_job(scan, at, range.end);
            let clause = token.any(Classes::AUXILIARY.or(Classes::MODAL).or(Classes::RELATIVE));
            if clause && !token.is_capital() && !out.dated {
                return None;
            }
            small += u32::from(!token.is_capital() && !token.any(Classes::FUNCTION) && !token.is_glued());
        }
        out.dated |= token.is_word() && scan.is_one_of(token, &["ago"]);
        at += 1;
    }
    (small <= 3 || out.dated || out.job).then_some(out)
}

/// The byline of a page and the lines it takes.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) lines: Range<usize>,
    pub(super) authors: Vec<Span>,
}

/// How many lines under the headline a byline may stand.
const REACH: usize = 16;
/// How many lines above it, and above the body where no headline is known.
const BEFORE_HEADLINE: usize = 6;
const BEFORE_BODY: usize = 14;
/// How many lines under the headline or the first of the body at least.
const UNDER: usize = 3;

/// What standing above the headline costs a byline, and under the first paragraph, in lines of distance.
const ABOVE: i32 = 6;
const INSIDE: i32 = 4;

/// Finds the byline, by its strength and its distance from the headline, or from the body where no headline is known.
pub(super) fn find(head: &Head<'_, '_>, headline: Option<usize>) -> Option<Found> {
    let page = head.page;
    let anchor = headline.filter(|line| *line > 0 || !page.framed);
    let before = if anchor.is_some() { BEFORE_HEADLINE } else { BEFORE_BODY };
    let from = anchor.unwrap_or(page.run.start).saturating_sub(before);
    let lead = page.run.start + UNDER;
    let to = anchor.map_or(lead, |anchor| (anchor + REACH).min(lead).max(anchor + UNDER));
    let mut best: Option<(i32, usize)> = None;
    for index in from..to.min(page.lines.len()) {
        let Some(reading) = head.byline(index).filter(|_| Some(index) != headline) else { continue };
        // `By` alone stands over the names.
        let open = reading.authors.is_empty();
        if open && led(head, index + 1).is_none() {
            continue;
        }
        let strength = if open { Strength::Sure } else { reading.strength };
        let dated = |line: usize| head.dates(line).is_some_and(|reading| reading.other <= 3);
        if strength == Strength::Hint && !(dated(index + 1) || dated(index + 2)) {
            continue;
        }
        // Under the lead it must say By, and the article go on.
        let goes_on = || page.lines[index + 1..].iter().take(REACH).any(LineFeatures::is_prose);
        if !page.framed && index > page.run.start && (strength < Strength::Good || !goes_on()) {
            continue;
        }
        let distance = anchor.unwrap_or(page.run.start).abs_diff(index) as i32;
        let above = if anchor.is_some_and(|anchor| index < anchor) { ABOVE } else { 0 };
        let inside = if index > page.run.start { INSIDE } else { 0 };
        let value = strength.worth() - distance - above - inside;
        if value > 0 && best.is_none_or(|(other, _)| value > other) {
            best = Some((value, index));
        }
    }
    best.map(|(_, line)| gather(head, line))
}

/// Reads the line behind `By` alone, or behind `By Jane Doe,`.
fn led(head: &Head<'_, '_>, index: usize) -> Option<Reading> {
    let line = head.page.lines.get(index)?;
    let range = line.range();
    if line.words > 12 || line.is_ended() || FURNITURE.iter().any(|kind| line.wordings.is(*kind)) {
        return None;
    }
    named(Tokens::new(head.page.scan, range.start, range.end), range.start)
}

/// Takes the lines behind a byline that go on with it: further names, jobs.
fn gather(head: &Head<'_, '_>, line: usize) -> Found {
    let (page, scan) = (head.page, head.page.scan);
    let mut found = Found { lines: line..line + 1, authors: Vec::new() };
    let mut awaited = false;
    for index in line..page.lines.len().min(line + REACH) {
        let this = &page.lines[index];
        let near = index == line || this.blank_before <= 1;
        let reading = if awaited { led(head, index) } else { head.byline(index).as_deref().cloned() };
        let names = reading.filter(|reading| {
            let agency = !found.authors.is_empty() && is_job_line(scan, this);
            index == line || near && !agency && (reading.strength >= Strength::Fair || awaited)
        });
        if let Some(reading) = names {
            for author in &reading.authors {
                let same = |other: &Span| scan.str(*other).eq_ignore_ascii_case(scan.str(*author));
                if !found.authors.iter().any(same) {
                    found.authors.push(*author);
                }
            }
        } else if !(near && this.blank_before == 0 && is_job_line(scan, this)) {
            break;
        }
        awaited = found.authors.is_empty() || goes_on(scan, this);
        found.lines.end = index + 1;
    }
    found
}

/// Whether a line of a byline ends in a comma, `and` or `&`.
fn goes_on(scan: &Scan<'_>, line: &LineFeatures) -> bool {
    let last = line.range().end - 1;
    let token = &scan.tokens[last];
    token.is(Kind::Comma) || token.any(Classes::CONJUNCTION) || scan.word(last) == "&"
}

/// Whether a line under a byline is a job, an agency or an address alone: `Staff Writer`, `Associated Press`, `@jdoe`.
fn is_job_line(scan: &Scan<'_>, line: &LineFeatures) -> bool {
    let range = line.range();
    let address = line.words == 0 && line.links > 0;
    let (_, end) = author::read(scan, range.clone(), Trust::Looks);
    let agency = end == range.end && is_job(scan, range.start, range.end);
    let job = line.wordings.is(FurnitureKind::Byline)
        || line.verbs == 0 && range.clone().any(|index| is_job(scan, index, range.end));
    address || line.words <= 6 && !line.is_ended() && (agency || job)
}
