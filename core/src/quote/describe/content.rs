//! On which side of a cue the content stands, and where it begins and ends.

use super::{both, contents, form, signature, size, three, trust};
use crate::model::Sink;
use crate::quote::candidates::{Group, Side};
use crate::quote::cue::Site;
use crate::quote::tag::Tag;
use crate::quote::unit::View;

/// Describes a side as the place of the content.
pub(in crate::quote) fn side(view: &View<'_>, site: &Site, group: &Group, side: Side, sink: &mut impl Sink) {
    let s = side as u32;
    let (start, end) = (group.tokens.start, group.tokens.end);
    let tag = |at| view.tag(at) as u32;
    let before = |distance| view.tag_before(start, distance) as u32;
    let closes = (1..=2).any(|distance| view.tag_before(start, distance) == Tag::QuoteClose);
    let opens = (end..end + 3).any(|at| view.tag(at) == Tag::QuoteOpen);
    let marks = u32::from(closes) | u32::from(opens) << 1 | u32::from(view.has_quotation) << 2;
    let order = group.order as u32;
    let (left, right) = (size(start - view.tokens.start), size(view.tokens.end - end));
    let form = form(view, site);

    sink.add(1, s, order);
    sink.add(2, s, site.lemma);
    sink.add(3, both(s, order), site.lemma);
    sink.add(4, both(s, order), both(before(1), tag(end)));
    sink.add(5, three(s, before(1), before(2)), order);
    sink.add(6, three(s, tag(end), tag(end + 1)), order);
    sink.add(7, both(s, marks), order);
    sink.add(8, both(s, marks), site.lemma);
    sink.add(9, three(s, marks, before(1)), tag(end));
    sink.add(10, both(s, left), both(order, before(1)));
    sink.add(11, both(s, right), both(order, tag(end)));
    sink.add(12, both(s, form), order);
    sink.add(13, both(s, tag(end)), site.lemma);
    sink.add(14, both(s, before(1)), site.lemma);
    sink.add(15, s, view.lexical(end));
    sink.add(16, s, view.lexical(start.wrapping_sub(1)));
    sink.add(17, both(s, trust(site)), both(before(1), tag(end)));
    sink.add(18, three(s, u32::from(left == 0), u32::from(right < 3)), both(order, marks));
    sink.add(19, both(s, u32::from(view.headline)), order);
    sink.add(20, both(s, tag(site.end())), site.lemma);
    sink.add(21, both(s, order), contents(view, end..view.tokens.end.min(end + 8)));
}

/// Describes a place where the content behind a cue may begin; `rank` counts such places.
pub(in crate::quote) fn start(
    view: &View<'_>,
    site: &Site,
    group: &Group,
    (at, rank): (usize, usize),
    sink: &mut impl Sink,
) {
    let tag = |at| view.tag(at) as u32;
    let before = |distance| view.tag_before(at, distance) as u32;
    let rank = rank as u32;
    let base = site.end();
    let sign = signature(view, base..at);
    let order = group.order as u32;
    let long = u32::from(view.is_in_quotation(at));
    let form = form(view, site);

    sink.add(1, rank, form);
    sink.add(2, rank, site.lemma);
    sink.add(3, tag(at), site.lemma);
    sink.add(4, view.lexical(at), site.lemma);
    sink.add(5, both(before(1), tag(at)), tag(at + 1));
    sink.add(6, sign, tag(at));
    sink.add(7, sign, site.lemma);
    sink.add(8, sign, both(order, form));
    sink.add(9, view.lexical(at), rank);
    sink.add(10, view.lexical(at.wrapping_sub(1)), tag(at));
    sink.add(11, view.lexical(at + 1), tag(at));
    sink.add(12, size(at - base), both(tag(at), long));
    sink.add(13, three(rank, tag(base), tag(at)), order);
    sink.add(14, both(rank, long), both(tag(at), before(1)));
    sink.add(15, three(order, u32::from(at == group.tokens.end), rank), tag(at));
    sink.add(16, view.lexical(base), both(rank, tag(at)));
    sink.add(17, contents(view, base..at), tag(at));
    sink.add(18, site.lemma, three(tag(base), rank, tag(at)));
    let chunk = view.chunk_at(at).map_or(0, |chunk| 1 + view.mentions.chunks[chunk].class as u32);
    sink.add(19, both(chunk, rank), site.lemma);
    sink.add(20, view.lexical(at.wrapping_sub(1)), view.lexical(at));
    sink.add(21, three(u32::from(at > base && view.tag(at - 1) == Tag::Colon), long, rank), form);
}

