//! A day that is printed in one of many styles is read back as the same day.

use crate::written::{MONTHS, ordinal};
use arbitrary::{Result, Unstructured};
use nutgraf::{Day, Parser, Stage};

/// A day of the years 1600 to 2100, and a style.
pub fn run(bytes: &[u8]) {
    let _ = read(&mut Unstructured::new(bytes));
}

fn read(input: &mut Unstructured<'_>) -> Result<()> {
    let (year, month, day) = (
        input.int_in_range(1600..=2100_i16)?,
        input.int_in_range(1..=12_u8)?,
        input.int_in_range(1..=31_u8)?,
    );
    let Some(wanted) = Day::new(year, month, day) else { return Ok(()) };
    let name = MONTHS[usize::from(month) - 1];
    let written = match input.int_in_range(0..=5_u8)? {
        0 => format!("{name} {day}, {year}"),
        1 => format!("{day} {name} {year}"),
        2 => format!("{year}-{month:02}-{day:02}"),
        3 => format!("the {} of {name} {year}", ordinal(day)),
        4 => format!("{name} {}, {year}", ordinal(day)),
        _ => format!("{year}/{month:02}/{day:02}"),
    };
    let text = format!("It was decided, on {written}, that nothing changes.");
    let parser = Parser::builder().only(&[Stage::Dates]).build().expect("no option can be wrong");
    let article = parser.parse(&text);
    crate::check(&article);
    let found: Vec<_> = article.dates().map(|date| date.date().map(|date| date.to_string())).collect();
    assert_eq!(found, [Some(wanted.to_string())], "{text}");
    Ok(())
}
