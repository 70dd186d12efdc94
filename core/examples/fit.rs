//! Writes the features of gold candidates, for `core/fit/fit.py`.
//!
//! ```text
//! cargo run --release --features fit --example fit -- STAGE < gold.jsonl > candidates.txt
//! ```

use nutgraf::fit::{Dump, STAGES};
use serde_json::Value;
use std::error::Error;
use std::io::{BufRead, Write, stdin, stdout};

fn main() -> Result<(), Box<dyn Error>> {
    let stage = std::env::args().nth(1).unwrap_or_default();
    let Some((_, collect)) = STAGES.iter().find(|(name, _)| *name == stage) else {
        let known: Vec<&str> = STAGES.iter().map(|(name, _)| *name).collect();
        return Err(format!("expected a stage out of {known:?}, found {stage:?}").into());
    };
    let mut dump = Dump::default();
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        collect(&record, &mut dump);
        out.write_all(dump.lines.as_bytes())?;
        dump.lines.clear();
    }
    Ok(())
}
