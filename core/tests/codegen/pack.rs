//! Packs the words: numbers, classes, rows and phrases by first word.

use super::{Compiled, class::Classes, hash};
use std::collections::{BTreeMap, BTreeSet};

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

/// The files of `generated/words/`, by name. `core/src/lexicon/words.rs` says what each holds.
pub(super) fn words(compiled: &[Compiled]) -> Vec<(&'static str, Vec<u8>)> {
    let (classes, entries) = by_word(compiled);
    let ids: BTreeMap<&String, usize> =
        classes.keys().enumerate().map(|(index, word)| (word, index + 1)).collect();
    let tables = filed(compiled);
    let table = |entry: &Entry| tables.iter().position(|table| *table == entry.table).unwrap() as u64;
    // The word at the front stands for all that are in no table.
    let unknown = (&String::new(), &Classes::default());
    let mut out = Columns::default();
    out.exact("");
    for (word, set) in std::iter::once(unknown).chain(&classes) {
        let [head, middle, last] = hash::Folded::new(word).map_or([0; 3], |folded| folded.0);
        out.push("heads.bin", &[8, 8], &[head, set.0]);
        out.push("tails.bin", &[8, 8], &[middle, last]);
        out.push("lines.bin", &[4], &[out.len("spellings.txt")]);
        out.bytes("spellings.txt").extend(format!("{word}\n").bytes());
        out.push("row_ranges.bin", &[2], &[out.len("rows.bin") / 8]);
        out.push("phrase_ranges.bin", &[2], &[out.len("phrases.bin") / 8]);

        let second = |entry: &Entry| entry.rest.first().map_or(0, |word| ids[word] as u64);
        let mut of_word: Vec<&Entry> = entries.get(word).into_iter().flatten().collect();
        // By table and second word; of these the longest phrase first, and what is written just so before what is
        // written anyhow.
        of_word.sort_by_key(|entry| {
            (table(entry), second(entry), std::cmp::Reverse(entry.rest.len()), entry.exact.is_none())
        });
        let mut standing = [0, 0];
        for entry in of_word {
            standing[usize::from(!entry.rest.is_empty())] |= 1 << table(entry);
            let exact = out.exact(entry.exact.as_deref().unwrap_or_default());
            if entry.rest.is_empty() {
                out.push("rows.bin", &[2, 2, 4], &[table(entry), entry.row as u64, exact]);
                continue;
            }
            let start = out.len("following.bin") / 2;
            for word in &entry.rest {
                out.push("following.bin", &[2], &[ids[word] as u64]);
            }
            let end = out.len("following.bin") / 2;
            out.push("phrases.bin", &[2, 2, 2, 2], &[entry.row as u64, exact, start, end]);
            out.push("openings.bin", &[2, 2], &[second(entry), table(entry)]);
        }
        out.push("tables.bin", &[4, 4], &standing);
    }
    out.push("lines.bin", &[4], &[out.len("spellings.txt")]);
    out.push("row_ranges.bin", &[2], &[out.len("rows.bin") / 8]);
    out.push("phrase_ranges.bin", &[2], &[out.len("phrases.bin") / 8]);
    for (id, hash) in slots(&ids) {
        out.push("slots.bin", &[2, 2], &[id, hash]);
    }
    for bits in pairs(&ids, &entries, table) {
        out.push("pairs.bin", &[8], &[bits]);
    }
    out.files.into_iter().collect()
}

/// The bytes of files, by name.
#[derive(Default)]
struct Columns {
    files: BTreeMap<&'static str, Vec<u8>>,
    /// Where in `exact.bin` each spelling stands.
    exact: BTreeMap<String, u64>,
}

impl Columns {
    fn bytes(&mut self, file: &'static str) -> &mut Vec<u8> {
        self.files.entry(file).or_default()
    }

    fn len(&self, file: &str) -> u64 {
        self.files.get(file).map_or(0, |bytes| bytes.len() as u64)
    }

    /// Writes a record of numbers of so many bytes each, the lowest first.
    fn push(&mut self, file: &'static str, widths: &[usize], numbers: &[u64]) {
        for (width, number) in widths.iter().zip(numbers) {
            let bytes = number.to_le_bytes();
            let (kept, rest) = bytes.split_at(*width);
            assert!(rest.iter().all(|byte| *byte == 0), "{file}: {number} is wider than {width} bytes");
            self.bytes(file).extend(kept);
        }
    }

    /// The place of a spelling; that of none is the first.
    fn exact(&mut self, spelling: &str) -> u64 {
        if let Some(place) = self.exact.get(spelling) {
            return *place;
        }
        let place = self.len("exact.bin");
        self.push("exact.bin", &[1], &[spelling.len() as u64]);
        self.bytes("exact.bin").extend(spelling.bytes());
        self.exact.insert(spelling.to_owned(), place);
        place
    }
}

/// Open addressing with linear steps, less than half full: the number of a word and the upper half of its hash.
fn slots(ids: &BTreeMap<&String, usize>) -> Vec<(u64, u64)> {
    let size = (ids.len() * 5 / 2).next_power_of_two();
    let mut slots = vec![(0, 0); size];
    for (word, id) in ids {
        let hash = hash::Folded::new(word).unwrap().hash();
        let mut slot = hash as usize & (size - 1);
        while slots[slot].0 != 0 {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = (*id as u64, u64::from(hash >> 16));
    }
    slots
}

/// The filter of pairs of words that open a phrase.
fn pairs(
    ids: &BTreeMap<&String, usize>,
    entries: &BTreeMap<String, Vec<Entry>>,
    table: impl Fn(&Entry) -> u64,
) -> Vec<u64> {
    let mut pairs = vec![0; hash::PAIRS / 64];
    for (first, entries) in entries {
        for entry in entries {
            let Some(second) = entry.rest.first() else { continue };
            let pair = hash::pair(ids[first] as u16, ids[second] as u16, table(entry) as u8);
            pairs[pair / 64] |= 1 << (pair % 64);
        }
    }
    pairs
}

/// The classes of every word, and the entries under the first word of each.
fn by_word(compiled: &[Compiled]) -> (BTreeMap<String, Classes>, BTreeMap<String, Vec<Entry>>) {
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
                if table.table == "Comparator" {
                    let last = classes.get_mut(words.last().unwrap()).unwrap();
                    *last = last.or(Classes::COMPARATOR_END);
                }
                let first = words.remove(0);
                let class = match (words.is_empty(), table.table) {
                    (true, _) => *form_classes,
                    (false, "Cue") => Classes::PHRASE.or(Classes::CUE_PHRASE),
                    (false, "Calendar") => Classes::PHRASE.or(Classes::CALENDAR_PHRASE),
                    (false, "Furniture") => Classes::PHRASE.or(Classes::FURNITURE),
                    (false, _) => Classes::PHRASE,
                };
                let slot = classes.get_mut(&first).unwrap();
                *slot = slot.or(class);
                if !table.row_type.is_empty() {
                    let entry = Entry { table: table.table, row: *row, rest: words, exact };
                    entries.entry(first).or_default().push(entry);
                }
            }
        }
    }
    (classes, entries)
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
