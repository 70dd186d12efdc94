//! What the lines of a page are, by weights: page, paragraph, heading or caption.

use super::line::LineFeatures;
use super::line::Plain;
use super::page::Page;
use crate::lexicon::{Classes, FurnitureKind};
use crate::model::{Model, Sink, Weights};
use crate::scan::Scan;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

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

impl Label {
    pub(super) const ALL: [Self; 4] = [Self::Page, Self::Paragraph, Self::Heading, Self::Caption];
}

/// How far to either side a line sees its neighbours.
const SIGHT: usize = 2;

/// Of a line so many words are seen.
const WORDS: usize = 8;

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
pub(super) type Scores = [[i32; 4]; 5];

/// Scores all lines.
pub(super) fn scores(page: &Page<'_>) -> Vec<Scores> {
    let weights = MODEL.weights();
    let context = Context::new(page);
    (0..page.lines.len()).map(|index| score(weights, page, &context, index)).collect()
}

fn score(weights: Weights<'_>, page: &Page<'_>, context: &Context, index: usize) -> Scores {
    let mut scores = [weights.score(); 4];
    describe(page, context, index, &mut scores.as_mut_slice());
    State::ALL.map(|state| {
        let mut behind = scores;
        describe_step(page, context, index, state, &mut behind.as_mut_slice());
        behind.map(crate::model::Score::sixteenths)
    })
}

/// Takes each feature once for every label.
impl Sink for &mut [crate::model::Score<'_>] {
    fn push(&mut self, feature: u32) {
        for (score, label) in self.iter_mut().zip(Label::ALL) {
            score.push(labelled(feature, label));
        }
    }
}

/// A feature as it stands for a label.
pub(super) fn labelled(feature: u32, label: Label) -> u32 {
    let mixed = (feature ^ (label as u32).wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b);
    mixed ^ mixed >> 15
}

/// What the features of a line see of the whole page.
#[derive(Debug)]
pub(super) struct Context {
    /// Before each line, how many lines of running text.
    prose: Vec<u32>,
    /// Before each line, how many lines are furniture by their wording.
    worded: Vec<u32>,
    /// How many blank lines most paragraphs have before them.
    gap: u32,
    headline: Option<usize>,
    /// The nearest lines to either side that are no wording of the page.
    before: Vec<Option<u32>>,
    after: Vec<Option<u32>>,
    /// The last line before each that is a wording of the page, and its kind.
    mark: Vec<(u32, u32)>,
    /// How many words of running text stand before each line.
    mass: Vec<u32>,
    vocabulary: Vocabulary,
}

/// The words that the body uses: in how many of its lines each.
#[derive(Debug, Default)]
struct Vocabulary {
    lines: HashMap<u64, u32, BuildHasherDefault<Plain>>,
    title: HashSet<u64, BuildHasherDefault<Plain>>,
}

impl Vocabulary {
    /// The words of a line that carry content, folded.
    fn words<'p>(scan: &'p Scan<'_>, line: &LineFeatures) -> impl Iterator<Item = u64> + use<'p> {
        let content = |index: &usize| {
            let token = &scan.tokens[*index];
            token.is_word() && !token.any(Classes::FUNCTION) && token.end - token.start >= 4
        };
        line.range().filter(content).take(64).filter_map(|index| super::line::fold(scan, index))
    }

    fn new(page: &Page<'_>, headline: Option<usize>) -> Self {
        let mut out = Self::default();
        for line in page.lines[page.run.clone()].iter().filter(|line| line.is_prose() && line.repeats == 1) {
            let mut words: Vec<u64> = Self::words(page.scan, line).collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                *out.lines.entry(word).or_default() += 1;
            }
        }
        let titles = [Some(0), headline].into_iter().flatten().filter_map(|index| page.lines.get(index));
        titles.for_each(|line| out.title.extend(Self::words(page.scan, line)));
        out
    }

    /// How much of the line's words other lines of the body have, in sixths, and how many the title has.
    fn shared(&self, page: &Page<'_>, index: usize) -> (u32, u32) {
        let line = &page.lines[index];
        let own = u32::from(page.run.contains(&index) && line.is_prose() && line.repeats == 1);
        let (mut total, mut known, mut titled) = (0, 0, 0);
        for word in Self::words(page.scan, line) {
            total += 1;
            known += u32::from(self.lines.get(&word).is_some_and(|count| *count > own));
            titled += u32::from(self.title.contains(&word));
        }
        ((6 * known).checked_div(total).unwrap_or(9), bucket(titled))
    }
}

