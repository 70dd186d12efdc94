//! What the features of a line see of the whole page.

use super::head::Head;
use super::headline;
use super::line::LineFeatures;
use super::page::Page;
use super::run::{FURNITURE, is_worded};
use super::shape::{Shape, bucket};
use super::vocabulary::Vocabulary;

/// What the features of a line see of the whole page.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) shapes: Vec<Shape>,
    /// How many blank lines most paragraphs have before them.
    pub(super) gap: u32,
    pub(super) headline: Option<usize>,
    /// The nearest lines to either side that are not just a wording of the page.
    pub(super) before: Vec<Option<u32>>,
    pub(super) after: Vec<Option<u32>>,
    /// How far before each line the last wording of the page stands, and its kind.
    pub(super) mark: Vec<(u32, u32)>,
    pub(super) vocabulary: Vocabulary,
    /// Before each line, how many words of running text.
    mass: Vec<u32>,
}

impl Context {
    pub(super) fn new(page: &Page<'_>) -> Self {
        let shapes: Vec<Shape> = page.lines.iter().map(Shape::of).collect();
        let headline = headline::find(&Head::new(page)).map(|found| found.line);
        let last = page.lines.len().saturating_sub(1) as u32;
        let mut after = nearest(page.lines.iter().rev());
        after.reverse();
        after.iter_mut().flatten().for_each(|other| *other = last - *other);
        Self {
            mass: mass(page),
            gap: usual_gap(page),
            before: nearest(page.lines.iter()),
            after,
            mark: marks(page, &shapes),
            vocabulary: Vocabulary::new(page, headline),
            headline,
            shapes,
        }
    }

    /// Of twelve parts of the page's running text, how many stand before a line.
    pub(super) fn mass(&self, index: usize) -> u32 {
        let all = self.mass.last().copied().unwrap_or(0).max(1);
        (u64::from(self.mass[index]) * 12 / u64::from(all)) as u32
    }
}

/// The words of running text before each line, and on all of them.
fn mass(page: &Page<'_>) -> Vec<u32> {
    let mut sums = Vec::with_capacity(page.lines.len() + 1);
    let mut sum = 0;
    sums.push(sum);
    for line in &page.lines {
        sum += if line.is_prose() { line.words } else { 0 };
        sums.push(sum);
    }
    sums
}

/// How many blank lines stand before most lines of running text.
fn usual_gap(page: &Page<'_>) -> u32 {
    let mut gaps = [0_u32; 4];
    for line in page.lines[page.run.clone()].iter().filter(|line| line.is_prose()) {
        gaps[line.blank_before.min(3) as usize] += 1;
    }
    (0..4).max_by_key(|gap| gaps[*gap]).unwrap_or(0) as u32
}

/// For each line the last one before it that is a wording of the page, as its distance and its kind.
fn marks(page: &Page<'_>, shapes: &[Shape]) -> Vec<(u32, u32)> {
    let mut last = None;
    let mut out = Vec::with_capacity(shapes.len());
    for (index, (line, shape)) in page.lines.iter().zip(shapes).enumerate() {
        out.push(last.map_or((9, 0), |(at, kind)| (bucket((index - at) as u32), kind)));
        if is_worded(line) {
            last = Some((index, shape.wording));
        }
    }
    out
}

/// For each line the one before it, skipping those that are just a wording of the page.
fn nearest<'l>(lines: impl ExactSizeIterator<Item = &'l LineFeatures>) -> Vec<Option<u32>> {
    let mut last = None;
    let mut out = Vec::with_capacity(lines.len());
    for (index, line) in lines.enumerate() {
        out.push(last);
        if !line.is_mute() && !FURNITURE.iter().any(|kind| line.wordings.is(*kind)) {
            last = Some(index as u32);
        }
    }
    out
}
