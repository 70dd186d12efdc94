//! Texts that are no articles: each gives an article all the same, in time that grows with its length.

use nutgraf::{Article, DiagnosticKind, Parser, invariants, parse};

fn checked(text: &str) -> Article<'_> {
    let article = parse(text);
    invariants::check(&article)
        .unwrap_or_else(|fault| panic!("{:?}: {fault}", text.chars().take(40).collect::<String>()));
    article
}

#[test]
fn nothing_gives_an_empty_article() {
    for text in ["", " ", "\n", "\r\n\r\n", "\t \u{a0}\n", "\u{2028}\u{85}"] {
        let article = checked(text);
        assert_eq!(article.blocks().len(), 0, "{text:?}");
        assert_eq!(article.quotes().len() + article.claims().len() + article.dates().len(), 0);
    }
}

#[test]
fn every_single_character() {
    for c in (0..=0x10_ffff).filter_map(char::from_u32) {
        let mut buffer = [0; 4];
        checked(c.encode_utf8(&mut buffer));
    }
}

#[test]
fn every_ascii_character_between_words() {
    for c in (0..128_u8).map(char::from) {
        checked(&format!("A{c}B said {c}C{c} 5{c}6 {c}."));
        checked(&format!("“{c}” Doe{c}said{c}on{c}May{c}5.{c}"));
    }
}

#[test]
fn marks_alone() {
    for mark in [
        "\"", "“", "”", "'", "‘", "’", "«", "»", "„", "``", "''", "(", ")", "-", "—", ".", "…", "$", "%", ":",
    ] {
        for count in [1, 2, 3, 17, 1000] {
            checked(&mark.repeat(count));
            checked(&format!("{mark} ").repeat(count));
        }
    }
}

/// Found by fuzzing: the token before the first was asked for.
#[test]
fn a_decade_begins_the_text() {
    for text in ["20s", "20s and 30s", "-20s", "mid-20s", "In her mid-20s, she left."] {
        checked(text);
    }
}

/// Found by fuzzing: the unit was taken for the article of a rate, and nothing was left of the subject.
#[test]
fn a_unit_reads_like_an_article() {
    for text in ["1 A-0", "1 a-0 for a day", "two each-ways a day"] {
        checked(text);
    }
}

#[test]
fn nul_bytes_are_characters_like_others() {
    let article = checked("\0“We\0 agree,”\0 Ms. Ortega said.\0");
    assert!(article.text().contains('\0'));
}

#[test]
fn all_line_ends_end_lines() {
    for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}"] {
        let text = ["A paragraph stands here.", "Another one follows it."].join(&end.repeat(2));
        let article = checked(&text);
        assert_eq!(article.blocks().len(), 2, "{end:?}");
    }
}

#[test]
fn a_byte_order_mark_belongs_to_no_block() {
    let article = checked("\u{feff}The plan was dropped on Monday.");
    assert_eq!(article.blocks().next().unwrap().span().start(), 3);
}

#[test]
fn limits_and_bytes_are_refused_with_reasons() {
    let parser = Parser::builder().max_bytes(8).build().unwrap();
    let error = parser.try_parse("nine bytes").unwrap_err();
    assert_eq!(error.to_string(), "expected a text of at most 8 bytes, found 10 bytes");
    let error = Parser::new().parse_bytes(b"caf\xe9 society").unwrap_err();
    assert_eq!(error.to_string(), "expected UTF-8, found an invalid byte at offset 3");
    let error = Parser::builder().published(2025, 2, 30).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a date as YYYY-MM-DD that the calendar has, found \"2025-02-30\""
    );
}

#[test]
fn bytes_that_are_no_text_are_replaced_by_choice() {
    let parser = Parser::new();
    let article = parser.parse_bytes_lossy(b"\xff\xfe\xfd The caf\xe9 \xe2\x82 closed.").unwrap();
    invariants::check(&article).unwrap();
    assert_eq!(article.text(), "\u{fffd}\u{fffd}\u{fffd} The caf\u{fffd} \u{fffd} closed.");
    let found: Vec<_> = article
        .diagnostics()
        .iter()
        .map(|diagnostic| (diagnostic.kind(), diagnostic.span().range()))
        .collect();
    let kind = DiagnosticKind::NotUtf8;
    assert_eq!(found, [(kind, 0..9), (kind, 17..20), (kind, 21..24)]);
    let clean = "“We agree,” Ms. Ortega said.";
    assert_eq!(parser.parse_bytes_lossy(clean.as_bytes()).unwrap(), parser.parse(clean));
    // Replacing makes a text longer, and it is the text that is limited.
    let short = Parser::builder().max_bytes(8).build().unwrap();
    let error = short.parse_bytes_lossy(b"\xff 1 \xff 2").unwrap_err();
    assert_eq!(error.to_string(), "expected a text of at most 8 bytes, found 11 bytes");
    // What is too long before is not replaced at all.
    let error = short.parse_bytes_lossy(b"\xff 1 \xff 234").unwrap_err();
    assert_eq!(error.to_string(), "expected a text of at most 8 bytes, found 9 bytes");
}

#[test]
fn articles_cross_threads() {
    fn assert_send_and_sync<T: Send + Sync>() {}
    assert_send_and_sync::<Article<'static>>();
    assert_send_and_sync::<Parser>();
}
