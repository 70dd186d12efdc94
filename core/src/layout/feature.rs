//! The features of a line of a page, pushed alike in fitting and in parsing.

use super::classify::State;
use super::context::Context;
use super::line::LineFeatures;
use super::page::Page;
use super::shape::{Shape, bucket};
use crate::model::Sink;
use crate::scan::Scan;
use std::ops::Range;

/// How far to either side a line sees its neighbours.
const SIGHT: usize = 2;

/// Of a line so many words are seen.
const WORDS: usize = 8;

/// Pushes the features of a line.
pub(super) fn describe(page: &Page<'_>, context: &Context, index: usize, sink: &mut impl Sink) {
    let line = &page.lines[index];
    let shape = &context.shapes[index];
    shape.describe(line, sink);
    words(page.scan, line, shape, sink);
    neighbours(page, context, index, sink);
    place(page, context, index, sink);
    company(page, context, index, sink);
}

/// What stands around the line.
fn neighbours(page: &Page<'_>, context: &Context, index: usize, sink: &mut impl Sink) {
    let shape = &context.shapes[index];
    for distance in 1..=SIGHT {
        let before = index.checked_sub(distance).map(|index| &context.shapes[index]);
        let after = context.shapes.get(index + distance);
        for (side, other) in [before, after].into_iter().enumerate() {
            let place = (2 * distance + side) as u32;
            let (length, kind) = other.as_ref().map_or((31, 99), |other| (other.length, other.summary()));
            sink.add(40, place, kind);
            sink.add(42, place, length << 8 | other.as_ref().map_or(99, |other| other.wording));
        }
    }
    let summary = |other: Option<usize>| other.map_or(99, |other| context.shapes[other].summary());
    let next = (index + 1 < page.lines.len()).then_some(index + 1);
    let beside = [summary(index.checked_sub(1)), summary(next)];
    sink.add(43, beside[0] << 8 | beside[1], shape.coarse);
    sink.add(44, shape.gap, next.map_or(9, |next| context.shapes[next].gap));
    // The nearest lines that are not just a wording of the page.
    let text = [context.before[index], context.after[index]].map(|other| other.map(|other| other as usize));
    let sides = text.map(summary);
    let gaps = text.map(|other| other.map_or(9, |other| bucket(other.abs_diff(index) as u32)));
    sink.add(45, sides[0], shape.coarse);
    sink.add(46, sides[1], shape.coarse);
    sink.add(47, sides[0] << 8 | sides[1], shape.coarse);
    sink.add(48, sides[0] << 4 | gaps[0], shape.coarse);
    sink.add(49, sides[1] << 4 | gaps[1], shape.coarse);
}

/// Pushes the features of a line behind a state.
pub(super) fn describe_step(context: &Context, index: usize, state: State, sink: &mut impl Sink) {
    let shape = &context.shapes[index];
    let state = state as u32;
    sink.add(80, state, shape.coarse);
    sink.add(81, state, shape.wording);
    sink.add(82, state, shape.length);
    sink.add(83, state << 4 | shape.gap, shape.coarse);
    let (distance, kind) = context.mark[index];
    sink.add(84, state << 8 | kind, distance);
    let text = context.before[index].map_or(9, |other| bucket((other as usize).abs_diff(index) as u32));
    sink.add(85, state, text << 8 | shape.coarse);
}

/// Where the line stands: from the run of most text, from the headline, within the page.
fn place(page: &Page<'_>, context: &Context, index: usize, sink: &mut impl Sink) {
    let shape = &context.shapes[index];
    let side = side(&page.run, index);
    sink.add(50, side, 0);
    sink.add(51, side, shape.coarse);
    sink.add(52, side, shape.end);
    sink.add(53, side, shape.wording);
    let usual = u32::from(page.lines[index].blank_before == context.gap);
    sink.add(58, usual, shape.coarse);
    sink.add(59, usual, side);
    let headline = match context.headline {
        None => 99,
        Some(headline) if headline == index => 98,
        Some(headline) if headline < index => bucket((index - headline) as u32),
        Some(headline) => 20 + bucket((headline - index) as u32),
    };
    sink.add(60, headline, 0);
    sink.add(61, headline, shape.coarse);
    sink.add(62, headline, side);
    sink.add(63, (index * 10 / page.lines.len()) as u32, shape.coarse);
}

/// The side of the run that a line is on, and how far from it.
fn side(run: &Range<usize>, index: usize) -> u32 {
    if index < run.start {
        10 + bucket((run.start - index) as u32)
    } else if index >= run.end {
        30 + bucket((index - run.end) as u32 + 1)
    } else {
        1 + u32::from(index == run.start) + 2 * u32::from(index + 1 == run.end)
    }
}

/// What company the line keeps: the wording above it, the text before it, words that it shares with the body.
fn company(page: &Page<'_>, context: &Context, index: usize, sink: &mut impl Sink) {
    let shape = &context.shapes[index];
    let side = side(&page.run, index);
    let (distance, kind) = context.mark[index];
    sink.add(65, kind << 4 | distance, 0);
    sink.add(66, kind << 4 | distance, shape.coarse);
    let mass = context.mass(index);
    sink.add(67, mass, shape.coarse);
    sink.add(68, mass, side);
    let (shared, titled) = context.vocabulary.shared(page, index);
    sink.add(69, shared, shape.length);
    sink.add(70, titled, shape.length);
    sink.add(71, shared << 4 | titled, side);
    sink.add(72, shared, side << 8 | shape.coarse);
}

/// The first words of the line and the last, as far as a model may see them.
fn words(scan: &Scan<'_>, line: &LineFeatures, shape: &Shape, sink: &mut impl Sink) {
    let range = line.range();
    for (place, index) in range.clone().take(WORDS).enumerate() {
        let word = scan.tokens[index].lexical();
        if place == 0 {
            sink.add(30, word, 0);
            sink.add(31, word, shape.coarse);
        }
        if place < 2 {
            sink.add(32, place as u32, word);
        }
        sink.add(34, word, 0);
    }
    if let Some(last) = range.last() {
        sink.add(35, scan.tokens[last].lexical(), shape.length);
    }
}
