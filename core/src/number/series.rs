//! Numbers that belong together: ranges, compounds such as `6-foot-3`, and units that two numbers share.

use super::Number;
use super::amount::Amount;
use super::digits::power_of_ten;
use super::measure::{self, Measure, Source};
use super::money;
use super::numeral::Form;
use super::result::{Comparator, UnitKind, Value};
use super::run::Run;
use crate::lexicon::{Classes, Flags};
use crate::scan::Kind;
use rust_decimal::Decimal;

/// Joins what belongs together among the amounts of a sentence, which are in text order.
pub(super) fn join(run: Run<'_>, amounts: &mut Vec<Amount>) {
    let mut kept = 0;
    for index in 0..amounts.len() {
        if kept > 0 {
            let (last, next) = (&amounts[kept - 1], &amounts[index]);
            if let Some(joined) = range(run, last, next).or_else(|| compound(run, last, next)) {
                amounts[kept - 1] = joined;
                continue;
            }
        }
        if kept < index {
            amounts.swap(kept, index);
        }
        kept += 1;
    }
    amounts.truncate(kept);
    levels(run, amounts);
    // From the right, so that the unit of a list reaches its first number.
    let mut list = false;
    for index in (1..amounts.len()).rev() {
        let (left, right) = amounts.split_at_mut(index);
        if let (Some(first), Some(second)) = (left.last_mut(), right.first_mut()) {
            list = share(run, first, second, list);
        }
    }
}

/// `lost 162 points, … to end at 7,425.81`: a bare level behind points is in points too.
fn levels(run: Run<'_>, amounts: &mut [Amount]) {
    let mut points: Option<Measure> = None;
    for amount in amounts {
        match &amount.measure {
            Some(unit) if unit.name == "point" => points = Some(unit.clone()),
            None if amount.numeral.in_digits()
                && amount.numeral.form != Form::Plain
                && run.follows(amount.start, &["at", "to"]) =>
            {
                amount.measure.clone_from(&points);
            }
            _ => {}
        }
    }
}

/// How two numbers are joined by what stands between them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Joint {
    /// `to`
    To,
    /// `and`
    And,
    /// `or`
    Or,
    /// `from`, behind a level: `to 90 from 60`
    From,
    Comma,
    /// A hyphen or a dash with nothing around it.
    Hyphen,
    /// A dash between spaces.
    Dash,
    /// `x`, `by`, between the sides of something
    By,
    Slash,
    /// Nothing at all.
    None,
}

/// The joint between `end` and `start`; none where more than that stands there.
fn joint(run: Run<'_>, end: usize, start: usize) -> Option<Joint> {
    // `8- to 16-meter`: the hyphen hangs on the first number.
    let hangs = usize::from(
        start > end + 1 && run.is_glued(end) && (run.kind(end, Kind::Dash) || run.kind(end, Kind::Hyphen)),
    );
    let end = end + hangs;
    match start.checked_sub(end)? {
        0 => Some(Joint::None),
        1 => match run.token(end)?.kind {
            Kind::Hyphen => Some(Joint::Hyphen),
            Kind::Dash if run.is_glued(end) && run.is_glued(start) => Some(Joint::Hyphen),
            Kind::Dash => Some(Joint::Dash),
            Kind::Slash => Some(Joint::Slash),
            Kind::Comma => Some(Joint::Comma),
            _ if run.is_one_of(end, &["to", "through"]) => Some(Joint::To),
            _ if run.is_one_of(end, &["and", "&", "but"]) => Some(Joint::And),
            _ if run.is(end, "or") => Some(Joint::Or),
            _ if run.is(end, "from") => Some(Joint::From),
            _ if run.is_one_of(end, measure::TIMES) => Some(Joint::By),
            _ => None,
        },
        // `4-by-6-inch`, whose first hyphen hangs on the first number
        2 if hangs == 1 && run.is(end, "by") && run.glued(end + 1, Kind::Hyphen) => Some(Joint::By),
        2 if run.is(end, "to") && run.kind(end + 1, Kind::Hyphen) => Some(Joint::To),
        2 if run.kind(end, Kind::Comma) && run.is_one_of(end + 1, &["and", "&"]) => Some(Joint::And),
        2 if run.kind(end, Kind::Comma) && run.is(end + 1, "or") => Some(Joint::Or),
        _ => None,
    }
}

