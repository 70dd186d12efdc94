//! Whether the word that governs a number says that something rose or fell by this much.

use crate::lexicon::{Classes, Part, Table, TrendRow, tables};
use crate::number::{Found, Run, Trend, UnitKind};
use crate::scan::Kind;

/// Words between a verb of change and its number.
const BETWEEN: [&str; 10] = ["by", "another", "a", "an", "further", "the", "as", "record", "just", "only"];

/// Verbs of change whose objects are as often things: their forms begin so.
const OTHER_USES: [&str; 8] = ["add", "los", "cut", "eas", "slow", "firm", "shed", "gain"];

fn starts_with(word: &str, stem: &str) -> bool {
    word.get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem))
}

/// The trend of a quantity; `last` is the one before it in the sentence.
pub(super) fn find(run: Run<'_>, last: Option<&Found>, found: &Found) -> Option<Trend> {
    governed(run, found).or_else(|| followed(run, found)).or_else(|| restated(run, last?, found))
}

fn row(number: u16) -> Option<&'static TrendRow> {
    tables::TREND.get(number as usize)
}

fn direction(row: &TrendRow) -> Trend {
    if row.up { Trend::Up } else { Trend::Down }
}

/// `rose 3 percent`, `up by another 5 points`
fn governed(run: Run<'_>, found: &Found) -> Option<Trend> {
    let mut at = found.tokens.start;
    for _ in 0..4 {
        if at > run.start && run.is_one_of(at - 1, &BETWEEN) {
            at -= 1;
        }
    }
    let before = run.before(at)?;
    if !before.any(Classes::TREND.or(Classes::ADVERB)) && !before.any(Classes::PREPOSITION) {
        return None;
    }
    let wanted = |number| row(number).is_some_and(|row| matches!(row.part, Part::Verb | Part::Adverb));
    let (start, number) = run.entry_before(Table::Trend, run.start, at, wanted)?;
    let row = row(number)?;
    // `added 12 men`, `lost 3 games`, `up 12 flights`
    let many = run.is_one_of(start, &["up", "down"])
        || OTHER_USES.iter().any(|stem| starts_with(run.surface(start), stem));
    let trusted = !many || measures_change(found) || run.is(at, "by");
    // `make up 20%`, `the cut, 5 percent`
    let phrasal = row.part == Part::Adverb
        && run.follows(start, &["make", "makes", "made", "making", "come", "came", "take", "taking", "took"]);
    (trusted && !phrasal).then(|| direction(row))
}

/// `closed 2 percent higher`
fn followed(run: Run<'_>, found: &Found) -> Option<Trend> {
    if !run.any(found.tokens.end, Classes::TREND) || !measures_change(found) {
        return None;
    }
    let phrase = run.entry(Table::Trend, found.tokens.end)?;
    let row = row(phrase.row)?;
    let comparison = run.is(phrase.end, "than") && !run.is_one_of(found.tokens.end, &["higher", "lower"]);
    (row.part == Part::Adverb && !comparison && !run.is(phrase.end, "to")).then(|| direction(row))
}

/// `fell 190 points, or 0.6%`; `by 1 to 1.5 degrees Celsius (1.8 to 2.7 Fahrenheit)`
fn restated(run: Run<'_>, last: &Found, found: &Found) -> Option<Trend> {
    let trend = last.quantity.trend?;
    let (end, start) = (last.tokens.end, found.tokens.start);
    let or = start == end + 1 && run.is(end, "or")
        || start == end + 2 && run.kind(end, Kind::Comma) && run.is(end + 1, "or");
    let bracket = start == end + 1 && run.kind(end, Kind::Open);
    (or || bracket).then_some(trend)
}

/// Whether a number may be the size of a move: a share, points, money, a rate.
fn measures_change(found: &Found) -> bool {
    found.quantity.unit.as_ref().is_some_and(|unit| {
        matches!(
            unit.kind,
            UnitKind::Percent | UnitKind::PercentagePoint | UnitKind::Currency | UnitKind::Temperature
        ) || unit.name.ends_with("point")
    })
}
