//! Parts of a whole in words: `half a million`, `two-thirds`, `a quarter of`, `one in five`, `three out of four`, `two and a
//! half`.

use super::digits::{self, divide, power_of_ten, small};
use super::numeral::{Form, Numeral, share};
use super::run::Run;
use super::words::{self, Sum};
use crate::lexicon::{Classes, NumberClass};
use crate::scan::Kind;
use rust_decimal::Decimal;

/// `half …`, `a half …`, `a third …`
pub(super) fn part(run: Run<'_>, index: usize) -> Option<Numeral> {
    let article = run.any(index, Classes::ARTICLE) && !run.is(index, "the");
    let at = index + usize::from(article);
    let value = share(run, at)?;
    let is_half = run.is(at, "half");
    if !article && !is_half {
        return None;
    }
    let next = at + 1;
    if let Some(numeral) = of_larger(run, index, value, next) {
        return Some(numeral);
    }
    // `a quarter-acre`
    if run.glued(next, Kind::Hyphen) && run.any(next + 1, Classes::UNIT) && !is_half {
        return Some(Numeral::one(index..next, value, Form::Fraction));
    }
    if is_half { half(run, index, article, next) } else { of_whole(run, index, next, value) }
}

/// `half a million`, `half-million`, `a quarter million`, `half a dozen`
fn of_larger(run: Run<'_>, start: usize, value: Decimal, at: usize) -> Option<Numeral> {
    let at = at + usize::from(run.glued(at, Kind::Hyphen));
    // `a quarter of a million`
    let at = at + usize::from(run.is(at, "of") && run.is_one_of(at + 1, &["a", "one"]));
    let at = at + usize::from(run.is_one_of(at, &["a", "an", "one"]));
    if let Some(row) = run.number_word_of(at, NumberClass::Multiple) {
        let value = value.checked_mul(Decimal::from(small(row.value)?))?;
        return Some(Numeral::one(start..at + 1, value, Form::Words));
    }
    let (power, end) = words::magnitude(run, at)?;
    let numeral = Numeral::one(start..end, value.checked_mul(power_of_ten(power.into())?)?, Form::Words);
    Some(Numeral { power, coefficient: value, ..numeral })
}

/// Whether `half` is a part here and no period of a game, of a year, or one side of a pair.
fn half(run: Run<'_>, start: usize, article: bool, next: usize) -> Option<Numeral> {
    let value = Decimal::new(5, 1);
    let found = |end: usize| Some(Numeral::one(start..end, value, Form::Fraction));
    let unit = next + usize::from(run.glued(next, Kind::Hyphen));
    // `half an hour`, `half-hour`, `a half mile`
    let behind = unit + usize::from(run.is_one_of(unit, &["a", "an"]));
    // `in half an hour`, but `in half`
    let timed = behind > unit && run.follows(start, &["in"]);
    if run.any(behind, Classes::UNIT)
        && !run.is_one_of(behind, &["time", "times"])
        && (timed || !earlier(run, start))
    {
        return found(if behind > unit { behind } else { next });
    }
    if unit > next || earlier(run, start) {
        return None;
    }
    let whole = run.is(next, "of") || run.any(next, Classes::DETERMINER.or(Classes::POSSESSIVE));
    let compared = run.before(start).is_some_and(|before| before.any(Classes::COMPARATOR))
        || run.follows(start, &["than"])
        || run.follows(start, &["by"]);
    (!article && whole || compared).then(|| found(next)).flatten()
}

/// `the second half`, `this half`, `in half`: no number.
fn earlier(run: Run<'_>, start: usize) -> bool {
    run.before(start)
        .is_some_and(|before| before.any(Classes::ORDINAL.or(Classes::POSSESSIVE)) || before.is(Kind::Hyphen))
        || run.follows(
            start,
            &[
                "the", "this", "last", "next", "other", "each", "in", "better", "upper", "lower", "top",
                "bottom",
            ],
        )
}

