//! Integers written in each style are read back as themselves, whatever stands around them.

mod written;

use nutgraf::claims;
use proptest::prelude::*;
use written::{SCALES, grouped, spelled};
/// The one claim of a text, as value and unit.
fn only(text: &str) -> (String, String) {
    let article = claims(text);
    let found: Vec<_> = article
        .claims()
        .map(|claim| {
            let quantity = claim.quantity();
            let value = quantity.value().map_or("none".to_owned(), |value| value.to_string());
            (value, quantity.unit().map_or("-".to_owned(), |unit| unit.name().to_owned()))
        })
        .collect();
    assert_eq!(found.len(), 1, "{text:?} gives {found:?}");
    found.into_iter().next().unwrap()
}

/// Numbers of every length, the same in every run.
fn sample() -> impl Iterator<Item = u64> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let random = std::iter::from_fn(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        Some(state)
    });
    let limits = (1..=15).map(|digits| 10u64.pow(digits));
    let edges =
        [2, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 999, 1_000, 1_001, 1_100, 10_000, 100_001, 1_000_000];
    edges
        .into_iter()
        .chain(random.take(600).zip(limits.cycle()).map(|(number, limit)| number % limit))
        .filter(|number| *number > 1)
}

/// How many decimal places a number has in thousands, millions …, and it itself.
fn scaled(number: u64, power: u32) -> String {
    let unit = 10u64.pow(power);
    let decimals = format!("{:0width$}", number % unit, width = power as usize);
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{}{point}{decimals}", number / unit)
}

/// A number in each style that a newspaper may write it in.
fn styles(number: u64) -> Vec<String> {
    let mut styles = vec![number.to_string()];
    styles.extend([",", "\u{a0}", "\u{202f}", "\u{2009}", "'"].map(|mark| grouped(number, mark)));
    // One space alone may as well part two numbers.
    if number >= 1_000_000 {
        styles.push(grouped(number, " "));
    }
    for joint in ["-", " "] {
        styles.extend(["", " and"].map(|and| spelled(number, joint, and)));
    }
    for ((value, name), letter) in SCALES.into_iter().zip(["tn", "bn", "mn", "k"]) {
        if number >= value {
            let mantissa = scaled(number, value.ilog10());
            styles.push(format!("{mantissa} {name}"));
            styles.push(format!("{mantissa}-{name}"));
            styles.push(format!("{mantissa}{letter}"));
        }
    }
    styles
}

/// Asserts that a number is read back from each style.
fn read_back(number: u64) {
    for style in styles(number) {
        let wanted = (number.to_string(), "yard".to_owned());
        assert_eq!(only(&format!("The cable is {style} yards long.")), wanted, "{style}");
    }
}

#[test]
fn small_integers_in_each_style() {
    (2..5_000).for_each(read_back);
    sample().for_each(read_back);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn integers_in_each_style(number in 2..=1_000_000_000_000_000_u64, digits in 0..15_u32) {
        read_back((number / 10u64.pow(digits)).max(2));
    }
}

#[test]
fn glued_to_their_unit() {
    for number in sample() {
        for mark in ["", ",", "\u{a0}", "\u{202f}", "\u{2009}"] {
            let digits = grouped(number, mark);
            let wanted = (number.to_string(), "kilogram".to_owned());
            assert_eq!(only(&format!("The load weighs {digits}kg.")), wanted, "{digits}");
        }
    }
}

#[test]
fn as_money() {
    for number in sample() {
        let digits = grouped(number, ",");
        for (text, unit) in [
            (format!("The yard cost ${digits}."), "dollar"),
            (format!("The yard cost US${digits}."), "US dollar"),
            (format!("The yard cost £{digits}."), "pound sterling"),
            (format!("The yard cost {digits} euros."), "euro"),
            (format!("The yard cost {digits} €."), "euro"),
            (format!("The yard cost CHF {digits}."), "Swiss franc"),
        ] {
            assert_eq!(only(&text), (number.to_string(), unit.to_owned()), "{text}");
        }
    }
}

#[test]
fn with_a_point_and_a_magnitude() {
    for number in sample().map(|number| number % 100_000).filter(|number| number % 10 != 0) {
        let decimal = format!("{}.{:02}", number / 100, number % 100);
        let value: nutgraf::Number = decimal.parse().unwrap();
        assert_eq!(
            only(&format!("The rate was {decimal} percent.")),
            (value.to_string(), "percent".to_owned())
        );
        let millions = (number * 10_000).to_string();
        assert_eq!(
            only(&format!("The yard cost ${decimal} million.")),
            (millions.clone(), "dollar".to_owned())
        );
        assert_eq!(only(&format!("The yard cost €{decimal}m.")), (millions, "euro".to_owned()));
    }
}

#[test]
fn with_a_sign() {
    for number in sample() {
        for sign in ["-", "−", "minus "] {
            let text = format!("The probe cooled to {sign}{number} degrees Celsius.");
            assert_eq!(only(&text), (format!("-{number}"), "degree Celsius".to_owned()), "{text}");
        }
    }
}

#[test]
fn as_floating_point() {
    for (digits, wanted) in [("0", 0.0), ("-2.5", -2.5), ("0.1", 0.1), ("123456789.25", 123_456_789.25)] {
        let number: nutgraf::Number = digits.parse().unwrap();
        assert!((number.to_f64() - wanted).abs() < f64::EPSILON, "{digits}");
    }
}

#[test]
fn plain_digits_and_nothing_else_are_parsed() {
    for digits in ["7", "-7", "0.5", "-1234.5"] {
        assert_eq!(digits.parse::<nutgraf::Number>().unwrap().to_string(), digits);
    }
    for other in ["", "-", "+7", ".5", "5.", "1.2.3", "1,000", "1e3", "--7", "ten", " 7"] {
        assert!(other.parse::<nutgraf::Number>().is_err(), "{other:?}");
    }
}

#[test]
fn too_long_to_be_exact() {
    let article = claims("The key is 123456789012345678901234567890 miles long.");
    assert_eq!(article.claims().len(), 0);
    assert_eq!(article.diagnostics()[0].kind(), nutgraf::DiagnosticKind::NumberTooLong);
}
