//! Cue words: where the text may report, by the lexicon, and how far the cue goes.

use super::category::Category;
use super::view::View;
use crate::lexicon::{self, Classes, CueRow, Frames, Part, Table, tables};
use crate::mention::SpeakerKind;
use crate::scan::{Kind, Token};
use std::ops::Range;

/// Words that auxiliaries and adverbs may take up before the head of a cue.
const LEFT: usize = 6;
/// What of a hundred occurrences must report for a word to be looked at where no quotation marks stand, and where they do:
/// below, too few are right.
const LEAST: u8 = Classes::OFTEN;
const LEAST_MARKED: u8 = 9;
/// How far into a unit the colon behind a speaker's name may stand.
const NAME_TOKENS: usize = 12;
/// How many tokens a figure with its unit has at most.
const FIGURE_TOKENS: usize = 3;

/// A place where the text may report.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// The verb, noun or preposition; the colon or dash.
    pub(super) head: usize,
    /// With auxiliaries, negation, adverbs, and the other words of a phrase.
    pub(super) tokens: Range<usize>,
    /// What the lexicon says of it, `None` of a mark and of a verb that it does not list.
    pub(super) row: Option<&'static CueRow>,
    pub(super) passive: bool,
    /// The lemma for the weights, the same in every build.
    pub(super) lemma: u32,
}

impl Site {
    /// A mark that reports by itself.
    pub(super) fn mark(index: usize, kind: Kind) -> Self {
        Self { head: index, tokens: index..index, row: None, passive: false, lemma: kind as u32 }
    }

    /// The token behind it.
    pub(super) fn end(&self) -> usize {
        self.tokens.end.max(self.head + 1)
    }

    /// Whether it is a verb.
    pub(super) fn is_verb(&self) -> bool {
        self.row.is_some_and(|row| row.part == Part::Verb)
    }
}

/// What the words have that the lexicon knows as cues by themselves.
const LISTED: Classes = Classes::CUE_VERB.or(Classes::CUE_NOUN).or(Classes::CUE_OTHER);
/// What those of them have that may report where no marks stand.
const OFTEN: Classes = Classes::CUE_OFTEN.or(Classes::OWN);

/// Collects the tokens of a unit that may be cues wherever they stand, and says whether there may be any: in a unit with a
/// quotation it may be any verb, so that they are collected when its tokens have been read.
pub(super) fn prospects(view: &View<'_>, into: &mut Vec<u32>) -> bool {
    into.clear();
    if view.has_quotation {
        return true;
    }
    let listed = if view.has_marks { LISTED } else { OFTEN };
    let tokens = view.scan.tokens[view.tokens.clone()].iter();
    for (token, index) in tokens.zip(view.tokens.start as u32..) {
        // Three words of four have nothing of this.
        if token.any(listed.or(Classes::CUE_PHRASE)) && may_report(view, token, index as usize, listed)
            || is_mark(token)
        {
            into.push(index);
        }
    }
    !into.is_empty()
}

/// Collects the tokens of a unit with a quotation that may be cues, once its tokens have been read.
fn prospects_beside_quotation(view: &View<'_>, into: &mut Vec<u32>) {
    into.clear();
    let tokens = view.scan.tokens[view.tokens.clone()].iter().zip(view.own());
    for ((token, seen), index) in tokens.zip(view.tokens.start as u32..) {
        let verb = seen.category.is_plain_verb() && token.is_word();
        let listed =
            token.any(LISTED.or(Classes::CUE_PHRASE)) && may_report(view, token, index as usize, LISTED);
        if verb || listed || is_mark(token) {
            into.push(index);
        }
    }
}

/// Whether a token is a word with a class of `listed`, or one that may open a cue of several words.
fn may_report(view: &View<'_>, token: &Token, index: usize, listed: Classes) -> bool {
    token.is_word() && (token.any(listed) || opens_phrase(view, token, index))
}

/// Whether a mark may report.
fn is_mark(token: &Token) -> bool {
    matches!(token.kind, Kind::Colon | Kind::Dash)
}

/// Whether an entry of several words may begin with a token.
fn opens_phrase(view: &View<'_>, token: &Token, index: usize) -> bool {
    token.any(Classes::CUE_PHRASE) && (token.any(Classes::OWN) || view.scan.may_go_on(Table::Cue, index))
}

/// Collects the sites of a unit, in text order; among its prospects, where it has no quotation.
pub(super) fn sites(view: &View<'_>, prospects: &mut Vec<u32>, into: &mut Vec<Site>) {
    into.clear();
    if view.has_quotation {
        prospects_beside_quotation(view, prospects);
    }
    let mut next = view.tokens.start;
    for index in prospects.iter().map(|index| *index as usize) {
        if index < next {
            continue;
        }
        let site = if view.scan.tokens[index].is_word() {
            word(view, index, next).or_else(|| unlisted(view, index, next))
        } else {
            mark(view, index)
        };
        if let Some(site) = site {
            next = site.end();
            into.push(site);
        }
    }
}

/// How often an entry must report to be looked at in a unit.
fn least(view: &View<'_>) -> u8 {
    if view.has_marks { LEAST_MARKED } else { LEAST }
}

/// Whether a token is a verb that the cue table does not list.
fn is_verb(view: &View<'_>, index: usize) -> bool {
    view.category(index).is_plain_verb()
}

