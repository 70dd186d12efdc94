//! What the benchmarks share: the texts that are measured (the project's own sample articles, texts that are no articles,
//! what the caller names) and the clock.
#![deny(missing_docs)]

pub mod counting;

use std::path::Path;
use std::time::Duration;

/// How the sample articles are cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// The first lines of each, some 500 bytes.
    Short,
    /// Each as it is, some 3 kB.
    Article,
    /// All in one text of half a megabyte.
    Long,
}

impl Size {
    /// Every size.
    pub const ALL: [Self; 3] = [Self::Short, Self::Article, Self::Long];

    /// As it is called in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Article => "article",
            Self::Long => "long",
        }
    }

    /// The size of that name.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.word() == word)
    }
}

/// The sample articles under `core/tests/articles`, by name.
///
/// # Panics
/// When they cannot be read.
pub fn articles() -> Vec<String> {
    folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/articles"))
}

/// The sample articles, cut to a size.
pub fn samples(size: Size) -> Vec<String> {
    let articles = articles();
    match size {
        Size::Short => articles.iter().map(|text| head(text, 500).to_owned()).collect(),
        Size::Article => articles,
        Size::Long => vec![copies(&articles, 500_000)],
    }
}

/// The texts to measure: those that `NUTGRAF_CORPUS` names, a folder of `.txt` files or a file of JSON Lines with a
/// `text` each, or else the sample articles.
///
/// # Panics
/// When what it names cannot be read.
pub fn corpus() -> Vec<String> {
    let Some(path) = std::env::var_os("NUTGRAF_CORPUS") else { return articles() };
    let path = Path::new(&path);
    if path.is_dir() {
        return folder(path);
    }
    let lines = std::fs::read_to_string(path).expect("a readable file of JSON Lines");
    let text = |line| {
        let record: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        record["text"].as_str().expect("a text in each line").to_owned()
    };
    lines.lines().map(text).collect()
}

/// Texts that are no articles, with names: what a loop without a bound would choke on.
pub fn odd() -> Vec<(&'static str, String)> {
    let pieces = [
        ("one word", "a"),
        ("one line of words", "word "),
        ("blank lines", "\n"),
        ("quotation marks", "“ \" ’ "),
        ("stops", ". "),
        ("digits", "1,234.5 "),
        ("names", "Dana Whitfield "),
        ("cues", "said that "),
        ("commas", "a, "),
        ("beyond ASCII", "é漢 "),
    ];
    pieces.map(|(name, piece)| (name, repeated(piece, 200_000))).into()
}

/// Texts over and over, until they have so many bytes. Each paragraph ends with the number of its copy, for what a page says
/// again is furniture, and costs less.
///
/// # Panics
/// When there is no text.
pub fn copies(texts: &[String], bytes: usize) -> String {
    assert!(!texts.is_empty(), "no text to copy");
    let mut whole = String::with_capacity(bytes);
    for copy in 1.. {
        for line in texts.iter().flat_map(|text| text.lines().chain([""])) {
            if whole.len() > bytes {
                return whole;
            }
            whole.push_str(line);
            if !line.is_empty() {
                whole.push_str(" No. ");
                whole.push_str(&copy.to_string());
                whole.push('.');
            }
            whole.push('\n');
        }
    }
    whole
}

/// As many whole pieces as come to some bytes, and at least one.
pub fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat((bytes / piece.len()).max(1))
}

/// The seconds that this thread has had of a processor; what others take of a busy machine does not count.
#[cfg(unix)]
pub fn busy() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default()).as_secs_f64()
}

/// The seconds that have gone by; there is no clock of threads here.
#[cfg(not(unix))]
pub fn busy() -> f64 {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed().as_secs_f64()
}

/// How many bytes the texts have together.
pub fn bytes(texts: &[String]) -> usize {
    texts.iter().map(String::len).sum()
}

fn folder(path: &Path) -> Vec<String> {
    let mut paths: Vec<_> = std::fs::read_dir(path)
        .expect("a readable folder")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a readable article")).collect()
}

/// The lines of a text up to the first that ends behind `bytes`.
fn head(text: &str, bytes: usize) -> &str {
    let end = text.match_indices('\n').map(|(at, _)| at).find(|at| *at >= bytes);
    &text[..end.unwrap_or(text.len())]
}
