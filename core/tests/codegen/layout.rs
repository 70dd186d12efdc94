//! The table of words: numbers, classes, slots of the hash table, rows and phrases by first word.

use super::{Compiled, class::Classes, hash};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// `SpeakerNoun` as `SPEAKER_NOUN`.
pub(super) fn shouting(name: &str) -> String {
    let mut out = String::new();
    for (index, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && index > 0 {
            out.push('_');
        }
        out.extend(letter.to_uppercase());
    }
    out
}

/// Cuts a form into the words that the lexer makes of it: at spaces, hyphens and signs, clitics apart, and without the
/// last stop of a dotted abbreviation.
pub(super) fn words_of(form: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in form.split([' ', '-']).filter(|piece| !piece.is_empty()) {
        let mut word = String::new();
        for letter in piece.chars() {
            let continues =
                letter.is_alphanumeric() || matches!(letter, '.' | '\'' | '&') && !word.is_empty();
            if continues || letter == '\'' {
                word.push(letter);
            } else {
                flush(&mut word, &mut words);
                words.push(letter.to_string());
            }
        }
        flush(&mut word, &mut words);
    }
    words
}

fn flush(word: &mut String, words: &mut Vec<String>) {
    let text = std::mem::take(word);
    let text = if text.len() > 1 { text.strip_suffix('.').unwrap_or(&text) } else { &text };
    if text.is_empty() {
        return;
    }
    for clitic in ["'s", "'re", "'ll", "'ve", "'d", "'m"] {
        if let Some(stem) = text.strip_suffix(clitic).filter(|stem| !stem.is_empty()) {
            words.push(fold(stem));
            words.push(clitic.to_owned());
            return;
        }
    }
    words.push(fold(text));
}

fn fold(word: &str) -> String {
    let folded = hash::Folded::new(word);
    folded.unwrap_or_else(|| panic!("{word:?} is longer than the lexicon takes")).text()
}

/// The tables that have rows, in the order of the variants of `Table`.
pub(super) fn filed(compiled: &[Compiled]) -> Vec<&'static str> {
    compiled.iter().filter(|table| !table.row_type.is_empty()).map(|table| table.table).collect()
}

/// One entry filed under its first word.
struct Entry {
    table: &'static str,
    row: usize,
    rest: Vec<String>,
    exact: Option<String>,
}

