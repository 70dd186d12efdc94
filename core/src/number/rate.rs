//! Rates: what a unit is counted by, `a month`, `per 1,000 people`, `/day`.

use super::count;
use super::digits;
use super::measure::Measure;
use super::result::UnitKind;
use super::run::Run;
use super::words;
use crate::lexicon::{Classes, Flags, Table, tables};
use crate::scan::Kind;

/// Reads the lower side of a rate behind a unit, and gives the unit its longer name; the index behind it.
pub(super) fn add(run: Run<'_>, unit: &mut Measure, end: usize) -> usize {
    let percent = matches!(unit.kind, UnitKind::Percent | UnitKind::PercentagePoint | UnitKind::Ratio);
    let Some((lower, stop)) = lower(run, unit.kind, end) else { return end };
    if percent && !run.is_one_of(end, &["per", "a", "an"]) {
        return end;
    }
    unit.per = Some(lower);
    if unit.kind != UnitKind::Currency {
        unit.symbol = None;
    }
    if unit.tokens.end == end {
        unit.tokens.end = stop;
    }
    stop
}

/// The name of what stands under `per`, and the index behind it.
pub(super) fn lower(run: Run<'_>, kind: UnitKind, at: usize) -> Option<(String, usize)> {
    // Nearly all that stands behind a unit opens no rate.
    run.token(at)
        .filter(|token| matches!(token.kind, Kind::Slash | Kind::Hyphen) || token.any(Classes::FUNCTION))?;
    let slash = run.kind(at, Kind::Slash) && run.is_glued(at) && run.is_glued(at + 1);
    if run.is(at, "per") || slash {
        let from = at + 1 + usize::from(run.kind(at + 1, Kind::Hyphen));
        return of_so_many(run, from)
            .or_else(|| unit(run, from))
            .or_else(|| noun(run, from).filter(|_| !slash));
    }
    // `$2,000-a-night`
    if run.glued(at, Kind::Hyphen) && run.is_one_of(at + 1, &["a", "an"]) && run.glued(at + 2, Kind::Hyphen) {
        return unit(run, at + 3);
    }
    if run.is_one_of(at, &["a", "an"]) {
        return by_article(run, kind, at + 1);
    }
    if run.is(at, "every") || run.is(at, "each") {
        return unit(run, at + 1).filter(|(_, end)| !moment(run, *end));
    }
    if run.is(at, "for") && run.is(at + 1, "every") {
        return of_so_many(run, at + 2);
    }
    None
}

/// `a month`, `an hour`, `a share`; not `a year ago`
fn by_article(run: Run<'_>, kind: UnitKind, at: usize) -> Option<(String, usize)> {
    let (name, end) = unit(run, at)?;
    let phrase = run.entry(Table::Unit, at)?;
    let row = tables::UNIT.get(phrase.row as usize)?;
    let by = matches!(row.kind, UnitKind::Time) || row.flags.has(Flags::RATE) || kind == UnitKind::Currency;
    (by && !moment(run, end)).then_some((name, end))
}

/// `ago`, `earlier`: what stands before is a moment.
fn moment(run: Run<'_>, at: usize) -> bool {
    run.is_one_of(at, &["ago", "earlier", "later", "before", "after", "from", "old"])
        || run.kind(at, Kind::Hyphen)
}

fn unit(run: Run<'_>, at: usize) -> Option<(String, usize)> {
    if !run.any(at, Classes::UNIT.or(Classes::PHRASE)) {
        return None;
    }
    let phrase = run.entry(Table::Unit, at)?;
    let row = tables::UNIT.get(phrase.row as usize)?;
    let name = run.scan.own_unit(&(at..phrase.end)).map_or(row.name, |own| &own.name);
    (!row.flags.has(Flags::PREFIX)).then(|| (name.to_owned(), phrase.end))
}

/// `100,000 people`, `100 kilometers`
fn of_so_many(run: Run<'_>, at: usize) -> Option<(String, usize)> {
    let end = if run.kind(at, Kind::Number) {
        let digits = digits::digits(run, at)?;
        words::magnitude(run, digits.end).map_or(digits.end, |(_, end)| end)
    } else {
        words::words(run, at, true)
            .map(|sum| sum.end)
            .or_else(|| words::magnitude(run, at).map(|(_, end)| end))?
    };
    let number = run.scan.str(run.span(at..end));
    if let Some((_, stop)) = unit(run, end) {
        // Under a number the unit stays in the plural, as it is written.
        return Some((run.scan.str(run.span(at..stop)).to_owned(), stop));
    }
    match count::head(run, end, false) {
        Some(noun) => Some((run.scan.str(run.span(at..noun.tokens.end)).to_owned(), noun.tokens.end)),
        None => Some((number.to_owned(), end)),
    }
}

/// `share`, `diluted share`, `capita`: one noun, or an adjective and a noun.
fn noun(run: Run<'_>, at: usize) -> Option<(String, usize)> {
    let noun = count::head(run, at, true)?;
    Some((noun.name.into_owned(), noun.tokens.end))
}
