//! The days of holidays, by the rules of the calendar table.

use super::Day;

/// The day of a holiday in a year; `None` where no rule gives it.
pub(super) fn day(rule: &str, year: i16) -> Option<Day> {
    let (base, days) = offset(rule);
    let day = if base == "easter" {
        easter(year)
    } else if base == "orthodox" {
        orthodox_easter(year)
    } else if let Some(rest) = base.strip_prefix("nth:") {
        let mut parts = rest.split(':').map(|part| part.parse::<i8>().ok());
        let (month, nth, weekday) = (parts.next()??, parts.next()??, parts.next()??);
        Day::nth_weekday(year, month as u8, nth, weekday as u8)
    } else if let Some(rest) = base.strip_prefix("last:") {
        let (month, weekday) = rest.split_once(':')?;
        Day::nth_weekday(year, month.parse().ok()?, -1, weekday.parse().ok()?)
    } else if let Some(rest) = base.strip_prefix("before:") {
        let (date, weekday) = rest.split_once(':')?;
        let eve = month_and_day(date, year)?.plus(0, -1)?;
        let back = (i32::from(eve.weekday()) - weekday.parse::<i32>().ok()?).rem_euclid(7);
        eve.plus(0, -back)
    } else {
        month_and_day(base, year)
    };
    day?.plus(0, days)
}

/// The rule without the days that are added at its end, and these.
fn offset(rule: &str) -> (&str, i32) {
    // The hyphen of `12-25` adds nothing.
    let sign = if rule.starts_with(|c: char| c.is_ascii_digit()) { None } else { rule.find(['+', '-']) };
    match sign.map(|at| rule.split_at(at)) {
        Some((base, days)) if !base.starts_with("before") => (base, days.parse().unwrap_or(0)),
        _ => (rule, 0),
    }
}

/// `12-25`
fn month_and_day(text: &str, year: i16) -> Option<Day> {
    let (month, day) = text.split_once('-')?;
    Day::new(year, month.parse().ok()?, day.parse().ok()?)
}

/// Easter Sunday of the western churches, by the anonymous Gregorian algorithm.
fn easter(year: i16) -> Option<Day> {
    let year = i32::from(year);
    let (golden, century) = (year % 19, year / 100);
    let moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let full = moon - moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11));
    let sunday = (year + year / 4 + full + 2 - century + century / 4) % 7;
    let days = full - sunday;
    let month = 3 + (days + 40) / 44;
    Day::new(year as i16, month as u8, (days + 28 - 31 * (month / 4)) as u8)
}

/// Easter Sunday of the eastern churches, by the algorithm of Meeus for the Julian calendar.
fn orthodox_easter(year: i16) -> Option<Day> {
    let number = i32::from(year);
    let moon = (19 * (number % 19) + 15) % 30;
    let sunday = (2 * (number % 4) + 4 * (number % 7) - moon + 34) % 7;
    let days = moon + sunday + 114;
    let julian = Day::new(year, (days / 31) as u8, (days % 31 + 1) as u8)?;
    let century = number / 100;
    // How far the Julian calendar lags.
    julian.plus(0, century - century / 4 - 2)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn rules_give_known_days() {
        for (rule, year, wanted) in [
            ("12-25", 2024, "2024-12-25"),
            ("nth:11:4:4", 2024, "2024-11-28"),
            ("nth:11:4:4+1", 2024, "2024-11-29"),
            ("nth:11:4:4-1", 2024, "2024-11-27"),
            ("last:5:1", 2025, "2025-05-26"),
            ("before:05-25:1", 2025, "2025-05-19"),
            ("before:05-25:1", 2020, "2020-05-18"),
            ("easter+0", 2024, "2024-03-31"),
            ("easter+0", 2025, "2025-04-20"),
            ("easter+0", 2038, "2038-04-25"),
            ("easter-2", 2019, "2019-04-19"),
            ("easter-47", 2025, "2025-03-04"),
            ("orthodox+0", 2024, "2024-05-05"),
            ("orthodox+0", 2025, "2025-04-20"),
            ("orthodox-2", 2021, "2021-04-30"),
        ] {
            assert_eq!(day(rule, year).map(|day| day.to_string()).as_deref(), Some(wanted), "{rule}");
        }
        assert_eq!(day("-", 2024), None);
    }
}
