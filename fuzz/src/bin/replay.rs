//! Runs a target over files, as `replay TARGET FILE…`, on any toolchain. It panics as the target does.

use nutgraf_fuzz::TARGETS;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let Some((_, run)) = TARGETS.iter().find(|(target, _)| *target == name) else {
        let names: Vec<_> = TARGETS.iter().map(|(target, _)| *target).collect();
        eprintln!("expected one of {} and files, found {name:?}", names.join(", "));
        return ExitCode::from(2);
    };
    for path in arguments {
        match std::fs::read(&path) {
            Ok(bytes) => run(&bytes),
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    ExitCode::SUCCESS
}
