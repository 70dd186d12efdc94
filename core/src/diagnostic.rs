//! What was odd in a text that was read all the same.

use crate::keyword::keywords;
use crate::span::Span;

/// What was odd.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// A quotation mark that opens and is closed nowhere in its paragraph, nor reopened in the next.
    UnclosedQuotation,
    /// A quotation mark that closes what was never opened.
    UnopenedQuotation,
    /// A number that is too long to be kept exactly.
    NumberTooLong,
    /// Tags of HTML: the text was not made plain.
    Markup,
    /// Too few English function words for English.
    NotEnglish,
    /// Bytes that are not UTF-8; each run of them is one `U+FFFD` or more.
    NotUtf8,
    /// Text behind the first 4 GiB, which was not read.
    Truncated,
}

keywords!(DiagnosticKind {
    UnclosedQuotation = "unclosed_quotation",
    UnopenedQuotation = "unopened_quotation",
    NumberTooLong = "number_too_long",
    Markup = "markup",
    NotEnglish = "not_english",
    NotUtf8 = "not_utf8",
    Truncated = "truncated",
});

impl DiagnosticKind {
    /// The sentence that tells a user.
    pub const fn message(self) -> &'static str {
        match self {
            Self::UnclosedQuotation => {
                "This quotation mark opens a quotation that its paragraph does not close."
            }
            Self::UnopenedQuotation => {
                "This quotation mark closes a quotation that its paragraph does not open."
            }
            Self::NumberTooLong => "This number has more digits than can be kept exactly; it is in no claim.",
            Self::Markup => "This is an HTML tag; the text should be plain.",
            Self::NotEnglish => "The text has too few English function words; the results claim no accuracy.",
            Self::NotUtf8 => "Bytes here were not UTF-8; they are replaced by one U+FFFD or more.",
            Self::Truncated => "The text from here on lies behind the first 4 GiB and was not read.",
        }
    }
}

/// Something odd in the text, with its place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Diagnostic {
    pub(crate) kind: DiagnosticKind,
    pub(crate) span: Span,
}

impl Diagnostic {
    /// What was odd.
    pub fn kind(self) -> DiagnosticKind {
        self.kind
    }

    /// Where.
    pub fn span(self) -> Span {
        self.span
    }

    /// A full sentence about it.
    pub fn message(self) -> &'static str {
        self.kind.message()
    }
}
