//! Whether the word that governs a number says that something rose or fell by this much.

use super::Last;
use crate::lexicon::{self, Classes, Flags, Part, Table, TrendRow, tables};
use crate::number::{Found, Run, Trend, UnitKind, Value};
use crate::scan::Kind;

/// Words between a verb of change and its number.
const BETWEEN: [&str; 10] = ["by", "another", "a", "an", "further", "the", "as", "record", "just", "only"];

/// Verbs that say where something stands, so that `up` behind them is no part of them: their forms begin so.
const LEVEL_VERBS: [&str; 7] = ["clos", "end", "finish", "open", "trad", "settl", "start"];

fn starts_with(word: &str, stem: &str) -> bool {
    word.get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem))
}

/// The trend of a quantity, whose words of comparison begin at `lead`; `last` is the one before it in the sentence.
pub(super) fn find(run: Run<'_>, last: Option<&Last>, found: &Found, lead: usize) -> Option<Trend> {
    signed(run, found)
        .or_else(|| governed(run, found, lead))
        .or_else(|| by_so_much(run, found))
        .or_else(|| followed(run, found))
        .or_else(|| restated(run, last?, found))
}

/// `-1.3%`, `+2%`
fn signed(run: Run<'_>, found: &Found) -> Option<Trend> {
    let percent = found.quantity.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Percent);
    let sign = found.number.start;
    if !percent {
        return None;
    }
    match run.surface(sign) {
        "-" | "−" => Some(Trend::Down),
        "+" => Some(Trend::Up),
        _ => None,
    }
}

fn row(number: u16) -> Option<&'static TrendRow> {
    tables::TREND.get(number as usize)
}

fn direction(row: &TrendRow) -> Trend {
    if row.up { Trend::Up } else { Trend::Down }
}

/// `rose 3 percent`, `up by another 5 points`
fn governed(run: Run<'_>, found: &Found, lead: usize) -> Option<Trend> {
    // `rose an average of 4 percent`
    let between = (run.start..lead).rev().take(4).take_while(|at| run.is_one_of(*at, &BETWEEN)).count();
    let at = lead - between;
    let before = run.before(at)?;
    if !before.any(Classes::TREND.or(Classes::ADVERB)) && !before.any(Classes::PREPOSITION) {
        return None;
    }
    let wanted = |number| row(number).is_some_and(|row| matches!(row.part, Part::Verb | Part::Adverb));
    let (start, number) = run.entry_before(Table::Trend, run.start, at, wanted)?;
    let row = row(number)?;
    let has = |flag| row.flags.has(flag);
    let measured = |kind| found.quantity.unit.as_ref().is_some_and(|unit| unit.kind == kind);
    if measured(UnitKind::Length) && !has(Flags::LENGTH) {
        return None;
    }
    let by = run.is(at, "by");
    // `dropped 18 inches of rain`
    let thing = run.is(found.tokens.end, "of") && !measures_change(found);
    let things = has(Flags::THINGS) && !by && !measures_change(found);
    let sum = has(Flags::NO_MONEY) && measured(UnitKind::Currency) || has(Flags::BY) && !by;
    let trusted = !thing && !things && !sum;
    let phrasal = row.part == Part::Adverb && is_particle(run, start);
    (trusted && !phrasal).then(|| direction(row))
}

/// Whether `up` or `down` belongs to the verb before it: `racked up $5 million`, `make up 20%`; not `closed down 2%`.
fn is_particle(run: Run<'_>, at: usize) -> bool {
    let Some(verb) = run.before(at).filter(|verb| verb.is_word()) else { return false };
    let surface = run.surface(at - 1);
    // `moved its rate up by 35 basis points`
    if run.before(at - 1).is_some_and(|before| before.any(Classes::DETERMINER.or(Classes::POSSESSIVE))) {
        return false;
    }
    let level = LEVEL_VERBS.iter().any(|stem| starts_with(surface, stem));
    let past = surface.ends_with("ed") || surface.ends_with("ing");
    !level && !verb.any(Classes::AUXILIARY) && (verb.any(Classes::VERB.or(Classes::CUE_VERB)) || past)
}

/// `grow sales by 35 per cent`: the verb of an object, with `by` before the number.
fn by_so_much(run: Run<'_>, found: &Found) -> Option<Trend> {
    let by = found.tokens.start.checked_sub(1).filter(|at| run.is(*at, "by"))?;
    for at in (by.saturating_sub(8).max(run.start)..by).rev() {
        let token = run.token(at)?;
        if !token.is_word() && !matches!(token.kind, Kind::Hyphen | Kind::Clitic) {
            return None;
        }
        if token.any(Classes::TREND) {
            let row = run.entry(Table::Trend, at).and_then(|phrase| row(phrase.row))?;
            return (row.part == Part::Verb).then(|| direction(row));
        }
    }
    None
}

/// `closed 2 percent higher`
fn followed(run: Run<'_>, found: &Found) -> Option<Trend> {
    if !run.any(found.tokens.end, Classes::TREND) || !measures_change(found) {
        return None;
    }
    let at = found.tokens.end;
    let token = run.token(at)?;
    let row = lexicon::rows(token.word, Table::Trend, run.surface(at))
        .filter_map(row)
        .find(|row| row.part == Part::Adverb)?;
    let comparison = run.is(at + 1, "than") && !run.is_one_of(at, &["higher", "lower"]);
    (!comparison && !run.is(at + 1, "to")).then(|| direction(row))
}

/// `fell 190 points, or 0.6%`; `by 2 to 3.5 degrees Celsius (3.6 to 6.3 Fahrenheit)`
fn restated(run: Run<'_>, last: &Last, found: &Found) -> Option<Trend> {
    let trend = last.trend?;
    let (end, start) = (last.tokens.end, found.tokens.start);
    let or = start == end + 1 && run.is(end, "or")
        || start == end + 2 && run.kind(end, Kind::Comma) && run.is(end + 1, "or");
    let bracket = start == end + 1 && run.kind(end, Kind::Open);
    (or || bracket).then_some(trend)
}

/// Whether a number may be the size of a move: a share, points, money, a rate.
fn measures_change(found: &Found) -> bool {
    if let (None, Value::One(number)) = (&found.quantity.unit, found.quantity.value) {
        // `up almost a third`
        return number.decimal().fract() == number.decimal();
    }
    found.quantity.unit.as_ref().is_some_and(|unit| {
        matches!(
            unit.kind,
            UnitKind::Percent | UnitKind::PercentagePoint | UnitKind::Currency | UnitKind::Temperature
        ) || unit.name.ends_with("point")
    })
}
