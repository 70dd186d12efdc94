//! When the article was published and updated: moments on lines of their own and in bylines.

use super::author;
use super::head::Head;
use super::line::LineFeatures;
use super::page::Page;
use super::result::Published;
use super::wording;
use crate::date::{DayOrder, Moment, moment};
use crate::lexicon::{Classes, FurnitureKind, tables};
use crate::scan::{Kind, Scan, Token, Tokens};
use std::ops::Range;

/// How far into a line dates are looked for, in tokens.
const WINDOW: usize = 64;

/// How far from the headline a date may stand, in lines.
const REACH: usize = 16;

/// Of the body so many lines of running text may stand over a date.
const LEAD: usize = 2;

/// The dates of a line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    pub(super) date: Option<Moment>,
    pub(super) updated: Option<Moment>,
    /// Words beside the dates and what introduces them.
    pub(super) other: u32,
    /// `Published`, `Posted`, `Updated` stands there.
    pub(super) said: bool,
    /// The line begins with the date.
    pub(super) leads: bool,
}

/// Reads the dates of a line, and whether they are of a change.
pub(super) fn read(scan: &Scan<'_>, line: &LineFeatures, order: DayOrder) -> Option<Reading> {
    if line.numbers == 0 || line.is_told() {
        return None;
    }
    let range = line.range();
    let last = range.start + last_of_dates(&scan.tokens[range.clone()])?;
    let limit = range.end.min(range.start + WINDOW);
    let mut out = Reading::default();
    let (mut changed, mut at) = (false, range.start);
    while at < limit {
        let token = &scan.tokens[at];
        let opens = at <= last && opens_date(token);
        let read = if opens { dated(Tokens::new(scan, at, range.end), order) } else { None };
        if let Some((rest, moment)) = read {
            out.leads |= at == range.start;
            let slot = if changed { &mut out.updated } else { &mut out.date };
            *slot = slot.or(Some(moment));
            changed = false;
            at = rest.start.max(at + 1);
            continue;
        }
        let wording = wording::entry(scan, at, range.end);
        let kind = wording.map(|phrase| tables::FURNITURE[phrase.row as usize].kind);
        match (wording, kind) {
            (Some(phrase), Some(kind @ (FurnitureKind::Published | FurnitureKind::Updated))) => {
                changed = kind == FurnitureKind::Updated;
                out.said = true;
                at = phrase.end;
            }
            _ => {
                let aside = author::is_calendar(token) || token.any(Classes::FUNCTION) || !token.is_word();
                out.other += u32::from(!aside);
                at += 1;
            }
        }
    }
    out.other += (range.end - limit) as u32;
    (out.date.or(out.updated).is_some()).then_some(out)
}

/// The last of what every moment has something of: a month, a mark that joins numbers, a number as long as `20191120`.
fn last_of_dates(tokens: &[Token]) -> Option<usize> {
    let joined = |at: usize| at > 0 && tokens[at - 1].is(Kind::Number);
    (0..tokens.len()).rev().find(|at| match tokens[*at].kind {
        Kind::Word => tokens[*at].any(Classes::MONTH),
        Kind::Number => tokens[*at].end - tokens[*at].start >= 8,
        Kind::Slash | Kind::Hyphen => joined(*at),
        _ => false,
    })
}

/// Whether a date may begin with a token.
pub(super) fn opens_date(token: &Token) -> bool {
    token.is(Kind::Number) || token.any(Classes::MONTH.or(Classes::WEEKDAY))
}

/// A moment; beside a zone east of the Americas the day stands first in a date of digits.
fn dated(tokens: Tokens<'_>, order: DayOrder) -> Option<(Tokens<'_>, Moment)> {
    let (rest, read) = moment(tokens, order).ok()?;
    let east = read.offset().is_some_and(|offset| offset >= 0);
    if east { moment(tokens, DayOrder::DayFirst).ok() } else { Some((rest, read)) }
}

/// Which of two numbers is the month, as far as the dates of the page tell.
pub(super) fn order(scan: &Scan<'_>, lines: &[LineFeatures]) -> DayOrder {
    let (mut day_first, mut month_first) = (0_u32, 0_u32);
    let slashed = lines.iter().filter(|line| line.is_slashed()).flat_map(LineFeatures::range);
    for at in slashed.filter(|at| scan.tokens[*at].is(Kind::Slash) && scan.tokens[*at].is_glued()) {
        let [a, _, b, slash, year] = scan.tokens.get(at - 1..at + 4).unwrap_or_default() else { continue };
        let numeric = a.is(Kind::Number) && b.is(Kind::Number) && year.is(Kind::Number);
        if numeric && slash.is(Kind::Slash) {
            let value = |token: &Token| scan.str(token.span()).parse::<u32>().unwrap_or(0);
            day_first += u32::from((13..=31).contains(&value(a)) && value(b) <= 12);
            month_first += u32::from((13..=31).contains(&value(b)) && value(a) <= 12);
        }
    }
    if day_first > month_first { DayOrder::DayFirst } else { DayOrder::MonthFirst }
}

