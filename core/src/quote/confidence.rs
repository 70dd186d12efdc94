//! How sure a quote is: what the choices at its cue come to, turned into the share of such quotes that are right.
//!
//! The choices are fitted one by one, so that their product ranks quotes well but says too little of those in marks and too
//! much of others. `core/fit/calibrate.py` counts on articles that had no part in the weights how many are right at each
//! product, and writes the table that is read here.

use super::result::{Construction, QuoteKind};
use super::weights;
use crate::model::Share;

/// Places of the table for each row: a hundred and one, filled up.
const ROW: usize = 128;

/// What stands before the table, as in every file of weights.
const HEAD: usize = 4;

/// The table of how many in a hundred are right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Confidence(&'static [u8]);

impl Confidence {
    pub(super) fn fetch() -> Self {
        Self(weights::CONFIDENCE.bytes().get(HEAD..).unwrap_or_default())
    }

    /// The confidence, in hundredths, of a quote whose choices come to `share`.
    pub(super) fn of(self, kind: QuoteKind, construction: Construction, share: Share) -> u8 {
        let row = match (construction, kind) {
            (Construction::Bare, _) => 0,
            (_, QuoteKind::Direct) => 1,
            (_, QuoteKind::Mixed) => 2,
            (_, QuoteKind::Indirect) => 3,
        };
        self.0.get(row * ROW + usize::from(share.hundredths())).map_or(0, |percent| *percent.min(&100))
    }
}
