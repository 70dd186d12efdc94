//! An article that is written as JSON and read again is the same; JSON that is none is refused.

use nutgraf::{Article, Offsets, Parser};

/// Text up to the first zero byte, then JSON that may or may not fit it.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (text, json) = text.split_once('\0').unwrap_or((&text, ""));
    let article = Parser::new().parse(text);
    for offsets in [Offsets::Bytes, Offsets::CodePoints] {
        let json = article.to_json(offsets);
        assert_eq!(Article::from_json(text, &json).as_ref(), Ok(&article), "{json}");
    }
    // What somebody else wrote is refused, or gives an article that can be shown.
    if let Ok(read) = Article::from_json(text, json) {
        let _ = (format!("{read:?}"), read.to_json(Offsets::CodePoints));
    }
}
