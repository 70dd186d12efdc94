//! Every unit and currency of the tables, in each place where it may stand, is read as itself.

use nutgraf::claims;
use std::collections::HashMap;

/// A row of `unit.tsv` or `currency.tsv`, as far as both have the same columns.
struct Row {
    name: &'static str,
    forms: Vec<&'static str>,
    symbols: Vec<&'static str>,
    flags: &'static str,
}

impl Row {
    fn has(&self, flag: &str) -> bool {
        self.flags.split(',').any(|other| other == flag)
    }

    fn spellings(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.forms.iter().chain(&self.symbols).copied()
    }
}

/// The rows of a table; `columns` are those of name, forms, symbols and flags.
fn rows(table: &'static str, [name, forms, symbols, flags]: [usize; 4]) -> Vec<Row> {
    let list = |cell: &'static str| cell.split('|').filter(|form| *form != "-").collect();
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            Row {
                name: cells[name],
                forms: list(cells[forms]),
                symbols: list(cells[symbols]),
                flags: cells[flags],
            }
        })
        .collect()
}

fn units() -> Vec<Row> {
    rows(include_str!("../data/unit.tsv"), [0, 5, 6, 7])
}

fn currencies() -> Vec<Row> {
    rows(include_str!("../data/currency.tsv"), [0, 2, 3, 5])
}

/// What each spelling may mean, for some stand in several rows.
fn meanings() -> HashMap<String, Vec<&'static str>> {
    let mut meanings: HashMap<String, Vec<&'static str>> = HashMap::new();
    for row in units().iter().chain(&currencies()) {
        for spelling in row.spellings() {
            meanings.entry(spelling.to_lowercase()).or_default().push(row.name);
        }
    }
    meanings
}

/// Checks that `number` with the unit is read as that and nothing else; adds what is wrong to `failures`.
fn check(
    amount: &str,
    spelling: &str,
    meanings: &HashMap<String, Vec<&'static str>>,
    failures: &mut Vec<String>,
) {
    let text = format!("The total was {amount}, said one of them.");
    let article = claims(&text);
    let found = article.claims().next().map(|claim| claim.quantity());
    let unit = found.and_then(|quantity| quantity.unit()).map_or("-", |unit| unit.name());
    if !meanings[&spelling.to_lowercase()].contains(&unit) {
        failures.push(format!("{amount}: {unit}"));
    }
}

#[test]
fn units_behind_the_number() {
    let (meanings, mut failures) = (meanings(), Vec::new());
    for row in units() {
        let number = if row.has("decimal") { "7.5" } else { "7" };
        // `seven second places`
        let ordinal = |spelling: &str| spelling.starts_with("second");
        let behind = !row.has("prefix") && !row.has("rate");
        for spelling in
            row.spellings().filter(|spelling| behind && !(row.has("ambiguous") && ordinal(spelling)))
        {
            if !row.has("glued") {
                check(&format!("{number} {spelling}"), spelling, &meanings, &mut failures);
            }
            if row.symbols.contains(&spelling) {
                check(&format!("{number}{spelling}"), spelling, &meanings, &mut failures);
            }
        }
    }
    assert!(failures.is_empty(), "{} fail: {failures:#?}", failures.len());
}

#[test]
fn units_with_a_hyphen_and_before_the_number() {
    let (meanings, mut failures) = (meanings(), Vec::new());
    for row in units().iter().filter(|row| !row.has("glued") && !row.has("decimal") && !row.has("rate")) {
        for spelling in row.forms.iter().filter(|spelling| !spelling.starts_with('%')) {
            let amount =
                if row.has("prefix") { format!("{spelling} 7") } else { format!("a 7-{spelling} record") };
            check(&amount, spelling, &meanings, &mut failures);
        }
    }
    assert!(failures.is_empty(), "{} fail: {failures:#?}", failures.len());
}

#[test]
fn currencies_behind_the_number() {
    let (meanings, mut failures) = (meanings(), Vec::new());
    for row in currencies() {
        let number = if row.has("large") { "7 million" } else { "7" };
        // `7 BN$` are seven billion dollars.
        let magnitude = |spelling: &str| matches!(spelling, "BN$" | "T$");
        for spelling in row.spellings().filter(|spelling| !magnitude(spelling)) {
            if !row.has("glued") {
                check(&format!("{number} {spelling}"), spelling, &meanings, &mut failures);
            }
        }
    }
    assert!(failures.is_empty(), "{} fail: {failures:#?}", failures.len());
}

#[test]
fn signs_and_codes_before_the_number() {
    let (meanings, mut failures) = (meanings(), Vec::new());
    for row in currencies() {
        let number = if row.has("large") { "7 million" } else { "7" };
        for spelling in &row.symbols {
            // Behind letters other than capitals the digits belong to a word: `zł7`, `c7`.
            let letter = |c: char| c.is_alphabetic();
            let code = spelling.starts_with(|c: char| c.is_ascii_uppercase()) && spelling.is_ascii();
            if code || !spelling.contains(letter) {
                check(&format!("{spelling}{number}"), spelling, &meanings, &mut failures);
            }
            // A word in small letters may be the verb: `sh 7 million`.
            let small = row.has("ambiguous") && spelling.starts_with(char::is_lowercase);
            if !row.has("glued") && !small {
                check(&format!("{spelling} {number}"), spelling, &meanings, &mut failures);
            }
        }
    }
    assert!(failures.is_empty(), "{} fail: {failures:#?}", failures.len());
}
