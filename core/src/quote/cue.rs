//! Cue words: where the text may report, by the lexicon, and how far the cue goes.

use super::tag::Tag;
use super::unit::View;
use crate::lexicon::{self, Classes, CueRow, Part, Table, tables};
use crate::scan::Kind;
use std::ops::Range;

/// Words that auxiliaries and adverbs may take up before the head of a cue.
const LEFT: usize = 6;
/// How far into a unit the colon behind a speaker's name may stand.
const NAME_TOKENS: usize = 12;

/// A place where the text may report.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// The verb, noun or preposition; the colon or dash.
    pub(super) head: usize,
    /// With auxiliaries, negation, adverbs, and the other words of a phrase.
    pub(super) tokens: Range<usize>,
    /// What the lexicon says of it, `None` of a mark.
    pub(super) row: Option<&'static CueRow>,
    pub(super) passive: bool,
}

impl Site {
    /// Whether it is a verb.
    pub(super) fn is_verb(&self) -> bool {
        self.row.is_some_and(|row| row.part == Part::Verb)
    }
}

/// Collects the sites of a unit, in text order.
pub(super) fn sites(view: &View<'_>, into: &mut Vec<Site>) {
    into.clear();
    let any = Classes::CUE_VERB.or(Classes::CUE_NOUN).or(Classes::CUE_OTHER).or(Classes::PHRASE);
    let mut index = view.tokens.start;
    while index < view.tokens.end {
        let token = &view.scan.tokens[index];
        let site = match token.kind {
            Kind::Word if token.any(any) && !view.is_in_quotation(index) => word(view, index),
            Kind::Colon | Kind::Dash if !view.is_quoted(index) => mark(view, index),
            _ => None,
        };
        index = site.as_ref().map_or(0, |site| site.tokens.end).max(index + 1);
        into.extend(site);
    }
}

/// The cue that begins with a word.
fn word(view: &View<'_>, index: usize) -> Option<Site> {
    let scan = view.scan;
    let token = &scan.tokens[index];
    let phrase = scan.entry_at(Table::Cue, index, view.tokens.end)?;
    let verb = matches!(view.tag(index), Tag::CuePast | Tag::CueIng | Tag::CueBase);
    let row = if phrase.end > index + 1 {
        &tables::CUE[phrase.row as usize]
    } else {
        lexicon::rows(token.word, Table::Cue, scan.word(index))
            .map(|row| &tables::CUE[row as usize])
            .find(|row| (row.part == Part::Verb) == verb)?
    };
    let (start, passive) = if row.part == Part::Verb { left_edge(view, index) } else { (index, false) };
    Some(Site { head: index, tokens: start..phrase.end, row: Some(row), passive })
}

/// Where the auxiliaries and adverbs of a verb begin, and whether they make it a passive.
fn left_edge(view: &View<'_>, head: usize) -> (usize, bool) {
    let mut start = head;
    let mut passive = false;
    for at in (view.tokens.start..head).rev().take(LEFT) {
        match view.tag(at) {
            tag if tag.is_auxiliary() => {
                passive |= tag == Tag::Be && view.tag(head) == Tag::CuePast;
                start = at;
            }
            Tag::Adverb => start = at,
            _ => break,
        }
    }
    (start, passive)
}

/// A colon behind the name that opens a unit (`WALLACE: …`), or a dash before the name that closes it.
fn mark(view: &View<'_>, index: usize) -> Option<Site> {
    let site = || Some(Site { head: index, tokens: index..index, row: None, passive: false });
    match view.scan.tokens[index].kind {
        Kind::Colon if index - view.tokens.start <= NAME_TOKENS && index > view.tokens.start => {
            let chunk = view.chunk_at(index - 1)?;
            (view.chunk(chunk).end == index && view.chunk(chunk).start == view.tokens.start).then(site)?
        }
        Kind::Dash if view.tag_before(index, 1) == Tag::QuoteClose => {
            let chunk = view.chunk_at(index + 1)?;
            let end = view.chunk(chunk).end;
            (end == view.tokens.end || matches!(view.tag(end), Tag::Comma | Tag::End)).then(site)?
        }
        _ => None,
    }
}
