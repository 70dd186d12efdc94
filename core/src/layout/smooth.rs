//! The best labels of all lines together.

use super::classify::{Label, Scores, State};
use std::ops::Range;

/// `16 ln(1 + exp(-d / 16))` for d from 0.
const SOFT: [i32; 56] = [
    11, 11, 10, 10, 9, 9, 8, 8, 8, 7, 7, 7, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
];

/// How much more likely than the weights say a line of the article is, in sixteenths: a paragraph that is lost is a
/// greater loss than a line of the page that is kept.
const LENIENCY: i32 = 16;

/// Lines of the article with so many lines of the page between them lie on islands of their own.
const APART: usize = 12;

/// An island is no part of the article when it has less than this part of the words of the largest one.
const SMALL: u32 = 16;

/// Labels as page what stands far from the article and is little beside it: a promotion in a menu, a notice under it.
pub(super) fn drop_islands(labels: &mut [Label], words: impl Fn(usize) -> u32) {
    let mut islands: Vec<(Range<usize>, u32)> = Vec::new();
    for (index, label) in labels.iter().enumerate().filter(|(_, label)| **label != Label::Page) {
        let words = if *label == Label::Paragraph { words(index) } else { 0 };
        match islands.last_mut() {
            Some((lines, sum)) if index - lines.end < APART => {
                lines.end = index + 1;
                *sum = sum.saturating_add(words);
            }
            _ => islands.push((index..index + 1, words)),
        }
    }
    let most = islands.iter().map(|(_, words)| *words).max().unwrap_or(0);
    for (lines, words) in islands {
        if words < most / SMALL {
            labels[lines].fill(Label::Page);
        }
    }
}

/// The state before a line and the label of the line, in one byte.
#[derive(Clone, Copy)]
struct Step(u8);

impl Step {
    fn new(state: State, label: Label) -> Self {
        Self((state as u8) << 2 | label as u8)
    }

    fn parts(self) -> (State, Label) {
        (State::ALL[usize::from(self.0 >> 2)], Label::ALL[usize::from(self.0 & 3)])
    }
}

/// The most likely run of labels.
pub(super) fn labels(scores: impl ExactSizeIterator<Item = Scores>) -> Vec<Label> {
    const NEVER: i32 = i32::MIN / 2;
    let mut best = [NEVER; 5];
    best[State::Before as usize] = 0;
    // For each line and each state behind it, the state before it and the label that lead there best.
    let mut steps: Vec<[Step; 5]> = Vec::with_capacity(scores.len());
    for scores in scores {
        let mut next = [NEVER; 5];
        let mut step = [Step::new(State::Before, Label::Page); 5];
        for state in State::ALL {
            let mut labels = scores.labels[state as usize];
            labels[Label::Page as usize] -= LENIENCY;
            let total = labels.iter().copied().reduce(soft_max).unwrap_or(0);
            for label in Label::ALL {
                let value = best[state as usize] + labels[label as usize] - total;
                let behind = state.next(label, scores.aside);
                if value > next[behind as usize] {
                    next[behind as usize] = value;
                    step[behind as usize] = Step::new(state, label);
                }
            }
        }
        let top = next.into_iter().max().unwrap_or(0);
        best = next.map(|value| (value - top).max(NEVER));
        steps.push(step);
    }
    let last = State::ALL.into_iter().rev().max_by_key(|state| best[*state as usize]);
    let mut state = last.unwrap_or(State::Before);
    let mut labels = vec![Label::Page; steps.len()];
    for (label, step) in labels.iter_mut().zip(&steps).rev() {
        (state, *label) = step[state as usize].parts();
    }
    labels
}

/// The logarithm of the sum of two likelihoods, all in sixteenths.
fn soft_max(a: i32, b: i32) -> i32 {
    a.max(b) + SOFT.get(a.abs_diff(b) as usize).copied().unwrap_or(0)
}
