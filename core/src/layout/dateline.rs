//! Datelines: `WASHINGTON (AP) — `, `GARRICK FALLS, Ore., April 29, 2025 – `.

use super::line::LineFeatures;
use super::result::DatelineData;
use crate::date::{DayOrder, Moment, moment, written};
use crate::lexicon::{Classes, Table};
use crate::scan::{Kind, Scan, Shape, Tokens};
use crate::span::Span;

/// The longest dateline, in tokens.
const LONGEST: usize = 24;

/// Reads the dateline that opens a paragraph.
pub(super) fn read(scan: &Scan<'_>, line: &LineFeatures) -> Option<DatelineData> {
    let range = line.range();
    let end = range.end.min(range.start + LONGEST);
    let first = (range.start..end).find(|index| !scan.tokens[*index].is(Kind::Invisible))?;
    let (city, shouted) = city(scan, first, end)?;
    let mut place_end = city;
    // `, Ore.`, `, United Arab Emirates`, `, DC, United States`
    let mut regions = 0;
    while let Some(region) = region(scan, place_end, end).filter(|_| regions < 2) {
        place_end = region;
        regions += 1;
    }
    let mut at = place_end;
    let mut agency = agency(scan, at, end);
    at = agency.map_or(at, |(_, next)| next);
    let date = date(scan, at, end);
    at = date.as_ref().map_or(at, |(_, next)| *next);
    if agency.is_none() {
        agency = self::agency(scan, at, end);
        at = agency.map_or(at, |(_, next)| next);
    }
    let mark = scan.tokens.get(at).filter(|_| at < end)?;
    let dash = mark.is(Kind::Dash) || mark.is(Kind::Hyphen);
    let colon = mark.is(Kind::Colon);
    let known = scan.entry_at(Table::Place, first, end).is_some_and(|phrase| phrase.end <= place_end);
    // In plain letters any name may stand before a dash; there a place that is known is asked for, or an agency.
    let sure = agency.is_some() || date.is_some() || regions > 0 && known;
    let shown = if colon {
        (known || sure) && at + 1 < range.end && (shouted || sure)
    } else {
        shouted && (known || sure || city - first <= 4) || sure || known
    };
    // What follows is the first sentence.
    let goes_on = range.end > at + 3;
    (shown && (dash || colon) && goes_on).then(|| DatelineData {
        span: scan.span_of(first..at + 1),
        place: scan.span_of(first..place_end),
        agency: agency.map(|(span, _)| span),
        date: date.and_then(|(moment, _)| moment),
    })
}

/// The end of a city's name, and whether it stands in capitals.
fn city(scan: &Scan<'_>, first: usize, end: usize) -> Option<(usize, bool)> {
    let mut at = first;
    let mut shouted = true;
    while at < end && at < first + 8 {
        let token = &scan.tokens[at];
        let particle = at > first
            && token.is_word()
            && token.any(Classes::NAME_PARTICLE.or(Classes::PREPOSITION).or(Classes::ARTICLE));
        let abbreviated = token.is(Kind::Period)
            && token.is_glued()
            && at > first
            && scan.tokens[at - 1].end - scan.tokens[at - 1].start <= 3;
        if token.is_capital() {
            shouted &= token.shape.has(Shape::ALL_CAPS);
        } else if !(particle
            || token.is(Kind::Hyphen) && token.is_glued()
            || abbreviated
            || token.is(Kind::Clitic))
        {
            break;
        }
        at += 1;
    }
    (at > first && scan.tokens[first].is_capital() && at <= first + 6).then_some((at, shouted))
}

/// The end of `, Region` at `at`.
fn region(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    scan.tokens.get(at).filter(|token| at + 1 < end && token.is(Kind::Comma))?;
    let start = at + 1;
    if scan.tokens[start].any(Classes::MONTH)
        && scan.tokens[start..end].iter().take(3).any(|token| token.is(Kind::Number))
    {
        return None;
    }
    let mut next = start;
    while next < end && next < start + 4 && scan.tokens[next].is_capital() {
        next += 1;
    }
    let stop =
        scan.tokens.get(next).is_some_and(|token| next < end && token.is(Kind::Period) && token.is_glued());
    (next > start).then_some(next + usize::from(stop))
}

/// The agency in brackets, or behind a comma, and the token behind it.
fn agency(scan: &Scan<'_>, at: usize, end: usize) -> Option<(Span, usize)> {
    let open = scan.tokens.get(at).filter(|_| at + 2 < end)?;
    if open.is(Kind::Open) {
        let close = (at + 1..end.min(at + 8)).find(|index| scan.tokens[*index].is(Kind::Close))?;
        let named = close > at + 1 && scan.tokens[at + 1..close].iter().any(crate::scan::Token::is_capital);
        return named.then(|| (scan.span_of(at + 1..close), close + 1));
    }
    let comma = usize::from(open.is(Kind::Comma));
    let phrase = scan.entry_at(Table::Agency, at + comma, end)?;
    Some((scan.span_of(at + comma..phrase.end), phrase.end))
}

/// The date in a dateline, and the token behind it; a day without year tells no moment.
fn date(scan: &Scan<'_>, at: usize, end: usize) -> Option<(Option<Moment>, usize)> {
    let comma =
        usize::from(scan.tokens.get(at).is_some_and(|token| token.is(Kind::Comma) || token.is(Kind::Slash)));
    let bracket = usize::from(scan.tokens.get(at + comma).is_some_and(|token| token.is(Kind::Open)));
    let tokens = Tokens::new(scan, (at + comma + bracket).min(end), end);
    let (rest, found) = match moment(tokens, DayOrder::MonthFirst) {
        Ok((rest, moment)) => (rest, Some(moment)),
        Err(_) => (written(tokens, DayOrder::MonthFirst).ok()?.0, None),
    };
    let close = usize::from(bracket > 0 && rest.first().is_some_and(|token| token.is(Kind::Close)));
    Some((found, rest.start + close))
}
