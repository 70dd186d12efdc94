//! The texts that are measured: the project's own sample articles.
#![deny(missing_docs)]

use std::path::Path;

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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the sample articles")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a readable article")).collect()
}

/// The sample articles, cut to a size.
pub fn samples(size: Size) -> Vec<String> {
    let articles = articles();
    match size {
        Size::Short => articles.iter().map(|text| head(text, 500).to_owned()).collect(),
        Size::Article => articles,
        Size::Long => {
            let all = articles.join("\n\n");
            vec![vec![all.as_str(); 500_000 / all.len()].join("\n\n")]
        }
    }
}

/// The lines of a text up to the first that ends behind `bytes`.
fn head(text: &str, bytes: usize) -> &str {
    let end = text.match_indices('\n').map(|(at, _)| at).find(|at| *at >= bytes);
    &text[..end.unwrap_or(text.len())]
}
