//! The features of a line of a page, pushed alike in fitting and in parsing.

use super::classify::State;
use super::context::{Context, Text, Walk};
use super::line::LineFeatures;
use super::shape::{Shape, bucket};
use crate::model::Sink;
use crate::scan::Scan;
use std::ops::Range;

/// Of a line so many words are seen.
const WORDS: usize = 8;

/// Pushes the features of a line.
pub(super) fn describe(walk: &Walk<'_, '_>, context: &Context, sink: &mut impl Sink) {
    let (page, line, shape) = (walk.page, walk.line(), &walk.shape);
    shape.describe(line, sink);
    words(page.scan, line, shape, sink);
    neighbours(walk, sink);
    place(walk, context, sink);
    company(walk, context, sink);
}

/// What stands around the line.
fn neighbours(walk: &Walk<'_, '_>, sink: &mut impl Sink) {
    let shape = &walk.shape;
    for (distance, sides) in walk.before.iter().zip(&walk.after).enumerate() {
        for (side, other) in [sides.0, sides.1].into_iter().enumerate() {
            let place = (2 * (distance + 1) + side) as u32;
            let (length, kind) = other.as_ref().map_or((31, 99), |other| (other.length, other.summary()));
            sink.add(40, place, kind);
            sink.add(42, place, length << 8 | other.as_ref().map_or(99, |other| other.wording));
        }
    }
    let summary = |other: &Option<Shape>| other.as_ref().map_or(99, Shape::summary);
    let next = &walk.after[0];
    sink.add(43, summary(&walk.before[0]) << 8 | summary(next), shape.coarse);
    sink.add(44, shape.gap, next.as_ref().map_or(9, |next| next.gap));
    // The nearest lines that are not just a wording of the page.
    let sides = walk.text.map(|text| text.map_or(99, |text| text.summary));
    let gaps = walk.text.map(|text| gap(walk, text));
    sink.add(45, sides[0], shape.coarse);
    sink.add(46, sides[1], shape.coarse);
    sink.add(47, sides[0] << 8 | sides[1], shape.coarse);
    sink.add(48, sides[0] << 4 | gaps[0], shape.coarse);
    sink.add(49, sides[1] << 4 | gaps[1], shape.coarse);
}

/// How far from the line another stands.
fn gap(walk: &Walk<'_, '_>, text: Option<Text>) -> u32 {
    text.map_or(9, |text| bucket(text.index.abs_diff(walk.index) as u32))
}

/// Pushes the features of a line behind a state.
pub(super) fn describe_step(walk: &Walk<'_, '_>, state: State, sink: &mut impl Sink) {
    let shape = &walk.shape;
    let state = state as u32;
    sink.add(80, state, shape.coarse);
    sink.add(81, state, shape.wording);
    sink.add(82, state, shape.length);
    sink.add(83, state << 4 | shape.gap, shape.coarse);
    let (distance, kind) = walk.mark();
    sink.add(84, state << 8 | kind, distance);
    sink.add(85, state, gap(walk, walk.text[0]) << 8 | shape.coarse);
}

/// Where the line stands: from the run of most text, from the headline, within the page.
fn place(walk: &Walk<'_, '_>, context: &Context, sink: &mut impl Sink) {
    let (page, shape, index) = (walk.page, &walk.shape, walk.index);
    let side = side(&page.run, index);
    sink.add(50, side, 0);
    sink.add(51, side, shape.coarse);
    sink.add(52, side, shape.end);
    sink.add(53, side, shape.wording);
    let usual = u32::from(u32::from(walk.line().blank_before) == context.gap);
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
fn company(walk: &Walk<'_, '_>, context: &Context, sink: &mut impl Sink) {
    let (page, shape, index) = (walk.page, &walk.shape, walk.index);
    let side = side(&page.run, index);
    let (distance, kind) = walk.mark();
    sink.add(65, kind << 4 | distance, 0);
    sink.add(66, kind << 4 | distance, shape.coarse);
    let mass = context.mass(walk);
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
