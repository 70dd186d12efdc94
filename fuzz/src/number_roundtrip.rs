//! A number that is printed in one of many styles is read back as the same number.

use crate::written::{SCALES, grouped, spelled};
use arbitrary::{Result, Unstructured};
use nutgraf::Number;

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
