//! nutgraf reads the plain text of a news article and returns what is in it, typed and with exact places: blocks and
//! sections, sentences, quotes with who said them, dates, and numeric claims with who makes them.
//!
//! [`parse`] takes every text and returns an [`Article`]; [`Parser`] does the same under options, and reads many texts on
//! several threads; [`sentences`], [`quotes`], [`claims`] and [`dates`] run one stage on text that is all body.
//!
//! ```
//! let article = nutgraf::parse("“We are ready,” Ms. Ortega said. The mayor did not answer.");
//! for quote in article.quotes() {
//!     println!("{}: {}", quote.speaker().map_or("unknown", |speaker| speaker.name()), quote.text());
//! }
//! ```
//!
//! # Places
//!
//! Every result has a [`Span`]: half-open UTF-8 byte offsets into the text, on character boundaries, so that
//! `&text[span.range()]` is the surface. [`CodePoints`] brings them to code points.
//!
//! # Features
//!
//! None is on by default.
//!
//! - `serde`: [`Article`] as the JSON of FORMAT.md, out and in.
//! - `invariants`: the check of what holds for every article, for tests of what builds on this crate.
//! - `fit`: for the project's own fitting of weights; not part of the API.
#![forbid(unsafe_code)]
// Tells, on docs.rs, which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![deny(missing_docs)]

mod article;
mod batch;
mod claim;
mod date;
mod diagnostic;
mod error;
#[cfg(feature = "fit")]
#[doc(hidden)]
pub mod fit;
mod index;
#[cfg(any(test, feature = "invariants"))]
pub mod invariants;
#[cfg(feature = "serde")]
mod json;
mod keyed;
mod keyword;
mod language;
mod layout;
mod lexicon;
mod mention;
mod model;
mod name;
mod number;
mod offsets;
mod options;
mod parser;
mod quote;
mod room;
mod scan;
mod scratch;
mod sentence;
mod short;
mod span;
mod words;

pub use article::Article;
pub use claim::Claim;
pub use date::{DateMention, DateValue, Day, Endpoint, Granularity, Moment};
pub use diagnostic::{Diagnostic, DiagnosticKind};
pub use error::Error;
#[cfg(feature = "serde")]
pub use json::Offsets;
pub use language::Language;
pub use layout::{Block, BlockKind, Byline, Dateline, Headline, Published, Section};
pub use lexicon::LEXICON_HASH;
pub use mention::{Mention, Speaker, SpeakerKind};
pub use number::{Comparator, Number, Quantity, Trend, Unit, UnitKind};
pub use offsets::CodePoints;
pub use options::Stage;
pub use parser::{Parser, ParserBuilder};
pub use quote::{Construction, Cue, Quote, QuoteKind};
pub use sentence::Sentence;
pub use span::{Excerpt, Span};

use options::{Options, Stages};

/// Reads `text` with every option as it is by default.
///
/// ```
/// let article = nutgraf::parse("“We are ready,” Ms. Ortega said.");
/// for quote in article.quotes() {
///     println!("{}: {}", quote.speaker().map_or("unknown", |speaker| speaker.name()), quote.text());
/// }
/// ```
pub fn parse(text: &str) -> Article<'_> {
    once(&Options::default(), text)
}

/// Reads bytes that should be UTF-8. [`Parser::parse_bytes_lossy`] reads those that are not.
///
/// # Errors
/// [`Error::Encoding`] with the place of the first byte that is not UTF-8, and [`Error::TooLong`] for 4 GiB and more.
///
/// ```
/// let error = nutgraf::parse_bytes(b"The caf\xe9 closed.").unwrap_err();
/// assert_eq!(error.to_string(), "expected UTF-8, found an invalid byte at offset 7");
/// ```
pub fn parse_bytes(bytes: &[u8]) -> Result<Article<'_>, Error> {
    Parser::new().parse_bytes(bytes)
}

/// The sentences of text that is all body: each line is taken as a paragraph of its own, no line as furniture.
pub fn sentences(text: &str) -> Article<'_> {
    only(text, Stage::Sentences)
}

/// The quotes, and who speaks, of text that is all body.
///
/// ```
/// let article = nutgraf::quotes("The ministry said that it would appeal.");
/// assert_eq!(article.quotes().len(), 1);
/// assert_eq!(article.blocks().len(), 0);
/// ```
pub fn quotes(text: &str) -> Article<'_> {
    only(text, Stage::Quotes)
}

/// The numeric claims, and who makes them, of text that is all body.
pub fn claims(text: &str) -> Article<'_> {
    only(text, Stage::Claims)
}

/// The dates of text that is all body. Relative ones need [`ParserBuilder::published`].
pub fn dates(text: &str) -> Article<'_> {
    only(text, Stage::Dates)
}

/// The examples of README.md, run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

fn only(text: &str, stage: Stage) -> Article<'_> {
    once(&Options { stages: Stages::of(&[stage]), ..Options::default() }, text)
}

/// Reads a text in memory that nobody keeps.
fn once<'t>(options: &Options, text: &'t str) -> Article<'t> {
    parser::read(options, text, &mut scratch::Scratch::default())
}