impl Context {
    pub(super) fn new(page: &Page<'_>) -> Self {
        let sums = |test: &dyn Fn(&LineFeatures) -> bool| {
            let mut sums = Vec::with_capacity(page.lines.len() + 1);
            let mut sum = 0;
            sums.push(sum);
            for line in &page.lines {
                sum += u32::from(test(line));
                sums.push(sum);
            }
            sums
        };
        let mut gaps = [0_u32; 4];
        for line in page.lines[page.run.clone()].iter().filter(|line| line.is_prose()) {
            gaps[line.blank_before.min(3) as usize] += 1;
        }
        let gap = (0..4).max_by_key(|gap| gaps[*gap]).unwrap_or(0) as u32;
        let mut before = nearest(page.lines.iter());
        let mut after = nearest(page.lines.iter().rev());
        after.reverse();
        after.iter_mut().flatten().for_each(|other| *other = page.lines.len() as u32 - 1 - *other);
        before.truncate(page.lines.len());
        let headline = super::headline::find(&super::head::Head::read(page)).map(|found| found.line);
        let mut mass = vec![0];
        let mut sum = 0;
        for line in &page.lines {
            sum += if line.is_prose() { line.words } else { 0 };
            mass.push(sum);
        }
        Self {
            mark: marks(page),
            mass,
            vocabulary: Vocabulary::new(page, headline),
            before,
            after,
            prose: sums(&LineFeatures::is_prose),
            worded: sums(&|line| super::run::is_worded(line)),
            gap,
            headline,
        }
    }

    /// How many lines of a kind there are among the `reach` lines to either side.
    fn around(sums: &[u32], index: usize, reach: usize) -> (u32, u32) {
        let last = sums.len() - 1;
        let before = sums[index] - sums[index.saturating_sub(reach)];
        let after = sums[(index + 1 + reach).min(last)] - sums[(index + 1).min(last)];
        (before, after)
    }
}

/// For each line the last one before it that is a wording of the page, as its distance and its kind.
fn marks(page: &Page<'_>) -> Vec<(u32, u32)> {
    let mut last = None;
    let mut out = Vec::with_capacity(page.lines.len());
    for (index, line) in page.lines.iter().enumerate() {
        out.push(last.map_or((9, 0), |(at, kind)| (bucket((index - at) as u32), kind)));
        if super::run::is_worded(line) {
            last = Some((index, Shape::of(line).wording));
        }
    }
    out
}

/// For each line the one before it, skipping those that are no more than a wording of the page.
fn nearest<'l>(lines: impl Iterator<Item = &'l LineFeatures>) -> Vec<Option<u32>> {
    let mut last = None;
    let mut out = Vec::new();
    for (index, line) in lines.enumerate() {
        out.push(last);
        if !line.is_mute() && !super::run::FURNITURE.iter().any(|kind| line.wordings.is(*kind)) {
            last = Some(index as u32);
        }
    }
    out
}

/// Pushes the features of a line.
pub(super) fn describe(page: &Page<'_>, context: &Context, index: usize, sink: &mut impl Sink) {
    let line = &page.lines[index];
    let shape = Shape::of(line);
    shape.own(sink);
    words(page.scan, line, &shape, sink);
    for distance in 1..=SIGHT {
        let before = index.checked_sub(distance).map(|index| Shape::of(&page.lines[index]));
        let after = page.lines.get(index + distance).map(Shape::of);
        for (side, other) in [before, after].into_iter().enumerate() {
            let place = (2 * distance + side) as u32;
            let (length, kind) = other.as_ref().map_or((31, 99), |other| (other.length, other.summary()));
            sink.add(40, place, kind);
            sink.add(41, place << 8 | shape.coarse, kind);
            sink.add(42, place, length << 8 | other.as_ref().map_or(99, |other| other.wording));
        }
        if distance == 1 {
            let text = [context.before[index], context.after[index]];
            let sides =
                text.map(|other| other.map_or(99, |other| Shape::of(&page.lines[other as usize]).summary()));
            let gaps =
                text.map(|other| other.map_or(9, |other| bucket((other as usize).abs_diff(index) as u32)));
            sink.add(45, sides[0], shape.coarse);
            sink.add(46, sides[1], shape.coarse);
            sink.add(47, sides[0] << 8 | sides[1], shape.coarse);
            sink.add(48, sides[0] << 4 | gaps[0], shape.coarse);
            sink.add(49, sides[1] << 4 | gaps[1], shape.coarse);
            let sides = [before, after].map(|side| side.map_or(99, |side| side.summary()));
            sink.add(43, sides[0] << 8 | sides[1], shape.coarse);
            sink.add(44, shape.gap, page.lines.get(index + 1).map_or(9, |next| next.blank_before.min(3)));
        }
    }
    place(page, context, index, &shape, sink);
}