/// The date of a page and the lines that show it, bylines left away.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) value: Published,
    pub(super) lines: Vec<usize>,
}

/// Finds the date near the headline, in the byline, or else behind the body.
pub(super) fn find(
    head: &Head<'_, '_>,
    headline: Option<usize>,
    byline: Option<&Range<usize>>,
) -> Option<Found> {
    let page = head.page;
    let body = page.run.start;
    let anchor = headline.filter(|line| *line > 0 || !page.framed).unwrap_or(body);
    let mut found = around(head, anchor, byline);
    // What is most like the title may stand far above the body, in a list of stories.
    if found.is_empty() && anchor + REACH < body {
        found = around(head, body, byline);
    }
    let best = found.iter().max_by_key(|(value, index, _)| (*value, std::cmp::Reverse(*index)));
    let (_, line, first) = best.copied()?;
    let mut value =
        Published { span: page.lines[line].span(page.scan), date: first.date, updated: first.updated };
    let mut lines = vec![line];
    // Published and updated may stand on lines of their own: beside each other, or one of them under the article.
    for (_, index, reading) in &found {
        let beside = index.abs_diff(line) <= 4;
        if *index == line || !(beside || reading.said && value.date.is_none()) {
            continue;
        }
        let fills = value.date.is_none() && reading.date.is_some()
            || value.updated.is_none() && reading.updated.is_some();
        if fills || reading.other == 0 && index.abs_diff(line) <= 2 {
            value.date = value.date.or(reading.date);
            value.updated = value.updated.or(reading.updated);
            lines.push(*index);
        }
    }
    lines.retain(|index| !in_byline(byline, *index));
    Some(Found { value, lines })
}

/// The lines near the headline, or another line of the head, and behind the body that show a date, each with its worth.
fn around(head: &Head<'_, '_>, anchor: usize, byline: Option<&Range<usize>>) -> Vec<(i32, usize, Reading)> {
    let page = head.page;
    let top = anchor.saturating_sub(8)..under(page, anchor);
    let foot = page.run.end.saturating_sub(1).max(top.end)..(page.run.end + 4).min(page.lines.len());
    let candidates = top.clone().chain(foot).filter_map(|index| {
        let reading = head.dates(index)?;
        let by = in_byline(byline, index);
        // In the body and under it only what says that it is the article's date, or nothing else.
        let placed = index < page.run.start || reading.said || top.contains(&index) && reading.other == 0;
        let counts = by || is_shown(&page.lines[index], reading) && placed;
        counts.then(|| (worth(reading, anchor, index) + i32::from(by) * 10, index, reading))
    });
    candidates.collect()
}

fn in_byline(byline: Option<&Range<usize>>, index: usize) -> bool {
    byline.is_some_and(|lines| lines.contains(&index))
}

/// Where the head under a headline ends, as far as dates are looked for: behind the first lines of running text.
fn under(page: &Page<'_>, headline: usize) -> usize {
    let reach = (headline + REACH).min(page.lines.len());
    let body = page.run.start.max(headline)..reach;
    let lead = body.filter(|index| page.lines[*index].is_prose()).nth(LEAD);
    reach.min(lead.unwrap_or(reach).max(page.run.start + 3))
}

/// Whether a line is there to show its date, not to tell a story with it.
fn is_shown(line: &LineFeatures, reading: Reading) -> bool {
    let most = if reading.said || reading.leads { 10 } else { 4 };
    // A paragraph may tell of what else was published.
    let said = reading.said && (line.wordings.opens_date() || !line.is_prose());
    let told = (line.is_prose() || line.links > 0) && !said;
    reading.other <= most && !told && !line.has_copyright()
}

/// How likely a line of the head shows the article's date.
fn worth(reading: Reading, anchor: usize, index: usize) -> i32 {
    let above = if index < anchor { 8 } else { 0 };
    let said = if reading.said { 6 } else { 0 };
    20 + said - anchor.abs_diff(index).min(30) as i32 - above - 2 * reading.other.min(10) as i32
}
