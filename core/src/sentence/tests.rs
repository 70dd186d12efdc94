//! Tests of what a line of text and its sentences cannot show.

use super::split;
use crate::layout::{BlockData, BlockKind};
use crate::scan::Scan;
use crate::scratch::Lent;
use crate::span::Span;

/// The sentences of a text that is one block.
fn of_block(text: &str) -> Vec<&str> {
    let scan = Scan::new(text);
    let block = BlockData { kind: BlockKind::Paragraph, span: Span::new(0, text.len() as u32) };
    split(&scan, &[block], Lent::homeless()).iter().map(|sentence| scan.str(sentence.span(&scan))).collect()
}

#[test]
fn a_line_break_within_a_block_ends_nothing() {
    assert_eq!(
        of_block("The river\nrose in St.\nAsaph. The bridge\nheld, said Dr.\nRoe."),
        ["The river\nrose in St.\nAsaph.", "The bridge\nheld, said Dr.\nRoe."]
    );
}

#[test]
fn a_number_at_the_start_of_a_wrapped_line_is_no_marker() {
    assert_eq!(
        of_block("He bought a farm in\n12. The rest is known."),
        ["He bought a farm in\n12.", "The rest is known."]
    );
}

#[test]
fn characters_that_show_nothing_belong_to_no_end() {
    assert_eq!(of_block("\u{feff}It rose.\u{200b} \u{200b}It fell.\u{200b}"), ["It rose.", "It fell."]);
    assert!(of_block("\u{feff}\u{200b}").is_empty());
}

#[test]
fn blocks_of_furniture_have_no_sentences() {
    let scan = Scan::new("Home. News.");
    let block = BlockData { kind: BlockKind::Navigation, span: Span::new(0, 11) };
    assert!(split(&scan, &[block], Lent::homeless()).is_empty());
}

#[test]
fn every_visible_token_is_in_one_sentence() {
    for text in [
        "? ! . ”",
        "“",
        ". . . .",
        "... ... A",
        "1. 2. 3.",
        "(. [1] [ ]",
        "U.S. U.S.",
        "—",
        "a.b.c.D.E",
        "。他说。",
    ] {
        let scan = Scan::new(text);
        let block = BlockData { kind: BlockKind::Paragraph, span: Span::new(0, text.len() as u32) };
        let sentences = split(&scan, &[block], Lent::homeless());
        let covered: Vec<usize> = sentences.iter().flat_map(|sentence| sentence.range()).collect();
        assert_eq!(covered, (0..scan.tokens.len()).collect::<Vec<_>>(), "{text}");
    }
}
