//! Each stage alone gives what it gives in company.

use nutgraf::{Article, Offsets, Parser, Stage};
use serde_json::Value;

/// A stage, and the fields of FORMAT.md that are its own.
const STAGES: [(Stage, &[&str]); 5] = [
    (Stage::Layout, &["blocks", "sections", "headline", "byline", "dateline", "published"]),
    (Stage::Sentences, &["sentences"]),
    (Stage::Quotes, &["quotes", "speakers"]),
    (Stage::Claims, &["claims"]),
    (Stage::Dates, &["dates"]),
];

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    // With the layout, and on text that is taken as all body.
    compare(&text, &[Stage::Layout]);
    compare(&text, &[]);
}

fn compare(text: &str, company: &[Stage]) {
    let mut every: Vec<Stage> = company.to_vec();
    every.extend(STAGES.map(|(stage, _)| stage).into_iter().filter(|stage| *stage != Stage::Layout));
    let whole = fields(&read(text, &every));
    for (stage, names) in STAGES.iter().filter(|(stage, _)| every.contains(stage)) {
        let mut chosen = company.to_vec();
        chosen.push(*stage);
        let alone = fields(&read(text, &chosen));
        for name in *names {
            assert_eq!(alone[name], whole[name], "{stage:?} alone gives other {name} than with {every:?}");
        }
    }
}

fn read<'t>(text: &'t str, stages: &[Stage]) -> Article<'t> {
    let parser = Parser::builder().only(stages).published(2025, 5, 11).build();
    parser.expect("the calendar has that day").parse(text)
}

/// The article as JSON, without the places where claims point to results of stages that did not run.
fn fields(article: &Article<'_>) -> Value {
    let mut fields: Value = serde_json::from_str(&article.to_json(Offsets::Bytes)).expect("JSON is written");
    for claim in fields["claims"].as_array_mut().expect("claims are a list") {
        for link in ["quote", "date"] {
            claim[link] = Value::Null;
        }
    }
    fields
}
