//! Whether a word of the lexicon reports where it stands.

use super::{both, form, shape, size, three, trust};
use crate::model::Sink;
use crate::quote::cue::Site;
use crate::quote::tag::Tag;
use crate::quote::view::View;

/// How many sites on either side may be the better cue.
const RIVALS: usize = 6;
/// How far back the opening of a clause is looked for, in tokens.
const CLAUSE: usize = 12;

/// Describes the site `index` of a unit.
pub(in crate::quote) fn cue(view: &View<'_>, sites: &[Site], index: usize, sink: &mut impl Sink) {
    let site = &sites[index];
    let (start, end) = (site.tokens.start, site.end());
    let next = view.tag(end) as u32;
    let before = view.tag_before(start, 1) as u32;
    let (trust, form, marks) = (trust(site), form(view, site), marks(view, site));
    let left = shape(view, view.chunk_ending(start));

    sink.add(1, trust, u32::from(view.headline));
    sink.add(2, trust, marks);
    sink.add(3, site.lemma, next);
    sink.add(4, both(before, view.tag_before(start, 2) as u32), form);
    sink.add(5, view.lexical(end), form);
    sink.add(6, left, form);
    sink.add(7, three(next, before, marks), 0);
    sink.add(8, rival(&sites[index.saturating_sub(RIVALS)..index]), trust);
    sink.add(9, rival(&sites[index + 1..sites.len().min(index + 1 + RIVALS)]), trust);
    if let Some(last) = index.checked_sub(1).map(|last| &sites[last]) {
        sink.add(10, last.lemma, size(start.saturating_sub(last.end())));
    }
    sink.add(11, clause(view, start), form);
    sink.add(12, left, three(next, form & 3, u32::from(view.headline)));
}

/// How far the best of other sites is trusted.
fn rival(sites: &[Site]) -> u32 {
    let trusted = |site: &Site| site.row.map_or(0, |row| 1 + u32::from(row.reports) / 10);
    sites.iter().map(trusted).max().unwrap_or(0)
}

/// How quotation marks stand around a cue and the noun phrases beside it.
fn marks(view: &View<'_>, site: &Site) -> u32 {
    if !view.has_marks {
        return 0;
    }
    let (start, end) = view.with_chunk(site.tokens.start..site.end());
    let closes = (1..=2).any(|distance| view.tag_before(start, distance) == Tag::QuoteClose);
    let opens = (end..end + 3).find(|at| view.tag(*at) == Tag::QuoteOpen);
    let long = opens.is_some_and(|open| view.is_in_quotation(open));
    u32::from(closes)
        | u32::from(opens.is_some()) << 1
        | u32::from(long) << 2
        | u32::from(view.is_quoted(site.head)) << 3
        | u32::from(view.has_quotation) << 4
}

/// What opens the clause that a verb stands in, and how far back.
fn clause(view: &View<'_>, start: usize) -> u32 {
    let opens = |tag| {
        matches!(
            tag,
            Tag::Edge
                | Tag::Comma
                | Tag::That
                | Tag::Wh
                | Tag::Relative
                | Tag::Subordinator
                | Tag::And
                | Tag::But
                | Tag::Semicolon
                | Tag::Dash
                | Tag::Colon
                | Tag::QuoteClose
        )
    };
    let at = |distance: usize| (view.tag_before(start, distance), distance);
    let found = (1..=CLAUSE).map(at).find(|(tag, _)| opens(*tag));
    found.map_or(0, |(tag, distance)| both(tag as u32, size(distance)))
}
