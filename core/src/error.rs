//! What can be refused: options and limits. Text never is.

use crate::span::Span;

/// Why a parser could not be made, or a text was not read.
///
/// [`parse`](crate::parse) takes every text; errors come from options, from limits that the caller set, and from bytes
/// or JSON that hold no text or article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A date that the calendar does not have, or that is not written as one.
    #[error("expected a date as YYYY-MM-DD that the calendar has, found {found:?}")]
    Date {
        /// What was given.
        found: String,
    },
    /// A confidence that is not in 0 to 1.
    #[error("expected a confidence from 0 to 1, found {found}")]
    Confidence {
        /// What was given.
        found: String,
    },
    /// Text that is no plain decimal number, or one of more than 28 digits.
    #[error("expected a plain decimal number of at most 28 digits, found {found:?}")]
    Number {
        /// What was given.
        found: String,
    },
    /// A word that a parser was to learn, or what it was to mean, does not fit.
    #[error("expected {expected} in {list}, found {found}")]
    Word {
        /// The list that it was given in: `units`, `currencies`, `cues`, `titles` or `abbreviations`.
        list: &'static str,
        /// What would have fitted.
        expected: String,
        /// What was found, and where.
        found: String,
    },
    /// A text longer than the limit that the caller set.
    #[error("expected a text of at most {limit} bytes, found {found} bytes")]
    TooLong {
        /// The limit in bytes.
        limit: usize,
        /// The length of the text in bytes.
        found: usize,
    },
    /// Bytes that are not UTF-8.
    #[error("expected UTF-8, found an invalid byte at offset {at}")]
    Encoding {
        /// How many bytes before it are valid.
        at: usize,
    },
    /// JSON that is not an article as FORMAT.md has it.
    #[error("expected an article as FORMAT.md describes it: {message}")]
    Format {
        /// What is wrong, and where.
        message: String,
    },
    /// A span that does not fit the text that it is said to come from.
    #[error("expected spans inside the text and on character boundaries, found {span:?} in {field}")]
    Misplaced {
        /// The field of FORMAT.md.
        field: &'static str,
        /// The span, in the offsets of the JSON.
        span: Span,
    },
    /// Words of the JSON that are not those of the text at their place.
    #[error("expected the words of the text at {span:?} in {field}, found {found:?}")]
    OtherText {
        /// The field of FORMAT.md.
        field: &'static str,
        /// The span, in the offsets of the JSON; for a part without one of its own, that of the whole.
        span: Span,
        /// What the JSON has.
        found: String,
    },
}
