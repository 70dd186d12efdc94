//! Any bytes as text, under any options.

use nutgraf::{Error, Parser, Stage};

/// The first byte chooses the options, the rest is the text.
pub fn run(bytes: &[u8]) {
    let Some((options, bytes)) = bytes.split_first() else { return };
    let mut builder = Parser::builder();
    if options & 1 != 0 {
        builder = builder.published(2025, 5, 11);
    }
    if options & 2 != 0 {
        let bits = Stage::ALL.iter().enumerate();
        let chosen: Vec<Stage> =
            bits.filter(|(bit, _)| options >> (bit + 2) & 1 != 0).map(|(_, stage)| *stage).collect();
        builder = builder.only(&chosen);
    }
    let parser = builder.build().expect("the calendar has that day");
    let lossy = parser.parse_bytes_lossy(bytes).expect("no limit is set");
    crate::check(&lossy);
    match parser.parse_bytes(bytes) {
        Ok(article) => {
            assert_eq!(article, lossy, "bytes that are UTF-8 are read in two ways");
            assert_eq!(article, parser.parse(article.text()), "a second parse differs");
        }
        Err(Error::Encoding { at }) => {
            assert!(std::str::from_utf8(&bytes[..at]).is_ok(), "the fault lies before {at}")
        }
        Err(other) => panic!("refused for no reason: {other}"),
    }
}
