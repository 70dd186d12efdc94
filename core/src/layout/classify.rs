//! What the lines of a page are, by weights: page, paragraph, heading or caption.

use super::context::{Context, Walk};
use super::feature::{describe, describe_step};
use super::line::{LineFeatures, REPEATED};
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
    pub(super) fn next(self, label: Label, aside: bool) -> Self {
        match label {
            Label::Page if aside || self == Self::Before => self,
            Label::Page => Self::After,
            Label::Paragraph => Self::Paragraph,
            Label::Heading => Self::Heading,
            Label::Caption => Self::Caption,
        }
    }
}

/// What the weights say of a line.
#[derive(Debug)]
pub(super) struct Scores {
    /// The score of each label behind each state, in sixteenths.
    pub(super) labels: [[i32; LABELS]; 5],
    /// Behind the line the article goes on as before it.
    pub(super) aside: bool,
}

/// A line that the page repeats and that is no longer than this stands between paragraphs as a mark does.
const ASIDE: u32 = 7;

/// Whether the article goes on behind a line, if that is the page's, as if it were not there: `Advertisement`.
pub(super) fn is_aside(line: &LineFeatures) -> bool {
    line.is_mute() || line.repeats >= REPEATED && line.words <= ASIDE
}

/// Scores all lines, one by one.
pub(super) fn scores(page: &Page<'_>) -> impl ExactSizeIterator<Item = Scores> {
    let weights = MODEL.weights();
    let context = Context::new(page);
    let mut walk = Walk::new(page);
    page.lines.iter().map(move |line| {
        let labels = score(weights, &context, &walk);
        walk.step();
        Scores { labels, aside: is_aside(line) }
    })
}

fn score(weights: Weights<'_>, context: &Context, walk: &Walk<'_, '_>) -> [[i32; LABELS]; 5] {
    let mut scores = weights.scores::<LABELS>();
    describe(walk, context, &mut scores);
    State::ALL.map(|state| {
        let mut behind = scores;
        describe_step(walk, state, &mut behind);
        behind.sixteenths()
    })
}

/// A feature as it stands for a label.
#[cfg(feature = "fit")]
pub(super) fn labelled(feature: u32, label: Label) -> u32 {
    crate::model::classed(feature, label as u32, LABELS as u32)
}
