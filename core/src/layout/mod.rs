//! Lines to blocks: what is article, what is page.

mod byline;
mod dateline;
mod headline;
mod kind;
mod line;
mod page;
mod published;
mod result;
mod run;
mod section;
mod wording;
mod wrap;

pub use result::{Block, BlockKind, Byline, Dateline, Headline, Published, Section};
pub(crate) use result::{BlockData, BylineData, DatelineData, SectionData};

use crate::date::Day;
use crate::scan::Scan;
use crate::span::Span;

/// What layout found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    pub(crate) blocks: Vec<BlockData>,
    pub(crate) headline: Option<Span>,
    pub(crate) byline: Option<BylineData>,
    pub(crate) dateline: Option<DatelineData>,
    pub(crate) published: Option<Published>,
    pub(crate) sections: Vec<SectionData>,
}

impl Layout {
    /// The article's own date, as far as the text shows it.
    pub(crate) fn reference(&self) -> Option<Day> {
        let published = self.published.and_then(|published| published.date.or(published.updated));
        published.or_else(|| self.dateline.and_then(|dateline| dateline.date)).map(|moment| moment.day)
    }
}

/// Takes all of the text as body: each line a paragraph.
pub(crate) fn body(scan: &Scan<'_>) -> Layout {
    let blocks =
        scan.lines.iter().map(|line| BlockData { kind: BlockKind::Paragraph, span: line.span }).collect();
    Layout { blocks, ..Layout::default() }
}
