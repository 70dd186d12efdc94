//! FORMAT.md and the JSON that is written are held together: same fields, same enumerated words.

#![cfg(feature = "serde")]

use nutgraf::{
    Article, BlockKind, Comparator, Construction, DiagnosticKind, Error, Offsets, QuoteKind, SpeakerKind,
    Trend, UnitKind, parse,
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

#[test]
fn an_agency_is_found_behind_its_place() {
    for dateline in [
        "MINNEAPOLIS (AP)",
        "INDIANAPOLIS (AP)",
        "CAPE CANAVERAL, Fla. (AP)",
        "BERLIN, APRIL 5 (AP)",
        "PARIS, APRIL 5, 2025 (AP)",
    ] {
        let text = format!("{dateline} — The council voted on Monday to build a second bridge.");
        let article = parse(&text);
        assert_eq!(article.dateline().and_then(|dateline| dateline.agency()), Some("AP"), "{text}");
        for offsets in [Offsets::Bytes, Offsets::CodePoints] {
            assert_eq!(Article::from_json(&text, &article.to_json(offsets)).as_ref(), Ok(&article), "{text}");
        }
    }
}

/// A text that gives every field that carries words of it.
const WORDS: &str = "LISBON (AP) — “We are ready,” Ana Costa told reporters on May 5. The port took 5 ships.";

#[test]
fn words_that_are_not_those_of_the_text_are_refused() {
    let json = parse(WORDS).to_json(Offsets::CodePoints);
    let refused = |text: &str| Article::from_json(text, &json).unwrap_err();
    for (from, to, wanted) in [
        ("LISBON", "MADRID", "dateline.place"),
        ("(AP)", "(AQ)", "dateline.agency"),
        ("ready", "rowdy", "quotes.text"),
        ("Ana", "Eva", "quotes.speaker"),
        ("told", "sold", "quotes.cue"),
        ("reporters", "lecturers", "quotes.addressee"),
        ("May 5", "May 6", "dates"),
        ("ships", "shops", "claims.subject"),
    ] {
        let error = refused(&WORDS.replace(from, to));
        let Error::OtherText { field, span, .. } = error else { panic!("{from}: {error}") };
        assert_eq!(field, wanted, "{from}: {error}");
        // In code points, as the JSON has it.
        assert!(span.end() as usize <= WORDS.chars().count(), "{from}: {error}");
    }
    let error = refused(&WORDS.replace("LISBON", "MADRID")).to_string();
    assert_eq!(error, "expected the words of the text at 0..13 in dateline.place, found \"LISBON\"");
}

#[test]
fn json_that_contradicts_itself_is_refused() {
    let json = parse(WORDS).to_json(Offsets::Bytes);
    for (from, to, wanted) in [
        (r#""value":"5","low":null"#, r#""value":"5","low":"4""#, "neither a value alone nor a range alone"),
        (r#""value":"5""#, r#""value":null"#, "neither a value alone nor a range alone"),
        (
            r#""value":"5","low":null,"high":null"#,
            r#""value":null,"low":"5","high":"4""#,
            "a range that runs backwards",
        ),
        (
            r#""name":"Ana Costa","kind":"person","role""#,
            r#""name":"Eva","kind":"person","role""#,
            "speaker 0",
        ),
    ] {
        assert!(json.contains(from), "{json}");
        let error = Article::from_json(WORDS, &json.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(error.contains(wanted), "{from}: {error}");
    }
    let mut document: Value = serde_json::from_str(&json).unwrap();
    document["quotes"][0]["content"] = Value::Array(Vec::new());
    let error = Article::from_json(WORDS, &document.to_string()).unwrap_err().to_string();
    assert!(error.contains("no words"), "{error}");
}
