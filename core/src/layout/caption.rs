//! Captions and photo credits, as far as a line shows them by itself.

use super::line::End;
use super::tally::Tally;
use super::wording;
use crate::lexicon::{FurnitureKind, Table};
use crate::scan::{Kind, Scan};

/// What a line shows of a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Credit {
    None,
    /// A caption with its credit behind it, or words such as `Above:` before it.
    Caption,
    /// A credit and nothing else.
    Alone,
}

/// A credit has no more words than this: who took the picture, and for whom.
const NAMED: u32 = 6;

/// Reads what a line shows of a picture.
pub(super) fn credit(scan: &Scan<'_>, line: &Tally) -> Credit {
    if line.words == 0 || line.words > 80 {
        return Credit::None;
    }
    if line.wordings.is(FurnitureKind::Caption) || is_credit(scan, line) {
        return Credit::Alone;
    }
    let ends = ends_in_credit(scan, line);
    // `Jane Doe/Reuters`
    if ends && line.words <= NAMED && line.capitals + 1 >= line.words && !line.is_ended() {
        return Credit::Alone;
    }
    let opens = line.wordings.opens(FurnitureKind::Caption) && (line.words <= 30 || ends);
    let caption = opens || ends && (line.words <= 60 || line.wordings.has(FurnitureKind::Caption));
    if caption { Credit::Caption } else { Credit::None }
}

/// Whether a line ends in `/ Agency`, `(Photo: …)`, `Photograph: …`
fn ends_in_credit(scan: &Scan<'_>, line: &Tally) -> bool {
    let range = line.range();
    let from = range.end.saturating_sub(16).max(range.start);
    let tail = from..range.end;
    let open = scan.tokens[range.end - 1].is(Kind::Close) || line.end == End::Open;
    let wording =
        || tail.clone().any(|index| wording::kind_at(scan, index, range.end) == Some(FurnitureKind::Caption));
    // `Jane Doe/Reuters`, `Jane Doe, Reuters`
    let mark = if line.words <= NAMED { Kind::Comma } else { Kind::Slash };
    let agency = || {
        tail.clone().any(|index| {
            let token = &scan.tokens[index];
            (token.is(Kind::Slash) || token.is(mark))
                && index + 1 < range.end
                && scan
                    .entry_at(Table::Agency, index + 1, range.end)
                    .is_some_and(|phrase| phrase.end + 2 >= range.end)
        })
    };
    (line.slashes > 0 || mark == Kind::Comma) && agency() || open && wording()
}

/// Whether a line is a credit alone: in brackets, with an agency or in capitalised words throughout.
fn is_credit(scan: &Scan<'_>, line: &Tally) -> bool {
    let range = line.range();
    let named = line.capitals + 1 >= line.words && !line.is_ended();
    let agency = || range.clone().any(|index| scan.entry_at(Table::Agency, index, range.end).is_some());
    line.bracketed && line.words <= 10 && named && (line.words > 1 || agency())
}
