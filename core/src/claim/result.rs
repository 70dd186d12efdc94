//! Claims: a number, what it is said of, when it holds, and who says so.

use crate::mention::{Mention, MentionData, SpeakerData};
use crate::number::{Quantity, QuantityData};
use crate::span::{Excerpt, Span};

/// One number that the article, or someone quoted in it, asserts of something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Claim<'a> {
    text: &'a str,
    data: &'a ClaimData,
    speakers: &'a [SpeakerData],
}

impl<'a> Claim<'a> {
    /// Quantity and subject together.
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The number with comparator, trend and unit.
    pub fn quantity(self) -> Quantity<'a> {
        self.data.quantity.view(self.text)
    }

    /// What is counted or measured, without a leading article.
    pub fn subject(self) -> Option<Excerpt<'a>> {
        self.data.subject.map(|span| Excerpt::new(self.text, span))
    }

    /// Who says so: the speaker of the innermost quote that holds the number. `None` where the article says it in its
    /// own voice.
    pub fn claimant(self) -> Option<Mention<'a>> {
        self.data.claimant.map(|mention| mention.view(self.text, self.speakers))
    }

    /// The index of that quote in [`Article::quotes`](crate::Article::quotes).
    pub fn quote(self) -> Option<usize> {
        self.data.quote.map(|index| index as usize)
    }

    /// The index in [`Article::dates`](crate::Article::dates) of the date that the number holds for.
    pub fn date(self) -> Option<usize> {
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
    pub(crate) fn view<'a>(&'a self, text: &'a str, speakers: &'a [SpeakerData]) -> Claim<'a> {
        Claim { text, data: self, speakers }
    }
}