/// Pushes the features of a line behind a state.
pub(super) fn describe_step(
    page: &Page<'_>,
    context: &Context,
    index: usize,
    state: State,
    sink: &mut impl Sink,
) {
    let shape = Shape::of(&page.lines[index]);
    let state = state as u32;
    sink.add(80, state, shape.coarse);
    sink.add(81, state, shape.wording);
    sink.add(82, state, shape.length);
    sink.add(83, state << 4 | shape.gap, shape.coarse);
    let (distance, kind) = context.mark[index];
    sink.add(84, state << 8 | kind, distance);
    let text = context.before[index].map_or(9, |other| bucket((other as usize).abs_diff(index) as u32));
    sink.add(85, state, text << 8 | shape.coarse);
}

/// Where the line stands among the others.
fn place(page: &Page<'_>, context: &Context, index: usize, shape: &Shape<'_>, sink: &mut impl Sink) {
    let (run, total) = (&page.run, page.lines.len());
    let side = if index < run.start {
        10 + bucket((run.start - index) as u32)
    } else if index >= run.end {
        30 + bucket((index - run.end) as u32 + 1)
    } else {
        1 + u32::from(index == run.start) + 2 * u32::from(index + 1 == run.end)
    };
    sink.add(50, side, 0);
    sink.add(51, side, shape.coarse);
    sink.add(52, side, shape.end_and_prose());
    sink.add(53, side, shape.wording);
    for reach in [4, 12] {
        let (before, after) = Context::around(&context.prose, index, reach);
        sink.add(54, reach as u32, bucket(before) << 4 | bucket(after));
        sink.add(55, (reach as u32) << 8 | shape.coarse, bucket(before) << 4 | bucket(after));
        let (before, after) = Context::around(&context.worded, index, reach);
        sink.add(56, reach as u32, bucket(before) << 4 | bucket(after));
        sink.add(57, (reach as u32) << 8 | shape.coarse, bucket(before + after));
    }
    let usual = u32::from(page.lines[index].blank_before == context.gap);
    sink.add(58, usual, shape.coarse);
    sink.add(59, usual, side);
    let headline = match context.headline {
        None => 99,
        Some(headline) if headline == index => 98,
        Some(headline) if headline < index => bucket((index - headline) as u32),
        Some(headline) => 20 + bucket((headline - index) as u32),
    };
    sink.add(60, headline, 0);
    sink.add(61, headline, shape.coarse);
    sink.add(62, headline, side);
    let (distance, kind) = context.mark[index];
    sink.add(65, kind << 4 | distance, 0);
    sink.add(66, kind << 4 | distance, shape.coarse);
    let all = context.mass.last().copied().unwrap_or(0).max(1);
    let mass = u64::from(context.mass[index]) * 12 / u64::from(all);
    sink.add(67, mass as u32, shape.coarse);
    sink.add(68, mass as u32, side);
    let (shared, titled) = context.vocabulary.shared(page, index);
    sink.add(69, shared, shape.length);
    sink.add(70, titled, shape.length);
    sink.add(71, shared << 4 | titled, side);
    sink.add(72, shared, side << 8 | shape.coarse);
    sink.add(63, (index * 10 / total) as u32, shape.coarse);
    sink.add(64, u32::from(page.is_page), shape.coarse);
}

/// Small numbers as they are, larger ones by their size.
fn bucket(count: u32) -> u32 {
    match count {
        0..=4 => count,
        5..=8 => 5,
        9..=16 => 6,
        17..=40 => 7,
        _ => 8,
    }
}

/// A line in a few small numbers.
#[derive(Clone, Copy)]
struct Shape<'l> {
    line: &'l LineFeatures,
    /// By the number of words.
    length: u32,
    function: u32,
    capitals: u32,
    wording: u32,
    gap: u32,
    /// Length, end and whether it is running text, roughly.
    coarse: u32,
    /// Whether it reads as a caption or as a credit.
    credit: u32,
}

