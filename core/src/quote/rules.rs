//! The choices among the candidates, by fixed rules.

use super::attribution::Attribution;
use super::candidates;
use super::cue::Site;
use super::tag::Tag;
use super::unit::View;
use crate::lexicon::{Frames, Part, Sense};
use std::ops::Range;

/// Words between a cue and its `that` clause.
const REACH: usize = 14;

/// What a site reports and who speaks, or `None` when it reports nothing.
pub(super) fn attribute(view: &View<'_>, sites: &[Site], site: &Site) -> Option<Attribution> {
    let Some(row) = site.row else { return mark(view, site) };
    if row.part == Part::Preposition {
        return preposition(view, site);
    }
    if row.part != Part::Verb {
        return noun(view, sites, site);
    }
    let source = source(view, site);
    let group = group(view, site, source);
    let left = left(view, site, &group);
    let right = right(view, sites, site, &group, source);
    let quoted = |range: &Range<usize>| range.clone().any(|token| view.is_quoted(token));
    let marked = quoted(&left) || quoted(&right);
    if left.is_empty() && right.is_empty() {
        return None;
    }
    let explicit = view.is_word(right.start, "that") && !right.is_empty();
    let floor = if marked || explicit { 40 } else { 70 };
    let sure = row.reports >= floor && (row.sense == Sense::Speech || marked || row.reports >= 60);
    let headless = source.is_none() && !site.passive && left.is_empty() && !marked && !explicit;
    (sure && !headless).then(|| Attribution::new(site, source, left, right, row.reports))
}

/// The speaker of a verb.
fn source(view: &View<'_>, site: &Site) -> Option<usize> {
    let row = site.row?;
    let candidates = candidates::sources(view, site);
    let after = candidates.right.clone().next().filter(|chunk| view.chunk(*chunk).start == site.tokens.end);
    if site.passive {
        let by = candidates
            .right
            .clone()
            .find(|chunk| view.is_word(view.chunk(*chunk).start.wrapping_sub(1), "by"));
        return by.filter(|chunk| view.chunk(*chunk).start < site.tokens.end + REACH);
    }
    let before = view.tag_before(site.tokens.start, 1);
    let inverts =
        row.frames.any(Frames::INVERTED) && matches!(before, Tag::QuoteClose | Tag::Comma | Tag::Dash);
    if let Some(chunk) = after.filter(|_| inverts) {
        if !view.tag(view.chunk(chunk).end).is_verb() {
            return Some(chunk);
        }
    }
    let coordinated = matches!(before, Tag::And | Tag::But) || matches!(view.tag(site.head), Tag::CueIng);
    let mut farthest = None;
    for chunk in candidates.left.rev() {
        let end = view.chunk(chunk).end;
        if coordinated {
            if view.tag(end).is_verb() || matches!(view.tag(end), Tag::Adverb) && view.tag(end + 1).is_verb()
            {
                let begin = view.tag_before(view.chunk(chunk).start, 1);
                if !matches!(begin, Tag::That | Tag::Relative) {
                    farthest = Some(chunk);
                }
            }
        } else if reaches(view, end..site.tokens.start) {
            return Some(chunk);
        }
    }
    farthest
}

/// Whether what stands between a speaker and its verb lets them belong together.
fn reaches(view: &View<'_>, gap: Range<usize>) -> bool {
    let plain = |tag| matches!(tag, Tag::Adverb | Tag::Day);
    if gap.clone().all(|index| plain(view.tag(index)) || view.is_word(index, "on")) {
        return true;
    }
    // An apposition or a relative clause between commas.
    view.tag(gap.start) == Tag::Comma && view.tag(gap.end - 1) == Tag::Comma && gap.len() > 2
}

/// The cue and its speaker where they stand together.
fn group(view: &View<'_>, site: &Site, source: Option<usize>) -> Range<usize> {
    let Some(chunk) = source.map(|chunk| view.chunk(chunk)) else { return site.tokens.clone() };
    if chunk.end <= site.tokens.start && reaches(view, chunk.end..site.tokens.start) {
        chunk.start..site.tokens.end
    } else if chunk.start == site.tokens.end {
        site.tokens.start..chunk.end
    } else {
        site.tokens.clone()
    }
}

/// The content that ends before the cue and its speaker.
fn left(view: &View<'_>, site: &Site, group: &Range<usize>) -> Range<usize> {
    let none = 0..0;
    let row = site.row.filter(|row| row.frames.any(Frames::QUOTE) || row.frames.any(Frames::BARE));
    if row.is_none() || group.start <= view.tokens.start + 1 {
        return none;
    }
    let before = group.start - 1;
    let comma = view.tag(before) == Tag::Comma;
    let last = if comma { before } else { group.start };
    let closes = view.tag_before(last, 1) == Tag::QuoteClose;
    let ends = matches!(view.tag(group.end), Tag::End | Tag::Edge | Tag::Day);
    if !closes && !(comma && ends) {
        return none;
    }
    let start = candidates::left_start(view, last);
    if start < last { start..last } else { none }
}

