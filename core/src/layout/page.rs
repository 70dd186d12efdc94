//! The page: its lines, where the body lies among them, and which lines are article.

use super::classify::{self, Label};
use super::head::{self, Readings};
use super::line::{self, LineFeatures};
use super::{run, smooth};
use crate::date::DayOrder;
use crate::scan::{Line, Scan};
use crate::scratch::Lent;
use std::ops::Range;

/// The lines of a text with what is known of them so far.
#[derive(Debug)]
pub(super) struct Page<'s> {
    pub(super) scan: &'s Scan<'s>,
    pub(super) lines: Lent<'s, Vec<LineFeatures>>,
    /// The lines from the first to the last of the body.
    pub(super) run: Range<usize>,
    /// Whether a page is around the article; else the text is the article alone, but for a line or two.
    pub(super) framed: bool,
    pub(super) readings: Readings<'s>,
    /// On a page, what the weights say of each line.
    labels: Vec<Label>,
}

/// What a page is read in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    lines: line::Scratch,
    readings: head::Scratch,
}

impl<'s> Page<'s> {
    pub(super) fn new(
        scan: &'s Scan<'s>,
        lines: &[Line],
        order: Option<DayOrder>,
        scratch: &'s mut Scratch,
    ) -> Self {
        let mut page = Self::unlabelled(scan, lines, order, scratch);
        if page.framed {
            page.label();
        }
        page
    }

    /// The page as the weights see it.
    pub(super) fn unlabelled(
        scan: &'s Scan<'s>,
        lines: &[Line],
        order: Option<DayOrder>,
        scratch: &'s mut Scratch,
    ) -> Self {
        let lines = line::read(scan, lines, &mut scratch.lines);
        let mut run = run::best(lines.iter().map(run::score));
        let framed = run::is_framed(&lines, &run);
        if !framed {
            let prose = |line: &LineFeatures| line.is_prose() && !run::is_worded(line);
            let (first, last) = (lines.iter().position(prose), lines.iter().rposition(prose));
            let foot = |line: &LineFeatures| run::is_worded(line) && !run::introduces(line);
            // What follows a wording of the page under the article belongs to it.
            let under = last.map_or(0, |last| last + 1);
            let foot = lines[under..].iter().position(foot).map_or(lines.len(), |foot| under + foot);
            run = first.unwrap_or(run.start).min(foot)..foot;
        }
        let readings = Readings::new(scan, &lines, order, &mut scratch.readings);
        Self { scan, lines, run, framed, readings, labels: Vec::new() }
    }

    /// Lets the weights say what the lines are, and takes as body what lies between the first and the last.
    fn label(&mut self) {
        self.labels = smooth::labels(classify::scores(self));
        smooth::drop_islands(&mut self.labels, |index| self.lines[index].words);
        let body = |label: &Label| matches!(label, Label::Paragraph);
        if let (Some(first), Some(last)) =
            (self.labels.iter().position(body), self.labels.iter().rposition(body))
        {
            self.run = first..last + 1;
        } else {
            self.labels.clear();
        }
    }

    /// What the weights say of a line; nothing where there is no page, or where they find no article in it.
    pub(super) fn label_of(&self, index: usize) -> Option<Label> {
        self.labels.get(index).copied()
    }

    /// How much a line speaks for running text or for furniture by itself.
    pub(super) fn score(&self, index: usize) -> i32 {
        run::score(&self.lines[index])
    }
}
