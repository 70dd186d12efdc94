//! What the features of a line see of the whole page.

use super::head::Head;
use super::headline;
use super::line::LineFeatures;
use super::page::Page;
use super::run::{FURNITURE, is_worded};
use super::shape::{Shape, bucket};
use super::vocabulary::Vocabulary;

/// How far to either side a line sees its neighbours.
pub(super) const SIGHT: usize = 2;

/// What the features of a line see of the whole page.
#[derive(Debug)]
pub(super) struct Context {
    /// How many blank lines most paragraphs have before them.
    pub(super) gap: u32,
    pub(super) headline: Option<usize>,
    pub(super) vocabulary: Vocabulary,
    /// The words of running text.
    mass: u32,
}

impl Context {
    pub(super) fn new(page: &Page<'_>) -> Self {
        let headline = headline::find(&Head::new(page)).map(|found| found.line);
        Self {
            gap: usual_gap(page),
            headline,
            vocabulary: Vocabulary::new(page, headline),
            mass: page.lines.iter().map(mass).sum(),
        }
    }

    /// Of twelve parts of the page's running text, how many stand before a line.
    pub(super) fn mass(&self, walk: &Walk<'_, '_>) -> u32 {
        (u64::from(walk.mass) * 12 / u64::from(self.mass.max(1))) as u32
    }
}

/// A walk down a page, and what the line that it has come to sees around itself. No more of the page is held in shapes.
#[derive(Debug)]
pub(super) struct Walk<'p, 's> {
    pub(super) page: &'p Page<'s>,
    /// The line that it has come to.
    pub(super) index: usize,
    pub(super) shape: Shape,
    /// The lines before it and behind it, the nearest first.
    pub(super) before: [Option<Shape>; SIGHT],
    pub(super) after: [Option<Shape>; SIGHT],
    /// The nearest lines to either side that are not just a wording of the page.
    pub(super) text: [Option<Text>; 2],
    /// The last wording of the page before it, and its kind.
    mark: Option<(usize, u32)>,
    /// How many words of running text stand before it.
    mass: u32,
}

/// A line that is not just a wording of the page, and what a neighbour sees of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    pub(super) index: usize,
    pub(super) summary: u32,
}

impl<'p, 's> Walk<'p, 's> {
    /// Begins at the first line.
    pub(super) fn new(page: &'p Page<'s>) -> Self {
        let shape = |index: usize| page.lines.get(index).map(Shape::of);
        let mut walk = Self {
            page,
            index: 0,
            shape: shape(0).unwrap_or_default(),
            before: [None; SIGHT],
            after: [shape(1), shape(2)],
            text: [None; 2],
            mark: None,
            mass: 0,
        };
        walk.text[1] = walk.text_behind();
        walk
    }

    /// The line that it has come to.
    pub(super) fn line(&self) -> &'p LineFeatures {
        &self.page.lines[self.index]
    }

    /// How far before the line the last wording of the page stands, and its kind.
    pub(super) fn mark(&self) -> (u32, u32) {
        self.mark.map_or((9, 0), |(at, kind)| (bucket((self.index - at) as u32), kind))
    }

    /// Goes on to the next line.
    pub(super) fn step(&mut self) {
        let line = self.line();
        if is_text(line) {
            self.text[0] = Some(Text { index: self.index, summary: self.shape.summary() });
        }
        if is_worded(line) {
            self.mark = Some((self.index, self.shape.wording));
        }
        self.mass += mass(line);
        self.index += 1;
        let [next, behind] = self.after;
        self.before = [Some(self.shape), self.before[0]];
        self.shape = next.unwrap_or_default();
        self.after = [behind, self.page.lines.get(self.index + SIGHT).map(Shape::of)];
        if self.text[1].is_some_and(|text| text.index <= self.index) {
            self.text[1] = self.text_behind();
        }
    }

    /// The nearest line behind that is not just a wording of the page. Each line is looked at once.
    fn text_behind(&self) -> Option<Text> {
        let next = self.index + 1;
        let index = next + self.page.lines.get(next..)?.iter().position(is_text)?;
        let near = self.after.get(index - next).copied().flatten();
        let shape = near.unwrap_or_else(|| Shape::of(&self.page.lines[index]));
        Some(Text { index, summary: shape.summary() })
    }
}

/// Whether a line is not just a wording of the page.
fn is_text(line: &LineFeatures) -> bool {
    !line.is_mute() && !FURNITURE.iter().any(|kind| line.wordings.is(*kind))
}

/// The words of a line of running text.
fn mass(line: &LineFeatures) -> u32 {
    if line.is_prose() { line.words } else { 0 }
}

/// How many blank lines stand before most lines of running text.
fn usual_gap(page: &Page<'_>) -> u32 {
    let mut gaps = [0_u32; 4];
    for line in page.lines[page.run.clone()].iter().filter(|line| line.is_prose()) {
        gaps[line.blank_before.min(3) as usize] += 1;
    }
    (0..4).max_by_key(|gap| gaps[*gap]).unwrap_or(0) as u32
}
