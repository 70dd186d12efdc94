//! Hostile texts of 1 and of 32 megabytes: the processor's time and the heap, a byte of text, and how they grow. It fails
//! when a byte of a long text costs over 1.5 times as much time as one of a short text.
//!
//! `cargo bench --bench growth -- [WORD [MEGABYTES]]` takes the families with that word in their names, or another length.
#![allow(clippy::print_stdout, reason = "its report is what it is for")]
#![allow(clippy::cast_precision_loss, reason = "figures of three digits")]

#[path = "../../core/tests/hostile/families.rs"]
mod families;

use families::{MADE, NOTHING, SOMETHING};
use nutgraf_benches::busy;
use nutgraf_benches::counting::Counting;
use std::hint::black_box;
use std::process::{Command, ExitCode};

const SHORT: usize = 1 << 20;
const LONG: usize = 32 << 20;
/// How many times as much a byte of the long text may cost.
const BOUND: f64 = 1.5;
/// How often the long text is read at most, for a busy machine shares its caches.
const TRIES: usize = 4;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What a byte of one text costs.
struct Cost {
    /// Nanoseconds of the processor, of the best of some runs.
    time: f64,
    /// Bytes of the heap, at most at a time and by the article.
    peak: f64,
    kept: f64,
    /// Sentences, quotes, claims, dates and diagnostics.
    results: f64,
}

/// The allocator of Linux keeps small blocks and gives large ones back: only long texts would pay for fresh pages.
const FRESH_PAGES: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.mmap_threshold=65536");

fn main() -> ExitCode {
    if std::env::var_os(FRESH_PAGES.0).is_none() {
        let this = std::env::current_exe().expect("a program knows where it is");
        let mut again = Command::new(this);
        let status = again.args(std::env::args_os().skip(1)).env(FRESH_PAGES.0, FRESH_PAGES.1).status();
        return if status.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let word = arguments.next().unwrap_or_default();
    let long = arguments.next().and_then(|megabytes| megabytes.parse::<usize>().ok());
    let long = long.map_or(LONG, |megabytes| megabytes << 20);
    println!(
        "{:42}{:>9}{:>9}{:>7}{:>9}{:>9}{:>9}{:>9}",
        "a byte of text:", "ns, short", "ns, long", "ratio", "peak", "peak", "kept", "results"
    );
    let mut worst = ("", 0.0_f64);
    let all = [NOTHING, SOMETHING, MADE].concat();
    for (name, text) in all.iter().filter(|(name, _)| name.contains(&word)) {
        let ratio = compare(name, *text, long);
        if ratio > worst.1 {
            worst = (name, ratio);
        }
    }
    println!("worst: {:.2} times as much, {}", worst.1, worst.0);
    if worst.1 > BOUND { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Prints what a family costs, and returns how many times as much a byte of the long text takes.
fn compare(name: &str, text: fn(usize) -> String, long: usize) -> f64 {
    let short = cost(&text(SHORT), 5);
    let text = text(long);
    let mut long = cost(&text, 1);
    for _ in 1..TRIES {
        if long.time <= BOUND * short.time {
            break;
        }
        long.time = long.time.min(cost(&text, 1).time);
    }
    let ratio = long.time / short.time;
    println!(
        "{name:42}{:>9.1}{:>9.1}{ratio:>7.2}{:>9.1}{:>9.1}{:>9.1}{:>9.3}",
        short.time, long.time, short.peak, long.peak, long.kept, long.results
    );
    ratio
}

/// The best of some runs.
fn cost(text: &str, runs: usize) -> Cost {
    let a_byte = |amount: f64| amount / text.len() as f64;
    let mut best = Cost { time: f64::INFINITY, peak: 0.0, kept: 0.0, results: 0.0 };
    for _ in 0..runs {
        let start = busy();
        let (article, taken) = Counting::count(|| nutgraf::parse(black_box(text)));
        let time = a_byte((busy() - start) * 1e9);
        let results = article.sentences().len()
            + article.quotes().len()
            + article.claims().len()
            + article.dates().len()
            + article.diagnostics().len();
        best = Cost {
            time: time.min(best.time),
            peak: a_byte(taken.peak as f64),
            kept: a_byte(taken.kept as f64),
            results: a_byte(results as f64),
        };
    }
    best
}
