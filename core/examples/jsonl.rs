//! Reads articles from standard input, one JSON object a line (`{"id", "text", "published"?}`), and writes one line of
//! FORMAT.md JSON for each, with that `id` and spans in code points.
//!
//! ```text
//! cargo run --release --features serde --example jsonl -- [--only STAGE,…] < in.jsonl > out.jsonl
//! ```

use nutgraf::{Offsets, Parser, Stage};
use serde_json::Value;
use std::error::Error;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    #[cfg(feature = "fit")]
    if let Some(folder) = std::env::var_os("NUTGRAF_WEIGHTS") {
        nutgraf::fit::use_weights(folder.as_ref())?;
    }
    let mut builder = Parser::builder();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => {}
        ["--only", stages] => {
            let stages: Option<Vec<Stage>> = stages.split(',').map(Stage::from_word).collect();
            builder =
                builder.only(&stages.ok_or("--only takes layout, sentences, quotes, claims and dates")?);
        }
        _ => return Err("usage: jsonl [--only STAGE,…]".into()),
    }
    let parser = builder.build()?;
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let published = record["published"].as_str().map(str::parse).transpose()?;
        let text = record["text"].as_str().ok_or("a line needs a text")?;
        let article = parser.with_published(published).parse(text).to_json(Offsets::CodePoints);
        // The object of the article, with the identifier in front.
        writeln!(out, "{{\"id\":{},{}", record["id"], &article[1..])?;
    }
    Ok(out.flush()?)
}
