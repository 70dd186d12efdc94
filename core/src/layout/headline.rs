//! The headline: the line that says what the page's title says, or the line whose shape and place are a headline's.

use super::byline::Strength;
use super::head::Head;
use super::line::{self, End, LineFeatures};
use super::page::Page;
use super::run::is_worded;
use crate::lexicon::FurnitureKind;
use crate::scan::{Kind, Scan};
use crate::short::Short;
use crate::span::Span;
use std::ops::Range;

/// How many words of a line count when it is compared with the title.
const WORDS: usize = 64;

/// How many separators of a title are looked at.
const SEPARATORS: usize = 8;

/// The likeness of a line all of whose words stand in the title.
const INSIDE: u32 = 75;

/// What speaks against a line under running text: it may be a heading that says what the title says.
const UNDER: i32 = 20;

/// What speaks against a line that is not shaped as headlines are, and one of fewer words than headlines have.
const UNSHAPED: i32 = 45;
const SHORT: i32 = 20;
const FEWEST: u32 = 4;
/// What speaks against a line far above the body, where the same words may stand in a list of stories: one for so many
/// lines between them, and at most.
const FAR: (usize, usize) = (4, 20);

/// How many lines under a headline its byline or date is looked for, what the first of them speaks for it, and how much less
/// each further one.
const SUPPORT: usize = 8;
const SUPPORTED: i32 = 36;
const FURTHER: i32 = 4;

/// What must speak for a line, in hundredths of likeness to the title.
const LEAST: i32 = 50;

/// The same where the page has no title.
const ALONE: i32 = 25;

/// Where the headline is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) line: usize,
    /// The headline within the line, the name of the site left away.
    pub(super) span: Span,
    /// The first line is the title of the page, not the headline.
    pub(super) titled: bool,
}

/// Finds the headline: what is most like the title of the page, nearest over byline and date.
pub(super) fn find(head: &Head<'_, '_>) -> Option<Found> {
    let page = head.page;
    let first = page.lines.first()?;
    // A notice over the page is no title.
    let notice = first.is_ended() && is_worded(first);
    let title = Title::read(page.scan, first).filter(|_| !notice);
    if let Some(line) = best(head, title.as_ref()) {
        return Some(Found { line, span: page.lines[line].span(page.scan), titled: true });
    }
    if page.framed {
        // Over a page's menu stands its title; without a line like it further down it is all there is.
        return title.map(|title| Found { line: 0, span: title.cut, titled: false });
    }
    let line = (0..page.run.start.min(4)).find(|index| is_shaped(&page.lines[*index]));
    let line = line.or_else(|| asks(page).then_some(0))?;
    let span = match title {
        Some(title) if line == 0 => title.cut,
        _ => page.lines[line].span(page.scan),
    };
    Some(Found { line, span, titled: false })
}

/// Whether the text opens with a question alone on its line, over running text.
fn asks(page: &Page<'_>) -> bool {
    let [first, second, ..] = page.lines.as_slice() else { return false };
    let short = first.words <= 16 && first.stops == 1 && first.quotes == 0;
    first.end == End::Question && short && is_shaped(first) && second.is_prose()
}

/// The line that is the headline by its likeness to the title and by its place.
fn best(head: &Head<'_, '_>, title: Option<&Title>) -> Option<usize> {
    let page = head.page;
    let end = (page.run.start + 3).min(page.lines.len());
    let mut best: Option<(i32, usize)> = None;
    for index in 1..end {
        let line = &page.lines[index];
        let near = head.lines.contains(&index);
        if line.words < 2
            || line.words as usize > WORDS
            || !near && title.is_none_or(|title| !title.says(line))
        {
            continue;
        }
        // In clean text the headline is the first line; under it stands a standfirst as often as not.
        let supported = if page.framed { support(head, index) } else { 0 };
        let shape = if is_shaped(line) { 0 } else { UNSHAPED };
        let above = page.run.start.saturating_sub(index);
        let far = if page.framed { (above / FAR.0).min(FAR.1) as i32 } else { 0 };
        let under = if page.framed && index > page.run.start { UNDER } else { 0 };
        let wanted = if title.is_some() { LEAST } else { ALONE };
        let least = wanted + shape + far + under - supported;
        let alike = title.map_or(0, |title| title.likeness(page.scan, line, least)) as i32;
        let short = if line.words < FEWEST && alike < 100 { SHORT } else { 0 };
        let value = alike + supported - shape - short - far - under;
        let beats = best.is_none_or(|(other, above)| {
            // What stands right under a headline, and is no more than like the title too, is a standfirst.
            let beneath = above + 1 == index && page.lines[above].hash != line.hash;
            value >= other && !(beneath && alike < INSIDE as i32)
        });
        if value >= wanted && beats {
            best = Some((value, index));
        }
    }
    best.map(|(_, line)| line)
}

