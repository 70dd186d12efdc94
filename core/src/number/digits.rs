//! Numbers in digits: `1,234.5`, `1 200 000`, `12,34,567`, `10½`, `10 1/2`, `1/16`, `1.3e6`.

use super::run::Run;
use crate::scan::Kind;
use rust_decimal::Decimal;

/// A number in digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digits {
    pub(super) value: Decimal,
    /// The index behind its last token.
    pub(super) end: usize,
    pub(super) style: Style,
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Style {
    /// Digits and nothing else: `2019`.
    #[default]
    Plain,
    /// With a mark between thousands: `2,019`.
    Grouped,
    /// With a decimal point: `20.19`.
    Decimal,
    /// `1/16`, `10½`
    Fraction,
}

/// Powers of ten up to the largest that a decimal holds.
pub(super) fn power_of_ten(power: u32) -> Option<Decimal> {
    10i128.checked_pow(power).and_then(|value| Decimal::try_from_i128_with_scale(value, 0).ok())
}

/// One part by another, exact as far as 28 digits go.
pub(super) fn divide(numerator: Decimal, denominator: Decimal) -> Option<Decimal> {
    numerator.checked_div(denominator)
}

/// Reads the digits at `index`.
pub(super) fn digits(run: Run<'_>, index: usize) -> Option<Digits> {
    let whole = grouped(run, index)?;
    if whole.style == Style::Plain || whole.style == Style::Grouped {
        if let Some(exact) = slashed(run, index, whole.end) {
            return Some(exact);
        }
        if let Some(mixed) = mixed(run, whole) {
            return Some(mixed);
        }
    }
    match exponent(run, whole.end) {
        Some(power) => scaled(whole, &power),
        None => Some(whole),
    }
}

/// One token, or several that only a mark between thousands parts.
fn grouped(run: Run<'_>, index: usize) -> Option<Digits> {
    if !run.kind(index, Kind::Number) {
        return None;
    }
    let surface = run.surface(index);
    let mut reader = Reader::default();
    reader.read(surface)?;
    let mut end = index + 1;
    if let Some(stop) = indian_groups(run, index) {
        for group in (end + 1..stop).step_by(2) {
            reader.read(run.surface(group))?;
        }
        reader.style = Style::Grouped;
        end = stop;
    } else if surface.len() <= 3 && reader.style == Style::Plain {
        let groups = spaced_groups(run, end);
        for group in end..end + groups {
            reader.read(run.surface(group))?;
        }
        if groups > 0 {
            reader.style = if reader.scale.is_some() { Style::Decimal } else { Style::Grouped };
            end += groups;
        } else {
            end = swiss_groups(run, end, &mut reader)?;
        }
    }
    Some(Digits { value: reader.value()?, end, style: reader.style })
}

/// Where the Indian groups of `12,34,567` and `1,23,45,678` end that begin at `index`: two digits each, but three in the last.
pub(super) fn indian_groups(run: Run<'_>, index: usize) -> Option<usize> {
    if run.surface(index).len() > 2 {
        return None;
    }
    let joined = |at: usize| run.glued(at, Kind::Comma) && run.glued(at + 1, Kind::Number);
    for at in (index + 1..).step_by(2).take(5).take_while(|at| joined(*at)) {
        let group = run.surface(at + 1).as_bytes();
        if !group.iter().take(2).all(u8::is_ascii_digit) || group.len() < 2 {
            return None;
        }
        match group.get(2) {
            Some(b',') => return Some(at + 2),
            Some(_) => return None,
            None => {}
        }
    }
    None
}

/// Reads the groups of `1'234'567` from `index` on, and gives the index behind them.
fn swiss_groups(run: Run<'_>, mut index: usize, reader: &mut Reader) -> Option<usize> {
    for _ in 0..8 {
        let mark = run.is_glued(index) && run.is_one_of(index, &["'", "’"]);
        if !mark || !run.glued(index + 1, Kind::Number) || run.surface(index + 1).len() != 3 {
            break;
        }
        reader.read(run.surface(index + 1))?;
        reader.style = Style::Grouped;
        index += 2;
    }
    Some(index)
}

/// How many tokens from `index` on are groups of three digits behind a space that parts thousands. A plain space does so
/// only before `000` or between three groups.
fn spaced_groups(run: Run<'_>, index: usize) -> usize {
    let mut count = 0;
    let mut plain = false;
    while run.kind(index + count, Kind::Number) && count < 8 {
        let at = index + count;
        let space = match run.gap(at) {
            " " => true,
            "\u{a0}" | "\u{2007}" | "\u{2009}" | "\u{202f}" => false,
            _ => break,
        };
        let surface = run.surface(at).as_bytes();
        let three = surface.len() >= 3 && surface[..3].iter().all(u8::is_ascii_digit);
        if !three || surface.len() > 3 && surface[3] != b'.' {
            break;
        }
        plain |= space;
        count += 1;
        if surface.len() > 3 {
            break;
        }
    }
    let certain = !plain || count >= 2 || count == 1 && run.surface(index).starts_with("000");
    if certain { count } else { 0 }
}

