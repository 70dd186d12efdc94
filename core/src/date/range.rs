//! Stretches from one date to another, and open ones: `May 3-10`, `from March to May`, `since 2019`, `2016 or later`.

use super::expression::{
    Base, Expression, Mention, Portion, Sense, Share, Shift, Side, Step, Unit, Way, Year,
};
use super::grammar::{
    day_digits, entry, follows, mark, number, ordinal, ordinal_letters, token, weekday, word, year_digits,
};
use super::list::{ahead_of_month, behind_month, with_year_behind};
use super::named::{clause_end, from_day, from_month, month_day_of, ordinal_day};
use super::opening::OPENINGS;
use super::ordinal::quarter;
use super::phrase::{expression, part};
use super::relative::{ABOUT, between_lengths};
use super::written::DayOrder;
use super::year::{short_year, year_tail};
use crate::lexicon::{CalendarClass, Classes, word};
use crate::scan::{Kind, Parsed, Scan, Token, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{preceded, terminated};
use std::ops::Range;

/// A mention with the tokens it covers.
pub(super) struct Found {
    pub(super) mention: Mention,
    pub(super) tokens: Range<usize>,
}

/// The mention at a candidate; what opens a stretch (`from`, `since`) is looked for behind `floor`.
pub(super) fn mention(input: Tokens<'_>, floor: usize, order: DayOrder) -> Option<Found> {
    let before = Before { scan: input.scan, floor, at: input.start };
    let first = input.first()?;
    if is_number(first) && is_joined(input, first) {
        if let Ok((rest, (from, to))) = shares_then_year(input, before.is_between()) {
            return Some(before.range(from.into(), to.into(), rest.start));
        }
        if let Ok((rest, (from, to))) = days_then_month(input, before.is_between()) {
            return Some(before.range(from, to, rest.start));
        }
        if let Ok((rest, (from, to))) = between_lengths(input, |input| {
            joint(input, before.is_between()).or_else(|_| word(&["or"])(input))
        }) {
            return Some(before.range(from.into(), to.into(), rest.start));
        }
        if let Ok((rest, day)) = ahead_of_month(input) {
            return Some(before.one(day, rest));
        }
    }
    if let Ok((rest, (from, to))) = two_parts(input, order) {
        return Some(Found { mention: Mention::Range(from, to), tokens: input.start..rest.start });
    }
    let (rest, first) = expression(input, order).ok()?;
    if let Some(found) = before.days_of_week(first, rest) {
        return Some(found);
    }
    // `from Monday morning to Friday evening`
    let (behind, _) = opt(entry(CalendarClass::Daypart)).parse(rest).ok()?;
    if behind.first().is_some_and(|next| joins(input.scan, next)) {
        if let Ok((rest, (from, to))) = tail(behind, first, order, before.is_between()) {
            return Some(before.range(from, to, rest.start));
        }
    }
    Some(before.one(with_year_behind(first, rest, order), rest))
}

/// `mid-to-late 1990s`, `early to mid May`
fn two_parts(input: Tokens<'_>, order: DayOrder) -> Parsed<'_, (Expression, Expression)> {
    let joint = |at: usize| input.get(at).is_some_and(|next| next.word == word!("to"));
    if !joint(1) && !joint(2) {
        return fail(input);
    }
    let hyphen = || opt(mark(&[Kind::Hyphen]));
    let (rest, (first, _)) = (part, (hyphen(), word(&["to"]), hyphen())).parse(input)?;
    let (rest, last) = verify(|input| expression(input, order), |last| last.portion.is_some()).parse(rest)?;
    Ok((rest, (Expression { portion: Some(first), ..last }, last)))
}

fn is_number(token: &Token) -> bool {
    token.is(Kind::Number) || token.any(Classes::ORDINAL.or(Classes::NUMBER))
}

/// Whether a number at the front may be joined to another: digits are one token, or two with the letters of an ordinal,
/// words no more than three.
fn is_joined(input: Tokens<'_>, first: &Token) -> bool {
    let letters = || input.get(1).is_some_and(|next| next.is_word() && next.is_glued());
    let longest = if first.is(Kind::Number) { 1 + usize::from(letters()) } else { 3 };
    (1..=longest).any(|ahead| input.get(ahead).is_some_and(|token| joins(input.scan, token)))
}

/// Whether a token may join a number to another.
fn joins(scan: &Scan<'_>, token: &Token) -> bool {
    const WORDS: [&str; 8] = ["to", "and", "or", "through", "up", "until", "till", "thru"];
    match token.kind {
        Kind::Hyphen | Kind::Dash | Kind::Symbol => true,
        Kind::Word => scan.is_one_of(token, &WORDS),
        _ => false,
    }
}

/// The next day of a list of days, `6` of `May 5 and 6`, behind the one just found.
pub(super) fn next_in_list(input: Tokens<'_>, last: Mention) -> Option<Found> {
    let Mention::One(last) = last else { return None };
    let (rest, (next, start)) = behind_month(input, last).ok()?;
    Some(Found { mention: Mention::One(next), tokens: start..rest.start })
}

/// `first to third quarter of 2018`
fn shares_then_year(input: Tokens<'_>, between: bool) -> Parsed<'_, (Base, Base)> {
    let digits = terminated(number.map(|(value, _)| value), ordinal_letters);
    let (rest, first) = verify(alt((ordinal, digits)), |nth| (1..=3).contains(nth)).parse(input)?;
    let (rest, ()) = joint(rest, between)?;
    match preceded(opt(word(&["the"])), quarter).parse(rest)? {
        (rest, Base::Share { share, year }) if first < u32::from(share.nth) => {
            let first = Share { nth: first as u8, ..share };
            Ok((rest, (Base::Share { share: first, year }, Base::Share { share, year })))
        }
        _ => fail(input),
    }
}

/// `4-22 January, 1995`, `2 to 7 Feb`, `4 to 23 next month`
fn days_then_month(input: Tokens<'_>, between: bool) -> Parsed<'_, (Expression, Expression)> {
    let (rest, first) = alt((ordinal_day, day_digits)).parse(input)?;
    let (rest, ()) = joint(rest, between)?;
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
fn joint(input: Tokens<'_>, between: bool) -> Parsed<'_, ()> {
    let Some(first) = input.first().filter(|first| joins(input.scan, first)) else { return fail(input) };
    if first.is(Kind::Symbol) {
        return token(|_, surface| (surface == "~").then_some(()))(input);
    }
    let to = (opt(word(&["through", "up"])), word(&["to"])).map(|_| ());
    let worded = alt((to, word(&["through", "thru", "until", "till"])));
    let and = |input| if between { word(&["and"])(input) } else { fail(input) };
    alt((mark(&[Kind::Hyphen, Kind::Dash]), worded, and)).parse(input)
}

/// The other end of a stretch that begins with `first`.
fn tail(
    input: Tokens<'_>,
    first: Expression,
    order: DayOrder,
    between: bool,
) -> Parsed<'_, (Expression, Expression)> {
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
    Ok((rest, (in_week_of(first, second), second)))
}

/// The first in the week that the second names for both: `Monday to Friday next week`.
fn in_week_of(first: Expression, second: Expression) -> Expression {
    match (first.base, second.base) {
        (Base::Weekday { weekday, step: None }, Base::WeekdayOf { week, .. }) => {
            Expression { base: Base::WeekdayOf { weekday, week }, ..first }
        }
        _ => first,
    }
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

/// What stands before a date.
#[derive(Clone, Copy)]
struct Before<'s> {
    scan: &'s Scan<'s>,
    floor: usize,
    at: usize,
}

impl Before<'_> {
    /// Whether one of some words stands right before.
    fn is(self, words: &[&str]) -> bool {
        self.at > self.floor && self.scan.is_one_of(&self.scan.tokens[self.at - 1], words)
    }

    /// Steps back over one of some words, if it stands there.
    fn skip(self, words: &[&str]) -> Self {
        Self { at: self.at - usize::from(self.is(words)), ..self }
    }

    /// Steps back over words that must all stand there, the last first.
    fn phrase(self, words: &[&str]) -> Option<Self> {
        words.iter().try_fold(self, |before, word| before.is(&[word]).then(|| before.skip(&[word])))
    }

    /// Whether the date opens with a month or weekday.
    fn opens_with_name(self) -> bool {
        self.scan.tokens[self.at].any(Classes::MONTH.or(Classes::WEEKDAY))
    }

    fn is_between(self) -> bool {
        self.skip(&["year", "years"]).skip(&["the"]).is(&["between"])
    }

    /// A stretch with its opening word.
    fn range(self, from: Expression, to: Expression, end: usize) -> Found {
        let year = matches!(from.base, Base::Year(_));
        let opened = if year { self.skip(&["year", "years"]) } else { self }.skip(&["the"]);
        let away = matches!(from.base, Base::Away { step, .. } if step.by > 0);
        let start = if opened.is(&["from", "between"]) || away && opened.is(&["in"]) {
            opened.at - 1
        } else if takes_article(from) {
            opened.at
        } else {
            self.at
        };
        Found { mention: Mention::Range(from, to), tokens: start..end }
    }

    /// `next week between Wednesday and Friday`
    fn days_of_week(self, week: Expression, rest: Tokens<'_>) -> Option<Found> {
        let Base::Period { unit: Unit::Week, step } = week.base else { return None };
        let opened = (word(&["from", "between"]), weekday, |input| joint(input, true), weekday);
        let (rest, ((), from, (), to)) = { opened }.parse(rest).ok()?;
        let day = |weekday| Expression::from(Base::WeekdayOf { weekday, week: step.by });
        Some(Found { mention: Mention::Range(day(from), day(to)), tokens: self.at..rest.start })
    }

    /// A date alone, or a stretch that is open on one side.
    fn one(self, expression: Expression, rest: Tokens<'_>) -> Found {
        let opened = self.skip(&["the"]);
        if let Ok((behind, side)) = side_behind(rest, opened.is(&["from"])) {
            // `from 2016 onwards`, but `from 2016 or later`
            let onward = opened.is(&["from"]) && follows(behind, &["on", "onward", "onwards"]);
            let at = if onward { opened.at - 1 } else { self.at };
            return Found { mention: Mention::Open(side, expression), tokens: at..behind.start };
        }
        let end = rest.start;
        // `what we go through now`
        let now = self.is(&["through"]) && expression.base == Base::Today(0);
        if let Some((side, at)) = self.side().filter(|_| !now && stands_alone(rest, self.is(&["the"]))) {
            return Found { mention: Mention::Open(side, expression), tokens: at..end };
        }
        if let Some(found) = self.limited(expression, end) {
            return found;
        }
        let at = match expression.base {
            Base::Away { step, .. } if step.by > 0 => {
                let opened = self.skip(&ABOUT);
                if opened.is(&["in", "within"]) { opened.at - 1 } else { self.at }
            }
            // `the May 5 vote` has the article of the vote.
            Base::Day { .. } if expression == expression.base.into() && self.opens_with_name() => self.at,
            _ if takes_article(expression) => self.skip(&["the"]).at,
            // `calendar year 2008`, `year 2008`
            Base::Year(Year::Given(_)) => self.skip(&["year"]).skip(&["calendar"]).at,
            _ => self.at,
        };
        Found { mention: Mention::One(expression), tokens: at..end }
    }

    /// `more than two weeks ago`, `less than two weeks from today`, `within two weeks`: up to or from a date that is so
    /// far away.
    fn limited(self, expression: Expression, end: usize) -> Option<Found> {
        let ahead = match (expression.shift, expression.base) {
            (Some(Shift { way: Way::Before, .. }), _) => false,
            (Some(Shift { way: Way::After, .. }), _) => true,
            (Some(_), _) => return None,
            (None, Base::Away { step, .. } | Base::Rolling { step, .. }) => step.by > 0,
            _ => return None,
        };
        let rolling = matches!(expression.base, Base::Rolling { .. });
        let more = [&["than", "more"] as &[&str], &["least", "at"], &["over"]];
        let more = more.iter().find_map(|words| self.phrase(words)).filter(|_| !rolling);
        let expression = to_the_day(expression);
        let less = [&["than", "less"] as &[&str], &["than", "more", "no"], &["than", "more", "not"]];
        let less = less.iter().find_map(|words| self.phrase(words)).filter(|_| !rolling);
        let within = self.skip(&["the"]).phrase(&["within"]);
        let (mention, before) = if let (Some(before), None) = (more, less) {
            (Mention::Open(if ahead { Side::Since } else { Side::Until }, expression), before)
        } else {
            // `within 3 days after Christmas` begins with it.
            let near = if expression.shift.is_some() { expression.base } else { Base::Today(0) };
            let (near, far) = (near.into(), expression);
            (if ahead { Mention::Range(near, far) } else { Mention::Range(far, near) }, less.or(within)?)
        };
        Some(Found { mention, tokens: before.at..end })
    }

    /// `>= 2019`, `< 2019`
    fn sign(self) -> Option<(Side, usize)> {
        let equal = self.skip(&["="]);
        let side = match (equal.is(&[">"]), equal.is(&["<"]), equal.at < self.at) {
            (true, _, true) => Side::Since,
            (true, _, false) => Side::After,
            (_, true, true) => Side::Until,
            (_, true, false) => Side::Before,
            _ => return None,
        };
        Some((side, equal.at - 1))
    }

    /// The word before that opens a stretch, and where it begins.
    fn side(self) -> Option<(Side, usize)> {
        let bare = self.skip(&["the"]);
        // `since at least 2015`, `until about May`
        let bare =
            bare.phrase(&["least", "at"]).unwrap_or_else(|| bare.skip(&["about", "around", "roughly"]));
        let at = bare.at.checked_sub(1).filter(|at| *at >= bare.floor)?;
        let word = self.scan.tokens[at].word;
        let Some((_, openings)) = OPENINGS.iter().find(|(last, _)| *last == word) else {
            return bare.sign();
        };
        let before = Self { at, ..bare };
        let (side, opened) =
            openings.iter().find_map(|(words, side)| Some((*side, before.phrase(words)?)))?;
        // `the run-up to Christmas`
        let joined = opened.at > self.floor && self.scan.tokens[opened.at - 1].is(Kind::Hyphen);
        (!joined).then_some((side, opened.at))
    }
}

/// A limit is counted to the day: `within a week` ends seven days from now, not with the week that this is in.
fn to_the_day(expression: Expression) -> Expression {
    match expression.base {
        Base::Away { length, step } if step.sense == Sense::Calendar && expression.shift.is_none() => {
            let way = if step.by > 0 { Way::After } else { Way::Before };
            Expression { shift: Some(Shift { length, way }), ..Base::Today(0).into() }
        }
        _ => expression,
    }
}

/// `and later`, `or earlier`, `onwards`, and `on` where `from` stands before the date
fn side_behind(input: Tokens<'_>, from: bool) -> Parsed<'_, Side> {
    let joint = word(&["and", "or"]);
    let (rest, joined) = opt(joint).parse(input)?;
    let onward = word(&["onward", "onwards"]).map(|()| Side::Since);
    let on = |input| if from { terminated(word(&["on"]), clause_end).parse(input) } else { fail(input) };
    if joined.is_none() {
        return alt((onward, on.map(|()| Side::Since))).parse(rest);
    }
    let later = word(&["later", "thereafter", "beyond"]).map(|()| Side::Since);
    let earlier = word(&["earlier"]).map(|()| Side::Until);
    if let Ok(found) = alt((later, earlier, onward)).parse(rest) {
        return Ok(found);
    }
    let after = word(&["after"]).map(|()| Side::Since);
    let before = word(&["before"]).map(|()| Side::Until);
    let (rest, side) = alt((after, before)).parse(rest)?;
    // `2016 and before the vote`, `2010 and before 2018`
    let ends = rest.first().is_none_or(|token| {
        token.is_end_mark() || matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Close | Kind::Quote)
    });
    if ends { Ok((rest, side)) } else { fail(input) }
}

/// Whether a date is what `after` or `since` before it governs, not a noun behind it as in `after Monday's vote` and
/// `since the 2008 crisis`.
pub(super) fn stands_alone(rest: Tokens<'_>, article: bool) -> bool {
    let Some(next) = rest.first() else { return true };
    // Behind `until the July 25`, `vote` is no verb.
    let verb = next.any(Classes::VERB.or(Classes::CUE_VERB)) && !article;
    let modifies = next.is_word() && !next.any(Classes::FUNCTION) && !verb;
    !modifies && !matches!(next.kind, Kind::Clitic | Kind::Hyphen)
}

/// Whether the article before it belongs to a date: `the 1980s`, `the first week of May`, but not `the last week`.
fn takes_article(expression: Expression) -> bool {
    if expression.pick.is_some()
        || expression.shift.is_some()
        || matches!(
            expression.portion,
            Some(
                Portion::WeekOf
                    | Portion::WeekTo
                    | Portion::WeekendOf
                    | Portion::WeekBeside(_)
                    | Portion::WeekendBeside { .. }
                    | Portion::WeekdayBeside { .. }
            )
        )
    {
        return true;
    }
    let own = match expression.base {
        Base::Years(first, last) => last - first == 99,
        Base::Decade(_)
        | Base::Century(_)
        | Base::MonthDay { .. }
        | Base::Share { .. }
        | Base::Day { .. } => true,
        Base::Today(days) => days.abs() > 1,
        // `the Friday of next week`, `the Monday before last`, `the week after next`
        Base::WeekdayOf { .. } | Base::WeekdaysAway { .. } => true,
        Base::Period { step: Step { by: -2 | 2, .. }, .. } => true,
        // `the weekend`, `the next day`
        Base::Period { unit, .. } => matches!(unit, Unit::Weekend | Unit::Day),
        _ => false,
    };
    own && expression.portion.is_none()
}
