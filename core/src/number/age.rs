//! Ages that no unit names: `Maddon, 66,`, `aged 34`, `at the age of 21`.

use super::amount::Amount;
use super::measure::Measure;
use super::numeral::Form;
use super::result::Comparator;
use super::run::Run;
use crate::lexicon::{self, Classes, Table, word};
use crate::scan::Kind;
use std::ops::Range;

/// Years of age, written at these tokens.
pub(super) fn years(tokens: Range<usize>) -> Option<Measure> {
    lexicon::row(word!("yo"), Table::Unit, "yo").and_then(|row| Measure::of_unit(row, tokens))
}

/// Gives a bare number the unit of an age where the words around it say that it is one.
pub(super) fn find(run: Run<'_>, amount: &mut Amount) {
    if amount.measure.is_some() || amount.numeral.power > 0 {
        return;
    }
    let whole = amount.numeral.whole().filter(|years| (1..=120).contains(years));
    let start = amount.start;
    let named = run.follows(start, &["aged", "age", "ages"])
        || run.follows(start, &["of"]) && start > run.start && run.follows(start - 1, &["age", "ages"]);
    let range = amount.is_range && named;
    if range
        || whole.is_some() && bounded(run, amount)
        || whole.is_some() && (named || apposed(run, amount) || predicated(run, amount) || died(run, amount))
    {
        amount.measure = years(amount.numeral.tokens.clone());
    }
}

/// `people 65 and over`, `children under five`: a bound on how old they are.
fn bounded(run: Run<'_>, amount: &Amount) -> bool {
    let bound = amount.comparator != Comparator::Equal && amount.comparator != Comparator::About;
    bound
        && !run.glued(amount.end, Kind::Hyphen)
        && run.any(amount.start.wrapping_sub(1), Classes::PERSON_NOUN.or(Classes::GROUP_NOUN))
        && super::noun::is_plural(run, amount.start - 1)
}

/// `dies at 92`; up to 24 it may be an hour.
fn died(run: Run<'_>, amount: &Amount) -> bool {
    let ends = run.token(amount.end).is_none_or(|next| {
        !next.is_word() && !matches!(next.kind, Kind::Hyphen | Kind::Percent | Kind::Currency)
    });
    ends && amount.numeral.whole() > Some(24)
        && run.follows(amount.start, &["at"])
        && run.is_one_of(amount.start.wrapping_sub(2), &["die", "dies", "died", "dead", "dying"])
}

/// `she was 26`, `he will be 35 by June`, `my daughter is six`: a person is so old.
fn predicated(run: Run<'_>, amount: &Amount) -> bool {
    let open = run.token(amount.end).is_none_or(|next| {
        !next.is_word() && !matches!(next.kind, Kind::Hyphen | Kind::Percent | Kind::Currency)
            || run.is_one_of(amount.end, &["when", "and", "at", "by", "but", "years", "in"])
    });
    let verb = amount.start.wrapping_sub(1);
    if !open || !run.is_one_of(verb, &["is", "was", "be", "am", "turned", "turns", "’s", "'s", "’m", "'m"])
    {
        return false;
    }
    let modal = usize::from(run.any(verb.wrapping_sub(1), Classes::MODAL));
    let who = verb.wrapping_sub(1 + modal);
    run.is_one_of(who, &["he", "she", "i", "who"])
        || run.any(who, Classes::PERSON_NOUN)
        || run.is(amount.end, "when")
            && run.token(who).is_some_and(|who| who.is_capital() && !who.any(Classes::FUNCTION))
}

/// `Ana Ruiz, 34,`: between commas, behind a name, at the end of a clause or before more about the person.
fn apposed(run: Run<'_>, amount: &Amount) -> bool {
    // `Ana Ruiz, then 34,`
    let start = amount.start - usize::from(run.follows(amount.start, &["then", "now"]));
    if amount.numeral.form != Form::Plain || !run.kind(start.wrapping_sub(1), Kind::Comma) {
        return false;
    }
    let Some(name) = start.checked_sub(2).and_then(|at| run.token(at)) else { return false };
    let closed = run
        .token(amount.end)
        .is_none_or(|next| matches!(next.kind, Kind::Comma | Kind::Period | Kind::Semicolon));
    let named = name.is_capital() && !name.any(Classes::MONTH.or(Classes::WEEKDAY).or(Classes::PLACE));
    let full = run.any(start.wrapping_sub(3), Classes::GIVEN_NAME) && name.is_capital();
    let person = named || full || name.any(Classes::PERSON_NOUN);
    person && closed
}
