//! One number for all that the library knows of words.

use super::generated::digest::DIGEST;

/// The weights; the words have a hash of their own, that is made with their tables.
const WEIGHTS: [&[u8]; 8] = [
    include_bytes!("../../data/weights/layout-line.bin"),
    include_bytes!("../../data/weights/quote-confidence.bin"),
    include_bytes!("../../data/weights/quote-cue.bin"),
    include_bytes!("../../data/weights/quote-end.bin"),
    include_bytes!("../../data/weights/quote-left.bin"),
    include_bytes!("../../data/weights/quote-side.bin"),
    include_bytes!("../../data/weights/quote-source.bin"),
    include_bytes!("../../data/weights/quote-start.bin"),
];

/// A hash of the tables of words and the weights that are compiled in, so that results that are kept can say what they were
/// read with. Rules, and the few figures that stand in the code, are not in it: of two builds of one released version with
/// one hash the results are the same; of two commits they need not be.
///
/// ```
/// println!("read with nutgraf {} / {:016x}", env!("CARGO_PKG_VERSION"), nutgraf::LEXICON_HASH);
/// ```
pub const LEXICON_HASH: u64 = fingerprint();

/// FNV-1a over eight bytes at a time. The compiler works it out, and none of the files is in the library for it.
const fn fingerprint() -> u64 {
    let mut hash = DIGEST;
    let mut file = 0;
    while file < WEIGHTS.len() {
        let mut rest = WEIGHTS[file];
        while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
            hash = step(hash, u64::from_le_bytes(*eight));
            rest = behind;
        }
        while let [byte, behind @ ..] = rest {
            hash = step(hash, *byte as u64);
            rest = behind;
        }
        file += 1;
    }
    hash
}

const fn step(hash: u64, bytes: u64) -> u64 {
    let mixed = (hash ^ bytes).wrapping_mul(0x100_0000_01b3);
    // The multiplication carries upwards only.
    mixed ^ mixed >> 32
}

#[cfg(test)]
mod tests {
    use super::WEIGHTS;
    use std::path::Path;

    #[test]
    fn every_file_of_weights_counts() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/weights");
        let weights: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        for path in &weights {
            let bytes = std::fs::read(path).unwrap();
            assert!(WEIGHTS.contains(&bytes.as_slice()), "WEIGHTS in {} lacks {}", file!(), path.display());
        }
        assert_eq!(weights.len(), WEIGHTS.len());
    }
}
