//! The headline: the line that says what the page's title says, or the line whose shape and place are a headline's.

use super::line::{self, End, LineFeatures};
use super::page::Page;
use crate::lexicon::FurnitureKind;
use crate::scan::{Kind, Scan};
use crate::span::Span;
use std::ops::Range;

/// How many words of a line count when it is compared with the title.
const WORDS: usize = 64;

/// How many lines above the body are looked at.
const ABOVE: usize = 60;

/// Where the headline is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) line: usize,
    /// The headline within the line, the name of the site left away.
    pub(super) span: Span,
    /// The first line is the title of the page, not the headline.
    pub(super) titled: bool,
}

/// Finds the headline of a page whose body begins at the line `page.run.start`.
pub(super) fn find(page: &Page<'_>) -> Option<Found> {
    let first = page.lines.first()?;
    let title = Title::read(page.scan, first);
    if let Some(line) = title.as_ref().and_then(|title| repeated(page, title)) {
        return Some(Found { line, span: page.lines[line].span, titled: true });
    }
    if page.is_page {
        let shaped = above(page);
        // Over a page's menu stands its title; without a line like it further down it is all there is.
        return match (shaped, title) {
            (Some(line), _) if line > 0 => Some(Found { line, span: page.lines[line].span, titled: true }),
            (_, Some(title)) if is_shaped(first) || title.cut.len() < first.span.len() => {
                Some(Found { line: 0, span: title.cut, titled: false })
            }
            _ => None,
        };
    }
    let line = (0..page.run.start.min(4)).find(|index| is_shaped(&page.lines[*index]))?;
    let span = match title {
        Some(title) if line == 0 => title.cut,
        _ => page.lines[line].span,
    };
    Some(Found { line, span, titled: false })
}

/// The page's title: the headline, often with the name of the site before or behind it.
struct Title {
    words: Vec<u64>,
    /// Without the name of the site behind it.
    cut: Span,
    /// Hashes of the whole and of its parts from the start to a separator and from a separator to the end.
    parts: Vec<u64>,
}

impl Title {
    fn read(scan: &Scan<'_>, line: &LineFeatures) -> Option<Self> {
        let range = line.range();
        let words: Vec<u64> =
            range.clone().take(2 * WORDS).filter_map(|index| line::fold(scan, index)).collect();
        if words.len() < 2 || line.words as usize > WORDS {
            return None;
        }
        let separators: Vec<usize> =
            range.clone().filter(|index| is_separator(scan, *index, &range)).take(8).collect();
        let mut parts = vec![line.hash];
        let mut cut = line.span;
        for &separator in &separators {
            parts.push(line::hash(scan, range.start..separator));
            parts.push(line::hash(scan, separator + 1..range.end));
        }
        // Behind the first `|`, or behind the last dash, stands the name of the site; it is short.
        let bar = separators.iter().copied().find(|index| scan.word(*index) == "|");
        let last = bar.or(separators.last().copied()).filter(|_| !separators.is_empty());
        if let Some(separator) = last {
            let behind = words_in(scan, separator + 1..range.end);
            let before = words_in(scan, range.start..separator);
            if behind <= 6 && before > behind.min(3) && separator > range.start {
                cut = scan.span_of(range.start..separator);
            }
        }
        Some(Self { words, cut, parts })
    }

    /// Of a hundred words of line and title, how many they share; a line all of whose words stand in the title, or
    /// that holds all of the title, is as good as equal.
    fn likeness(&self, scan: &Scan<'_>, line: &LineFeatures) -> u32 {
        if self.parts.contains(&line.hash) {
            return 100;
        }
        let mut left = self.words.clone();
        let (mut shared, mut total) = (0, 0);
        for word in line.range().take(2 * WORDS).filter_map(|index| line::fold(scan, index)) {
            total += 1;
            if let Some(at) = left.iter().position(|other| *other == word) {
                left.swap_remove(at);
                shared += 1;
            }
        }
        let (shared, total, title) = (shared, total, self.words.len() as u32);
        let dice = 200 * shared / (total + title);
        let inside = 100 * shared / total.min(title).max(1);
        if total.min(title) >= 4 && inside >= 80 { dice.max(75) } else { dice }
    }
}

fn words_in(scan: &Scan<'_>, range: Range<usize>) -> usize {
    scan.tokens[range]
        .iter()
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Number | Kind::Url))
        .count()
}

/// Whether a token parts a headline from the name of the site: `|`, a dash with spaces, `»`, `·`, `:`.
fn is_separator(scan: &Scan<'_>, index: usize, range: &Range<usize>) -> bool {
    let token = &scan.tokens[index];
    let spaced = |token: Option<&crate::scan::Token>| token.is_none_or(|token| !token.is_glued());
    let alone = index > range.start && spaced(Some(token)) && spaced(scan.tokens.get(index + 1));
    match token.kind {
        Kind::Dash | Kind::Bullet | Kind::Slash => alone,
        Kind::Colon => index > range.start && spaced(scan.tokens.get(index + 1)),
        Kind::Symbol | Kind::Quote => matches!(scan.word(index), "|" | "»" | "›" | ">" | "«" | "·"),
        _ => false,
    }
}

/// The line that repeats the title, the nearest to the body where there are several.
fn repeated(page: &Page<'_>, title: &Title) -> Option<usize> {
    let end = (page.run.start + 3).min(page.lines.len());
    let mut best: Option<(u32, usize)> = None;
    for index in 1..end {
        let line = &page.lines[index];
        if line.words < 2 || line.words as usize > WORDS {
            continue;
        }
        // Far above the body only the very words count.
        let near = index + ABOVE >= page.run.start;
        let likeness = title.likeness(page.scan, line);
        let least = if near && line.words >= 4 { 60 } else { 100 };
        if likeness >= least && best.is_none_or(|(other, _)| likeness >= other) {
            best = Some((likeness, index));
        }
    }
    best.map(|(_, line)| line)
}

/// The line above the body that has the shape of a headline, with byline and date between at most.
fn above(page: &Page<'_>) -> Option<usize> {
    let from = page.run.start.saturating_sub(12);
    let shaped = |index: &usize| is_shaped(&page.lines[*index]) && page.lines[*index].words >= 5;
    (from..page.run.start).rev().find(shaped)
}

/// Whether a line could be a headline by itself.
pub(super) fn is_shaped(line: &LineFeatures) -> bool {
    let furniture = [
        FurnitureKind::Navigation,
        FurnitureKind::Related,
        FurnitureKind::Boilerplate,
        FurnitureKind::Caption,
        FurnitureKind::Published,
        FurnitureKind::Byline,
    ];
    (2..=40).contains(&line.words)
        && !matches!(line.end, End::Stop | End::Colon | End::Comma)
        && !line.copyright
        && !line.bracketed
        && !line.is_calendar()
        && line.links == 0
        && !furniture.iter().any(|kind| line.wordings.opens(*kind))
}
