//! What the lines of the article are: headings, list items, captions, pull quotes, paragraphs.

use super::BlockKind;
use super::caption::Credit;
use super::classify::Label;
use super::line::{self, End, LineFeatures, Opening, Plain, mix};
use super::page::Page;
use crate::lexicon::{Classes, FurnitureKind, Table};
use crate::scan::{Kind, Scan};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// How many words a pull quote is compared by at first.
const GRAM: usize = 5;

/// Gives the lines of the article, that are no field, their kind. What is left without one is furniture.
pub(super) fn of_article(page: &Page<'_>, kinds: &mut [Option<BlockKind>]) {
    let pulled = pull_quotes(page);
    // From the end, so that a heading knows what stands under it.
    let mut under: Option<BlockKind> = None;
    let mut gap = 0;
    for index in (0..kinds.len()).rev() {
        if kinds[index].is_some() || !page.is_article(index) {
            gap += 1;
            continue;
        }
        let kind = one(page, index, under.filter(|_| gap <= 6), pulled.get(&index).is_some());
        kinds[index] = kind;
        if kind.is_some() {
            under = kind;
            gap = 0;
        } else {
            gap += 1;
        }
    }
}

fn one(page: &Page<'_>, index: usize, under: Option<BlockKind>, pulled: bool) -> Option<BlockKind> {
    let line = &page.lines[index];
    if line.wordings.opens(FurnitureKind::Note) {
        return Some(BlockKind::Paragraph);
    }
    let caption = match page.label_of(index) {
        Some(label) => label == Label::Caption,
        None => line.credit != Credit::None || beside_credit(page, index),
    };
    if caption {
        return Some(BlockKind::Caption);
    }
    if pulled {
        return Some(BlockKind::PullQuote);
    }
    if is_item(page, index) {
        return Some(BlockKind::ListItem);
    }
    let heading = match page.label_of(index) {
        Some(label) => label == Label::Heading,
        None => is_heading(page, index),
    };
    if heading {
        let heads = matches!(
            under,
            Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading | BlockKind::Caption)
        );
        if heads {
            return Some(BlockKind::Heading);
        }
        return (!page.is_page).then_some(BlockKind::Paragraph);
    }
    Some(BlockKind::Paragraph)
}

/// Whether a line has the shape of a heading.
fn is_heading(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    let shaped = matches!(
        line.opening,
        Opening::Capital | Opening::Number | Opening::Quote | Opening::Bracket | Opening::Other
    );
    let short = line.words <= 12 || line.words <= 20 && line.end == End::Question;
    let open = matches!(line.end, End::Open | End::Question | End::Exclamation | End::Ellipsis);
    let spoken = line.opening == Opening::Quote && line.is_ended();
    let one_sentence = line.stops <= 1 || line.end == End::Open;
    line.words > 0 && shaped && short && open && !spoken && one_sentence && !line.is_prose_question()
}

impl LineFeatures {
    /// A question that has a paragraph's length.
    fn is_prose_question(&self) -> bool {
        matches!(self.end, End::Question | End::Exclamation) && self.words > 16
    }
}

/// Whether a line is an item of a list.
fn is_item(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    match line.opening {
        Opening::Bullet => line.words > 0,
        Opening::Dash => {
            let neighbour = |other: Option<&LineFeatures>| {
                other.is_some_and(|other| other.opening == Opening::Dash && other.words > 0)
            };
            neighbour(index.checked_sub(1).map(|other| &page.lines[other]))
                || neighbour(page.lines.get(index + 1))
        }
        Opening::Number => {
            is_numbered(page.scan, line)
                && (page.lines.get(index + 1).is_some_and(|next| is_numbered(page.scan, next))
                    || index > 0 && is_numbered(page.scan, &page.lines[index - 1]))
        }
        _ => false,
    }
}

/// `1. Ditch the diet`, `2) More`
fn is_numbered(scan: &Scan<'_>, line: &LineFeatures) -> bool {
    let range = line.range();
    let mut tokens = scan.tokens[range].iter();
    let number = tokens.next().is_some_and(|token| token.is(Kind::Number) && token.end - token.start <= 3);
    number
        && tokens
            .next()
            .is_some_and(|token| matches!(token.kind, Kind::Period | Kind::Close) && token.is_glued())
}

/// Whether a line stands over a credit.
fn beside_credit(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    let next = page.lines.get(index + 1).filter(|next| next.blank_before == 0);
    line.words <= 60 && next.is_some_and(|next| next.credit == Credit::Alone)
}

/// Lines that say again, by themselves, what a paragraph says: the same words in the same order.
fn pull_quotes(page: &Page<'_>) -> HashMap<usize, ()> {
    let mut wanted: HashMap<u64, Vec<usize>, BuildHasherDefault<Plain>> = HashMap::default();
    for index in page.run.clone() {
        let line = &page.lines[index];
        let quoted = line.opening == Opening::Quote || line.end == End::Open;
        if (GRAM as u32..=40).contains(&line.words) && quoted && line.repeats == 1 {
            let words: Vec<u64> = folded(page, line).take(GRAM).collect();
            if words.len() == GRAM {
                let same = wanted.entry(words.iter().fold(0, |all, word| mix(all, *word))).or_default();
                if same.len() < 4 {
                    same.push(index);
                }
            }
        }
    }
    let mut found = HashMap::new();
    if wanted.is_empty() {
        return found;
    }
    for index in page.run.clone() {
        let words: Vec<u64> = folded(page, &page.lines[index]).collect();
        for (at, gram) in words.windows(GRAM).enumerate() {
            let Some(lines) = wanted.get(&gram.iter().fold(0, |all, word| mix(all, *word))) else { continue };
            for &candidate in lines {
                let longer = page.lines[index].words > page.lines[candidate].words + 3;
                let same = folded(page, &page.lines[candidate]).zip(&words[at..]).all(|(a, b)| a == *b);
                let whole = words.len() - at >= page.lines[candidate].words as usize;
                if candidate != index && longer && same && whole {
                    found.insert(candidate, ());
                }
            }
        }
    }
    found
}

fn folded<'p>(page: &'p Page<'_>, line: &LineFeatures) -> impl Iterator<Item = u64> + use<'p> {
    line.range().filter_map(|index| line::fold(page.scan, index))
}
