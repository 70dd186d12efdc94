//! Prints how many nanoseconds of a processor a byte of the texts takes to parse in Rust, for `python.py` to print beside
//! what Python pays. `NUTGRAF_CORPUS` names the texts, as in the benches.

use nutgraf::Parser;
use nutgraf_benches::{busy, bytes, corpus};
use std::hint::black_box;

/// The best of so many rounds; in the others the machine did something else as well.
const ROUNDS: usize = 15;

#[allow(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "python.py reads it; figures of three digits"
)]
fn main() {
    let texts = corpus();
    let parser = Parser::new();
    let round = || {
        let start = busy();
        for text in &texts {
            drop(black_box(parser.parse(black_box(text))));
        }
        busy() - start
    };
    let best = (0..ROUNDS).map(|_| round()).fold(f64::MAX, f64::min);
    println!("{:.2}", best / bytes(&texts) as f64 * 1e9);
}
