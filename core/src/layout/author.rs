//! The names in a byline: people and agencies, cut off from jobs, outlets and dates.

use super::wording;
use crate::lexicon::{self, Classes, FurnitureKind, Table};
use crate::name::{self, NameKind};
use crate::scan::{Kind, Scan, Shape, Token, Tokens};
use crate::short::Short;
use crate::span::Span;
use std::ops::Range;

/// The most authors of one byline.
const MOST: usize = 16;

/// The longest name, in tokens.
const LONGEST: usize = 14;

/// What a job is called by.
const JOB: Classes = Classes::TITLE.or(Classes::PERSON_NOUN);

/// What speaks for names, beside how they look.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Trust {
    /// Nothing: they must be names of people, or an agency alone.
    Looks,
    /// A date, a job, an address on the same line: any name of two words will do.
    Beside,
    /// `By` before them: any name.
    Led,
}

/// The authors at the start of a run of tokens, and the token behind them.
pub(super) fn read(scan: &Scan<'_>, range: Range<usize>, trust: Trust) -> (Vec<Span>, usize) {
    let (mut people, mut agencies) = (Vec::new(), Vec::new());
    let (mut at, mut end) = (range.start, range.start);
    while at < range.end && people.len() + agencies.len() < MOST {
        // Behind `,` and `|` a job or an outlet may stand as well as a further name.
        let loose = at > range.start && !joins_names(scan, at - 1);
        if let Some(next) = agency(scan, at, range.end) {
            agencies.push(scan.span_of(at..next));
            end = next;
        } else if let Some((name, next)) =
            person(scan, at..range.end, trust).filter(|_| !loose || goes_on(scan, at, range.end))
        {
            people.push(scan.span_of(name));
            end = next;
        } else {
            break;
        }
        match connector(scan, end, range.end) {
            Some(next) => at = next,
            None => break,
        }
    }
    // An agency beside people is whom they work for.
    if people.is_empty() && (trust >= Trust::Beside || end == range.end) {
        (agencies, end)
    } else {
        (people, end)
    }
}

/// The token behind `,`, `and`, `&`, `;` or `, and` at `at`.
fn connector(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    let joins = |index: usize| {
        let token = &scan.tokens[index];
        joins_names(scan, index)
            || matches!(token.kind, Kind::Comma | Kind::Bullet)
            || token.is(Kind::Symbol) && scan.word(index) == "|"
    };
    let next = (at..end.min(at + 3)).find(|index| !joins(*index)).unwrap_or(end.min(at + 3));
    (next > at && next < end).then_some(next)
}

/// Whether a token joins names and nothing else: `and`, `&`, `;`, `/`.
fn joins_names(scan: &Scan<'_>, index: usize) -> bool {
    let token = &scan.tokens[index];
    token.is_word() && scan.is_one_of(token, &["and"])
        || token.is(Kind::Symbol) && matches!(scan.word(index), "&" | "+")
        || matches!(token.kind, Kind::Semicolon | Kind::Slash)
}

/// The end of an agency's or outlet's name at `at`; `Time`, `Staff` and the like only where no name goes on behind.
fn agency(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    let phrase = agency_at(scan, at, end)?;
    let next = scan.tokens.get(phrase).filter(|_| phrase < end);
    (!next.is_some_and(|token| token.is_capital() && !is_calendar(token))).then_some(phrase)
}

/// The end of an entry of the agency table at `at`, which must have a capital.
fn agency_at(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    let phrase = scan.entry_at(Table::Agency, at, end)?.end;
    scan.tokens[at..phrase].iter().any(Token::is_capital).then_some(phrase)
}

pub(super) fn is_calendar(token: &Token) -> bool {
    token.any(Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR))
}

/// Whether a date begins with the word at `at`: `May 12`, `Monday, 12 May`. `April`, `June` and `May` are names too, so that a
/// number must follow on the same line, with nothing but words of the calendar and marks between.
fn opens_date(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let passed = |token: &&Token| is_calendar(token) || matches!(token.kind, Kind::Comma | Kind::Period);
    let behind = || scan.tokens[at + 1..end].iter().take(4).find(|token| !passed(token));
    is_calendar(&scan.tokens[at]) && behind().is_some_and(|token| token.is(Kind::Number))
}

/// Whether the word at `at` belongs to a job or an outlet.
pub(super) fn is_job(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    scan.tokens[at].any(JOB) || agency_at(scan, at, end).is_some()
}

/// Whether what stands behind a comma is a further person rather than a job or an outlet.
fn goes_on(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let titled = scan.tokens[at].any(Classes::HONORIFIC);
    let stopped = scan.tokens.get(at + 1).is_some_and(|token| titled && token.is(Kind::Period));
    let at = (at + usize::from(titled) + usize::from(stopped)).min(end - 1);
    let ahead = &scan.tokens[at..end.min(at + 6)];
    let listed = ahead.iter().skip(2).any(|token| token.is_word() && scan.is_one_of(token, &["and"]));
    let first = &scan.tokens[at];
    let known = first.any(Classes::GIVEN_NAME) && !first.any(Classes::ALSO_WORD);
    !ahead.iter().take(4).any(|token| token.any(JOB)) && (known || listed)
}

