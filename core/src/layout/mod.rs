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
mod tally;
mod vocabulary;
mod wording;
mod wrap;

#[cfg(feature = "fit")]
pub(crate) use gold::collect;
pub use result::{Block, BlockKind, Byline, Dateline, Headline, Published, Section};
pub(crate) use result::{BlockData, BylineData, DatelineData, SectionData};

use crate::date::{Day, DayOrder};
use crate::scan::{Line, Scan};
use crate::scratch::{Lent, Spare};
use crate::span::Span;
use caption::Credit;
use head::{Fields, Head};
use line::LineFeatures;
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

/// What the stage works in.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    page: page::Scratch,
    kinds: Spare<Vec<Option<BlockKind>>>,
    line_kinds: Spare<Vec<LineKind>>,
}

/// Reads the layout of a page or of clean article text, whose dates of digits have the `order` that the caller says or,
/// without it, that of the page.
#[inline(never)]
pub(crate) fn read(scan: &Scan<'_>, order: Option<DayOrder>, scratch: &mut Scratch) -> Layout {
    let lines = wrap::join(scan);
    let mut kinds = scratch.line_kinds.lend();
    let page = Page::new(scan, &lines, order, &mut scratch.page);
    let mut layout = assign(&page, scratch.kinds.lend(), &mut kinds);
    drop(page);
    layout.blocks = blocks(scan, &lines, &kinds);
    layout.sections = section::divide(&layout.blocks);
    layout
}

/// The article's own fields, and what each line is.
fn assign(
    page: &Page<'_>,
    mut kinds: Lent<'_, Vec<Option<BlockKind>>>,
    line_kinds: &mut Vec<LineKind>,
) -> Layout {
    let scan = page.scan;
    // Text of one paragraph is body, never furniture.
    let fields = if page.lines.len() < 2 {
        kinds.resize(page.lines.len(), Some(BlockKind::Paragraph));
        Fields::default()
    } else {
        let fields = Head::new(page).fields();
        kind::assign(page, &fields, &mut kinds);
        fields
    };
    let kinds = kinds.iter().flatten().copied().zip(page.lines.iter());
    // The lead may stand behind a note or the points of a summary.
    let paragraphs = kinds.clone().filter(|(kind, _)| *kind == BlockKind::Paragraph);
    let dateline =
        paragraphs.take(LEADS).find_map(|(_, line)| dateline::read(scan, line, page.readings.order()));
    let byline = fields.byline.map(|found| {
        let (first, last) = (found.lines.start, found.lines.end - 1);
        let span = page.lines[first].span(scan).cover(page.lines[last].span(scan));
        BylineData { span, authors: found.authors }
    });
    line_kinds.reserve_exact(page.lines.len());
    line_kinds.extend(kinds.map(|(kind, line)| LineKind::of(kind, line)));
    Layout {
        headline: fields.headline.map(|found| found.span),
        byline,
        dateline,
        published: fields.published.map(|found| found.value),
        ..Layout::default()
    }
}

/// What a line is.
#[derive(Clone, Copy, Debug)]
struct LineKind {
    kind: BlockKind,
    /// Whether it goes on with a block of that kind: so do the lines of a run of furniture, of a byline, of a date, and the
    /// credit of a caption.
    runs: bool,
}

impl LineKind {
    fn of(kind: BlockKind, line: &LineFeatures) -> Self {
        let runs = kind.is_furniture()
            || matches!(kind, BlockKind::Byline | BlockKind::Published)
            || kind == BlockKind::Caption && line.credit == Credit::Alone && line.blank_before <= 1;
        Self { kind, runs }
    }

    fn goes_on(self, before: BlockKind) -> bool {
        self.runs && self.kind == before
    }
}

/// Lines to blocks.
fn blocks(scan: &Scan<'_>, lines: &[Line], kinds: &[LineKind]) -> Vec<BlockData> {
    let more = kinds.windows(2).filter(|pair| !pair[1].goes_on(pair[0].kind)).count();
    let mut blocks: Vec<BlockData> = Vec::with_capacity(more + usize::from(!kinds.is_empty()));
    for (line, kind) in lines.iter().zip(kinds) {
        let span = scan.span_of(line.range());
        match blocks.last_mut() {
            Some(block) if kind.goes_on(block.kind) => block.span = block.span.cover(span),
            _ => blocks.push(BlockData { kind: kind.kind, span }),
        }
    }
    blocks
}

/// Takes all of the text as body: each line a paragraph.
pub(crate) fn body(scan: &Scan<'_>) -> Layout {
    let paragraph = |line: &Line| BlockData { kind: BlockKind::Paragraph, span: scan.span_of(line.range()) };
    Layout { blocks: scan.lines.iter().map(paragraph).collect(), ..Layout::default() }
}
