//! Claims: quantities with subject, date and claimant.

mod result;

pub use result::Claim;
pub(crate) use result::ClaimData;

use crate::date::DateData;
use crate::mention::Mentions;
use crate::number::Found;
use crate::quote::Quoted;
use crate::scan::Scan;
use crate::sentence::SentenceData;

/// Makes claims of the quantities that assert something.
pub(crate) fn find(
    _scan: &Scan<'_>,
    _sentences: &[SentenceData],
    _mentions: &Mentions,
    _quoted: &Quoted,
    _quantities: Vec<Found>,
    _dates: &[DateData],
) -> Vec<ClaimData> {
    Vec::new()
}