/// `a third of`, `by a fifth`, `a quarter more`; `a third man` is an ordinal.
fn of_whole(run: Run<'_>, start: usize, next: usize, value: Decimal) -> Option<Numeral> {
    let open = match run.token(next) {
        None => true,
        Some(token) if token.is_word() => {
            run.is_one_of(next, &["of", "more", "less", "fewer", "higher", "lower", "as"])
                || run.follows(start, &["by"])
                    && token.any(Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::SUBORDINATOR))
        }
        Some(token) => {
            !matches!(token.kind, Kind::Hyphen | Kind::Dash | Kind::Number | Kind::Currency | Kind::Quote)
        }
    };
    open.then(|| Numeral::one(start..next, value, Form::Fraction))
}

/// `two thirds`, `three-quarters billion`, `one in five`, `3 out of 4`: the number before is `count`, `start..end`.
pub(super) fn of_parts(run: Run<'_>, start: usize, count: Decimal, end: usize) -> Option<Numeral> {
    const NEXT: Classes = Classes::NUMBER.or(Classes::ORDINAL).or(Classes::FRACTION).or(Classes::PREPOSITION);
    let next = run.token(end)?;
    if !next.any(NEXT) && !matches!(next.kind, Kind::Hyphen | Kind::Dash) || !count.fract().is_zero() {
        return None;
    }
    named_parts(run, start, count, end).or_else(|| of_so_many(run, start, count, end))
}

fn named_parts(run: Run<'_>, start: usize, count: Decimal, end: usize) -> Option<Numeral> {
    // `one - third` in texts that were cut into words
    let hyphen = run.glued(end, Kind::Hyphen) || run.is_word(end - 1) && run.surface(end) == "-";
    let at = end + usize::from(hyphen);
    let Some(one) = share(run, at) else { return compound_parts(run, start, count, end) };
    let row = run.number_word(at)?;
    let next = at + 1;
    let plural = row.class == NumberClass::Fraction;
    // `two-third majority`; `twenty-third` is an ordinal.
    let few = !plural && at > end && count > Decimal::ONE && count < Decimal::TEN;
    if plural == (count == Decimal::ONE) && !few && !run.is_one_of(at, &["half", "quarter"]) {
        return None;
    }
    // Quarters of a year are counted too: `two quarters`, `the last three quarters`.
    if run.is_one_of(at, &["quarters", "quarter"]) {
        let three = count == Decimal::from(3);
        let time = run.follows(start, &["last", "past", "next", "first", "previous", "straight", "in"]);
        if !(three && !time
            || count == Decimal::ONE && (run.is(next, "of") || words::magnitude(run, next).is_some()))
        {
            return None;
        }
    }
    let value = divide_by_share(count, one)?;
    // `three quarters of a million`
    let of_a = run.is(next, "of") && run.is_one_of(next + 1, &["a", "one"]);
    if let Some((power, end)) = words::magnitude(run, if of_a { next + 2 } else { next }) {
        let numeral =
            Numeral::one(start..end, value.checked_mul(power_of_ten(power.into())?)?, Form::Fraction);
        return Some(Numeral { power, coefficient: value, ..numeral });
    }
    Some(Numeral::one(start..next, value, Form::Fraction))
}

/// `one hundred thirty-fifths`, `two thirty fifths`; in the singular it is an ordinal.
fn compound_parts(run: Run<'_>, start: usize, count: Decimal, at: usize) -> Option<Numeral> {
    let tens = run.number_word_of(at, NumberClass::Cardinal).and_then(|row| small(row.value))?;
    let ones = at + 1 + usize::from(run.glued(at + 1, Kind::Hyphen));
    let quarters = run.is_one_of(ones, &["quarters", "quarter", "halves", "half"]);
    run.number_word_of(ones, NumberClass::Fraction).filter(|_| tens >= 20 && !quarters)?;
    let lower = divide(Decimal::ONE, share(run, ones)?)?.round();
    let value = divide(count, lower.checked_add(tens.into())?)?;
    (lower < Decimal::TEN).then(|| Numeral::one(start..ones + 1, value, Form::Fraction))
}

/// So many of a share; two thirds are 2/3 to the last digit and not twice a rounded third.
fn divide_by_share(count: Decimal, share: Decimal) -> Option<Decimal> {
    let lower = divide(Decimal::ONE, share)?.round();
    divide(count, lower)
}

