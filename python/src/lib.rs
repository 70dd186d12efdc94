//! The native module of the Python package: conversion only.
//!
//! Python counts code points where Rust counts bytes: the spans that leave this crate are half-open ranges of code points.
// `capsule` alone, where Arrow data cross the border.
#![deny(unsafe_code)]
// The constructors of result classes take every field.
#![allow(clippy::too_many_arguments)]

mod article;
mod batch;
mod capsule;
mod claim;
mod corpus;
mod error;
mod ids;
mod layout;
mod ordered;
mod parse;
mod parser;
mod pool;
mod provenance;
mod quote;
mod reading;
mod record;
mod settings;
mod source;
mod table;
mod value;

/// What the package re-exports.
#[pyo3::pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use crate::article::Article;
    #[pymodule_export]
    use crate::batch::{ArticleIterator, iter_many, parse_many};
    #[pymodule_export]
    use crate::claim::{Claim, DateMention, Quantity, Unit};
    #[pymodule_export]
    use crate::corpus::{Corpus, Failure};
    #[pymodule_export]
    use crate::error::NutgrafError;
    #[pymodule_export]
    use crate::layout::{
        Author, Block, Byline, Dateline, Diagnostic, Excerpt, Headline, Published, Section, Sentence,
    };
    #[pymodule_export]
    use crate::parse::{claims, dates, parse, quotes, sentences};
    #[pymodule_export]
    use crate::parser::Parser;
    #[pymodule_export]
    use crate::quote::{Cue, Mention, Quote, Speaker};
    #[pymodule_export]
    use crate::table::Table;

    /// The version of the package and of the library in it.
    #[pymodule_export]
    // Python's name for it.
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
