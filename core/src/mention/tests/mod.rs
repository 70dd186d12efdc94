//! What the stage finds, shown as text: chunks in brackets, and whom they name.

mod chunks;
mod entities;

use super::*;
use crate::{layout, sentence};

fn mentions<'a>(scan: &Scan<'_>, scratch: &'a mut Scratch) -> Lent<'a, Mentions> {
    let blocks = layout::body(scan).blocks;
    let sentences = sentence::split(scan, &blocks, Lent::homeless());
    let mut found = find(scan, &sentences, scratch);
    let end = found.chunks.len();
    settle(scan, &sentences, &mut found, end, |_| false);
    found
}

/// The text with what `show` makes of each chunk in its place.
fn shown(text: &str, show: impl Fn(&Mentions, &Chunk, &str) -> String) -> String {
    let scan = Scan::new(text);
    let mut scratch = Scratch::default();
    let found = mentions(&scan, &mut scratch);
    let mut out = String::new();
    let mut at = 0;
    for chunk in &found.chunks {
        let place = scan.span_of(chunk.tokens.start as usize..chunk.tokens.end as usize).range();
        out += &text[at..place.start];
        out += &show(&found, chunk, &text[place.clone()]);
        at = place.end;
    }
    out + &text[at..]
}

/// The text with each chunk in brackets.
fn brackets(text: &str) -> String {
    shown(text, |_, _, surface| format!("[{surface}]"))
}

/// The text with each chunk that names somebody in brackets, behind `=` the name where it is another; a pronoun that
/// names nobody has a question mark.
fn named(text: &str) -> String {
    shown(text, |found, chunk, surface| {
        let pronoun = matches!(chunk.class, ChunkClass::Pronoun | ChunkClass::Relative);
        match chunk.entity.map(|id| &text[found.entities[id.get()].name.range()]) {
            Some(name) if name == surface => format!("[{surface}]"),
            Some(name) => format!("[{surface}={name}]"),
            None if pronoun => format!("[{surface}=?]"),
            None => surface.to_owned(),
        }
    })
}

/// Name, kind and role of each entity.
fn who(text: &str) -> Vec<String> {
    let scan = Scan::new(text);
    let mut scratch = Scratch::default();
    let found = mentions(&scan, &mut scratch);
    let show = |entity: &Entity| {
        let role = entity.role.map_or(String::new(), |role| format!(" | {}", scan.str(role)));
        format!("{} | {}{role}", scan.str(entity.name), entity.kind)
    };
    found.entities.iter().map(show).collect()
}

/// The mentions with appositions, ages and brackets, where they have any.
fn wholes(text: &str) -> Vec<&str> {
    let scan = Scan::new(text);
    let mut scratch = Scratch::default();
    let found = mentions(&scan, &mut scratch);
    let mut wholes: Vec<&str> = found
        .chunks
        .iter()
        .filter(|chunk| chunk.whole != chunk.tokens)
        .map(|chunk| scan.str(scan.span_of(chunk.whole.start as usize..chunk.whole.end as usize)))
        .collect();
    wholes.dedup();
    wholes
}
