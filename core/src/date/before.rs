//! What stands before and right behind a date and belongs to it: its article, and what opens a stretch on one side, as in
//! `since 2019`, `within two weeks`, `2016 or later`.

use super::expression::{Base, Expression, Mention, Portion, Sense, Shift, Side, Step, Unit, Way, Year};
use super::grammar::{follows, token, weekday, word};
use super::mention::Found;
use super::named::clause_end;
use super::opening::OPENINGS;
use super::range::joint;
use super::relative::ABOUT;
use crate::lexicon::Classes;
use crate::scan::{Kind, Parsed, Scan, Tokens, fail};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::terminated;

/// What stands before a date.
#[derive(Clone, Copy)]
pub(super) struct Before<'s> {
    pub(super) scan: &'s Scan<'s>,
    pub(super) floor: usize,
    pub(super) at: usize,
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

    /// Whether `from` or `between` opens a stretch that begins with the date.
    pub(super) fn is_opened(self) -> bool {
        self.is_between() || self.skip(&["the"]).is(&["from"])
    }

    pub(super) fn is_between(self) -> bool {
        self.skip(&["year", "years"]).skip(&["the"]).is(&["between"])
    }

    /// A stretch with its opening word.
    pub(super) fn range(self, from: Expression, to: Expression, end: usize) -> Found {
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
    pub(super) fn days_of_week(self, week: Expression, rest: Tokens<'_>) -> Option<Found> {
        let Base::Period { unit: Unit::Week, step } = week.base else { return None };
        let opened = (word(&["from", "between"]), weekday, |input| joint(input, true), weekday);
        let (rest, ((), from, (), to)) = { opened }.parse(rest).ok()?;
        let day = |weekday| Expression::from(Base::WeekdayOf { weekday, week: step.by });
        Some(Found { mention: Mention::Range(day(from), day(to)), tokens: self.at..rest.start })
    }

    /// A date alone, or a stretch that is open on one side.
    pub(super) fn one(self, expression: Expression, rest: Tokens<'_>) -> Found {
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
        // `the flow through the 1990s rose` has the article of the date.
        let own =
            || matches!(expression.base, Base::Decade(_) | Base::Century(_)) || expression.pick.is_some();
        let alone = || stands_alone(rest, self.is(&["the"]) && !own());
        if let Some((side, at)) = self.side(expression.base).filter(|_| !now && alone()) {
            return Found { mention: Mention::Open(side, expression), tokens: at..end };
        }
        if let Some(found) = self.week_code(expression, end).or_else(|| self.limited(expression, end)) {
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

    /// `w/c 5 May`, `w/e 9 May`: the week that commences or ends with a day.
    fn week_code(self, expression: Expression, end: usize) -> Option<Found> {
        let start = self.at.checked_sub(3).filter(|start| *start >= self.floor)?;
        let day = matches!(expression.base, Base::Day { .. } | Base::MonthDay { .. } | Base::Weekday { .. });
        if !self.scan.tokens[start + 1].is(Kind::Slash) || !day || expression != expression.base.into() {
            return None;
        }
        let is = |index: usize, letter: &str| self.scan.word(index).eq_ignore_ascii_case(letter);
        let portion = match () {
            () if !is(start, "w") => return None,
            () if is(start + 2, "c") => Portion::WeekOf,
            () if is(start + 2, "e") => Portion::WeekTo,
            () => return None,
        };
        let week = Expression { portion: Some(portion), ..expression };
        Some(Found { mention: Mention::One(week), tokens: start..end })
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
    fn side(self, base: Base) -> Option<(Side, usize)> {
        // `after the year 2000`
        let year = matches!(base, Base::Year(Year::Given(_)));
        let bare = if year { self.skip(&["year"]) } else { self }.skip(&["the"]);
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
    let plus = token(|token, surface| (token.is_glued() && surface == "+").then_some(()));
    let onward = alt((word(&["onward", "onwards"]), plus)).map(|()| Side::Since);
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
