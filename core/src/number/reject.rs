//! Numbers that assert nothing: years, clock times, scores, names, sections, ordinals, list markers, identifiers.

use super::amount::Amount;
use super::digits;
use super::measure::Source;
use super::numeral::Form;
use super::run::Run;
use crate::lexicon::{CalendarClass, Classes, NumberClass, Table, tables};
use crate::scan::{Kind, Shape, Token};

/// How many digits a number may have that counts nothing and has no marks between thousands.
const LONGEST_COUNT: usize = 15;

/// Whether an amount is no claim.
pub(super) fn rejects(run: Run<'_>, amount: &Amount) -> bool {
    glued_to_word(run, amount)
        || ordinal(run, amount)
        || date(run, amount)
        || clock(run, amount)
        || placed(run, amount)
        || listed(run, amount)
        || labelled(run, amount)
        || year(run, amount)
        || score(run, amount)
        || in_name(run, amount)
        || majority(run, amount)
        || anaphor(run, amount)
        || note(run, amount)
        || pronoun(run, amount)
}

/// `9AB8`, `TPP-11`, `A-10`, `401k`
fn glued_to_word(run: Run<'_>, amount: &Amount) -> bool {
    let start = amount.start.min(amount.numeral.tokens.start);
    let end = amount.numeral.tokens.end;
    if run.is_glued(end) && run.is_word(end) && amount.end == end && !run.any(end, Classes::COMPARATOR) {
        return true;
    }
    // `401k`, `an annual 10K`
    let race = amount.measure.is_none()
        && run.is(end - 1, "k")
        && run.any(start.wrapping_sub(1), Classes::ARTICLE.or(Classes::ADJECTIVE));
    if race || run.is(end - 1, "k") && run.is(end - 2, "401") {
        return true;
    }
    if run.is_glued(end) && run.surface(end) == "^" {
        return true;
    }
    let keyed = amount.measure.is_none() && amount.numeral.form == Form::Plain;
    if keyed && run.surface(start).len() > LONGEST_COUNT {
        return true;
    }
    // `the six-pointed star`
    let formed = amount.measure.is_none() && amount.end == end && run.glued(end, Kind::Hyphen);
    if formed
        && run.is_word(end + 1)
        && !run.is_one_of(end + 1, &["to", "or", "and"])
        && amount.numeral.power == 0
    {
        return true;
    }
    // `7-Eleven`
    let named = run.glued(end, Kind::Hyphen)
        && (run.token(end + 1).is_some_and(Token::is_capital)
            || run.is_word(start) && run.glued(end + 1, Kind::Number))
        && amount.end == end;
    let behind = run.is_glued(start) && run.kind(start.wrapping_sub(1), Kind::Hyphen);
    // `a one-on-one debate`
    let between = behind && run.is_word(start) && run.any(start.wrapping_sub(2), Classes::PREPOSITION);
    if named
        || between && amount.numeral.form == Form::Words
        || behind && run.is_word(start) && run.kind(start.wrapping_sub(2), Kind::Number)
    {
        return true;
    }
    let digits = run.kind(start, Kind::Number);
    // `in '99`
    if digits
        && run.is_glued(start)
        && run.is_one_of(start.wrapping_sub(1), &["'", "’", "‘"])
        && amount.measure.is_none()
    {
        return true;
    }
    if digits && run.is_glued(start) {
        let before = start.wrapping_sub(1);
        if run.is_word(before) || run.is_one_of(before, &["#", "^", "№", "/"]) {
            return true;
        }
        // `TPP-11`, but `to-260,000`, `now-18 month-old`
        let loose = Classes::ADVERB.or(Classes::PREPOSITION).or(Classes::CONJUNCTION).or(Classes::COMPARATOR);
        let prefix = before.wrapping_sub(1);
        let joined =
            run.any(prefix, loose.or(Classes::ARTICLE)) && !run.token(prefix).is_some_and(Token::is_capital);
        if run.kind(before, Kind::Hyphen) && !joined {
            return true;
        }
    }
    false
}