/// A person's name at the start of a run, without titles, and the token behind it.
fn person(scan: &Scan<'_>, range: Range<usize>, trust: Trust) -> Option<(Range<usize>, usize)> {
    let (end, words) = segment(scan, range.clone())?;
    let read = name::read(Tokens::new(scan, range.start, end));
    // The grammar of names stops before words such as `You`; at the end of the run they are a family name.
    let family = |at: usize| trust == Trust::Led && at + 1 == end && scan.tokens[at].is_capital();
    let (name, next) = match read {
        Ok((rest, found)) if !found.name.is_empty() => {
            let person = matches!(found.kind, NameKind::Person | NameKind::Unknown);
            if !person
                && (trust == Trust::Looks || trust == Trust::Beside && found.kind != NameKind::Organization)
            {
                return None;
            }
            // An organisation keeps what reads as a title: `News Desk`.
            let end = if family(rest.start) { end } else { closed(scan, rest.start, range.end) };
            (if person { found.name.start..end } else { range.start..end }, end)
        }
        _ if trust == Trust::Led => (range.start..end, end),
        _ => return None,
    };
    let lone = words < 2 && (trust < Trust::Led || scan.tokens[range.start].any(Classes::FUNCTION));
    (!lone).then_some((name, next))
}

/// The token behind the full stop of `Jr.`, which the grammar of names leaves where the run ends with it.
fn closed(scan: &Scan<'_>, at: usize, end: usize) -> usize {
    let stop = at < end && scan.tokens[at].is(Kind::Period) && scan.tokens[at].is_glued();
    let last = &scan.tokens[at - 1];
    at + usize::from(stop && (last.any(Classes::NAME_SUFFIX) || last.is_letter()))
}

/// How far capitalised words go that can all be one name, and how many there are.
fn segment(scan: &Scan<'_>, range: Range<usize>) -> Option<(usize, usize)> {
    let mut words: Short<usize, LONGEST> = Short::default();
    let mut at = range.start;
    let limit = range.end.min(range.start + LONGEST);
    while at < limit {
        let token = &scan.tokens[at];
        let next = scan.tokens.get(at + 1).filter(|_| at + 1 < range.end);
        match token.kind {
            Kind::Word if joins_names(scan, at) => break,
            Kind::Word if token.is_capital() => {
                if opens_date(scan, at, range.end) || words.len() >= 2 && stops(scan, at, range.end, &words) {
                    break;
                }
                words.push(at);
            }
            Kind::Word if !words.is_empty() && token.any(Classes::NAME_PARTICLE) => {
                if !next.is_some_and(|next| next.is_capital() || next.any(Classes::NAME_PARTICLE)) {
                    break;
                }
            }
            Kind::Hyphen if !words.is_empty() => {}
            Kind::Period if token.is_glued() && !words.is_empty() => {
                let before = &scan.tokens[at - 1];
                if before.end - before.start > 2
                    && !before.any(Classes::HONORIFIC.or(Classes::NAME_SUFFIX).or(Classes::TITLE))
                {
                    break;
                }
            }
            Kind::Comma if words.len() >= 2 => {
                let suffix = next.is_some_and(|next| {
                    next.is_capital() && next.any(Classes::NAME_SUFFIX) && next.end - next.start <= 4
                });
                if !suffix {
                    break;
                }
            }
            Kind::Quote | Kind::Clitic if words.len() == 1 && next.is_some_and(Token::is_capital) => {}
            _ => break,
        }
        at += 1;
    }
    words.first()?;
    Some((cut_job(scan, &words, at, range.end), words.len()))
}

/// Whether a word behind two words of a name is no part of it: a job, an agency, capitals behind small letters, a
/// wording such as `Updated`.
fn stops(scan: &Scan<'_>, at: usize, end: usize, words: &[usize]) -> bool {
    let token = &scan.tokens[at];
    let shouts = |index: &usize| {
        let word = &scan.tokens[*index];
        word.shape.has(Shape::ALL_CAPS) || word.is_letter()
    };
    let capitals = scan.word(at).chars().take_while(|letter| letter.is_uppercase()).count();
    let outlet = capitals >= 3 && !words.iter().all(shouts) && !token.any(Classes::NAME_SUFFIX);
    let wording = wording::entry(scan, at, end).is_some_and(|phrase| {
        let kind = lexicon::tables::FURNITURE[phrase.row as usize].kind;
        phrase.end == end
            || phrase.end > at + 1
            || matches!(kind, FurnitureKind::Published | FurnitureKind::Updated)
    });
    outlet || wording || is_job(scan, at, end)
}

/// Cuts the words before a job off the name: `Amy Gibbons Political Correspondent`.
fn cut_job(scan: &Scan<'_>, words: &[usize], at: usize, end: usize) -> usize {
    let ahead = (at..end.min(at + 6)).take_while(|index| scan.tokens[*index].is_word());
    let job = ahead.into_iter().any(|index| is_job(scan, index, end));
    if !job || words.len() < 3 {
        return at;
    }
    let middle = &scan.tokens[words[1]];
    let longer = middle.end - middle.start <= 2 || middle.any(Classes::GIVEN_NAME) && words.len() > 3;
    words.get(if longer { 3 } else { 2 }).copied().unwrap_or(at)
}
