//! What each line is: the fields of the head, the kinds of the body, and furniture around them.

use super::BlockKind;
use super::caption::Credit;
use super::classify::Label;
use super::head::Fields;
use super::line::{End, LineFeatures, Opening, REPEATED};
use super::page::Page;
use super::run::{FURNITURE, introduces};
use super::{heading, pull_quote};
use crate::lexicon::FurnitureKind;

/// How far above the body a line that says what the headline says counts as the page's.
const TITLE: usize = 200;

/// How many lines that are no article may lie between a heading and what it heads.
const GAP: usize = 6;

/// So many lines in a row that look like headings are a list.
const ROW: usize = 3;

/// Gives every line its kind.
pub(super) fn assign(page: &Page<'_>, fields: &Fields, kinds: &mut Vec<Option<BlockKind>>) {
    kinds.resize(page.lines.len(), None);
    let mut lines = Lines { page, kinds, start: page.run.start };
    lines.head(fields);
    lines.standfirst(fields);
    lines.body();
    lines.rows();
    lines.furniture();
}

/// The lines of a page and the kinds they have so far.
struct Lines<'p, 's> {
    page: &'p Page<'s>,
    kinds: &'p mut [Option<BlockKind>],
    /// Where the article begins behind the fields of its head.
    start: usize,
}

impl Lines<'_, '_> {
    /// Headline, byline and date, and the page's title over them.
    fn head(&mut self, fields: &Fields) {
        let page = self.page;
        let mut end = 0;
        if let Some(found) = fields.headline {
            let hash = page.lines[found.line].hash;
            for index in 0..found.line.min(page.run.start) {
                let title = index == 0 && found.titled && found.line < TITLE;
                if title || page.lines[index].hash == hash {
                    self.kinds[index] = Some(BlockKind::Navigation);
                }
            }
            self.kinds[found.line] = Some(BlockKind::Headline);
            end = found.line + 1;
        }
        if let Some(found) = &fields.published {
            found.lines.iter().for_each(|line| self.kinds[*line] = Some(BlockKind::Published));
            end = found
                .lines
                .iter()
                .filter(|line| **line < page.run.start)
                .fold(end, |end, line| end.max(line + 1));
        }
        if let Some(found) = &fields.byline {
            found.lines.clone().for_each(|line| self.kinds[line] = Some(BlockKind::Byline));
            if found.lines.start < page.run.start {
                end = end.max(found.lines.end);
            }
        }
        // Of clean text all is article that stands under its head; on a page only pictures may stand above the body.
        if !page.framed || fields.headline.is_some_and(|found| found.line > 0) {
            self.start = end.min(page.run.start);
        }
    }

    /// Lines between the headline and byline, date or body that say more than a name.
    fn standfirst(&mut self, fields: &Fields) {
        let Some(headline) = fields.headline else { return };
        let after = |line: Option<usize>| line.filter(|line| *line > headline.line);
        let byline = after(fields.byline.as_ref().map(|found| found.lines.start));
        let published = after(fields.published.as_ref().and_then(|found| found.lines.iter().min().copied()));
        let field = byline.into_iter().chain(published).min();
        // In clean text a date further down is one that the article tells of.
        let reach = if self.page.framed { 6 } else { 3 };
        let near = field.filter(|line| *line <= headline.line + reach);
        let end = near.unwrap_or(self.page.run.start.min(headline.line + 3)).min(self.page.lines.len());
        for index in headline.line + 1..end {
            let line = &self.page.lines[index];
            let caption = self.page.label_of(index) == Some(Label::Caption) || line.credit != Credit::None;
            let dated = line.is_calendar() || line.wordings.opens_date();
            let item = matches!(line.opening, Opening::Bullet | Opening::Dash);
            let plain = self.page.score(index) > -4 && !caption && !dated && !item;
            // Without a byline or a date under it only its missing end mark tells it from the lead.
            let open = near.is_some() || line.end == End::Open;
            if plain && line.words >= 5 && open && self.kinds[index].is_none() {
                self.kinds[index] = Some(BlockKind::Standfirst);
            } else if near.is_none() {
                break;
            }
        }
    }

    /// Whether a line that is no field belongs to the article.
    fn is_article(&self, index: usize) -> bool {
        let (page, line) = (self.page, &self.page.lines[index]);
        if line.is_mute() || index < self.start || index >= page.run.end {
            return false;
        }
        if page.framed && line.repeats >= REPEATED && !line.is_prose() {
            return false;
        }
        let note = line.wordings.opens(FurnitureKind::Note);
        match page.label_of(index) {
            Some(label) if index >= page.run.start => label != Label::Page,
            Some(label) => label == Label::Caption || line.credit != Credit::None,
            None if page.framed => page.score(index) > -4,
            None => {
                let worded = line.has_copyright() || FURNITURE.iter().any(|kind| line.wordings.opens(*kind));
                note || !worded || line.words > 25 || introduces(line)
            }
        }
    }

