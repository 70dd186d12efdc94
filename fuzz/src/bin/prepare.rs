//! Writes what `cargo fuzz` starts from: `corpus/TARGET/` and `lexicon.dict`.

use nutgraf_fuzz::{TARGETS, seeds};
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (target, _) in TARGETS {
        let folder = here.join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        for (number, seed) in seeds::of(target).iter().enumerate() {
            fs::write(folder.join(format!("seed-{number:05}")), seed)?;
        }
    }
    let mut dictionary = String::new();
    for word in seeds::words() {
        let escaped: String = word.bytes().fold(String::new(), |mut out, byte| {
            let _ = match byte {
                b'"' | b'\\' => write!(out, "\\{}", char::from(byte)),
                b' '..=b'~' => write!(out, "{}", char::from(byte)),
                _ => write!(out, "\\x{byte:02X}"),
            };
            out
        });
        let _ = writeln!(dictionary, "\"{escaped}\"");
    }
    fs::write(here.join("lexicon.dict"), dictionary)
}
