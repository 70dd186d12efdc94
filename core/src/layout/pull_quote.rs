//! Pull quotes: lines that say again, by themselves, what a paragraph says.

use super::line::{self, End, Opening, mix};
use super::page::Page;
use crate::keyed::Keyed;
use crate::scan::Kind;
use crate::short::Short;
use std::ops::Range;

/// How many words are compared at first.
const GRAM: usize = 5;

/// The longest pull quote, in words.
const LONGEST: u32 = 40;

/// How many lines that begin alike are compared with a paragraph.
const ALIKE: usize = 4;

/// The lines of the body, in order, whose words stand, in the same order, within a longer line of it.
pub(super) fn find(page: &Page<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    let wanted = Wanted::read(page);
    if wanted.by_gram.is_empty() {
        return found;
    }
    for (index, line) in page.run.clone().zip(&page.lines[page.run.clone()]) {
        let range = line.range();
        for (ahead, token) in page.scan.tokens[range.clone()].iter().enumerate() {
            let hash = u64::from(token.hash);
            let may = if hash == 0 { wanted.spelled } else { wanted.opens(hash) };
            if !may {
                continue;
            }
            let at = range.start + ahead;
            let first = line::fold(page.scan, token).filter(|word| wanted.opens(*word));
            let Some(gram) = first.and_then(|_| gram(page, at..range.end)) else { continue };
            for &candidate in wanted.by_gram.get(&gram).into_iter().flat_map(|alike| alike.iter()) {
                let short = &page.lines[candidate];
                let longer = line.words > short.words + 3;
                if candidate != index && longer && repeats(page, short.range(), at..range.end) {
                    found.push(candidate);
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Lines that may be pull quotes.
struct Wanted {
    /// By their first words.
    by_gram: Keyed<u64, Short<usize, ALIKE>>,
    /// A bit for each first word, by its lowest bits, so that few other words are looked at closely.
    opening: [u64; OPENING],
    /// Whether one begins with what the scan did not look up: a number, an address.
    spelled: bool,
}

/// How many words of bits there are: a power of two.
const OPENING: usize = 32;

impl Wanted {
    fn read(page: &Page<'_>) -> Self {
        let mut out = Self { by_gram: Keyed::default(), opening: [0; OPENING], spelled: false };
        for index in page.run.clone() {
            let line = &page.lines[index];
            if !(GRAM as u32..=LONGEST).contains(&line.words) || line.repeats > 1 {
                continue;
            }
            // Behind speech in a paragraph its speaker follows; a pull quote is the speech alone.
            let last = &page.scan.tokens[line.range().end - 1];
            let quoted = line.opening == Opening::Quote && last.is(Kind::Quote) || line.end == End::Open;
            let Some(gram) = gram(page, line.range()).filter(|_| quoted) else { continue };
            let alike = out.by_gram.entry(gram).or_default();
            if alike.len() < ALIKE {
                alike.push(index);
                let first = folded(page, line.range()).next().unwrap_or(0);
                out.opening[first as usize >> 6 & (OPENING - 1)] |= 1 << (first & 63);
                // The hash of what was looked up has half the bits.
                out.spelled |= first > u64::from(u32::MAX);
            }
        }
        out
    }

    /// Whether one of the lines may begin with a word.
    fn opens(&self, word: u64) -> bool {
        self.opening[word as usize >> 6 & (OPENING - 1)] & 1 << (word & 63) != 0
    }
}

/// The first words of a run as one number, if there are so many.
fn gram(page: &Page<'_>, tokens: Range<usize>) -> Option<u64> {
    let mut words = folded(page, tokens);
    let mut gram = 0;
    for _ in 0..GRAM {
        gram = mix(gram, words.next()?);
    }
    Some(gram)
}

/// Whether the words of `short` open `long`.
fn repeats(page: &Page<'_>, short: Range<usize>, long: Range<usize>) -> bool {
    let mut said = folded(page, long);
    folded(page, short).all(|word| said.next() == Some(word))
}

fn folded<'p>(page: &'p Page<'_>, tokens: Range<usize>) -> impl Iterator<Item = u64> + use<'p> {
    page.scan.tokens[tokens].iter().filter_map(|token| line::fold(page.scan, token))
}