/// The cue that begins with a word, its auxiliaries not before `from`.
fn word(view: &View<'_>, index: usize, from: usize) -> Option<Site> {
    if view.is_in_quotation(index) {
        return None;
    }
    let (row, end) = phrase(view, index).or_else(|| single(view, index).map(|row| (row, index + 1)))?;
    let noun = row.part == Part::Verb && is_noun(view, index);
    // `A furious mum said`, who did not keep mum.
    let person = row.part == Part::Adjective && view.category(index) == Category::Person;
    if row.reports < least(view) || noun || person {
        return None;
    }
    if row.frames.any(Frames::WORK) && takes_work(view, index) {
        return None;
    }
    let (start, passive) = if row.part == Part::Verb { left_edge(view, index, from) } else { (index, false) };
    Some(Site { head: index, tokens: start..end, row: Some(row), passive, lemma: row.hash })
}

/// Whether a verb takes a work by its title: `read “The Bridge on the Drina”`. Of a document they are its words: `the sign
/// read “No Parking”`.
fn takes_work(view: &View<'_>, index: usize) -> bool {
    let document = |chunk: usize| view.mentions.chunks[chunk].kind == SpeakerKind::Document;
    view.opens_title(index + 1) && !view.chunk_ending(index).is_some_and(document)
}

/// Whether a verb stands where only a noun or an adjective can: `amid call for ceasefire`.
fn is_noun(view: &View<'_>, index: usize) -> bool {
    view.category(index) != Category::CueIng
        && matches!(
            view.category_before(index, 1),
            Category::Preposition | Category::Of | Category::Article | Category::Possessive
        )
}

/// The entry of several words that begins with a word, and where it ends.
fn phrase(view: &View<'_>, index: usize) -> Option<(&'static CueRow, usize)> {
    if !opens_phrase(view, &view.scan.tokens[index], index) {
        return None;
    }
    let found = view.scan.phrase_at(Table::Cue, index, view.tokens.end)?;
    Some((&tables::CUE[found.row as usize], found.end))
}

/// The entry of a single word, of the part of speech that it has here. A verb that was taken for something else is still
/// one where the lexicon has nothing else.
fn single(view: &View<'_>, index: usize) -> Option<&'static CueRow> {
    let verb = matches!(view.category(index), Category::CuePast | Category::CueIng | Category::CueBase);
    let mut rows = rows(view, index);
    let first = rows.next()?;
    let fits = |row: &&CueRow| (row.part == Part::Verb) == verb;
    Some(if fits(&first) { first } else { rows.find(fits).unwrap_or(first) })
}

/// The entries of a single word.
fn rows<'v>(view: &'v View<'_>, index: usize) -> impl Iterator<Item = &'static CueRow> + 'v {
    let word = view.scan.tokens[index].word;
    lexicon::rows_of(word, Table::Cue, move || view.scan.word(index)).map(|row| &tables::CUE[row as usize])
}

/// Where the auxiliaries and adverbs of a verb begin, and whether they make it a passive.
fn left_edge(view: &View<'_>, head: usize, from: usize) -> (usize, bool) {
    let mut start = head;
    let mut passive = false;
    for at in (from..head).rev().take(LEFT) {
        match view.category(at) {
            category if category.is_auxiliary() => {
                passive |= category == Category::Be && view.category(head) == Category::CuePast;
                start = at;
            }
            Category::Adverb => start = at,
            _ => break,
        }
    }
    (start, passive)
}

/// A verb that the cue table does not list, beside a stretch in marks that is long enough to be a quotation.
fn unlisted(view: &View<'_>, index: usize, from: usize) -> Option<Site> {
    if !is_verb(view, index) || !view.has_quotation || view.is_quoted(index) {
        return None;
    }
    let (start, passive) = left_edge(view, index, from);
    let (before, behind) = view.with_chunk(start..index + 1);
    let closes = (1..=2).any(|distance| {
        let at = before.wrapping_sub(distance);
        view.category(at) == Category::QuoteClose && view.is_in_quotation(at)
    });
    let opens =
        (behind..behind + 2).any(|at| view.category(at) == Category::QuoteOpen && view.is_in_quotation(at));
    let site = Site { head: index, tokens: start..index + 1, row: None, passive, lemma: 1 };
    (closes || opens).then_some(site)
}

/// Whether a unit ends with a figure and no more than its noun, as the lines of a table do: `Whitfield: 1,769 votes`.
fn is_figure(view: &View<'_>, from: usize) -> bool {
    let tokens = &view.scan.tokens[from..view.tokens.end];
    // One more than a figure has tells enough: of a line of a million colons each asks.
    let others = tokens.iter().filter(|token| !token.is_end_mark()).take(FIGURE_TOKENS + 1).count();
    others <= FIGURE_TOKENS && tokens.iter().any(|token| token.is(Kind::Number))
}

/// A colon behind a name near the start of a unit (`WALLACE: …`) or before a quotation, or a dash between a quotation and
/// the name behind it.
fn mark(view: &View<'_>, index: usize) -> Option<Site> {
    if view.is_quoted(index) {
        return None;
    }
    let kind = view.scan.tokens[index].kind;
    let stands = match kind {
        Kind::Colon => {
            // The `Q` and `A` of an interview name nobody.
            let letter = index > view.tokens.start && view.scan.tokens[index - 1].is_letter();
            let ends_name = view.chunk_ending(index).is_some() && !letter;
            let named = ends_name || view.category_before(index, 1) == Category::Close;
            named && index - view.tokens.start <= NAME_TOKENS && !is_figure(view, index + 1)
                || view.category(index + 1) == Category::QuoteOpen
        }
        _ => {
            view.category_before(index, 1) == Category::QuoteClose
                && view.chunk_starting(index + 1).is_some_and(|chunk| {
                    let end = view.chunk(chunk).end;
                    matches!(view.category(end), Category::Comma | Category::End | Category::Edge)
                })
        }
    };
    stands.then(|| Site::mark(index, kind))
}
