//! What holds for every text, on every text at hand: the project's articles, pieces of them, odd input. A debug build
//! with the feature asserts it of each article it reads: `cargo run --features serde,invariants --example jsonl < corpus`.

use nutgraf::{Parser, Stage, invariants};
use std::path::PathBuf;

fn core() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn articles() -> Vec<(String, String)> {
    let mut articles = Vec::new();
    for entry in std::fs::read_dir(core().join("tests/articles")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            articles.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    articles.sort();
    assert!(articles.len() >= 12, "the sample articles are missing");
    articles
}

fn check(name: &str, text: &str) {
    let dated = Parser::builder().published(2025, 5, 11).build().unwrap();
    let body = Parser::builder()
        .only(&[Stage::Sentences, Stage::Quotes, Stage::Claims, Stage::Dates])
        .build()
        .unwrap();
    for parser in [Parser::new(), dated, body] {
        let article = parser.parse(text);
        if let Err(fault) = invariants::check(&article) {
            panic!("{name}: {fault}");
        }
        assert_eq!(article, parser.parse(text), "{name}: a second parse differs");
        let owned = article.clone().into_owned();
        assert_eq!(owned.text(), text, "{name}: the owned article has another text");
    }
}

#[test]
fn sample_articles() {
    for (name, text) in articles() {
        check(&name, &text);
    }
}

#[test]
fn sample_articles_with_other_line_ends() {
    for (name, text) in articles() {
        check(&name, &text.replace('\n', "\r\n"));
        check(&name, &text.replace('\n', "\r"));
        check(&name, &text.replace("\n\n", "\n"));
        check(&name, &text.replace('\n', " "));
        check(&name, &format!("\u{feff}{text}"));
    }
}

#[test]
fn sample_articles_cut_anywhere() {
    for (name, text) in articles() {
        let places = text.char_indices().map(|(at, _)| at).step_by(97);
        for at in places {
            check(&name, &text[..at]);
            check(&name, &text[at..]);
        }
    }
}

#[test]
fn sample_articles_without_one_of_their_marks() {
    for (name, text) in articles() {
        for mark in ['"', '“', '”', '‘', '’', '\'', ',', '.', '(', ')', '-', '—', ' '] {
            check(&name, &text.replace(mark, ""));
            check(&name, &text.replacen(mark, "", 1));
        }
    }
}