/// Describes a place where the content that begins at `from` may end; `rank` counts such places, `last` is the last.
pub(in crate::quote) fn end(
    view: &View<'_>,
    sites: &[Site],
    site: &Site,
    from: usize,
    (at, rank, last): (usize, usize, usize),
    sink: &mut impl Sink,
) {
    let tag = |at| view.tag(at) as u32;
    let before = |distance| view.tag_before(at, distance) as u32;
    let (open, final_) = (tag(from), u32::from(at == last));
    let (length, rest) = (size(at - from), size(last - at));
    let inner = contents(view, from..at);
    let verbs = inner & 0b1010;
    let mark = usize::from(matches!(view.tag(at), Tag::Comma | Tag::Dash));
    let follow = |at: usize| {
        let next = sites.partition_point(|site| site.tokens.start < at);
        sites.get(next).filter(|site| site.tokens.start == at).map_or(0, |site| 1 + trust(site))
    };
    let closes = u32::from(view.tag_before(at, 1) == Tag::QuoteClose)
        | u32::from(view.is_in_quotation(from)) << 1
        | (inner & 1) << 2;

    sink.add(1, final_, length);
    sink.add(2, final_, site.lemma);
    sink.add(3, final_, both(open, verbs));
    sink.add(4, tag(at), both(tag(at + 1), tag(at + 2)));
    sink.add(5, tag(at), both(open, final_));
    sink.add(6, site.lemma, both(tag(at), final_));
    sink.add(7, view.lexical(at), final_);
    sink.add(8, view.lexical(at + mark), both(tag(at), open));
    sink.add(9, view.lexical(at + 1), tag(at));
    sink.add(10, both(rank.min(15) as u32, tag(at)), open);
    sink.add(11, rest, both(tag(at), length));
    sink.add(12, follow(at + mark), tag(at));
    sink.add(13, follow(at + mark + 1), both(tag(at), tag(at + mark)));
    sink.add(14, closes, both(tag(at), final_));
    sink.add(15, three(closes, open, length), tag(at));
    sink.add(16, both(before(1), tag(at)), tag(at + 1));
    sink.add(17, both(verbs, tag(at)), tag(at + mark));
    sink.add(18, view.lexical(at + mark), both(verbs, length));
    sink.add(19, view.lexical(at.wrapping_sub(1)), tag(at));
    sink.add(20, site.lemma, both(length, final_));
    sink.add(21, view.lexical(at + mark), site.lemma);
    sink.add(22, signature(view, at..(at + 6).min(last.max(at))), final_);
    sink.add(23, signature(view, at..(at + 6).min(last.max(at))), open);
    sink.add(24, contents(view, at..last), both(tag(at), tag(at + mark)));
    sink.add(25, three(open, tag(from + 1), tag(at)), final_);
    sink.add(26, both(form(view, site), tag(at)), final_);
    sink.add(27, view.lexical(from), both(tag(at), final_));
    sink.add(28, view.lexical(at + mark), three(tag(at), inner & 1, final_));
}

/// Describes a place where the content before a cue may begin that ends at `to`.
pub(in crate::quote) fn left(
    view: &View<'_>,
    site: &Site,
    group: &Group,
    to: usize,
    (at, rank): (usize, usize),
    sink: &mut impl Sink,
) {
    let tag = |at| view.tag(at) as u32;
    let before = |distance| view.tag_before(at, distance) as u32;
    let rank = rank.min(15) as u32;
    let first = u32::from(at == view.tokens.start);
    let marks = u32::from(view.tag_before(to, 1) == Tag::QuoteClose)
        | u32::from(view.tag(at) == Tag::QuoteOpen) << 1
        | u32::from(view.is_in_quotation(at)) << 2;
    let (length, rest) = (size(to - at), size(at - view.tokens.start));
    let inner = contents(view, at..to);
    let order = group.order as u32;

    sink.add(1, both(first, marks), length);
    sink.add(2, both(first, rank), marks);
    sink.add(3, both(before(1), tag(at)), marks);
    sink.add(4, both(before(2), before(1)), tag(at));
    sink.add(5, view.lexical(at), marks);
    sink.add(6, view.lexical(at.wrapping_sub(1)), marks);
    sink.add(7, site.lemma, both(first, marks));
    sink.add(8, both(rest, marks), tag(at));
    sink.add(9, inner, marks);
    sink.add(10, three(order, first, rank), marks);
    sink.add(11, both(tag(at), tag(at + 1)), length);
    sink.add(12, signature(view, view.tokens.start..at), marks);
    sink.add(13, both(inner & 0b1010, before(1)), marks);
    sink.add(14, view.lexical(at.wrapping_sub(1)), view.lexical(at));
    sink.add(15, contents(view, view.tokens.start..at), both(before(1), tag(at)));
    sink.add(16, trust(site), both(first, before(1)));
}