/// `22nd`, `twenty-first`
fn ordinal(run: Run<'_>, amount: &Amount) -> bool {
    let end = amount.numeral.tokens.end;
    if run.is_glued(end) && run.is_one_of(end, &["st", "nd", "rd", "th"]) {
        // `11st 4lb`
        let first = run.surface(end - 1).ends_with('1') && !run.surface(end - 1).ends_with("11");
        return first || !run.is(end, "st") || amount.measure.is_none();
    }
    let joint = end + usize::from(run.glued(end, Kind::Hyphen) || run.is(end, "and"));
    amount.numeral.form == Form::Words
        && joint >= amount.end
        && run.any(joint, Classes::ORDINAL)
        && (joint > end || !run.is(joint, "second"))
}

/// `March 29`, `Oct. 31`, `29 March`, `June of 2018`
fn date(run: Run<'_>, amount: &Amount) -> bool {
    // `the Sept. 11 attacks`, but `in May 400 people`
    let before_noun = amount.measure.as_ref().is_some_and(|unit| unit.source == Source::Noun)
        && amount.numeral.whole().is_some_and(|day| day <= 31);
    // `in the three months to 30 June` are no 30 months.
    let shared = amount.measure.as_ref().is_some_and(|unit| unit.tokens.end <= amount.start);
    let day = (amount.measure.is_none() || before_noun || shared) && amount.numeral.form == Form::Plain;
    if !day || amount.is_range {
        return false;
    }
    let start = amount.start;
    let at = start.wrapping_sub(
        1 + usize::from(run.kind(start.wrapping_sub(1), Kind::Period) || run.follows(start, &["of"])),
    );
    // `October 14 and 18`
    let second = run.follows(start, &["and", "to", "or"])
        && run.kind(start.wrapping_sub(2), Kind::Number)
        && run.any(start.wrapping_sub(3), Classes::MONTH);
    if second {
        return true;
    }
    let month = |at: usize| run.any(at, Classes::MONTH) && run.token(at).is_some_and(Token::is_capital);
    month(at) || month(amount.numeral.tokens.end)
}

/// `11 a.m.`, `9:30`, `at 7`
fn clock(run: Run<'_>, amount: &Amount) -> bool {
    let end = amount.numeral.tokens.end;
    if run.kind(end, Kind::Colon) && run.is_glued(end) && run.glued(end + 1, Kind::Number) {
        return true;
    }
    let clock = run.entry(Table::Calendar, end).and_then(|phrase| tables::CALENDAR.get(phrase.row as usize));
    if clock.is_some_and(|row| row.class == CalendarClass::Clock) && amount.measure.is_none() {
        return true;
    }
    // `since 12.15`
    let quarter = amount.numeral.form == Form::Decimal
        && run.surface(amount.numeral.tokens.start).len() <= 5
        && amount.numeral.single().is_some_and(|value| value < rust_decimal::Decimal::from(24));
    if quarter && amount.measure.is_none() && run.follows(amount.start, &["since", "until", "till"]) {
        return true;
    }
    let hour = amount.numeral.whole().is_some_and(|hour| hour <= 24);
    amount.measure.is_none()
        && hour
        && !amount.is_range
        && run.follows(amount.start, &["at", "until", "till"])
        && !run.is(amount.end, "or")
}

/// `the bottom three`, `men aged 18 to 34`: what picks out and does not assert.
fn placed(run: Run<'_>, amount: &Amount) -> bool {
    let ages = amount.is_range && run.follows(amount.start, &["aged", "ages"]);
    ages || idiom(run, amount)
        || amount.measure.is_none() && run.follows(amount.start, &["top", "bottom", "other"])
}

