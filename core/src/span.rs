//! Half-open byte ranges into the article's text.

use std::fmt;
use std::ops::Range;

/// A half-open range `start..end` of UTF-8 byte offsets into the text of an article.
///
/// Both ends lie inside the text and on character boundaries, so `&text[span.range()]` is the surface text and never
/// panics for a span that came with that text. `start <= end` always holds.
///
/// Offsets are `u32`: a text is cut at 4 GiB before it is scanned.
///
/// ```
/// let article = nutgraf::parse("“We are ready,” Ms. Ortega said.");
/// let quote = article.quotes().next().unwrap();
/// assert_eq!(&article.text()[quote.span().range()], "“We are ready,” Ms. Ortega said");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` to `end`, both in bytes.
    ///
    /// # Panics
    /// When `end` is less than `start`.
    #[track_caller]
    pub const fn new(start: u32, end: u32) -> Self {
        assert!(start <= end, "a span must not end before it starts");
        Self { start, end }
    }

    /// The span between two places of which it is known that they are in order, as those of tokens are: the check would be
    /// made at every look at a token.
    pub(crate) const fn ordered(start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "a span must not end before it starts");
        Self { start, end }
    }

    /// The first byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// The byte behind the last one.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// How many bytes it covers.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range, to slice a `str` with.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn contains_offset(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A stretch of the article: where it stands and what it says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Excerpt<'a> {
    span: Span,
    text: &'a str,
}

impl<'a> Excerpt<'a> {
    /// The part of `text` that lies at `span`.
    pub(crate) fn new(text: &'a str, span: Span) -> Self {
        Self { span, text: &text[span.range()] }
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.span
    }

    /// The surface text, unchanged.
    pub fn text(self) -> &'a str {
        self.text
    }
}
