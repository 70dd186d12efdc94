//! Who may speak at a cue, and where its content may begin and end.

use super::cue::Site;
use super::tag::Tag;
use super::unit::View;
use std::ops::Range;

/// How many chunks before a cue may speak.
const LEFT_CHUNKS: usize = 9;
/// How many behind it.
const RIGHT_CHUNKS: usize = 5;
/// How far a content may reach from its cue without quotation marks, in tokens.
const WINDOW: usize = 150;

/// Indices of the chunks beside a cue, outside quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Sources {
    pub(super) left: Range<usize>,
    pub(super) right: Range<usize>,
}

/// The chunks that may speak at a cue.
pub(super) fn sources(view: &View<'_>, site: &Site) -> Sources {
    let chunks = &view.mentions.chunks;
    let within = &chunks[view.chunks.clone()];
    let before =
        view.chunks.start + within.partition_point(|chunk| chunk.tokens.end as usize <= site.tokens.start);
    let behind =
        view.chunks.start + within.partition_point(|chunk| (chunk.tokens.start as usize) < site.tokens.end);
    Sources {
        left: before.saturating_sub(LEFT_CHUNKS).max(view.chunks.start)..before,
        right: behind..(behind + RIGHT_CHUNKS).min(view.chunks.end),
    }
}

/// Where a content begins that ends at `last`: the unit, what follows a colon, dash or semicolon.
pub(super) fn left_start(view: &View<'_>, last: usize) -> usize {
    let from = last.saturating_sub(WINDOW).max(view.tokens.start);
    let mut at = last;
    while at > from {
        let tag = view.tag(at - 1);
        if !view.is_quoted(at - 1) && matches!(tag, Tag::Semicolon | Tag::Colon) {
            return at;
        }
        at -= 1;
    }
    if from > view.tokens.start {
        // A quotation may be as long as it likes.
        return view
            .stretches
            .around(from)
            .map_or(from, |stretch| stretch.outer.start.max(view.tokens.start));
    }
    from + usize::from(matches!(view.tag(from), Tag::But | Tag::And))
}

/// Where a content ends that begins at `start`, before another cue of the unit.
pub(super) fn right_end(view: &View<'_>, start: usize, sites: &[Site]) -> usize {
    let mut at = start;
    let limit = view.tokens.end.min(start + WINDOW);
    while at < limit {
        if view.is_quoted(at) {
            at = view.stretches.around(at).map_or(at + 1, |stretch| stretch.outer.end.max(at + 1));
            // `“…,” insisting on`
            if view.tag(at) == Tag::CueIng && is_site(sites, at) {
                break;
            }
            continue;
        }
        if at > start && stops(view, at, sites) {
            break;
        }
        at += 1;
    }
    let mut end = at.min(view.tokens.end);
    while end > start && !view.is_quoted(end - 1) && view.tag(end - 1).is_mark() {
        end -= 1;
    }
    end
}

/// Whether another clause begins at a token that the content does not go on with.
fn stops(view: &View<'_>, at: usize, sites: &[Site]) -> bool {
    match view.tag(at) {
        Tag::Semicolon => true,
        Tag::And | Tag::But => is_site(sites, at + 1) && view.tag(at + 1) != Tag::CueBase,
        Tag::Comma => {
            view.is_word(at + 1, "while")
                || view.is_word(at + 1, "according")
                || view.tag(at + 1) == Tag::CueIng && is_site(sites, at + 1)
                || view.tag(at + 1) == Tag::But
                || view.tag(at + 1) == Tag::And && is_site(sites, at + 2)
        }
        _ => view.is_word(at, "according"),
    }
}

/// Whether a verb that may be a cue begins at a token, its auxiliaries included.
fn is_site(sites: &[Site], at: usize) -> bool {
    let next = sites.partition_point(|site| site.tokens.start < at);
    sites.get(next).is_some_and(|site| site.tokens.start == at && site.is_verb())
}

/// The end of a noun phrase with the `of`, `in`, `for` phrases that follow it.
pub(super) fn phrase_end(view: &View<'_>, end: usize) -> usize {
    let mut end = end;
    while view.tag(end) == Tag::Preposition {
        let Some(chunk) = view.chunk_at(end + 1).filter(|chunk| view.chunk(*chunk).start == end + 1) else {
            break;
        };
        end = view.chunk(chunk).end;
    }
    end
}
