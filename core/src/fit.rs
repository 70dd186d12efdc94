//! What the fitting of weights needs: features of gold candidates out, other weights in.
//!
//! Off the public surface; see `core/fit/README.md`.

use crate::model::{Model, Sink};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

/// How many parts cross-validation makes.
pub const FOLDS: u32 = 5;

/// Adds the candidates of one gold record to a dump.
pub type Collect = fn(&serde_json::Value, &mut Dump);

/// The stages that have weights, with what collects their candidates.
pub const STAGES: &[(&str, Collect)] =
    &[("layout", crate::layout::collect), ("quotes", crate::quote::collect)];

static REPLACED: OnceLock<HashMap<String, Vec<u8>>> = OnceLock::new();

/// Uses the weights in the files `NAME.bin` of a folder in place of the built-in ones, for the rest of the process.
///
/// # Errors
/// When the folder cannot be read.
pub fn use_weights(folder: &Path) -> std::io::Result<()> {
    let mut weights = HashMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if let (Some(name), Some("bin")) =
            (path.file_stem().and_then(|name| name.to_str()), path.extension().and_then(|name| name.to_str()))
        {
            weights.insert(name.to_owned(), std::fs::read(&path)?);
        }
    }
    REPLACED.get_or_init(|| weights);
    Ok(())
}

/// The file that stands in for that of a model.
pub(crate) fn replaced(name: &str) -> Option<&'static [u8]> {
    REPLACED.get()?.get(name).map(Vec::as_slice)
}

/// The fold of a document, by FNV-1a of what must not be divided: its identifier, or its site.
pub fn fold(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) % FOLDS
}

/// Collects candidates with their features as the lines that `core/fit/fit.py` reads:
/// `model fold group label feature …`.
#[derive(Debug, Default)]
pub struct Dump {
    /// The lines.
    pub lines: String,
    fold: u32,
    group: u32,
}

impl Dump {
    /// Begins a document.
    pub fn begin(&mut self, key: &str) {
        self.fold = fold(key);
    }

    /// Begins a set of candidates of which one is right.
    pub(crate) fn choice(&mut self) {
        self.group += 1;
    }

    /// Adds a candidate of the current set, and whether it is the right one.
    pub(crate) fn candidate(&mut self, model: &Model, right: bool, describe: impl FnOnce(&mut Features)) {
        let group = self.group.to_string();
        self.line(model, &group, right, describe);
    }

    /// Adds a case that is right or wrong by itself.
    pub(crate) fn case(&mut self, model: &Model, right: bool, describe: impl FnOnce(&mut Features)) {
        self.line(model, "-", right, describe);
    }

    fn line(&mut self, model: &Model, group: &str, right: bool, describe: impl FnOnce(&mut Features)) {
        let mut features = Features(Vec::new());
        describe(&mut features);
        let _ = write!(self.lines, "{} {} {group} {}", model.name, self.fold, u8::from(right));
        for feature in features.0 {
            let _ = write!(self.lines, " {feature}");
        }
        self.lines.push('\n');
    }
}

/// The features of one candidate, kept.
#[derive(Debug)]
pub struct Features(Vec<u32>);

impl Sink for Features {
    fn push(&mut self, feature: u32) {
        self.0.push(feature);
    }
}
