//! The best labels of all lines together.

use super::classify::Label;
use super::run;

/// How much one line can say against the body that it interrupts, and for it, in sixteenths.
const AGAINST: i32 = -5;
const FOR: i32 = 80;

/// Within the body a line is taken for page only when it is this much more likely.
const INSIDE: i32 = 8;

/// The best label of each line: outside one stretch, which has most lines of the article and least of the page, all is
/// page.
pub(super) fn labels(scores: &[[i32; 4]]) -> Vec<Label> {
    let article = |scores: &[i32; 4]| scores[1].max(scores[2]).max(scores[3]) - scores[0];
    let gains: Vec<i32> = scores.iter().map(|scores| article(scores).clamp(AGAINST, FOR)).collect();
    let body = run::best(&gains);
    let mut labels = vec![Label::Page; scores.len()];
    for index in body {
        let mut scores = scores[index];
        scores[0] -= INSIDE;
        let best = (0..4).rev().max_by_key(|label| scores[*label]).unwrap_or(0);
        labels[index] = Label::ALL[best];
    }
    labels
}