/// `from 20 miles in 2008 to 29 in 2020`: a date may stand behind the first end.
fn dated(run: Run<'_>, first: &Amount, second: &Amount) -> Option<Joint> {
    let between = first.end..second.start.checked_sub(1)?;
    let short = run.follows(first.start, &["from"]) && between.len() <= 3 && run.is(between.end, "to");
    let date = between.clone().all(|index| {
        run.is_one_of(index, &["in", "last", "a"])
            || run.kind(index, Kind::Number)
            || run.any(index, Classes::MONTH.or(Classes::CALENDAR))
    });
    (short && date).then_some(Joint::To)
}

/// Whether two units are one.
fn same(a: &Measure, b: &Measure) -> bool {
    let per = a.per.is_none() || b.per.is_none() || a.per == b.per;
    per && (a.name == b.name
        || a.kind == UnitKind::Currency
            && b.kind == UnitKind::Currency
            && (a.name.ends_with(&*b.name) || b.name.ends_with(&*a.name)))
}

/// `between 5 and 10`, `from 5 to 10`, `5-10 %`, `$10 to $15 billion`, `more than 10 and less than 20`
fn range(run: Run<'_>, first: &Amount, second: &Amount) -> Option<Amount> {
    let (low, high) = (first.numeral.single()?, second.numeral.single()?);
    if let Some(joined) = up_to(run, first, second, low, high) {
        return Some(joined);
    }
    let joint = joint(run, first.end, second.start).or_else(|| dated(run, first, second))?;
    let between = run.follows(first.start, &["between"])
        || run.follows(first.start, &["of"]) && run.follows(first.start - 1, &["ages"]);
    let from = run.follows(first.start, &["from"]);
    let bounded = matches!(first.comparator, Comparator::More | Comparator::AtLeast)
        && matches!(second.comparator, Comparator::Less | Comparator::AtMost)
        || matches!(second.comparator, Comparator::More | Comparator::AtLeast)
            && matches!(first.comparator, Comparator::Less | Comparator::AtMost);
    let units = match (&first.measure, &second.measure) {
        (Some(a), Some(b)) if !same(a, b) => return None,
        (Some(_), Some(_)) => Units::Both,
        (None, Some(_)) => Units::Second,
        (Some(_), None) => Units::First,
        (None, None) => Units::None,
    };
    // `$10 to $15 billion`: the magnitude goes to both, unless the first is the larger as it stands.
    let shared =
        first.numeral.power == 0 && second.numeral.power > 0 && low.abs() < second.numeral.coefficient.abs();
    let low = if shared { low.checked_mul(power_of_ten(second.numeral.power.into())?)? } else { low };
    let words = first.numeral.form == Form::Words && second.numeral.form == Form::Words;
    let plain = second.comparator == Comparator::Equal || second.comparator == first.comparator;
    // `minus 5 to minus 10 degrees`
    let ordered = low < high || low.is_sign_negative() && high < low;
    let joined = match joint {
        Joint::And | Joint::Comma if bounded => return bounds(first, second, low, high),
        Joint::And => between && plain,
        // `$1.2 million to 1.5 million`
        Joint::To if units == Units::First && second.numeral.power > 0 && is_prefixed(first) => {
            plain && ordered && !moves(run, first.start)
        }
        Joint::To => {
            plain
                && (from && low != high
                    || units == Units::Second && ordered && !leads(run, first.start, low, high)
                    || matches!(units, Units::None | Units::Both) && ordered && !moves(run, first.start))
        }
        // `$5-10 million`
        Joint::Hyphen if units == Units::First => ordered && is_prefixed(first),
        Joint::Hyphen => ordered && units != Units::None && plural_or_measured(run, second),
        Joint::Dash => ordered && units == Units::Second,
        Joint::Slash => {
            units == Units::Both
                && second.measure.as_ref().is_some_and(|unit| unit.kind == UnitKind::Currency)
        }
        Joint::Or => {
            let far = power_of_ten(u32::from(second.numeral.power) + 1)?;
            words && ordered && high - low <= far && units != Units::Both && units != Units::First
        }
        Joint::From | Joint::By | Joint::Comma | Joint::None => false,
    };
    if !joined {
        return None;
    }
    let start = if between && !run.follows(first.start, &["of"]) { first.start - 1 } else { first.start };
    let (low, high) = if low <= high { (low, high) } else { (high, low) };
    Some(merged(first, second, start, low, high))
}

/// Whether the unit, a currency mostly, stands before the number.
fn is_prefixed(amount: &Amount) -> bool {
    amount.measure.as_ref().is_some_and(|unit| unit.tokens.start < amount.numeral.tokens.start)
}