impl<'l> Shape<'l> {
    fn of(line: &'l LineFeatures) -> Self {
        let length = match line.words {
            words @ 0..=4 => words,
            5..=6 => 5,
            7..=9 => 6,
            10..=13 => 7,
            14..=18 => 8,
            19..=26 => 9,
            27..=40 => 10,
            41..=60 => 11,
            _ => 12,
        };
        let share = |share: u32| match share {
            0 => 0,
            1..=14 => 1,
            15..=29 => 2,
            30..=44 => 3,
            45..=69 => 4,
            70..=99 => 5,
            _ => 6,
        };
        let wording = super::run::FURNITURE
            .into_iter()
            .chain([
                FurnitureKind::Caption,
                FurnitureKind::Published,
                FurnitureKind::Updated,
                FurnitureKind::Byline,
                FurnitureKind::Note,
            ])
            .enumerate()
            .find_map(|(index, kind)| {
                let place = match () {
                    () if line.wordings.is(kind) => 0,
                    () if line.wordings.opens(kind) => 1,
                    () if line.wordings.has(kind) => 2,
                    () => return None,
                };
                Some(1 + 3 * index as u32 + place)
            })
            .unwrap_or(0);
        let coarse_length = match line.words {
            0 => 0,
            1..=3 => 1,
            4..=7 => 2,
            8..=14 => 3,
            15..=25 => 4,
            _ => 5,
        };
        let coarse = coarse_length << 2 | u32::from(line.is_ended()) << 1 | u32::from(line.is_prose());
        Self {
            line,
            length,
            function: share(line.function_share()),
            capitals: share(line.capital_share()),
            wording,
            gap: line.blank_before.min(3),
            coarse,
            credit: line.credit as u32,
        }
    }

    /// What a neighbour sees of the line.
    fn summary(&self) -> u32 {
        self.coarse << 2 | u32::from(self.wording != 0) << 1 | u32::from(self.line.repeats > 1)
    }

    fn end_and_prose(&self) -> u32 {
        (self.line.end as u32) << 1 | u32::from(self.line.is_prose())
    }

    fn own(&self, sink: &mut impl Sink) {
        let line = self.line;
        let (end, opening) = (line.end as u32, line.opening as u32);
        let repeats = line.repeats.min(4);
        sink.add(1, 0, 0);
        sink.add(2, self.length, 0);
        sink.add(3, self.length, end);
        sink.add(4, self.length, opening);
        sink.add(5, self.length, self.function);
        sink.add(6, self.length, self.capitals);
        sink.add(7, self.length, self.gap);
        sink.add(8, self.length, repeats);
        sink.add(9, self.length, self.wording);
        sink.add(10, end, opening);
        sink.add(11, self.function, self.capitals);
        sink.add(12, bucket(line.links), self.length);
        sink.add(13, bucket(line.separators), self.length);
        sink.add(14, bucket(line.numbers), self.length);
        sink.add(15, bucket(line.quotes), end);
        sink.add(16, bucket(line.verbs), self.length);
        sink.add(17, bucket(line.stops), self.length);
        sink.add(18, u32::from(line.bracketed) << 1 | u32::from(line.copyright), self.length);
        sink.add(19, u32::from(line.is_calendar()) << 4 | bucket(line.months), self.length);
        sink.add(20, u32::from(line.shouted == line.words) << 4 | bucket(line.shouted), self.length);
        sink.add(25, self.credit, self.length);
        sink.add(26, self.credit, end);
        for (place, bits) in line.wordings.bits().into_iter().enumerate() {
            sink.add(21, place as u32, u32::from(bits));
            sink.add(22, (place as u32) << 8 | self.length, u32::from(bits));
        }
        sink.add(23, self.coarse, self.wording << 4 | repeats);
        sink.add(24, u32::from(line.is_prose()), repeats);
    }
}

/// The first words of the line and the last, as far as a model may see them.
fn words(scan: &Scan<'_>, line: &LineFeatures, shape: &Shape<'_>, sink: &mut impl Sink) {
    let range = line.range();
    for (place, index) in range.clone().take(WORDS).enumerate() {
        let word = scan.tokens[index].lexical();
        if place == 0 {
            sink.add(30, word, 0);
            sink.add(31, word, shape.coarse);
        }
        if place < 2 {
            sink.add(32, place as u32, word);
        }
        if line.words <= WORDS as u32 {
            sink.add(33, word, shape.length);
        }
        sink.add(34, word, 0);
    }
    if let Some(last) = range.last() {
        sink.add(35, scan.tokens[last].lexical(), shape.length);
    }
}
