//! FORMAT.md and the JSON that is written are held together: same fields, same enumerated words.

#![cfg(feature = "serde")]

use nutgraf::{
    Article, BlockKind, Comparator, Construction, DiagnosticKind, Offsets, QuoteKind, SpeakerKind, Trend,
    UnitKind, parse,
};
use serde_json::Value;
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../FORMAT.md");

fn example() -> Value {
    let start = PAGE.find("```json").unwrap() + "```json".len();
    let length = PAGE[start..].find("```").unwrap();
    serde_json::from_str(&PAGE[start..start + length]).unwrap()
}

/// The dotted names of every field of a value; items of lists count as their list.
fn fields(value: &Value, name: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let name = format!("{name}.{key}");
                into.insert(name.clone());
                fields(value, &name, into);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields(item, name, into)),
        _ => {}
    }
}

fn fields_of(value: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    fields(value, "", &mut names);
    names
}

/// A text that gives every field that FORMAT.md shows.
const FULL: &str = include_str!("articles/full.txt");

fn written(offsets: Offsets) -> Value {
    serde_json::from_str(&parse(FULL).to_json(offsets)).unwrap()
}

#[test]
fn the_fields_are_those_of_the_page() {
    let (page, found) = (fields_of(&example()), fields_of(&written(Offsets::CodePoints)));
    let missing: Vec<_> = page.difference(&found).collect();
    let unknown: Vec<_> =
        found.difference(&page).filter(|name| !name.starts_with(".quotes.addressee.")).collect();
    assert!(missing.is_empty(), "in FORMAT.md, but not written: {missing:?}");
    assert!(unknown.is_empty(), "written, but not in FORMAT.md: {unknown:?}");
}

#[test]
fn the_page_names_every_word() {
    let words = |words: Vec<&'static str>| {
        for word in words {
            assert!(
                PAGE.contains(&format!("`{word}`")) || PAGE.contains(&format!("\"{word}\"")),
                "FORMAT.md lacks {word:?}"
            );
        }
    };
    words(BlockKind::ALL.iter().map(|kind| kind.as_str()).collect());
    words(QuoteKind::ALL.iter().map(|kind| kind.as_str()).collect());
    words(SpeakerKind::ALL.iter().map(|kind| kind.as_str()).collect());
    words(UnitKind::ALL.iter().map(|kind| kind.as_str()).collect());
    words(Comparator::ALL.iter().map(|sign| sign.as_str()).collect());
    words(Trend::ALL.iter().map(|trend| trend.as_str()).collect());
    words(Construction::ALL.iter().map(|construction| construction.as_str()).collect());
    words(DiagnosticKind::ALL.iter().map(|kind| kind.as_str()).collect());
}

#[test]
fn offsets_count_what_they_say() {
    let chars: Vec<char> = FULL.chars().collect();
    for (offsets, word) in [(Offsets::Bytes, "bytes"), (Offsets::CodePoints, "code_points")] {
        let article = written(offsets);
        assert_eq!(article["offsets"], word);
        for item in ["quotes", "dates"].iter().flat_map(|list| article[list].as_array().unwrap()) {
            let place = |index: usize| item["span"][index].as_u64().unwrap() as usize;
            let surface = match offsets {
                Offsets::Bytes => FULL[place(0)..place(1)].to_owned(),
                Offsets::CodePoints => chars[place(0)..place(1)].iter().collect(),
            };
            let text = item["text"].as_str().unwrap();
            assert!(
                surface.contains(text.split(' ').next().unwrap()),
                "{surface:?} lacks the words of {text:?}"
            );
        }
    }
}

#[test]
fn what_is_written_is_read_back_equal() {
    let article = parse(FULL);
    for offsets in [Offsets::Bytes, Offsets::CodePoints] {
        let json = article.to_json(offsets);
        let again = Article::from_json(FULL, &json).unwrap();
        assert_eq!(again, article);
        assert_eq!(again.to_json(offsets), json);
    }
}

#[test]
fn json_that_does_not_fit_is_refused() {
    let json = parse(FULL).to_json(Offsets::CodePoints);
    let refused = |text: &str, json: &str| Article::from_json(text, json).unwrap_err().to_string();
    assert!(refused(FULL, "{}").starts_with("expected an article as FORMAT.md describes it: missing field"));
    assert!(
        refused(FULL, &json.replacen("\"format\":1", "\"format\":2", 1))
            .contains("expected format 1, found 2")
    );
    assert!(refused("another text", &json).starts_with("expected spans inside the text"));
}
