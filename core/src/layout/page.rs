//! The page: its lines, where the body lies among them, and which lines are article.

use super::BlockKind;
use super::caption::Credit;
use super::classify::{self, Label};
use super::head::Fields;
use super::kind;
use super::line::{LineFeatures, Opening};
use super::run::{self, FURNITURE};
use super::smooth;
use crate::lexicon::FurnitureKind;
use crate::scan::Scan;
use std::collections::HashSet;
use std::ops::Range;

/// The lines of a text with what is known of them so far.
#[derive(Debug)]
pub(super) struct Page<'s> {
    pub(super) scan: &'s Scan<'s>,
    pub(super) lines: Vec<LineFeatures>,
    /// The lines from the first to the last of the body.
    pub(super) run: Range<usize>,
    /// Whether a page is around the article; else the text is the article alone, but for a line or two.
    pub(super) is_page: bool,
    scores: Vec<i32>,
    /// On a page, what the weights say of each line.
    labels: Vec<Label>,
}

impl<'s> Page<'s> {
    pub(super) fn new(scan: &'s Scan<'s>, lines: Vec<LineFeatures>) -> Self {
        let mut page = Self::unlabelled(scan, lines);
        if page.is_page {
            page.label();
        }
        page
    }

    /// The page as the weights see it.
    pub(super) fn unlabelled(scan: &'s Scan<'s>, lines: Vec<LineFeatures>) -> Self {
        let mut seen = HashSet::new();
        let scores: Vec<i32> =
            lines.iter().map(|line| run::score(line, line.repeats > 1 && !seen.insert(line.hash))).collect();
        let mut run = run::best(&scores);
        let is_page = run::is_page(&lines, &run);
        if !is_page {
            let first = lines.iter().position(LineFeatures::is_prose);
            run = first.unwrap_or(run.start)..lines.len();
        }
        Self { scan, lines, run, is_page, scores, labels: Vec::new() }
    }

    /// Lets the weights say what the lines are, and takes as body what lies between the first and the last.
    fn label(&mut self) {
        self.labels = smooth::labels(&classify::scores(self));
        let body = |label: &Label| matches!(label, Label::Paragraph);
        if let (Some(first), Some(last)) =
            (self.labels.iter().position(body), self.labels.iter().rposition(body))
        {
            self.run = first..last + 1;
        }
    }

    /// What the weights say of a line; nothing where there is no page.
    pub(super) fn label_of(&self, index: usize) -> Option<Label> {
        self.labels.get(index).copied()
    }

    /// What each line is.
    pub(super) fn kinds(&self, fields: &Fields) -> Vec<BlockKind> {
        let mut kinds: Vec<Option<BlockKind>> = vec![None; self.lines.len()];
        if let Some(found) = fields.headline {
            kinds[found.line] = Some(BlockKind::Headline);
            let hash = self.lines[found.line].hash;
            for index in 0..found.line.min(self.run.start) {
                if self.lines[index].hash == hash || index == 0 && found.titled && found.line < 200 {
                    kinds[index] = Some(BlockKind::Navigation);
                }
            }
        }
        if let Some(found) = &fields.published {
            found.lines.iter().for_each(|line| kinds[*line] = Some(BlockKind::Published));
        }
        if let Some(found) = &fields.byline {
            found.lines.clone().for_each(|line| kinds[line] = Some(BlockKind::Byline));
        }
        self.standfirst(&mut kinds, fields);
        kind::of_article(self, &mut kinds);
        self.furniture(&kinds)
    }

    /// Lines between the headline and byline, date or body that say more than a name.
    fn standfirst(&self, kinds: &mut [Option<BlockKind>], fields: &Fields) {
        let Some(headline) = fields.headline else { return };
        let after = |line: Option<usize>| line.filter(|line| *line > headline.line);
        let byline = after(fields.byline.as_ref().map(|found| found.lines.start));
        let published = after(fields.published.as_ref().and_then(|found| found.lines.iter().min().copied()));
        let field = byline.into_iter().chain(published).min();
        let near = field.filter(|line| *line <= headline.line + 6);
        let end = near.unwrap_or(self.run.start.min(headline.line + 3)).min(self.lines.len());
        for index in headline.line + 1..end {
            let line = &self.lines[index];
            let caption = self.label_of(index) == Some(Label::Caption) || line.credit != Credit::None;
            let dated = line.is_calendar() || line.wordings.opens(FurnitureKind::Published);
            let plain = self.scores[index] > -4 && !caption && !dated;
            let open = near.is_some() || !line.is_ended();
            if plain && line.words >= 5 && open && kinds[index].is_none() {
                kinds[index] = Some(BlockKind::Standfirst);
            }
        }
    }

    /// Whether a line that is no field belongs to the article.
    pub(super) fn is_article(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let worded = line.copyright || FURNITURE.iter().any(|kind| line.wordings.opens(*kind));
        if line.is_mute() || !self.run.contains(&index) {
            return false;
        }
        let note = line.wordings.opens(FurnitureKind::Note);
        if let Some(label) = self.label_of(index) {
            label != Label::Page
        } else {
            note || !worded || line.words > 25
        }
    }

    /// Gives what is left its kind of furniture.
    fn furniture(&self, kinds: &[Option<BlockKind>]) -> Vec<BlockKind> {
        let mut carried = None;
        let mut out = Vec::with_capacity(kinds.len());
        for (index, kind) in kinds.iter().enumerate() {
            let line = &self.lines[index];
            let named = line.wordings.first().and_then(|kind| match kind {
                FurnitureKind::Navigation => Some(BlockKind::Navigation),
                FurnitureKind::Related => Some(BlockKind::Related),
                FurnitureKind::Boilerplate => Some(BlockKind::Boilerplate),
                _ => None,
            });
            let named = named.or((line.copyright || line.is_mute()).then_some(BlockKind::Boilerplate));
            let kind = kind.unwrap_or_else(|| {
                let placed = if index < self.run.start {
                    BlockKind::Navigation
                } else if line.words >= 4 {
                    BlockKind::Related
                } else {
                    BlockKind::Boilerplate
                };
                named.or(carried).unwrap_or(placed)
            });
            carried = if kind.is_furniture() { named.or(carried) } else { None };
            out.push(kind);
        }
        out
    }
}

/// Whether a line opens an item of a list: a bullet, or a number with a stop or bracket behind.
pub(super) fn is_bulleted(line: &LineFeatures) -> bool {
    line.opening == Opening::Bullet
}
