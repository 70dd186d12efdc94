//! Claims: a number, what it is said of, when it holds, and who says so.

use crate::date::{DateData, DateMention};
use crate::index::Index;
use crate::mention::{Mention, MentionData, SpeakerData};
use crate::number::{Quantity, QuantityData, QuantityParts, QuantityRead};
use crate::quote::{Quote, QuoteList};
use crate::room::Progress;
use crate::scratch::{Reuse, exact};
use crate::span::{Excerpt, Span};
use std::fmt;

/// One number that the article, or someone quoted in it, asserts of something.
#[derive(Clone, Copy)]
pub struct Claim<'a> {
    data: &'a ClaimData,
    all: &'a ClaimList,
    article: Around<'a>,
}

/// What the indices of a claim lead to.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) text: &'a str,
    pub(crate) speakers: &'a [SpeakerData],
    pub(crate) quotes: &'a QuoteList,
    pub(crate) dates: &'a [DateData],
}

impl<'a> Claim<'a> {
    /// Quantity and subject together.
    pub fn span(self) -> Span {
        let quantity = self.data.quantity.span;
        self.data.subject().map_or(quantity, |subject| subject.cover(quantity))
    }

    /// The number with comparator, trend and unit.
    pub fn quantity(self) -> Quantity<'a> {
        self.data.quantity.view(self.article.text, &self.all.parts)
    }

    /// What is counted or measured, without a leading article.
    pub fn subject(self) -> Option<Excerpt<'a>> {
        self.data.subject().map(|span| Excerpt::new(self.article.text, span))
    }

    /// Who says so: the speaker of the innermost quote that holds the number. `None` where the article says it in its
    /// own voice.
    pub fn claimant(self) -> Option<Mention<'a>> {
        self.said().claimant.map(|mention| mention.view(self.article.text, self.article.speakers))
    }

    /// That quote.
    pub fn quote(self) -> Option<Quote<'a>> {
        let Around { text, speakers, quotes, .. } = self.article;
        quotes.view(self.quote_index()?, text, speakers)
    }

    /// Its index in [`Article::quotes`](crate::Article::quotes).
    pub fn quote_index(self) -> Option<usize> {
        self.said().quote.map(Index::get)
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
        self.data.date.map(Index::get)
    }

    /// How sure it is that this is a claim and read right, from 0 to 1.
    pub fn confidence(self) -> f32 {
        f32::from(self.quantity().hundredths()) / 100.0
    }

    /// The confidence as it is kept.
    #[cfg(feature = "serde")]
    pub(crate) fn hundredths(self) -> u8 {
        self.quantity().hundredths()
    }

    fn said(self) -> Said {
        self.data.said.map_or(Said::default(), |said| self.all.said[said.get()])
    }
}

impl PartialEq for Claim<'_> {
    /// Whether they say the same at the same place; texts may differ elsewhere.
    fn eq(&self, other: &Self) -> bool {
        self.span() == other.span()
            && self.subject() == other.subject()
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ClaimData {
    pub(crate) quantity: QuantityData,
    /// Empty where there is none.
    subject: Span,
    /// Where it is said.
    said: Option<Index>,
    date: Option<Index>,
}

const _: () = assert!(size_of::<ClaimData>() == 52);

impl ClaimData {
    fn subject(&self) -> Option<Span> {
        Some(self.subject).filter(|subject| !subject.is_empty())
    }
}

/// The quote that holds a claim, and who says it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Said {
    pub(crate) quote: Option<Index>,
    pub(crate) claimant: Option<MentionData>,
}

/// A claim as it is made.
#[derive(Debug)]
pub(crate) struct ClaimMade {
    pub(crate) quantity: QuantityRead,
    pub(crate) subject: Option<Span>,
    pub(crate) said: Said,
    pub(crate) date: Option<Index>,
    /// In hundredths.
    pub(crate) confidence: u8,
}

impl Reuse for ClaimList {
    fn empty(&mut self) {
        self.all.settle();
        self.parts.settle();
        self.said.settle();
    }

    /// Nothing beside its lists, each of which is kept or not by itself.
    fn held(&self) -> usize {
        0
    }
}

/// The claims of an article. A hostile one has as many as it has words, so that each is kept small, and what only some
/// have stands in lists beside them.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct ClaimList {
    all: Vec<ClaimData>,
    parts: QuantityParts,
    /// Claims of one quote in a row share an entry.
    said: Vec<Said>,
}

impl ClaimList {
    /// Adds a claim, the next in the text.
    pub(crate) fn push(&mut self, made: ClaimMade, progress: Progress) {
        let said = Some(made.said).filter(|said| *said != Said::default());
        let said = said.map(|said| {
            if self.said.last() != Some(&said) {
                progress.reserve(&mut self.said, 1);
                self.said.push(said);
            }
            Index::new(self.said.len() as u32 - 1)
        });
        let quantity = self.parts.keep(made.quantity, made.confidence, progress);
        progress.reserve(&mut self.all, 1);
        self.all.push(ClaimData {
            quantity,
            subject: made.subject.unwrap_or_default(),
            said,
            date: made.date,
        });
    }

    /// What it holds, as a result.
    pub(super) fn take(&mut self) -> Self {
        let Self { all, parts, said } = self;
        Self { all: exact(all), parts: parts.take(), said: exact(said) }
    }

    /// Forgets in which quotes the claims are.
    pub(crate) fn forget_quotes(&mut self) {
        self.said.iter_mut().for_each(|said| said.quote = None);
    }

    /// Forgets the dates that the claims hold for.
    pub(crate) fn forget_dates(&mut self) {
        self.all.iter_mut().for_each(|claim| claim.date = None);
    }

    pub(crate) fn views<'a>(
        &'a self,
        article: Around<'a>,
    ) -> impl DoubleEndedIterator<Item = Claim<'a>> + ExactSizeIterator {
        self.all.iter().map(move |data| Claim { data, all: self, article })
    }
}
