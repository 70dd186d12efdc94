//! A date that is printed in one of many styles is read back as the same date.

mod written;

use nutgraf::{Day, Parser, Stage};
use std::fmt::Write as _;
use written::{MONTHS, ordinal};

const SHORT: [&str; 12] =
    ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

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

/// Every day of some years.
fn days_of(years: std::ops::RangeInclusive<i16>) -> impl Iterator<Item = Day> {
    years.flat_map(|year| {
        (1..=12).flat_map(move |month| (1..=31).filter_map(move |day| Day::new(year, month, day)))
    })
}

/// Days far enough apart to be quick and near enough to meet every day of the month and ends of February.
fn days() -> impl Iterator<Item = Day> {
    days_of(1990..=2040).step_by(53)
}

/// A day in each order that it is written in.
fn styles(day: Day) -> Vec<String> {
    let (year, month, number) = (day.year(), day.month(), day.day());
    let (name, short) = (MONTHS[usize::from(month) - 1], SHORT[usize::from(month) - 1]);
    vec![
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
    ]
}

/// All at once: a text of a line for each day of a year.
#[test]
fn every_day_of_two_centuries_in_every_style() {
    let parser = parser();
    for year in 1900..=2100 {
        let days: Vec<Day> = days_of(year..=year).collect();
        let mut text = String::new();
        for style in days.iter().flat_map(|day| styles(*day)) {
            // Without a month's name, eight digits are a day of these years only.
            if year < 2100 || style.contains(|letter: char| !letter.is_ascii_digit()) {
                writeln!(text, "It was decided, on {style}, that nothing changes.").unwrap();
            }
        }
        let article = parser.parse(&text);
        let wanted = days.iter().flat_map(|day| {
            let count = if year < 2100 { 12 } else { 11 };
            std::iter::repeat_n(day.to_string(), count)
        });
        let found = article.dates().map(|date| date.date().map_or(String::new(), |value| value.to_string()));
        assert!(found.eq(wanted), "{year}");
    }
}

#[test]
fn the_caller_says_which_of_two_numbers_is_the_day() {
    let first = |day_first| Parser::builder().day_first(day_first).build().unwrap();
    for (text, day_first, month_first) in [
        ("It was signed on 4/5/2025.", "2025-05-04", "2025-04-05"),
        ("It was signed on 4-5-2025.", "2025-05-04", "2025-04-05"),
        ("It was signed on 4/5/25.", "2025-05-04", "2025-04-05"),
        // What can be read one way only is read so, and dots are the continent's.
        ("It was signed on 20/5/2025.", "2025-05-20", "2025-05-20"),
        ("It was signed on 5/20/2025.", "2025-05-20", "2025-05-20"),
        ("It was signed on 4.5.2025.", "2025-05-04", "2025-05-04"),
    ] {
        for (parser, wanted) in [(first(true), day_first), (first(false), month_first)] {
            let article = parser.parse(text);
            let dates: Vec<String> = article.dates().map(|date| date.date().unwrap().to_string()).collect();
            assert_eq!(dates, [wanted], "{text}");
        }
    }
}

/// An article as a page shows it, with the day in digits and in words.
fn page(published: &str) -> String {
    format!(
        "Council backs a new bridge over the river\n\nBy Jane Ortega\n\nPublished {published}\n\n\
         The council voted on Thursday to build a bridge over the river, after years of debate about its costs.\n\n\
         Work will begin on June 3, said the mayor, and take about two years. Tolls were ruled out last week.\n"
    )
}

#[test]
fn the_date_that_the_text_shows_serves_where_the_caller_gives_none() {
    let dates = |parser: &Parser, text: &str| -> Vec<String> {
        parser
            .parse(text)
            .dates()
            .map(|date| date.date().map_or("-".into(), |value| value.to_string()))
            .collect()
    };
    let plain = Parser::new();
    assert_eq!(dates(&plain, &page("May 11, 2025")), ["2025-05-08", "2025-06-03", "2025-W18"]);
    // The caller knows better.
    let stated = Parser::builder().published(2024, 2, 5).build().unwrap();
    assert_eq!(dates(&stated, &page("May 11, 2025")), ["2024-02-01", "2024-06-03", "2024-W05"]);
    // Digits are read in the order that the caller says, and without it month first.
    let text = page("4/5/2025");
    let day_first = Parser::builder().day_first(true).build().unwrap();
    assert_eq!(dates(&plain, &text)[0], "2025-04-03");
    assert_eq!(dates(&day_first, &text)[0], "2025-05-01");
    // No date, no meaning: a guess would be worse.
    let text = page("May 11, 2025").replace("Published May 11, 2025\n\n", "");
    assert_eq!(dates(&plain, &text), ["-", "-", "-"]);
    // A dateline's date serves too.
    let text = text.replace("The council voted", "PORT ELLERY, May 9, 2025 (AP) — The council voted");
    assert_eq!(
        dates(&plain, &text)[dates(&plain, &text).len() - 3..],
        ["2025-05-08", "2025-06-03", "2025-W18"]
    );
}

#[test]
fn days_in_every_style() {
    let parser = parser();
    for day in days() {
        for style in styles(day) {
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

#[test]
fn the_date_of_a_dateline_has_the_order_of_the_page() {
    let lead = "BERLIN, 4/5/2025 (Reuters) - The council voted on Monday to build a bridge.";
    let moment = |parser: &Parser, text: &str| {
        let article = parser.parse(text);
        article.dateline().and_then(|dateline| dateline.date()).map(|date| date.to_string())
    };
    let new = || Parser::builder();
    assert_eq!(moment(&new().build().unwrap(), lead).as_deref(), Some("2025-04-05"));
    assert_eq!(moment(&new().day_first(true).build().unwrap(), lead).as_deref(), Some("2025-05-04"));
    // Another date of the page tells.
    let page = format!("Bridge to be built\n\nPublished 14/5/2025\n\n{lead}\n\nWork on it begins in spring.");
    assert_eq!(moment(&new().build().unwrap(), &page).as_deref(), Some("2025-05-04"));
}