/// `1/16` with its two sides glued; the whole is `index..end` before the slash.
pub(super) fn slashed(run: Run<'_>, index: usize, end: usize) -> Option<Digits> {
    let slash = run.is_glued(end) && (run.kind(end, Kind::Slash) || run.surface(end) == "⁄");
    if end != index + 1 || !slash || !run.glued(end + 1, Kind::Number) {
        return None;
    }
    let (upper, lower) = (small(run.surface(index))?, small(run.surface(end + 1))?);
    // More sides are a date; a glued word behind belongs to a name.
    let more = run.is_glued(end + 2)
        && (run.kind(end + 2, Kind::Slash)
            || run.kind(end + 2, Kind::Hyphen) && run.kind(end + 3, Kind::Number));
    // `24/7` and `50/50` are no parts, `9/11` is a day; parts are counted in halves, thirds, tenths and the like.
    let usual =
        matches!(lower, 2..=10 | 12 | 16 | 20 | 24 | 25 | 32 | 36 | 50 | 60 | 64 | 100 | 128 | 256 | 1000);
    if upper == 0 || upper >= lower || !usual || more {
        return None;
    }
    let value = divide(Decimal::from(upper), Decimal::from(lower))?;
    // `1/3rd`
    let ending = run.is_glued(end + 2) && run.is_one_of(end + 2, &["rd", "th", "rds", "ths"]);
    Some(Digits { value, end: end + 2 + usize::from(ending), style: Style::Fraction })
}

/// `10 1/2`, `10-1/2` and `10 ½`.
fn mixed(run: Run<'_>, whole: Digits) -> Option<Digits> {
    let at = whole.end + usize::from(run.glued(whole.end, Kind::Hyphen));
    if !run.kind(at, Kind::Number) {
        return None;
    }
    let part = match glyph(run.surface(at)) {
        Some(value) => Digits { value, end: at + 1, style: Style::Fraction },
        None => slashed(run, at, at + 1)?,
    };
    let value = whole.value.checked_add(part.value)?;
    (part.value < Decimal::ONE).then_some(Digits { value, ..part })
}

/// A power of ten behind a number: `e6`, `×10−5`.
struct Power {
    tens: u32,
    negative: bool,
    end: usize,
}

fn exponent(run: Run<'_>, at: usize) -> Option<Power> {
    if run.is_glued(at) && run.is_word(at) {
        let power = run.surface(at).strip_prefix(['e', 'E'])?;
        if let Some(tens) = small(power) {
            return Some(Power { tens, negative: false, end: at + 1 });
        }
        // `1e-10`
        let signed = power.is_empty() && run.is_glued(at + 1) && run.glued(at + 2, Kind::Number);
        let sign = run.surface(at + 1);
        let tens = small(run.surface(at + 2)).filter(|_| signed && matches!(sign, "-" | "−" | "+"))?;
        return Some(Power { tens, negative: sign != "+", end: at + 3 });
    }
    if !run.is_one_of(at, &["×", "x"]) || run.surface(at + 1) != "10" {
        return None;
    }
    let mut end = at + 2 + usize::from(run.surface(at + 2) == "^");
    let negative = run.is_glued(end) && run.is_one_of(end, &["-", "−", "–"]);
    end += usize::from(negative);
    let tens = small(run.surface(end)).filter(|_| run.glued(end, Kind::Number))?;
    Some(Power { tens, negative, end: end + 1 })
}

/// The number times the power of ten, where a decimal can hold it. What underflows is not kept at all: zero would be
/// another number.
fn scaled(number: Digits, Power { tens, negative, end }: &Power) -> Option<Digits> {
    let factor = power_of_ten(*tens)?;
    let value = if *negative { number.value.checked_div(factor) } else { number.value.checked_mul(factor) }?;
    let kept = value.is_zero() == number.value.is_zero();
    kept.then_some(Digits { value, end: *end, style: Style::Decimal })
}

/// A short number of digits only.
pub(super) fn small(surface: &str) -> Option<u32> {
    let short =
        !surface.is_empty() && surface.len() <= 7 && surface.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| surface.parse().ok()).flatten()
}

/// The value of `½` and its like.
fn glyph(surface: &str) -> Option<Decimal> {
    let mut chars = surface.chars();
    let sign = chars.next()?;
    if chars.next().is_some() {
        return None;
    }
    let (upper, lower) = match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    };
    divide(Decimal::from(upper), Decimal::from(lower))
}

/// A value of the table of number words written as `1/3`.
pub(super) fn ratio(value: &str) -> Option<Decimal> {
    let (upper, lower) = value.split_once('/')?;
    divide(Decimal::from(small(upper)?), lower.parse::<u64>().ok()?.into())
}

/// Adds digits up without binary floating point.
#[derive(Default)]
struct Reader {
    mantissa: i128,
    scale: Option<u32>,
    fraction: Option<Decimal>,
    style: Style,
}

impl Reader {
    fn read(&mut self, surface: &str) -> Option<()> {
        for c in surface.chars() {
            match c {
                '0'..='9' => {
                    self.mantissa = self.mantissa.checked_mul(10)?.checked_add((c as u8 - b'0').into())?;
                    self.scale = self.scale.map(|scale| scale + 1);
                }
                ',' => self.style = Style::Grouped,
                // Two points make an address or a version, no number.
                '.' if self.scale.is_some() => return None,
                '.' => self.scale = Some(0),
                other => {
                    let mut buffer = [0; 4];
                    self.fraction = Some(glyph(other.encode_utf8(&mut buffer))?);
                }
            }
        }
        if self.fraction.is_some() {
            self.style = Style::Fraction;
        } else if self.scale.is_some() {
            self.style = Style::Decimal;
        }
        Some(())
    }

    fn value(&self) -> Option<Decimal> {
        let value = Decimal::try_from_i128_with_scale(self.mantissa, self.scale.unwrap_or(0)).ok()?;
        match self.fraction {
            Some(_) if self.scale.is_some() => None,
            Some(fraction) => value.checked_add(fraction),
            None => Some(value),
        }
    }
}
