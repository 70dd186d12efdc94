//! What others pay on the same text in the same run, and how many times as fast a whole parse is. The ratios are what
//! counts; machines differ. `NUTGRAF_CORPUS` names a folder or a file of JSON Lines to measure in place of the sample
//! articles.
#![allow(clippy::print_stdout, reason = "its report is what it is for")]
#![allow(clippy::cast_precision_loss, reason = "figures of three digits")]

use aho_corasick::AhoCorasick;
use nutgraf_benches::{busy, bytes, corpus};
use regex::Regex;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

/// How long each yardstick runs, in turns, so that a slow moment of the machine touches all alike.
const TURNS: usize = 15;
const TURN: f64 = 0.06;

/// Words for the automaton and the look-up, as many as a lexicon of cues and units has.
const WORDS: usize = 2900;

type Run<'r> = (&'static str, Box<dyn Fn(&str) -> usize + 'r>);

fn main() {
    let texts = corpus();
    let words = common_words(&texts);
    let numbers =
        Regex::new(r"[$€£]?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|percent|million|billion))?").expect("a regex");
    let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(&words).expect("few words");
    let known: HashMap<u64, usize, BuildHasherDefault<Hashed>> =
        words.iter().enumerate().map(|(number, word)| (fold(word.as_bytes()), number)).collect();
    let runs: Vec<Run<'_>> = vec![
        ("nutgraf, whole parse", Box::new(|text| nutgraf::parse(text).sentences().len())),
        (
            "UTF-8 check (simdutf8)",
            Box::new(|text| usize::from(simdutf8::basic::from_utf8(text.as_bytes()).is_ok())),
        ),
        (
            "memchr for three bytes",
            Box::new(|text| memchr::memchr3_iter(b'"', b'\n', b'$', text.as_bytes()).count()),
        ),
        ("tokenise by a class table", Box::new(|text| tokens(text).count())),
        (
            "tokenise and look up",
            Box::new(|text| tokens(text).filter(|word| known.contains_key(&fold(word))).count()),
        ),
        ("unicode_words", Box::new(|text| text.unicode_words().count())),
        ("unicode_sentences", Box::new(|text| text.unicode_sentences().count())),
        ("one regex for numbers", Box::new(|text| numbers.find_iter(text).count())),
        ("aho-corasick, 2,900 words", Box::new(|text| automaton.find_iter(text).count())),
    ];
    report(&runs, &texts);
}

/// Runs all in turn and prints the best of each.
fn report(runs: &[Run<'_>], texts: &[String]) {
    let mut best = vec![f64::MAX; runs.len()];
    for _ in 0..TURNS {
        for ((_, run), best) in runs.iter().zip(&mut best) {
            let start = busy();
            let mut rounds = 0;
            while busy() - start < TURN {
                for text in texts {
                    black_box(run(black_box(text)));
                }
                rounds += 1;
            }
            *best = best.min((busy() - start) / f64::from(rounds));
        }
    }
    println!("{:28}{:>10}{:>16}", "", "MB/s", "parse is × it");
    for ((name, _), seconds) in runs.iter().zip(&best) {
        println!("{name:28}{:>10.0}{:>16.3}", bytes(texts) as f64 / seconds / 1e6, seconds / best[0]);
    }
}

/// The most frequent words of the texts.
fn common_words(texts: &[String]) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for word in texts.iter().flat_map(|text| text.unicode_words()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    let mut words: Vec<_> = counts.into_iter().collect();
    words.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let unlike: HashSet<String> = words.into_iter().map(|(word, _)| word).take(WORDS).collect();
    unlike.into_iter().collect()
}

/// Runs of letters and digits, told by a table of 256 classes.
fn tokens(text: &str) -> impl Iterator<Item = &[u8]> {
    const LETTER: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            table[byte] = (byte as u8).is_ascii_alphanumeric() || byte >= 0x80;
            byte += 1;
        }
        table
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !LETTER[bytes[at] as usize] {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && LETTER[bytes[at] as usize] {
            at += 1;
        }
        (start < at).then(|| &bytes[start..at])
    })
}

/// The hash of a word in lower case.
fn fold(word: &[u8]) -> u64 {
    word.iter().fold(0, |hash: u64, byte| {
        (hash.rotate_left(5) ^ u64::from(byte | 0x20)).wrapping_mul(0x517c_c1b7_2722_0a95)
    })
}

/// Keys that are hashes already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("keys are numbers");
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
