//! On which side of a cue the content stands, and where it begins and ends.

use super::{Trail, VERBS, both, follows, form, size, three, trust};
use crate::model::{Sink, feature};
use crate::quote::candidates::{Group, Side};
use crate::quote::cue::Site;
use crate::quote::tag::Tag;
use crate::quote::view::View;

/// How many features a side has.
const SIDE_FEATURES: usize = 12;

/// Describes the sides on which the content may stand.
#[derive(Debug)]
pub(in crate::quote) struct Sides([u32; SIDE_FEATURES]);

impl Sides {
    pub(in crate::quote) fn new(view: &View<'_>, site: &Site, group: &Group) -> Self {
        let (start, end) = (group.tokens.start, group.tokens.end);
        let (before, further) = (view.tag_before(start, 1), view.tag_before(start, 2));
        let (next, then) = (view.tag(end), view.tag(end + 1));
        let closes = before == Tag::QuoteClose || further == Tag::QuoteClose;
        let opens = [next, then, view.tag(end + 2)].contains(&Tag::QuoteOpen);
        let marks = u32::from(closes) | u32::from(opens) << 1 | u32::from(view.has_quotation) << 2;
        let [before, further, next, then] = [before, further, next, then].map(|tag| tag as u32);
        let order = group.order as u32;
        let (left, right) = (size(start - view.tokens.start), size(view.tokens.end - end));
        let mut trail = Trail::new(end);
        trail.forward(view, view.tokens.end.min(end + 8));
        Self([
            feature(1, order, site.lemma),
            feature(2, both(before, further), order),
            feature(3, both(next, then), order),
            feature(4, both(marks, before), next),
            feature(5, left, both(order, before)),
            feature(6, right, both(order, next)),
            feature(7, form(view, site), order),
            feature(8, next, site.lemma),
            feature(9, 0, view.lexical(end)),
            feature(10, 0, view.lexical(start.wrapping_sub(1))),
            feature(11, both(u32::from(left == 0), u32::from(right < 3)), both(order, marks)),
            feature(12, order, trail.bits),
        ])
    }

    /// Describes a side.
    pub(in crate::quote) fn side(&self, side: Side, sink: &mut impl Sink) {
        // Each side has its own place for every feature.
        const SALT: [u32; 4] = [0, 0x9e37_79b9, 0x7f4a_7c15, 0xf39c_c060];
        for feature in self.0 {
            sink.push(feature ^ SALT[side as usize]);
        }
    }
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
    let (first, rank, order) = (tag(at), rank as u32, group.order as u32);
    let base = site.end();
    let long = u32::from(view.is_in_quotation(at));
    let form = form(view, site);
    let mut trail = Trail::new(base);
    trail.forward(view, at);

    sink.add(1, rank, form);
    sink.add(2, rank, site.lemma);
    sink.add(3, first, site.lemma);
    sink.add(4, view.lexical(at), site.lemma);
    sink.add(5, both(view.tag_before(at, 1) as u32, first), tag(at + 1));
    sink.add(6, trail.hash, site.lemma);
    sink.add(7, trail.hash, both(order, form));
    sink.add(8, view.lexical(at), rank);
    sink.add(9, view.lexical(at.wrapping_sub(1)), first);
    sink.add(10, size(at - base), both(first, long));
    sink.add(11, three(order, u32::from(at == group.tokens.end), rank), first);
}

/// Describes the places where the content that begins at `from` may end, in their order.
#[derive(Debug)]
pub(in crate::quote) struct Ends<'v> {
    view: &'v View<'v>,
    sites: &'v [Site],
    site: &'v Site,
    from: usize,
    last: usize,
    trail: Trail,
}

impl<'v> Ends<'v> {
    /// For content of a site that begins at `from`; `last` is the last of the places.
    pub(in crate::quote) fn new(
        view: &'v View<'v>,
        sites: &'v [Site],
        site: &'v Site,
        from: usize,
        last: usize,
    ) -> Self {
        Self { view, sites, site, from, last, trail: Trail::new(from) }
    }

    /// Describes a place; `rank` counts them.
    pub(in crate::quote) fn end(&mut self, at: usize, rank: usize, sink: &mut impl Sink) {
        let Self { view, site, from, last, .. } = *self;
        self.trail.forward(view, at);
        let inner = self.trail.bits;
        let tag = |at| view.tag(at) as u32;
        let (open, here, end) = (tag(from), tag(at), u32::from(at == last));
        let verbs = inner & VERBS;
        // What follows a comma or dash tells more than it does.
        let mark = usize::from(matches!(view.tag(at), Tag::Comma | Tag::Dash));
        let before = view.tag_before(at, 1) as u32;
        let quoted = u32::from(inner & 1 << super::STRETCH != 0);

        sink.add(1, end, size(at - from));
        sink.add(2, end, site.lemma);
        sink.add(3, end, both(open, verbs));
        sink.add(4, here, both(tag(at + 1), tag(at + 2)));
        sink.add(5, view.lexical(at), end);
        sink.add(6, view.lexical(at + 1), here);
        sink.add(7, both(rank as u32, here), open);
        sink.add(8, self.cue_at(at + mark + 1), both(here, tag(at + mark)));
        sink.add(9, both(before, here), tag(at + 1));
        sink.add(10, both(verbs, here), tag(at + mark));
        sink.add(11, view.lexical(at.wrapping_sub(1)), here);
        sink.add(12, follows(view, at, last), end);
        sink.add(13, view.lexical(at + mark), three(here, quoted, end));
    }

    /// How far the lexicon trusts the cue that begins at a token, if one does.
    fn cue_at(&self, token: usize) -> u32 {
        let next = self.sites.partition_point(|site| site.tokens.start < token);
        self.sites.get(next).filter(|site| site.tokens.start == token).map_or(0, |site| 1 + trust(site))
    }
}

/// Describes a place where the content before a cue may begin that ends at `to`.
pub(in crate::quote) fn left(view: &View<'_>, site: &Site, to: usize, at: usize, sink: &mut impl Sink) {
    let first = u32::from(at == view.tokens.start);
    let here = view.tag(at) as u32;
    let before = view.tag_before(at, 1) as u32;
    let marks = u32::from(view.tag_before(to, 1) == Tag::QuoteClose)
        | u32::from(view.tag(at) == Tag::QuoteOpen) << 1
        | u32::from(view.is_in_quotation(at)) << 2;
    let mut inner = Trail::new(at);
    inner.forward(view, to);

    sink.add(1, both(view.tag_before(at, 2) as u32, before), here);
    sink.add(2, view.lexical(at), marks);
    sink.add(3, view.lexical(at.wrapping_sub(1)), marks);
    sink.add(4, inner.bits, marks);
    sink.add(5, both(here, view.tag(at + 1) as u32), size(to - at));
    sink.add(6, follows(view, view.tokens.start, at), marks);
    sink.add(7, both(inner.bits & VERBS, before), marks);
    sink.add(8, trust(site), both(first, before));
}
