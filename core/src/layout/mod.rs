//! Lines to blocks: what is article, what is page.

mod author;
mod byline;
mod caption;
mod classify;
mod context;
mod dateline;
mod feature;
#[cfg(feature = "fit")]
mod gold;
mod head;
mod heading;
mod headline;
mod kind;
mod line;
mod page;
mod published;
mod pull_quote;
mod result;
mod run;
mod section;
mod shape;
mod smooth;
mod vocabulary;
mod wording;
mod wrap;

#[cfg(feature = "fit")]
pub(crate) use gold::collect;
pub use result::{Block, BlockKind, Byline, Dateline, Headline, Published, Section};
pub(crate) use result::{BlockData, BylineData, DatelineData, SectionData};

use crate::date::{Day, DayOrder};
use crate::scan::Scan;
use crate::span::Span;
use caption::Credit;
use head::{Fields, Head};
use page::Page;

/// In how many of the first paragraphs a dateline is looked for.
const LEADS: usize = 5;

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

/// Reads the layout of a page or of clean article text, whose dates of digits have the `order` that the caller says or,
/// without it, that of the page.
#[inline(never)]
pub(crate) fn read(scan: &Scan<'_>, order: Option<DayOrder>) -> Layout {
    let lines = line::read(scan, &wrap::join(scan));
    let page = Page::new(scan, lines, order);
    // Text of one paragraph is body, never furniture.
    let (fields, kinds) = if page.lines.len() < 2 {
        (Fields::default(), vec![BlockKind::Paragraph; page.lines.len()])
    } else {
        let fields = Head::new(&page).fields();
        let kinds = kind::assign(&page, &fields);
        (fields, kinds)
    };
    let blocks = blocks(&page, &kinds);
    // The lead may stand behind a note or the points of a summary.
    let paragraphs = kinds.iter().zip(&page.lines).filter(|(kind, _)| **kind == BlockKind::Paragraph);
    let dateline =
        paragraphs.take(LEADS).find_map(|(_, line)| dateline::read(scan, line, page.readings.order()));
    let byline = fields.byline.map(|found| {
        let (first, last) = (found.lines.start, found.lines.end - 1);
        let span = page.lines[first].span.cover(page.lines[last].span);
        BylineData { span, authors: found.authors }
    });
    Layout {
        headline: fields.headline.map(|found| found.span),
        byline,
        dateline,
        published: fields.published.map(|found| found.value),
        sections: section::divide(&blocks),
        blocks,
    }
}

/// Lines to blocks: a run of one kind of furniture is one block, and so are the lines of a byline, of a date, and a
/// caption with its credit.
fn blocks(page: &Page<'_>, kinds: &[BlockKind]) -> Vec<BlockData> {
    let mut blocks: Vec<BlockData> = Vec::with_capacity(kinds.len());
    for (line, kind) in page.lines.iter().zip(kinds) {
        let runs = kind.is_furniture()
            || matches!(kind, BlockKind::Byline | BlockKind::Published)
            || *kind == BlockKind::Caption && line.credit == Credit::Alone && line.blank_before <= 1;
        match blocks.last_mut() {
            Some(block) if runs && block.kind == *kind => block.span = block.span.cover(line.span),
            _ => blocks.push(BlockData { kind: *kind, span: line.span }),
        }
    }
    blocks
}

/// Takes all of the text as body: each line a paragraph.
pub(crate) fn body(scan: &Scan<'_>) -> Layout {
    let blocks =
        scan.lines.iter().map(|line| BlockData { kind: BlockKind::Paragraph, span: line.span }).collect();
    Layout { blocks, ..Layout::default() }
}
