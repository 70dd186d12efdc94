//! Headings and list items, by shape and place.

use super::line::{End, LineFeatures, Opening};
use super::page::Page;
use crate::lexicon::FurnitureKind;
use crate::scan::{Kind, Scan};

/// Whether a line has the shape of a heading: short, one sentence at most, without full stop.
pub(super) fn is_shaped(line: &LineFeatures) -> bool {
    let opening = !matches!(line.opening, Opening::Lower | Opening::Bullet | Opening::Dash);
    let question = matches!(line.end, End::Question | End::Exclamation);
    let short = line.words <= 12 || line.words <= 16 && question;
    let open = question || matches!(line.end, End::Open | End::Ellipsis);
    let spoken = line.opening == Opening::Quote && line.is_ended();
    let one_sentence = line.stops <= 1 || line.end == End::Open;
    line.words > 0 && opening && short && open && !spoken && one_sentence
}

/// Whether a line can be a heading at all: speech and the signature of what is quoted (`— Jane Doe`) open with a dash.
pub(super) fn is_possible(line: &LineFeatures) -> bool {
    let short = !line.is_prose() || line.words <= 30;
    short && line.links == 0 && !matches!(line.opening, Opening::Dash | Opening::Bullet)
}

/// Whether a line that could be a heading is just a number, or says what only the page says.
pub(super) fn is_mark(line: &LineFeatures) -> bool {
    line.is_numeric() || line.wordings.is(FurnitureKind::Boilerplate)
}

/// `10:45 a.m.`: the stamp of an entry in a live blog.
pub(super) fn is_stamp(line: &LineFeatures) -> bool {
    line.opening == Opening::Number && line.words <= 6 && line.is_calendar()
}

/// Whether a line is a heading whatever else speaks against it: of that shape, and alone between paragraphs.
pub(super) fn is_sure(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    let prose = |other: Option<&LineFeatures>| other.is_some_and(|line| line.is_prose() && line.words > 12);
    let before = index.checked_sub(1).and_then(|index| page.lines.get(index));
    let end = line.end == End::Open || line.end == End::Question && line.words <= 9;
    is_shaped(line)
        && end
        && line.words <= 9
        && line.opening == Opening::Capital
        && line.links == 0
        && prose(before)
        && prose(page.lines.get(index + 1))
}

/// `Q: How many jobs have you had?`
pub(super) fn is_question(scan: &Scan<'_>, line: &LineFeatures) -> bool {
    line.end == End::Question && marked(scan, line, "Q")
}

/// `A: Eleven.`
pub(super) fn is_answer(scan: &Scan<'_>, line: &LineFeatures) -> bool {
    marked(scan, line, "A")
}

fn marked(scan: &Scan<'_>, line: &LineFeatures, letter: &str) -> bool {
    let range = line.range();
    let mark = scan.tokens.get(range.start + 1).filter(|_| range.len() > 2);
    scan.word(range.start) == letter
        && mark.is_some_and(|token| matches!(token.kind, Kind::Colon | Kind::Period))
}

/// Whether a line is an item of a list.
pub(super) fn is_item(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    let beside = |test: &dyn Fn(&LineFeatures) -> bool| {
        index.checked_sub(1).is_some_and(|index| test(&page.lines[index]))
            || page.lines.get(index + 1).is_some_and(test)
    };
    match line.opening {
        Opening::Bullet => line.words > 0,
        // A dash alone opens speech as well.
        Opening::Dash => beside(&|other| other.opening == Opening::Dash && other.words > 0),
        Opening::Number => is_numbered(page.scan, line) && beside(&|other| is_numbered(page.scan, other)),
        _ => false,
    }
}

/// `1. Ditch the diet`, `2) More`
pub(super) fn is_numbered(scan: &Scan<'_>, line: &LineFeatures) -> bool {
    let mut tokens = scan.tokens[line.range()].iter();
    let number = tokens.next().is_some_and(|token| token.is(Kind::Number) && token.end - token.start <= 3);
    number
        && tokens
            .next()
            .is_some_and(|token| matches!(token.kind, Kind::Period | Kind::Close) && token.is_glued())
}
