//! What fuzzing starts from: the sample articles, the examples of the specification, and the words of the lexicon.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| files("tests/articles", "txt"));

/// The project's sample articles.
pub fn articles() -> &'static [String] {
    &ARTICLES
}

/// The texts of the specification's examples: the lines that say nothing about the results.
pub fn examples() -> Vec<String> {
    let is_text = |line: &&str| {
        !line.is_empty() && !["#", "  =>", "published:"].iter().any(|other| line.starts_with(other))
    };
    files("tests/spec", "txt")
        .iter()
        .flat_map(|file| {
            file.lines().filter(is_text).map(|line| line.replace("\\n", "\n")).collect::<Vec<_>>()
        })
        .collect()
}

/// Every word and phrase of the lexicon that is short enough for a dictionary of libFuzzer.
pub fn words() -> Vec<String> {
    let mut words = BTreeSet::new();
    for table in files("data", "tsv") {
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        for row in rows {
            let entry = row.split('\t').next().unwrap_or_default().trim();
            if !entry.is_empty() && entry.len() <= 32 {
                words.insert(entry.to_owned());
            }
        }
    }
    words.extend(
        ["\"", "“", "”", "‘", "’", "«", "»", "„", "``", "''", " — ", "\n\n", "$", "€", "£", "%"]
            .map(str::to_owned),
    );
    words.into_iter().collect()
}

/// The seeds of a target.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    let texts = || articles().iter().cloned().chain(examples());
    match target {
        // The first byte chooses the options; with 0 all stages run.
        "parse" => texts().map(|text| [&[0], text.as_bytes()].concat()).collect(),
        "edit" => examples().into_iter().map(|text| [&[0; 16], text.as_bytes()].concat()).collect(),
        "number_roundtrip" | "date_roundtrip" => (0..=255).map(|byte| vec![byte; 24]).collect(),
        "growth" => words().into_iter().map(|word| format!("{word} ").into_bytes()).collect(),
        _ => texts().map(String::into_bytes).collect(),
    }
}

/// The files of a folder of the library with one ending, by name.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap_or_default()).collect()
}
