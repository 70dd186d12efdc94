//! Rows of figures, as tables have them: with no word among them, none of them says anything.

use super::run::Run;
use crate::scan::{Kind, Token};

/// So many numbers at least, with nothing but marks between them. No sentence of prose lists so many.
const LEAST: usize = 24;

/// What is known of the numbers from some token on.
#[derive(Default)]
pub(super) struct Rows {
    /// Up to here there is no row.
    seen: usize,
}

impl Rows {
    /// Where the row ends that begins with the number at `index`, if one does.
    pub(super) fn end(&mut self, run: Run<'_>, index: usize) -> Option<usize> {
        if index < self.seen {
            return None;
        }
        let worded = |token: &Token| matches!(token.kind, Kind::Word | Kind::Clitic);
        let rest = run.rest(index);
        let stretch = &rest[..rest.iter().position(worded).unwrap_or(rest.len())];
        let numbers = stretch.iter().filter(|token| token.is(Kind::Number)).count();
        self.seen = index + stretch.len();
        (numbers >= LEAST).then_some(self.seen)
    }
}
