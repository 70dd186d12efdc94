//! An article while its rows are made.

use crate::value::Places;
use nutgraf::{Article, Number, Span};
use std::cell::OnceCell;

/// An article with what all its rows need.
pub(super) struct Context<'a> {
    pub(super) article: &'a Article<'static>,
    places: Places<'a>,
    /// Where each block ends, and which section it belongs to.
    blocks: OnceCell<Vec<(u32, Option<i64>)>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(article: &'a Article<'static>) -> Self {
        Self { article, places: Places::new(article.text()), blocks: OnceCell::new() }
    }

    /// Start and end in code points.
    pub(super) fn range(&self, span: Span) -> (i64, i64) {
        let (start, end) = self.places.range(span);
        (start.into(), end.into())
    }

    /// The same of a span that may not be there.
    pub(super) fn maybe_range(&self, span: Option<Span>) -> (Option<i64>, Option<i64>) {
        span.map(|span| self.range(span)).unzip()
    }

    /// The block that `span` starts in, and its section.
    pub(super) fn block_and_section(&self, span: Span) -> (Option<i64>, Option<i64>) {
        let blocks = self.blocks.get_or_init(|| self.blocks());
        let block = blocks.partition_point(|(end, _)| *end <= span.start());
        blocks.get(block).map_or((None, None), |(_, section)| (Some(block as i64), *section))
    }

    pub(super) fn section_of(&self, block: usize) -> Option<i64> {
        self.blocks.get_or_init(|| self.blocks()).get(block).and_then(|(_, section)| *section)
    }

    fn blocks(&self) -> Vec<(u32, Option<i64>)> {
        let mut blocks: Vec<_> = self.article.blocks().map(|block| (block.span().end(), None)).collect();
        for (index, section) in self.article.sections().enumerate() {
            for (_, of) in blocks.get_mut(section.blocks()).into_iter().flatten() {
                *of = Some(index as i64);
            }
        }
        blocks
    }
}

/// A number as the nearest one of 64 bits.
pub(super) fn float(number: Option<Number>) -> Option<f64> {
    number.and_then(|number| number.to_string().parse().ok())
}

/// A confidence as its hundredths have it: 0.97, not 0.9700000286.
pub(super) fn share(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
