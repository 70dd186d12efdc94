//! A date that is printed in one of many styles is read back as the same date.

use nutgraf::{Day, Parser, Stage};

const MONTHS: [&str; 12] = [
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

const SHORT: [&str; 12] =
    ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

fn ordinal(number: u8) -> String {
    let letters = match (number % 10, number / 10) {
        (1, 0 | 2 | 3) => "st",
        (2, 0 | 2) => "nd",
        (3, 0 | 2) => "rd",
        _ => "th",
    };
    format!("{number}{letters}")
}

/// What the only date in a sentence around `written` means.
fn read(parser: &Parser, written: &str) -> String {
    let text = format!("It was decided, on {written}, that nothing changes.");
    let article = parser.parse(&text);
    let dates: Vec<_> = article.dates().collect();
    assert_eq!(dates.len(), 1, "{text}: {dates:?}");
    assert_eq!(dates[0].text(), written, "{text}");
    dates[0].date().unwrap_or_else(|| panic!("{text}: no value")).to_string()
}

/// A parser that looks for dates only, which is quick.
fn parser() -> Parser {
    Parser::builder().only(&[Stage::Dates]).build().unwrap()
}

/// Days far enough apart to be quick and near enough to meet every day of the month and ends of February.
fn days() -> impl Iterator<Item = Day> {
    let all = (1990..2041).flat_map(|year| {
        (1..=12).flat_map(move |month| (1..=31).filter_map(move |day| Day::new(year, month, day)))
    });
    all.step_by(53)
}

#[test]
fn days_in_every_style() {
    let parser = parser();
    for day in days() {
        let (year, month, number) = (day.year(), day.month(), day.day());
        let (name, short) = (MONTHS[usize::from(month) - 1], SHORT[usize::from(month) - 1]);
        let styles = [
            format!("{number} {name} {year}"),
            format!("{name} {number}, {year}"),
            format!("{short} {number}, {year}"),
            format!("{name} {}, {year}", ordinal(number)),
            format!("the {} of {name} {year}", ordinal(number)),
            format!("{number} {short} {year}").replace(". ", " "),
            format!("{number}-{}-{year}", &name[..3]),
            format!("{year}-{month:02}-{number:02}"),
            format!("{year}/{month:02}/{number:02}"),
            format!("{month}/{number}/{year}"),
            format!("{number:02}.{month:02}.{year}"),
            format!("{year}{month:02}{number:02}"),
        ];
        for style in styles {
            assert_eq!(read(&parser, &style), day.to_string());
        }
    }
}

#[test]
fn months_years_and_weeks_in_every_style() {
    let parser = parser();
    for (year, month) in (1950..2060).flat_map(|year| (1..=12).map(move |month| (year, month))) {
        let (name, short) = (MONTHS[month - 1], SHORT[month - 1]);
        let value = format!("{year}-{month:02}");
        for style in [
            format!("{name} {year}"),
            format!("{name} of {year}"),
            format!("{short} {year}"),
            format!("{month:02}/{year}"),
        ] {
            assert_eq!(read(&parser, &style), value);
        }
        assert_eq!(read(&parser, &year.to_string()), year.to_string());
    }
    for (year, week) in (1990..2041).flat_map(|year| (1..=52).map(move |week| (year, week))) {
        let value = format!("{year}-W{week:02}");
        assert_eq!(read(&parser, &value), value);
        assert_eq!(read(&parser, &format!("week {week} of {year}")), value);
    }
}

#[test]
fn days_of_this_year_need_no_year() {
    for day in days() {
        let parser = parser().with_published(Some(day));
        let (month, number) = (MONTHS[usize::from(day.month()) - 1], day.day());
        assert_eq!(read(&parser, &format!("{month} {number}")), day.to_string());
        assert_eq!(read(&parser, &format!("the {number} {month}")), day.to_string());
    }
}

#[test]
fn intervals_keep_how_exact_their_ends_are() {
    let parser = parser();
    for (written, value) in [
        ("2014-2018", "2014/2018"),
        ("March to May 2019", "2019-03/2019-05"),
        ("May 3-10, 2019", "2019-05-03/2019-05-10"),
    ] {
        assert_eq!(read(&parser, written), value);
    }
}