/// `1. First`, `2) Second`
fn listed(run: Run<'_>, amount: &Amount) -> bool {
    let end = amount.numeral.tokens.end;
    let first = run.token(amount.start).is_some_and(|token| token.shape.has(Shape::LINE_START))
        || amount.start == run.start;
    let whole =
        amount.numeral.form == Form::Plain && amount.numeral.whole().is_some_and(|number| number < 200);
    if !whole || amount.end != end {
        return false;
    }
    if first && run.kind(end, Kind::Period) && run.token(end + 1).is_some() {
        return true;
    }
    let opened = amount.start > run.start && run.kind(amount.start - 1, Kind::Open);
    run.kind(end, Kind::Close)
        && !opened
        && amount.numeral.whole().is_some_and(|number| number < 30)
        && !(run.start..amount.start).rev().take(24).any(|index| run.kind(index, Kind::Open))
}

/// `at one point`, `for one thing`, `on one side or another`
fn idiom(run: Run<'_>, amount: &Amount) -> bool {
    let Some(unit) = amount.measure.as_ref().filter(|_| amount.numeral.whole() == Some(1)) else {
        return false;
    };
    let other = run.is(amount.end, "or") && run.is_one_of(amount.end + 1, &["another", "other", "the"]);
    other
        || run.follows(amount.start, &["at"]) && matches!(&*unit.name, "point" | "time")
        || run.follows(amount.start, &["for"]) && unit.name == "thing"
        || unit.name == "bit"
}

/// `page 3`, `No. 5`, `Section 427`
fn labelled(run: Run<'_>, amount: &Amount) -> bool {
    if amount.numeral.form == Form::Vague
        || amount.measure.as_ref().is_some_and(|unit| unit.source != Source::Noun)
    {
        return false;
    }
    let start = amount.start;
    let at = start.wrapping_sub(
        1 + usize::from(run.kind(start.wrapping_sub(1), Kind::Period) && run.is_glued(start.wrapping_sub(1))),
    );
    run.any(at, Classes::LABEL)
}

/// `in 2019`, before it could part two numbers that belong together.
pub(super) fn bare_year(run: Run<'_>, amount: &Amount) -> bool {
    amount.measure.is_none()
        && amount.numeral.form == Form::Plain
        && amount.numeral.power == 0
        && amount.numeral.whole().is_some_and(|year| (1500..2100).contains(&year))
        && run.follows(amount.start, &["in", "since", "during"])
}

/// Years without a word that counts them.
fn year(run: Run<'_>, amount: &Amount) -> bool {
    let in_range = |year: u32| (1500..2100).contains(&year);
    if amount.numeral.form != Form::Plain || amount.numeral.power > 0 {
        return false;
    }
    let measured = amount.measure.as_ref().is_some_and(|unit| unit.source != Source::Noun);
    if measured {
        return false;
    }
    if amount.is_range {
        let super::result::Value::Range(Some(low), Some(high)) = amount.numeral.value else { return false };
        let whole = |number: super::Number| u32::try_from(number.decimal().trunc().mantissa()).unwrap_or(0);
        let counted = amount.measure.is_some()
            && !run.is(amount.start, "between")
            && !run.follows(amount.start, &["from"]);
        return !counted && in_range(whole(low)) && in_range(whole(high));
    }
    let Some(year) = amount.numeral.whole().filter(|year| in_range(*year)) else { return false };
    if run.follows(
        amount.start,
        &[
            "in", "since", "during", "until", "before", "after", "from", "through", "early", "late", "mid",
            "fiscal", "year",
        ],
    ) {
        return true;
    }
    // `by 2030`, but `rose by 2000`
    if run.follows(amount.start, &["by"]) && !run.any(amount.start.wrapping_sub(2), Classes::TREND) {
        return true;
    }
    // `circa 1850`, `c. 1850`
    let before = amount.start.wrapping_sub(1);
    let circa =
        run.is(amount.start, "circa") || run.kind(before, Kind::Period) && run.follows(before, &["c"]);
    if circa && amount.measure.is_none() {
        return true;
    }
    // `the war of 1812`, but `an average of 1500`
    let of_event = run.follows(amount.start, &["of"])
        && !run
            .follows(amount.start - 1, &["average", "total", "maximum", "minimum", "cost", "price", "sum"]);
    match &amount.measure {
        None => {
            ((1900..2100).contains(&year) || of_event)
                && !run.follows(amount.start, &["at", "to", "average", "cost", "costs"])
        }
        // `a map of 1702 shows it`
        Some(unit) if of_event && unit.tokens.len() == 1 && run.any(unit.tokens.start, Classes::VERB) => true,
        // `2019 World Cups`, `the 2014 elections`
        Some(_) => {
            (1900..2050).contains(&year)
                && (run.follows(amount.start, &["the", "its", "his", "their", "a", "of"]) || year % 100 != 0)
        }
    }
}