/// `one in five`, `three out of four`, `one of four`
fn of_so_many(run: Run<'_>, start: usize, count: Decimal, end: usize) -> Option<Numeral> {
    // `a one-in-five chance`
    let hyphen = run.glued(end, Kind::Hyphen) && run.glued(end + 2, Kind::Hyphen);
    let end = end + usize::from(hyphen);
    if !run.any(end, Classes::PREPOSITION) {
        return None;
    }
    let (at, loose) = if run.is(end, "in") {
        (end + 1, true)
    } else if run.is(end, "of") || run.is(end, "over") && count < Decimal::TEN {
        (end + 1, false)
    } else if run.is(end, "out") && run.is(end + 1, "of") {
        (end + 2, false)
    } else {
        return None;
    };
    let at = at + usize::from(hyphen) + usize::from(run.is(at, "every"));
    let in_words = !run.kind(at, Kind::Number);
    let (lower, stop) = if in_words {
        let at = at + usize::from(run.is_one_of(at, &["a", "an"]) && words::magnitude(run, at + 1).is_some());
        let sum = words::words(run, at, false)
            .or_else(|| words::go_on(run, Decimal::ONE, at, true, false).filter(|sum| sum.end > at))?;
        (sum.value, sum.end)
    } else {
        let digits = digits::digits(run, at)?;
        match words::magnitude(run, digits.end) {
            Some((power, end)) => (digits.value.checked_mul(power_of_ten(power.into())?)?, end),
            None => (digits.value, digits.end),
        }
    };
    // Writers spell out what is below ten: `nine in 10`.
    // `one over twenty` is a fraction where nothing more follows.
    if run.is(end, "over") && run.token(stop).is_some_and(|next| next.is_word() || next.is(Kind::Percent)) {
        return None;
    }
    let spelled = !in_words && !run.is(end, "of") && lower >= Decimal::TEN;
    // `1 in a million`
    let many = in_words && run.any(at, Classes::ARTICLE);
    let same = in_words != run.kind(start, Kind::Number) || spelled || many;
    let year = lower >= Decimal::from(1500) && lower < Decimal::from(2100) && loose;
    // `three in five years` counts in a span of time, and `2 in 10 games` too.
    let timed = run.any(stop, Classes::UNIT.or(Classes::CALENDAR).or(Classes::NUMBER));
    let span = timed && !run.any(stop, Classes::PREPOSITION)
        || run.is_one_of(stop, &["games", "matches", "starts", "innings", "days", "%", "percent"])
        || run.glued(stop, Kind::Hyphen)
        || run.kind(stop, Kind::Percent);
    if count.is_zero() || count >= lower || !same || year || span || loose && count > Decimal::from(9) {
        return None;
    }
    Some(Numeral::one(start..stop, divide(count, lower)?, Form::Share))
}

/// `and a half`, `and three quarters` behind a sum: the new value and the index behind it.
pub(super) fn and_part(run: Run<'_>, sum: &Sum) -> Option<(Decimal, usize)> {
    let mut at = sum.end + usize::from(run.glued(sum.end, Kind::Hyphen));
    if !run.is_one_of(at, &["and", "&"]) {
        return None;
    }
    at += 1;
    at += usize::from(run.glued(at, Kind::Hyphen));
    let (part, end) = if run.kind(at, Kind::Number) {
        // `2 and 1/4`
        let part = digits::slashed(run, at, at + 1)?;
        (part.value, part.end)
    } else if run.is(at, "half") && run.any(at + 1, Classes::UNIT) {
        // `four and half years`, as the English of India has it
        (share(run, at)?, at + 1)
    } else if run.is_one_of(at, &["a", "one"]) {
        let at = at + 1 + usize::from(run.glued(at + 1, Kind::Hyphen));
        (share(run, at)?, at + 1)
    } else {
        let (rest, count) = words::below_hundred(run.from(at)).ok()?;
        let at = rest.start + usize::from(run.glued(rest.start, Kind::Hyphen));
        run.number_word_of(at, NumberClass::Fraction)?;
        (divide_by_share(count.into(), share(run, at)?)?, at + 1)
    };
    // Half of a million behind `three million`, but half of one behind `two hundred`.
    let factor = power_of_ten(if sum.power == 2 { 0 } else { sum.power.into() })?;
    let value = sum.value.checked_add(part.checked_mul(factor)?)?;
    (part < Decimal::ONE).then_some((value, end))
}
