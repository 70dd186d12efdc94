//! Letters that multiply: `$1.2bn`, `25k`, and `3m people` against `3m tall`.

use super::run::Run;
use super::{measure, noun};
use crate::lexicon::{self, Classes, Table, tables};
use crate::scan::Kind;

/// How far behind `m` the noun is looked for that it counts.
const AHEAD: usize = 4;

/// The power of a magnitude letter right behind digits that end before `index`, and the index behind it.
pub(super) fn letter(run: Run<'_>, index: usize, money: bool) -> Option<(u8, usize)> {
    let token = run.token(index).filter(|token| token.is_word() && token.any(Classes::MAGNITUDE))?;
    let surface = run.surface(index);
    let money =
        money || run.any(index + 1, Classes::CURRENCY) && run.entry(Table::Currency, index + 1).is_some();
    let end = index + 1;
    lexicon::rows(token.word, Table::Magnitude, surface).find_map(|row| {
        let row = tables::MAGNITUDE.get(row as usize)?;
        let unit = run.is_one_of(index, &["m", "b", "t", "mil"]);
        // `5 M users`, but `5 m users` are of a meter
        let capital = token.is_capital() || !unit;
        let last = matches!(surface, "M" | "B")
            && run
                .token(end)
                .is_none_or(|next| matches!(next.kind, Kind::Period | Kind::Comma | Kind::Close));
        // `10 bn tonnes`: these letters mean nothing else.
        let certain = matches!(surface, "bn" | "mn" | "tn" | "trn");
        let trusted = match surface {
            // `10 grand`, but `two grand slams`
            "grand" => !run.is_word(end) || run.any(end, Classes::FUNCTION),
            _ if run.is(index, "grand") => false,
            // `$5MM`; else it is of length.
            "mm" | "MM" => money,
            _ if token.is_glued() => money || !unit || counts(run, end),
            _ => money || last || certain || capital && counts(run, end),
        };
        (trusted && row.letter).then_some((row.power, end))
    })
}

/// Whether something countable follows the letter `m`, so that it is no meter.
fn counts(run: Run<'_>, index: usize) -> bool {
    let mut at = index;
    if run.is_one_of(at, measure::TIMES) {
        return false;
    }
    if run.is(at, "of") {
        // `35m of its devices`, but `10m of rain`
        return run.any(at + 1, Classes::DETERMINER.or(Classes::POSSESSIVE));
    }
    if run.any(at, Classes::UNIT) && !run.any(at, Classes::FUNCTION) || run.any(at, Classes::CURRENCY) {
        return run.entry(Table::Unit, at).or_else(|| run.entry(Table::Currency, at)).is_some();
    }
    while at < index + AHEAD {
        if run.kind(at, Kind::Hyphen) {
            at += 1;
            continue;
        }
        if !run.is_word(at) || run.any(at, Classes::FUNCTION) {
            return false;
        }
        if noun::is_plural(run, at) {
            return !run.is(at, "hurdles");
        }
        at += 1;
    }
    false
}
