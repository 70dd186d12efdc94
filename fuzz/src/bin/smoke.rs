//! A short run of every target on stable Rust, from the seeds, with mutations that always come in the same order:
//! `smoke [SECONDS]`, 60 in all when nothing is said. A finding is written to `artifacts/` and named.

use nutgraf_fuzz::{TARGETS, seeds};
use std::panic::catch_unwind;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

fn main() -> ExitCode {
    let seconds = match std::env::args().nth(1).map(|argument| argument.parse::<f64>()) {
        None => 60.0,
        Some(Ok(seconds)) if (0.0..=86_400.0).contains(&seconds) => seconds,
        Some(_) => {
            eprintln!("expected a number of seconds up to a day");
            return ExitCode::from(2);
        }
    };
    let each = Duration::from_secs_f64(seconds / TARGETS.len() as f64);
    let words = seeds::words();
    for (target, run) in TARGETS {
        let seeds = seeds::of(target);
        let mut random = fastrand::Rng::with_seed(2025);
        let start = Instant::now();
        let mut runs = 0_u64;
        while start.elapsed() < each || runs < 16 {
            let seed = &seeds[random.usize(..seeds.len())];
            let input = if runs % 8 == 0 { seed.clone() } else { mutated(seed, &words, &mut random) };
            if catch_unwind(|| run(&input)).is_err() {
                return keep(target, &input);
            }
            runs += 1;
        }
        println!("{target}: {runs} runs");
    }
    ExitCode::SUCCESS
}

/// A seed with one to four changes.
fn mutated(seed: &[u8], words: &[String], random: &mut fastrand::Rng) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..random.usize(1..=4) {
        let [from, to] = [random.usize(..=bytes.len()), random.usize(..=bytes.len())];
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 64));
        match random.u8(..5) {
            0 => drop(bytes.drain(from..to)),
            1 => {
                let piece = bytes[from..to].to_vec();
                bytes.splice(from..from, piece);
            }
            2 => {
                let word = words[random.usize(..words.len())].bytes();
                bytes.splice(from..from, word);
            }
            3 => bytes.insert(from, random.u8(..)),
            _ => {
                if let Some(byte) = bytes.get_mut(from) {
                    *byte = random.u8(..);
                }
            }
        }
    }
    bytes
}

/// Writes a finding down, and tells how to see it again.
fn keep(target: &str, input: &[u8]) -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artifacts").join(target);
    let path = folder.join("smoke");
    match std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, input)) {
        Ok(()) => eprintln!("seen again by: cargo run --release --bin replay {target} {}", path.display()),
        Err(error) => eprintln!("{}: {error}", path.display()),
    }
    ExitCode::FAILURE
}
