//! What results were read with, so that those of different versions or options are not mixed unseen.

use nutgraf::LEXICON_HASH;
use std::collections::HashMap;
use std::sync::Arc;

/// Version, words and options. Articles and tables carry it, through pickling too.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Provenance {
    pub(crate) version: Arc<str>,
    pub(crate) lexicon: Arc<str>,
    pub(crate) options: Arc<str>,
}

impl Provenance {
    /// That of this library, with options as JSON.
    pub(crate) fn here(options: &str) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").into(),
            lexicon: format!("{LEXICON_HASH:016x}").into(),
            options: options.into(),
        }
    }

    /// That of an article whose reading is not known, such as one from JSON.
    pub(crate) fn unknown() -> Self {
        Self { version: "unknown".into(), lexicon: "unknown".into(), options: "unknown".into() }
    }

    /// For pickle.
    pub(crate) fn parts(&self) -> (&str, &str, &str) {
        (&self.version, &self.lexicon, &self.options)
    }

    /// For the schema of a table.
    pub(crate) fn metadata(&self, table: &str) -> HashMap<String, String> {
        let pairs = [
            ("nutgraf.table", table),
            ("nutgraf.version", &self.version),
            ("nutgraf.lexicon", &self.lexicon),
            ("nutgraf.options", &self.options),
            ("nutgraf.offsets", "code_points"),
        ];
        pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).into()
    }
}

impl From<(String, String, String)> for Provenance {
    fn from((version, lexicon, options): (String, String, String)) -> Self {
        Self { version: version.into(), lexicon: lexicon.into(), options: options.into() }
    }
}
