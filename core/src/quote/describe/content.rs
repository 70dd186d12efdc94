//! On which side of a cue the content stands, and where it begins and ends.

use super::{Passed, STRETCH, VERBS, both, form, shape, size, three, trust};
use crate::model::{Sink, feature};
use crate::quote::candidates::{Group, Side};
use crate::quote::category::Category;
use crate::quote::cue::Site;
use crate::quote::view::View;

/// How many features a side has.
const SIDE_FEATURES: usize = 10;

/// Describes the sides on which the content may stand.
#[derive(Debug)]
pub(in crate::quote) struct Sides([u32; SIDE_FEATURES]);

impl Sides {
    pub(in crate::quote) fn new(view: &View<'_>, site: &Site, group: &Group) -> Self {
        let (start, end) = (group.tokens.start, group.tokens.end);
        let [_, last, ..] = view.around(start);
        let [_, _, first, second, _] = view.around(end);
        let [before, next, then] = [last, first, second].map(|seen| seen.category as u32);
        let (left, right) = (size(start - view.tokens.start), size(view.tokens.end - end));
        let opens = u32::from(first.is_in_quotation() || second.is_in_quotation());
        let closes = u32::from(last.is_in_quotation());
        let (order, form) = (group.order as u32, form(view, site));
        Self([
            feature(1, three(order, next, closes), 0),
            feature(2, three(order, before, opens), 0),
            feature(3, right, form),
            feature(4, both(opens, closes), frames(site)),
            feature(5, opens, first.lexical),
            feature(6, order, left),
            feature(7, before << 16 | form, last.lexical),
            feature(8, then, closes),
            feature(9, next, form),
            feature(10, order, view.lexical(view.tokens.start)),
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

/// Describes the places where the content behind a cue may begin, in their order.
#[derive(Debug)]
pub(in crate::quote) struct Starts<'v> {
    view: &'v View<'v>,
    site: &'v Site,
    group: &'v Group,
    form: u32,
    trust: u32,
    frames: u32,
    next: u32,
    marks: u32,
    passed: Passed,
}

impl<'v> Starts<'v> {
    pub(in crate::quote) fn new(view: &'v View<'v>, site: &'v Site, group: &'v Group) -> Self {
        Self {
            view,
            site,
            group,
            form: form(view, site),
            trust: trust(site),
            frames: frames(site),
            next: view.category(site.end()) as u32,
            marks: u32::from(view.has_quotation),
            passed: Passed::new(site.end()),
        }
    }

    /// Describes a place; `rank` counts them.
    pub(in crate::quote) fn start(&mut self, at: usize, rank: usize, sink: &mut impl Sink) {
        let Self { view, site, group, form, .. } = *self;
        self.passed.forward(view, at);
        let base = site.end();
        let [_, last, own, second, _] = view.around(at);
        let [before, first, then] = [last, own, second].map(|seen| seen.category as u32);
        let (rank, long) = (rank as u32, u32::from(own.is_in_quotation()));
        let (here, word) = (own.lexical, last.lexical);
        let behind_group = u32::from(at == group.tokens.end);
        let behind_cue = u32::from(at == base);

        sink.add(1, three(first, long, size(at - base)), 0);
        sink.add(2, both(before, behind_group), self.frames);
        sink.add(3, three(rank, before, behind_group), 0);
        sink.add(4, both(long, behind_group), word);
        sink.add(5, both(first, behind_group), here);
        sink.add(6, both(self.passed.kinds, behind_cue), self.frames);
        sink.add(7, three(first, before, behind_group), 0);
        sink.add(8, three(group.order as u32, size(at - base), self.marks), 0);
        sink.add(9, form, both(before, behind_cue));
        sink.add(10, both(first, behind_cue), site.lemma);
        sink.add(11, three(self.trust, self.next, then), rank);
        sink.add(12, shape(view, view.chunk_starting(at)), both(first, rank));
    }
}

/// Describes the places where the content that begins at `from` may end, in their order.
#[derive(Debug)]
pub(in crate::quote) struct Ends<'v> {
    view: &'v View<'v>,
    site: &'v Site,
    /// The sites that begin behind the beginning, or behind the places described so far.
    ahead: &'v [Site],
    from: usize,
    last: usize,
    open: u32,
    quoted: u32,
    form: u32,
    frames: u32,
    first: u32,
    passed: Passed,
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
        Self {
            view,
            site,
            ahead: &sites[sites.partition_point(|site| site.tokens.start <= from)..],
            from,
            last,
            open: view.category_before(from, 1) as u32,
            quoted: u32::from(view.is_quoted(from)),
            form: form(view, site),
            frames: frames(site),
            first: view.lexical(from),
            passed: Passed::new(from),
        }
    }

    /// Describes a place; `rank` counts them.
    pub(in crate::quote) fn end(&mut self, at: usize, rank: usize, sink: &mut impl Sink) {
        let Self { view, site, from, last, quoted, .. } = *self;
        self.passed.forward(view, at);
        let kinds = self.passed.kinds;
        let verbs = kinds & VERBS;
        let marked = u32::from(kinds & 1 << STRETCH != 0);
        let around = view.around(at);
        let [earlier, before, here, next, then] = around.map(|seen| seen.category as u32);
        let [_, last_word, word, second, _] = around.map(|seen| seen.lexical);
        // What follows a comma or dash tells more than it does.
        let mark = matches!(around[2].category, Category::Comma | Category::Dash);
        let (behind, further) = if mark { (next, then) } else { (here, next) };
        let opening = if mark { second } else { word };
        let cue = self.cue_at(at + usize::from(mark) + 1);
        let end = u32::from(at == last);

        sink.add(1, three(next, behind, quoted), 0);
        sink.add(2, three(size(at - from), here, u32::from(at > site.head)), 0);
        sink.add(3, both(here, behind), self.frames);
        sink.add(4, both(verbs, here), opening);
        sink.add(5, three(end, here, before), 0);
        sink.add(6, three(end, then, self.open), 0);
        sink.add(7, kinds, quoted);
        sink.add(8, both(end, cue), opening);
        sink.add(9, both(marked, earlier), last_word);
        sink.add(10, second.rotate_left(8) ^ further, opening);
        sink.add(11, self.form, word);
        sink.add(12, both(marked, size(last - at)), word);
        sink.add(13, both(verbs, here), self.first);
        sink.add(14, three(then, rank as u32, marked), 0);
    }

    /// How far the lexicon trusts the cue that begins at a token, if one does; the tokens are asked for in order. The last
    /// place may lie far behind the others, so that the sites between are not walked.
    fn cue_at(&mut self, token: usize) -> u32 {
        let passed = self.ahead.partition_point(|site| site.tokens.start < token);
        self.ahead = &self.ahead[passed..];
        self.ahead.first().filter(|site| site.tokens.start == token).map_or(0, |site| 1 + trust(site))
    }
}

/// Describes a place where the content before a cue may begin that ends at `to`.
pub(in crate::quote) fn left(view: &View<'_>, to: usize, at: usize, sink: &mut impl Sink) {
    let [earlier, last, own, ..] = view.around(at);
    let [further, before, here] = [earlier, last, own].map(|seen| seen.category as u32);
    let [_, close, behind, ..] = view.around(to);
    let behind = behind.category as u32;
    let first = u32::from(at == view.tokens.start);
    let marks = u32::from(close.category == Category::QuoteClose)
        | u32::from(own.category == Category::QuoteOpen) << 1
        | u32::from(own.is_in_quotation()) << 2;
    let mut passed = Passed::new(at);
    passed.forward(view, to);

    sink.add(1, three(here, passed.kinds & VERBS, first), 0);
    sink.add(2, three(before, marks, behind), 0);
    sink.add(3, three(before, here, first), 0);
    sink.add(4, both(further, marks), last.lexical);
    sink.add(5, both(here, marks), passed.kinds);
    sink.add(6, size(at - view.tokens.start), behind);
    sink.add(7, marks, own.lexical);
    sink.add(8, both(before, first), last.lexical);
}

/// What the cue takes.
fn frames(site: &Site) -> u32 {
    site.row.map_or(0, |row| row.frames.complements())
}
