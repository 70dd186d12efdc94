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

/// The text with each chunk in brackets that has an entity, and behind `=` the entity's name where it differs.
fn named(text: &str) -> (String, Vec<String>) {
    let scan = Scan::new(text);
    let layout = layout::body(&scan);
    let sentences = sentence::split(&scan, &layout.blocks);
    let mentions = find(&scan, &layout.blocks, &sentences);
    let mut out = String::new();
    let mut at = 0;
    for chunk in &mentions.chunks {
        let span = scan.span_of(chunk.tokens.start as usize..chunk.tokens.end as usize);
        let (start, end) = (span.start() as usize, span.end() as usize);
        out += &text[at..start];
        let pronoun = matches!(chunk.class, ChunkClass::Pronoun | ChunkClass::Relative);
        match chunk.entity.map(|id| scan.str(mentions.entities[id as usize].name)) {
            Some(name) if name == &text[start..end] => write!(out, "[{name}]").unwrap(),
            Some(name) => write!(out, "[{}={name}]", &text[start..end]).unwrap(),
            None if pronoun => write!(out, "[{}=?]", &text[start..end]).unwrap(),
            None => out += &text[start..end],
        }
        at = end;
    }
    let who = mentions.entities.iter().map(|entity| {
        let role = entity.role.map_or(String::new(), |role| format!(" | {}", scan.str(role)));
        format!("{} | {:?} {:?}{role}", scan.str(entity.name), entity.kind, entity.gender)
    });
    (out + &text[at..], who.collect())
}

#[test]
#[ignore]
fn dump() {
    let text = std::fs::read_to_string(std::env::var("NUTGRAF_TEXT").unwrap()).unwrap();
    if std::env::var("NUTGRAF_WHO").is_ok() {
        let (text, who) = named(&text);
        println!("{text}\n{}", who.join("\n"));
    } else {
        println!("{}", brackets(&text));
    }
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
