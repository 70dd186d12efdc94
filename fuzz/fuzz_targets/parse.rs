//! Any bytes as text: no panic, and everything that holds for every article.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::{Parser, Stage, invariants};

fuzz_target!(|bytes: &[u8]| {
    // The first byte chooses the options, the rest is the text.
    let Some((options, bytes)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let mut builder = Parser::builder();
    if options & 1 != 0 {
        builder = builder.published(2025, 5, 11);
    }
    let stages = [Stage::Layout, Stage::Sentences, Stage::Quotes, Stage::Claims, Stage::Dates];
    if options & 2 != 0 {
        let chosen: Vec<Stage> =
            stages.into_iter().enumerate().filter(|(bit, _)| options >> (bit + 2) & 1 != 0).map(|(_, stage)| stage).collect();
        builder = builder.only(&chosen);
    }
    let parser = builder.build().expect("the calendar has that day");
    let article = parser.parse(&text);
    if let Err(fault) = invariants::check(&article) {
        panic!("{fault}");
    }
    assert_eq!(article, parser.parse(&text), "a second parse differs");
});