/// What a byline or a date under a line says for it.
fn support(head: &Head<'_, '_>, line: usize) -> i32 {
    let field = |index: &usize| {
        let byline = head
            .byline(*index)
            .is_some_and(|reading| reading.strength >= Strength::Good || reading.authors.is_empty());
        byline || head.dates(*index).is_some_and(|reading| reading.other <= 3)
    };
    let under = (line + 1..=line + SUPPORT).find(field);
    under.map_or(0, |index| SUPPORTED - FURTHER * (index - line - 1) as i32)
}

/// The page's title: the headline, often with the name of the site before or behind it.
struct Title {
    words: Short<u64, { 2 * WORDS }>,
    /// Without the name of the site behind it.
    cut: Span,
    /// Hashes of the whole and of its parts from the start to a separator and from a separator to the end.
    parts: Short<u32, { 2 * SEPARATORS + 1 }>,
}

impl Title {
    fn read(scan: &Scan<'_>, line: &LineFeatures) -> Option<Self> {
        let range = line.range();
        if line.words as usize > WORDS {
            return None;
        }
        let shown = scan.tokens[range.clone()].iter().take(2 * WORDS);
        let words: Short<u64, _> = shown.filter_map(|token| line::fold(scan, token)).collect();
        if words.len() < 2 {
            return None;
        }
        let separators: Short<usize, SEPARATORS> =
            range.clone().filter(|index| is_separator(scan, *index, &range)).collect();
        let mut parts = Short::default();
        parts.push(line.hash);
        let mut cut = line.span(scan);
        for &separator in separators.iter() {
            for part in [range.start..separator, separator + 1..range.end] {
                if words_in(scan, part.clone()) >= 4 {
                    parts.push(line::hash(scan, part));
                }
            }
        }
        // Behind the first `|`, or behind the last dash, stands the name of the site; it is short.
        let bar = separators.iter().copied().find(|index| scan.word(*index) == "|");
        let last = bar.or(separators.last().copied()).filter(|_| !separators.is_empty());
        if let Some(separator) = last {
            let behind = words_in(scan, separator + 1..range.end);
            let before = words_in(scan, range.start..separator);
            if behind <= 6 && before >= behind.min(3) && separator > range.start {
                cut = scan.span_of(range.start..separator);
            }
        }
        Some(Self { words, cut, parts })
    }

    /// Whether a line says the same as the title or as a part of it.
    fn says(&self, line: &LineFeatures) -> bool {
        self.parts.contains(&line.hash)
    }

    /// Of a hundred words of line and title, how many they share; a line all of whose words stand in the title, or
    /// that holds all of the title, is as good as equal. Zero where a glance tells that it is under `least`.
    fn likeness(&self, scan: &Scan<'_>, line: &LineFeatures, least: i32) -> u32 {
        if self.says(line) {
            return 100;
        }
        let title = self.words.len() as u32;
        let most = (200 * title / (line.words + title)).max(INSIDE);
        if line.words > title && (most as i32) < least {
            return 0;
        }
        let mut left = self.words;
        let (mut shared, mut total): (u32, u32) = (0, 0);
        let words = scan.tokens[line.range()].iter().take(2 * WORDS);
        for word in words.filter_map(|token| line::fold(scan, token)) {
            total += 1;
            if let Some(at) = left.iter().position(|other| *other == word) {
                left.swap_remove(at);
                shared += 1;
            }
        }
        let dice = 200 * shared / (total + title);
        let inside = 100 * shared / total.min(title).max(1);
        if total.min(title) >= 4 && inside >= 80 { dice.max(INSIDE) } else { dice }
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

/// Whether a line could be a headline by itself.
pub(super) fn is_shaped(line: &LineFeatures) -> bool {
    let furniture = [
        FurnitureKind::Navigation,
        FurnitureKind::Related,
        FurnitureKind::Boilerplate,
        FurnitureKind::Caption,
        FurnitureKind::Published,
        FurnitureKind::Updated,
        FurnitureKind::Byline,
    ];
    (2..=40).contains(&line.words)
        && !matches!(line.end, End::Stop | End::Colon | End::Comma)
        && !line.has_copyright()
        && !line.is_bracketed()
        && !line.is_calendar()
        && line.links == 0
        && !furniture.iter().any(|kind| line.wordings.opens(*kind))
}
