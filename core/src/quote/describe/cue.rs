//! Whether a word of the lexicon reports where it stands.

use super::{both, form, shape, size, three, trust};
use crate::model::Sink;
use crate::quote::cue::Site;
use crate::quote::tag::Tag;
use crate::quote::unit::View;

/// Describes the site `index` of a unit.
pub(in crate::quote) fn cue(view: &View<'_>, sites: &[Site], index: usize, sink: &mut impl Sink) {
    let site = &sites[index];
    let (start, end) = (site.tokens.start, site.end());
    let tag = |at| view.tag(at) as u32;
    let before = |distance| view.tag_before(start, distance) as u32;
    let (lemma, trust, form) = (site.lemma, trust(site), form(view, site));
    let left = shape(view, view.chunk_ending(start));
    let right = shape(view, view.chunk_starting(end));
    let marks = marks(view, site);
    let edge = tag(start);

    sink.add(1, trust, 0);
    sink.add(2, lemma, form);
    sink.add(3, view.lexical(site.head), 0);
    sink.add(4, trust, marks);
    sink.add(5, lemma, tag(end));
    sink.add(6, lemma, before(1));
    sink.add(7, both(tag(end), tag(end + 1)), form);
    sink.add(8, both(before(1), before(2)), form);
    sink.add(9, view.lexical(end), form);
    sink.add(10, view.lexical(start.wrapping_sub(1)), form);
    sink.add(11, lemma, view.lexical(end));
    sink.add(12, trust, both(tag(end), tag(site.head)));
    sink.add(13, trust, both(before(1), tag(site.head)));
    sink.add(14, left, form);
    sink.add(15, right, form);
    sink.add(16, lemma, marks);
    sink.add(17, three(tag(end), before(1), marks), 0);
    sink.add(18, size(start - view.tokens.start), u32::from(view.headline));
    sink.add(19, size(view.tokens.end - end), form);
    let rivals = |sites: &[Site]| sites.iter().map(trust_of).max().unwrap_or(0);
    let from = index.saturating_sub(6);
    let to = (index + 7).min(sites.len());
    sink.add(20, rivals(&sites[from..index]), trust);
    sink.add(21, rivals(&sites[index + 1..to]), trust);
    if index > 0 {
        let last = &sites[index - 1];
        sink.add(22, last.lemma, lemma);
        sink.add(23, last.lemma, size(start.saturating_sub(last.end())));
    }
    if let Some(next) = sites.get(index + 1) {
        sink.add(24, next.lemma, lemma);
        sink.add(25, next.lemma, size(next.tokens.start.saturating_sub(end)));
    }
    sink.add(26, lemma, u32::from(view.headline));
    sink.add(27, both(tag(end), form), u32::from(view.headline));
    sink.add(28, edge, lemma);
    sink.add(29, three(before(1), tag(site.head), tag(end)), 1);
    sink.add(30, view.lexical(end + 1), tag(end));
    sink.add(31, clause(view, start), form);
    sink.add(32, clause(view, start), trust);
    sink.add(33, left, both(tag(end), form & 3));
}

fn trust_of(site: &Site) -> u32 {
    site.row.map_or(0, |row| 1 + u32::from(row.reports) / 10)
}

/// How quotation marks stand around a cue and the noun phrases beside it.
fn marks(view: &View<'_>, site: &Site) -> u32 {
    let (start, end) = view.with_chunk(site.tokens.start..site.end());
    let closes = (1..=2).any(|distance| view.tag_before(start, distance) == Tag::QuoteClose);
    let opens = (end..end + 3).find(|at| view.tag(*at) == Tag::QuoteOpen);
    let long = opens.is_some_and(|open| view.is_in_quotation(open));
    let inside = view.is_quoted(site.head);
    u32::from(closes)
        | u32::from(opens.is_some()) << 1
        | u32::from(long) << 2
        | u32::from(inside) << 3
        | u32::from(view.has_quotation) << 4
}

/// What opens the clause that a verb stands in, and how far back.
fn clause(view: &View<'_>, start: usize) -> u32 {
    for distance in 1..=12 {
        let tag = view.tag_before(start, distance);
        let opens = matches!(
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
        );
        if opens {
            return both(tag as u32, size(distance));
        }
    }
    0
}
