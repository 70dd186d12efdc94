//! What the lines of a page are, by weights: page, paragraph, heading or caption.

use super::context::Context;
use super::feature::{describe, describe_step};
use super::page::Page;
use crate::model::{Model, Weights};

/// The weights.
pub(super) static MODEL: Model =
    Model::new("layout-line", include_bytes!("../../data/weights/layout-line.bin"));

/// What a line of a page can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Label {
    Page,
    Paragraph,
    Heading,
    Caption,
}

/// How many labels there are.
const LABELS: usize = 4;

impl Label {
    pub(super) const ALL: [Self; LABELS] = [Self::Page, Self::Paragraph, Self::Heading, Self::Caption];
}

/// What stands before a line, as far as the next one depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    /// Nothing of the article yet.
    Before,
    Paragraph,
    Heading,
    Caption,
    /// Lines of the page behind some of the article.
    After,
}

impl State {
    pub(super) const ALL: [Self; 5] =
        [Self::Before, Self::Paragraph, Self::Heading, Self::Caption, Self::After];

    /// The state behind a line of that label.
    pub(super) fn next(self, label: Label) -> Self {
        match label {
            Label::Page if self == Self::Before => Self::Before,
            Label::Page => Self::After,
            Label::Paragraph => Self::Paragraph,
            Label::Heading => Self::Heading,
            Label::Caption => Self::Caption,
        }
    }
}

/// The score of each label of a line behind each state, in sixteenths.
pub(super) type Scores = [[i32; LABELS]; 5];

/// Scores all lines, one by one.
pub(super) fn scores(page: &Page<'_>) -> impl ExactSizeIterator<Item = Scores> {
    let weights = MODEL.weights();
    let context = Context::new(page);
    (0..page.lines.len()).map(move |index| score(weights, page, &context, index))
}

fn score(weights: Weights<'_>, page: &Page<'_>, context: &Context, index: usize) -> Scores {
    let mut scores = weights.scores::<LABELS>();
    describe(page, context, index, &mut scores);
    State::ALL.map(|state| {
        let mut behind = scores;
        describe_step(context, index, state, &mut behind);
        behind.sixteenths()
    })
}

/// A feature as it stands for a label.
#[cfg(feature = "fit")]
pub(super) fn labelled(feature: u32, label: Label) -> u32 {
    crate::model::classed(feature, label as u32, LABELS as u32)
}
