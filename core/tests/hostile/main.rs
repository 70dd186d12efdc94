//! Hostile texts: each gives an article that holds what every article holds, in memory that grows with its length. Time
//! is the matter of `benches/growth.rs`; what is not linear takes hours here.
//!
//! A text has a million bytes, or as many as `NUTGRAF_HOSTILE_BYTES` says: `make test-hostile` takes fifty million.

#[allow(dead_code, unreachable_pub, clippy::cast_possible_wrap, reason = "the benchmarks print more of it")]
#[path = "../../../benches/src/counting.rs"]
mod counting;
mod families;

use counting::Counting;
use families::{Family, MADE, NOTHING, OTHER_LANGUAGES, SOMETHING};
use nutgraf::{Article, BlockKind, Language, invariants, parse};

#[global_allocator]
static ALLOCATED: Counting = Counting;

/// How many bytes a parse may hold at most for each byte of text, results and all. A token takes 24, and a hostile one is a
/// byte long.
const BYTES_A_BYTE: usize = 40;
/// What ordinary text takes at most, results and all.
const BYTES_OF_ORDINARY_TEXT: usize = 16;
/// What a parse may hold for a short text beyond that.
const BYTES_AT_LEAST: usize = 1 << 16;

fn length() -> usize {
    let said = std::env::var("NUTGRAF_HOSTILE_BYTES");
    said.map_or(1_000_000, |said| said.parse().expect("NUTGRAF_HOSTILE_BYTES is a number of bytes"))
}

/// Reads a text, within its memory, and checks the article.
fn read(name: &str, text: &str, judge: impl Fn(&Article<'_>)) {
    let (article, held) = weigh(text);
    let bound = BYTES_AT_LEAST + BYTES_A_BYTE * text.len();
    assert!(held <= bound, "{name}: {held} bytes for {} of text", text.len());
    invariants::check(&article).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    judge(&article);
}

/// The article of a text, and the most bytes that reading it held.
fn weigh(text: &str) -> (Article<'_>, usize) {
    let (article, taken) = Counting::count(|| parse(text));
    (article, taken.peak)
}

fn read_all(families: &[Family], judge: impl Fn(&Article<'_>) + Copy) {
    for (name, text) in families {
        read(name, &text(length()), judge);
    }
}

fn finds_nothing(article: &Article<'_>) {
    let found = (article.quotes().len(), article.claims().len(), article.dates().len());
    assert_eq!(found, (0, 0, 0), "{:?} …", article.text().chars().take(40).collect::<String>());
}

#[test]
fn repeats_of_what_means_nothing_give_nothing() {
    read_all(NOTHING, finds_nothing);
}

#[test]
fn repeats_of_what_means_something_end() {
    read_all(SOMETHING, |_| {});
}

#[test]
fn made_texts_end() {
    read_all(MADE, |_| {});
}

#[test]
fn five_million_empty_lines_hold_no_block() {
    read("empty lines", &"\n".repeat(5_000_000), |article| assert_eq!(article.blocks().len(), 0));
}

#[test]
fn marks_nested_a_hundred_thousand_deep_are_no_speech() {
    let text = format!("{}a{}", "“".repeat(100_000), "”".repeat(100_000));
    read("nested marks", &text, |article| assert!(article.quotes().len() <= 1));
}

#[test]
fn a_number_of_a_million_digits_is_in_no_claim_and_is_told_of() {
    read("a long number", &format!("It cost ${} in all.", "7".repeat(1_000_000)), |article| {
        finds_nothing(article);
        let kinds: Vec<_> =
            article.diagnostics().iter().map(|diagnostic| diagnostic.kind().to_string()).collect();
        assert!(kinds.contains(&"number_too_long".to_owned()), "{kinds:?}");
    });
}

#[test]
fn a_name_that_never_ends_is_one_speaker_or_none() {
    let text = format!("“We are ready,” said {}.", "Jane ".repeat(200_000).trim_end());
    read("a long name", &text, |article| assert!(article.speakers().len() <= 1));
}

#[test]
fn every_scalar_once() {
    let text: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
    read("every scalar", &text, |_| {});
}

#[test]
fn other_languages_are_not_taken_for_english() {
    for sentence in OTHER_LANGUAGES {
        read(sentence, &[sentence; 20].join("\n\n"), |article| {
            assert_ne!(article.language(), Language::English, "{sentence}");
        });
    }
}

#[test]
fn one_line_of_ordinary_text_is_read_to_its_end() {
    let sentence =
        "“We saw 5,000 of them on Monday,” the minister told reporters, adding that costs rose 3 percent. ";
    let count = length() / sentence.len();
    read("one line", sentence.repeat(count).trim_end(), |article| {
        assert_eq!(article.blocks().filter(|block| block.kind() == BlockKind::Paragraph).count(), 1);
        assert!(article.quotes().len() >= count);
    });
}

#[test]
fn ordinary_text_takes_little() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let articles: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let text = articles.join("\n\n").repeat((length() / 50_000).max(1));
    let (_, held) = weigh(&text);
    let a_byte = held / text.len();
    assert!(a_byte < BYTES_OF_ORDINARY_TEXT, "{a_byte} bytes a byte of text");
    for text in &articles {
        let (_, held) = weigh(text);
        let bound = BYTES_AT_LEAST / 4 + BYTES_OF_ORDINARY_TEXT * text.len();
        assert!(held <= bound, "{held} bytes for {} of text", text.len());
    }
}
