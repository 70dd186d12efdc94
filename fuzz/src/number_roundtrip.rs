//! A number that is printed in one of many styles is read back as the same number.

use arbitrary::{Result, Unstructured};
use nutgraf::Number;

const SCALES: [(u64, &str); 4] = [
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];
const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number below 10^15, a style, and perhaps decimals.
pub fn run(bytes: &[u8]) {
    let _ = read(&mut Unstructured::new(bytes));
}

fn read(input: &mut Unstructured<'_>) -> Result<()> {
    let number = input.int_in_range(0..=999_999_999_999_999_u64)? >> input.int_in_range(0..=49_u32)?;
    let decimals = input.int_in_range(0..=99_u64)?;
    let (written, value) = match input.int_in_range(0..=6_u8)? {
        0 => (number.to_string(), number.to_string()),
        1 => (grouped(number, ","), number.to_string()),
        2 => (grouped(number, "\u{2009}"), number.to_string()),
        3 => (spelled(number, "-", " and"), number.to_string()),
        4 => (spelled(number, " ", ""), number.to_string()),
        5 => {
            let written = format!("{}.{decimals:02}", grouped(number, ","));
            let value = format!("{number}.{decimals:02}");
            (written, value)
        }
        _ => {
            let (factor, name) = *input.choose(&SCALES)?;
            let whole = number % 1_000;
            // At least one thousandth of a thousand: a whole number.
            (
                format!("{whole}.{decimals:02} {name}"),
                (whole * factor + decimals * (factor / 100)).to_string(),
            )
        }
    };
    expect(&format!("The fund spent ${written} on bridges."), &value);
    // `2018 bridges` may be those of a year.
    if written.len() != 4 || !written.starts_with(['1', '2']) {
        expect(&format!("The survey counted {written} bridges, the agency said."), &value);
    }
    Ok(())
}

/// Fails unless the only claim in the sentence has the value.
fn expect(text: &str, value: &str) {
    let value: Number = value.parse().expect("a plain decimal");
    let article = nutgraf::claims(text);
    crate::check(&article);
    let found: Vec<_> = article.claims().map(|claim| claim.quantity().value()).collect();
    assert_eq!(found, [Some(value)], "{text}");
}

/// Digits in groups of three.
fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let first = (digits.len() - 1) % 3 + 1;
    let rest = digits[first..].as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group));
    std::iter::once(digits[..first].into()).chain(rest).collect::<Vec<_>>().join(separator)
}

/// A number in words, with `joint` between tens and ones and `and` behind hundreds.
fn spelled(number: u64, joint: &str, and: &str) -> String {
    if number < 1_000 {
        return below_thousand(number, joint, and);
    }
    let mut words = Vec::new();
    let mut rest = number;
    for (value, name) in SCALES {
        if rest >= value {
            words.push(format!("{} {name}", below_thousand(rest / value, joint, and)));
            rest %= value;
        }
    }
    match rest {
        0 => {}
        1..100 if !and.is_empty() => words.push(format!("and {}", below_thousand(rest, joint, and))),
        _ => words.push(below_thousand(rest, joint, and)),
    }
    words.join(" ")
}

fn below_thousand(number: u64, joint: &str, and: &str) -> String {
    let tens = |number: u64| match (number / 10, number % 10) {
        (0 | 1, _) => ONES[number as usize].to_owned(),
        (tens, 0) => TENS[tens as usize].to_owned(),
        (tens, ones) => format!("{}{joint}{}", TENS[tens as usize], ONES[ones as usize]),
    };
    match (number / 100, number % 100) {
        (0, rest) => tens(rest),
        (hundreds, 0) => format!("{} hundred", ONES[hundreds as usize]),
        (hundreds, rest) => format!("{} hundred{and} {}", ONES[hundreds as usize], tens(rest)),
    }
}
