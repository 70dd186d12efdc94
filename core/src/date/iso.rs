//! Dates and moments read back from ISO 8601 as this library writes it.

use super::{DateValue, Endpoint, Moment, Time};

impl DateValue {
    /// Reads what `Display` writes.
    pub(crate) fn from_iso(text: &str) -> Option<Self> {
        match text.split_once('/') {
            Some((start, end)) => Some(Self::Interval(side(start).ok()?, side(end).ok()?)),
            None => Self::plain_from_iso(text),
        }
    }

    /// Reads what is no interval.
    fn plain_from_iso(text: &str) -> Option<Self> {
        if let Some((year, week)) = text.split_once("-W") {
            return Some(Self::Week(digits(year, 4)?, digits(week, 2)? as u8));
        }
        if let Some(decade) = text.strip_suffix('X') {
            return Some(Self::Decade(digits(decade, 3)? * 10));
        }
        match text.len() {
            4 => Some(Self::Year(digits(text, 4)?)),
            7 => {
                let (year, month) = text.split_once('-')?;
                Some(Self::Month(digits(year, 4)?, digits(month, 2)? as u8))
            }
            _ => text.parse().ok().map(Self::Day),
        }
    }
}

/// One side of an interval, `None` where it is open; an error where it is not as this library writes it.
fn side(text: &str) -> Result<Option<Endpoint>, ()> {
    match DateValue::plain_from_iso(text) {
        _ if text.is_empty() => Ok(None),
        Some(DateValue::Day(day)) => Ok(Some(Endpoint::Day(day))),
        Some(DateValue::Week(year, week)) => Ok(Some(Endpoint::Week(year, week))),
        Some(DateValue::Month(year, month)) => Ok(Some(Endpoint::Month(year, month))),
        Some(DateValue::Year(year)) => Ok(Some(Endpoint::Year(year))),
        _ => Err(()),
    }
}

fn digits(text: &str, width: usize) -> Option<i16> {
    let shaped = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    shaped.then(|| text.parse().ok()).flatten()
}

impl Moment {
    /// Reads what `Display` writes.
    pub(crate) fn from_iso(text: &str) -> Option<Self> {
        let Some((day, time)) = text.split_once('T') else {
            return Some(Self { day: text.parse().ok()?, time: None });
        };
        let (clock, zone) = time.split_at_checked(5)?;
        let (hour, minute) = pair(clock)?;
        let offset = match zone {
            "" => None,
            "Z" => Some(0),
            _ => {
                let (sign, zone) = zone.split_at_checked(1)?;
                let (hours, minutes) = pair(zone)?;
                match sign {
                    "+" => Some(hours * 60 + minutes),
                    "-" => Some(-hours * 60 - minutes),
                    _ => return None,
                }
            }
        };
        let shaped = hour < 24 && minute < 60;
        shaped.then_some(Self {
            day: day.parse().ok()?,
            time: Some(Time { hour: hour as u8, minute: minute as u8, offset }),
        })
    }
}

/// `HH:MM`
fn pair(text: &str) -> Option<(i16, i16)> {
    let (hours, minutes) = text.split_once(':')?;
    Some((digits(hours, 2)?, digits(minutes, 2)?))
}

#[cfg(test)]
mod tests {
    use super::{DateValue, Endpoint, Moment, Time};
    use crate::date::Day;
    use proptest::option;
    use proptest::prelude::*;

    #[test]
    fn what_is_written_is_read() {
        for text in [
            "2025-05-15",
            "2025-W20",
            "2025-05",
            "2025",
            "198X",
            "2025-04-01/2025-06-30",
            "/2025-06-30",
            "2025-04-01/",
            "2014/2018",
            "2014/2018-05-02",
            "2025-03/",
            "2025-W20/2025-W22",
        ] {
            assert_eq!(DateValue::from_iso(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in [
            "2025-05-15",
            "2025-05-15T09:07",
            "2025-05-15T09:07Z",
            "2025-05-15T23:59-05:00",
            "2025-05-15T00:00+05:30",
        ] {
            assert_eq!(Moment::from_iso(text).map(|moment| moment.to_string()).as_deref(), Some(text));
        }
    }

    fn days() -> impl Strategy<Value = Day> {
        let parts = (1_i16..=9999, 1_u8..=12, 1_u8..=31);
        parts.prop_filter_map("no such day", |(year, month, day)| Day::new(year, month, day))
    }

    fn endpoints() -> impl Strategy<Value = Endpoint> {
        prop_oneof![
            days().prop_map(Endpoint::Day),
            (1_i16..=9999, 1_u8..=53).prop_map(|(year, week)| Endpoint::Week(year, week)),
            (1_i16..=9999, 1_u8..=12).prop_map(|(year, month)| Endpoint::Month(year, month)),
            (1_i16..=9999).prop_map(Endpoint::Year),
        ]
    }

    fn values() -> impl Strategy<Value = DateValue> {
        prop_oneof![
            endpoints().prop_map(DateValue::from),
            (1_i16..=9999, 1_u8..=53).prop_map(|(year, week)| DateValue::Week(year, week)),
            (0_i16..=999).prop_map(|decade| DateValue::Decade(decade * 10)),
            (option::of(endpoints()), option::of(endpoints()))
                .prop_map(|(start, end)| DateValue::Interval(start, end)),
        ]
    }

    fn moments() -> impl Strategy<Value = Moment> {
        let offsets =
            option::of((0_i16..=14, 0_i16..60, any::<bool>()).prop_map(|(hours, minutes, ahead)| {
                let offset = hours * 60 + minutes;
                if ahead { offset } else { -offset }
            }));
        let times = (0_u8..24, 0_u8..60, offsets);
        (days(), option::of(times.prop_map(|(hour, minute, offset)| Time { hour, minute, offset })))
            .prop_map(|(day, time)| Moment { day, time })
    }

    proptest! {
        #[test]
        fn every_date_is_read_back(value in values()) {
            prop_assert_eq!(DateValue::from_iso(&value.to_string()), Some(value));
        }

        #[test]
        fn every_moment_is_read_back(moment in moments()) {
            prop_assert_eq!(Moment::from_iso(&moment.to_string()), Some(moment));
        }

        #[test]
        fn no_text_is_too_odd(text in "[0-9XWTZ/:+é-]{0,24}") {
            if let Some(value) = DateValue::from_iso(&text) {
                prop_assert_eq!(value.to_string(), text);
            }
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "2025-13-01",
            "2025-02-30",
            "25-05-15",
            "2025-05-15/x",
            "198X/199X",
            "198Y",
            "2025-W1",
            "é",
            "2025-05-15-1",
        ] {
            assert_eq!(DateValue::from_iso(text), None, "{text:?}");
        }
        for text in
            ["", "T09:07", "2025-05-15T9:07", "2025-05-15T24:00", "2025-05-15T09:07é", "2025-05-15T09:07+5"]
        {
            assert_eq!(Moment::from_iso(text), None, "{text:?}");
        }
    }
}
