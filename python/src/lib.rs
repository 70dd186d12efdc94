//! The native module of the Python package: conversion only.
//!
//! Python counts code points where Rust counts bytes: the spans that leave this crate are half-open ranges of code points.
#![forbid(unsafe_code)]
// The constructors of result classes take every field.
#![allow(clippy::too_many_arguments)]

mod article;
mod claim;
mod error;
mod layout;
mod parse;
mod parser;
mod quote;
mod record;
mod value;

/// What the package re-exports.
#[pyo3::pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use crate::article::Article;
    #[pymodule_export]
    use crate::claim::{Claim, DateMention, Quantity, Unit};
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

    /// The version of the package and of the library in it.
    #[pymodule_export]
    // Python's name for it.
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
