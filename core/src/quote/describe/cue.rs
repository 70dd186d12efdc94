//! Whether a word of the lexicon reports where it stands.

use super::{both, form, shape, size, three, trust};
use crate::model::Sink;
use crate::quote::category::Category;
use crate::quote::cue::Site;
use crate::quote::view::View;

/// How many sites on either side may be the better cue.
const RIVALS: usize = 6;
/// How far back the opening of a clause is looked for, in tokens.
const CLAUSE: usize = 12;

/// Describes the site `index` of a unit.
pub(in crate::quote) fn cue(view: &View<'_>, sites: &[Site], index: usize, sink: &mut impl Sink) {
    let site = &sites[index];
    let (start, end) = (site.tokens.start, site.end());
    let [earlier, last, ..] = view.around(start);
    let [_, _, first, second, third] = view.around(end);
    let [before, next] = [last, first].map(|seen| seen.category as u32);
    let headline = u32::from(view.headline);
    let (trust, form, marks) = (trust(site), form(view, site), marks(view, site));
    let left = shape(view, view.chunk_ending(start));
    let right = shape(view, view.chunk_starting(end));
    let rival_before = rival(&sites[index.saturating_sub(RIVALS)..index]);
    let rival_behind = rival(&sites[index + 1..sites.len().min(index + 1 + RIVALS)]);
    let (lemma_before, since) = match index.checked_sub(1).map(|other| &sites[other]) {
        Some(other) => (other.lemma, size(start.saturating_sub(other.end()))),
        None => (0, u32::from(u8::MAX)),
    };
    let length = (site.tokens.len() as u32).min(u32::from(u8::MAX));
    let clause = clause(view, start);

    sink.add(1, trust, form);
    sink.add(2, before, rival_before);
    sink.add(3, three(marks, next, right), 0);
    sink.add(4, trust, clause);
    sink.add(5, both(form, next), first.lexical);
    sink.add(6, form, both(left, since));
    sink.add(7, both(marks, length), view.lexical(site.head));
    sink.add(8, three(rival_before, rival_behind, clause), 0);
    sink.add(9, marks, lemma_before);
    sink.add(10, trust, marks);
    sink.add(11, three(headline, second.category as u32, clause), 0);
    sink.add(12, both(next, rival_before), site.lemma);
    sink.add(13, both(headline, before), last.lexical);
    sink.add(14, both(headline, third.category as u32), 0);
    sink.add(15, both(before, length), earlier.lexical);
    sink.add(16, three(trust, before, rival_behind), 0);
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
    let closes = (1..=2).any(|distance| view.category_before(start, distance) == Category::QuoteClose);
    let opens = (end..end + 3).find(|at| view.category(*at) == Category::QuoteOpen);
    let long = opens.is_some_and(|open| view.is_in_quotation(open));
    u32::from(closes)
        | u32::from(opens.is_some()) << 1
        | u32::from(long) << 2
        | u32::from(view.is_quoted(site.head)) << 3
        | u32::from(view.has_quotation) << 4
}

/// What opens the clause that a verb stands in.
fn clause(view: &View<'_>, start: usize) -> u32 {
    let opens = |category: &Category| {
        matches!(
            category,
            Category::Edge
                | Category::Comma
                | Category::That
                | Category::Wh
                | Category::Relative
                | Category::Subordinator
                | Category::And
                | Category::But
                | Category::Semicolon
                | Category::Dash
                | Category::Colon
                | Category::QuoteClose
        )
    };
    // Nothing that opens a clause is tagged as a common noun.
    (1..=CLAUSE).map(|distance| view.category_before(start, distance)).find(opens).unwrap_or(Category::Noun)
        as u32
}
