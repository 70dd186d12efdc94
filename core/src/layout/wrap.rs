//! Lines broken at a fixed width, as in mail: the lines of one paragraph are joined.

use crate::scan::{Kind, Line, Scan};
use std::borrow::Cow;

/// Texts are wrapped at 60 to 80 columns, seldom at 40 or 100. Longer lines were never wrapped.
const WIDEST: usize = 110;
const NARROWEST: usize = 40;

/// Links and tables may stick out: one line in so many may be longer than the width.
const STRAY: u32 = 50;

/// The lines of the text, those of a wrapped paragraph joined to one.
pub(super) fn join<'s>(scan: &'s Scan<'_>) -> Cow<'s, [Line]> {
    match width(scan) {
        Some(width) => Cow::Owned(joined(scan, width)),
        None => Cow::Borrowed(&scan.lines),
    }
}

fn joined(scan: &Scan<'_>, width: usize) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut previous: Option<&Line> = None;
    for line in scan.lines.iter() {
        let goes_on = previous.is_some_and(|previous| is_full(scan, previous, line, width));
        match out.last_mut() {
            Some(paragraph) if goes_on && !opens_item(scan, line) => {
                paragraph.tokens.end = line.tokens.end;
            }
            _ => out.push(line.clone()),
        }
        previous = Some(line);
    }
    out
}

fn opens_item(scan: &Scan<'_>, line: &Line) -> bool {
    scan.tokens[line.tokens.start as usize].is(Kind::Bullet)
}

/// How many characters a line shows; everything over the widest counts as just that.
fn length(scan: &Scan<'_>, line: &Line) -> usize {
    let span = scan.span_of(line.range());
    if span.len() as usize > 4 * WIDEST { WIDEST + 1 } else { scan.str(span).chars().count().min(WIDEST + 1) }
}

/// Whether `line` was broken because the first word of `next` did not fit.
fn is_full(scan: &Scan<'_>, line: &Line, next: &Line, width: usize) -> bool {
    if next.blank_before > 0 {
        return false;
    }
    let text = scan.str(scan.span_of(next.range()));
    let word = text.split_whitespace().next().map_or(0, |word| word.chars().take(width).count());
    length(scan, line) + 1 + word > width
}

/// The width that the text is wrapped at, if it is: nearly no line is longer, sentences run on from line to line, and
/// where they do the line is full.
fn width(scan: &Scan<'_>) -> Option<usize> {
    let mut lengths = [0_u32; WIDEST + 2];
    let mut count = 0;
    let most = scan.lines.len() as u32 / STRAY;
    for pair in scan.lines.windows(2).filter(|pair| pair[1].blank_before == 0) {
        lengths[length(scan, &pair[0])] += 1;
        count += 1;
        if lengths[WIDEST + 1] > most {
            return None;
        }
    }
    let mut over = count / STRAY;
    let mut width = WIDEST + 1;
    while over >= lengths[width] && width > NARROWEST {
        over -= lengths[width];
        width -= 1;
    }
    if !(NARROWEST + 1..=WIDEST).contains(&width) {
        return None;
    }
    let (mut runs_on, mut full) = (0, 0);
    for pair in scan.lines.windows(2).filter(|pair| pair[1].blank_before == 0) {
        if runs_over(scan, &pair[0], &pair[1]) {
            runs_on += 1;
            full += u32::from(is_full(scan, &pair[0], &pair[1], width));
        }
    }
    (runs_on >= 2 && runs_on * 4 >= count && full * 10 >= runs_on * 9).then_some(width)
}

/// Whether a sentence runs over from one line to the next, as far as the break shows it.
fn runs_over(scan: &Scan<'_>, line: &Line, next: &Line) -> bool {
    let last = &scan.tokens[line.tokens.end as usize - 1];
    let first = &scan.tokens[next.tokens.start as usize];
    let open = matches!(last.kind, Kind::Word | Kind::Number | Kind::Comma | Kind::Clitic | Kind::Dash);
    open && first.is_word() && !first.is_capital()
}
