//! A parser, and what it was made of in words.

use crate::error::refused;
use crate::provenance::Provenance;
use nutgraf::{Day, Parser, Stage};
use pyo3::prelude::*;
use std::sync::Arc;

/// A parser with its options as JSON, for the metadata of tables.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) parser: Parser,
    /// Every option but the date: an object that is not empty.
    json: Arc<str>,
}

impl Settings {
    /// `others` are the options beside the stages, as JSON: `, "name": value` for each.
    pub(crate) fn new(parser: Parser, only: Option<&[Stage]>, others: &str) -> Self {
        // In the order of declaration, each once, so that the same options give the same words.
        let words = only.map_or("null".to_owned(), |only| {
            let words = Stage::ALL.iter().filter(|stage| only.contains(stage));
            let words: Vec<_> = words.map(|stage| format!("\"{stage}\"")).collect();
            format!("[{}]", words.join(", "))
        });
        Self { parser, json: format!("{{\"only\": {words}{others}}}").into() }
    }

    /// A parser that reports `only` these stages.
    pub(crate) fn only(only: Option<&[Stage]>) -> PyResult<Self> {
        let mut builder = Parser::builder();
        if let Some(only) = only {
            builder = builder.only(only);
        }
        Ok(Self::new(builder.build().map_err(|error| refused(&error))?, only, ""))
    }

    /// What an article of that date is read with.
    pub(crate) fn of_day(&self, published: Option<Day>) -> Provenance {
        self.provenance(published.map(|day| day.to_string()).as_deref())
    }

    /// What articles are read with; `published` is a date, or `each` where every article has its own.
    pub(crate) fn provenance(&self, published: Option<&str>) -> Provenance {
        let published = published.map_or("null".to_owned(), |published| format!("\"{published}\""));
        let others = self.json.strip_suffix('}').unwrap_or(&self.json);
        Provenance::here(&format!("{others}, \"published\": {published}}}"))
    }
}
