//! Which noun phrase speaks at a cue.

use super::{both, contents, form, shape, signature, size, three};
use crate::model::Sink;
use crate::quote::candidates::{Place, Source};
use crate::quote::cue::Site;
use crate::quote::tag::Tag;
use crate::quote::unit::View;

/// Describes a noun phrase as the speaker at a cue, or nobody. `last` is the speaker of the cue before in the unit.
pub(in crate::quote) fn source(
    view: &View<'_>,
    site: &Site,
    source: Option<Source>,
    last: Option<Source>,
    sink: &mut impl Sink,
) {
    let (start, end) = (site.tokens.start, site.end());
    let tag = |at| view.tag(at) as u32;
    let form = form(view, site);
    let before = view.tag_before(start, 1) as u32;
    let Some(source) = source else {
        sink.add(1, 0, form);
        sink.add(2, 0, site.lemma);
        sink.add(3, both(before, tag(end)), form);
        sink.add(4, site.lemma, tag(end));
        sink.add(5, site.lemma, before);
        sink.add(6, shape(view, view.chunk_ending(start)), form);
        sink.add(7, shape(view, view.chunk_starting(end)), form);
        sink.add(8, u32::from(last.is_some()), both(before, form));
        sink.add(9, tag(start), form);
        return;
    };
    let tokens = source.tokens();
    let own = &view.mentions.chunks[source.chunk];
    let (side, rank) = match source.place {
        Place::Behind(rank) => (0, 16 + rank as u32),
        Place::Before(rank) => (1, rank as u32),
        Place::Around => (2, 30),
    };
    let between = source.between(site);
    let (shape, sign) = (shape(view, Some(source.chunk)), signature(view, between.clone()));
    let behind = |distance| view.tag_before(tokens.start, distance) as u32;
    // Of a chunk around the cue, the last word before it stands for the head.
    let head = if side == 2 { tokens.end - 1 } else { own.head as usize };
    let (head, word) = (tag(head), view.lexical(head));
    let adjacent = u32::from(between.is_empty());

    sink.add(21, rank, form);
    sink.add(22, rank, site.lemma);
    sink.add(23, rank, before);
    sink.add(24, shape, both(rank, u32::from(site.passive)));
    sink.add(25, shape, site.lemma);
    sink.add(26, word, side);
    sink.add(27, three(behind(1), tag(tokens.end), side), 0);
    sink.add(28, view.lexical(tokens.start.wrapping_sub(1)), side);
    sink.add(29, view.lexical(tokens.end), side);
    sink.add(30, three(behind(1), behind(2), side), 0);
    sink.add(31, three(tag(tokens.end), tag(tokens.end + 1), side), 0);
    sink.add(32, sign, side);
    sink.add(33, sign, both(form, before));
    sink.add(34, contents(view, between.clone()), both(side, rank));
    sink.add(35, size(between.len()), both(side, own.class as u32));
    sink.add(36, agreement(view, site, source.chunk), both(rank, form & 7));
    let same = u32::from(last.is_some_and(|last| last.is_same(source))) | u32::from(last.is_some()) << 1;
    sink.add(37, same, three(before, tag(site.head), side));
    sink.add(38, same, both(rank, adjacent));
    sink.add(39, site.lemma, three(adjacent, side, 0));
    sink.add(40, shape, both(tag(tokens.end), side));
    sink.add(41, shape, both(behind(1), side));
    sink.add(42, rank, both(tag(end), tag(site.head)));
    sink.add(43, u32::from(tokens.start == view.tokens.start), both(side, rank));
    sink.add(44, head, both(side, own.class as u32));
    sink.add(45, site.lemma, both(head, side));
    sink.add(46, word, site.lemma);
    sink.add(47, view.lexical(tokens.start.wrapping_sub(1)), both(form, side));
    if between.len() == 1 {
        sink.add(48, view.lexical(between.start), side);
    }
    sink.add(49, sign, shape);
    let apposed = u32::from(own.whole.end > own.tokens.end) | u32::from(view.is_apposed(source.chunk)) << 1;
    sink.add(51, apposed, both(rank, adjacent));
    let closes = u32::from(view.tag_before(tokens.start, 1) == Tag::QuoteClose)
        | u32::from(view.tag_before(tokens.start, 2) == Tag::QuoteClose) << 1;
    sink.add(50, closes, both(rank, adjacent));
}

/// Whether the number of a chunk fits the verb: a form in -s takes no plural.
fn agreement(view: &View<'_>, site: &Site, chunk: usize) -> u32 {
    if view.tag(site.head) != Tag::CueBase {
        return 0;
    }
    let third = view.scan.word(site.head).ends_with('s');
    1 + u32::from(third) * 2 + u32::from(view.mentions.chunks[chunk].plural)
}
