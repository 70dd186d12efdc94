//! Datelines: `WASHINGTON (AP) — `, `GARRICK FALLS, Ore., April 29, 2025 – `.

use super::line::LineFeatures;
use super::result::DatelineData;
use crate::date::{DayOrder, Moment, moment, written};
use crate::lexicon::{Classes, Table};
use crate::scan::{Kind, Scan, Shape, Token, Tokens};
use crate::span::Span;
use std::ops::Range;

/// The longest dateline, in tokens.
const LONGEST: usize = 24;

/// Words that a date may begin with.
const DATE: Classes = Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR);

/// Reads the dateline that opens a paragraph; dates of digits have the `order` of the page.
pub(super) fn read(scan: &Scan<'_>, line: &LineFeatures, order: DayOrder) -> Option<DatelineData> {
    let range = line.range();
    let end = range.end.min(range.start + LONGEST);
    let first = (range.start..end).find(|index| !scan.tokens[*index].is(Kind::Invisible))?;
    let place = place(scan, first, end)?;
    // Behind their first words most paragraphs just go on.
    let next = scan.tokens.get(place.end)?;
    if next.is_word() && !next.any(DATE) {
        return None;
    }
    // The agency stands before the date or behind it.
    let before = agency(scan, place.end, end);
    let at = before.map_or(place.end, |agency| agency.end);
    let date = date(scan, at..end, order);
    let at = date.as_ref().map_or(at, |(_, next)| *next);
    let behind = if before.is_none() { agency(scan, at, end) } else { None };
    let at = behind.map_or(at, |agency| agency.end);
    let agency = before.or(behind);
    let mark = scan.tokens.get(at).filter(|_| at < end)?;
    let dash = mark.is(Kind::Dash) || mark.is(Kind::Hyphen);
    // In plain letters any name may stand before a dash; there the place or the agency must be known.
    let sure = date.is_some() || agency.is_some_and(|agency| agency.known || place.shouted);
    let shown = match (dash, mark.is(Kind::Colon)) {
        (true, _) => sure || place.known || place.shouted,
        (_, true) => sure || place.known && (place.shouted || place.regions > 0),
        _ => false,
    };
    // What follows is the first sentence, if need be on the next line.
    let goes_on = range.end > at + 3 || range.end == at + 1 && place.shouted && dash;
    (shown && goes_on).then(|| DatelineData {
        span: scan.span_of(first..at + 1),
        place: scan.span_of(first..place.end),
        agency: agency.map(|agency| agency.span),
        date: date.and_then(|(moment, _)| moment),
    })
}

/// A city with its region.
struct Place {
    end: usize,
    /// The city stands in capitals.
    shouted: bool,
    /// The lexicon has it.
    known: bool,
    regions: usize,
}

/// `WASHINGTON`, `HAYWARD, Calif.`, `DUBAI, United Arab Emirates`, `Washington, DC, United States`
fn place(scan: &Scan<'_>, first: usize, end: usize) -> Option<Place> {
    let (mut at, shouted) = city(scan, first, end)?;
    let mut regions = 0;
    while let Some(region) = region(scan, at, end).filter(|_| regions < 2) {
        at = region;
        regions += 1;
    }
    let known = scan.entry_at(Table::Place, first, end).is_some_and(|phrase| phrase.end <= at);
    Some(Place { end: at, shouted, known, regions })
}

/// The end of a city's name, and whether it stands in capitals.
fn city(scan: &Scan<'_>, first: usize, end: usize) -> Option<(usize, bool)> {
    let small = Classes::NAME_PARTICLE.or(Classes::PREPOSITION).or(Classes::ARTICLE);
    if scan.tokens[first].any(Classes::TITLE.or(Classes::HONORIFIC)) {
        return None;
    }
    let (mut at, mut words, mut shouted) = (first, 0, true);
    while at < end {
        let token = &scan.tokens[at];
        // `ST. LOUIS`
        let stop =
            at > first && token.is(Kind::Period) && token.is_glued() && scan.tokens[at - 1].span().len() <= 3;
        if token.is_capital() {
            shouted &= token.shape.has(Shape::ALL_CAPS);
            words += 1;
        } else if at == first || !(stop || token.is(Kind::Hyphen) && token.is_glued() || token.any(small)) {
            break;
        }
        at += 1;
    }
    (1..=4).contains(&words).then_some((at, shouted))
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

/// An agency and the token behind it.
#[derive(Clone, Copy)]
struct Agency {
    span: Span,
    end: usize,
    known: bool,
}

/// The agency in brackets, or behind a comma.
fn agency(scan: &Scan<'_>, at: usize, end: usize) -> Option<Agency> {
    let open = scan.tokens.get(at).filter(|_| at + 2 < end)?;
    let start = at + usize::from(open.is(Kind::Comma) || open.is(Kind::Open));
    let phrase = scan.entry_at(Table::Agency, start, end).map(|phrase| phrase.end);
    if open.is(Kind::Open) {
        let close = (start..end.min(start + 8)).find(|index| scan.tokens[*index].is(Kind::Close))?;
        let named = scan.tokens[start..close].iter().any(Token::is_capital);
        let known = phrase == Some(close);
        return named.then(|| Agency { span: scan.span_of(start..close), end: close + 1, known });
    }
    phrase.map(|end| Agency { span: scan.span_of(start..end), end, known: true })
}

/// The date in a dateline, and the token behind it; a day without year tells no moment.
fn date(scan: &Scan<'_>, range: Range<usize>, order: DayOrder) -> Option<(Option<Moment>, usize)> {
    let Range { start: at, end } = range;
    let comma =
        usize::from(scan.tokens.get(at).is_some_and(|token| token.is(Kind::Comma) || token.is(Kind::Slash)));
    let bracket = usize::from(scan.tokens.get(at + comma).is_some_and(|token| token.is(Kind::Open)));
    let tokens = Tokens::new(scan, (at + comma + bracket).min(end), end);
    let (rest, found) = match moment(tokens, order) {
        Ok((rest, moment)) => (rest, Some(moment)),
        Err(_) => (written(tokens, order).ok()?.0, None),
    };
    let close = usize::from(bracket > 0 && rest.first().is_some_and(|token| token.is(Kind::Close)));
    Some((found, rest.start + close))
}
