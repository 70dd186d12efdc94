//! The whole result, and access to its parts.

use crate::claim::{Around, Claim, ClaimList};
use crate::date::{DateData, DateMention};
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::layout::{
    Block, BlockData, Byline, BylineData, Dateline, DatelineData, Headline, Layout, Published, Section,
    SectionData,
};
use crate::mention::{Speaker, SpeakerList};
use crate::options::{Stage, Stages};
use crate::quote::{Quote, QuoteList};
use crate::sentence::Sentence;
use crate::span::{Excerpt, Span};
use std::borrow::Cow;

/// A news article, read: typed blocks, sentences, quotes, claims and dates, each with its place in the text.
///
/// It borrows the text it was read from; [`Article::into_owned`] makes it independent. What it gives out are light views
/// that slice that text: no string is made until one is asked for that the text does not hold as it is.
///
/// For every input: spans lie on character boundaries inside the text; blocks are in order, do not overlap, and hold
/// every non-blank line; sentences lie inside blocks; quotes, claims and dates come in text order; the quantities of two
/// claims do not overlap. The same text and options give the same article, on every platform and thread.
///
/// ```
/// let article = nutgraf::parse("“The bridge is safe,” Mayor Dana Whitfield said on Monday.");
/// let quote = article.quotes().next().unwrap();
/// assert_eq!(quote.speaker().unwrap().name(), "Dana Whitfield");
/// assert_eq!(quote.text(), "The bridge is safe,");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Article<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) language: Language,
    pub(crate) blocks: Vec<BlockData>,
    pub(crate) headline: Option<Span>,
    pub(crate) byline: Option<BylineData>,
    pub(crate) dateline: Option<DatelineData>,
    pub(crate) published: Option<Published>,
    pub(crate) sections: Vec<SectionData>,
    pub(crate) sentences: Vec<Span>,
    pub(crate) speakers: SpeakerList,
    pub(crate) quotes: QuoteList,
    pub(crate) claims: ClaimList,
    pub(crate) dates: Vec<DateData>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'t> Article<'t> {
    /// An article of which nothing but the text is known yet.
    pub(crate) fn new(text: Cow<'t, str>) -> Self {
        Self {
            text,
            language: Language::default(),
            blocks: Vec::new(),
            headline: None,
            byline: None,
            dateline: None,
            published: None,
            sections: Vec::new(),
            sentences: Vec::new(),
            speakers: SpeakerList::default(),
            quotes: QuoteList::default(),
            claims: ClaimList::default(),
            dates: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    pub(crate) fn set_layout(&mut self, layout: Layout) {
        self.blocks = layout.blocks;
        self.headline = layout.headline;
        self.byline = layout.byline;
        self.dateline = layout.dateline;
        self.published = layout.published;
        self.sections = layout.sections;
    }

    /// Empties what was not asked for.
    pub(crate) fn keep(&mut self, stages: Stages) {
        if !stages.has(Stage::Layout) {
            self.set_layout(Layout::default());
        }
        if !stages.has(Stage::Sentences) {
            self.sentences.clear();
        }
        if !stages.has(Stage::Quotes) {
            self.quotes.clear();
            self.claims.forget_quotes();
            if !stages.has(Stage::Claims) {
                self.speakers = SpeakerList::default();
            }
        }
        if !stages.has(Stage::Dates) {
            self.dates.clear();
            self.claims.forget_dates();
        }
    }

    /// The text that was read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Copies the text, so that the article no longer borrows it.
    pub fn into_owned(self) -> Article<'static> {
        Article { text: Cow::Owned(self.text.into_owned()), ..self }
    }

    /// The language, as far as function words tell.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Every block of the page, in text order.
    pub fn blocks(&self) -> impl DoubleEndedIterator<Item = Block<'_>> + ExactSizeIterator {
        self.blocks.iter().map(|block| block.view(&self.text))
    }

    /// The headline.
    pub fn headline(&self) -> Option<Headline<'_>> {
        self.headline.map(|span| Excerpt::new(&self.text, span))
    }

    /// Who wrote it.
    pub fn byline(&self) -> Option<Byline<'_>> {
        self.byline.as_ref().map(|byline| byline.view(&self.text))
    }

    /// The place, agency and date before the first words of the body.
    pub fn dateline(&self) -> Option<Dateline<'_>> {
        self.dateline.map(|dateline| dateline.view(&self.text))
    }

    /// When the text says it was published.
    pub fn published(&self) -> Option<Published> {
        self.published
    }

    /// The parts of the body, from its first paragraph, heading or list item to its last block.
    pub fn sections(&self) -> impl DoubleEndedIterator<Item = Section<'_>> + ExactSizeIterator {
        self.sections.iter().map(|section| section.view(&self.text))
    }

    /// The sentences, in text order, each inside one block.
    pub fn sentences(&self) -> impl DoubleEndedIterator<Item = Sentence<'_>> + ExactSizeIterator {
        self.sentences.iter().map(|span| Excerpt::new(&self.text, *span))
    }

    /// Who speaks, by first mention.
    pub fn speakers(&self) -> impl DoubleEndedIterator<Item = Speaker<'_>> + ExactSizeIterator {
        self.speakers.views()
    }

    /// The speaker of an index, such as a mention's [id](crate::Mention::id).
    pub fn speaker(&self, index: usize) -> Option<Speaker<'_>> {
        self.speakers.view(index)
    }

    /// The quotes, in text order.
    pub fn quotes(&self) -> impl DoubleEndedIterator<Item = Quote<'_>> + ExactSizeIterator {
        self.quotes.views(&self.text, &self.speakers.all)
    }

    /// The quote of an index, such as a claim's [`quote_index`](Claim::quote_index).
    pub fn quote(&self, index: usize) -> Option<Quote<'_>> {
        self.quotes.view(index, &self.text, &self.speakers.all)
    }

    /// The numeric claims, in text order.
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = Claim<'_>> + ExactSizeIterator {
        let Self { text, speakers, quotes, claims, dates, .. } = self;
        claims.views(Around { text, speakers: &speakers.all, quotes, dates })
    }

    /// The dates, in text order.
    pub fn dates(&self) -> impl DoubleEndedIterator<Item = DateMention<'_>> + ExactSizeIterator {
        self.dates.iter().map(|date| date.view(&self.text))
    }

    /// The date of an index, such as a claim's [`date_index`](Claim::date_index).
    pub fn date(&self, index: usize) -> Option<DateMention<'_>> {
        self.dates.get(index).map(|date| date.view(&self.text))
    }

    /// What was odd about the text, in text order.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}
