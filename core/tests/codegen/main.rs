//! Compiles the tables under `core/data/` to `core/src/lexicon/generated/` and fails when the checked-in files differ.
//!
//! `NUTGRAF_CODEGEN=write cargo test --test codegen` rewrites them.

#[path = "../../src/lexicon/class.rs"]
#[allow(dead_code)]
mod class;
#[path = "../../src/lexicon/hash.rs"]
#[allow(dead_code)]
mod hash;
mod pack;
mod rows;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A line of a table: the forms it is looked up by, the classes these have, and what the row says in Rust.
struct Row {
    forms: Vec<Form>,
    classes: class::Classes,
    literal: String,
}

/// One spelling of an entry.
struct Form {
    text: String,
    /// Whether capitals matter.
    exact: bool,
}

/// A compiled table: the variant of `Table`, the type of its rows, what they say, and for each line of the table its
/// forms and classes with the row that they lead to.
struct Compiled {
    table: &'static str,
    row_type: &'static str,
    literals: Vec<String>,
    rows: Vec<(Vec<Form>, class::Classes, usize)>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The cells of a table under `core/data/`, a vector a line, each line as wide as `columns`.
fn read(name: &str, columns: usize) -> Vec<Vec<String>> {
    let path = root().join("data").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<String> = line.split('\t').map(|cell| cell.trim().to_owned()).collect();
        assert_eq!(cells.len(), columns, "{name}:{}: expected {columns} columns: {line:?}", number + 1);
        lines.push(cells);
    }
    lines
}

/// Rows that say the same are one row: four thousand given names tell but three things.
fn shared(table: rows::Listed) -> Compiled {
    let mut literals: Vec<String> = Vec::new();
    let mut numbers = BTreeMap::new();
    let mut rows = Vec::new();
    for Row { forms, classes, literal } in table.rows {
        let number = *numbers.entry(literal.clone()).or_insert_with(|| {
            literals.push(literal);
            literals.len() - 1
        });
        rows.push((forms, classes, number));
    }
    Compiled { table: table.table, row_type: table.row_type, literals, rows }
}

fn compile() -> Vec<(PathBuf, Vec<u8>)> {
    let compiled: Vec<Compiled> = rows::all().into_iter().map(shared).collect();
    let mut tables =
        String::from("//! `@generated` by the test `codegen` from `core/data/`.\n\nuse crate::lexicon::*;\n");
    tables.push_str("\n/// The tables that words and phrases are filed under.\n#[derive(Clone, Copy, PartialEq, Eq, Debug)]\npub(crate) enum Table {\n");
    for table in pack::filed(&compiled) {
        writeln!(tables, "    {table},").unwrap();
    }
    tables.push_str("}\n");
    for table in &compiled {
        if matches!(table.row_type, "" | "()") {
            continue;
        }
        let name = pack::shouting(table.table);
        writeln!(tables, "\npub(crate) static {name}: [{}; {}] = [", table.row_type, table.literals.len())
            .unwrap();
        for literal in &table.literals {
            writeln!(tables, "    {literal},").unwrap();
        }
        tables.push_str("];\n");
    }
    let folder = root().join("src/lexicon/generated");
    let words = pack::words(&compiled);
    let mut files = vec![(folder.join("tables.rs"), tables.into_bytes())];
    files.extend(words.into_iter().map(|(name, bytes)| (folder.join("words").join(name), bytes)));
    files.push((folder.join("digest.rs"), digest(&files).into_bytes()));
    files
}

/// A number that changes with what the files say: FNV-1a.
fn digest(files: &[(PathBuf, Vec<u8>)]) -> String {
    let bytes = files.iter().flat_map(|(_, bytes)| bytes);
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!(
        "//! `@generated` by the test `codegen`: a hash of the other files here.\n\npub(crate) const DIGEST: u64 = {hash:#018x};\n"
    )
}

fn check(path: &Path, wanted: &[u8]) {
    if std::env::var("NUTGRAF_CODEGEN").is_ok_and(|value| value == "write") {
        std::fs::write(path, wanted).unwrap();
        return;
    }
    let found = std::fs::read(path).unwrap_or_default();
    assert!(
        found == wanted,
        "{} is not what core/data/ gives; run NUTGRAF_CODEGEN=write cargo test -p nutgraf --test codegen",
        path.display()
    );
}

#[test]
fn generated_tables_match_the_data() {
    for (path, wanted) in compile() {
        check(&path, &wanted);
    }
}