/// The Rust of `generated/words.rs`.
#[allow(clippy::too_many_lines, reason = "one table after the other")]
pub(super) fn words(compiled: &[Compiled]) -> String {
    let mut classes: BTreeMap<String, Classes> = BTreeMap::new();
    let mut entries: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for table in compiled {
        let mut seen = BTreeSet::new();
        for (forms, form_classes, row) in &table.rows {
            for form in forms {
                let mut words = words_of(&form.text);
                assert!(!words.is_empty(), "{}: an empty form", table.table);
                for word in &words {
                    classes.entry(word.clone()).or_default();
                }
                let exact = form.exact.then(|| form.text.clone());
                if !seen.insert((words.clone(), exact.clone(), *row)) {
                    continue;
                }
                let first = words.remove(0);
                let class = match (words.is_empty(), table.table) {
                    (true, _) => *form_classes,
                    (false, "Cue") => Classes::PHRASE.or(Classes::CUE_PHRASE),
                    (false, "Furniture") => Classes::PHRASE.or(Classes::FURNITURE),
                    (false, _) => Classes::PHRASE,
                };
                let slot = classes.get_mut(&first).unwrap();
                *slot = slot.or(class);
                if !table.row_type.is_empty() {
                    entries.entry(first).or_default().push(Entry {
                        table: table.table,
                        row: *row,
                        rest: words,
                        exact,
                    });
                }
            }
        }
    }
    let ids: BTreeMap<&String, usize> =
        classes.keys().enumerate().map(|(index, word)| (word, index + 1)).collect();
    assert!(ids.len() < usize::from(u16::MAX), "more words than a u16 can number");

    let mut out = String::from(
        "//! `@generated` by the test `codegen` from `core/data/`.\n\nuse crate::lexicon::{PhraseEntry, RowEntry, Table, Table::*, WordId};\n\nconst fn r(table: Table, row: u16, exact: Option<&'static str>) -> RowEntry {\n    RowEntry { table, row, exact }\n}\n\nconst fn p(row: u16, rest: &'static [WordId], exact: Option<&'static str>) -> PhraseEntry {\n    PhraseEntry { row, rest, exact }\n}\n\nconst fn w(word: u16) -> WordId {\n    WordId(word)\n}\n",
    );
    let list = |out: &mut String, name: &str, kind: &str, items: &[String]| {
        writeln!(out, "\npub(crate) static {name}: [{kind}; {}] = [", items.len()).unwrap();
        for chunk in items.chunks(if kind.len() > 4 { 4 } else { 24 }) {
            writeln!(out, "    {},", chunk.join(", ")).unwrap();
        }
        out.push_str("];\n");
    };
    let spellings: Vec<String> =
        std::iter::once("\"\"".to_owned()).chain(classes.keys().map(|word| format!("{word:?}"))).collect();
    list(&mut out, "WORDS", "&str", &spellings);
    let key = |word: &String| format!("{:#x?}", hash::Folded::new(word).unwrap().0).replace(['\n', ' '], "");
    let keys: Vec<String> = std::iter::once("[0, 0, 0]".to_owned()).chain(classes.keys().map(key)).collect();
    list(&mut out, "KEYS", "[u64; 3]", &keys);
    let bits: Vec<String> = std::iter::once("0".to_owned())
        .chain(classes.values().map(|class| format!("{:#x}", class.0)))
        .collect();
    list(&mut out, "WORD_CLASSES", "u64", &bits);
    list(&mut out, "SLOTS", "u32", &slots(&ids));
    let filed = filed(compiled);
    // For each word the tables where it stands alone and those where it opens a phrase; and every pair that opens one.
    let mut tables: BTreeMap<&String, [u32; 2]> = classes.keys().map(|word| (word, [0; 2])).collect();
    let mut pairs = vec![0_u64; hash::PAIRS / 64];
    for (word, entries) in &entries {
        for entry in entries {
            let bit = 1 << filed.iter().position(|table| *table == entry.table).unwrap();
            tables.get_mut(word).unwrap()[usize::from(!entry.rest.is_empty())] |= bit;
            if let Some(second) = entry.rest.first() {
                let pair = hash::pair(ids[word] as u16, ids[second] as u16);
                pairs[pair / 64] |= 1 << (pair % 64);
            }
        }
    }
    let sets = |[alone, first]: &[u32; 2]| format!("[{alone:#x}, {first:#x}]");
    let tables: Vec<String> = std::iter::once("[0; 2]".to_owned()).chain(tables.values().map(sets)).collect();
    list(&mut out, "WORD_TABLES", "[u32; 2]", &tables);
    let pairs: Vec<String> = pairs.iter().map(|bits| format!("{bits:#x}")).collect();
    list(&mut out, "PHRASE_PAIRS", "u64", &pairs);

    // What a phrase is found by among those of its first word: the table and the second word.
    let opening = |entry: &Entry| {
        let table = filed.iter().position(|table| *table == entry.table).unwrap();
        table << 16 | entry.rest.first().map_or(0, |second| ids[second])
    };
    let (mut rows, mut phrases, mut openings) = (Vec::new(), Vec::new(), Vec::new());
    let (mut row_ranges, mut phrase_ranges) = (vec!["0".to_owned(); 1], vec!["0".to_owned(); 1]);
    for word in classes.keys() {
        row_ranges.push(rows.len().to_string());
        phrase_ranges.push(phrases.len().to_string());
        let mut of_word: Vec<&Entry> = entries.get(word).into_iter().flatten().collect();
        // By table and second word; of these the longest phrase first, and what is written just so before what is
        // written anyhow.
        of_word.sort_by_key(|entry| {
            (opening(entry), std::cmp::Reverse(entry.rest.len()), entry.exact.is_none())
        });
        for entry in of_word {
            let Entry { table, row, rest, exact } = entry;
            if rest.is_empty() {
                rows.push(format!("r({table}, {row}, {exact:?})"));
            } else {
                let rest: Vec<String> = rest.iter().map(|word| format!("w({})", ids[word])).collect();
                let rest = rest.join(", ");
                openings.push(format!("{:#x}", opening(entry)));
                phrases.push(format!("p({row}, &[{rest}], {exact:?})"));
            }
        }
    }
    row_ranges.push(rows.len().to_string());
    phrase_ranges.push(phrases.len().to_string());
    list(&mut out, "ROW_RANGES", "u16", &row_ranges);
    list(&mut out, "ROWS", "RowEntry", &rows);
    list(&mut out, "PHRASE_RANGES", "u16", &phrase_ranges);
    list(&mut out, "PHRASE_OPENINGS", "u32", &openings);
    list(&mut out, "PHRASES", "PhraseEntry", &phrases);
    out
}

/// Open addressing with linear steps, less than half full; a slot holds the upper half of the hash and the number.
fn slots(ids: &BTreeMap<&String, usize>) -> Vec<String> {
    let size = (ids.len() * 5 / 2).next_power_of_two();
    let mut slots = vec![0; size];
    for (word, id) in ids {
        let hash = hash::Folded::new(word).unwrap().hash();
        let mut slot = hash as usize & (size - 1);
        while slots[slot] != 0 {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = (hash >> 16 << 16) as usize | *id;
    }
    slots.iter().map(|slot| format!("{slot:#x}")).collect()
}

#[test]
fn forms_are_cut_like_text() {
    assert_eq!(words_of("new year's eve"), ["new", "year", "'s", "eve"]);
    assert_eq!(words_of("US$"), ["us", "$"]);
    assert_eq!(words_of("km/h"), ["km", "/", "h"]);
    assert_eq!(words_of("u.s. dollar"), ["u.s", "dollar"]);
    assert_eq!(words_of("vice-president"), ["vice", "president"]);
    assert_eq!(words_of("don't"), ["don't"]);
}
