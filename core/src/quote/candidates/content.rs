//! Where the content of a cue may begin and end.

use super::source::{Position, Source};
use crate::lexicon::{CueRow, Frames, Part, Sense, WordId, word_set};
use crate::mention::SpeakerKind;
use crate::quote::category::Category;
use crate::quote::cue::Site;
use crate::quote::view::View;
use std::ops::Range;

/// How many places behind a cue its content may begin at.
const STARTS: usize = 6;
/// How far behind the cue the last of them may lie, in tokens.
const START_REACH: usize = 30;
/// So many tokens of a day are enough to know that a unit ends with it.
const DAY: usize = 8;
/// How many places a content may end at, beside the end of its unit.
const ENDS: usize = 12;
/// How far behind its beginning they may lie, in tokens; a stretch in marks counts as one.
const END_REACH: usize = 120;
/// How many of a hundred times a cue must report for its clause to be the equal of one that is said.
const REPORTS: u8 = 70;
/// How many places before a cue a content may begin at.
const LEFTS: usize = 6;
/// How far before the cue they may lie, in tokens; a stretch in marks counts as one.
const LEFT_REACH: usize = 120;

/// How many marks at the end of a content are looked past; text shows a handful.
const MARKS: usize = 32;

/// How cue and speaker follow each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::quote) enum Order {
    Alone,
    /// `Doe said`
    Before,
    /// `Doe stood up and said`
    FarBefore,
    /// `said Doe`
    Behind,
    /// `said on Monday Jane Doe`
    FarBehind,
}

/// A cue with its speaker.
#[derive(Clone, Debug)]
pub(in crate::quote) struct Group {
    /// From the first to the last of the two where they stand together, else the cue alone.
    pub(in crate::quote) tokens: Range<usize>,
    pub(in crate::quote) order: Order,
    /// The tokens of the speaker.
    pub(in crate::quote) source: Option<Range<usize>>,
}

/// Tokens that may stand between a cue and a speaker that belong together.
const JOINT: usize = 4;

impl Group {
    pub(in crate::quote) fn new(view: &View<'_>, site: &Site, source: Option<Source>) -> Self {
        let cue = site.tokens.start..site.end();
        let Some(source) = source else { return Self { tokens: cue, order: Order::Alone, source: None } };
        let (between, own) = (source.between(site), source.tokens());
        let near = between.len() <= JOINT && !between.clone().any(|at| view.is_quoted(at));
        let (tokens, order) = match source.position {
            Position::Before(_) if near => (own.start..cue.end, Order::Before),
            Position::Before(_) => (cue, Order::FarBefore),
            Position::Behind(_) if between.len() <= 1 => (cue.start..own.end, Order::Behind),
            Position::Behind(_) => (cue, Order::FarBehind),
            Position::Around => (own.start..cue.end, Order::Before),
        };
        Self { tokens, order, source: Some(own) }
    }

    /// Whether a token belongs to the speaker.
    fn speaks(&self, token: usize) -> bool {
        self.source.as_ref().is_some_and(|source| source.contains(&token))
    }
}

/// Where the content stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::quote) enum Side {
    Right,
    Left,
    Both,
    /// In another sentence.
    Elsewhere,
}

impl Side {
    pub(in crate::quote) const ALL: [Self; 4] = [Self::Right, Self::Left, Self::Both, Self::Elsewhere];
}

/// Collects the places where content behind a cue may begin.
pub(in crate::quote) fn starts(view: &View<'_>, site: &Site, group: &Group, into: &mut Vec<usize>) {
    into.clear();
    let from = site.end();
    let noun = site.row.is_some_and(|row| row.part == Part::Noun);
    let limit = view.tokens.end.min(from + START_REACH);
    let mut first = true;
    let mut at = addressed(view, site);
    while at < limit && into.len() < STARTS {
        let [_, before, own, ..] = view.around(at);
        let category = own.category;
        if group.speaks(at) {
            at += 1;
            first = true;
            continue;
        }
        if let Some(end) = view.stretch_end(own) {
            into.push(at);
            first = false;
            if own.is_in_quotation() {
                break;
            }
            at = end;
            continue;
        }
        let parted = matches!(before.category, Category::Comma | Category::Colon | Category::Dash);
        // `the defender had not`: what a noun reports follows it as a phrase or a clause of its own.
        if at == from && noun && category.is_verbal() {
            break;
        }
        // `told reporters on Friday`: nothing is left to be said.
        if matches!(category, Category::Preposition | Category::Day)
            && (at..view.tokens.end).take(DAY).all(|at| is_day(view.category(at)))
        {
            break;
        }
        if !category.is_mark() && (first || opens_content(category) || parted || own.starts_chunk()) {
            into.push(at);
            first = false;
        }
        at += 1;
    }
}

/// Whether content behind a cue may begin with a token whatever stands before it.
const fn opens_content(category: Category) -> bool {
    matches!(
        category,
        Category::That
            | Category::Wh
            | Category::Infinitive
            | Category::Of
            | Category::To
            | Category::As
            | Category::Preposition
            | Category::Subordinator
            | Category::VerbIng
            | Category::CueIng
    )
}

/// Behind the noun phrase that is spoken to, where one follows the cue (`told reporters`), else behind the cue.
fn addressed(view: &View<'_>, site: &Site) -> usize {
    let from = site.end();
    let speaks = |chunk: usize| {
        let kind = view.mentions.chunks[chunk].kind;
        matches!(kind, SpeakerKind::Person | SpeakerKind::Group | SpeakerKind::Organization)
    };
    let takes = site.row.is_some_and(|row| row.frames.any(Frames::ADDRESSEE)) && !site.passive;
    let Some(chunk) = view.chunk_starting(from).filter(|chunk| takes && speaks(*chunk)) else { return from };
    let end = view.chunk(chunk).end;
    match view.category(end) {
        Category::Edge | Category::End | Category::Comma | Category::Day | Category::That | Category::Wh => {
            end
        }
        Category::Preposition if view.category(end + 1) == Category::Day => end,
        _ => from,
    }
}

