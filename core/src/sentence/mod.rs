//! Where sentences end.

mod result;

pub use result::Sentence;
pub(crate) use result::SentenceData;

use crate::layout::BlockData;
use crate::scan::Scan;

/// Cuts the blocks of prose into sentences.
pub(crate) fn split(scan: &Scan<'_>, blocks: &[BlockData]) -> Vec<SentenceData> {
    let mut sentences = Vec::new();
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind.is_prose()) {
        let tokens = scan.tokens_in(block.span);
        if !tokens.is_empty() {
            sentences.push(SentenceData { span: block.span, tokens, block: index });
        }
    }
    sentences
}