/// `2-2`, `a 3-1 win`
fn score(run: Run<'_>, amount: &Amount) -> bool {
    if amount.is_range || !amount.numeral.in_digits() {
        return false;
    }
    let (start, end) = (amount.numeral.tokens.start, amount.numeral.tokens.end);
    let hyphen = |at: usize| run.is_glued(at) && (run.kind(at, Kind::Hyphen) || run.kind(at, Kind::Dash));
    let left = hyphen(end) && run.glued(end + 1, Kind::Number);
    let before = start.wrapping_sub(1);
    let right = run.is_glued(start) && hyphen(before) && run.kind(before.wrapping_sub(1), Kind::Number);
    left || right || odds(run, amount)
}

/// `52 to 48`: votes, odds or goals where the first is the larger and nothing is counted.
fn odds(run: Run<'_>, amount: &Amount) -> bool {
    let small = |at: usize| {
        let number = digits::small(run.surface(at)).filter(|number| *number < 1000);
        number.filter(|_| run.kind(at, Kind::Number) && !run.is_glued(at))
    };
    let bare = |end: usize| {
        run.token(end).is_none_or(|next| !next.is_glued() || !next.is_word() && !next.is(Kind::Percent))
            && !run.any(end, Classes::UNIT.or(Classes::CURRENCY).or(Classes::MAGNITUDE))
    };
    let pair = |first: usize| {
        let moved = run.follows(first, &["from", "by", "to", "at", "rose", "fell"]);
        let both = small(first).zip(small(first + 2)).filter(|_| run.is(first + 1, "to") && !moved);
        both.is_some_and(|(left, right)| left >= right) && bare(first + 3)
    };
    let at = amount.numeral.tokens.start;
    amount.measure.is_none() && (pair(at) || at >= run.start + 2 && pair(at - 2))
}

/// `a 5-to-4 vote`, `two-to-one`
fn majority(run: Run<'_>, amount: &Amount) -> bool {
    let at = amount.numeral.tokens.start;
    let part = |at: usize| {
        let word = || run.number_word_of(at, NumberClass::Cardinal).and_then(|row| digits::small(row.value));
        digits::small(run.surface(at)).or_else(word)
    };
    let pair = |first: usize| {
        let to = run.glued(first + 1, Kind::Hyphen)
            && run.is(first + 2, "to")
            && run.glued(first + 3, Kind::Hyphen);
        to && part(first).zip(part(first + 4)).is_some_and(|(left, right)| left > right)
    };
    pair(at) || at >= run.start + 4 && pair(at - 4)
}