/// The content that begins behind the cue and its speaker.
fn right(
    view: &View<'_>,
    sites: &[Site],
    site: &Site,
    group: &Range<usize>,
    source: Option<usize>,
) -> Range<usize> {
    let none = 0..0;
    let Some(row) = site.row else { return none };
    let mut at = site.tokens.end.max(group.end);
    if row.frames.any(Frames::ADDRESSEE) || view.tag(at) == Tag::To && view.chunk_at(at + 1).is_some() {
        let to = at + usize::from(view.tag(at) == Tag::To);
        if let Some(chunk) =
            view.chunk_at(to).filter(|chunk| Some(*chunk) != source && view.chunk(*chunk).start == to)
        {
            let end = view.chunk(chunk).end;
            if !view.tag(end).is_verb() {
                at = end;
            }
        }
    }
    for ahead in at..(at + REACH).min(view.tokens.end) {
        match view.tag(ahead) {
            Tag::That if row.frames.any(Frames::THAT) => {
                return ahead..candidates::right_end(view, ahead, sites);
            }
            Tag::QuoteOpen if view.is_in_quotation(ahead) && ahead <= at + 2 => {
                return ahead..candidates::right_end(view, ahead, sites);
            }
            Tag::Comma | Tag::Colon if view.tag(ahead + 1) == Tag::QuoteOpen => {
                return ahead + 1..candidates::right_end(view, ahead + 1, sites);
            }
            tag if tag.is_mark() || tag.is_verb() || tag == Tag::Relative => break,
            _ => {}
        }
    }
    let tag = view.tag(at);
    let (frame, or) = match tag {
        Tag::To | Tag::Infinitive => (Frames::TO, Frames::TO),
        Tag::Wh => (Frames::WH, Frames::WH),
        Tag::CueIng | Tag::VerbIng => (Frames::ING, Frames::ING),
        Tag::As => (Frames::AS, Frames::AS),
        Tag::Of => (Frames::OF, Frames::OF),
        Tag::Preposition if view.is_word(at, "for") => (Frames::FOR, Frames::FOR),
        Tag::Preposition if view.is_word(at, "on") => (Frames::ON, Frames::ON),
        Tag::Preposition if view.is_word(at, "about") => (Frames::ABOUT, Frames::ABOUT),
        Tag::QuoteOpen => (Frames::QUOTE, Frames::QUOTE),
        tag if !tag.is_mark() && !tag.is_verb() => (Frames::BARE, Frames::NP),
        _ => return none,
    };
    let says_day =
        matches!(tag, Tag::Day | Tag::Adverb | Tag::Subordinator | Tag::And | Tag::But | Tag::Preposition);
    if !row.frames.any(frame) && !row.frames.any(or) || says_day && frame == Frames::BARE {
        return none;
    }
    let start = if matches!(frame, Frames::ON | Frames::FOR | Frames::OF) { at + 1 } else { at };
    start..candidates::right_end(view, start, sites)
}

/// `according to Smith`
fn preposition(view: &View<'_>, site: &Site) -> Option<Attribution> {
    let row = site.row?;
    let chunk = view.chunk_at(site.tokens.end).filter(|chunk| view.chunk(*chunk).start == site.tokens.end)?;
    if row.reports < 50 || row.sense != Sense::Speech {
        return None;
    }
    let end = candidates::phrase_end(view, view.chunk(chunk).end);
    if site.tokens.start == view.tokens.start {
        let start = end + usize::from(view.tag(end) == Tag::Comma);
        let right = start..candidates::right_end(view, start, &[]);
        return (!right.is_empty()).then(|| Attribution::new(site, Some(chunk), 0..0, right, row.reports));
    }
    let last = site.tokens.start - usize::from(view.tag_before(site.tokens.start, 1) == Tag::Comma);
    let left = candidates::left_start(view, last)..last;
    (!left.is_empty()).then(|| Attribution::new(site, Some(chunk), left, 0..0, row.reports))
}

/// Nouns, adjectives and adverbs report only before a `that` clause.
fn noun(view: &View<'_>, sites: &[Site], site: &Site) -> Option<Attribution> {
    let row = site.row?;
    let start = site.tokens.end;
    if row.reports < 40 || view.tag(start) != Tag::That || !row.frames.any(Frames::THAT) {
        return None;
    }
    let chunk = candidates::sources(view, site).left.next_back()?;
    Some(Attribution::new(
        site,
        Some(chunk),
        0..0,
        start..candidates::right_end(view, start, sites),
        row.reports,
    ))
}

/// `SMITH: …` and `“…” — Smith`.
fn mark(view: &View<'_>, site: &Site) -> Option<Attribution> {
    if view.tag(site.head) == Tag::Colon {
        let chunk = view.chunk_at(site.head - 1)?;
        let start = site.head + 1;
        let shouted = view.chunk(chunk).all(|token| {
            !view.scan.tokens[token].is_word()
                || view.scan.tokens[token].shape.has(crate::scan::Shape::ALL_CAPS)
        });
        let end = if shouted { view.tokens.end } else { candidates::right_end(view, start, &[]) };
        return (start < end && (shouted || view.headline || view.tag(start) == Tag::QuoteOpen))
            .then(|| Attribution::new(site, Some(chunk), 0..0, start..end, 70));
    }
    let chunk = view.chunk_at(site.head + 1)?;
    let left = candidates::left_start(view, site.head)..site.head;
    (!left.is_empty()).then(|| Attribution::new(site, Some(chunk), left, 0..0, 70))
}
