//! Stretches from one date to another: `May 3-10`, `from March to May`, `between 2019 and 2021`.

use super::expression::{Base, Expression, Portion, Share, Year};
use super::grammar::{day_digits, follows, mark, nth, token, word, year_digits};
use super::named::{clause_end, from_day, from_month, month_day_of, ordinal_day};
use super::ordinal::quarter;
use super::phrase::{expression, part};
use super::written::DayOrder;
use super::year::{century, short_year, year_tail};
use crate::lexicon::{Classes, word};
use crate::scan::{Kind, Parsed, Scan, Token, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{preceded, terminated};

/// `mid-to-late 1990s`, `early to mid May`
pub(super) fn two_parts(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, (Expression, Expression)> {
    let joint = |at: usize| input.get(at).is_some_and(|next| next.word == word!("to"));
    if !joint(1) && !joint(2) {
        return fail(input);
    }
    let hyphen = || opt(mark(&[Kind::Hyphen]));
    let (rest, (first, _)) = (part, (hyphen(), word(&["to"]), hyphen())).parse(input)?;
    let (rest, last) = verify(|input| expression(input, order), |last| last.portion.is_some()).parse(rest)?;
    Ok((rest, (Expression { portion: Some(first), ..last }, last)))
}

/// Whether a token may join a number to another.
pub(super) fn joins(scan: &Scan<'_>, token: &Token) -> bool {
    const WORDS: [&str; 8] = ["to", "and", "or", "through", "up", "until", "till", "thru"];
    match token.kind {
        Kind::Hyphen | Kind::Dash | Kind::Symbol => true,
        Kind::Word => scan.is_one_of(token, &WORDS),
        _ => false,
    }
}

/// `first to third quarter of 2018`, `18th to the 19th century`
pub(super) fn to_nth(input: Tokens<'_>, between: bool) -> Parsed<'_, (Base, Base)> {
    let (rest, first) = nth(input, 20)?;
    let (rest, _) = (|input| joint(input, between), opt(word(&["the"]))).parse(rest)?;
    if let Ok((rest, last)) = century(rest) {
        let range = (Base::Century(first), Base::Century(last));
        return if first < last { Ok((rest, range)) } else { fail(input) };
    }
    match quarter(rest)? {
        (rest, Base::Share { share, year }) if first < share.nth => {
            let first = Share { nth: first, ..share };
            Ok((rest, (Base::Share { share: first, year }, Base::Share { share, year })))
        }
        _ => fail(input),
    }
}

/// `4-22 January, 1995`, `2 to 7 Feb`, `4 to 23 next month`
pub(super) fn days_then_month(input: Tokens<'_>, between: bool) -> Parsed<'_, (Expression, Expression)> {
    let (rest, first) = alt((ordinal_day, day_digits)).parse(input)?;
    let (rest, ()) = alt((|input| joint(input, between), slash)).parse(rest)?;
    let (rest, second) =
        preceded(opt(word(&["the"])), alt((from_day, day_in_month, month_day_of))).parse(rest)?;
    let from = match second {
        Base::Day { year, month, weekday: None, .. } => Base::Day { year, month, day: first, weekday: None },
        Base::MonthDay { month, weekday: None, .. } => Base::MonthDay { day: first, weekday: None, month },
        _ => return fail(input),
    };
    Ok((rest, (from.into(), second.into())))
}

/// `22 in January`, behind `from 4 to`
fn day_in_month(input: Tokens<'_>) -> Parsed<'_, Base> {
    let (rest, (day, ())) = (alt((ordinal_day, day_digits)), word(&["in"])).parse(input)?;
    match from_month(rest)? {
        (rest, Base::Month { year, month, .. }) => Ok((rest, Base::Day { year, month, day, weekday: None })),
        _ => fail(input),
    }
}

/// What joins the ends of a stretch. `2019 and 2021` are two years, unless `between` stands before them.
pub(super) fn joint(input: Tokens<'_>, between: bool) -> Parsed<'_, ()> {
    let Some(first) = input.first().filter(|first| joins(input.scan, first)) else { return fail(input) };
    if first.is(Kind::Symbol) {
        return token(|_, surface| (surface == "~").then_some(()))(input);
    }
    let to = (opt(word(&["through", "up"])), word(&["to"])).map(|_| ());
    let worded = alt((to, word(&["through", "thru", "until", "till"])));
    let and = |input| if between { word(&["and"])(input) } else { fail(input) };
    alt((mark(&[Kind::Hyphen, Kind::Dash]), worded, and)).parse(input)
}

/// `/` between the days of `5/6 May`
fn slash(input: Tokens<'_>) -> Parsed<'_, ()> {
    let glued = input.get(1).is_some_and(Token::is_glued);
    if glued { mark(&[Kind::Slash])(input) } else { fail(input) }
}

/// The other end of a stretch that begins with `first`.
pub(super) fn tail(
    input: Tokens<'_>,
    first: Expression,
    order: DayOrder,
    between: bool,
) -> Parsed<'_, (Expression, Expression)> {
    let (input, _) = opt(mark(&[Kind::Comma])).parse(input)?;
    let (rest, ()) = joint(input, between)?;
    let (rest, _) = opt(word(&["the"])).parse(rest)?;
    // `from March to date`, `from 2010 to the present`, `2010 to present`
    let present = terminated(word(&["present"]), clause_end);
    let now = if follows(rest, &["the"]) {
        word(&["present"])(rest)
    } else {
        alt((word(&["date"]), present)).parse(rest)
    };
    if let Ok((rest, ())) = now {
        return Ok((rest, (first, Base::Today(0).into())));
    }
    // `from 1985 to '89`
    if let (Base::Year(_), Ok((rest, last))) = (first.base, short_year(rest)) {
        return Ok((rest, (first, Base::Year(Year::Given(last)).into())));
    }
    if let Ok((rest, second)) = same_month(rest, first) {
        return Ok((rest, (with_year_of(first, second), second)));
    }
    let (rest, _) = opt(terminated(word(&["year"]), peek(year_digits))).parse(rest)?;
    let (rest, second) = expression(rest, order)?;
    let dash = input.first().is_some_and(|token| token.is(Kind::Dash));
    if dash && !alike(first.base, second.base) || !makes_stretch(first, second) {
        return fail(input);
    }
    Ok((rest, (placed_by(first, second), second)))
}

/// The first in the week or month that the second names for both: `Monday to Friday next week`, `Friday 5 to Sunday 7 May`.
fn placed_by(first: Expression, second: Expression) -> Expression {
    let base = match (first.base, second.base) {
        (Base::Weekday { weekday, step: None }, Base::WeekdayOf { week, weekday: last }) => {
            // `from Sunday to Friday last week`
            Base::WeekdayOf { weekday, week: week - i8::from(weekday > last) }
        }
        (Base::MonthDay { day, weekday, month: None }, Base::Day { year, month, day: last, .. })
            if day <= last =>
        {
            Base::Day { year, month, day, weekday }
        }
        (base, _) => base,
    };
    Expression { base, ..first }
}

/// `10` behind `May 3-`: a day of the same month.
fn same_month(input: Tokens<'_>, first: Expression) -> Parsed<'_, Expression> {
    let Base::Day { month, year: given, .. } = first.base else { return fail(input) };
    let (rest, day) = alt((ordinal_day, day_digits)).parse(input)?;
    let (rest, year) = opt(year_tail).parse(rest)?;
    // `May 3 to 10 people`, `May 3-4/5`, `May 28 to the 3rd of June`
    let another = preceded(opt(word(&["of"])), super::grammar::month).parse(rest).is_ok();
    if year.is_none() && (another || rest.first().is_some_and(goes_on)) {
        return fail(input);
    }
    let year = year.unwrap_or(given);
    Ok((rest, Base::Day { year, month, day, weekday: None }.into()))
}

/// Whether a number before the token is more than a day of the month.
pub(super) fn goes_on(token: &Token) -> bool {
    match token.kind {
        Kind::Word => !token.any(Classes::FUNCTION.or(Classes::VERB).or(Classes::CUE_VERB)),
        Kind::Slash | Kind::Hyphen | Kind::Percent | Kind::Number => true,
        Kind::Colon => token.is_glued(),
        _ => false,
    }
}

/// The first with the year that stands behind the second.
fn with_year_of(first: Expression, second: Expression) -> Expression {
    match (first.base, second.base) {
        (Base::Day { year: Year::Unsaid, month, day, weekday }, Base::Day { year, .. }) => {
            Expression { base: Base::Day { year, month, day, weekday }, ..first }
        }
        _ => first,
    }
}

/// Whether two dates are of one kind.
fn alike(first: Base, second: Base) -> bool {
    std::mem::discriminant(&first) == std::mem::discriminant(&second)
}

/// Whether two dates can be the ends of a stretch: both name days that the calendar knows.
fn makes_stretch(first: Expression, second: Expression) -> bool {
    // `the second to last Friday of May`
    let day = matches!(first.base, Base::MonthDay { weekday: None, month: None, .. });
    let whole = second.pick.is_none() && second.portion.is_none_or(|portion| portion == Portion::End);
    let named = |base: Base| match base {
        Base::MonthDay { .. }
        | Base::Day { .. }
        | Base::Weekday { step: None, .. }
        | Base::Holiday { .. } => true,
        _ => second.portion.is_some(),
    };
    if day && !(whole && named(second.base)) {
        return false;
    }
    let ends = |base: Base| {
        !matches!(base, Base::Season | Base::Unknown(_) | Base::Rolling { .. } | Base::Years(..))
    };
    ends(first.base) && ends(second.base)
}