    /// Gives the lines of the article, that are no field, their kind.
    fn body(&mut self) {
        let pulled = pull_quote::find(self.page);
        let answers = self.page.lines.iter().any(|line| heading::is_answer(self.page.scan, line));
        // From the end, so that a heading knows what stands under it.
        let mut under: Option<BlockKind> = None;
        let mut gap = 0;
        for index in (0..self.kinds.len()).rev() {
            let article = self.kinds[index].is_none() && self.is_article(index);
            let kind =
                if article { self.one(index, under.filter(|_| gap <= GAP), answers, &pulled) } else { None };
            if kind.is_some() {
                self.kinds[index] = kind;
                under = kind;
                gap = 0;
            } else {
                gap += 1;
            }
        }
    }

    /// Of many lines in a row that look like headings the first is one at most, the others are what it heads: dates,
    /// results, names.
    fn rows(&mut self) {
        let mut start = 0;
        for index in 0..=self.kinds.len() {
            if self.kinds.get(index) == Some(&Some(BlockKind::Heading)) {
                continue;
            }
            if index - start >= ROW {
                self.kinds[start + 1..index].fill(Some(BlockKind::Paragraph));
            }
            start = index + 1;
        }
    }

    fn one(
        &self,
        index: usize,
        under: Option<BlockKind>,
        answers: bool,
        pulled: &[usize],
    ) -> Option<BlockKind> {
        let (page, line) = (self.page, &self.page.lines[index]);
        let label = page.label_of(index);
        let note = line.wordings.opens(FurnitureKind::Note);
        let question = heading::is_question(page.scan, line);
        if note || answers && (question || heading::is_answer(page.scan, line)) {
            return Some(BlockKind::Paragraph);
        }
        let over_credit = label.is_none() && self.is_over_credit(index);
        if label == Some(Label::Caption) || line.credit != Credit::None || over_credit {
            return Some(BlockKind::Caption);
        }
        // A heading may say what the paragraph under it says.
        if label != Some(Label::Heading) && pulled.binary_search(&index).is_ok() {
            return Some(BlockKind::PullQuote);
        }
        if heading::is_item(page, index) {
            return Some(BlockKind::ListItem);
        }
        let heading = match label {
            // A number alone or a wording of the page between paragraphs is furniture.
            Some(Label::Heading) if heading::is_mark(line) => return None,
            Some(Label::Heading) => heading::is_possible(line),
            Some(_) => question || heading::is_sure(page, index),
            None => question || heading::is_shaped(line) || heading::is_stamp(line),
        };
        let heads = matches!(
            under,
            Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading | BlockKind::Caption)
        );
        match (heading, heads) {
            (false, _) => Some(BlockKind::Paragraph),
            (true, true) => Some(BlockKind::Heading),
            // A heading of nothing is a link or the title of what follows the article.
            (true, false) => {
                (!page.framed || label == Some(Label::Paragraph)).then_some(BlockKind::Paragraph)
            }
        }
    }

    /// Whether a line stands over a credit.
    fn is_over_credit(&self, index: usize) -> bool {
        let next = self.page.lines.get(index + 1).filter(|next| next.blank_before == 0);
        self.page.lines[index].words <= 60 && next.is_some_and(|next| next.credit == Credit::Alone)
    }

    /// Gives what is left its kind of furniture: by its wording, by the last wording before it, by its place.
    fn furniture(&mut self) {
        let mut carried = None;
        for (index, place) in self.kinds.iter_mut().enumerate() {
            let line = &self.page.lines[index];
            let named = named(line);
            let placed = match () {
                () if index < self.page.run.start => BlockKind::Navigation,
                () if line.words >= 4 => BlockKind::Related,
                () => BlockKind::Boilerplate,
            };
            let kind = place.or(named).or(carried).unwrap_or(placed);
            carried = if kind.is_furniture() { named.or(carried) } else { None };
            *place = Some(kind);
        }
    }
}

/// The kind of furniture that a line is by its wording.
fn named(line: &LineFeatures) -> Option<BlockKind> {
    match line.wordings.first() {
        Some(FurnitureKind::Navigation) => Some(BlockKind::Navigation),
        Some(FurnitureKind::Related) => Some(BlockKind::Related),
        Some(FurnitureKind::Boilerplate) => Some(BlockKind::Boilerplate),
        _ => (line.has_copyright() || line.is_mute()).then_some(BlockKind::Boilerplate),
    }
}
