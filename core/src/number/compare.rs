//! Words that say how a number is meant: `more than`, `about`, `or less`.

use super::amount::Amount;
use super::result::{Comparator, UnitKind};
use super::run::Run;
use crate::lexicon::{Classes, ComparatorRow, Part, Table, tables};
use crate::scan::Kind;

fn row(row: u16) -> Option<&'static ComparatorRow> {
    tables::COMPARATOR.get(row as usize)
}

fn sign(row: &ComparatorRow) -> Comparator {
    Comparator::from_word(row.sign).unwrap_or(Comparator::Equal)
}

/// Reads the comparators around an amount, none before `floor`.
pub(super) fn around(run: Run<'_>, floor: usize, amount: &mut Amount) {
    before(run, floor, amount);
    behind(run, amount);
}

/// `more than`, `up to about`; an article may stand between the words and the number.
fn before(run: Run<'_>, floor: usize, amount: &mut Amount) {
    let mut start = amount.start;
    for _ in 0..3 {
        // `more than the 50`; but `asked about a 90-page document` compares nothing.
        let article = start > floor && run.any(start - 1, Classes::ARTICLE);
        let found = preceding(run, floor, start, amount)
            .or_else(|| if article { preceding(run, floor, start - 1, amount) } else { None })
            .filter(|(from, row)| {
                // `clashed over the three requests`
                let places = run.is_one_of(*from, &["over", "under"]);
                !article || sign(row) != Comparator::About && !places
            });
        let Some((from, row)) = found else { return };
        let comparator = sign(row);
        // `only`, `just` say no more than the number does, but another word may stand before them.
        if comparator != Comparator::Equal {
            if matches!(amount.comparator, Comparator::Equal | Comparator::About) {
                amount.comparator = comparator;
            }
            amount.start = from;
        }
        start = from;
    }
}

fn preceding(
    run: Run<'_>,
    floor: usize,
    end: usize,
    amount: &Amount,
) -> Option<(usize, &'static ComparatorRow)> {
    // `approx. 300`
    let stop = run.kind(end.wrapping_sub(1), Kind::Period)
        && run.is_glued(end - 1)
        && run.any(end.wrapping_sub(2), Classes::ABBREVIATION);
    let end = end - usize::from(stop);
    run.before(end).filter(|last| last.any(Classes::COMPARATOR_END))?;
    let wanted = |number| row(number).is_some_and(|row| !row.after);
    let (from, number) = run.entry_before(Table::Comparator, floor, end, wanted)?;
    let row = row(number)?;
    trusted(run, from, amount).then_some((from, row))
}

/// Whether a preposition compares and does not place: `over 50 people`, but `fell over two years`, `around 10 Downing Street`.
fn trusted(run: Run<'_>, at: usize, amount: &Amount) -> bool {
    let time = amount
        .measure
        .as_ref()
        .is_some_and(|measure| measure.kind == UnitKind::Time && measure.name != "year of age");
    // `went up to 5 percent` moves, `up to 5 percent` bounds.
    if run.is(at, "up") && run.is(at + 1, "to") {
        let verb = |row: u16| tables::TREND.get(row as usize).is_some_and(|row| row.part == Part::Verb);
        return run.entry_before(Table::Trend, run.start, at + 1, verb).is_none();
    }
    if run.is(at, "over") && time {
        // `fell over two years`, but `for over two years`
        return run.follows(
            at,
            &["for", "after", "lasted", "took", "takes", "just", "well", "in", "of", "to", "with", "spent"],
        );
    }
    true
}

/// `or more`, `plus`, `-odd`
fn behind(run: Run<'_>, amount: &mut Amount) {
    let hyphen = run.glued(amount.end, Kind::Hyphen);
    let at = amount.end + usize::from(hyphen);
    if !run.any(at, Classes::COMPARATOR.or(Classes::PHRASE)) {
        return;
    }
    let Some(phrase) = run.entry(Table::Comparator, at) else { return };
    let Some(row) = row(phrase.row).filter(|row| row.after) else { return };
    // `5000 or less than 6000` goes on to the next number.
    if run.is_one_of(phrase.end, &["than", "or", "to"]) {
        return;
    }
    let hangs = run.is_one_of(at, &["odd", "ish"]);
    if hangs != hyphen && !run.is(at, "plus") {
        return;
    }
    // `5 plus 3`, `2 + 2`, `above 20 and below 30`: the words belong to the next number.
    let next =
        run.kind(phrase.end, Kind::Number) || run.any(phrase.end, Classes::NUMBER.or(Classes::FRACTION));
    // `65 and over ride free`, but `three and over half of them`
    let phrased = run.is(at, "and")
        && run.is_word(phrase.end)
        && !run.any(phrase.end, Classes::FUNCTION.or(Classes::VERB).or(Classes::CUE_VERB));
    // `$5 an hour plus tips`
    let added = run.is(at, "plus") && amount.measure.is_some() && run.is_word(phrase.end) && !hyphen;
    if next || phrased || added {
        return;
    }
    amount.comparator = sign(row);
    amount.end = phrase.end;
}
