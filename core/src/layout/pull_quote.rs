//! Pull quotes: lines that say again, by themselves, what a paragraph says.

use super::line::{self, End, LineFeatures, Opening, Plain, mix};
use super::page::Page;
use crate::scan::Kind;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

/// How many words are compared at first.
const GRAM: usize = 5;

/// The longest pull quote, in words.
const LONGEST: u32 = 40;

/// How many lines that begin alike are compared with a paragraph.
const ALIKE: usize = 4;

/// The lines of the body whose words stand, in the same order, within a longer line of it.
pub(super) fn find(page: &Page<'_>) -> HashSet<usize> {
    let mut wanted: HashMap<u64, Vec<usize>, BuildHasherDefault<Plain>> = HashMap::default();
    for index in page.run.clone() {
        let line = &page.lines[index];
        // Behind speech in a paragraph its speaker follows; a pull quote is the speech alone.
        let last = &page.scan.tokens[line.range().end - 1];
        let quoted = line.opening == Opening::Quote && last.is(Kind::Quote) || line.end == End::Open;
        if (GRAM as u32..=LONGEST).contains(&line.words) && quoted && line.repeats == 1 {
            let words: Vec<u64> = folded(page, line).take(GRAM).collect();
            let alike = wanted.entry(gram(&words)).or_default();
            if words.len() == GRAM && alike.len() < ALIKE {
                alike.push(index);
            }
        }
    }
    let mut found = HashSet::new();
    if wanted.is_empty() {
        return found;
    }
    for index in page.run.clone() {
        let words: Vec<u64> = folded(page, &page.lines[index]).collect();
        for (at, window) in words.windows(GRAM).enumerate() {
            for &candidate in wanted.get(&gram(window)).into_iter().flatten() {
                let short = &page.lines[candidate];
                let longer = page.lines[index].words > short.words + 3;
                let repeated = || {
                    let said: Vec<u64> = folded(page, short).collect();
                    words[at..].starts_with(&said)
                };
                if candidate != index && longer && repeated() {
                    found.insert(candidate);
                }
            }
        }
    }
    found
}

fn gram(words: &[u64]) -> u64 {
    words.iter().fold(0, |all, word| mix(all, *word))
}

fn folded<'p>(page: &'p Page<'_>, line: &LineFeatures) -> impl Iterator<Item = u64> + use<'p> {
    line.range().filter_map(|index| line::fold(page.scan, index))
}
