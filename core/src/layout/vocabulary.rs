//! The words of the body, to tell its lines from those of other stories.

use super::line::{self, LineFeatures};
use super::page::Page;
use super::shape::bucket;
use crate::keyed::{Keyed, Keys};
use crate::lexicon::Classes;
use crate::scan::{Scan, Token};
use crate::short::Short;

/// Of a line so many words count.
const WORDS: usize = 64;

/// Few bodies use fewer words.
const USED: usize = 224;

/// The words that the body uses: in how many of its lines each.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    lines: Keyed<u64, u32>,
    title: Keys<u64>,
}

impl Vocabulary {
    /// The words of a line that carry content, folded.
    fn words<'p>(scan: &'p Scan<'_>, line: &LineFeatures) -> impl Iterator<Item = u64> + use<'p> {
        let content =
            |token: &&Token| token.is_word() && !token.any(Classes::FUNCTION) && token.end - token.start >= 4;
        let words = scan.tokens[line.range()].iter().filter(content).take(WORDS);
        words.filter_map(|token| line::fold(scan, token))
    }

    pub(super) fn new(page: &Page<'_>, headline: Option<usize>) -> Self {
        let mut out = Self::default();
        out.lines.reserve(USED);
        out.title.reserve(WORDS);
        for line in page.lines[page.run.clone()].iter().filter(|line| line.is_prose() && line.repeats == 1) {
            let mut words: Short<u64, WORDS> = Self::words(page.scan, line).collect();
            words.sort_unstable();
            for same in words.chunk_by(|one, next| one == next) {
                *out.lines.entry(same[0]).or_default() += 1;
            }
        }
        let titles = [Some(0), headline].into_iter().flatten().filter_map(|index| page.lines.get(index));
        out.title.extend(titles.flat_map(|line| Self::words(page.scan, line)));
        out
    }

    /// How much of the line's words other lines of the body have, in sixths, and how many the title has.
    pub(super) fn shared(&self, page: &Page<'_>, index: usize) -> (u32, u32) {
        let line = &page.lines[index];
        let own = u32::from(page.run.contains(&index) && line.is_prose() && line.repeats == 1);
        let (mut total, mut known, mut titled) = (0, 0, 0);
        for word in Self::words(page.scan, line) {
            total += 1;
            known += u32::from(self.lines.get(&word).is_some_and(|count| *count > own));
            titled += u32::from(self.title.contains(&word));
        }
        ((6 * known).checked_div(total).unwrap_or(9), bucket(titled))
    }
}
