//! What the chunker finds, as text with its chunks in brackets.

use super::*;
use crate::{layout, sentence};
use std::fmt::Write as _;

/// The text with each chunk in brackets.
fn brackets(text: &str) -> String {
    let scan = Scan::new(text);
    let layout = layout::body(&scan);
    let sentences = sentence::split(&scan, &layout.blocks);
    let mentions = find(&scan, &layout.blocks, &sentences);
    let mut out = String::new();
    let mut at = 0;
    for chunk in &mentions.chunks {
        let span = scan.span_of(chunk.tokens.start as usize..chunk.tokens.end as usize);
        let (start, end) = (span.start() as usize, span.end() as usize);
        write!(out, "{}[{}]", &text[at..start], &text[start..end]).unwrap();
        at = end;
    }
    out + &text[at..]
}

#[test]
#[ignore]
fn dump() {
    let text = std::fs::read_to_string(std::env::var("NUTGRAF_TEXT").unwrap()).unwrap();
    println!("{}", brackets(&text));
}