/// `from 10 up to 20 people`
fn up_to(run: Run<'_>, first: &Amount, second: &Amount, low: Decimal, high: Decimal) -> Option<Amount> {
    let joined = second.start == first.end && run.is(second.start, "up") && run.is(second.start + 1, "to");
    let from = run.follows(first.start, &["from"]) && first.comparator == Comparator::Equal;
    if !joined || !from || low >= high || first.numeral.power != second.numeral.power {
        return None;
    }
    let mut amount = merged(first, second, first.start, low, high);
    amount.comparator = Comparator::Equal;
    Some(amount)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Units {
    None,
    First,
    Second,
    Both,
}

/// Whether what the second end counts allows a range with a hyphen: `2-3 goals`, not `a 2-3 defeat`.
fn plural_or_measured(run: Run<'_>, second: &Amount) -> bool {
    second
        .measure
        .as_ref()
        .is_some_and(|unit| unit.source != Source::Noun || super::noun::is_plural(run, unit.tokens.end - 1))
}

/// Whether a verb or adverb of change stands before a number, so that `to` leads to a level.
fn moves(run: Run<'_>, start: usize) -> bool {
    let by = usize::from(run.follows(start, &["by", "another"]));
    run.before(start - by).is_some_and(|before| before.any(Classes::TREND))
}

/// `rose by 300 to 4,500 cases`: the size of a move and the level it led to, which are far apart.
fn leads(run: Run<'_>, start: usize, low: Decimal, high: Decimal) -> bool {
    moves(run, start) && low.checked_mul(Decimal::from(5)).is_some_and(|far| high >= far)
}

/// `larger than 10 and smaller than 20`
fn bounds(first: &Amount, second: &Amount, low: Decimal, high: Decimal) -> Option<Amount> {
    let upward = matches!(first.comparator, Comparator::More | Comparator::AtLeast);
    let (low, high) = if upward { (low, high) } else { (high, low) };
    let mut amount = merged(first, second, first.start, low, high);
    amount.comparator = Comparator::Equal;
    (low < high).then_some(amount)
}

fn merged(first: &Amount, second: &Amount, start: usize, low: Decimal, high: Decimal) -> Amount {
    let mut numeral = first.numeral.clone();
    numeral.value = Value::Range(Some(Number::from_decimal(low)), Some(Number::from_decimal(high)));
    numeral.tokens.end = second.numeral.tokens.end;
    numeral.power = first.numeral.power.max(second.numeral.power);
    let measure = fuller(first.measure.as_ref(), second.measure.as_ref());
    let comparator = if first.comparator == Comparator::Equal { second.comparator } else { first.comparator };
    Amount { start, end: second.end, numeral, measure, comparator, is_range: true }
}

/// Of two names of one unit the one that says more: `US dollar`, `dollar per week`.
fn fuller(first: Option<&Measure>, second: Option<&Measure>) -> Option<Measure> {
    match (first, second) {
        (Some(first), Some(second)) => {
            let longer = if first.name.len() > second.name.len() { first } else { second };
            Some(Measure { per: second.per.clone().or_else(|| first.per.clone()), ..longer.clone() })
        }
        (first, second) => second.or(first).cloned(),
    }
}

/// `1 hour and 30 minutes`, `6-foot-3`, `5 dollars and 20 cents`: one quantity in its smallest unit.
pub(super) fn compound(run: Run<'_>, first: &Amount, second: &Amount) -> Option<Amount> {
    let larger = first.measure.as_ref()?;
    if second.comparator != Comparator::Equal || first.is_range {
        return None;
    }
    let joint = joint(run, first.end, second.start)?;
    // `6 feet, 3 inches`
    let named = |unit: &Measure| unit.unit().is_some() && unit.kind != UnitKind::Time;
    let listed = joint == Joint::Comma && named(larger) && second.measure.as_ref().is_some_and(named);
    let adjacent = matches!(joint, Joint::None | Joint::And | Joint::Hyphen);
    if !listed && (!adjacent || run.kind(first.end, Kind::Comma)) {
        return None;
    }
    let (high, low) = (first.numeral.single()?, second.numeral.single()?);
    if let Some(amount) = cents(run, first, second, joint) {
        return Some(amount);
    }
    let (unit, times) = match &second.measure {
        Some(smaller) => (smaller.clone(), ratio(larger, smaller)?),
        None if larger.name == "foot" && joint != Joint::And => {
            (measure::inches(second.numeral.tokens.clone())?, Decimal::from(12))
        }
        None => return None,
    };
    if low >= times || low.is_sign_negative() || !high.fract().is_zero() {
        return None;
    }
    let total = high.checked_mul(times)?.checked_add(low)?;
    let mut amount = first.clone();
    amount.numeral.value = Value::One(Number::from_decimal(total));
    amount.numeral.tokens.end = second.numeral.tokens.end;
    amount.measure = Some(unit);
    amount.end = second.end;
    Some(amount)
}

/// `15 dollars 50`, `15 dollars and 50`: the cents need no name, and the dollar stays the unit.
fn cents(run: Run<'_>, first: &Amount, second: &Amount, joint: Joint) -> Option<Amount> {
    let money =
        first.measure.as_ref().filter(|unit| unit.kind == UnitKind::Currency && unit.per.is_none())?;
    let cents = second.numeral.whole().filter(|cents| (1..100).contains(cents))?;
    let spoken = money.tokens.start >= first.numeral.tokens.end
        && run.is_word(money.tokens.start)
        && run.surface(money.tokens.start).len() > 3;
    let ends = run.token(second.end).is_none_or(|next| !next.is_word() || run.is(second.end, "and"));
    let open = second.measure.is_none() || run.is(second.numeral.tokens.end, "and");
    let whole = first.numeral.power == 0 && second.numeral.power == 0;
    if !spoken || !open || !whole || !ends || joint == Joint::Hyphen {
        return None;
    }
    let value = first.numeral.single().filter(|value| value.fract().is_zero())?;
    let mut amount = first.clone();
    amount.numeral.value =
        Value::One(Number::from_decimal(value.checked_add(Decimal::new(cents.into(), 2))?));
    amount.numeral.tokens.end = second.numeral.tokens.end;
    amount.end = second.numeral.tokens.end;
    Some(amount)
}

/// How many of the smaller unit make the larger, where they share a base.
fn ratio(larger: &Measure, smaller: &Measure) -> Option<Decimal> {
    if let (Some(major), Some(minor)) = (larger.currency(), smaller.currency()) {
        return Decimal::ONE.checked_div(money::share_of(minor, major)?);
    }
    let (large, small) = (larger.unit()?, smaller.unit()?);
    if large.base != small.base || large.kind != small.kind {
        return None;
    }
    let large = Decimal::from_str_exact(large.factor?).ok()?;
    let small = Decimal::from_str_exact(small.factor?).ok()?;
    let times = large.checked_div(small)?;
    (times > Decimal::ONE).then_some(times)
}

/// A unit that two numbers share: `3 and 5 percent`, `8 or $9`, `64 points to 4,577`.
/// `list` says whether the second shares one with what follows, as members of a list do; so it says of the first.
fn share(run: Run<'_>, first: &mut Amount, second: &mut Amount, list: bool) -> bool {
    let Some(joint) = joint(run, first.end, second.start) else { return false };
    // `3 by 4 metres`, but `cut 30 by 4 people`
    let side = |unit: &Measure| unit.kind == UnitKind::Length;
    if joint == Joint::By && first.measure.is_none() && second.measure.as_ref().is_some_and(side) {
        first.measure.clone_from(&second.measure);
        return false;
    }
    let ends = matches!(joint, Joint::And | Joint::Or);
    let listed = ends || matches!(joint, Joint::Comma | Joint::To | Joint::From);
    // `on June 9, and $300 in July`
    let day = run.before(first.start).is_some_and(|before| before.any(Classes::MONTH) && before.is_capital());
    if first.measure.is_none()
        && listed
        && first.numeral.form != Form::Vague
        && !looks_like_year(first)
        && !day
    {
        if let Some(unit) = &second.measure {
            // `12, 15 and 31 boats`, but `of the 12, 31 boats sank`
            let counted = unit.source == Source::Noun && joint == Joint::Comma && !list;
            let one =
                first.numeral.form == Form::Words && first.numeral.whole() == Some(1) && joint == Joint::And;
            if !counted
                && !one
                && !unit
                    .unit()
                    .is_some_and(|row| row.flags.has(Flags::AMBIGUOUS) && unit.kind == UnitKind::Ratio)
            {
                first.measure = Some(unit.clone());
                return ends || list && joint == Joint::Comma;
            }
        }
    } else if second.measure.is_none() && joint == Joint::To && !looks_like_year(second) {
        if let Some(unit) = &first.measure {
            if unit.source != Source::Noun {
                second.measure = Some(unit.clone());
            }
        }
    }
    false
}

fn looks_like_year(amount: &Amount) -> bool {
    amount.numeral.form == Form::Plain
        && amount.numeral.whole().is_some_and(|year| (1500..2100).contains(&year))
}
