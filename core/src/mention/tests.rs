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

#[test]
#[ignore]
fn dump_tags() {
    let text = std::env::var("NUTGRAF_LINE").unwrap();
    let scan = Scan::new(&text);
    let layout = layout::body(&scan);
    let sentences = sentence::split(&scan, &layout.blocks);
    let mentions = find(&scan, &layout.blocks, &sentences);
    for (token, tag) in scan.tokens.iter().zip(&mentions.tags) {
        println!("{:15} {:?} {:?}", scan.str(token.span()), tag, token.classes);
    }
    println!("{}", brackets(&text));
}

#[test]
#[ignore]
fn dump_json() {
    let text = std::fs::read_to_string(std::env::var("NUTGRAF_TEXT").unwrap()).unwrap();
    for line in text.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = value["text"].as_str().unwrap();
        let scan = Scan::new(text);
        let layout = layout::body(&scan);
        let sentences = sentence::split(&scan, &layout.blocks);
        let mentions = find(&scan, &layout.blocks, &sentences);
        let chunks: Vec<_> = mentions
            .chunks
            .iter()
            .map(|chunk| {
                let span = scan.span_of(chunk.tokens.start as usize..chunk.tokens.end as usize);
                serde_json::json!([
                    span.start(),
                    span.end(),
                    format!("{:?}", chunk.class),
                    format!("{:?}", chunk.kind)
                ])
            })
            .collect();
        println!("{}", serde_json::json!({"id": value["id"], "chunks": chunks}));
    }
}
