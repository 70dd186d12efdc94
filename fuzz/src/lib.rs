//! What the fuzz targets assert, each as a plain function of bytes, so that a finding runs on stable Rust as well.

pub mod date_roundtrip;
pub mod edit;
pub mod growth;
pub mod json;
pub mod number_roundtrip;
pub mod parse;
pub mod seeds;
pub mod stages;
#[path = "../../core/tests/written/mod.rs"]
mod written;

/// A target: its name, and what it does with bytes. It panics when what it asserts does not hold.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 7] = [
    ("parse", parse::run),
    ("stages", stages::run),
    ("edit", edit::run),
    ("number_roundtrip", number_roundtrip::run),
    ("date_roundtrip", date_roundtrip::run),
    ("json", json::run),
    ("growth", growth::run),
];

/// Fails unless everything holds that must hold for every article.
fn check(article: &nutgraf::Article<'_>) {
    if let Err(fault) = nutgraf::invariants::check(article) {
        panic!("{fault}");
    }
}
