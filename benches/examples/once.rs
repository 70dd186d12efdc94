//! Parses one set of the sample articles once and writes it as JSON, for `instructions.py` to count under callgrind.
//! Prints how many bytes that was.

use nutgraf::Offsets;
use nutgraf_benches::{Size, bytes, samples};
use std::hint::black_box;

#[allow(clippy::print_stdout, reason = "instructions.py reads it")]
fn main() {
    let word = std::env::args().nth(1);
    let size = word.and_then(|word| Size::from_word(&word)).expect("usage: once SIZE");
    let texts = samples(size);
    for text in &texts {
        black_box(black_box(nutgraf::parse(text)).to_json(Offsets::CodePoints));
    }
    println!("{}", bytes(&texts));
}