/// Whether a token can belong to `on Friday, March 3`.
fn is_day(category: Category) -> bool {
    matches!(
        category,
        Category::Preposition | Category::Day | Category::Number | Category::Comma | Category::End
    )
}

/// Collects the places where content that begins at `from` may end, the end of its unit last.
pub(in crate::quote) fn ends(view: &View<'_>, site: &Site, from: usize, into: &mut Vec<usize>) {
    into.clear();
    let last = without_marks(view, from + 1, view.tokens.end);
    let quoted = view.stretch_end(view.seen(from));
    let mut at = quoted.unwrap_or(from + 1);
    let mut closed = quoted.is_some();
    let mut steps = 0;
    while at < last && steps < END_REACH && into.len() < ENDS {
        let own = view.seen(at);
        if closed || stops_content(own.category) || at == site.tokens.start {
            into.push(at);
        }
        closed = false;
        steps += 1;
        at = match view.stretch_end(own) {
            Some(end) => {
                closed = true;
                end
            }
            None => at + 1,
        };
    }
    into.push(last);
}

/// Where content that begins at `from` ends at the latest, because a clause with a speaker and a cue of its own follows as
/// its equal: `Doe said the road was safe, and Roe said it was not`.
pub(in crate::quote) fn next_speaks(
    view: &View<'_>,
    sites: &[Site],
    site: &Site,
    from: usize,
) -> Option<usize> {
    const JOINING: [WordId; 4] = word_set!["and", "but", "while", "whereas"];
    let behind = sites.partition_point(|other| other.head <= from);
    let near = sites[behind..].iter().take_while(|other| other.head < from + END_REACH);
    let alike = |other: &&Site| {
        let speech =
            |row: &CueRow| row.part == Part::Verb && row.sense == Sense::Speech && row.reports >= REPORTS;
        other.row.is_some_and(speech)
            && !other.passive
            && view.category(other.head) == view.category(site.head)
    };
    let end = near.filter(alike).find_map(|other| {
        let start = view.chunk(view.chunk_ending(other.tokens.start)?).start;
        let joined = start.checked_sub(1).filter(|at| JOINING.contains(&view.scan.tokens[*at].word));
        let end = joined.unwrap_or(start).checked_sub(1)?;
        let parted = match view.category(end) {
            Category::Comma => joined.is_some(),
            category => category == Category::Semicolon,
        };
        parted.then_some(end)
    })?;
    // What is said has a verb of its own.
    let clause = (from..end).any(|at| view.category(at).is_verbal());
    clause.then_some(end)
}

/// Whether content may end before a token.
const fn stops_content(category: Category) -> bool {
    matches!(
        category,
        Category::Comma
            | Category::Dash
            | Category::Semicolon
            | Category::Colon
            | Category::Open
            | Category::End
            | Category::And
            | Category::But
            | Category::Subordinator
            | Category::As
            | Category::Relative
            | Category::Wh
            | Category::Preposition
            | Category::Infinitive
            | Category::CueOther
    )
}

/// A place before `end` and not before `from`, without the marks right before it.
fn without_marks(view: &View<'_>, from: usize, end: usize) -> usize {
    let last = end.saturating_sub(MARKS).max(from);
    let shown = |at: &usize| view.is_quoted(at - 1) || !view.category(at - 1).is_mark();
    (last + 1..=end).rev().find(shown).unwrap_or(last)
}

/// Where the content before a cue ends, or `None` when none can stand there.
pub(in crate::quote) fn left_end(view: &View<'_>, site: &Site, group: &Group) -> Option<usize> {
    let start = match group.order {
        // An apposition or a relative clause stands between.
        Order::FarBefore if view.category_before(site.tokens.start, 1) == Category::Comma => {
            group.source.as_ref().map_or(group.tokens.start, |source| source.start)
        }
        _ => group.tokens.start,
    };
    let end = without_marks(view, view.tokens.start, start);
    (end > view.tokens.start).then_some(end)
}

/// Collects the places where content may begin that ends at `to`, the nearest first, the start of its unit last.
pub(in crate::quote) fn lefts(view: &View<'_>, to: usize, into: &mut Vec<usize>) {
    into.clear();
    let mut at = to;
    let mut steps = 0;
    while at > view.tokens.start && steps < LEFT_REACH && into.len() < LEFTS {
        steps += 1;
        let last = view.seen(at - 1);
        if let Some(start) = view.stretch_start(last) {
            at = start;
            into.push(at);
            continue;
        }
        at -= 1;
        let category = last.category;
        let opens = matches!(category, Category::That | Category::Wh | Category::Subordinator)
            || parts_clauses(view.category_before(at, 1));
        if opens && !category.is_mark() {
            into.push(at);
        }
    }
    let first = view.tokens.start;
    if into.last() != Some(&first) {
        into.push(first);
    }
}

/// Whether content before a cue may begin behind a token.
const fn parts_clauses(category: Category) -> bool {
    matches!(
        category,
        Category::Comma
            | Category::Semicolon
            | Category::Colon
            | Category::Dash
            | Category::And
            | Category::But
            | Category::QuoteClose
            | Category::End
            | Category::Close
    )
}