/// `Boeing 747`, `S&P 500`, `10 Downing Street`, `Channel Four`, `World War Two`
fn in_name(run: Run<'_>, amount: &Amount) -> bool {
    let unit = amount.measure.as_ref();
    if unit.is_some_and(|unit| unit.source != Source::Noun)
        || amount.is_range
        || amount.numeral.form == Form::Vague
    {
        return false;
    }
    let start = amount.start;
    let bare = amount.numeral.power == 0
        && !matches!(amount.numeral.form, Form::Grouped | Form::Decimal | Form::Fraction);
    let Some(before) = run.before(start) else { return address(run, amount) };
    let words =
        Classes::FUNCTION.or(Classes::VERB).or(Classes::CUE_VERB).or(Classes::TREND).or(Classes::COMPARATOR);
    let inner = run.surface(start - 1).chars().skip(1).any(char::is_uppercase) && before.is_word();
    let name = (before.is_capital() && start > run.start + 1 || inner) && !before.any(words);
    if amount.numeral.form == Form::Words {
        // `a manager of One Harbor`
        let capital = |at: usize| run.token(at).is_some_and(Token::is_capital);
        let one = unit.is_some_and(|unit| unit.tokens.len() == 1 && capital(unit.tokens.start));
        if one && amount.numeral.whole() == Some(1) && capital(start) && !run.kind(start - 1, Kind::Quote) {
            return true;
        }
        // `the Group of Seven`
        let group = (run.is(start - 1, "of") || run.kind(start - 1, Kind::Clitic))
            && run.before(start - 1).is_some_and(Token::is_capital);
        return (name || group)
            && run.token(amount.numeral.tokens.start).is_some_and(Token::is_capital)
            && (unit.is_none() || !before.any(Classes::PLACE.or(Classes::WEEKDAY)));
    }
    let verb = |unit: &super::measure::Measure| {
        unit.tokens.len() == 1 && run.any(unit.tokens.start, Classes::VERB.or(Classes::CUE_VERB))
    };
    let first = before.is_capital() && start == run.start + 1 && !before.any(words) && unit.is_none_or(verb);
    // `in London 12 people`, `on Tuesday 12 people`
    let counts = unit.is_some_and(|unit| !run.token(unit.tokens.start).is_some_and(Token::is_capital))
        && before.any(Classes::PLACE.or(Classes::WEEKDAY));
    bare && (name && !counts || first) || address(run, amount)
}

/// `575 Wilbraham Road`, `90049 ZIP Code`: a name follows and nothing is counted.
fn address(run: Run<'_>, amount: &Amount) -> bool {
    let end = amount.numeral.tokens.end;
    let name = run
        .token(end)
        .is_some_and(|next| next.is_capital() && !next.is_glued() && !next.any(Classes::FUNCTION));
    amount.numeral.form == Form::Plain && amount.measure.is_none() && name && amount.end == end
}

/// `[17]`, which points to a source; `a day or two`, `a stumble or two`, which is a few.
fn note(run: Run<'_>, amount: &Amount) -> bool {
    if amount.measure.is_some() || amount.end != amount.start + 1 {
        return false;
    }
    let pointed = run.follows(amount.start, &["["]) && run.is(amount.end, "]");
    let few = run.is(amount.start, "two")
        && run.follows(amount.start, &["or"])
        && run.any(amount.start.wrapping_sub(3), Classes::ARTICLE);
    pointed || few
}

/// `the two of them`, `these three`: people or things named before.
fn anaphor(run: Run<'_>, amount: &Amount) -> bool {
    amount.measure.is_none()
        && amount.numeral.form == Form::Words
        && amount.numeral.tokens.len() == 1
        && run.follows(amount.start, &["the", "these", "those"])
        && !run.glued(amount.end, Kind::Hyphen)
}

/// `one` that stands for somebody or something named before.
fn pronoun(run: Run<'_>, amount: &Amount) -> bool {
    let tokens = amount.numeral.tokens.clone();
    if amount.numeral.form != Form::Words
        || tokens.len() != 1
        || !run.is(tokens.start, "one")
        || amount.is_range
    {
        return false;
    }
    let Some(unit) = &amount.measure else { return true };
    // `said that one of the crew died`, but `each one of them`
    let of = run.is(tokens.end, "of");
    let determined = run.follows(amount.start, &["the", "this", "each", "every", "any", "no", "another"])
        || !of && run.follows(amount.start, &["that", "which"]);
    // `One day, …`, `One day in May …`
    let day = unit.name == "day"
        && (run.token(amount.end).is_none_or(|next| next.is(Kind::Comma))
            || amount.start == run.start
                && run.is_one_of(amount.end, &["in", "on", "when", "soon", "this", "last"]));
    determined && unit.source == Source::Noun || day
}
