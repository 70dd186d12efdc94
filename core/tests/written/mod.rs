//! Numbers and dates as they are written, for tests that read them back.
#![allow(dead_code, reason = "no test uses all of it")]

use std::fmt::Write as _;

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
pub(crate) const SCALES: [(u64, &str); 4] = [
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

/// Below one hundred, with `joint` between tens and ones.
fn tens(number: u64, joint: &str) -> String {
    match number {
        0..20 => ONES[number as usize].to_owned(),
        _ if number % 10 == 0 => TENS[(number / 10) as usize].to_owned(),
        _ => format!("{}{joint}{}", TENS[(number / 10) as usize], ONES[(number % 10) as usize]),
    }
}

/// Below one thousand, with `and` behind the hundreds.
fn hundreds(number: u64, joint: &str, and: &str) -> String {
    match (number / 100, number % 100) {
        (0, rest) => tens(rest, joint),
        (hundreds, 0) => format!("{} hundred", ONES[hundreds as usize]),
        (hundreds, rest) => format!("{} hundred{and} {}", ONES[hundreds as usize], tens(rest, joint)),
    }
}

/// A number below a thousand trillion in words.
pub(crate) fn spelled(number: u64, joint: &str, and: &str) -> String {
    let mut out = String::new();
    let mut rest = number;
    for (value, name) in SCALES {
        if rest >= value {
            write!(out, "{} {name} ", hundreds(rest / value, joint, and)).unwrap();
            rest %= value;
        }
    }
    if rest > 0 || out.is_empty() {
        out += &hundreds(rest, joint, and);
    }
    out.trim_end().to_owned()
}

/// Digits in groups of three, with `mark` between them.
pub(crate) fn grouped(number: u64, mark: &str) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            out += mark;
        }
        out.push(digit);
    }
    out
}

/// The months in full.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `1st`, `22nd`, `13th`
pub(crate) fn ordinal(number: u8) -> String {
    let letters = match (number % 10, number / 10) {
        (1, 0 | 2 | 3) => "st",
        (2, 0 | 2) => "nd",
        (3, 0 | 2) => "rd",
        _ => "th",
    };
    format!("{number}{letters}")
}
