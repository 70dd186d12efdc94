//! Where the body is: the run of lines that has most running text and least furniture.

use super::line::{End, LineFeatures};
use crate::lexicon::FurnitureKind;
use std::ops::Range;

/// Kinds of wording that belong to the page.
pub(super) const FURNITURE: [FurnitureKind; 3] =
    [FurnitureKind::Navigation, FurnitureKind::Related, FurnitureKind::Boilerplate];

/// How much a line speaks for running text (positive) or for furniture (negative).
///
/// What the page says again and again between the paragraphs costs less than the first time.
pub(super) fn score(line: &LineFeatures) -> i32 {
    let words = line.words.min(60) as i32;
    let any = |test: &dyn Fn(FurnitureKind) -> bool| FURNITURE.iter().any(|kind| test(*kind));
    if any(&|kind| line.wordings.is(kind)) {
        return if line.is_again() { -3 } else { -10 };
    }
    if line.has_copyright() {
        return -20;
    }
    let mut score = if line.is_prose() {
        4 + words / 2
    } else if line.is_ended() && words >= 3 {
        2
    } else if line.is_mute() || line.is_calendar() {
        -1
    } else if words <= 3 {
        -2
    } else {
        -1
    };
    if any(&|kind| line.wordings.opens(kind)) {
        score -= 12 + words / 4;
    } else if any(&|kind| line.wordings.has(kind)) {
        score -= 6;
    }
    if line.repeats > 1 && !line.is_mute() {
        score -= 4 + words / 4;
    }
    score - 3 * i32::from(line.links.min(5)) - 2 * i32::from(line.separators.min(5))
}

/// The run of lines with the greatest sum, cut to lines that speak for text themselves. Empty where none does.
pub(super) fn best(scores: impl Iterator<Item = i32>) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum) = (0, 0);
    for (index, score) in scores.enumerate() {
        if sum <= 0 {
            (start, sum) = (index, 0);
        }
        sum += score;
        if sum > best_sum {
            best_sum = sum;
            best = start..index + 1;
        }
    }
    best
}

/// Whether there is a page around the article: more than a few lines around it that are furniture by their wording, or
/// many short ones. Advertising between paragraphs alone makes no page.
pub(super) fn is_framed(lines: &[LineFeatures], run: &Range<usize>) -> bool {
    let outside = || lines[..run.start].iter().chain(&lines[run.end..]);
    let around = outside().filter(|line| is_worded(line)).count();
    let within = lines[run.clone()].iter().filter(|line| is_worded(line)).count();
    let short = outside().filter(|line| line.words <= 3 && !line.is_ended()).count();
    around + within / 3 >= 4 || short >= 12
}

/// Whether a line is furniture by its wording.
pub(super) fn is_worded(line: &LineFeatures) -> bool {
    line.has_copyright() || FURNITURE.iter().any(|kind| line.wordings.opens(*kind)) && line.words < 20
}

/// Whether a line with a wording of menus introduces a list instead: `Events:` is as likely the article's own.
pub(super) fn introduces(line: &LineFeatures) -> bool {
    line.end == End::Colon && line.wordings.is(FurnitureKind::Navigation)
}
