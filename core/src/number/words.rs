//! Numbers in words: `twenty-one`, `one hundred and five`, `two million three hundred thousand`, `five point five`; and the
//! mixed forms that go on in words, `4 thousand 3 hundred and 21`.

use super::digits::{power_of_ten, small};
use super::run::{Run, number_word};
use crate::lexicon::{Classes, NumberClass, Table, tables};
use crate::scan::{Kind, Parsed, Tokens, fail};
use nom::combinator::{map, opt, verify};
use nom::sequence::preceded;
use nom::{Input, Parser};
use rust_decimal::Decimal;

/// What has been added up so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    pub(super) value: Decimal,
    /// The index behind the last token.
    pub(super) end: usize,
    /// The power of the last magnitude; 0 where there is none.
    pub(super) power: u8,
    /// What that magnitude multiplies.
    pub(super) coefficient: Decimal,
}

/// One cardinal word.
fn cardinal(input: Tokens<'_>) -> Parsed<'_, u32> {
    let row = input.first().and_then(|token| number_word(token, input.surface()));
    match row.filter(|row| row.class == NumberClass::Cardinal).and_then(|row| small(row.value)) {
        Some(value) => Ok((input.take_from(1), value)),
        None => fail(input),
    }
}

/// A hyphen; texts that were cut into words have spaces around it.
fn hyphen(input: Tokens<'_>) -> Parsed<'_, ()> {
    match input.first() {
        Some(token) if token.is(Kind::Hyphen) || input.surface() == "-" => Ok((input.take_from(1), ())),
        _ => fail(input),
    }
}

/// A number below one hundred: `twenty-one`, `twenty one`, `seven`.
pub(super) fn below_hundred(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, first) = cardinal(input)?;
    if first >= 20 {
        let ones = verify(cardinal, |ones| (1..10).contains(ones));
        if let Ok((rest, ones)) = preceded(opt(hyphen), ones).parse(rest) {
            return Ok((rest, first + ones));
        }
    }
    Ok((rest, first))
}

/// `.71` of `two hundred point seventy-one`: the digits of the words one after the other.
fn decimals(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let (mut rest, first) = below_hundred(input)?;
    let mut mantissa = i64::from(first);
    let mut scale = if first > 9 { 2 } else { 1 };
    while scale < 12 {
        let Ok((next, digit)) = map(cardinal, i64::from).parse(rest) else { break };
        if digit > 9 {
            break;
        }
        mantissa = mantissa * 10 + digit;
        scale += 1;
        rest = next;
    }
    Ok((rest, Decimal::new(mantissa, scale)))
}

/// The power of a magnitude word (no letter) at an index, behind a hyphen or not, and the index behind it.
pub(super) fn magnitude(run: Run<'_>, index: usize) -> Option<(u8, usize)> {
    let at = index + usize::from(run.glued(index, Kind::Hyphen));
    if !run.any(at, Classes::MAGNITUDE) {
        return None;
    }
    let phrase = run.entry(Table::Magnitude, at)?;
    let row = tables::MAGNITUDE.get(phrase.row as usize)?;
    (!row.letter).then_some((row.power, phrase.end))
}

/// Reads a number in words; `joins` says whether `and` may go on with it, which it may not in `between one hundred and two`.
pub(super) fn words(run: Run<'_>, index: usize, joins: bool) -> Option<Sum> {
    let (rest, first) = below_hundred(run.from(index)).ok()?;
    let mut sum = Adder::new(Decimal::from(first), true).run(run, rest.start, joins)?;
    if run.is(sum.end, "point") {
        if let Ok((rest, part)) = decimals(run.from(sum.end + 1)) {
            sum.value = sum.value.checked_add(part)?;
            sum.coefficient = sum.value;
            sum.end = rest.start;
            sum.power = 0;
            if let Some((power, end)) = magnitude(run, sum.end) {
                sum.value = sum.value.checked_mul(power_of_ten(power.into())?)?;
                (sum.power, sum.end) = (power, end);
            }
        }
    }
    Some(sum)
}

/// Goes on with magnitudes and smaller terms behind a first term, in words or digits, that ends before `end`.
pub(super) fn go_on(run: Run<'_>, first: Decimal, end: usize, in_words: bool, joins: bool) -> Option<Sum> {
    Adder::new(first, in_words).run(run, end, joins)
}

/// A number of more digits than can be kept exactly.
struct TooLarge;

/// Adds terms up from the largest magnitude to the smallest.
struct Adder {
    total: Decimal,
    /// What the next magnitude multiplies; none right behind one.
    group: Option<Decimal>,
    /// Whether the group has had its `hundred`.
    hundred: bool,
    /// Whether a magnitude has just been read, so that a smaller term may follow.
    open: bool,
    /// The power of the last magnitude over a hundred.
    last: u8,
    in_words: bool,
    power: u8,
    coefficient: Decimal,
}

impl Adder {
    fn new(first: Decimal, in_words: bool) -> Self {
        Self {
            total: Decimal::ZERO,
            group: Some(first),
            hundred: false,
            open: false,
            last: u8::MAX,
            in_words,
            power: 0,
            coefficient: first,
        }
    }

    fn run(mut self, run: Run<'_>, mut end: usize, joins: bool) -> Option<Sum> {
        // Each magnitude comes once, so that few rounds suffice.
        for _ in 0..32 {
            if let Some(next) = self.multiply(run, end).ok()? {
                end = next;
            } else if let Some(next) = self.add(run, end, joins) {
                end = next;
            } else {
                break;
            }
        }
        let value = self.total.checked_add(self.group.unwrap_or_default())?;
        Some(Sum { value, end, power: self.power, coefficient: self.coefficient })
    }

    /// A magnitude behind the group, and the index behind it.
    fn multiply(&mut self, run: Run<'_>, at: usize) -> Result<Option<usize>, TooLarge> {
        let Some((power, end)) = magnitude(run, at) else { return Ok(None) };
        let Some(group) = self.group else { return self.enlarge(power, end) };
        let factor = power_of_ten(power.into()).ok_or(TooLarge)?;
        if power == 2 {
            if self.hundred || group >= Decimal::ONE_HUNDRED {
                return Ok(None);
            }
            self.group = Some(group.checked_mul(factor).ok_or(TooLarge)?);
            self.hundred = true;
        } else {
            if power >= self.last {
                return Ok(None);
            }
            let product = group.checked_mul(factor).ok_or(TooLarge)?;
            self.total = self.total.checked_add(product).ok_or(TooLarge)?;
            (self.group, self.hundred, self.last) = (None, false, power);
        }
        if self.total.is_zero() || self.power == 0 {
            self.coefficient = group;
        }
        self.power = power;
        self.open = true;
        Ok(Some(end))
    }

    /// `ten thousand million`, `five lakh crore`: a larger magnitude right behind another.
    fn enlarge(&mut self, power: u8, end: usize) -> Result<Option<usize>, TooLarge> {
        if !self.open || power <= self.last || self.power != self.last {
            return Ok(None);
        }
        self.coefficient = self.total;
        self.total =
            power_of_ten(power.into()).and_then(|factor| self.total.checked_mul(factor)).ok_or(TooLarge)?;
        self.power = power;
        Ok(Some(end))
    }

    /// A smaller term behind a magnitude: `three hundred (and) five`, `two thousand, three hundred`.
    fn add(&mut self, run: Run<'_>, at: usize, joins: bool) -> Option<usize> {
        if !self.open {
            return None;
        }
        let and = joins && run.is_one_of(at, &["and", "&"]);
        let comma = self.in_words && self.group.is_none() && run.kind(at, Kind::Comma);
        let from = at + usize::from(and || comma);
        let (term, end) = term(run, from)?;
        let in_words = run.is_word(from);
        let next = magnitude(run, end).map(|(power, _)| power);
        let bare = match next {
            None => !comma && (self.in_words && in_words || and && self.hundred),
            Some(2) => !self.hundred && self.group.is_none(),
            Some(power) => power < self.last && (self.hundred || self.group.is_none()),
        };
        // A fraction goes with its own number (`six million and two thirds`), but `one hundred and thirty-two fifths` are 132.
        let hyphen = run.glued(end, Kind::Hyphen);
        let part = run.any(end + usize::from(hyphen), Classes::FRACTION.or(Classes::ORDINAL));
        let counted = self.hundred && !hyphen && term >= Decimal::TEN && run.any(end, Classes::FRACTION);
        let decimal = run.is_one_of(end, &["tenths", "hundredths", "thousandths"]);
        let fraction = part && (!counted || decimal);
        if !bare || fraction || term.is_zero() || self.hundred && term >= Decimal::ONE_HUNDRED {
            return None;
        }
        self.group = Some(self.group.unwrap_or_default().checked_add(term)?);
        self.open = false;
        Some(end)
    }
}

/// A term below one thousand, in words or in digits.
fn term(run: Run<'_>, at: usize) -> Option<(Decimal, usize)> {
    if let Ok((rest, value)) = below_hundred(run.from(at)) {
        return Some((value.into(), rest.start));
    }
    let value = small(run.surface(at)).filter(|value| *value < 1000 && run.kind(at, Kind::Number))?;
    Some((value.into(), at + 1))
}
