//! Sections: the headings of the body and what stands under them.

use super::{BlockData, BlockKind, SectionData};

/// Divides the body, from its first paragraph or heading to its last block, at the headings.
pub(super) fn divide(blocks: &[BlockData]) -> Vec<SectionData> {
    let text = |block: &BlockData| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading)
    };
    let last =
        |block: &BlockData| text(block) || matches!(block.kind, BlockKind::PullQuote | BlockKind::Caption);
    let (Some(start), Some(end)) = (blocks.iter().position(text), blocks.iter().rposition(last)) else {
        return Vec::new();
    };
    let mut sections = vec![SectionData { heading: None, blocks: start as u32..start as u32 }];
    for (index, block) in blocks.iter().enumerate().take(end + 1).skip(start) {
        if block.kind == BlockKind::Heading {
            let index = index as u32;
            sections.push(SectionData { heading: Some(block.span), blocks: index..index });
        }
        if let Some(section) = sections.last_mut() {
            section.blocks.end = index as u32 + 1;
        }
    }
    // A body that opens with a heading has nothing before it.
    sections.retain(|section| !section.blocks.is_empty());
    sections
}
