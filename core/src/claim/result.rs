//! Claims: a number, what it is said of, when it holds, and who says so.

use crate::date::{DateData, DateMention};
use crate::mention::{Mention, MentionData, SpeakerData};
use crate::number::{Quantity, QuantityData};
use crate::quote::{Quote, QuoteData};
use crate::span::{Excerpt, Span};
use std::fmt;

/// One number that the article, or someone quoted in it, asserts of something.
#[derive(Clone, Copy)]
pub struct Claim<'a> {
    data: &'a ClaimData,
    article: Around<'a>,
}

/// What the indices of a claim lead to.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) text: &'a str,
    pub(crate) speakers: &'a [SpeakerData],
    pub(crate) quotes: &'a [QuoteData],
    pub(crate) dates: &'a [DateData],
}

impl<'a> Claim<'a> {
    /// Quantity and subject together.
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The number with comparator, trend and unit.
    pub fn quantity(self) -> Quantity<'a> {
        self.data.quantity.view(self.article.text)
    }

    /// What is counted or measured, without a leading article.
    pub fn subject(self) -> Option<Excerpt<'a>> {
        self.data.subject.map(|span| Excerpt::new(self.article.text, span))
    }

    /// Who says so: the speaker of the innermost quote that holds the number. `None` where the article says it in its
    /// own voice.
    pub fn claimant(self) -> Option<Mention<'a>> {
        self.data.claimant.map(|mention| mention.view(self.article.text, self.article.speakers))
    }

    /// That quote.
    pub fn quote(self) -> Option<Quote<'a>> {
        let Around { text, speakers, quotes, .. } = self.article;
        Some(quotes.get(self.quote_index()?)?.view(text, speakers))
    }

    /// Its index in [`Article::quotes`](crate::Article::quotes).
    pub fn quote_index(self) -> Option<usize> {
        self.data.quote.map(|index| index as usize)
    }

    /// The date that the number holds for.
    ///
    /// ```
    /// let article = nutgraf::parse("In May 2024, the ferry carried 300 passengers.");
    /// assert_eq!(article.claims().next().unwrap().date().unwrap().text(), "May 2024");
    /// ```
    pub fn date(self) -> Option<DateMention<'a>> {
        Some(self.article.dates.get(self.date_index()?)?.view(self.article.text))
    }

    /// Its index in [`Article::dates`](crate::Article::dates).
    pub fn date_index(self) -> Option<usize> {
        self.data.date.map(|index| index as usize)
    }

    /// How sure it is that this is a claim and read right, from 0 to 1.
    pub fn confidence(self) -> f32 {
        f32::from(self.data.confidence) / 100.0
    }

    /// The confidence as it is kept.
    #[cfg(feature = "serde")]
    pub(crate) fn hundredths(self) -> u8 {
        self.data.confidence
    }
}

impl PartialEq for Claim<'_> {
    /// Whether they say the same at the same place; texts may differ elsewhere.
    fn eq(&self, other: &Self) -> bool {
        let surface = |claim: &Self| &claim.article.text[claim.data.span.range()];
        self.data == other.data
            && surface(self) == surface(other)
            && self.quantity() == other.quantity()
            && self.claimant() == other.claimant()
            && self.quote() == other.quote()
            && self.date() == other.date()
    }
}

impl Eq for Claim<'_> {}

impl fmt::Debug for Claim<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claim")
            .field("span", &self.span())
            .field("quantity", &self.quantity())
            .field("subject", &self.subject().map(Excerpt::text))
            .field("claimant", &self.claimant().map(Mention::name))
            .field("date", &self.date().map(DateMention::text))
            .finish_non_exhaustive()
    }
}

/// A claim as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ClaimData {
    pub(crate) span: Span,
    pub(crate) quantity: QuantityData,
    pub(crate) subject: Option<Span>,
    pub(crate) claimant: Option<MentionData>,
    pub(crate) quote: Option<u32>,
    pub(crate) date: Option<u32>,
    /// In hundredths.
    pub(crate) confidence: u8,
}

impl ClaimData {
    pub(crate) fn view<'a>(&'a self, article: Around<'a>) -> Claim<'a> {
        Claim { data: self, article }
    }
}
